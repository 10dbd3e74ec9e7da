"""The judge of incidents: what it keeps beyond the acts that the data spells out, its features and its weights."""

import math

import pytest

from detente.extract.incident_drafts import all_drafts
from detente.extract.incident_judge import (
    ROLES,
    SPELT_OUT,
    Judge,
    Scene,
    first_features,
    judge,
    opening_features,
    ruled_out,
    second_features,
    weighed,
)
from detente.extract.incidents import extract_incidents
from detente.text.clauses import Actors


def anything(head):
    """Let every word tell."""
    return head is not None


@pytest.fixture
def drafted(told):
    """The draft with this head, and the scene it stands in."""

    def find(text, head):
        reading, found = told(text)
        actors = Actors(reading)
        draft = next(d for d in all_drafts(reading, actors, anything) if d.head.text == head)
        return draft, Scene(reading, actors, found)

    return find


# text, kind, by, against, effect: verbs that no frame of the data has with these things
JUDGED = [
    ("Ghanaian fishermen were shot dead by the Togolese coastguard in May 2023.", "maritime", "TG", "GH", "strain"),
    ("Ghanaian patrol boats drove Togolese trawlers from the bay on Tuesday.", "maritime", "GH", "TG", "strain"),
    ("Togo turned back a convoy of Ghanaian lorries at the border on 4 June 2023.", "closure", "TG", "GH", "strain"),
    ("Ghanaian hackers defaced the website of Togo's parliament on Monday.", "cyber", "GH", "TG", "strain"),
]


@pytest.mark.parametrize(("text", "kind", "by", "against", "effect"), JUDGED)
def test_acts_that_no_frame_spells_out_are_told_where_they_are_likely(told, text, kind, by, against, effect):
    (found,) = extract_incidents(*told(text))

    assert (found.kind, found.by, found.against, found.effect) == (kind, (by,), (against,), effect)


@pytest.mark.parametrize(
    "text",
    [
        "Togo's president opened a school in Lome on Monday.",
        "Togo thanked Ghana for its help with the harvest.",
        "Togo's foreign minister met his colleague from Ghana on Monday.",
        "Togo might seize two Ghanaian trawlers.",
        "Togo did not board the trawlers of Ghana.",
    ],
)
def test_contacts_thanks_and_what_did_not_happen_are_none(told, text):
    assert not extract_incidents(*told(text))


def test_an_act_in_a_chronology_has_the_day_that_opens_its_line(told):
    (found,) = extract_incidents(*told("May 2022: Togolese gunmen seize a Ghanaian ferry."))

    assert found.date == "2022-05"


@pytest.mark.parametrize(
    ("text", "head", "out"),
    [
        ("Togo turned back two lorries of Ghana.", "turned", False),
        ("Togo may turn back two lorries of Ghana.", "turn", True),
        ("Togo did not turn back the lorries of Ghana.", "turn", True),
        ("If Togo turned back the lorries, Ghana would protest.", "turned", True),
        ("Ghana rejected the claim that Togo turned back its lorries.", "turned", True),
        ("A farmer of Togo accused Ghana of theft.", "accused", True),
        ("Talks on turning back lorries went on between Ghana and Togo.", "turning", True),
        ("Togo agreed to let the lorries of Ghana pass.", "agreed", True),
        ("Togo agreed to let the lorries of Ghana pass.", "let", True),
        ("Togo decided to turn back the lorries of Ghana.", "decided", False),
        ("Ghana raised the matter of its lorries with Togo.", "raised", True),
        ("Ghana raised its fees for lorries of Togo.", "raised", False),
        ("Ghana turned down the allegation of Togo.", "turned", True),
        ("Ghana turned down the lorries of Togo.", "turned", False),
        ("Ghana debated the seizure of its lorries by Togo.", "debated", True),
        ("Ghana spoke with Togo about the seizure of its lorries.", "spoke", True),
        ("Ghana cares for jailed drivers of Togo.", "jailed", True),
        ("Ghana mourned a raid in which two guards were shot by men of Togo.", "shot", False),
        ("Ghana mourned a raid in which two guards were shot.", "shot", False),
        ("Ghana lamented their raids on lorries.", "lamented", True),
        ("Ghana lamented the raid on its lorries.", "lamented", False),
        ("They debated the seizure of a lorry of Ghana.", "seizure", True),
        ("The matter of the raid on a lorry of Ghana was put off.", "raid", True),
        ("Togo regretted the seizure of a lorry of Ghana.", "seizure", False),
        ("Another raid on lorries of Ghana came.", "raid", True),
        ("A raid by Togo would hurt the lorries of Ghana.", "raid", True),
        ("A raid by Togo hurt the lorries of Ghana.", "raid", False),
    ],
)
def test_what_may_be_is_denied_or_only_charged_is_ruled_out(drafted, text, head, out):
    assert ruled_out(*drafted(text, head)) is out


