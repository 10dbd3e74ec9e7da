"""Versions of a text are told apart paragraph by paragraph."""

from detente.text.changes import changes

BEFORE = "They met.\n\nThe wreck will be\ntowed in May.\n\nNobody was hurt."


def test_a_changed_paragraph_is_told_before_and_after():
    assert changes(BEFORE, BEFORE.replace("May", "June")) == [
        (("The wreck will be towed in May.",), ("The wreck will be towed in June.",))
    ]


def test_added_and_removed_paragraphs_have_an_empty_side():
    assert changes(BEFORE, BEFORE + "\n\nA survey follows.") == [((), ("A survey follows.",))]
    assert changes(BEFORE, "They met.\n\nNobody was hurt.") == [(("The wreck will be towed in May.",), ())]


def test_other_line_breaks_are_no_change():
    assert changes(BEFORE, BEFORE.replace("be\ntowed", "be towed")) == []
