"""What states hold: drawn from statements made by hand, so that only this step is tested."""

from dataclasses import replace

import pytest

from detente.extract.positions import extract_positions
from detente.model.document import Document
from detente.model.findings import Statement
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.reading import Paragraph, Reading, Sentence, Token


@pytest.fixture
def positions():
    """`positions(text, (content, cue, state, speaker), …, title=…)`: positions drawn from such statements."""

    def extract(text, *said, title="Shipping rules and rival shipping lanes"):
        document = Document(text, title=title)
        reading = Reading(document, [], _words(text))
        return extract_positions(reading, Found([_statement(document, *one) for one in said]))

    return extract


def _words(text):
    """Tokens cut at blanks, all in one sentence and each a root; the lemma is the word without an ending."""
    paragraph = Paragraph(0, 0, len(text))
    tokens, at = [], 0
    sentence = Sentence(0, len(text), tokens, paragraph)
    paragraph.sentences.append(sentence)
    for i, word in enumerate(text.split(" ")):
        token = Token()
        token.i, token.start, token.end, token.text = i, at, at + len(word), word
        token.lower, token.lemma, token.sentence = word.lower(), word.lower().removesuffix("ed"), sentence
        token.head, token.children, token.pos = token, [], "NOUN"
        tokens.append(token)
        at += len(word) + 1
    return tokens


def _statement(document, content, cue, state, speaker):
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
    )


def test_a_stance_verb_makes_a_position_of_whatever_it_carries(positions):
    text = "Oslo condemned the missile strike on the trawler."

    (found,) = positions(text, ("the missile strike on the trawler", "condemned", "NO", "Norway"))

    assert (found.state, found.issue, found.summary) == ("NO", "military_activity", "the missile strike on the trawler")


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("the quota must be respected", 1),
        ("Norway opposes any change of the line", 1),
        ("the trawler left port at noon", 0),
    ],
)
def test_plain_saying_makes_a_position_only_of_a_standing_view(positions, content, count):
    found = positions(f"Oslo said that {content}.", (content, "said", "NO", "Norway"))

    assert len(found) == count


def test_one_position_per_state_and_issue_with_at_most_three_places(positions):
    contents = [
        "nets must be marked",
        "boats must be listed",
        "ports must be open",
        "cod must be left alone in the spring and until all the eggs hatch in May",
    ]
    text = " ".join(f"Oslo said {c}." for c in contents)

    (found,) = positions(text, *((c, "said", "NO", "Norway") for c in contents))

    assert [s.text for s in found.evidence] == contents[:3]
    assert found.summary == "; ".join(contents[:3])


def test_the_wider_issue_takes_in_the_ones_named_with_it(positions):
    content = "concerns about prisons in Xinjiang and human rights at large"

    (found,) = positions(f"Oslo raised {content}.", (content, "raised", "NO", "Norway"))

    assert found.issue == "human_rights"


def test_seas_named_together_are_a_position_on_each(positions):
    content = "the importance of free passage in the South China Sea and the East China Sea"
    text = f"Oslo stressed {content}."

    found = positions(text, (content, "stressed", "NO", "Norway"))

    assert {p.issue for p in found} == {"south_china_sea", "east_china_sea"}


def test_joint_speakers_give_each_of_the_two_states_the_position(positions):
    text = "Norway and Chile met. Both sides stressed the need for marked nets."

    found = positions(text, ("the need for marked nets", "stressed", None, "both sides"))

    assert sorted(p.state for p in found) == ["CL", "NO"]


@pytest.mark.parametrize(
    ("content", "state", "title"),
    [
        ("gratitude for the warm welcome", "NO", "Shipping rules and shipping lanes"),
        ("concern over the nets", None, "Shipping rules and shipping lanes"),
        ("concern over the nets", "NO", "Nets"),
    ],
)
def test_thanks_speakers_for_no_state_and_unnamed_issues_give_no_position(positions, content, state, title):
    text = f"The visitor voiced {content}."

    assert positions(text, (content, "voiced", state, "visitor"), title=title) == []


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
    found = positions(f"Oslo said that {content}.", (content, "said", "NO", "Norway"))

    assert [p.summary for p in found] == [content]


@pytest.mark.parametrize(
    "cue", ["accuse", "repeated", "accepted", "rule out", "ruled out", "rules out", "ruling out", "deny"]
)
def test_verbs_that_take_a_side_make_a_position(positions, cue):
    text = f"Oslo {cue} all talk of nets."

    assert positions(text, ("all talk of nets", cue, "NO", "Norway"))


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
    assert not positions(f"Oslo stressed {content}.", (content, "stressed", "NO", "Norway"))


@pytest.mark.parametrize(
    ("state", "conduct", "issue"),
    [
        ("KP", "its right to all that Pyongyang is owed", "bilateral_relationship"),
        ("NO", "its right to all that Pyongyang is owed", "north_korea"),
        ("RU", "respect for ties with Russia", "bilateral_relationship"),
        ("NO", "respect for ties with Russia", "russia"),
    ],
)
def test_a_states_own_conduct_is_an_issue_for_others(positions, state, conduct, issue):
    (found,) = positions(f"The envoy stressed {conduct}.", (conduct, "stressed", state, "envoy"))

    assert found.issue == issue


