import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ontology.states import STATES, StateName, Via, state_named, states_in


@pytest.mark.parametrize(
    ("words", "code", "via"),
    [
        ("China", "CN", "name"),
        ("the People's Republic of China", "CN", "name"),
        ("the PRC", "CN", "name"),
        ("Beijing", "CN", "capital"),
        ("Zhongnanhai", "CN", "metonym"),
        ("Sino", "CN", "adjective"),
        ("the United States", "US", "name"),
        ("the US", "US", "name"),
        ("U.S.", "US", "name"),
        ("America’s", "US", "name"),
        ("Americans", "US", "adjective"),
        ("Washington", "US", "capital"),
        ("Foggy Bottom", "US", "metonym"),
        ("the Kremlin", "RU", "metonym"),
        ("Cheong Wa Dae", "KR", "metonym"),
        ("Downing Street", "GB", "metonym"),
        ("the UK's", "GB", "name"),
        ("Britons", "GB", "adjective"),
        ("DPRK", "KP", "name"),
        ("Republic of Korea", "KR", "name"),
        ("Korea", "KR", "name"),
        ("Koreans", "KR", "adjective"),
        ("Republic of China", "TW", "name"),
        ("TURKEY", "TR", "name"),
        ("Türkiye", "TR", "name"),
        ("Georgia", "GE", "name"),
        ("Chad", "TD", "name"),
        ("Jordan", "JO", "name"),
        ("Kiev", "UA", "capital"),
        ("Brussels", "EU", "metonym"),
        ("NATO", "NATO", "name"),
        ("Hong Kong", "HK", "name"),
        ("Democratic People’s Republic\nof Korea", "KP", "name"),
    ],
)
def test_a_name_of_a_state_gives_the_state_and_the_way_it_is_named(words: str, code: str, via: Via) -> None:
    assert state_named(words) == StateName(code, via)


@pytest.mark.parametrize("words", ["us", "Us", "who", "turkey", "the kingdom", "Victoria", "Korea Electric", "", "the"])
def test_what_only_looks_like_a_name_gives_no_state(words: str) -> None:
    assert state_named(words) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("China-US talks", ["CN", "US"]),
        ("Sino-US ties have cooled.", ["CN", "US"]),
        ("a U.S.-China working group", ["US", "CN"]),
        ("Ships entered the South China Sea near the Philippines.", ["PH"]),
        ("Officials from New South Wales met them.", []),
        ("The Washington Post asked Washington.", ["US"]),
        ("Beijing Huanjia Communications was listed; Beijing objected.", ["CN"]),
        ("They paid US$5 million to us.", []),
        ("South Koreans and North Koreans", ["KR", "KP"]),
        ("Korea met North Korea on the Korean Peninsula.", ["KR", "KP"]),
        ("The Workers’ Party of Korea has praised its Korean War veterans.", []),
        ("from Niger to Nigeria", ["NE", "NG"]),
        ("Israel Katz flew to Israel.", ["IL"]),
        ("Georgian and Armenian envoys", ["GE", "AM"]),
        ("the one-China policy", []),
        ("Papua New Guinea, Guinea-Bissau and Guinea", ["PG", "GW", "GN"]),
    ],
)
def test_running_text_gives_every_state_and_no_namesake(text: str, codes: list[str]) -> None:
    assert [name.code for _, _, name in states_in(text)] == codes


def test_offsets_cut_the_words_that_name_the_state() -> None:
    text = "In Seoul, Japan’s envoy met South Korean officials."
    assert [text[a:b] for a, b, _ in states_in(text)] == ["Seoul", "Japan", "South Korean"]


@given(st.text(max_size=60))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    spans = [(a, b) for a, b, _ in states_in(text)]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)


def test_there_are_all_members_of_the_united_nations_and_those_the_issue_adds() -> None:
    kinds = {code: state.kind for code, state in STATES.items()}
    partial = {"PS", "VA", "TW", "XK"}
    assert len([c for c, kind in kinds.items() if kind == "state" and c not in partial]) == 193
    assert {"EU", "UN", "NATO", "TW", "XK", "PS", "HK", "MO"} <= kinds.keys()
    assert {c for c, kind in kinds.items() if kind == "territory"} == {"HK", "MO"}


@pytest.mark.parametrize("code", sorted(STATES))
def test_every_state_is_found_by_its_own_name(code: str) -> None:
    found = state_named(STATES[code].name)
    assert found is not None
    assert found.code == code
