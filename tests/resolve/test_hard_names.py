"""Sixty names that are easily taken for somebody else's: who is meant, and which office they held on the day."""

from collections.abc import Callable

import pytest

from detente.resolve.people import resolve_mentions
from detente.text.reading import Mention, Reading

Read = Callable[..., Reading]


def mention(reading: Reading, words: str) -> Mention:
    """The mention that reads so."""
    return next(m for m in resolve_mentions(reading) if " ".join(m.text.split()) == words)


HELD = [
    (
        "2023-08-01",
        "Li Keqiang rested while Minister Li flew to Moscow.",
        "Minister Li",
        "Li Shangfu",
        "CN/defence_minister",
    ),
    ("2023-08-01", "Premier Li received the bankers.", "Premier Li", "Li Qiang", "CN/head_of_government"),
    ("2020-05-01", "Premier Li opened the congress.", "Premier Li", "Li Keqiang", "CN/head_of_government"),
    ("2023-08-01", "Defence Minister Li flew to Moscow.", "Defence Minister Li", "Li Shangfu", "CN/defence_minister"),
    ("2023-08-01", "Foreign Minister Wang stayed at home.", "Foreign Minister Wang", "Wang Yi", "CN/foreign_minister"),
    (
        "2023-08-01",
        "Mr. Wang, the commerce minister, flew to Brussels.",
        "Mr. Wang, the commerce minister",
        "Wang Wentao",
        "CN/commerce_minister",
    ),
    ("2015-06-01", "Wang Qishan stayed and Wang Yi was in Vienna.", "Wang Yi", "Wang Yi", "CN/foreign_minister"),
    ("2023-07-26", "Qin Gang was gone and Wang Yi was back.", "Wang Yi", "Wang Yi", "CN/foreign_minister"),
    ("2023-07-01", "Qin Gang came before Wang Yi did.", "Qin Gang", "Qin Gang", "CN/foreign_minister"),
    ("2018-06-12", "Kim Yong Nam followed Kim Jong Un.", "Kim Jong Un", "Kim Jong Un", "KP/supreme_leader"),
    ("2018-06-12", "Kim Jong Un followed Kim Yong Nam.", "Kim Yong Nam", "Kim Yong Nam", "KP/head_of_state"),
    (
        "2023-03-07",
        "Kim Sung-han, the national security adviser, watched Kim Jong Un.",
        "Kim Sung-han, the national security adviser",
        "Kim Sung-han",
        "KR/national_security_adviser",
    ),
    ("1990-09-01", "President Bush addressed Congress.", "President Bush", "George H. W. Bush", "US/head_of_state"),
    ("2003-03-19", "President Bush addressed the nation.", "President Bush", "George W. Bush", "US/head_of_state"),
    ("2009-02-09", "Secretary Clinton landed in Seoul.", "Secretary Clinton", "Hillary Clinton", "US/foreign_minister"),
    ("1998-06-27", "President Clinton landed in Beijing.", "President Clinton", "Bill Clinton", "US/head_of_state"),
    ("2006-07-10", "Secretary Rice flew to Beirut.", "Secretary Rice", "Condoleezza Rice", "US/foreign_minister"),
    (
        "2013-07-10",
        "National Security Advisor Rice briefed the senators.",
        "National Security Advisor Rice",
        "Susan Rice",
        "US/national_security_adviser",
    ),
    ("2015-07-14", "Secretary Kerry left Vienna first.", "Secretary Kerry", "John Kerry", "US/foreign_minister"),
    (
        "2021-04-22",
        "John Kerry, special presidential envoy for climate, opened the day.",
        "John Kerry, special presidential envoy for climate",
        "John Kerry",
        "US/climate_envoy/special-presidential-envoy-for-climate",
    ),
    (
        "2008-08-08",
        "Prime Minister Putin flew to Beijing.",
        "Prime Minister Putin",
        "Vladimir Putin",
        "RU/head_of_government",
    ),
    ("2008-08-08", "President Medvedev stayed in Sochi.", "President Medvedev", "Dmitry Medvedev", "RU/head_of_state"),
    ("2000-06-01", "President Putin gave lunch.", "President Putin", "Vladimir Putin", "RU/head_of_state"),
    ("2021-11-01", "Chancellor Merkel waved.", "Chancellor Merkel", "Angela Merkel", "DE/head_of_government"),
    (
        "2021-11-01",
        "Finance Minister Scholz took notes.",
        "Finance Minister Scholz",
        "Olaf Scholz",
        "DE/finance_minister",
    ),
    ("2022-02-15", "Chancellor Scholz flew to Moscow.", "Chancellor Scholz", "Olaf Scholz", "DE/head_of_government"),
    (
        "2017-05-10",
        "President Hollande chaired his last cabinet.",
        "President Hollande",
        "François Hollande",
        "FR/head_of_state",
    ),
    (
        "2022-09-07",
        "Prime Minister Truss named a cabinet.",
        "Prime Minister Truss",
        "Liz Truss",
        "GB/head_of_government",
    ),
    (
        "2024-06-01",
        "Prime Minister Wong cut the ribbon.",
        "Prime Minister Wong",
        "Lawrence Wong",
        "SG/head_of_government",
    ),
    (
        "2018-04-20",
        "Acting Secretary of State John Sullivan chaired the talks.",
        "Acting Secretary of State John Sullivan",
        "John Sullivan",
        "US/foreign_minister",
    ),
    (
        "2019-03-01",
        "Acting Defense Secretary Patrick Shanahan flew to Kabul.",
        "Acting Defense Secretary Patrick Shanahan",
        "Patrick Shanahan",
        "US/defence_minister",
    ),
    (
        "2023-07-10",
        "Wang Yi, director of the Office of the Central Foreign Affairs Commission, sat down.",
        "Wang Yi, director of the Office of the Central Foreign Affairs Commission",
        "Wang Yi",
        "CN/party_foreign_affairs_head/director-of-the-office-of-the-central-foreign-affairs-commission",
    ),
    (
        "2022-11-14",
        "Xi Jinping, general secretary of the Communist Party, arrived. The Chinese president slept.",
        "The Chinese president",
        "Xi Jinping",
        "CN/head_of_state",
    ),
    (
        "2023-09-10",
        "General Secretary Nguyen Phu Trong opened the door.",
        "General Secretary Nguyen Phu Trong",
        "Nguyen Phu Trong",
        "VN/supreme_leader",
    ),
    (
        "2023-09-10",
        "President Vo Van Thuong gave lunch.",
        "President Vo Van Thuong",
        "Vo Van Thuong",
        "VN/head_of_state",
    ),
    ("2022-06-01", "Kishida Fumio dined alone.", "Kishida Fumio", "Fumio Kishida", "JP/head_of_government"),
    ("2013-02-22", "Abe Shinzo came to Washington.", "Abe Shinzo", "Shinzo Abe", "JP/head_of_government"),
    (
        "2022-08-01",
        "President Yoon Suk-yeol was on leave.",
        "President Yoon Suk-yeol",
        "Yoon Suk-yeol",
        "KR/head_of_state",
    ),
    (
        "2019-12-09",
        "Volodymyr Zelenskiy came to Paris.",
        "Volodymyr Zelenskiy",
        "Volodymyr Zelenskiy",
        "UA/head_of_state",
    ),
    ("2018-12-20", "Sergei Lavrov phoned Ankara.", "Sergei Lavrov", "Sergei Lavrov", "RU/foreign_minister"),
    (
        "2023-02-01",
        "President Tayyip Erdoğan hung up.",
        "President Tayyip Erdoğan",
        "Recep Tayyip Erdoğan",
        "TR/head_of_state",
    ),
    (
        "2022-07-01",
        "Prime Minister Støre poured the coffee.",
        "Prime Minister Støre",
        "Jonas Gahr Støre",
        "NO/head_of_government",
    ),
    (
        "2023-05-07",
        "Sheikh Tahnoon bin Zayed Al Nahyan took the call.",
        "Sheikh Tahnoon bin Zayed Al Nahyan",
        "Tahnoon bin Zayed Al Nahyan",
        "AE/national_security_adviser",
    ),
    ("2021-09-15", "General Milley flew to Kabul.", "General Milley", "Mark Milley", "US/chief_of_defence"),
    ("2024-07-01", "Dong Jun bowed. Admiral Dong smiled.", "Admiral Dong", "Dong Jun", "CN/defence_minister"),
    ("2022-03-01", "Chairman Powell left the room.", "Chairman Powell", "Jerome Powell", "US/central_bank_governor"),
    ("2022-03-01", "Senators Shaheen and Hassan stood up.", "Senators Shaheen", "Jeanne Shaheen", "US/senator"),
]
"""Day, text, the words, who is meant, the office held."""

