"""Events in POLECAT's layout: 40 columns with a header, lists with "; " between their items; one row for each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.export.event_rows import EventRow, state_name
from detente.ontology.exchange import OLDER_SCHEME, VERSION, Older, older_of, state_codes

_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
_BETWEEN = "; "


def polecat_rows(row: EventRow) -> Iterator[dict[str, str]]:
    """One row: PLOVER's type and mode, with the quad that the codebook gives the type in its chapters."""
    coded = Older(row.event.type, older_of(row.event.type, row.event.mode).quad)
    yield _row(row, coded, row.event.mode or "", row.event.scheme)


def older_rows(row: EventRow) -> Iterator[dict[str, str]]:
    """The same with the type among PLOVER's older 18; a mode only where the type is the same there."""
    older = older_of(row.event.type, row.event.mode)
    yield _row(row, older, row.event.mode or "" if older.type == row.event.type else "", OLDER_SCHEME)


def _row(row: EventRow, coded: Older, mode: str, scheme: str) -> dict[str, str]:
    event, place = row.event, row.place
    return {
        "Event ID": row.entry.id,
        "Event Date": row.own_day,
        "Event Type": coded.type,
        "Event Mode": mode,
        "Intensity": f"{event.intensity:.1f}",
        "Quad Code": _QUADS[coded.quad - 1],
        "Contexts": _BETWEEN.join(event.contexts),
        **_side("Actor", event.actor, event.by, event.actor_sector),
        **_side("Recipient", event.recipient, event.to, event.recipient_sector),
        "Placename": place.told,
        "City": place.city,
        "Country": state_codes(place.state).iso3,
        "Raw Placename": place.told,
        "Source": row.first.publisher or "",
        "Publication Date": (row.first.published or "")[: len("YYYY-MM-DD")],
        "Language": row.first.language,
        "Version": f"{scheme} {event.scale} {VERSION}",
    }


def _side(column: str, name: str | None, states: Iterable[str], sector: str | None) -> dict[str, str]:
    codes = [state_codes(state) for state in states]
    return {
        f"{column} Name": name or _BETWEEN.join(state_name(state) for state in states),
        f"{column} Country": _BETWEEN.join(code.iso3 for code in codes if code.iso3),
        f"{column} COW": _BETWEEN.join(code.cow for code in codes if code.cow),
        f"Primary {column} Sector": sector or "",
        f"{column} Sectors": sector or "",
    }
