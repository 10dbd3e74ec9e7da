from dataclasses import replace

import pytest

from detente import analysis
from detente.analysis import ANALYSES, analysis_named
from detente.errors import ChoiceError
from detente.model.dossier import Party
from detente.model.view import View
from invented_view import (
    AGAIN,
    ANSWERED,
    BUOY,
    CANCELLED,
    ICELAND_HOLDS,
    LENGTHS,
    LOW,
    MEETING,
    NORWAY_HOLDS,
    OFFICIAL,
    PLANNED,
    PRESS,
    PROMISE,
    SAID,
    SILENT,
    UNDATED,
    WARM,
    entry,
    finding_ids,
    ids,
    invented_view,
)

VIEW = invented_view()


def test_the_timeline_runs_in_order_of_time_with_a_promise_on_the_day_of_its_report():
    found = analysis.timeline(VIEW)
    assert ids(h.entry for h in found) == finding_ids(BUOY, CANCELLED, MEETING, PROMISE)
    assert [(h.date, h.reported) for h in found][-2:] == [("2031-05-13", False), ("2031-05-14", True)]


def test_the_timeline_says_what_led_to_what():
    causes = {h.entry.id: ids(h.because_of) for h in analysis.timeline(VIEW)}
    assert causes[CANCELLED.id] == [BUOY.id]
    assert causes[MEETING.id] == []


def test_a_cause_that_is_known_only_by_a_later_report_still_leads_to_its_entry():
    second = replace(CANCELLED, date="2031-03-20", because_of=(SILENT.id,))
    view = replace(VIEW, engagements=(entry(CANCELLED, second),))
    causes = {h.entry.id: set(ids(h.because_of)) for h in analysis.timeline(view)}
    assert causes[CANCELLED.id] == {BUOY.id, SILENT.id}


def test_what_has_no_date_stands_apart_from_the_timeline():
    assert ids(analysis.undated(VIEW)) == [UNDATED.id]


def test_what_is_planned_or_due_after_the_last_known_day_lies_ahead_the_soonest_first():
    assert ids(analysis.ahead(VIEW)) == finding_ids(PLANNED, PROMISE)


def test_nothing_lies_ahead_once_its_day_has_passed():
    later = invented_view(as_of="2031-12-01")
    assert analysis.ahead(later) == ()
    assert PLANNED.id in ids(h.entry for h in analysis.timeline(later))


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2031-06-15", [PLANNED.id, PROMISE.id]), ("2031-07-01", [PROMISE.id])]
)
def test_a_month_may_still_lie_ahead_until_its_last_day(as_of, expected):
    assert ids(analysis.ahead(invented_view(as_of=as_of))) == expected


def test_the_cast_names_the_views_own_states_first_and_leaves_states_out():
    assert [(m.name, m.state) for m in analysis.cast(VIEW)] == [
        ("Astrid Holm", "NO"),
        ("Jon Falk", "IS"),
        ("diplomat", None),
    ]


def test_the_cast_counts_entries_and_shows_where_a_name_stands():
    holm = analysis.cast(VIEW)[0]
    assert holm.appearances == len({SAID.id, CANCELLED.id, MEETING.id, PLANNED.id})
    assert holm.words is not None
    assert PRESS.holds(holm.words)
    assert holm.words.text == "Astrid Holm"


def test_a_person_of_two_offices_is_one_member_even_where_a_document_gives_no_state():
    people = (
        Party(name="Jon Falk", kind="person"),
        Party(name="Jon Falk", kind="person", state="IS", office="Minister for Foreign Affairs"),
        Party(name="Jon Falk", kind="person", state="IS", office="Prime Minister"),
    )
    members = analysis.cast(replace(VIEW, people=people))
    assert [(m.name, m.state, m.offices) for m in members] == [
        ("Jon Falk", "IS", ("Minister for Foreign Affairs", "Prime Minister"))
    ]


