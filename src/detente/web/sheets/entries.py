"""Sheets of single entries: a contact, a promise, a disagreement, accounts side by side, and any other."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.page import Line, Passage, Run, Section
from detente.web.pages.commitment import CommitmentPage, LifeStep
from detente.web.pages.compare import ComparePage, Pairing, Telling
from detente.web.pages.entry import DiscrepancyPage, EngagementPage, EntryPage
from detente.web.parts.told import ReportRow, Told, Way
from detente.web.sheets.making import Making, Runs, facts, lines, section, table


def entry(page: EntryPage, making: Making) -> Iterator[Section]:
    """Any entry with its reports."""
    yield from _told(page.told, making)


def engagement(page: EngagementPage, making: Making) -> Iterator[Section]:
    """A contact with its people and its reports."""
    ways = (("People", page.people), ("Part of", page.part_of), ("In it", page.parts))
    beside = facts(*((label, _names(found)) for label, found in ways), ("Accounts of", ", ".join(page.accounts)))
    if beside:
        yield section("beside", "People and contacts", *beside)
    yield from _told(page.told, making)


def commitment(page: CommitmentPage, making: Making) -> Iterator[Section]:
    """A promise, what became of it, and its reports."""
    p = page.promise
    told = (
        ("What", p.what),
        ("By", p.by),
        ("To", p.to),
        ("Made", p.made),
        ("Firmness", p.firmness),
        ("Due", p.due or "not stated"),
        ("State", p.state_label + (f", {p.because}" if p.because else "")),
        ("Can be checked by", ", ".join(page.testable)),
    )
    yield section("promise", "The promise", *facts(*told))
    yield section(
        "life",
        "What became of it",
        *lines([_step(step, making) for step in page.steps]),
        empty="No later document of this record has words on it.",
    )
    yield from _told(page.told, making)


def discrepancy(page: DiscrepancyPage, making: Making) -> Iterator[Section]:
    """What one document tells in two ways, each in its paragraph."""
    for key, title, passage in (("first", "One account", page.first), ("second", "Another account", page.second)):
        words = lines([Line(making.quote(passage.quote))])
        yield section(
            key, title, *words, Passage((passage.before + passage.words + passage.after,), "In its paragraph")
        )
    yield from _told(page.told, making)


def compare(page: ComparePage, making: Making) -> Iterator[Section]:
    """Two accounts of a contact."""
    sides = (page.sides.first.name, page.sides.second.name)
    counts = ", ".join(f"{n} {label}" for label, n in page.counts)
    yield section(
        "contact", "The contact", *lines([making.claim(page.contact, page.contact.when)]), *facts(("Rows", counts))
    )
    for key, manner in zip(("first", "second"), page.manners, strict=True):
        sources = "; ".join(f"{source.title} ({source.publisher})" for source in manner.sources)
        told = (("Sources", sources), ("Tone", making.quotes(manner.tone)), ("Agreed", making.quotes(manner.agreed)))
        yield section(key, f"Account of {manner.name}", *facts(*told), empty="None in this record.")
    if page.names:
        names = table(("Thing", *sides), [(n.thing, n.first, n.second) for n in page.names])
        yield section("names", "Names that differ", *names)
    for number, issue in enumerate(page.issues):
        rows = [_pairing(row, making) for row in issue.rows]
        yield section(f"issue{number}", issue.label, *table(("How told", *sides), rows))
    if page.disputes:
        yield section("disagreements", "Where accounts disagree", *making.disagreements(page.disputes))


def _told(told: Told, making: Making) -> Iterator[Section]:
    known = [(f.label, making.quote(f.quote) or f.text) for f in told.facts]
    beside = facts(*known, ("Because of", _names(told.because_of)), ("Led to", _names(told.led_to)))
    yield section("claim", "The entry", *lines([making.claim(told.claim, told.claim.when)]), *beside)
    if told.disagreements:
        yield section("differ", "Where accounts of it disagree", *making.disagreements(told.disagreements))
    yield section("reports", "Reports", *lines([_report(report, making) for report in told.reports]))


def _report(report: ReportRow, making: Making) -> Line:
    told = [report.standing] + ([f"{report.confidence:.0%} sure"] if report.standing == "proposed" else [])
    told += [f"joined to those before it: {report.because}"] if report.because else []
    told += [
        f"decision {d.number}: {d.kind} by {d.by}, {d.at} UTC" + (f"; {d.reason}" if d.reason else "")
        for d in report.decisions
    ]
    status = (Run(f"{report.status}: "),) if report.status else ()
    return Line((*status, *making.quotes(report.quotes), Run(f" · {'; '.join(told)}", "aside")), when=report.day)


def _step(step: LifeStep, making: Making) -> Line:
    rated = f", rated {step.rating:+d}" if step.rating is not None else ""
    sure = f", perhaps, {step.likelihood:.0%} alike" if step.likelihood is not None else ""
    words = (Run(": "), *making.quote(step.quote)) if step.quote else ()
    return Line(
        (Run(step.state, "strong"), Run(rated + sure), *words, Run(f" · {step.because}", "aside")), when=step.day
    )


def _pairing(row: Pairing, making: Making) -> tuple[str, Runs, Runs]:
    return row.label_words, _telling(row.first, making), _telling(row.second, making)


def _telling(told: Telling | None, making: Making) -> Runs:
    if told is None:
        return (Run("not told", "aside"),)
    words = making.quote(told.quote, "".join(piece.text for piece in told.pieces))
    holders = (Run(f" said by {told.holders}", "aside"),) if told.holders else ()
    passed = (Run(" as others pass it on", "aside"),) if told.passed_on else ()
    return (*words, *holders, *passed)


def _names(ways: tuple[Way, ...]) -> str:
    return "; ".join(way.label for way in ways)
