"""The commands as a user runs them, good input and bad."""

import json
from pathlib import Path

import pytest

import detente

ARTICLE = (
    "Envoys meet in Oslo\n\n"
    "OSLO, June 20, 2023 (Example Wire) – Antony Blinken met Wang Yi in Oslo on Monday for two hours.\n\n"
    "“We keep the line open,” Blinken said. Wang said that Taiwan was the core of China’s interests.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "oslo.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_read_prints_one_json_object_for_one_file(run, article):
    status, out, _ = run("read", article, "--json")
    dossier = json.loads(out)
    assert status == 0
    assert (dossier["doc"], dossier["published"], dossier["publisher"]) == ("oslo", "2023-06-20", "Example Wire")
    assert {s["speaker"] for s in dossier["statements"]} == {"Antony Blinken", "Wang Yi"}
    for statement in dossier["statements"]:
        for span in statement["content"]:
            assert ARTICLE[span["start"] : span["end"]] == span["text"]


def test_read_prints_json_lines_for_several_files(run, article, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text("Wang Yi flew home on Tuesday. He said nothing would change.", encoding="utf-8")
    _, out, _ = run("read", article, second, "--json")
    assert [json.loads(line)["doc"] for line in out.splitlines()] == ["oslo", "second"]


def test_a_corpus_of_several_documents_is_printed_as_json_lines(run, tmp_path):
    lines = [json.dumps({"text": f"Wang Yi left Oslo on day {n}.", "name": f"d{n}"}) for n in range(3)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    _, out, _ = run("read", "corpus.jsonl", "--json")
    assert [json.loads(line)["doc"] for line in out.splitlines()] == ["d0", "d1", "d2"]


def test_read_writes_a_file_per_document_into_a_folder(run, article, tmp_path):
    status, _, _ = run("read", article, "-o", tmp_path / "out")
    assert status == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["oslo.json"]


def test_flags_stand_above_the_dateline(run, article):
    _, out, _ = run("read", article, "--json", "--published", "2023-06-21", "--publisher", "Desk")
    assert (json.loads(out)["published"], json.loads(out)["publisher"]) == ("2023-06-21", "Desk")


def test_add_twice_changes_nothing(run, article):
    _, first, _ = run("add", article, "--record", "r.db")
    _, second, _ = run("add", article, "--record", "r.db")
    assert "1 document read, 1 new" in first
    assert "1 document read, 0 new" in second


def test_brief_and_show_answer_from_the_record(run, article):
    run("add", article, "--record", "r.db")
    _, brief, _ = run("brief", "US", "China", "--record", "r.db")
    _, shown, _ = run("show", "engagements", "US", "CN", "--record", "r.db", "--json")
    assert "Wang Yi" in brief
    assert "[^1]" in brief
    assert json.loads(shown)[0]["best"]["participants"] == ["Antony Blinken", "Wang Yi"]


def test_a_brief_is_written_in_the_format_its_name_asks_for(run, article, tmp_path):
    run("add", article, "--record", "r.db")
    status, _, _ = run("brief", "US", "CN", "--record", "r.db", "-o", "b.html")
    assert status == 0
    assert (tmp_path / "b.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_doctor_finds_a_fresh_record_sound(run, article):
    run("add", article, "--record", "r.db")
    status, out, _ = run("doctor", "--record", "r.db")
    assert status == 0
    assert "r.db: sound" in out


GERMAN = (
    "Die Außenministerin traf ihren Amtskollegen am Montag in Berlin. Beide Seiten sprachen über den Handel und "
    "über die Lage in der Ukraine, teilte das Auswärtige Amt mit."
)


def test_a_language_that_is_not_read_is_kept_findable_and_marked(run, tmp_path):
    (tmp_path / "berlin.txt").write_text(GERMAN, encoding="utf-8")
    status, _, _ = run("add", "berlin.txt", "--record", "r.db", "--published", "2023-06-20")
    assert status == 0
    with detente.open(tmp_path / "r.db") as record:
        assert [hit.document.name for hit in record.search("Amtskollegen").best] == ["berlin"]
        (problem,) = record.store.problems()
        assert problem.kind == "language"
        assert record.store.counts()["statements"] == 0


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


BAD_FILES = {
    "empty": b"",
    "blank": b"  \n\n ",
    "binary": b"\x7fELF\x00\x00\x01\x02" * 50,
    "latin": "Un café à la frontière, déclara-t-il.".encode("latin-1") * 20,
    "one_long_line": b"word " * 10_000_000,
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_file_that_is_no_document_is_one_line_and_status_2(run, tmp_path, command, name):
    path = _write(tmp_path / f"{name}.txt", BAD_FILES[name])
    status, out, err = run(command, path)
    assert status == 2
    assert err.count("\n") == 1
    assert err.startswith("detente: ")
    assert name in err
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "missing.txt"),
        ("read", "oslo.txt", "--published", "20th of June"),
        ("read", "oslo.txt", "--published", "2023-02-30"),
        ("read", "oslo.txt", "--account-of", "Atlantis"),
        ("brief", "US", "CN", "--record", "none.db"),
        ("brief", "US", "CN", "--record", "oslo.txt"),
        ("brief", "US", "Atlantis", "--record", "r.db"),
        ("brief", "US", "CN", "--record", "r.db", "--since", "soon"),
        ("brief", "US", "CN", "--record", "r.db", "-o", "brief.pdf"),
        ("show", "gossip", "US", "CN", "--record", "r.db"),
        ("add", "oslo.txt", "--record", "no/such/folder/r.db"),
    ],
    ids=" ".join,
)
def test_a_wrong_request_is_one_line_and_status_2(run, article, arguments):
    run("add", article, "--record", "r.db")
    status, _, err = run(*arguments)
    assert status == 2
    assert err.startswith("detente: ")
    assert err.count("\n") == 1


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_kept(run, article, tmp_path):
    _write(tmp_path / "bad.txt", b"")
    status, out, err = run("add", tmp_path / "bad.txt", article, "--record", "r.db")
    assert status == 2
    assert "bad.txt" in err
    assert "1 document read, 1 new" in out


def test_wording_says_who_said_it_first_and_who_only_others_quote(run, article, tmp_path):
    readout = tmp_path / "readout.txt"
    readout.write_text("Secretary Blinken said that the lines would be kept.", encoding="utf-8")
    run("add", article, "--record", "r.db")
    run("add", readout, "--record", "r.db", "--published", "2023-06-21", "--account-of", "US")
    status, out, _ = run("wording", "line", "--record", "r.db")
    assert status == 0
    assert "US · uses: 1, documents: 1" in out
    assert "2023-06-21" in out
    _, every, _ = run("wording", "line", "US", "--record", "r.db", "--all", "--uses")
    assert "US · uses: 2, documents: 2" in every
    assert "as others tell it" in every


def test_wording_that_nobody_used_is_said_to_be_missing(run, article):
    run("add", article, "--record", "r.db")
    _, out, _ = run("wording", "guardrails", "--record", "r.db")
    assert "“guardrails” was not found in an official account" in out


def test_silence_counts_the_days_since_the_last_contact(run, article):
    run("add", article, "--record", "r.db")
    status, out, _ = run("silence", "US", "CN", "--record", "r.db", "--as-of", "2023-06-30")
    assert status == 0
    assert "Diplomatic: 11 days without contact" in out
    assert "last: 2023-06-19 meeting of Antony Blinken, Wang Yi" in out


def test_a_step_is_decided_rated_shown_in_the_life_and_undone(run, tmp_path):
    met = "Secretary of State Antony Blinken met Foreign Minister Wang Yi on July"
    for name, day, words in (
        ("made", "2023-06-20", "On Tuesday China agreed to release the American research buoy to the United States."),
        ("later", "2023-07-20", f"{met} 19, 2023. China delivered the American research buoy, he said."),
        *((f"other{n}", f"2023-07-0{n}", f"{met} {n}, 2023.") for n in range(1, 5)),
    ):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        run("add", f"{name}.txt", "--record", "r.db", "--published", day, "--account-of", "US")
    status, out, _ = run("life", "US", "CN", "--record", "r.db")
    assert status == 0
    assert "release the American research buoy" in out
    assert "2023-07-20 · perhaps" in out
    id_ = out.split()[0].removeprefix("#")
    decided = run("decide", "step", id_, "kept", "--rating", "1", "--reason", "seen", "--by", "Ada", "--record", "r.db")
    assert decided[0] == 0
    _, out, _ = run("life", "US", "CN", "--record", "r.db", "--id", id_)
    assert "kept (+1) · decided by Ada: seen" in out
    assert "step" in run("log", "--record", "r.db")[1]
    assert run("verify", "--record", "r.db")[0] == 0
    run("decide", "undo", "1", "--by", "Ada", "--record", "r.db")
    assert "decided by Ada" not in run("life", "US", "CN", "--record", "r.db")[1]


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("forgotten",), "there are repeated, in_progress, kept, broken, disputed, lapsed"),
        (("kept", "--rating", "7"), "a rating of 1, 0 or -1"),
    ],
)
def test_a_step_of_no_known_state_or_rating_is_refused(run, tmp_path, words, refusal):
    text = "On Tuesday China agreed to release the American research buoy to the United States."
    (tmp_path / "made.txt").write_text(text, encoding="utf-8")
    run("add", "made.txt", "--record", "r.db", "--published", "2023-06-20")
    id_ = run("life", "US", "CN", "--record", "r.db")[1].split()[0].removeprefix("#")
    status, _, told = run("decide", "step", id_, *words, "--by", "Ada", "--record", "r.db")
    assert status == 2
    assert refusal in told


