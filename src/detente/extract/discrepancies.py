"""Places of one document that cannot both be right, or tell the same act differently.

Rules find what the words themselves say or what can be computed; a trained judge finds neighbouring accounts that
differ in other ways. Not read yet: accounts more than a few sentences apart that share no word.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.accounts import Accounts
from detente.extract.clash import Clash
from detente.extract.discrepancy_contrasts import contrasts
from detente.extract.discrepancy_denials import denials, pretexts, told_claims
from detente.extract.discrepancy_figures import counts, lengths, ranges
from detente.extract.discrepancy_judge import judged
from detente.model.findings import Discrepancy, Engagement, Statement
from detente.text.chain import Found
from detente.text.clauses import actors_of
from detente.text.reading import Reading

LABEL = "discrepancies/1"


def extract_discrepancies(reading: Reading, found: Found) -> list[Discrepancy]:
    """Lengths against clock times, counts, denials and framings, in the order of the text."""
    kept: list[Clash] = []
    for clash in _clashes(reading, found):
        if not clash.a.overlaps(clash.b) and not any(clash.meets(other) for other in kept):
            kept.append(clash)
    return sorted((_finding(clash) for clash in kept), key=lambda d: (d.a.start, d.b.start))


def _clashes(reading: Reading, found: Found) -> Iterator[Clash]:
    """Surest first: a pair found in two ways is kept as the first has it."""
    accounts, actors = Accounts(reading, found.of(Statement)), actors_of(reading)
    yield from lengths(reading, found.of(Engagement))
    yield from told_claims(reading)
    yield from denials(accounts, actors)
    yield from pretexts(accounts)
    yield from counts(accounts)
    yield from ranges(accounts)
    yield from contrasts(accounts)
    yield from judged(accounts, actors)


def _finding(clash: Clash) -> Discrepancy:
    return Discrepancy(
        evidence=tuple(sorted((clash.a, clash.b))),
        confidence=clash.confidence,
        extractor=LABEL,
        kind=clash.kind,
        a=clash.a,
        b=clash.b,
        about=clash.about,
        size=clash.size,
    )
