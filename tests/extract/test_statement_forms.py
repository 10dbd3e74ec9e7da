"""Forms of reported speech beyond the plain clause: tags inside a sentence, further acts, participles, more verbs."""

import pytest

from detente.model.findings import Statement

ROWS = [
    (
        "The port, Helen Clark said, had never been closed.",
        [("Helen Clark", ["The port", "had never been closed"])],
    ),
    (
        "Under the plan they will sail in May, Helen Clark said; the harbour is to be dredged by then.",
        [("Helen Clark", ["Under the plan they will sail in May", "the harbour is to be dredged by then"])],
    ),
    (
        "Helen Clark said she was glad of the vote and urged both camps to accept it.",
        [("Helen Clark", ["she was glad of the vote"]), ("Helen Clark", ["accept it"])],
    ),
    (
        "Norway denied that its ships fished there, and accused Iceland of lying about the catch.",
        [("Norway", ["its ships fished there"]), ("Norway", ["Iceland of lying about the catch"])],
    ),
    ("Helen Clark denied having met the banker.", [("Helen Clark", ["having met the banker"])]),
    (
        "Helen Clark thanked the divers for their patience.",
        [("Helen Clark", ["the divers for their patience"])],
    ),
    (
        "Helen Clark condemned the embargo, which Norway imposed in May.",
        [("Helen Clark", ["the embargo"])],
    ),
    ("Helen Clark announced no new loans.", []),
    ("The storm forced Norway to admit that its ports were shut.", [("Norway", ["its ports were shut"])]),
    (
        "The lost vote led Helen Clark to announce that she would resign.",
        [("Helen Clark", ["she would resign"])],
    ),
    (
        "“The ferry is gone,” Helen Clark, a former harbour master, said Monday night in Oslo.",
        [("Helen Clark", ["The ferry is gone"])],
    ),
    (
        "Helen Clark said she would order a survey of the quay and warned against new leaks.",
        [("Helen Clark", ["she would order a survey of the quay"]), ("Helen Clark", ["new leaks"])],
    ),
    (
        "Norway issued a statement calling the quay a danger to children.",
        [("Norway", ["the quay a danger to children"])],
    ),
    (
        "Helen Clark praised the crew for their quick work to save and mend the ferry in Bergen.",
        [("Helen Clark", ["the crew for their quick work to save and mend the ferry in Bergen"])],
    ),
    (
        "Helen Clark confirmed the support of the board for the plan as drawn up by the pilots.",
        [("Helen Clark", ["the support of the board for the plan as drawn up by the pilots"])],
    ),
    (
        "Helen Clark affirmed the board's commitment to safe ferries and to go on paying for them.",
        [("Helen Clark", ["the board's commitment to safe ferries and to go on paying for them"])],
    ),
    (
        "Norway announced the choice of a yard and a bank to build the ferry.",
        [("Norway", ["the choice of a yard and a bank to build the ferry"])],
    ),
    (
        "Helen Clark said two sailors barred from leaving Norway had been allowed to board a ship.",
        [("Helen Clark", ["two sailors barred from leaving Norway had been allowed to board a ship"])],
    ),
    (
        "Norway said Iceland had gone back on its word, while Iceland said the ferry had never been sold.",
        [("Norway", ["Iceland had gone back on its word"]), ("Iceland", ["the ferry had never been sold"])],
    ),
    (
        "Helen Clark welcomed the opening on Friday of a line between the ports.",
        [("Helen Clark", ["the opening on Friday of a line between the ports"])],
    ),
    ("Norway answered with a letter saying that the quay was full.", [("Norway", ["the quay was full"])]),
    (
        "Norway said its inquiry found that the quay was full.",
        [("Norway", ["its inquiry found that the quay was full"])],
    ),
    (
        "Norway said that 12 percent of skippers said the quay was full.",
        [("Norway", ["12 percent of skippers said the quay was full"])],
    ),
    ("Hungarian skippers say the quay was full.", [("Hungarian skippers", ["the quay was full"])]),
    ("The ferry was lost, according to show insiders.", [("insiders", ["The ferry was lost"])]),
    (
        "Helen Clark repeated her demand that Norway open the port.",
        [("Helen Clark", ["Norway open the port"]), ("Helen Clark", ["Norway open the port"])],
    ),
    ("The survey found that most sailors oppose the new port.", [("survey", ["most sailors oppose the new port"])]),
    ("Helen Clark raised $3 million for the lifeboats.", []),
    ("Helen Clark did not say how many ferries would be sold.", []),
]


def test_a_participle_right_behind_the_verb_does_not_empty_what_was_said(told):
    (one,) = spoken(told, "Helen Clark said while announcing a loan, quote, “We are glad of it and of the harbour.”")
    assert one[0] == "Helen Clark"
    assert "We are glad of it and of the harbour" in one[1][0]


def spoken(told, text):
    found = (f for f in told(text)[1].findings if isinstance(f, Statement) and f.act == "speech")
    return [(s.speaker, [c.text for c in s.content]) for s in found]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_each_form_gives_its_words_to_its_speaker(told, text, expected):
    assert spoken(told, text) == expected


@pytest.mark.parametrize(
    "verb",
    [
        "assailed", "berated", "blasted", "bemoaned", "castigated", "chastised", "chided", "commended", "derided",
        "disavowed", "extolled", "lambasted", "lampooned", "pilloried", "ridiculed", "trumpeted", "upbraided",
        "downplayed", "recounted", "reprimanded", "tore into", "brushed aside", "shrugged off", "walked back",
        "hit out at", "spoke out against", "doubled down on", "sounded off about", "railed against", "scoffed at",
    ],
)  # fmt: skip
def test_verbs_of_praise_and_blame_give_their_object(told, verb):
    assert spoken(told, f"Helen Clark {verb} the plan.") == [("Helen Clark", ["the plan"])]


