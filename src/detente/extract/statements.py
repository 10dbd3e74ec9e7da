"""Who said what, to whom, through whose account.

Drafts come from the list of speech, from labels and from stances; the judge says how likely each is right; nested
accounts are told apart, quotations that run on are given to whom they belong. docs/statements.md tells more. Not read
yet: interviews whose questions bear no label, and speech told in free indirect style.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from detente.extract.content import find_content
from detente.extract.cues import Cue, find_cues, is_denied
from detente.extract.drafts import Draft
from detente.extract.judge import Verdict, judge
from detente.extract.labels import label_drafts
from detente.extract.occasion import (
    date_statements,
    find_addressee,
    is_fact_sheet,
    is_joint_text,
    is_readout,
    outer_account,
    speakers_together,
)
from detente.extract.ranges import Content, Range, trim
from detente.extract.speakers import Source, find_source, quoting_verb
from detente.extract.speech import speech_words
from detente.extract.stances import stance_drafts
from detente.extract.transcripts import told_in_turns, turn_statements
from detente.model.dossier import Party
from detente.model.findings import Act, Mode, Statement
from detente.ontology.issues import issues_in
from detente.ontology.states import state_named
from detente.text.chain import Found
from detente.text.reading import Quotation, Reading

EXTRACTOR = "statements/2"

_NEEDS_SPEAKER = frozenset({"object", "inf", "prep", "call"})
_SOME = frozenset({"some", "many", "others", "several"})
_SHARE = re.compile(r"\d\s?(?:%|per ?cent\b)")
_RUN_ON_WORDS = 4
"""A quotation of fewer words without a cue is taken for a quoted term, not for speech."""


def extract_statements(reading: Reading, found: Found) -> Sequence[Statement]:
    """All attributed utterances of a Reading with its mentions resolved, in the order of their cues."""
    del found
    drafts = _judged(all_drafts(reading, judge().words), reading)
    spoken = _unnest([d for d in drafts if d.act == "speech"])
    drafts = [*spoken, *_unspoken([d for d in drafts if d.act != "speech"], spoken, reading)]
    drafts = _run_on(drafts, reading)
    statements = [_statement(d, reading) for d in sorted(drafts, key=lambda d: d.cue.start)]
    statements = list(date_statements(_carry_issues(statements, reading), reading))
    turns = turn_statements(reading, EXTRACTOR)
    return [*turns, *told_in_turns(statements, turns)]


def _carry_issues(statements: list[Statement], reading: Reading) -> list[Statement]:
    """Words that name no issue ("he said that was unacceptable") are about that of the statement just before."""
    carried: list[Statement] = []
    for statement in statements:
        last = carried[-1] if carried else None
        if not statement.issues and last and _follows_at_once(last, statement, reading):
            carried.append(replace(statement, issues=last.issues))
        else:
            carried.append(statement)
    return carried


def _follows_at_once(last: Statement, statement: Statement, reading: Reading) -> bool:
    """In the same paragraph, or by the same speaker in the next one."""
    places = [reading.token_at(s.evidence[0].start) for s in (last, statement)]
    if places[0] is None or places[1] is None:
        return False
    apart = places[1].sentence.paragraph.index - places[0].sentence.paragraph.index
    return apart == 0 or (apart == 1 and last.speaker == statement.speaker)


LEAST = 0.22
"""How likely to be right a draft must be whose cue is not in the list of speech."""
_LEAST_LISTED = 0.25
"""The same for one that the rules of speech made."""
_LEAST_JOINT = 0.5
"""The same in a joint text, where most of what states mean to do is a provision."""
_LEAST_SPEECH = 0.45
"""The same for speech with other words."""
_LEAST_DOUBTED = 0.82
"""The same for speech with a source that nobody knows ("the survey"), or with a word that the rules passed over."""


def _judged(drafts: list[Draft], reading: Reading) -> list[Draft]:
    """Those that are likely enough to be right, the likeliest of each cue, each with its act and confidence."""
    best: dict[int, Draft] = {}
    for draft in drafts:
        verdict = judge().verdict(draft, reading)
        judged = replace(draft, act=_act(draft, verdict), confidence=verdict.right)
        last = best.get(draft.cue.head.i)
        if last is None or (judged.confidence or 0) > (last.confidence or 0):
            best[draft.cue.head.i] = judged
    joint = is_joint_text(reading)
    return [d for d in best.values() if _likely(d, joint=joint)]


def _act(draft: Draft, verdict: Verdict) -> Act:
    """Speech by the rules is speech; an utterance that is only to come ("will propose X") is as yet an intention."""
    if draft.listed or draft.cue.kind == "label":
        return "speech"
    head = draft.cue.head
    to_come = any(c.dep == "aux" and c.lower in _TO_COME for c in head.children)
    to_come = to_come and head.head.lemma not in speech_words().causing
    return "intention" if verdict.act == "speech" and to_come and draft.cue.kind == "verb" else verdict.act


_TO_COME = frozenset({"to", "will", "would", "'ll", "’ll", "shall"})


def _likely(draft: Draft, *, joint: bool) -> bool:
    """Whether a draft is to be believed."""
    if draft.listed:
        return (draft.confidence or 0) >= _LEAST_LISTED
    if draft.act != "speech":
        return (draft.confidence or 0) >= (_LEAST_JOINT if joint else LEAST)
    unknown = draft.source is not None and draft.source.party is not None and draft.source.mention is None
    impersonal = unknown and draft.cue.head.lemma in speech_words().impersonal
    if joint or impersonal or is_denied(draft.cue.head):
        return False
    return (draft.confidence or 0) >= _least(draft)


def _least(draft: Draft) -> float:
    """How likely a draft of speech must be."""
    if draft.cue.kind == "label":
        return _LEAST_LABEL
    passive = draft.cue.head.child("auxpass", "nsubjpass") is not None
    refused = draft.cue.kind == "verb" and draft.cue.head.lemma in speech_words().verbs and not passive
    unknown = draft.source is not None and draft.source.mention is None
    return _LEAST_DOUBTED if refused or unknown else _LEAST_SPEECH


_LEAST_LABEL = 0.4
"""How likely to be right a draft must be whose cue is a colon or a dash."""
_LEAST_TOLD = 0.97
"""How likely to be right a stance must be that someone else tells of ("Paris said that Rome wants X")."""
_LEAST_INNER, _LEAST_OUTER = 0.7, 0.3
"""The same for a stance inside another stance, and how likely that other one is ("Paris fears that Rome wants X")."""


def _unspoken(stances: list[Draft], spoken: list[Draft], reading: Reading) -> list[Draft]:
    """Stances that no statement already tells: the speaker's own are in the words of the statement."""
    kept: list[Draft] = []
    for stance in stances:
        outer = next((s for s in spoken if s.holds(stance.cue.start)), None)
        quoted = reading.quotation_at(stance.cue.start)
        if quoted is not None and quoted.mark == "double":
            continue
        if outer is None:
            if (stance.confidence or 0) >= _LEAST_INNER or not _is_inside(stance, stances):
                kept.append(stance)
        elif stance.speaker not in (None, outer.speaker) and (stance.confidence or 0) >= _LEAST_TOLD:
            kept.append(replace(stance, reported_by=outer.speaker))
    return kept


