"""Who said it first, in which forms, how often."""

import pytest

from detente.analysis.wording import wordings
from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.occurrence import Occurrence


def use(
    text: str,
    *,
    day: str | None,
    account: tuple[str, ...] = (),
    state: str | None = None,
    said_on=None,
    mode="indirect",
):
    document = Document(f"Then {text} came.", published=day, account_of=account)
    span = document.span(5, 5 + len(text))
    told = None
    if state:
        told = Statement(
            evidence=(span,),
            content=(span,),
            confidence=0.9,
            extractor="hand/1",
            speaker="Someone",
            state=state,
            mode=mode,
            said_on=said_on,
        )
    return Occurrence(span=span, document=document, statement=told)


def test_each_state_has_its_own_wording_and_the_first_user_leads():
    found = wordings(
        [
            use("small yard", day="2023-04-27", account=("US",)),
            use("small yards", day="2022-10-13", account=("US",)),
            use("small yard", day="2021-06-01", account=("CN",)),
        ]
    )
    assert [(w.state, w.first.day, w.last.day) for w in found] == [
        ("CN", "2021-06-01", "2021-06-01"),
        ("US", "2022-10-13", "2023-04-27"),
    ]
    assert dict(found[1].years) == {"2022": 1, "2023": 1}


def test_forms_are_counted_apart_from_case_and_line_breaks():
    found = wordings(
        [
            use("De-risking", day="2023-01-01", account=("US",)),
            use("de-risking", day="2023-01-02", account=("US",)),
            use("derisking", day="2023-01-03", account=("US",)),
        ]
    )
    assert [(v.words, v.times, v.first.day, v.last.day) for v in found[0].variants] == [
        ("De-risking", 2, "2023-01-01", "2023-01-02"),
        ("derisking", 1, "2023-01-03", "2023-01-03"),
    ]


@pytest.mark.parametrize(("official", "states"), [(True, []), (False, ["CN"])])
def test_a_rendering_by_the_press_counts_only_when_asked_for(official, states):
    found = wordings([use("core interest", day="2023-01-01", state="CN")], official=official)
    assert [w.state for w in found] == states


@pytest.mark.parametrize(("mode", "day"), [("direct", "2023-01-15"), ("indirect", "2023-02-01")])
def test_only_quoted_words_are_of_the_day_of_speech(mode, day):
    told = use("red line", day="2023-02-01", account=("CN",), state="CN", said_on="2023-01-15", mode=mode)
    (found,) = wordings([told])
    assert found.first.day == day


@pytest.mark.parametrize("said_on", ["2023", "2023-01", "2023-01-31"])
def test_a_month_or_year_is_no_earlier_than_a_day_in_it_and_no_later_than_the_text(said_on):
    dated = use("red line", day="2023-01-10", account=("CN",))
    vague = use("red lines", day="2023-01-20", account=("CN",), state="CN", said_on=said_on, mode="direct")
    after = use("red line", day="2023-01-25", account=("CN",))
    (found,) = wordings([vague, after, dated])
    assert [u.document.published for u in found.uses] == ["2023-01-10", "2023-01-20", "2023-01-25"]


def test_an_undated_use_is_neither_first_nor_last_where_others_are_dated():
    (found,) = wordings(
        [use("red line", day=None, account=("CN",)), use("red line", day="2023-02-01", account=("CN",))]
    )
    assert (found.first.day, found.last.day, len(found.uses)) == ("2023-02-01", "2023-02-01", 2)


def test_only_the_states_asked_for_answer():
    uses = [use("red line", day="2023-02-01", account=("CN",)), use("red line", day="2023-02-02", account=("US",))]
    assert [w.state for w in wordings(uses, states=["US"])] == ["US"]
