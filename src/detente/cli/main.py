"""The commands: parse, call the api, show."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from detente import api
from detente.cli.compare import show_comparison, show_contacts
from detente.cli.deciding import accuracy, decide, log
from detente.cli.disputes import disputes
from detente.cli.doctor import examine
from detente.cli.entry import show_entry, show_versions
from detente.cli.events import events
from detente.cli.forecast import forecast
from detente.cli.keeping import backup, migrate, restore, verify
from detente.cli.life import show_lives
from detente.cli.options import (
    AccountOf,
    AsJson,
    AsOf,
    KnownAt,
    Published,
    Publisher,
    RecordPath,
    Since,
    States,
    Title,
    Until,
    err,
    out,
)
from detente.cli.quotations import quotations
from detente.cli.review import review
from detente.cli.search import search
from detente.cli.series import series
from detente.cli.serve import serve
from detente.cli.show import show_dossier, show_entries, show_problems
from detente.cli.silence import show_missing, show_quiet
from detente.cli.users import users
from detente.cli.wording import show_wording
from detente.cli.writing import write
from detente.errors import ChoiceError, DetenteError, InputError
from detente.export.table import exporter_for
from detente.export.views import entry_to_json, read_to_json
from detente.model.codec import problem_to_json
from detente.model.dossier import Dossier
from detente.model.findings import LAYERS
from detente.sources.source import SourceOptions

app = typer.Typer(
    help="Reads news and official accounts of dealings between states and keeps the cited record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="texts, HTML pages, JSON Lines, or folders of them")],
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    account_of: AccountOf = None,
    as_json: AsJson = False,
    output: Annotated[Path | None, typer.Option("-o", help="folder for one NAME.json per document")] = None,
) -> None:
    """Read documents and print what they say, cited; no record is kept."""
    options = _options(published, publisher, title, account_of)
    complaints = _Complaints()
    dossiers = api.read_files(*files, options=options, complain=complaints)
    if output is not None:
        _write_each(dossiers, output)
    elif as_json:
        _print_json(dossiers)
    else:
        for dossier in dossiers:
            show_dossier(dossier, out)
    complaints.leave()


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="texts, HTML pages, JSON Lines (.gz), or folders of them")],
    record: RecordPath = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    account_of: AccountOf = None,
) -> None:
    """Read documents into the record; the same ones again change nothing."""
    options = _options(published, publisher, title, account_of)
    complaints = _Complaints()
    with api.open(record) as opened:
        total = fresh = 0
        for done in opened.adding(*files, options=options, complain=complaints):
            total, fresh = total + 1, fresh + done.new
            what = f"{done.findings} findings" if done.new else "already held"
            err.print(f"{done.document.name}: {what}", markup=False)
        documents = "document" if total == 1 else "documents"
        out.print(f"{total} {documents} read, {fresh} new, in {opened.store.path}", markup=False)
    complaints.leave()


@app.command()
def brief(
    states: States,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    output: Annotated[
        Path | None, typer.Option("-o", help="brief.md, .html, .docx, .csv or .json; else Markdown")
    ] = None,
) -> None:
    """Write what the record holds on the dealings of some states as a page with footnotes."""
    form = exporter_for(output.name if output else "markdown").name
    with api.open(record, create=False) as opened:
        written = opened.brief_bytes(*states, form=form, since=since, until=until, as_of=as_of, known_at=known_at)
    if output is None:
        typer.echo(written.decode(), nl=False)
    else:
        write(output, written)
        err.print(f"written to {output}", markup=False)


@app.command()
def show(
    layer: Annotated[str, typer.Argument(help=f"{', '.join(LAYERS)} or problems")],
    states: States,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List one kind of entry, each with the words it rests on."""
    if layer not in (*LAYERS, "problems"):
        raise ChoiceError(f"nothing called '{layer}' to show; there are {', '.join(LAYERS)}, problems")
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until, as_of=as_of, known_at=known_at)
    if layer == "problems":
        if as_json:
            typer.echo(json.dumps([problem_to_json(p) for p in found.problems], ensure_ascii=False, indent=1))
        else:
            show_problems(found.problems, found.view.documents, out)
            if not found.problems:
                out.print("nothing was marked as unread in these documents", markup=False)
    elif as_json:
        typer.echo(json.dumps([entry_to_json(e) for e in found.layer(layer)], ensure_ascii=False, indent=1))
    else:
        show_entries(found.layer(layer), found.view.documents, out)