def _is_inside(stance: Draft, stances: list[Draft]) -> bool:
    return any(o is not stance and o.holds(stance.cue.start) and (o.confidence or 0) >= _LEAST_OUTER for o in stances)


def all_drafts(reading: Reading, known: Collection[str] | None) -> list[Draft]:
    """Everything that may be a statement; of the words outside the list of speech only the `known` where given."""
    listed = _listed_drafts(find_cues(reading), reading)
    quoting = [quoting_verb(d.cue.head) for d in listed]
    taken = frozenset(d.cue.head.i for d in listed) | {verb.i for verb in quoting if verb is not None}
    found = [*listed, *label_drafts(reading), *stance_drafts(reading, known, taken)]
    return [d for d in found if not _is_in_title(d)] if is_readout(reading) else found


def _is_in_title(draft: Draft) -> bool:
    """Whether it stands in the headline, which in a readout names the contact and says nothing."""
    return draft.cue.head.sentence.paragraph.kind == "headline"


def _listed_drafts(cues: list[Cue], reading: Reading) -> list[Draft]:
    cues_at = frozenset(c.head.i for c in cues)
    joint = is_joint_text(reading)
    together = speakers_together(reading) if joint else None
    facts = joint and is_fact_sheet(reading)
    drafts: list[Draft] = []
    for cue in cues:
        content = find_content(cue, reading, cues_at)
        source = find_source(cue, reading)
        if together is not None and source is not None and _is_we(source, reading):
            source = replace(source, party=together)
        if content is None or (joint and not _spoken(cue, content, source, facts=facts)):
            continue
        if _credible(cue, content, source, joint=joint):
            drafts.append(Draft(cue, content, source))
    return drafts


