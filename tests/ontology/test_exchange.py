"""Codes of other event data sets: every table against the codebook and against each other."""

from statistics import median

import pytest

from detente.errors import ChoiceError, OntologyError
from detente.model.findings import Sector
from detente.ontology import exchange
from detente.ontology.exchange import cameo_codes, cameo_of, columns, older_of, sector_codes, state_codes
from detente.ontology.lexicon import rows
from detente.ontology.plover import QUADS, TYPES, intensity, modes
from detente.ontology.states import STATES

EVERY = [(type_, mode) for type_ in TYPES for mode in (None, *modes().get(type_, ()))]
BACK = {row["cameo"]: row for row in rows("plover/mapping_cameo_plover")}
NO_WAY_BACK = {("RETREAT", None): "CONCEDE", ("RETREAT", "resign"): "CONCEDE", ("SANCTION", "convict"): "COERCE"}


@pytest.mark.parametrize(("type_", "mode"), EVERY)
def test_a_code_leads_back_to_its_type_but_for_three_that_say_so(type_, mode):
    back = BACK[cameo_of(type_, mode).code]["plover16_type"]
    assert back == NO_WAY_BACK.get((type_, mode), type_)
    if (type_, mode) in NO_WAY_BACK:
        notes = {(r["type"], r["mode"]): r["note"] for r in rows("plover/mapping_plover_cameo")}
        assert f"read back it is {back}" in notes[type_, mode or ""]


@pytest.mark.parametrize(("type_", "mode"), EVERY)
def test_a_code_is_of_the_second_level_at_least_and_has_a_base_a_root_and_a_value(type_, mode):
    cameo = cameo_of(type_, mode)
    assert len(cameo.code) in {3, 4}
    assert {cameo.base, cameo.root} <= set(cameo_codes())
    assert cameo.goldstein is not None


def test_cooperation_stays_cooperation_in_quad_and_value():
    for type_, mode in EVERY:
        cameo = cameo_of(type_, mode)
        assert (cameo.quad <= 2) == (QUADS[type_] <= 2) == (cameo.goldstein > 0)


def test_the_codes_are_those_that_map_to_plover_with_zeros_and_quads_by_root():
    assert set(cameo_codes()) == set(BACK)
    roots = {code.root: code.quad for code in cameo_codes().values()}
    assert [roots[f"{n:02}"] for n in range(1, 21)] == [1] * 5 + [2] * 3 + [3] * 5 + [4] * 7


@pytest.mark.parametrize("type_", [t for t in TYPES if t != "REQUEST"])
def test_the_median_of_the_values_is_the_intensity_of_the_other_scale(type_):
    own = (c for c, row in BACK.items() if row["plover16_type"] == type_ and "guide" not in row["note"])
    codes = [cameo_codes()[c] for c in own if len(c) > 2]
    values = [c.goldstein for c in codes if c.goldstein is not None] + [-4.0] * sum(c.goldstein is None for c in codes)
    scale = next(r["scale"] for r in rows("plover/intensity") if "goldstein" in r["scale"])
    assert median(values) == pytest.approx(intensity(type_, scale=scale), abs=0.051)


def test_the_older_types_are_reached_and_investigating_is_one_of_its_own():
    assert {older_of(t, m).type for t, m in EVERY} == set(TYPES) - {"REQUEST", "ACCUSE"} | {
        "DEMAND",
        "DISAPPROVE",
        "INVESTIGATE",
    }
    assert (older_of("ACCUSE", "investigate").type, older_of("ACCUSE", "allege").type) == ("INVESTIGATE", "DISAPPROVE")


def test_an_unknown_mode_has_the_code_of_its_type():
    assert cameo_of("ASSAULT", "hexing") == cameo_of("ASSAULT", None)


@pytest.mark.parametrize(("layout", "count"), [("polecat", 40), ("icews", 20), ("gdelt", 61)])
def test_a_layout_has_its_columns_once_each_in_order(layout, count):
    places = [int(row["position"]) for row in rows("plover/columns") if row["format"] == layout]
    assert len(set(columns(layout))) == count
    assert places == list(range(1, count + 1))


def test_an_unknown_layout_is_refused_with_those_there_are():
    with pytest.raises(ChoiceError, match="there are polecat, icews, gdelt"):
        columns("acled")


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        ("US", ("USA", "2", "USA", "USA", "", "US")),
        ("CN", ("CHN", "710", "CHN", "CHN", "", "CH")),
        ("GB", ("GBR", "200", "UKG", "GBR", "", "UK")),
        ("DE", ("DEU", "255", "GMY", "DEU", "", "GM")),
        ("RO", ("ROU", "360", "ROM", "ROM", "", "RO")),
        ("XK", ("", "347", "KOS", "", "", "KV")),
        ("PS", ("PSE", "", "", "PSE", "", "WE")),
        ("NATO", ("", "", "", "", "NAT", "")),
        ("??", ("", "", "", "", "", "")),
    ],
)
def test_states_have_the_codes_of_others_and_empty_ones_where_there_are_none(state, codes):
    assert tuple(state_codes(state)) == codes


def test_every_state_is_listed_and_no_code_is_given_twice():
    listed = [row["state"] for row in rows("plover/states")]
    assert listed == list(STATES)
    for field in ("iso3", "cow", "cow_abbreviation", "cameo_country", "cameo_group", "fips"):
        given = [getattr(state_codes(state), field) for state in listed if getattr(state_codes(state), field)]
        assert len(given) == len(set(given)), field


def test_every_sector_is_listed_and_an_unknown_one_has_no_codes():
    assert [row["sector"] for row in rows("plover/sectors")] == list(Sector.__args__)
    assert sector_codes("GOV") == ("GOV", "Government")
    assert sector_codes(None) == ("", "")


@pytest.mark.parametrize(
    ("table", "change", "reason"),
    [
        ("plover/mapping_plover_cameo", lambda r: r[1:], "no row for AGREE"),
        ("plover/mapping_plover_cameo", lambda r: [{**r[0], "cameo": "30"}, *r[1:]], "no CAMEO code 30"),
        ("plover/mapping_plover_cameo", lambda r: [*r, {**r[0], "mode": "hexing"}], "AGREE hexing is no type and mode"),
        ("plover/mapping_16_18", lambda r: [{**r[0], "plover18_type": "HEX"}, *r[1:]], "HEX is none of the older"),
    ],
)
def test_a_table_that_leaves_something_out_or_names_what_is_not_there_is_refused(monkeypatch, table, change, reason):
    monkeypatch.setattr(exchange, "rows", lambda name: change(rows(name)) if name == table else rows(name))
    load = exchange._to_older if table.endswith("18") else exchange._to_cameo
    with pytest.raises(OntologyError, match=reason):
        load.__wrapped__()
