"""Acts between states: one row per way of telling that they happened, each written for the project."""

from typing import get_args

import pytest

from detente.extract.incident_judge import Judge
from detente.extract.incidents import extract_incidents
from detente.model.findings import Engagement, IncidentKind
from detente.ontology.lexicon import lexicon


@pytest.fixture
def incidents(told):
    def extract(text, **options):
        return extract_incidents(*told(text, **options))

    return extract


# text, kind, by, against, effect
TOLD = [
    ("Ghana imposed sanctions on three banks of Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana announced that it would impose visa restrictions on officials of Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana raised tariffs on cement from Togo.", "tariff", "GH", "TG", "strain"),
    ("Togo expelled two diplomats of Ghana.", "expulsion", "TG", "GH", "strain"),
    ("Two envoys of Ghana were expelled by Togo.", "expulsion", "TG", "GH", "strain"),
    ("Togo ordered the Ghanaian consulate in Lome to close.", "closure", "TG", "GH", "strain"),
    ("Togo severed ties with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo announced the ending of its ties with Ghana.", "closure", "TG", "GH", "strain"),
    ("The army of Togo fired rockets into Ghana.", "military", "TG", "GH", "strain"),
    ("The Togolese navy staged drills near Ghana.", "military", "TG", "GH", "strain"),
    ("A Togolese balloon drifted over Ghana.", "airspace", "TG", "GH", "strain"),
    ("A Togolese balloon was seen flying over Ghana.", "airspace", "TG", "GH", "strain"),
    ("Ghana was upset by a Togolese balloon tracked over its north.", "airspace", "TG", "GH", "strain"),
    ("A Togolese patrol boat rammed a Ghanaian ship.", "maritime", "TG", "GH", "strain"),
    ("Togo summoned the Ghanaian ambassador.", "accusation", "TG", "GH", "strain"),
    ("Togo launched an investigation into a Ghanaian shipping firm.", "legal", "TG", "GH", "strain"),
    ("Togo detained two Ghanaian sailors in Lome.", "arrest", "TG", "GH", "strain"),
    ("Togo lifted its sanctions on Ghana.", "sanction", "TG", "GH", "ease"),
    ("Togo released two Ghanaian sailors.", "legal", "TG", "GH", "ease"),
    ("Leaders met to discuss Togo's attack on Ghana.", "military", "TG", "GH", "strain"),
    ("Ghana complained of the tariffs that Togo imposed in May.", "tariff", "TG", "GH", "strain"),
    ("Ghana raised its fees, prompting Togo to expel three envoys of Ghana.", "expulsion", "TG", "GH", "strain"),
]


@pytest.mark.parametrize(("text", "kind", "by", "against", "effect"), TOLD)
def test_an_act_is_read_with_who_did_what_to_whom(incidents, text, kind, by, against, effect):
    (found,) = incidents(text)

    assert (found.kind, found.by, found.effect) == (kind, (by,), effect)
    assert against in found.against
    assert found.evidence[0].text in text


