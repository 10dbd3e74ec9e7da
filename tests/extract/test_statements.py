"""Who said what: one row per way in which English reports speech, each written for the project."""

import pytest

from detente.extract.statements import extract_statements
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found


@pytest.fixture
def statements(english):
    def extract(text, published="2023-06-20"):
        reading = english(text, published)
        reading.mentions = resolve_mentions(reading)
        return extract_statements(reading, Found())

    return extract


def contents(statement):
    return [" ".join(span.text.split()) for span in statement.content]


# text, then for each statement: speaker, content, mode
ROWS = [
    # clauses
    (
        "Foreign Minister Penny Wong said that the treaty would protect fishing grounds.",
        [("Penny Wong", ["the treaty would protect fishing grounds"], "indirect")],
    ),
    (
        "Penny Wong said the treaty would “anchor” peace in the Pacific.",
        [("Penny Wong", ["the treaty would “anchor” peace in the Pacific"], "mixed")],
    ),
    (
        "The embassy has closed for good, Annalena Baerbock said on Tuesday.",
        [("Annalena Baerbock", ["The embassy has closed for good"], "indirect")],
    ),
    (
        "Annalena Baerbock told lawmakers that the pipeline was finished.",
        [("Annalena Baerbock", ["the pipeline was finished"], "indirect")],
    ),
    (
        "Subrahmanyam Jaishankar wrote in an open letter that the border had to be calm first.",
        [("S. Jaishankar", ["the border had to be calm first"], "indirect")],
    ),
    (
        "Antony Blinken, who has said the door stays open, flew home on Monday.",
        [("Antony Blinken", ["the door stays open"], "indirect")],
    ),
    # direct speech
    (
        "“We are ready to talk,” Penny Wong said.",
        [("Penny Wong", ["We are ready to talk"], "direct")],
    ),
    (
        "“We are ready to talk,” said Penny Wong. “The rest is up to them.”",
        [("Penny Wong", ["We are ready to talk", "The rest is up to them"], "direct")],
    ),
    (
        "“Our ships will stay,” Penny Wong said, “until the storm is over.”",
        [("Penny Wong", ["Our ships will stay", "until the storm is over"], "direct")],
    ),
    (
        "Penny Wong told reporters: “Nobody wins a trade war.”",
        [("Penny Wong", ["Nobody wins a trade war"], "direct")],
    ),
    (
        '"It is a start," Penny Wong said. "It is not the end."',
        [("Penny Wong", ["It is a start", "It is not the end"], "direct")],
    ),
    (
        "“The ice is thin,” said navy chief Lena Berg looking at the map.",
        [("Lena Berg", ["The ice is thin"], "direct")],
    ),
    (
        "Penny Wong, at a later briefing, said, “We have read the note. We will answer it.”",
        [("Penny Wong", ["We have read the note. We will answer it"], "direct")],
    ),
    # damaged marks
    (
        "“We have waited long enough for an answer, Penny Wong said.",
        [("Penny Wong", ["We have waited long enough for an answer"], "direct")],
    ),
    (
        "“The talks were never about ships, Penny Wong said.”",
        [("Penny Wong", ["The talks were never about ships"], "direct")],
    ),
    (
        "“The first step is trust between our navies.\n\nThe second is a telephone that somebody answers,” Penny Wong said.",
        [
            (
                "Penny Wong",
                ["The first step is trust between our navies. The second is a telephone that somebody answers"],
                "direct",
            )
        ],
    ),
    (
        "Penny Wong said: “The first step is trust between our navies.\n\n“The second is a telephone that works.”",
        [
            (
                "Penny Wong",
                ["The first step is trust between our navies", "The second is a telephone that works"],
                "direct",
            )
        ],
    ),
    # according to
    (
        "According to Penny Wong, the cable was cut on purpose.",
        [("Penny Wong", ["the cable was cut on purpose"], "indirect")],
    ),
    (
        "The cable was cut on purpose, according to Penny Wong.",
        [("Penny Wong", ["The cable was cut on purpose"], "indirect")],
    ),
    # objects, prepositions, infinitives
    (
        "Penny Wong condemned the missile launch.",
        [("Penny Wong", ["the missile launch"], "indirect")],
    ),
    (
        "Penny Wong raised concerns about the arrest of two journalists.",
        [("Penny Wong", ["concerns about the arrest of two journalists"], "indirect")],
    ),
    (
        "Penny Wong accused Moscow of hiding the losses.",
        [("Penny Wong", ["Moscow of hiding the losses"], "indirect")],
    ),
    (
        "Penny Wong called for an end to the blockade.",
        [("Penny Wong", ["an end to the blockade"], "indirect")],
    ),
    (
        "Penny Wong urged Beijing to release the crew.",
        [("Penny Wong", ["release the crew"], "indirect")],
    ),
    (
        "Penny Wong threatened to recall the ambassador.",
        [("Penny Wong", ["recall the ambassador"], "indirect")],
    ),
    (
        "Penny Wong called the ruling “a step backwards”.",
        [("Penny Wong", ["the ruling “a step backwards"], "mixed")],
    ),
    (
        "Penny Wong described the visit as useful.",
        [("Penny Wong", ["the visit as useful"], "indirect")],
    ),
    (
        "Penny Wong attributed the delay to a storm.",
        [("Penny Wong", ["the delay to a storm"], "indirect")],
    ),
    (
        "Penny Wong emphasised once more that the reef is “a shared home” and that it needs care.",
        [("Penny Wong", ["the reef is “a shared home” and that it needs care"], "mixed")],
    ),
    (
        "Penny Wong was clear that the base would never open.",
        [("Penny Wong", ["the base would never open"], "indirect")],
    ),
    (
        "Penny Wong warned of “grave consequences” for shipping in the strait.",
        [("Penny Wong", ["grave consequences” for shipping in the strait"], "mixed")],
    ),
    (
        "Penny Wong reaffirmed support for the treaty, the ceasefire, and the return of all prisoners.",
        [("Penny Wong", ["support for the treaty, the ceasefire, and the return of all prisoners"], "indirect")],
    ),
    (
        "Penny Wong called for restraint in the use of water cannon.",
        [("Penny Wong", ["restraint in the use of water cannon"], "indirect")],
    ),
    (
        "Australia says reef patrols ‘will go on’ in spite of warnings",
        [("Australia", ["reef patrols ‘will go on’ in spite of warnings"], "mixed")],
    ),
    (
        "“The nets were empty”, said Penny Wong.",
        [("Penny Wong", ["The nets were empty"], "direct")],
    ),
    (
        "Some praised the pilots who landed the jet.",
        [("some", ["the pilots"], "indirect")],
    ),
    (
        "Penny Wong announced the closure of the consulate at a news conference in Perth.",
        [("Penny Wong", ["the closure of the consulate"], "indirect")],
    ),
    (
        "The fleet is seeking a safe port, Penny Wong added.",
        [("Penny Wong", ["The fleet is seeking a safe port"], "indirect")],
    ),
    (
        "Penny Wong called it “a start.” Wang Yi welcomed the “first step” towards calm.",
        [
            ("Penny Wong", ["a start"], "direct"),
            ("Wang Yi", ["the “first step” towards calm"], "mixed"),
        ],
    ),
    (
        "The reef treaty, which Penny Wong defended, expires in May.",
        [("Penny Wong", ["The reef treaty"], "indirect")],
    ),
    (
        "Penny Wong shared how her office had traced the cargo.",
        [("Penny Wong", ["how her office had traced the cargo"], "indirect")],
    ),
    (
        "While ports were busy, Penny Wong blamed the delay on a strike.",
        [("Penny Wong", ["the delay on a strike"], "indirect")],
    ),
    (
        "Penny Wong pledged two patrol boats, noting that the fleet was old.",
        [
            ("Penny Wong", ["two patrol boats"], "indirect"),
            ("Penny Wong", ["the fleet was old"], "indirect"),
        ],
    ),
    (
        "Penny Wong said the pact would hold - seen at home as a gamble.",
        [("Penny Wong", ["the pact would hold"], "indirect")],
    ),
    (
        "The fleet “will sail on.” President Prabowo Subianto, speaking in Jakarta, said “the sea is patient.”",
        [("Prabowo Subianto", ["the sea is patient"], "direct")],
    ),
    (
        "`` We lost the signal, '' Penny Wong said.",
        [("Penny Wong", ["We lost the signal"], "direct")],
    ),
    (
        "Wang Yi was blunt. `` It is over. '' Penny Wong welcomed the news.",
        [("Penny Wong", ["the news"], "indirect")],
    ),
    (
        "A fisherman who said the nets were cut went home.",
        [("fisherman", ["the nets were cut"], "indirect")],
    ),
    (
        "''The nets were cut,'' Penny Wong said. ''We know by whom.''",
        [("Penny Wong", ["The nets were cut", "We know by whom"], "direct")],
    ),
    (
        "Penny Wong called on the militia to accept terms whereby the crews would go home.",
        [("Penny Wong", ["accept terms whereby the crews would go home"], "indirect")],
    ),
    (
        "Penny Wong answered the charge by accusing Moscow of theft.",
        [("Penny Wong", ["Moscow of theft"], "indirect")],
    ),
    (
        "Penny Wong reiterated that the dispute should not grow and underscored the value of calm.",
        [
            ("Penny Wong", ["the dispute should not grow"], "indirect"),
            ("Penny Wong", ["the value of calm"], "indirect"),
        ],
    ),
    (
        "Penny Wong hinted at a truce while rejecting new talks.",
        [
            ("Penny Wong", ["a truce"], "indirect"),
            ("Penny Wong", ["new talks"], "indirect"),
        ],
    ),
    (
        "Penny Wong stressed the value of trade, including the flow of grain that feeds the islands.",
        [("Penny Wong", ["the value of trade, including the flow of grain that feeds the islands"], "indirect")],
    ),
    (
        "Penny Wong raised concern about the People’s Republic of China’s (PRC) new patrols.",
        [("Penny Wong", ["concern about the People’s Republic of China’s (PRC) new patrols"], "indirect")],
    ),
    # participles, adverbial acts, nouns
    (
        "Penny Wong said the harbour was open, adding that ferries would sail again.",
        [
            ("Penny Wong", ["the harbour was open"], "indirect"),
            ("Penny Wong", ["ferries would sail again"], "indirect"),
        ],
    ),
    (
        "Penny Wong defended the deal, despite her warning that prices would rise.",
        [
            ("Penny Wong", ["the deal"], "indirect"),
            ("Penny Wong", ["prices would rise"], "indirect"),
        ],
    ),
    # two acts in one sentence
    (
        "Penny Wong said that the ferry sank and urged Jakarta to search for survivors.",
        [
            ("Penny Wong", ["the ferry sank"], "indirect"),
            ("Penny Wong", ["search for survivors"], "indirect"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_speech_is_read_in_each_of_its_forms(statements, text, expected):
    found = [(s.speaker, contents(s), s.mode) for s in statements(text) if s.act == "speech"]
    assert found == expected


NOT_SPEECH = [
    "Penny Wong arrived in Suva on Monday.",
    "The ministers discussed Taiwan over lunch.",
    "Penny Wong did not say whether the ship would return.",
    "The minister may announce new tariffs next week.",
    "Studies suggest that prices will fall.",
    "Penny Wong did not name the ship or specify how it sank.",
    "Penny Wong needs time to calm the port, condemn the raid and find the crew.",
    "Penny Wong spoke by telephone with a friend of Australia.",
    "Penny Wong began the long task of defending the reef.",
    "Penny Wong added the words “and Reefs” to the name of the office.",
    "A document in the file detailed the loss of the ship.",
    "When asked about the wreck, Penny Wong smiled.",
    "Penny Wong raised tariffs on steel.",
    "The so-called “tariff truce” lasted a month.",
    "Canberra believes the dispute will pass.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_what_is_no_speech_act_is_no_statement(statements, text):
    assert [s for s in statements(text) if s.act == "speech"] == []


def test_a_belief_is_kept_apart_from_speech(statements):
    (found,) = statements("Penny Wong believes the dispute will pass.")
    assert (found.act, found.speaker) == ("belief", "Penny Wong")


def test_an_utterance_inside_a_quotation_belongs_to_the_one_who_is_quoted(statements):
    found = statements("“He told me that the deal was dead,” Penny Wong said.")
    assert [(s.speaker, contents(s)) for s in found] == [("Penny Wong", ["He told me that the deal was dead"])]


def test_a_report_of_a_report_is_the_inner_speakers_through_the_outer_account(statements):
    (found,) = statements("The White House said that Penny Wong had condemned the attack on the convoy.")
    assert (found.speaker, found.reported_by) == ("Penny Wong", "White House")
    assert contents(found) == ["the attack on the convoy"]


def test_a_readout_named_at_the_start_is_the_account(statements):
    (found,) = statements("According to a readout from Xinhua, Wang Yi demanded that the tariffs be lifted.")
    assert (found.speaker, found.reported_by, found.account_of) == ("Wang Yi", "Xinhua", ("CN",))


def test_a_readout_named_at_the_end_is_the_account_and_no_part_of_the_words(statements):
    (found,) = statements("Wang Yi told his guests that the harbour was safe, according to Xinhua.")
    assert (found.speaker, found.reported_by, contents(found)) == ("Wang Yi", "Xinhua", ["the harbour was safe"])


def test_account_and_day_carry_on_with_the_same_speaker(statements):
    found = statements(
        "According to Xinhua, Wang Yi said on Monday that trade had grown. Wang Yi stressed that ties mattered."
    )
    assert [(s.reported_by, s.said_on) for s in found] == [("Xinhua", "2023-06-19"), ("Xinhua", "2023-06-19")]


def test_a_day_inside_the_words_is_not_the_day_they_were_said(statements):
    (found,) = statements("Penny Wong said the ferry sank on Sunday.")
    assert found.said_on is None


def test_a_readout_dates_what_was_said_by_the_day_of_the_contact(statements):
    found = statements(
        "Readout of the Call with Wang Yi\n\n"
        "Jake Sullivan spoke today with Wang Yi of China. Mr. Sullivan stressed the need for calm.",
        published="2023-05-11",
    )
    assert [(s.speaker, s.said_on) for s in found] == [("Jake Sullivan", "2023-05-11")]


def test_provisions_of_a_joint_statement_are_no_statements(statements):
    found = statements("Joint Statement on Fisheries\n\nChina and Vietnam agreed to share patrol schedules.")
    assert found == []


def test_what_a_side_is_told_to_have_said_in_a_joint_text_is_a_statement(statements):
    (found,) = statements(
        "Joint Statement on Fisheries\n\nChina reiterated its claim to the reef.", published="2023-06-20"
    )
    assert (found.speaker, contents(found)) == ("China", ["its claim to the reef"])


def test_the_addressee_is_the_one_who_was_told(statements):
    (found,) = statements("Penny Wong told Wang Yi that the tariffs had to go.")
    assert found.addressee == "Wang Yi"


def test_a_speaker_is_given_with_the_office_of_the_day(statements):
    (found,) = statements("“The door is open,” Blinken said.", published="2023-06-20")
    assert (found.speaker, found.state) == ("Antony Blinken", "US")
    assert found.office is not None
    assert "Secretary of State" in found.office


def test_a_weaker_pattern_is_less_sure_than_marks_and_a_verb(statements):
    (marked,) = statements("“The door is open,” Penny Wong said.")
    (noun,) = statements("Penny Wong's promise to visit was welcome.")
    assert marked.confidence > noun.confidence


def test_words_that_name_no_issue_are_about_that_of_the_statement_before(statements):
    first, second = statements("Penny Wong condemned the missile test by Pyongyang. She said it was unacceptable.")
    assert "north_korea" in first.issues
    assert second.issues == first.issues
