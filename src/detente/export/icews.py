"""Events in the layout of ICEWS: 20 columns with a header; codes, their texts and intensities are those of CAMEO."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.event_rows import EventRow, Side, number_of, state_name
from detente.ontology.exchange import cameo_of, sector_codes


def icews_rows(row: EventRow) -> Iterator[dict[str, str]]:
    """One row for each state that acts and each that is acted on."""
    event, place = row.event, row.place
    cameo = cameo_of(event.type, event.mode)
    for source, target in row.pairs:
        yield {
            "Event ID": row.number(source, target),
            "Event Date": row.day,
            **_side("Source", source),
            "Event Text": cameo.name,
            "CAMEO Code": cameo.code,
            "Intensity": "" if cameo.goldstein is None else f"{cameo.goldstein:.1f}",
            **_side("Target", target),
            "Story ID": number_of(row.first.id),
            "Publisher": row.first.publisher or "",
            "City": place.city,
            "Country": state_name(place.state),
        }


def _side(column: str, side: Side) -> dict[str, str]:
    return {
        f"{column} Name": side.name,
        f"{column} Sectors": sector_codes(side.sector).icews_sector,
        f"{column} Country": state_name(side.state),
    }