def test_the_highest_office_of_a_state_comes_first():
    people = (
        Party(name="Astrid Holm", kind="person", state="NO", office="Foreign Minister", role="foreign_minister"),
        Party(name="Ole Bakke", kind="person", state="NO", office="Prime Minister", role="head_of_government"),
    )
    assert [m.name for m in analysis.cast(replace(VIEW, people=people))] == ["Ole Bakke", "Astrid Holm"]


def test_a_surname_within_another_word_names_nobody():
    people = (Party(name="Per Bergen", kind="person"), Party(name="Ida Coa", kind="person"))
    words = {m.name: m.words for m in analysis.cast(replace(VIEW, people=people))}
    assert words["Per Bergen"] is not None
    assert words["Ida Coa"] is None


def test_a_line_of_contact_shows_its_latest_status_first():
    (line,) = analysis.channels(VIEW)
    assert ids(line.entries) == finding_ids(AGAIN, SILENT)


def test_a_line_told_in_one_entry_keeps_its_earlier_status():
    (line,) = analysis.channels(replace(VIEW, channels=(replace(entry(SILENT, AGAIN), best=AGAIN),)))
    assert line.earlier == (SILENT,)


def test_positions_on_an_issue_stand_under_their_sides():
    (stance,) = analysis.positions(VIEW)
    assert {state: ids(held) for state, held in stance.by_state.items()} == {
        "NO": [NORWAY_HOLDS.id],
        "IS": [ICELAND_HOLDS.id],
    }


def test_a_side_without_an_assessment_keeps_its_empty_place_and_others_stand_last():
    assert {state: ids(e) for state, e in analysis.assessments(VIEW).items()} == {
        "NO": [],
        "IS": [WARM.id],
        "": [LOW.id],
    }


def test_statements_stand_under_the_state_they_speak_for():
    assert {state: ids(e) for state, e in analysis.statements(VIEW).items()} == {"NO": [SAID.id], "IS": [ANSWERED.id]}


def test_a_meeting_told_in_two_lengths_is_disputed_and_no_other():
    assert {key: ids(found) for key, found in analysis.contested(VIEW).items()} == {MEETING.id: [LENGTHS.id]}


def test_accounts_tell_official_ones_from_the_press():
    assert [(a.publisher, a.official, a.documents) for a in analysis.accounts(VIEW)] == [
        ("Government of Iceland", ("IS",), (OFFICIAL,)),
        ("Harbour Press", (), (PRESS,)),
    ]


def test_the_lead_holds_the_latest_contact_the_restored_line_the_promise_and_the_next_meeting():
    found = analysis.lead(VIEW)
    assert [ids(part) for part in found] == [[MEETING.id], [AGAIN.id], [PROMISE.id], [PLANNED.id]]


def test_a_promise_whose_day_has_passed_is_not_open():
    assert analysis.lead(invented_view(as_of="2031-10-01")).promised == ()


def test_a_contact_said_to_be_held_after_the_last_known_day_does_not_lead():
    future = replace(MEETING, date="2032")
    assert analysis.lead(replace(VIEW, engagements=(entry(future),))).met == ()


NOT_SHOWN = {"quotations", "missing", "accuracy"}
"""What two documents that nobody reviewed cannot show: see test_silence.py, test_reviewing.py, test_quotations.py."""


@pytest.mark.parametrize("question", ANALYSES, ids=lambda a: a.name)
def test_every_analysis_answers_a_full_and_an_empty_view(question):
    assert question.of(VIEW) or question.name in NOT_SHOWN
    assert not any(_leaves(question.of(View(states=("NO", "IS")))))


def _leaves(answer):
    if isinstance(answer, dict):
        return [leaf for value in answer.values() for leaf in _leaves(value)]
    if isinstance(answer, tuple):
        return [leaf for value in answer for leaf in _leaves(value)]
    return [answer]


def test_an_unknown_question_names_those_there_are():
    with pytest.raises(ChoiceError, match="timeline"):
        analysis_named("gossip")
