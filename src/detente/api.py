"""What `import detente` offers: read a text, keep a record, ask it questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Self, TypedDict, TypeVar, Unpack, cast, overload

from detente import analysis
from detente.analysis.accuracy import Accuracy, measured
from detente.analysis.chronology import entries_by_finding
from detente.analysis.compare import Comparison, accounts_of, compare
from detente.analysis.followup import Life, lives
from detente.analysis.joining import Report, history
from detente.analysis.queue import Doubtful, queue
from detente.analysis.silence import Missing, Quiet, missing, quiet
from detente.analysis.table import analysis_named
from detente.analysis.wording import Wording, wordings
from detente.errors import ChoiceError, DecisionError, InputError
from detente.export.frames import to_frame
from detente.export.table import exporter_for
from detente.extract.table import UNSEEN
from detente.model.decision import ABOUT_ONE, Decision, DecisionKind, Verdict, in_force
from detente.model.document import Document
from detente.model.dossier import Dossier, Problem
from detente.model.entered import entered
from detente.model.findings import (
    LAYERS,
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.hits import KINDS, Hits, Wanted
from detente.model.view import Entry, View
from detente.ontology.issues import ISSUES
from detente.ontology.states import STATES, state_named
from detente.pipeline import read_document
from detente.resolve.events import entries_of
from detente.settings import Settings
from detente.sources.source import SourceOptions, made
from detente.sources.table import read_path
from detente.store.keeping import back_up
from detente.store.keeping import migrate as bring_up_to_date
from detente.store.keeping import restore as bring_back
from detente.store.record import Record as Store
from detente.store.record import open_record

F_co = TypeVar("F_co", bound=Finding, covariant=True)


class Bounds(TypedDict, total=False):
    """Over which period, and as of when, a record is asked."""

    since: str | None
    until: str | None
    as_of: str | None
    known_at: str | None


Complain = Callable[[InputError], None]

_STATE_FIELDS = frozenset({"state", "states", "by", "to", "against", "refused_by", "account_of"})


def read(text: str, *, name: str = "document", settings: Settings | None = None, **facts: Any) -> Dossier:
    """Read one text; `facts` are the fields of SourceOptions (published, publisher, title, url, account_of …).

    Raises DocumentError for no text, DateError for a date that is none, ModelError without a parser.
    """
    return read_document(made(text, name, SourceOptions(**facts)), settings or Settings())


def read_files(
    *paths: str | Path,
    options: SourceOptions | None = None,
    settings: Settings | None = None,
    complain: Complain | None = None,
) -> Iterator[Dossier]:
    """Read files and folders one document after another, with the model loaded once.

    What cannot be used goes to `complain`; without it the first such thing is raised as InputError.
    """
    chosen = settings or Settings()
    for path in paths:
        for document in read_path(Path(path), settings=chosen, options=options, complain=complain):
            yield read_document(document, chosen)


def open(path: str | Path | None = None, *, create: bool = True, settings: Settings | None = None) -> Record:  # noqa: A001
    """Open the record at `path` (default: the setting `record`), made where there is none; RecordError otherwise."""
    chosen = settings or Settings()
    return Record(open_record(Path(path) if path else chosen.record, create=create), chosen)


def restore(backup: str | Path, target: str | Path | None = None, *, aside: bool = False) -> Path | None:
    """Bring a backup back as the record at `target` (default: the setting `record`).

    RecordError where a record is there, unless `aside`: then it is kept beside, and its new path returned.
    """
    return bring_back(Path(backup), Path(target) if target else Settings().record, aside=aside)


def migrate(path: str | Path) -> tuple[str, str]:
    """Bring a record to the newest schema; return the schema it had and the one it has."""
    return bring_up_to_date(Path(path))


@dataclass(frozen=True)
class Added:
    """What became of one document: `new` is False where the record held all of it already."""

    document: Document
    new: bool
    findings: int


class Record:
    """An open record; use it in a `with` statement."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def add(
        self, *things: str | Path | Document, options: SourceOptions | None = None, complain: Complain | None = None
    ) -> list[Added]:
        """Read files, folders or documents into the record; the same ones again change nothing."""
        return list(self.adding(*things, options=options, complain=complain))

    def adding(
        self, *things: str | Path | Document, options: SourceOptions | None = None, complain: Complain | None = None
    ) -> Iterator[Added]:
        """Do the same one document after another, each kept before the next is read."""
        for thing in things:
            if isinstance(thing, Document):
                dossiers: Iterable[Dossier] = [read_document(thing, self.settings)]
            else:
                dossiers = read_files(thing, options=options, settings=self.settings, complain=complain)
            for dossier in dossiers:
                new = self.store.add(dossier)
                yield Added(dossier.document, new, len(dossier.findings))

    def accept(self, id_: str, *, by: str, reason: str | None = None, seen: int | None = None) -> Decision:
        """Decide that a finding is right as it stands; ids are those of findings or entries, or their beginnings.

        `seen` is the number of the last decision that the person had before them: ConflictError where others decided
        on the finding since. So for every kind of decision.
        """
        return self._decide("accept", self.store.proposal_id(id_), by=by, reason=reason, seen=seen)

    def reject(self, id_: str, reason: str, *, by: str, seen: int | None = None) -> Decision:
        """Decide that a finding is wrong, and say why; it vanishes from views, the proposal and the decision stay."""
        return self._decide("reject", self.store.proposal_id(id_), by=by, reason=reason, seen=seen)

    def edit(
        self, id_: str, changes: Mapping[str, Any], *, by: str, reason: str | None = None, seen: int | None = None
    ) -> Decision:
        """Give some fields of a finding anew; what an earlier edit gave and this one does not stays.

        A string is taken as typed: for a list its items with commas between them, for words of the text these words.
        DecisionError for a field or value that does not fit, ChoiceError for a state that is none.
        """
        review, document = self.store.review(id_)
        finding = review.proposal
        given = {n: entered(finding, n, v, document) if isinstance(v, str) else v for n, v in changes.items()}
        _check_states(finding, given)
        latest = [d for d in in_force(review.decisions) if d.kind in ABOUT_ONE][-1:]
        kept = latest[0].changes if latest and latest[0].kind == "edit" else {}
        return self._decide("edit", finding.id, changes={**kept, **given}, by=by, reason=reason, seen=seen)

    def same(self, id_: str, other: str, *, by: str, reason: str | None = None, seen: int | None = None) -> Decision:
        """Decide that two findings, and so their entries, are about one thing."""
        one, two = self.store.proposal_id(id_), self.store.proposal_id(other)
        return self._decide("same", one, other=two, by=by, reason=reason, seen=seen)

    def different(
        self, id_: str, other: str, *, by: str, reason: str | None = None, seen: int | None = None
    ) -> Decision:
        """Decide that two findings are about two things."""
        one, two = self.store.proposal_id(id_), self.store.proposal_id(other)
        return self._decide("different", one, other=two, by=by, reason=reason, seen=seen)

    def step(
        self, id_: str, changes: Mapping[str, Any], *, by: str, reason: str | None = None, seen: int | None = None
    ) -> Decision:
        """Decide what became of a commitment: its `state` and, if you like, a `rating` of 1, 0 or -1.

        DecisionError, with the states there are, for any other, and for what is no commitment.
        """
        return self._decide("step", self.store.proposal_id(id_), changes=changes, by=by, reason=reason, seen=seen)

    def undo(self, number: int, *, by: str, reason: str | None = None, seen: int | None = None) -> Decision:
        """Take back a decision by its number; both stay in the log."""
        taken = next((d for d in self.store.decisions() if d.number == number), None)
        if taken is None:
            raise DecisionError(f"there is no decision {number} to take back; 'detente log' lists them")
        return self._decide("undo", taken.subject, other=taken.other, undoes=number, by=by, reason=reason, seen=seen)

    def _decide(self, kind: DecisionKind, subject: str, *, by: str, seen: int | None, **fields: Any) -> Decision:
        return self.store.decide(Verdict(kind=kind, subject=subject, **fields), by=by, seen=seen)

    def accuracy(self) -> tuple[Accuracy, ...]:
        """How often proposals were right, by layer and version of the extractor, by all that was decided."""
        return measured(self.store.decisions())

    def backup(self, target: str | Path) -> None:
        """Copy the record while it is in use and check the copy; RecordError where the target exists."""
        back_up(self.store.path, Path(target))

    def relationship(self, *states: str, **bounds: Unpack[Bounds]) -> Relationship:
        """Ask about the dealings of two (or one, or more) states, by code or name.

        `bounds`: since, until, as_of (ISO dates of any precision) and known_at (a day or moment, UTC).
        """
        codes = tuple(dict.fromkeys(state_code(s) for s in states))
        return Relationship(self.store.view(codes, resolve=entries_of, **bounds))

    def contacts(self, *states: str, **bounds: Unpack[Bounds]) -> Contacts:
        """Ask about the engagements of two (or one, or more) states and the accounts of each; `bounds` as above."""
        codes = tuple(dict.fromkeys(state_code(s) for s in states))
        return Contacts(self.store, codes, bounds)

    def wording(
        self, phrase: str, *states: str, official: bool = True, as_of: str | None = None
    ) -> tuple[Wording, ...]:
        """Who uses a formulation since when, in which forms, how often: one answer per state, the earliest user first.

        By default only what a state's own accounts tell counts; `official=False` adds renderings by press and others.
        """
        codes = tuple(state_code(s) for s in states)
        return wordings(self.store.occurrences(phrase, as_of=as_of), states=codes, official=official)

    def versions(self, url: str) -> tuple[Document, ...]:
        """Every text that stood at an address, the earliest published first."""
        return self.store.versions(url)

    def search(self, words: str, *states: str, **narrowed: Any) -> Hits:
        """Findings and texts in any language that hold all the words, the best match first, with facets to narrow by.

        `states` are codes or names; `narrowed` the fields of `Wanted`: person, issue, kind, publisher, since, until,
        as_of, known_at, limit. ChoiceError for an unknown state, issue or kind.
        """
        wanted = Wanted(words=words, states=tuple(state_code(s) for s in states), **narrowed)
        for name, given, known in (("issue", wanted.issue, tuple(ISSUES)), ("kind", wanted.kind, KINDS)):
            if given is not None and given not in known:
                raise ChoiceError(f"no {name} '{given}' to search; there are {', '.join(known)}")
        return self.store.search(wanted)


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
    def missing(self) -> tuple[Missing, ...]:
        """What a side's accounts of contacts used to say and one does not, latest first."""
        return missing(self.view)

    @property
    def queue(self) -> tuple[Doubtful, ...]:
        """Findings that nobody decided on yet, the doubtful and important first."""
        return queue(self.view)

    def layer(self, name: str) -> Entries[Finding]:
        """The entries of a layer by its name; ChoiceError lists the names."""
        if name not in LAYERS:
            raise ChoiceError(f"no layer '{name}'; there are {', '.join(LAYERS)}")
        entries: Entries[Finding] = getattr(self, name)
        return entries

    def entry(self, id_: str) -> Entry[Finding]:
        """The entry of that id, or of any finding of it, as proposed or as it stands; its beginning is enough.

        ChoiceError where there is none, or more than one.
        """
        found = {e.id: e for key, e in entries_by_finding(self.view).items() if id_ and key.startswith(id_)}
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
        """Write the brief as markdown or html, or all entries as json; ChoiceError lists the formats."""
        names = {code: state.name for code, state in STATES.items()}
        names |= {key: issue.label for key, issue in ISSUES.items()}
        return exporter_for(form).write(self.view, analysis, names=names, unseen=UNSEEN)


class Contacts:
    """The engagements of some states, and what each side's account tells of one of them."""

    def __init__(self, store: Store, states: tuple[str, ...], bounds: Bounds) -> None:
        self._store = store
        self._bounds = bounds
        self._held = Relationship(store.view(states, resolve=entries_of, layers=(Engagement.layer,), **bounds))

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
        return compare(self._store.view(states, resolve=entries_of, told_in=documents, **unbounded), contact)


def _check_states(finding: Finding, given: Mapping[str, Any]) -> None:
    for name in _STATE_FIELDS & set(given):
        # An assessment is by whoever makes it, all else by states.
        named = (
            given[name] if isinstance(given[name], list) else [given[name]] if finding.layer != "assessments" else []
        )
        if unknown := [code for code in named if code is not None and code not in STATES]:
            raise ChoiceError(f"no state '{unknown[0]}' for {name}; give a code such as US, CN, EU")


def state_code(words: str) -> str:
    """The code of a state given by code or name; ChoiceError for anything else."""
    if words.upper() in STATES:
        return words.upper()
    found = state_named(words)
    if found is None:
        raise ChoiceError(f"no state '{words}'; give a code such as US, CN, EU, or an English name")
    return found.code