@pytest.mark.parametrize(
    "verb",
    [
        "fretted", "fumed", "grumbled", "insinuated", "mused", "opined", "posited", "recounted", "stipulated",
        "surmised", "theorised", "volunteered", "confessed", "decreed", "hypothesized", "postulated", "quipped",
    ],
)  # fmt: skip
def test_verbs_of_saying_in_their_own_manner_give_a_clause(told, verb):
    assert spoken(told, f"Helen Clark {verb} that the plan was too dear.") == [
        ("Helen Clark", ["the plan was too dear"])
    ]


@pytest.mark.parametrize(
    "verb",
    ["bellowed", "gushed", "intoned", "interjected", "muttered", "screamed", "shouted", "sighed", "snapped", "thundered",
     "whispered", "yelled", "fired back", "went on"],
)  # fmt: skip
def test_verbs_of_the_voice_give_a_quotation(told, verb):
    found = spoken(told, f"“The plan is far too dear for us,” Helen Clark {verb}.")

    assert found == [("Helen Clark", ["The plan is far too dear for us"])]


def test_the_signers_of_a_joint_statement_speak_as_we(told):
    text = (
        "Joint Statement by Prime Minister Jacinda Ardern and President Halimah Yacob on Fisheries\n\n"
        "We condemn the sinking of the trawler Aurora. We agree to patrol the strait together."
    )

    both = "Jacinda Ardern and Halimah Yacob"
    said = [(both, ["the sinking of the trawler Aurora"]), (both, ["patrol the strait together"])]
    assert spoken(told, text) == said


def test_the_signers_may_be_named_behind_we(told):
    text = (
        "Joint Statement on Fisheries\n\n"
        "We, Prime Minister Jacinda Ardern and President Halimah Yacob, met in Suva today. "
        "We condemn the sinking of the trawler Aurora."
    )
    assert spoken(told, text) == [("Jacinda Ardern and Halimah Yacob", ["the sinking of the trawler Aurora"])]


@pytest.mark.parametrize(
    ("title", "told_of", "count"),
    [
        ("Joint Statement on Fisheries", "The officials welcomed the new patrols.", 1),
        ("Joint Statement on Fisheries", "Both countries welcomed the new patrols.", 0),
        ("Joint Statement on Fisheries", "China and Vietnam welcomed the new patrols.", 0),
        ("Fact Sheet on Fisheries", "President Biden announced the new patrols.", 0),
    ],
)
def test_in_a_joint_text_people_speak_and_states_provide(told, title, told_of, count):
    assert len(spoken(told, f"{title}\n\n{told_of}")) == count


def test_the_call_in_the_title_of_a_readout_is_no_verb(told):
    title = "Readout of President Joe Biden’s Call with President Vladimir Putin of Russia"
    assert spoken(told, f"{title}\n\nThe two leaders spoke for an hour.") == []


MARKS = [
    (
        "“The tide, like no other, is a teacher; a once and future teacher of sailors,” said Helen Clark, a former envoy.",
        [("Helen Clark", ["The tide, like no other, is a teacher; a once and future teacher of sailors"])],
    ),
    (
        "Helen Clark said in a letter ``We lost the ferry. We shall build two. '' Engineers had said it would sink.",
        [("Helen Clark", ["We lost the ferry. We shall build two"]), ("engineers", ["it would sink"])],
    ),
    (
        "Helen Clark wrote: “The ferry is gone.” Prime Minister Erna Solberg, who flew home, said in a note “We grieve.”",
        [("Helen Clark", ["The ferry is gone"]), ("Erna Solberg", ["We grieve"])],
    ),
    (
        "“We are reading the plan,” Helen Clark said, but left the hall without a word.",
        [("Helen Clark", ["We are reading the plan"])],
    ),
    (
        "As part of the review, Helen Clark, the head of the panel announced that the ferry would not sail.",
        [("Helen Clark", ["the ferry would not sail"])],
    ),
    (
        "- **Helen Clark confirmed her will to act on the reef:** “We know what lies there. We shall take it out.”",
        [("Helen Clark", ["We know what lies there. We shall take it out"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKS, ids=[row[0][:50] for row in MARKS])
def test_marks_show_better_than_syntax_whose_words_they_are(told, text, expected):
    assert spoken(told, text) == expected


QUOTED_AS = [
    ("Xinhua quoted Wang Yi as saying that the ships must leave.", ("Wang Yi", "Xinhua", "the ships must leave")),
    ("“The bridge is shut,” Interfax quoted Sergei Lavrov as saying.", ("Sergei Lavrov", "Interfax", "The bridge is shut")),
    ("Penny Wong was quoted by the Sydney Herald as saying the pact would hold.",
     ("Penny Wong", "Sydney Herald", "the pact would hold")),
    ("Penny Wong was quoted as saying that the pact would hold.", ("Penny Wong", None, "the pact would hold")),
    ("State television cited the minister as warning that the harvest was lost.",
     ("minister", "state television", "the harvest was lost")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTED_AS, ids=[row[0][:50] for row in QUOTED_AS])
def test_whoever_is_quoted_as_saying_it_speaks_through_the_account_that_quotes(told, text, expected):
    (statement,) = [s for s in told(text)[1].findings if isinstance(s, Statement) and s.act == "speech"]

    assert (statement.speaker, statement.reported_by, statement.content[0].text) == expected
