"""Who speaks: from the cue's syntax to the party its source words refer to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.extract.cues import Cue
from detente.extract.ranges import quoted_apart
from detente.extract.speech import speech_words
from detente.model.dossier import Party
from detente.ontology.states import states_in
from detente.text.clauses import agent_of
from detente.text.reading import Mention, Reading, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that"})
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "this", "that"})


@dataclass(frozen=True)
class Source:
    """The words `[start:end]` that name the speaker there and whom they refer to; None where nobody is named."""

    start: int
    end: int
    party: Party | None
    mention: Mention | None = None


def find_source(cue: Cue, reading: Reading) -> Source | None:
    """The speaker of a cue, or None where the text names none (a passive, a heading, a bare participle)."""
    if cue.kind == "noun":
        token = _of_noun(cue.head, reading)
    elif cue.kind == "according":
        token = _named_after(cue)
    else:
        token = _speaking_subject(clause_of(cue), reading)
    return resolve_source(token, reading) if token is not None else None


def clause_of(cue: Cue) -> Token:
    """The word that carries the subject: the verb, or the copula of an adjective ("is | worried")."""
    predicate = cue.kind == "adjective" and cue.head.dep in ("acomp", "oprd", "attr")
    return cue.head.head if predicate else cue.head


def possible_sources(cue: Cue, reading: Reading) -> list[Source | None]:
    """Whom a cue outside the list of speech may belong to, None for nobody named; each once.

    A passive may belong to its agent, to nobody, or to its subject ("is committed to"); a noun to its owner, to the
    subject that it is said of ("is an opponent of") or has it ("has plans for"), or to nobody.
    """
    tokens: list[Token | None] = []
    if cue.kind != "noun":
        passive = cue.head.child("nsubjpass", "auxpass")
        tokens = (
            [agent_of(cue.head), cue.head.child("nsubjpass")]
            if passive
            else [_speaking_subject(clause_of(cue), reading)]
        )
        tokens += [None] if passive else []
    else:
        verb = cue.head.head
        told = verb.pos in ("VERB", "AUX") and cue.head.dep in ("dobj", "attr", "pobj", "conj")
        doer = _doer(verb, reading) if told else None
        tokens = [_named_owner(owner, doer, reading)] if (owner := _owner_of_noun(cue.head)) else [doer, None]
    found = [resolve_source(t, reading) if t is not None else None for t in tokens]
    return list(dict.fromkeys(found))


def resolve_source(token: Token, reading: Reading) -> Source:
    """From the head of the source's noun phrase; a readout or statement speaks for the body that issued it."""
    if token.lower in _RELATIVE and token.dep in _SUBJECTS and (meant := _antecedent(token)) is not token:
        named = resolve_source(meant, reading)
        return replace(named, start=token.start, end=token.end)
    if token.lemma in speech_words().accounts and (owner := _owner(token, reading)):
        return Source(owner.start, owner.end, owner.party, owner)
    if (issuer := _issuer(token, reading)) is not None:
        return resolve_source(issuer, reading)
    mention = reading.mention_of(token)
    if mention is not None:
        return Source(mention.start, mention.end, mention.party, mention)
    start, end = _noun_phrase(token)
    return Source(start, end, _as_written(token, reading.document.text[start:end]))


def _speaking_subject(verb: Token, reading: Reading) -> Token | None:
    """The subject; where the parser hung a second act into the first one's clause, the subject of the first."""
    subject = _doer(verb, reading)
    if subject is None:
        return _inverted_speaker(verb, reading) or _named_just_before(verb, reading)
    if subject in verb.children or reading.mention_of(subject) is not None:
        return subject
    outer = next((t for t in verb.ancestors() if t.dep == "ccomp"), None)
    further = _doer(outer.head, reading) if outer is not None and outer.head is not outer else None
    if further is not None and reading.mention_of(further) is not None:
        return further
    return _main_subject(verb, reading) or subject


def _main_subject(verb: Token, reading: Reading) -> Token | None:
    """Whoever the sentence is about, where the parser hung a second verb ("…, and recognized X") on the wrong word."""
    if verb.dep != "conj" or verb.tag != "VBD":
        return None
    for token in verb.sentence.tokens[: verb.i - verb.sentence.tokens[0].i]:
        if token.dep == "nsubj" and token.head.tag == "VBD" and reading.mention_of(token) is not None:
            return token
    return None