def test_silence_between_states_that_never_met_is_said(run, article):
    run("add", article, "--record", "r.db")
    _, out, _ = run("silence", "NO", "IS", "--record", "r.db")
    assert "no line between these states is told of" in out


def test_compare_lists_contacts_and_lays_their_accounts_side_by_side(run, tmp_path):
    for state, words in (
        ("US", "Secretary Blinken said that the lines must stay open."),
        ("CN", "Wang Yi said that the Taiwan question comes first."),
    ):
        text = f"Secretary of State Antony Blinken met Foreign Minister Wang Yi in Oslo on June 19, 2023. {words}"
        (tmp_path / f"{state}.txt").write_text(text, encoding="utf-8")
        run("add", f"{state}.txt", "--record", "r.db", "--published", "2023-06-20", "--account-of", state)
    _, listed, _ = run("compare", "US", "CN", "--record", "r.db")
    assert "meeting: Antony Blinken, Wang Yi (accounts: US and CN)" in listed
    status, out, _ = run("compare", "US", "CN", "--record", "r.db", "--id", listed.split()[0])
    assert status == 0
    assert "only US: “the lines must stay open”" in out
    assert "only CN: “the Taiwan question comes first”" in out


@pytest.fixture
def disputed(run, tmp_path):
    """A record in which two accounts give one meeting different lengths."""
    for state, length in (("US", "lasted 50 minutes"), ("CN", "lasted two hours")):
        text = f"Secretary of State Antony Blinken met Foreign Minister Wang Yi in Oslo on June 19, 2023. The meeting {length}."
        (tmp_path / f"{state}.txt").write_text(text, encoding="utf-8")
        shared = (
            "--record",
            "r.db",
            "--published",
            "2023-06-20",
            "--account-of",
            state,
            "--publisher",
            f"{state} desk",
        )
        run("add", f"{state}.txt", *shared)


