"""What states undertake: one row per way in which English tells it, each written for the project."""

import math
from dataclasses import replace
from typing import get_args

import pytest

from detente.extract.commitment_judge import Judge
from detente.extract.commitments import extract_commitments
from detente.model.findings import Strength
from detente.ontology.lexicon import lexicon


@pytest.fixture
def commitments(told, monkeypatch):
    """Commitments under a judge that believes every rule and asks nothing else."""
    monkeypatch.setattr("detente.extract.commitments.judge", lambda: Judge({}, opens=math.inf))

    def extract(text, **options):
        reading, found = told(text, **options)
        return extract_commitments(reading, found)

    return extract


DEALS = "Joint Statement on India-Japan Rail Talks\n\nIndia and Japan met in Osaka and reached an agreement.\n\n"

# text, states that undertake, polarity, strength, first words of what
TOLD = [
    ("India and Japan agreed to build a railway.", {"IN", "JP"}, "do", "agreed", "build a railway"),
    ("India and Japan agreed to explore a fisheries pact.", {"IN", "JP"}, "do", "explore", "explore"),
    ("France and Egypt committed to opening a second port.", {"FR", "EG"}, "do", "agreed", "opening a second port"),
    (
        "France and Egypt agreed on a fuel swap for this winter.",
        {"FR", "EG"},
        "do",
        "agreed",
        "fuel swap for this winter",
    ),
    ("Egypt pledged not to dam the river, France said.", {"EG"}, "refrain", "promised", "not dam the river"),
    (
        "Egypt assured France that it would not raise canal fees.",
        {"EG"},
        "refrain",
        "promised",
        "not raise canal fees",
    ),
    ("India and Japan tasked their ministers to draft a treaty.", {"IN", "JP"}, "do", "agreed", "draft a treaty"),
    ("President Emmanuel Macron of France signed a treaty with Egypt.", {"FR", "EG"}, "do", "binding", "treaty"),
    (
        "India and Japan welcomed the resumption of coast guard drills.",
        {"IN", "JP"},
        "do",
        "agreed",
        "resumption of coast guard drills",
    ),
    ("India and Japan are resuming ferry services.", {"IN", "JP"}, "do", "agreed", "resuming ferry services"),
    (
        "Emmanuel Macron of France reaffirmed France's commitment to rebuilding the harbour of Egypt.",
        {"FR"},
        "do",
        "promised",
        "rebuilding the harbour",
    ),
    ("“We are willing to lend Egypt two tugs,” Emmanuel Macron of France said.", {"FR"}, "do", "promised", "lend"),
    ("“France does not seek bases in Egypt,” Emmanuel Macron said.", {"FR"}, "refrain", "promised", "not seek bases"),
    (
        "“France has no intention of closing the canal to Egypt,” Emmanuel Macron said.",
        {"FR"},
        "refrain",
        "promised",
        "intention of closing the canal",
    ),
]


@pytest.mark.parametrize(("text", "by", "polarity", "strength", "what"), TOLD)
def test_an_undertaking_is_read_with_who_how_and_what(commitments, text, by, polarity, strength, what):
    (found,) = commitments(text)

    assert set(found.by) == by
    assert (found.polarity, found.strength) == (polarity, strength)
    assert found.what.startswith(what)
    assert found.evidence[0].text in text


MORE_WAYS = [
    ("Norway and Peru are dedicated to training divers.", {"NO", "PE"}, "agreed", "training divers"),
    ("Norway and Peru intend to swap seed banks.", {"NO", "PE"}, "intend", "swap seed banks"),
    ("Norway pledged a third icebreaker to Peru.", {"NO"}, "promised", "third icebreaker"),
    ("Norway remains committed to Peru’s fishing fleet.", {"NO"}, "promised", "Peru’s fishing fleet"),
    ("Norway and Peru agreed to stay in close contact.", {"NO", "PE"}, "explore", "stay in close contact"),
    ("Norway and Peru reaffirmed the shared commitment to build a dock.", {"NO", "PE"}, "agreed", "build a dock"),
    ("Norway and Peru met in Cusco. Both countries will fund a new dock.", {"NO", "PE"}, "agreed", "fund a new dock"),
]


