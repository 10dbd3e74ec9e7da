"""Accounts of two sides that tell the same thing differently, without a verb of denying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.accounts import Account, Accounts, classes_in, words_of
from detente.extract.clash import Clash
from detente.model.findings import DiscrepancyKind
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.ontology.states import states_in
from detente.text.clauses import actors_of, phrase_of, subject_of
from detente.text.cuewords import cues_in
from detente.text.reading import Token

_NEAR = 2
"""Sentences between an account and the one that answers it."""
_BESIDE = 12
"""Code points before a charge within which "no" or "not" undoes it."""
_FAR = 6
"""Sentences between two accounts that share more than one word."""


def contrasts(accounts: Accounts) -> Iterator[Clash]:
    """Answers told as such, accounts after words that say that they differ, denials in other words."""
    yield from _held_otherwise(accounts)
    yield from _in_parallel(accounts)
    yield from _other_doers(accounts)
    yield from _said_to_differ(accounts)
    yield from _countered(accounts)
    yield from _no_such(accounts)
    yield from _negated(accounts)
    yield from _judged(accounts)
    yield from _named(accounts)
    yield from _unanswered(accounts)


def _held_otherwise(accounts: Accounts) -> Iterator[Clash]:
    """As in "Rome denies it. Many in Paris think otherwise": the words that differ are their own account."""
    for n, sentence in enumerate(accounts.sentences):
        if n and "otherwise" in sentence.words and any(map(_holds_otherwise, sentence.tokens)):
            yield Clash("framing", accounts.whole(n - 1), accounts.whole(n), "other", 0.6)


def _holds_otherwise(word: Token) -> bool:
    return word.lower == "otherwise" and word.head.lemma in words_of("holding")


def _in_parallel(accounts: Accounts) -> Iterator[Clash]:
    """As in "Rome thought that A. Paris thought that B": one verb of holding, two states, side by side."""
    actors, holding = actors_of(accounts.reading), words_of("holding")
    for n, sentence in enumerate(accounts.sentences[1:], 1):
        one, two = (next((t for t in s.tokens if t.head is t), None) for s in (accounts.sentences[n - 1], sentence))
        if one is None or two is None or one.lemma != two.lemma or one.lemma not in holding:
            continue
        first, second = actors.of(subject_of(one)), actors.of(subject_of(two))
        if first and second and first != second:
            yield Clash("framing", accounts.whole(n - 1), accounts.whole(n), "other", 0.6)


def _other_doers(accounts: Accounts) -> Iterator[Clash]:
    """As in "Rome fired first, he said. It was Paris that fired, she said": the same deed, another doer."""
    for n, later in enumerate(accounts.all):
        if not _names_doer(_tokens(accounts, later)):
            continue
        before = [a for a in accounts.all[:n] if a.asserts and later.differs_from(a) and later.at - a.at <= 1]
        spans = [span for a in before if (span := _up_to(accounts, a, later)) is not None]
        if spans:
            yield Clash("outcome", spans[-1], later.span, "other", 0.6)


def _up_to(accounts: Accounts, earlier: Account, later: Account) -> Span | None:
    """The earlier account, cut at the last comma where it runs on into the later one; None where nothing is left."""
    if not earlier.span.overlaps(later.span):
        return earlier.span
    before = [t for t in _tokens(accounts, earlier) if t.end <= later.span.start]
    breaks = [n for n, t in enumerate(before) if t.text == ","]
    return accounts.reading.span(before[0].start, before[breaks[-1] - 1].end) if breaks and breaks[-1] else None


def _names_doer(tokens: list[Token]) -> bool:
    """Whether they say who it was that did it ("it was Rome that fired")."""
    be = next((t.head for t in tokens if t.lower == "it" and t.head.lemma in {"be", "’s", "'s"}), None)
    named = be.child("attr") if be is not None else None
    if be is None or named is None or not (named.pos == "PROPN" or named.ent or named.tag == "NNPS"):
        return False
    return any(
        c.dep in {"relcl", "advcl", "ccomp"} and subject_of(c) is not None for c in (*be.children, *named.children)
    )


def _said_to_differ(accounts: Accounts) -> Iterator[Clash]:
    """As in "The ministry told a different story. It said B": the next account answers the one before."""
    text = accounts.reading.document.text
    for _, end in cues_in(text, 0, len(text), "discrepancies", "heralding"):
        first = next(iter(_after(accounts, end)), None)
        if first is not None and _within(accounts, first, end):
            yield from _next_two(accounts, first)
    for start, end in cues_in(text, 0, len(text), "discrepancies", "different"):
        cue = accounts.reading.token_at(start)
        if cue is not None and _holds_otherwise(cue):
            continue
        after = [b for b in _after(accounts, end) if _within(accounts, b, start) and accounts.follows(end, b)]
        pair = next(((a, b) for b in after[:2] if (a := _answered(accounts, b, start))), None)
        if pair:
            yield _clash("framing", *pair, 0.75)


def _answered(accounts: Accounts, later: Account, offset: int) -> Account | None:
    """The other side's account before `offset` that shares most words with the later one, else the last."""
    before = [a for a in accounts.all if a.span.end <= offset and a.asserts and later.differs_from(a)]
    close = [a for a in before if later.at - a.at <= _NEAR]
    near = close or [a for a in before if later.at - a.at <= _FAR]
    return max(near, key=lambda a: (len(a.stems & later.stems), a.at), default=None)


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
    """As in "A, he said. She countered that B"; after "replied" only an account that denies."""
    cues = lexicon("discrepancies")
    for n, later in enumerate(accounts.all):
        before = next((a for a in reversed(accounts.all[:n]) if later.at > a.at), None)
        if before is None or not later.differs_from(before) or later.at - before.at > _NEAR:
            continue
        if later.cue in cues["countering"] or (later.denies and _replies(accounts, later)):
            clash = _clash("framing", before, later, 0.6)
            yield replace(clash, a=_in_full(accounts, before))


