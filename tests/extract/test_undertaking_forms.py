"""Further ways in which English tells an undertaking, and what only looks like one; each row written for the project."""

import math
from dataclasses import replace

import pytest

from detente.extract.commitment_judge import Judge
from detente.extract.commitments import extract_commitments
from detente.ontology.lexicon import lexicon

WORDS = lexicon("commitments")
JOINT = "Joint Statement of India and Japan\n\nIndia and Japan met in Osaka.\n\n"
CALL = "Readout of President Macron’s Call with Prime Minister Modi of India\n\n"
MET = "President Emmanuel Macron of France spoke today with Prime Minister Narendra Modi of India. "


@pytest.fixture
def commitments(told, monkeypatch):
    """Commitments under a judge that believes every rule and asks nothing else."""
    monkeypatch.setattr("detente.extract.commitments.judge", lambda: Judge({}, opens=math.inf))

    def extract(text, account_of=()):
        reading, found = told(text)
        reading.document = replace(reading.document, account_of=account_of)
        return extract_commitments(reading, found)

    return extract


def only(found):
    """Who undertakes what, how firmly, in how many words: of the one undertaking found."""
    (one,) = found
    return set(one.by), one.strength, one.what


ARRANGED = [
    ("India and Japan met. A night train was agreed in Osaka by India and Japan.", {"IN", "JP"}, "agreed"),
    ("India and Japan reached an understanding on night trains.", {"IN", "JP"}, "agreed"),
    ("Peru secured a $2 billion deal for Norway’s purchase of copper.", {"NO", "PE"}, "agreed"),
    ("Norway is to hand over two tugs to Peru.", {"NO"}, "intend"),
    ("Norway is set to lend Peru two tugs.", {"NO"}, "intend"),
    ("Norway is due to pay Peru for two tugs.", {"NO"}, "intend"),
    ("Under the deal, Norway would lend Peru two tugs.", {"NO"}, "agreed"),
    ("Norway is expected to lend Peru two tugs under the deal.", {"NO"}, "intend"),
    ("The treaty obliges Norway to lend Peru two tugs.", {"NO"}, "agreed"),
    ("Norway ruled out selling tugs to Peru.", {"NO"}, "promised"),
    ("Norway is considering lending Peru two tugs.", {"NO"}, "intend"),
    ("India and Japan discussed next steps towards opening a night train.", {"IN", "JP"}, "explore"),
    ("Norway announced plans to lend Peru two tugs.", {"NO"}, "intend"),
    ("Norway committed $3 million to the ports of Peru.", {"NO"}, "promised"),
    ("Peru told reporters of a letter from Norway offering to lend two tugs.", {"NO"}, "promised"),
    ("Norway is determined to rebuild the ports of Peru.", {"NO"}, "promised"),
    ("Norway stressed its readiness to rebuild the ports of Peru.", {"NO"}, "promised"),
    ("Peru welcomed Norway’s decision to lend it two tugs.", {"NO"}, "promised"),
    ("Peru received assurances from Norway that pilots would not be fined.", {"NO"}, "promised"),
]


@pytest.mark.parametrize(("text", "by", "strength"), ARRANGED)
def test_what_is_settled_among_states_is_an_undertaking(commitments, text, by, strength):
    assert only(commitments(text))[:2] == (by, strength)


NONE = [
    "Norway and Peru reached a deal in May.",
    "Norway had been due to lend Peru two tugs.",
    "Norway was to have lent Peru two tugs.",
    "It is to be noted that Norway lent Peru two tugs.",
    "“I expect Norway will lend Peru two tugs,” the minister of Norway said.",
    "“We will get started,” the envoy of Norway told Peru.",
    "Norway and Peru agreed to meet again in May.",
    "Norway and Peru agreed on nothing.",
    "Norway will hold a summit with Peru.",
    "Norway agreed to this, said Peru.",
    "Norway’s minister told Peru that Norway would not comment.",
    "Norway hailed the pledge of $5 million made in 2019 by Peru.",
]


@pytest.mark.parametrize("text", NONE)
def test_past_plans_guesses_meetings_and_stage_talk_are_no_undertaking(commitments, text):
    assert commitments(text) == []