@pytest.mark.parametrize(("text", "by", "strength", "what"), MORE_WAYS)
def test_readouts_and_joint_texts_undertake_in_other_ways(commitments, text, by, strength, what):
    (found,) = commitments(text)

    assert set(found.by) == by
    assert found.strength == strength
    assert found.what.startswith(what)


def test_an_aside_is_left_out_of_the_words_but_one_before_the_object_is_not(commitments):
    (after,) = commitments("Norway pledged a ship to Peru, noting that the harbour of Callao had been idle for years.")
    (between,) = commitments("Norway and Peru agreed to suspend for a year, starting in May, the fee on salmon.")

    assert after.evidence[0].text.endswith("Peru")
    assert between.evidence[0].text.endswith("the fee on salmon")


def test_a_quotation_that_ends_with_the_words_keeps_its_mark(commitments):
    (found,) = commitments("Norway agreed with Peru to drop what it called “the herring tax”, officials said.")

    assert found.evidence[0].text.endswith("“the herring tax”")


def test_a_joint_text_speaks_for_those_its_title_names(commitments):
    text = (
        "Joint Statement of Norway and Peru on Chad\n\nChad matters. Chad and Mali meet. We will send Chad a clinic.\n"
    )

    (found,) = commitments(text)

    assert set(found.by) == {"NO", "PE"}


def test_a_union_speaks_alone_in_its_own_text(commitments):
    text = "EU Leaders’ Statement on Chad\n\nWe, the leaders of the EU, met.\n\nWe will send Chad two clinics.\n"

    (found,) = commitments(text)

    assert found.by == ("EU",)


@pytest.mark.parametrize(
    ("group", "some"), [("G7", {"CA", "IT", "JP"}), ("Quad", {"AU", "IN", "JP", "US"}), ("AUKUS", {"AU", "GB", "US"})]
)
def test_a_small_group_is_no_more_than_its_members(commitments, group, some):
    (found,) = commitments(f"The {group} agreed to map the reefs of Fiji.")

    assert some <= set(found.by)


