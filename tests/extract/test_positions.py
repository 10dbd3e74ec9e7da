"""What states hold: who holds what, on which issue, and what is merged into one position."""

from dataclasses import replace
from itertools import pairwise

import pytest

from detente.extract.holdings import holdings_in
from detente.extract.position_judge import Draft, PositionJudge, opening_traits, position_judge
from detente.extract.positions import LEAST, extract_positions, position_drafts
from detente.extract.topics import Topics
from detente.model.findings import Statement
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import Actors

JOINT_TEXT = "Joint Statement of Chad and Niger\n\nThe Presidents of Chad and Niger met in Agadez.\n\n"


def drafts_of(reading, found):
    """Every draft of a text, however unlikely its words."""
    return [draft for _, draft in position_drafts(reading, found, PositionJudge({}, {}))]


def test_words_that_tell_no_view_are_not_asked_whose_it_is(told):
    reading, found = told("Norway said that the nets of Chile were sold.")

    assert drafts_of(reading, found)
    assert not list(position_drafts(reading, found, PositionJudge({"always": 1.0}, {}, opens=2.0)))


@pytest.fixture
def account(told):
    """Read a text as an account of Norway: `account(text)`."""

    def read(text):
        reading, found = told(text)
        reading.document = replace(reading.document, account_of=("NO",))
        return reading, found

    return read


@pytest.fixture
def held(told):
    """Who may hold what in a text, as pairs of states and words."""

    def read(text, reading_and_found=None):
        reading, found = reading_and_found or told(text)
        views = holdings_in(reading, Actors(reading), found.of(Statement))
        return {(view.states, " ".join(view.span.text.split())) for view in views}

    return read


CLEAR = [
    ("Norway said that sanctions on Chile are illegal and must end.", "NO", "sanctions"),
    ("Norway condemned the missile strikes on the harbour of Chile.", "NO", "military_activity"),
    ("Chile's foreign ministry said it firmly opposes the tariffs of Norway.", "CL", "trade_tariffs"),
    ("Norway reaffirmed its support for human rights in Chile.", "NO", "human_rights"),
]


@pytest.mark.parametrize(("text", "state", "issue"), CLEAR)
def test_a_plain_stance_on_a_named_issue_is_a_position(told, text, state, issue):
    found = extract_positions(*told(text))

    assert (state, issue) in {(p.state, p.issue) for p in found}


@pytest.mark.parametrize(
    "text",
    [
        "Chad thanked Niger for its warm welcome.",
        "Chad congratulated Niger on its fight against sanctions.",
        "Norway said its minister would meet the envoy of Chile on Monday.",
    ],
)
def test_thanks_and_news_are_no_position(told, text):
    assert extract_positions(*told(text)) == []


def test_a_joint_text_holds_its_views_for_each_of_its_states(told):
    found = extract_positions(
        *told(f"{JOINT_TEXT}The leaders condemned the sanctions on Mali and called for their end.\n")
    )

    assert {(p.state, p.issue) for p in found} == {("TD", "sanctions"), ("NE", "sanctions")}


def test_one_position_per_state_and_issue_cites_at_most_three_places_that_do_not_overlap(told):
    clauses = ["are illegal", "must end", "violate international law", "are unacceptable", "should be lifted"]
    text = " ".join(f"Norway said that the sanctions on Chile {clause}." for clause in clauses)

    (found,) = extract_positions(*told(text))

    spans = found.evidence
    assert len(spans) == 3
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert found.summary == "; ".join(span.text for span in spans)
    assert LEAST <= found.confidence <= 0.9


@pytest.mark.parametrize("occasion", ["meeting", "call", "visit", "dialogue", "summit", "talks"])
def test_what_an_occasion_reaffirms_may_be_held_by_both_sides(held, occasion):
    found = held(f"{JOINT_TEXT}The {occasion} reaffirmed the value of human rights.\n")

    assert any(set(states) == {"TD", "NE"} and "human rights" in words for states, words in found)


@pytest.mark.parametrize("noun", lexicon("positions")["held"])
def test_in_a_joint_text_the_issuers_may_hold_what_they_call_theirs(held, noun):
    found = held(f"{JOINT_TEXT}It was a sign of our {noun} on human rights.\n")

    assert any(set(states) == {"TD", "NE"} and noun in words for states, words in found)


def test_a_state_named_right_before_a_noun_of_view_owns_it(told):
    reading, _ = told("The call dwelt on Norwegian support for free trade.\n")

    assert [h.states for h in holdings_in(reading, Actors(reading), []) if h.way == "noun"] == [("NO",)]


@pytest.mark.parametrize("verb", ["rejects", "recognises", "favours", "blames", "ignores"])
def test_a_narrator_tells_who_holds_a_view(told, verb):
    reading, _ = told(f"Norway {verb} the new border of Chile.\n")

    assert [h.states for h in holdings_in(reading, Actors(reading), []) if h.way == "told"] == [("NO",)]


def test_a_narrator_who_tells_a_deed_tells_no_view(told):
    reading, _ = told("Norway opened the new border of Chile.\n")

    assert not holdings_in(reading, Actors(reading), [])