def _in_full(accounts: Accounts, account: Account) -> Span:
    """The account, or its sentence where the account is the smaller part of it."""
    whole = accounts.whole(account.at)
    return account.span if 2 * (account.span.end - account.span.start) > whole.end - whole.start else whole


def _replies(accounts: Accounts, account: Account) -> bool:
    """Whether its sentence or the one before tells of a reply."""
    first = accounts.sentences[max(0, account.at - 1)]
    end = accounts.sentences[account.at].end
    return bool(cues_in(accounts.reading.document.text, first.start, end, "discrepancies", "replying"))


def _no_such(accounts: Accounts) -> Iterator[Clash]:
    """As in "A, he said. There was no such deal, she said": "such" points to what was told before."""
    text = accounts.reading.document.text
    cues = cues_in(text, 0, len(text), "discrepancies", "pointing")
    for n, later in enumerate(accounts.all):
        if any(later.span.start <= start and end <= later.span.end for start, end in cues):
            before = [a for a in accounts.all[:n] if later.differs_from(a) and later.at - a.at == 1]
            told = [accounts.whole(later.at - 1)] if later.at else []
            spans = [a.span for a in before[-1:]] or told
            yield from (Clash("denial", span, later.span, "other", 0.6) for span in spans)


def _negated(accounts: Accounts) -> Iterator[Clash]:
    """An account that says that something is not so, beside or in the words of one of the other state's."""
    for n, later in enumerate(accounts.all):
        if not (later.denies or later.refutes) or not later.asserts or later.state is None:
            continue
        others = [a for a in accounts.all[:n] if a.asserts and a.state and a.state != later.state]
        beside = [a for a in others if later.refutes and later.at - a.at <= _NEAR and a.stems & later.stems]
        beside += [a for a in others if later.refutes and later.at - a.at == 1]
        linked = [a for a in others if len(a.stems & later.stems) > 1 and later.at - a.at <= _FAR]
        best = max([*linked, *beside[-1:]], key=lambda a: (len(a.stems & later.stems), a.at), default=None)
        if best is not None:
            yield _clash("denial", best, later, 0.5)


