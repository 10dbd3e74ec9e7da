"""What was said: the stretches of text that a cue governs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.extract.cues import Cue, clause_of_noun
from detente.extract.speech import PREPOSITIONS, speech_words
from detente.text.reading import Mention, Quotation, Reading, Sentence, Token

Range = tuple[int, int]

_EDGE = " \t\n\r,;:.\"“”‘’'«»–—-"
_SUBJECTS = ("nsubj", "nsubjpass")
_COMPLEMENTS = ("ccomp", "xcomp")
_DASH = re.compile(r"\s(?:–|—|--|-)\s(?=(?:a|an|the|one|something)\s)")
_JOINS = frozenset({"but", "and", "though", "although", "because", "while", "so", "yet", "as"})
_OPENING = re.compile(r"(?:that|how)\b[ \n]*", re.IGNORECASE)
_GAP_LIMIT = 120
"""How many code points may stand between a cue and the quotation that it introduces."""


@dataclass(frozen=True)
class Content:
    """Stretches of one statement's content and the pattern that found them, which sets the confidence."""

    ranges: tuple[Range, ...]
    pattern: str
    weak: bool = False


def find_content(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """The content of a cue, or None where it reports nothing; `cues_at` holds the token indices of all cues."""
    if cue.kind == "according":
        return _around(cue, reading)
    if cue.kind == "noun":
        clause = clause_of_noun(cue.head)
        return _made(reading, [_stretch(clause, after=cue.end)], "noun") if clause else None
    if found := _clause_after(cue, reading, cues_at) or _before_tag(cue, reading, cues_at):
        return found
    if cue.head.sentence.paragraph.kind == "headline" and (found := _rest_of_headline(cue, reading)):
        return found
    return _wider(_of_frame(cue, reading), _quote_after(cue, reading, cues_at))


def _wider(framed: Content | None, quoted: Content | None) -> Content | None:
    """Where an object holds a quotation, all of the object; else the quotation alone."""
    if framed is None or quoted is None:
        return framed or quoted
    return framed if framed.ranges[0][0] <= quoted.ranges[0][0] < framed.ranges[-1][1] else quoted


def _rest_of_headline(cue: Cue, reading: Reading) -> Content | None:
    """Headlines leave out what a parser looks for: all after "China says" is what China says."""
    subject = next((c for c in cue.head.children if c.dep in _SUBJECTS), None)
    if subject is None or subject.i > cue.head.i or "that" not in cue.frames or cue.head.tag not in ("VBZ", "VBP"):
        return None
    return _made(reading, [(cue.end, cue.head.sentence.end)], "clause")


def trim(reading: Reading, span: Range) -> Range | None:
    """Cut marks, commas, an aside after a lone dash and an opening "that" off the edges; None when nothing is left."""
    text = reading.document.text
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    opening = _OPENING.match(text, start, end)
    if opening and opening.group().lower().strip() == "that":
        start = opening.end()
    while start < end and text[start] in _EDGE:
        start += 1
    dashes = list(_DASH.finditer(text, start, end))
    if len(dashes) == 1:
        end = dashes[0].start()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    start = _past_pronoun(reading, start, end)
    return (start, end) if end > start else None


_PRONOUN_THEN_MARK = re.compile(r"(?:he|she|it|they|we|I)\s+(?=[“\"])", re.IGNORECASE)


def _past_pronoun(reading: Reading, start: int, end: int) -> int:
    """A bare pronoun before the marks stays outside ("he 'hopes …'")."""
    found = _PRONOUN_THEN_MARK.match(reading.document.text, start, end)
    return found.end() + 1 if found else start


def _made(reading: Reading, ranges: list[Range], pattern: str, *, weak: bool = False) -> Content | None:
    kept = tuple(r for r in (trim(reading, _whole_quotes(reading, _whole_list(reading, r))) for r in ranges) if r)
    return Content(kept, pattern, weak) if kept else None


def _whole_quotes(reading: Reading, span: Range) -> Range:
    """Reach to the end of a quotation that begins inside: marks show better than syntax where the words end."""
    start, end = span
    for q in reading.quotations:
        if start <= q.start < end < q.end and q.closed:
            end = q.end
    return start, end


def _whole_list(reading: Reading, span: Range) -> Range:
    """Mend what the parser tore: a word at its hyphen, a list before its last member ("A, B, and C")."""
    start, end = span
    text = reading.document.text
    while end < len(text) and (text[end].isalnum() or (text[end] in "-‐" and text[end + 1 : end + 2].isalnum())):
        end += 1
    last = reading.token_at(end - 1)
    rest = [t for t in last.sentence.tokens if t.start >= end] if last else []
    lead = [t for t in rest if t.pos != "PUNCT"][:1]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest)
    opens = bool(lead) and lead[0].lower in ("and", "or") and not finite
    return (start, rest[-1].end) if opens else (start, end)


