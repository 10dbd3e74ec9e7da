"""An entry tells its reports in order, and why each is there."""

from detente.analysis.joining import history
from detente.model.decision import Decision, Review
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.view import Entry, View


def report(day: str, **fields) -> tuple[Document, Engagement]:
    document = Document(f"They met, it was told on {day}.", name=day, published=day, publisher="Harbour Press")
    given = {
        "kind": "meeting",
        "participants": ("Astrid Holm", "Jon Falk"),
        "states": ("NO", "IS"),
        "date": "2031-05-14",
        "status": "held",
        "confidence": 0.8,
        "extractor": "hand/1",
        "evidence": (document.span(0, 8),),
    }
    return document, Engagement(**(given | fields))


def told(*reports, reviews=None) -> list[tuple[str, str]]:
    entry = Entry(id="x", best=reports[-1][1], findings=tuple(f for _, f in reports))
    view = View(states=("NO", "IS"), documents={d.id: d for d, _ in reports}, reviews=reviews or {})
    return [(r.status, r.because) for r in history(view, entry)]


def test_a_contact_goes_from_planned_to_held_with_what_the_reports_share():
    assert told(report("2031-05-01", status="planned", date="2031-05"), report("2031-05-15")) == [
        ("planned", ""),
        ("held", "2031-05 holds 2031-05-14, with Astrid Holm, Jon Falk, both a meeting"),
    ]


def test_the_report_most_like_it_gives_the_reason():
    first, second, third = report("2031-05-01", date=None, kind="call"), report("2031-05-15"), report("2031-05-16")
    assert told(first, second, third)[2] == ("held", "on 2031-05-14, with Astrid Holm, Jon Falk, both a meeting")


def test_what_a_person_decided_goes_before_what_reports_share():
    first, second = report("2031-05-01"), report("2031-05-15", participants=("ministers",), kind="talks", date=None)
    decision = Decision(
        kind="same",
        subject=second[1].id,
        other=first[1].id,
        reason="same room",
        number=1,
        by="anna",
        at="2031-06-01T08:00:00.000000Z",
        previous="",
        about=(),
    )
    reviews = {second[1].id: Review(status="proposed", proposal=second[1], decisions=(decision,))}
    assert told(first, second, reviews=reviews)[1] == ("held", "decided by anna on 2031-06-01: same room")
