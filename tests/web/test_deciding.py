"""Deciding on findings: each act, how it is shown, and that nobody overrides another unknowingly."""

import pytest
from fastapi.testclient import TestClient
from forms import sent

from detente import api
from detente.settings import Settings
from detente.web.app import create_app

DOC = "/document/be5054d2e88cc5415a80c55e"


def cards(client, layer=None):
    found = client.get(f"{DOC}.json").json()["cards"]
    return [card for card in found if layer in {None, card["claim"]["layer"]}]


def card_of(client, id_):
    return next(card for card in cards(client) if card["id"] == id_)


def decide(client, kind, card, **fields):
    form = {"finding": card["id"], "seen": card["seen"], "back": f"{DOC}#f{card['id']}", **fields}
    return sent(client, f"/decide/{kind}", **form)


def log_of(path):
    with api.open(path) as record:
        return record.store.decisions()


def fields_of(client, card):
    return {f["name"]: f["typed"] for f in client.get(f"{DOC}.json?edit={card['id']}").json()["editing"]["fields"]}


def as_form(typed, **changed):
    """The fields as a browser sends them: lines end in its own way."""
    return {f"field-{name}": value.replace("\n", "\r\n") for name, value in {**typed, **changed}.items()}


def test_accepting_leads_back_to_the_card_and_tells_who_and_when(ask_own, own):
    card = cards(ask_own)[0]
    answer = decide(ask_own, "accept", card)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{DOC}#f{card['id']}")
    now = card_of(ask_own, card["id"])
    assert (now["standing"]["status"], now["standing"]["told"]["by"]) == ("accepted", "Ana")
    assert [d.kind for d in log_of(own)] == ["accept"]
    assert "Accepted by Ana" in ask_own.get(DOC).text


def test_a_rejected_finding_is_struck_and_still_shown_with_its_reason(ask_own):
    card = cards(ask_own)[0]
    decide(ask_own, "reject", card, reason="the writer's own words")
    html = ask_own.get(DOC).text
    assert f"<del>{card['claim']['says']}</del>" in html
    assert "Rejected by Ana" in html
    assert "the writer&#39;s own words" in html
    assert card_of(ask_own, card["id"])["standing"]["status"] == "rejected"


def test_a_rejection_without_a_reason_is_not_kept_and_asked_for_again(ask_own, own):
    answer = decide(ask_own, "reject", cards(ask_own)[0], reason=" ")
    assert answer.status_code == 400
    assert "say what is wrong with it" in answer.text
    assert 'name="reason"' in answer.text
    assert log_of(own) == ()


def test_an_edit_keeps_what_the_program_proposed_in_sight(ask_own):
    card = cards(ask_own, "engagements")[0]
    decide(ask_own, "edit", card, **as_form(fields_of(ask_own, card), place="Geneva"))
    now = card_of(ask_own, card["id"])
    assert now["standing"]["status"] == "edited"
    assert now["standing"]["proposed"] == card["claim"]["says"]
    assert [(c["label"], c["now"]) for c in now["standing"]["changes"]] == [("Place", "Geneva")]
    assert "The program proposed" in ask_own.get(DOC).text


@pytest.mark.parametrize("layer", ["engagements", "statements", "positions", "commitments", "discrepancies", "events"])
def test_only_fields_that_were_typed_anew_are_given(ask_own, own, layer):
    card = cards(ask_own, layer)[0]
    typed = fields_of(ask_own, card)
    name = next(name for name in ("place", "said_on", "issue", "due", "size", "about") if name in typed)
    value = {"said_on": "2023-06-19", "due": "2024", "size": "small", "issue": "taiwan"}.get(name, "Geneva")
    answer = decide(ask_own, "edit", card, **as_form(typed, **{name: value}))
    assert answer.status_code == 303
    assert dict(log_of(own)[0].changes) == {name: value}


def test_the_fields_of_an_edit_are_those_of_the_command_but_for_codes_that_follow(ask_own):
    event = fields_of(ask_own, cards(ask_own, "events")[0])
    assert {"type", "mode", "trigger", "actor"} <= event.keys()
    assert not {"quad", "intensity", "confidence", "extractor"} & event.keys()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "no field was given anew"),
        ({"date": "last June"}, "last June"),
        ({"evidence": "words that are not there"}, "does not stand in the text"),
        ({"states": "US, ZZ"}, "ZZ"),
        ({"kind": "party"}, "news_conference"),
    ],
)
def test_an_edit_that_does_not_fit_is_shown_again_as_typed(ask_own, own, changed, told):
    card = cards(ask_own, "engagements")[0]
    answer = decide(ask_own, "edit", card, **as_form(fields_of(ask_own, card), **changed))
    assert answer.status_code == 400
    assert told in answer.text
    assert all(f'value="{value}"' in answer.text or value in answer.text for value in changed.values())
    assert log_of(own) == ()


def test_a_second_edit_builds_on_the_first(ask_own):
    card = cards(ask_own, "engagements")[0]
    decide(ask_own, "edit", card, **as_form(fields_of(ask_own, card), place="Geneva"))
    now = card_of(ask_own, card["id"])
    decide(ask_own, "edit", now, **as_form(fields_of(ask_own, now), date="2023-06"))
    assert {c["label"] for c in card_of(ask_own, card["id"])["standing"]["changes"]} == {"Place", "Date"}


def test_a_field_left_empty_is_not_known(ask_own, own):
    card = next(c for c in cards(ask_own, "engagements") if fields_of(ask_own, c)["place"])
    decide(ask_own, "edit", card, **as_form(fields_of(ask_own, card), place=""))
    assert dict(log_of(own)[0].changes) == {"place": None}
    assert "not stated" in ask_own.get(DOC).text


