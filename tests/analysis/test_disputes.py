"""Documents that tell one thing differently are in dispute, unless both can be right or one corrects the other."""

import pytest

from detente.analysis.disputes import disputes
from detente.model.document import Document
from detente.model.findings import ChannelReport, Commitment, Engagement, Incident
from detente.model.view import Entry, View
from invented_view import finding

MET = {"kind": "meeting", "states": ("NO", "IS"), "status": "held", "date": "2031-05-14"}
PROMISED = {"by": ("NO",), "to": ("IS",), "what": "x", "polarity": "do", "strength": "promised"}
LINE = {"kind": "military", "states": ("NO", "IS"), "status": "open"}
RAMMED = {"kind": "maritime", "by": ("IS",), "against": ("NO",), "date": "2031-03-02", "effect": "strain"}


def told(layer, *reports, **shared):
    """A view of one entry: each report is publisher, day, text (its words to cite between bars) and fields."""
    documents, findings = [], []
    for publisher, day, text, fields in reports:
        before, cited, after = text.split("|")
        document = Document(before + cited + after, publisher=publisher, published=day)
        span = document.span(len(before), len(before) + len(cited))
        documents.append(document)
        findings.append(finding(layer, span, **(shared | fields)))
    entry = Entry(id=findings[0].id, best=findings[0], findings=tuple(findings))
    return View(states=("NO", "IS"), documents={d.id: d for d in documents}, **{layer.layer: (entry,)})


def reports(*rows):
    """Reports of different houses on following days."""
    houses = ("Harbour Press", "Fjord Wire", "Government of Iceland")
    return [(houses[n], f"2031-05-{15 + n}", text, fields) for n, (text, fields) in enumerate(rows)]


@pytest.mark.parametrize(
    ("layer", "shared", "rows", "found"),
    [
        (
            Engagement,
            MET,
            [("|Holm and Falk met for 30 minutes.|", {}), ("|The two ministers talked for 90 minutes.|", {})],
            ("duration", "material"),
        ),
        (
            Engagement,
            MET,
            [("|Holm met Falk for an hour and a half.|", {"duration_min": 90}), ("|They met.|", {"duration_min": 60})],
            ("duration", "small"),
        ),
        (
            Engagement,
            MET,
            [("|They met for exactly 42 minutes.|", {}), ("|The meeting took 45 minutes.|", {})],
            ("duration", "rounding"),
        ),
        (
            Engagement,
            MET,
            [("|They met in Bergen.|", {"start": "10:00", "end": "13:00"}), ("|The talks lasted 60 minutes.|", {})],
            ("duration", "material"),
        ),
        (
            Engagement,
            MET,
            [("|They met on 10 May.|", {"date": "2031-05-10"}), ("|They met on 14 May.|", {})],
            ("date", None),
        ),
        (
            Engagement,
            MET,
            [("|Holm met Falk in Bergen.|", {}), ("The office |denied that Holm met Falk in Bergen|.", {})],
            ("denial", None),
        ),
        (
            Engagement,
            MET,
            [
                ("|Holm met Falk in Bergen.|", {}),
                ("|The meeting was called off at the last hour.|", {"status": "cancelled"}),
            ],
            ("denial", None),
        ),
        (
            Engagement,
            MET,
            [("|They met and agreed on twelve licences.|", {}), ("|They met and settled four licences.|", {})],
            ("number", "material"),
        ),
        (
            Commitment,
            PROMISED,
            [("|Norway will give Iceland 40 patrol boats|.", {}), ("|Norway will give Iceland 36 boats|.", {})],
            ("number", "small"),
        ),
        (
            Commitment,
            PROMISED,
            [("|Norway will pay $3 billion|.", {}), ("|Norway will pay $1.2 billion|.", {})],
            ("number", "material"),
        ),
        (
            Commitment,
            PROMISED,
            [
                ("|Norway will tow the wreck|.", {"due": "2031-08"}),
                ("|Norway will tow the wreck|.", {"due": "2031-10"}),
            ],
            ("date", None),
        ),
        (
            Commitment,
            PROMISED,
            [("|Norway promised to tow the wreck|.", {}), ("Holm |denied having promised to tow the wreck|.", {})],
            ("denial", None),
        ),
        (
            ChannelReport,
            LINE,
            [
                ("|The line went live in June.|", {"since": "2030-06"}),
                ("|It is open since March.|", {"since": "2030-03"}),
            ],
            ("date", None),
        ),
        (
            Incident,
            RAMMED,
            [("|An Icelandic boat hurt three sailors|.", {}), ("|The boat hurt eight sailors|.", {})],
            ("number", "material"),
        ),
        (
            Incident,
            RAMMED,
            [("|A boat rammed a buoy|.", {}), ("Iceland said that |no such ramming of a buoy took place|.", {})],
            ("denial", None),
        ),
    ],
)
def test_what_cannot_both_be_right_is_in_dispute(layer, shared, rows, found):
    (dispute,) = disputes(told(layer, *reports(*rows), **shared))
    assert (dispute.kind, dispute.size) == found
    assert dispute.a[0].doc != dispute.b[0].doc


