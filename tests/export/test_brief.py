"""What a brief says, before it is put in any format."""

from dataclasses import replace

import pytest

from detente import analysis
from detente.export.compose import SECTIONS, compose
from detente.export.page import Line, Sides, lines_of
from detente.export.views import party_to_json
from detente.export.wording import Wording, length, listed, minutes_between, shortened, spelled
from detente.model.dossier import Party
from detente.model.findings import Engagement
from detente.model.view import View
from invented_view import (
    BUOY,
    CANCELLED,
    LENGTHS,
    MEETING,
    NAMES,
    OFFICIAL,
    PEOPLE,
    PRESS,
    PROMISE,
    SAID,
    entry,
    finding,
    invented_view,
    words,
)

TEXTS = (PRESS.text, OFFICIAL.text)


def brief_of(view):
    return compose(view, analysis, names=NAMES)


BRIEF = brief_of(invented_view())
SECTION = {section.key: section for section in BRIEF.sections}
NOTE = {note.number: note for note in BRIEF.notes}


def said(line):
    cells = [line.runs] if isinstance(line, Line) else line.cells
    return " | ".join("".join(run.text for run in cell) for cell in cells)


def quotes(line):
    cells = [line.runs] if isinstance(line, Line) else line.cells
    return [run.text for cell in cells for run in cell if run.kind in ("quote", "words")]


@pytest.mark.parametrize("section", [s for s in BRIEF.sections if s.key != "unseen"], ids=lambda s: s.key)
def test_every_line_of_every_section_rests_on_words_of_a_document(section):
    assert lines_of(section)
    for line in lines_of(section):
        assert line.notes, said(line)
        assert all(any(NOTE[n].words in text for text in TEXTS) for n in line.notes)


@pytest.mark.parametrize("section", BRIEF.sections, ids=lambda s: s.key)
def test_what_a_line_quotes_stands_in_its_notes(section):
    for line in lines_of(section):
        noted = " ".join(NOTE[n].words for n in line.notes)
        assert all(quote in noted for quote in quotes(line))


def test_notes_are_numbered_without_gaps_and_none_is_given_twice():
    assert [n.number for n in BRIEF.notes] == list(range(1, len(BRIEF.notes) + 1))
    assert len({(n.publisher, n.words, n.around) for n in BRIEF.notes}) == len(BRIEF.notes)


def test_every_link_within_the_brief_leads_to_a_line():
    lines = [line for section in BRIEF.sections for line in lines_of(section)]
    anchors = {line.anchor for line in lines if line.anchor}
    targets = {r.target for line in lines if isinstance(line, Line) for r in line.runs if r.target}
    targets |= {r.target for line in lines if not isinstance(line, Line) for c in line.cells for r in c if r.target}
    assert targets == {f"e-{BUOY.id}", f"e-{LENGTHS.id}", f"e-{MEETING.id}"}
    assert targets <= anchors


def test_every_entry_has_one_line_of_its_own():
    anchors = [line.anchor for section in BRIEF.sections for line in lines_of(section) if line.anchor]
    view = invented_view()
    layers = (view.statements, view.engagements, view.channels, view.positions, view.commitments)
    layers += (view.incidents, view.discrepancies, view.assessments)
    assert sorted(anchors) == sorted(f"e-{e.id}" for layer in layers for e in layer)


def test_the_heading_says_period_documents_publishers_and_how_much_was_reviewed():
    facts = dict(BRIEF.facts)
    assert BRIEF.title == "Norway and Iceland"
    assert facts["Period"] == "from March 2031 until May 2031"
    assert (
        facts["Documents"] == "2 from 2 publishers (Government of Iceland; Harbour Press), 14 May 2031 to 15 May 2031"
    )
    assert facts["Entries"] == "16, of which 1 reviewed by a person"


def test_the_heading_says_as_of_when():
    facts = dict(brief_of(invented_view(as_of="2031-05-20", known_at="2031-06-01T12:00")).facts)
    assert facts["As of"] == "what was published by 20 May 2031 and what was recorded by 2031-06-01T12:00"


def test_a_side_stands_beside_the_other_on_the_same_issue():
    (sides,) = SECTION["positions"].blocks
    assert isinstance(sides, Sides)
    assert sides.title == "Borders and territory"
    assert [(name, [said(line) for line in lines]) for name, lines in sides.columns] == [
        ("Norway", ["Our waters end at the old line"]),
        ("Iceland", ["the shelf belongs to Iceland"]),
    ]


def test_a_stated_length_is_set_against_the_clock_where_accounts_disagree():
    meeting = [said(line) for line in lines_of(SECTION["engagements"]) if "Bergen" in said(line)]
    assert len(meeting) == 1
    assert "10:00–11:10 (1 hour 10 minutes by the clock); stated length 45 minutes; accounts disagree" in meeting[0]


def test_the_timeline_names_the_cause():
    (visit,) = [said(line) for line in lines_of(SECTION["timeline"]) if "Reykjavik" in said(line)]
    assert visit == (
        "Visit of Astrid Holm, Reykjavik: cancelled by Norway; because of: "
        "Maritime incident by Iceland against Norway, March 2031"
    )