NOT_TOLD = [
    "Norway told Peru that it was committed to doing so.",
    "“We will reaffirm our ties with Peru,” the government of Norway said.",
    "Norway reviewed its commitments made in May with Peru.",
    "“Norway will continue,” its prime minister told Peru.",
    "Norwegian support for Peru will keep its fleet afloat.",
    "“We will not pretend that Peru is calm,” the government of Norway said.",
    "Norway reaffirmed its commitment to democracy in talks with Peru.",
    "Norway remains committed to fairness, it told Peru.",
    "India urged Japan to cut its tariffs.",
    "India hopes that Japan will cut its tariffs.",
    "“India will retaliate against Japan,” Narendra Modi said.",
    "India and Japan agreed on the importance of free seas.",
    "India and Japan agreed that the talks were useful.",
    "Japan refused to agree to lower the duty of India.",
    "If India and Japan agreed to build a railway, trade would grow.",
    "Prime Minister Narendra Modi of India will travel to Japan on Friday.",
    "Japan will face a hard winter, analysts in India said.",
    "Japan has built a railway in India.",
    "A Japanese company will appoint two directors in India.",
    "India and Japan signed up for a fair, which will include a parade.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_demands_hopes_threats_views_trips_and_done_deeds_are_no_undertaking(commitments, text):
    assert commitments(text) == []


def test_each_item_of_an_agreed_list_is_one_undertaking(commitments):
    text = DEALS + "- India will lower the duty on machine tools.\n- Japan will train 200 signal engineers.\n"

    found = commitments(text)

    assert [(c.by, c.to, c.strength) for c in found] == [
        (("IN",), ("JP",), "agreed"),
        (("JP",), ("IN",), "agreed"),
    ]


def test_a_list_without_words_of_agreement_is_only_promised(commitments):
    text = "Notes on Trains\n\nOfficials of India and Japan met in Osaka:\n\n- Japan will train 200 signal engineers.\n"

    (found,) = commitments(text)

    assert found.strength == "promised"


def test_we_in_a_joint_statement_is_both_states_and_elsewhere_nobody(commitments):
    words = "\n\nIndia and Japan met in Osaka. We will train 200 signal engineers.\n"

    (joint,) = commitments("Joint Statement of India and Japan" + words)

    assert set(joint.by) == {"IN", "JP"}
    assert commitments("India and Japan talk of trains" + words) == []


def test_numbered_deeds_within_one_sentence_are_two_undertakings(commitments):
    text = DEALS + "- Japan will (1) waive the toll on Indian ships, and (2) adopt a faster customs check.\n"

    assert [c.what.split()[0] for c in commitments(text)] == ["waive", "adopt"]


def test_two_deeds_with_a_will_each_are_two_undertakings(commitments):
    text = DEALS + "- India will lower the duty on machine tools, and will publish its rail standards.\n"

    assert [c.what.split()[0] for c in commitments(text)] == ["lower", "publish"]


def test_each_denial_in_a_list_of_them_is_one_undertaking(commitments):
    text = (
        "Emmanuel Macron said that France does not seek bases in Egypt, does not seek to buy its ports "
        "and does not support the rebels."
    )

    found = commitments(text)

    assert [c.what for c in found] == [
        "not seek bases in Egypt",
        "not seek to buy its ports",
        "not support the rebels",
    ]


def test_a_deadline_is_read_only_where_a_word_for_one_stands(commitments):
    text = DEALS + "- Japan will open the line by March 31, 2026.\n- India will publish a map on May 2, 2026.\n"

    assert [c.due for c in commitments(text)] == ["2026-03-31", None]


def test_the_speaker_who_reports_an_undertaking_is_named(commitments):
    (found,) = commitments("Narendra Modi said that Japan had agreed to train signal engineers for India.")

    assert found.reported_by == "Narendra Modi"
    assert found.by == ("JP",)


def test_a_text_with_no_states_has_no_undertakings(commitments):
    assert commitments("The two clubs agreed to play a second match.") == []


def test_every_strength_in_the_data_is_one_of_the_closed_list():
    assert set(lexicon("commitments")["willing"].values()) <= set(get_args(Strength))


@pytest.mark.parametrize(
    ("words", "by", "what"),
    [
        ("Norway announced a further loan to Peru.", {"NO"}, "further loan to Peru"),
        ("Norway unveiled a grant for Peru.", {"NO"}, "grant for Peru"),
        ("“We are prepared to lend Peru two tugs,” the government of Norway said.", {"NO"}, "lend Peru two tugs"),
        ("“We are happy to lend Peru two tugs,” the government of Norway said.", {"NO"}, "lend Peru two tugs"),
    ],
)
def test_things_announced_and_readiness_are_undertakings(commitments, words, by, what):
    (found,) = commitments(words)

    assert set(found.by) == by
    assert found.strength == "promised"
    assert found.what.startswith(what)


OUTCOMES = lexicon("commitments")["outcomes"]


@pytest.mark.parametrize("noun", OUTCOMES)
def test_an_item_that_names_what_is_to_be_made_is_an_agreed_undertaking(commitments, noun):
    text = f"Joint Statement of India and Japan\n\nIndia and Japan met in Osaka.\n\n- A new {noun} for night trains\n"

    (found,) = commitments(text)

    assert (set(found.by), found.strength) == ({"IN", "JP"}, "agreed")


def test_an_item_of_several_is_read_under_a_title_that_names_them(commitments):
    text = "India and Japan Set Up a Rail Board\n\nThey met in Osaka.\n\n- Creation of a board for night trains\n"

    (found,) = commitments(text)

    assert found.what.startswith("Creation of a board")


@pytest.mark.parametrize(
    "text",
    [
        "India and Japan agreed that the toll will hurt trade.",
        "India and Japan named the guards whom they are mandated to pay.",
        "“Norway remains prepared to talk,” its prime minister told Peru.",
        "Joint Statement of India and Japan\n\nIndia and Japan met in Osaka.\n\n- A warm day\n",
    ],
)
def test_forecasts_mandates_of_others_and_mere_things_are_no_undertaking(commitments, text):
    assert commitments(text) == []


LAID_DOWN = [
    ("Japan and India reached an understanding under which Japan would reopen two ports.", {"JP"}, "agreed", "reopen"),
    ("Norway gave assurances that pilots of Peru would not be fined.", {"NO"}, "promised", "not fined"),
    ("Norway stressed its intention to lend Peru two tugs.", {"NO"}, "intend", "lend Peru two tugs"),
    ("Norway and Peru agreed on Monday to swap seed banks.", {"NO", "PE"}, "agreed", "swap seed banks"),
    (
        "The government of Norway told Peru that the crew would be released soon.",
        {"NO"},
        "promised",
        "released soon",
    ),
    (
        "The envoy of Norway hailed today’s announcement of $5 million in aid to Peru.",
        {"NO"},
        "promised",
        "$5 million in aid",
    ),
]


@pytest.mark.parametrize(("text", "by", "strength", "what"), LAID_DOWN)
def test_what_is_laid_down_assured_intended_or_funded_is_an_undertaking(commitments, text, by, strength, what):
    (found,) = commitments(text)

    assert set(found.by) == by
    assert found.strength == strength
    assert found.what.startswith(what)


@pytest.mark.parametrize("body", lexicon("commitments")["joint_bodies"])
def test_what_states_set_up_together_acts_for_them_in_a_joint_text(commitments, body):
    text = f"Joint Statement of India and Japan\n\nIndia and Japan met in Osaka. The {body} will map ten new reefs.\n"

    (found,) = commitments(text)

    assert set(found.by) == {"IN", "JP"}


@pytest.mark.parametrize("deal", lexicon("commitments")["deals"])
def test_every_word_for_a_deal_may_lay_down_who_does_what(commitments, deal):
    (found,) = commitments(f"Norway and Peru reached a new {deal} under which Norway would reopen ten ports.")

    assert found.by == ("NO",)


@pytest.mark.parametrize("noun", lexicon("commitments")["given"])
def test_every_thing_given_may_be_announced(commitments, noun):
    (found,) = commitments(f"The government of Norway announced the {noun} of ten clinics in Peru.")

    assert (found.by, found.strength) == (("NO",), "promised")


@pytest.mark.parametrize("word", lexicon("commitments")["leading_in"])
def test_words_that_lead_in_to_a_list_tell_what_came_of_talks(commitments, word):
    text = f"Notes on Trains\n\nIndia and Japan and their {word}:\n\n- A new system for night trains\n"

    assert len(commitments(text)) == 1


def test_each_joined_infinitive_is_an_undertaking(commitments):
    found = commitments("Norway agreed to lend Peru two tugs and to train ten pilots for Peru.")

    assert [c.what.split()[0] for c in found] == ["lend", "train"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru reaffirmed their commitment to defending democracy.",
        "Norway told Peru that the deal did not mean that Norway would reopen the port.",
        "Norway told Peru that diplomats would be expected to obey its laws.",
        "Norway told Peru that the two would talk by telephone.",
        "Norway unveiled a plan to plant oaks.",
        "The bank in Oslo announced a package of ten million.",
    ],
)
def test_ideals_denials_rules_for_others_and_matters_of_ones_own_are_no_undertaking(commitments, text):
    assert commitments(text) == []


