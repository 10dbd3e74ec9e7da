"""Attitudes, beliefs and intentions, and utterances told by words that no list of speech has."""

import pytest

from detente.model.findings import Statement

# text, act, speaker, cue, content
ROWS = [
    ("Norway supports a ban on bottom trawling.", "attitude", "Norway", "supports", "a ban on bottom trawling"),
    ("The senator opposes the new pipeline.", "attitude", "senator", "opposes", "the new pipeline"),
    (
        "Many farmers fear that the drought will last.",
        "attitude",
        "many farmers",
        "fear",
        "the drought will last",
    ),
    (
        "The committee believes that the fund is empty.",
        "belief",
        "committee",
        "believes",
        "the fund is empty",
    ),
    (
        "Economists expect prices to fall next year.",
        "belief",
        "economists",
        "expect",
        "prices to fall next year",
    ),
    (
        "The company plans to open two mines in Chile.",
        "intention",
        "company",
        "plans",
        "open two mines in Chile",
    ),
    (
        "The mayor refuses to sign the budget.",
        "intention",
        "mayor",
        "refuses",
        "sign the budget",
    ),
    (
        "The minister is worried about the harvest.",
        "attitude",
        "minister",
        "is worried",
        "the harvest",
    ),
]


def statements(told, text):
    return [f for f in told(text)[1].findings if isinstance(f, Statement)]


@pytest.mark.parametrize(("text", "act", "speaker", "cue", "content"), ROWS, ids=[row[0] for row in ROWS])
def test_a_stance_is_told_with_its_act_its_holder_and_its_words(told, text, act, speaker, cue, content):
    found = [(s.act, s.speaker.lower(), s.cue.text, s.content[0].text) for s in statements(told, text)]

    assert (act, speaker.lower(), cue, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "The boat sank near the lighthouse.",
        "She opened the door and walked into the garden.",
        "The factory makes bolts for bridges.",
        "Rain helped to put out the fire.",
    ],
)
def test_what_is_merely_done_is_given_to_nobody_as_a_statement(told, text):
    assert [s for s in statements(told, text) if s.confidence >= 0.5] == []


def test_a_stance_inside_a_quotation_is_left_to_the_quotation(told):
    found = statements(told, "“We oppose the tax and we want a vote,” said Tarja Halonen.")

    assert [(s.act, s.speaker) for s in found] == [("speech", "Tarja Halonen")]


def test_a_stance_that_its_holder_tells_himself_is_not_told_twice(told):
    found = statements(told, "Tarja Halonen said she supports a vote.")

    assert [(s.act, s.content[0].text) for s in found] == [("speech", "she supports a vote")]


def test_a_speaker_outside_the_list_of_speech_is_named_by_the_relative_pronoun(told):
    found = statements(told, "The court praised Tarja Halonen, who said the vote was fair.")
    spoken = next(s for s in found if s.cue.text == "said")

    assert (spoken.speaker, spoken.source.text) == ("Tarja Halonen", "who")