def test_disputes_cite_both_accounts_and_say_how_far_they_are_apart(run, disputed):
    status, out, _ = run("disputes", "US", "CN", "--record", "r.db")
    assert status == 0
    assert "length of the engagement (duration, material)" in out
    assert "lasted 50 minutes” (US desk, 2023-06-20)" in out
    assert "lasted two hours” (CN desk, 2023-06-20)" in out
    _, listed, _ = run("compare", "US", "CN", "--record", "r.db")
    _, compared, _ = run("compare", "US", "CN", "--record", "r.db", "--id", listed.split()[0])
    assert "disputes between documents\n  length of the engagement (duration, material)" in compared
    _, raw, _ = run("disputes", "US", "CN", "--record", "r.db", "--json")
    (told,) = json.loads(raw)
    assert [told["a"][0]["text"], told["b"][0]["text"]] in (
        ["lasted 50 minutes", "lasted two hours"],
        ["lasted two hours", "lasted 50 minutes"],
    )


@pytest.fixture
def quoted(run, tmp_path):
    """A record of one side's account and a press report that quotes it in other words."""
    said = "The shelf off Taiwan is no playground for foreign fleets"
    for name, text, shared in (
        (
            "account",
            f'Foreign Minister Wang Yi met Secretary of State Antony Blinken in Oslo on June 19, 2023. "{said}," Wang Yi said.',
            ("--account-of", "CN", "--publisher", "CN desk"),
        ),
        (
            "report",
            f'On Monday Wang Yi met Antony Blinken. "{said.replace("playground", "hunting ground")}," Wang Yi said.',
            ("--publisher", "Example Wire"),
        ),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        run("add", f"{name}.txt", "--record", "r.db", "--published", "2023-06-20", *shared)


def test_a_quotation_in_other_words_stands_beside_the_official_text(run, quoted):
    status, out, _ = run("quotations", "US", "CN", "--record", "r.db")
    assert status == 0
    assert "Wang Yi (words differ, material)" in out
    assert "no *hunting ground* for foreign fleets” (Example Wire, 2023-06-20)" in out
    assert "no *playground* for foreign fleets” (CN desk, 2023-06-20)" in out
    _, listed, _ = run("compare", "US", "CN", "--record", "r.db")
    _, compared, _ = run("compare", "US", "CN", "--record", "r.db", "--id", listed.split()[0])
    assert "quoted in other words than the official text has\nWang Yi" in compared
    _, raw, _ = run("quotations", "US", "CN", "--record", "r.db", "--json")
    (told,) = json.loads(raw)
    assert [part["text"] for part in told["words"] if part["differs"]] == ["hunting ground"]
    _, before, _ = run("quotations", "US", "CN", "--record", "r.db", "--as-of", "2023-06-19")
    assert "no quotation stands in an official text" in before
    _, page, _ = run("brief", "US", "CN", "--record", "r.db")
    assert "no **hunting ground** for foreign fleets” (Example Wire)" in page


def test_a_quotation_in_the_same_words_is_shown_only_when_asked_for(run, quoted, tmp_path):
    (tmp_path / "again.txt").write_text(
        'On Monday Wang Yi met Antony Blinken. "The shelf off Taiwan is no playground," Wang Yi said.',
        encoding="utf-8",
    )
    run("add", "again.txt", "--record", "r.db", "--published", "2023-06-20")
    _, out, _ = run("quotations", "US", "CN", "--record", "r.db")
    assert "the same words" not in out
    assert "quotations that an official text has too: 2, in other words: 1" in out
    assert "the same words" in run("quotations", "US", "CN", "--record", "r.db", "--all")[1]


def test_where_nothing_is_in_dispute_it_is_said(run, article):
    run("add", article, "--record", "r.db")
    _, out, _ = run("disputes", "US", "CN", "--record", "r.db")
    assert "no two documents tell one thing differently" in out


def test_compare_of_an_unknown_engagement_is_refused_in_one_line(run, article):
    run("add", article, "--record", "r.db")
    status, _, err = run("compare", "US", "CN", "--record", "r.db", "--id", "ffff")
    assert status == 2
    assert "no engagement 'ffff' on US, CN" in err


def test_entry_tells_each_report_and_why_it_was_joined(run, tmp_path):
    for day, words in (
        ("2023-06-10", "plans to meet Wang Yi in Oslo on June 19, 2023"),
        ("2023-06-20", "met Wang Yi in Oslo on June 19, 2023"),
    ):
        (tmp_path / f"{day}.txt").write_text(f"Secretary of State Antony Blinken {words}.", encoding="utf-8")
        run("add", f"{day}.txt", "--record", "r.db", "--published", day)
    _, listed, _ = run("show", "engagements", "US", "CN", "--record", "r.db")
    short = listed.split("#")[1].split()[0]
    status, out, _ = run("entry", short, "US", "CN", "--record", "r.db")
    assert status == 0
    assert "2023-06-10 · planned" in out
    assert "2023-06-20 · held" in out
    assert "joined: on 2023-06-19, with" in out


def test_versions_of_a_page_show_what_changed(run, tmp_path):
    for day, word in (("2023-06-19", "two"), ("2023-06-20", "three")):
        line = {
            "text": f"Antony Blinken met Wang Yi in Oslo.\n\nThey spoke for {word} hours.",
            "url": "https://wire.example/1",
            "date": day,
            "id": day,
        }
        (tmp_path / f"{day}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
        run("add", f"{day}.jsonl", "--record", "r.db")
    _, out, _ = run("versions", "https://wire.example/1", "--record", "r.db")
    assert "- They spoke for two hours." in out
    assert "+ They spoke for three hours." in out


def test_search_shows_each_hit_in_its_sentence_and_counts_them(run, article):
    run("add", article, "--record", "r.db")
    status, out, _ = run("search", "core", "Taiwan", "--kind", "statements", "--state", "China", "--record", "r.db")
    assert status == 0
    assert "“Wang said that [Taiwan] was the [core] of China’s interests.”" in out
    assert "2023-06-20 · Example Wire" in out
    assert "\n1 hit\n" in out
    assert "state: CN 1" in out


def test_several_words_in_one_argument_are_searched_as_they_stand(run, article):
    run("add", article, "--record", "r.db")
    assert "[keep the line]" in run("search", "keep the line", "--record", "r.db")[1]
    assert "nothing found" in run("search", "line the keep", "--record", "r.db")[1]


def test_search_gives_all_of_it_as_json(run, article):
    run("add", article, "--record", "r.db")
    _, out, _ = run("search", "line", "--json", "--limit", "1", "--record", "r.db")
    found = json.loads(out)
    assert found["total"] > len(found["hits"]) == 1
    assert found["hits"][0]["finding"]["id"] == found["hits"][0]["id"]
    assert [mark["text"] for mark in found["hits"][0]["marks"]] == ["line"]
    assert sum(found["facets"]["kind"].values()) == found["total"]


@pytest.mark.parametrize(
    ("flag", "value", "complaint"),
    [
        ("--kind", "gossip", "no kind 'gossip' to search; there are statements"),
        ("--issue", "cheese", "no issue 'cheese' to search; there are"),
        ("--state", "Narnia", "no state 'Narnia'"),
        ("--since", "May", "is no date"),
        ("--known-at", "May", "is no moment"),
    ],
)
def test_a_search_by_what_there_is_none_of_is_refused_in_one_line(run, article, flag, value, complaint):
    run("add", article, "--record", "r.db")
    status, _, err = run("search", "line", flag, value, "--record", "r.db")
    assert status == 2
    assert complaint in err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("show", "problems"), "nothing was marked as unread"),
        (("show", "channels"), "nothing found in these documents"),
        (("compare",), "no engagement of these states is told of"),
        (("disputes",), "no two documents tell one thing differently"),
        (("quotations",), "no quotation stands in an official text of about that day"),
        (("silence",), "no line between these states is told of"),
        (("life",), "no promise between these states is told of"),
    ],
)
def test_a_record_that_tells_nothing_of_two_states_says_so(run, article, command, said):
    run("add", article, "--record", "r.db")
    status, out, _ = run(*command, "NO", "IS", "--record", "r.db")
    assert (status, said in out) == (0, True)


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        (("brief", "US", "CN", "--since", "2024", "--until", "2020"), "the period ends (2020) before it begins (2024)"),
        (("wording", " — "), "no words in ' — ' to look for"),
        (("disputes", "Atlantis", "CN"), "no state 'Atlantis'"),
        (("disputes", "US", "CN", "--as-of", "2023-02-30"), "'2023-02-30' is no date"),
        (("wording", "de-risking", "--known-at", "yesterday"), "'yesterday' is no moment"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(run, article, command, complaint):
    run("add", article, "--record", "r.db")
    status, _, err = run(*command, "--record", "r.db")
    assert status == 2
    assert complaint in err
    assert err.count("\n") == 1


def test_words_that_several_documents_share_are_shown_once(run, tmp_path):
    for n in range(3):
        text = f"Antony Blinken met Wang Yi in Oslo on June 19, 2023. It rained {n} times."
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
        run("add", f"{n}.txt", "--record", "r.db", "--published", "2023-06-20", "--publisher", f"House {n}")
    _, out, _ = run("show", "engagements", "US", "CN", "--record", "r.db")
    assert "[3 reports]" in out
    assert out.count("met Wang Yi") == 1
    assert "2023-06-20; 2 more)" in out
