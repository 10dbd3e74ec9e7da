"""A Reading's indexes of its mentions."""

from detente.model.document import Document
from detente.model.dossier import Party
from detente.text.reading import Mention, Reading


def mention(start, end):
    return Mention(start, end, head=0, text="", party=Party(name=f"at {start}", kind="person"), via="name")


def test_mentions_that_begin_in_a_stretch_come_in_the_order_of_the_text():
    reading = Reading(Document("Ada Roe met Ben Poe in Suva."), [], [])
    reading.mentions = [mention(12, 19), mention(0, 7), mention(23, 27)]

    assert [m.start for m in reading.mentions_in(0, 23)] == [0, 12]


def test_mentions_filled_in_later_are_found():
    reading = Reading(Document("Ada Roe met Ben Poe in Suva."), [], [])
    before = reading.mentions_in(0, 28)
    reading.mentions = [mention(0, 7)]

    assert (before, len(reading.mentions_in(0, 28))) == ([], 1)
