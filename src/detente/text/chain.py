"""What an extractor declares, so that the chain of them can be checked before it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from detente.errors import ChoiceError
from detente.model.findings import LAYERS, Finding
from detente.text.reading import Reading

F = TypeVar("F", bound=Finding)


@dataclass
class Found:
    """Findings made so far in one document."""

    findings: list[Finding] = field(default_factory=list)

    def of(self, kind: type[F]) -> list[F]:
        """Findings of one kind."""
        return [f for f in self.findings if isinstance(f, kind)]


@dataclass(frozen=True)
class Extractor:
    """One step: `extract(reading, found)` returns the findings of layer `gives`; it may use the layers `needs`."""

    name: str
    version: int
    gives: str
    extract: Callable[[Reading, Found], Sequence[Finding]]
    needs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Name and version as findings carry them."""
        return f"{self.name}/{self.version}"


def check_chain(chain: Sequence[Extractor]) -> None:
    """Raise ChoiceError unless every layer exists and each step's needs are met by an earlier one."""
    given: set[str] = set()
    for step in chain:
        if step.gives not in LAYERS:
            raise ChoiceError(f"extractor {step.name} gives '{step.gives}'; layers are {', '.join(LAYERS)}")
        if missing := set(step.needs) - given:
            raise ChoiceError(f"extractor {step.name} needs {', '.join(sorted(missing))} from an earlier step")
        given.add(step.gives)
