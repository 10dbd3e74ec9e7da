"""Standing lines of contact between two states and how they stand: one report per pair and kind.

Not read yet: a line that is named only by its host or its initials, the day since when it stands as it does where
that is told in another sentence, and lines between states other than those of the sentence or of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import cast

from detente.extract.channel_lines import bound_lines, contacts, named_bodies
from detente.model.findings import ChannelKind, ChannelReport, ChannelStatus
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.ontology.states import states_in
from detente.text.chain import Found
from detente.text.clauses import Actors, actors_of
from detente.text.cuewords import cues_in, labels_in
from detente.text.reading import Reading, Sentence

LABEL = "channels/1"
_AROUND = 130
"""How far from the line (code points) the words stand that tell its status."""
_BESIDE = 16
"""How far before a line the word stands that says that there is none."""
_NEAR = 90
"""How far from a general word for a line its topic stands."""
_MOST_WORDS = 110
_MONTH = len("2023-06")
_PLAIN: tuple[ChannelKind, ...] = ("diplomatic", "other")
"""Kinds that give way where another kind is named by the same words, the last first."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A line named at `[start:end]`; `status` is None where no word around it tells one."""

    kind: ChannelKind
    start: int
    end: int
    status: ChannelStatus | None
    sentence: Sentence


def extract_channels(reading: Reading, found: Found) -> list[ChannelReport]:
    """One report per (states, kind) with the latest status that is more than a mention."""
    del found
    actors = actors_of(reading)
    if len(actors.pair) < 2:
        return []
    groups: dict[tuple[tuple[str, ...], ChannelKind], list[_Sighting]] = {}
    for sighting in _sightings(reading):
        groups.setdefault((_states(actors, reading, sighting), sighting.kind), []).append(sighting)
    return [_report(reading, states, group) for (states, _), group in groups.items() if len(states) > 1]


def _sightings(reading: Reading) -> Iterator[_Sighting]:
    text = reading.document.text
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"headline", "byline"} or sentence.tokens[-1].text == "?":
            continue
        if not _naming().within(text, sentence.start, sentence.end):
            continue
        named = list(_named(text, sentence))
        for kind, start, end in named:
            if any(_plainness(k) < _plainness(kind) and s < end and start < e for k, s, e in named):
                continue
            status = _status(text, sentence, start, end)
            if not (status in (None, "open") and _long_past(reading, sentence)):
                yield _Sighting(kind, start, end, status, sentence)
        for kind, start, end in contacts(text, reading.document.title or "", sentence):
            yield _Sighting(kind, start, end, "open", sentence)
        for kind, start, end, told in bound_lines(text, sentence):
            wanted = told == "restored" and bool(cues_in(text, start, end, "channels", "wanting"))
            yield _Sighting(kind, start, end, "suspended" if wanted else told, sentence)


@cache
def _naming() -> Phrases:
    """All words that may name a line, which few sentences hold."""
    words = lexicon("channels")
    by_name = chain(*words["lines"].values(), *(entry["words"] for entry in words["bound"].values()))
    return Phrases([*by_name, *words["bodies"], *words["general"], *words["contacts"]], ignore_case=True)


