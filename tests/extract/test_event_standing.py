"""How an act stands: each rule its own sentence."""

import pytest

from detente.extract.event_drafts import drafts_in
from detente.extract.event_standing import status_of


@pytest.mark.parametrize(
    ("text", "word", "type_", "status"),
    [
        ("Peru shelled a village in Chile.", "shelled", "ASSAULT", "actual"),
        ("Peru denied shelling Chile.", "shelling", "ASSAULT", "denied"),
        ("Peru did not attack Chile.", "attack", "ASSAULT", "denied"),
        ("Peru does not support Chile.", "support", "REJECT", "actual"),
        ("Chile rejected Peru’s offer of talks.", "offer", "AGREE", "refused"),
        ("Peru could expel the ambassador of Chile.", "expel", "SANCTION", "hypothetical"),
        ("If Peru expels the ambassador, Chile will answer.", "expels", "SANCTION", "hypothetical"),
        ("Peru is considering sanctions against Chile.", "sanctions", "SANCTION", "hypothetical"),
        ("Peru will try three men from Chile in May.", "try", "COERCE", "planned"),
        ("Peru plans to deport three men from Chile.", "deport", "COERCE", "planned"),
        ("President Ana Roca will host the president of Chile on Monday.", "host", "AGREE", "planned"),
        ("We will help Chile.", "help", "AGREE", "actual"),
        ("We would urge Chile to stop.", "urge", "REQUEST", "actual"),
    ],
)
def test_the_words_about_an_act_tell_how_it_stands(english, text, word, type_, status):
    sentence = next(iter(english(text).sentences))
    (draft,) = [d for d in drafts_in(sentence) if d.head.text == word]
    assert status_of(draft, type_) == status
