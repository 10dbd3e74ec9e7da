import pytest

from detente.ontology.issues import ISSUES, issues_in
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
        ("uranium enrichment at Natanz", ("iran_nuclear",)),
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
