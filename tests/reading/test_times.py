"""Times in sentences, each with the day of publication and what they come to."""

from collections.abc import Callable

import pytest

from detente.text.reading import Reading, TimeExpression

ROWS = [
    # weekdays
    ("2023-06-20", "The envoys met on Monday.", "2023-06-19"),
    ("2023-06-20", "The ministers dined on Tuesday.", "2023-06-20"),
    ("2023-06-20", "The delegation left on Wednesday.", "2023-06-14"),
    ("2023-06-20", "The two presidents will speak on Thursday.", "2023-06-22"),
    ("2023-06-20", "She is scheduled to land in Hanoi on Friday.", "2023-06-23"),
    ("2023-06-20", "He is due to meet the king on Saturday.", "2023-06-24"),
    ("2023-06-20", "They plan to sign the accord on Sunday.", "2023-06-25"),
    ("2023-06-20", "The premier arrives in Delhi on Thursday.", "2023-06-22"),
    ("2023-06-20", "The envoy said on Monday that talks would resume on Friday.", "2023-06-19; 2023-06-23"),
    ("2023-06-20", "Last Friday the embassy reopened.", "2023-06-16"),
    ("2023-06-20", "Next Friday the embassy reopens.", "2023-06-30"),
    ("2023-06-22", "Next Monday the embassy reopens.", "2023-06-26"),
    ("2023-06-20", "This Friday the two sides will talk again.", "2023-06-23"),
    ("2023-06-20", "The two will meet this coming Monday.", "2023-06-26"),
    ("2023-06-20", "They argued this past Sunday.", "2023-06-18"),
    ("2023-06-20", "Monday's meeting was long.", "2023-06-19"),
    ("2023-06-20", "They talked late into Sunday night.", "2023-06-18"),
    ("2023-06-20", "The call took place on Tuesday morning.", "2023-06-20"),
    ("2023-06-20", "He flew home on Wednesday last week.", "2023-06-14"),
    ("2023-06-20", "They will convene on Tuesday next week.", "2023-06-27"),
    ("2023-06-20", "Next week on Tuesday they will convene.", "2023-06-27"),
    ("2023-06-20", "She was in Rome on June 2 and went on to Paris the following Monday.", "2023-06-02; 2023-06-05"),
    ("2023-06-20", "The council sits on Mondays.", "set"),
    ("2023-06-20", "The council sits every Thursday.", "set"),
    ("2023-06-20", "The Sunday Times reported the quarrel.", ""),
    ("2023-06-20", "Shops were full on Black Friday.", ""),
    ("2023-06-20", "The upcoming meeting on Monday matters to both.", "2023-06-26"),
    ("2023-06-20", "The meeting planned for Thursday matters to both.", "2023-06-22"),
    ("2023-06-20", "Ahead of talks on Friday, both sides were calm.", "2023-06-23"),
    ("2023-06-20", "The border stays closed until Friday.", "2023-06-23"),
    ("2023-06-20", "The border reopened on Sunday after two nights of talks.", "2023-06-18; ? min"),
    ("2023-06", "The envoys met on Monday.", "?"),
    (None, "The envoys met on Monday.", "?"),
    ("2023-06-20", "The minister, who met the president on Monday, will fly on to Seoul.", "2023-06-19"),
    ("2023-06-20", "He agreed to host a round of talks on Saturday.", "2023-06-24"),
    ("2023-06-20", "She was invited to visit Oslo on Sunday.", "2023-06-25"),
    ("2023-06-20", "Prime Minister to visit Cairo on Thursday", "2023-06-22"),
    ("2023-06-20", "She stayed in Hanoi from Thursday to Saturday.", "2023-06-15/2023-06-17"),
    ("2023-06-20", "They will confer from Thursday through Saturday.", "2023-06-22/2023-06-24"),
    ("2023-06-20", "They conferred on Sunday and Monday.", "2023-06-18/2023-06-19"),
    ("2023-06-20", "They conferred in Hanoi on May 10 and 11.", "2023-05-10/2023-05-11"),
    ("2023-06-20", "They conferred on Tuesday and Friday.", "2023-06-13"),
    # weekday with date
    ("2020-09-03", "The ministry said so on Thursday (Sept 3).", "2020-09-03"),
    ("2020-09-03", "The ministry said so on Wednesday, Sept. 2.", "2020-09-02"),
    ("2020-09-03", "The ministry will say more on Monday (7 September).", "2020-09-07"),
    ("2022-01-02", "The envoys last met on Friday, December 31.", "2021-12-31"),
    ("2023-06-20", "The envoys met on Monday, June 19, 2023, in Beijing.", "2023-06-19"),
    ("2023-06-20", "The envoys met on Monday (19 June 2023) in Beijing.", "2023-06-19"),
    # full dates
    ("2025-11-20", "The truce began on November 10, 2025.", "2025-11-10"),
    (None, "The truce began on November 10, 2025.", "2025-11-10"),
    ("2023-06-20", "The letter of 19 June 2023 was short.", "2023-06-19"),
    ("2023-06-20", "The letter of 2023-06-19 was short.", "2023-06-19"),
    ("2023-06-20", "The letter of the 19th of June, 2023 was short.", "2023-06-19"),
    ("2023-06-20", "The letter of Nov. 3 2022 was short.", "2022-11-03"),
    ("2023-06-20", "The letter of 25/12/2022 was short.", "2022-12-25"),
    ("2023-06-20", "The letter of 12/25/2022 was short.", "2022-12-25"),
    ("2023-06-20", "The letter of 4/5/2022 was short.", "2022"),
    ("2023-06-20", "The letter of 5/5/2022 was short.", "2022-05-05"),
    ("2023-06-20", "The version of 2023-02-31 was a mistake.", ""),
    ("2023-06-20", "On March 3rd, 2021, they met.", "2021-03-03"),
    ("2023-06-20", "On the 4th of March 2021 they met.", "2021-03-04"),
    # no year
    ("2020-08-27", "The consulate closed on Aug. 20.", "2020-08-20"),
    ("2020-08-27", "The consulate closed on 20 August.", "2020-08-20"),
    ("2020-01-05", "The consulate closed on Dec. 28.", "2019-12-28"),
    ("2019-12-30", "The consulate will reopen on Jan. 5.", "2020-01-05"),
    ("2019-12-30", "The consulate is expected to reopen on 5 January.", "2020-01-05"),
    ("2020-08-27", "The consulate closes on Sept 30.", "2020-09-30"),
    ("2020-08-27", "It closed on July the 4th.", "2020-07-04"),
    ("2023-06-20", "The talks, which began on June 22, were short.", "2023-06-22"),
    ("2020", "The consulate closed on Aug. 20.", "?"),
    ("2021-03", "The consulate closed on Aug. 20.", "2020-08-20"),
    (None, "The consulate closed on Aug. 20.", "?"),
    # ranges
    ("2024-01-27", "They met on January 26-27 in a hotel.", "2024-01-26/2024-01-27"),
    ("2025-12-30", "The trip is planned for Jan. 4-7.", "2026-01-04/2026-01-07"),
    ("2025-03-25", "They met March 23-25 in the desert.", "2025-03-23/2025-03-25"),
    ("2025-08-11", "They met on June 9 and 10, 2025.", "2025-06-09/2025-06-10"),
    ("2025-08-11", "They met from 9 to 10 June 2025.", "2025-06-09/2025-06-10"),
    ("2025-08-11", "They met from June 9 to June 11.", "2025-06-09/2025-06-11"),
    ("2025-11-08", "They met from Oct. 30 to Nov. 2, 2025.", "2025-10-30/2025-11-02"),
    ("2025-11-08", "They met from 30 October to 2 November 2025.", "2025-10-30/2025-11-02"),
    ("2026-01-08", "They met from December 30 to January 2, 2026.", "2025-12-30/2026-01-02"),
    ("2026-01-08", "They met from Dec. 30 to Jan. 2.", "2025-12-30/2026-01-02"),
    ("2025-08-11", "The fair lasted 5–7 May 2025.", "2025-05-05/2025-05-07"),
    ("2023-06-20", "In the years 2019-2021 nobody travelled.", "2019/2021"),
    ("2023-06-20", "The season 2013-14 was calm.", "2013/2014"),
    ("2023-06-20", "On May 1 and 20 ships left the port.", "2023-05-01"),
    # months
    ("2023-06-20", "The initial scheduled visit in February had been agreed.", "2023-02"),
    ("2025-12-30", "It will be their second since the first on Nov. 1.", "2025-11-01"),
    ("2023-06-20", "They last met in November.", "2022-11"),
    ("2023-06-20", "They last met in June.", "2023-06"),
    ("2023-06-20", "They will next meet in November.", "2023-11"),
    ("2023-06-20", "They will next meet in February.", "2024-02"),
    ("2023-06-20", "They met in May 2019 and again in Sept. 2021.", "2019-05; 2021-09"),
    ("2023-06-20", "They met last November.", "2022-11"),
    ("2023-06-20", "They met last June.", "2022-06"),
    ("2023-06-20", "They meet next April.", "2024-04"),
    ("2023-06-20", "They will meet this September.", "2023-09"),
    ("2023-06-20", "The visit in early February was called off.", "2023-02"),
    ("2023-06-20", "In late 2022 and in mid-May they spoke.", "2022; 2023-05"),
    ("2023-06-20", "By the end of March 2022 both had left.", "2022-03"),
    ("2023-06-20", "They spoke at the beginning of April.", "2023-04"),
    ("2023-06-20", "They spoke in April last year.", "2022-04"),
    ("2023-06-20", "They spoke in April of this year.", "2023-04"),
    ("2023-06-20", "They will speak in April next year.", "2024-04"),
    ("2023-06-20", "Theresa May may visit.", ""),
    ("2023-06-20", "It may rain and they may march on.", ""),
    ("2023-06-20", "Protesters march to the embassy.", ""),
    (None, "They last met in November.", "?"),
    ("2023", "They last met in November.", "?"),
    ("2023-06", "They last met in November.", "2022-11"),
    ("2023-06-20", "A meeting in October 2022 settled it.", "2022-10"),
    ("2023-06-20", "The plans announced in January were dropped.", "2023-01"),
    ("2023-06-20", "A hearing is set for September.", "2023-09"),
    # today
    ("2023-06-20", "The president spoke today with the king.", "2023-06-20"),
    ("2023-06-20", "The president spoke yesterday with the king.", "2023-06-19"),
    ("2023-06-20", "The president will speak tomorrow with the king.", "2023-06-21"),
    ("2023-06-20", "They will dine tonight.", "2023-06-20"),
    ("2023-06-20", "They dined last night.", "2023-06-19"),
    ("2023-06-20", "This morning the two sides met.", "2023-06-20"),
    ("2023-06-20", "The two sides met earlier today.", "2023-06-20"),
    ("2023-06-20", "They met the day before yesterday.", "2023-06-18"),
    ("2023-03-01", "They met yesterday.", "2023-02-28"),
    ("2023-06", "They met yesterday.", "?"),
    (None, "They met today.", "?"),
    # told from the last day named
    ("2023-06-20", "They met on June 12. The day before, the king had fallen ill.", "2023-06-12; 2023-06-11"),
    ("2023-06-20", "They met on June 12. A day later the king fell ill.", "2023-06-12; 2023-06-13"),
    ("2023-06-20", "They met on June 12. Two days earlier the king fell ill.", "2023-06-12; 2023-06-10"),
    ("2023-06-20", "They met on June 12. The next day they met again.", "2023-06-12; 2023-06-13"),
    ("2023-06-20", "They met on June 12. The same day they signed.", "2023-06-12; 2023-06-12"),
    ("2023-06-20", "They met on June 12. That day they signed.", "2023-06-12; 2023-06-12"),
    ("2023-06-20", "They met on June 12, 2020. The following month they signed.", "2020-06-12; 2020-07"),
    ("2023-06-20", "They met on June 12, 2020. The previous year they had quarrelled.", "2020-06-12; 2019"),
    ("2023-06-20", "They met on June 12, 2020. Three years later nothing had changed.", "2020-06-12; 2023"),
    ("2023-06-20", "The day before, the king had fallen ill.", "?"),
    ("2023-06-20", "The day before the summit, the king fell ill.", ""),
    ("2023-06-20", "He stayed away two days after the king fell ill.", "2880 min"),
    ("2023-06-20", "Wang saw her on Monday; Qin had met her the day before.", "2023-06-19; 2023-06-18"),
    # weeks, months, years
    ("2023-06-20", "The two sides met this week.", "2023-06"),
    ("2023-06-20", "The two sides met last week.", "2023-06"),
    ("2023-06-20", "The two sides will meet next week.", "2023"),
    ("2023-06-29", "The two sides met this week.", "2023"),
    ("2022-12-29", "The two sides will meet this week.", "?"),
    ("2023-06-20", "They quarrelled earlier this month.", "2023-06"),
    ("2023-06-20", "They will meet later this month.", "2023-06"),
    ("2023-01-20", "They quarrelled last month.", "2022-12"),
    ("2023-12-20", "They will meet next month.", "2024-01"),
    ("2023-06-20", "They will meet early next year.", "2024"),
    ("2023-06-20", "They quarrelled last year.", "2022"),
    ("2023-06-20", "They quarrelled earlier this year.", "2023"),
    ("2023-06-20", "They will meet at the end of the year.", "2023"),
    ("2023-06-20", "They will meet by the end of the month.", "2023-06"),
    ("2023-06-20", "They will meet before year-end.", "2023"),
    ("2023-06", "They quarrelled last month.", "2023-05"),
    ("2023-06", "They quarrelled last year.", "2022"),
    ("2023-06-20", "They met over the weekend.", "2023-06-17/2023-06-18"),
    ("2023-06-20", "They met last weekend.", "2023-06-17/2023-06-18"),
    ("2023-06-20", "They will meet this weekend.", "2023-06-24/2023-06-25"),
    ("2023-06-20", "They met two days ago.", "2023-06-18"),
    ("2023-06-23", "They met last Thursday.", "2023-06-15"),
    ("2023-06-24", "They met last Thursday.", "2023-06-22"),
    ("2023-06-20", "They met two months ago.", "2023-04"),
    ("2023-06-20", "They met a couple of months ago.", "?"),
    ("2023-06-20", "They met five years ago.", "2018"),
    ("2023-06-20", "They met about two years ago.", "?"),
    ("2023-06-20", "They met three weeks ago.", "2023"),
    ("2023-06-20", "They met years ago.", "?"),
    ("2023-06-20", "They met several months ago.", "?"),
    # years and seasons
    ("2023-06-20", "They have been at odds since 2021.", "2021"),
    ("2023-03-20", "The visit is planned as a follow-up to the November call.", "2022-11"),
    ("2023-03-20", "The ministers will build on the October talks.", "2022-10"),
    ("2023-03-20", "The ministers will prepare the October talks.", "2023-10"),
    ("2023-06-20", "In 2019, they met twice.", "2019"),
    ("2023-06-20", "It voted for Resolution 2231 with 2000 others.", ""),
    ("2023-06-20", "She paid $2023 for it.", ""),
    ("2023-06-20", "In the 2020s they drifted apart.", "?"),
    ("2023-06-20", "In the early 1990s they were close.", "?"),
    ("2023-06-20", "In the 19th century they were at war.", "?"),
    ("2024-01-27", "A dialogue is planned in the spring.", "2024"),
    ("2024-01-27", "They met in the summer of 2021.", "2021"),
    ("2024-06-27", "They met last summer.", "2023"),
    ("2024-01-27", "The fall of the government came quickly.", ""),
    ("2024-01-27", "Trade grew in the first quarter of 2023.", "2023"),
    ("2024-01-27", "Trade grew in the third quarter of last year.", "2023"),
    ("2024-01-27", "Trade grew in the third quarter.", "?"),
    # vague
    ("2023-06-20", "China had said as much in recent weeks.", "?"),
    ("2023-06-20", "He now lives abroad and recently married.", "?; ?"),
    # clock
    ("2023-06-20", "It began at 4:34 p.m. local time.", "16:34"),
    ("2023-06-20", "It ended at 5:09 p.m. sharp.", "17:09"),
    ("2023-06-20", "It began at 16:34.", "16:34"),
    ("2023-06-20", "It began at 9 am Beijing time.", "09:00"),
    ("2023-06-20", "It began at 12:15 a.m. and ended at noon.", "00:15; 12:00"),
    ("2023-06-20", "It ended at midnight.", "00:00"),
    ("2023-06-20", "It began at 1600 GMT.", "16:00"),
    ("2023-06-20", "It began at 25:10.", ""),
    ("2023-06-20", "It began at 13 p.m. sharp.", ""),
    ("2023-06-20", "It ended at 10.30 p.m.", "22:30"),
    # lengths
    ("2023-06-20", "The meeting lasted around 30 minutes.", "~30 min"),
    ("2023-06-20", "It was an over five-hour discussion.", "~300 min"),
    ("2023-06-20", "It was an approximately three-hour conversation.", "~180 min"),
    ("2023-06-20", "They talked for two hours.", "120 min"),
    ("2023-06-20", "They talked for nearly 90 minutes.", "~90 min"),
    ("2023-06-20", "They talked for an hour and a half.", "90 min"),
    ("2023-06-20", "They talked for two and a half hours.", "150 min"),
    ("2023-06-20", "They talked for half an hour.", "30 min"),
    ("2023-06-20", "They had a half-hour talk.", "30 min"),
    ("2023-06-20", "They talked for two hours and 15 minutes.", "135 min"),
    ("2023-06-20", "They had a three-and-a-half-hour lunch.", "210 min"),
    ("2023-06-20", "It was a two-day visit.", "2880 min"),
    ("2023-06-20", "It was a day-long visit after hours-long talks.", "~1440 min; ~? min"),
    ("2023-06-20", "It was the first visit in five years.", "? min"),
    ("2023-06-20", "They talked for several hours.", "~? min"),
    ("2023-06-20", "They talked for two to three hours.", "~? min"),
    ("2023-06-20", "They talked for forty-five minutes.", "45 min"),
    ("2023-06-20", "They talked for twenty-five minutes or so.", "~25 min"),
    ("2023-06-20", "They had been talking for the past two weeks.", "20160 min"),
    ("2023-06-20", "The 35-year-old envoy smiled.", ""),
    ("2023-06-20", "The commission was to meet on November 27.", "2023-11-27"),
    ("2023-06-20", "The envoys were to have met on May 3.", "2023-05-03"),
    ("2023-06-20", "Peru proposes a meeting of envoys on Friday.", "2023-06-23"),
    ("2023-06-20", "Peru proposed a meeting of envoys on Friday.", "2023-06-16"),
    ("2023-06-20", "The announcement came an hour or so before it began.", "~60 min"),
    ("2023-06-20", "He waited 1,000 days.", "1440000 min"),
    ("2023-06-20", "They signed it on this 9th day of March, 2021.", "2021-03-09"),
    ("2023-06-20", "Done at Oslo this 3rd of May 2022.", "2022-05-03"),
    ("2023-06-20", "The mayor looks forward to hosting the choir in September.", "2023-09"),
    ("2023-06-20", "Plans were in place for talks on August 4.", "2023-08-04"),
    ("2023-06-20", "Arrangements were made by August 4.", "2022-08-04"),
    ("2023-06-21", "The plan was criticised for its cost on Friday.", "2023-06-16"),
    ("2023-06-21", "The plan called for a truce on Monday.", "2023-06-19"),
    ("2023-06-21", "The arrangement collapsed for lack of money in May.", "2023-05"),
    ("2023-06-21", "He looked forward to the fair in May but it was cancelled.", "2023-05"),
    ("2023-06-20", "They talk every week and report once a year.", "set; set"),
    ("2023-06-20", "The second round came in a second.", ""),
]
"""Published, sentence, times in order: ISO (with a stroke and the end of a range), "?" where no day can be told."""


