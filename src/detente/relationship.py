"""What is asked of a record about some states: entries by layer, questions by name, accounts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypedDict, TypeVar, cast, overload

from detente import analysis
from detente.analysis.chronology import entries_by_finding
from detente.analysis.compare import Comparison, accounts_of, compare
from detente.analysis.disputes import Dispute, disputes
from detente.analysis.entries import all_entries
from detente.analysis.followup import Life, lives
from detente.analysis.forecast import forecast
from detente.analysis.joining import Report, history
from detente.analysis.missing import Missing, missing
from detente.analysis.queue import Doubtful, queue
from detente.analysis.quotations import Collation, quotations
from detente.analysis.series import series
from detente.analysis.silence import Quiet, quiet
from detente.analysis.table import analysis_named
from detente.errors import ChoiceError
from detente.export.event_formats import WrittenEvents, event_format, write_events
from detente.export.frames import to_frame
from detente.export.table import exporter_for
from detente.extract.table import UNSEEN
from detente.model.dossier import Problem
from detente.model.findings import (
    LAYERS,
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.forecast import Forecasts
from detente.model.series import Series
from detente.model.view import Entry, View
from detente.ontology.issues import ISSUES
from detente.ontology.states import STATES
from detente.resolve import events
from detente.store.record import Record as Store
from detente.store.views import uncollected

F_co = TypeVar("F_co", bound=Finding, covariant=True)


class Bounds(TypedDict, total=False):
    """Over which period, and as of when, a record is asked."""

    since: str | None
    until: str | None
    as_of: str | None
    known_at: str | None


class Entries(Sequence[Entry[F_co]], Generic[F_co]):
    """The entries of one layer, in order of time."""

    def __init__(self, entries: Iterable[Entry[F_co]]) -> None:
        self._entries = tuple(entries)

    @overload
    def __getitem__(self, at: int) -> Entry[F_co]: ...
    @overload
    def __getitem__(self, at: slice) -> Entries[F_co]: ...
    def __getitem__(self, at: int | slice) -> Entry[F_co] | Entries[F_co]:
        return Entries(self._entries[at]) if isinstance(at, slice) else self._entries[at]

    def __len__(self) -> int:
        return len(self._entries)

    def to_frame(self) -> Any:
        """A pandas DataFrame, one row per entry; InputError without pandas."""
        return to_frame(self._entries)


@dataclass(frozen=True)
class Relationship:
    """What a record holds on the dealings of some states, over a period and as of a moment."""

    view: View

    @cached_property
    def statements(self) -> Entries[Statement]:
        """Who said what."""
        return Entries(self.view.statements)

    @cached_property
    def engagements(self) -> Entries[Engagement]:
        """Who met, called or wrote, and who would not."""
        return Entries(self.view.engagements)

    @cached_property
    def channels(self) -> Entries[ChannelReport]:
        """Which lines are open."""
        return Entries(self.view.channels)

    @cached_property
    def positions(self) -> Entries[Position]:
        """What each side holds on each issue."""
        return Entries(self.view.positions)

    @cached_property
    def commitments(self) -> Entries[Commitment]:
        """What was promised."""
        return Entries(self.view.commitments)

    @cached_property
    def incidents(self) -> Entries[Incident]:
        """What strained or eased."""
        return Entries(self.view.incidents)

    @cached_property
    def discrepancies(self) -> Entries[Discrepancy]:
        """Where accounts disagree."""
        return Entries(self.view.discrepancies)

    @cached_property
    def assessments(self) -> Entries[Assessment]:
        """How each side calls the state of things."""
        return Entries(self.view.assessments)

    @cached_property
    def events(self) -> Entries[Event]:
        """Who did what to whom, as coded."""
        return Entries(self.view.events)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, resolved or agreed."""
        return self.view.problems

    @property
    def quiet(self) -> tuple[Quiet, ...]:
        """Every line of contact and how long nobody used it, the longest silence first."""
        return quiet(self.view)

    @property
    def lives(self) -> tuple[Life, ...]:
        """Every commitment with what became of it, decided and suggested."""
        return lives(self.view)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What documents tell differently of one engagement, commitment, incident or line of contact."""
        return disputes(self.view)

    @property
    def quotations(self) -> tuple[Collation, ...]:
        """What others quote, laid beside the official text of the same occasion, with the words that differ."""
        return quotations(self.view)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What a side's accounts of contacts used to say and one does not, latest first."""
        return missing(self.view)

    @property
    def queue(self) -> tuple[Doubtful, ...]:
        """Findings that nobody decided on yet, the doubtful and important first."""
        return queue(self.view)

    def write_events(self, form: str) -> WrittenEvents:
        """Write the events that were done in a layout of others: polecat, plover18, icews or gdelt, with tabs.

        ChoiceError lists the formats.
        """
        return write_events(self.view, event_format(form))

    def series(self, actor: str, recipient: str, by: str = "month") -> Series:
        """What one of the states did to another by day, week or month, given by code; ChoiceError for any other."""
        return series(self.view, *self._among((actor, recipient)), by)

    def forecast(self, actor: str, recipient: str) -> Forecasts:
        """How many events of one of the states towards another may come next month, only with the score of that."""
        return forecast(self.view, *self._among((actor, recipient)))

    def _among(self, states: tuple[str, str]) -> tuple[str, str]:
        for state in states:
            if state not in self.view.states:
                raise ChoiceError(f"'{state}' is none of the states asked for; they are {', '.join(self.view.states)}")
        return states

    def layer(self, name: str) -> Entries[Finding]:
        """The entries of a layer by its name; ChoiceError lists the names."""
        entries: Entries[Finding] = getattr(self, layer_named(name))
        return entries

    def entry(self, id_: str) -> Entry[Finding]:
        """The entry of that id, or of a finding of it as proposed, as it stands or as shown; its beginning is enough.

        ChoiceError where there is none, or more than one.
        """
        keyed = [*entries_by_finding(self.view).items(), *((e.best.id, e) for e in all_entries(self.view))]
        found = {e.id: e for key, e in keyed if id_ and key.startswith(id_)}
        if len(found) != 1:
            said = "several entries begin with" if found else "no entry"
            raise ChoiceError(f"{said} '{id_}' on {', '.join(self.view.states)}; 'detente show' prints their ids")
        return next(iter(found.values()))

    def history(self, id_: str) -> tuple[Report, ...]:
        """The reports of an entry, earliest first, each with why it was joined; ChoiceError for an id of none."""
        return history(self.view, self.entry(id_))

    def ask(self, question: str) -> object:
        """Answer a question by its name (cast, timeline, ahead …); ChoiceError lists the names."""
        return analysis_named(question).of(self.view)

    def write(self, form: str = "markdown") -> str:
        """Write the brief as markdown, html or csv, or all entries as json; ChoiceError lists the formats.

        ChoiceError too for docx, which is no text: `to_bytes` gives it.
        """
        written = self._written(form)
        if isinstance(written, bytes):
            raise ChoiceError(f"'{form}' is no text; take it as bytes, with to_bytes, and write them to a file")
        return written

    def to_bytes(self, form: str = "markdown") -> bytes:
        """The same as the content of a file, in any format, docx too."""
        written = self._written(form)
        return written if isinstance(written, bytes) else written.encode()

    def _written(self, form: str) -> str | bytes:
        names = {code: state.name for code, state in STATES.items()}
        names |= {key: issue.label for key, issue in ISSUES.items()}
        with uncollected():
            return exporter_for(form).write(self.view, analysis, names=names, unseen=UNSEEN)


