"""Stretches of text: cut to what was said, and mended where the parser or the marks tear it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.extract.cues import Cue
from detente.text.reading import Reading, Token

Range = tuple[int, int]

_RELATIVES = frozenset({"whereby", "whose", "wherein"})
_MEANS = frozenset({"by", "through", "including"})
_EXAMPLES = frozenset({"including", "especially", "particularly", "notably"})
_GOES_ON = frozenset({"and", "or", *_EXAMPLES})
_MEMBERS = ("DET", "NOUN", "ADJ", "VERB")
SUBJECTS = ("nsubj", "nsubjpass")
EDGE = " \t\n\r,;:.\"“”‘’'«»–—-`"
_DASH = re.compile(r"\s(?:–|—|--|-)\s")
_GLOSSES = frozenset({"a", "an", "the", "one", "something", "which"})
_ACCORDING = re.compile(r",\s+according\s+to\b")
_OPENING = re.compile(r"(?:that|how)\b[ \n]*", re.IGNORECASE)
_CLOSING = re.compile(r"(?:[\s,;]+(?:and|but|or))?[\s,;]*$")


@dataclass(frozen=True)
class Content:
    """Stretches of one statement's content and the pattern that found them, which sets the confidence."""

    ranges: tuple[Range, ...]
    pattern: str
    weak: bool = False


def made(cue: Cue, reading: Reading, ranges: list[Range], pattern: str, *, weak: bool = False) -> Content | None:
    """Trim and mend the stretches of one cue; None when no words are left."""
    if cue.kind != "according":
        ranges = [_before_according(reading, r) for r in ranges]
    kept = tuple(r for r in (trim(reading, _whole_quotes(cue, reading, _whole_list(reading, r))) for r in ranges) if r)
    return Content(kept, pattern, weak) if kept else None


def trim(reading: Reading, span: Range) -> Range | None:
    """Cut marks, commas, an aside after a lone dash and an opening "that" off the edges; None when nothing is left."""
    text = reading.document.text
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    opening = _OPENING.match(text, start, end)
    if opening and opening.group().lower().strip() == "that":
        start = opening.end()
    while start < end and text[start] in EDGE:
        start += 1
    end = _before_aside(reading, start, end)
    end = start + len(text[start:end].rstrip(EDGE))
    end = start + len(_CLOSING.sub("", text[start:end]))
    start = _past_pronoun(reading, start, end)
    return (start, end) if end > start else None


def _before_aside(reading: Reading, start: int, end: int) -> int:
    """Stop at a lone dash before words without a verb of their own: the writer's gloss."""
    dashes = list(_DASH.finditer(reading.document.text, start, end))
    if len(dashes) != 1 or reading.quotation_at(dashes[0].start()) is not None:
        return end
    rest = reading.tokens_in(dashes[0].end(), end)
    if rest and rest[0].lower in _MEANS:
        return end
    own = next((t for t in rest if t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep != "relcl"), None)
    return dashes[0].start() if own is None or rest[0].lower in _GLOSSES else end


_PRONOUN_THEN_MARK = re.compile(r"(?:he|she|it|they|we|I)\s+(?=[“\"])", re.IGNORECASE)


def _past_pronoun(reading: Reading, start: int, end: int) -> int:
    """A bare pronoun before the marks stays outside ("he 'hopes …'")."""
    found = _PRONOUN_THEN_MARK.match(reading.document.text, start, end)
    return found.end() + 1 if found else start


def _before_according(reading: Reading, span: Range) -> Range:
    """The account through which it is told ("…, according to the ministry") is no part of what was said."""
    found = _ACCORDING.search(reading.document.text, *span)
    return (span[0], found.start()) if found else span


def _whole_quotes(cue: Cue, reading: Reading, span: Range) -> Range:
    """Reach to the end of a quotation that begins inside: marks show better than syntax where the words end."""
    start, end = span
    for q in reading.quotations:
        if start <= q.inner_start < end < q.end and q.closed and not q.start < cue.start < q.end:
            end = q.end
    return start, end


def _whole_list(reading: Reading, span: Range) -> Range:
    """Mend what the parser tore: a word at its hyphen, a list before its last member ("A, B, and C")."""
    start, end = span
    text = reading.document.text
    while (
        end < len(text)
        and not text[end - 1].isspace()
        and (text[end].isalnum() or (text[end] in "-‐" and text[end + 1 : end + 2].isalnum()))
    ):
        end += 1
    last = reading.token_at(end - 1)
    end = _past_dangling(last) if last else end
    rest = [t for t in last.sentence.tokens if t.start >= end] if last else []
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest)
    lead = next((t for t in rest if t.pos != "PUNCT"), None)
    listed = bool(rest) and rest[0].text == "," and any(t.lower in ("and", "or") for t in rest)
    goes_on = lead is not None and (lead.lower in _GOES_ON or (listed and lead.pos in _MEMBERS))
    opens = goes_on and (not finite or (lead is not None and lead.lower in _EXAMPLES))
    return (start, rest[-1].end) if opens else (start, end)


def _past_dangling(last: Token) -> int:
    """A preposition or article cannot end a phrase, nor does a phrase end before its relative clause: go on."""
    following = [t for t in last.sentence.tokens if t.i > last.i]
    dangling = last.pos in ("ADP", "DET") or last.tag == "POS" or last.text in ("(", ")")
    if not following or last.dep == "prt" or not (dangling or following[0].lower in _RELATIVES):
        return last.end
    end = last.end
    for token in following:
        if token.text in ",;:." or token.tag in ("``", "''"):
            break
        end = token.end
    return end


def stretch(head: Token, *, after: int = 0, before: int | None = None) -> Range:
    """Return the words under `head` between two offsets."""
    tokens = [t for t in head.subtree() if t.start >= after and (before is None or t.end <= before)]
    return (tokens[0].start, tokens[-1].end) if tokens else (head.start, head.end)


def quoted_apart(word: Token, verb: Token, reading: Reading) -> bool:
    """Whether a word of a quotation hangs on a verb after it: the parser's mistake, for the marks part them.

    A term in marks ("“The wise men” said") may be a subject: then the marks hold its noun phrase alone.
    """
    quotation = reading.quotation_at(word.start)
    if quotation is None or quotation.mark != "double" or verb.start < quotation.end:
        return False
    return stretch(word)[0] > quotation.inner_start


def is_infinitive(token: Token) -> bool:
    """Whether the verb is told with "to"."""
    return any(c.dep == "aux" and c.lower == "to" for c in token.children)
