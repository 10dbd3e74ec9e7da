"""Copies of a record are whole, checked, and overwrite nothing; an altered byte is found."""

import gzip
import random
import sqlite3
from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.model.decision import Verdict
from detente.store.export import canonical_export
from detente.store.keeping import back_up, last_backup, migrate, restore
from detente.store.record import open_record
from detente.store.schema import REVISION

OLD = Path(__file__).parent / "released" / "schema-0001.db.gz"


@pytest.fixture
def decided(record, dossier):
    record.add(dossier())
    record.decide(Verdict(kind="reject", subject=dossier().engagements[0].id, reason="it was a call"), by="Ada")
    record.decide(Verdict(kind="accept", subject=dossier().positions[0].id), by="Bo")
    return record


def test_a_backup_of_a_record_in_use_holds_all_of_it_and_comes_back(decided, tmp_path, dossier):
    copy = tmp_path / "copy.db"
    back_up(decided.path, copy)
    before = canonical_export(decided)
    decided.add(dossier(name="later", publisher="Another"))
    assert restore(copy, tmp_path / "new.db") is None
    with open_record(tmp_path / "new.db") as back:
        assert (canonical_export(back), back.check()) == (before, [])
        assert back.add(dossier(name="later", publisher="Another"))
    assert sorted(p.name for p in tmp_path.iterdir() if "copy" in p.name) == ["copy.db"]


def test_a_backup_opens_where_nothing_can_be_written_beside_it(decided, tmp_path):
    back_up(decided.path, tmp_path / "copy.db")
    with sqlite3.connect(f"file:{tmp_path / 'copy.db'}?mode=ro&immutable=1", uri=True) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
    connection.close()


def test_nothing_that_is_there_is_overwritten(decided, tmp_path):
    copy, other = tmp_path / "copy.db", tmp_path / "other.db"
    back_up(decided.path, copy)
    other.write_text("a letter")
    with pytest.raises(RecordError, match="exists already"):
        back_up(decided.path, other)
    with pytest.raises(RecordError, match="--aside"):
        restore(copy, other)
    assert restore(copy, other, aside=True) == tmp_path / "other.db.old"
    assert (tmp_path / "other.db.old").read_text() == "a letter"
    with pytest.raises(RecordError, match=r"other\.db\.old: exists already"):
        restore(copy, other, aside=True)


def test_a_record_set_aside_keeps_what_was_written_last(decided, tmp_path):
    back_up(decided.path, tmp_path / "copy.db")
    wal = decided.path.with_name(decided.path.name + "-wal")
    assert wal.stat().st_size > 0
    kept = restore(tmp_path / "copy.db", decided.path, aside=True)
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize(
    ("given", "refusal"),
    [(b"", "is empty"), (b"a letter", "is no database"), (None, "there is no record")],
)
def test_what_is_no_record_is_not_brought_back(tmp_path, given, refusal):
    if given is not None:
        (tmp_path / "copy.db").write_bytes(given)
    with pytest.raises(RecordError, match=refusal):
        restore(tmp_path / "copy.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_an_unsound_record_is_neither_backed_up_nor_brought_back(decided, tmp_path):
    back_up(decided.path, tmp_path / "copy.db")
    decided.close()
    for path in (decided.path, tmp_path / "copy.db"):
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE documents SET text = replace(text, 'Bergen', 'Borgen')")
        connection.close()
    with pytest.raises(RecordError, match="not sound"):
        back_up(decided.path, tmp_path / "second.db")
    with pytest.raises(RecordError, match="not sound"):
        restore(tmp_path / "copy.db", tmp_path / "new.db")
    assert not {"second.db", "new.db", ".new.db.part"} & {p.name for p in tmp_path.iterdir()}


def test_a_backup_goes_nowhere_where_there_is_no_folder(decided, tmp_path):
    with pytest.raises(RecordError, match="no folder"):
        back_up(decided.path, tmp_path / "none" / "copy.db")


def test_an_old_backup_comes_back_at_the_newest_schema_and_stays_as_it_is(tmp_path):
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress(OLD.read_bytes()))
    before = old.read_bytes()
    restore(old, tmp_path / "new.db")
    assert migrate(tmp_path / "new.db") == (REVISION, REVISION)
    assert old.read_bytes() == before
    assert migrate(old) == ("0001", REVISION)


def places_of(raw: bytes, words: bytes) -> list[int]:
    found, at = [], raw.find(words)
    while at >= 0:
        found += range(at, at + len(words))
        at = raw.find(words, at + 1)
    return found


def faults_after_flip(path: Path, raw: bytes, place: int, bit: int) -> list[str]:
    path.write_bytes(raw[:place] + bytes([raw[place] ^ 1 << bit]) + raw[place + 1 :])
    try:
        with open_record(path) as record:
            return record.check()
    except RecordError as reason:
        return [str(reason)]


def closed(record):
    record.close()
    return record.path.read_bytes()


KEPT = {
    "a text": "Holm met Falk in Bergen on 14 May",
    "a finding": '"participants": ["Astrid Holm", "Jon Falk"]',
    "a decision's reason": "it was a call",
    "what a decision is about": '"doc": "',
    "the chain": "2026-01-01T00:00:00.000000Z",
    "a person's office": "Foreign Minister",
    "an extractor": "engagements/1",
}


@pytest.mark.parametrize("what", KEPT)
def test_any_altered_byte_of_what_is_kept_is_found(decided, tmp_path, what):
    raw, chance = closed(decided), random.Random(5)
    places = places_of(raw, KEPT[what].encode())
    assert places
    for place in chance.sample(places, min(12, len(places))):
        assert faults_after_flip(tmp_path / "flipped.db", raw, place, chance.randrange(8)), (what, place)


def test_a_flipped_bit_anywhere_is_found_or_changes_nothing_that_the_record_says(decided, tmp_path):
    before = canonical_export(decided)
    raw, chance = closed(decided), random.Random(7)
    path = tmp_path / "flipped.db"
    for _ in range(60):
        if not faults_after_flip(path, raw, chance.randrange(len(raw)), chance.randrange(8)):
            with open_record(path) as record:
                assert canonical_export(record) == before


def test_the_last_backup_is_noted_beside_the_record(decided, tmp_path):
    assert last_backup(decided.path) is None
    back_up(decided.path, tmp_path / "first.db")
    back_up(decided.path, tmp_path / "second.db")
    assert last_backup(decided.path)[1] == str((tmp_path / "second.db").resolve())
