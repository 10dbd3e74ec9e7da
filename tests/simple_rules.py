"""Rules of linking so simple that a test of the record can tell what they give."""

from typing import Any

from detente.model.view import Entry


class Alone:
    """Rules by which every finding is a thing of its own."""

    def __init__(self, rules: str = "alone") -> None:
        self._rules = rules

    def rules(self) -> str:
        return self._rules

    def group_findings(self, found: Any, published: Any, pairs: Any) -> list[list[Any]]:
        return [[f] for f in found]

    def entry_of(self, group: Any) -> Entry[Any]:
        return Entry(id=group[0].id, best=group[0], findings=tuple(group))


class Together(Alone):
    """Rules by which all findings of a layer are about one thing."""

    def group_findings(self, found: Any, published: Any, pairs: Any) -> list[list[Any]]:
        return [sorted(found, key=lambda f: f.id)] if found else []
