"""What an account drops is missed once, as an issue or in its words."""

import pytest

from detente.analysis.missing import missing
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import Engagement
from detente.model.view import Entry, View

PEOPLE = (
    Party(name="Astrid Holm", kind="person", state="NO", role="foreign_minister"),
    Party(name="Jon Falk", kind="person", state="IS", role="foreign_minister", office="Warden of the Outer Harbours"),
)
MET = "Astrid Holm met Jon Falk."
CLIMATE, TARIFFS = "They spoke of climate change.", "They spoke of tariffs."


def report(n: int, text: str, account: tuple[str, ...]) -> tuple[Document, Engagement]:
    day = f"2031-{n:02}-01"
    document = Document(f"{MET} {text}", name=day, published=day, account_of=account)
    return document, Engagement(
        evidence=(document.span(0, len(MET)),),
        confidence=0.8,
        extractor="hand/1",
        kind="meeting",
        participants=("Astrid Holm", "Jon Falk"),
        states=("NO", "IS"),
        date=day,
        status="held",
    )


def accounts(*texts: str, account=("IS",)) -> View:
    reports = [report(n, text, account) for n, text in enumerate(texts, 1)]
    entries = tuple(Entry(id=e.id, best=e, findings=(e,)) for _, e in reports)
    return View(states=("NO", "IS"), documents={d.id: d for d, _ in reports}, people=PEOPLE, engagements=entries)


def told(*texts: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(m.document.published, m.issues, m.words) for m in missing(accounts(*texts))]


def test_an_issue_of_the_last_four_accounts_is_missed_in_the_next():
    assert told(*[CLIMATE] * 4, TARIFFS) == [("2031-05-01", ("climate",), "climate change")]


def test_it_is_missed_once_only():
    assert told(*[CLIMATE] * 4, TARIFFS, TARIFFS) == [("2031-05-01", ("climate",), "climate change")]


def test_what_three_accounts_had_is_not_missed():
    assert told(CLIMATE, CLIMATE, CLIMATE, TARIFFS) == []


def test_the_press_leaves_nothing_out():
    assert missing(accounts(*[CLIMATE] * 4, TARIFFS, account=())) == ()


def test_a_missing_item_cites_the_accounts_before():
    found = accounts(*[CLIMATE] * 4, TARIFFS)
    (gap,) = missing(found)
    assert [(found.documents[s.doc].published, s.text) for s in gap.before] == [
        (f"2031-{n:02}-01", "climate change") for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        pytest.param("She called it an ironclad pledge.", "She gave a pledge.", ["ironclad"], id="one rare word"),
        pytest.param(
            "They back territorial integrity.",
            "They back trade.",
            ["territorial integrity"],
            id="words that go together",
        ),
        pytest.param("They want territorial integrity.", "They want full territorial integrity.", [], id="told"),
        pytest.param("Open lines of communication help.", "Deep lines of communication help.", [], id="in part"),
        pytest.param("The Warden of the Outer Harbours spoke.", "They spoke.", [], id="an office"),
        pytest.param("They counted ironclads.", "One ironclad was counted.", [], id="an inflected word"),
    ],
)
def test_words_are_missed_where_no_part_of_them_is_left(before, now, words):
    assert [m.words for m in missing(accounts(*[before] * 4, now))] == words


def test_words_that_stood_a_little_apart_in_one_account_were_still_said():
    plain, apart = "A free and open Fjordland matters.", "A free, open, safe and wealthy Fjordland matters."
    assert told(plain, plain, plain, apart, TARIFFS) == [("2031-05-01", (), "free and open Fjordland matters")]


def test_an_issue_and_its_words_are_one_silence():
    (gap,) = missing(accounts(*["They want ambitious climate pledges."] * 4, "They ate."))
    assert (gap.issues, gap.words) == (("climate",), "want ambitious climate")


def test_an_issue_is_not_missed_where_a_hint_of_it_is_left():
    assert told(*["They spoke of climate."] * 4, "They spoke of forests.") == []


def test_a_wide_issue_beside_the_state_it_concerns_is_the_narrow_one():
    spoken = "Iran must have no nuclear weapon."
    assert [m.issues for m in missing(accounts(*[spoken] * 4, "They ate."))] == [("iran_nuclear", "nuclear_arms")]


def test_who_met_is_no_item():
    assert told(*[f"Archchancellor Jon Falk came. {TARIFFS}"] * 4, TARIFFS) == []
