"""Lines of contact named as bodies ("the A-B Energy Council") or told by what is done to them ("recalled envoys")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from detente.model.findings import ChannelKind, ChannelStatus
from detente.ontology.lexicon import lexicon
from detente.ontology.states import states_in
from detente.text.cuewords import cues_in, labels_in
from detente.text.reading import Sentence, Token

_INSIDE_NAMES = frozenset({"of", "on", "for", "and", "the", "-", "–", "/"})
_LONGEST_NAME = 14
"""Words on either side of the last word of a name."""
_CLOSE = 60
"""How far from a thing (code points) the word stands that makes it a line cut or opened."""
_STATUSES: tuple[ChannelStatus, ...] = ("suspended", "restored", "refused", "proposed", "open")


def named_bodies(text: str, sentence: Sentence) -> Iterator[tuple[ChannelKind, int, int]]:
    """Standing bodies that two states share by their name, each with the kind that its name tells."""
    for start, end in cues_in(text, sentence.start, sentence.end, "channels", "bodies"):
        tokens = _name_around(sentence, start, end) if text[start].isupper() else []
        if not tokens:
            continue
        low, high = tokens[0].start, tokens[-1].end
        states = {name.code for _, _, name in states_in(text[low:high])}
        shared = any(text[s].isupper() for s, _ in cues_in(text, low, high, "channels", "shared"))
        if (len(states) > 1 or shared) and not cues_in(text, low, high, "channels", "no_body"):
            yield _kind_of_name(text, low, high), low, high


def _name_around(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The whole name around its last word, with the topic that "on" adds behind it."""
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if start <= t.start < end]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    while first > 0 and inside[0] - first < _LONGEST_NAME and _in_name(tokens[first - 1]):
        first -= 1
    while first < inside[0] and tokens[first].lower in _INSIDE_NAMES:
        first += 1
    if last + 2 < len(tokens) and tokens[last + 1].lower in {"on", "for"}:
        last += 1
        while last + 1 < len(tokens) and _in_name(tokens[last + 1]):
            last += 1
    return list(tokens[first : last + 1])


def _in_name(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower in _INSIDE_NAMES


def _kind_of_name(text: str, start: int, end: int) -> ChannelKind:
    for name in ("topics", "name_topics"):
        for _, _, kind in labels_in(text, start, end, "channels", name):
            return cast(ChannelKind, kind)
    return "diplomatic"


def bound_lines(text: str, sentence: Sentence) -> Iterator[tuple[ChannelKind, int, int, ChannelStatus]]:
    """Envoys, missions, relations, flights: each with the nearest of its own words of status, if one is close."""
    for name, entry in lexicon("channels")["bound"].items():
        for start, end in cues_in(text, sentence.start, sentence.end, "channels", "bound", name, "words"):
            low, high = max(sentence.start, start - _CLOSE), min(sentence.end, end + _CLOSE)
            cues = [
                (max(start - b, a - end), a, b, status)
                for status in _STATUSES
                if status in entry
                for a, b in cues_in(text, low, high, "channels", "bound", name, status)
            ]
            if cues:
                _, a, b, status = min(cues)
                yield cast(ChannelKind, entry["kind"]), min(a, start), max(b, end), status


def contacts(text: str, title: str, sentence: Sentence) -> Iterator[tuple[ChannelKind, int, int]]:
    """Words for keeping in touch ("their teams stay in close touch"), each as the line of those who do."""
    for start, end in cues_in(text, sentence.start, sentence.end, "channels", "contacts"):
        low, high = max(sentence.start, start - 2 * _CLOSE), min(sentence.end, end + 2 * _CLOSE)
        if cues_in(text, end, high, "channels", "others"):
            continue
        teams, directly = (cues_in(text, low, high, "channels", name) for name in ("teams", "directly"))
        led = cues_in(title, 0, len(title), "channels", "leaders")
        if directly or (led and not teams):
            yield "leader", start, end
        if teams or not (directly or led):
            yield "diplomatic", start, end