# text, first word of each deed
CHAINED = [
    ("Both sides agreed to continue talking and to open a second bridge within 30 days.", ["talking", "open"]),
    (
        "Norway and Peru agreed to tackle problems caused by floods and to continue sharing weather charts.",
        ["tackle", "sharing"],
    ),
]


@pytest.mark.parametrize(("text", "deeds"), CHAINED)
def test_a_deed_joined_to_continue_or_astray_is_an_undertaking_of_its_own(commitments, text, deeds):
    title = "Norway and Peru meet\n\nNorway and Peru spoke of rivers.\n\n"

    assert [c.what.split()[0] for c in commitments(title + text)] == deeds


# text, who, strength, polarity
FIRMER = [
    ("Norway told Peru that Norway would not retaliate against its ports.", ("NO",), "promised", "refrain"),
    ("Peru assured Norway that the closure would not hurt its sailors.", ("PE",), "promised", "refrain"),
    ("Peru said that Peru would take steps to reopen the ports to Norway.", ("PE",), "promised", "do"),
    ("Norway told Peru that Norway would answer its letter by Friday.", ("NO",), "promised", "do"),
    ("Norway told Peru that Norway would not allow poachers into its waters.", ("NO",), "promised", "refrain"),
    ("Peru awaits two tugs that Norway will send to its ports.", ("NO",), "promised", "do"),
    ("Norway and Peru are signing a treaty on cod.", ("NO", "PE"), "binding", "do"),
    ("Norway said that the two governments would reach a verdict on Peru's cod in May.", ("NO", "PE"), "agreed", "do"),
]


