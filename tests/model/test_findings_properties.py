"""Findings and dossiers are values: they survive JSON, and their ids say what is claimed and where."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import FindingError, SpanError
from detente.model.codec import (
    document_from_json,
    document_to_json,
    dossier_from_json,
    dossier_to_json,
    finding_from_json,
    finding_to_json,
)
from detente.model.document import Document
from detente.model.dossier import Dossier, spans_of
from detente.model.findings import LAYERS, Position, Statement
from drawn_findings import any_findings, documents, dossiers, findings_of


def through_json(raw):
    return json.loads(json.dumps(raw))


@given(documents)
def test_a_document_survives_json_with_its_id(document):
    again = document_from_json(through_json(document_to_json(document)))
    assert (again, again.id, again.text_id) == (document, document.id, document.text_id)


@pytest.mark.parametrize("layer", LAYERS)
@given(data=st.data())
def test_a_finding_of_each_layer_survives_json_with_its_id(layer, data):
    document = data.draw(documents)
    finding = data.draw(findings_of(LAYERS[layer], document))
    again = finding_from_json(layer, through_json(finding_to_json(finding)), document)
    assert (again, again.id) == (finding, finding.id)


@given(dossiers())
def test_a_dossier_survives_json(dossier):
    assert dossier_from_json(through_json(dossier_to_json(dossier)), dossier.document) == dossier


@given(st.data())
def test_an_id_does_not_depend_on_confidence_extractor_or_links(data):
    finding = data.draw(documents.flatmap(any_findings))
    other = replace(finding, confidence=1 - finding.confidence, extractor="another/9", because_of=("0" * 24,))
    assert other.id == finding.id


@given(st.data())
def test_an_id_depends_on_the_document(data):
    finding = data.draw(documents.flatmap(any_findings))
    elsewhere = tuple(span._replace(doc="f" * 24) for span in finding.evidence)
    assert replace(finding, evidence=elsewhere).id != finding.id


@given(st.data())
def test_every_span_of_a_drawn_finding_stands_in_its_text(data):
    document = data.draw(documents)
    finding = data.draw(any_findings(document))
    assert all(document.text[s.start : s.end] == s.text for s in spans_of(finding))
    assert set(finding.evidence) <= set(spans_of(finding))


DOCUMENT = Document("The envoy said the port would stay open.", name="port")
HERE = DOCUMENT.span(4, 9)


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"evidence": ()}, "without evidence"), ({"confidence": 1.2}, "0 to 1"), ({"confidence": -0.1}, "0 to 1")],
)
def test_a_finding_without_evidence_or_with_an_impossible_confidence_is_refused(changes, words):
    given_fields: dict[str, Any] = {"evidence": (HERE,), "confidence": 0.5, "extractor": "x/1"} | changes
    with pytest.raises(FindingError, match=words):
        Position(state="US", issue="shipping", summary="open", **given_fields)


def test_a_dossier_refuses_a_finding_that_cites_another_document():
    foreign = Document("The envoy said no such thing.").span(4, 9)
    finding = Position(state="US", issue="shipping", summary="x", evidence=(foreign,), confidence=1, extractor="x/1")
    with pytest.raises(FindingError, match="not in the text"):
        Dossier(document=DOCUMENT, findings=(finding,))


def test_a_finding_whose_quoted_words_differ_from_the_text_is_refused():
    raw = finding_to_json(
        Position(state="US", issue="shipping", summary="x", evidence=(HERE,), confidence=1, extractor="x/1")
    )
    raw["evidence"][0]["text"] = "enemy"
    with pytest.raises(SpanError, match="has 'envoy'"):
        finding_from_json("positions", raw, DOCUMENT)


def test_an_unknown_layer_and_a_missing_field_are_named():
    with pytest.raises(FindingError, match="no layer 'rumours'; there are statements"):
        finding_from_json("rumours", {}, DOCUMENT)
    with pytest.raises(FindingError, match="positions without evidence"):
        finding_from_json("positions", {"state": "US", "issue": "cyber", "summary": ""}, DOCUMENT)


def test_a_dossier_of_another_document_or_schema_is_refused():
    raw = dossier_to_json(Dossier(document=DOCUMENT))
    with pytest.raises(FindingError, match="belongs to document"):
        dossier_from_json(raw, Document("Another text."))
    with pytest.raises(FindingError, match="schema version 99"):
        dossier_from_json(raw | {"schema_version": 99}, DOCUMENT)


def test_a_dossier_lists_its_findings_by_kind():
    shared: dict[str, Any] = {"evidence": (HERE,), "confidence": 1.0, "extractor": "x/1"}
    said = Statement(speaker="the envoy", mode="indirect", content=(DOCUMENT.span(15, 39),), **shared)
    held = Position(state="US", issue="shipping", summary="open", **shared)
    dossier = Dossier(document=DOCUMENT, findings=(held, said))
    assert (dossier.statements, dossier.positions, dossier.engagements) == ((said,), (held,), ())
