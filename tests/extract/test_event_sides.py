"""Who does what to whom: each rule its own sentence."""

from dataclasses import replace

import pytest

from detente.extract.event_codes import home_of
from detente.extract.event_drafts import drafts_in
from detente.extract.event_scene import Scene
from detente.extract.event_sides import sides_of
from detente.ontology.lexicon import lexicon
from detente.ontology.states import STATES
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found
from detente.text.clauses import Actors


@pytest.fixture
def both(english):
    def found(text, word, type_, **facts):
        reading = english(text)
        reading.document = replace(reading.document, **facts)
        reading.mentions = resolve_mentions(reading)
        scene = Scene(reading, Actors(reading), Found())
        drafts = [d for s in reading.sentences for d in drafts_in(s) if d.head.text == word]
        return sides_of(scene, drafts[0], type_)

    return found


@pytest.fixture
def sides(both):
    return lambda *told, **facts: tuple(side.states for side in both(*told, **facts))


@pytest.mark.parametrize(
    ("text", "word", "type_", "actor", "recipient"),
    [
        ("Peru condemned Chile.", "condemned", "ACCUSE", "PE", "CL"),
        ("Chile was condemned by Peru.", "condemned", "ACCUSE", "PE", "CL"),
        ("Peru’s invasion of Chile went on.", "invasion", "ASSAULT", "PE", "CL"),
        ("Peru reaffirmed its commitment to Chile.", "commitment", "AGREE", "PE", "CL"),
        ("Peru called on Chile to withdraw.", "called", "REQUEST", "PE", "CL"),
        ("Peru decided to lend Chile two ships.", "lend", "AGREE", "PE", "CL"),
        ("Peru met with the president of Chile.", "met", "CONSULT", "PE", "CL"),
        ("Peru and Chile agreed on a border.", "agreed", "AGREE", "PE", "CL"),
        ("The presidents of Peru and Chile met in Bolivia.", "met", "CONSULT", "PE", "CL"),
        ("Peru received the foreign minister of Chile in Lima.", "received", "CONSULT", "PE", "CL"),
    ],
)
def test_the_actor_and_the_recipient_of_an_act_are_found(sides, text, word, type_, actor, recipient):
    assert sides(text, word, type_) == ((actor,), (recipient,))


@pytest.mark.parametrize(
    ("text", "word", "type_", "actor", "recipient"),
    [
        ("We thank Chile for its help.", "thank", "SUPPORT", "PE", "CL"),
        ("Chile must withdraw its troops.", "withdraw", "REQUEST", "PE", "CL"),
        ("I urge the workers to wait.", "urge", "REQUEST", "PE", "PE"),
        ("The government passed aid for Chile.", "passed", "AID", "PE", "CL"),
        ("Chile has received 40 tents.", "received", "AID", "PE", "CL"),
        ("We are helping to rebuild.", "helping", "AID", "PE", "PE"),
    ],
)
def test_who_issues_an_official_text_is_its_own_voice(sides, text, word, type_, actor, recipient):
    assert sides(text, word, type_, account_of=("PE",)) == ((actor,), (recipient,))


def test_of_an_account_of_a_contact_the_other_side_is_the_one_that_was_met(sides):
    text = "The president also raised the matter of the border."
    title = "Readout of President Ana Roca’s Call with President Luis Prat of Chile"
    assert sides(text, "raised", "CONSULT", account_of=("PE",), title=title) == (("PE",), ("CL",))


def test_with_whom_they_will_consult_is_no_matter_they_consult_about(sides):
    text = "The president will continue close consultations on the consequences of the war of Ecuador."
    title = "Readout of President Ana Roca’s Call with President Luis Prat of Chile"
    assert sides(text, "continue", "AGREE", account_of=("PE",), title=title) == (("PE",), ("CL",))


@pytest.mark.parametrize(
    ("title", "recipient"),
    [
        ("Statement on the Flood in Chile", ("CL",)),
        ("Statement on Trade", ("PE",)),
        ("Statement on Chile and Bolivia", ()),
    ],
)
def test_who_is_offered_help_in_no_words_is_the_one_state_that_the_title_names(sides, title, recipient):
    told = sides("Peru stands ready to provide any help.", "provide", "AGREE", account_of=("PE",), title=title)
    assert told == (("PE",), recipient)


def test_a_delegation_that_is_sent_acts_on_the_one_other_state_of_its_sentence(sides):
    text = "We are sending a delegation to attend the inauguration in Santiago, Chile."
    assert sides(text, "sending", "AGREE", account_of=("PE",)) == (("PE",), ("CL",))


