"""Whether a contact was held, is planned, was only proposed, or came to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.engagement_cues import Cue, cue_words, going_to, named_contacts, phrasal, word_set
from detente.extract.engagement_standing import told_by
from detente.model.findings import EngagementStatus
from detente.text.clauses import RELATIVE, conditional, happened, modal, negated, subject_of
from detente.text.reading import Token

Told = tuple[EngagementStatus, Token | None]
"""A status and the word that tells it."""


def status_of(cue: Cue) -> Told | None:
    """The status and the word that tells it; None where the contact is only thought of or denied."""
    found = None if _nobody(cue) else _found(cue)
    if found is None:
        return None
    status, verb = found[0], cue.head.head
    if cue.kind == "call" and status == "held" and verb.lemma in word_set("attempting"):
        return ("declined", verb) if _bare(cue.head) else found
    if status in {"planned", "proposed"}:
        if any(c.lower in word_set("under_way") for c in cue.head.children if c.dep == "amod"):
            return "held", None
        found = _ended_above(cue.head) or found
    modified = _by_modifiers(cue)
    upcoming = found[0] == "proposed" and modified is not None and modified[0] == "planned"
    return (modified or found) if upcoming or found[0] in {"held", "planned"} else found


def told_as_done(cue: Cue) -> bool:
    """Whether the verb that tells the contact itself says that it happened."""
    verb = cue.verb
    itself = verb is cue.head or (verb is not None and verb.lemma in word_set("carrying") | word_set("occurring"))
    return verb is not None and itself and happened(verb)


def _at_odds(verb: Token) -> bool:
    """Whether it is "did not agree", "failed to agree": they talked, to no end."""
    failed = verb.dep == "xcomp" and verb.head.lemma == "fail" and happened(verb.head)
    return failed or (negated(verb) and any(c.lower == "did" for c in verb.children))


def _found(cue: Cue) -> Told | None:
    """The status by the verb that tells the contact, or by what the noun hangs on."""
    if cue.act and _at_odds(cue.head):
        return "held", None
    if cue.head.pos in {"VERB", "AUX"}:
        asked = told_by(phrasal(cue.head), "verbs") if cue.kind == "visit" and not negated(cue.head) else None
        asked = "proposed" if asked and modal(cue.head) in word_set("proposed_modals") else asked
        return (asked, cue.head) if asked else _of_verb(cue.head)
    return ("held", None) if _told_in(cue) or _took_place(cue) else _of_noun(cue.head, cue.anchor)


def _took_place(cue: Cue) -> bool:
    """Whether a clause behind it says so, whatever stands before it: "arranged a call that took place on Monday"."""
    verb = cue.anchor
    return verb is not None and verb.head is cue.head and verb.lemma in word_set("happening") and happened(verb)


def _ended_above(word: Token) -> Told | None:
    """What became of it by the verb that tells it or those it hangs on: "was supposed to meet her but cancelled"."""
    above = [word, *list(word.ancestors())[:3]]
    return next((e for t in above if t.pos in {"VERB", "AUX"} if (e := ended_by(t)) is not None), None)


def not_since(cue: Cue) -> bool:
    """Whether it tells of the last time by denying a later one: "have not met since May"."""
    verb = cue.head
    back = any(c.lower in word_set("back") and c.child("pobj", "pcomp") is not None for c in verb.children)
    return verb.pos == "VERB" and back and negated(verb) and modal(verb) is None and not conditional(verb)


def _told_in(cue: Cue) -> bool:
    """Whether its verb tells what was said in it: "in a call on Friday Ms Doe urged Mr Roe to go"."""
    told = cue.anchor is not None and cue.anchor.lemma in word_set("telling") and cue.anchor.tag == "VBD"
    return told and cue.head.dep == "pobj" and cue.head.head.lower in {"in", "during", "at"}


def _nobody(cue: Cue) -> bool:
    """Whether nobody took part: "neither side has announced a summit", "no meeting was held"."""
    return any(_nothing(noun) for noun in (cue.head, *cue.mine))


def _by_modifiers(cue: Cue) -> Told | None:
    """What words and clauses on the noun tell; "the planned meeting took place" was held."""
    done = told_as_done(cue)
    for child in cue.head.children:
        if child.dep in {"amod", "compound", "advmod"} and not done and (status := told_by(child.lower, "modifiers")):
            return status, child
        if child.dep == "acl" and child.tag in {"VBN", "VBD"} and told_by(child.lemma, "verbs") == "planned":
            return "planned", child
        if child.dep == "relcl" and (status := _by_clause(child)) is not None:
            return status, child
    return None


def _by_clause(verb: Token) -> EngagementStatus | None:
    """The status that a clause on it tells: "talks, which had been due on Monday", "a visit that was put off"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.tag not in RELATIVE or negated(verb) or modal(verb):
        return None
    if verb.lemma == "be" and any(c.lower in word_set("due") and c.dep == "acomp" for c in verb.children):
        return "planned"
    if verb.tag == "VB" and _bare(verb):
        return "planned"
    ended = ended_by(verb)
    status = told_by(phrasal(verb), "verbs") if subject.dep == "nsubjpass" or _of_itself(verb) else None
    return ended[0] if ended is not None else status