def _judged(accounts: Accounts) -> Iterator[Clash]:
    """One side's charge against an act and the other's word for its harmlessness ("provocation", "routine drill")."""
    text = accounts.reading.document.text
    if not cues_in(text, 0, len(text), "discrepancies", "charges"):
        return
    told = [(a, _topics(accounts, a), tone) for a in accounts.all if (tone := _tone(accounts, a))]
    for n, (later, topics, tone) in enumerate(told):
        for earlier, others, other_tone in reversed(told[:n]):
            if tone != other_tone and topics & others and later.differs_from(earlier):
                yield _clash("framing", earlier, later, 0.55)
                break


def _named(accounts: Accounts) -> Iterator[Clash]:
    """As in "Rome calls it the eastern strip", where the other side speaks of "the occupied strip"."""
    naming = words_of("naming")
    for verb in (t for t in accounts.reading.tokens if t.lemma in naming and t.pos == "VERB"):
        name, namer = verb.child("oprd"), verb.child("nsubj")
        if name is None or namer is None or name.pos != "NOUN" or not _modified(name):
            continue
        at = accounts.at(verb)
        others = [a for a in accounts.all if a.state and 0 < at - a.at <= _FAR and not _speaks(namer, a)]
        for account in reversed(others):
            term = next((t for t in _tokens(accounts, account) if t.lemma == name.lemma and _modified(t)), None)
            if term is not None:
                words = phrase_of(term)
                a = accounts.reading.span(words[0].start, words[-1].end)
                yield Clash("framing", a, accounts.reading.span(namer.subtree()[0].start, name.end), "name", 0.6)
                break


def _modified(noun: Token) -> bool:
    return any(c.dep in {"amod", "compound"} for c in noun.children)


def _speaks(namer: Token, account: Account) -> bool:
    return any(name.code == account.state for _, _, name in states_in(namer.text))


def _tokens(accounts: Accounts, account: Account) -> list[Token]:
    return accounts.reading.tokens_in(account.span.start, account.span.end)


def _unanswered(accounts: Accounts) -> Iterator[Clash]:
    """As in "Rome has yet to comment", where the text also tells what Rome says."""
    text = accounts.reading.document.text
    tokens = (accounts.reading.token_at(start) for start, _ in cues_in(text, 0, len(text), "discrepancies", "silent"))
    for n in dict.fromkeys(accounts.at(token) for token in tokens if token is not None):
        sentence = accounts.sentences[n]
        named = {code for _, _, code in _states(text, sentence.start, sentence.end)}
        said = next((a for a in accounts.all if a.at > n and a.state in named), None)
        if said is not None:
            yield Clash("outcome", accounts.whole(n), accounts.whole(said.at), "other", 0.6)


def _states(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    return [(low, high, name.code) for low, high, name in states_in(text[start:end])]


def _topics(accounts: Accounts, account: Account) -> frozenset[str]:
    """Classes of the nouns told of: "exercise", "drill" and "manoeuvres" are one."""
    tokens = accounts.reading.tokens_in(account.span.start, account.span.end)
    return classes_in({t.lemma for t in (*tokens, *accounts.sentences[account.at].tokens)})


def _tone(accounts: Accounts, account: Account) -> str | None:
    text, span = accounts.reading.document.text, account.span
    found = {"defences"} if cues_in(text, span.start, span.end, "discrepancies", "defences") else set()
    for start, _ in cues_in(text, span.start, span.end, "discrepancies", "charges"):
        undone = words_of("nots") & {t.lower for t in accounts.reading.tokens_in(start - _BESIDE, start)}
        found.add("defences" if undone else "charges")
    return found.pop() if len(found) == 1 else None


def _clash(kind: DiscrepancyKind, a: Account, b: Account, confidence: float) -> Clash:
    shared = next((i for i in a.issues if i in b.issues), "other")
    return Clash("denial" if b.denies else kind, a.span, b.span, shared, confidence)
