"""What every exporter keeps, whatever the format."""

import csv
import io
import json

import docx
import pytest

from detente import analysis
from detente.errors import ChoiceError
from detente.export.table import EXPORTERS, exporter_for
from detente.model.findings import LAYERS
from detente.model.view import View
from invented_view import NAMES, PRESS, UNDATED, invented_view

VIEW = invented_view()
EVERY = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)


def written(exporter, view=VIEW):
    text = text_of(exporter.write(view, analysis, names=NAMES, unseen=("No ciphers are read.",)))
    return "\n".join(map(" ".join, csv.reader(io.StringIO(text)))) if exporter.name == "csv" else text


def text_of(content):
    """What is written, as text; that of a Word document paragraph by paragraph."""
    if isinstance(content, str):
        return content
    word = docx.Document(io.BytesIO(content))
    return "\n".join(element.text or "" for element in word.element.body.iter() if element.tag.endswith("}p"))


def plain(text):
    """Without what a format needs to take characters literally."""
    marks = {"\\": "", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&"}
    for mark, character in marks.items():
        text = text.replace(mark, character)
    return text


@EVERY
@pytest.mark.parametrize("layer", LAYERS)
def test_every_entry_shows_with_its_words(exporter, layer):
    text = plain(written(exporter))
    for entry in getattr(VIEW, layer):
        assert plain(entry.best.evidence[0].text) in text


@EVERY
def test_the_same_view_gives_the_same_text_twice(exporter):
    assert written(exporter) == written(exporter, invented_view())


@EVERY
def test_an_empty_view_is_written(exporter):
    assert "NO" in text_of(exporter.write(View(states=("NO", "IS")), analysis))


@EVERY
def test_what_is_not_looked_for_is_said(exporter):
    assert "No ciphers are read." in written(exporter)


@EVERY
def test_two_reports_of_one_meeting_are_counted_as_two_reports_of_one_entry(exporter):
    text = written(exporter)
    assert ('"reports": 2' if exporter.name == "json" else "2 reports") in text


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("markdown", "markdown"),
        ("html", "html"),
        ("brief.HTM", "html"),
        (".md", "markdown"),
        ("x.json", "json"),
        ("b.docx", "docx"),
    ],
)
def test_a_format_goes_by_its_name_or_by_the_ending_of_a_file(wanted, name):
    assert exporter_for(wanted).name == name


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(
        ChoiceError, match=r"markdown \(\.md\), html \(\.html\), docx \(\.docx\), csv \(\.csv\), json \(\.json\)"
    ):
        exporter_for("brief.pdf")


def test_json_gives_each_entry_with_its_reports_and_leaves_texts_of_documents_out():
    raw = json.loads(written(exporter_for("json")))
    assert [e["id"] for e in raw["engagements"]] == [e.id for e in VIEW.engagements]
    assert {"id", "best", "findings", "reports", "reviewed"} <= raw["engagements"][2].keys()
    assert next(d["id"] for d in raw["documents"]) == PRESS.id
    assert all("text" not in d for d in raw["documents"])
    assert UNDATED.id not in [h["id"] for h in raw["timeline"]]
