"""What a side keeps saying is found, with its variants, and what it dropped."""

from detente.analysis.formulations import formulations
from detente.model.document import Document
from detente.model.findings import Position
from detente.model.view import Entry, View

OLD = "The shelf question admits no third party."
NEW = "Patience keeps its own tide."


def view_of(*texts: str, account: tuple[str, ...] = ("IS",)) -> View:
    """One readout a month with one position each, the whole text its words."""
    documents = [
        Document(text, name=f"r{n}", published=f"2031-{n:02}-01", account_of=account) for n, text in enumerate(texts, 1)
    ]
    held = [
        Position(
            evidence=(d.span(0, len(d.text)),),
            confidence=0.8,
            extractor="hand/1",
            state="IS",
            issue="border_territory",
            summary=d.text,
        )
        for d in documents
    ]
    entries = tuple(Entry(id=p.id, best=p, findings=(p,)) for p in held)
    return View(states=("NO", "IS"), documents={d.id: d for d in documents}, positions=entries)


def found(view: View) -> list[tuple[str, int, str]]:
    return [(f.form.words, f.form.documents, f.standing) for f in formulations(view)["IS"]]


def test_words_that_recur_are_a_formulation_at_their_full_length():
    assert found(view_of(OLD, OLD, OLD)) == [("shelf question admits no third party", 3, "standing")]


def test_words_said_twice_are_none_yet():
    assert found(view_of(OLD, OLD, NEW)) == []


def test_what_the_latest_accounts_lack_was_dropped_and_what_only_they_have_is_new():
    assert found(view_of(OLD, OLD, OLD, NEW, NEW, NEW)) == [
        ("Patience keeps its own tide", 3, "new"),
        ("shelf question admits no third party", 3, "dropped"),
    ]


def test_wordings_around_one_core_are_variants_of_it():
    later = "The shelf question admits no third power."
    view = view_of(OLD, OLD, OLD, OLD, later, later, later)
    (one,) = formulations(view)["IS"]
    assert one.form.words == "shelf question admits no third"
    assert [(v.words, v.documents) for v in one.variants] == [
        ("shelf question admits no third party", 4),
        ("shelf question admits no third power", 3),
    ]


def test_the_press_makes_no_formulation():
    assert found(view_of(OLD, OLD, OLD, account=())) == []


def test_a_form_tells_where_it_stands_first_and_last():
    view = view_of(NEW, OLD, OLD, OLD, NEW)
    (one,) = formulations(view)["IS"]
    days = [view.documents[span.doc].published for span in (one.form.first, one.form.last)]
    assert days == ["2031-02-01", "2031-04-01"]
