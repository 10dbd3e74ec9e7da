"""When, to whom and through whose account something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.extract.cues import Cue
from detente.extract.speakers import Source, quoting_verb, resolve_source
from detente.extract.speech import speech_words
from detente.model.dossier import Party
from detente.model.findings import Statement
from detente.model.when import When
from detente.text.clauses import agent_of
from detente.text.reading import Reading, Token

_READOUT = re.compile(r"\b(?:readout|read-out)\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:joint (?:statement|communiqu[eé]|declaration)|fact ?sheet|outcomes? of)\b", re.IGNORECASE)
_FACTS = re.compile(r"\bfact ?sheet\b", re.IGNORECASE)
_HEAD = 220
"""How far into a text (code points) its genre is told."""


def is_readout(reading: Reading) -> bool:
    """An official account of one contact, told by one side."""
    return bool(_READOUT.search(reading.document.title or "") or _READOUT.search(reading.document.text[:_HEAD]))


def is_fact_sheet(reading: Reading) -> bool:
    """A list of what was done and is to be done, told by one government."""
    return bool(_FACTS.search(reading.document.title or "") or _FACTS.search(reading.document.text[:_HEAD]))


def is_joint_text(reading: Reading) -> bool:
    """A joint statement or fact sheet: its provisions are commitments, not statements."""
    return bool(_JOINT.search(reading.document.title or "") or _JOINT.search(reading.document.text[:_HEAD]))


_WE_THE = re.compile(
    r"We, (?P<who>the [^.]{5,200}?)(?:,? (?:met|discussed|gathered|issue|have|reaffirm|express|are)\b|, (?=[a-z]+ed\b))"
)


def speakers_together(reading: Reading) -> Party | None:
    """Whom the "we" of a joint text stands for: the leaders that its title names, else "we, the leaders of …"."""
    text = reading.document.text
    named = [m.party for m in reading.mentions if m.start < _end_of_signers(reading)]
    people = list(dict.fromkeys(p.name for p in named if p.kind == "person"))
    if len(people) > 1:
        return Party(name=f"{', '.join(people[:-1])} and {people[-1]}", kind="group")
    opening = _WE_THE.search(text[:_OPENING])
    return Party(name=" ".join(opening["who"].split()), kind="group") if opening else None


def _end_of_signers(reading: Reading) -> int:
    """Where the title ends, or "We, President A and Prime Minister B, | met"."""
    opening = reading.tokens_in(0, _OPENING)
    we = next((t.i for t in opening if t.text == "We"), len(opening))
    verb = next((t.start for t in opening[we:] if t.tag in ("VBD", "VBP", "VBZ")), 0)
    headline = next((p.end for p in reading.paragraphs if p.kind == "headline"), 0)
    return max(headline, verb)


_OPENING = 800
"""How far into a joint text (code points) its signers are named."""


def outer_account(cue: Cue, source: Source | None, reading: Reading) -> tuple[str | None, tuple[str, ...]]:
    """Whose account it is told through, with the state: "according to" a body, or a body that quotes the speaker."""
    if cue.kind == "according":
        return None, ()
    quoting = quoting_verb(cue.head)
    teller = (agent_of(quoting) or quoting.child("nsubj")) if quoting else None
    if teller is not None and (party := resolve_source(teller, reading).party):
        return party.name, (party.state,) if party.state else ()
    for token in cue.head.sentence.tokens:
        if token.lower != "according":
            continue
        to = next((c for c in token.children if c.lower == "to"), None)
        head = to.child("pobj") if to else None
        if head is None or not _governs(token, cue.head):
            continue
        found = resolve_source(head, reading)
        if found.party and not (source and source.party == found.party):
            return found.party.name, (found.party.state,) if found.party.state else ()
    return None, ()


def _governs(according: Token, verb: Token) -> bool:
    """Whether "according to" hangs on the verb or on what the verb hangs on."""
    return according.head is verb or according.head in verb.ancestors() or verb in according.ancestors()


def find_addressee(cue: Cue, reading: Reading) -> str | None:
    """Whom the words were said to, where the cue's own object tells it."""
    if cue.kind != "verb" or cue.head.lemma not in speech_words().addressing:
        return None
    to = cue.head.child("prep", "dative")
    indirect = to.child("pobj") if to and to.lower == "on" and cue.head.lemma == "call" else None
    target = cue.head.child("dative") or cue.head.child("dobj") or indirect
    if target is None or target.pos == "ADP":
        return None
    party = resolve_source(target, reading).party
    return party.name if party else None


