"""Acts told as a thing: rows written for the project."""

import pytest

from detente.extract.incidents import extract_incidents

# text, kind, by (empty: not known), against
NAMED = [
    ("The collapse of the talks between Ghana and Togo came late.", "other", "GH", "TG"),
    ("Togo left after a Ghanaian raid on its fleet.", "military", "GH", "TG"),
    ("The October 7 attack by Togo on Ghana was its theme.", "military", "TG", "GH"),
    ("The killing of two Ghanaian guards angered Togo.", "military", "", "GH"),
    ("Ghana condemned Togo's unprecedented missile and drone attack on Ghana in May.", "military", "TG", "GH"),
    ("The attacks on the Togolese embassy in Accra hurt Ghana.", "military", "", "TG"),
    ("Ghana regretted the destruction of a Ghanaian drone.", "military", "", "GH"),
    ("The sinking of a Ghanaian ferry by Togo was its theme.", "maritime", "TG", "GH"),
    ("The spying on Ghanaian ministers by Togo was its theme.", "other", "TG", "GH"),
    ("The shooting of two Ghanaian guards angered Togo.", "other", "", "GH"),
    ("Togo's ban on Ghanaian fruit was its theme.", "sanction", "TG", "GH"),
    ("Togo's closure of the border with Ghana was its theme.", "closure", "TG", "GH"),
]


@pytest.mark.parametrize(("text", "kind", "by", "against"), NAMED)
def test_an_act_told_as_a_thing_is_an_incident(told, text, kind, by, against):
    (found,) = extract_incidents(*told(text))

    assert found.kind == kind
    assert by in found.by if by else not found.by
    assert against in found.against


@pytest.mark.parametrize(
    "text",
    [
        "They discussed Togo's war against Ghana.",
        "Togo's failure to address the flow of drugs into Ghana was noted.",
        "A further attack on Ghana by Togo would be answered.",
        "Ghana warned of a Togolese invasion.",
        "The threat of an attack by Togo on Ghana is low.",
        "Ghana and Togo deplored their attacks on ships.",
    ],
)
def test_topics_fears_and_shortcomings_are_none(told, text):
    assert not extract_incidents(*told(text))


def test_naming_again_what_a_verb_tells_is_no_second_incident(told):
    assert len(extract_incidents(*told("Togo bombed a depot in Ghana. Togo's attack on Ghana cost two lives."))) == 1