def _of_itself(verb: Token) -> bool:
    return phrasal(verb) in word_set("of_themselves")


def _of_verb(verb: Token) -> Told | None:
    """A finite verb tells its own status; an infinitive or a gerund that of the word it hangs on."""
    if conditional(verb):
        return None
    if negated(verb) or (going_to(verb) and negated(verb.head) and verb.head.child("prep") is None):
        return _refused(verb)
    ahead = _of_modal(verb) or _awaited(verb)
    if ahead is None and (verb.tag in {"VB", "VBG"} or (verb.tag == "VBN" and _bare(verb))):
        return _of_governor(verb)
    return ahead or ("held", None)


def _awaited(verb: Token) -> Told | None:
    """Read "when Ms Doe visits", which lies ahead unless the clause over it tells of what is usual or past."""
    when = any(c.lower in {"when", "once", "until"} and c.dep in {"advmod", "mark"} for c in verb.children)
    ahead = when and verb.tag in {"VBZ", "VBP"} and verb.dep == "advcl" and modal(verb.head) in _FIRM
    return ("planned", verb) if ahead else None


def _of_modal(verb: Token) -> Told | None:
    """Read "will meet", "is going to meet", "may meet", "is due in Oslo", "proposed that they meet"."""
    helper = modal(verb) if not _a_name(verb) else None
    due = verb.lemma == "be" and any(c.lower in word_set("due") and c.dep == "acomp" for c in verb.children)
    if due or going_to(verb) or helper in word_set("planned_modals") or helper == "would":
        return "planned", verb
    if helper in word_set("proposed_modals"):
        return "proposed", verb
    wished = verb.dep == "ccomp" and verb.tag in {"VB", "VBP"} and verb.head.lemma in word_set("wished")
    return ("proposed", verb.head) if wished else None


def _refused(verb: Token) -> Told | None:
    """Read "will not meet" as a refusal, "will not travel" as a visit called off; "did not meet" tells of nothing."""
    frame = cue_words()["verbs"].get(verb.lemma)
    firm = modal(verb) in _FIRM or going_to(verb)
    if frame is None or not firm or subject_of(verb) is None or _nothing(subject_of(verb)):
        return None
    if any(c.lower in word_set("not_only") for t in (verb, verb.head) for c in t.children):
        return "planned", verb
    return "cancelled" if frame["kind"] in {"visit", "leave", "set"} else "declined", verb


_FIRM = frozenset({"will", "would", "wo", "'ll", "’ll"})


def _nothing(noun: Token | None) -> bool:
    """Whether it is "no meeting", "neither side"."""
    return noun is not None and (
        noun.lower in word_set("none") or any(c.lower in word_set("none") for c in noun.children)
    )


def _a_name(verb: Token) -> bool:
    """Whether what looks like a modal is the name May."""
    return any(c.dep == "aux" and c.text == "May" and c is not c.sentence.tokens[0] for c in verb.children)


def _bare(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.children if c.dep == "aux")


def _never(head: Token) -> bool:
    """Whether what hangs on it has not been: "failed to meet", "no plan to meet", "has yet to meet"."""
    yet = any(c.lower in word_set("not_yet") for c in head.children)
    return yet or head.lemma in word_set("failing") or _nothing(head)


def _of_governor(verb: Token) -> Told | None:
    head, to = verb.head, _bare(verb)
    plain: Told = ("planned", verb) if to else ("held", None)
    if _first_to(verb):
        return "held", None
    if head is verb or (to and head.lemma == "be" and verb.dep == "xcomp"):
        return plain
    head = head.head if head.pos == "ADP" else head
    if _never(head):
        return None
    head = head.head if head.lower in word_set("glad") else head
    if status := _governed_by(head):
        return _turned(status[0], head) if negated(head) and status[1] is head else status
    if to and verb.tag == "VB" and _is_for_them(verb):
        return _agreed_on(verb.head) or ("proposed", verb)
    carried = head is not verb.head or verb.dep in {"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep"}
    return _of_verb(head) if head.pos in {"VERB", "AUX"} and carried else plain


