"""Events in the layout of GDELT Event 2.0: 61 columns, tabs between them, no header.

The codes are CAMEO's, as strings with their zeros; quad and Goldstein value are those of the code. An event of the lead
is a root event. There is no tone, no place of an actor, and no coordinate, since none is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.event_rows import EventRow, Side
from detente.model.document import Document
from detente.ontology.exchange import cameo_of, sector_codes, state_codes

_NOWHERE, _COUNTRY, _US_CITY, _CITY = "0", "1", "3", "4"
"""The kinds of place, as the codebook numbers them."""


def gdelt_rows(row: EventRow) -> Iterator[dict[str, str]]:
    """One row for each state that acts and each that is acted on."""
    event = row.event
    cameo = cameo_of(event.type, event.mode)
    for actor, recipient in row.pairs:
        yield {
            "GLOBALEVENTID": row.number(actor, recipient),
            **_days(row.day),
            **_actor("Actor1", actor),
            **_actor("Actor2", recipient),
            "IsRootEvent": str(int(row.in_lead)),
            "EventCode": cameo.code,
            "EventBaseCode": cameo.base,
            "EventRootCode": cameo.root,
            "QuadClass": str(cameo.quad),
            "GoldsteinScale": "" if cameo.goldstein is None else f"{cameo.goldstein:.1f}",
            "NumMentions": str(len(row.entry.findings)),
            "NumSources": str(row.sources),
            "NumArticles": str(len(row.documents)),
            **_place(row),
            "DATEADDED": _moment(row.first.published or ""),
            "SOURCEURL": row.first.url or _citation(row.first),
        }


def _days(day: str) -> dict[str, str]:
    """A day in its four spellings; the fraction counts months as 30 days, as the codebook has it."""
    digits = day.replace("-", "")
    fraction = int(digits[:4]) + ((int(digits[4:6]) - 1) * 30 + int(digits[6:])) / 365
    return {"SQLDATE": digits, "MonthYear": digits[:6], "Year": digits[:4], "FractionDate": f"{fraction:.4f}"}


def _actor(column: str, side: Side) -> dict[str, str]:
    codes = state_codes(side.state)
    roles = [role for role in (sector_codes(side.sector).cameo_role, "IGO" if codes.cameo_group else "") if role]
    once = list(dict.fromkeys(roles))
    return {
        f"{column}Code": "".join((codes.cameo_country, codes.cameo_group, *once)),
        f"{column}Name": side.name.upper(),
        f"{column}CountryCode": codes.cameo_country,
        f"{column}KnownGroupCode": codes.cameo_group,
        **{f"{column}Type{n}Code": role for n, role in enumerate(once, 1)},
    }


def _place(row: EventRow) -> dict[str, str]:
    place = row.place
    country = state_codes(place.state).fips
    in_city = _US_CITY if place.state == "US" else _CITY
    kind = _NOWHERE if not country else in_city if place.city else _COUNTRY
    return {"ActionGeo_Type": kind, "ActionGeo_FullName": place.told, "ActionGeo_CountryCode": country}


def _citation(document: Document) -> str:
    """What stands for the address of a report that has none."""
    return ", ".join(filter(None, (document.publisher, document.title or document.name)))


def _moment(published: str) -> str:
    """Fourteen digits, midnight where the hour is not known; "" for a month or a year."""
    digits = "".join(c for c in published if c.isdigit())
    return digits.ljust(14, "0") if len(published) >= len("YYYY-MM-DD") else ""
