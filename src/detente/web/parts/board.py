"""The board of channels: how each line between the two stands, and for how long nobody used it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.entries import published_of
from detente.analysis.silence import Quiet
from detente.export.wording import counted
from detente.model.view import View
from detente.ontology.kinds import label_of
from detente.web.claims import Claim, Claims, Quote


@dataclass(frozen=True)
class Line:
    """One line of contact.

    `days` runs from the last contact to the last day that the record knows; `usual` is the median pause between
    contacts in days; `told` is the day of the report that tells the status, `since` what it says of when that began.
    """

    kind: str
    label: str
    path: str
    status: str | None
    since: str | None
    told: str | None
    quote: Quote | None
    last: Claim | None
    days: int | None
    usual: float | None
    unusual: bool
    silence: str
    contacts: int


def board(view: View, lines: tuple[Quiet, ...], claims: Claims) -> tuple[Line, ...]:
    """Every line with its status, the longest silence first."""
    return tuple(_line(view, quiet, claims) for quiet in lines)


def _line(view: View, quiet: Quiet, claims: Claims) -> Line:
    status = quiet.status
    told = published_of(view, status) if status else None
    return Line(
        kind=quiet.kind,
        label=label_of("channel_kind", quiet.kind),
        path=claims.ways.channel(quiet.kind),
        status=status.best.status if status else None,
        since=claims.wording.date(status.best.since) if status and status.best.since else None,
        told=claims.wording.date(told) if told else None,
        quote=claims.quote(status.best.evidence[0]) if status else None,
        last=claims.of(quiet.last, quotes=1) if quiet.last else None,
        days=quiet.days,
        usual=quiet.usual,
        unusual=quiet.unusual,
        silence=_silence(quiet),
        contacts=quiet.contacts,
    )


def _silence(quiet: Quiet) -> str:
    if quiet.days is None:
        return "no dated contact"
    usual = f"; usually {quiet.usual:g} between contacts" if quiet.usual is not None else ""
    return counted(quiet.days, "day") + usual
