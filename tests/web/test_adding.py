"""Adding to the record: texts, files, the example, read in the background and told of truly."""

import gzip
import json
import time
from threading import Event

import pytest
from fastapi.testclient import TestClient
from forms import send_files, sent

from detente.model.dossier import Dossier
from detente.settings import Settings
from detente.web import ingest
from detente.web.app import create_app
from detente.web.visits import Gate, Visitor

ARTICLE = "OSLO, June 19, 2023 (Example Wire) – Foreign Minister Wang Yi met Secretary of State Antony Blinken in Oslo on Monday.\n"


@pytest.fixture
def ask(ask_empty):
    """An application of its own for each test: they change its record."""
    return ask_empty


def told(ask, path):
    return ask.get(f"{path}.json").json()


def finished(ask, answer):
    """The page of a job that was begun, once it is over."""
    assert answer.status_code == 303, answer.text
    path = answer.headers["location"]
    for _ in range(600):
        page = told(ask, path)
        if page["over"]:
            return page
        time.sleep(0.1)
    raise AssertionError(page)


def pasted(ask, **fields):
    return sent(ask, "/add/text", **{"text": ARTICLE, "published": "2023-06-19", **fields})


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": " \r\n "}, "there is no text"),
        ({"published": "19th of June"}, "19th of June"),
        ({"published": "2023-02-30"}, "2023-02-30"),
        ({"account_of": "Atlantis"}, "no state &#39;Atlantis&#39;"),
        ({"url": "javascript:alert(1)"}, "is no address of a web page"),
        ({"text": "a\0b"}, "NUL"),
    ],
)
def test_a_text_that_cannot_be_used_is_told_so_beside_what_was_typed(ask, fields, complaint):
    answer = pasted(ask, **{"title": "Kept title", **fields})
    assert answer.status_code == 400
    assert complaint in answer.text
    assert 'value="Kept title"' in answer.text
    assert ask.get("/add.json").json()["jobs"] == []


def test_a_text_that_is_too_long_is_refused(tmp_path):
    settings = Settings(record=tmp_path / "r.db", max_file_bytes=1000)
    with TestClient(create_app(settings), base_url="http://localhost") as ask:
        assert "more than 1,000 bytes" in pasted(ask, text=ARTICLE * 10).text


def test_files_of_every_kind_are_read(ask):
    line = json.dumps({"text": ARTICLE, "name": "zipped", "published": "2023-06-20"}) + "\n"
    html = f"<html><head><title>A page</title></head><body><article><p>{ARTICLE * 4}</p></article></body></html>"
    page = finished(
        ask,
        send_files(
            ask,
            ("one.txt", ARTICLE.encode()),
            ("two.html", html.encode()),
            ("three.jsonl", line.encode() + line.replace("-20", "-21").encode()),
            ("four.jsonl.gz", gzip.compress(line.replace("-20", "-22").encode())),
            publisher="Example Wire",
        ),
    )
    assert page["failed"] == []
    assert (page["total"], page["new"]) == (5, 5)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b" \n", "empty.txt: is empty; give a file with text"),
        ("photo.txt", b"\x89PNG\0\0\0", "photo.txt: is no text but a binary file"),
        ("old.txt", "Ministers met in Z\xfcrich.".encode("cp1252"), "old.txt: is not UTF-8 (byte 0xFC in line 1)"),
        ("big.txt", b"word " * 500, "big.txt: has 2,500 bytes, more than 2,000; split it"),
        ("paper.pdf", b"%PDF-1.7", "paper.pdf: no known kind of file; known are .txt"),
        ("bad.jsonl", b"{no json\n", "bad.jsonl: line 1 is no JSON"),
        ("dated.jsonl", b'{"text": "Words.", "date": "soon"}\n', "dated.jsonl: line 1"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "Words."}', mtime=0)[:-9], "cut.jsonl.gz: is no whole gzip file"),
        ("../../etc/passwd", b"root", "passwd: no known kind of file"),
        ("C:\\temp\\x.exe", b"MZ", "x.exe: no known kind of file"),
        ("中" * 300 + ".pdf", b"%PDF", "中" * 65),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line_and_the_others_are_read(tmp_path, name, content, complaint):
    settings = Settings(record=tmp_path / "r.db", max_file_bytes=2000)
    with TestClient(create_app(settings), base_url="http://localhost") as ask:
        page = finished(ask, send_files(ask, (name, content), ("good.txt", ARTICLE.encode())))
        assert [line.startswith(complaint) for line in page["failed"]] == [True]
        assert page["new"] >= 1
        assert str(tmp_path) not in str(page)
        assert complaint.partition(":")[0] in ask.get(f"/add/{page['id']}").text


def test_two_files_of_one_name_are_two(ask):
    page = finished(
        ask, send_files(ask, ("a.txt", ARTICLE.encode()), ("a.txt", ARTICLE.replace("Oslo", "Bern").encode()))
    )
    assert page["new"] == 2


def test_an_index_among_the_files_tells_of_each(ask):
    index = {"a": {"title": "The title", "publisher": "A press", "published": "2023-06-20"}}
    page = finished(
        ask,
        send_files(ask, ("a.txt", ARTICLE.encode()), ("index.json", json.dumps(index).encode()), ("b.exe", b"MZ")),
    )
    assert [d["title"] for d in page["documents"]] == ["The title"]
    assert [line.partition(":")[0] for line in page["failed"]] == ["b.exe"]


