"""What words and documents are about: titles and openings count more, and what is named once is not the topic."""

import pytest

from detente.extract.topics import Topics
from detente.model.document import Document
from detente.text.clauses import Actors
from detente.text.reading import Paragraph, Reading


def _reading(text, title=None):
    reading = Reading(Document(text, title=title), [], [])
    reading.paragraphs = [Paragraph(0, 0, len(text))]
    return reading


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("Wheat row goes on", "Two ministers spoke of ports.", "agriculture"),
        (None, "Visa rules, visa fees: envoys quarrel.", "consular_visas"),
        (None, "Envoys spoke of ports and left.", None),
        ("Bilateral relations", "Bilateral relations were reviewed.", None),
    ],
)
def test_the_topic_is_the_issue_named_most(title, text, topic):
    reading = _reading(text, title)

    assert Topics(reading, Actors(reading)).main == topic


@pytest.fixture
def ways(told):
    """The ways in which some words of a text come to their issues: `ways(text, words, state="NO")`."""

    def read(text, words, state="NO"):
        reading, _ = told(text)
        start = text.index(words)
        span = reading.span(start, start + len(words))
        links = Topics(reading, Actors(reading)).links(span, reading.token_at(start), state)
        return {link.issue: link for link in links}

    return read


TEXT = (
    "Chile and Norway quarrel about wheat.\n\nThe tolls came up first.\n\n"
    "A new visa rule stands. The envoy said this of sanctions that the old valves and the talks end in May.\n"
)


@pytest.mark.parametrize(
    ("words", "issue", "by"),
    [
        ("this of sanctions", "sanctions", "words"),
        ("the old valves", "energy", "hints"),
        ("the old valves", "sanctions", "sentence"),
        ("the talks", "bilateral_relationship", "weak"),
        ("the old valves", "consular_visas", "paragraph"),
        ("the old valves", "agriculture", "document"),
        ("the old valves", "bilateral_relationship", "default"),
    ],
)
def test_an_issue_is_told_by_the_nearest_words_that_there_are(ways, words, issue, by):
    assert ways(TEXT, words)[issue].by == by


def test_a_paragraph_may_take_its_issue_from_the_one_before(ways):
    text = "Chile and Norway met.\n\nThe tariffs bite.\n\nThe envoy said that this must end.\n"

    assert ways(text, "this must end")["trade_tariffs"].by == "before"


def test_the_issue_on_which_the_words_hang_is_marked(ways):
    found = ways("Chile wants sanctions on wheat from Norway.", "sanctions on wheat")

    assert {"head", "first"} <= set(found["sanctions"].marks)
    assert "last" in found["agriculture"].marks


def test_a_wider_issue_takes_in_those_named_with_it(ways):
    found = ways("Chile spoke of Xinjiang and human rights to Norway.", "Xinjiang and human rights")

    assert "taken in" in found["xinjiang"].marks
    assert "taken in" not in found["human_rights"].marks


def test_the_name_of_a_side_tells_no_issue_by_itself(ways):
    found = ways(
        "Talks of Israel and Norway\n\nIsrael values ties with Norway and with Israel's farmers.", "with Israel's"
    )

    assert "side" in found["middle_east"].marks


def test_other_words_before_the_name_of_a_side_tell_an_issue(ways):
    found = ways("Talks of Israel and Norway\n\nNorway values wheat from Israel.", "wheat from Israel")

    assert "side" not in found["agriculture"].marks


def test_deeds_at_a_place_that_the_document_is_about_are_that_places(ways):
    text = "The Spratlys, or Nansha, lie near Scarborough Shoal and Mischief Reef. Manila said the troops must leave."

    found = ways(text, "the troops must leave", state="PH")

    assert found["south_china_sea"].by == "words"
    assert found["military_activity"].by != "words"


def test_nobody_holds_a_view_on_an_issue_that_is_called_by_its_own_name(ways):
    text = "Oslo told Pyongyang that this was so."

    assert "north_korea" not in ways(text, "told Pyongyang that", state="KP")
    assert "north_korea" in ways(text, "told Pyongyang that", state="NO")