def _inverted_speaker(verb: Token, reading: Reading) -> Token | None:
    for clause in verb.children:
        subject = clause.child("nsubj")
        if clause.dep == "ccomp" and subject and names_inverted_speaker(clause, subject, reading):
            return subject
    return None


def _named_just_before(verb: Token, reading: Reading) -> Token | None:
    """The person whose title ends at a verb that the parser left bare ("…, Ada Roe, the envoy, said that")."""
    first = verb.sentence.tokens[0].i
    if verb.tag not in ("VBD", "VBZ") or verb.i == first or any(c.dep in _PASSIVE for c in verb.children):
        return None
    word = reading.tokens[verb.i - 1]
    if word.text == "," and word.i > first:
        word = reading.tokens[word.i - 1]
    for token in (word, *word.ancestors()):
        mention = reading.mention_of(token)
        if token.i >= verb.i or token.pos in ("VERB", "AUX"):
            return None
        if mention is not None and mention.party.kind == "person":
            return None if quoted_apart(token, verb, reading) else token
    return None


_PASSIVE = ("auxpass", "nsubjpass", "nsubj")


def names_inverted_speaker(clause: Token, subject: Token, reading: Reading) -> bool:
    """Whether what looks like a clause is the speaker with a participle ("“…,” said Lena Berg looking at the map")."""
    mention = reading.mention_of(subject)
    finite = any(c.dep in ("aux", "mark") for c in clause.children)
    return clause.tag == "VBG" and not finite and mention is not None and mention.party.kind == "person"


def _doer(verb: Token, reading: Reading) -> Token | None:
    """The one who says it, through conjuncts, participles, infinitives and the clause that holds the verb."""
    subject = _subject_of(verb, reading) or agent_of(verb)
    seen: set[int] = set()
    while subject is None and verb.i not in seen:
        seen.add(verb.i)
        if verb.dep == "acl" and verb.tag == "VBG":
            return verb.head
        if verb.dep not in _CLIMBS:
            return None
        outer = _past_governor(verb) or _governing_verb(verb)
        subject = _compelled(verb, outer, reading) or _subject_of(outer, reading)
        subject = subject or outer.child("nsubjpass") or agent_of(outer)
        verb = outer
    return subject


_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "relcl", "dep", "prep", "pobj"})
_MEANS = frozenset({"in", "with", "through", "via"})
_TIMES = frozenset({"DATE", "TIME"})


def _past_governor(verb: Token) -> Token | None:
    """The verb that a past tense goes on from where its own head is an infinitive ("said she would go and warned")."""
    if verb.dep != "conj" or verb.tag != "VBD" or verb.head.tag != "VB":
        return None
    return next((t for t in verb.ancestors() if t.tag == "VBD"), None)


def _subject_of(verb: Token, reading: Reading) -> Token | None:
    """The nearest of its subjects; a time that the parser took for one ("Lena Berg said Monday night") is none."""
    subjects = [c for c in verb.children if c.dep == "nsubj" and not quoted_apart(c, verb, reading)]
    known = [c for c in subjects if c.ent not in _TIMES or reading.mention_of(c) is not None]
    before = [c for c in known if c.i < verb.i]
    return before[-1] if before else next(iter(known), None)


def _compelled(verb: Token, outer: Token, reading: Reading) -> Token | None:
    """The object of the outer verb where it does the act ("forced Oslo to admit X", "blamed Oslo for saying X")."""
    words = speech_words()
    made_to = verb.dep == "xcomp" and outer.lemma in words.causing | words.enabling
    for_it = verb.dep == "pcomp" and verb.head.lower in ("for", "into")
    if quoting_verb(verb) is outer:
        return outer.child("dobj")
    patient = outer.child("dobj") if made_to or for_it else None
    if patient is None or patient.i > verb.i:
        return None
    return patient if made_to or reading.mention_of(patient) is not None else None


def quoting_verb(verb: Token) -> Token | None:
    """The verb of the account through which it is told ("| quoted | Lena Berg as saying X")."""
    link = verb.head
    quotes = verb.dep == "pcomp" and link.lower == "as" and link.head.lemma in speech_words().quoting
    return link.head if quotes else None


def _governing_verb(token: Token) -> Token:
    """The nearest head that is a verb; the token itself where there is none."""
    for head in token.ancestors():
        if head.pos in ("VERB", "AUX"):
            return head
    return token


