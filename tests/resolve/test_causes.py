"""Which finding led to which, and which states a text is about."""

from detente.model.document import Document
from detente.model.findings import Engagement, Incident
from detente.resolve.causes import link_findings

DOCUMENT = Document("Oslo called off the visit over the raid on its embassy.")


def cite(words):
    start = DOCUMENT.text.index(words)
    return DOCUMENT.span(start, start + len(words))


RAID = Incident(
    kind="other", effect="strain", evidence=(cite("the raid on its embassy"),), confidence=0.5, extractor="t/1"
)


def visit(reason, status="cancelled"):
    return Engagement(
        kind="visit",
        status=status,
        reason=reason,
        evidence=(cite("Oslo called off the visit"),),
        confidence=0.5,
        extractor="t/1",
    )


def test_a_cancelled_visit_is_linked_to_the_incident_that_its_reason_names():
    linked = link_findings([RAID, visit(cite("over the raid on its embassy"))])
    assert linked[1].because_of == (RAID.id,)


def test_a_cancelled_visit_is_not_the_cause_of_itself():
    reason = cite("over the raid on its embassy")
    itself = Incident(
        kind="visit",
        effect="strain",
        evidence=(cite("Oslo called off the visit"), reason),
        confidence=0.5,
        extractor="t/1",
    )
    assert link_findings([itself, visit(reason)])[1].because_of == ()


def test_without_a_reason_nothing_is_linked():
    assert link_findings([RAID, visit(None)])[1].because_of == ()


def test_a_contact_that_was_held_is_no_answer():
    assert link_findings([RAID, visit(cite("over the raid on its embassy"), status="held")])[1].because_of == ()


def test_a_link_leaves_the_id_as_it_was():
    before = visit(cite("over the raid on its embassy"))
    assert link_findings([RAID, before])[1].id == before.id