def told(time: TimeExpression) -> str:
    if time.kind == "clock":
        return str(time.clock)
    if time.kind == "duration":
        return f"{'~' if time.approximate else ''}{time.minutes if time.minutes is not None else '?'} min"
    if time.kind == "set":
        return "set"
    if time.when is None:
        return "?"
    return time.when.iso + (f"/{time.until.iso}" if time.until else "")


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_a_time_comes_to_what_its_words_and_the_day_of_publication_allow(
    english: Callable[..., Reading], published: str | None, sentence: str, expected: str
) -> None:
    assert "; ".join(told(t) for t in english(sentence, published=published).times) == expected


@pytest.mark.parametrize(
    ("account_of", "sentence", "day"),
    [
        ((), "They will meet on Tuesday.", "2023-06-20"),
        (("FR",), "They will meet on Tuesday.", "2023-06-27"),
        (("FR",), "They will meet on Wednesday.", "2023-06-21"),
        (("FR",), "They will meet on Tuesday evening.", "2023-06-20"),
        (("FR",), "They met on Tuesday.", "2023-06-20"),
    ],
)
def test_an_official_account_calls_its_own_day_today(
    english: Callable[..., Reading], account_of: tuple[str, ...], sentence: str, day: str
) -> None:
    assert told(english(sentence, published="2023-06-20", account_of=account_of).times[0]) == day


BASES = [
    ("They met on 19 June 2023.", "stated"),
    ("They met on Monday.", "relative"),
    ("They met on June 12.", "inferred"),
    ("They met last year.", "relative"),
]


@pytest.mark.parametrize(("sentence", "basis"), BASES)
def test_a_date_says_how_it_was_derived(english: Callable[..., Reading], sentence: str, basis: str) -> None:
    (time,) = english(sentence, published="2023-06-20").times
    assert time.when is not None
    assert time.when.basis == basis


def test_a_time_cites_its_own_words(english: Callable[..., Reading]) -> None:
    text = "They met for around two hours\non June 12,\n2023."
    times = english(text, published="2023-06-20").times
    assert [t.text for t in times] == ["around two hours", "June 12,\n2023"]
    assert all(text[t.start : t.end] == t.text for t in times)


def test_a_person_called_like_a_month_is_no_time(english: Callable[..., Reading]) -> None:
    assert english("Theresa May met April Ryan.", published="2023-06-20").times == []
