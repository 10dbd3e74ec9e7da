"""Sentences coded as events: passive, nominal, negated, planned, reported, and hard ones."""

import pytest

import detente
from detente.ontology.plover import QUADS


def code(sentence, source, target):
    return next(detente.code_events([(sentence, source, target)]))


PLAIN = [
    ("Ghana's president met his Togolese counterpart in Lomé on Tuesday.", "Ghana", "Togolese", "CONSULT"),
    ("Kenya condemned Somalia for shelling a village on the border.", "Kenya", "Somalia", "ACCUSE"),
    ("Denmark urged Iceland to reopen its fishing grounds.", "Denmark", "Iceland", "REQUEST"),
    ("Peru expelled Bolivia's ambassador on Friday.", "Peru", "Bolivia", "SANCTION"),
    ("Rebels attacked a column of Malian soldiers near Gao, killing twelve.", "Rebels", "Malian soldiers", "ASSAULT"),
    ("Police arrested four opposition leaders in Kampala.", "Police", "opposition leaders", "COERCE"),
    ("Thousands of students marched against the Chilean government.", "students", "the Chilean government", "PROTEST"),
    ("Norway donated 40 million dollars to Malawi for flood relief.", "Norway", "Malawi", "AID"),
    ("Turkey threatened to close the strait to Greek tankers.", "Turkey", "Greek", "THREATEN"),
    ("Hungary refused to meet the envoy of Serbia.", "Hungary", "Serbia", "REJECT"),
    ("Vietnam promised to send Laos a team of engineers next month.", "Vietnam", "Laos", "AGREE"),
    ("Portugal praised Angola for holding a fair election.", "Portugal", "Angola", "SUPPORT"),
    ("Eritrea massed troops and tanks along its border with Ethiopia.", "Eritrea", "Ethiopia", "MOBILIZE"),
    ("Sudan released 30 South Sudanese prisoners of war.", "Sudan", "South Sudanese", "RETREAT"),
]
PASSIVE = [
    ("Four union leaders were detained by security forces in Harare.", "security forces", "union leaders", "COERCE"),
    ("Bulgaria was accused by Romania of poisoning the Danube.", "Romania", "Bulgaria", "ACCUSE"),
    ("The offer of talks was rejected by Armenia, Azerbaijan's minister said.", "Armenia", "Azerbaijan", "REJECT"),
    ("Nepal was urged by India to hold elections.", "India", "Nepal", "REQUEST"),
]
NOMINAL = [
    ("Talks between Chile and Argentina began in Mendoza.", "Chile", "Argentina", "CONSULT"),
    ("Mali's refusal to receive the French envoy surprised nobody.", "Mali", "French", "REJECT"),
    ("Qatar's gift of 20 ambulances to Lebanon arrived on Monday.", "Qatar", "Lebanon", "AID"),
]
HARD = [
    ("Spain agreed to lend Morocco two patrol boats.", "Spain", "Morocco", "AGREE"),
    ("Uganda called on Rwanda to withdraw its troops.", "Uganda", "Rwanda", "REQUEST"),
    ("Iran vowed to retaliate against Israel for the raid.", "Iran", "Israel", "THREATEN"),
    ("Germany suspended aid to Ethiopia.", "Germany", "Ethiopia", "SANCTION"),
    (
        "The government gave in to the demands of the striking miners.",
        "The government",
        "the striking miners",
        "CONCEDE",
    ),
    ("Japan and Australia held a joint naval exercise.", "Japan", "Australia", "COOPERATE"),
    ("Brazil turned down Paraguay's request for cheaper power.", "Brazil", "Paraguay", "REJECT"),
    ("Cyprus imposed sanctions on Belarus.", "Cyprus", "Belarus", "SANCTION"),
    ("An Israeli air strike on Syria killed two guards.", "Israeli", "Syria", "ASSAULT"),
    ("Cuba withdrew its soldiers from Angola.", "Cuba", "Angola", "RETREAT"),
]

