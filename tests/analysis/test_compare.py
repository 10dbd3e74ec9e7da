"""Two accounts of one contact are laid side by side: what both tell, what only one tells, and where they differ."""

from dataclasses import replace

import pytest

from detente.analysis.compare import compare
from detente.errors import ChoiceError
from detente.model.document import Document
from detente.model.findings import Commitment, Engagement, Finding, Statement
from detente.model.view import Entry, View

DAY = "2031-05-13"


class Teller:
    """Builds one side's account sentence by sentence, with the findings that a reading would give."""

    def __init__(self, state: str, account: tuple[str, ...], published: str = DAY) -> None:
        self.state, self.account, self.published = state, account, published
        self.sentences: list[str] = ["They met."]
        self.said: list[tuple[int, str, dict]] = []

    def says(self, words: str, *, state: str | None, cue: str = "stressed", issues=("shipping",), **fields) -> "Teller":
        self.said.append((len(self.sentences), words, {"state": state, "cue": cue, "issues": issues} | fields))
        self.sentences.append(f"Someone {cue} that {words}.")
        return self

    def undertakes(self, words: str, *by: str) -> "Teller":
        self.said.append((len(self.sentences), words, {"by": by}))
        self.sentences.append(f"They will {words}.")
        return self

    def finish(self) -> tuple[Document, Engagement, list[Finding]]:
        document = Document(
            " ".join(self.sentences), name=self.state, published=self.published, account_of=self.account
        )
        shared = {"confidence": 0.9, "extractor": "hand/1"}
        met = Engagement(
            evidence=(document.span(0, 8),),
            kind="meeting",
            participants=("Holm", "Falk"),
            states=("NO", "IS"),
            date=DAY,
            status="held",
            **shared,
        )
        found: list[Finding] = []
        for _, words, fields in self.said:
            start = document.text.index(words)
            span = document.span(start, start + len(words))
            if "by" in fields:
                found.append(
                    Commitment(
                        evidence=(span,), what=words, polarity="do", strength="agreed", by=fields["by"], **shared
                    )
                )
                continue
            at = document.text.rindex(fields["cue"], 0, start)
            given = fields | {"cue": document.span(at, at + len(fields["cue"]))}
            found.append(
                Statement(evidence=(span,), content=(span,), speaker="Someone", mode="indirect", **shared, **given)
            )
        return document, met, found


def norway() -> Teller:
    return Teller("NO", ("NO",))


def iceland() -> Teller:
    return Teller("IS", ("IS",))


def compared(*tellers: Teller):
    told = [teller.finish() for teller in tellers]
    contact = Entry(id=told[0][1].id, best=told[0][1], findings=tuple(met for _, met, _ in told))
    found = [f for _, _, findings in told for f in findings]

    def entries(kind):
        return tuple(Entry(id=f.id, best=f, findings=(f,)) for f in found if isinstance(f, kind))

    view = View(
        states=("NO", "IS"),
        documents={d.id: d for d, _, _ in told},
        engagements=(contact,),
        statements=entries(Statement),
        commitments=entries(Commitment),
    )
    return compare(view, contact)


def rows(comparison):
    return [(r.label, r.first and r.first.text, r.second and r.second.text) for r in comparison.rows]


def test_what_both_accounts_tell_is_paired():
    found = compared(
        norway().says("trawlers must keep to the outer bank", state="NO"),
        iceland().says("trawlers shall keep beyond the outer bank", state="NO"),
    )
    assert rows(found) == [
        ("both", "trawlers must keep to the outer bank", "trawlers shall keep beyond the outer bank")
    ]


def test_what_one_account_has_the_other_side_say_and_the_other_does_not_tell_is_attributed():
    found = compared(norway().says("trawlers will leave by spring", state="IS"), iceland())
    assert rows(found) == [("attributed", "trawlers will leave by spring", None)]


def test_what_a_side_says_of_itself_alone_is_its_own():
    found = compared(norway(), iceland().says("the shelf belongs to Iceland", state="IS", issues=("border_territory",)))
    assert rows(found) == [("only", None, "the shelf belongs to Iceland")]
    assert found.rows[0].issue == "border_territory"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a survey of the outer bank was agreed", "no survey of the outer bank was agreed"),
        ("patrol boats fired 3 warning shots at trawlers", "patrol boats fired 5 warning shots at trawlers"),
    ],
)
def test_close_words_that_say_no_or_give_other_figures_contradict(ours, theirs):
    found = compared(norway().says(ours, state="NO"), iceland().says(theirs, state="IS"))
    assert rows(found) == [("contradicted", ours, theirs)]


def test_each_item_is_paired_once_with_the_most_alike():
    found = compared(
        norway().says("patrols on the outer bank go on", state="NO").says("the wreck stays where it lies", state="NO"),
        iceland().says("the wreck stays where it lies for now", state="IS").says("the wreck is a hazard", state="IS"),
    )
    assert ("both", "the wreck stays where it lies", "the wreck stays where it lies for now") in rows(found)
    assert ("only", "patrols on the outer bank go on", None) in rows(found)
    assert ("only", None, "the wreck is a hazard") in rows(found)


