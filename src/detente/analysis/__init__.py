"""Questions that a view answers: functions of a View and nothing else."""

from detente.analysis.chronology import ahead, timeline, undated
from detente.analysis.disputes import disputes
from detente.analysis.foremost import lead
from detente.analysis.persons import cast
from detente.analysis.publishers import accounts
from detente.analysis.quotations import quotations
from detente.analysis.standing import assessments, channels, contested, positions, statements
from detente.analysis.table import ANALYSES, Analysis, analysis_named

__all__ = [
    "ANALYSES",
    "Analysis",
    "accounts",
    "ahead",
    "analysis_named",
    "assessments",
    "cast",
    "channels",
    "contested",
    "disputes",
    "lead",
    "positions",
    "quotations",
    "statements",
    "timeline",
    "undated",
]
