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
        ("Peru urged Chile to lift its ban.", "lift", "RETREAT", "hypothetical"),
        ("Peru called on Chile to free the miners.", "free", "RETREAT", "hypothetical"),
        ("Peru demanded that Chile withdraw its troops.", "withdraw", "RETREAT", "hypothetical"),
        ("Peru called for sanctions against Chile.", "sanctions", "SANCTION", "hypothetical"),
        ("Aides advised Roca against shelling Chile.", "shelling", "ASSAULT", "hypothetical"),
        ("Peru asked Chile to begin to pull back its ships.", "pull", "RETREAT", "hypothetical"),
        ("Peru urged Chile to open the port and free the crew.", "free", "RETREAT", "hypothetical"),
        ("Peru wants to punish Chile.", "punish", "SANCTION", "hypothetical"),
        ("Peru does not seek to invade Chile.", "invade", "ASSAULT", "denied"),
        ("Peru does not plan to expel the ambassador.", "expel", "SANCTION", "denied"),
        ("We want to thank Chile.", "thank", "SUPPORT", "actual"),
        ("Peru told reporters that Chile shelled a village.", "shelled", "ASSAULT", "actual"),
        ("Peru called the attack on Chile a mistake.", "attack", "ASSAULT", "actual"),
        ("Peru urged Chile to leave and shelled its port.", "shelled", "ASSAULT", "actual"),
        ("Chile attacked the port to punish Peru.", "attacked", "ASSAULT", "actual"),
        ("We would urge Chile to stop.", "urge", "REQUEST", "actual"),
    ],
)
def test_the_words_about_an_act_tell_how_it_stands(english, text, word, type_, status):
    sentence = next(iter(english(text).sentences))
    (draft,) = [d for d in drafts_in(sentence) if d.head.text == word]
    assert status_of(draft, type_) == status
