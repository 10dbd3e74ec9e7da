import pytest

from detente.ontology.offices import (
    OFFICES,
    PEOPLE,
    TENURES,
    Tenure,
    holders,
    is_unverified,
    main_office,
    people_named,
    people_surnamed,
    tenures_of,
)


@pytest.mark.parametrize(
    ("office", "on", "name"),
    [
        ("CN/foreign_minister", "2012-05-01", "Yang Jiechi"),
        ("CN/foreign_minister", "2015-06-01", "Wang Yi"),
        ("CN/foreign_minister", "2022-12-29", "Wang Yi"),
        ("CN/foreign_minister", "2023-01-15", "Qin Gang"),
        ("CN/foreign_minister", "2023-06-18", "Qin Gang"),
        ("CN/foreign_minister", "2023-07-25", "Wang Yi"),
        ("CN/foreign_minister", "2024-03-07", "Wang Yi"),
        ("CN/defence_minister", "2023-06-02", "Li Shangfu"),
        ("CN/defence_minister", "2022-06-12", "Wei Fenghe"),
        ("CN/defence_minister", "2024-06-01", "Dong Jun"),
        ("CN/head_of_government", "2022-10-01", "Li Keqiang"),
        ("CN/head_of_government", "2023-06-19", "Li Qiang"),
        ("CN/head_of_state", "2012-06", "Hu Jintao"),
        ("CN/party_leader", "2012-12-01", "Xi Jinping"),
        ("CN/ambassador_to_US", "2022-05", "Qin Gang"),
        ("CN/ambassador_to_US", "2023-06-19", "Xie Feng"),
        ("US/head_of_state", "2016", "Barack Obama"),
        ("US/head_of_state", "2021-01-20", "Joe Biden"),
        ("US/head_of_state", "2025-02-01", "Donald Trump"),
        ("US/vice_president", "2012-02-14", "Joe Biden"),
        ("US/foreign_minister", "2014-07-01", "John Kerry"),
        ("US/foreign_minister", "2018-06-12", "Mike Pompeo"),
        ("US/foreign_minister", "2023-06-19", "Antony Blinken"),
        ("US/foreign_minister", "2025-06-01", "Marco Rubio"),
        ("US/intelligence_chief/cia-director", "2017-06-01", "Mike Pompeo"),
        ("US/deputy_foreign_minister/deputy-secretary-of-state", "2015-10-01", "Antony Blinken"),
        ("US/defence_minister", "2023-06-02", "Lloyd Austin"),
        ("US/defence_minister", "2017-06-02", "Jim Mattis"),
        ("US/national_security_adviser", "2023-11-15", "Jake Sullivan"),
        ("US/climate_envoy/special-presidential-envoy-for-climate", "2023-07-17", "John Kerry"),
        ("US/finance_minister", "2023-07-07", "Janet Yellen"),
        ("US/commerce_minister", "2023-08-28", "Gina Raimondo"),
        ("US/trade_minister", "2019-05-10", "Robert Lighthizer"),
        ("US/legislature_speaker/speaker-of-the-house-of-representatives", "2022-08-02", "Nancy Pelosi"),
        ("US/ambassador_to_CN", "2023-06-19", "Nicholas Burns"),
        ("RU/head_of_state", "2010", "Dmitry Medvedev"),
        ("RU/foreign_minister", "2022-03-10", "Sergey Lavrov"),
        ("GB/head_of_government", "2022-10-01", "Liz Truss"),
        ("GB/foreign_minister", "2024-01-01", "David Cameron"),
        ("IN/foreign_minister", "2023-03-02", "S. Jaishankar"),
        ("JP/head_of_government", "2023-05-19", "Fumio Kishida"),
        ("JP/head_of_government", "2015-04-29", "Shinzo Abe"),
        ("KR/head_of_state", "2018-04-27", "Moon Jae-in"),
        ("KR/head_of_state", "2025-12-30", "Lee Jae Myung"),
        ("KP/supreme_leader", "2018-06-12", "Kim Jong Un"),
        ("TR/foreign_minister", "2018-12-25", "Mevlüt Çavuşoğlu"),
        ("TR/foreign_minister", "2023-07-01", "Hakan Fidan"),
        ("IR/foreign_minister", "2016-01-04", "Mohammad Javad Zarif"),
        ("IR/head_of_state", "2016-01-04", "Hassan Rouhani"),
        ("SA/foreign_minister", "2016-01-04", "Adel al-Jubeir"),
        ("SA/foreign_minister", "2023-06-01", "Faisal bin Farhan"),
        ("IL/head_of_government", "2022-08-01", "Yair Lapid"),
        ("UA/head_of_state", "2022-02-24", "Volodymyr Zelensky"),
        ("TW/head_of_state", "2022-08-02", "Tsai Ing-wen"),
        ("PH/head_of_state", "2023-05-01", "Ferdinand Marcos Jr."),
        ("SG/head_of_government", "2020-08-20", "Lee Hsien Loong"),
        ("SG/head_of_government", "2024-06-01", "Lawrence Wong"),
        ("AU/foreign_minister", "2023-01-01", "Penny Wong"),
        ("DE/head_of_government", "2020", "Angela Merkel"),
        ("FR/head_of_state", "2023-04-06", "Emmanuel Macron"),
        ("EU/foreign_minister", "2023-06-01", "Josep Borrell"),
        ("NATO/secretary_general", "2023-06-01", "Jens Stoltenberg"),
        ("UN/secretary_general", "2015-08-21", "Ban Ki-moon"),
        ("HK/head_of_government", "2019-08-01", "Carrie Lam"),
        ("AR/finance_minister", "2025-04-11", "Luis Caputo"),
        ("ES/foreign_minister", "2023-01-15", "José Manuel Albares"),
        ("NL/foreign_minister", "2022-06-01", "Wopke Hoekstra"),
        ("AZ/foreign_minister", "2024-02-01", "Jeyhun Bayramov"),
        ("BH/foreign_minister", "2023-09-13", "Abdullatif bin Rashid Al Zayani"),
        ("GE/head_of_state", "2009-06-01", "Mikheil Saakashvili"),
        ("SD/head_of_state", "2011-06-01", "Omar al-Bashir"),
        ("GB/interior_minister", "2012-06-01", "Theresa May"),
        ("US/ambassador_to_NL", "2019-01-01", "Pete Hoekstra"),
    ],
)
def test_an_office_on_a_date_has_its_holder(office: str, on: str | None, name: str) -> None:
    assert holders(office, on)[0].name == name


