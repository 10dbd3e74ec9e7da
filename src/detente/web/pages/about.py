"""About the record: what it holds, what read it, how often that was right, whether it is safe."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version

from detente.analysis.accuracy import Accuracy
from detente.export.wording import kind_name
from detente.extract.table import EXTRACTORS, UNSEEN
from detente.model.findings import LAYERS
from detente.ontology.measured import MEASURED, Measured
from detente.web.shelf import ShelfOf


@dataclass(frozen=True)
class Extractor:
    """One version of an extractor: how many of its findings stand now."""

    layer: str
    version: str
    findings: int
    current: bool


@dataclass(frozen=True)
class Layer:
    """A layer: how many findings of it are held, and how often proposals of it were right by what people decided.

    `measured` tells how well this version of the program reads new texts; None where that was not measured.
    """

    name: str
    label: str
    findings: int
    extractors: tuple[Extractor, ...]
    accuracy: tuple[Accuracy, ...]
    measured: Measured | None


@dataclass(frozen=True)
class Trouble:
    """How often something could not be read."""

    kind: str
    times: int


@dataclass(frozen=True)
class AboutPage:
    """`unseen` says what the program does not look for; moments are in UTC."""

    title: str
    record: str
    program: str
    documents: int
    decisions: int
    last_decision: str | None
    last_backup: str | None
    backup_file: str | None
    layers: tuple[Layer, ...]
    problems: tuple[Trouble, ...]
    unseen: tuple[str, ...]


def about(shelf: ShelfOf) -> AboutPage:
    """Count what the record holds now."""
    store = shelf.record.store
    counts = shelf.kept("counts", store.counts)
    versions = shelf.kept("versions", store.versions_of_extractors)
    decisions = shelf.kept("decisions", store.decisions)
    decided = shelf.kept("accuracy", shelf.record.accuracy)
    current = {step.label for step in EXTRACTORS}
    layers = tuple(
        Layer(
            name=layer,
            label=kind_name(layer),
            findings=counts[layer],
            extractors=tuple(
                Extractor(layer, v.extractor, v.findings, v.extractor in current) for v in versions if v.layer == layer
            ),
            accuracy=tuple(a for a in decided if a.layer == layer),
            measured=MEASURED.get(layer),
        )
        for layer in LAYERS
    )
    backup = shelf.record.last_backup()
    problems = Counter(shelf.kept("problems", store.kinds_of_problems))
    return AboutPage(
        title="About the record",
        record=str(store.path),
        program=f"detente {version('detente')}",
        documents=counts["documents"],
        decisions=len(decisions),
        last_decision=decisions[-1].at[:16].replace("T", " ") if decisions else None,
        last_backup=backup[0][:16].replace("T", " ") if backup else None,
        backup_file=backup[1] if backup else None,
        layers=layers,
        problems=tuple(Trouble(kind, n) for kind, n in problems.most_common()),
        unseen=UNSEEN,
    )