def _is_we(source: Source, reading: Reading) -> bool:
    words = reading.document.text[source.start : source.end].lower()
    return words == "we" and reading.quotation_at(source.start) is None


def _spoken(cue: Cue, content: Content, source: Source | None, *, facts: bool) -> bool:
    """In a joint text: what people are told to have said; what a state agrees, welcomes or announces is provision.

    In a fact sheet it is so too where a leader announces it.
    """
    if not facts and source is not None and source.party is not None and _are_people(source.party):
        return True
    return not content.weak and cue.head.lemma not in speech_words().provisions


def _are_people(party: Party) -> bool:
    """Whether the words mean people rather than states: "the leaders", "A and B" by their names."""
    if party.kind != "group":
        return party.kind in ("person", "unnamed")
    sides = party.name.rsplit(" ", 1)[-1].lower() in speech_words().sides
    return not sides and state_named(party.name.partition(" and ")[0].partition(",")[0]) is None


def _credible(cue: Cue, content: Content, source: Source | None, *, joint: bool) -> bool:
    """Weak patterns need a known speaker; no source speaks of itself inside its own content."""
    party = source.party if source else None
    if joint and (source is None or (source.mention is None and party is None)):
        return False
    if content.pattern in _NEEDS_SPEAKER and not _is_someone(cue, source):
        return False
    if content.pattern == "noun" and party is None:
        return False
    if content.pattern == "clause" and source is not None and source.mention is None and _is_thing(cue, source):
        return False
    if cue.kind == "verb" and source is not None and party is None and content.pattern != "quote":
        return False
    return not (source and any(a <= source.start < b for a, b in content.ranges if cue.kind == "verb"))


def _is_someone(cue: Cue, source: Source | None) -> bool:
    """Somebody whom resolution knows, a document that speaks, or "some" and "many"."""
    if source is None or source.party is None:
        return False
    if source.mention is None and cue.head.lemma in speech_words().impersonal:
        return False
    return source.mention is not None or source.party.kind in ("body", "group") or source.party.name in _SOME


def _is_thing(cue: Cue, source: Source) -> bool:
    """A common noun that resolution takes for nobody, under a verb that things do too ("estimates suggest")."""
    unknown = source.party is None or source.party.kind == "unnamed"
    return unknown and (source.party is None or cue.head.lemma in speech_words().impersonal)


def _unnest(drafts: list[Draft]) -> list[Draft]:
    """One statement per utterance: a report of a report belongs to the inner speaker, through the outer one."""
    dropped: set[int] = set()
    made: dict[int, Draft] = dict(enumerate(drafts))
    for n, outer in enumerate(drafts):
        for m, inner in enumerate(drafts):
            if n == m or not outer.holds(inner.cue.start) or inner.holds(outer.cue.start):
                continue
            if _is_inner_voice(outer, inner):
                whole = _fills(inner, outer)
                made[m] = replace(made[m], reported_by=made[m].reported_by or outer.speaker)
                dropped |= {n} if whole else set()
            else:
                dropped.add(m)
    return [d for n, d in made.items() if n not in dropped]


def _is_inner_voice(outer: Draft, inner: Draft) -> bool:
    """Another speaker's own utterance, not the outer one's talk of what was agreed or done."""
    other = inner.speaker is not None and inner.speaker != outer.speaker and not _is_finding(inner)
    return (
        other and not inner.content.weak and inner.content.pattern in ("clause", "quote", "object", "call", "according")
    )


def _is_finding(draft: Draft) -> bool:
    """Whether nobody in particular tells it: a thing ("its inquiry found"), a share ("12 percent of voters said")."""
    if draft.source is None:
        return False
    thing = draft.source.mention is None and draft.cue.head.lemma in speech_words().impersonal
    return thing or (draft.source.party is not None and bool(_SHARE.search(draft.source.party.name)))


def _fills(inner: Draft, outer: Draft) -> bool:
    """Whether the inner statement with its cue is about all there is in the outer one."""
    start = min(inner.start, inner.cue.start, inner.source.start if inner.source else inner.cue.start)
    length = sum(b - a for a, b in outer.content.ranges)
    return inner.end - start >= 0.6 * length


