"""What an address asks for: the whole state of a page stands in its query."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Depends, Path, Query

from detente.analysis.narrowing import Narrowing
from detente.api import state_code
from detente.errors import ChoiceError

Answer = Literal["yes", "no"]
ISO_DATE = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Bounds and filters; None leaves one open. `new` is the day since which news is asked for."""

    since: str | None = None
    until: str | None = None
    issue: str | None = None
    person: str | None = None
    publisher: str | None = None
    reviewed: Answer | None = None
    new: str | None = None
    as_of: str | None = None
    known_at: str | None = None

    @property
    def narrowing(self) -> Narrowing:
        """What entries must fit."""
        return Narrowing(
            since=self.since,
            until=self.until,
            issue=self.issue,
            person=self.person,
            publisher=self.publisher,
            reviewed=None if self.reviewed is None else self.reviewed == "yes",
        )

    @property
    def moment(self) -> Asked:
        """Only as of when it is asked: what links to other pages carry along."""
        return Asked(as_of=self.as_of, known_at=self.known_at)

    def but(self, **changes: str | None) -> Asked:
        """The same with some of it asked otherwise."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def query(self) -> str:
        """It as the query of an address, with its question mark; empty where nothing is asked."""
        given = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode(given)}" if given else ""


Date = Annotated[str | None, Query(pattern=ISO_DATE, description="an ISO date of any precision")]


def _asked(
    since: Date = None,
    until: Date = None,
    issue: Annotated[str | None, Query(description="only what concerns this issue")] = None,
    person: Annotated[str | None, Query(description="only what names this person")] = None,
    publisher: Annotated[str | None, Query(description="only what this publisher tells")] = None,
    reviewed: Annotated[
        Answer | Literal[""] | None, Query(description="only what a person has decided on, or not")
    ] = None,
    new: Date = None,
    as_of: Date = None,
    known_at: Annotated[str | None, Query(description="as this record held it on a day or at a moment (UTC)")] = None,
) -> Asked:
    """A form sends what is left open as an empty string."""
    return Asked(
        since=since or None,
        until=until or None,
        issue=issue or None,
        person=(person or "").strip() or None,
        publisher=publisher or None,
        reviewed=reviewed or None,
        new=new or None,
        as_of=as_of or None,
        known_at=known_at or None,
    )


def _pair(pair: Annotated[str, Path(description="the codes of two states: US-CN")]) -> tuple[str, str]:
    first, dash, second = pair.partition("-")
    if not dash:
        raise ChoiceError(f"no two states in '{pair}'; write their codes, such as US-CN")
    codes = (state_code(first), state_code(second))
    if codes[0] == codes[1]:
        raise ChoiceError(f"'{pair}' names one state twice; name two, such as US-CN")
    return codes


AskedOf = Annotated[Asked, Depends(_asked)]
Pair = Annotated[tuple[str, str], Depends(_pair)]
