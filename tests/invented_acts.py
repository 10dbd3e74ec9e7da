"""Events of two states on given days, for tests of series, forecasts and exports."""

from typing import Any

from detente.model.document import Document
from detente.model.findings import Assessment, Event
from detente.model.view import Entry, View
from detente.ontology.plover import codes

HOUSE = "Harbour Press"


def paper(day: str | None, publisher: str = HOUSE, text: str = "Norway acted on Iceland.") -> Document:
    return Document(text, name=f"{publisher} {day}", published=day, publisher=publisher, url="https://press.example/a")


def act(document: Document, type_: str, day: str | None, /, **told: Any) -> Event:
    given: dict[str, Any] = {"by": ("NO",), "to": ("IS",), "confidence": 0.8, "mode": None} | told
    words = document.span(0, len(document.text))
    coded = codes(type_, given["mode"])
    return Event(
        evidence=(words,), extractor="hand/1", type=type_, date=day, trigger=document.span(7, 12), **coded, **given
    )


def reported(*events: Event) -> Entry[Event]:
    return Entry(id=events[0].id, best=events[0], findings=events)


def called(document: Document, direction: str, state: str | None, when: str | None = None) -> Entry[Assessment]:
    words = document.span(0, len(document.text))
    found = Assessment(
        evidence=(words,), confidence=0.8, extractor="hand/1", direction=direction, state=state, when=when
    )
    return Entry(id=found.id, best=found, findings=(found,))


def view_of(documents: list[Document], *entries: Entry[Event], **more: Any) -> View:
    return View(states=("NO", "IS"), documents={d.id: d for d in documents}, events=entries, **more)
