"""What was said: the stretches of text that a cue governs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from detente.extract.cues import Cue, clause_of_noun
from detente.extract.frames import content_of_frame
from detente.extract.ranges import EDGE, SUBJECTS, Content, Range, is_infinitive, made, stretch
from detente.extract.speakers import names_inverted_speaker
from detente.extract.speech import speech_words
from detente.text.reading import Mention, Quotation, Reading, Sentence, Token

_JOINS = frozenset({"but", "and", "though", "although", "because", "while", "so", "yet", "as"})
_GAP_LIMIT = 120
"""How many code points may stand between a cue and the quotation that it introduces."""


def find_content(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """The content of a cue, or None where it reports nothing; `cues_at` holds the token indices of all cues."""
    found = _pattern(cue, reading, cues_at)
    return (
        replace(found, ranges=tuple(_before_participle(r, reading, cues_at) for r in found.ranges)) if found else None
    )


def _before_participle(span: Range, reading: Reading, cues_at: frozenset[int]) -> Range:
    """Stop where the speaker's next act hangs on as a participle ("pledged help, noting that …")."""
    for token in reading.tokens_in(*span):
        if token.i in cues_at and token.tag == "VBG" and token.dep in ("acl", "advcl") and token.start > span[0]:
            before = reading.tokens[token.i - 1]
            if before.lower in (",", "while", "before", "after") and reading.quotation_at(token.start) is None:
                return (span[0], before.start)
    return span