@app.command()
def compare(
    states: States,
    engagement: Annotated[str | None, typer.Option("--id", help="the engagement; without it they are listed")] = None,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Lay two sides' accounts of one engagement side by side: told by both, by one, contradicted, attributed."""
    with api.open(record, create=False) as opened:
        contacts = opened.contacts(*states, since=since, until=until, as_of=as_of, known_at=known_at)
        found = contacts.compare(engagement) if engagement else None
    if found:
        show_comparison(found, out)
    else:
        show_contacts(contacts, out)


@app.command()
def entry(
    id_: Annotated[str, typer.Argument(metavar="ID", help="an entry, or any report of it; 'detente show' prints ids")],
    states: States,
    record: RecordPath = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Show one entry with all its reports, and why each was joined to the others."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, as_of=as_of, known_at=known_at)
    show_entry(found.entry(id_), found.history(id_), found.view, out)


@app.command()
def versions(address: Annotated[str, typer.Argument(help="the address of a page")], record: RecordPath = None) -> None:
    """Show every text that stood at an address, and what changed from one to the next."""
    with api.open(record, create=False) as opened:
        show_versions(opened.versions(address), out)


@app.command()
def wording(
    phrase: Annotated[
        str, typer.Argument(help="the words, such as 'de-risking' in any form; a name with its capitals")
    ],
    states: Annotated[list[str] | None, typer.Argument(help="only in the mouth of these states")] = None,
    record: RecordPath = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    everyone: Annotated[bool, typer.Option("--all", help="renderings by press and others too")] = False,
    uses: Annotated[bool, typer.Option("--uses", help="list every use")] = False,
) -> None:
    """Say who used a formulation first and last, in which forms, how often; cited."""
    with api.open(record, create=False) as opened:
        found = opened.wording(phrase, *(states or ()), official=not everyone, as_of=as_of, known_at=known_at)
    for one in found:
        show_wording(one, out, every=uses)
    if not found:
        where = "in any text" if everyone else "in an official account; --all looks at renderings by others too"
        out.print(f"“{phrase}” was not found {where}", markup=False)


@app.command()
def life(
    states: States,
    record: RecordPath = None,
    id_: Annotated[str | None, typer.Option("--id", help="only this commitment")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Say what became of promises: steps that people decided on, and later words that may be steps."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until, as_of=as_of, known_at=known_at)
    chosen = found.entry(id_) if id_ else None
    show_lives([one for one in found.lives if chosen in {None, one.commitment}], found.view.documents, out)


@app.command()
def silence(
    states: States,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Say on which lines nobody spoke, for how long, and what accounts no longer mention."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until, as_of=as_of, known_at=known_at)
    show_quiet(found.quiet, out)
    show_missing(found.missing, found.view.documents, out)


@app.command()
def doctor(record: RecordPath = None) -> None:
    """Say what is installed, which model reads, and whether the record is sound."""
    sound = examine(record, out)
    if not sound:
        raise typer.Exit(2)


for _command in (
    disputes,
    quotations,
    series,
    forecast,
    search,
    review,
    decide,
    log,
    accuracy,
    backup,
    restore,
    verify,
    migrate,
):
    app.command()(_command)
app.command()(serve)
app.add_typer(events, name="events")
app.add_typer(users, name="users")


class _Complaints:
    """Shows each document that could not be used as it comes, and remembers that there was one."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, reason: InputError) -> None:
        self.any = True
        _say(reason)

    def leave(self) -> None:
        """Exit with status 2 if anything could not be used."""
        if self.any:
            raise typer.Exit(2)


def _options(
    published: str | None, publisher: str | None, title: str | None, account_of: list[str] | None
) -> SourceOptions:
    codes = tuple(api.state_code(c) for c in account_of or ())
    return SourceOptions(published=published, publisher=publisher, title=title, account_of=codes)


def _print_json(dossiers: Iterator[Dossier]) -> None:
    """One document: an object to read; several: JSON Lines."""
    first, second = next(dossiers, None), next(dossiers, None)
    for dossier in (d for d in chain((first, second), dossiers) if d is not None):
        typer.echo(json.dumps(read_to_json(dossier), ensure_ascii=False, indent=None if second else 1))


def _write_each(dossiers: Iterator[Dossier], folder: Path) -> None:
    for dossier in dossiers:
        text = json.dumps(read_to_json(dossier), ensure_ascii=False, indent=1)
        write(folder / f"{dossier.document.name}.json", text + "\n")


def _say(reason: DetenteError) -> None:
    err.print(f"detente: {' '.join(str(reason).split())}", markup=False)


def main() -> None:
    """Run a command; what the program refuses is one line and exit status 2."""
    try:
        app()
    except DetenteError as reason:
        _say(reason)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
