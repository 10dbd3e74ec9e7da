import pytest

from detente.ontology.issues import ISSUES, LEVELS, issue_words, issues_in
from detente.ontology.lexicon import table


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("tariffs on steel should be lifted", ("trade_tariffs",)),
        ("Kyiv must not be left alone", ("ukraine_war",)),
        ("the denuclearization of the Korean Peninsula", ("north_korea",)),
        ("peace across the Taiwan Strait and in the South China Sea", ("taiwan", "south_china_sea")),
        ("the South and East China Seas", ("south_china_sea", "east_china_sea")),
        ("de-risking is not decoupling", ("de_risking",)),
        ("new export controls on chips", ("technology_controls",)),
        ("fentanyl precursors", ("counternarcotics",)),
        ("Uyghurs in Xinjiang and human rights", ("xinjiang", "human_rights")),
        ("the risks of AI", ("artificial_intelligence",)),
        ("a nuclear war must never be fought", ("nuclear_arms",)),
        ("military-to-military channels", ("military_communication",)),
        ("exit bans on their nationals", ("detained_citizens",)),
        ("visas for students", ("consular_visas", "education_people")),
        ("uranium enrichment at Natanz", ("iran_nuclear", "nuclear_arms")),
        ("the ceasefire in Gaza", ("middle_east",)),
        ("clashes along the Line of Actual Control", ("border_territory",)),
        ("cyberattacks on hospitals", ("cyber",)),
        ("a visit next month", ("bilateral_relationship",)),
        ("a visit to talk about soybeans", ("trade_tariffs", "agriculture")),
        ("the health of the relationship", ("bilateral_relationship",)),
        ("the investment climate", ()),
        ("a charm offensive", ()),
        ("nothing of note", ()),
    ],
)
def test_words_tell_their_issues_in_order_and_vague_ones_yield_to_others(text: str, issues: tuple[str, ...]) -> None:
    assert issues_in(text) == issues


def test_the_list_is_the_one_of_the_annotation_guide() -> None:
    listed = """bilateral_relationship taiwan south_china_sea east_china_sea hong_kong xinjiang tibet human_rights
    detained_citizens trade_tariffs technology_controls investment de_risking sanctions ukraine_war russia north_korea
    iran_nuclear middle_east counternarcotics climate artificial_intelligence nuclear_arms military_communication
    military_activity border_territory cyber space migration consular_visas media_journalists health energy terrorism
    domestic_politics international_order agriculture education_people finance shipping other"""
    assert list(ISSUES) == listed.split()


@pytest.mark.parametrize("name", [n for n in ISSUES if n != "other"])
def test_every_issue_can_be_told_by_its_first_cue(name: str) -> None:
    cue = table("issues")["issues"][name]["cues"][0].removesuffix("*")
    assert name in issues_in(f"They spoke of {cue}.")


NAMED = [
    ("the end of the blockade", "sanctions"),
    ("a trade embargo on the island", "sanctions"),
    ("the flight ban stays", "sanctions"),
    ("the flying ban stays", "sanctions"),
    ("a general licence for rice", "sanctions"),
    ("immobilised assets", "sanctions"),
    ("immobilized assets", "sanctions"),
    ("frozen sovereign assets", "sanctions"),
    ("fuel supplies in winter", "energy"),
    ("fuel exports", "energy"),
    ("fuel imports", "energy"),
    ("a fuel swap", "energy"),
    ("fossil fuels", "energy"),
    ("gas transit to the west", "energy"),
    ("gas through the strait", "energy"),
    ("Gazprom", "energy"),
    ("oil and gas", "energy"),
    ("gas deliveries", "energy"),
    ("the drills in spring", "military_activity"),
    ("collective defence", "military_activity"),
    ("collective defense", "military_activity"),
    ("common defence", "military_activity"),
    ("common defense", "military_activity"),
    ("mutual defence", "military_activity"),
    ("mutual defense", "military_activity"),
    ("war drills", "military_activity"),
    ("a preemptive strike", "military_activity"),
    ("extended deterrence", "nuclear_arms"),
    ("whoever seizes it must not seize power", "domestic_politics"),
    ("a seizure of power", "domestic_politics"),
    ("they took power by force", "domestic_politics"),
    ("good governance", "domestic_politics"),
    ("a democratic transition", "domestic_politics"),
    ("the constitutional order", "domestic_politics"),
    ("a democratically elected president", "domestic_politics"),
    ("the disqualification", "domestic_politics"),
    ("all candidates", "domestic_politics"),
    ("stock markets", "finance"),
    ("the stock exchange", "finance"),
    ("stocks fell", "finance"),
    ("financial institutions", "finance"),
    ("financial markets", "finance"),
    ("credit markets", "finance"),
    ("bad loans", "finance"),
    ("the bailout", "finance"),
    ("mortgages", "finance"),
    ("bank deposits", "finance"),
    ("economic reforms", "finance"),
    ("Wall Street", "finance"),
    ("low-income countries", "finance"),
    ("concessional financing", "finance"),
    ("multilateral development banks", "finance"),
    ("extreme weather", "climate"),
    ("extreme heat", "climate"),
    ("heat waves", "climate"),
    ("a pathway to citizenship", "migration"),
    ("undocumented workers", "migration"),
    ("infrastructure needs", "investment"),
    ("quality infrastructure", "investment"),
    ("infrastructure investments", "investment"),
    ("infrastructure financing", "investment"),
    ("sustainable infrastructure", "investment"),
    ("mobilizing private funds", "investment"),
    ("mobilising private funds", "investment"),
    ("a takeover bid", "investment"),
    ("the captured pilot", "detained_citizens"),
    ("the captured airman", "detained_citizens"),
    ("prisoners of war", "detained_citizens"),
    ("a prisoner of war", "detained_citizens"),
    ("the Joint Comprehensive Plan", "iran_nuclear"),
    ("democratic values", "international_order"),
    ("strong democracies", "international_order"),
    ("resilient democracies", "international_order"),
    ("accountable governance", "international_order"),
    ("the Summit for Democracy", "international_order"),
]