NOT_TOLD = [
    "Ghana will impose sanctions on Togo.",
    "Ghana may impose sanctions on Togo.",
    "Ghana did not impose sanctions on Togo.",
    "If Ghana imposed sanctions on Togo, trade would stop.",
    "Ghana rejected the claim that it had imposed sanctions on Togo.",
    "Ghana raised the case of citizens wrongfully detained in Togo.",
    "Togo is considering closing the Ghanaian consulate.",
    "The port of Ghana started its commercial operation beside Togo.",
    "Leaders spoke of the attacks on Ghana and Togo.",
    "Any attack by Togo on Ghana would be answered.",
    "Togo and Ghana held a friendly fair.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_planned_denied_feared_or_presupposed_is_no_incident(incidents, text):
    assert incidents(text) == []


def test_a_second_telling_of_an_act_is_not_a_second_act(incidents):
    text = "Ghana imposed sanctions on Togo. The sanctions that Ghana imposed on Togo hit its port."

    assert len(incidents(text)) == 1


def test_the_day_of_an_act_is_the_date_in_its_sentence(incidents):
    (found,) = incidents("Togo expelled two diplomats of Ghana on 4 April 2023.")

    assert found.date == "2023-04-04"


def test_a_visit_to_a_contested_place_is_an_incident_by_the_visitors_state(incidents):
    (found,) = incidents("Foreign Minister Penny Wong of Australia visited Taiwan, and China took note.")

    assert (found.kind, found.by, found.against) == ("visit", ("AU",), ("CN",))


def test_a_cancelled_visit_is_an_incident_too(told):
    reading, found = told("Ghana called off the trip to Togo.")
    words = reading.document.span(0, 34)
    found.findings.append(
        Engagement(
            evidence=(words,),
            confidence=0.8,
            extractor="engagements/1",
            kind="visit",
            states=("GH", "TG"),
            status="cancelled",
            refused_by="GH",
        )
    )

    (incident,) = extract_incidents(reading, found)

    assert (incident.kind, incident.by, incident.against) == ("visit", ("GH",), ("TG",))


def test_every_kind_in_the_data_is_one_of_the_closed_list():
    cues = lexicon("incidents")

    kinds = {act["kind"] for act in cues["acts"]} | set(cues["nouns"].values())

    assert kinds <= set(get_args(IncidentKind))


def test_signing_an_order_makes_the_act_in_it_real(incidents):
    (found,) = incidents("President Emmanuel Macron of France signed a decree imposing tariffs on Egypt.")

    assert (found.kind, found.by, found.against) == ("tariff", ("FR",), ("EG",))


def test_a_ban_on_flying_is_no_flight(incidents):
    told = incidents("Ghana banned Togolese drones from flying over its north.")

    assert "TG" not in {state for incident in told for state in incident.by}


def test_a_plane_on_a_tour_is_no_incident(incidents):
    assert not incidents("A French airliner carried tourists over Egypt on the tour of its maker.")


def test_a_declined_meeting_is_told_once_and_of_the_decliner(told):
    text = "Egypt has declined a meeting with the foreign minister of France in Geneva on Monday."
    reading, found = told(text)
    span = reading.span(0, len(text))
    contact = Engagement(
        evidence=(span,), confidence=0.5, extractor="x", kind="meeting", participants=(), states=("FR", "EG"),
        status="declined", refused_by="Egypt",
    )  # fmt: skip
    found.findings.append(contact)

    (incident,) = extract_incidents(reading, found)

    assert incident.by == ("EG",)


def test_whoever_called_a_visit_off_is_known_by_name(told):
    text = "France is sorry that the visit is off. It was Egypt that said so."
    reading, found = told(text)
    contact = Engagement(
        evidence=(reading.span(0, 37),), confidence=0.5, extractor="x", kind="visit", participants=(),
        states=("FR", "EG"), status="cancelled", refused_by="Egypt",
    )  # fmt: skip
    found.findings.append(contact)

    (incident,) = extract_incidents(reading, found)

    assert (incident.by, incident.against) == (("EG",), ("FR",))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On Monday Togo accused Ghana of moving the border stones.", 1),
        (
            "The fair went on.\n\nAll danced.\n\nIt rained.\n\nIt stopped.\n\nTogo has accused Ghana of moving the stones.",
            0,
        ),
        ("On Monday a Togolese farmer accused Ghana of moving the stones.", 0),
        ("Togo accuses Ghana of moving the stones.", 0),
    ],
)
def test_a_charge_is_an_incident_where_a_state_makes_it_as_the_news(incidents, text, count):
    assert len(incidents(text)) == count


def test_the_date_of_another_clause_is_not_that_of_the_act(incidents):
    (found,) = incidents("Togo, which saw rain in June 2022, severed ties with Ghana in May 2019.")

    assert found.date == "2019-05"


def test_an_act_that_happened_is_not_dated_in_the_days_to_come(incidents):
    (found,) = incidents("Togo has closed its airspace to Ghana until 30 June 2023.", published="2023-06-20")

    assert found.date is None


def test_two_acts_of_one_kind_on_different_days_are_two(incidents):
    text = "Togo expelled four envoys of Ghana on 3 May 2023. It expelled two more envoys of Ghana on 9 June 2023."

    assert [i.date for i in incidents(text)] == ["2023-05-03", "2023-06-09"]


def test_whoever_is_not_told_stays_unknown(incidents):
    (found,) = incidents("A gunman killed two Ghanaian guards in Togo.")

    assert found.by == ()


def test_acts_against_two_states_are_two(incidents):
    found = incidents("Togo expelled two Ghanaian diplomats. Togo expelled a diplomat of Kenya.")

    assert {i.against for i in found} == {("GH",), ("KE",)}


def test_a_visit_that_no_rule_calls_cancelled_or_contested_is_no_incident_however_likely(incidents, monkeypatch):
    monkeypatch.setattr("detente.extract.incidents.judge", lambda: Judge({"always": 5.0}, {}))

    kinds = {i.kind for i in incidents("Chad paid for the visit of Niger's bakers. Niger jailed two bakers of Chad.")}

    assert "visit" not in kinds
    assert "arrest" in kinds