@pytest.mark.parametrize(("text", "state"), [("Hamas attacked Israel.", "PS"), ("Houthis attacked Israel.", "YE")])
def test_an_armed_group_acts_from_where_it_is_at_home(sides, text, state):
    assert sides(text, "attacked", "ASSAULT", account_of=("PE",)) == ((state,), ("IL",))


def test_what_is_talked_about_is_no_side(sides):
    text = "The president discussed the war in Ukraine."
    title = "Readout of President Ana Roca’s Call with President Luis Prat of Chile"
    assert sides(text, "discussed", "CONSULT", account_of=("PE",), title=title) == (("PE",), ("CL",))


@pytest.mark.parametrize("text", ["We are helping our partners to rebuild.", "Rebels attacked the camp."])
def test_partners_of_no_name_and_armed_groups_are_of_no_known_state(sides, text):
    word, type_ = ("helping", "AID") if "helping" in text else ("attacked", "ASSAULT")
    actor, recipient = sides(text, word, type_, account_of=("PE",))
    assert (recipient if type_ == "AID" else actor) == ()


@pytest.mark.parametrize(("text", "sector"), [("Peru met a working group.", None), ("Peru met a charity.", "NGO")])
def test_a_group_alone_tells_no_sector(english, text, sector):
    reading = english(text)
    scene = Scene(reading, Actors(reading), Found())
    (draft,) = [d for s in reading.sentences for d in drafts_in(s) if d.head.text == "met"]
    assert sides_of(scene, draft, "CONSULT")[1].sector == sector


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The United States stands with Chile in its defense against Peruvian aggression.", "aggression"),
        ("Bolivia and Ecuador back Chile as it confronts Peru’s attack.", "attack"),
        ("Chile protects its towns from Peru’s strikes, Bolivia and Ecuador noted.", "strikes"),
    ],
)
def test_who_defends_itself_is_the_one_that_is_attacked(sides, text, word):
    assert sides(text, word, "ASSAULT", account_of=("US",)) == (("PE",), ("CL",))


def test_who_tells_of_an_attack_is_not_the_one_attacked(sides):
    text = "The United States and Chile spoke about the invasion by Peru."
    assert sides(text, "invasion", "ASSAULT", account_of=("US",)) == (("PE",), ("CL",))


def test_whom_a_war_is_on_is_told_elsewhere_in_the_document(sides):
    text = "Peru attacked Chile in May. Prices at home rose because of Peru’s war."
    assert sides(text, "war", "ASSAULT", account_of=("US",)) == (("PE",), ("CL",))


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("We underscored the worth of the Peru-Chile Alliance.", "underscored", "SUPPORT"),
        ("Peru offered its help to the Government and people of Chile.", "offered", "AGREE"),
    ],
)
def test_another_state_in_the_name_of_what_it_is_done_to_is_the_recipient(sides, text, word, type_):
    assert sides(text, word, type_, account_of=("PE",)) == (("PE",), ("CL",))


def test_what_two_agree_to_do_about_a_third_they_agree_with_each_other(sides):
    text = "President Ana Roca of Peru and President Luis Prat of Chile agreed to put pressure on Bolivia."
    assert sides(text, "agreed", "AGREE") == (("PE",), ("CL",))


def test_whom_two_agree_to_help_is_the_one_it_is_done_to(sides):
    text = "President Ana Roca of Peru and President Luis Prat of Chile agreed to go on supporting Bolivia."
    assert sides(text, "agreed", "AGREE")[1] == ("BO",)


def test_where_something_is_announced_is_no_side(sides):
    text = "We welcome the pact announced in Geneva by the parties in Chile."
    assert sides(text, "welcome", "SUPPORT", account_of=("PE",)) == (("PE",), ("CL",))


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("We remember the Chileans who are held in Peru.", "held", "PE"),
        ("We want the release of Chileans detained by Peru.", "detained", "PE"),
    ],
)
def test_whom_a_clause_describes_as_held_is_the_one_it_is_done_to(sides, text, word, actor):
    assert sides(text, word, "COERCE", account_of=("CL",)) == ((actor,), ("CL",))


@pytest.mark.parametrize(
    ("text", "word", "type_", "recipient"),
    [
        ("We sent food to Gaza.", "sent", "AID", "PS"),
        ("We struck the Houthi depots.", "struck", "ASSAULT", "YE"),
        ("We sent generators to Kharkiv.", "sent", "AID", "UA"),
        ("We fined Huawei.", "fined", "COERCE", "CN"),
    ],
)
def test_a_place_an_armed_group_or_a_firm_counts_for_where_it_is(sides, text, word, type_, recipient):
    assert sides(text, word, type_, account_of=("PE",)) == (("PE",), (recipient,))


