"""What `import detente` offers."""

import json

import pytest

import detente
from detente.errors import ChoiceError
from detente.export.table import OF_A_BRIEF
from detente.model.decision import Verdict

TEXT = "Antony Blinken met Wang Yi in Oslo on Monday. “We keep the line open,” Blinken said of China."


@pytest.fixture
def record(tmp_path):
    with detente.open(tmp_path / "r.db") as opened:
        yield opened


def test_read_gives_a_dossier_from_a_text():
    dossier = detente.read(TEXT, published="2023-06-20", publisher="Desk")
    assert [s.speaker for s in dossier.statements] == ["Antony Blinken"]
    assert (dossier.document.publisher, dossier.engagements[0].date) == ("Desk", "2023-06-19")


def test_a_date_that_is_none_is_refused():
    with pytest.raises(detente.DateError, match="Monday"):
        detente.read(TEXT, published="Monday")


def test_a_record_takes_documents_and_answers_by_layer(record):
    (added,) = record.add(detente.Document(TEXT, name="oslo", published="2023-06-20"))
    relationship = record.relationship("US", "China")
    assert added.new
    assert [e.best.participants for e in relationship.engagements] == [("Antony Blinken", "Wang Yi")]
    assert relationship.layer("statements")[0].best.speaker == "Antony Blinken"


def test_a_slice_of_entries_is_entries(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    assert isinstance(record.relationship("US", "CN").statements[:1], detente.Entries)


def test_a_relationship_of_some_layers_has_nothing_of_the_others(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    part, whole = record.relationship("US", "CN", layers=["engagements"]), record.relationship("US", "CN")
    assert list(part.engagements) == list(whole.engagements)
    assert (len(part.statements), len(whole.statements)) == (0, 1)
    with pytest.raises(ChoiceError, match="no layer 'gossip'; there are statements"):
        record.relationship("US", "CN", layers=["gossip"])


def test_a_document_that_is_held_has_a_dossier(record):
    (added,) = record.add(detente.Document(TEXT, published="2023-06-20"))
    assert record.dossier(added.document.id) == detente.read(TEXT, published="2023-06-20")
    with pytest.raises(ChoiceError, match="holds no document 0000"):
        record.dossier("0000")


def test_entries_become_a_frame(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    frame = record.relationship("US", "CN").engagements.to_frame()
    assert list(frame["participants"]) == ["Antony Blinken; Wang Yi"]


def test_as_of_an_earlier_day_nothing_was_public(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    assert len(record.relationship("US", "CN", as_of="2023-06-01").engagements) == 0


def test_questions_are_asked_by_name(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    names = {member.name for member in record.relationship("US", "CN").ask("cast")}
    assert {"Antony Blinken", "Wang Yi"} <= names


@pytest.mark.parametrize(("form", "layers"), [("markdown", OF_A_BRIEF), ("html", OF_A_BRIEF), ("json", ())])
def test_a_brief_asks_for_what_its_form_shows(record, form, layers):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    assert len(record.relationship("US", "CN").layer("events")) > 0
    assert record.brief("US", "CN", form=form) == record.relationship("US", "CN", layers=layers).write(form)


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_a_relationship_is_written_in_each_format(record, form):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    assert "Wang Yi" in record.relationship("US", "CN").write(form)


@pytest.mark.parametrize(
    "ask",
    [
        lambda r: r.relationship("US", "Atlantis"),
        lambda r: r.relationship("US", "CN").layer("gossip"),
        lambda r: r.relationship("US", "CN").ask("gossip"),
        lambda r: r.relationship("US", "CN").entry("f" * 24),
        lambda r: r.relationship("US", "CN").write("docx"),
        lambda r: r.relationship(),
    ],
)
def test_what_does_not_exist_is_refused_with_the_names_there_are(record, ask):
    with pytest.raises(ChoiceError):
        ask(record)


def test_any_finding_of_an_entry_leads_to_it_as_proposed_and_as_it_stands(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    (before,) = record.relationship("US", "CN").engagements
    record.store.decide(Verdict(kind="edit", subject=before.id, changes={"date": "2023-06-18"}), by="Ada")
    relationship = record.relationship("US", "CN")
    (entry,) = relationship.engagements
    assert (entry.id, entry.best.date, entry.reviewed) == (before.id, "2023-06-18", 1)
    assert relationship.entry(before.id) == relationship.entry(entry.best.id) == entry
    review = json.loads(relationship.write("json"))["reviews"][entry.best.id]
    assert (review["status"], review["proposal"]["id"], review["decisions"][0]["by"]) == ("edited", before.id, "Ada")


def test_words_are_found_again(record):
    record.add(detente.Document(TEXT, name="oslo", published="2023-06-20"))
    assert {hit.document.name for hit in record.search("line open", "US", kind="statements").best} == {"oslo"}


def test_quad_and_intensity_of_an_event_follow_the_type_that_a_person_gives_it(record):
    record.add(detente.Document(TEXT, published="2023-06-20"))
    found = record.relationship("US", "CN").events[0]
    record.edit(found.id, {"type": "SANCTION"}, by="Ada")
    edited = record.relationship("US", "CN").entry(found.id).best
    assert (edited.type, edited.quad, edited.intensity) == ("SANCTION", 4, -5.2)