def test_files_are_gone_from_the_server_once_they_are_read(ask, monkeypatch, tmp_path):
    monkeypatch.setattr(ingest, "mkdtemp", lambda prefix: str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    finished(ask, send_files(ask, ("a.txt", ARTICLE.encode())))
    time.sleep(0.2)
    assert not (tmp_path / "kept").exists()


def test_no_file_is_nothing_to_read(ask):
    assert send_files(ask).status_code == 400


def test_more_than_the_server_takes_at_once_is_refused_before_it_is_read(tmp_path):
    settings = Settings(record=tmp_path / "r.db", max_upload_bytes=5000)
    with TestClient(create_app(settings), base_url="http://localhost") as ask:
        answer = send_files(ask, ("a.txt", b"word " * 2000))
        assert answer.status_code == 413
        assert "5,000 bytes" in answer.text
        chunked = ask.post("/add/files", content=iter([b"x"]), headers={"content-type": "text/plain"})
        assert chunked.status_code == 411


def test_an_empty_record_offers_the_example_and_reads_it_with_one_button(ask, monkeypatch):
    monkeypatch.setattr("detente.api.read_document", unread)
    assert 'action="/add/example"' in ask.get("/").text
    page = finished(ask, sent(ask, "/add/example"))
    assert (page["total"], page["new"], page["failed"]) == (12, 12, [])
    assert 'action="/add/example"' not in ask.get("/").text


def unread(document, settings=None):
    """Reading without a model: what pages show of it is not looked at."""
    return Dossier(document=document)


@pytest.fixture
def held_up(monkeypatch):
    """Reading that waits until it is let go."""
    go, begun = Event(), Event()

    def read(document, settings):
        begun.set()
        assert go.wait(30)
        return unread(document)

    monkeypatch.setattr("detente.api.read_document", read)
    yield go, begun
    go.set()


def test_pages_are_served_while_a_text_is_read_and_tell_how_far_it_is(ask, held_up):
    go, begun = held_up
    path = send_files(ask, ("a.txt", ARTICLE.encode()), ("b.txt", b"Other words.")).headers["location"]
    assert begun.wait(30)
    assert ask.get("/").status_code == 200
    page = told(ask, path)
    assert (page["state"], page["total"], page["done"], page["current"]) == ("reading", 2, 0, "a")
    assert "Keep the server running" in ask.get(path).text
    second = pasted(ask, text="A text that waits.").headers["location"]
    assert told(ask, second)["state"] == "waiting"
    assert [job["state"] for job in told(ask, "/add")["jobs"]] == ["waiting for those before it", "being read"]
    go.set()
    assert finished_at(ask, path)["done"] == 2
    assert finished_at(ask, second)["done"] == 1


def finished_at(ask, path):
    for _ in range(300):
        if (page := told(ask, path))["over"]:
            return page
        time.sleep(0.1)
    raise AssertionError(page)


def test_a_reading_ends_with_the_server_which_keeps_what_was_read(tmp_path, held_up):
    go, begun = held_up
    settings = Settings(record=tmp_path / "r.db")
    with TestClient(create_app(settings), base_url="http://localhost") as ask:
        path = send_files(ask, ("a.txt", ARTICLE.encode()), ("b.txt", b"Other words.")).headers["location"]
        assert begun.wait(30)
        ask.app.state.ingest._stopping.set()
        go.set()
        assert finished_at(ask, path)["state"] == "stopped"
    with TestClient(create_app(settings), base_url="http://localhost") as ask:
        answer = ask.get(path)
        assert answer.status_code == 404
        assert "it was started again since" in answer.text
        assert ask.get("/index.json").json()["documents"] == 1


def test_an_error_of_the_program_ends_one_reading_and_no_other(ask, monkeypatch):
    def broken(document, settings):
        raise RuntimeError("no such luck")

    with monkeypatch.context() as patched:
        patched.setattr("detente.api.read_document", broken)
        page = finished(ask, pasted(ask))
    assert page["state"] == "broken"
    assert "RuntimeError: no such luck" in page["failed"][0]
    monkeypatch.setattr("detente.api.read_document", unread)
    assert finished(ask, pasted(ask))["state"] == "done"


def test_a_reader_may_not_add(ask, monkeypatch):
    monkeypatch.setattr(Gate, "visitor", lambda self, connection: Visitor("Ada", "reader"))
    assert pasted(ask).status_code == 403
    assert send_files(ask, ("a.txt", ARTICLE.encode())).status_code == 403
    assert sent(ask, "/add/example").status_code == 403
    assert "/add/text" not in ask.get("/add").text
    assert 'action="/add/example"' not in ask.get("/").text


def test_the_place_of_what_cannot_be_given_yet_is_kept(ask):
    assert "Addresses of pages, feeds, PDF" in ask.get("/add").text


def test_names_of_files_and_titles_are_shown_as_words(ask):
    attack = "<img src=x onerror=alert(1)>"
    failed = send_files(ask, (f"{attack}.pdf", b"x")).headers["location"]
    finished_at(ask, failed)
    refused = pasted(ask, title=f'"{attack}', text="</textarea><script>alert(1)</script>", published="soon").text
    for html in (ask.get(failed).text, refused, ask.get("/add").text):
        assert "<img" not in html
        assert "<script>" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;.pdf: no known kind of file" in ask.get(failed).text
