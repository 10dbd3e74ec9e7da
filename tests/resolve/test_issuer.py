"""Whose official account a document is."""

import pytest

from detente.model.document import Document
from detente.resolve.issuer import with_issuer


@pytest.mark.parametrize(
    ("publisher", "states"),
    [
        ("The White House", ("US",)),
        ("Chinese Foreign Ministry", ("CN",)),
        ("Reuters", ()),
        ("Xinhua", ()),
        ("Example Wire", ()),
        (None, ()),
    ],
)
def test_a_governments_body_publishes_its_states_account(publisher, states):
    assert with_issuer(Document("The envoys met.", publisher=publisher)).account_of == states


def test_what_the_user_says_stands():
    document = Document("The envoys met.", publisher="The White House", account_of=("CN",))
    assert with_issuer(document).account_of == ("CN",)
