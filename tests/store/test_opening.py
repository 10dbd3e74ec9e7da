"""What is no record, or cannot be written, is refused in one line that says what to do."""

import gzip
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from detente.errors import RecordError
from detente.model.hits import Wanted
from detente.store import engine
from detente.store.engine import mapped_errors, open_engine
from detente.store.migrate import newest_revision, upgrade
from detente.store.record import open_record
from detente.store.schema import REVISION, metadata

RELEASED = Path(__file__).parent / "released"


def refusal(path, **options):
    with pytest.raises(RecordError) as refused:
        open_record(path, **options)
    message = str(refused.value)
    assert "\n" not in message
    assert message.startswith(f"{path}: ")
    return message


def test_a_folder_that_is_missing(tmp_path):
    assert "there is no folder" in refusal(tmp_path / "nowhere" / "record.db")


def test_a_folder_in_place_of_a_file(tmp_path):
    assert "is a folder" in refusal(tmp_path)


def test_no_record_where_none_is_to_be_made(tmp_path):
    assert "there is no record; make one with: detente add" in refusal(tmp_path / "record.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"Dear reader, this is a letter.", b"\x00\x01\x02", b"SQLite format 2\0" + b"x" * 99]
)
def test_a_file_that_is_no_database(tmp_path, content):
    path = tmp_path / "record.db"
    path.write_bytes(content)
    assert "is no database" in refusal(path)
    assert path.read_bytes() == content


def test_a_damaged_database(tmp_path):
    path = tmp_path / "record.db"
    open_record(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5000)
    assert "damaged" in refusal(path)


def test_a_database_of_another_program_which_is_left_as_it_was(tmp_path):
    path = tmp_path / "addresses.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE addresses (name TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "no record of detente" in refusal(path)
    assert path.read_bytes() == before


def test_a_record_made_by_a_newer_version(tmp_path):
    path = tmp_path / "record.db"
    open_record(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    assert "made by a newer version of detente (schema 0999" in refusal(path)


def test_an_empty_file_becomes_a_record(tmp_path):
    path = tmp_path / "record.db"
    path.touch()
    with open_record(path) as record:
        assert record.documents() == ()


@pytest.mark.parametrize("name", ["a b.db", "50%20?mode=ro#x.db", "记录.db", "record"])
def test_a_record_is_kept_under_the_name_it_was_given(tmp_path, name):
    open_record(tmp_path / name).close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_record_whose_making_fails_is_not_left_behind(tmp_path, monkeypatch):
    def fail(_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("detente.store.migrate.upgrade", fail)
    assert "disk is full" in refusal(tmp_path / "record.db")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_keeps_what_was_acknowledged_and_nothing_of_the_rest(record, dossier):
    record.add(dossier())
    with record._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecordError, match="the disk is full; free some space"):
        record.add(
            dossier(name="long", text="Holm met Falk in Bergen on 14 May. " + "They spoke of the line at sea. " * 9000)
        )
    assert [d.name for d in record.documents()] == ["bergen"]
    assert record.check() == []


def test_another_writer_is_waited_for_and_then_named(record, dossier, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_SECONDS", 1)
    other = sqlite3.connect(record.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="another program is writing"):
        record.add(dossier())
    other.execute("ROLLBACK")
    assert record.add(dossier())
    other.close()


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("attempt to write a readonly database", "may only be read"),
        ("unable to open database file", "check the rights"),
        ("disk I/O error", "check it"),
        ("no such table: findings", "SQLite says: no such table"),
    ],
)
def test_what_sqlite_says_becomes_advice(tmp_path, said, advice):
    with pytest.raises(RecordError, match=advice), mapped_errors(tmp_path / "r.db"):
        raise sqlite3.OperationalError(said)


def test_the_migrations_lead_to_the_schema(tmp_path):
    assert newest_revision() == REVISION
    engine = open_engine(tmp_path / "record.db", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or "_words" not in str(name)},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def released(schema, path):
    """Lay a record of a released schema at the path."""
    path.write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    return path


@pytest.mark.parametrize("schema", sorted(p.name[7:11] for p in RELEASED.iterdir()))
def test_a_record_of_a_released_schema_opens_and_is_sound(tmp_path, schema):
    with open_record(released(schema, tmp_path / "old.db")) as record:
        assert record.check() == []
        assert [d.name for d in record.documents()] == ["bergen", "chinese"]
        (dossier,) = [d for d in record.dossiers() if d.document.name == "bergen"]
        assert [f.layer for f in dossier.findings] == ["engagements", "positions"]
        assert (dossier.document.account_of, dossier.states) == (("NO",), ("NO", "IS"))
        assert dossier.engagements[0].because_of == ()
        assert [p.name for p in dossier.people] == ["Astrid Holm"]
        assert [p.message for p in dossier.problems] == ["no year"]
        assert not record.add(dossier)


def test_an_upgraded_record_still_knows_what_was_withdrawn(tmp_path):
    with open_record(released("0001", tmp_path / "old.db")) as record:
        before = [f.layer for d in record.dossiers(known_at="2026-01-02") for f in d.findings]
        assert before == ["engagements", "positions", "incidents"]
        assert [d.name for d in record.documents(known_at="2026-01-02")] == ["bergen"]
        assert [hit.document.name for hit in record.search(Wanted(words="会谈")).best] == ["chinese"]


def test_an_upgraded_record_finds_what_it_held_before_and_what_it_holds_now(tmp_path):
    with open_record(released("0001", tmp_path / "old.db")) as record:
        (dossier,) = [d for d in record.dossiers() if d.document.name == "bergen"]
        words = dossier.engagements[0].evidence[0].text.split()[0]
        now = record.search(Wanted(words=words))
        assert {hit.kind for hit in now.best} == {"engagements"}
        assert now.facets["kind"] == {"documents": 1, "engagements": 1}
        (before,) = [f for d in record.dossiers(known_at="2026-01-02") for f in d.findings if f.layer == "incidents"]
        words = before.evidence[0].text.split()[0]
        assert record.search(Wanted(words=words, kind="incidents")).total == 0
        assert record.search(Wanted(words=words, kind="incidents", known_at="2026-01-02")).total == 1


def test_an_upgrade_that_fails_leaves_the_record_as_it_was(tmp_path, monkeypatch):
    path = released("0001", tmp_path / "old.db")

    def stop(connection):
        upgrade(connection)
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("detente.store.migrate.upgrade", stop)
        assert "the disk is full" in refusal(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    connection.close()
    with open_record(path) as record:
        assert record.check() == []
