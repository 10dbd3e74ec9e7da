"""Later words that may be steps of a promise are suggested with why; people decide, and dates lapse by arithmetic."""

from typing import Any

import pytest

from detente.analysis.followup import Life, checks_of, lives
from detente.model.decision import Decision, Review
from detente.model.document import Document
from detente.model.findings import Commitment
from detente.model.view import Entry, View

PROMISE = Document("Norway will return the research buoy to Iceland.", published="2031-01-05")
OTHERS = [Document(f"Ministers spoke of herring quota {n} and of ferries.", published="2031-02-01") for n in range(6)]


def promised(document: Document = PROMISE, **fields: Any) -> Commitment:
    given: dict[str, Any] = {
        "by": ("NO",),
        "what": "return the research buoy",
        "polarity": "do",
        "strength": "promised",
    }
    span = document.span(0, len(document.text))
    return Commitment(evidence=(span,), confidence=0.8, extractor="hand/1", **(given | fields))


def life(*later: Document, as_of: str | None = None, decisions=(), document: Document = PROMISE, **fields: Any) -> Life:
    finding = promised(document, **fields)
    reviews = {finding.id: Review(status="proposed", proposal=finding, decisions=decisions)} if decisions else {}
    documents = {d.id: d for d in (document, *OTHERS, *later)}
    entry = Entry(id=finding.id, best=finding, findings=(finding,))
    (only,) = lives(View(states=("NO", "IS"), as_of=as_of, documents=documents, commitments=(entry,), reviews=reviews))
    return only


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The research buoy was delivered to Iceland in March.", "kept"),
        ("Norway reiterated that the research buoy goes back to Iceland.", "repeated"),
        ("Talks on the return of the research buoy are under way.", "in_progress"),
        ("Norway has not given back the research buoy.", "broken"),
        ("Oslo denies that it ever promised the research buoy.", "disputed"),
        ("The research buoy is back in Iceland, and a treaty was signed but suspended.", "broken"),
    ],
)
def test_later_words_on_the_same_thing_suggest_a_step_by_what_they_tell(words, state):
    (step,) = life(Document(words, published="2031-03-01")).steps
    assert (step.state, step.day, step.decision) == (state, "2031-03-01", None)
    assert [span.text for span in (step.span,) if span] == [words]
    assert "buoy" in step.because
    assert 0 < (step.likelihood or 0) <= 1


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The research buoy was delivered to Iceland.", "2031-01-05"),
        ("The research buoy was delivered to Iceland.", "2030-12-01"),
        ("Ministers signed a text on herring and ferries.", "2031-03-01"),
    ],
)
def test_earlier_words_and_words_on_other_things_are_no_steps(words, day):
    assert life(Document(words, published=day)).steps == ()


def test_words_of_one_document_suggest_no_more_than_three_steps():
    text = "\n\n".join(f"The research buoy was seen, part {n}." for n in range(9))
    assert len(life(Document(text, published="2031-03-01")).steps) == 3


@pytest.mark.parametrize(
    ("due", "as_of", "lapsed"),
    [
        ("2031-02", "2031-03-01", True),
        ("2031-03", "2031-03-01", False),
        ("2031-03-01", "2031-03-01", False),
        (None, "2031-03-01", False),
    ],
)
def test_a_promise_lapses_when_its_date_is_over(due, as_of, lapsed):
    assert [s.state for s in life(as_of=as_of, due=due).steps] == (["lapsed"] if lapsed else [])


def test_what_a_person_decided_stands_in_the_life_until_it_is_undone():
    finding = promised()
    decided = Decision(
        kind="step",
        subject=finding.id,
        changes={"state": "kept", "rating": 1},
        reason="seen in Reykjavik",
        about=(),
        number=1,
        by="Ada",
        at="2031-04-01T10:00:00Z",
        previous="",
    )
    undone = Decision(
        kind="undo", subject=finding.id, undoes=1, about=(), number=2, by="Ada", at="2031-04-02T10:00:00Z", previous="x"
    )
    (step,) = life(decisions=(decided,)).steps
    assert (step.state, step.rating, step.day) == ("kept", 1, "2031-04-01")
    assert step.because == "decided by Ada: seen in Reykjavik"
    assert life(decisions=(decided, undone)).steps == ()


@pytest.mark.parametrize(
    ("words", "due", "found"),
    [
        ("They will cooperate in a good spirit.", None, ()),
        ("They will sign by then.", "2031-06", ("due date", "named act")),
        ("They will buy 12 ferries for the working group.", None, ("number", "named body", "named act")),
    ],
)
def test_a_promise_is_testable_by_date_number_body_and_act(words, due, found):
    assert checks_of(promised(Document(words), due=due)) == found


def test_a_body_to_be_made_is_an_instrument_and_a_change_in_the_world_an_outcome():
    assert life().part == "outcome"
    assert life(document=Document("They will set up a working group.", published="2031-01-05")).part == "instrument"
