"""Who does what in a clause, on sentences written for the project."""

from dataclasses import replace

import pytest

from detente.ontology.lexicon import lexicon
from detente.resolve.people import resolve_mentions
from detente.text.clauses import Actors, agent_of, bounds, conditional, happened, modal, negated, subject_of


@pytest.fixture
def parsed(english):
    def read(text):
        reading = english(text, "2023-06-20")
        reading.mentions = resolve_mentions(reading)
        return reading

    return read


def word(reading, text):
    return next(t for t in reading.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Oman sent aid and opened its port.", "opened", "Oman"),
        ("Oman promised to open its port.", "open", "Oman"),
        ("Oman ordered the embassy to close.", "close", "embassy"),
        ("Oman sold the ship that carried wheat.", "carried", "ship"),
    ],
)
def test_the_subject_is_found_across_joined_and_subordinate_verbs(parsed, text, verb, subject):
    assert subject_of(word(parsed(text), verb)).text == subject


def test_the_doer_of_a_passive_stands_after_by(parsed):
    assert agent_of(word(parsed("The ship was stopped by Oman."), "stopped")).text == "Oman"


@pytest.mark.parametrize(
    ("text", "verb", "real"),
    [
        ("Oman closed its port.", "closed", True),
        ("Oman has closed its port.", "closed", True),
        ("Oman will close its port.", "close", False),
        ("Oman never closed its port.", "closed", False),
        ("If Oman closed its port, ships would wait.", "closed", False),
    ],
)
def test_only_what_is_told_as_done_has_happened(parsed, text, verb, real):
    assert happened(word(parsed(text), verb)) is real


def test_a_modal_a_negation_and_a_condition_are_seen(parsed):
    reading = parsed("Unless Yemen pays, Oman will not open the port.")

    assert modal(word(reading, "open")) == "will"
    assert negated(word(reading, "open"))
    assert conditional(word(reading, "pays"))


def test_a_joined_clause_with_a_modal_of_its_own_is_another_clause(parsed):
    text = "Oman will open the port, and will build a road."
    reading = parsed(text)

    start, end = bounds(word(reading, "open"))

    assert text[start:end] == "Oman will open the port"


def test_a_head_that_is_itself_a_connective_stays_in_its_words(parsed):
    reading = parsed("And — and slowly —")
    head = reading.tokens[0]

    assert (head.pos, head.head) == ("CCONJ", head)
    assert reading.document.text[slice(*bounds(head))] == "And — and slowly"


@pytest.mark.parametrize(
    ("text", "head", "states"),
    [
        ("The Omani navy sailed.", "navy", ("OM",)),
        ("Oman and Yemen talked.", "Oman", ("OM", "YE")),
        ("Yemen met Oman. Both sides talked.", "sides", ("OM", "YE")),
        ("The baker sang.", "baker", ()),
    ],
)
def test_a_noun_phrase_stands_for_its_states(parsed, text, head, states):
    reading = parsed(text)

    assert tuple(sorted(Actors(reading).of(word(reading, head)))) == states


def test_the_two_states_of_a_document_are_those_of_its_headline(parsed):
    reading = parsed("Oman calls on Yemen to pay\n\nThe bill came from Qatar, and Qatar said so. Qatar has waited.")

    assert set(Actors(reading).pair) == {"OM", "YE"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ministers met in Vienna. Norway and Iceland agreed in Vienna.", {"NO", "IS"}),
        (
            "Envoys of Chad and Sudan met near Cairo on Monday. In Cairo it rained, and in Cairo they dined.",
            {"TD", "SD"},
        ),
        ("The Peruvian minister went to Geneva, then to Lima. In Quito, in Quito itself, Chile signed.", {"PE", "CL"}),
        (
            "Talks in Doha, again in Doha and once more in Doha: the Afghan and the American side sat down.",
            {"AF", "US"},
        ),
        ("He flew to Muscat. Iran asked, France answered. They had been in Muscat before.", {"IR", "FR"}),
        ("Egypt and Sudan met at Addis Ababa, outside Addis Ababa, and through Addis Ababa went home.", {"EG", "SD"}),
        ("Beijing warned Manila. In Manila nobody answered, in Oslo nobody heard, in Oslo.", {"CN", "PH"}),
        ("A Norwegian envoy went to Hanoi.", {"NO", "VN"}),
    ],
)
def test_a_capital_in_which_others_met_is_no_side(parsed, text, pair):
    assert set(Actors(parsed(text)).pair) == pair


def test_a_capital_of_the_title_in_which_others_met_is_no_side(parsed):
    reading = parsed("Ministers met in Vienna on Tuesday. Turkey wants it settled. Greece does not.")
    reading.document = replace(reading.document, title="Greece-Turkey: a day in Vienna")

    assert set(Actors(reading).pair) == {"GR", "TR"}


def test_those_who_speak_together_act_for_the_states_of_each(parsed):
    reading = parsed("Emmanuel Macron met Olaf Scholz. France and Germany have talked.")

    assert Actors(reading).acting_for("Emmanuel Macron and Olaf Scholz") == ("FR", "DE")
    assert Actors(reading).acting_for("Emmanuel Macron and someone else") == ()


TITLED = [
    ("Readout of the President's Call with Prime Minister Doe of Oman on Yemen", "They spoke.", {"US", "OM"}),
    ("Readout of the Trilateral Meeting with the Advisors of Oman and Chad", "They spoke.", {"US", "OM", "TD"}),
    ("Readout of the Call with Leaders of the Gulf", "The President met the Emir of Qatar on Iran.", {"US", "QA"}),
    ("Readout of the Briefing of Bankers on Chad", "The Secretary briefed bankers.", {"US"}),
    ("Statement on Oman and Yemen", "Oman shelled Yemen.", {"OM", "YE"}),
    ("Joint Fact Sheet: Oman and Chad Go On", "Both sides spoke.", {"OM", "TD"}),
    ("Quad Working Group Joint Statement", "We reaffirm this.", {"AU", "IN", "JP", "US"}),
    ("AUKUS Defence Joint Declaration", "We reaffirm this.", {"AU", "GB", "US"}),
]


@pytest.mark.parametrize(("title", "text", "sides"), TITLED)
def test_a_states_own_account_tells_whose_contact_it_is_about(parsed, title, text, sides):
    reading = parsed(text)
    reading.document = replace(reading.document, title=title, account_of=("US",))

    assert set(Actors(reading).sides) == sides


@pytest.mark.parametrize("word", lexicon("documents")["contact"])
def test_words_of_a_title_tell_of_a_contact(parsed, word):
    reading = parsed("Oman was there. Yemen and Yemen and Yemen were not.")
    reading.document = replace(reading.document, title=f"The {word} Oman after Yemen", account_of=("US",))

    assert set(Actors(reading).sides) == {"US", "OM"}


@pytest.mark.parametrize("word", lexicon("documents")["purpose"])
def test_an_opening_names_those_in_contact_before_what_they_deal_with(parsed, word):
    reading = parsed(f"The President met the Emir of Qatar {word} Iran. Iran did not reply to Iran.")
    reading.document = replace(reading.document, title="Readout of the Call", account_of=("US",))

    assert set(Actors(reading).sides) == {"US", "QA"}
