"""Names of states that mean something at home."""

import pytest

from detente.model.document import Document
from detente.text.namesakes import namesakes_in


@pytest.mark.parametrize(
    ("text", "home", "not_meant"),
    [
        ("The governor of Georgia asked for help.", "US", {"GE"}),
        ("Georgian troops left Tbilisi.", "US", set()),
        ("Tribes of Indiana wove nets.", "US", {"IN"}),
        ("Storms crossed Alabama and Georgia.", None, {"GE"}),
        ("Georgia asked for help.", None, set()),
        ("The tribal nations spoke of the Indian schools.", None, {"IN"}),
        ("The Indian minister came from New Delhi to speak of tribal lands.", "US", set()),
    ],
)
def test_a_name_means_a_place_at_home_where_nothing_shows_the_state(text, home, not_meant):
    assert namesakes_in(Document(text), home) == not_meant
