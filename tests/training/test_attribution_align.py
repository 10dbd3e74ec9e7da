"""Readers' lines become offsets, agreement is counted, and texts are checked before training."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "training" / "attribution"


def room(name):
    spec = importlib.util.spec_from_file_location(f"attribution_{name}", ROOM / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TEXT = "The mayor said on Monday that ferries would sail. He opposes the toll; he has opposed the toll for years."


def test_a_line_is_placed_where_its_words_lie_closest_together():
    found, complaints = room("align").align(
        TEXT, ["S | mayor | said | ferries would sail", "A | he | opposed | the toll"]
    )

    assert complaints == []
    assert [TEXT[a:b] for a, b in (found[0].source, found[0].cue, found[0].content[0])] == [
        "mayor",
        "said",
        "ferries would sail",
    ]
    assert found[1].content[0] == (TEXT.rindex("the toll"), TEXT.rindex("the toll") + len("the toll"))


def test_a_long_content_may_be_cut_in_its_middle():
    found, _ = room("align").align(TEXT, ["S | mayor | said | on Monday ... would sail"])

    assert TEXT[slice(*found[0].content[0])] == "on Monday that ferries would sail"


@pytest.mark.parametrize("line", ["S | mayor | said", "X | mayor | said | ferries", "S | mayor | said | no such words"])
def test_a_line_that_cannot_be_placed_is_told(line):
    found, complaints = room("align").align(TEXT, [line])

    assert found == []
    assert complaints[0].startswith("line 1:")


def test_agreement_counts_contents_sources_and_acts():
    one = {"act": "speech", "source": [4, 9], "cue": [10, 14], "content": [[30, 48]]}
    other = {**one, "act": "belief", "source": [0, 9]}
    elsewhere = {**one, "content": [[60, 70]]}

    counts = room("agreement").compare([one, elsewhere], [other])

    assert (counts["first"], counts["second"], counts["content"], counts["source"], counts["act"]) == (2, 1, 1, 1, 0)


def test_every_annotation_lies_in_a_listed_document_and_every_text_of_ours_is_as_it_was_annotated():
    documents = {d["name"]: d for d in map(json.loads, (ROOM / "documents.jsonl").read_text("utf-8").splitlines())}
    training = room("train")

    for line in (ROOM / "annotations.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        length = documents[row["name"]]["end"] - documents[row["name"]]["start"]
        spans = [s for a in row["attributions"] for s in [*a["content"], a["source"], a["cue"]] if s]
        assert all(0 <= a < b <= length for a, b in spans)
    written = [d for d in documents.values() if d["corpus"] == "written"]
    assert len(written) >= 100
    for row in written:
        text = (ROOM / "written" / f"{row['name']}.txt").read_text("utf-8")
        assert training.hashlib.sha256(text.encode()).hexdigest() == row["sha256"]


def test_calibration_error_is_the_gap_between_confidence_and_truth():
    training = room("train")
    confidence, truth = training.np.array([0.9, 0.9, 0.1, 0.1]), training.np.array([True, False, False, False])

    assert training.calibration_error(confidence, truth) == pytest.approx(0.25)


def test_a_model_is_the_same_each_time_and_learns_what_separates_its_classes():
    training = room("train")
    vectors = [{"always": 1.0, "word=said": 1.0}] * 6 + [{"always": 1.0, "word=sank": 1.0}] * 6
    labels = ["speech", "attitude", "belief", "intention", "speech", "speech"] + ["none"] * 6

    first, names = training._train(vectors, labels)
    second, _ = training._train(vectors, labels)

    assert (first == second).all()
    none, speech = training.predict(first, names, [{"always": 1.0, "word=sank": 1.0}])[0][:2]
    assert none > speech
