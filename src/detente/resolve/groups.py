"""Words that stand for two parties at once: "Mr Sullivan and Director Wang", "the two leaders", "both sides"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from detente.model.dossier import Party
from detente.resolve.cast import Player
from detente.resolve.sheet import Draft, Sheet
from detente.text.reading import Token

Pair = tuple[Player, Player]


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two people told to have met, at the token where that is known."""

    at: int
    pair: Pair


def find_coordinations(sheet: Sheet) -> None:
    """Add a group over "A and B" and "A, B and C" where each is a person, body or state of its own."""
    drafts = sorted(sheet.drafts, key=lambda d: d.first)
    chain: list[Draft] = []
    for draft in drafts:
        link = _link(sheet, chain[-1], draft) if chain else None
        if link and _same_kind(sheet, chain[-1], draft):
            chain.append(draft)
            if link == "and":
                _add_group(sheet, chain)
                chain = []
        else:
            chain = [draft]


def _link(sheet: Sheet, a: Draft, b: Draft) -> str | None:
    """Whether "and" or a comma is all that stands between two mentions."""
    between = [t for t in sheet.tokens[a.last + 1 : b.first] if t.tag != "DT"]
    texts = [t.lower for t in between]
    if not sheet.same_paragraph(a.last, b.first) or sheet.tokens[a.last].tag == "POS":
        return None
    if texts in (["and"], [",", "and"], ["&"]):
        return "and"
    return "comma" if texts == [","] else None


def _same_kind(sheet: Sheet, a: Draft, b: Draft) -> bool:
    kinds = {_kind(a), _kind(b)}
    return kinds in ({"person"}, {"state"}) and name_of(sheet, a) != name_of(sheet, b)


def _kind(draft: Draft) -> str:
    if draft.player:
        return "person"
    return draft.party.kind if draft.party else ""


def name_of(sheet: Sheet, draft: Draft) -> str:
    """The name of the party that the draft means."""
    party = sheet.cast.party(draft.player) if draft.player else draft.party
    return party.name if party else ""


def _add_group(sheet: Sheet, chain: list[Draft]) -> None:
    names = [name_of(sheet, draft) for draft in chain]
    party = Party(name=joined(names), kind="group")
    core = (chain[0].first, chain[-1].last)
    sheet.groups.append(Draft(*core, "group", core, party=party))


def joined(names: list[str]) -> str:
    """`A and B`, `A, B and C`."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 2 else " and ".join(names)


def find_encounters(sheet: Sheet) -> list[Encounter]:
    """Pairs of people that the text brings to one table, in the order of the text."""
    found = []
    people = sorted((d for d in sheet.drafts if d.player), key=lambda d: d.first)
    for a, b in pairwise(people):
        if a.player is b.player or not sheet.same_paragraph(a.first, b.first) or b.first - a.last > 25:
            continue
        if _brought_together(sheet, a, b) and a.player and b.player:
            found.append(Encounter(b.last, (a.player, b.player)))
    return found


def _brought_together(sheet: Sheet, a: Draft, b: Draft) -> bool:
    words = sheet.words
    between = sheet.tokens[a.last + 1 : b.first]
    if any(t.text in {".", ";"} for t in between):
        return False
    if any(t.lemma in words.meeting_verbs and t.pos == "VERB" for t in between):
        return True
    joined_by = {t.lower for t in between if t.pos in {"ADP", "CCONJ"}}
    noun = any(t.lemma in words.meeting_nouns or t.lower in words.meeting_nouns for t in between)
    if noun and "with" in joined_by:
        return True
    if a.first and sheet.tokens[a.first - 1].lower == "between" and "and" in joined_by:
        return True
    before = sheet.tokens[max(0, a.first - 6) : a.first]
    after = sheet.tokens[b.last + 1 : b.last + 6]
    coordinated = [t.lower for t in between if t.tag != "DT"] == ["and"]
    return coordinated and any(t.lemma in words.meeting_nouns | words.meeting_verbs for t in (*before, *after))


def find_group_phrases(sheet: Sheet, encounters: list[Encounter]) -> None:
    """Add "the two leaders", "both sides" and their like."""
    longest = max(len(phrase) for phrase in sheet.words.group_words)
    i = 0
    while i < len(sheet.tokens):
        size = _phrase_at(sheet, i, longest)
        if size and sheet.free(i, i + size - 1):
            _add_phrase(sheet, i, i + size - 1, encounters)
        i += size or 1


def _phrase_at(sheet: Sheet, i: int, longest: int) -> int:
    if sheet.tokens[i].tag not in {"DT", "PDT", "CC"} and sheet.tokens[i].lower not in {
        "both",
        "either",
        "each",
        "all",
    }:
        return 0
    for size in range(min(longest, len(sheet.tokens) - i), 1, -1):
        phrase = tuple(t.lower for t in sheet.tokens[i : i + size])
        if phrase in sheet.words.group_words:
            return size if _ends_phrase(sheet.tokens[i + size - 1]) else 0
    return 0


def _ends_phrase(last: Token) -> bool:
    """Whether "the two" and its like head their phrase, unlike in "the two cities"."""
    return last.dep not in {"compound", "nummod", "amod", "nmod"}


def _add_phrase(sheet: Sheet, first: int, last: int, encounters: list[Encounter]) -> None:
    phrase = tuple(t.lower for t in sheet.tokens[first : last + 1])
    party = Party(name=" ".join(phrase), kind="group")
    if sheet.words.group_words[phrase] == "leaders":
        party = pair_party(sheet, pair_at(sheet, encounters, first)) or party
    sheet.add(Draft(first, last, "group", (first, last), party=party))


def pair_at(sheet: Sheet, encounters: list[Encounter], at: int) -> Pair | None:
    """The two people who meet there: the only pair, or the last in this paragraph or the one above."""
    pairs = {frozenset(id(p) for p in e.pair) for e in encounters}
    if len(pairs) == 1:
        return encounters[0].pair
    here = sheet.tokens[at].sentence.paragraph.index
    near = [e for e in encounters if e.at < at and here - sheet.tokens[e.at].sentence.paragraph.index <= 1]
    return near[-1].pair if near else None


def pair_party(sheet: Sheet, pair: Pair | None) -> Party | None:
    """Both by name, as one group."""
    if pair is None:
        return None
    return Party(name=joined([sheet.cast.party(p).name for p in pair]), kind="group")
