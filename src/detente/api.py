"""What `import detente` offers: read a text, keep a record, ask it questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, Unpack

from detente.analysis.accuracy import Accuracy, measured
from detente.analysis.wording import Wording, wordings
from detente.errors import ChoiceError, DecisionError, InputError
from detente.export.codes import with_codes
from detente.export.table import exporter_for
from detente.extract.event_coder import CodedEvent
from detente.model.decision import ABOUT_ONE, Decision, DecisionKind, Verdict, in_force
from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.entered import entered
from detente.model.findings import Event, Finding
from detente.model.hits import KINDS, Hits, Wanted
from detente.ontology.issues import ISSUES
from detente.ontology.plover import QUADS, codes
from detente.ontology.states import STATES, state_named
from detente.pipeline import coded, read_document
from detente.relationship import Bounds, Contacts, Relationship, layer_named
from detente.resolve import events
from detente.settings import Settings
from detente.sources.source import SourceOptions, made
from detente.sources.table import read_path
from detente.sources.tsv import read_tsv
from detente.store.keeping import back_up, last_backup
from detente.store.keeping import migrate as bring_up_to_date
from detente.store.keeping import restore as bring_back
from detente.store.record import Record as Store
from detente.store.record import open_record
from detente.text.canonical import search_words
from detente.text.tables import Table

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


def code_events(rows: Iterable[tuple[str, str, str]], *, settings: Settings | None = None) -> Iterator[CodedEvent]:
    """Code what the source does to the target in each sentence, given as sentence, source and target; see CodedEvent.

    The actors may stand in the sentence several times, in another case, or not at all. ModelError without a parser.
    """
    return coded(rows, settings or Settings())


def code_table(path: str | Path, *, settings: Settings | None = None) -> Table:
    """Code a table with the columns sentence, source and target, tabs between them; every row and column is kept.

    DocumentError for a file that is no such table.
    """
    table = read_tsv(Path(path))
    rows = zip(*(table.column(name) for name in ("sentence", "source", "target")), strict=True)
    return with_codes(table, code_events(rows, settings=settings))


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
        given |= _codes_following(finding, given)
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

    def last_backup(self) -> tuple[str, str] | None:
        """When (ISO, UTC) this record was last copied, and to which file; None where that is not noted beside it."""
        return last_backup(self.store.path)

    def relationship(self, *states: str, layers: Sequence[str] = (), **bounds: Unpack[Bounds]) -> Relationship:
        """Ask about the dealings of two (or one, or more) states, by code or name.

        `bounds`: since, until, as_of (ISO dates of any precision) and known_at (a day or moment, UTC). With `layers`
        only findings of these are asked for, in a part of the time; ChoiceError for a name of none.
        """
        codes = tuple(dict.fromkeys(state_code(s) for s in states))
        chosen = tuple(layer_named(name) for name in layers)
        return Relationship(self.store.view(codes, resolve=events, layers=chosen, **bounds))

    def brief(self, *states: str, form: str = "markdown", **bounds: Unpack[Bounds]) -> str:
        """Write the dealings of some states as markdown, html, csv or json, asking only for what the form shows.

        `bounds` as for `relationship`; ChoiceError lists the forms.
        """
        return self.relationship(*states, layers=exporter_for(form).layers, **bounds).write(form)

    def brief_bytes(self, *states: str, form: str = "markdown", **bounds: Unpack[Bounds]) -> bytes:
        """The same as the content of a file, in any form, docx too."""
        return self.relationship(*states, layers=exporter_for(form).layers, **bounds).to_bytes(form)

    def dossier(self, id_: str) -> Dossier:
        """What one document says as last read; ChoiceError where the record does not hold it."""
        return self.store.dossier(id_)

    def contacts(self, *states: str, **bounds: Unpack[Bounds]) -> Contacts:
        """Ask about the engagements of two (or one, or more) states and the accounts of each; `bounds` as above."""
        codes = tuple(dict.fromkeys(state_code(s) for s in states))
        return Contacts(self.store, codes, bounds)

    def wording(
        self,
        phrase: str,
        *states: str,
        official: bool = True,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> tuple[Wording, ...]:
        """Who uses a formulation since when, in which forms, how often: one answer per state, the earliest user first.

        By default only what a state's own accounts tell counts; `official=False` adds renderings by press and others.
        `as_of` and `known_at` as for `relationship`. ChoiceError for a phrase without words.
        """
        if not search_words(phrase):
            raise ChoiceError(f"no words in '{phrase}' to look for; give some, such as 'de-risking'")
        codes = tuple(state_code(s) for s in states)
        return wordings(self.store.occurrences(phrase, as_of=as_of, known_at=known_at), states=codes, official=official)

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


def _codes_following(finding: Finding, given: Mapping[str, Any]) -> dict[str, Any]:
    """What another type or mode makes of the codes of an event, where they are not given themselves."""
    if not isinstance(finding, Event) or not given.keys() & {"type", "mode"}:
        return {}
    type_, mode = given.get("type", finding.type), given.get("mode", finding.mode)
    return {name: value for name, value in codes(type_, mode).items() if name not in given} if type_ in QUADS else {}


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
