"""The sheet of the queue: what waits to be decided on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.page import Section
from detente.export.wording import kind_name
from detente.web.pages.review import ReviewPage
from detente.web.sheets.making import Making, section, table


def review(page: ReviewPage, making: Making) -> Iterator[Section]:
    """The findings that the page shows."""
    claims = [item.card.claim for item in page.items]
    rows = [(kind_name(c.layer), c.says, c.when, f"{c.confidence:.0%}", making.quotes(c.quotes)) for c in claims]
    yield section(
        "queue",
        f"To decide on, {len(page.items)} of {page.left}",
        *table(("Layer", "What it says", "When", "Sure", "In its words"), rows),
        empty="Nothing is left to decide on.",
    )