def date_statements(statements: list[Statement], reading: Reading) -> Sequence[Statement]:
    """Fill `said_on` and `reported_by` from the cue's clause, then from the same speaker's occasion so far."""
    default = _readout_day(reading) if is_readout(reading) else None
    dated: list[Statement] = []
    last_day: dict[str, Statement] = {}
    last_account: dict[str, Statement] = {}
    for statement in statements:
        when = _own_date(statement, reading) or default
        if when:
            statement = replace(statement, said_on=when.day, date_basis=when.basis)  # noqa: PLW2901
        key = statement.speaker or ""
        if not statement.said_on and key in last_day:
            earlier = last_day[key]
            statement = replace(statement, said_on=earlier.said_on, date_basis="inferred")  # noqa: PLW2901
        if not statement.reported_by and key in last_account:
            earlier = last_account[key]
            statement = replace(  # noqa: PLW2901
                statement,
                reported_by=earlier.reported_by,
                account_of=statement.account_of or earlier.account_of,
            )
        if statement.said_on and key:
            last_day[key] = statement
        if statement.reported_by and key:
            last_account[key] = statement
        dated.append(statement)
    return _date_headline(dated, reading)


def _own_date(statement: Statement, reading: Reading) -> When | None:
    """A date beside the cue, outside the words that were said."""
    evidence = statement.evidence[0]
    if statement.cue is None:
        return None
    token = reading.token_at(statement.cue.start)
    low, high = (token.sentence.start, token.sentence.end) if token else (evidence.start, evidence.end)
    for time in reading.times_in(low, high):
        inside = any(s.start <= time.start < s.end for s in statement.content)
        if time.kind == "date" and time.when and not inside and _beside(time.start, statement, reading):
            return time.when
    return None


def _beside(offset: int, statement: Statement, reading: Reading) -> bool:
    """Whether the time hangs on the cue rather than on another verb of its sentence."""
    token, cue = reading.token_at(offset), statement.cue
    head = reading.token_at(cue.start) if cue else None
    if token is None or head is None:
        return False
    verb = next((t for t in (token, *token.ancestors()) if t.pos in ("VERB", "AUX")), None)
    return verb is None or verb is head or verb in head.ancestors() or head in verb.ancestors()


def _readout_day(reading: Reading) -> When | None:
    """The day of the contact that a readout tells: the first date of its body, else the day of publication."""
    body = next((p for p in reading.paragraphs if p.kind == "body"), None)
    if body is not None:
        for time in reading.times_in(body.start, min(body.end, body.start + 400)):
            if time.kind == "date" and time.when and time.when.precision == "day":
                return time.when
    published = reading.document.published
    return When.from_iso(published, basis="inferred") if published else None


def _date_headline(statements: list[Statement], reading: Reading) -> Sequence[Statement]:
    """A headline was said when the body says so."""
    headline = next((p for p in reading.paragraphs if p.kind == "headline"), None)
    first = next((s for s in statements if headline and s.evidence[0].start >= headline.end and s.said_on), None)
    if headline is None or first is None:
        return statements
    return [
        replace(s, said_on=first.said_on, date_basis="inferred")
        if not s.said_on and s.evidence[0].start < headline.end and s.state == first.state
        else s
        for s in statements
    ]
