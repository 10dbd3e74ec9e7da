"""People, bodies and states by what they are called."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from detente.resolve.people import resolve_mentions
from detente.text.reading import Reading

Read = Callable[..., Reading]


def party_of(reading: Reading, words: str) -> tuple[str, str, str | None]:
    """Name, kind and state of what the words mean."""
    party = next(m.party for m in resolve_mentions(reading) if m.text == words)
    return party.name, party.kind, party.state


@pytest.mark.parametrize(
    ("day", "text", "words", "name", "state"),
    [
        ("2023-06-19", "In Beijing the top US diplomat was upbeat.", "the top US diplomat", "Antony Blinken", "US"),
        (
            "2023-06-19",
            "Blinken was upbeat. The top US ambassador left on Monday.",
            "The top US ambassador",
            "Antony Blinken",
            "US",
        ),
        ("2018-12-20", "The Turkish leader phoned Moscow.", "The Turkish leader", "Recep Tayyip Erdoğan", "TR"),
        ("2023-06-19", "Mr Blinken met the Chinese president.", "the Chinese president", "Xi Jinping", "CN"),
        ("2023-06-19", "Qin Gang was polite. The foreign minister smiled.", "The foreign minister", "Qin Gang", "CN"),
        (
            "2016-05-01",
            "Mr. Zarif met his French counterpart in Vienna.",
            "French counterpart",
            "Jean-Marc Ayrault",
            "FR",
        ),
        (
            "2016-05-01",
            "Jean-Marc Ayrault met Mohammad Javad Zarif. The French minister smiled.",
            "The French minister",
            "Jean-Marc Ayrault",
            "FR",
        ),
    ],
)
def test_a_role_is_the_person_of_the_document_or_the_holder_of_the_day(
    english: Read, day: str, text: str, words: str, name: str, state: str
) -> None:
    assert party_of(english(text, day), words) == (name, "person", state)


def test_the_president_of_an_official_account_is_its_own(english: Read) -> None:
    text = "President Biden spoke with President Xi. The President raised concerns. The two presidents will meet."
    assert party_of(english(text, "2023-01-05"), "The President")[0] == "Joe Biden"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Emmanuel Macron was there. Later the president met with Olaf Scholz.", "Joe Biden"),
        ("Olaf Scholz was told. Then the president met with Emmanuel Macron.", "Joe Biden"),
        ("The President knew. Olaf Scholz spoke to Emmanuel Macron. He told the president no.", "Emmanuel Macron"),
    ],
)
def test_an_account_that_has_no_president_in_capitals_means_its_own_by_small_ones(
    english: Read, text: str, name: str
) -> None:
    reading = english(text, "2023-01-05")
    reading.document = replace(reading.document, account_of=("US",))
    assert party_of(reading, "the president")[0] == name


def test_nobody_meets_himself(english: Read) -> None:
    text = "Emmanuel Macron was late. Xi Jinping was silent. Xi Jinping then met the president in Paris."
    assert party_of(english(text, "2023-01-05"), "the president")[0] == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("text", "words", "name", "state"),
    [
        (
            "A senior State Department official was cautious.",
            "A senior State Department official",
            "senior State Department official",
            "US",
        ),
        (
            "A US Embassy spokesman in Beijing was blunt.",
            "A US Embassy spokesman in Beijing",
            "US Embassy spokesman in Beijing",
            "US",
        ),
        ("Some senators were angry.", "Some senators", "some senators", None),
        ("Prosecutors in Lyon were busy.", "Prosecutors in Lyon", "prosecutors in Lyon", None),
        ("A senior diplomat in Vienna was blunt.", "A senior diplomat in Vienna", "senior diplomat in Vienna", None),
        ("Analysts were divided.", "Analysts", "analysts", None),
        (
            "A group of former Chinese officials signed it.",
            "A group of former Chinese officials",
            "group of former Chinese officials",
            None,
        ),
    ],
)
def test_the_unnamed_keep_the_documents_words(
    english: Read, text: str, words: str, name: str, state: str | None
) -> None:
    assert party_of(english(text, "2023-06-19"), words) == (name, "unnamed", state)


def test_the_official_is_the_one_introduced(english: Read) -> None:
    reading = english("A senior State Department official briefed us. The official was cautious.", "2023-06-19")
    assert party_of(reading, "The official")[0] == "senior State Department official"


def test_an_unnamed_spokesman_is_the_one_named_right_after(english: Read) -> None:
    text = "A Chinese foreign ministry spokeswoman rejected the charge.\n\nIt was baseless, Ms Hua Chunying told reporters."
    assert party_of(english(text, "2020-09-03"), "A Chinese foreign ministry spokeswoman")[0] == "Hua Chunying"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Beijing rejected the claim.", "Beijing", ("China", "state", "CN")),
        ("Washington had no comment.", "Washington", ("United States", "state", "US")),
        ("The White House had no comment.", "The White House", ("White House", "body", "US")),
        (
            "The Chinese Foreign Ministry had no comment.",
            "The Chinese Foreign Ministry",
            ("Chinese Foreign Ministry", "body", "CN"),
        ),
        ("KCNA carried the text.", "KCNA", ("Korean Central News Agency", "body", "KP")),
        ("AFP reported it first.", "AFP", ("AFP", "body", None)),
        (
            "Joe Biden is back. The Biden administration was pleased.",
            "The Biden administration",
            ("Biden administration", "body", "US"),
        ),
        (
            "BEIJING (AFP) - The foreign ministry rejected the claim.",
            "The foreign ministry",
            ("Chinese Foreign Ministry", "body", "CN"),
        ),
        (
            "WASHINGTON (Reuters) - The foreign ministry in Beijing was silent.",
            "The foreign ministry",
            ("Chinese Foreign Ministry", "body", "CN"),
        ),
        ("Peru's foreign ministry was silent.", "Peru's foreign ministry", ("Peruvian Foreign Ministry", "body", "PE")),
        ("Italy's government was silent.", "Italy's government", ("Italian government", "body", "IT")),
        (
            "Prime Minister Rishi Sunak was out. Sunak's office said so.",
            "office",
            ("Rishi Sunak's office", "body", "GB"),
        ),
        ("Budapest has assured both of its help.", "Budapest", ("Hungary", "state", "HU")),
        (
            "'A slight to Oslo' The Norwegian Nobel Institute was silent.",
            "The Norwegian Nobel Institute",
            ("Norwegian Nobel Institute", "body", "NO"),
        ),
        (
            "A spokesman for the harbour board issued a statement. The statement said it was sorry.",
            "The statement",
            ("spokesman for the harbour board", "unnamed", None),
        ),
    ],
)
def test_bodies_and_capitals_act(english: Read, text: str, words: str, expected: tuple[str, str, str | None]) -> None:
    assert party_of(english(text, "2023-06-19"), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "name", "state"),
    [
        (
            "The Commerce Department statement said so.",
            "The Commerce Department statement",
            "US Commerce Department",
            "US",
        ),
        (
            "The Pentagon said two jets took off. According to the statement, both landed.",
            "the statement",
            "Pentagon",
            "US",
        ),
        (
            "In a white paper, China set out its view. China's white paper said talks must go on. The document said so twice.",
            "The document",
            "China's white paper",
            "CN",
        ),
    ],
)
def test_a_document_speaks_for_its_issuer(english: Read, text: str, words: str, name: str, state: str) -> None:
    assert party_of(english(text, "2020-08-27"), words) == (name, "body", state)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The foreign ministers of Japan and France met.",
            "The foreign ministers",
            "Yoshimasa Hayashi and Catherine Colonna",
        ),
        (
            "President Joe Biden flew home. President Emmanuel Macron stayed. The presidents had talked of wine.",
            "The presidents",
            "Joe Biden and Emmanuel Macron",
        ),
        ("President Joe Biden flew home. The presidents had talked of wine.", "The presidents", "the presidents"),
    ],
)
def test_holders_of_one_office_in_several_states_are_named(english: Read, text: str, words: str, name: str) -> None:
    assert party_of(english(text, "2023-06-19"), words)[:2] == (name, "group")


def test_a_leader_of_something_else_is_not_the_one_at_home(english: Read) -> None:
    text = "MOSCOW, June 19. /TASS/. The leader of the breakaway region of Abkhazia was worried."
    found = [m.party.name for m in resolve_mentions(english(text, "2023-06-19")) if m.text.startswith("The leader")]
    assert "Vladimir Putin" not in found


def test_an_abbreviation_in_brackets_names_the_body_from_then_on(english: Read) -> None:
    reading = english("The Ministry of Foreign Affairs of Peru (MRE) was silent. Later MRE denied it.", "2023-06-19")
    names = [m.party.name for m in resolve_mentions(reading) if m.party.kind == "body"]
    assert len(names) == 3
    assert len(set(names)) == 1


def test_a_palace_keeps_its_name(english: Read) -> None:
    assert party_of(english("Cheong Wa Dae had no comment.", "2025-12-30"), "Cheong Wa Dae") == (
        "Cheong Wa Dae",
        "body",
        "KR",
    )


@pytest.mark.parametrize("text", ["They met in Beijing.", "Chinese exports fell.", "It was a source of pride."])
def test_places_and_qualities_are_no_parties(english: Read, text: str) -> None:
    assert not [m for m in resolve_mentions(english(text, "2023-06-19")) if m.via != "pronoun"]
