"""When the bench of names takes two names for one person's."""

import pytest

from names import same_name


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Mohammed bin Zayed Al Nahyan", "Mohamed bin Zayed Al Nahyan", True),
        ("Mara Quill", "Mara Ann Quill", True),
        ("James Quill", "Jimmy Quill", True),
        ("Mara Quill", "Tom Quill", False),
        ("Mara Quill", "Quill", False),
    ],
)
def test_spellings_and_short_forms_are_one_name(name: str, other: str, *, same: bool) -> None:
    assert same_name(name, other) is same
