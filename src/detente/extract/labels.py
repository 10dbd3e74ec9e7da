"""Words tied to their speaker by a mark alone: “…” — Jane Roe, voter; Jane Roe: “…”; "Ministry: talks go on"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.cues import Cue
from detente.extract.drafts import Draft
from detente.extract.ranges import Range, made
from detente.extract.speakers import Source, resolve_source
from detente.extract.speech import Frames
from detente.text.reading import Paragraph, Quotation, Reading, Token

_NONE = Frames.parse("")
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_LONGEST_NAME = 16
"""Words of a signature after a dash."""
_LONGEST_LABEL = 8
"""Words of a name before a colon."""
_SHORTEST = 4
"""Words of a quotation that is speech rather than a term."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def label_drafts(reading: Reading) -> Iterator[Draft]:
    """Drafts whose cue is a colon or a dash, in the order of the quotations, then of the headlines."""
    for quotation in reading.quotations:
        if quotation.nested or len(reading.tokens_in(quotation.inner_start, quotation.inner_end)) < _SHORTEST:
            continue
        if draft := _signed(quotation, reading) or _labelled(quotation, reading):
            yield draft
    for paragraph in reading.paragraphs:
        if paragraph.kind == "headline" and (draft := _headed(paragraph, reading)):
            yield draft


def _signed(quotation: Quotation, reading: Reading) -> Draft | None:
    """A dash right after the quotation, or at the start of the next block, and a name up to the block's end."""
    paragraph = reading.paragraphs[quotation.paragraph]
    rest = reading.tokens_in(quotation.end, paragraph.end)
    if not rest and quotation.paragraph + 1 < len(reading.paragraphs):
        following = reading.paragraphs[quotation.paragraph + 1]
        rest = reading.tokens_in(following.start, following.end)
    if not 2 <= len(rest) <= _LONGEST_NAME or rest[0].text not in _DASHES or not _is_name(rest[1:], reading):
        return None
    return _draft(rest[0], rest[1:], (quotation.inner_start, quotation.inner_end), reading)


def _labelled(quotation: Quotation, reading: Reading) -> Draft | None:
    """A name and a colon at the start of the block or sentence, right before the quotation."""
    paragraph = reading.paragraphs[quotation.paragraph]
    before = reading.tokens_in(paragraph.start, quotation.start)
    ends = [n for n, t in enumerate(before[:-1]) if t.text in '.!?”"']
    before = before[ends[-1] + 1 :] if ends else before
    if not 2 <= len(before) <= _LONGEST_LABEL or before[-1].text != ":" or not _is_name(before[:-1], reading):
        return None
    return _draft(before[-1], before[:-1], (quotation.inner_start, quotation.inner_end), reading)


def _headed(headline: Paragraph, reading: Reading) -> Draft | None:
    """A headline that opens with whoever says the rest of it."""
    tokens = list(headline.tokens)
    at = next((n for n, t in enumerate(tokens[:_LONGEST_LABEL]) if t.text == ":"), None)
    if not at or len(tokens) - at <= _SHORTEST or not _is_name(tokens[:at], reading):
        return None
    if reading.quotation_at(tokens[0].start) is not None:
        return None
    return _draft(tokens[at], tokens[:at], (tokens[at].end, headline.end), reading)


def _is_name(tokens: list[Token], reading: Reading) -> bool:
    """Words without a finite verb or a date (a reference to a source has one), among them someone's name."""
    named = any(t.pos == "PROPN" or reading.mention_of(t) is not None or t.lower in _DOCUMENTS for t in tokens)
    cited = any(t.ent == "DATE" for t in tokens)
    return named and not cited and not any(t.tag in _FINITE for t in tokens)


_DOCUMENTS = frozenset({"poll", "study", "report", "survey", "court", "police", "ministry", "officials", "experts"})


def _draft(mark: Token, name: list[Token], content: Range, reading: Reading) -> Draft | None:
    cue = Cue(mark, mark.start, mark.end, _NONE, "label")
    said = made(cue, reading, [content], "label")
    return Draft(cue, said, _named(name, reading), listed=False) if said else None


def _named(name: list[Token], reading: Reading) -> Source:
    """The first mention in the words, else the head of the first noun phrase."""
    mention = next((m for t in name if (m := reading.mention_of(t)) and m.party.kind != "state"), None)
    mention = mention or next((m for t in name if (m := reading.mention_of(t))), None)
    if mention is not None:
        return Source(mention.start, mention.end, mention.party, mention)
    inside = [
        t
        for t in name
        if t.pos in ("PROPN", "NOUN") and not (name[0].start <= t.head.start < name[-1].end and t.head is not t)
    ]
    return resolve_source(inside[0] if inside else name[0], reading)