def _antecedent(relative: Token) -> Token:
    clause = relative.head
    while clause.dep in ("conj", "xcomp") and clause.head is not clause:
        clause = clause.head
    return clause.head if clause.dep == "relcl" else relative


def _of_noun(noun: Token, reading: Reading) -> Token | None:
    """The owner of an act told by a noun, else the subject of the verb whose object it is."""
    owner = _owner_of_noun(noun)
    verb = _governing_verb(noun)
    doer = _doer(verb, reading) if verb is not noun and noun.dep in ("dobj", "pobj") else None
    return doer if owner is None else _named_owner(owner, doer, reading)


def _named_owner(owner: Token, doer: Token | None, reading: Reading) -> Token:
    """The subject instead of the pronoun that stands for it ("Lena Berg repeated | her | demand that")."""
    mention, named = reading.mention_of(owner), reading.mention_of(doer) if doer is not None else None
    same = mention is not None and named is not None and mention.party == named.party
    return doer if doer is not None and same and owner.tag == "PRP$" and doer.pos != "PRON" else owner


def _owner_of_noun(noun: Token) -> Token | None:
    """Find "his warning that", "the ministry's claim that", "suggestions from Paris that", "US threats that"."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of") and (inner := child.child("pobj")):
            return inner
    adjective = noun.child("compound", "amod", "nmod")
    if adjective is not None and adjective.ent in ("GPE", "NORP", "ORG", "PERSON"):
        return adjective
    return None


def _named_after(cue: Cue) -> Token | None:
    """The head of the name after "according to", also where the parser took the name for an infinitive."""
    to = next((t for t in cue.head.sentence.tokens if t.lower == "to" and t.end == cue.end), None)
    if to is None:
        return None
    return to.child("pobj") or (to.head.child("dobj") if to.dep == "aux" else None)


def _owner(account: Token, reading: Reading) -> Mention | None:
    """Whose statement or readout it is: inside its noun phrase, or after "from", "by", "of"."""
    for token in account.subtree():
        mention = reading.mention_of(token)
        inside = token.i < account.i or token.head.lower in ("from", "by") or token.dep in ("compound", "amod", "poss")
        if mention and mention.party.kind in ("body", "person", "state", "unnamed") and inside:
            return mention
    return None


def _issuer(account: Token, reading: Reading) -> Token | None:
    """Whoever issues it in the same breath ("issued | a statement | calling X unlawful", "answered with a letter")."""
    words = speech_words()
    if account.lemma not in words.accounts:
        return None
    if account.dep == "pobj" and account.head.lower in _MEANS:
        return _subject_of(_governing_verb(account), reading)
    issued = account.dep == "dobj" and account.head.lemma in words.issuing
    return _subject_of(account.head, reading) if issued else None


def _noun_phrase(head: Token) -> tuple[int, int]:
    """The noun phrase without articles at its start and relative clauses at its end."""
    tokens = [t for t in head.subtree() if not _under_clause(t, head)]
    while len(tokens) > 1 and (tokens[0].lower in _ARTICLES or tokens[0].dep in ("punct", "cc")):
        tokens = tokens[1:]
    run = [head]
    for token in tokens:
        if token.i == run[-1].i + 1:
            run.append(token)
    first = head
    for token in reversed(tokens):
        if token.i == first.i - 1:
            first = token
    while run[-1].dep == "punct" and len(run) > 1:
        run.pop()
    return first.start, run[-1].end


def _under_clause(token: Token, head: Token) -> bool:
    while token is not head:
        if token.dep in ("relcl", "acl", "appos", "advcl"):
            return True
        token = token.head
    return False


def _as_written(head: Token, words: str) -> Party | None:
    """A source that resolution does not know keeps the document's words; a bare pronoun names nobody."""
    if head.pos == "PRON" and head.lower not in ("some", "many", "others", "several"):
        return None
    name = " ".join(words.split())
    if head.lemma in speech_words().accounts:
        return Party(name=name, kind="body")
    if head.pos == "PROPN":
        return Party(name=name, kind="person" if head.ent == "PERSON" else "body")
    return Party(name=name if _is_proper(words) else name[0].lower() + name[1:], kind="unnamed")


def _is_proper(words: str) -> bool:
    """Whether the first word is written with a capital wherever it stands: "Malaysian", "IAEA"."""
    first = words.split(maxsplit=1)[0]
    return first[:2].isupper() or bool(states_in(first))