@pytest.mark.parametrize(("text", "issue"), NAMED)
def test_each_of_these_words_tells_its_issue(text: str, issue: str) -> None:
    assert issues_in(text) == (issue,)


@pytest.mark.parametrize("text", ["hopes that fuel growth", "hunger used as a weapon"])
def test_a_figure_of_speech_tells_no_issue(text: str) -> None:
    assert issues_in(text) == ()


WORDS = [(name, word) for name, raw in table("issues")["issues"].items() for word in raw["cues"]]


@pytest.mark.parametrize(("name", "word"), WORDS)
def test_every_word_of_an_issue_tells_it_by_itself(name: str, word: str) -> None:
    assert name in issues_in(f"They spoke of {word.removesuffix('*')}.")


def test_an_issue_takes_in_only_issues_that_there_are() -> None:
    assert {inner for issue in ISSUES.values() for inner in issue.takes_in} <= set(ISSUES)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tariffs and talks", [("trade_tariffs", 0, "cues"), ("bilateral_relationship", 12, "weak")]),
        ("howitzers", [("military_activity", 0, "hints")]),
        ("the investment climate", []),
    ],
)
def test_words_of_issues_are_found_with_their_places_and_strength(text: str, places: list[object]) -> None:
    assert [(w.issues[0], w.start, w.level) for w in issue_words(text)] == places


LISTED = [
    (name, level, phrase)
    for name, raw in table("issues")["issues"].items()
    for level in LEVELS
    for phrase in raw.get(level, ())
]


@pytest.mark.parametrize(("name", "level", "phrase"), LISTED)
def test_every_listed_word_tells_its_issue(name: str, level: str, phrase: str) -> None:
    found = issue_words(f"They spoke of {phrase.removesuffix('*')} at length.")

    assert any(name in word.issues for word in found)


HINTED = [
    ("the women's empowerment drive", "human_rights"),
    ("a line along the continental shelf", "border_territory"),
    ("rebels held the ridge", "military_activity"),
    ("a direct line between the two staffs", "military_communication"),
    ("the valves were shut at dawn", "energy"),
    ("trusted vendors only", "technology_controls"),
    ("debts in roubles", "finance"),
    ("the trawler was towed away", "shipping"),
    ("two dams on one river", "other"),
    ("removal flights will resume", "migration"),
    ("permanent membership of the council", "international_order"),
    ("a human spaceflight", "space"),
    ("spyware on the phones of ministers", "cyber"),
    ("a prisoner deal", "detained_citizens"),
    ("residence permits", "consular_visas"),
    ("digital services taxes", "trade_tariffs"),
    ("start-ups in both capitals", "investment"),
]


@pytest.mark.parametrize(("text", "issue"), HINTED)
def test_hints_tell_an_issue_where_no_cue_does(text: str, issue: str) -> None:
    assert issue in issues_in(text)
    assert issues_in(f"{text} and the WTO") == ("trade_tariffs",)