@pytest.mark.parametrize("verb", WORDS["concluding"])
def test_every_verb_that_brings_a_deal_about_tells_one(commitments, verb):
    past = {"strike": "struck", "forge": "forged", "seal": "sealed"}.get(verb) or verb + (
        "d" if verb[-1] == "e" else "ed"
    )

    assert only(commitments(f"India and Japan {past} an agreement on night trains."))[0] == {"IN", "JP"}


@pytest.mark.parametrize("verb", WORDS["considering"])
def test_every_verb_of_thinking_it_over_tells_a_plan(commitments, verb):
    doing = {"plan": "planning", "mull": "mulling"}.get(verb) or verb.rstrip("e") + "ing"
    linked = "to lend" if verb in {"prepare", "plan"} else "lending"

    assert only(commitments(f"Norway is {doing} {linked} Peru two tugs."))[:2] == ({"NO"}, "intend")


@pytest.mark.parametrize("noun", WORDS["letters"])
def test_a_letter_offers_for_its_sender(commitments, noun):
    assert only(commitments(f"Peru received a {noun} from Norway offering to lend two tugs."))[0] == {"NO"}


@pytest.mark.parametrize("noun", WORDS["those_who_meet"])
def test_those_who_meet_stand_for_all_sides_of_a_meeting(commitments, noun):
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"

    assert only(commitments(f"{CALL}{MET}\n\nThe {plural} agreed to build a lighthouse."))[0] == {"FR", "IN"}


def test_those_of_another_place_are_not_the_sides(commitments):
    assert commitments(f"{CALL}{MET}\n\nAfrican leaders agreed to build a lighthouse.") == []


@pytest.mark.parametrize("word", ["united", "coordinated", "in close contact"])
def test_staying_together_is_undertaken_by_several(commitments, word):
    assert only(commitments(f"{JOINT}We will remain {word} on Chad."))[0] == {"IN", "JP"}


def test_the_we_of_a_quotation_is_its_speaker_even_in_the_account_of_another(commitments):
    text = "“We will send France ten thousand masks,” Prime Minister Narendra Modi of India said."

    assert only(commitments(text, account_of=("FR",)))[0] == {"IN"}


def test_an_it_that_nothing_explains_is_whoever_speaks(commitments):
    assert only(commitments("The government of Norway said it would lend Peru two tugs."))[0] == {"NO"}


def test_each_infinitive_of_a_series_is_an_undertaking(commitments):
    text = "India and Japan agreed to build a night train, to train new pilots, and to fund a harbour."

    assert [c.what for c in commitments(text)] == ["build a night train", "train new pilots", "fund a harbour"]


ITEMS = [
    ("- Establish a hotline for pilots", "agreed", "Establish a hotline"),
    ("- Exploring a pact on fisheries", "explore", "Exploring a pact"),
    ("- Working toward a pact on fisheries", "intend", "Working toward a pact"),
    ("- **Fisheries:** exploring a hotline for crews", "explore", "exploring a hotline"),
]


@pytest.mark.parametrize(("item", "strength", "what"), ITEMS)
def test_an_item_of_a_list_may_open_with_what_is_done(commitments, item, strength, what):
    by, firm, told = only(commitments(f"{JOINT}{item}\n"))

    assert (by, firm) == ({"IN", "JP"}, strength)
    assert told.startswith(what)


@pytest.mark.parametrize("item", ["- **Building trust:** a warm day", "- Applauding the pilots of Chad"])
def test_a_label_or_a_view_at_the_head_of_an_item_is_no_deed(commitments, item):
    assert commitments(f"{JOINT}{item}\n") == []


@pytest.mark.parametrize("words", WORDS["looking_back"])
def test_a_list_of_what_was_done_undertakes_nothing(commitments, words):
    text = f"Joint Statement of India and Japan\n\nThis is what is {words}:\n\n- Establishing a hotline for pilots\n"

    assert commitments(text) == []


@pytest.mark.parametrize("verb", WORDS["begun"])
def test_what_several_have_begun_in_their_joint_text_goes_on(commitments, verb):
    doing = {"set": "setting", "begin": "beginning"}.get(verb) or verb.rstrip("e") + "ing"

    assert only(commitments(f"{JOINT}We are {doing} our night trains to Chad."))[0] == {"IN", "JP"}


def test_what_one_is_proud_to_announce_is_announced(commitments):
    assert only(commitments("Norway is proud to announce a loan to Peru."))[0] == {"NO"}


def test_a_recital_of_a_joint_text_undertakes_nothing(commitments):
    assert commitments(f"{JOINT}These visits rest on our shared commitment to build night trains.") == []


