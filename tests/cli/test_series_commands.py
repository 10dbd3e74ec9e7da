"""`detente series` as a user runs it."""

import json

import pytest

from detente import Document
from detente.model.dossier import Dossier
from detente.store.record import open_record
from invented_acts import act, called

TEXT = "Norway acted on Iceland."


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "r.db"
    with open_record(path, create=True) as store:
        for day in ("2024-03-10", "2024-05-10"):
            document = Document(TEXT, name=day, published=day, publisher="Harbour Press")
            mood = called(document, "low", "IS").best
            store.add(Dossier(document=document, states=("NO", "IS"), findings=(act(document, "ACCUSE", day), mood)))
    return path


def test_a_table_shows_each_month_with_its_bounds_and_who_said_what(run, record):
    status, said, _ = run("series", "NO", "Iceland", "--record", record)
    lines = said.splitlines()
    assert status == 0
    assert lines[0] == "NO towards IS, sums of intensity on plover-scores-0.8"
    assert [line.split()[:3] for line in lines[2:5]] == [
        ["2024-03-01", "1", "1"],
        ["2024-04-01", "0", "0"],
        ["2024-05-01+", "1", "1"],
    ]
    assert "-1.6 (-2.0…0.0)" in lines[2]
    assert f"2024-03-10 low, says IS: “{TEXT}”" in said


@pytest.mark.parametrize("ending", [".svg", ".csv", ".json", ".vl.json"])
def test_a_file_takes_the_form_of_its_ending(run, record, tmp_path, ending):
    status, _, said = run("series", "NO", "IS", "--record", record, "--by", "week", "-o", f"out{ending}")
    assert (status, said) == (0, f"written to out{ending}\n")
    assert (tmp_path / f"out{ending}").stat().st_size > 500


def test_the_record_answers_as_of_a_day_and_as_it_was_known_at_one(run, record):
    run("series", "NO", "IS", "--record", record, "--as-of", "2024-04-01", "-o", "then.json")
    with open("then.json", encoding="utf-8") as file:  # noqa: PTH123 - the test runs in its own folder
        assert sum(p["events"] for p in json.load(file)["periods"]) == 1
    _, said, _ = run("series", "NO", "IS", "--record", record, "--known-at", "1999-01-01")
    assert said == "no event of NO towards IS in these documents\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(("--by", "year"), "no period 'year'"), (("-o", "a.png"), "no format of a series for 'a.png'")],
)
def test_what_is_not_offered_is_refused_in_one_line(run, record, arguments, reason):
    status, _, said = run("series", "NO", "IS", "--record", record, *arguments)
    assert (status, said.count("\n"), reason in said) == (2, 1, True)


def test_events_are_written_for_another_program_each_once(run, record, tmp_path):
    status, _, said = run("events", "export", "NO", "IS", "--record", record, "--format", "gdelt", "-o", "out.csv")
    assert (status, said) == (0, "2 events written to out.csv\n")
    rows = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[1] for row in rows] == ["20240310", "20240510"]


def test_events_are_printed_where_no_file_is_named_and_an_unknown_format_is_refused(run, record):
    status, said, _ = run("events", "export", "NO", "IS", "--record", record, "--format", "polecat")
    assert (status, len(said.splitlines()), said[:9]) == (0, 3, "Event ID\t")
    status, _, said = run("events", "export", "NO", "IS", "--record", record, "--format", "acled")
    assert (status, said.count("\n"), "there are polecat, plover18, icews, gdelt" in said) == (2, 1, True)


def test_a_forecast_is_not_shown_without_its_score(run, record):
    status, said, _ = run("forecast", "NO", "IS", "--record", record)
    assert (status, said) == (
        0,
        "no forecast of NO towards IS: to score one takes 36 months; the record has 1 whole month with documents\n",
    )
    _, said, _ = run("forecast", "IS", "NO", "--record", record)
    assert said == "no event of IS towards NO in these documents\n"


def test_a_forecast_stands_beside_its_score_and_says_when_it_is_no_better_than_what_was_usual(run, tmp_path):
    path = tmp_path / "long.db"
    with open_record(path, create=True) as store:
        for n in range(49):
            day = f"{2020 + n // 12}-{n % 12 + 1:02}-10"
            document = Document(TEXT, name=day, published=day)
            found = [act(document, "ACCUSE", f"{day[:7]}-{d + 1:02}") for d in range(1 if n < 24 else 8)]
            found.append(act(document, "AID", f"{day[:7]}-09"))
            store.add(Dossier(document=document, states=("NO", "IS"), findings=tuple(found)))
    _, said, _ = run("forecast", "NO", "IS", "--record", path)
    assert said.startswith("NO towards IS in 2024-01, from 48 months\n")
    aid, accusing = said.split("conflict, scored on 24 months")
    assert "no model is better than climatology here: what was usual is the forecast" in aid
    assert "was better than climatology" in accusing
    _, said, _ = run("forecast", "NO", "IS", "--record", path, "--json")
    told = json.loads(said)
    assert (told["month"], told["sides"][0]["better_than_climatology"]) == ("2024-01", None)
    assert sum(told["sides"][1]["outlooks"][0]["chances"]) == pytest.approx(1)
