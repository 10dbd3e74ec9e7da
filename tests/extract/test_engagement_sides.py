"""Who takes part in a contact and what became of it, where the clause says less than a name for each side.

One sentence for each way of telling, read as of 20 June 2023, a Tuesday.
"""

import pytest

from detente.extract.engagements import extract_engagements
from detente.model.document import Document
from detente.pipeline import prepared
from detente.settings import Settings
from detente.text.chain import Found

pytestmark = pytest.mark.usefixtures("rules_alone")


def contacts(text, title=None, account_of=()):
    document = Document(text, name="x", published="2023-06-20", title=title, account_of=account_of)
    reading = prepared(document, Settings())
    found = extract_engagements(reading, Found())
    return [(f"{e.status} {e.kind}", e.date, ", ".join(sorted(e.participants)), " ".join(e.states)) for e in found]


SIDES = [
    ("The summit in Metz, at which Emmanuel Macron and Olaf Scholz did not speak, was long.", []),
    ("The summit in Metz, at which France and Germany were absent, was long.", []),
    (
        "Monday's meeting between Emmanuel Macron and Olaf Scholz is the second occasion on which they talked.",
        [("held meeting", "2023-06-19", "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Norway will build on the summit between Emmanuel Macron and Olaf Scholz.",
        [("held summit", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Norway will decide on the summit between Emmanuel Macron and Olaf Scholz.",
        [("planned summit", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    ("When Olaf Scholz visits France, the choir will sing.", [("planned visit", None, "Olaf Scholz", "DE FR")]),
    (
        "The meeting between Emmanuel Macron and Olaf Scholz is an opportunity to talk about wine.",
        [("planned meeting", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "The meeting between Emmanuel Macron and Olaf Scholz was an opportunity to talk about wine.",
        [("held meeting", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "It follows the Metz summit, at which Emmanuel Macron and Olaf Scholz signed a pact.",
        [("held summit", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Monday's talks were the third round between Emmanuel Macron and Olaf Scholz.",
        [("held talks", "2023-06-19", "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Chancellor Gerhard Schröder met President Jacques Chirac in Nancy in May 2005.",
        [("held meeting", "2005-05", "Gerhard Schröder, Jacques Chirac", "DE FR")],
    ),
    (
        "Hu Jintao visited Washington in January 2011.",
        [("held visit", "2011-01", "Hu Jintao", "CN US")],
    ),
    (
        "Olaf Scholz's visit in May to France went well.",
        [("held visit", "2023-05", "Olaf Scholz", "DE FR")],
    ),
    (
        "Emmanuel Macron and Olaf Scholz saw each other in Metz on Monday.",
        [("held meeting", "2023-06-19", "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Emmanuel Macron and Olaf Scholz will see one another in Metz.",
        [("planned meeting", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Olaf Scholz rounded off three days in France on Monday.",
        [("held visit", "2023-06-17", "Olaf Scholz", "DE FR")],
    ),
    (
        "Emmanuel Macron and Olaf Scholz dined in Metz on Monday.",
        [("held meeting", "2023-06-19", "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "A call between Olaf Scholz and Emmanuel Macron was scrubbed.",
        [("cancelled call", None, "Emmanuel Macron, Olaf Scholz", "DE FR")],
    ),
    ("Olaf Scholz wrapped up two days in France.", [("held visit", None, "Olaf Scholz", "DE FR")]),
    ("Olaf Scholz paid France a visit in May.", [("held visit", "2023-05", "Olaf Scholz", "DE FR")]),
    (
        "Emmanuel Macron had planned to meet Olaf Scholz but cancelled the meeting.",
        [("cancelled meeting", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Emmanuel Macron had been due in Berlin but called the trip off.",
        [("cancelled visit", None, "Emmanuel Macron", "FR DE")],
    ),
    (
        "Emmanuel Macron had planned to meet Olaf Scholz but cancelled his holiday.",
        [("planned meeting", None, "Emmanuel Macron, Olaf Scholz", "FR DE")],
    ),
    (
        "Olaf Scholz cut short a trip to France.",
        [("held visit", None, "Olaf Scholz", "DE FR")],
    ),
    (
        "Joe Biden hosted Anthony Albanese of Australia, Kishida Fumio of Japan, and Narendra Modi of India on Monday.",
        [("held meeting", "2023-06-19", "Anthony Albanese, Fumio Kishida, Joe Biden, Narendra Modi", "US AU JP IN")],
    ),
    (
        "Estonian Foreign Minister Kadri Saar met her Latvian opposite number, Janis Ozols, in Riga on Monday.",
        [("held meeting", "2023-06-19", "Janis Ozols, Kadri Saar", "EE LV")],
    ),
    (
        "Latvia's defence minister, Janis Ozols, held a phone conversation with his Estonian colleague, Kadri Saar, on Monday.",
        [("held call", "2023-06-19", "Janis Ozols, Kadri Saar", "LV EE")],
    ),
    (
        "Trade Minister Ivan Horvat of Croatia is due in Vienna on Thursday for talks with his counterpart, Anna Gruber.",
        [
            ("planned visit", "2023-06-22", "Ivan Horvat", "HR AT"),
            ("planned talks", "2023-06-22", "Anna Gruber, Ivan Horvat", "HR AT"),
        ],
    ),
    (
        "Greece and Turkey are at odds. The two countries' defence ministers met in Vienna on Monday.",
        [("held meeting", "2023-06-19", "defence ministers", "GR TR")],
    ),
    (
        "Greek nurses met a group of Turkish surgeons in Izmir on Monday.",
        [("held meeting", "2023-06-19", "Greek nurses, group of Turkish surgeons", "GR TR")],
    ),
    (
        "Emmanuel Macron spoke with African leaders on Monday.",
        [("held call", "2023-06-19", "African leaders, Emmanuel Macron", "FR")],
    ),
    (
        "Sweden's ambassador in Ankara was called in by the Turkish foreign ministry on Monday.",
        [("held meeting", "2023-06-19", "Sweden's ambassador in Ankara", "TR SE")],
    ),
    (
        "Ankara handed a note of protest to the Swedish embassy on Monday.",
        [("held letter", "2023-06-19", "Swedish Embassy, Turkey", "TR SE")],
    ),
    ("Ankara sent a clear message to Sweden on Monday.", []),
    (
        "Olaf Scholz was on the phone to Vladimir Putin on Monday.",
        [("held call", "2023-06-19", "Olaf Scholz, Vladimir Putin", "DE RU")],
    ),
    (
        "Josep Borrell has been in touch with Hossein Amir-Abdollahian.",
        [("held talks", None, "Hossein Amir-Abdollahian, Josep Borrell", "EU IR")],
    ),
    (
        "Karl Nehammer and Andrej Plenkovic lunched in Zagreb in March 2022.",
        [("held meeting", "2022-03", "Andrej Plenkovic, Karl Nehammer", "AT HR")],
    ),
    (
        "Aleksandar Vucic and Albin Kurti were brought together in Ohrid in March.",
        [("held meeting", "2023-03", "Albin Kurti, Aleksandar Vucic", "RS XK")],
    ),
    (
        "French officials were in Tehran on Monday for talks.",
        [("held visit", "2023-06-19", "French officials", "FR IR")],
    ),
    ("Olaf Scholz went to the ministry on Monday.", []),
    (
        "Vladimir Putin and Volodymyr Zelensky have not met since December 2019, in Paris.",
        [("held meeting", "2019-12", "Vladimir Putin, Volodymyr Zelensky", "RU UA")],
    ),
    (
        "Kyriakos Mitsotakis met Recep Tayyip Erdogan in Vilnius last July. A further meeting will be held in Ankara in September.",
        [
            ("held meeting", "2022-07", "Kyriakos Mitsotakis, Recep Tayyip Erdogan", "GR TR"),
            ("planned meeting", "2023-09", "Kyriakos Mitsotakis, Recep Tayyip Erdogan", "GR TR"),
        ],
    ),
    (
        "Kyriakos Mitsotakis met separately with Emmanuel Macron and Olaf Scholz in Vilnius on Monday.",
        [
            ("held meeting", "2023-06-19", "Emmanuel Macron, Kyriakos Mitsotakis", "GR FR"),
            ("held meeting", "2023-06-19", "Kyriakos Mitsotakis, Olaf Scholz", "GR DE"),
        ],
    ),
    (
        "Narendra Modi's visits to Poland and Austria in August 2022 made headlines.",
        [("held visit", "2022-08", "Narendra Modi", "IN PL"), ("held visit", "2022-08", "Narendra Modi", "IN AT")],
    ),
    (
        "The British envoy Ann Smith and the German envoy Karl Bauer each visited Khartoum last week.",
        [("held visit", "2023-06", "Ann Smith", "GB SD"), ("held visit", "2023-06", "Karl Bauer", "DE SD")],
    ),
    (
        "Aleksandar Vucic flies to Vienna on Thursday to meet Karl Nehammer.",
        [
            ("planned visit", "2023-06-22", "Aleksandar Vucic", "RS AT"),
            ("planned meeting", "2023-06-22", "Aleksandar Vucic, Karl Nehammer", "RS AT"),
        ],
    ),
    ("Josep Borrell flew into Tehran on Friday night.", [("held visit", "2023-06-16", "Josep Borrell", "EU IR")]),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides_that_are_told_by_less_than_a_name_are_found(text, expected):
    assert contacts(text) == expected


STATUSES = [
    (
        "A meeting between Emmanuel Macron and Olaf Scholz, scheduled for Monday, was pushed back to Friday.",
        "postponed",
    ),
    ("Olaf Scholz's visit to Paris next week will not go ahead.", "cancelled"),
    ("Olaf Scholz will not travel to Paris next week, his office said.", "cancelled"),
    ("Olaf Scholz will not meet Vladimir Putin, his office said.", "declined"),
    ("A planned meeting between Emmanuel Macron and Xi Jinping in Paris did not take place.", "cancelled"),
    ("Sergey Lavrov's planned trip to Belgrade in June fell through.", "cancelled"),
    ("Talks between Serbia and Kosovo in Brussels have slipped to July.", "postponed"),
    ("Emmanuel Macron had asked for a meeting with Olaf Scholz but was turned down.", "declined"),
    ("Aleksandar Vucic was invited to Vienna but declined.", "declined"),
    ("Aleksandar Vucic was supposed to meet Albin Kurti in Ohrid on Monday but cancelled.", "cancelled"),
    ("Emmanuel Macron called for talks between Serbia and Kosovo.", "proposed"),
    ("Serbia demanded talks with Kosovo.", "proposed"),
    ("Serbia suspended talks with Kosovo in May.", "cancelled"),
    ("Aleksandar Vucic skipped a meeting with Albin Kurti in Brussels on Monday.", "declined"),
    ("Aleksandar Vucic put a visit to Vienna on hold.", "postponed"),
    ("Albin Kurti's call to Aleksandar Vucic went unanswered.", "declined"),
    ("The mediators proposed that Aleksandar Vucic and Albin Kurti meet in Ohrid.", "proposed"),
    ("Efforts to arrange a meeting between Aleksandar Vucic and Albin Kurti have stalled.", "proposed"),
    ("Preparations are under way for a meeting between Aleksandar Vucic and Albin Kurti.", "planned"),
    ("Aleksandar Vucic said a meeting with Albin Kurti was possible.", "proposed"),
    ("Joe Biden said he hoped to meet Xi Jinping in the autumn.", "proposed"),
    ("A visit by Olaf Scholz to Ankara, pencilled in for July, now looks unlikely.", "planned"),
    ("Talks between Serbia and Kosovo, which had been due to open in Brussels on Monday, remain uncertain.", "planned"),
    ("Aleksandar Vucic was delighted to welcome Olaf Scholz to Belgrade on Monday.", "held"),
    ("Aleksandar Vucic and Albin Kurti meet in Ohrid on Thursday.", "planned"),
    ("Envoys reached a deal on Monday for Aleksandar Vucic and Albin Kurti to hold a summit.", "planned"),
    ("Aleksandar Vucic discussed the upcoming visit of Albin Kurti to Vienna.", "planned"),
    ("It was the second deal in talks between Aleksandar Vucic and Albin Kurti.", "held"),
    ("It is important for Aleksandar Vucic and Albin Kurti to meet soon.", "proposed"),
    ("It was an honour for Aleksandar Vucic to meet Albin Kurti.", "held"),
    ("It was a good thing for Aleksandar Vucic to have met Albin Kurti.", "held"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_what_became_of_a_contact_is_read_from_its_clause(text, status):
    assert [told.split()[0] for told, *_ in contacts(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Aleksandar Vucic has no plans to meet Albin Kurti, his office said.",
        "Aleksandar Vucic has yet to meet Albin Kurti.",
        "Olaf Scholz recalled his ambassador for consultations in Berlin. France and Germany are at odds.",
    ],
)
def test_what_nobody_planned_or_held_is_no_contact(text):
    assert contacts(text) == []


def test_the_people_of_remarks_are_those_who_speak_them():
    text = (
        "PRESIDENT BIDEN: I'm pleased to meet with you today, Prime Minister.\n\n"
        "PRIME MINISTER MODI: Thank you for your visit to India last year.\n\n"
        "PRESIDENT BIDEN: We met in Tokyo last May."
    )
    assert contacts(text, "Remarks by President Biden and Prime Minister Modi of India") == [
        ("held meeting", "2023-06-20", "Joe Biden, Narendra Modi", "US IN"),
        ("held visit", "2022", "Joe Biden", "US IN"),
        ("held meeting", "2023-05", "Joe Biden, Narendra Modi", "US IN"),
    ]


def test_a_visit_to_no_named_place_in_a_states_own_account_is_one_to_it():
    document = Document(
        "President Macron's visit in May went well.", name="x", published="2023-06-20", account_of=("DE",)
    )
    found = extract_engagements(prepared(document, Settings()), Found())
    assert [(e.kind, e.date, e.states) for e in found] == [("visit", "2023-05", ("FR", "DE"))]


@pytest.mark.parametrize(
    "text",
    [
        "The conversation in Rome with Minister Lavrov in May was frank.",
        "In the conversation with Minister Lavrov in Rome in May nothing was settled.",
    ],
)
def test_whom_an_account_met_with_nobody_told_on_its_side_met_its_government(text):
    assert contacts(text, account_of=("DE",)) == [("held meeting", "2023-05", "Germany, Sergey Lavrov", "DE RU")]
    assert contacts(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Aides set up a call between Olaf Scholz and Emmanuel Macron that took place on May 4.", "call", "2023-05-04"),
        ("A call between Olaf Scholz and Emmanuel Macron, which occurred on May 4, was frank.", "call", "2023-05-04"),
        ("The last time Olaf Scholz met with Emmanuel Macron was in May.", "meeting", "2023-05"),
    ],
)
def test_when_it_took_place_is_told_behind_it(text, kind, date):
    assert contacts(text) == [(f"held {kind}", date, "Emmanuel Macron, Olaf Scholz", "DE FR")]


def test_who_has_had_a_call_takes_part_in_it():
    text = "This was the third call that Olaf Scholz has had with Emmanuel Macron."
    assert contacts(text) == [("held call", None, "Emmanuel Macron, Olaf Scholz", "DE FR")]


def test_a_president_who_is_known_is_not_the_one_named_before():
    text = "We thank Olaf Scholz. The President has spoken to Senator Sinema."
    assert contacts(text, account_of=("US",)) == []


def test_whom_an_account_may_have_met_it_did_not():
    assert contacts("Were there any exchanges with Minister Lavrov in Rome?", account_of=("DE",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden, joined by Antony Blinken, met Emmanuel Macron in Paris.",
        "Joe Biden met Emmanuel Macron in Paris, accompanied by Antony Blinken.",
        "President Joseph R. Biden, Jr., joined by Antony Blinken, met today with President Emmanuel Macron of France.",
    ],
)
def test_who_comes_along_takes_part(text):
    ((told, _, people, states),) = contacts(text)
    assert (told, people, states) == ("held meeting", "Antony Blinken, Emmanuel Macron, Joe Biden", "US FR")


@pytest.mark.parametrize(
    ("speaker", "who"),
    [("MR. KIRBY: ", "Emmanuel Macron, United States"), ("SECRETARY BLINKEN: ", "Antony Blinken, Emmanuel Macron")],
)
def test_we_of_somebody_who_speaks_for_others_are_the_government(speaker, who):
    text = f"Press Gaggle\n\n{speaker}We look forward to seeing President Emmanuel Macron in Washington."
    assert [people for _, _, people, _ in contacts(text, account_of=("US",))] == [who]
