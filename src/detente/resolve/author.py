"""Who "I" is in a text without turns: whoever its title says to speak or to state it."""

from __future__ import annotations

import re

from detente.model.dossier import Party
from detente.ontology.lexicon import lexicon
from detente.ontology.offices import Person, people_named
from detente.resolve.directory import fits, names_in, spelled, titled_in
from detente.resolve.floor import Floor
from detente.resolve.posts import read_post
from detente.resolve.sheet import Sheet


def author_of(sheet: Sheet, floor: Floor) -> Party | None:
    """The one speaker of the floor, or whose statement it is; None of a record of what several said in turn."""
    if floor.turns:
        return None
    if floor.host is not None:
        return sheet.cast.party(floor.host)
    person = _issuer(sheet)
    return sheet.cast.party(sheet.cast.enter_person(person, 0)) if person is not None else None


def _issuer(sheet: Sheet) -> Person | None:
    """Ms Doe of "Statement by Prime Minister Doe on the Harvest", the head of state of "Statement by the President".

    Only of a government's own account: "Statement by Doe angers millers" is a newspaper's.
    """
    words = lexicon("transcripts")["issued"]
    told = re.match(rf"\s*(?:{'|'.join(words['openings'])})\s+(?P<who>.+)", sheet.title, re.IGNORECASE)
    if told is None or not sheet.reading.document.account_of:
        return None
    who = re.split(rf"(?i)\s(?:{'|'.join(words['matters'])})\s|[,:;|(]\s", told["who"])[0]
    if any(w[:1].islower() and w not in words["small"] for w in who.split()) or re.search(r"['’]s?\b", who):
        return None
    named = [p for name in names_in(spelled(who)) for p in people_named(" ".join(name))]
    titled = [*named, *titled_in(f"by {who}", sheet.on)]
    post = read_post(who.removeprefix("the ").removeprefix("The "))
    people = titled or [h for h in sheet.cast.hosts if post.roles and fits(h, post, sheet.on)]
    return people[0] if people and all(p is people[0] for p in people) else None
