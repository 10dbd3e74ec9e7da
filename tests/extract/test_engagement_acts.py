"""Contacts told by what was done in them, by number or by a city; and what became of them: one sentence for each."""

import pytest

from detente.extract.engagements import extract_engagements
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found

pytestmark = pytest.mark.usefixtures("rules_alone")

ROWS = [
    # what several did in talks, a contact by another word, ministers whom the text only means
    (
        "Wang Yi and Antony Blinken settled this in Jakarta on Thursday in talks lasting two hours.",
        [("held talks", "2023-06-15", "Antony Blinken, Wang Yi")],
    ),
    ("At a meeting on Friday Antony Blinken named a date.", []),
    (
        "On Thursday Wang Yi and Antony Blinken met in Jakarta, their first separate meeting since May.",
        [("held meeting", "2023-06-15", "Antony Blinken, Wang Yi")],
    ),
    (
        "The Saudi and Iranian foreign ministers met in Beijing in April.",
        [("held meeting", "2023-04", "Faisal bin Farhan, Hossein Amir-Abdollahian")],
    ),
    (
        "Lloyd Austin and Li Shangfu shook hands at a dinner in Singapore on Monday.",
        [("held meeting", "2023-06-19", "Li Shangfu, Lloyd Austin")],
    ),
    (
        "Lloyd Austin and Li Shangfu came to Singapore. On Monday they shook hands in a corridor of the hotel.",
        [
            ("held visit", "2023-06-19", "Li Shangfu, Lloyd Austin"),
            ("held meeting", "2023-06-19", "Li Shangfu, Lloyd Austin"),
        ],
    ),
    ("Joe Biden met reporters in Bali. They shook hands in a corridor of the hotel.", []),
    (
        "Joe Biden and Xi Jinping posed for photographs in Bali in November.",
        [("held meeting", "2022-11", "Joe Biden, Xi Jinping")],
    ),
    (
        "Wang Yi and Antony Blinken were photographed together in Jakarta on Thursday.",
        [("held meeting", "2023-06-15", "Antony Blinken, Wang Yi")],
    ),
    (
        "The top diplomats of Greece and Turkey agreed in Vienna on Monday to keep a line open.",
        [("held meeting", "2023-06-19", "top diplomats of Greece and Turkey")],
    ),
    ("The top diplomats of Greece and Turkey agreed to keep a line open.", []),
    # verbs and nouns that were missed: a phone with its length, "do" a call, what somebody "had", under way
    (
        "On Monday Joe Biden was on the phone for two straight hours with Xi Jinping.",
        [("held call", "2023-06-19", "Joe Biden, Xi Jinping")],
    ),
    (
        "A call that Joe Biden did with Vladimir Putin on Monday was long.",
        [("held call", "2023-06-19", "Joe Biden, Vladimir Putin")],
    ),
    ("Jake Sullivan is on his way to Beijing.", [("held visit", None, "Jake Sullivan")]),
    (
        "Vladimir Putin embraced Xi Jinping in Kazan on Monday.",
        [("held meeting", "2023-06-19", "Vladimir Putin, Xi Jinping")],
    ),
    (
        "Joe Biden came face to face with Xi Jinping in Bali in November.",
        [("held meeting", "2022-11", "Joe Biden, Xi Jinping")],
    ),
    (
        "Narendra Modi and Vladimir Putin signed a treaty in Moscow.",
        [("held meeting", None, "Narendra Modi, Vladimir Putin")],
    ),
    (
        "Today, Joe Biden and Fumio Kishida announced a partnership on chips.",
        [("held meeting", "2023-06-20", "Fumio Kishida, Joe Biden")],
    ),
    ("Joe Biden and Fumio Kishida agreed to work on chips.", []),
    (
        "Antony Blinken and Sergei Lavrov, in Jakarta on Thursday, did not agree on a corridor for grain.",
        [("held meeting", "2023-06-15", "Antony Blinken, Sergei Lavrov")],
    ),
    (
        "Antony Blinken and Sergei Lavrov failed to agree on a corridor in Jakarta on Thursday.",
        [("held meeting", "2023-06-15", "Antony Blinken, Sergei Lavrov")],
    ),
    ("Antony Blinken and Sergei Lavrov did not agree on a corridor.", []),
    (
        "Antony Blinken and Sergei Lavrov left the villa in Jakarta on Thursday after three hours.",
        [("held meeting", "2023-06-15", "Antony Blinken, Sergei Lavrov")],
    ),
    ("Antony Blinken left the villa on Thursday after three hours.", []),
    (
        "The Indian and Russian foreign ministers emerged after an hour in Goa on Thursday.",
        [("held meeting", "2023-06-15", "S. Jaishankar, Sergey Lavrov")],
    ),
    (
        "In Jakarta on Thursday Wang Yi went over the list of visits with Antony Blinken.",
        [("held talks", "2023-06-15", "Antony Blinken, Wang Yi")],
    ),
    (
        "Wang Yi was in Jakarta. With Antony Blinken the minister went through trade and visas on Thursday.",
        [("held visit", None, "Wang Yi"), ("held talks", "2023-06-15", "Antony Blinken, Wang Yi")],
    ),
    ("Wang Yi went over the mountains with a guide on Thursday.", []),
    ("Joe Biden signed a decree in Washington on Monday.", []),
    (
        "Joe Biden told Fumio Kishida by telephone on Monday that the order would stand.",
        [("held call", "2023-06-19", "Fumio Kishida, Joe Biden")],
    ),
    ("Joe Biden told Fumio Kishida that telephones would be banned.", []),
    (
        "After the meeting that she held with Wang Yi in Jakarta on Monday, Penny Wong flew home.",
        [("held meeting", "2023-06-19", "Penny Wong, Wang Yi")],
    ),
    (
        "On Monday Japan called in Ambassador Park Min-su of South Korea.",
        [("held meeting", "2023-06-19", "Park Min-su")],
    ),
    ("Li Qiang touched down in Geneva on Sunday.", [("held visit", "2023-06-18", "Li Qiang")]),
    ("Li Qiang touched a nerve in Geneva on Sunday.", []),
    ("Kim Jong Un crossed into Russia by train on Monday.", [("held visit", "2023-06-19", "Kim Jong Un")]),
    ("Olaf Scholz goes to Hiroshima on Friday.", [("planned visit", "2023-06-23", "Olaf Scholz")]),
    (
        "Russia and Ukraine held a second round in Istanbul on Monday.",
        [("held talks", "2023-06-19", "Russia, Ukraine")],
    ),
    ("Russia and Ukraine held a second round of elections on Monday.", []),
    ("Japan lodged a protest with China on Monday.", [("held letter", "2023-06-19", "China, Japan")]),
    ("Egypt sent a note of protest to Ethiopia on Monday.", [("held letter", "2023-06-19", "Egypt, Ethiopia")]),
    ("Egypt sent a strong message to Ethiopia on Monday.", []),
    (
        "Emmanuel Macron replied to Vladimir Putin in a letter on Monday.",
        [("held letter", "2023-06-19", "Emmanuel Macron, Vladimir Putin")],
    ),
    (
        "Russian and Ukrainian delegations met in Istanbul on Monday.",
        [("held meeting", "2023-06-19", "Russian and Ukrainian delegations")],
    ),
    (
        "Negotiations between Serbia and Kosovo are to continue on Friday in Brussels.",
        [("planned talks", "2023-06-23", "Kosovo, Serbia")],
    ),
    (
        "A meeting between Sergey Lavrov and Hakan Fidan was to have taken place in May.",
        [("planned meeting", "2023-05", "Hakan Fidan, Sergey Lavrov")],
    ),
    (
        "A meeting between Sergey Lavrov and Hakan Fidan had been pencilled in for May.",
        [("planned meeting", "2023-05", "Hakan Fidan, Sergey Lavrov")],
    ),
    ("Armenia says that it is ready to begin talks with Azerbaijan.", [("planned talks", None, "Armenia, Azerbaijan")]),
    ("Turkey sees no use in further talks with Greece.", [("declined talks", None, "Greece, Turkey")]),
    ("Iran ruled out talks with the United States.", [("declined talks", None, "Iran, United States")]),
    (
        "Vladimir Putin has not ruled out a meeting with Volodymyr Zelensky.",
        [("proposed meeting", None, "Vladimir Putin, Volodymyr Zelensky")],
    ),
    (
        "Recep Tayyip Erdoğan would never agree to meet Vladimir Putin again.",
        [("declined meeting", None, "Recep Tayyip Erdoğan, Vladimir Putin")],
    ),
    ("A summit of Vladimir Putin and Joe Biden is not on the agenda.", []),
    ("There are no plans for a meeting between Vladimir Putin and Joe Biden.", []),
    ("Vladimir Putin's planned visit to Ankara is off.", [("cancelled visit", None, "Vladimir Putin")]),
]