LEFT = [
    (
        "2003-03-19",
        "Former President Bush listened.",
        "Former President Bush",
        "George H. W. Bush",
        "former President of the United States",
    ),
    (
        "2009-02-09",
        "Former President Clinton stayed.",
        "Former President Clinton",
        "Bill Clinton",
        "former President of the United States",
    ),
    (
        "2025-03-01",
        "Former Vice President Kamala Harris sang.",
        "Former Vice President Kamala Harris",
        "Kamala Harris",
        "former Vice President of the United States",
    ),
    (
        "2022-09-07",
        "Boris Johnson, the former prime minister, clapped.",
        "Boris Johnson, the former prime minister",
        "Boris Johnson",
        "former Prime Minister",
    ),
    (
        "2024-06-18",
        "President Clinton came with Secretary Clinton.",
        "Secretary Clinton",
        "Hillary Clinton",
        "former Secretary of State",
    ),
    ("2023-08-01", "Li Keqiang had retired before Li Shangfu fell.", "Li Keqiang", "Li Keqiang", None),
    ("2016-12-01", "President-elect Donald Trump took the call.", "Donald Trump", "Donald Trump", None),
    ("2024-06-01", "Former Prime Minister Lee listened.", "Former Prime Minister Lee", "Lee", "Former Prime Minister"),
    ("2021-09-01", "Former President Bush laid a wreath.", "Former President Bush", "Bush", "Former President"),
    ("2018-06-12", "Kim Jong Un met Kim Yong Nam. Mr. Kim waved.", "Mr. Kim", "Kim", None),
    (
        "2023-02-01",
        "Tomas Brell, a spokesman for the Estonian border guard, said so.",
        "Tomas Brell, a spokesman for the Estonian border guard",
        "Tomas Brell",
        "spokesman for the Estonian border guard",
    ),
    (
        "2023-02-01",
        "Lena Quist, the deputy governor of Skane, opened the bridge.",
        "Lena Quist, the deputy governor of Skane",
        "Lena Quist",
        "deputy governor of Skane",
    ),
    (
        "2022-06-01",
        "Assemblymember Rosa Tindall spoke.",
        "Assemblymember Rosa Tindall",
        "Rosa Tindall",
        "Assemblymember",
    ),
]
"""Day, text, the words, who is meant, the words for the office: those who held none, and those whom nobody knows."""


@pytest.mark.parametrize(("day", "text", "words", "name", "office_id"), HELD)
def test_office_is_that_of_the_day(english: Read, day: str, text: str, words: str, name: str, office_id: str) -> None:
    party = mention(english(text, published=day), words).party
    assert (party.name, party.office_id) == (name, office_id)


@pytest.mark.parametrize(("day", "text", "words", "name", "office"), LEFT)
def test_who_holds_no_office_is_given_none(
    english: Read, day: str, text: str, words: str, name: str, office: str | None
) -> None:
    party = mention(english(text, published=day), words).party
    assert (party.name, party.office, party.office_id) == (name, office, None)


def test_sixty_rows_are_hard() -> None:
    assert len(HELD) + len(LEFT) == 60
