"""A small view of two invented documents on a dispute that never was, for tests of analyses and exporters."""

from typing import Any

from detente.model.document import Document
from detente.model.dossier import Party, Problem
from detente.model.findings import (
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
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.ontology.plover import codes

PRESS = Document(
    """Coast talks after the buoy affair

OSLO, May 14 (Harbour Press) - Norwegian Foreign Minister Astrid Holm met her counterpart Jon Falk in Bergen on \
Tuesday from 10:00 to 11:10. Her office put the talks at 45 minutes.

In March an Icelandic patrol boat cut a Norwegian buoy loose. Holm called off a visit to Reykjavik over it.

"Our waters end at the old line," Holm said. Falk answered that the line *was* [never] agreed | and <script>alert("x")</script> & _so on_.

The line between the two coast guards has been silent since April. Relations are at a low, a diplomat said.

Norway promised not to tow the wreck before autumn. Both ministers plan to meet in June.""",
    name="press",
    title="Coast talks",
    url="https://press.example/coast",
    publisher="Harbour Press",
    published="2031-05-14",
)
OFFICIAL = Document(
    """Minister Falk meets Minister Holm

On 13 May the Minister for Foreign Affairs received his Norwegian colleague for a full hour. The Minister stressed \
that the shelf belongs to Iceland. Both coast guards will speak again.

The mood was constructive, the Minister said.""",
    name="readout",
    title="Readout",
    publisher="Government of Iceland",
    published="2031-05-15",
    account_of=("IS",),
)
NAMES = {"NO": "Norway", "IS": "Iceland", "border_territory": "Borders and territory"}
PEOPLE = (
    Party(name="Jon Falk", kind="person", state="IS", office="Minister for Foreign Affairs"),
    Party(name="Astrid Holm", kind="person", state="NO", office="Foreign Minister"),
    Party(name="diplomat", kind="unnamed"),
    Party(name="Norway", kind="state", state="NO"),
)


def words(document: Document, text: str) -> Span:
    start = document.text.index(text)
    return document.span(start, start + len(text))


def finding(layer: type[Any], /, *evidence: Span, **fields: Any) -> Any:
    return layer(evidence=evidence, confidence=0.8, extractor="hand/1", **fields)


def entry(*findings: Any, reviewed: int = 0) -> Entry[Any]:
    return Entry(id=findings[0].id, best=findings[0], findings=findings, reviewed=reviewed)


BUOY = finding(
    Incident,
    words(PRESS, "an Icelandic patrol boat cut a Norwegian buoy loose"),
    kind="maritime",
    by=("IS",),
    against=("NO",),
    date="2031-03",
    effect="strain",
)
MEETING = finding(
    Engagement,
    words(PRESS, "Astrid Holm met her counterpart Jon Falk in Bergen"),
    words(PRESS, "Her office put the talks at 45 minutes"),
    kind="meeting",
    participants=("Astrid Holm", "Jon Falk"),
    states=("NO", "IS"),
    date="2031-05-13",
    start="10:00",
    end="11:10",
    duration_min=45,
    place="Bergen",
    status="held",
)
MEETING_TOLD_BY_ICELAND = finding(
    Engagement,
    words(OFFICIAL, "received his Norwegian colleague for a full hour"),
    kind="meeting",
    states=("NO", "IS"),
    date="2031-05-13",
    duration_min=60,
    status="held",
)
CANCELLED = finding(
    Engagement,
    words(PRESS, "Holm called off a visit to Reykjavik over it"),
    kind="visit",
    participants=("Astrid Holm",),
    states=("NO", "IS"),
    date="2031-03",
    place="Reykjavik",
    status="cancelled",
    refused_by="NO",
    because_of=(BUOY.id,),
)
PLANNED = finding(
    Engagement,
    words(PRESS, "Both ministers plan to meet in June"),
    kind="meeting",
    participants=("Astrid Holm", "Jon Falk"),
    states=("NO", "IS"),
    date="2031-06",
    status="planned",
)
UNDATED = finding(Engagement, words(PRESS, "Coast talks after"), kind="talks", states=("NO", "IS"), status="held")
SAID = finding(
    Statement,
    words(PRESS, '"Our waters end at the old line," Holm said'),
    speaker="Astrid Holm",
    state="NO",
    mode="direct",
    content=(words(PRESS, "Our waters end at the old line"),),
)
ANSWERED = finding(
    Statement,
    words(PRESS, "Falk answered that the line"),
    speaker="Jon Falk",
    state="IS",
    mode="indirect",
    content=(words(PRESS, 'the line *was* [never] agreed | and <script>alert("x")</script> & _so on_'),),
)
SILENT = finding(
    ChannelReport,
    words(PRESS, "The line between the two coast guards has been silent since April"),
    states=("NO", "IS"),
    kind="military",
    status="suspended",
    since="2031-04",
)
AGAIN = finding(
    ChannelReport,
    words(OFFICIAL, "Both coast guards will speak again"),
    states=("IS", "NO"),
    kind="military",
    status="restored",
    since="2031-05-13",
)
NORWAY_HOLDS = finding(
    Position,
    words(PRESS, "Our waters end at the old line"),
    state="NO",
    issue="border_territory",
    summary="Our waters end at the old line",
)
ICELAND_HOLDS = finding(
    Position,
    words(OFFICIAL, "the shelf belongs to Iceland"),
    state="IS",
    issue="border_territory",
    summary="the shelf belongs to Iceland",
)
PROMISE = finding(
    Commitment,
    words(PRESS, "Norway promised not to tow the wreck before autumn"),
    by=("NO",),
    to=("IS",),
    what="not tow the wreck before autumn",
    polarity="refrain",
    strength="promised",
    due="2031-09",
)
LENGTHS = finding(
    Discrepancy,
    words(PRESS, "Her office put the talks at 45 minutes"),
    kind="duration",
    a=words(PRESS, "from 10:00 to 11:10"),
    b=words(PRESS, "Her office put the talks at 45 minutes"),
    about="length of the meeting in Bergen",
    size="small",
)
LOW = finding(Assessment, words(PRESS, "Relations are at a low"), by="diplomat", states=("NO", "IS"), direction="low")
WARM = finding(
    Assessment,
    words(OFFICIAL, "The mood was constructive"),
    by="Jon Falk",
    state="IS",
    states=("NO", "IS"),
    direction="better",
    when="2031-05-13",
)
GREETED = finding(
    Event,
    words(OFFICIAL, "The mood was constructive"),
    type="SUPPORT",
    actor="Jon Falk",
    by=("IS",),
    to=("NO",),
    trigger=words(OFFICIAL, "constructive"),
    **codes("SUPPORT", None),
)
UNCLEAR = Problem(
    kind="person", message="no full name for 'a diplomat'", doc=PRESS.id, where=words(PRESS, "a diplomat")
)
WHOLE = Problem(kind="date", message="the year of the dateline is assumed", doc=PRESS.id)


def invented_view(**bounds: Any) -> View:
    """All of the above as one view; the meeting is one entry of two reports, reviewed once."""
    return View(
        **{"states": ("NO", "IS"), "since": "2031-03", "until": "2031-05", **bounds},
        documents={d.id: d for d in (PRESS, OFFICIAL)},
        people=PEOPLE,
        statements=(entry(SAID), entry(ANSWERED)),
        engagements=(
            entry(UNDATED),
            entry(CANCELLED),
            entry(MEETING, MEETING_TOLD_BY_ICELAND, reviewed=1),
            entry(PLANNED),
        ),
        channels=(entry(SILENT), entry(AGAIN)),
        positions=(entry(ICELAND_HOLDS), entry(NORWAY_HOLDS)),
        commitments=(entry(PROMISE),),
        incidents=(entry(BUOY),),
        discrepancies=(entry(LENGTHS),),
        assessments=(entry(LOW), entry(WARM)),
        events=(entry(GREETED),),
        problems=(UNCLEAR, WHOLE),
    )


def ids(entries: Any) -> list[str]:
    return [e.id for e in entries]


def finding_ids(*findings: Finding) -> list[str]:
    return [f.id for f in findings]
