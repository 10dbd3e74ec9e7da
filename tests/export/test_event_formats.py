"""Events in the layouts of other data sets."""

import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ChoiceError
from detente.export.event_formats import EVENT_FORMATS, event_format, write_events
from detente.export.event_rows import event_rows
from detente.ontology.exchange import cameo_codes, columns
from detente.ontology.plover import TYPES, modes
from invented_acts import act, paper, reported, view_of

MARCH, APRIL = paper("2024-03-10"), paper("2024-04-02", "Coast Radio")
EVERY = pytest.mark.parametrize("form", EVENT_FORMATS, ids=lambda f: f.name)


def table(name, *entries, documents=(MARCH, APRIL), states=("NO", "IS", "SE", "UN")):
    form = event_format(name)
    view = replace(view_of(list(documents), *entries), states=states)
    text = write_events(view, form).text
    options = {"sep": "\t", "dtype": str, "keep_default_na": False, "quoting": 3}
    head = {} if form.header else {"header": None, "names": columns(form.layout)}
    return pd.read_csv(io.StringIO(text), **options, **head).to_dict("records")


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(ChoiceError, match="there are polecat, plover18, icews, gdelt"):
        event_format("acled")


@EVERY
def test_each_event_stands_there_once_with_no_more_and_no_fewer_fields_than_the_layout_has(form):
    twice = reported(act(MARCH, "ACCUSE", "2024-03-08"), act(APRIL, "ACCUSE", "2024-03-08"))
    lines = write_events(view_of([MARCH, APRIL], twice), form).text.splitlines()
    assert len(lines) == 1 + form.header
    assert {line.count("\t") + 1 for line in lines} == {len(columns(form.layout))}


@EVERY
def test_only_what_was_done_is_written(form):
    planned = reported(act(MARCH, "AID", "2024-03-08", status="planned"))
    done = write_events(view_of([MARCH], planned), form)
    assert (done.events, done.undated, done.elsewhere, len(done.text.splitlines())) == (0, 0, 0, int(form.header))


@EVERY
@given(type_=st.sampled_from(TYPES), data=st.data())
def test_every_type_and_mode_can_be_written_and_what_a_row_fills_is_a_column(form, type_, data):
    mode = data.draw(st.sampled_from((None, *modes().get(type_, ()))))
    document = paper("2024-03-10", publisher="A\tB\nC")
    view = view_of([document], reported(act(document, type_, "2024-03-08", mode=mode, actor="Jon\tFalk\r\nBrim")))
    lines = write_events(view, form).text.splitlines()
    assert {line.count("\t") + 1 for line in lines} == {len(columns(form.layout))}
    assert any("jon falk brim" in line.lower() for line in lines)
    assert all(set(row) <= set(columns(form.layout)) for told in event_rows(view) for row in form.rows(told))


def test_polecat_has_plovers_codes_cow_beside_iso_and_lists_with_semicolons():
    one = act(
        MARCH,
        "COERCE",
        "2024-03-08",
        mode="arrest",
        by=("NO", "SE"),
        contexts=("legal", "migration"),
        recipient="Jon Falk",
        recipient_sector="GOV",
        place="Reykjavik",
    )
    (row,) = table("polecat", reported(one))
    assert (row["Event Type"], row["Event Mode"], row["Intensity"], row["Quad Code"]) == (
        "COERCE",
        "arrest",
        "-7.2",
        "MATERIAL CONFLICT",
    )
    assert (row["Event Date"], row["Contexts"]) == ("2024-03-08", "legal; migration")
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Norway; Sweden", "NOR; SWE", "385; 380")
    assert (row["Recipient Name"], row["Recipient COW"], row["Primary Recipient Sector"]) == ("Jon Falk", "395", "GOV")
    assert (row["Placename"], row["City"], row["Country"]) == ("Reykjavik", "Reykjavik", "ISL")
    assert (row["Source"], row["Publication Date"], row["Language"]) == ("Harbour Press", "2024-03-10", "en")
    assert row["Version"] == "plover-16/2021 plover-scores-0.8 plover16-exchange/1"