MISSED = [
    ("Finland's condemnation of Russia drew applause in Tallinn.", "Finland", "Russia", "ACCUSE"),
    ("France's foreign minister said that Niger had jailed its envoy.", "Niger", "France", "COERCE"),
    ("Uganda rejected Rwanda's demand that it withdraw.", "Rwanda", "Uganda", "REQUEST"),
]


@pytest.mark.parametrize(("sentence", "source", "target", "type_"), [*PLAIN, *PASSIVE, *NOMINAL, *HARD])
def test_the_act_of_the_source_on_the_target_is_told(sentence, source, target, type_):
    assert code(sentence, source, target).type == type_


@pytest.mark.xfail(reason="told by a noun, a thing or a second clause, or taken for what is about it")
@pytest.mark.parametrize(("sentence", "source", "target", "type_"), MISSED)
def test_acts_that_are_still_missed_are_told(sentence, source, target, type_):
    assert code(sentence, source, target).type == type_


@pytest.mark.parametrize(
    ("sentence", "source", "target", "status"),
    [
        ("Kenya condemned Somalia for shelling a village.", "Kenya", "Somalia", "actual"),
        ("Pakistan denied shelling Afghanistan.", "Pakistan", "Afghanistan", "denied"),
        ("Chad did not attack Libya, the general said.", "Chad", "Libya", "denied"),
        ("Tonga may send troops to help Fiji.", "Tonga", "Fiji", "hypothetical"),
        ("Hungary refused to meet the envoy of Serbia.", "Hungary", "Serbia", "actual"),
    ],
)
def test_only_what_was_done_is_actual(sentence, source, target, status):
    assert code(sentence, source, target).status == status


def test_an_act_asked_for_the_wrong_way_round_is_less_sure():
    sentence = "Kenya condemned Somalia for shelling a Kenyan village."
    assert code(sentence, "Somalia", "Kenyan").confidence < code(sentence, "Kenya", "Somalia").confidence - 0.2


def test_a_code_has_the_words_its_quad_and_its_intensity():
    event = code("Peru expelled Bolivia's ambassador on Friday.", "Peru", "Bolivia")
    assert (event.trigger, event.quad, event.intensity, event.scale) == ("expelled", 4, -5.2, "plover-scores-0.8")
    assert sum(event.likelihoods.values()) == pytest.approx(1)
    assert set(event.likelihoods) == set(QUADS)


@pytest.mark.parametrize(
    ("sentence", "source", "target", "mode"),
    [
        ("Peru expelled Bolivia's ambassador on Friday.", "Peru", "Bolivia", "expel"),
        ("Police arrested four opposition leaders in Kampala.", "Police", "opposition leaders", "arrest"),
        ("Sudan released 30 South Sudanese prisoners of war.", "Sudan", "South Sudanese", "release"),
        ("Norway donated 40 million dollars to Malawi for flood relief.", "Norway", "Malawi", None),
    ],
)
def test_a_code_has_the_mode_where_the_codebook_has_one(sentence, source, target, mode):
    assert code(sentence, source, target).mode == mode


def test_actors_stand_in_any_case_and_with_any_spaces():
    exact = code("Peru expelled Bolivia's ambassador.", "Peru", "Bolivia's ambassador")
    assert code("Peru expelled Bolivia's ambassador.", " PERU", "bolivia's  ambassador ") == exact


def test_of_several_places_the_one_nearest_to_the_other_actor_is_meant():
    sentence = "In Kenya, where grain is scarce, Somalia accused Kenya of hoarding."
    assert code(sentence, "Somalia", "Kenya").type == "ACCUSE"


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Peru expelled Bolivia's ambassador.", "Chad", "Bolivia"),
        ("", "Peru", "Chad"),
        (" \0", "", ""),
        ("?", "?", "?"),
    ],
)
def test_what_cannot_be_coded_gets_a_type_of_low_confidence(sentence, source, target):
    event = code(sentence, source, target)
    assert event.type in QUADS
    assert event.confidence < 0.5