def test_a_view_that_names_no_issue_is_about_what_the_document_is_about(positions):
    text = "Oslo said that this must end soon."

    (found,) = positions(text, ("this must end soon", "said", "NO", "Norway"), title="Tariff talks")

    assert found.issue == "trade_tariffs"


@pytest.mark.parametrize("occasion", ["meeting", "call", "visit", "dialogue", "summit"])
def test_what_an_occasion_reaffirms_is_held_by_both_sides(told, occasion):
    found = extract_positions(*told(f"{JOINT_TEXT}The {occasion} reaffirmed the value of human rights.\n"))

    assert {(p.state, p.issue) for p in found} == {("TD", "human_rights"), ("NE", "human_rights")}


def test_what_talks_reaffirm_is_held_by_both_sides(told):
    found = extract_positions(*told(f"{JOINT_TEXT}The talks reaffirmed the value of human rights.\n"))

    assert {p.state for p in found} == {"TD", "NE"}


CONTEXT = [
    ("Oslo spoke of the new tariffs and said this must end.", "trade_tariffs"),
    ("The tariffs bite. Oslo is unhappy. Its envoy said that this must end.", "trade_tariffs"),
]


@pytest.mark.parametrize(("text", "issue"), CONTEXT)
def test_a_view_takes_its_issue_from_its_sentence_or_those_before_it(told, text, issue):
    reading, found = told(f"Norway and Chile met on Monday.\n\n{text.replace('Oslo', 'Norway')}\n")

    assert {p.issue for p in extract_positions(reading, found)} <= {issue}


JUDGED = [
    ("Norway said the drills were purely defensive and legal.", 1),
    ("Norway said no deal on the drills existed.", 1),
    ("Norway said it knows the drills well.", 1),
    ("Norway said the drills began at noon.", 0),
]


@pytest.mark.parametrize(("text", "count"), JUDGED)
def test_what_is_so_or_is_not_is_a_view_and_what_happened_is_none(told, text, count):
    assert len(extract_positions(*told(text))) == count


HELD = lexicon("positions")["held"]


@pytest.mark.parametrize("noun", HELD)
def test_in_a_joint_text_the_issuers_own_what_they_call_theirs(told, noun):
    found = extract_positions(*told(f"{JOINT_TEXT}It was a sign of our {noun} on human rights.\n"))

    assert {(p.state, p.issue) for p in found} == {("TD", "human_rights"), ("NE", "human_rights")}


@pytest.mark.parametrize("adjective", lexicon("positions")["minded"])
def test_in_a_joint_text_we_are_of_a_mind(told, adjective):
    found = extract_positions(*told(f"{JOINT_TEXT}We are {adjective} to see human rights upheld.\n"))

    assert {(p.state, p.issue) for p in found} == {("TD", "human_rights"), ("NE", "human_rights")}


def test_views_joined_in_one_sentence_are_about_an_issue_each(told):
    text = f"{JOINT_TEXT}We welcome the talks on Syria and we condemn the sanctions on Mali.\n"

    found = extract_positions(*told(text))

    assert {p.issue for p in found} == {"middle_east", "sanctions"}


def test_deeds_at_a_place_that_the_document_is_about_are_that_places(positions):
    content = "the troops must leave the reef"
    text = f"Manila said that {content}. The Spratlys, or Nansha, lie near Scarborough Shoal and Mischief Reef."

    (found,) = positions(text, (content, "said", "PH", "Philippines"))

    assert found.issue == "south_china_sea"


def test_what_names_no_issue_in_a_document_without_topic_is_between_the_states(positions):
    content = "the list must be burned"
    text = f"Oslo told Lima that {content}."

    (found,) = positions(text, (content, "told", "NO", "Norway"), title="A list")

    assert found.issue == "bilateral_relationship"


@pytest.mark.parametrize(("content", "count"), [("the second demand", 0), ("the new tariffs", 1)])
def test_words_that_hold_next_to_nothing_are_a_position_only_where_they_name_an_issue(positions, content, count):
    assert len(positions(f"Oslo rejected {content}.", (content, "rejected", "NO", "Norway"))) == count


@pytest.mark.parametrize(("account", "count"), [((), 0), (("NO",), 1)])
def test_a_view_that_nobody_tells_is_held_only_in_a_states_own_account(told, account, count):
    reading, _ = told("In Chile Norway's interest in low tariffs is known to all.\n")
    reading.document = replace(reading.document, account_of=account)

    assert len(extract_positions(reading, Found())) == count


@pytest.mark.parametrize("refusal", ["will not accept", "cannot accept", "won't accept"])
def test_what_a_joint_text_will_not_have_is_a_view(told, refusal):
    found = extract_positions(*told(f"{JOINT_TEXT}We {refusal} a breach of human rights.\n"))

    assert {p.issue for p in found} == {"human_rights"}