@pytest.mark.parametrize(
    ("text", "title", "recipient"),
    [
        (
            "They agreed to see the special relationship through at NATO.",
            "Readout of President Ana Roca’s Call with President Luis Prat of Chile",
            "CL",
        ),
        ("We ordered aid to the flooded counties.", "President Approves Georgia Emergency Declaration", "US"),
    ],
)
def test_a_body_gives_way_to_the_state_that_was_met_and_a_namesake_is_none(sides, text, title, recipient):
    by = "US" if recipient == "US" else "PE"
    word = "ordered" if "ordered" in text else "agreed"
    assert sides(text, word, "AGREE", account_of=(by,), title=title)[1] == (recipient,)


@pytest.mark.parametrize("firm", [name for names in lexicon("event_codes")["firms"].values() for name in names])
def test_a_firm_is_at_home_in_one_state_that_there_is(firm):
    (state,) = home_of(firm)
    assert STATES[state].kind == "state"


def test_whom_a_war_is_on_is_known_from_the_day_it_began(sides):
    text = "Russia’s brutal war raised prices for families in Peru."
    assert sides(text, "war", "ASSAULT", account_of=("PE",), published="2022-03-08") == (("RU",), ("UA",))
    assert sides(text, "war", "ASSAULT", account_of=("PE",), published="2008-03-08") == (("RU",), ())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lawmakers in Congress should join us.", "join"),
        ("The Senate needs to act at once.", "act"),
    ],
)
def test_who_must_act_at_home_is_asked_at_home(sides, text, word):
    assert sides(text, word, "REQUEST", account_of=("US",)) == (("US",), ("US",))


@pytest.mark.parametrize(
    ("text", "word", "recipient"),
    [
        ("The President met with 12 Latino leaders.", "met", ("US",)),
        ("The Vice President thanked the leaders for their work.", "thanked", ("US",)),
        ("The Vice President thanked many leaders for their work. We are watching Peru and Chile too.", "thanked", ()),
        ("I call on local governments to pay. We are watching Peru too.", "call", ("US",)),
        ("I call on governments to pay. We are watching Peru too.", "call", ()),
    ],
)
def test_leaders_are_at_home_where_a_word_says_so_or_no_other_state_is_named(sides, text, word, recipient):
    assert sides(text, word, "REQUEST" if word == "call" else "SUPPORT", account_of=("US",))[1] == recipient


@pytest.mark.parametrize(
    ("text", "word", "type_", "name", "states"),
    [
        ("Peru signed a border treaty in 2020; Chile did not.", "signed", "SUPPORT", None, ("CL",)),
        ("Peru met with Chilean envoys, bankers and lawyers.", "met", "CONSULT", "Chilean envoys", ("CL",)),
        ("Peru struck deals with Chile and Bolivia.", "struck", "SUPPORT", None, ("CL", "BO")),
        ("Peru told the two countries, Peru and Chile, to wait.", "told", "REQUEST", "the two countries", ("CL",)),
        ("Peruvian troops helped Peruvian workers.", "helped", "AID", "Peruvian workers", ("PE",)),
        ("I call upon the people of Peru to vote.", "call", "REQUEST", "the people", ("PE",)),
    ],
)
def test_a_recipient_is_named_by_its_own_words_or_by_its_states(both, text, word, type_, name, states):
    recipient = both(text, word, type_, account_of=("PE",))[1]
    assert (recipient.name, recipient.states) == (name, states)


@pytest.mark.parametrize(
    ("text", "word", "name", "states"),
    [
        ("June 10, 2007 Chilean bankers have met envoys.", "met", "Chilean bankers", ("CL",)),
        ("We met Chile.", "met", None, ("PE",)),
        ("Our visit to Chile was long.", "visit", None, ("PE",)),
    ],
)
def test_an_actor_is_named_without_a_dateline_and_by_no_pronoun(both, text, word, name, states):
    actor = both(text, word, "CONSULT", account_of=("PE",))[0]
    assert (actor.name, actor.states) == (name, states)


def test_both_who_act_are_the_sides_of_the_document(sides):
    text = "Chile and Bolivia spoke for hours. Chile and Bolivia were glad. Both agreed to fight smuggling."
    assert sides(text, "agreed", "AGREE", account_of=("PE",)) == (("CL",), ("BO",))
