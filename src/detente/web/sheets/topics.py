"""Sheets of what entries have in common: an issue, a person, a line of contact."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.page import Line, Run, Section
from detente.web.pages.channel import ChannelPage
from detente.web.pages.issue import IssuePage
from detente.web.pages.person import PersonPage
from detente.web.sheets.making import Making, facts, lines, section, table


def issue(page: IssuePage, making: Making) -> Iterator[Section]:
    """How each side worded it over time."""
    for held in page.held:
        worded = [Line(making.quote(w.quote, "".join(p.text for p in w.pieces)), when=w.day) for w in held.wordings]
        yield section(
            f"held-{held.state}",
            f"{held.name}: wordings",
            *lines(worded),
            *making.claims(held.statements, "What was said on it"),
            empty="It holds nothing on this that these documents tell.",
        )
    if page.touching:
        yield section("touching", "What touches it", *making.claims(page.touching))


def person(page: PersonPage, making: Making) -> Iterator[Section]:
    """Offices, contacts, statements."""
    offices = [
        (
            o.title + (" (acting)" if o.acting else ""),
            o.state,
            o.since,
            (o.until or "in office") + (" (days unverified)" if o.unverified else ""),
        )
        for o in page.offices
    ]
    named = [(n.office, n.state, "as these documents have it", None) for n in page.named_as]
    yield section("offices", "Offices", *table(("Office", "State", "From", "To"), offices or named))
    yield section("contacts", f"Contacts, {len(page.meetings)} of {page.met}", *making.claims(page.meetings))
    yield section("statements", f"Statements, {len(page.statements)} of {page.said}", *making.claims(page.statements))


def channel(page: ChannelPage, making: Making) -> Iterator[Section]:
    """How it stands, its reports, who used it."""
    if line := page.line:
        since = f" since {line.since}" if line.since else ""
        status = (line.status or "not told of") + since
        told = (("Status", status), ("Last contact", making.told(line.last)), ("Silence", line.silence))
        yield section("standing", "How it stands", *facts(*told))
    reports = [
        Line(
            (
                Run(r.status, "strong"),
                Run((f" since {r.since}" if r.since else "") + f", {r.states}: "),
                *making.quote(r.quote),
            ),
            when=r.day,
        )
        for r in page.reports
    ]
    yield section("history", "How it came to stand so", *lines(reports), empty="No document tells how it stands.")
    yield section("contacts", "Who used it", *making.claims(page.contacts), empty="No contact on it is told of.")
