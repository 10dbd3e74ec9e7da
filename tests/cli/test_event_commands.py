"""`detente events code` as a user runs it."""

import csv

ROWS = [
    {"": "1", "sentence": "Kenya condemned Somalia.", "source": "Kenya", "target": "Somalia", "type": "old"},
    {"": "2", "sentence": "Kenya condemned Somalia.", "source": "Nobody", "target": "", "type": ""},
    {"": "3", "sentence": "", "source": "", "target": "", "type": ""},
]


def _write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_every_row_comes_back_with_its_columns_and_the_codes(run, tmp_path):
    _write(tmp_path / "in.tsv", ROWS)
    status, _, said = run("events", "code", "in.tsv", "-o", "out/codes.tsv")
    with (tmp_path / "out" / "codes.tsv").open(encoding="utf-8", newline="") as file:
        coded = list(csv.DictReader(file, delimiter="\t"))
    assert (status, said) == (0, "3 rows coded, written to out/codes.tsv\n")
    assert [{name: row[name] for name in ROWS[0]} for row in coded] == ROWS
    assert (coded[0]["type_2"], coded[0]["quad"], coded[0]["intensity"]) == ("ACCUSE", "3", "-2.0")
    assert (coded[0]["status"], coded[0]["trigger"]) == ("actual", "condemned")
    assert float(coded[0]["confidence"]) > float(coded[1]["confidence"]) >= float(coded[2]["confidence"])
    assert all(row["type_2"] for row in coded)


def test_a_table_without_the_columns_is_refused_in_one_line(run, tmp_path):
    (tmp_path / "in.tsv").write_text("text\tsource\nx\ty\n", encoding="utf-8")
    status, _, said = run("events", "code", "in.tsv", "-o", "out.tsv")
    assert (status, said.count("\n")) == (2, 1)
    assert "no column 'sentence'" in said
    assert not (tmp_path / "out.tsv").exists()


def test_a_file_that_is_no_text_is_refused(run, tmp_path):
    (tmp_path / "in.tsv").write_bytes(b"sentence\tsource\ttarget\n\xff\xfe\n")
    status, _, said = run("events", "code", "in.tsv", "-o", "out.tsv")
    assert (status, "no UTF-8" in said) == (2, True)


def test_an_event_is_shown_with_its_code_and_how_sure_it_is(run, tmp_path):
    (tmp_path / "a.txt").write_text("Kenya condemned Somalia on Monday.", encoding="utf-8")
    run("add", "a.txt", "--published", "2024-05-07", "--record", "r.db")
    _, shown, _ = run("show", "events", "KE", "SO", "--record", "r.db")
    facts, _, sure = shown.splitlines()[0].partition(" · confidence ")
    assert facts.startswith("2024-05-06 · ACCUSE · ")
    assert facts.endswith(" · quad 3 · intensity -2.0")
    assert 0 < float(sure.split()[0]) <= 1