def test_indirect_speech_stands_without_quotation_marks():
    kinds = {said(line).split(":")[0]: [r.kind for r in line.runs] for line in lines_of(SECTION["statements"])}
    assert kinds == {"Astrid Holm": ["plain", "quote"], "Jon Falk": ["plain", "words"]}


def test_states_that_promise_together_promise_each_other():
    joint = replace(PROMISE, by=("IS", "NO"), to=("NO", "IS"))
    brief = brief_of(replace(invented_view(), commitments=(entry(joint),)))
    (line,) = lines_of(next(s for s in brief.sections if s.key == "commitments"))
    assert said(line).startswith("Norway and Iceland | each other | not tow the wreck")


def test_an_unknown_date_and_place_are_said_to_be_unknown():
    talks = said(lines_of(SECTION["engagements"])[0])
    assert talks == "date not stated | Talks | Norway and Iceland | not stated | not stated | held"


def test_those_in_no_entry_and_those_named_in_no_words_are_counted_not_dropped():
    people = (*PEOPLE, Party(name="Nowhere Man", kind="person"), Party(name="coast guard", kind="body"))
    brief = brief_of(replace(invented_view(), people=people))
    (remark,) = [b for b in next(s for s in brief.sections if s.key == "cast").blocks if not isinstance(b, Sides)]
    assert remark.text.startswith("2 others left out")


def test_a_guest_of_no_state_and_no_office_is_only_counted():
    guest = Party(name=PRESS.text.split()[0], kind="person")
    sections = brief_of(replace(invented_view(), people=(*PEOPLE, guest))).sections
    blocks = next(s for s in sections if s.key == "cast").blocks
    assert [b.text[:16] for b in blocks if not isinstance(b, Sides)] == ["1 other left out"]


def test_an_empty_section_says_so_in_one_line():
    brief = brief_of(View(states=("NO", "IS")))
    assert [s.key for s in brief.sections] == [key for key, *_ in SECTIONS]
    assert all(not s.blocks and s.empty.endswith(".") for s in brief.sections)
    assert brief.notes == ()


def test_a_document_that_is_not_in_the_view_still_gives_its_words():
    brief = brief_of(replace(invented_view(), documents={}))
    assert {n.publisher for n in brief.notes} == {"publisher not stated"}
    assert SAID.content[0].text in {n.words for n in brief.notes} | {
        n.words.split('"')[1] for n in brief.notes if '"' in n.words
    }


def test_a_note_shows_the_rest_of_the_paragraph_and_no_more():
    note = next(n for n in BRIEF.notes if n.words == CANCELLED.evidence[0].text)
    assert note.around == ("In March an Icelandic patrol boat cut a Norwegian buoy loose. ", ".")


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2031", "2031"),
        ("2031-06", "June 2031"),
        ("2031-06-09", "9 June 2031"),
        ("2031-06-09T08:05", "9 June 2031, 08:05"),
    ],
)
def test_a_date_is_spelled_as_precisely_as_it_is_known(iso, expected):
    assert spelled(iso) == expected


@pytest.mark.parametrize(
    ("first", "last", "basis", "expected"),
    [
        ("2031-06-18", "2031-06-19", None, "18–19 June 2031"),
        ("2031-06-30", "2031-07-02", None, "30 June 2031 – 2 July 2031"),
        ("2031", "2032", None, "2031 – 2032"),
        ("2031-06-18", None, "inferred", "18 June 2031 (inferred)"),
        (None, None, None, "date not stated"),
    ],
)
def test_the_days_of_an_engagement_are_spelled_together(first, last, basis, expected):
    visit = finding(
        Engagement, words(PRESS, "a visit"), kind="visit", status="held", date=first, end_date=last, date_basis=basis
    )
    assert Wording().dates(visit) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (330, "5 hours 30 minutes")]
)
def test_a_length_is_told_in_hours_and_minutes(minutes, expected):
    assert length(minutes) == expected


def test_clock_times_run_over_midnight():
    assert minutes_between("23:50", "00:20") == 30


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_listed_as_in_a_sentence(items, expected):
    assert listed(items) == expected


def test_long_words_are_cut_between_words():
    assert shortened("sea " * 100).endswith("sea …")
    assert len(shortened("x" * 500)) == 322


def test_what_documents_tell_differently_stands_with_both_accounts_and_its_size():
    rows = [said(row) for row in lines_of(SECTION["discrepancies"])]
    assert rows[-1].startswith("meeting, Bergen, 13 May 2031: length of the engagement | Duration (small)")
    told = "45 minutes (Harbour Press) | received his Norwegian colleague for a full hour (Government of Iceland)"
    assert rows[-1].endswith(told)


@pytest.mark.parametrize(
    ("person", "office", "marked"),
    [("imma-tor", "AD/foreign_minister", True), ("antony-blinken", "US/foreign_minister", False)],
)
def test_an_office_whose_days_nobody_checked_is_marked(person, office, marked):
    falk = Party(
        name="Jon Falk", kind="person", state="IS", person_id=person, office="Foreign Minister", office_id=office
    )
    brief = brief_of(replace(invented_view(), people=(falk,)))
    (line,) = lines_of(next(section for section in brief.sections if section.key == "cast"))
    assert ("Foreign Minister (days unverified)" in said(line)) is marked
    assert party_to_json(falk)["days_unverified"] is marked
