"""One document through the whole house."""

import os
import subprocess
import sys
from pathlib import Path

from detente.model.codec import dossier_from_json, dossier_to_json
from detente.model.document import Document
from detente.model.dossier import spans_of
from detente.pipeline import read_document
from detente.settings import Settings

TEXT = (
    "OSLO, June 20, 2023 (Example Wire) – Antony Blinken met Wang Yi in Oslo on Monday.\n\n"
    "“We keep the line open,” Blinken said. China cancelled a visit to Washington by Qin Gang in May because of "
    "sanctions that the United States imposed on Chinese companies.\n"
)


def read(text, **facts):
    return read_document(Document(text, **facts), Settings())


def test_every_cited_span_stands_in_the_text():
    dossier = read(TEXT)
    spans = [span for finding in dossier.findings for span in spans_of(finding)]
    assert len(spans) > 5
    assert all(TEXT[s.start : s.end] == s.text for s in spans)


def test_a_dossier_goes_to_json_and_back():
    dossier = read(TEXT)
    assert dossier_from_json(dossier_to_json(dossier), dossier.document) == dossier


def test_reading_twice_gives_the_same_ids():
    assert [f.id for f in read(TEXT).findings] == [f.id for f in read(TEXT).findings]


def test_every_process_reads_a_folder_alike():
    folder = Path(__file__).parents[1] / "examples" / "us-china-2023"
    command = [Path(sys.executable).with_name("detente"), "read", folder, "--json"]
    read = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert read[0] == read[1] != b""


def test_the_states_concerned_stand_with_the_most_active_first():
    assert set(read(TEXT).states[:2]) == {"US", "CN"}


def test_a_text_without_a_date_says_so():
    problems = read("Antony Blinken met Wang Yi on Monday.").problems
    assert [p.kind for p in problems] == ["date"]


def test_a_language_without_a_reader_is_said_and_never_misread():
    dossier = read("Blinken a rencontré Wang Yi lundi.", language="fr", published="2023-06-20")
    assert [p.kind for p in dossier.problems] == ["language"]
    assert dossier.findings == ()


def test_a_government_bodys_publication_is_its_states_account():
    dossier = read("President Biden spoke today with Xi Jinping.", publisher="The White House", published="2024-04-02")
    assert dossier.document.account_of == ("US",)
