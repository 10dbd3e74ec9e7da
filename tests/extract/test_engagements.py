"""Contacts told in sentences written for the test, with who met, when, where and what became of it."""

from collections.abc import Callable

import pytest

from detente.extract.engagements import extract_engagements
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found
from detente.text.reading import Reading

pytestmark = pytest.mark.usefixtures("rules_alone")

DAY = "2018-06-20"


@pytest.fixture
def engagements(english: Callable[..., Reading]) -> Callable[..., list[Engagement]]:
    def extract(text: str, published: str = DAY) -> list[Engagement]:
        reading = english(text, published=published)
        reading.mentions = resolve_mentions(reading)
        return extract_engagements(reading, Found())

    return extract


def told(engagement: Engagement) -> str:
    return f"{engagement.status} {engagement.kind}: {', '.join(sorted(engagement.participants))}"


ROWS = [
    # sides told by one phrase
    (
        "Generals from France and Germany met in Metz on Monday.",
        ["held meeting: generals from France and Germany"],
    ),
    (
        "We, the Chancellor of Germany and the President of France, met in Meseberg on Tuesday.",
        ["held meeting: Angela Merkel, Emmanuel Macron"],
    ),
    ("French and Chinese officials met in Lyon in May.", ["held meeting: French and Chinese officials"]),
    ("Emmanuel Macron is to attend the EU-China summit in July.", ["planned summit: Emmanuel Macron"]),
    # sides that go without saying
    (
        "France warned China. Ten rounds of talks brought nothing, and China warned France.",
        ["held talks: China, France"],
    ),
    (
        "Angela Merkel said Xi Jinping was a friend and that the two would talk by phone.",
        ["planned call: Angela Merkel, Xi Jinping"],
    ),
    (
        "Mike Pompeo rang both Angela Merkel and Emmanuel Macron.",
        ["held call: Angela Merkel, Mike Pompeo", "held call: Emmanuel Macron, Mike Pompeo"],
    ),
    # visits to whoever asked, or told beside another thing
    ("Theresa May invited Emmanuel Macron to visit.", ["proposed visit: Emmanuel Macron"]),
    ("Angela Merkel was offered a prize, a trip to China.", ["proposed visit: Angela Merkel"]),
    ("Theresa May spoke of a visit by the French president planned for July.", ["planned visit: Emmanuel Macron"]),
    # words of number before the noun
    ("France and China held three rounds of talks in Nice.", ["held talks: China, France"]),
    (
        "Two rounds of talks, led by Angela Merkel and Xi Jinping, came to nothing.",
        ["held talks: Angela Merkel, Xi Jinping"],
    ),
    ("There were weeks of contacts between Mike Pompeo and Wang Yi.", ["held talks: Mike Pompeo, Wang Yi"]),
    # ambassadors, delegations, calls that were not taken
    ("Angela Merkel summoned Chinese ambassador Shi Mingde on Monday.", ["held meeting: Angela Merkel, Shi Mingde"]),
    ("Wang Yi will lead a delegation to the fair in Berlin, Germany, in July.", ["planned visit: Wang Yi"]),
    ("Emmanuel Macron and Xi Jinping sat down together in Nice.", ["held meeting: Emmanuel Macron, Xi Jinping"]),
    ("Emmanuel Macron tried to phone Vladimir Putin on Monday.", ["declined call: Emmanuel Macron, Vladimir Putin"]),
    ("Emmanuel Macron ruled out meeting Vladimir Putin.", ["declined meeting: Emmanuel Macron, Vladimir Putin"]),
    (
        "Wang Yi will join Angela Merkel in a video conference on Friday.",
        ["planned call: Angela Merkel, Wang Yi"],
    ),
    ("Greek Foreign Minister Nikos Kotzias made a trip to Germany in May.", ["held visit: Nikos Kotzias"]),
    # verbs
    ("Angela Merkel met Emmanuel Macron in Meseberg.", ["held meeting: Angela Merkel, Emmanuel Macron"]),
    ("Angela Merkel and Emmanuel Macron met in Meseberg.", ["held meeting: Angela Merkel, Emmanuel Macron"]),
    ("Angela Merkel met with Emmanuel Macron.", ["held meeting: Angela Merkel, Emmanuel Macron"]),
    ("Mike Pompeo spoke by phone with Wang Yi.", ["held call: Mike Pompeo, Wang Yi"]),
    ("Theresa May phoned Emmanuel Macron.", ["held call: Emmanuel Macron, Theresa May"]),
    ("Wang Yi called on Theresa May in London.", ["held meeting: Theresa May, Wang Yi"]),
    ("Emmanuel Macron received Vladimir Putin at Versailles.", ["held meeting: Emmanuel Macron, Vladimir Putin"]),
    ("Mike Pompeo negotiated with Kim Jong Un.", ["held talks: Kim Jong Un, Mike Pompeo"]),
    ("Xi Jinping wrote to Kim Jong Un.", ["held letter: Kim Jong Un, Xi Jinping"]),
    ("Xi Jinping sent a letter to Kim Jong Un.", ["held letter: Kim Jong Un, Xi Jinping"]),
    ("Mike Pompeo called Sergey Lavrov on Monday to thank him.", ["held call: Mike Pompeo, Sergey Lavrov"]),
    ("Theresa May saw Xi Jinping on Monday.", ["held meeting: Theresa May, Xi Jinping"]),
    ("Angela Merkel sat down with Xi Jinping in Beijing.", ["held meeting: Angela Merkel, Xi Jinping"]),
    ("Emmanuel Macron joined Angela Merkel for talks on tax.", ["held talks: Angela Merkel, Emmanuel Macron"]),
    ("Angela Merkel spent two hours with Vladimir Putin.", ["held meeting: Angela Merkel, Vladimir Putin"]),
    ("Angela Merkel and Vladimir Putin talked for four hours.", ["held talks: Angela Merkel, Vladimir Putin"]),
    ("Emmanuel Macron welcomed Angela Merkel to the palace.", ["held meeting: Angela Merkel, Emmanuel Macron"]),
    (
        "Mike Pompeo spoke on the margins of the NATO summit with Angela Merkel.",
        ["held meeting: Angela Merkel, Mike Pompeo"],
    ),
    (
        "In a phone call on Monday Angela Merkel told Vladimir Putin that time was short.",
        ["held call: Angela Merkel, Vladimir Putin"],
    ),
    (
        "Angela Merkel saw Li Keqiang on Monday and Xi Jinping on Tuesday.",
        ["held meeting: Angela Merkel, Li Keqiang", "held meeting: Angela Merkel, Xi Jinping"],
    ),
    (
        "Angela Merkel met with Wang Yi, Li Keqiang and Xi Jinping.",
        [
            "held meeting: Angela Merkel, Li Keqiang",
            "held meeting: Angela Merkel, Wang Yi",
            "held meeting: Angela Merkel, Xi Jinping",
        ],
    ),
    (
        "Angela Merkel met with Xi Jinping, with Wang Yi and with Li Keqiang.",
        [
            "held meeting: Angela Merkel, Li Keqiang",
            "held meeting: Angela Merkel, Wang Yi",
            "held meeting: Angela Merkel, Xi Jinping",
        ],
    ),
    # nouns and the verbs that carry them
    ("Theresa May held talks with Xi Jinping.", ["held talks: Theresa May, Xi Jinping"]),
    ("Vladimir Putin held a summit with Xi Jinping.", ["held summit: Vladimir Putin, Xi Jinping"]),
    ("Shinzo Abe had a phone call with Vladimir Putin.", ["held call: Shinzo Abe, Vladimir Putin"]),
    ("A meeting between Shinzo Abe and Moon Jae-in ended well.", ["held meeting: Moon Jae-in, Shinzo Abe"]),
    ("Shinzo Abe and Moon Jae-in's tense, two-hour talk was of use.", ["held talks: Moon Jae-in, Shinzo Abe"]),
    ("It was a cordial face-to-face between Shinzo Abe and Moon Jae-in.", ["held meeting: Moon Jae-in, Shinzo Abe"]),
    ("In talks with Theresa May, Xi Jinping raised trade.", ["held talks: Theresa May, Xi Jinping"]),
    ("Germany and France held talks in Berlin.", ["held talks: France, Germany"]),
    ("Talks between Washington and Moscow collapsed.", ["held talks: Russia, United States"]),
    ("Emmanuel Macron gave a news conference in Berlin.", ["held news_conference: Emmanuel Macron"]),
    (
        "Angela Merkel visited Beijing. Merkel told a news conference on Monday that trade would grow.",
        ["held news_conference: Angela Merkel", "held visit: Angela Merkel"],
    ),
    ("Angela Merkel told a news conference on Monday that trade would grow.", []),
    # visits
    ("Theresa May visited China.", ["held visit: Theresa May"]),
    ("Theresa May's trip to Beijing was short.", ["held visit: Theresa May"]),
    ("Theresa May arrived in Beijing.", ["held visit: Theresa May"]),
    ("Sergey Lavrov will travel to Tokyo on Friday.", ["planned visit: Sergey Lavrov"]),
    ("Theresa May was in Beijing last month.", ["held visit: Theresa May"]),
    ("Theresa May is the first prime minister in Beijing since 2013.", ["held visit: Theresa May"]),
    ("Theresa May spent three days in Beijing.", ["held visit: Theresa May"]),
    ("Theresa May ended three days in the Chinese capital.", ["held visit: Theresa May"]),
    # what became of it
    ("Theresa May will meet Emmanuel Macron.", ["planned meeting: Emmanuel Macron, Theresa May"]),
    ("Wang Yi is scheduled to visit Moscow.", ["planned visit: Wang Yi"]),
    ("Mike Pompeo and Sergey Lavrov agreed to meet.", ["planned meeting: Mike Pompeo, Sergey Lavrov"]),
    (
        "Ahead of a meeting between Shinzo Abe and Moon Jae-in, all was calm.",
        ["planned meeting: Moon Jae-in, Shinzo Abe"],
    ),
    ("The upcoming visit by Xi Jinping to France was announced.", ["planned visit: Xi Jinping"]),
    ("Xi Jinping has invited Emmanuel Macron to visit China.", ["proposed visit: Emmanuel Macron"]),
    ("The White House is considering a visit by President Trump to Japan.", ["proposed visit: Donald Trump"]),
    (
        "The possibility of a summit between Xi Jinping and Shinzo Abe was raised.",
        ["proposed summit: Shinzo Abe, Xi Jinping"],
    ),
    ("Mike Pompeo postponed his trip to Beijing.", ["postponed visit: Mike Pompeo"]),
    ("Mike Pompeo put off a trip to Beijing.", ["postponed visit: Mike Pompeo"]),
    ("Mike Pompeo cancelled his trip to Beijing.", ["cancelled visit: Mike Pompeo"]),
    ("President Trump called off a planned summit with Kim Jong Un.", ["cancelled summit: Donald Trump, Kim Jong Un"]),
    ("Mike Pompeo declined to meet Mohammad Javad Zarif.", ["declined meeting: Mike Pompeo, Mohammad Javad Zarif"]),
    (
        "Beijing rejected a request for a meeting between Jim Mattis and Wei Fenghe.",
        ["declined meeting: Jim Mattis, Wei Fenghe"],
    ),
    (
        "Despite speaking briefly, China refused a meeting between Jim Mattis and Wei Fenghe in Singapore.",
        ["declined meeting: Jim Mattis, Wei Fenghe", "held talks: Jim Mattis, Wei Fenghe"],
    ),
    ("Theresa May was the first British leader to visit Beijing in five years.", ["held visit: Theresa May"]),
    ("Mike Pompeo looked forward to meeting Wang Yi.", ["planned meeting: Mike Pompeo, Wang Yi"]),
    # one contact however often it is told
    ("Mike Pompeo called off his trip to Oslo. He put off a trip to Oslo.", ["cancelled visit: Mike Pompeo"]),
    ("Mike Pompeo spoke with Wang Yi. They also consulted on trade.", ["held call: Mike Pompeo, Wang Yi"]),
    ("Theresa May met Xi Jinping. It was May's first meeting with Xi.", ["held meeting: Theresa May, Xi Jinping"]),
    ("Theresa May met Xi Jinping. The two leaders spoke frankly.", ["held meeting: Theresa May, Xi Jinping"]),
    (
        "Theresa May met Xi Jinping on Monday. The two last met in Hamburg in July 2017.",
        ["held meeting: Theresa May, Xi Jinping", "held meeting: Theresa May, Xi Jinping"],
    ),
    (
        "Theresa May had talks with senior Chinese officials. Theresa May met Xi Jinping on Monday.",
        ["held meeting: Theresa May, Xi Jinping"],
    ),
    (
        "Upcoming visits by Theresa May and Emmanuel Macron to Tokyo were announced.",
        ["planned visit: Emmanuel Macron", "planned visit: Theresa May"],
    ),
    # no contact between states
    ("Angela Merkel and Xi Jinping agreed to meet once a year.", []),
    ("China sees Xi Jinping as a guide for Theresa May.", []),
    ("Theresa May was ambassador in Beijing.", []),
    ("Neither Theresa May nor Xi Jinping rose. Neither side announced a summit between them.", []),
    ("Theresa May and Xi Jinping agreed to start a dialogue on trade.", []),
    ("Theresa May called on Xi Jinping to free trade, to help him.", []),
    ("Theresa May met Philip Hammond in London.", []),
    ("Theresa May visited Manchester.", []),
    ("Mike Pompeo did not meet Mohammad Javad Zarif.", []),
    ("If Mike Pompeo meets Wang Yi, it will be news.", []),
    ("Emmanuel Macron gave a news conference in Paris.", []),
    ("Theresa May called on China to open its market.", []),
    ("The two sides set up a working group.", []),
    ("They moved to the meeting room.", []),
    ("The town hall meeting was long.", []),
    ("Xi Jinping was welcomed in Berlin by Angela Merkel.", ["held meeting: Angela Merkel, Xi Jinping"]),
    ("The truce was welcomed in Berlin by Angela Merkel.", []),
    # visits told by their end, by how one comes there, and by who is sent
    ("Angela Merkel left Beijing on Sunday.", ["held visit: Angela Merkel"]),
    ("Angela Merkel flew home from China.", ["held visit: Angela Merkel"]),
    ("Angela Merkel may leave Beijing without a deal.", []),
    ("Angela Merkel left China alone.", []),
    ("Angela Merkel left China off the agenda.", []),
    ("British firms left China.", []),
    ("The British ambassador left Beijing in May.", []),
    ("Sergey Lavrov returned from Paris.", ["held visit: Sergey Lavrov"]),
    ("Sergey Lavrov returned to Moscow.", []),
    ("Angela Merkel left China out of her speech.", []),
    ("Emmanuel Macron reached Beijing by train.", ["held visit: Emmanuel Macron"]),
    ("French missiles reached Beijing.", []),
    ("Emmanuel Macron passed through Berlin.", ["held visit: Emmanuel Macron"]),
    ("Emmanuel Macron set off for Berlin.", ["held visit: Emmanuel Macron"]),
    ("Emmanuel Macron set out his aims for Germany.", []),
    ("Emmanuel Macron set forth his demands on Germany in Berlin.", []),
    ("Emmanuel Macron will not set off for Berlin.", ["cancelled visit: Emmanuel Macron"]),
    ("France sent its envoy home to Berlin.", []),
    ("France sent a delegation to Berlin.", ["held visit: delegation"]),
    ("France sent troops to Mali.", []),
    ("Emmanuel Macron has accepted an invitation to Beijing.", ["planned visit: Emmanuel Macron"]),
    ("Emmanuel Macron declined an invitation to Beijing.", ["declined visit: Emmanuel Macron"]),
    ("Emmanuel Macron may accept an invitation to Beijing.", ["proposed visit: Emmanuel Macron"]),
    # meetings told by where people sat and stood
    ("Angela Merkel sat across from Xi Jinping.", ["held meeting: Angela Merkel, Xi Jinping"]),
    ("Britain sits across from France.", []),
    ("Angela Merkel buttonholed Xi Jinping.", ["held meeting: Angela Merkel, Xi Jinping"]),
    # what lies ahead without "will"
    ("Angela Merkel is going to meet Emmanuel Macron in Metz.", ["planned meeting: Angela Merkel, Emmanuel Macron"]),
    (
        "Angela Merkel is not going to meet Emmanuel Macron in Metz.",
        ["declined meeting: Angela Merkel, Emmanuel Macron"],
    ),
    (
        "Angela Merkel is not just going to meet Emmanuel Macron in Metz.",
        ["planned meeting: Angela Merkel, Emmanuel Macron"],
    ),
    ("Angela Merkel did not just meet Emmanuel Macron in Metz.", []),
    (
        "Angela Merkel is not going to Metz to meet Emmanuel Macron.",
        ["planned meeting: Angela Merkel, Emmanuel Macron"],
    ),
    ("Angela Merkel is not going to travel to China.", ["cancelled visit: Angela Merkel"]),
    ("The ministry announced a visit by Theresa May to China in the coming weeks.", ["planned visit: Theresa May"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_contact_is_told_with_its_kind_status_and_people(
    engagements: Callable[..., list[Engagement]], text: str, expected: list[str]
) -> None:
    assert sorted(told(e) for e in engagements(text)) == expected


def only(found: list[Engagement]) -> Engagement:
    assert len(found) == 1
    return found[0]


def test_day_place_and_length_come_from_the_clause_and_the_sentences_after_it(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = (
        "Angela Merkel met Emmanuel Macron in Meseberg on Tuesday. "
        "It lasted around 40 minutes, starting at 3:15 p.m. and ending at 4:05 p.m."
    )
    found = only(engagements(text))
    assert (found.date, found.date_basis, found.place) == ("2018-06-19", "relative", "Meseberg")
    assert (found.start, found.end, found.duration_min) == ("15:15", "16:05", 40)
    assert found.states == ("DE", "FR")
    assert len(found.evidence) == 2


def test_a_range_of_days_gives_an_end(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Angela Merkel met Emmanuel Macron on June 18-19 in Meseberg."))
    assert (found.date, found.end_date) == ("2018-06-18", "2018-06-19")


def test_a_month_stays_a_month(engagements: Callable[..., list[Engagement]]) -> None:
    assert only(engagements("Angela Merkel met Emmanuel Macron in May.")).date == "2018-05"


def test_a_day_after_publication_makes_a_contact_planned(engagements: Callable[..., list[Engagement]]) -> None:
    assert only(engagements("Angela Merkel meets Emmanuel Macron on June 25, 2018.")).status == "planned"


def test_a_visit_carries_the_states_of_visitor_and_host(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Angela Merkel visited China in May."))
    assert (found.states, found.place) == (("DE", "CN"), "China")


def test_a_meeting_within_a_visit_is_part_of_it(engagements: Callable[..., list[Engagement]]) -> None:
    visit, meeting = engagements("Theresa May arrived in Beijing on Monday. She met Xi Jinping on Tuesday.")
    assert (visit.kind, meeting.kind) == ("visit", "meeting")
    assert meeting.part_of == visit.id
    assert visit.part_of is None


def test_a_refusal_names_who_refused_and_why(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Mike Pompeo declined to meet Mohammad Javad Zarif because of the sanctions."))
    assert found.refused_by == "Mike Pompeo"
    assert found.reason is not None
    assert found.reason.text == "because of the sanctions"


def test_the_sentence_before_is_the_reason_of_a_cancellation_that_resulted(
    engagements: Callable[..., list[Engagement]],
) -> None:
    found = only(engagements("A ship was rammed at sea. As a result, Mike Pompeo cancelled a trip to Beijing."))
    assert found.status == "cancelled"
    assert found.reason is not None
    assert found.reason.text == "A ship was rammed at sea."


def test_the_aim_of_a_contact_is_cited(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Theresa May spoke with Emmanuel Macron to discuss the border."))
    assert found.aims is not None
    assert found.aims.text == "to discuss the border"


def test_the_outcome_of_a_contact_is_cited(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Talks between Angela Merkel and Emmanuel Macron produced a deal on fishing."))
    assert found.outcome is not None
    assert found.outcome.text.endswith("produced a deal on fishing")


def test_two_people_at_two_places_are_two_meetings(engagements: Callable[..., list[Engagement]]) -> None:
    text = "Wang Yi called on Theresa May at Downing Street and Boris Johnson in his office."
    assert [e.participants for e in engagements(text)] == [("Wang Yi", "Theresa May"), ("Wang Yi", "Boris Johnson")]


def test_strong_tellings_rank_above_vague_ones(engagements: Callable[..., list[Engagement]]) -> None:
    strong = only(engagements("Angela Merkel met Emmanuel Macron in Meseberg on Tuesday."))
    vague = only(engagements("Talks between Washington and Moscow collapsed."))
    assert 0.3 <= vague.confidence < strong.confidence <= 0.95


def test_a_national_official_of_unknown_state_speaks_for_the_side_whose_account_it_is(
    english: Callable[..., Reading],
) -> None:
    text = "Deputy Adviser John Doe met Emmanuel Macron in Paris."
    reading = english(text, published=DAY)
    reading.document = Document(text, published=DAY, account_of=("US",))
    reading.mentions = resolve_mentions(reading)
    found = only(extract_engagements(reading, Found()))
    assert set(found.states) == {"US", "FR"}


def test_a_visit_without_a_day_has_those_of_the_meetings_in_it(engagements: Callable[..., list[Engagement]]) -> None:
    text = "Angela Merkel met Wang Yi on Monday. She met Xi Jinping on Tuesday. It was a long visit by Angela Merkel to Beijing."
    visit = next(e for e in engagements(text) if e.kind == "visit")
    assert (visit.date, visit.end_date, visit.date_basis) == ("2018-06-18", "2018-06-19", "inferred")


def test_a_meeting_within_a_visit_was_where_the_visit_was(engagements: Callable[..., list[Engagement]]) -> None:
    found = engagements("Angela Merkel visited Beijing in May. Angela Merkel met Xi Jinping.")
    assert [e.place for e in found] == ["Beijing", "Beijing"]


def test_a_visit_planned_for_a_day_now_past_is_the_one_that_was_called_off(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = "Mike Pompeo cancelled a trip to Beijing. Pompeo's initial scheduled visit in February had been agreed."
    found = only(engagements(text))
    assert (found.status, found.date) == ("cancelled", "2018-02")


def test_a_meeting_on_the_sidelines_has_the_place_of_the_gathering(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = "It followed a meeting between Shinzo Abe and Moon Jae-in on the sidelines of the G20 in Hamburg last year."
    assert only(engagements(text)).place == "Hamburg"


def test_another_meeting_of_the_same_people_is_found_by_the_pronoun_in_its_clause(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = (
        "Shinzo Abe met Moon Jae-in on June 18, 2018. "
        "They built on the May 2017 meeting in Tokyo where they agreed on trade."
    )
    assert [e.date for e in engagements(text)] == ["2018-06-18", "2017-05"]


def test_an_event_of_its_own_name_is_not_the_meeting_told_before(
    engagements: Callable[..., list[Engagement]],
) -> None:
    found = only(engagements("Shinzo Abe met Moon Jae-in in Tokyo. The G20 summit in Osaka is near."))
    assert (found.place, len(found.evidence)) == ("Tokyo", 1)


def test_talks_elsewhere_are_not_the_call_told_before(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Shinzo Abe spoke by phone with Moon Jae-in. The ongoing negotiations in Doha came up."))
    assert (found.kind, found.place, len(found.evidence)) == ("call", None, 1)


def test_contacts_told_in_one_clause_have_each_their_own_day(engagements: Callable[..., list[Engagement]]) -> None:
    found = engagements("Angela Merkel saw Li Keqiang on Monday and Xi Jinping on Tuesday.")
    assert [e.date for e in found] == ["2018-06-18", "2018-06-19"]


def test_the_hours_at_which_it_began_and_ended_are_those_of_the_contact(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = "Angela Merkel met Emmanuel Macron on Tuesday. It began at 3:15 p.m. and ended at 4:05 p.m. local time."
    found = only(engagements(text))
    assert (found.start, found.end) == ("15:15", "16:05")


def test_who_called_it_off_is_the_one_whose_trip_had_been_planned(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = (
        "Mike Pompeo spoke to Wang Yi. The trip had been planned for February. "
        "Pompeo called it off after a ship was rammed."
    )
    visit = next(e for e in engagements(text) if e.kind == "visit")
    assert (visit.participants, visit.status, visit.date) == (("Mike Pompeo",), "cancelled", "2018-02")
    assert visit.reason is not None
    assert visit.reason.text.endswith("a ship was rammed")


def test_the_time_since_an_earlier_contact_is_not_that_of_this_one(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = "Angela Merkel met Emmanuel Macron on Monday. It was their first meeting since Paris a year earlier."
    assert only(engagements(text)).date == "2018-06-18"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Angela Merkel met Emmanuel Macron a few days ago. Merkel met Macron today.", [None, "2018-06-20"]),
        ("Angela Merkel met Emmanuel Macron earlier this week. Merkel met Macron today.", ["2018-06", "2018-06-20"]),
        ("Angela Merkel met Emmanuel Macron a few days ago. Merkel met Macron in Paris on 6 June.", ["2018-06-06"]),
        ("The last time that Angela Merkel met with Emmanuel Macron was last November.", ["2017-11"]),
    ],
)
def test_what_was_some_days_ago_is_not_the_contact_of_today(
    engagements: Callable[..., list[Engagement]], text: str, days: list[str | None]
) -> None:
    assert [e.date for e in engagements(text)] == days


def test_a_coming_meeting_of_others_tells_nothing_of_the_one_told_before(
    engagements: Callable[..., list[Engagement]],
) -> None:
    text = "Angela Merkel met Emmanuel Macron. France will host the first meeting in early 2019."
    assert next(e for e in engagements(text) if e.participants).date is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Angela Merkel met Vladimir Putin in the Austrian capital.", "Vienna"),
        ("Angela Merkel met Vladimir Putin in the Palace of the Republic on Monday.", "Palace of the Republic"),
    ],
)
def test_a_place_is_named_in_full_and_without_the_words_behind_it(
    engagements: Callable[..., list[Engagement]], text: str, place: str
) -> None:
    assert only(engagements(text)).place == place


def test_who_the_title_says_they_met_has_the_state_named_there(english: Callable[..., Reading]) -> None:
    text = "Mike Pompeo spoke today with Jane Roe."
    reading = english(text, published=DAY)
    reading.document = Document(text, published=DAY, title="Readout of the Call with President Jane Roe of Peru")
    reading.mentions = resolve_mentions(reading)
    assert only(extract_engagements(reading, Found())).states == ("US", "PE")


def test_the_state_of_an_office_is_the_first_that_it_names(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Mike Pompeo met with President Jane Roe of Chad, Chair of the African Union."))
    assert found.states == ("US", "TD")


def test_two_who_travelled_to_a_third_state_met_there(engagements: Callable[..., list[Engagement]]) -> None:
    text = "Mike Pompeo and Wang Yi came to Vienna. On Monday they shook hands in a corridor of the hotel."
    meeting, visit = sorted(engagements(text), key=lambda e: e.kind)
    assert meeting.part_of == visit.id
    assert set(meeting.states) == {"US", "CN"}


def test_a_talk_with_no_place_is_not_part_of_a_visit(engagements: Callable[..., list[Engagement]]) -> None:
    text = "Mike Pompeo spoke with Angela Merkel. They discussed Angela Merkel's visit to Washington."
    assert [e.part_of for e in engagements(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mike Pompeo on Monday cancelled a trip to Beijing.", None),
        ("Mike Pompeo cancelled a trip to Beijing in May.", "2018-05"),
    ],
)
def test_the_day_on_which_a_visit_was_called_off_is_not_its_own(
    engagements: Callable[..., list[Engagement]], text: str, day: str | None
) -> None:
    assert only(engagements(text)).date == day


def test_a_stay_of_some_days_began_as_long_before_it_ended(engagements: Callable[..., list[Engagement]]) -> None:
    found = only(engagements("Angela Merkel ended three days in Beijing on Tuesday."))
    assert (found.date, found.end_date) == ("2018-06-17", "2018-06-19")


def test_whoever_is_hosted_for_a_visit_comes_on_its_day(engagements: Callable[..., list[Engagement]]) -> None:
    assert only(engagements("Angela Merkel will host Xi Jinping for a state visit on 9 July.")).date == "2018-07-09"


def test_the_day_on_which_somebody_left_is_not_that_of_the_visit(
    engagements: Callable[..., list[Engagement]],
) -> None:
    assert only(engagements("Angela Merkel left Beijing on Sunday.")).date is None


def test_the_day_on_which_an_invitation_was_accepted_is_not_that_of_the_visit(
    engagements: Callable[..., list[Engagement]],
) -> None:
    assert only(engagements("Theresa May accepted an invitation to Beijing on Sunday.")).date is None
