"""The judge of engagements: what it finds beyond the rules, its drafts, its features and its weights."""

import math

import pytest

from detente.extract.engagement_choice import likely_contacts, told_twice
from detente.extract.engagement_drafts import all_drafts
from detente.extract.engagement_gathering import Gathering
from detente.extract.engagement_judge import Judge, Scene, features, judge
from detente.extract.engagement_merge import merged
from detente.extract.engagements import extract_engagements

DISPUTE = "Kenya and Uganda have argued over fish for years. "

# text, status, kind, date, participants, states: contacts whose sides the rules do not know
JUDGED = [
    ("The commission last met in March in Jinja.", "held meeting", "2023-03", (), {"KE", "UG"}),
    ("Two earlier rounds, in April and May, ended without a result.", "held talks", "2023-04", (), {"KE", "UG"}),
    ("A second session is due in Kampala next month.", "planned meeting", "2023-07", (), {"KE", "UG"}),
    (
        "The foreign ministers will sit down in Arusha on 26 June.",
        "planned meeting",
        "2023-06-26",
        (),
        {"KE", "UG"},
    ),
    (
        "Its envoy handed a complaint to the Ugandan foreign ministry on Monday.",
        "held letter",
        "2023-06-19",
        (),
        {"KE", "UG"},
    ),
    (
        "Kenya's army chief sat down with Ugandan officers in Entebbe on Monday.",
        "held meeting",
        "2023-06-19",
        ("Kenya's army chief", "Ugandan officers in Entebbe"),
        {"KE", "UG"},
    ),
]


@pytest.fixture
def gathered(told):
    """A text's contacts as the rules tell them, and the drafts beside them."""

    def find(text):
        gathering = Gathering(told(text)[0])
        known = [c for c in merged(gathering.gather()) if c.tellings]
        return gathering, known, list(all_drafts(gathering, known, Judge({}).may_tell))

    return find


@pytest.mark.parametrize(("text", "standing", "date", "participants", "states"), JUDGED)
def test_contacts_of_no_told_sides_are_found_where_they_are_likely(told, text, standing, date, participants, states):
    (found,) = extract_engagements(*told(DISPUTE + text))

    assert (f"{found.status} {found.kind}", found.date, found.participants) == (standing, date, participants)
    assert set(found.states) == states


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize("text", [row[0] for row in JUDGED])
def test_the_rules_alone_leave_them_open(told, text):
    assert extract_engagements(*told(DISPUTE + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The king of Buganda sees his dentist in spring.",
        "Fishermen return to Kenya with empty nets.",
        "Uganda may become a member of the bank.",
        "Kenya sends a third of its tea to Uganda.",
    ],
)
def test_what_is_no_contact_is_not_told(told, text):
    assert extract_engagements(*told(DISPUTE + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators from Kenya and Uganda held a fourth round of talks in Nairobi on 2 May.",
        "Kenya's President William Ruto met Ugandan President Yoweri Museveni at a gathering in Jinja on Monday.",
    ],
)
def test_words_for_a_contact_that_the_rules_tell_are_no_draft_of_another(gathered, text):
    _, known, drafts = gathered(text)

    assert (len(known), drafts) == (1, [])


def test_what_is_only_counted_is_no_draft(gathered):
    assert gathered("Kenya held a third round of elections.")[2] == []


@pytest.mark.parametrize("signed", ["Executive Order 13467", "the Fisheries Act", "a proclamation on trade"])
def test_what_one_government_signs_alone_is_no_draft(gathered, signed):
    assert gathered(f"{DISPUTE}On March 15 the president signed {signed} against Uganda.")[2] == []


def test_one_contact_told_twice_by_drafts_is_told_once(gathered):
    gathering, known, drafts = gathered(DISPUTE + "The commission met on Monday. The session on Monday was short.")

    first, second = (d.contact for d in drafts if d.cue.head.text in {"met", "session"})
    assert told_twice(first, second)
    assert len(likely_contacts(gathering, known, Judge({"always": 5.0}))) == 1


def test_contacts_on_other_days_are_apart(gathered):
    _, _, drafts = gathered(DISPUTE + "The commission met on Monday. A session is due on 4 July.")

    first, second = (d.contact for d in drafts if d.cue.head.text in {"met", "session"})
    assert not told_twice(first, second)


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("A second session is due in Kampala on 4 July.", "session", "date=ahead planned"),
        ("The commission last met in March.", "met", "head=VERB:meet"),
        ("The commission last met in March.", "met", "date=past held"),
        ("A delegation from Kampala is expected.", "expected", "date=none visit"),
        ("They held an urgent session.", "session", "carried=hold"),
    ],
)
def test_a_draft_is_described_by_its_words_and_its_day(gathered, text, head, name):
    gathering, known, drafts = gathered(DISPUTE + text)
    draft = next(d for d in drafts if d.cue.head.text == head)

    assert name in set(features(draft, Scene(gathering.reading, gathering.roster.actors, known)))


def test_a_likelihood_is_the_sum_of_weights_on_the_logistic_curve(gathered):
    gathering, known, drafts = gathered(DISPUTE + "The commission last met in March.")
    draft = next(d for d in drafts if d.cue.head.text == "met")
    scene = Scene(gathering.reading, gathering.roster.actors, known)

    assert Judge({"always": 1.0, "head=VERB:meet": 1.0, "head=VERB:go": 5.0}).likelihood(draft, scene) == pytest.approx(
        1 / (1 + math.exp(-2))
    )


def test_the_shipped_weights_are_numbers():
    assert judge().weights["always"] < 0
    assert all(math.isfinite(weight) for weight in judge().weights.values())


def test_a_cue_whose_word_speaks_against_it_is_made_no_draft(gathered):
    gathering, known, drafts = gathered(DISPUTE + "The commission met on Monday.")

    assert drafts
    assert not list(all_drafts(gathering, known, Judge({}, {"always": 1.0}, opens=2.0).may_tell))


@pytest.mark.parametrize("thing", ["trouble", "criticism", "opposition"])
def test_what_something_met_with_is_no_contact(told, thing):
    assert extract_engagements(*told(DISPUTE + f"Relations of Kenya and Uganda met with {thing} in March.")) == []


def test_a_likely_contact_of_one_state_is_none(gathered):
    gathering, known, drafts = gathered("The President met today with leaders of the churches in Kampala.")
    sure = Judge({"always": 9.0})

    assert all(len(c.states) > 1 for c in likely_contacts(gathering, known, sure))
    assert any(len(d.contact.states) == 1 for d in drafts)
