"""Statements of transcripts and of remarks by one person."""

from detente.model.document import Document
from detente.model.findings import Statement
from detente.pipeline import read_document
from detente.settings import Settings


def spoken(text, title=None):
    dossier = read_document(Document(text, title=title, published="2023-02-03"), Settings())
    return [f for f in dossier.findings if isinstance(f, Statement) and f.act == "speech"]


def test_each_turn_is_a_direct_statement_of_its_speaker_on_the_day():
    found = spoken("MS. ORTEGA:  The minister is back in Lima.\n\nQ    When will she speak to us?")

    assert [(s.speaker, s.mode, s.said_on) for s in found] == [
        ("Ortega", "direct", "2023-02-03"),
        ("reporter", "direct", "2023-02-03"),
    ]


def test_what_someone_else_said_is_told_through_the_speaker_of_the_turn():
    found = spoken(
        "MS. ORTEGA:  The bank said on Monday that the loan was safe. I think it is.\n\nQ    Which bank was it?"
    )
    told = next(s for s in found if s.cue is not None)

    assert (told.reported_by, told.content[0].text) == ("Ortega", "the loan was safe")


def test_remarks_by_one_person_are_one_statement_of_that_person():
    text = (
        "Remarks by Prime Minister Jacinda Ardern at the Harbour School\n\nThank you, all of you.\n\nThe sea is rising."
    )

    assert [(s.speaker, len(s.content)) for s in spoken(text)] == [("Jacinda Ardern", 2)]
