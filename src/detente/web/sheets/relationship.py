"""The sheet of two states."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.page import Lines, Run, Section
from detente.web.pages.relationship import RelationshipPage
from detente.web.parts.board import Line as Channel
from detente.web.parts.matrix import IssueRow
from detente.web.parts.news import NewsOf
from detente.web.parts.promises import Promise
from detente.web.sheets.making import Cell, Making, Runs, facts, lines, section, table


def relationship(page: RelationshipPage, making: Making) -> Iterator[Section]:
    """What the page shows, section by section."""
    shown = f"{page.entries}" + (f" of {page.of_all}" if page.entries != page.of_all else "")
    yield section(
        "scope",
        "What is shown",
        *facts(
            ("Documents", str(page.documents) + (f", up to {page.today}" if page.today else "")),
            ("Entries", f"{shown}, {page.reviewed} reviewed by a person"),
            ("Places that could not be read", str(page.problems)),
        ),
    )
    yield _news(page, making)
    yield _course(page, making)
    yield _deeds(page)
    yield section("channels", "Channels", *table(_CHANNELS, [_channel(line, making) for line in page.board]))
    sides = (page.sides.first.name, page.sides.second.name)
    yield section("issues", "Issues", *table(("Issue", *sides), [_issue(row, making) for row in page.matrix]))
    yield section("commitments", "Commitments", *table(_PROMISES, [_promise(p, making) for p in page.promises.latest]))
    yield section("disagreements", "Disagreements", *making.disagreements(page.disagreements))
    rows = [(s.name, str(s.documents), s.official) for s in page.sources]
    yield section("sources", "Sources", *table(("Publisher", "Documents", "Official account of"), rows))


_CHANNELS = ("Channel", "Status", "Since", "Last contact", "Silence", "In the document’s words")
_PROMISES = ("Made", "By", "To", "What", "Firmness", "Due", "State", "In the document’s words")
_DEEDS = ("Direction", "Month", "Documents", "Events", "Reviewed", "Cooperation", "Conflict", "Net")


def _news(page: RelationshipPage, making: Making) -> Section:
    news = page.news
    blocks = [block for kind in (news.kinds if news else ()) for block in _fresh(kind, making)]
    since = f" since {news.day}" if news else ""
    return section("new", f"What is new{since}", *blocks, empty="Nothing new.")


def _fresh(kind: NewsOf, making: Making) -> tuple[Lines, ...]:
    return making.claims(kind.claims, kind.label, dated=kind.layer in {"engagements", "incidents"})


def _course(page: RelationshipPage, making: Making) -> Section:
    told = [
        making.claim(
            event.claim, event.when, *(Run(f" · because of: {cause.label}", "aside") for cause in event.because_of)
        )
        for event in page.course.events
    ]
    of = f", the latest {len(told)} of {page.course.total}" if page.course.total > len(told) else ""
    return section("course", f"Course of events{of}", *lines(told), empty="No event falls into this period.")


def _deeds(page: RelationshipPage) -> Section:
    rows = [
        (d.says, m.label, str(m.documents), str(m.events), str(m.reviewed), m.cooperation, m.conflict, m.net)
        for d in page.deeds
        for m in d.months
    ]
    return section("series", "Cooperation and conflict by month", *table(_DEEDS, rows))


def _channel(line: Channel, making: Making) -> tuple[Cell, ...]:
    since = line.since or (f"told {line.told}" if line.told else None)
    silence = line.silence + (", unusually long" if line.unusual else "")
    return line.label, line.status or "not told of", since, making.told(line.last), silence, making.quote(line.quote)


def _issue(row: IssueRow, making: Making) -> tuple[Cell, ...]:
    silent: Runs = (Run("not stated", "aside"),)
    return row.label, *(making.quote(cell.latest) or silent for cell in row.cells)


def _promise(p: Promise, making: Making) -> tuple[Cell, ...]:
    state = p.state_label + (f", {p.because}" if p.because else "")
    words = making.quotes(p.claim.quotes)
    return p.made, p.by, p.to, p.what, p.firmness, p.due or "not stated", state, words
