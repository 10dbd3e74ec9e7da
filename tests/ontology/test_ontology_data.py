"""The schema of every data file."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any

import pytest
import yaml

from detente.errors import ChoiceError, OntologyError
from detente.model.when import When
from detente.ontology.lexicon import DATA, DataLoader, lexicon, rows, table
from detente.ontology.names import name_key, name_keys
from detente.ontology.offices import OFFICES, PEOPLE, TENURES
from detente.ontology.phrases import Phrases
from detente.ontology.states import STATES


def _names(folder: Traversable, prefix: str = "") -> Iterator[str]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _names(file, f"{prefix}{file.name}/")
        elif file.name.endswith(".yaml"):
            yield prefix + file.name.removesuffix(".yaml")


NAMES = sorted(_names(DATA))


@pytest.mark.parametrize("name", NAMES)
def test_every_yaml_file_says_its_source_and_when_it_was_updated(name: str) -> None:
    content = table(name)
    assert isinstance(content["source"], str)
    assert content["source"]
    assert isinstance(content["updated"], date)
    assert len(content) > 2


class _Strict(DataLoader):
    """Refuses a key that stands twice in a mapping, which YAML itself lets pass."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    assert len(keys) == len(set(keys)), f"twice: {sorted({key for key in keys if keys.count(key) > 1})}"
    return dict(loader.construct_pairs(node, deep=True))


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice(name: str) -> None:
    assert yaml.load(DATA.joinpath(*f"{name}.yaml".split("/")).read_bytes(), Loader=_Strict) == table(name)


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert yaml.load("[on, NO, yes, y, true]", Loader=DataLoader) == ["on", "NO", "yes", "y", True]


def test_words_of_english_are_read_by_topic_and_a_wrong_topic_is_refused() -> None:
    assert lexicon("speech") == table("english/speech")
    with pytest.raises(ChoiceError, match=r"there are .*speech"):
        lexicon("poetry")


def test_whoever_is_meant_by_a_surname_alone_is_in_the_data() -> None:
    mentions = lexicon("mentions")
    assert {*mentions["legends"].values(), *mentions["titled_legends"].values()} <= set(PEOPLE)


def test_every_tenure_has_real_dates_in_order() -> None:
    for tenure in TENURES:
        start = When.from_iso(tenure.start).interval
        assert tenure.end is None or start.earliest <= When.from_iso(tenure.end).interval.latest, tenure


def test_every_tenure_has_a_source_a_confidence_and_what_it_refers_to() -> None:
    for tenure in TENURES:
        assert tenure.source.strip(), tenure
        assert tenure.confidence in {"high", "medium", "low"}, tenure
        assert tenure.person_id in PEOPLE, tenure
        assert OFFICES[tenure.office_id].state in STATES, tenure


@pytest.mark.parametrize("file", ["people", "offices"])
def test_ids_are_unique(file: str) -> None:
    ids = [row["id"] for row in rows(f"offices/{file}")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_/-]+", i) for i in ids)


def test_no_tenure_stands_twice() -> None:
    keys = [(t.office_id, t.person_id, t.start) for t in TENURES]
    assert len(keys) == len(set(keys))


SINGLE = [
    "head_of_state",
    "head_of_government",
    "crown_prince",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "trade_minister",
    "central_bank_governor",
    "supreme_leader",
]


def _is_for_one(office: str, role: str) -> bool:
    """Whether the state has one office of this class, which one person holds at a time."""
    return office.count("/") == 1 and (role in SINGLE or role.startswith("ambassador_to_"))


@pytest.mark.parametrize("state", STATES)
def test_an_office_for_one_has_no_two_full_holders_for_more_than_the_day_of_handover(state: str) -> None:
    for office in (o.id for o in OFFICES.values() if o.state == state and _is_for_one(o.id, o.role)):
        held = sorted((t for t in TENURES if t.office_id == office and not t.acting), key=lambda t: t.start)
        for earlier, later in pairwise(held):
            assert earlier.end is not None, earlier
            assert When.from_iso(earlier.end).interval.earliest <= When.from_iso(later.start).interval.latest, earlier


NAMESAKES = {
    frozenset({"abdullah-ii", "abdullah-bin-abdulaziz"}),
    frozenset({"albert-ii", "albert-ii-be"}),
    frozenset({"daniel-webster", "daniel-webster-secretary"}),
    frozenset({"george-h-w-bush", "george-w-bush"}),
    frozenset({"mark-green", "mark-green-tennessee"}),
    frozenset({"michael-adler", "michael-j-adler"}),
    frozenset({"mike-rogers", "mike-rogers-michigan"}),
    frozenset({"tom-barrett", "tom-barrett-michigan"}),
}


def test_nobody_stands_twice_under_two_spellings_of_one_name() -> None:
    bearers: dict[str, set[str]] = {}
    for person in PEOPLE.values():
        for name in (person.name, *(alias for alias in person.aliases if " " in alias)):
            for key in name_keys(name):
                bearers.setdefault(key, set()).add(person.id)
    assert {frozenset(people) for people in bearers.values() if len(people) > 1} == NAMESAKES


SERVED_TWO = {"elizabeth-ii", "charles-iii", "mark-carney", "deng-alor"}


def test_nobody_serves_two_states_but_a_crown_and_two_who_moved() -> None:
    served: dict[str, set[str]] = {}
    for tenure in TENURES:
        office = OFFICES[tenure.office_id]
        if STATES[office.state].kind in {"state", "territory"}:
            served.setdefault(tenure.person_id, set()).add(office.state)
    assert {person for person, states in served.items() if len(states) > 1} == SERVED_TWO


def test_a_family_name_is_part_of_the_name() -> None:
    apart = {p.id for p in PEOPLE.values() if name_key(p.family) not in name_key(p.name)}
    assert apart == {"carl-xvi-gustaf"}


def test_a_phrase_with_a_star_inside_is_refused() -> None:
    with pytest.raises(OntologyError, match="star"):
        Phrases(["nu*lear"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the trading post", ["trad*"]),
        ("Trade  talks", ["trade talks"]),
        ("the world’s fair", ["world's fair"]),
        ("untraded", []),
    ],
)
def test_phrases_are_found_whole_the_longest_first(text: str, found: list[str]) -> None:
    phrases = Phrases(["trad*", "trade talks", "world's fair"], ignore_case=True)
    assert [phrase for _, _, phrase in phrases.find(text)] == found