LONG = (
    "India and Japan agreed to build a night train with forty sleeping cars between Osaka and Chennai for all pilgrims"
)


@pytest.mark.parametrize("opening", WORDS["beside"])
def test_a_clause_beside_a_long_undertaking_is_no_part_of_its_words(commitments, opening):
    (found,) = commitments(f"{LONG} {opening} ferries were lost in a storm.")

    assert found.evidence[0].text.endswith("pilgrims")


@pytest.mark.parametrize("opening", ["which the kings had wanted", "including those of Chad", "such as those of Chad"])
def test_a_long_undertaking_ends_where_it_only_goes_on_to_explain(commitments, opening):
    (found,) = commitments(f"{LONG}, {opening}.")

    assert found.evidence[0].text.endswith("pilgrims")


@pytest.mark.parametrize(("account", "strengths"), [(("NO",), ["intend"]), ((), [])])
@pytest.mark.parametrize("verb", ["resolved", "intends", "plans"])
def test_what_one_state_intends_is_its_plan_in_its_own_account_alone(commitments, verb, account, strengths):
    found = commitments(f"Norway {verb} to lend Peru two tugs.", account_of=account)

    assert [c.strength for c in found] == strengths


@pytest.mark.parametrize("going", ["is going to", "are going to"])
def test_what_is_going_to_be_done_is_announced(commitments, going):
    who = "Norway" if going.startswith("is") else "The two countries"

    assert len(commitments(f"Norway and Peru Build Docks\n\n{who} {going} rebuild the docks of Peru.")) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Joint U.S.-Peru Statement on Reefs",
        "U.S.-Peru Joint Vision on Reefs",
        "United States and Peru Joint Fact Sheet",
        "Leaders’ Declaration of the United States and Peru",
    ],
)
def test_a_title_tells_that_several_states_speak(commitments, title):
    assert only(commitments(f"{title}\n\nWe met in Lima. We will map ten new reefs.\n"))[0] == {"US", "PE"}


def test_who_is_quoted_before_a_colon_is_not_who_agrees(commitments):
    assert only(commitments("Mr. Modi: Norway agreed to lend Peru two tugs."))[0] == {"NO"}


LATER = [
    ("Norway reaffirmed its unwavering support for the defence of Peru.", {"NO"}, "promised"),
    ("Norway and Peru signed a statement of intent to map ten reefs.", {"NO", "PE"}, "intend"),
    ("Norway’s envoy welcomed the signing of a pact by Norway and Peru.", {"NO", "PE"}, "agreed"),
    ("Peru welcomed Norway’s announcement that it will lend two tugs.", {"NO"}, "promised"),
    ("Norway and Peru tasked their teams to continue following up on tugs.", {"NO", "PE"}, "agreed"),
    ("Norway and Peru reached a Reef Action Plan to map ten reefs.", {"NO", "PE"}, "agreed"),
]


@pytest.mark.parametrize(("text", "by", "strength"), LATER)
def test_guarantees_signings_and_letters_of_intent_are_undertakings(commitments, text, by, strength):
    assert only(commitments(text))[:2] == (by, strength)


@pytest.mark.parametrize("adjective", WORDS["firm"])
def test_every_firm_support_that_is_told_anew_is_a_guarantee(commitments, adjective):
    assert only(commitments(f"Norway reaffirmed its {adjective} support for the navy of Peru."))[0] == {"NO"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway reaffirmed its support for the navy of Peru.",
        "Norway reaffirmed its unwavering support for peace.",
        "Will Norway lend Peru two tugs?",
        "The minister of Norway voiced the hope that Norway will lend Peru two tugs.",
        "The government of Norway told Peru: “I would like to thank the crews of Peru.”",
        f"{CALL}{MET}\n\nThe leaders will discuss ten new reefs.",
    ],
)
def test_mere_support_questions_hopes_thanks_and_agendas_are_no_undertaking(commitments, text):
    assert commitments(text) == []


def test_gerunds_that_share_their_object_are_one_undertaking(commitments):
    assert len(commitments("Norway and Peru are committed to halting and reversing the loss of reefs.")) == 1


def test_a_press_call_on_a_joint_statement_does_not_speak_for_its_states(commitments):
    text = "Background Press Call on the Joint Statement of Norway and Peru\n\nWe will map ten new reefs.\n"

    assert commitments(text) == []
