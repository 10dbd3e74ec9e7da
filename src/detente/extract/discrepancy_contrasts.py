"""Accounts of two sides that tell the same thing differently, without a verb of denying."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.accounts import Account, Accounts
from detente.extract.clash import Clash
from detente.model.findings import DiscrepancyKind
from detente.ontology.lexicon import lexicon
from detente.text.cuewords import cues_in

_NEAR = 2
"""Sentences between an account and the one that answers it."""
_FAR = 6
"""Sentences between two accounts that share more than one word."""


def contrasts(accounts: Accounts) -> Iterator[Clash]:
    """Answers told as such, accounts after words that say that they differ, denials in other words."""
    yield from _said_to_differ(accounts)
    yield from _countered(accounts)
    yield from _negated(accounts)
    yield from _judged(accounts)


def _said_to_differ(accounts: Accounts) -> Iterator[Clash]:
    """As in "The ministry told a different story. It said B": the next account answers the one before."""
    text = accounts.reading.document.text
    for start, end in cues_in(text, 0, len(text), "discrepancies", "different"):
        before = [a for a in accounts.all if a.span.end <= start and a.asserts]
        after = _after(accounts, end)
        pair = next(((a, b) for b in after for a in before[-1:] if b.differs_from(a)), None)
        if pair and _within(accounts, pair[1], start):
            yield _clash("framing", *pair, 0.75)
    for _, end in cues_in(text, 0, len(text), "discrepancies", "heralding"):
        first = next(iter(_after(accounts, end)), None)
        if first is not None and _within(accounts, first, end):
            yield from _next_two(accounts, first)


def _next_two(accounts: Accounts, first: Account) -> Iterator[Clash]:
    """The account that the words herald, and the sentence of another source after it."""
    second = next((b for b in accounts.all if b.at == first.at + 1 and b.differs_from(first)), None)
    if second is not None:
        yield _clash("framing", first, second, 0.7)
    elif first.at + 1 < len(accounts.sentences):
        sentence = accounts.sentences[first.at + 1]
        if sentence.paragraph.index == first.paragraph:
            b = accounts.reading.span(sentence.start, sentence.end)
            yield Clash("framing", first.span, b, "other", 0.6)


def _after(accounts: Accounts, offset: int) -> list[Account]:
    return [a for a in accounts.all if a.span.start >= offset and a.asserts]


def _within(accounts: Accounts, account: Account, offset: int) -> bool:
    token = accounts.reading.token_at(offset)
    return token is not None and account.at - accounts.at(token) <= _NEAR


def _countered(accounts: Accounts) -> Iterator[Clash]:
    """As in "A, he said. She countered that B"."""
    countering = lexicon("discrepancies")["countering"]
    for n, later in enumerate(accounts.all):
        before = accounts.all[n - 1] if n else None
        if later.cue in countering and before and later.differs_from(before) and later.at - before.at <= _NEAR:
            yield _clash("framing", before, later, 0.6)


def _negated(accounts: Accounts) -> Iterator[Clash]:
    """An account that says that something is not so, beside or in the words of one of the other state's."""
    for n, later in enumerate(accounts.all):
        if not later.denies or not later.asserts or later.state is None:
            continue
        others = [a for a in accounts.all[:n] if a.asserts and a.state and a.state != later.state]
        beside = [a for a in others if later.at - a.at <= _NEAR and a.stems & later.stems]
        linked = [a for a in others if len(a.stems & later.stems) > 1 and later.at - a.at <= _FAR]
        best = max([*linked, *beside[-1:]], key=lambda a: (len(a.stems & later.stems), a.at), default=None)
        if best is not None:
            yield _clash("denial", best, later, 0.5)


def _judged(accounts: Accounts) -> Iterator[Clash]:
    """One side's charge against an act and the other's word for its harmlessness ("provocation", "routine drill")."""
    told = [(a, _topics(accounts, a), _tone(accounts, a)) for a in accounts.all]
    for n, (later, topics, tone) in enumerate(told):
        for earlier, others, other_tone in reversed(told[:n]):
            if tone and other_tone and tone != other_tone and topics & others and later.differs_from(earlier):
                yield _clash("framing", earlier, later, 0.55)
                break


def _topics(accounts: Accounts, account: Account) -> frozenset[str]:
    """Classes of the nouns told of: "exercise", "drill" and "manoeuvres" are one."""
    classes = lexicon("discrepancies")["same"]
    tokens = accounts.reading.tokens_in(account.span.start, account.span.end)
    lemmas = {t.lemma.lower() for t in (*tokens, *accounts.sentences[account.at].tokens)}
    return frozenset(name for name, words in classes.items() if lemmas & set(words))


def _tone(accounts: Accounts, account: Account) -> str | None:
    text = accounts.reading.document.text
    found = {
        tone
        for tone in ("charges", "defences")
        if cues_in(text, account.span.start, account.span.end, "discrepancies", tone)
    }
    return found.pop() if len(found) == 1 else None


def _clash(kind: DiscrepancyKind, a: Account, b: Account, confidence: float) -> Clash:
    shared = next((i for i in a.issues if i in b.issues), "other")
    return Clash("denial" if b.denies else kind, a.span, b.span, shared, confidence)
