"""What was said: the stretches of text that a cue governs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from detente.extract.cues import Cue, clause_of_noun
from detente.extract.frames import content_of_frame
from detente.extract.ranges import EDGE, SUBJECTS, Content, Range, is_infinitive, made, stretch
from detente.extract.speakers import names_inverted_speaker
from detente.extract.speech import speech_words
from detente.extract.tags import before_tag, follows_mark, quote_before
from detente.text.reading import Mention, Quotation, Reading, Token

_EMPHASIS = " \t\n*_"
"""Official pages set the lead of a quotation in bold: "**… on the reef:** “…”"."""
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
            cut = before.start > span[0] and before.lower in (",", "while", "before", "after")
            if cut and reading.quotation_at(token.start) is None:
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
    tagged = before_tag(cue, reading, cues_at) if follows_mark(cue, reading) else None
    if found := tagged or _clause_after(cue, reading, cues_at) or before_tag(cue, reading, cues_at):
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
            if reading.document.text[cue.end : start].rstrip().endswith(";"):
                continue
            subject = next((c for c in child.children if c.dep in SUBJECTS), None)
            if subject is not None and (subject.i < cue.head.i or names_inverted_speaker(child, subject, reading)):
                continue
            end = _before_other_voice(start, _before_next_act(child, end, reading, cues_at), reading, cues_at)
            end = _with_predicate(cue, child, _with_conjuncts(cue, end, cues_at))
            end = _with_further_clauses(child, end, cues_at)
            ranges = [(start, end)]
            left = quote_before(cue, reading)
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
    other = (
        subject is not None and reading.mention_of(subject) is not None and not _is_speaker(subject, clause, reading)
    )
    for token in reading.tokens_in(clause.start, end):
        own = any(c.dep in SUBJECTS for c in token.children)
        if token.dep != "conj" or token.i not in cues_at or token.tag not in ("VBD", "VBZ") or own:
            continue
        joined = [t for t in reading.tokens[max(0, token.i - 3) : token.i] if t.dep == "cc" and t.start > clause.start]
        parted = bool(joined) and reading.tokens[joined[0].i - 1].text == ","
        if parted or (not other and token.tag == "VBD"):
            return joined[0].start if joined else token.start
    return end


def _before_other_voice(start: int, end: int, reading: Reading, cues_at: frozenset[int]) -> int:
    """Stop, outside quotation marks, at a semicolon or ", while" after which someone speaks anew."""
    for token, following in pairwise(reading.tokens_in(start, end)):
        parts = token.text == ";" or (token.text == "," and following.lower in _MEANWHILE)
        if not parts or reading.quotation_at(token.start) is not None:
            continue
        rest = [t for t in token.sentence.tokens if t.start > token.start]
        if any(t.i in cues_at and (token.text == ";" or t.child("nsubj")) for t in rest):
            return token.start
    return end


_MEANWHILE = frozenset({"while", "whereas"})


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


def _with_predicate(cue: Cue, clause: Token, end: int) -> int:
    """The verb of words that the parser took for a clause ("said two men barred from leaving | had been freed")."""
    participle = clause.tag in ("VBN", "VBG") and not any(c.dep in ("aux", "auxpass") for c in clause.children)
    for verb in cue.head.children if participle else ():
        bare = verb.dep == "ccomp" and not any(c.dep in SUBJECTS for c in verb.children)
        if bare and 0 <= stretch(verb)[0] - end <= 1:
            end = stretch(verb)[1]
    return end


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
        gap = reading.document.text[cue.end : q.start].rstrip(_EMPHASIS)
        between = reading.tokens_in(cue.end, q.start)
        if any(t.i in cues_at or t.text in ".?!;" for t in between):
            return None
        if q.paragraph != paragraph.index and not gap.endswith(":"):
            return None
        if _names_another_thing(cue, q) and not gap.endswith((":", ",")):
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
