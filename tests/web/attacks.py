"""A record in which every field that a document or a person can fill carries an attack, and each attack all of them."""

import re
from pathlib import Path

from detente import api
from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Event,
    Incident,
    Position,
    Statement,
)
from detente.ontology.states import STATES

_CODE_POINTS = re.compile(r"⟦([0-9A-F ]+)⟧")
_LINES = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
ATTACKS = tuple(
    _CODE_POINTS.sub(lambda m: "".join(chr(int(code, 16)) for code in m[1].split()), line)
    for line in _LINES
    if not line.startswith("# ")
)
_TOGETHER = 12
_OTHERS = [code for code in sorted(STATES) if code not in {"US", "EU", "UN", "NATO"}]
GROUPS = {("US", _OTHERS[at // _TOGETHER]): ATTACKS[at : at + _TOGETHER] for at in range(0, len(ATTACKS), _TOGETHER)}
"""The attacks by the two states in whose dealings they stand."""
_DAY = "2031-05-14"


def fill(path):
    """Make the record; return the ids of the documents in the order of the attacks."""
    ids = []
    with api.open(path) as record:
        for states, attacks in GROUPS.items():
            for n, attack in enumerate(attacks):
                dossier = _dossier(states, attack, n)
                record.store.add(dossier)
                ids.append(dossier.document.id)
            record.reject(dossier.statements[1].id, attack, by=attack)
            record.accept(dossier.engagements[0].id, by=attack, reason=attack)
    return ids


def _dossier(states, attack, n):
    document = Document(
        f"{attack}\n\nThe first said {attack} and “{attack}”.\n\nTalks lasted 20 minutes. Talks lasted 50 minutes.",
        name=attack,
        title=attack,
        url=attack,
        publisher=attack,
        published=f"2031-05-{15 + n}",
        account_of=(states[n % 2],),
    )
    return Dossier(
        document=document,
        states=states,
        people=(Party(name=attack, kind="person", state=states[0], office=attack, role=attack),),
        findings=tuple(_findings(states, attack, document)),
        problems=(Problem(kind="unseen", message=attack, doc=document.id, where=None, alternatives=(attack,)),),
    )


def _findings(states, attack, document):
    first, second = states
    width = len(attack)
    words = document.span(0, width) if attack.strip() == attack else document.trimmed(0, width)
    at = document.text.index(f"said {attack}") + len("said ")
    said = document.trimmed(at, at + width)
    a, b = (document.span(at, at + 23) for at in (m.start() for m in re.finditer("Talks lasted", document.text)))
    common = {"confidence": 0.7, "extractor": attack}
    for content in (words, said):
        yield Statement(
            evidence=(said,), speaker=attack, state=first, office=attack, mode="direct", content=(content,), cue=said,
            source=words, addressee=attack, reported_by=attack, said_on=_DAY, issues=("taiwan",), **common,
        )  # fmt: skip
    yield Engagement(
        evidence=(words,), kind="meeting", participants=(attack, "Ada Berg"), states=states, date=_DAY,
        start="09:00", end="09:20", duration_min=20, place=attack, status="held", announced=words, reason=said,
        aims=words, outcome=said, **common,
    )  # fmt: skip
    yield ChannelReport(evidence=(words,), states=states, kind="military", status="suspended", reason=said, **common)
    for state in states:
        yield Position(evidence=(said,), state=state, issue="taiwan", summary=said.text, **common)
    yield Position(evidence=(words,), state=first, issue=attack, summary=words.text, **common)
    yield Commitment(
        evidence=(words,), by=(first,), to=(second,), what=attack, polarity="do", strength="promised",
        condition=attack, reported_by=attack, **common,
    )  # fmt: skip
    yield Incident(
        evidence=(words,), kind="military", by=(first,), against=(second,), date=_DAY, effect="strain", **common
    )
    yield Discrepancy(evidence=(a, b), kind="duration", a=a, b=b, about=attack, size="material", **common)
    yield Assessment(evidence=(words,), by=attack, state=second, states=states, direction="worse", **common)
    yield Event(
        evidence=(words,), type="ACCUSE", mode=None, actor=attack, by=(first,), recipient=attack, to=(second,),
        date=_DAY, place=attack, trigger=words, quad=3, intensity=-2.0, scale=attack, scheme=attack, **common,
    )  # fmt: skip
