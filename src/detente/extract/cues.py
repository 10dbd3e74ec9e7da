"""Where someone is said to speak: reporting verbs, nouns and "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.extract.speech import Frames, SpeechWords, speech_words
from detente.text.reading import Quotation, Reading, Sentence, Token

_MODALS = frozenset({"could", "should", "might", "may", "must", "would", "can", "ca"})
_CONDITIONAL = frozenset({"if", "unless"})
_SUBJECT_OR_AUX = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
_NEAR = 2
"""How many words on a preposition may stand to make one cue with its verb ("spoke warmly of")."""
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, eq=False)
class Cue:
    """A word that says someone speaks: `[start:end]` are its words, `head` the token that carries its syntax."""

    head: Token
    start: int
    end: int
    frames: Frames
    kind: Literal["verb", "noun", "adjective", "according", "label"]


def find_cues(reading: Reading) -> list[Cue]:
    """Cues in the order of the text; none inside a closed quotation, for there the quoted speaker speaks."""
    words = speech_words()
    shut = [q for q in reading.quotations if q.closed and q.mark == "double" and not q.nested]
    found: list[Cue] = []
    for sentence in reading.sentences:
        if sentence.paragraph.kind not in ("byline", "heading"):
            found.extend(c for c in _in_sentence(sentence, words) if not _shut_in(c, shut))
    return found


def _in_sentence(sentence: Sentence, words: SpeechWords) -> Iterator[Cue]:
    for token in sentence.tokens:
        if token.lower == "according" and (to := _next(token, sentence)) and to.lower == "to":
            yield Cue(token, token.start, to.end, Frames.parse("that"), "according")
        elif token.pos in ("VERB", "AUX"):
            cue = _verb_cue(token, words)
            if cue and _asserted(token, words):
                yield cue
        elif token.pos == "NOUN" and token.lemma in words.nouns and clause_of_noun(token):
            yield Cue(token, token.start, token.end, Frames.parse("that"), "noun")


def _verb_cue(token: Token, words: SpeechWords) -> Cue | None:
    for child in token.children:
        frames = words.phrasal.get((token.lemma, child.lower))
        near = child.dep != "prep" or child.i <= token.i + _NEAR
        if (
            frames
            and near
            and child.i > token.i
            and child.dep in ("prt", "acomp", "prep", "advmod", "oprd", "ccomp", "dobj")
        ):
            end = child.end if child.dep in ("prt", "acomp", "advmod") and child.i == token.i + 1 else token.end
            return Cue(token, token.start, end, frames, "verb")
    if _has_particle(token):
        return None
    if token.lemma in words.verbs:
        return Cue(token, token.start, token.end, words.verbs[token.lemma], "verb")
    return None


def _has_particle(token: Token) -> bool:
    return any(c.dep == "prt" for c in token.children)


def _asserted(token: Token, words: SpeechWords) -> bool:
    """Whether the act is told as done: not denied, possible, conditional, asked for or passive without an agent."""
    deps = {c.dep for c in token.children}
    if is_denied(token) or any(c.dep == "aux" and c.lower in _MODALS for c in token.children):
        return False
    if any(c.dep == "mark" and c.lower in _CONDITIONAL for c in token.children):
        return False
    if _is_only_meant(token, words):
        return False
    passive = "nsubjpass" in deps or "auxpass" in deps or (token.tag == "VBN" and token.dep in ("acl", "amod", "advcl"))
    return not passive or "agent" in deps


def _is_only_meant(token: Token, words: SpeechWords) -> bool:
    """An infinitive, or a gerund under a noun ("the task of defending X"): told as meant, not as done."""
    first = token
    while first.dep == "conj" and _same_form(first) and not any(c.dep in _SUBJECTS for c in first.children):
        first = first.head
    if (
        first.tag == "VB"
        and first.dep == "conj"
        and first.head.tag != "VB"
        and not _SUBJECT_OR_AUX & {c.dep for c in first.children}
    ):
        return True
    if first.dep == "pcomp" and first.head.lower in ("of", "for") and first.head.head.pos in ("NOUN", "PROPN"):
        return True
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in first.children)
    return infinitive and first.head.lemma not in words.implicative | words.causing


def _same_form(token: Token) -> bool:
    return token.tag == token.head.tag or (token.tag == "VBP" and token.head.tag == "VB")


def is_denied(token: Token) -> bool:
    """A negation on the verb, or on the one that it is joined to in the same form ("did not say or specify")."""
    if token.dep == "conj" and token.tag == "VB" and token.head.tag == "VB" and is_denied(token.head):
        return True
    return any(c.dep == "neg" for c in token.children)


def clause_of_noun(token: Token) -> Token | None:
    """The clause that tells what the warning, claim or order is."""
    for child in token.children:
        if child.dep in ("acl", "ccomp", "relcl") and any(
            g.lower == "that" and g.dep == "mark" for g in child.children
        ):
            return child
    return None


def _next(token: Token, sentence: Sentence) -> Token | None:
    at = token.i - sentence.tokens[0].i + 1
    return sentence.tokens[at] if at < len(sentence.tokens) else None


def _shut_in(cue: Cue, shut: list[Quotation]) -> bool:
    """Inside a closed quotation, unless the mark was set too late and shuts in the speaker's own tag at its end."""
    holder = next((q for q in shut if q.start < cue.start < q.end), None)
    if holder is None:
        return False
    subject = next((c for c in cue.head.children if c.dep in _SUBJECTS), None)
    late = (
        cue.kind == "verb"
        and "quote" in cue.frames
        and subject is not None
        and subject.lower not in ("i", "we", "you")
        and holder.inner_end - max(cue.end, subject.end) <= 2
        and min(subject.start, cue.start) - holder.inner_start > 20
    )
    return not late