class Contacts:
    """The engagements of some states, and what each side's account tells of one of them."""

    def __init__(self, store: Store, states: tuple[str, ...], bounds: Bounds) -> None:
        self._store = store
        self._bounds = bounds
        self._held = Relationship(store.view(states, resolve=events, layers=(Engagement.layer,), **bounds))

    def __iter__(self) -> Iterator[tuple[Entry[Engagement], tuple[str, ...]]]:
        """Every engagement with the states whose own accounts tell of it, in order of time."""
        return ((e, accounts_of(self._held.view, e)) for e in self._held.view.engagements)

    def compare(self, id_: str) -> Comparison:
        """Lay the two sides' accounts of one engagement side by side; ChoiceError for an id of none."""
        states = self._held.view.states
        try:
            contact = cast(Entry[Engagement], self._held.entry(id_))
        except ChoiceError:
            listing = f"'detente compare {' '.join(states)}' lists them"
            raise ChoiceError(f"no engagement '{id_}' on {', '.join(states)}, or more than one; {listing}") from None
        documents = tuple({f.evidence[0].doc for f in contact.findings})
        # What its documents tell is compared whole, whatever period the engagement was looked for in.
        unbounded: Bounds = {**self._bounds, "since": None, "until": None}
        return compare(self._store.view(states, resolve=events, told_in=documents, **unbounded), contact)


def layer_named(name: str) -> str:
    """The name, where a layer has it; ChoiceError lists the names."""
    if name not in LAYERS:
        raise ChoiceError(f"no layer '{name}'; there are {', '.join(LAYERS)}")
    return name