def _run_on(drafts: list[Draft], reading: Reading) -> list[Draft]:
    """Give quotations that have no cue of their own to the statement they go on with."""
    ordered = sorted(drafts, key=lambda d: d.cue.start)
    for quotation in reading.quotations:
        if quotation.nested or quotation.mark == "single" or _claimed(quotation, ordered):
            continue
        if len(reading.tokens_in(quotation.inner_start, quotation.inner_end)) < _RUN_ON_WORDS:
            continue
        n = _next_owner(quotation, ordered, reading)
        if n is None:
            n = _previous_owner(quotation, ordered, reading)
        span = trim(reading, (quotation.inner_start, quotation.inner_end))
        if n is not None and span:
            ranges = tuple(sorted({*ordered[n].content.ranges, span}))
            ordered[n] = replace(ordered[n], content=replace(ordered[n].content, ranges=ranges))
    return ordered


def _claimed(quotation: Quotation, drafts: list[Draft]) -> bool:
    return any(a < quotation.end and quotation.start < b for d in drafts for a, b in d.content.ranges) or any(
        quotation.start < d.cue.start < quotation.end for d in drafts
    )


def _previous_owner(quotation: Quotation, drafts: list[Draft], reading: Reading) -> int | None:
    """The statement right before: in the same paragraph, or at the end of the one before."""
    text = reading.document.text
    earlier = [n for n, d in enumerate(drafts) if max(d.end, d.cue.end) <= quotation.start]
    if not earlier or not _opens_sentence(quotation, reading):
        return None
    n = max(earlier, key=lambda k: max(drafts[k].end, drafts[k].cue.end))
    last = drafts[n]
    if last.cue.head.sentence.paragraph.index < quotation.paragraph - 1:
        return None
    reach = max(last.end, last.cue.head.sentence.end)
    gap = text[reach : quotation.start].strip(" \n\"”’'.,")
    return n if not gap and last.content.pattern in ("quote", "clause", "tag", "according") else None


def _next_owner(quotation: Quotation, drafts: list[Draft], reading: Reading) -> int | None:
    """The statement that ends with a tag in the next paragraph, for a quotation that never closed in its own."""
    if quotation.closed:
        return None
    paragraph = reading.paragraphs[quotation.paragraph]
    if quotation.end < paragraph.end or quotation.paragraph + 1 >= len(reading.paragraphs):
        return None
    following = reading.paragraphs[quotation.paragraph + 1]
    for n, d in enumerate(drafts):
        opens = d.start <= following.start + 1 and d.cue.start > d.start
        if following.start <= d.cue.start < following.end and opens and d.content.pattern != "object":
            return n
    return None


def _opens_sentence(quotation: Quotation, reading: Reading) -> bool:
    paragraph = reading.paragraphs[quotation.paragraph]
    lead = reading.document.text[paragraph.start : quotation.start].rstrip()
    return not lead or lead[-1] in '.?!”"'


def _statement(draft: Draft, reading: Reading) -> Statement:
    document = reading.document
    spans = tuple(document.span(a, b) for a, b in draft.content.ranges)
    party = draft.source.party if draft.source else None
    sentence = draft.cue.head.sentence
    account, states = outer_account(draft.cue, draft.source, reading)
    start = min(sentence.start, draft.start)
    return Statement(
        evidence=(document.trimmed(start, max(sentence.end, draft.end)),),
        confidence=round(draft.confidence or 0.0, 3),
        extractor=EXTRACTOR,
        act=draft.act,
        speaker=party.name if party else None,
        state=party.state if party else None,
        person_id=party.person_id if party else None,
        office=party.office if party else None,
        office_id=party.office_id if party else None,
        mode=_mode(draft.content.ranges, reading),
        content=spans,
        source=document.trimmed(draft.source.start, draft.source.end) if draft.source else None,
        cue=document.trimmed(draft.cue.start, draft.cue.end),
        addressee=find_addressee(draft.cue, reading),
        reported_by=draft.reported_by or account,
        account_of=document.account_of or states,
        issues=issues_in(" ".join(s.text for s in spans)),
    )


def _mode(ranges: tuple[Range, ...], reading: Reading) -> Mode:
    """By the marks alone: all content between them is direct, some is mixed, none is indirect."""
    quoted = [q for q in reading.quotations if any(q.start < b and a < q.end for a, b in ranges)]
    tokens = [t for a, b in ranges for t in reading.tokens_in(a, b) if t.pos != "PUNCT"]
    inside = sum(any(q.start <= t.start < q.end for q in quoted) for t in tokens)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= len(tokens) - 1 else "mixed"
