"""The judge of commitments: what it finds that no rule tells, what it drops of what rules tell, features and weights."""

import math

import pytest

from detente.extract.commitment_drafts import RULES, WIDE, party_of, ruled, wide
from detente.extract.commitment_judge import (
    Judge,
    first_features,
    form_of,
    governor,
    judge,
    manners,
    opening_features,
    second_features,
)
from detente.extract.commitments import LEAST_RULED, drafts_in, extract_commitments
from detente.extract.scene import Scene
from detente.model.findings import Statement


@pytest.fixture
def scened(told):
    """The scene of a text, and its first sentence."""

    def find(text):
        reading, found = told(text)
        return Scene(reading, found.of(Statement)), next(iter(reading.sentences))

    return find


@pytest.fixture
def drafted(scened, monkeypatch):
    """The wide draft with this head, where no rule tells it, and its scene."""

    def find(text, head):
        monkeypatch.setattr("detente.extract.commitment_drafts.rules_asked", tuple)
        scene, sentence = scened(text)
        drafts = (told for _, told in drafts_in(scene, sentence))
        return next(t for t in drafts if t.draft.told.text == head and t.draft.rule == WIDE), scene

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's minister met his colleague from Togo on Monday.",
        "Togo thanked Ghana for its help with the harvest.",
        "Ghana urged Togo to withdraw its trawlers.",
        "Togo hopes that Ghana will open its market one day.",
        "Togo built a bridge over the river to Ghana in 2019.",
        "The minister of Togo discussed cocoa with his colleague from Ghana.",
    ],
)
def test_contacts_thanks_demands_hopes_and_completed_acts_are_none(told, text):
    assert not extract_commitments(*told(text))


def test_a_judge_without_weights_finds_a_draft_as_likely_as_not(drafted):
    told, scene = drafted("Ghana will send Togo two ferries.", "send")

    assert Judge({}).likelihood(0.0, told, scene) == pytest.approx(0.5)


def test_the_sums_of_all_features_add_up(drafted):
    told, scene = drafted("Ghana will send Togo two ferries.", "send")
    model = Judge({"word=VERB:send": math.log(2), "modal=will": math.log(3), "form=press": math.log(5)})

    first = model.first(told.draft)

    assert first == pytest.approx(math.log(6))
    assert model.likelihood(first, told, scene) == pytest.approx(30 / 31)


@pytest.mark.parametrize("limits", [{"opens": 0.1}, {"least": 0.1}])
def test_a_wide_draft_whose_first_sums_are_too_low_is_asked_no_more(drafted, limits):
    told, _ = drafted("Ghana will send Togo two ferries.", "send")

    assert Judge({}, **limits).first(told.draft) is None


@pytest.mark.parametrize(
    ("opening", "clause", "passes"),
    [
        ({"word=VERB:send": 1.0}, {"modal=will": 1.0}, True),
        ({"word=VERB:send": 1.0}, {"modal=would": 1.0}, False),
        ({"modal=will": 1.0}, {"modal=will": 1.0}, False),
    ],
)
def test_small_models_of_head_and_clause_let_wide_drafts_through(drafted, opening, clause, passes):
    told, _ = drafted("Ghana will send Togo two ferries.", "send")
    model = Judge({"word=VERB:send": 2.0}, opening, clause, opens=0.5, least=0.5)

    assert model.first(told.draft) == (2.0 if passes else None)


def test_the_draft_of_a_rule_is_judged_whatever_its_first_sums_are(scened):
    scene, sentence = scened("Ghana pledged to send Togo two ferries.")
    (draft,) = ruled(scene, sentence)

    assert Judge({}, opens=math.inf, least=math.inf).first(draft) == 0.0


def test_what_a_rule_tells_is_dropped_where_the_judge_finds_it_unlikely(told, monkeypatch):
    reading, found = told("Ghana pledged to send Togo two ferries.")
    doubt = math.log(LEAST_RULED / (1 - LEAST_RULED)) - 0.1
    monkeypatch.setattr("detente.extract.commitments.judge", lambda: Judge({"always": doubt}))

    assert not extract_commitments(reading, found)