def _is_for_them(verb: Token) -> bool:
    """Whether it is "for the leaders to meet", which tells of nothing done unless somebody was glad of it."""
    theirs = verb.child("nsubj") is not None and any(c.dep == "mark" and c.lower == "for" for c in verb.children)
    return theirs and not any(t.lower in word_set("glad") for t in (verb.head, *verb.head.children))


def _agreed_on(head: Token) -> Told | None:
    """What was settled in the same clause: "reached a deal for the leaders to meet"."""
    thing = head.child("dobj") if head.pos == "VERB" else head
    if thing is None or thing.pos != "NOUN":
        return None
    status = "planned" if thing.lemma in word_set("settled") else told_by(thing.lemma, "nouns")
    return (status, thing) if status is not None else None


def _turned(status: EngagementStatus, verb: Token) -> Told | None:
    """The opposite: "would never agree to meet" declines, "has not ruled out a meeting" leaves it open."""
    if status in {"planned", "proposed"}:
        firm = modal(verb) in _FIRM and status == "planned"
        return ("declined", verb) if firm or verb.lemma in word_set("unwilling") else None
    return ("proposed" if status == "declined" else "planned"), verb


def _governed_by(head: Token) -> Told | None:
    """The status that a word gives what hangs on it: "agreed to meet", "an invitation to visit", "ready to talk"."""
    if head.pos in {"VERB", "AUX"}:
        status = told_by(phrasal(head), "verbs") if head.lemma not in word_set("only_things") else None
        return (status, head) if status else None
    if status := told_by(head.lemma, "nouns"):
        return _answer(head) or (status, head)
    status = told_by(head.lower, "modifiers") if head.pos == "ADJ" else None
    if status == "proposed" and negated(head.head):
        status = "declined"
    if status == "planned" and modal(head.head) in {"would", "could", "might"}:
        status = "proposed"
    return (status, head) if status else None


def ended_by(verb: Token) -> Told | None:
    """What became of it in the next clause: "was invited but declined", "had been set for May but was called off"."""
    for child in verb.children:
        own = child.child("nsubj", "nsubjpass") or _another(child.child("dobj")) or child.child("xcomp", "prep")
        status = told_by(phrasal(child), "verbs") if child.dep == "conj" and own is None else None
        if status in {"declined", "cancelled", "postponed"} and not negated(child):
            return status, child
    return None


def _another(thing: Token | None) -> Token | None:
    """What is called off, unless that is the contact itself: "called it off", "cancelled the meeting"."""
    if thing is None or thing.lower == "it":
        return None
    contact = thing.lemma in named_contacts() or thing.lemma in cue_words()["nouns"]["visit"]
    return None if contact and any(c.lower in {"the", "that", "this"} for c in thing.children) else thing


def _first_to(verb: Token) -> bool:
    """Whether it is told as done: "the first president to visit"."""
    subject = verb.child("nsubj")
    nouns = [verb.head, *list(verb.head.ancestors())[:2], *([subject] if subject is not None else [])]
    holders = [n for n in nouns if n.pos in {"NOUN", "PROPN"}]
    return any(c.lower in {"first", "last", "latest", "only"} for h in holders for c in h.children)


def _of_noun(noun: Token, anchor: Token | None) -> Told | None:
    for node in _above(noun):
        if node.pos in {"VERB", "AUX"}:
            return _by_its_verb(noun, node, anchor)
        if node.lower in word_set("unreal") or (told_by(node.lemma, "nouns") and _nothing(node)):
            return None
        if told := _by_word_above(node):
            return told
    return "held", None


def _by_word_above(node: Token) -> Told | None:
    """What a word above the contact tells: "ahead of the summit", "a request for talks", "no interest in talks"."""
    if node.lower in word_set("ahead"):
        return "planned", node
    if node.lower in word_set("back") or _built_on(node):
        return "held", node
    if node.lemma in word_set("wanting") and any(c.lower == "no" for c in node.children):
        return "declined", node
    status = told_by(node.lemma, "nouns") if node.pos == "NOUN" else None
    if node.pos == "ADJ":
        status = told_by(node.lower, "modifiers")
    return (_answer(node) or (status, node)) if status else None


def _built_on(on: Token) -> bool:
    """Whether it is what somebody "will build on" or "follow up on", if that is not "their talks" of just now."""
    thing = on.child("pobj")
    theirs = thing is not None and any(c.tag == "PRP$" for c in thing.children)
    return on.lower in {"on", "upon"} and phrasal(on.head) in word_set("built_on") and not theirs


