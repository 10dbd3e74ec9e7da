"""Figures are read with what they count and how exactly they are told."""

import pytest

from detente.text.figures import figures_in, hedge_of, may_agree


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway lent twelve boats.", [(12, "twelve boats", None)]),
        ("They named 1,200 soldiers and 3 ships", [(1200, "1,200 soldiers", None), (3, "3 ships", None)]),
        ("about 40 patrol boats by June", [(40, "about 40 patrol boats", "about")]),
        ("at least two million tonnes of cod", [(2_000_000, "at least two million tonnes", "least")]),
        ("It will pay $3.5 billion.", [(3_500_000_000, "$3.5 billion", None)]),
        ("a duty of 15 per cent on cod", [(15, "15 per cent", None)]),
        ("On 14 May 2031 at 10:30 they met", []),
        ("two tugs and five tugs", [(2, "two tugs", None), (5, "five tugs", None)]),
        ("one of the ministers", []),
    ],
)
def test_figures_of_a_text(text, told):
    found = figures_in(text, 0, len(text))
    assert [(f.value, text[f.start : f.end], f.hedge) for f in found] == told


@pytest.mark.parametrize(
    ("words", "hedge"),
    [("for around", "about"), ("more than", "least"), ("just under", "most"), ("exactly", None), ("overtook", None)],
)
def test_how_exactly_a_figure_is_told(words, hedge):
    assert hedge_of(words) == hedge


@pytest.mark.parametrize(
    ("a", "b", "hedges", "agree"),
    [
        (30, 35, ("about", None), True),
        (30, 35, (None, None), False),
        (30, 60, ("about", None), False),
        (60, 85, ("least", None), True),
        (85, 60, ("least", None), False),
        (120, 85, ("most", None), True),
        (85, 120, (None, "most"), True),
    ],
)
def test_figures_agree_where_both_can_be_right(a, b, hedges, agree):
    assert may_agree(a, b, hedges, rounding=5) is agree
