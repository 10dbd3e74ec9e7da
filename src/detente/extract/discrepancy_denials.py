"""Claims and their denials: "X said A. Y dismissed that as a lie"; "the allegation that A, she said, B"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.accounts import Account, Accounts, words_of
from detente.extract.clash import Clash
from detente.model.findings import DiscrepancyKind
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors, conditional, modal, negated, subject_of
from detente.text.reading import Reading, Token

_BACK = 8
"""How many sentences before a denial the claim may stand, where the two share words."""
_POINTING = 3
"""How many sentences back a word like "such" points."""
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those"})


def told_claims(reading: Reading) -> Iterator[Clash]:
    """As in "On the allegation that X, she said Y"; "he rejected the claim that X, saying Y"."""
    cues = lexicon("discrepancies")
    for noun in (t for t in reading.tokens if t.pos == "NOUN" and t.lemma in cues["claims"]):
        told = noun.child("acl", "ccomp", "relcl")
        above = next((a for a in noun.ancestors() if a.pos == "VERB"), None)
        if told is None or above is None or told.child("mark") is None:
            continue
        denying = above.lemma in cues["denying"]
        answer = above.child("advcl") if noun.dep != "pobj" or denying else above.child("ccomp")
        if answer is None or answer.i in {t.i for t in told.subtree()} or noun.dep not in {"pobj", "dobj"}:
            continue
        kind: DiscrepancyKind = "denial" if denying else "framing"
        yield Clash(kind, _words_of(reading, told), _words_of(reading, answer), noun.lemma, 0.7)


def _words_of(reading: Reading, head: Token) -> Span:
    tokens = [t for t in head.subtree() if t.dep != "mark" and t.pos != "PUNCT"]
    return reading.span(tokens[0].start, tokens[-1].end)


def denials(accounts: Accounts, actors: Actors) -> Iterator[Clash]:
    """Every verb of denying with the claim that it answers, as far as the document tells it."""
    for verb in accounts.reading.tokens:
        denied = _denied(verb) or _called_false(verb) if verb.pos == "VERB" else None
        if denied is not None:
            clash = _answered(accounts, actors, verb, denied)
            if clash is not None:
                yield clash


def _denied(verb: Token) -> Token | None:
    """What is denied: a claim, a pronoun for one, a clause; none where no claim is ("rejected the offer")."""
    cues = lexicon("discrepancies")
    if verb.lemma in cues["declining"] and verb.dep in {"relcl", "acl"} and verb.head.lemma in cues["claims"]:
        return next((c for c in verb.children if c.dep == "xcomp" and c.lemma in cues["confirming"]), None)
    if verb.lemma not in cues["denying"] or modal(verb) or negated(verb) or conditional(verb):
        return None
    denied = next((c for c in verb.children if c.dep in {"dobj", "ccomp", "xcomp"} and c.i > verb.i), None)
    if denied is None or subject_of(verb) is None:
        return None
    if verb.lemma in cues["denying_only_claims"]:
        claim = denied.lower in _PRONOUNS or denied.lemma in cues["claims"] or denied.dep == "ccomp"
        return denied if claim else None
    return None if denied.lemma in cues["not_claims"] else denied


def _called_false(verb: Token) -> Token | None:
    """What is given a name that makes it untrue ("called the charge absurd")."""
    cues = lexicon("discrepancies")
    called, name = verb.child("dobj"), verb.child("oprd", "acomp")
    if verb.lemma not in cues["naming"] or called is None or name is None or subject_of(verb) is None:
        return None
    told = not (modal(verb) or negated(verb) or conditional(verb))
    return called if told and {t.lower for t in name.subtree()} & set(cues["untrue"]) else None


def _answered(accounts: Accounts, actors: Actors, verb: Token, denied: Token) -> Clash | None:
    doer = subject_of(verb)
    side = next(iter(actors.of(doer)), None)
    denial = _denial(accounts.reading, verb, denied)
    claim = _in_sentence(accounts.reading, verb) or _described(accounts, verb) or _same_noun(accounts, denied)
    claim = claim or _pointed_at(accounts, verb, denied, side) or _earlier(accounts, verb, denied, side)
    if claim is None and not _told_in_full(denied):
        claim = _just_before(accounts, verb, denied, side)
    if claim is None or claim.overlaps(denial):
        return None
    if denied.lower in _PRONOUNS and not _qualified(verb):
        denial = _own_version(accounts, verb, side) or denial
    return Clash("denial", claim, denial, "claim", 0.6)


def _told_in_full(denied: Token) -> bool:
    """A claim with its own words ("reports that the two were to meet") need not stand elsewhere."""
    told = denied.child("acl", "ccomp")
    return denied.dep == "ccomp" or (told is not None and told.child("mark") is not None)


def _qualified(verb: Token) -> bool:
    return any(c.lower == "as" for c in verb.children)


def _denial(reading: Reading, verb: Token, denied: Token) -> Span:
    """The denier, the verb, what it denies and how ("dismissed the claim as untenable")."""
    subject = verb.child("nsubj")
    parts = [verb, *denied.subtree(), *(subject.subtree() if subject is not None else ())]
    parts += [t for c in verb.children if c.dep in {"prep", "oprd"} and c.i > verb.i for t in c.subtree()]
    return reading.span(min(t.start for t in parts), max(t.end for t in parts))


def _in_sentence(reading: Reading, verb: Token) -> Span | None:
    """The clause before, where the denial stands beside it ("A counts 200; B denies holding any")."""
    sentence = verb.sentence
    beside = verb.dep in {"ROOT", "conj", "parataxis", "ccomp", "relcl"} and verb.child("nsubj") is not None
    own = [verb, *(t for c in verb.children if c.dep in {"nsubj", "advmod"} for t in c.subtree())]
    first = min(t.i for t in own)
    before = [t for t in sentence.tokens if t.i < first]
    breaks = [n for n, t in enumerate(before) if t.text in {";", "—", "–"}]
    if not beside or not breaks:
        return None
    told = before[: breaks[-1]]
    return reading.span(told[0].start, told[-1].end) if any(t.pos in {"VERB", "AUX"} for t in told) else None


def _described(accounts: Accounts, verb: Token) -> Span | None:
    """The account in the same sentence, where the denial describes it ("A, a claim that Rome denied")."""
    if verb.dep not in {"relcl", "acl"} or verb.head.lemma not in lexicon("discrepancies")["claims"]:
        return None
    before = [a for a in accounts.all if a.at == accounts.at(verb) and a.span.start < verb.head.start]
    if not before:
        return None
    return accounts.reading.span(before[-1].span.start, min(before[-1].span.end, verb.head.subtree()[0].start))


def _same_noun(accounts: Accounts, denied: Token) -> Span | None:
    """What the same noun told before ("a finding that A … called the finding wrong")."""
    at = accounts.at(denied)
    if denied.pos != "NOUN" or denied.lemma in lexicon("discrepancies")["claims"] or _told_in_full(denied):
        return None
    before = [t for n in range(max(0, at - _POINTING), at) for t in accounts.sentences[n].tokens]
    told = [c for t in before if t.lemma == denied.lemma and (c := t.child("acl", "ccomp")) and c.child("mark")]
    return _words_of(accounts.reading, told[-1]) if told else None


def _pointed_at(accounts: Accounts, verb: Token, denied: Token, side: str | None) -> Span | None:
    """What "such a deal", "a report to that effect" or "sent any" points back to."""
    at, words = accounts.at(verb), denied.subtree()
    if at and any(t.dep == "dobj" and t.lower in {"any", "none"} for t in words):
        return accounts.whole(at - 1)
    if at and any(t.lower == "effect" and t.child("det") is not None for t in words):
        return accounts.whole(at - 1)
    if not any(t.lower == "such" and t.dep in {"amod", "predet", "det"} for t in words):
        return None
    near = [a for a in accounts.all if at - _POINTING <= a.at < at and a.asserts and (not a.state or a.state != side)]
    return near[-1].span if near else None


def _earlier(accounts: Accounts, verb: Token, denied: Token, side: str | None) -> Span | None:
    """The account of another side, else the sentence, that shares most words with what is denied."""
    at, stems = accounts.at(verb), accounts.stems_in(denied.subtree())
    near = [
        a
        for a in accounts.all
        if at - _BACK <= a.at < at and a.asserts and not a.denies and (a.state is None or a.state != side)
    ]
    best = max(near, key=lambda a: (len(a.stems & stems), a.at), default=None)
    if best is not None and best.stems & stems:
        return best.span
    told = [n for n in range(max(0, at - 2), at) if len(accounts.stems_of(n) & stems) > 1]
    return accounts.whole(told[-1]) if told else None


def _just_before(accounts: Accounts, verb: Token, denied: Token, side: str | None) -> Span | None:
    """The last account of another side just before; from a paragraph before, the one that the paragraph opens with."""
    at = accounts.at(verb)
    points = denied.lower in _PRONOUNS or denied.lemma in lexicon("discrepancies")["claims"]
    last = [a for a in accounts.all if at - (2 if points else 1) <= a.at < at and a.asserts]
    other = [a for a in last if a.state is None or a.state != side]
    if not other:
        return None
    paragraph = other[-1].paragraph
    if paragraph == verb.sentence.paragraph.index:
        return other[-1].span
    return next(a.span for a in accounts.all if a.paragraph == paragraph and a.speaker == other[-1].speaker)


def pretexts(accounts: Accounts) -> Iterator[Clash]:
    """As in "under the pretext that A", where the text tells A as a fact."""
    doubted = words_of("doubted")
    for noun in (t for t in accounts.reading.tokens if t.pos == "NOUN" and t.lemma in doubted):
        told = noun.child("acl", "ccomp", "relcl")
        if told is None or told.child("mark") is None:
            continue
        stems, own = accounts.stems_in(told.subtree()), accounts.at(noun)
        others = [n for n in range(len(accounts.sentences)) if n != own and not _quoted(accounts, n)]
        same = [
            n for n in others if any(t.lemma == told.lemma and t.pos == "VERB" for t in accounts.sentences[n].tokens)
        ]
        best = max(same, key=lambda n: len(accounts.stems_of(n) & stems), default=None)
        if best is not None:
            yield Clash("denial", _words_of(accounts.reading, told), accounts.whole(best), noun.lemma, 0.55)


def _quoted(accounts: Accounts, at: int) -> bool:
    return accounts.reading.quotation_at(accounts.sentences[at].start) is not None


def _own_version(accounts: Accounts, verb: Token, side: str | None) -> Span | None:
    """What the denier says instead, in the next sentence ("… to deny it. Rome, he said, had …")."""
    after: list[Account] = [a for a in accounts.all if a.at == accounts.at(verb) + 1 and a.state == side]
    return after[0].span if after else None
