import pytest

from detente.ontology.bodies import BODIES, body_named, ministry


@pytest.mark.parametrize(
    ("words", "name", "state", "role"),
    [
        ("the State Department", "US State Department", "US", "foreign_ministry"),
        ("Foggy Bottom", "US State Department", "US", "foreign_ministry"),
        ("the White House", "White House", "US", "head_of_state_office"),
        ("the Pentagon", "Pentagon", "US", "defence_ministry"),
        ("the Commerce Department", "US Commerce Department", "US", "commerce_ministry"),
        ("the Kremlin", "Kremlin", "RU", "head_of_state_office"),
        ("China's Foreign Ministry", "Chinese Foreign Ministry", "CN", "foreign_ministry"),
        ("Chinese foreign ministry", "Chinese Foreign Ministry", "CN", "foreign_ministry"),
        (
            "the Ministry of Foreign Affairs of the People's Republic of China",
            "Chinese Foreign Ministry",
            "CN",
            "foreign_ministry",
        ),
        ("Saudi Foreign Ministry", "Saudi Foreign Ministry", "SA", "foreign_ministry"),
        ("Iran’s Foreign Ministry", "Iranian Foreign Ministry", "IR", "foreign_ministry"),
        ("Singapore's Ministry of Foreign Affairs", "Singaporean Foreign Ministry", "SG", "foreign_ministry"),
        ("British Foreign Ministry", "UK Foreign Office", "GB", "foreign_ministry"),
        ("Russia's Defense Ministry", "Russian Defence Ministry", "RU", "defence_ministry"),
        ("the Chinese Embassy in Washington", "Chinese Embassy", "CN", "embassy"),
        ("the U.S. Embassy", "US Embassy", "US", "embassy"),
        ("KCNA", "Korean Central News Agency", "KP", "organ"),
        ("Xinhua News Agency", "Xinhua", "CN", "organ"),
        ("CCTV’s", "CCTV", "CN", "organ"),
        ("Yonhap", "Yonhap", None, "press"),
        ("Reuters", "Reuters", None, "press"),
        ("Government of the United States of America", "US government", "US", "government"),
    ],
)
def test_a_body_is_known_by_its_names_and_by_pattern(words: str, name: str, state: str | None, role: str) -> None:
    found = body_named(words)
    assert found is not None
    assert (found.name, found.state, found.role) == (name, state, role)


@pytest.mark.parametrize("words", ["foreign ministry", "Foreign Ministry", "the kingdom", "Acme Corp", "", "China"])
def test_words_that_name_no_body_of_a_known_state_give_none(words: str) -> None:
    assert body_named(words) is None


def test_a_ministry_without_its_state_is_that_of_the_state_at_hand() -> None:
    found = body_named("the Foreign Ministry", "CN")
    assert found is not None
    assert found.name == "Chinese Foreign Ministry"


def test_a_ministry_is_found_by_state_and_class() -> None:
    names = [body.name for body in (ministry("US", "foreign_ministry"), ministry("VN", "foreign_ministry")) if body]
    assert names == ["US State Department", "Vietnamese Foreign Ministry"]


def test_official_organs_carry_their_state_and_the_ordinary_press_none() -> None:
    assert {b.state for b in BODIES.values() if b.role == "press"} == {None}
    assert None not in {b.state for b in BODIES.values() if b.role == "organ"}
