"""Who may undertake something in a document, whose words a sentence gives, and how firm an undertaking is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from detente.model.findings import Engagement, Statement, Strength
from detente.ontology.lexicon import lexicon
from detente.ontology.states import members_of, states_in
from detente.text.clauses import FINITE, actors_of, asides, bounds, conditional, happened, joined, modal, negated
from detente.text.cuewords import cues_in
from detente.text.reading import Paragraph, Reading, Token

_COMPLETE = ("dobj", "xcomp", "ccomp", "nsubjpass", "acomp", "acl")
"""With one of these a verb has what it needs, and a participle after it is an aside."""

_LONG = 18
"""A clause of more words than this is cut where it only goes on to explain."""


@dataclass(frozen=True)
class Undertaking:
    """`told` heads the words that carry it, `deed` the verb of what is to be done; `shed` tells other undertakings."""

    told: Token
    deed: Token
    by: tuple[str, ...]
    strength: Strength
    confidence: float
    shed: tuple[Token, ...] = ()

    @cached_property
    def extent(self) -> tuple[int, int]:
        """Code points of the clause that tells it, without finite clauses joined to it, which tell other acts."""
        others = [v for v in joined(self.told)[1:] if v.tag in FINITE or "do" in {c.lemma for c in v.children}]
        aside = asides(self.told) if self.told.child(*_COMPLETE) else []
        start, end = bounds(self.told, shed=(*self.shed, *others, *aside))
        words = self.told.subtree()
        long = len(words) > _LONG and sum(start <= t.start < end for t in words) > _LONG
        return bounds(self.told, shed=(*self.shed, *others, *aside, *_trailing(self.deed))) if long else (start, end)


@cache
def cues() -> dict[str, Any]:
    """The words of undertaking, each list as a set."""
    raw = lexicon("commitments")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in raw.items()}


class Scene:
    """One document: who may undertake something, and whose words a sentence gives."""

    def __init__(
        self, reading: Reading, statements: Sequence[Statement], engagements: Sequence[Engagement] = ()
    ) -> None:
        self.reading = reading
        self.form = "official" if reading.document.account_of else "press"
        self._contacts = [(span.start, span.end) for e in engagements for span in e.evidence]
        self.actors = actors_of(reading)
        self._contents = [(span, s) for s in statements for span in s.content]
        self._holding: dict[int, Statement | None] = {}
        self._concerned: dict[int, tuple[frozenset[str], bool]] = {}
        self._agreeing: dict[int, bool] = {}
        heads = [p for p in reading.paragraphs[:2] if p.kind == "headline"]
        self._headed = {state for head in heads for state in self.actors.named(head.start, head.end)}
        self._headed |= {name.code for _, _, name in states_in(reading.document.title or "")}

    def statement(self, token: Token) -> Statement | None:
        """The statement whose content holds the token; the shortest such."""
        if token.i not in self._holding:
            holding = [(c.end - c.start, s) for c, s in self._contents if c.start <= token.start < c.end]
            self._holding[token.i] = min(holding, key=lambda pair: pair[0], default=(0, None))[1]
        return self._holding[token.i]

    def engaged(self, token: Token) -> bool:
        """Whether a contact is told with the token."""
        return any(start <= token.start < end for start, end in self._contacts)

    def by(self, subject: Token | None) -> tuple[str, ...]:
        """The states that a subject stands for; "we" and "our teams" are those of the speaker."""
        if subject is None:
            return ()
        own = self._own_words(subject)
        states = (
            own
            or self.announcer(subject)
            or self._sender(subject)
            or self.actors.of(subject)
            or self._beside(subject)
            or self._together(subject)
            or self._speaking(subject)
        )
        return tuple(dict.fromkeys(member for state in states for member in members_of(state)))

    def _own_words(self, subject: Token) -> tuple[str, ...]:
        """The speaker's state, for the "we" of a quotation, whoever issues the document."""
        statement = self.statement(subject) if subject.lower in {"we", "i"} and not self.actors.joint else None
        return (statement.state,) if statement and statement.state else ()

    def _beside(self, subject: Token) -> tuple[str, ...]:
        """States of another subject of the same verb ("Turkey's president | Jo Doe | offered")."""
        others = (c for c in subject.head.children if c.dep == subject.dep == "nsubj" and c is not subject)
        return next((states for other in others if (states := self.actors.of(other))), ())

    def _together(self, subject: Token) -> tuple[str, ...]:
        """The document's sides, for "the leaders", "they", "our two nations", where nobody else is meant."""
        mention = self.actors.mention(subject)
        unknown = mention is None or mention.party.kind == "unnamed"
        of = next((c for c in subject.children if c.dep == "prep" and c.lower == "of"), None)
        if unknown and of is not None and _is_side(subject):
            return self.by(of.child("pobj"))
        ours = any(c.lower == "our" for c in subject.children)
        plural = subject.lower in {"they", "both"} or (subject.tag in {"NNS", "NNPS"} and _is_side(subject))
        if unknown and plural and self.of_several() and (self.actors.joint or not ours) and not _part_of(subject):
            return self.actors.sides
        common = subject.lemma in cues()["joint_bodies"] or subject.lower in {"its", "they", "their"}
        statement = self.statement(subject)
        spoken = statement is not None and statement.act == "speech"
        return self.actors.sides if common and self.actors.joint and not spoken else ()

    def members_named(self, start: int, end: int) -> tuple[str, ...]:
        """States named in the words, small groups as their members."""
        return tuple(dict.fromkeys(m for state in self.actors.named(start, end) for m in members_of(state)))

    def announcer(self, subject: Token) -> tuple[str, ...]:
        """As in "Oslo's announcement that it will X"."""
        if subject.lower not in {"it", "they"} or self.actors.mention(subject) is not None:
            return ()
        verb = subject.head.head
        return self.actors.of(verb.child("poss")) if verb.pos == "NOUN" else ()

    def _sender(self, letter: Token) -> tuple[str, ...]:
        """Who sends a letter or proposal that offers something ("a letter from Oslo", "Oslo's note")."""
        if letter.lemma not in cues()["letters"]:
            return ()
        sent = next((c.child("pobj") for c in letter.children if c.dep == "prep" and c.lower == "from"), None)
        return self.actors.of(letter.child("poss") or sent)

    def _speaking(self, subject: Token) -> tuple[str, ...]:
        """The speaker's state, for "we" and "our teams", and for an "it" that nobody else in the words explains."""
        statement = self.statement(subject)
        if statement is None or not statement.state:
            return ()
        words = {subject.lower} | {c.lower for c in subject.children if c.dep == "poss"}
        told = statement.mode != "direct" and subject.lower in {"it", "they"} and self.actors.mention(subject) is None
        return (statement.state,) if told or words & {"we", "i", "our", "us"} else ()

    def narrated_by_state(self, subject: Token) -> bool:
        """Whether the subject is a state or body rather than a person on a journey."""
        mention = self.actors.mention(subject)
        if mention is None:
            common = cues()["joint_bodies"] if self.actors.joint else frozenset()
            return subject.pos == "PRON" or subject.lemma in cues()["bodies"] | common
        return mention.party.kind in {"state", "group", "body"}

    def acts(self, subject: Token) -> bool:
        """Whether the subject can undertake something: a person or body, not a plan, a policy or a support."""
        return self.narrated_by_state(subject) or self.actors.mention(subject) is not None

    def outward(self, undertaking: Undertaking) -> bool:
        """Whether it concerns another: several states undertake it, or a second one or a partner is named around it."""
        if len(undertaking.by) != 1:
            return True
        paragraph = undertaking.told.sentence.paragraph
        if paragraph.index not in self._concerned:
            self._concerned[paragraph.index] = self._around(paragraph)
        near, partners = self._concerned[paragraph.index]
        return partners or bool(near - set(undertaking.by))

    def _around(self, paragraph: Paragraph) -> tuple[frozenset[str], bool]:
        """The states named in a paragraph, in the lines that lead in to it and at the top, and whether partners are."""
        lead, text = self._lead(paragraph), self.reading.document.text
        near = {*self.actors.named(paragraph.start, paragraph.end), *self.actors.named(lead.start, lead.end)}
        partners = cues_in(text, paragraph.start, paragraph.end, "commitments", "partnership")
        return frozenset(near | self._headed), bool(partners)

    def beyond(self, token: Token, by: tuple[str, ...]) -> bool:
        """Whether the sentence names another state, or the document is a state's own account."""
        sentence = token.sentence
        return bool(self.reading.document.account_of or set(self.actors.named(sentence.start, sentence.end)) - set(by))

    def agreed_list(self, paragraph: Paragraph) -> bool:
        """Whether a list item stands under words of agreement: the title, or the lines that lead in to the list."""
        above = (self.reading.paragraphs[0], self._lead(paragraph))
        return paragraph.kind == "bullet" and any(self._agrees(p) for p in above)

    def _agrees(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph holds a word of agreement; asked once for each."""
        if paragraph.index not in self._agreeing:
            text = self.reading.document.text
            self._agreeing[paragraph.index] = bool(_agreement().search(text, paragraph.start, paragraph.end))
        return self._agreeing[paragraph.index]

    def of_several(self) -> bool:
        """Whether the document tells what its sides do together: a joint text, or both are in its title."""
        sides = self.actors.sides
        own = set(self.reading.document.account_of) <= set(sides)
        together = self.actors.joint or bool(self.actors.met) or (own and set(sides) <= self._headed)
        return len(sides) > 1 and together

    def outcome_of(self, paragraph: Paragraph) -> tuple[str, ...]:
        """The states whose common outcomes a list item tells, by the title or the lines that lead in; else nobody."""
        lead = self._lead(paragraph)
        if paragraph.kind != "bullet":
            return ()
        text = self.reading.document.text
        if cues_in(text, lead.start, lead.end, "commitments", "looking_back"):
            return ()
        told = cues_in(text, lead.start, lead.end, "commitments", "leading_in")
        named = set(self.actors.named(lead.start, lead.end)) & set(self.actors.sides)
        return self.actors.sides if self.of_several() or (told and len(named) > 1) else ()

    def _lead(self, paragraph: Paragraph) -> Paragraph:
        """The lines that lead in to the list of an item; any other paragraph itself."""
        lead = paragraph
        while lead.kind == "bullet" and lead.index > 0:
            lead = self.reading.paragraphs[lead.index - 1]
        return lead


def _trailing(deed: Token) -> list[Token]:
    """What only explains after the words of a deed: ", which …", ", including …", "while …", "as …"."""
    words = deed.subtree()
    after_comma = {t.i + 1 for t in words if t.text in {",", "–", "—"}}
    found = []
    for word in words:
        first = word.subtree()[0]
        if word.i <= deed.i or first.i <= deed.i:
            continue
        opening = {first.lower} if first.i in after_comma else set()
        parted = bool(opening) and (word.dep in {"relcl", "appos"} or bool(opening & cues()["examples"]))
        beside = word.dep == "advcl" and first.lower in cues()["beside"]
        if parted or beside:
            found.append(word)
    return found


def _is_side(noun: Token) -> bool:
    """Whether a noun names those who meet ("leaders", "sides", "delegations")."""
    return noun.lemma in cues()["those_who_meet"] | frozenset(lexicon("documents")["sides"])


def _part_of(noun: Token) -> bool:
    """As in "African leaders", "leaders of the opposition": not those who meet."""
    return any(c.dep in {"amod", "compound", "prep", "poss"} and c.lower != "our" for c in noun.children)


def strength_of(deed: Token, by: tuple[str, ...], one: Strength = "promised") -> Strength:
    """How firm: to explore or keep in touch, agreed where several states do it, else as `one` says."""
    in_touch = deed.lemma in cues()["staying"] and {t.lemma for t in deed.subtree()} & cues()["touch"]
    if in_touch or deed.lemma in cues()["touch"]:
        return "explore"
    if deed.lemma in cues()["explore"]:
        return "explore"
    return "agreed" if len(by) > 1 else one


def is_sum(noun: Token) -> bool:
    """Whether a noun names money, or a thing by its price."""
    return any(t.text in {"$", "€", "£", "¥"} or t.ent == "MONEY" for t in noun.subtree()[:12])


def is_real(verb: Token) -> bool:
    """Told as done or as standing: finite, not denied, under no condition or modal."""
    if negated(verb) or conditional(verb):
        return False
    return happened(verb) or (verb.tag in FINITE | {"VBG"} and not modal(verb) and verb.pos == "VERB")


@cache
def _verbs_of(*groups: str) -> frozenset[str]:
    return frozenset(verb for group in groups for verb in lexicon("commitments")["no_undertaking"][group])


@cache
def _agreement() -> re.Pattern[str]:
    return re.compile(lexicon("commitments")["agreement_words"], re.IGNORECASE)


def is_idle(deed: Token, *groups: str) -> bool:
    """Whether a deed undertakes nothing towards another; with a particle ("take over") most are other verbs."""
    if "journey" in groups and deed.lemma in _verbs_of("occasion"):
        thing = deed.child("dobj")
        return thing is None or thing.lemma in cues()["occasions"]
    return deed.lemma in _verbs_of(*groups) and (deed.child("prt") is None or deed.lemma in _verbs_of("journey"))


def is_tangible(scene: Scene, deed: Token, by: tuple[str, ...]) -> bool:
    """Whether a deed told by a noun is more than a cause: several states share it, it names another, or it is talks."""
    if deed.pos not in {"NOUN", "PROPN"} or len(by) > 1 or deed.lemma in cues()["touch"]:
        return True
    words = deed.subtree()
    return bool(set(scene.actors.named(words[0].start, words[-1].end)) - set(by))
