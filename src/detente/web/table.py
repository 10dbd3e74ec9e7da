"""Every page, in one table: its address, what it tells, the function that answers it, the template that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from detente.export.formats import FORMATS
from detente.export.page import Section
from detente.web.pages import (
    about,
    add,
    channel,
    cite,
    commitment,
    compare,
    document,
    entry,
    home,
    issue,
    person,
    relationship,
    review,
    search,
    source,
    users,
)
from detente.web.sheets import entries, holdings, reading, topics
from detente.web.sheets import relationship as two_states
from detente.web.sheets import review as waiting
from detente.web.sheets.making import Making


@dataclass(frozen=True)
class Page:
    """`of` takes what the address asks and gives a `model`; the same model is the page's JSON.

    `sheet` makes the sections of the page as a file; None where it is given as JSON alone.
    """

    name: str
    path: str
    tells: str
    model: type[Any]
    of: Callable[..., Any]
    template: str
    sheet: Callable[[Any, Making], Iterator[Section]] | None = None

    @property
    def json_path(self) -> str:
        """The address of the same as JSON."""
        return self.path_as(".json")

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """The formats in which it is given as a file: label and ending."""
        return tuple((form.label, form.ending) for form in FORMATS) if self.sheet else ()

    def path_as(self, ending: str) -> str:
        """The address of the same in another form."""
        return ("/index" if self.path == "/" else self.path) + ending


_STATES = "/relationship/{pair}"

PAGES: tuple[Page, ...] = (
    Page(
        "home",
        "/",
        "Which states deal with each other in this record",
        home.Home,
        home.home,
        "home.html.j2",
        holdings.home,
    ),
    Page(
        "relationship",
        _STATES,
        "Where two states stand, what changed, says who",
        relationship.RelationshipPage,
        relationship.relationship,
        "relationship.html.j2",
        two_states.relationship,
    ),
    Page(
        "engagement",
        f"{_STATES}/engagement/{{entry_id}}",
        "A contact with all its reports",
        entry.EngagementPage,
        entry.engagement,
        "engagement.html.j2",
        entries.engagement,
    ),
    Page(
        "compare",
        f"{_STATES}/compare/{{entry_id}}",
        "Two sides' accounts of a contact, side by side",
        compare.ComparePage,
        compare.compare,
        "compare.html.j2",
        entries.compare,
    ),
    Page(
        "commitment",
        f"{_STATES}/commitment/{{entry_id}}",
        "A commitment and what became of it",
        commitment.CommitmentPage,
        commitment.commitment,
        "commitment.html.j2",
        entries.commitment,
    ),
    Page(
        "discrepancy",
        f"{_STATES}/discrepancy/{{entry_id}}",
        "What a document tells in two ways",
        entry.DiscrepancyPage,
        entry.discrepancy,
        "discrepancy.html.j2",
        entries.discrepancy,
    ),
    Page(
        "entry",
        f"{_STATES}/entry/{{entry_id}}",
        "Any entry with all its reports",
        entry.EntryPage,
        entry.entry,
        "entry.html.j2",
        entries.entry,
    ),
    Page(
        "channel",
        f"{_STATES}/channel/{{kind}}",
        "A line of contact, its status and its use over time",
        channel.ChannelPage,
        channel.channel,
        "channel.html.j2",
        topics.channel,
    ),
    Page(
        "issue",
        f"{_STATES}/issue/{{name}}",
        "How each side worded an issue over time",
        issue.IssuePage,
        issue.issue,
        "issue.html.j2",
        topics.issue,
    ),
    Page(
        "person",
        f"{_STATES}/person/{{name:path}}",
        "A person's offices, contacts and statements",
        person.PersonPage,
        person.person,
        "person.html.j2",
        topics.person,
    ),
    Page(
        "document",
        "/document/{doc_id}",
        "A text with what was read in it",
        document.DocumentPage,
        document.document,
        "document.html.j2",
        reading.document,
    ),
    Page(
        "cite",
        "/document/{doc_id}/cite",
        "How to cite a text or words of it",
        cite.CitePage,
        cite.cite,
        "cite.html.j2",
        reading.cite,
    ),
    Page(
        "review",
        "/review",
        "Findings to decide on, the doubtful and important first",
        review.ReviewPage,
        review.review,
        "review.html.j2",
        waiting.review,
    ),
    Page(
        "review of two",
        "/review/{pair}",
        "Findings on two states to decide on",
        review.ReviewPage,
        review.review_of,
        "review.html.j2",
        waiting.review,
    ),
    Page(
        "sources",
        "/sources",
        "Every publisher",
        source.SourcesPage,
        source.sources,
        "sources.html.j2",
        holdings.sources,
    ),
    Page(
        "source",
        "/source",
        "The documents of a publisher",
        source.SourcePage,
        source.source,
        "source.html.j2",
        holdings.source,
    ),
    Page("add", "/add", "What can be added to the record", add.AddPage, add.add, "add.html.j2"),
    Page("job", "/add/{job_id}", "How far a reading has come", add.JobPage, add.job, "job.html.j2"),
    Page(
        "about",
        "/about",
        "What the record holds, and how well it was read",
        about.AboutPage,
        about.about,
        "about.html.j2",
        holdings.about,
    ),
    Page(
        "search",
        "/search",
        "Findings and texts by their words",
        search.SearchPage,
        search.search,
        "search.html.j2",
        reading.search,
    ),
    Page("users", "/users", "Who may sign in; for admins", users.UsersPage, users.users, "users.html.j2"),
)
