"""Content beside a tag: words that attribute ("he told reporters") between commas, marks or sentence ends."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.cues import Cue
from detente.extract.ranges import SUBJECTS, Content, Range, made, quoted_apart, stretch
from detente.extract.speakers import quoting_verb
from detente.text.reading import Quotation, Reading, Sentence, Token

_JOINS = frozenset({"but", "and", "though", "although", "because", "while", "so", "yet", "as"})


@dataclass(frozen=True)
class _Tag:
    """The words that attribute ("he told reporters on Monday"), between commas, marks or sentence ends."""

    start: int
    end: int


def _tag(cue: Cue, reading: Reading) -> _Tag:
    sentence, verb = cue.head.sentence, quoting_verb(cue.head) or cue.head
    start, stop = min(cue.start, verb.start), cue.end
    subject = next((c for c in verb.children if c.dep in SUBJECTS and not quoted_apart(c, verb, reading)), None)
    if subject is not None:
        mention = reading.mention_of(subject)
        low, high = stretch(subject)
        low = min(low, mention.start) if mention else low
        if subject.i < verb.i:
            start = min(start, low)
        else:
            stop = max(stop, subject.end, high if mention is None else mention.end)
    for child in verb.children:
        if child.dep in ("aux", "auxpass", "advmod") and verb.start - 30 < child.start < verb.start:
            start = min(start, child.start)
    following = [t for t in sentence.tokens if t.start >= stop]
    end = next((t.start for t in following if t.text in ',.;:"“”?!' or t.text in ("--", "—", "–")), sentence.end)
    return _Tag(start, end)


def before_tag(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """Find "X, he said", "“X,” said Y", "X, he said, but Z", "“X,” he said, “Z”."""
    if "quote" not in cue.frames and "that" not in cue.frames:
        return None
    text = reading.document.text
    tag = _tag(cue, reading)
    paragraph = cue.head.sentence.paragraph
    lead = text[paragraph.start : tag.start].rstrip()
    if not lead or lead[-1] not in ",”\"?!—–-’'":
        return None
    at = paragraph.start + len(lead)
    marks = (at, at - 1) if lead[-1] == "," else (at,)
    quote = next((q for q in reading.quotations if q.end in marks and not q.nested and q.start < at), None)
    if quote is None and lead[-1] in "\"”’'?!":
        return None
    if not follows_mark(cue, reading) and _opens_sentence(cue, quote, reading):
        return None
    begin = _sentence_start(reading, at, cue)
    if quote is not None:
        begin = _quote_start(reading, quote, begin, cues_at)
    opened = [q for q in reading.quotations if not q.closed and q.start < tag.start <= q.end]
    if opened:
        begin = min(begin, opened[0].inner_start)
    left = (begin, at)
    if quote is None and not opened and not _heads_left(cue, left, reading):
        return None
    ranges = [left]
    right = _after_tag(cue, reading, tag, cues_at, left)
    if right:
        ranges.append(right)
    return made(cue, reading, ranges, "quote" if quote else "tag")


def follows_mark(cue: Cue, reading: Reading) -> bool:
    """Whether "said" stands in small letters right after the closing mark: it belongs to the quotation before it."""
    text, paragraph = reading.document.text, cue.head.sentence.paragraph
    at = paragraph.start + len(text[paragraph.start : cue.start].rstrip())
    small = text[cue.start].islower()
    return small and any(q.end == at and q.closed and q.mark == "double" and not q.nested for q in reading.quotations)


def _ends_sentence(quote: Quotation, reading: Reading) -> bool:
    return reading.document.text[quote.inner_start : quote.inner_end].rstrip().endswith((".", "?", "!"))


def _opens_sentence(cue: Cue, quote: Quotation | None, reading: Reading) -> bool:
    """Whether a new sentence after a full stop has content of its own: no tag of the quotation before it."""
    ended = quote is None or _ends_sentence(quote, reading)
    own = any(c.i > cue.head.i and c.dep in ("dobj", "ccomp", "xcomp", "oprd") for c in cue.head.children)
    stopped = quote is not None and reading.document.text[quote.inner_start : quote.inner_end].endswith(".")
    leads = any(cue.end <= q.start < cue.head.sentence.end and not q.nested for q in reading.quotations)
    return (ended and own) or (stopped and leads)


