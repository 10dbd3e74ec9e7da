"""Trees that the parser builds wrong, set right."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "verb", "aim"),
    [
        ("Helen Clark spoke today with Prime Minister Naftali Bennett of Israel to reaffirm the warm and historic bond.",
         "Bennett", "spoke", "reaffirm"),
        ("President Biden spoke today with President Abdel Fattah El-Sisi of Egypt to address their efforts.",
         "Sisi", "spoke", "address"),
        ("Helen Clark met with Lena Berg to discuss the ferry.", "Berg", "met", "discuss"),
    ],
)  # fmt: skip
def test_whom_one_spoke_with_is_no_subject_of_what_it_was_for(english, text, name, verb, aim):
    tokens = {t.text: t for t in english(text).tokens}
    assert (tokens[name].dep, tokens[name].head.lower, tokens[name].head.head.text) == ("pobj", "with", verb)
    assert tokens[aim].head is tokens[verb]
    for token in tokens.values():
        assert token.head is token or token in token.head.children
        assert all(child.head is token for child in token.children)


def test_what_is_told_with_its_subject_stays_as_it_is(english):
    tokens = {t.text: t for t in english("With Lena Berg to speak, the ferry sailed.").tokens}
    assert tokens["speak"].head is not tokens["Berg"]