def test_conceding_is_verbal_in_polecat_and_the_older_types_have_their_names():
    entry = reported(act(MARCH, "CONCEDE", "2024-03-08"))
    assert table("polecat", entry)[0]["Quad Code"] == "VERBAL COOPERATION"
    older = [
        table("plover18", reported(act(MARCH, t, "2024-03-08", mode=m)))[0]
        for t, m in (
            ("REQUEST", "meet"),
            ("ACCUSE", "investigate"),
            ("CONSULT", "phone"),
        )
    ]
    assert [(row["Event Type"], row["Event Mode"]) for row in older] == [
        ("DEMAND", ""),
        ("INVESTIGATE", ""),
        ("CONSULT", "phone"),
    ]
    assert {row["Version"] for row in older} == {"plover-18 plover-scores-0.8 plover16-exchange/1"}


def test_icews_has_names_texts_and_codes_with_zeros():
    (row,) = table("icews", reported(act(MARCH, "AGREE", "2024-03-08", actor="Astrid Holm", actor_sector="GOV")))
    assert (row["CAMEO Code"], row["Event Text"], row["Intensity"]) == (
        "030",
        "Express intent to cooperate, not specified below",
        "4.0",
    )
    assert (row["Source Name"], row["Source Sectors"], row["Source Country"]) == ("Astrid Holm", "Government", "Norway")
    assert (row["Target Name"], row["Target Sectors"], row["Target Country"]) == ("Iceland", "", "Iceland")
    assert (row["Event Date"], row["Publisher"], row["Sentence Number"]) == ("2024-03-08", "Harbour Press", "")


