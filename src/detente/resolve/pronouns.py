"""Pronouns to those they stand for, by rules of salience.

A pronoun looks first to the subjects of the clauses above it, then to what else its sentence names, then back over
earlier sentences, where who speaks ranks before who is spoken of. Pronouns inside a quotation are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from detente.resolve.floor import Floor
from detente.resolve.groups import Encounter, table_at, table_party
from detente.resolve.players import Player
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.words import Gender
from detente.text.reading import Sentence, Token

REACH = 6
"""How many sentences back a pronoun may look."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_ASIDE = frozenset({"heading", "headline", "byline"})
_CONTENT = frozenset({"ccomp", "parataxis"})
"""A clause that is said: who says it after the words is not who they speak of."""

_POSSESSIVE = frozenset({"PRP$", "WP$"})


class Pronouns:
    """One pass over a sheet, sentence by sentence."""

    def __init__(self, sheet: Sheet, encounters: list[Encounter], floor: Floor) -> None:
        self.sheet = sheet
        self.floor = floor
        self.encounters = encounters
        self.groups = {i: g for g in sheet.groups for i in range(g.first, g.last + 1)}
        self.sentences = list(dict.fromkeys(t.sentence for t in sheet.tokens))
        self.ranked: dict[int, list[Draft]] = {}

    def resolve(self) -> None:
        """Add a draft for every pronoun that can be resolved."""
        for n, sentence in enumerate(self.sentences):
            for token in sentence.tokens:
                gender = self.sheet.words.pronouns.get(token.lower)
                if gender and token.pos == "PRON" and self.sheet.held[token.i] is None and self._reported(token):
                    self._add(token, self._antecedent(token, gender, n))

    def _reported(self, token: Token) -> bool:
        """Outside quotations; in one whose end is missing only who speaks is the reporter's word."""
        quoted = self.sheet.quoted[token.i]
        return not quoted or (quoted == 2 and self._speaks(token))

    def _add(self, token: Token, found: Draft | None) -> None:
        if found is None:
            return
        gender = self.sheet.words.pronouns[token.lower]
        if found.player and gender in {"male", "female"}:
            found.player.gender = found.player.gender or gender
        draft = Draft(token.i, token.i, "pronoun", (token.i, token.i), party=found.party, player=found.player)
        self.sheet.add(draft)

    def _antecedent(self, token: Token, gender: Gender, n: int) -> Draft | None:
        if gender == "thing":
            return self._for_it(token, n)
        if gender == "group":
            return self._for_they(token, n)
        return self._for_one(token, gender, n)

    def _for_one(self, token: Token, gender: Gender, n: int) -> Draft | None:
        """He and she: a subject above, then who spoke or acted before, then anyone else in this sentence.

        Nobody calls themselves so: of what is said the speaker is not meant. Whom an infinitive acts on is first looked
        for among those named beside its doer ("rang Mr Roe to thank _him_"), whose deed is thanked or blamed for among
        those who are.
        """
        candidates = [*self._credited(token), *self._above(token)]
        doer = _doer(token)
        doers = [] if doer is None else self._held_by(doer)
        if doer is not None and doer.head is not token.head:
            candidates = [*candidates, *(d for d in self._others_before(token) if d not in doers)]
        if not self._speaks(token):
            candidates = [*candidates, *(d for d in self._subjects_before(token) if d not in doers)]
        else:
            candidates = [*candidates, *self._according(token)]
        speaker = self.floor.speaker(token.i)
        fitting = (
            draft
            for draft in chain(candidates, self._back(token, n), self._others_before(token))
            if self._is_one(draft, gender) and (speaker is None or draft.player is not speaker)
        )
        return next(fitting, None)

    def _for_they(self, token: Token, n: int) -> Draft | None:
        """They: a group among the subjects above or just before, else the two who are told to meet."""
        for draft in self._above(token):
            if _is_many(draft):
                return draft
        inside = any(self._is_one(d, None) for d in self._above(token))
        if not inside:
            for sentence in reversed(self.sentences[max(0, n - 2) : n]):
                for draft in self._rank(sentence)[:2]:
                    if _is_many(draft):
                        return draft
        party = table_party(self.sheet, table_at(self.sheet, self.encounters, token.i))
        near = any(self._is_one(d, None) for d in [*self._above(token), *self._back(token, n)][:2])
        return Draft(token.i, token.i, "pronoun", (token.i, token.i), party=party) if party and near else None

    def _for_it(self, token: Token, n: int) -> Draft | None:
        """It, only as a speaker: the state or body that is the subject above or before."""
        if not self._speaks(token):
            return None
        for draft in self._above(token):
            return draft if _is_thing(draft) else None
        for sentence in reversed(self.sentences[max(0, n - 2) : n]):
            for draft in self._rank(sentence)[:1]:
                return draft if _is_thing(draft) else None
        return None

    def _speaks(self, token: Token) -> bool:
        return token.dep in _SUBJECTS and token.head.lemma in self.sheet.words.speech_verbs

    def _above(self, token: Token) -> list[Draft]:
        """Subjects of the clauses above the token, nearest first; its own clause only for a possessive."""
        found: list[Draft] = []
        own = token.tag not in _POSSESSIVE
        content = token.dep in _CONTENT
        for ancestor in token.ancestors():
            subject = ancestor.child(*_SUBJECTS) if ancestor.pos in {"VERB", "AUX"} else None
            if subject is not None and content and subject.i > token.i:
                subject = None
            content = content or ancestor.dep in _CONTENT
            if own and subject is not None:
                own = False
                if subject is token or token in subject.subtree() or token.dep not in _SUBJECTS:
                    continue
            if subject is not None and subject is not token and token.i not in {t.i for t in subject.subtree()}:
                found.extend(self._held_by(subject))
        return found

    def _credited(self, token: Token) -> list[Draft]:
        """Whom a verb of thanks or blame is about: "congratulated Ms Roe on _her_ election"."""
        if token.tag not in _POSSESSIVE:
            return []
        behind = (t for t in token.ancestors() if t.dep == "prep" and t.head.lemma in self.sheet.words.crediting_verbs)
        told = [t.head.child("dobj") for t in behind]
        return [d for thing in told[:1] if thing is not None and thing.i < token.i for d in self._held_by(thing)]

    def _held_by(self, token: Token) -> list[Draft]:
        """The draft over a subject: the group if it heads one."""
        draft = self.sheet.held[token.i]
        group = self.groups.get(token.i)
        if group is not None and draft is not None and draft.first == group.first:
            return [group]
        return [draft] if draft else []

    def _subjects_before(self, token: Token) -> list[Draft]:
        return [
            d
            for t in reversed(_before(token))
            if t.dep in _SUBJECTS and not self.sheet.quoted[t.i] and t.head is not token.head
            for d in self._held_by(t)
        ]

    def _according(self, token: Token) -> list[Draft]:
        tokens = _before(token)
        for a, b in pairwise(tokens):
            if a.lower == "according" and b.lower == "to":
                return [d for t in tokens if t.i > b.i and (d := self.sheet.held[t.i])]
        return []

    def _others_before(self, token: Token) -> list[Draft]:
        return [d for t in reversed(_before(token)) if (d := self.sheet.held[t.i]) and d.core[1] == t.i]

    def _back(self, token: Token, n: int) -> Iterator[Draft]:
        """Those whom earlier sentences name, nearest sentence first, most prominent first."""
        for sentence in reversed(self.sentences[max(0, n - REACH) : n]):
            if sentence.paragraph.kind in _ASIDE and token.sentence.paragraph.kind not in _ASIDE:
                continue
            yield from self._rank(sentence)

    def _rank(self, sentence: Sentence) -> list[Draft]:
        """Those whom the reporter names in the sentence: speakers, then subjects by depth, then the rest."""
        key = sentence.tokens[0].i
        if key not in self.ranked:
            weighed = [
                (self._weight(t), t.i, d)
                for t in sentence.tokens
                if self.sheet.quoted[t.i] != 1
                for d in dict.fromkeys([*(self._held_by(t) if _leads(t) else []), *self._own(t)])
            ]
            self.ranked[key] = [d for _, _, d in sorted(weighed, key=lambda row: row[:2])]
        return self.ranked[key]

    def _own(self, token: Token) -> list[Draft]:
        draft = self.sheet.held[token.i]
        return [draft] if draft and draft.core[1] == token.i else []

    def _weight(self, token: Token) -> tuple[int, int]:
        depth = sum(1 for _ in token.ancestors())
        if token.dep in _SUBJECTS:
            return (0 if token.head.lemma in self.sheet.words.speech_verbs and depth < 3 else 1, depth)
        if self.sheet.held[token.i] and self._after_according(token):
            return (0, depth)
        return (2, token.i)

    def _after_according(self, token: Token) -> bool:
        draft = self.sheet.held[token.i]
        first = draft.first if draft else token.i
        before = [t.lower for t in self.sheet.tokens[max(0, first - 3) : first] if t.tag != "DT"]
        return before[-2:] == ["according", "to"]

    def _is_one(self, draft: Draft, gender: Gender | None) -> bool:
        """A single person who may be so called."""
        if draft.player:
            return _agrees(draft.player, gender)
        if draft.party is None or draft.party.kind != "unnamed":
            return False
        head = self.sheet.root(*draft.core)
        woman = head.lower.endswith("woman")
        return head.tag not in {"NNS", "NNPS"} and (gender != "male" or not woman)


def _doer(token: Token) -> Token | None:
    """The subject of the clause whose object a pronoun is, also of an infinitive or a further verb that has none."""
    if token.dep in _SUBJECTS or token.tag in _POSSESSIVE:
        return None
    for verb in token.ancestors():
        subject = verb.child(*_SUBJECTS)
        if subject is not None:
            return subject
        if verb.pos in {"VERB", "AUX"} and verb.tag != "VB" and verb.dep != "conj":
            return None
    return None


def _agrees(player: Player, gender: Gender | None) -> bool:
    return gender is None or player.gender is None or player.gender == gender


def _leads(token: Token) -> bool:
    """Whether it is a subject, or heads a sentence that is no more than names: "Who met? Ms Doe and Mr Roe."."""
    return token.dep in _SUBJECTS or (token.dep == "ROOT" and token.pos == "PROPN")


def _is_many(draft: Draft) -> bool:
    if draft.party is None:
        return False
    return draft.party.kind == "group" or (draft.party.kind == "unnamed" and draft.party.name.endswith("s"))


def _is_thing(draft: Draft) -> bool:
    return draft.party is not None and draft.party.kind in {"body", "state"}


def _before(token: Token) -> list[Token]:
    return [t for t in token.sentence.tokens if t.i < token.i]