@pytest.mark.parametrize(
    ("person", "on", "office"),
    [
        ("wang-yi", "2016-05-01", "CN/foreign_minister"),
        ("wang-yi", "2023-08-01", "CN/foreign_minister"),
        ("antony-blinken", "2015-06-01", "US/deputy_foreign_minister/deputy-secretary-of-state"),
        ("antony-blinken", "2022-06-01", "US/foreign_minister"),
        ("mike-pompeo", "2017-12-01", "US/intelligence_chief/cia-director"),
        ("mike-pompeo", "2019-12-01", "US/foreign_minister"),
        ("joe-biden", "2013-12-05", "US/vice_president"),
        ("xi-jinping", "2012-12-01", "CN/party_leader"),
        ("xi-jinping", "2023", "CN/head_of_state"),
        ("qin-gang", "2022-01-01", "CN/ambassador_to_US"),
        ("mohammed-bin-salman", "2023-01-01", "SA/crown_prince"),
        ("to-lam", "2024-09-01", "VN/supreme_leader"),
    ],
)
def test_a_person_on_a_date_is_named_by_the_highest_office(person: str, on: str | None, office: str) -> None:
    found = main_office(person, on)
    assert found is not None
    assert found[0].id == office
    assert found[1].person_id == person


def test_the_party_head_without_a_ministry_keeps_that_office() -> None:
    found = main_office("wang-yi", "2023-06-19")
    assert found is not None
    assert found[0].role == "party_foreign_affairs_head"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Thórdís Kolbrún Reykfjörd Gylfadóttir", "Þórdís Kolbrún Gylfadóttir"),
        ("AK Abdul Momen", "A. K. Abdul Momen"),
        ("Battsetseg Batmunkh", "Batmunkh Battsetseg"),
        ("Ibn Mubarak Ahmed Awad", None),
        ("Ahmad Awad Bin Mubarak", "Ahmed Awad bin Mubarak"),
        ("Badr Albusaidi", "Badr al-Busaidi"),
        ("Ivica Dacic", "Ivica Dačić"),
        ("Tim Geithner", "Timothy Geithner"),
    ],
)
def test_a_name_is_known_in_its_variants(words: str, name: str | None) -> None:
    assert [p.name for p in people_named(words)] == ([name] if name else [])


def test_nobody_holds_an_office_before_the_first_tenure() -> None:
    assert main_office("jake-sullivan", "1999-01-01") is None
    assert holders("US/foreign_minister", "1930") == []


def test_on_a_day_of_handover_the_new_holder_comes_first_and_the_old_one_second() -> None:
    names = [p.name for p in holders("US/foreign_minister", "2018-04-26")]
    assert names == ["Mike Pompeo", "John Sullivan"]


def test_without_a_date_all_tenures_of_a_person_are_given() -> None:
    offices = {t.office_id for t in tenures_of("john-kerry")}
    assert {"US/foreign_minister", "US/climate_envoy/special-presidential-envoy-for-climate"} <= offices


