"""Days and instants as precise as they are known, never more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, Self

from detente.errors import DateError

Precision = Literal["year", "month", "day", "minute"]
Basis = Literal["stated", "relative", "inferred"]

_REMEMBERED = 8192
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise DateError(f"an interval that ends ({self.latest}) before it begins ({self.earliest})")

    def overlaps(self, other: Interval) -> bool:
        """Whether both share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class When:
    """A point in time as far as a text tells it.

    `iso` is cut to the known precision (`2023-06` for a month); `basis` says whether the text states it,
    gives it relative to the document's own date ("on Monday"), or leaves it to be inferred; `zone` is an IANA
    name or "local" where the text says only that.
    """

    iso: str
    precision: Precision
    basis: Basis = "stated"
    zone: str | None = None

    @classmethod
    def from_iso(cls, iso: str, *, basis: Basis = "stated", zone: str | None = None) -> Self:
        """From `2023`, `2023-06`, `2023-06-19` or `2023-06-19T16:34`; DateError for anything else."""
        return cls(iso, _precision_of(iso), basis, zone)

    @property
    def day(self) -> str:
        """The ISO date without a clock time."""
        return self.iso[:10]

    @property
    def interval(self) -> Interval:
        """The first and the last day it may mean."""
        return _days_of(self.iso)


@lru_cache(maxsize=_REMEMBERED)
def _precision_of(iso: str) -> Precision:
    """How precise an ISO date is; DateError for what is none or means no day."""
    found = _ISO.fullmatch(iso)
    if not found:
        raise DateError(f"'{iso}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    _days_of(iso)
    precisions: tuple[Precision, ...] = ("year", "month", "day", "minute")
    return precisions[sum(part is not None for part in found.group(2, 3, 4))]


@lru_cache(maxsize=_REMEMBERED)
def _days_of(iso: str) -> Interval:
    """The days that an ISO date may mean; a big record asks for the same ones again and again."""
    parts = [int(p) for p in iso[:10].split("-")]
    try:
        if len(parts) == 1:
            return Interval(date(parts[0], 1, 1), date(parts[0], 12, 31))
        if len(parts) == 2:
            first = date(parts[0], parts[1], 1)
            following = (first + timedelta(days=32)).replace(day=1)
            return Interval(first, following - timedelta(days=1))
        day = datetime.fromisoformat(iso).date()
    except (ValueError, OverflowError) as reason:
        raise DateError(f"'{iso}' is no date: {reason}") from None
    return Interval(day, day)


def same_moment(a: str | None, b: str | None) -> bool:
    """Whether two ISO dates of any precision may mean the same: an unknown one always may."""
    return not a or not b or a.startswith(b) or b.startswith(a)
