"""Who is meant: names, titles, descriptions, groups and pronouns of a document, resolved within it."""

from __future__ import annotations

from detente.resolve.address import find_addresses, resolve_addresses
from detente.resolve.author import author_of
from detente.resolve.bodies import find_bodies, find_states
from detente.resolve.described import find_descriptions
from detente.resolve.documents import find_documents
from detente.resolve.floor import find_labels, take_floor
from detente.resolve.groups import find_coordinations, find_encounters, find_group_phrases
from detente.resolve.handover import name_speakers
from detente.resolve.leftover import resolve_left_titles
from detente.resolve.linking import link_full_names, link_labels, link_single_names, link_titled_names
from detente.resolve.named import find_names
from detente.resolve.pronouns import Pronouns
from detente.resolve.reporters import name_reporters
from detente.resolve.sheet import open_sheet, to_mention
from detente.resolve.surnames import find_surnames
from detente.text.reading import Mention, Reading


def resolve_mentions(reading: Reading) -> list[Mention]:
    """Every mention of a person, body, state or group, in the order of the text.

    Tells the reading its author, and adds to it a Problem of kind "person" for each surname that may be any of several.
    """
    sheet = open_sheet(reading)
    turns = find_labels(sheet)
    find_names(sheet)
    link_full_names(sheet)
    link_labels(sheet)
    link_titled_names(sheet)
    find_surnames(sheet)
    link_single_names(sheet)
    floor = take_floor(sheet, turns)
    name_speakers(sheet, floor)
    name_reporters(sheet, floor)
    addresses = find_addresses(sheet, floor)
    encounters = find_encounters(sheet)
    find_group_phrases(sheet, encounters)
    find_descriptions(sheet, floor)
    resolve_addresses(sheet, floor, addresses)
    resolve_left_titles(sheet, floor)
    find_bodies(sheet)
    find_states(sheet)
    find_documents(sheet)
    find_coordinations(sheet)
    Pronouns(sheet, find_encounters(sheet), floor).resolve()
    reading.author = author_of(sheet, floor)
    reading.problems.extend(sheet.problems)
    made = (to_mention(sheet, draft) for draft in (*sheet.drafts, *sheet.groups))
    return sorted((m for m in made if m), key=lambda m: (m.start, -m.end))
