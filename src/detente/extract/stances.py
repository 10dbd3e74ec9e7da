"""Where someone may hold, believe, want or plan something, or say it with a word that no list of speech knows.

Every verb, adjective and noun that governs a clause, an infinitive, an object or a preposition is a candidate; the
judge tells which of them attribute anything to anyone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from detente.extract.content import find_content
from detente.extract.cues import Cue
from detente.extract.drafts import Draft
from detente.extract.ranges import SUBJECTS, Content, Range, is_infinitive, made, stretch
from detente.extract.speakers import possible_sources
from detente.extract.speech import Frames
from detente.text.reading import Paragraph, Reading, Token

_SPOKEN = Frames.parse("that quote")
_NONE = Frames.parse("")
_COPULAS = frozenset({"be", "feel", "remain", "become", "seem", "appear", "stay", "grow", "sound"})
_PREPOSITIONS = frozenset(
    {"about", "against", "as", "at", "for", "from", "in", "of", "on", "over", "to", "toward", "towards", "with"}
)
_BEYOND_OBJECT = frozenset({"about", "against", "for", "on", "over", "to", "with"})
_CLAUSES = ("ccomp", "xcomp", "acl", "advcl", "relcl")
_UNREAD = ("byline", "heading")


def word_of(token: Token) -> str:
    """The key of a cue word in the judge's tables: its class and lemma, with a particle ("verb:spell out")."""
    if token.pos in ("PUNCT", "SYM"):
        return "mark:colon" if token.text == ":" else "mark:dash"
    particle = token.child("prt")
    lemma = f"{token.lemma} {particle.lower}" if particle is not None and token.pos == "VERB" else token.lemma
    kind = {"VERB": "verb", "AUX": "verb", "ADJ": "adj"}.get(token.pos, "noun")
    return f"{kind}:{lemma}"


def stance_drafts(reading: Reading, known: Collection[str] | None, taken: Collection[int]) -> Iterator[Draft]:
    """Candidates in the order of the text, several for one cue; `known` words only where given, none in `taken`."""
    cues = [c for p in reading.paragraphs if p.kind not in _UNREAD for c in _cues(p, known, taken)]
    for cue in cues:
        sources = possible_sources(cue, reading)
        for content in _contents(cue, reading, frozenset(taken)):
            for source in sources:
                if source is None or not any(a <= source.start < b for a, b in content.ranges):
                    yield Draft(cue, content, source, listed=False)


def _cues(paragraph: Paragraph, known: Collection[str] | None, taken: Collection[int]) -> Iterator[Cue]:
    for token in paragraph.tokens:
        if token.i in taken or (known is not None and word_of(token) not in known):
            continue
        if token.pos == "VERB":
            particle = token.child("prt")
            end = particle.end if particle is not None and particle.i == token.i + 1 else token.end
            yield Cue(token, token.start, end, _SPOKEN, "verb")
        elif token.pos == "ADJ" and (copula := _copula(token)) is not None:
            near = copula.i >= token.i - 4 and copula.i < token.i
            yield Cue(token, copula.start if near else token.start, token.end, _NONE, "adjective")
        elif token.pos == "NOUN":
            yield Cue(token, token.start, token.end, _NONE, "noun")


def _copula(adjective: Token) -> Token | None:
    """The verb that ties the adjective to whoever is so; the adjective itself where it opens a clause of its own."""
    if adjective.dep in ("acomp", "oprd", "attr") and adjective.head.lemma in _COPULAS:
        return adjective.head
    return adjective if adjective.dep in ("advcl", "acl", "ROOT", "relcl", "conj") else None