@pytest.mark.parametrize(
    ("layer", "shared", "rows"),
    [
        (Engagement, MET, [("|They met for around 30 minutes.|", {}), ("|They met for 35 minutes.|", {})]),
        (Engagement, MET, [("|They met for more than an hour.|", {}), ("|The talks took 85 minutes.|", {})]),
        (Engagement, MET, [("|They met for up to two hours.|", {}), ("|The talks took 85 minutes.|", {})]),
        (Engagement, MET, [("|They met.|", {}), ("|They met on Thursday, Bergen time.|", {"date": "2031-05-15"})]),
        (Engagement, MET, [("|They met.|", {"date": "2031-05"}), ("|They met.|", {})]),
        (
            Engagement,
            MET,
            [
                ("|Holm met Falk.|", {}),
                ("|They met from 12 to 14 May.|", {"date": "2031-05-12", "end_date": "2031-05-14"}),
            ],
        ),
        (Engagement, MET, [("|The two will meet.|", {"status": "planned", "date": "2031-05-20"}), ("|They met.|", {})]),
        (Engagement, MET, [("|They met with 12 aides.|", {}), ("|They met over 4 licences.|", {})]),
        (Engagement, MET, [("|They met on 14 May 2031.|", {}), ("|They met in 2031.|", {})]),
        (Commitment, PROMISED, [("|Norway will give some 40 boats|.", {}), ("|Norway will give 42 boats|.", {})]),
        (
            Commitment,
            PROMISED,
            [("|Norway will give two tugs and five tugs later|.", {}), ("|Norway will give 9 tugs|.", {})],
        ),
        (Commitment, PROMISED, [("|Norway will give at least ten boats|.", {}), ("|Norway will give 12 boats|.", {})]),
        (
            ChannelReport,
            LINE,
            [("|The line was cut.|", {"status": "suspended"}), ("|It is open again.|", {"status": "restored"})],
        ),
        (Incident, RAMMED, [("|A boat hurt three sailors|.", {}), ("The count was |corrected to eight sailors|.", {})]),
    ],
)
def test_what_can_both_be_right_is_no_dispute(layer, shared, rows):
    assert disputes(told(layer, *reports(*rows), **shared)) == ()


def test_a_house_that_tells_it_anew_corrects_what_it_told_before():
    view = told(
        Incident,
        ("Harbour Press", "2031-03-03", "|The boat hurt three sailors|.", {}),
        ("Harbour Press", "2031-03-05", "|The boat hurt eight sailors|.", {}),
        ("Fjord Wire", "2031-03-06", "|The boat hurt eight sailors|.", {}),
        **RAMMED,
    )
    assert disputes(view) == ()


def test_a_contact_called_off_before_its_day_and_held_after_all_is_a_history():
    view = told(
        Engagement,
        ("Harbour Press", "2031-05-10", "|Holm called the meeting off|.", {"status": "cancelled"}),
        ("Fjord Wire", "2031-05-15", "|Holm met Falk after all|.", {}),
        **MET,
    )
    assert disputes(view) == ()


def test_what_most_tell_stands_first_with_all_who_tell_it():
    rows = reports(
        ("|They met for 90 minutes.|", {}), ("|They met for 30 minutes.|", {}), ("|It took 30 minutes.|", {})
    )
    (dispute,) = disputes(told(Engagement, *rows, **MET))
    assert [span.text for span in dispute.a] == ["for 30 minutes", "took 30 minutes"]
    assert [span.text for span in dispute.b] == ["for 90 minutes"]


def test_a_report_of_one_document_is_in_no_dispute():
    view = told(Engagement, ("Harbour Press", "2031-05-15", "|They met for 30 or 90 minutes.|", {}), **MET)
    assert disputes(view) == ()
