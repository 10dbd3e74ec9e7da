"""Who does what in a clause: subjects, bounds and reality of verbs, and the states behind the words.

Labels are those of the English treebank (ClearNLP); another language's reader maps its own to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from detente.ontology.lexicon import lexicon
from detente.ontology.states import STATES, StateName, members_of, states_in
from detente.text.cuewords import cues_in
from detente.text.namesakes import namesakes_in
from detente.text.reading import Mention, Reading, Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"WDT", "WP", "WP$"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PARTICIPIAL = frozenset({"acl", "amod", "conj", "advcl"})
_NOUN_PHRASE = frozenset({"poss", "amod", "compound", "nmod", "nummod", "det", "case", "punct", "conj", "cc"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_MODAL = frozenset(
    {"will", "would", "shall", "should", "may", "might", "could", "can", "must", "'ll", "’ll", "wo", "ca"}
)


def auxiliaries(verb: Token) -> list[str]:
    """The words that help the verb ("will", "has", "be"), in lower case."""
    return [c.lower for c in verb.children if c.dep in {"aux", "auxpass"}]


def modal(verb: Token) -> str | None:
    """The modal of the verb, or of the verb that it is joined to by "and" without one of its own."""
    own = next((a for a in auxiliaries(verb) if a in _MODAL), None)
    if own or verb.dep != "conj" or verb.child(*SUBJECTS) or verb.tag not in {"VB", verb.head.tag}:
        return own
    return modal(verb.head) if verb.head.pos in {"VERB", "AUX"} else None


def negated(verb: Token) -> bool:
    """Whether "not", "never" or "no longer" stands on the verb."""
    return any(c.dep == "neg" or c.lower in {"never", "neither"} for c in verb.children)


def conditional(verb: Token) -> bool:
    """Whether the verb stands in a clause opened by "if", "unless", "whether" or "in case"."""
    if _CONDITIONS.isdisjoint(verb.sentence.words):
        return False
    return any(
        c.lower in _CONDITIONS and c.dep in {"mark", "advmod"} for t in (verb, *verb.ancestors()) for c in t.children
    )


def happened(verb: Token) -> bool:
    """Whether the verb tells something as done: past or perfect, no modal, no negation, under no condition."""
    if negated(verb) or modal(verb) or conditional(verb):
        return False
    helped = auxiliaries(verb)
    if "to" in helped:
        return False
    if verb.tag in {"VBD", "VBN"}:
        return verb.tag == "VBD" or bool(helped) or verb.dep in _PARTICIPIAL or verb.child("nsubj") is not None
    return verb.tag == "VBG" and (bool({"was", "were", "been"} & set(helped)) or _told_before(verb))


def _told_before(verb: Token) -> bool:
    """A participle ("…, prompting Beijing to close it") is as real as the verb it hangs on."""
    return verb.dep in {"advcl", "pcomp"} and any(t.tag in {"VBD", "VBN"} for t in verb.ancestors())


def subject_of(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, that of the verb it is joined to, or the noun it describes."""
    token: Token | None = verb
    while token is not None:
        own = _nearest_subject(token) or next((s for c in token.children if (s := _of_auxiliary(c))), None)
        if own is not None:
            return _antecedent(token) if own.tag in RELATIVE and token.dep == "relcl" else own
        if token.dep in {"acl", "relcl"}:
            return token.head
        if token.dep == "xcomp" and (told := token.head.child("dobj")) and told.i < token.i:
            return told
        up = token.head if token.head is not token else None
        token = up if up and token.dep in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acomp"} else None
    return None


def _nearest_subject(verb: Token) -> Token | None:
    """The verb's own subject; of several before it the last ("Ms Doe: Oslo agreed")."""
    own = [c for c in verb.children if c.dep in SUBJECTS]
    before = [c for c in own if c.i < verb.i and c.dep != "expl"]
    return before[-1] if len(before) > 1 else own[0] if own else None


def _of_auxiliary(word: Token) -> Token | None:
    """The subject that the parser hung on a helping verb ("they are | committed")."""
    return word.child(*SUBJECTS) if word.dep in {"aux", "auxpass"} else None


def _antecedent(verb: Token) -> Token:
    return verb.head


