"""What people decided on whether findings are about one thing stands above the rules, in any order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.decision import Pairs
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.resolve.events import entry_of, group_findings


def report(name: str, date: str) -> Engagement:
    document = Document(f"Holm met Falk, writes {name}.", name=name, published="2024-05-15")
    return Engagement(
        kind="meeting",
        participants=("Astrid Holm", "Jon Falk"),
        states=("NO", "IS"),
        date=date,
        status="held",
        evidence=(document.span(0, 13),),
        confidence=0.5,
        extractor="x/1",
    )


A, B = report("a", "2024-05-14"), report("b", "2024-05-14")
C, D = report("c", "2024-05-20"), report("d", "2024-05-20")
ALL = (A, B, C, D)


def pairs(*links):
    """`pairs((A, "same", B), …)`."""
    of = {
        kind: frozenset(frozenset((a.id, b.id)) for a, said, b in links if said == kind)
        for kind in ("same", "different")
    }
    return Pairs(same=of["same"], different=of["different"])


def grouped(found, decided):
    names = {f.id: n for f, n in zip(ALL, "abcd", strict=True)}
    return {"".join(sorted(names[f.id] for f in group)) for group in group_findings(found, {}, decided)}


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ((), {"ab", "cd"}),
        (((A, "same", C),), {"abcd"}),
        (((A, "different", B),), {"a", "b", "cd"}),
        (((A, "same", C), (B, "different", C)), {"acd", "b"}),
        (((A, "same", C), (B, "different", D)), {"abc", "d"}),
        (((A, "same", C), (A, "different", D)), {"abc", "d"}),
        (((A, "same", C), (C, "same", B), (A, "different", B)), {"acd", "b"}),
    ],
)
def test_same_joins_whole_things_and_different_parts_them(links, groups):
    assert grouped(ALL, pairs(*links)) == groups


def test_a_decision_on_a_finding_that_is_not_there_says_nothing():
    assert grouped((A, B), pairs((A, "same", C), (B, "different", D))) == {"ab"}


def test_an_entry_holds_what_people_put_together():
    (group,) = group_findings(ALL, {}, pairs((A, "same", C)))
    entry = entry_of(group)
    assert {f.id for f in entry.findings} == {f.id for f in ALL}


REPORTS = tuple(report(str(n), f"2024-05-{14 + n % 3}") for n in range(7))
links = st.lists(
    st.tuples(st.sampled_from(list(combinations(REPORTS, 2))), st.sampled_from(["same", "different"])), max_size=6
)


@given(links=links, order=st.permutations(REPORTS))
def test_every_decision_that_contradicts_no_other_is_kept_in_any_order(links, order):
    decided = pairs(*((a, said, b) for (a, b), said in links))
    groups = [{f.id for f in group} for group in group_findings(order, {}, decided)]
    assert sorted(map(sorted, groups)) == sorted(sorted(f.id for f in g) for g in group_findings(REPORTS, {}, decided))
    assert sorted(id_ for g in groups for id_ in g) == sorted(f.id for f in REPORTS)
    assert not any(pair <= group for pair in decided.different for group in groups)
    if not decided.different:
        assert all(any(pair <= group for group in groups) for pair in decided.same)
