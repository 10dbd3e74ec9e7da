"""What states hold: drawn from statements made by hand, so that only this step is tested."""

import pytest

from detente.extract.positions import extract_positions
from detente.model.document import Document
from detente.model.findings import Statement
from detente.text.chain import Found
from detente.text.reading import Paragraph, Reading, Sentence, Token


@pytest.fixture
def positions():
    """`positions(text, (content, cue, state, issues, speaker), …)`: positions drawn from such statements."""

    def extract(text, *said):
        document = Document(text)
        reading = Reading(document, [], _words(text))
        return extract_positions(reading, Found([_statement(document, *one) for one in said]))

    return extract


def _words(text):
    """Tokens cut at blanks, all in one sentence; the lemma is the word without an ending."""
    paragraph = Paragraph(0, 0, len(text))
    tokens, at = [], 0
    sentence = Sentence(0, len(text), tokens, paragraph)
    for i, word in enumerate(text.split(" ")):
        token = Token()
        token.i, token.start, token.end, token.text = i, at, at + len(word), word
        token.lower, token.lemma, token.sentence = word.lower(), word.lower().removesuffix("ed"), sentence
        tokens.append(token)
        at += len(word) + 1
    return tokens


def _statement(document, content, cue, state, issues, speaker):
    def span(words):
        at = document.text.index(words)
        return document.span(at, at + len(words))

    return Statement(
        evidence=(span(content),),
        confidence=0.9,
        extractor="statements/1",
        speaker=speaker,
        state=state,
        mode="indirect",
        content=(span(content),),
        cue=span(cue),
        issues=issues,
    )


def test_a_stance_verb_makes_a_position_of_whatever_it_carries(positions):
    text = "Oslo condemned the raid on the trawler."

    (found,) = positions(text, ("the raid on the trawler", "condemned", "NO", ("military_activity",), "Norway"))

    assert (found.state, found.issue, found.summary) == ("NO", "military_activity", "the raid on the trawler")


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("the quota must be respected", 1),
        ("Norway opposes any change of the line", 1),
        ("the trawler left port at noon", 0),
    ],
)
def test_plain_saying_makes_a_position_only_of_a_standing_view(positions, content, count):
    found = positions(f"Oslo said that {content}.", (content, "said", "NO", ("shipping",), "Norway"))

    assert len(found) == count


def test_one_position_per_state_and_issue_with_at_most_three_places(positions):
    contents = ["nets must be marked", "boats must be listed", "ports must be open", "cod must be left alone in spring"]
    text = " ".join(f"Oslo said {c}." for c in contents)

    (found,) = positions(text, *((c, "said", "NO", ("shipping",), "Norway") for c in contents))

    assert [s.text for s in found.evidence] == contents[:3]
    assert found.summary == "; ".join(contents[:3])


def test_the_wider_issue_takes_in_the_ones_named_with_it(positions):
    text = "Oslo raised concerns about prisons in the west and in the hills."

    (found,) = positions(
        text,
        ("concerns about prisons in the west and in the hills", "raised", "NO", ("xinjiang", "human_rights"), "Norway"),
    )

    assert found.issue == "human_rights"


def test_seas_named_together_are_a_position_on_each(positions):
    content = "the importance of free passage in both seas"
    text = f"Oslo stressed {content}."

    found = positions(text, (content, "stressed", "NO", ("south_china_sea", "east_china_sea"), "Norway"))

    assert {p.issue for p in found} == {"south_china_sea", "east_china_sea"}


def test_joint_speakers_give_each_of_the_two_states_the_position(positions):
    text = "Norway and Chile met. Both sides stressed the need for marked nets."

    found = positions(text, ("the need for marked nets", "stressed", None, ("shipping",), "both sides"))

    assert sorted(p.state for p in found) == ["CL", "NO"]


@pytest.mark.parametrize(
    ("content", "state", "issues"),
    [
        ("gratitude for the warm welcome", "NO", ("bilateral_relationship",)),
        ("concern over the nets", None, ("shipping",)),
        ("concern over the nets", "NO", ()),
        ("concern over the nets", "NO", ("other",)),
    ],
)
def test_thanks_speakers_for_no_state_and_unnamed_issues_give_no_position(positions, content, state, issues):
    text = f"The visitor voiced {content}."

    assert positions(text, (content, "voiced", state, issues, "visitor")) == []