def agent_of(verb: Token) -> Token | None:
    """Who does it when told in the passive: the noun after "by"."""
    by = verb.child("agent")
    return by.child("pobj") if by else None


def joined(token: Token) -> list[Token]:
    """The token and all that is joined to it by "and" or "or"."""
    found = [token]
    for child in token.children:
        if child.dep == "conj":
            found.extend(joined(child))
    return found


def phrase_of(noun: Token) -> list[Token]:
    """The noun with its determiners, adjectives and possessors, without what follows after a preposition or clause."""
    found = [noun]
    for child in noun.children:
        if child.dep in _NOUN_PHRASE and child.dep not in {"conj", "cc"}:
            found.extend(child.subtree())
    return sorted(found, key=lambda t: t.i)


def bounds(head: Token, *, shed: Iterable[Token] = ()) -> tuple[int, int]:
    """Code points of the clause of a verb, or of the phrase of a noun, without connectives and marks at its ends.

    Joined clauses with a subject or modal of their own are left out, and so is everything under `shed`. The head stays,
    whatever the parser takes it for.
    """
    out = {t.i for token in (*shed, *_apart(head)) for t in token.subtree()}
    kept = [t for t in head.subtree() if t.i not in out]
    while kept[0] is not head and (kept[0].pos in {"PUNCT", "CCONJ"} or kept[0].dep in {"mark", "cc"}):
        kept = kept[1:]
    while kept[-1] is not head and (kept[-1].pos in {"PUNCT", "CCONJ"} and kept[-1].text not in {"%", ")"}):
        kept = kept[:-1]
    return kept[0].start, _unbroken(head, kept, out)


def _apart(head: Token) -> list[Token]:
    own = [c for c in head.children if c.dep == "conj" and (c.child(*SUBJECTS) or modal_of_its_own(c))]
    fronted = [c for c in head.children if c.dep in {"ccomp", "parataxis"} and c.i < head.i]
    return own + fronted


def modal_of_its_own(verb: Token) -> bool:
    """Whether the verb carries a modal itself."""
    return any(a in _MODAL for a in auxiliaries(verb))


def _unbroken(head: Token, kept: list[Token], out: set[int]) -> int:
    """The end of the stretch around the head before the first thing that was left out after it."""
    later = [i for i in out if i > head.i]
    first = min(later, default=None)
    return next(t.end for t in reversed(kept) if first is None or t.i < first or t.i <= head.i)


def asides(verb: Token) -> list[Token]:
    """Participles before the words or after a comma ("Citing the floods, she pledged aid, noting that …")."""
    parted = {c.i for c in verb.children if c.text == ","}
    loose = [c for c in verb.children if c.dep == "advcl" and c.tag == "VBG"]
    last = max((c.i for c in verb.children if c.pos != "PUNCT"), default=verb.i)
    return [c for c in loose if c.i < verb.i or (c.i == last and c.subtree()[0].i - 1 in parted)]


