"""Every page, in one table: its address, what it tells, the function that answers it, the template that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from detente.web.pages import (
    about,
    channel,
    commitment,
    compare,
    document,
    entry,
    home,
    issue,
    person,
    relationship,
    search,
    source,
)


@dataclass(frozen=True)
class Page:
    """`of` takes what the address asks and gives a `model`; the same model is the page's JSON."""

    name: str
    path: str
    tells: str
    model: type[Any]
    of: Callable[..., Any]
    template: str

    @property
    def json_path(self) -> str:
        """The address of the same as JSON."""
        return ("/index" if self.path == "/" else self.path) + ".json"


_STATES = "/relationship/{pair}"

PAGES: tuple[Page, ...] = (
    Page("home", "/", "Which states deal with each other in this record", home.Home, home.home, "home.html.j2"),
    Page(
        "relationship",
        _STATES,
        "Where two states stand, what changed, says who",
        relationship.RelationshipPage,
        relationship.relationship,
        "relationship.html.j2",
    ),
    Page(
        "engagement",
        f"{_STATES}/engagement/{{entry_id}}",
        "A contact with all its reports",
        entry.EngagementPage,
        entry.engagement,
        "engagement.html.j2",
    ),
    Page(
        "compare",
        f"{_STATES}/compare/{{entry_id}}",
        "Two sides' accounts of a contact, side by side",
        compare.ComparePage,
        compare.compare,
        "compare.html.j2",
    ),
    Page(
        "commitment",
        f"{_STATES}/commitment/{{entry_id}}",
        "A commitment and what became of it",
        commitment.CommitmentPage,
        commitment.commitment,
        "commitment.html.j2",
    ),
    Page(
        "discrepancy",
        f"{_STATES}/discrepancy/{{entry_id}}",
        "What a document tells in two ways",
        entry.DiscrepancyPage,
        entry.discrepancy,
        "discrepancy.html.j2",
    ),
    Page(
        "entry",
        f"{_STATES}/entry/{{entry_id}}",
        "Any entry with all its reports",
        entry.EntryPage,
        entry.entry,
        "entry.html.j2",
    ),
    Page(
        "channel",
        f"{_STATES}/channel/{{kind}}",
        "A line of contact, its status and its use over time",
        channel.ChannelPage,
        channel.channel,
        "channel.html.j2",
    ),
    Page(
        "issue",
        f"{_STATES}/issue/{{name}}",
        "How each side worded an issue over time",
        issue.IssuePage,
        issue.issue,
        "issue.html.j2",
    ),
    Page(
        "person",
        f"{_STATES}/person/{{name}}",
        "A person's offices, contacts and statements",
        person.PersonPage,
        person.person,
        "person.html.j2",
    ),
    Page(
        "document",
        "/document/{doc_id}",
        "A text with what was read in it",
        document.DocumentPage,
        document.document,
        "document.html.j2",
    ),
    Page(
        "sources",
        "/sources",
        "Every publisher",
        source.SourcesPage,
        source.sources,
        "sources.html.j2",
    ),
    Page(
        "source",
        "/source",
        "The documents of a publisher",
        source.SourcePage,
        source.source,
        "source.html.j2",
    ),
    Page(
        "about",
        "/about",
        "What the record holds, and how well it was read",
        about.AboutPage,
        about.about,
        "about.html.j2",
    ),
    Page("search", "/search", "Findings and texts by their words", search.SearchPage, search.search, "search.html.j2"),
)