def _contents(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Iterator[Content]:
    """Everything that the cue governs, each stretch once."""
    seen: set[tuple[Range, ...]] = set()
    passive = cue.head.child("nsubjpass", "auxpass")
    spoken = find_content(cue, reading, cues_at) if cue.kind == "verb" and not passive else None
    governed = (made(cue, reading, ranges, pattern) for pattern, ranges in _stretches(cue))
    for content in (spoken, *governed):
        if content is not None and content.ranges not in seen:
            seen.add(content.ranges)
            yield content


def _stretches(cue: Cue) -> Iterator[tuple[str, list[Range]]]:
    """What the cue governs, each with the name of its pattern."""
    after = [c for c in cue.head.children if c.i > cue.head.i]
    clauses = [c for c in after if c.dep in _CLAUSES]
    yield from _clauses(cue, clauses)
    complement = next((c for c in after if c.dep in ("dobj", "oprd")), None) if cue.kind == "verb" else None
    if complement is not None and (complement.pos != "PRON" or complement.lower in ("it", "this", "that", "them")):
        yield "object", [_with_complement(complement, cue)]
    for preposition, inner in _under_prepositions(cue.head):
        if preposition.lower in _PREPOSITIONS and inner.ent not in ("DATE", "TIME"):
            yield f"prep.{preposition.lower}", [stretch(inner, after=preposition.end)]
    gerund = next((c for c in clauses if c.dep == "xcomp" and c.tag == "VBG"), None)
    if gerund is not None:
        yield "gerund", [stretch(gerund, after=cue.end)]
    yield from _of_patient(cue, clauses)
    for preposition, inner in _under_prepositions(cue.head.child("dobj")):
        if preposition.lower in _BEYOND_OBJECT:
            yield f"beyond.{preposition.lower}", [stretch(inner, after=preposition.end)]


def _clauses(cue: Cue, clauses: Sequence[Token]) -> Iterator[tuple[str, list[Range]]]:
    """Infinitives first, then clauses with "that" or "whether"."""
    for clause in clauses:
        if is_infinitive(clause) and (clause.dep != "advcl" or cue.kind == "adjective"):
            yield "inf", [_infinitive(clause, cue)]
    for clause in clauses:
        marks = {c.lower for c in clause.children if c.dep == "mark"}
        if clause.dep == "advcl" and marks & {"if", "whether"}:
            yield "whether", [stretch(clause, after=cue.end)]
        if clause.dep == "ccomp" or ("that" in marks and clause.dep in ("acl", "advcl")):
            yield "clause", [stretch(clause, after=cue.end)]


def _of_patient(cue: Cue, clauses: Sequence[Token]) -> Iterator[tuple[str, list[Range]]]:
    """What is said of the subject of a passive ("the pact | is expected | to hold"), with the subject."""
    subject = cue.head.child("nsubjpass")
    if subject is None:
        return
    yield "patient", [stretch(subject)]
    for clause in clauses:
        if is_infinitive(clause):
            yield "patient.inf", [stretch(subject), _infinitive(clause, cue)]
    for preposition, inner in _under_prepositions(cue.head):
        if preposition.lower in ("as", "of", "for"):
            yield f"patient.{preposition.lower}", [stretch(subject), stretch(inner, after=preposition.end)]


def _under_prepositions(head: Token | None) -> Iterator[tuple[Token, Token]]:
    """Each preposition after the word, with what stands under it."""
    for preposition in head.children if head is not None else ():
        if preposition.dep == "prep" and preposition.i > preposition.head.i and (inner := _inner(preposition)):
            yield preposition, inner


def _inner(preposition: Token) -> Token | None:
    return preposition.child("pobj", "pcomp")


def _infinitive(clause: Token, cue: Cue) -> Range:
    to = next(c for c in clause.children if c.dep == "aux" and c.lower == "to")
    subject = next((c for c in clause.children if c.dep in SUBJECTS), None)
    start = stretch(subject)[0] if subject is not None and subject.i > cue.head.i else to.end
    return start, stretch(clause)[1]


def _with_complement(noun: Token, cue: Cue) -> Range:
    """The object with what follows it on the verb at once ("sees the pact | as a threat")."""
    start, end = stretch(noun, after=cue.end)
    for child in cue.head.children:
        joins = child.dep in ("prep", "oprd", "advcl") and end <= child.start <= end + 1
        if joins and (child.lower == "as" or child.dep == "oprd"):
            end = stretch(child)[1]
    return start, end
