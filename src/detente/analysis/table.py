"""Every question that can be asked of a view, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from detente.analysis.accuracy import accuracy
from detente.analysis.chronology import ahead, timeline, undated
from detente.analysis.disputes import disputes
from detente.analysis.followup import lives
from detente.analysis.foremost import lead
from detente.analysis.formulations import formulations
from detente.analysis.missing import missing
from detente.analysis.persons import cast
from detente.analysis.publishers import accounts
from detente.analysis.queue import queue
from detente.analysis.quotations import quotations
from detente.analysis.silence import quiet
from detente.analysis.standing import assessments, channels, contested, positions
from detente.errors import ChoiceError
from detente.model.view import View


@dataclass(frozen=True)
class Analysis:
    """`of(view)` answers the question: entries, or tuples and mappings of them."""

    name: str
    question: str
    of: Callable[[View], object]


ANALYSES: tuple[Analysis, ...] = (
    Analysis("lead", "What should a reader see first?", lead),
    Analysis("cast", "Who is who, in which office?", cast),
    Analysis("timeline", "What did the period bring, and what led to what?", timeline),
    Analysis("undated", "What happened on a day that no document gives?", undated),
    Analysis("statements", "Who said what?", attrgetter("statements")),
    Analysis("engagements", "Who met, called or wrote, and who would not?", attrgetter("engagements")),
    Analysis("positions", "What does each side hold, issue by issue?", positions),
    Analysis("channels", "Which lines are open, and how did they come to be?", channels),
    Analysis("commitments", "What was promised, by whom, through whose account?", attrgetter("commitments")),
    Analysis("incidents", "What strained or eased relations?", attrgetter("incidents")),
    Analysis(
        "discrepancies",
        "Where does a document disagree with itself, or tell of two accounts?",
        attrgetter("discrepancies"),
    ),
    Analysis("contested", "Which contacts and incidents does one document tell in two ways?", contested),
    Analysis("disputes", "What do documents tell differently of one contact, promise, line or incident?", disputes),
    Analysis("quotations", "Which quotations have other words than the official text of the occasion?", quotations),
    Analysis("assessments", "How does each side call the state of things?", assessments),
    Analysis("events", "Who did what to whom, as coded?", attrgetter("events")),
    Analysis("formulations", "What does each side keep saying, what is new, what was dropped?", formulations),
    Analysis("quiet", "On which lines was there no contact, and for how long?", quiet),
    Analysis("missing", "What did an account leave out that those before it had?", missing),
    Analysis("lives", "What became of each promise, as decided and as later words suggest?", lives),
    Analysis("ahead", "What is planned or due next?", ahead),
    Analysis("accounts", "Whose accounts does this rest on?", accounts),
    Analysis("problems", "What could not be read?", attrgetter("problems")),
    Analysis("queue", "What should a person look at first?", queue),
    Analysis("accuracy", "How often were proposals right, by what people decided?", accuracy),
)


def analysis_named(name: str) -> Analysis:
    """The analysis of that name; ChoiceError lists the names there are."""
    for analysis in ANALYSES:
        if analysis.name == name:
            return analysis
    raise ChoiceError(f"no analysis '{name}'; there are {', '.join(a.name for a in ANALYSES)}")
