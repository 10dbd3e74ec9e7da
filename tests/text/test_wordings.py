"""A formulation is found in all its forms, and in no other words."""

import pytest

from detente.text.wordings import forms_of, indexed_forms, stem_of


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("de-risking", "De-risk, derisked and de‑risks; but at risk", ["De-risk", "derisked", "de‑risks"]),
        ("derisking", "derisks, de-risks", ["derisks"]),
        ("one China policy", "our One-China policies; one\nChina policy", ["One-China policies", "one\nChina policy"]),
        ("guardrail", "Guardrails were put up", ["Guardrails"]),
        ("zero-sum game", "zero sum games, a zerosum gamester", ["zero sum games"]),
        ("plan", "they planned, planning planets", ["planned", "planning"]),
        ("press", "pressed, pressing, the pres", ["pressed", "pressing"]),
        ("play", "plays, played, plaid", ["plays", "played"]),
        ("small yard high fence", "a small yard, high fences", ["small yard, high fences"]),
        ("wait, see and act", "wait see and act", ["wait see and act"]),
        ("small yard", "It is small. Yard work", []),
        ("step for step", "we asked for a step, for steps matter", []),
        ("fair and open", "fair, and open", ["fair, and open"]),
        ("trim, not cut", "to trim and mend, not cut", ["trim and mend, not cut"]),
        ("trim not cut", "to trim and mend, not cut", []),
        ("Silver Roof", "silver roofs; the Silver Roof; SILVER ROOF", ["Silver Roof", "SILVER ROOF"]),
        ("Plan for Growth", "a plan for growth, the Plan for Growth", ["Plan for Growth"]),
        ("Build It Again World", "build it again, World Day", []),
        ("One Narland", "one Narland; when this is one, Narland", ["one Narland"]),
        ("Article 5", "article 5 of; article 51", ["article 5"]),
        ("和平共处", "坚持和平共处五项原则", ["和平共处"]),
        ("...", "dots ... here", []),
    ],
)
def test_a_phrase_finds_its_forms(phrase, text, found):
    assert forms_of(phrase).findall(text) == found


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("risking", "risk"),
        ("planned", "plan"),
        ("policies", "polic"),
        ("policy", "polic"),
        ("pressing", "press"),
        ("use", "use"),
        ("5G", "5g"),
    ],
)
def test_inflected_words_share_a_stem(word, stem):
    assert stem_of(word) == stem


def test_a_hyphened_phrase_is_looked_up_apart_and_as_one_word():
    assert list(indexed_forms("de-risking now")) == [("de", "risk", "now"), ("derisk", "now")]
