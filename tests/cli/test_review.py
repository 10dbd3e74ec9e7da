"""Deciding at the terminal: the queue key by key, and single decisions."""

import io
import json
import re

import pytest

from detente.model.decision import Verdict
from detente.store.record import open_record

ARTICLE = (
    "OSLO, June 20, 2023 (Example Wire) – Antony Blinken met Wang Yi in Oslo on Monday for two hours. It rained.\n\n"
    "“We keep the line open,” Blinken said. Wang said that Taiwan was the core of China’s interests.\n"
)


@pytest.fixture
def record(run, tmp_path):
    (tmp_path / "oslo.txt").write_text(ARTICLE, encoding="utf-8")
    run("add", "oslo.txt", "--record", "record.db")
    return tmp_path / "record.db"


@pytest.fixture
def typed(run, record, monkeypatch):
    """Review the US and China with some keys typed, by Ada."""

    def review(keys, *options):
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(keys) + "\n"))
        return run("review", "US", "CN", "--by", "Ada", *options)

    return review


def logged(record):
    with open_record(record) as opened:
        return [(d.kind, d.by, d.reason) for d in opened.decisions()]


def engagement(run):
    _, out, _ = run("show", "engagements", "US", "CN", "--json")
    return json.loads(out)


def test_a_finding_is_shown_in_its_sentence_within_80_columns(typed):
    status, out, _ = typed(["q"])
    assert status == 0
    assert "[1/" in out
    assert "[Antony Blinken met Wang Yi in Oslo on Monday" in " ".join(out.split())
    assert "It rained" not in out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_keys_accept_reject_and_skip(typed, record):
    _, out, _ = typed(["a", "s", "r", "he did not say it", "q"])
    assert logged(record) == [("accept", "Ada", None), ("reject", "Ada", "he did not say it")]
    assert "2 decided by Ada" in out


def test_a_rejection_without_a_reason_stays_at_the_finding(typed, record):
    _, out, _ = typed(["r", "", "a"])
    assert "without a reason" in out
    assert logged(record) == [("accept", "Ada", None)]


def test_fields_are_edited_one_by_one(typed, run, record):
    typed(["e", "place", "Bergen", "colour", "date", "2023-06-18", "", "q"], "--layer", "engagements")
    (entry,) = engagement(run)
    assert (entry["best"]["place"], entry["best"]["date"], entry["reviewed"]) == ("Bergen", "2023-06-18", 1)


def test_an_undo_goes_back_to_the_finding(typed, record):
    _, out, _ = typed(["a", "u", "u", "q"])
    assert [kind for kind, _, _ in logged(record)] == ["accept", "undo"]
    assert "0 decided" in out
    assert "nothing decided in this session" in out


def test_two_things_are_joined_by_number(typed, run, record, tmp_path):
    second = ARTICLE.replace("Monday", "Friday").replace("Example Wire", "Second Wire")
    (tmp_path / "second.txt").write_text(second, encoding="utf-8")
    run("add", "second.txt", "--record", "record.db")
    assert len(engagement(run)) == 2
    typed(["m", "1", "q"], "--layer", "engagements")
    assert [entry["reports"] for entry in engagement(run)] == [2]


def test_an_unknown_key_explains_and_the_end_of_input_ends(typed, record):
    status, out, _ = typed(["x"])
    assert (status, logged(record)) == (0, [])
    assert "means nothing here" in out


def test_what_another_decided_meanwhile_is_passed_over(typed, record, monkeypatch):
    with open_record(record) as opened:
        subject = next(f.id for d in opened.dossiers() for f in d.engagements)

    def key():
        with open_record(record) as opened:
            opened.decide(Verdict(kind="accept", subject=subject), by="Bo")
        return "r"

    monkeypatch.setattr("detente.cli.review._key", key)
    _, out, _ = typed(["a call"], "--layer", "engagements")
    assert "Bo decided on this meanwhile" in out
    assert logged(record) == [("accept", "Bo", None)]


def test_decisions_are_made_without_the_queue_and_listed(run, record):
    (entry,) = engagement(run)
    id_ = entry["id"][:8]
    steps = [
        ("accept", id_),
        ("undo", "1"),
        ("edit", id_, "date=2023-06-18", "participants=Antony Blinken, Qin Gang"),
        ("edit", id_, "place=Bergen"),
        ("reject", id_, "--reason", "a call"),
    ]
    for step in steps:
        assert run("decide", *step, "--by", "Ada")[0] == 0
    _, out, _ = run("log")
    assert [line.split()[4] for line in out.splitlines() if line[0].isdigit()] == [s[0] for s in steps]
    assert "date = 2023-06-18" in out
    assert engagement(run) == []
    run("decide", "undo", "5", "--by", "Bo")
    (entry,) = engagement(run)
    assert (entry["best"]["date"], entry["best"]["place"]) == ("2023-06-18", "Bergen")
    _, out, _ = run("log", "--json")
    assert [json.loads(line)["by"] for line in out.splitlines()] == ["Ada"] * 5 + ["Bo"]


def test_accuracy_is_told_by_layer_and_version(run, record):
    _, out, _ = run("accuracy")
    assert "nothing was accepted" in out
    (entry,) = engagement(run)
    run("decide", "accept", entry["id"])
    _, out, _ = run("accuracy")
    assert re.search(r"engagements +engagements/\d+ +100% +21% and 100% +1 +0 +0", out)
    _, out, _ = run("accuracy", "--json")
    assert json.loads(out)[0]["accepted"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("decide", "bless", "x"),
        ("decide", "accept", "ffff"),
        ("decide", "accept"),
        ("decide", "accept", "a", "b"),
        ("decide", "edit", "ID"),
        ("decide", "edit", "ID", "place"),
        ("decide", "edit", "ID", "states=US,Atlantis"),
        ("decide", "edit", "ID", "status=perhaps"),
        ("decide", "edit", "ID", "reason=words that are not there"),
        ("decide", "reject", "ID"),
        ("decide", "same", "ID", "ID"),
        ("decide", "undo", "7"),
        ("review", "US", "CN", "--layer", "gossip"),
    ],
    ids=" ".join,
)
def test_a_decision_that_makes_no_sense_is_one_line_and_status_2(run, record, arguments):
    (entry,) = engagement(run)
    status, _, err = run(*(entry["id"] if a == "ID" else a for a in arguments))
    assert status == 2
    assert logged(record) == []
    if arguments != ("decide", "accept"):
        assert err.startswith("detente: ")
        assert err.count("\n") == 1


def test_decisions_without_a_finding_are_listed(run, record):
    (entry,) = engagement(run)
    run("decide", "accept", entry["id"])
    with open_record(record) as opened:
        (dossier,) = opened.dossiers()
        opened.add(type(dossier)(document=dossier.document))
    _, out, _ = run("log")
    assert "decisions without a finding" in out


def test_a_record_is_backed_up_restored_verified_and_migrated(run, record):
    assert "made and checked" in run("backup", "copy.db")[1]
    assert run("backup", "copy.db")[0] == 2
    assert run("restore", "copy.db")[0] == 2
    assert "kept as record.db.old" in run("restore", "copy.db", "--aside")[1]
    assert re.search(r"sound; 1 documents, \d+ findings, 0 decisions", run("verify")[1])
    assert "at the newest already" in run("migrate")[1]


def test_an_unsound_record_is_said_to_be_so(run, record):
    with open_record(record) as opened, opened._engine.connect() as connection:
        connection.connection.cursor().execute("UPDATE documents SET text = replace(text, 'Oslo', 'Bonn')")
    status, out, _ = run("verify")
    assert status == 2
    assert "NOT sound; put a backup back" in out