def test_undo_takes_the_latest_decision_back_and_then_the_one_before(ask_own):
    card = cards(ask_own)[0]
    decide(ask_own, "accept", card)
    decide(ask_own, "reject", card_of(ask_own, card["id"]), reason="no")
    for left in ("accepted", "proposed"):
        now = card_of(ask_own, card["id"])
        decide(ask_own, "undo", now, number=now["standing"]["latest"]["number"])
        assert card_of(ask_own, card["id"])["standing"]["status"] == left
    assert "Undo" not in ask_own.get(DOC).text


def test_words_of_a_rejected_finding_alone_are_marked_no_more(ask_own):
    page = ask_own.get(f"{DOC}.json").json()
    alone = next(s for p in page["paragraphs"] for s in p if len(s["findings"]) == 1)
    decide(ask_own, "reject", card_of(ask_own, alone["findings"][0]), reason="no")
    after = ask_own.get(f"{DOC}.json").json()
    same = next(s for p in after["paragraphs"] for s in p if s["start"] == alone["start"])
    assert (same["findings"], same["layers"]) == (alone["findings"], [])


def test_counts_and_what_is_left_follow_decisions(ask_own):
    before = ask_own.get(f"{DOC}.json").json()
    decide(ask_own, "reject", before["cards"][0], reason="no")
    after = ask_own.get(f"{DOC}.json").json()
    assert after["left"] == before["left"] - 1
    assert sum(after["counts"].values()) == sum(before["counts"].values()) - 1
    assert len(after["cards"]) == len(before["cards"])


def test_two_browsers_at_once_lose_nothing(ask_own, own):
    with TestClient(create_app(Settings(record=own, reviewer="Ben")), base_url="http://localhost") as ben:
        mine = cards(ask_own, "engagements")[0]
        theirs, other = card_of(ben, mine["id"]), cards(ben, "statements")[0]
        assert decide(ask_own, "reject", mine, reason="it was a call").status_code == 303
        late = decide(ben, "edit", theirs, **as_form(fields_of(ben, theirs), place="Geneva"))
        assert decide(ben, "accept", other).status_code == 303
        assert late.status_code == 409
        for words in ("Rejected by Ana", "it was a call", "To edit it", "Geneva", "How it stands now"):
            assert words in late.text
        assert [(d.by, d.kind) for d in log_of(own)] == [("Ana", "reject"), ("Ben", "accept")]
        anew = decide(ben, "edit", card_of(ben, mine["id"]), **as_form(fields_of(ben, theirs), place="Geneva"))
        assert anew.status_code == 303
        assert card_of(ask_own, mine["id"])["standing"]["told"]["by"] == "Ben"


def test_two_browsers_of_one_name_do_not_override_each_other_unknowingly_either(ask_own, own):
    card = cards(ask_own)[0]
    decide(ask_own, "accept", card)
    assert decide(ask_own, "reject", card, reason="no").status_code == 409
    assert [d.kind for d in log_of(own)] == ["accept"]


def test_who_edits_in_conflict_overwrites_only_the_fields_that_they_typed(ask_own, own):
    card = cards(ask_own, "engagements")[0]
    typed = fields_of(ask_own, card)
    decide(ask_own, "edit", card, **as_form(typed, place="Geneva"))
    late = decide(ask_own, "edit", card, **as_form(typed, date="2023-06"))
    assert late.status_code == 409
    assert 'name="field-place" value="Geneva"' in late.text
    assert 'name="field-date" value="2023-06"' in late.text


def test_a_conflict_within_the_moment_of_deciding_is_told_too(ask_own, own, monkeypatch):
    card = cards(ask_own)[0]
    accept = api.Record.accept

    def others_first(self, id_, *, by, seen):
        accept(self, id_, by="Ben")
        return accept(self, id_, by=by, seen=seen)

    monkeypatch.setattr(api.Record, "accept", others_first)
    answer = decide(ask_own, "accept", card)
    assert answer.status_code == 409
    assert "Accepted by Ben" in answer.text


@pytest.mark.parametrize("kind", ["accept", "reject", "edit", "undo"])
def test_a_finding_that_is_not_there_is_not_found(ask_own, kind):
    answer = decide(ask_own, kind, {"id": "ffff", "seen": 0}, number=1, reason="no")
    assert answer.status_code == 404


def test_the_way_back_from_a_conflict_never_leads_to_another_site(ask_own):
    card = cards(ask_own)[0]
    decide(ask_own, "accept", card)
    assert "javascript:" not in decide(ask_own, "accept", card, back="javascript:alert(1)").text


def test_decisions_are_signed_with_the_name_that_the_browser_keeps(ask_own, own):
    assert sent(ask_own, "/name", name="  Zoë   Ng ", back=DOC).headers["location"] == DOC
    decide(ask_own, "accept", cards(ask_own)[0])
    sent(ask_own, "/name", name="", back="/")
    decide(ask_own, "accept", cards(ask_own)[1])
    assert [d.by for d in log_of(own)] == ["Zoë Ng", "Ana"]


def test_a_decision_shows_on_the_page_of_the_relationship(ask_own):
    before = ask_own.get("/relationship/US-CN.json?reviewed=yes").json()["entries"]
    decide(ask_own, "accept", cards(ask_own, "engagements")[0])
    assert ask_own.get("/relationship/US-CN.json?reviewed=yes").json()["entries"] == before + 1


def test_a_document_as_a_file_tells_how_its_findings_stand(ask_own):
    decide(ask_own, "reject", cards(ask_own)[0], reason="not said")
    told = ask_own.get(f"{DOC}.md").text
    assert "rejected by Ana: not said" in told
    assert "% sure" in told