def test_gdelt_has_code_base_and_root_days_in_four_spellings_and_counts():
    entry = reported(
        act(MARCH, "RETREAT", "2024-03-08", mode="withdraw", place="Iceland"), act(APRIL, "RETREAT", "2024-03-08")
    )
    (row,) = table("gdelt", entry)
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("0874", "087", "08")
    assert (row["QuadClass"], row["GoldsteinScale"]) == ("2", "10.0")
    assert [row[c] for c in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == [
        "20240308",
        "202403",
        "2024",
        "2024.1863",
    ]
    assert [row[f"Num{c}"] for c in ("Mentions", "Sources", "Articles")] == ["2", "2", "2"]
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor2CountryCode"]) == ("NOR", "NORWAY", "ISL")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == ("1", "Iceland", "IC")
    assert (row["DATEADDED"], row["SOURCEURL"]) == ("20240310000000", "https://press.example/a")
    assert (row["IsRootEvent"], row["AvgTone"], row["Actor1Geo_Type"]) == ("1", "", "")


def test_an_organisation_is_a_known_group_and_a_sector_a_role():
    (row,) = table("gdelt", reported(act(MARCH, "AID", "2024-03-08", by=("UN",), recipient_sector="MIL")))
    assert [row[f"Actor1{c}"] for c in ("Code", "CountryCode", "KnownGroupCode", "Type1Code")] == [
        "UNOIGO",
        "",
        "UNO",
        "IGO",
    ]
    assert (row["Actor2Code"], row["Actor2Type1Code"]) == ("ISLMIL", "MIL")


def test_an_event_further_down_is_no_root_event():
    deep = paper("2024-03-10", text="Herring was dear on Monday, traders said.\n\nNorway acted on Iceland, they added.")
    words = deep.span(43, len(deep.text))
    later = replace(act(deep, "AID", "2024-03-08"), evidence=(words,))
    assert table("gdelt", reported(later), documents=[deep])[0]["IsRootEvent"] == "0"


@pytest.mark.parametrize("name", ["icews", "gdelt"])
@pytest.mark.parametrize(
    ("type_", "told", "pairs"),
    [
        ("ACCUSE", {}, [("Norway", "Iceland")]),
        ("ACCUSE", {"by": ("NO", "SE")}, [("Norway", "Iceland"), ("Sweden", "Iceland")]),
        ("CONSULT", {}, [("Norway", "Iceland"), ("Iceland", "Norway")]),
        ("AGREE", {"by": ("NO", "IS"), "to": ("NO", "IS")}, [("Norway", "Iceland"), ("Iceland", "Norway")]),
    ],
)
def test_a_layout_of_one_actor_has_a_row_for_each_pair_with_a_number_of_its_own(name, type_, told, pairs):
    rows = table(name, reported(act(MARCH, type_, "2024-03-08", **told)))
    fields = ("Source Name", "Target Name") if name == "icews" else ("Actor1Name", "Actor2Name")
    assert [tuple(row[f].lower() for f in fields) for row in rows] == [tuple(n.lower() for n in p) for p in pairs]
    numbers = [int(row["Event ID" if name == "icews" else "GLOBALEVENTID"]) for row in rows]
    assert len(set(numbers)) == len(pairs)
    assert max(numbers) < 2**63


@pytest.mark.parametrize(
    ("states", "pairs"),
    [(("NO", "IS"), {"NORISL"}), (("NO",), {"NORISL", "NORDNK"}), (("NO", "IS", "DK"), {"NORISL", "NORDNK"})],
)
def test_of_an_act_of_many_only_the_pairs_asked_for_are_written(states, pairs):
    rows = table("gdelt", reported(act(MARCH, "ACCUSE", "2024-03-08", by=("NO", "SE"), to=("IS", "DK"))), states=states)
    assert {row["Actor1Code"] + row["Actor2Code"] for row in rows} == pairs


@EVERY
@pytest.mark.parametrize(
    ("told", "among_two", "of_one"),
    [
        ({}, 1, 1),
        ({"to": ()}, 0, 1),
        ({"to": ("SE",)}, 0, 1),
        ({"by": ("SE",), "to": ("IS",)}, 0, 0),
        ({"by": ("NO",), "to": ("NO",), "recipient": "strikers"}, 0, 1),
    ],
)
def test_of_two_states_what_is_between_them_is_written_and_of_one_all_it_does_and_meets(form, told, among_two, of_one):
    view = view_of([MARCH], reported(act(MARCH, "COERCE", "2024-03-08", **told)))
    for states, written in ((("NO", "IS"), among_two), (("NO",), of_one)):
        done = write_events(replace(view, states=states), form)
        assert (done.events, done.elsewhere) == (written, 1 - written)
        assert len(done.text.splitlines()) == written + form.header


@pytest.mark.parametrize(
    ("place", "kind"),
    [("Iceland", "1"), ("Seattle", "3"), ("Reykjavik", "4"), ("the harbour", "0"), (None, "0")],
)
def test_gdelt_tells_what_kind_of_place_it_is(place, kind):
    assert table("gdelt", reported(act(MARCH, "AID", "2024-03-08", place=place)))[0]["ActionGeo_Type"] == kind


@pytest.mark.parametrize(
    ("date", "polecat", "gdelt", "left_out"),
    [
        ("2024-03-08", "2024-03-08", "20240308", 0),
        (None, "", "20240310", 0),
        ("2024-03", "", None, 1),
        ("2024", "", None, 1),
    ],
)
def test_no_day_is_made_up_but_gdelt_takes_that_of_the_report_where_no_date_is(date, polecat, gdelt, left_out):
    entry = reported(act(MARCH, "AID", date))
    assert table("polecat", entry)[0]["Event Date"] == polecat
    done = write_events(view_of([MARCH], entry), event_format("gdelt"))
    assert (done.undated, done.text.split("\t")[1] if done.text else None) == (left_out, gdelt)


def test_codes_that_are_written_are_codes_that_there_are():
    acts = [reported(act(MARCH, t, "2024-03-08", mode=m)) for t in TYPES for m in (None, *modes().get(t, ()))]
    codes = {row[c] for row in table("gdelt", *acts) for c in ("EventCode", "EventBaseCode", "EventRootCode")}
    assert codes <= set(cameo_codes())
    assert {row["CAMEO Code"] for row in table("icews", *acts)} <= set(cameo_codes())