@pytest.mark.parametrize(
    ("start", "end", "on", "covered"),
    [
        ("2014", "2017", "2014-03-01", True),
        ("2014", "2017", "2017-12-31", True),
        ("2014", "2017", "2013-12-31", False),
        ("2014-05", None, "2014-05-31", True),
        ("2014-05", None, "2014-04-30", False),
        ("2014-05-10", "2015-01-02", "2014", True),
        ("2014-05-10", "2015-01-02", "2015-01", True),
        ("2014-05-10", "2015-01-02", "2015-01-03", False),
        ("2014-05-10", "2015-01-02", None, True),
    ],
)
def test_a_tenure_covers_any_day_that_its_bounds_may_mean(
    start: str,
    end: str | None,
    on: str | None,
    covered: bool,  # noqa: FBT001 - a column of the table
) -> None:
    tenure = Tenure("XX/role", "someone", start, end, acting=False, confidence="high", source="unverified")
    assert tenure.covers(on) is covered


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Antony Blinken", "Antony Blinken"),
        ("Antony J. Blinken", "Antony Blinken"),
        ("Joseph R. Biden Jr.", "Joe Biden"),
        ("Donald J. Trump’s", "Donald Trump"),
        ("Xi Jinping", "Xi Jinping"),
        ("Yi Wang", "Wang Yi"),
        ("Kishida Fumio", "Fumio Kishida"),
        ("Lee Jae-myung", "Lee Jae Myung"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("KIM JONG UN", "Kim Jong Un"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Mevlut Cavusoglu", "Mevlüt Çavuşoğlu"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Adel al Jubeir", "Adel al-Jubeir"),
        ("Adel Jubeir", "Adel al-Jubeir"),
        ("Hassan Rohani", "Hassan Rouhani"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
        ("Luiz Inacio Lula da Silva", "Luiz Inácio Lula da Silva"),
        ("Lan Fo’an", "Lan Fo'an"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Karine Jean Pierre", "Karine Jean-Pierre"),
        ("Bi-khim Hsiao", "Hsiao Bi-khim"),
    ],
)
def test_a_full_name_in_any_spelling_finds_the_person(words: str, name: str) -> None:
    assert [p.name for p in people_named(words)] == [name]


@pytest.mark.parametrize("words", ["Nobody Atall", "Blinken", "", "Secretary"])
def test_words_that_are_no_full_name_find_nobody(words: str) -> None:
    assert people_named(words) == []


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("Blinken", "Antony Blinken"),
        ("Blinken’s", "Antony Blinken"),
        ("Xi", "Xi Jinping"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Kishida", "Fumio Kishida"),
        ("Moon", "Moon Jae-in"),
        ("Assad", "Bashar al-Assad"),
        ("al-Assad", "Bashar al-Assad"),
        ("Le Drian", "Jean-Yves Le Drian"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("Trong", "Nguyen Phu Trong"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Jokowi", "Joko Widodo"),
        ("bin Farhan", "Faisal bin Farhan"),
        ("Anwar", "Anwar Ibrahim"),
    ],
)
def test_a_surname_finds_those_whom_the_press_calls_so(surname: str, name: str) -> None:
    assert name in [p.name for p in people_surnamed(surname)]


def test_a_common_surname_finds_everyone_who_bears_it() -> None:
    assert {"Wang Yi", "Wang Wenbin", "Wang Qishan"} <= {p.name for p in people_surnamed("Wang")}


def test_everyone_is_found_by_name_and_by_family_name() -> None:
    for person in PEOPLE.values():
        assert " " not in person.name or person in people_named(person.name), person
        assert person in people_surnamed(person.family), person


def test_whoever_held_no_office_is_of_the_family_of_one_who_did() -> None:
    held = {t.person_id for t in TENURES}
    families = {PEOPLE[person].family for person in held}
    assert held <= set(PEOPLE)
    assert all(person.family in families for person in PEOPLE.values() if person.id not in held)


def test_every_tenure_has_an_office() -> None:
    assert {t.office_id for t in TENURES} == set(OFFICES)


@pytest.mark.parametrize(
    ("person", "office", "unverified"),
    [
        ("imma-tor", "AD/foreign_minister", True),
        ("maria-ubach", "AD/foreign_minister", True),
        ("antony-blinken", "US/foreign_minister", False),
        ("antony-blinken", "AD/foreign_minister", False),
        ("nobody", "AD/foreign_minister", False),
        (None, None, False),
    ],
)
def test_days_in_office_that_no_checked_source_tells_are_known(person, office, unverified):
    assert is_unverified(person, office) is unverified