def test_undertakings_are_told_one_by_one_where_a_statement_holds_several():
    teller = norway().says("open a hotline and share the survey", state=None, cue="agreed")
    teller.undertakes("open a hotline", "NO", "IS").undertakes("share the survey", "NO", "IS")
    document, met, found = teller.finish()
    whole = found[0].content[0]
    found = [found[0]] + [
        Commitment(
            evidence=(document.span(whole.start + at, whole.start + at + len(f.what)),),
            what=f.what,
            polarity="do",
            strength="agreed",
            by=f.by,
            confidence=0.9,
            extractor="hand/1",
        )
        for f in found[1:]
        for at in [whole.text.index(f.what)]
    ]
    contact = Entry(id=met.id, best=met, findings=(met,))
    view = View(
        states=("NO", "IS"),
        documents={document.id: document},
        engagements=(contact,),
        statements=tuple(Entry(id=f.id, best=f, findings=(f,)) for f in found[:1]),
        commitments=tuple(Entry(id=f.id, best=f, findings=(f,)) for f in found[1:]),
    )
    comparison = compare(view, contact)
    assert [i.text for i in comparison.agreed["NO"]] == ["open a hotline", "share the survey"]


def test_the_press_tells_an_account_only_where_it_passes_it_on():
    press = Teller("XX", ()).says("the wreck stays", state="IS", account_of=("IS",)).says("the wind blew", state="IS")
    found = compared(press)
    assert [(r.second.text, r.second.rendered) for r in found.rows] == [("the wreck stays", True)]


def test_what_no_layer_has_read_is_an_item_of_the_account_too():
    teller = norway()
    teller.sentences.append("The wreck will be lifted in spring, and the outer bank was closed to trawlers.")
    assert rows(compared(teller, iceland())) == [
        ("only", "The wreck will be lifted in spring", None),
        ("only", "the outer bank was closed to trawlers.", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "They thanked their hosts and wished them fair winds.",
        "The two exchanged views on cod and herring.",
        "The ministers held a meeting in the harbour of Bergen.",
    ],
)
def test_courtesies_topics_and_the_bare_contact_are_no_items(sentence):
    teller = norway()
    teller.sentences.append(sentence)
    assert rows(compared(teller, iceland())) == []


def test_how_long_it_took_is_an_item():
    ours, theirs = norway(), iceland()
    ours.sentences.append("The talks lasted two hours.")
    theirs.sentences.append("The meeting lasted 45 minutes.")
    assert rows(compared(ours, theirs)) == [("contradicted", "lasted two hours", "lasted 45 minutes")]


def test_a_document_that_opens_with_another_contact_gives_only_what_a_layer_has_read():
    teller = norway().says("the wreck stays where it lies", state="NO")
    teller.sentences.append("The outer bank was closed to trawlers.")
    document, met, found = teller.finish()
    other = replace(met, evidence=(document.span(0, 4),), date="2031-01-02")
    met = replace(met, evidence=(document.span(5, 8),))
    view = View(
        states=("NO", "IS"),
        documents={document.id: document},
        engagements=tuple(Entry(id=e.id, best=e, findings=(e,)) for e in (other, met)),
        statements=(Entry(id=found[0].id, best=found[0], findings=(found[0],)),),
    )
    told = compare(view, view.engagements[1])
    assert rows(told) == [("only", "the wreck stays where it lies", None)]


def test_a_speaker_whom_no_words_name_is_attributed_nothing():
    teller = norway().says("the wreck stays where it lies", state="IS")
    document, met, found = teller.finish()
    direct = replace(found[0], cue=None, mode="direct")
    view = View(
        states=("NO", "IS"),
        documents={document.id: document},
        engagements=(Entry(id=met.id, best=met, findings=(met,)),),
        statements=(Entry(id=direct.id, best=direct, findings=(direct,)),),
    )
    assert [r.label for r in compare(view, view.engagements[0]).rows] == ["only"]


def test_words_said_on_another_day_are_no_part_of_it():
    assert rows(compared(norway().says("the wreck stays", state="NO", said_on="2031-04-01"), iceland())) == []


def test_order_and_length_are_told_by_issue():
    found = compared(
        norway()
        .says("trawlers stay out", state="NO")
        .says("the line was never drawn", state="NO", issues=("border_territory",)),
        iceland(),
    )
    assert {issue: tuple(weight) for issue, weight in found.weights["NO"].items()} == {
        "shipping": (1, 3),
        "border_territory": (2, 5),
    }


def test_tone_counts_beside_a_word_for_the_contact_only():
    teller = iceland()
    teller.sentences += [
        "The two had a frank exchange.",
        "Frank Berg was there.",
        "A warm summer was ahead of the talks.",
    ]
    teller.says("the wreck stays", state="IS")
    assert [(t.kind, t.words.text) for t in compared(norway(), teller).tone["IS"]] == [("plain", "frank")]


def test_different_names_for_one_thing_are_told():
    found = compared(
        norway().says("the war in Ukraine must end", state="NO"),
        iceland().says("the Ukraine crisis must end", state="IS"),
    )
    assert dict(found.names["war in Ukraine"]) == {"NO": ("war in Ukraine",), "IS": ("Ukraine crisis",)}


def test_accounts_of_one_state_cannot_be_laid_side_by_side():
    document, met, _ = norway().finish()
    view = View(states=("NO",), documents={document.id: document})
    with pytest.raises(ChoiceError, match="name two"):
        compare(view, Entry(id=met.id, best=met, findings=(met,)))
