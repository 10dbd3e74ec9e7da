"""What is said in a transcript, an interview or the remarks of one person: a statement for each turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.speakers import Source, resolve_source
from detente.model.dossier import Party
from detente.model.findings import Statement
from detente.model.occurrence import REPORTER
from detente.ontology.issues import issues_in
from detente.ontology.lexicon import lexicon
from detente.text.reading import Reading
from detente.text.turns import Turn, find_turns

CONFIDENCE = 0.95
"""A turn's words and speaker are marked by the form of the document, so its confidence is set, not learned."""


def turn_statements(reading: Reading, extractor: str) -> list[Statement]:
    """One direct statement for each turn, its content one span for each block; none in a text that is no transcript."""
    document = reading.document
    found = [
        _statement(t, speaker_of(t, reading), reading, extractor) for t in find_turns(document.text, reading.paragraphs)
    ]
    if found:
        return found
    speaker = _one_speaker(reading)
    blocks = tuple((p.start, p.end) for p in reading.paragraphs if p.kind in ("body", "bullet"))
    return [_statement(Turn(0, 0, blocks), speaker, reading, extractor)] if speaker and blocks else []


def told_in_turns(statements: Sequence[Statement], turns: Sequence[Statement]) -> list[Statement]:
    """Statements outside the turns as they are; those inside told through the speaker, but for his own "I think"."""
    kept: list[Statement] = []
    for statement in statements:
        start = statement.cue.start if statement.cue else statement.content[0].start
        turn = next((t for t in turns if any(c.start <= start < c.end for c in t.content)), None)
        if turn is None:
            kept.append(statement)
        elif statement.speaker not in (None, turn.speaker):
            kept.append(replace(statement, reported_by=statement.reported_by or turn.speaker))
    return kept


def _statement(turn: Turn, speaker: Party, reading: Reading, extractor: str) -> Statement:
    document = reading.document
    content = tuple(s for s in (document.trimmed(a, b) for a, b in turn.parts) if s.text)
    return Statement(
        evidence=content[:1],
        confidence=CONFIDENCE,
        extractor=extractor,
        speaker=speaker.name,
        state=speaker.state,
        person_id=speaker.person_id,
        office=speaker.office,
        office_id=speaker.office_id,
        mode="direct",
        content=content,
        source=document.trimmed(turn.start, turn.end) if turn.end else None,
        account_of=document.account_of,
        said_on=document.published,
        date_basis="inferred" if document.published else None,
        issues=issues_in(" ".join(s.text for s in content)),
    )


def speaker_of(turn: Turn, reading: Reading) -> Party:
    """Whom the label names; without its title in small letters where resolution knows nobody."""
    label = reading.tokens_in(turn.start, turn.end)
    if turn.asks or not label:
        return Party(name=REPORTER, kind="unnamed")
    mentions = [m for t in label if (m := reading.mention_of(t)) is not None]
    named = next((m.party for m in mentions if m.party.kind == "person"), None)
    if named is not None:
        return named
    found: Source = resolve_source(label[-1], reading)
    words = " ".join(reading.document.text[turn.start : turn.end].split())
    return (
        found.party
        if found.mention and found.party
        else Party(name=words.title() if words.isupper() else words, kind="unnamed")
    )


def _one_speaker(reading: Reading) -> Party | None:
    """Whose remarks the document is by its title, where the text resolves the name."""
    opening = next((p for p in reading.paragraphs if p.kind == "headline"), None)
    titles = [reading.document.title or "", reading.document.text[opening.start : opening.end] if opening else ""]
    for title in titles:
        for after in _after_by(title):
            known = (
                p for p in reading.people if p.kind == "person" and p.name.split()[-1].lower() in after.lower().split()
            )
            if party := next(known, None):
                return party
    return None


def _after_by(title: str) -> Iterator[str]:
    for opening in lexicon("transcripts")["remarks"]:
        _, found, after = title.lower().partition(opening)
        if found:
            yield after.replace(",", " ")
