"""A series of events as data and as a drawing."""

import csv
import json
import xml.etree.ElementTree as ET

import pytest

from detente.analysis.series import series
from detente.errors import ChoiceError
from detente.export.series import SERIES_FORMATS, series_format
from detente.export.series_chart import write_series_svg
from invented_acts import act, called, paper, reported, view_of

SVG = "{http://www.w3.org/2000/svg}"
MARCH, JUNE = paper("2024-03-10"), paper("2024-06-02", text='Norway & Iceland are at <a low>, "they" said.')
TOLD = series(
    view_of(
        [MARCH, JUNE],
        reported(act(MARCH, "AID", "2024-03-02")),
        reported(act(MARCH, "ACCUSE", "2024-03-03")),
        reported(act(JUNE, "ACCUSE", "1999-06-01")),
        assessments=(called(JUNE, "low", "IS"),),
    ),
    "NO",
    "IS",
)
NOTHING = series(view_of([MARCH]), "NO", "IS")


def drawn(told=TOLD):
    return ET.fromstring(write_series_svg(told, {"NO": "Norway <", "IS": "Iceland"}))


def test_a_name_chooses_the_format_by_its_ending_and_others_are_refused_with_the_endings():
    assert [series_format(f"a{f.ending.upper()}") for f in SERIES_FORMATS] == list(SERIES_FORMATS)
    with pytest.raises(ChoiceError, match=r"one of \.vl\.json, \.json, \.csv, \.svg"):
        series_format("a.png")


@pytest.mark.parametrize("form", SERIES_FORMATS, ids=lambda f: f.ending)
def test_a_series_without_events_can_be_written(form):
    assert form.write(NOTHING)


def test_json_holds_every_figure_with_its_bounds_and_the_events_that_it_counts():
    content = json.loads(series_format("a.json").write(TOLD))
    march = content["periods"][0]
    assert (content["actor"], content["recipient"], content["by"], content["unplaced"]) == ("NO", "IS", "month", 1)
    assert (march["first"], march["documents"], march["events"], march["quad_2"], march["quad_3"]) == (
        "2024-03-01",
        1,
        2,
        1,
        1,
    )
    assert (march["cooperation"], march["cooperation_low"], march["cooperation_high"]) == (5.92, 0.0, 7.4)
    assert march["entries"] == list(TOLD.periods[0].entries)
    assert content["assessments"][0] == {
        "day": "2024-06-02",
        "state": "IS",
        "direction": "low",
        "words": JUNE.text,
        "entry": TOLD.assessments[0].entry.id,
    }


def test_csv_has_a_row_for_each_period_and_no_share_where_there_is_nothing():
    rows = list(csv.DictReader(series_format("a.csv").write(TOLD).splitlines()))
    assert [row["first"] for row in rows] == ["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"]
    assert [row["reviewed_share"] for row in rows] == ["0.0", "", "", ""]
    assert rows[0]["net"] == "4.32"


def test_vega_lite_names_only_fields_that_its_numbers_have():
    spec = json.loads(series_format("a.vl.json").write(TOLD))
    assert spec["$schema"].endswith("/vega-lite/v5.json")
    main, calls = spec["vconcat"]
    fields = set(spec["data"]["values"][0])
    for layer in main["layer"]:
        known = fields if "data" not in layer else {"first", "side", "before", "after"}
        shown = [c for c in layer["encoding"].values() if not isinstance(c, list)]
        assert {channel["field"] for channel in shown} <= known
    assert {calls["encoding"][c]["field"] for c in ("x", "y", "shape")} <= set(calls["data"]["values"][0])


def test_a_drawing_has_no_script_and_loads_nothing():
    found = write_series_svg(TOLD)
    assert not {"script", "image", "use", "foreignObject"} & {
        e.tag.removeprefix(SVG) for e in ET.fromstring(found).iter()
    }
    assert found.count("http") == found.count("http://www.w3.org/2000/svg")


def test_bars_lie_above_and_below_the_line_and_say_what_they_are_in_words():
    chart = drawn()
    line = next(float(e.get("y1")) for e in chart.iter(f"{SVG}line") if e.get("class") == "line")
    bars = {e.get("class"): e for e in chart.iter(f"{SVG}rect") if e.get("class") in {"cooperation", "conflict"}}
    up, down = bars["cooperation"], bars["conflict"]
    assert float(up.get("y")) + float(up.get("height")) == pytest.approx(line) == float(down.get("y"))
    assert up.find(f"{SVG}title").text == "2024-03: cooperation 5.9 (0.0 to 7.4), 1 event"


def test_months_without_a_document_are_grey_and_every_voice_has_a_row_with_its_words():
    chart = drawn()
    quiet = [e.find(f"{SVG}title").text for e in chart.iter(f"{SVG}rect") if e.get("class") == "quiet"]
    assert quiet == ["2024-04-01: no document", "2024-05-01: no document"]
    assert [g.find(f"{SVG}title").text for g in chart.iter(f"{SVG}g")] == [f"2024-06-02 Iceland: low: “{JUNE.text}”"]
    assert chart.get("aria-label") == "Norway < towards Iceland, by month"


def test_nothing_is_drawn_outside_the_drawing():
    chart = drawn()
    width, height = (float(chart.get(n)) for n in ("width", "height"))
    for e in chart.iter():
        for name, most in (("x", width), ("x1", width), ("x2", width), ("y", height), ("y1", height), ("y2", height)):
            assert 0 <= float(e.get(name, 0)) <= most


def test_changes_are_dashed_lines_with_their_rates_apart_from_each_other():
    papers = [paper(f"2021-{n + 1:02}-28", text=f"Norway acted on Iceland, part {n}.") for n in range(12)]
    acts = [
        reported(act(p, "ACCUSE", f"2021-{n + 1:02}-{day + 1:02}"))
        for n, p in enumerate(papers)
        for day in range(20 if 4 <= n < 8 else 1)
    ]
    chart = drawn(series(view_of(papers, *acts), "NO", "IS"))
    assert sum(e.get("class") == "change" for e in chart.iter(f"{SVG}line")) == 2
    rates = {e.text: e.get("y") for e in chart.iter(f"{SVG}text") if "→" in (e.text or "")}
    assert set(rates) == {"conflict 1 → 20 a month", "conflict 20 → 1 a month"}
    assert len(set(rates.values())) == 2