def test_a_statement_without_an_issue_goes_on_about_the_one_just_before(positions):
    text = "Oslo stressed the need for marked nets. Lima must act first, it said."

    (found,) = positions(
        text,
        ("the need for marked nets", "stressed", "NO", ("shipping",), "Norway"),
        ("Lima must act first", "said", "NO", (), "Norway"),
    )

    assert [s.text for s in found.evidence] == ["the need for marked nets", "Lima must act first"]


def test_a_view_that_a_joint_text_holds_in_its_own_voice_is_each_states_position(told):
    text = "Norway and Chile agree on much.\n\nNorway and Chile oppose any use of nuclear weapons.\n"

    found = extract_positions(*told(text))

    assert sorted((p.state, p.issue) for p in found) == [("CL", "nuclear_arms"), ("NO", "nuclear_arms")]


JOINT_TEXT = "Joint Statement of Chad and Niger\n\nThe Presidents of Chad and Niger met in Agadez.\n\n"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The leaders deplored the sanctions on Mali.", "sanctions"),
        ("Human rights are indispensable to peace.", "human_rights"),
    ],
)
def test_a_joint_text_holds_views_in_the_past_tense_and_in_nobodys_name(told, text, issue):
    found = extract_positions(*told(JOINT_TEXT + text + "\n"))

    assert {(p.state, p.issue) for p in found} == {("TD", issue), ("NE", issue)}


def test_thanks_are_no_position(told):
    assert not extract_positions(*told("Chad thanked Niger for its important help against climate change."))


VIEWS = [
    "the desire for calm seas",
    "trawlers cannot fish here",
    "a truce is not possible today",
    "there is no justification today",
    "Oslo wants the boat back",
    "Oslo still wanted the boat back",
    "Oslo expected a reply on the boat",
    "Oslo was prepared to share the quota",
    "the toll is unjustified",
    "the toll is unfair",
    "Oslo is not asking for alms",
    "it never will share the quota",
    "no such quota exists",
    "Oslo reserved the right to reply",
    "a befitting reply is due",
    "the quota was the right thing",
    "Lima chose confrontation at sea",
    "Oslo does not need tugs",
    "we do not need tugs",
    "the claim is untenable",
]


@pytest.mark.parametrize("content", VIEWS)
def test_words_of_a_view_make_a_position_of_what_is_said(positions, content):
    found = positions(f"Oslo said that {content}.", (content, "said", "NO", ("shipping",), "Norway"))

    assert [p.summary for p in found] == [content]


@pytest.mark.parametrize(
    "cue", ["accuse", "repeated", "accepted", "rule out", "ruled out", "rules out", "ruling out", "deny"]
)
def test_verbs_that_take_a_side_make_a_position(positions, cue):
    text = f"Oslo {cue} all talk of nets."

    assert positions(text, ("all talk of nets", cue, "NO", ("shipping",), "Norway"))


@pytest.mark.parametrize(
    "content",
    [
        "progress on the strong nets",
        "significant progress on the strong nets",
        "advancements in strong nets",
        "opportunities for strong nets",
        "last week's strong catch",
        "today's strong catch",
        "developments in strong nets",
        "regret",
    ],
)
def test_news_and_a_single_word_are_no_view(positions, content):
    assert not positions(f"Oslo stressed {content}.", (content, "stressed", "NO", ("shipping",), "Norway"))


@pytest.mark.parametrize(("state", "conduct"), [("KP", "north_korea"), ("RU", "russia")])
def test_a_states_own_conduct_is_an_issue_for_others(positions, state, conduct):
    said = ("the right to the bay", "stressed", state, (conduct,), "envoy")

    (found,) = positions("The envoy stressed the right to the bay.", said)

    assert found.issue == "bilateral_relationship"


def test_a_view_that_names_no_issue_is_about_what_the_document_is_about(positions):
    text = "Tariff talks: tariffs stay, and the new tariff too. Oslo said that this must end."

    (found,) = positions(text, ("this must end", "said", "NO", ("bilateral_relationship",), "Norway"))

    assert found.issue == "trade_tariffs"


@pytest.mark.parametrize("occasion", ["meeting", "call", "visit", "dialogue", "summit"])
def test_what_an_occasion_reaffirms_is_held_by_both_sides(told, occasion):
    found = extract_positions(*told(f"{JOINT_TEXT}The {occasion} reaffirmed the value of human rights.\n"))

    assert {(p.state, p.issue) for p in found} == {("TD", "human_rights"), ("NE", "human_rights")}


def test_what_talks_reaffirm_is_held_by_both_sides(told):
    found = extract_positions(*told(f"{JOINT_TEXT}The talks reaffirmed the value of human rights.\n"))

    assert {p.state for p in found} == {"TD", "NE"}
