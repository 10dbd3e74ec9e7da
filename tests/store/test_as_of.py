"""What the record held on a day is what an export made on that day said, to the byte, whatever came later."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import DecisionError
from detente.model.codec import finding_to_json
from detente.model.decision import Verdict
from detente.model.findings import NOT_CLAIMED
from detente.store.export import canonical_export
from detente.store.record import open_record
from drawn_findings import documents, dossiers, findings_of


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("as-of")
    open_record(folder / "empty.db").close()
    empty = (folder / "empty.db").read_bytes()

    def make(clock):
        path = folder / f"{len(list(folder.iterdir()))}.db"
        path.write_bytes(empty)
        return open_record(path, clock=clock)

    return make


def read_anew(draw, dossier):
    """The same document by another reading: some findings again, otherwise weighed and linked; some others."""
    other = draw(dossiers(replace(dossier.document, account_of=draw(st.sampled_from([(), ("US",)])))))
    again = [
        replace(
            f, confidence=draw(st.sampled_from([f.confidence, 0.5])), because_of=draw(st.sampled_from([(), ("x",)]))
        )
        for f in dossier.findings
        if draw(st.booleans())
    ]
    return replace(other, findings=tuple({f.id: f for f in (*again, *other.findings)}.values()))


def verdict_on(draw, record, finding):
    kind = draw(st.sampled_from(["accept", "reject", "edit", "undo"]))
    undoable = [d for d in record.decisions() if d.kind != "undo"]
    if kind == "undo" and undoable:
        taken_back = draw(st.sampled_from(undoable))
        return Verdict(kind="undo", subject=taken_back.subject, undoes=taken_back.number)
    document = next(d for d in record.documents() if d.id == finding.evidence[0].doc)
    name = draw(st.sampled_from([f.name for f in fields(finding) if f.name not in NOT_CLAIMED]))
    changes = {name: finding_to_json(draw(findings_of(type(finding), document)))[name]} if kind == "edit" else {}
    return Verdict(kind=kind, subject=finding.id, changes=changes, reason="as I see it")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_export_as_of_a_day_is_the_export_made_on_that_day(opened, data):
    now = [datetime(2026, 1, 1, 12, tzinfo=UTC)]
    made = {}
    with opened(lambda: now[0]) as record:
        for _ in range(data.draw(st.integers(2, 7))):
            now[0] += timedelta(hours=data.draw(st.sampled_from([-30, 0, 5, 24, 60])))
            held = list(record.dossiers())
            proposals = [f for d in held for f in d.findings]
            step = data.draw(st.sampled_from(["add", "read anew", "decide", "decide"]))
            if step == "decide" and proposals:
                try:
                    record.decide(verdict_on(data.draw, record, data.draw(st.sampled_from(proposals))), by="Ada")
                except DecisionError:
                    continue
            elif step == "read anew" and held:
                record.add(read_anew(data.draw, data.draw(st.sampled_from(held))))
            else:
                record.add(data.draw(dossiers(data.draw(documents))))
            made[max(now[0], *(datetime.fromisoformat(day) for day in made), now[0]).isoformat()] = canonical_export(
                record
            )
        assert {moment: canonical_export(record, known_at=moment) for moment in made} == made
        assert record.check() == []
