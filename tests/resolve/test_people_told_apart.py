"""Who is meant where several bear a name: guests and members of a chamber, the famous dead, titles of several words."""

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention

BIDEN = "Remarks by President Biden"


def account(text: str, day: str, title: str = BIDEN) -> list[Mention]:
    """The mentions of people in a text of the United States."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    return [m for m in resolve_mentions(read_english(document, Settings())) if m.via != "pronoun"]


def parties(text: str, day: str, words: str) -> list[tuple[str, str | None]]:
    """The person and the office that the words mean wherever they stand."""
    found = account(text, day)
    return [(m.party.name, m.party.office) for m in found if " ".join(m.text.split()) == words]


@pytest.mark.parametrize(
    ("day", "text", "words", "found"),
    [
        # a leader of old, not the ambassador of that first name
        ("2025-03-18", "THE PRESIDENT: They changed what Kamala said.", "Kamala", [("Kamala Harris", None)]),
        # clergy and guests are no senators
        ("2024-03-17", "THE PRESIDENT: I gave Father Alex an oar.", "Father Alex", [("Alex", None)]),
        ("2024-03-17", "THE PRESIDENT: I gave Reverend Chuck an oar.", "Reverend Chuck", [("Chuck", None)]),
        (
            "2024-03-17",
            "THE PRESIDENT: Mara Quill rowed.  Well done, Coach Quill.",
            "Coach Quill",
            [("Mara Quill", None)],
        ),
        # nor is whoever is spoken to by the first name that a senator bears
        ("2024-03-17", "THE PRESIDENT: Thom, it is good to row with you.", "Thom", []),
    ],
)
def test_first_name_that_others_bear_too(day: str, text: str, words: str, found: list[tuple[str, str | None]]) -> None:
    assert parties(text, day, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("As Dr. Kissinger said, it holds.", "Dr. Kissinger", "Henry Kissinger"),
        ("Mr. Shultz rowed well.", "Mr. Shultz", "George Shultz"),
        ("And Scowcroft rowed well.", "Scowcroft", "Brent Scowcroft"),
        # two of the ontology are called so
        ("Mr. Marshall rowed well.", "Mr. Marshall", "Marshall"),
        # somebody of the document bears the name
        ("Ann Shultz rowed. Ms. Shultz won.", "Ms. Shultz", "Ann Shultz"),
        # no title of theirs
        ("Coach Kissinger rowed well.", "Coach Kissinger", "Kissinger"),
    ],
)
def test_well_known_official_of_old_by_the_surname(text: str, words: str, found: str) -> None:
    assert [name for name, _ in parties(text, "2023-03-17", words)] == [found]


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("I sat where Daniel Webster sat.", "Daniel Webster", None),
        ("Congressman Daniel Webster sat there.", "Congressman Daniel Webster", "Representative"),
    ],
)
def test_member_who_shares_the_name_of_someone_famous(text: str, words: str, office: str | None) -> None:
    assert parties(text, "2023-03-17", words) == [("Daniel Webster", office)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "It was opened by the Prosecutor of the International Criminal Court.",
            "the Prosecutor of the International Criminal Court",
            [("Karim Khan", "Prosecutor of the International Criminal Court")],
        ),
        (
            "The President and harbour leaders agreed that the quay must be mended.",
            "The President",
            [("Joe Biden", "President of the United States")],
        ),
        (
            "HUD Chief Maritime Economist Mara Quill spoke.",
            "HUD Chief Maritime Economist Mara Quill",
            [("Mara Quill", "HUD Chief Maritime Economist")],
        ),
    ],
)
def test_title_of_several_words(text: str, words: str, found: list[tuple[str, str | None]]) -> None:
    assert parties(text, "2023-03-17", words) == found


def test_names_in_lines_under_each_other_are_found() -> None:
    text = "The guests were:  \nMara Quill, Chief Executive Officer, Harbour Lines  \nTom Reed, Chairman, Quay Bank  \n"
    assert {"Mara Quill", "Tom Reed"} <= {m.party.name for m in account(text, "2023-03-17")}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("In Gabon, she met Minister of Harbours Mara Quill.", "GA"),
        ("In Gabon and Ghana, she met Minister of Harbours Mara Quill.", None),
        ("In Gabon, she met Director of Harbours Mara Quill.", "US"),
    ],
)
def test_foreign_minister_is_of_the_one_state_of_the_sentence(text: str, state: str | None) -> None:
    (quill,) = (m for m in account(text, "2023-03-17") if m.party.name == "Mara Quill")
    assert quill.party.state == state


@pytest.mark.parametrize("name", ["Henry Quill", "Ann Quill"])
def test_a_couple_may_be_taken_up_by_either_of_two(name: str) -> None:
    text = f"{name} rowed. I asked Mr. and Mrs. Quill to stay."
    meant = {m.party.name for m in account(text, "2024-03-17") if m.text.endswith("Quill")}
    assert meant == {name}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("THE PRESIDENT: I thank Anna and Thomas Quill.", "Anna", "Anna Quill"),
        # two who are no couple
        ("THE PRESIDENT: I told Boris and Angela Merkel.", "Boris", "Boris"),
        # a surname beside a full name
        ("THE PRESIDENT: I thank Schumer and Thomas Quill.", "Schumer", "Chuck Schumer"),
        # the host's own family
        ("THE PRESIDENT: I thank Kamala and Thomas Quill.", "Kamala", "Kamala Harris"),
        # long gone, whatever the parser takes the word for
        ("THE PRESIDENT: It was Roosevelt who did it.", "Roosevelt", "Franklin D. Roosevelt"),
        ("THE PRESIDENT: And Lincoln, too.", "Lincoln", "Abraham Lincoln"),
        ("THE PRESIDENT: FDR did it.", "FDR", "Franklin D. Roosevelt"),
    ],
)
def test_whom_everybody_knows_by_one_name(text: str, words: str, found: str) -> None:
    assert [name for name, _ in parties(text, "2024-03-17", words)] == [found]


@pytest.mark.parametrize(
    "text", ["The Lincoln Project rowed.", "We met in Lincoln, Nebraska.", "She drove a Lincoln.", "I flew to Lincoln."]
)
def test_what_is_named_for_somebody_is_not_that_person(text: str) -> None:
    assert "Abraham Lincoln" not in {m.party.name for m in account(text, "2024-03-17")}


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Vice President Harris and President Akufo-Addo of Ghana at a State Banquet",
        "Remarks by Vice President Harris at a State Banquet Hosted by President Akufo-Addo",
    ],
)
def test_the_president_spoken_to_is_the_one_of_the_title(title: str) -> None:
    found = account("Good evening. Mr. President, it is an honor.", "2023-03-27", title)
    assert [m.party.name for m in found if m.text == "Mr. President"] == ["Nana Akufo-Addo"]


def test_whom_a_title_only_is_about_is_not_spoken_to() -> None:
    title = "Remarks by Vice President Harris on the Crimes of President Putin"
    found = account("Thank you, Mr. President, for your leadership.", "2024-03-17", title)
    assert [m.party.name for m in found if m.text == "Mr. President"] == ["Joe Biden"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "He met Ann Quill, Minister of Trade, Industry and Fisheries of Norway.",
            "Minister of Trade, Industry and Fisheries of Norway",
        ),
        ("He met Ann Quill, Minister of Trade, Bob Roe, and Cara Doe.", "Minister of Trade"),
        ("He met Ann Quill, Minister of Trade, Reuters and Politico reported.", "Minister of Trade"),
        ("He met Ann Quill, the Malian army chief, and Prime Minister Bob Roe of Togo.", "Malian army chief"),
        (
            "Director of the Office of Harbour Policy (OHP) Ann Quill spoke.",
            "Director of the Office of Harbour Policy (OHP)",
        ),
    ],
)
def test_an_office_of_several_parts(text: str, office: str) -> None:
    assert {m.party.office for m in account(text, "2024-03-17") if m.party.name == "Ann Quill"} == {office}