def _long_past(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence goes back to a time over a month before the document, which leaves the present open."""
    published = reading.document.published
    if not published or sentence.root.tag not in {"VBD", "VBZ"}:
        return False
    whens = [t.until or t.when for t in reading.times_in(sentence.start, sentence.end) if t.kind == "date" and t.when]
    days = [w.day for w in whens if w and len(w.day) >= _MONTH]
    return bool(days) and max(days)[:_MONTH] < published[:_MONTH] and not _since_then(reading, sentence)


def _since_then(reading: Reading, sentence: Sentence) -> bool:
    """Whether words of the sentence carry what it tells on to now."""
    return bool(cues_in(reading.document.text, sentence.start, sentence.end, "channels", "lasting"))


def _plainness(kind: ChannelKind) -> int:
    return _PLAIN.index(kind) + 1 if kind in _PLAIN else 0


def _named(text: str, sentence: Sentence) -> Iterator[tuple[ChannelKind, int, int]]:
    """Lines by their own name, then general words for a line with a topic near them."""
    low, high = sentence.start, sentence.end
    for start, end, kind in labels_in(text, low, high, "channels", "lines"):
        yield cast(ChannelKind, kind), start, end
    yield from named_bodies(text, sentence)
    single = cues_in(text, low, high, "channels", "no_line")
    for start, end in cues_in(text, low, high, "channels", "general"):
        if not any(s < end and start < e for s, e in single):
            yield from _by_topic(text, sentence, start, end)


def _by_topic(text: str, sentence: Sentence, start: int, end: int) -> Iterator[tuple[ChannelKind, int, int]]:
    low, high = max(sentence.start, start - _NEAR), min(sentence.end, end + _NEAR)
    first: dict[str, tuple[int, int]] = {}
    for a, b, kind in labels_in(text, low, high, "channels", "topics"):
        first.setdefault(kind, (a, b))
    for kind, (a, b) in first.items():
        yield cast(ChannelKind, kind), min(start, a), max(end, b)


def _status(text: str, sentence: Sentence, start: int, end: int) -> ChannelStatus | None:
    """What the nearest cue tells; a wish to restore leaves a line shut; None where the line is only named."""
    low, high = max(sentence.start, start - _AROUND), min(sentence.end, end + _AROUND)
    if cues_in(text, max(sentence.start, start - _BESIDE), start, "channels", "absent"):
        return "suspended"
    cues = [(max(start - b, a - end), status) for a, b, status in labels_in(text, low, high, "channels", "status")]
    if not cues:
        return None
    status = cast(ChannelStatus, min(cues)[1])
    return "suspended" if status == "restored" and cues_in(text, low, high, "channels", "wanting") else status


def _states(actors: Actors, reading: Reading, sighting: _Sighting) -> tuple[str, ...]:
    """The states in the line's own name, else the two named in the sentence, else those of the document."""
    text, sentence = reading.document.text, sighting.sentence
    own = _named_in(text, sighting.start, sighting.end)
    if len(own) > 1:
        return own
    hosts = set(lexicon("channels")["hosts"])
    named = [state for state in actors.named(sentence.start, sentence.end) if state not in hosts]
    if len(named) == 2:
        places = _only_places(text, sentence) - set(actors.pair)
        return tuple(sorted(actors.pair if places & set(named) and set(named) & set(actors.pair) else named))
    return tuple(sorted(actors.sides if actors.joint and len(actors.sides) > 2 else actors.pair))


def _named_in(text: str, start: int, end: int) -> tuple[str, ...]:
    return tuple(sorted({name.code for _, _, name in states_in(text[start:end])}))


def _only_places(text: str, sentence: Sentence) -> set[str]:
    """States that the sentence names only as where something took place ("talks in Oman")."""
    words = text[sentence.start : sentence.end]
    placing = set(lexicon("channels")["placing"])
    found = [(name.code, words[:low].split()[-1:]) for low, _, name in states_in(words)]
    acting = {code for code, before in found if not (before and before[0].lower() in placing)}
    return {code for code, _ in found} - acting


def _report(reading: Reading, states: tuple[str, ...], group: list[_Sighting]) -> ChannelReport:
    telling = [s for s in group if s.status] or group
    latest = telling[-1]
    spans = [_evidence(reading, latest)]
    for other in reversed(telling[:-1]):
        span = _evidence(reading, other)
        if other.status == latest.status and not any(span.overlaps(s) for s in spans) and len(spans) < 2:
            spans.append(span)
    return ChannelReport(
        evidence=tuple(sorted(spans)),
        confidence=0.7 if latest.status else 0.5,
        extractor=LABEL,
        states=states,
        kind=latest.kind,
        status=latest.status or "open",
        since=_since(reading, latest),
    )


def _evidence(reading: Reading, sighting: _Sighting) -> Span:
    """The sentence, or the part of it around the line where the sentence is long."""
    tokens = sighting.sentence.tokens
    at = next(n for n, t in enumerate(tokens) if t.end > sighting.start)
    low, high = (0, len(tokens)) if len(tokens) <= _MOST_WORDS // 2 else (max(0, at - 20), min(len(tokens), at + 30))
    return reading.span(tokens[low].start, tokens[high - 1].end)


def _since(reading: Reading, sighting: _Sighting) -> str | None:
    """The date in the sentence of a line that was shut or opened again."""
    if sighting.status not in {"suspended", "restored"}:
        return None
    times = [t for t in reading.times_in(sighting.sentence.start, sighting.sentence.end) if t.kind == "date" and t.when]
    return times[0].when.day if len(times) == 1 and times[0].when else None