def test_what_came_of_an_act_told_is_no_second_one(told):
    text = "Togo imposed sanctions on Ghana. The sanctions that Togo imposed in May hit the port of Ghana."

    assert len(extract_incidents(*told(text))) == 1


def test_without_weights_a_draft_is_as_likely_as_not(drafted):
    draft, scene = drafted("Togo turned back two lorries of Ghana.", "turned")

    assert Judge({}, {}).likelihood(draft, scene) == pytest.approx(0.5)


def test_weights_of_features_and_of_words_in_their_roles_add_up(drafted):
    draft, scene = drafted("Togo turned back two lorries of Ghana.", "turned")
    row = [0.0] * len(ROLES)
    row[ROLES.index("thing")] = math.log(3)

    likelihood = Judge({"word=VERB:turn": math.log(2)}, {"lorry": row}).likelihood(draft, scene)

    assert likelihood == pytest.approx(6 / 7)


def test_a_draft_whose_first_sum_is_too_low_is_not_likely_at_all(drafted):
    draft, scene = drafted("Togo turned back two lorries of Ghana.", "turned")

    assert Judge({}, {}, least=0.1).likelihood(draft, scene) == 0.0


def test_a_word_whose_opening_sum_is_too_low_makes_no_draft(drafted):
    draft, _ = drafted("Togo turned back two lorries of Ghana.", "turned")

    assert Judge({"happened=True": 5.0}, {}, {"pos=VERB": 0.2}, opens=0.1).may_tell(draft.head)
    assert not Judge({"happened=True": 5.0}, {}, {"pos=NOUN": 0.2}, opens=0.1).may_tell(draft.head)


def test_an_act_that_the_data_spells_out_is_likely_in_any_case(drafted):
    spelt, _ = drafted("Togo expelled two envoys of Ghana.", "expelled")
    other, _ = drafted("Togo turned back two lorries of Ghana.", "turned")

    assert weighed(0.0, spelt) == SPELT_OUT
    assert weighed(0.2, other) == 0.2


def test_features_tell_word_mood_manner_and_parties(drafted):
    draft, scene = drafted("The Togolese navy boarded two trawlers of Ghana on 3 May 2023.", "boarded")

    names = {*opening_features(draft.head), *first_features(draft), *second_features(draft, scene)}

    assert {"word=VERB:board", "happened=True", "manner=coercion VERB", "dated=past", "thing=maritime"} <= names


def test_nouns_that_name_no_act_are_no_drafts(told):
    reading, _ = told("The seizure of a ferry by Togo spoilt a harvest in Ghana.")

    heads = {d.head.text for d in all_drafts(reading, Actors(reading), anything)}

    assert "seizure" in heads
    assert "harvest" not in heads


def test_the_shipped_weights_have_a_number_for_each_role():
    shipped = judge()

    assert {len(row) for row in shipped.words.values()} == {len(ROLES)}
    assert shipped.weights["always"] < 0
