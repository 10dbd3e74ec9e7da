"""Silence is counted in days and against habit."""

import pytest

from detente.analysis.silence import quiet
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import ChannelReport, Engagement
from detente.model.view import Entry, View

PEOPLE = (
    Party(name="Astrid Holm", kind="person", state="NO", role="foreign_minister"),
    Party(name="Ola Dahl", kind="person", state="NO", role="head_of_government"),
    Party(name="Jon Falk", kind="person", state="IS", role="foreign_minister"),
    Party(name="Egil Brim", kind="person", state="IS", role="head_of_state"),
    Party(name="Rut Vik", kind="person", state="IS", role="mayor"),
)


def contact(day: str | None, *names: str, status="held") -> tuple[Document, Engagement]:
    document = Document("They met.", name=f"{day}", published=day)
    return document, Engagement(
        evidence=(document.span(0, 8),),
        confidence=0.8,
        extractor="hand/1",
        kind="meeting",
        participants=names,
        states=("NO", "IS"),
        date=day,
        status=status,
    )


def view(*contacts: tuple[Document, Engagement], as_of: str | None = None, channels=()) -> View:
    entries = tuple(Entry(id=e.id, best=e, findings=(e,)) for _, e in contacts)
    documents = {d.id: d for d, _ in contacts}
    return View(
        states=("NO", "IS"), as_of=as_of, documents=documents, people=PEOPLE, engagements=entries, channels=channels
    )


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Ola Dahl", "Egil Brim"), "leader"),
        (("Ola Dahl", "Jon Falk"), "diplomatic"),
        (("Astrid Holm", "Jon Falk"), "diplomatic"),
        (("Ola Dahl", "Astrid Holm", "Egil Brim"), "leader"),
    ],
)
def test_a_contact_keeps_up_the_line_of_the_lower_side(names, kind):
    assert [q.kind for q in quiet(view(contact("2031-01-01", *names)))] == [kind]


@pytest.mark.parametrize("names", [("Astrid Holm",), ("Astrid Holm", "Rut Vik"), ("Astrid Holm", "a diplomat")])
def test_a_contact_of_unknown_or_lineless_people_keeps_up_none(names):
    assert quiet(view(contact("2031-01-01", *names))) == ()


def test_days_run_from_the_last_contact_to_the_day_asked_for():
    met = contact("2031-01-01", "Astrid Holm", "Jon Falk")
    (line,) = quiet(view(met, as_of="2031-03-02"))
    assert (line.days, line.usual, line.unusual) == (60, None, False)


def test_a_silence_far_beyond_the_usual_pause_is_unusual():
    met = [contact(day, "Astrid Holm", "Jon Falk") for day in ("2031-01-01", "2031-01-11", "2031-01-21")]
    assert [(q.days, q.usual, q.unusual) for q in quiet(view(*met, as_of="2031-02-10"))] == [(20, 10, False)]
    assert [(q.days, q.usual, q.unusual) for q in quiet(view(*met, as_of="2031-02-11"))] == [(21, 10, True)]


def test_a_contact_that_did_not_take_place_breaks_no_silence():
    held = contact("2031-01-01", "Astrid Holm", "Jon Falk")
    off = contact("2031-02-01", "Astrid Holm", "Jon Falk", status="cancelled")
    (line,) = quiet(view(held, off, as_of="2031-02-10"))
    assert (line.days, line.contacts) == (40, 1)


def test_a_line_that_is_only_told_of_has_no_last_contact():
    document = Document("The hotline rings unheard.", published="2031-01-01")
    report = ChannelReport(
        evidence=(document.span(0, 11),),
        confidence=0.8,
        extractor="hand/1",
        states=("IS", "NO"),
        kind="military",
        status="suspended",
    )
    (line,) = quiet(view(channels=(Entry(id=report.id, best=report, findings=(report,)),)))
    assert (line.kind, line.days, line.status.best.status) == ("military", None, "suspended")
