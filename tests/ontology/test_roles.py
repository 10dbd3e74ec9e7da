import pytest

from detente.ontology.offices import OFFICES
from detente.ontology.roles import ROLES, RoleMatch, holder_described, role_described, role_of


@pytest.mark.parametrize(
    ("words", "state", "role"),
    [
        ("the top US diplomat", "US", "foreign_minister"),
        ("America's top diplomat", "US", "foreign_minister"),
        ("the top US ambassador", "US", "foreign_minister"),
        ("Secretary of State", "US", "foreign_minister"),
        ("the US state secretary", "US", "foreign_minister"),
        ("Chinese Foreign Minister", "CN", "foreign_minister"),
        ("China’s Minister of Foreign Affairs", "CN", "foreign_minister"),
        ("foreign minister", None, "foreign_minister"),
        ("U.S. President", "US", "head_of_state"),
        ("Iran's president", "IR", "head_of_state"),
        ("President of the United States", "US", "head_of_state"),
        ("Argentina's economy minister", "AR", "finance_minister"),
        ("Spain's Economy Minister", "ES", "finance_minister"),
        ("India's home minister", "IN", "interior_minister"),
        ("Russian minister of internal affairs", "RU", "interior_minister"),
        ("the British prime minister", "GB", "head_of_government"),
        ("the German chancellor", "DE", "head_of_government"),
        ("Britain's Chancellor", "GB", "finance_minister"),
        ("the Canadian leader", "CA", "head_of_government"),
        ("the North Korean leader", "KP", "supreme_leader"),
        ("Pentagon chief", "US", "defence_minister"),
        ("US Defense Secretary", "US", "defence_minister"),
        ("Philippine defence secretary", "PH", "defence_minister"),
        ("White House national security adviser", "US", "national_security_adviser"),
        ("national security advisor", None, "national_security_adviser"),
        ("White House press secretary", "US", "white_house_spokesperson"),
        ("Kremlin spokesman", "RU", "presidential_spokesperson"),
        ("State Department spokeswoman", "US", "foreign_ministry_spokesperson"),
        ("a Chinese Foreign Ministry spokesperson", "CN", "foreign_ministry_spokesperson"),
        ("US ambassador to China", "US", "ambassador_to_CN"),
        ("China's ambassador in Washington", "CN", "ambassador_to_US"),
        ("US Ambassador to the United Nations", "US", "ambassador_to_UN"),
        ("Indian foreign secretary", "IN", "deputy_foreign_minister"),
        ("British foreign secretary", "GB", "foreign_minister"),
        ("EU foreign policy chief", "EU", "foreign_minister"),
        ("European Commission President", "EU", "head_of_government"),
        ("NATO Secretary-General", "NATO", "secretary_general"),
        ("U.S. climate envoy", "US", "climate_envoy"),
        ("US Special Presidential Envoy for Climate", "US", "climate_envoy"),
        ("Chinese state councillor", "CN", "state_councilor"),
        ("the US vice president", "US", "vice_president"),
        ("the Japanese emperor", "JP", "head_of_state"),
    ],
)
def test_a_description_gives_its_state_and_the_likeliest_class_of_office(
    words: str, state: str | None, role: str
) -> None:
    found = role_described(words)
    assert found is not None
    assert (found.state, found.roles[0]) == (state, role)


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("former US secretary of state", {"former": True}),
        ("the ex-president of France", {"former": True}),
        ("then-Secretary of State", {"former": True}),
        ("South Korea's acting president", {"acting": True}),
        ("deputy defence minister of Russia", {"deputy": True}),
    ],
)
def test_how_an_office_is_held_is_told_apart(words: str, match: dict[str, bool]) -> None:
    found = role_described(words)
    assert isinstance(found, RoleMatch)
    assert {f: True for f in ("former", "acting", "deputy") if getattr(found, f)} == match


@pytest.mark.parametrize(
    "words",
    ["", "the", "China", "senior State Department official", "the two sides", "secretary", "a farmer", "US officials"],
)
def test_words_that_describe_no_single_office_give_none(words: str) -> None:
    assert role_described(words) is None


@pytest.mark.parametrize(
    ("words", "on", "name"),
    [
        ("the top US diplomat", "2023-06-19", "Antony Blinken"),
        ("the Chinese Foreign Minister", "2023-06-19", "Qin Gang"),
        ("China's top diplomat", "2022-06-13", "Yang Jiechi"),
        ("China's top diplomat", "2023-06-19", "Wang Yi"),
        ("China's foreign minister", "2023-12-01", "Wang Yi"),
        ("the Chinese leader", "2012-12-15", "Hu Jintao"),
        ("the Chinese leader", "2023-11-15", "Xi Jinping"),
        ("the Turkish leader", "2018-12-25", "Recep Tayyip Erdoğan"),
        ("the Vietnamese leader", "2023-09-10", "Nguyen Phu Trong"),
        ("the US deputy secretary of state", "2021-07-26", "Wendy Sherman"),
        ("South Korea's acting president", "2025-01-05", "Choi Sang-mok"),
        ("US ambassador to China", "2018-06-01", "Terry Branstad"),
        ("the UN secretary-general", "2023-01-01", "António Guterres"),
        ("Saudi Crown Prince", "2022-07-15", "Mohammed bin Salman"),
        ("the European Council president", "2022-04-01", "Charles Michel"),
        ("the CIA director", "2023-05-01", "William Burns"),
    ],
)
def test_a_description_on_a_date_finds_the_holder_first(words: str, on: str | None, name: str) -> None:
    assert holder_described(words, on)[0][0].name == name


def test_a_description_without_a_state_takes_the_one_that_is_given() -> None:
    assert holder_described("the prime minister", "2023-06-01") == []
    person, office, tenure = holder_described("the prime minister", "2023-06-01", "GB")[0]
    assert (person.name, office.title, tenure.end) == ("Rishi Sunak", "Prime Minister", "2024-07-05")


def test_former_holders_come_latest_first_and_without_the_present_one() -> None:
    names = [p.name for p, _, _ in holder_described("former Secretary of State", "2023-06-19")]
    assert names[:3] == ["Mike Pompeo", "Rex Tillerson", "John Kerry"]
    assert "Antony Blinken" not in names


def test_several_holders_of_one_class_are_all_given() -> None:
    names = {p.name for p, _, _ in holder_described("a Chinese vice premier", "2023-06-19")}
    assert {"He Lifeng", "Ding Xuexiang"} <= names


def test_every_office_belongs_to_a_known_class() -> None:
    assert {role_of(office.role).name for office in OFFICES.values()} <= ROLES.keys()


def test_legislators_do_not_speak_for_their_state() -> None:
    assert not role_of("legislature_speaker").speaks_for_state
    assert role_of("ambassador_to_CN").speaks_for_state