def _answer(asked: Token) -> Told | None:
    """What became of a request, plan or offer: "rejected a request for a meeting", "accepted an invitation to"."""
    verb = asked.head
    if verb.pos != "VERB" or asked.dep not in {"dobj", "nsubjpass"} or negated(verb):
        return None
    status = told_by(phrasal(verb), "verbs")
    settles = status in {"declined", "cancelled", "postponed"} or verb.lemma in word_set("accepting")
    return (status, verb) if status is not None and settles else None


def _still_open(verb: Token) -> EngagementStatus | None:
    """Read "a summit is under discussion", "a visit is in the works", "put the visit on hold", "went unanswered"."""
    if _is_to_come(verb):
        return "planned"
    for child in verb.children if verb.lemma in {"be", "remain", "put", "place", "go"} else ():
        if child.lower in word_set("off") and not child.children:
            return "cancelled"
        if child.dep == "acomp" and (told := told_by(child.lower, "modifiers")) is not None:
            return told
        if child.lower in word_set("unanswered"):
            return "declined"
        noun = child.child("pobj")
        phrase = f"{child.lower} {noun.lemma}" if noun is not None else ""
        for status in cue_words()["still_open"]:
            if phrase in cue_words()["still_open"][status]:
                return status  # type: ignore[no-any-return]
    return None


def _is_to_come(be: Token) -> bool:
    """Whether it "is to take place", or "is an opportunity to"."""
    if be.lemma != "be":
        return False
    coming = word_set("occurring") | word_set("carrying")
    chance = be.child("attr") if be.tag == "VBZ" else None
    to_do = chance is not None and any(c.tag == "VB" and _bare(c) for c in chance.children)
    due = any(c.dep == "xcomp" and _bare(c) and c.lemma in coming for c in be.children)
    return due or (to_do and chance is not None and chance.lemma in word_set("chances"))


def _above(noun: Token) -> list[Token]:
    """The words it hangs on up to the first verb, at most four."""
    found: list[Token] = []
    for node in noun.ancestors():
        found.append(node)
        if node.pos in {"VERB", "AUX"} or len(found) == 4:
            break
    return found


def _by_its_verb(noun: Token, verb: Token, anchor: Token | None) -> Told | None:
    direct = noun.dep in {"dobj", "nsubj", "nsubjpass", "attr", "oprd"} or verb is anchor
    for decided in _decided(noun, verb, direct=direct):
        return decided
    told = _of_verb(verb)
    if not direct:
        return told if told and told[0] == "planned" else ("held", None)
    if told is None and negated(verb) and verb.lemma not in word_set("occurring") | word_set("carrying"):
        return "held", None
    return told


def _decided(noun: Token, verb: Token, *, direct: bool) -> Iterator[Told | None]:
    """What the verb over the noun decides, the surest first; None for a contact that is only thought of."""
    if direct and (ended := ended_by(verb)) is not None:
        yield ended
    yield from _by_meaning(noun, verb, direct=direct)
    if direct and (open_ := _still_open(verb)) is not None:
        yield None if negated(verb) else (open_, verb)
    if noun.dep == "nsubj" and negated(verb) and verb.lemma in word_set("coming_about"):
        yield "cancelled", verb
    yield from _for_it(noun, verb)


def _by_meaning(noun: Token, verb: Token, *, direct: bool) -> Iterator[Told | None]:
    """What a verb of asking, planning or refusing tells of its object, its passive subject, or what "for" adds."""
    status = told_by(phrasal(verb), "verbs") if direct or noun.head.dep == "prep" else None
    if status is None or (noun.dep == "nsubj" and not _of_itself(verb)):
        return
    if not direct and noun.head.lower not in {"for", "to", "on", "about", "towards", "toward"}:
        return
    if status == "planned" and verb.head.lemma in word_set("efforts"):
        yield "proposed", verb.head
    yield _turned(status, verb) if negated(verb) else (status, verb)


def _for_it(noun: Token, verb: Token) -> Iterator[Told | None]:
    """What "for" tells: "called for talks", "preparations are under way for", "no date has been set for"."""
    if noun.head.lower != "for" or noun.head.head is not verb:
        return
    subject = verb.child("nsubj", "nsubjpass")
    status = told_by(subject.lemma, "nouns") if subject is not None else None
    if verb.lemma in word_set("asking_for"):
        yield "proposed", verb
    if _nothing(subject):
        yield None
    if status is not None:
        yield status, verb