def test_of_drafts_that_share_their_words_the_likeliest_is_told(told, monkeypatch):
    reading, found = told("Ghana pledged to send Togo two ferries.")
    monkeypatch.setattr("detente.extract.commitments.judge", lambda: Judge({"word=VERB:send": 3.0}))

    assert [c.what for c in extract_commitments(reading, found)] == ["send Togo two ferries"]


def test_features_tell_word_form_party_and_manner(drafted):
    told, scene = drafted("The president of Ghana will send Togo two ferries.", "send")

    names = {*opening_features(told.draft), *first_features(told.draft), *second_features(told, scene)}

    assert {"word=VERB:send", "modal=will", "way=subject False", "head=giving will", "form=press"} <= names


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Ghana will send two ferries.", "send", "will"),
        ("Ghana would not send two ferries.", "send", "would not"),
        ("Two ferries are to be sent by Ghana.", "sent", "to passive"),
        ("Ghana has sent two ferries.", "sent", "VBN have"),
        ("Togo knows of its promise.", "promise", "noun owned"),
        ("Togo knows of the promise.", "promise", "noun the"),
        ("Togo heard a promise.", "promise", "noun a"),
    ],
)
def test_a_deed_has_a_form(scened, text, word, form):
    _, sentence = scened(text)

    assert form_of(next(t for t in sentence.tokens if t.text == word)) == form


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        ("Ghana pledged to send ferries and to train pilots.", "send", "pledged"),
        ("Ghana pledged to send ferries and to train pilots.", "train", "pledged"),
        ("Ghana insisted on sending ferries.", "sending", "insisted"),
        ("Ghana sends ferries.", "sends", None),
    ],
)
def test_a_word_hangs_on_a_word_of_content_past_prepositions_and_what_it_is_joined_to(scened, text, word, above):
    _, sentence = scened(text)

    found = governor(next(t for t in sentence.tokens if t.text == word))

    assert (found.text if found is not None else None) == above


@pytest.mark.parametrize(
    ("lemma", "manner"),
    [("pledge", "promising"), ("urge", "asking"), ("hope", "hoping"), ("threaten", "threatening"), ("table", "other")],
)
def test_words_have_a_manner(lemma, manner):
    assert manner in manners(lemma)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Ghana will send ferries to Togo.", "send", ("subject", ("GH",))),
        ("Ghana's promise of ferries pleased Togo.", "promise", ("subject", ("GH",))),
        ("The Togolese pledge of two ferries pleased Ghana.", "pledge", ("phrase", ("TG",))),
        ("Ghana received an assurance from Togo.", "assurance", ("governor", ("GH",))),
        ("It rained on the ferry between Ghana and Togo.", "rained", ("named", ("GH", "TG"))),
        ("It rained on the ferry.", "rained", ("nobody", ())),
    ],
)
def test_who_would_do_it_is_sought_near_first(scened, text, word, found):
    scene, sentence = scened(text)

    assert party_of(scene, next(t for t in sentence.tokens if t.text == word)) == found


def test_full_verbs_and_nouns_of_undertaking_are_wide_drafts(scened):
    _, sentence = scened("Ghana has welcomed the pledge of a harbour with a roof.")

    assert [d.told.text for d in wide(sentence)] == ["welcomed", "pledge"]


def test_a_word_that_a_rule_tells_is_no_wide_draft(scened):
    scene, sentence = scened("Ghana pledged to send Togo two ferries.")

    heads = [(t.draft.told.text, t.draft.rule) for _, t in drafts_in(scene, sentence)]

    assert heads == [("pledged", "cue_verbs"), ("send", WIDE)]


def test_the_shipped_weights_know_the_rules_and_doubt_at_first():
    shipped = judge()

    assert shipped.weights["always"] < 0
    assert math.isfinite(shipped.opens + shipped.least)
    assert shipped.opening["always"] < 0
    assert shipped.clause["always"] < 0
    assert sum(f"rule={rule.ask.__name__}" in shipped.weights for rule in RULES) > len(RULES) / 2
