"""A quotation is laid beside the official text of its occasion; where there is none, nothing is claimed."""

from dataclasses import replace

import pytest

from detente.analysis.quotations import quotations
from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.occurrence import REPORTER
from detente.model.view import View
from invented_view import entry, finding, words

SAID = "Norway will not close the northern shelf to Icelandic trawlers this winter"
PRINTED = "Norway will never close the northern shelf to Icelandic trawlers this winter"
ASTRID, JON = "astrid-holm", "jon-falk"


def official(text=f"Minister Holm: {SAID}. That is all.", day="2031-05-14", *states):
    return Document(text, publisher="Government of Norway", published=day, account_of=states or ("NO",))


def press(quotation=PRINTED, day="2031-05-15", publisher="Harbour Press", **fields):
    return Document(f"“{quotation},” Holm said.", publisher=publisher, published=day, **fields)


def said(document, text, **fields):
    """A statement of these words in the document; by default Holm says them word for word."""
    facts = {"speaker": "Astrid Holm", "state": "NO", "mode": "direct", "person_id": ASTRID} | fields
    span = words(document, text)
    return finding(Statement, span, content=(span,), **facts)


def collated(documents, *statements):
    told = View(
        states=("NO", "IS"),
        documents={d.id: d for d in documents},
        statements=tuple(entry(statement) for statement in statements),
    )
    return quotations(told)


def differing(marked):
    return [text for text, differs in marked if differs]


def test_other_words_are_shown_on_both_sides():
    report, text = press(), official()
    (found,) = collated((report, text), said(report, PRINTED))
    assert (differing(found.words), differing(found.told), found.size) == (["never"], ["not"], "material")
    assert "".join(text for text, _ in found.words) == PRINTED
    assert found.official.text == SAID
    assert [span.text for span in found.quoted] == [PRINTED]


@pytest.mark.parametrize(
    ("quotation", "size"),
    [
        (SAID, None),
        ("Norway will not close the northern shelf … this winter", None),
        ("Norway won’t close the northern shelf to Icelandic trawlers this winter", "small"),
        ("Norway will not close a northern shelf to Icelandic trawlers this winter", "small"),
        ("Norway will not close the northern shelf to 12 Icelandic trawlers this winter", "material"),
    ],
)
def test_the_size_tells_how_much_the_differing_words_do(quotation, size):
    report, text = press(quotation), official()
    (found,) = collated((report, text), said(report, quotation))
    assert found.size == size
    assert bool(differing(found.words) or differing(found.told)) == (size is not None)


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (official(day="2031-05-11"), press()),
        (official(day="2031-05-17"), press()),
        (official(day="2031-05"), press()),
        (official(), press(day=None)),
        (official("Minister Holm: the harbour opens at six.", "2031-05-14"), press()),
        (replace(official(), account_of=("IS",)), press()),
        (official(), press(account_of=("NO",))),
    ],
)
def test_without_an_official_text_of_that_side_and_day_nothing_is_claimed(text, report):
    assert collated((report, text), said(report, PRINTED)) == ()


def test_the_day_on_which_words_were_said_leads_to_the_text_of_that_day():
    report, text = press(day="2031-06-20"), official()
    assert collated((report, text), said(report, PRINTED)) == ()
    (found,) = collated((report, text), said(report, PRINTED, said_on="2031-05-14"))
    assert found.size == "material"


def test_the_other_side_may_be_who_quotes():
    report, text = press(account_of=("IS",)), official()
    assert len(collated((report, text), said(report, PRINTED))) == 1


@pytest.mark.parametrize(
    "voice",
    [
        {"speaker": REPORTER, "state": None, "person_id": None},
        {"speaker": "Jon Falk", "state": "IS", "person_id": JON},
        {"speaker": "Kari Lund", "state": "NO", "person_id": "kari-lund"},
    ],
)
def test_a_passage_that_another_speaks_is_not_the_one_quoted(voice):
    report, text = press(), official()
    assert collated((report, text), said(report, PRINTED), said(text, SAID, **voice)) == ()


def test_what_an_official_text_tells_indirectly_differs_only_in_telling_words():
    account = official("Holm said that Norway would not close its northern shelf to trawlers from Iceland this winter.")
    told = "Norway would not close its northern shelf to trawlers from Iceland this winter"
    for quotation, size in (
        ("Norway will not close our northern shelf to trawlers from Iceland this winter", None),
        ("Norway will never close our northern shelf to trawlers from Iceland this winter", "material"),
    ):
        report = press(quotation)
        (found,) = collated((report, account), said(report, quotation), said(account, told, mode="indirect"))
        assert (found.size, bool(differing(found.words))) == (size, size is not None)


def test_indirect_words_of_a_report_are_no_quotation_but_those_between_marks_are():
    report = Document(f"Holm said “{PRINTED}” on deck.", published="2031-05-15")
    held = (report, official())
    content = report.text[len("Holm said ") : -1]
    assert collated(held, said(report, content, mode="indirect")) == ()
    (found,) = collated(held, said(report, content, mode="mixed"))
    assert found.quoted[0].text == PRINTED


def test_of_several_texts_the_one_with_the_same_words_is_laid_beside_it():
    early, late = official(f"{PRINTED}, they had hoped.", "2031-05-13"), official()
    report = press()
    (found,) = collated((report, early, late), said(report, PRINTED))
    assert (found.size, found.official.doc) == (None, early.id)


def test_the_same_quotation_in_several_reports_is_one():
    first, second = press(day="2031-05-14"), press(publisher="Fjord Wire")
    (found,) = collated((second, first, official()), said(second, PRINTED), said(first, PRINTED))
    assert [span.doc for span in found.quoted] == [first.id, second.id]