def _pattern(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """The first pattern that fits."""
    if cue.kind == "according":
        return _around(cue, reading)
    if cue.kind == "noun":
        clause = clause_of_noun(cue.head)
        return made(cue, reading, [stretch(clause, after=cue.end)], "noun") if clause else None
    if "object" in cue.frames and (found := _relative(cue, reading)):
        return found
    if found := _clause_after(cue, reading, cues_at) or _before_tag(cue, reading, cues_at):
        return found
    if cue.head.sentence.paragraph.kind == "headline" and (found := _rest_of_headline(cue, reading)):
        return found
    return _wider(content_of_frame(cue, reading), _quote_after(cue, reading, cues_at))


def _relative(cue: Cue, reading: Reading) -> Content | None:
    """Find "the pact, which he condemned": the content is what the clause hangs on."""
    dobj = cue.head.child("dobj")
    clause = cue.head
    while clause.dep == "conj" and clause.head.pos == "VERB":
        clause = clause.head
    if dobj is None or dobj.lower not in ("which", "that", "whom") or clause.dep != "relcl" or dobj.i > cue.head.i:
        return None
    start, end = stretch(clause.head, before=dobj.start)
    return made(cue, reading, [(start, end)], "object")


def _wider(framed: Content | None, quoted: Content | None) -> Content | None:
    """Where an object holds a quotation, all of the object; else the quotation alone."""
    if framed is None or quoted is None:
        return framed or quoted
    return framed if framed.ranges[0][0] <= quoted.ranges[0][0] < framed.ranges[-1][1] else quoted


def _rest_of_headline(cue: Cue, reading: Reading) -> Content | None:
    """Headlines leave out what a parser looks for: all after "China says" is what China says."""
    subject = next((c for c in cue.head.children if c.dep in SUBJECTS), None)
    if subject is None or subject.i > cue.head.i or "that" not in cue.frames or cue.head.tag not in ("VBZ", "VBP"):
        return None
    return made(cue, reading, [(cue.end, cue.head.sentence.end)], "clause")


def _clause_after(cue: Cue, reading: Reading, cues_at: frozenset[int]) -> Content | None:
    """Find "said that X", "said X", "asked whether X", "told reporters X"."""
    if "that" not in cue.frames:
        return None
    adjective = cue.head.child("acomp")
    for child in (*cue.head.children, *(adjective.children if adjective else ())):
        if child.dep == "ccomp" and child.i > cue.head.i and not is_infinitive(child):
            start, end = stretch(child, after=cue.end)
            subject = next((c for c in child.children if c.dep in SUBJECTS), None)
            if subject is not None and (subject.i < cue.head.i or names_inverted_speaker(child, subject, reading)):
                continue
            end = _before_semicolon(start, _before_next_act(child, end, reading, cues_at), reading, cues_at)
            end = _with_conjuncts(cue, end, cues_at)
            end = _with_further_clauses(child, end, cues_at)
            ranges = [(start, end)]
            left = _quote_before(cue, reading)
            return made(cue, reading, [left, *ranges] if left else ranges, "clause")
    if carried := _clause_of_carrier(cue.head):
        return made(cue, reading, [stretch(carried)], "clause")
    that = _that_after(cue)
    return made(cue, reading, [(that.end, _clause_end(that, cues_at))], "clause") if that else None


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
    for before, token in pairwise(following):
        if before.dep == "cc" and token.i in cues_at and token.tag == "VBD":
            return before.start
    return that.sentence.end


def _clause_of_carrier(verb: Token) -> Token | None:
    """Find "said in a post that X", where the parser hangs the clause on the post."""
    for preposition in verb.children:
        carrier = preposition.child("pobj") if preposition.dep == "prep" else None
        for clause in carrier.children if carrier else ():
            marked = any(c.lower == "that" and c.dep == "mark" for c in clause.children)
            if clause.dep in ("relcl", "acl", "ccomp") and marked and any(c.dep in SUBJECTS for c in clause.children):
                return clause
    return None


def _before_next_act(clause: Token, end: int, reading: Reading, cues_at: frozenset[int]) -> int:
    """Stop before a second act that the parser hung into the clause ("said that trade grew and urged …")."""
    subject = next((c for c in clause.children if c.dep in SUBJECTS), None)
    other = subject is not None and reading.mention_of(subject) is not None and not _is_speaker(subject, clause, reading)
    for token in reading.tokens_in(clause.start, end):
        own = any(c.dep in SUBJECTS for c in token.children)
        if token.dep != "conj" or token.i not in cues_at or token.tag not in ("VBD", "VBZ") or own:
            continue
        joined = [t for t in reading.tokens[max(0, token.i - 3) : token.i] if t.dep == "cc" and t.start > clause.start]
        parted = bool(joined) and reading.tokens[joined[0].i - 1].text == ","
        if parted or (not other and token.tag == "VBD"):
            return joined[0].start if joined else token.start
    return end


def _before_semicolon(start: int, end: int, reading: Reading, cues_at: frozenset[int]) -> int:
    """Stop at a semicolon outside quotation marks after which someone speaks anew."""
    for token in reading.tokens_in(start, end):
        rest = (t for t in token.sentence.tokens if t.start > token.start)
        if token.text == ";" and reading.quotation_at(token.start) is None and any(t.i in cues_at for t in rest):
            return token.start
    return end


def _is_speaker(subject: Token, clause: Token, reading: Reading) -> bool:
    """Whether the subject of what is said is whoever says it ("Roe said he regretted X and urged Y")."""
    speaker = next((c for c in clause.head.children if c.dep == "nsubj"), None)
    inner, outer = reading.mention_of(subject), reading.mention_of(speaker) if speaker is not None else None
    return inner is not None and outer is not None and inner.party == outer.party


def _with_further_clauses(clause: Token, end: int, cues_at: frozenset[int]) -> int:
    """A list of clauses under one "that" goes on ("that X, Y does Z, and W"), where the parser ended it early."""
    rest = [t for t in clause.sentence.tokens if t.start >= end]
    marked = any(c.lower == "that" and c.dep == "mark" for c in clause.children)
    if not marked or len(rest) < 3 or rest[0].text != "," or any(t.i in cues_at for t in rest):
        return end
    opens = rest[1].pos in ("DET", "PROPN") or rest[1].lower in ("that", "and")
    finite = any(t.tag in ("VBZ", "VBP", "MD") for t in rest)
    return rest[-1].end if opens and finite else end


def _with_conjuncts(cue: Cue, end: int, cues_at: frozenset[int]) -> int:
    """A further "that" clause hung on the cue itself ("said that X and that Y")."""
    for child in cue.head.children:
        further = child.dep in ("conj", "ccomp") and child.start >= end and child.i not in cues_at
        if further and any(g.lower == "that" and g.dep == "mark" for g in child.children):
            end = max(end, stretch(child)[1])
    return end


@dataclass(frozen=True)
class _Tag:
    """The words that attribute ("he told reporters on Monday"), between commas, marks or sentence ends."""

    start: int
    end: int


def _tag(cue: Cue, reading: Reading) -> _Tag:
    sentence = cue.head.sentence
    start, stop = cue.start, cue.end
    subject = next((c for c in cue.head.children if c.dep in SUBJECTS), None)
    if subject is not None:
        mention = reading.mention_of(subject)
        low, high = stretch(subject)
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
    if _has_own_object(cue) and (quote is None or _ends_sentence(quote, reading)):
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


def _ends_sentence(quote: Quotation, reading: Reading) -> bool:
    return reading.document.text[quote.inner_start : quote.inner_end].rstrip().endswith((".", "?", "!"))


def _has_own_object(cue: Cue) -> bool:
    """A new sentence after a full stop and a closing mark, with content of its own, is no tag of that quotation."""
    return any(c.i > cue.head.i and c.dep in ("dobj", "ccomp", "xcomp", "oprd") for c in cue.head.children)


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
    if not rest or (rest[0].lower not in _JOINS and not goes_on):
        return None
    stop = next((t.start for t in rest if t.i in cues_at and t.pos == "VERB" and t.tag != "VB"), sentence_end)
    return (rest[0].start, stop) if stop == sentence_end else None


def _quote_before(cue: Cue, reading: Reading) -> Range | None:
    """A quotation that closes right before the tag whose cue also has a clause after it."""
    tag = _tag(cue, reading)
    lead = reading.document.text[cue.head.sentence.paragraph.start : tag.start].rstrip()
    at = cue.head.sentence.paragraph.start + len(lead)
    quote = next((q for q in reading.quotations if q.end == at and not q.nested), None)
    if quote and _ends_sentence(quote, reading):
        return None
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
        if _names_another_thing(cue, q) and not gap.rstrip().endswith((":", ",")):
            return None
        return made(cue, reading, [(_clause_lead(between, q), q.end)], "quote")
    return None


def _names_another_thing(cue: Cue, quotation: Quotation) -> bool:
    """Tell "added the words “and Emergency”" adds words, it does not say them; "told the crew “…”" does."""
    dobj = cue.head.child("dobj")
    addressed = cue.head.lemma in speech_words().addressing
    return (
        dobj is not None
        and dobj.pos == "NOUN"
        and cue.end <= dobj.start
        and dobj.end <= quotation.start
        and not addressed
    )


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
    if left.endswith((" which", " who", " that")):
        return None
    opened = next((q for q in reading.quotations if not q.closed and q.inner_start < cue.start < q.end), None)
    before = [q for q in reading.quotations if not q.nested and cue.start - 4 <= q.end <= cue.start]
    if before and before[0].start < sentence.start:
        ranges.append((before[0].start, before[0].end))
    elif left.strip(EDGE):
        ranges.append((sentence.start, sentence.start + len(left)))
    elif opened is not None:
        ranges.append((opened.inner_start, cue.start))
    right = text[source_end : sentence.end]
    if right.strip(EDGE) and right.lstrip()[:1] in (",", "“", '"'):
        ranges.append((source_end, sentence.end))
    return made(cue, reading, ranges, "according") if ranges else None


def _source_end(cue: Cue, reading: Reading) -> int:
    """Where the name after "according to" ends: at the next comma outside the mention, or the end of the sentence."""
    sentence = cue.head.sentence
    following = [t for t in sentence.tokens if t.start >= cue.end]
    mention: Mention | None = next((m for t in following[:6] if (m := reading.mention_of(t))), None)
    past = mention.end if mention else cue.end
    return next((t.start for t in following if t.start >= past and t.text in ',.;:"“'), sentence.end)
