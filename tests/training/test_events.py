"""The sentences coded as events hold to their guide: words stand in the sentence, types and modes are the codebook's."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from detente.ontology.plover import STATUSES, TYPES, modes

EVENTS = Path(__file__).parents[2] / "training" / "events"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EVENTS / name).read_text(encoding="utf-8").splitlines()]


def readings(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Each event with its sentence."""
    match name:
        case "written.jsonl":
            return [(r["text"], r) for r in rows(name)]
        case "sampled.jsonl" | "further.jsonl":
            return [(r["text"], e) for r in rows(name) for e in r["events"]]
        case _:
            return [(r["text"], e) for r in rows(name) for reading in r["readings"] for e in reading]


@pytest.mark.parametrize("name", ["written.jsonl", "sampled.jsonl", "further.jsonl", "random.jsonl"])
def test_words_of_events_stand_in_their_sentences(name):
    astray = [
        (event[field], text)
        for text, event in readings(name)
        for field in ("source", "target", "trigger")
        if event.get(field) and event[field] not in text
    ]

    assert readings(name)
    assert astray == []


@pytest.mark.parametrize("name", ["written.jsonl", "sampled.jsonl", "further.jsonl", "random.jsonl"])
def test_types_modes_and_statuses_are_those_of_the_codebook(name):
    strange = [
        event
        for _, event in readings(name)
        if event["type"] not in TYPES
        or event["status"] not in STATUSES
        or (event.get("mode") and event["mode"] not in modes().get(event["type"], ()))
    ]

    assert strange == []


def test_no_type_is_written_much_more_often_than_another():
    counts = Counter(r["type"] for r in rows("written.jsonl"))
    assert set(counts) == set(TYPES)
    assert max(counts.values()) < 1.5 * min(counts.values())


def test_half_of_the_random_sentences_are_left_unseen():
    assert Counter(r["half"] for r in rows("random.jsonl")) == {"tune": 500, "unseen": 500}