@pytest.mark.parametrize(("text", "by", "strength", "polarity"), FIRMER)
def test_forbearance_assurances_steps_and_what_two_do_are_undertakings(commitments, text, by, strength, polarity):
    (found,) = commitments(text)

    assert (set(found.by), found.strength, found.polarity) == (set(by), strength, polarity)


@pytest.mark.parametrize("verb", lexicon("commitments")["uniting"])
def test_states_that_are_acting_together_to_do_something_undertake_it(commitments, verb):
    (found,) = commitments(f"{DEALS}India and Japan are {verb}ing up to build a night railway.")

    assert found.strength == "agreed"


def test_what_several_are_exploring_in_their_joint_text_they_undertake_to_explore(commitments):
    (found,) = commitments(f"{DEALS}India and Japan are exploring a night railway.")

    assert found.strength == "explore"


@pytest.mark.parametrize(
    "text",
    [
        "India and Japan are looking forward to the night trains.",
        "Norway told Peru that Norway would not recognise the vote.",
        "Norway told Peru that Norway would continue to take measures.",
    ],
)
def test_eagerness_stances_and_what_merely_goes_on_are_no_undertaking(commitments, text):
    assert commitments(f"{DEALS}{text}") == []


@pytest.mark.parametrize(("account", "strengths"), [(("NO",), ["intend"]), ((), [])])
def test_a_decision_of_one_is_its_plan_in_its_own_account_alone(told, account, strengths):
    reading, found = told("Norway decided to lend Peru two tugs.")
    reading.document = replace(reading.document, account_of=account)

    assert [c.strength for c in extract_commitments(reading, found)] == strengths


def test_what_a_commitment_follows_is_no_part_of_its_words(commitments):
    (found,) = commitments("The president of Norway reaffirmed his commitment to Peru's safety following the raid.")

    assert found.evidence[0].text == "his commitment to Peru's safety"


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("if Peru lifts the ban", "if Peru lifts the ban"),
        ("unless Peru closes its ports", "unless Peru closes its ports"),
        ("so long as Peru does the same", "so long as Peru does the same"),
        ("once Peru lifts the ban", "once Peru lifts the ban"),
        ("in return for copper", "in return for copper"),
        ("by sea", None),
    ],
)
def test_a_condition_is_read_where_a_word_for_one_opens_it(commitments, words, condition):
    (found,) = commitments(f"Norway pledged to send two tugs to Peru {words}.")

    assert found.condition == condition


def test_whoever_is_assured_of_it_is_whom_it_is_promised_to(commitments):
    text = "Norway and Peru met. Norway and Peru spoke. Norway assured Chile that Norway would reopen two ports."

    (found,) = commitments(text)

    assert found.to == ("CL",)
