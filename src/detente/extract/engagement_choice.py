"""Contacts that the rules left open and the judge finds likely, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.engagement_drafts import all_drafts
from detente.extract.engagement_gathering import Gathering
from detente.extract.engagement_judge import Judge, Scene
from detente.extract.engagement_merge import Contact, days_agree
from detente.extract.engagement_parties import Roster, settled
from detente.model.document import Document
from detente.model.dossier import Party

_BOTH = 2
LEAST, LEAST_OFFICIAL = 0.35, 0.5
"""How likely a draft must be in the press, and in an official account, of which the rules know more."""


def likely_contacts(gathering: Gathering, known: Sequence[Contact], judge: Judge) -> list[Contact]:
    """The drafts likely to be contacts of two states beside those known, the likeliest telling of each."""
    scene = Scene(gathering.reading, gathering.roster.actors, known)
    drafts = all_drafts(gathering, known, judge.may_tell)
    judged = [(judge.likelihood(draft, scene), draft.contact) for draft in drafts]
    least = least_for(gathering.reading.document)
    likely = [found for found in judged if found[0] >= least and len(found[1].states) > 1]
    kept: list[Contact] = []
    for likelihood, contact in sorted(likely, key=lambda found: -found[0]):
        if not any(told_twice(contact, other) for other in kept):
            contact.likelihood = likelihood
            kept.append(surely_told(contact, gathering.roster))
    return kept


def least_for(document: Document) -> float:
    """The likelihood from which a draft is told in a document."""
    return LEAST_OFFICIAL if document.account_of else LEAST


def surely_told(contact: Contact, roster: Roster) -> Contact:
    """The contact with those whom its words name; with nobody where that is one side only: its states tell more."""
    if contact.kind == "visit" or len({p.state for p in contact.sides.parties if p.state}) > 1:
        return contact
    if contact.group in {"meeting", "call"} and (named := _named_there(contact, roster)):
        return replace(contact, sides=settled(named))
    return replace(contact, sides=replace(contact.sides, parties=()))


def _named_there(contact: Contact, roster: Roster) -> list[Party]:
    """The people of two states whom the words for a contact name; nobody where they name those of one or of more."""
    told = contact.tellings[0].span
    found = [m.party for m in roster.actors.within(told.start, told.end)]
    people = list({p.name: p for p in found if p.kind == "person" and p.state}.values())
    return people if len({p.state for p in people}) == _BOTH else []


def told_twice(a: Contact, b: Contact) -> bool:
    """Whether two drafts may be of one contact: of one kind and standing, with a state in common, on fitting days."""
    if (a.group == "visit") != (b.group == "visit"):
        return False
    dated = a.setting.when is not None and b.setting.when is not None
    if a.tellings[0].span.overlaps(b.tellings[0].span) and not dated:
        return True
    if a.group != b.group and {a.group, b.group} != {"call", "meeting"}:
        return False
    one, other = ({p.name for p in c.sides.people} for c in (a, b))
    apart = bool(one and other) and not one & other
    alike = a.status == b.status and bool(set(a.states) & set(b.states)) and not apart
    return alike and days_agree(a.setting, b.setting)
