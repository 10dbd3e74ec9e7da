"""Which acts are told as having happened: rows written for the project."""

import pytest

from detente.extract.incidents import extract_incidents


@pytest.mark.parametrize(
    "text",
    [
        "Ghana agreed to widen its sanctions on Togo.",
        "Ghana decided to expel two Togolese envoys.",
        "Ghana announced that two Togolese envoys must leave.",
        "Ghana announced that its visa ban on Togolese officials had begun and that the Togolese consulate would close.",
        "Ghana and Togo have agreed to resume relations.",
        "Ghana is closing the Togolese consulate.",
        "Days after recalling its ambassador from Togo, Ghana spoke.",
    ],
)
def test_an_act_brought_about_announced_or_under_way_is_real(told, text):
    assert extract_incidents(*told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana agreed to lift its sanctions on Togo.",
        "Ghana announced that it would lift its sanctions on Togo.",
        "They held talks on closing the border between Ghana and Togo.",
        "Ghana was wrong in closing the border with Togo.",
        "No sanctions were imposed on Togo by Ghana.",
        "Ghana spoke of sailors detained in Togo.",
        "Ghana asked about detained Togolese sailors.",
        "Ghana and Togo did not reach out.",
    ],
)
def test_promises_topics_and_what_did_not_happen_are_not(told, text):
    assert not extract_incidents(*told(text))