def _stretch(head: Token, *, after: int = 0, before: int | None = None) -> Range:
    """The words under `head` between two offsets."""
    tokens = [t for t in head.subtree() if t.start >= after and (before is None or t.end <= before)]
    return (tokens[0].start, tokens[-1].end) if tokens else (head.start, head.end)


def _clause_after(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """Find "said that X", "said X", "asked whether X", "told reporters X"."""
    if "that" not in cue.frames:
        return None
    adjective = cue.head.child("acomp")
    for child in (*cue.head.children, *(adjective.children if adjective else ())):
        if child.dep == "ccomp" and child.i > cue.head.i and not _infinitive(child):
            start, end = _stretch(child, after=cue.end)
            subject = next((c for c in child.children if c.dep in _SUBJECTS), None)
            if subject is not None and subject.i < cue.head.i:
                continue
            end = _before_next_act(child, end, reading, cues_at)
            end = _with_conjuncts(cue, end, cues_at)
            ranges = [(start, end)]
            left = _quote_before(cue, reading)
            return _made(reading, [left, *ranges] if left else ranges, "clause")
    if carried := _clause_of_carrier(cue.head):
        return _made(reading, [_stretch(carried)], "clause")
    that = _that_after(cue)
    return _made(reading, [(that.end, _clause_end(that, cues_at))], "clause") if that else None


_BEFORE_THAT = 7
"""How many words may stand between a verb and the "that" of its clause ("stressed once more in Paris that")."""


def _that_after(cue: Cue) -> Token | None:
    """The conjunction of a clause that the parser hung elsewhere."""
    following = [t for t in cue.head.sentence.tokens if t.start >= cue.end][:_BEFORE_THAT]
    for n, token in enumerate(following):
        if token.lower == "that" and token.tag in ("IN", "WDT") and token.dep == "mark":
            return token
        if token.text in ",;:" or (token.pos == "VERB" and n):
            return None
    return None


def _clause_end(that: Token, cues_at: frozenset[int]) -> int:
    """To the end of the sentence, or to the next act of the speaker ("and urged …")."""
    following = [t for t in that.sentence.tokens if t.i > that.i]
    for before, token in zip(following, following[1:], strict=False):
        if before.dep == "cc" and token.i in cues_at and token.tag == "VBD":
            return before.start
    return that.sentence.end


def _clause_of_carrier(verb: Token) -> Token | None:
    """Find "said in a post that X", where the parser hangs the clause on the post."""
    for preposition in verb.children:
        carrier = preposition.child("pobj") if preposition.dep == "prep" else None
        for clause in carrier.children if carrier else ():
            marked = any(c.lower == "that" and c.dep == "mark" for c in clause.children)
            if clause.dep in ("relcl", "acl", "ccomp") and marked and any(c.dep in _SUBJECTS for c in clause.children):
                return clause
    return None


def _before_next_act(clause: Token, end: int, reading: Reading, cues_at: frozenset[int]) -> int:
    """Stop before a second act that the parser hung into the clause ("said that trade grew and urged …")."""
    subject = next((c for c in clause.children if c.dep in _SUBJECTS), None)
    if subject is not None and reading.mention_of(subject) is not None:
        return end
    for token in reading.tokens_in(clause.start, end):
        own = any(c.dep in _SUBJECTS for c in token.children)
        if token.dep == "conj" and token.i in cues_at and token.tag == "VBD" and not own:
            return reading.tokens[token.i - 1].start if reading.tokens[token.i - 1].dep == "cc" else token.start
    return end


def _with_conjuncts(cue: Cue, end: int, cues_at: frozenset[int]) -> int:
    """A further "that" clause hung on the cue itself ("said that X and that Y")."""
    for child in cue.head.children:
        further = child.dep in ("conj", "ccomp") and child.start >= end and child.i not in cues_at
        if further and any(g.lower == "that" and g.dep == "mark" for g in child.children):
            end = max(end, _stretch(child)[1])
    return end


def _infinitive(token: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in token.children)


@dataclass(frozen=True)
class _Tag:
    """The words that attribute ("he told reporters on Monday"), between commas, marks or sentence ends."""

    start: int
    end: int


def _tag(cue: Cue, reading: Reading) -> _Tag:
    sentence = cue.head.sentence
    start, stop = cue.start, cue.end
    subject = next((c for c in cue.head.children if c.dep in _SUBJECTS), None)
    if subject is not None:
        mention = reading.mention_of(subject)
        low, high = _stretch(subject)
        low = min(low, mention.start) if mention else low
        if subject.i < cue.head.i:
            start = min(start, low)
        else:
            stop = max(stop, subject.end, high if mention is None else mention.end)
    for child in cue.head.children:
        if child.dep in ("aux", "advmod") and cue.start - 30 < child.start < cue.start:
            start = min(start, child.start)
    following = [t for t in sentence.tokens if t.start >= stop]
    end = next((t.start for t in following if t.text in ',.;:"“”?!' or t.text in ("--", "—", "–")), sentence.end)
    return _Tag(start, end)


def _before_tag(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
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
    begin = _sentence_start(reading, at, cue)
    if quote is not None:
        begin = _quote_start(reading, quote, begin, cues_at)
    opened = [q for q in reading.quotations if not q.closed and q.start < tag.start <= q.end]
    if opened:
        begin = min(begin, opened[0].inner_start)
    left = (begin, at)
    if quote is None and not opened and not _heads_left(cue, left, reading, cues_at):
        return None
    ranges = [left]
    right = _after_tag(cue, reading, tag, cues_at)
    if right:
        ranges.append(right)
    return _made(reading, ranges, "quote" if quote else "tag")


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


def _heads_left(cue: Cue, left: Range, reading: Reading, cues_at: frozenset[int]) -> bool:
    """Whether the words before the comma are a clause that the parser hangs on the cue, or the cue on them."""
    complement = next((c for c in cue.head.children if c.dep == "ccomp" and c.start < cue.start), None)
    if complement is not None and left[0] <= complement.start < left[1]:
        return complement.i not in cues_at or complement.pos == "AUX"
    if cue.head.dep in ("parataxis", "ccomp") and left[0] <= cue.head.head.start:
        return True
    tokens = reading.tokens_in(*left)
    own = _stretch(cue.head)[0]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    inverted = cue.head.dep == "ROOT" and own <= left[0]
    subject = next((c for c in cue.head.children if c.dep in _SUBJECTS), None)
    return finite and inverted and subject is not None and subject.start >= left[1]


def _after_tag(cue: Cue, reading: Reading, tag: _Tag, cues_at: frozenset[int]) -> Range | None:
    """What goes on after the tag in the same sentence."""
    text = reading.document.text
    sentence_end = max(cue.head.sentence.end, tag.end)
    following = next((q for q in reading.quotations if tag.end <= q.start <= tag.end + 3 and not q.nested), None)
    if following and text[tag.end : following.start].strip(" \n") in (",", ":", "", "—", "–", "--"):
        return (following.start, following.end)
    if tag.end >= sentence_end or text[tag.end] != ",":
        return None
    rest = reading.tokens_in(tag.end + 1, sentence_end)
    if not rest or (rest[0].lower not in _JOINS and cue.head.dep != "parataxis"):
        return None
    stop = next((t.start for t in rest if t.i in cues_at and t.pos == "VERB" and t.tag != "VB"), sentence_end)
    return (rest[0].start, stop) if stop == sentence_end else None


def _quote_before(cue: Cue, reading: Reading) -> Range | None:
    """A quotation that closes right before the tag whose cue also has a clause after it."""
    tag = _tag(cue, reading)
    lead = reading.document.text[cue.head.sentence.paragraph.start : tag.start].rstrip()
    at = cue.head.sentence.paragraph.start + len(lead)
    quote = next((q for q in reading.quotations if q.end == at and not q.nested), None)
    return (quote.start, quote.end) if quote and len(reading.tokens_in(quote.start, quote.end)) > 5 else None


def _quote_after(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """Find "He said: “X”", "told reporters on Monday, “X”"."""
    if "quote" not in cue.frames:
        return None
    paragraph = cue.head.sentence.paragraph
    for q in reading.quotations:
        if (
            q.nested
            or not cue.end <= q.start <= cue.end + _GAP_LIMIT
            or q.paragraph not in (paragraph.index, paragraph.index + 1)
        ):
            continue
        gap = reading.document.text[cue.end : q.start]
        between = reading.tokens_in(cue.end, q.start)
        if any(t.i in cues_at or t.text in ".?!;" for t in between):
            return None
        if q.paragraph != paragraph.index and not gap.rstrip().endswith(":"):
            return None
        return _made(reading, [(_clause_lead(between, q), q.end)], "quote")
    return None


def _clause_lead(between: list[Token], quote: Quotation) -> int:
    """Words of the same clause before the marks ("that “X”", "said it was “X”") belong to the content."""
    for token in between:
        if token.text in ",:":
            return quote.start
        if token.lower == "that" or token.dep in ("nsubj", "nsubjpass", "expl"):
            return token.end if token.lower == "that" else token.start
    return quote.start


def _around(cue: Cue, reading: Reading) -> Content | None:
    """Find "According to Y, X", "X, according to Y", "X, according to Y, Z"."""
    text = reading.document.text
    sentence = cue.head.sentence
    source_end = _source_end(cue, reading)
    ranges: list[Range] = []
    left = text[sentence.start : cue.start].rstrip(" ,\n—–-")
    opened = next((q for q in reading.quotations if not q.closed and q.inner_start < cue.start < q.end), None)
    before = [q for q in reading.quotations if not q.nested and cue.start - 4 <= q.end <= cue.start]
    if before and before[0].start < sentence.start:
        ranges.append((before[0].start, before[0].end))
    elif left.strip(_EDGE):
        ranges.append((sentence.start, sentence.start + len(left)))
    elif opened is not None:
        ranges.append((opened.inner_start, cue.start))
    right = text[source_end : sentence.end]
    if right.strip(_EDGE) and right.lstrip()[:1] in (",", "“", '"'):
        ranges.append((source_end, sentence.end))
    return _made(reading, ranges, "according") if ranges else None


def _source_end(cue: Cue, reading: Reading) -> int:
    """Where the name after "according to" ends: at the next comma outside the mention, or the end of the sentence."""
    sentence = cue.head.sentence
    following = [t for t in sentence.tokens if t.start >= cue.end]
    mention: Mention | None = next((m for t in following[:6] if (m := reading.mention_of(t))), None)
    past = mention.end if mention else cue.end
    return next((t.start for t in following if t.start >= past and t.text in ',.;:"“'), sentence.end)


def _of_frame(cue: Cue, reading: Reading) -> Content | None:
    """Content that is no clause: an object, an infinitive, a preposition's object, a characterisation."""
    head = cue.head
    if "pair" in cue.frames and (found := _paired(cue, reading)):
        return found
    if "call" in cue.frames and (found := _characterised(cue, reading)):
        return found
    if ("inf" in cue.frames or "objinf" in cue.frames) and (found := _infinitive_after(cue, reading)):
        return found
    for child in _prepositions(head):
        if child.lower in cue.frames and (inner := child.child("pobj", "pcomp")):
            return _made(reading, [_stretch(inner, after=child.end)], "prep", weak=cue.frames.weak(child.lower))
    if "object" in cue.frames:
        return _object(cue, reading)
    return None


def _paired(cue: Cue, reading: Reading) -> Content | None:
    """Find "accused X of Y": what is said of X, with X unless a pronoun."""
    dobj = cue.head.child("dobj")
    after = [p for p in _prepositions(cue.head) if dobj is not None and p.i > dobj.i]
    if dobj is None or not after:
        return None
    start = dobj.start if dobj.pos == "PRON" else _stretch(dobj)[0]
    begin = after[0].end if dobj.pos == "PRON" else start
    return _made(reading, [(begin, _stretch(after[0])[1])], "prep")


def _characterised(cue: Cue, reading: Reading) -> Content | None:
    """Find "called X Y", "described X as Y", "declared X illegal"."""
    head = cue.head
    parts = [c for c in head.children if c.i > head.i and c.dep in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr")]
    parts += [c for c in head.children if c.i > head.i and c.dep == "prep" and c.lower == "as"]
    dobj = head.child("dobj")
    if dobj is not None:
        parts += [c for c in dobj.children if c.dep == "prep" and c.lower == "as"]
    complement = any(c.dep != "dobj" for c in parts)
    quoted = any(q.start > cue.end and q.start < cue.head.sentence.end for q in reading.quotations)
    if not parts or not (complement or quoted):
        return None
    stretches = [_stretch(p, after=cue.end) for p in parts]
    span = (min(s[0] for s in stretches), max(s[1] for s in stretches))
    return _made(reading, [span], "call")


def _infinitive_after(cue: Cue, reading: Reading) -> Content | None:
    for child in cue.head.children:
        if child.dep in _COMPLEMENTS and child.i > cue.head.i and _infinitive(child):
            addressee = next((c for c in child.children if c.dep in _SUBJECTS), None)
            if addressee is not None and "objinf" not in cue.frames:
                return None
            if addressee is None and "inf" not in cue.frames and cue.head.child("dobj", "prep") is None:
                return None
            start = next(c.start for c in child.children if c.dep == "aux" and c.lower == "to")
            negated = next((c.start for c in child.children if c.dep == "neg" and c.start < start), start)
            return _made(reading, [(negated, _stretch(child)[1])], "inf", weak=cue.frames.weak("inf"))
    return None


def _prepositions(head: Token) -> list[Token]:
    """Prepositions on the verb, then those on its object ("accused the army of X")."""
    own = [c for c in head.children if c.dep in ("prep", "dative") and c.i > head.i and c.lower in PREPOSITIONS]
    dobj = head.child("dobj")
    return own + ([c for c in dobj.children if c.dep == "prep" and c.lower in PREPOSITIONS] if dobj else [])


def _object(cue: Cue, reading: Reading) -> Content | None:
    words = speech_words()
    dobj = cue.head.child("dobj") or (cue.head.child("nsubjpass") if cue.head.child("agent") else None)
    if dobj is None or dobj.pos == "PRON":
        return None
    start, end = _stretch(dobj)
    quoted = any(q.start < end and start < q.end for q in reading.quotations)
    if "object.things" in cue.frames.limits and dobj.lemma not in words.topics and not quoted:
        return None
    if "object.abstract" in cue.frames.limits and dobj.lemma in words.concrete:
        return None
    mention = reading.mention_of(dobj)
    if mention and mention.party.kind == "person" and "object.nopeople" in cue.frames.limits:
        return None
    inner = clause_of_noun(dobj)
    span = _stretch(inner) if inner else (start, _object_end(dobj, end))
    return _made(reading, [span], "object")


_TOPICAL = frozenset(
    {"about", "regarding", "over", "of", "for", "concerning", "toward", "towards", "between", "against"}
)


def _object_end(dobj: Token, end: int) -> int:
    """Without a "who" clause on a person; with a topic that the parser hung on the verb ("raised concerns about X")."""
    who = next((c for c in dobj.subtree() if c.lower == "who"), None)
    if who is not None:
        return who.start
    for child in dobj.head.children:
        if child.dep in ("prep", "dative") and child.i > dobj.i and child.lower in _TOPICAL and child.start <= end + 1:
            end = max(end, _stretch(child)[1])
    return end