def test_any_clause_of_a_states_own_account_may_be_its_view(account):
    reading, _ = account("Norway opened the new border of Chile.\n")

    assert [(h.states, h.way) for h in holdings_in(reading, Actors(reading), [])] == [(("NO",), "own")]


def test_members_of_a_list_are_views_of_their_own(held):
    found = held("Norway said that the old tolls are unfair and that the new mines must be removed by Chile.")

    words = {words for _, words in found}
    assert {"the old tolls are unfair", "the new mines must be removed by Chile"} <= words


def test_a_long_speech_is_taken_sentence_by_sentence(held):
    sentences = ["Nets must be marked in every harbour of the north."] * 4 + [
        "The tolls on ships are unfair to all of us."
    ]
    words = {words for _, words in held(f"“{' '.join(sentences * 2)}”, the prime minister of Norway said.")}

    assert sentences[-1] in words


def _draft(reading, found, words):
    return next(d for d in drafts_of(reading, found) if d.holding.span.text == words)


def _with_words(draft, text):
    span = draft.holding.span._replace(text=text, end=draft.holding.span.start + len(text))
    return replace(draft, holding=replace(draft.holding, span=span))


CLASSES = [(name, phrase) for name, phrases in lexicon("positions")["stance_words"].items() for phrase in phrases]


@pytest.mark.parametrize(("name", "phrase"), CLASSES)
def test_words_of_a_view_are_told_by_their_class(told, name, phrase):
    reading, found = told("Norway said that the nets of Chile were sold.")
    draft = drafts_of(reading, found)[0]
    changed = _with_words(draft, f"{phrase.removesuffix('*')} of it all")

    assert f"words={name}" not in set(opening_traits(draft.holding, reading))
    assert f"words={name}" in set(opening_traits(changed.holding, reading))


@pytest.mark.parametrize("name", ["courtesy", "news"])
def test_thanks_and_news_count_only_where_they_open_what_is_said(told, name):
    word = lexicon("positions")["stance_words"][name][0]
    reading, found = told("Norway said that the nets of Chile were sold.")
    draft = drafts_of(reading, found)[0]

    assert f"words={name}" in set(opening_traits(_with_words(draft, f"{word} and nets").holding, reading))
    assert f"words={name}" not in set(
        opening_traits(_with_words(draft, f"the nets of Chile were sold without {word}").holding, reading)
    )


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("said", "saying"),
        ("insisted", "insisting"),
        ("denied", "opposing"),
        ("demanded", "asking"),
        ("argued", "claiming"),
    ],
)
def test_the_word_that_tells_a_view_is_told_by_its_class(told, cue, name):
    reading, found = told(f"Norway {cue} that the nets of Chile must be sold.")
    draft = next(d for d in drafts_of(reading, found) if d.holding.way == "statement")

    assert f"cue class={name}" in set(opening_traits(draft.holding, reading))


ISSUES = [
    ("KP", "its right to all that Pyongyang is owed", "bilateral_relationship"),
    ("NO", "its right to all that Pyongyang is owed", "north_korea"),
    ("RU", "respect for ties with Russia", "bilateral_relationship"),
    ("NO", "respect for ties with Russia", "russia"),
    ("NO", "prisons in Xinjiang and human rights at large", "human_rights"),
    ("NO", "the ban on trawlers", "shipping"),
]


@pytest.mark.parametrize(("state", "words", "issue"), ISSUES)
def test_the_likeliest_issue_is_the_one_that_the_words_name_and_the_state_can_hold(told, state, words, issue):
    reading, found = told(f"The envoy of Norway stressed {words}. Chile did not reply.")
    holding = drafts_of(reading, found)[0].holding
    start = reading.document.text.index(words)
    span = reading.span(start, start + len(words))
    links = tuple(Topics(reading, Actors(reading)).links(span, reading.token_at(start), state))
    asked = Draft(state, holding, links, "third")
    shares = position_judge().shares(asked)

    assert links[shares.index(max(shares))].issue == issue


def test_seas_named_together_are_each_what_a_view_is_about(told):
    words = "the importance of free passage in the South China Sea and the East China Sea"
    reading, found = told(f"The envoy of Norway stressed {words}. Chile did not reply.")
    draft = _draft(reading, found, words)
    shares = dict(zip((link.issue for link in draft.links), position_judge().shares(draft), strict=True))

    assert shares["south_china_sea"] == shares["east_china_sea"] > 0.5


def test_the_shares_of_the_issues_add_up_to_one(told):
    reading, found = told("Norway said that sanctions hurt trade in wheat and visas. Chile did not reply.")
    draft = next(d for d in drafts_of(reading, found) if len(d.links) > 3)

    assert sum(position_judge().shares(draft)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("account_of", "state", "side"), [(("NO",), "NO", "own"), ((), "NO", "sides"), ((), "PE", "third")]
)
def test_a_draft_tells_whose_account_the_document_is(told, account_of, state, side):
    reading, _ = told(
        "Talks of Norway and Chile\n\nNorway and Chile met. Peru rejects the tariffs. Norway rejects the quota.\n"
    )
    reading.document = replace(reading.document, account_of=account_of)

    assert {d.side for d in drafts_of(reading, Found()) if d.state == state} == {side}
