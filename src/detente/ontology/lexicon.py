"""The data files of the ontology, each read once."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from detente.errors import ChoiceError, OntologyError

DATA: Traversable = files("detente.ontology") / "data"


class DataLoader(yaml.CSafeLoader):
    """Reads only `true` and `false` as truth values: "on" is a preposition and NO is Norway."""


DataLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if first in "tTfF" or tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Words of English by topic, from `data/english/<name>.yaml`; ChoiceError lists the names there are."""
    return table(f"english/{name}")


@cache
def table(name: str) -> Mapping[str, Any]:
    """One YAML file of the ontology, `name` relative to the data folder without `.yaml`.

    ChoiceError where there is none; OntologyError where it is no mapping with `source` and `updated`.
    """
    *folders, stem = name.split("/")
    folder = DATA.joinpath(*folders)
    file = folder / f"{stem}.yaml"
    if not file.is_file():
        there = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
        raise ChoiceError(f"no data file '{name}'; there are {', '.join(there)}")
    try:
        content = yaml.load(file.read_bytes(), Loader=DataLoader)  # noqa: S506 - it extends the safe one
    except yaml.YAMLError as reason:
        raise OntologyError(f"{name}.yaml is no YAML: {reason}") from None
    if not isinstance(content, dict) or not {"source", "updated"} <= content.keys():
        raise OntologyError(f"{name}.yaml must be a mapping with 'source' and 'updated'")
    return content


@cache
def weights(name: str) -> Mapping[str, Any]:
    """A trained model's numbers, from `data/english/<name>.json`; made by `training/`, never by hand."""
    content: dict[str, Any] = json.loads(DATA.joinpath("english", f"{name}.json").read_text(encoding="utf-8"))
    return content


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the ontology, `name` relative to the data folder without `.csv`."""
    text = DATA.joinpath(*f"{name}.csv".split("/")).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