STATUSES = [
    ("The long-planned meeting between Sergey Lavrov and Hakan Fidan took place in Geneva.", ["held"]),
    ("Vladimir Putin has a meeting planned for Friday with Joe Biden.", ["planned"]),
    ("Germany and France failed to hold talks in Brussels on Monday.", []),
    ("Olaf Scholz dropped a visit to Ankara.", ["cancelled"]),
    ("Olaf Scholz ditched talks with Emmanuel Macron.", ["cancelled"]),
    ("Germany broke off talks with Turkey.", ["cancelled"]),
    ("Talks between Germany and Turkey are frozen.", ["cancelled"]),
    ("Olaf Scholz shelved a visit to Ankara.", ["postponed"]),
    ("Emmanuel Macron brushed off a proposal for a meeting with Olaf Scholz.", ["declined"]),
    ("Emmanuel Macron passed up a meeting with Olaf Scholz.", ["declined"]),
    ("Emmanuel Macron did not want to meet Olaf Scholz.", ["declined"]),
    ("Emmanuel Macron is not willing to meet Olaf Scholz.", ["declined"]),
    ("Emmanuel Macron would like to meet Olaf Scholz.", ["proposed"]),
    ("The Vatican mooted a meeting between Emmanuel Macron and Olaf Scholz.", ["proposed"]),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_what_became_of_a_contact(english, text, expected):
    reading = english(text, published="2023-06-20")
    reading.mentions = resolve_mentions(reading)
    assert [e.status for e in extract_engagements(reading, Found())] == expected


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_each_way_of_telling_a_contact_gives_it_with_its_day_and_people(english, text, expected):
    reading = english(text, published="2023-06-20")
    reading.mentions = resolve_mentions(reading)
    found = extract_engagements(reading, Found())
    told = [(f"{e.status} {e.kind}", e.date, ", ".join(sorted(e.participants))) for e in found]
    assert told == expected
