"""Names in the spelling of the document, and names that are other names."""

import pytest

from detente.resolve.directory import is_spelling_of


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        ("Aleksandar Vucic", "Aleksandar Vučić"),
    ],
)
def test_another_spelling_is_the_same_name(name, known):
    assert is_spelling_of(name, known)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Tony Blinken", "Antony Blinken"),
        ("Joseph R. Biden", "Joe Biden"),
        ("William Burns", "Will Burns"),
        ("Wang Yang", "Li Yang"),
    ],
)
def test_a_short_form_or_another_person_is_not(name, known):
    assert not is_spelling_of(name, known)