def whole_quotations(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """`[start:end]` with the marks at its ends, where a quotation lies in it but for them."""
    for quotation in reading.quotations:
        if start < quotation.start < end < quotation.end:
            rest = reading.document.text[end : quotation.end]
            end = quotation.end if not any(c.isalnum() for c in rest) else end
        elif quotation.start < start < quotation.end < end:
            lead = reading.document.text[quotation.start : start]
            start = quotation.start if not any(c.isalnum() for c in lead) else start
    return start, end


def _subject_above(pronoun: Token) -> Token | None:
    """The subject of the nearest clause above that of an unresolved "it" or "they"; None for other pronouns."""
    if pronoun.lower not in {"it", "its", "they", "their"}:
        return None
    above = (a.child("nsubj", "nsubjpass") for a in pronoun.ancestors())
    return next((s for s in above if s is not None and s is not pronoun and s.pos != "PRON"), None)


def _with_members(codes: Iterable[str]) -> tuple[str, ...]:
    """Each state once; the members of a small group of states instead of the group."""
    return tuple(dict.fromkeys(state for code in codes for state in members_of(code)))


@lru_cache(maxsize=1)
def actors_of(reading: Reading) -> Actors:
    """The actors of a Reading, made for the first layer that asks; mentions are not to be changed after that."""
    return Actors(reading)


class Actors:
    """The states behind the words of one Reading."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = sorted(reading.mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._mentions]
        self._by_head = {m.head: m for m in self._mentions}
        self._namesakes = namesakes_in(reading.document, next(iter(reading.document.account_of), None))
        self._named = self.states_told_in(reading.document.text)
        self._named_starts = [start for start, _, _ in self._named]
        self.counts = Counter(name.code for _, _, name in self._named)
        self.counts.update(m.party.state for m in self._mentions if m.party.state and m.via != "state")
        self._state_of = {m.party.name: m.party.state for m in self._mentions if m.party.state}
        spoken_for = [(m.start, m.party.state) for m in self._mentions if m.party.state]
        told = sorted([*((at, name.code) for at, _, name in self._named), *spoken_for])
        self._told_starts, self._told_states = [at for at, _ in told], [state for _, state in told]
        self._reading = reading
        self._heads = [p for p in reading.paragraphs[:2] if p.kind == "headline"]
        self.pair = self._two()
        self.joint = self._joint()
        self.met = () if self.joint else self._met()
        self.sides = (self._issuers() if self.joint else self.met) or self.pair

    def states_told_in(self, words: str) -> list[tuple[int, int, StateName]]:
        """States that words of the document or its title name, with where; none whose name means a place at home."""
        return [named for named in states_in(words) if named[2].code not in self._namesakes]

    def _two(self) -> tuple[str, ...]:
        """The two states the document is about: those of its title and headline, else the most named.

        One of which no more is told than that something took place in its capital comes last.
        """
        headed = {name.code for _, _, name in self.states_told_in(self._reading.document.title or "")}
        for headline in self._heads:
            headed.update(self.named(headline.start, headline.end))
        ranked = [state for state, _ in self.counts.most_common()]
        hosts = self._hosts()
        return tuple(sorted(ranked, key=lambda state: (state in hosts, state not in headed))[:2])

    def _hosts(self) -> set[str]:
        """States named by nothing but their capital as a place: "met in Vienna", "went to Vienna"."""
        places = Counter(name.code for start, _, name in self._named if self._is_place(start, name))
        return {state for state, times in places.items() if times == self.counts[state]}

    def _is_place(self, start: int, name: StateName) -> bool:
        token = self._reading.token_at(start)
        if name.via != "capital" or token is None or not token.i:
            return False
        before, words = self._reading.tokens[token.i - 1], lexicon("mentions")
        return before.lower in words["place_prepositions"] or before.head.lemma in words["place_verbs"]

    def _joint(self) -> bool:
        """Whether the document speaks for its states together, so that its own "we" is theirs."""
        joint = re.compile(lexicon("documents")["joint"], re.IGNORECASE)
        return any(joint.search(title) for title in self._titles())

    def _titles(self) -> list[str]:
        document = self._reading.document
        return [document.title or "", *(document.text[h.start : h.end] for h in self._heads)]

    def _issuers(self) -> tuple[str, ...]:
        """The states that speak in a joint document: those its title names before its topic, else its opening."""
        found = self._titled()
        if len(found) < 2:
            subject = opening.root.child(*SUBJECTS) if (opening := self._opening()) else None
            words = subject.subtree() if subject is not None else []
            found += self.named(words[0].start, words[-1].end) if words else ()
        issuers = _with_members(found)
        return issuers if len(issuers) > 1 or any(STATES[i].kind != "state" for i in issuers) else ()

    def _met(self) -> tuple[str, ...]:
        """Who met, by a state's own account: that state, with those of its title, else of its first sentence.

        The state alone where the title tells of a contact and nobody else is named in it.
        """
        own = self._reading.document.account_of
        if len(own) != 1:
            return ()
        contact = any(cues_in(title, 0, len(title), "documents", "contact") for title in self._titles())
        found = self._titled() if contact else []
        if not set(found) - set(own) and (opening := self._opening()):
            people = [m.party for m in self.within(opening.start, opening.end) if m.party.kind == "person"]
            found += [person.state for person in people if person.state]
            found += self.named(opening.start, self._before_topic(opening)) if contact else ()
        met = _with_members([*own, *found])
        return met if len(met) > 1 or contact else ()

    def _titled(self) -> list[str]:
        """States that a title names before its topic, or whose people it names there."""
        found: list[str] = []
        for title in self._titles():
            topics = cues_in(title, 0, len(title), "documents", "topic")
            issuing = title[: topics[0][0]] if topics else title
            found += [code for surname, code in self._surnames().items() if surname in issuing]
            found += [name.code for _, _, name in self.states_told_in(issuing)]
        return list(dict.fromkeys(found))

    def _opening(self) -> Sentence | None:
        """The first sentence of the body ("We, the leaders of A and B, …")."""
        return next((s for s in self._reading.sentences if s.paragraph.kind == "body"), None)

    def _before_topic(self, opening: Sentence) -> int:
        """Where words tell what those who are named before them deal with."""
        topics = cues_in(self._reading.document.text, opening.start, opening.end, "documents", "purpose")
        return topics[0][0] if topics else opening.end

    def _surnames(self) -> dict[str, str]:
        people = [m.party for m in self._mentions if m.party.kind == "person" and m.party.state]
        return {person.name.split()[-1]: person.state for person in people if person.state}

    def acting_for(self, name: str) -> tuple[str, ...]:
        """The states of people or states named together ("Jo Doe and Max Roe"); nothing where one is not known."""
        found = [self._state_of.get(part) for part in re.split(r", | and ", name)]
        return tuple(dict.fromkeys(state for state in found if state)) if all(found) else ()

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin within `[start:end]`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mention(self, token: Token) -> Mention | None:
        """The mention with this head."""
        return self._by_head.get(token.i)

    def of(self, noun: Token | None) -> tuple[str, ...]:
        """States that a noun phrase stands for: "both sides" for the two of the document, "the US Navy" for US."""
        if noun is None:
            return ()
        found: list[str] = []
        for part in joined(noun):
            found.extend(s for s in self._one(part) if s not in found)
        return tuple(found)

    def _one(self, noun: Token) -> tuple[str, ...]:
        mention = self.mention(noun)
        if mention is not None:
            if mention.party.kind == "group":
                return self._of_group(mention)
            return (mention.party.state,) if mention.party.state else ()
        if noun.pos == "PRON":
            if noun.lower in {"we", "our", "us"}:
                return self._own_voice(noun)
            return self._one(above) if (above := _subject_above(noun)) else ()
        words = phrase_of(noun)
        if {"two", "both"} & {w.lower for w in words} and noun.lemma in lexicon("documents")["sides"]:
            return self.sides
        return self.named(words[0].start, words[-1].end)[:1]

    def _own_voice(self, we: Token) -> tuple[str, ...]:
        """Whom a document's own "we" stands for: those that issue it; nobody within a quotation."""
        if self._reading.quotation_at(we.start) is not None:
            return ()
        return self.sides if self.joint else self._reading.document.account_of[:1]

    def _of_group(self, group: Mention) -> tuple[str, ...]:
        """States of the members that are named there or by the group's own name; else the document's sides.

        Where one of several members is of no known state ("Ms Doe and the envoy"), the sides are meant too.
        """
        named, members = self.named(group.start, group.end), self.acting_for(group.party.name)
        if len(named) > 1 or (named and " and " not in group.party.name):
            return named
        return members or (self.sides if set(named) <= set(self.sides) else named)

    def named(self, start: int, end: int) -> tuple[str, ...]:
        """States named or spoken for within `[start:end]`, each once, in order."""
        low, high = bisect_left(self._told_starts, start), bisect_left(self._told_starts, end)
        return tuple(dict.fromkeys(self._told_states[low:high]))

    def names_sides(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is no more than the name of one of the document's sides."""
        at = bisect_left(self._named_starts, start)
        named = self._named[at : at + 1]
        return any(first < end <= last and name.code in self.sides for first, last, name in named)

    def others(self, by: Iterable[str]) -> tuple[str, ...]:
        """The other of the document's two states; both where both act."""
        acting = tuple(by)
        if len(acting) > 1:
            return acting
        return tuple(s for s in self.pair if s not in acting)[:1]
