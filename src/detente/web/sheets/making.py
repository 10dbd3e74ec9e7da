"""From a page's model to a sheet: parts that pages share, and the notes that their quotations become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from detente.export.notes import Notes
from detente.export.page import Block, Line, Lines, Note, Row, Run, Section, Table
from detente.export.wording import counted
from detente.model.document import Document
from detente.web.claims import Claim, Quote
from detente.web.parts.disagreements import Disagreement
from detente.web.ways import to_words

Runs = tuple[Run, ...]
Cell = str | Runs | None


@dataclass(frozen=True)
class Making:
    """A sheet in the making: the documents of the page, and the notes that were cited so far."""

    documents: Mapping[str, Document]
    notes: Notes

    def quote(self, quote: Quote | None, words: str | None = None) -> Runs:
        """Words as they are shown, with the number of their note; the note has all of them."""
        if quote is None:
            return ()
        (number,) = self.notes.cite([self.documents[quote.doc].span(quote.start, quote.end)])
        return (Run(words or quote.words, "quote", note=number),)

    def quotes(self, quotes: Iterable[Quote]) -> Runs:
        """Several, one after another."""
        return tuple(run for quote in quotes for run in (Run(" "), *self.quote(quote)))[1:]

    def claim(self, claim: Claim, when: str | None = None, *more: Run) -> Line:
        """An entry in one line with the words that it rests on."""
        told = counted(claim.reports, "report") if claim.reports > 1 else ""
        standing = ", ".join(filter(None, (told, "reviewed" if claim.reviewed else "")))
        words = self.quotes(claim.quotes)
        aside = (Run(f" · {standing}", "aside"),) if standing else ()
        return Line((Run(claim.says), *((Run(": "), *words) if words else ()), *aside, *more), when=when)

    def told(self, claim: Claim | None) -> Runs:
        """An entry with its day and its words, to stand in a cell; says so where there is none."""
        if claim is None:
            return (Run("none dated"),)
        return (Run(f"{claim.when}: {claim.says} "), *self.quotes(claim.quotes))

    def claims(self, claims: Iterable[Claim], title: str | None = None, *, dated: bool = True) -> tuple[Lines, ...]:
        """A list of entries, each on its day; none where there are none."""
        return lines([self.claim(claim, claim.when if dated else None) for claim in claims], title)

    def disagreements(self, found: Iterable[Disagreement]) -> tuple[Table, ...]:
        """Accounts that differ, beside each other."""
        rows = [
            (d.about, d.kind + (f", {d.size}" if d.size else ""), d.of, self.quote(d.first), self.quote(d.second))
            for d in found
        ]
        return table(("About", "Kind", "Of", "One account", "Another account"), rows)

    def cited(self, origin: str) -> tuple[Note, ...]:
        """The notes, each with the lasting address of its words on the server at `origin`."""
        return tuple(
            replace(note, link=origin + to_words(self.documents[note.doc].span(note.start, note.end)))
            for note in self.notes.all()
        )


def quotes_in(model: Any) -> Iterator[Quote]:
    """Every quotation of a page, wherever in its model it stands."""
    if isinstance(model, Quote):
        yield model
    elif isinstance(model, tuple | list):
        for part in model:
            yield from quotes_in(part)
    elif is_dataclass(model):
        for field in fields(model):
            yield from quotes_in(getattr(model, field.name))


def section(key: str, title: str, *blocks: Block, empty: str = "Nothing in this record.") -> Section:
    """A part under its heading; `empty` is said where there are no blocks."""
    return Section(key, title, empty, blocks)


def lines(items: Sequence[Line], title: str | None = None) -> tuple[Lines, ...]:
    """A list, or nothing where it would be empty."""
    return (Lines(tuple(items), title),) if items else ()


def facts(*told: tuple[str, Cell]) -> tuple[Lines, ...]:
    """Labels with what is known under them; what is not is left out."""
    return lines([Line((Run(f"{label}:", "strong"), Run(" "), *runs(cell))) for label, cell in told if cell])


def table(columns: tuple[str, ...], rows: Iterable[Sequence[Cell]]) -> tuple[Table, ...]:
    """A table, or nothing where it would be empty."""
    made = tuple(Row(tuple(runs(cell) for cell in row), ()) for row in rows)
    return (Table(columns, made),) if made else ()


def runs(cell: Cell) -> Runs:
    """What stands in a cell."""
    if isinstance(cell, str):
        return (Run(cell),)
    return cell or ()
