"""Who is meant in remarks: the guest by his host, governors of the place, series of presidents, rows of first names."""

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention

GUEST = "Remarks by President Biden and President Macron of France Before Bilateral Meeting"


def account(text: str, day: str = "2022-12-01", title: str = "Remarks by President Biden") -> list[Mention]:
    """The mentions of people in a text of the United States."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    return [m for m in resolve_mentions(read_english(document, Settings())) if m.via != "pronoun"]


def names(mentions: list[Mention], words: str) -> list[str]:
    """Whom the words mean wherever they stand."""
    return [m.party.name for m in mentions if " ".join(m.text.split()) == words and m.party.kind == "person"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("PRESIDENT BIDEN: The President brought a bicycle.", "The President", ["Emmanuel Macron"]),
        ("PRESIDENT MACRON: The President gave me a bicycle.", "The President", ["Joe Biden"]),
        ("PRESIDENT BIDEN: It rains. (The President closes the window.)", "The President", ["Joe Biden"]),
    ],
)
def test_speaker_means_the_other_by_a_title_that_is_also_his_own(text: str, words: str, found: list[str]) -> None:
    assert names(account(f"{text}\n\nPRESIDENT MACRON: Merci.", title=GUEST), words) == found


def test_who_bears_a_title_alone_may_mean_himself() -> None:
    assert names(account("THE PRESIDENT: The President of all farmers rows home."), "THE PRESIDENT") == ["Joe Biden"]
    assert names(account("THE PRESIDENT: They wrote that the President rows."), "the President") == ["Joe Biden"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "Governor Hochul rang first. In Chicago the roofs went, and the governor told us so.",
            "the governor",
            "J.B. Pritzker",
        ),
        (
            "Governor Hochul rang first. Boats lay in the streets of Florida, said the governor.",
            "the governor",
            "Ron DeSantis",
        ),
        ("Governor Hochul rang first. Boats lay in the streets, said the governor.", "the governor", "Kathy Hochul"),
    ],
)
def test_governor_is_that_of_the_place_named_close_by(text: str, words: str, found: str) -> None:
    assert names(account(f"THE PRESIDENT: {text}", day="2022-09-30"), words) == [found]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Presidents Clinton, Bush, and Obama rowed here.", "Bush", ["George W. Bush"]),
        ("Presidents Reagan, Bush, and Clinton rowed here.", "Bush", ["George H. W. Bush"]),
        ("The farmers thanked Phil, Thelma and the nurse.", "Thelma", ["Thelma"]),
        ("Abe would have laughed at the boat.", "Abe", ["Abe"]),
        ("In Japan the boats were painted for Abe.", "Abe", ["Shinzo Abe"]),
        ("I gave the floor to President von der Leyen.", "President von der Leyen", ["Ursula von der Leyen"]),
        ("The Netherlands’ prime minister rowed.", "The Netherlands’ prime minister", ["Mark Rutte"]),
        ("“Where do you row, Senator?” they asked me.", "Senator", ["Joe Biden"]),
        ("So, Nancy — Nancy rowed home.", "Nancy", ["Nancy Pelosi", "Nancy Pelosi"]),
        ("I wrote to the court of Thurgood.", "Thurgood", ["Thurgood Marshall"]),
        ("They helped Captain Tansley ashore.", "Captain Tansley", ["Tansley"]),
        ("We thank Janet, a journalist, for the bread.", "Janet, a journalist", ["Janet"]),
        (
            "Through the years of Nixon, Carter, Reagan, Bush the elder, and Clinton we rowed.",
            "Carter",
            ["Jimmy Carter"],
        ),
        ("Through the years of Reagan, Bush the elder, and Clinton we rowed.", "Bush", ["George H. W. Bush"]),
        ("I thank Representatives Nickel, Ross, Foushee — and the cook.", "Ross", ["Deborah Ross"]),
        ("In the European Union they row well, as Ursula said.", "Ursula", ["Ursula von der Leyen"]),
        ("They row well, as Ursula said.", "Ursula", ["Ursula"]),
        ("Mayor Hunter brought the oars.", "Mayor Hunter", ["Hunter"]),
        ("I never wanted to be vice president.", "vice president", []),
        ("They freed Tessa and a cook. Tessa, a sailor, sings.", "Tessa", ["Tessa", "Tessa"]),
    ],
)
def test_who_is_meant_in_remarks(text: str, words: str, found: list[str]) -> None:
    assert names(account(f"THE PRESIDENT: {text}"), words) == found


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        ("Remarks by President Biden on His Meetings in Saudi Arabia", "the Crown Prince", ["Mohammed bin Salman"]),
        ("Remarks by President Biden on His Meetings in Saudi Arabia", "the King", ["Salman bin Abdulaziz"]),
        ("Remarks by President Biden on His Meetings in Saudi Arabia", "the foreign minister", ["Faisal bin Farhan"]),
        ("Remarks by President Biden on Boats", "the foreign minister", []),
    ],
)
def test_titles_that_nobody_has_at_home_are_those_of_the_state_told_of(
    title: str, words: str, found: list[str]
) -> None:
    text = "THE PRESIDENT: I saw the King, then the Crown Prince. At noon the foreign minister rowed."
    assert names(account(text, day="2022-07-15", title=title), words) == found


def test_prime_minister_is_that_of_the_place_where_the_remarks_are_made() -> None:
    found = account(
        "Grand Hotel\nTokyo, Japan\n\nTHE PRESIDENT: I thanked the Prime Minister for the oars.", day="2022-05-23"
    )
    assert names(found, "the Prime Minister") == ["Fumio Kishida"]


def test_first_names_in_a_speech_of_the_first_lady_are_not_those_of_the_government() -> None:
    text = "Thank you all.  Like Nancy, I was drawn to boats."
    assert names(account(text, title="Remarks by First Lady Jill Biden at a Harbour"), "Nancy") == ["Nancy"]
    assert names(account(f"THE PRESIDENT: {text}"), "Nancy") == ["Nancy Pelosi"]


def test_reporter_called_with_the_outlet_is_nobody_in_office() -> None:
    text = "THE PRESIDENT: It rains.  And Nancy, CBS — do you have a question?\n\nQ    Will it rain?\n\nTHE PRESIDENT: Yes."
    assert names(account(text), "Nancy") == ["Nancy Cordes"]


def test_namesake_of_an_ambassador_far_away_holds_no_office() -> None:
    near = account("THE PRESIDENT: In Cambodia I met Patrick Murphy.", day="2022-04-04")
    far = account("THE PRESIDENT: The harbour club was founded by Patrick Murphy.", day="2022-04-04")
    assert [m.party.office for m in near if "Murphy" in m.text] == ["Ambassador to Cambodia"]
    assert [m.party.office for m in far if "Murphy" in m.text] == [None]


def test_chairman_who_speaks_is_no_ambassador_of_his_surname() -> None:
    found = account("PRESIDENT BIDEN: Thank you.\n\nCHAIRMAN CHUNG: I came by bus.\n\nPRESIDENT BIDEN: Good.")
    assert [m.party.person_id for m in found if "CHUNG" in m.text] == [None]


def test_item_of_a_list_tells_whom_somebody_advises() -> None:
    text = (
        "Those who came:\n\n- Theo Tansley, Senior Policy Advisor to Maine Governor Janet Mills\n- Mara Quill, Chair\n"
    )
    offices = {m.party.name: m.party.office for m in account(text, title="Readout of a Meeting on Boats")}
    assert offices["Theo Tansley"] == "Senior Policy Advisor to Maine Governor Janet Mills"
    assert offices["Mara Quill"] == "Chair"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("THE FIRST LADY: Thank you, Secretary Blinken. Tony, you mended the roof.", "Tony", "Antony Blinken"),
        ("THE PRESIDENT: I asked Marty for the price of nails.", "Marty", "Marty Walsh"),
        ("THE PRESIDENT: I told my attorney general to read the map.", "attorney general", "Merrick Garland"),
        ("THE PRESIDENT: Reverend Warnock rowed in from Atlanta.", "Reverend Warnock", "Raphael Warnock"),
        ("THE PRESIDENT: Sergeant Robert Quill rowed. Bob Quill sang, and Quill slept.", "Quill", "Robert Quill"),
        ("MR. PELL: Hello, everybody. This Kevin Pell. Come in.", "Kevin Pell", "Kevin Pell"),
        ("THE PRESIDENT: Nobody mourned Hitler in that village.", "Hitler", "Adolf Hitler"),
    ],
)
def test_colleagues_clergy_and_short_forms_are_known(text: str, words: str, found: str) -> None:
    assert names(account(text, day="2022-09-30"), words)[:1] == [found]


def test_mayor_by_first_name_is_one_of_the_place() -> None:
    text = "THE PRESIDENT: Senator Casey is here. And, look, Bobby, Mayor — the harbour is full."
    assert "Bobby Dyer" not in [m.party.name for m in account(text, day="2022-09-05")]


def test_majesty_is_the_crowned_guest_of_the_title() -> None:
    title = "Remarks by President Biden and King Abdullah II of Jordan Before Bilateral Meeting"
    mentions = account("PRESIDENT BIDEN: His Majesty brought rain to Jordan.", day="2021-07-19", title=title)
    assert names(mentions, "His Majesty") == ["Abdullah II"]


def test_guest_of_the_title_is_called_by_first_name() -> None:
    title = "Remarks by Vice President Harris in a Moderated Conversation with Sophia Tansley"
    mentions = account("THE VICE PRESIDENT: It is good to be here, Sophia, in the rain.", title=title)
    assert names(mentions, "Sophia") == ["Sophia Tansley"]


def test_new_post_outweighs_the_one_left() -> None:
    text = "Mr. Finer met Indian Deputy National Security Advisor Vikram Misri. He thanked Ambassador Misri."
    found = [m.party.office for m in account(text, day="2022-12-06") if m.text.endswith("Misri")]
    assert found
    assert not any(office and office.startswith("former") for office in found)


@pytest.mark.parametrize(
    ("speaker", "found"), [("THE PRESIDENT", ["Merrick Garland"]), ("GOVERNOR NEWSOM", []), ("PRESIDENT YOON", [])]
)
def test_my_attorney_general_is_whose_it_is(speaker: str, found: list[str]) -> None:
    text = f"{speaker}: I told my attorney general to read the map."
    assert names(account(text, day="2022-09-30"), "attorney general") == found


@pytest.mark.parametrize("title", ["Rabbi", "Coach", "Sister", "Bishop"])
def test_clergy_and_guests_are_no_senators(title: str) -> None:
    found = [m.party.name for m in account(f"THE PRESIDENT: {title} Cardin rowed in.", day="2022-09-30")]
    assert "Ben Cardin" not in found


def test_former_office_is_kept_beside_a_private_post() -> None:
    text = "Former Vice President and Climate Reality Project Chairman Al Gore spoke."
    found = [m.party.office for m in account(text) if "Gore" in m.text]
    assert found == ["former Vice President of the United States"]


def test_royal_highness_of_a_title_is_no_king() -> None:
    title = "Remarks by President Biden and Crown Prince Mohammed bin Salman of Saudi Arabia"
    mentions = account("PRESIDENT BIDEN: His Royal Highness brought rain.", title=title)
    assert "Salman bin Abdulaziz Al Saud" not in [m.party.name for m in mentions]


def test_governor_is_known_by_first_name_without_a_place() -> None:
    mentions = account("THE PRESIDENT: Governor Gretchen rowed in.", day="2022-09-30")
    assert names(mentions, "Governor Gretchen") == ["Gretchen Whitmer"]