def _sentence_start(reading: Reading, at: int, cue: Cue) -> int:
    token = reading.token_at(at - 1)
    sentence: Sentence = token.sentence if token else cue.head.sentence
    return sentence.start


def _quote_start(reading: Reading, quote: Quotation, sentence_start: int, cues_at: frozenset[int]) -> int:
    """From the mark; from the sentence's start where the marks hold only the end of what was said."""
    if sentence_start >= quote.start:
        return quote.inner_start
    lead = reading.tokens_in(sentence_start, quote.start)
    mixed = any(t.pos in ("VERB", "AUX", "ADP") for t in lead) and not any(t.i in cues_at for t in lead)
    opens_clause = reading.document.text[quote.inner_start].isupper() and len(lead) < 3
    return sentence_start if mixed and not opens_clause else quote.inner_start


def _heads_left(cue: Cue, left: Range, reading: Reading) -> bool:
    """Whether the words before the comma are a clause that the parser hangs on the cue, or the cue on them."""
    complement = next((c for c in cue.head.children if c.dep == "ccomp" and c.start < cue.start), None)
    if complement is not None and left[0] <= complement.start < left[1]:
        return True
    if cue.head.dep in ("parataxis", "ccomp") and left[0] <= cue.head.head.start:
        return True
    tokens = reading.tokens_in(*left)
    own = stretch(cue.head)[0]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    inverted = cue.head.dep == "ROOT" and own <= left[0]
    subject = next((c for c in cue.head.children if c.dep in SUBJECTS), None)
    return finite and inverted and subject is not None and subject.start >= left[1]


def _is_bare(left: Range, reading: Reading) -> bool:
    """Words without a verb of their own: the subject of what comes after the tag ("Rome, he said, had agreed")."""
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in reading.tokens_in(*left))


def _after_tag(cue: Cue, reading: Reading, tag: _Tag, cues_at: frozenset[int], left: Range) -> Range | None:
    """What goes on after the tag in the same sentence."""
    text = reading.document.text
    sentence_end = max(cue.head.sentence.end, tag.end)
    following = next((q for q in reading.quotations if tag.end <= q.start <= tag.end + 3 and not q.nested), None)
    if following and text[tag.end : following.start].strip(" \n") in (",", ":", "", "—", "–", "--"):
        return (following.start, following.end)
    if tag.end >= sentence_end or text[tag.end] not in ",;":
        return None
    rest = reading.tokens_in(tag.end + 1, sentence_end)
    goes_on = text[tag.end] == ";" or cue.head.dep == "parataxis" or _is_bare(left, reading)
    if not rest or (rest[0].lower not in _JOINS and not goes_on) or _is_next_act(cue, rest):
        return None
    stop = next((t.start for t in rest if t.i in cues_at and t.pos == "VERB" and t.tag != "VB"), sentence_end)
    return (rest[0].start, stop) if stop == sentence_end else None


def _is_next_act(cue: Cue, rest: list[Token]) -> bool:
    """Whether the speaker is told to do something more ("…,” she said, but refused to give details")."""
    more = [t for t in rest if t.dep == "conj" and t.head is cue.head and t.tag == cue.head.tag]
    return any(not any(c.dep in SUBJECTS for c in t.children) for t in more)


def quote_before(cue: Cue, reading: Reading) -> Range | None:
    """A quotation that closes right before the tag whose cue also has a clause after it."""
    tag = _tag(cue, reading)
    lead = reading.document.text[cue.head.sentence.paragraph.start : tag.start].rstrip()
    at = cue.head.sentence.paragraph.start + len(lead)
    quote = next((q for q in reading.quotations if q.end == at and not q.nested), None)
    if quote and _ends_sentence(quote, reading):
        return None
    return (quote.start, quote.end) if quote and len(reading.tokens_in(quote.start, quote.end)) > 5 else None
