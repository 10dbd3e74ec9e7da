"""How a brief puts dates, lengths, names and kinds into words, never more precisely than they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from detente.model.findings import Engagement, IncidentKind
from detente.model.when import Basis, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
UNKNOWN = "not stated"
_LONGEST = 320
_REMEMBERED = 8192
_ADJECTIVES = ("military", "maritime", "airspace", "cyber", "legal", "other")


@dataclass(frozen=True)
class Wording:
    """`names` holds display names by state code and by issue; a key without one is shown as it is.

    Several states are named in the order of `first`, then by code.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    first: tuple[str, ...] = ()

    def state(self, code: str | None) -> str:
        """The display name of a state; people of no known state stand under "Others"."""
        return self.names.get(code, code) if code else "Others"

    def states(self, codes: Iterable[str]) -> str:
        """Several states in one phrase, or "not stated"."""
        given = tuple(codes)
        if given not in self._phrases:
            order = {code: i for i, code in enumerate(self.first)}
            ordered = sorted(set(given), key=lambda c: (order.get(c, len(order)), c))
            self._phrases[given] = listed([self.state(c) for c in ordered]) or UNKNOWN
        return self._phrases[given]

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], str]:
        """How several states were named: a brief names the same ones again and again."""
        return {}

    def issue(self, key: str) -> str:
        """The display name of an issue; without one, "trade_tariffs" becomes "Trade tariffs"."""
        return self.names.get(key) or kind_name(key)

    def date(self, iso: str | None, basis: Basis | None = None) -> str:
        """As precise as known: "19 June 2023", "June 2023", "2023", "date not stated"."""
        if iso is None:
            return "date not stated"
        return spelled(iso) + (" (inferred)" if basis == "inferred" else "")

    def dates(self, engagement: Engagement) -> str:
        """The day or days of an engagement."""
        first, last = engagement.date, engagement.end_date
        if first is None or last is None or first == last:
            return self.date(first or last, engagement.date_basis)
        day, _, rest = spelled(first).partition(" ")
        if len(first) == len(last) == 10 and first[:7] == last[:7]:
            return f"{day}–{spelled(last)}"
        return f"{day} {rest} – {spelled(last)}" if rest else f"{day} – {spelled(last)}"


@lru_cache(maxsize=_REMEMBERED)
def spelled(iso: str) -> str:
    """An ISO date of any precision in words."""
    day, _, clock = When.from_iso(iso).iso.partition("T")
    parts = day.split("-")
    words = [str(int(parts[2]))] if len(parts) == 3 else []
    words += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*words, parts[0]]) + (f", {clock}" if clock else "")


def length(minutes: int) -> str:
    """Minutes in words: "5 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    parts += [counted(rest, "minute")] if rest or not hours else []
    return " ".join(parts)


def minutes_between(start: str, end: str) -> int:
    """Minutes from one clock time to the next, over midnight where need be."""
    first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (start, end))
    return (last - first) % (24 * 60)


def kind_name(key: str) -> str:
    """A kind as it stands in a list: "news_conference" becomes "News conference"."""
    return capitalised(key.replace("_", " "))


def incident_kind(kind: IncidentKind) -> str:
    """A kind of incident as a noun: "Sanction", "Maritime incident"."""
    return kind_name(kind) + (" incident" if kind in _ADJECTIVES else "")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "3 reports"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeou" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def counted_in(number: int, layer: str) -> str:
    """So many findings of a layer: "1 discrepancy", "3 channels"."""
    return counted(number, f"{layer[:-3]}y" if layer.endswith("ies") else layer[:-1])


def listed(items: Sequence[str]) -> str:
    """Join items as "A, B and C"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def capitalised(words: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return words[:1].upper() + words[1:]


def shortened(words: str) -> str:
    """One line of at most 320 characters, cut between words and marked with an ellipsis."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return (line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]) + " …"
