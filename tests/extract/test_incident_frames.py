"""What the frames of the data read: one row per frame, each written for the project."""

import pytest

from detente.extract.incident_frames import frames_of
from detente.extract.incidents import extract_incidents

# text, kind, by (empty: not known), against, effect
FRAMES = [
    ("Ghana widened its sanctions on Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana is targeting two Togolese banks.", "sanction", "GH", "TG", "strain"),
    ("Ghana restricted Togolese access to its ports.", "sanction", "GH", "TG", "strain"),
    ("Ghana banned imports of fruit from Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana added two Togolese firms to its blacklist.", "sanction", "GH", "TG", "strain"),
    ("Ghana revoked the visas of nine Togolese officials.", "sanction", "GH", "TG", "strain"),
    ("Ghana froze the assets of two Togolese banks.", "sanction", "GH", "TG", "strain"),
    ("Ghana gave away seized Togolese assets.", "sanction", "GH", "TG", "strain"),
    ("Ghana halted shipments of cement to Togo.", "sanction", "GH", "TG", "strain"),
    ("The sanctions on Togo remain in force, Ghana noted.", "sanction", "GH", "TG", "strain"),
    ("The tariff that Ghana put on Togo will remain in effect.", "tariff", "GH", "TG", "strain"),
    ("Ghana withdrew the trade preferences of Togo.", "tariff", "GH", "TG", "strain"),
    ("Togo deported two Ghanaians.", "expulsion", "TG", "GH", "strain"),
    ("Togo ordered ten Ghanaian diplomats to leave.", "expulsion", "TG", "GH", "strain"),
    ("Togo kicked out two Ghanaian envoys.", "expulsion", "TG", "GH", "strain"),
    ("Togo announced that ten Ghanaian diplomats must go.", "expulsion", "TG", "GH", "strain"),
    ("Togo declared a Ghanaian consul persona non grata.", "expulsion", "TG", "GH", "strain"),
    ("Togo sent home ten Ghanaian diplomats.", "expulsion", "TG", "GH", "strain"),
    ("Togo took three Ghanaian hostages.", "arrest", "TG", "GH", "strain"),
    ("Togo announced that the Ghanaian consulate in Lome would close.", "closure", "TG", "GH", "strain"),
    ("The border between Ghana and Togo remains closed.", "closure", "GH", "TG", "strain"),
    ("Togo suspended its patrols with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo scrapped its drills with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo recalled its ambassador from Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo called home its envoy to Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo ended its part in the pact with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo pulled out after Ghana broke its word.", "closure", "TG", "GH", "strain"),
    ("Togo withdrew from the river treaty with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo quit the talks with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo called off talks with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo cancelled the talks with Ghana.", "closure", "TG", "GH", "strain"),
    ("Togo did not answer calls from Ghana on the hotline.", "closure", "TG", "GH", "strain"),
    ("Togo announced that its team would not attend the round in Ghana.", "other", "TG", "GH", "strain"),
    ("Togo boycotted the summit in Ghana.", "other", "TG", "GH", "strain"),
    ("Togo stayed away from the fair in Ghana.", "other", "TG", "GH", "strain"),
    ("Togo withdrew an invitation to the president of Ghana.", "visit", "TG", "GH", "strain"),
    ("Togo postponed a visit by the Ghanaian minister.", "visit", "TG", "GH", "strain"),
    ("Togo called off the trip to Ghana.", "visit", "TG", "GH", "strain"),
    ("Togo retaliated with rocket fire on Ghana.", "military", "TG", "GH", "strain"),
    ("Togolese jets bombed a depot in Ghana.", "military", "TG", "GH", "strain"),
    ("Togo attacked a Ghanaian outpost.", "military", "TG", "GH", "strain"),
    ("A gunman killed two Ghanaian guards in Togo.", "military", "", "GH", "strain"),
    ("The joint drills of Togo near Ghana began on Monday.", "military", "TG", "GH", "strain"),
    ("Togo test-fired a missile near Ghana.", "military", "TG", "GH", "strain"),
    ("Togo conducted a nuclear test near Ghana.", "military", "TG", "GH", "strain"),
    ("Togo launched drones at Ghana.", "military", "TG", "GH", "strain"),
    ("Togo seized a village in Ghana.", "military", "TG", "GH", "strain"),
    ("Togo violated the ceasefire with Ghana.", "military", "TG", "GH", "strain"),
    ("Togo blocked the road to Ghana.", "military", "TG", "GH", "strain"),
    ("Soldiers of Ghana and Togo clashed at the river.", "military", "GH", "TG", "strain"),
    ("Togo clashed with Ghana at the river.", "military", "TG", "GH", "strain"),
    ("Patrols of Ghana and Togo came to blows.", "military", "GH", "TG", "strain"),
    ("Ghana and Togo exchanged fire.", "military", "GH", "TG", "strain"),
    ("Togo crossed the border of Ghana with tanks and troops.", "military", "TG", "GH", "strain"),
    ("Togo erected an outpost on land of Ghana.", "military", "TG", "GH", "strain"),
    ("Togo accelerated its nuclear programme, Ghana noted.", "military", "TG", "GH", "strain"),
    ("Togo enriched uranium near Ghana.", "military", "TG", "GH", "strain"),
    ("Togo turned back a Ghanaian boat.", "maritime", "TG", "GH", "strain"),
    ("The Togolese carrier sailed past Ghana.", "maritime", "TG", "GH", "strain"),
    ("Togolese jets crossed the median line off Ghana.", "airspace", "TG", "GH", "strain"),
    ("Togo brought down a Ghanaian jet.", "airspace", "TG", "GH", "strain"),
    ("Togo shot down a Ghanaian glider.", "airspace", "TG", "GH", "strain"),
    ("Togo forced a Ghanaian airliner to land.", "airspace", "TG", "GH", "strain"),
    ("Togo hacked a Ghanaian bank.", "cyber", "TG", "GH", "strain"),
    ("Togo mounted a cyberattack on Ghana.", "cyber", "TG", "GH", "strain"),
    ("Togo spied on Ghana.", "other", "TG", "GH", "strain"),
    ("Togo tapped the phones of Ghanaian ministers.", "other", "TG", "GH", "strain"),
    ("Togo convicted two Ghanaian sailors.", "legal", "TG", "GH", "strain"),
    ("Togo sued Ghana.", "legal", "TG", "GH", "strain"),
    ("Togo filed a suit against Ghana.", "legal", "TG", "GH", "strain"),
    ("Togo took Ghana to an international court.", "legal", "TG", "GH", "strain"),
    ("Togo raided the offices of a Ghanaian airline.", "legal", "TG", "GH", "strain"),
    ("Togo is investigating a Ghanaian airline.", "legal", "TG", "GH", "strain"),
    ("Togo lodged a protest with Ghana.", "accusation", "TG", "GH", "strain"),
    ("On Monday Togo accused Ghana of moving the border stones.", "accusation", "TG", "GH", "strain"),
    ("Togo blew up the liaison office of Ghana.", "other", "TG", "GH", "strain"),
    ("Crowds stormed the Ghanaian embassy in Togo.", "other", "TG", "GH", "strain"),
    ("Togo recognised the rival government of Ghana.", "other", "TG", "GH", "strain"),
    ("Togo cut its dependence on Ghanaian gas.", "other", "TG", "GH", "strain"),
    ("Togo said it was scrapping a contract with a Ghanaian firm.", "closure", "TG", "GH", "strain"),
    ("No agreement was reached between Ghana and Togo.", "other", "GH", "TG", "strain"),
    ("Togo took Ghana off its blacklist.", "sanction", "TG", "GH", "ease"),
    ("Togo granted licences for trade with Ghana.", "sanction", "TG", "GH", "ease"),
    ("Togo unfroze the funds of Ghana.", "sanction", "TG", "GH", "ease"),
    ("Togo lowered its tariffs on Ghana.", "tariff", "TG", "GH", "ease"),
    ("Togo signed a decree continuing the suspension of tariffs on Ghana.", "tariff", "TG", "GH", "ease"),
    ("Togo suspended its drills near Ghana.", "military", "TG", "GH", "ease"),
    ("Togo withdrew its troops from Ghana.", "military", "TG", "GH", "ease"),
    ("Togo signed a truce with Ghana.", "military", "TG", "GH", "ease"),
    ("Togo sent two Ghanaian prisoners home.", "legal", "TG", "GH", "ease"),
    ("Togo handed over two Ghanaian prisoners.", "legal", "TG", "GH", "ease"),
    ("Ghana and Togo swapped prisoners.", "legal", "GH", "TG", "ease"),
    ("Two prisoners walked free as Ghana and Togo made peace.", "legal", "GH", "TG", "ease"),
    ("Togo dropped its case against Ghana.", "legal", "TG", "GH", "ease"),
    ("Togo sent its ambassador back to Ghana.", "other", "TG", "GH", "ease"),
    ("Ghana and Togo restored the hotline.", "other", "GH", "TG", "ease"),
    ("Flights between Ghana and Togo resumed in May.", "other", "GH", "TG", "ease"),
    ("Ghana and Togo reached an understanding.", "other", "GH", "TG", "ease"),
    ("Ghana and Togo settled a long-standing dispute.", "other", "GH", "TG", "ease"),
    ("Ghana stopped issuing visas to Togolese drivers.", "sanction", "GH", "TG", "strain"),
    ("Ghana ended the preferential treatment of goods from Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana hit Togolese maize with a duty of nine per cent.", "tariff", "GH", "TG", "strain"),
    ("Ghana answered with duties on Togolese maize.", "tariff", "GH", "TG", "strain"),
    ("Ghana followed with measures against Togo.", "sanction", "GH", "TG", "strain"),
    ("Ghana has not taken the call of the Togolese president.", "closure", "GH", "TG", "strain"),
    ("A gala at the embassy of Togo was scrapped by Ghana.", "visit", "GH", "TG", "strain"),
    ("The trip of the Ghanaian minister to Togo fell through.", "visit", "GH", "TG", "strain"),
    ("The visit of the Ghanaian minister to Togo collapsed.", "visit", "GH", "TG", "strain"),
    ("The truce between Ghana and Togo collapsed.", "other", "GH", "TG", "strain"),
    ("The fishing treaty between Ghana and Togo lapsed.", "closure", "GH", "TG", "strain"),
    ("Ghanaian marchers burned the flag of Togo.", "other", "GH", "TG", "strain"),
    ("A Ghanaian crowd set the embassy of Togo on fire.", "other", "GH", "TG", "strain"),
    ("A Ghanaian minister posted a mocking picture of a Togolese soldier.", "other", "GH", "TG", "strain"),
    ("Ghana blocked the extradition of a Togolese banker.", "legal", "GH", "TG", "strain"),
    ("Ghana towed an oil rig into waters of Togo.", "maritime", "GH", "TG", "strain"),
    ("Ghana opened an embassy in Togo.", "other", "GH", "TG", "ease"),
    ("Ghana put out a Togolese diplomat.", "expulsion", "GH", "TG", "strain"),
    ("Ties between Ghana and Togo, severed in 1998, were its theme.", "closure", "GH", "TG", "strain"),
]


@pytest.mark.parametrize(("text", "kind", "by", "against", "effect"), FRAMES)
def test_every_frame_reads_its_act(told, text, kind, by, against, effect):
    (found,) = extract_incidents(*told(text))

    assert (found.kind, found.effect) == (kind, effect)
    assert by in found.by if by else not found.by
    assert against in found.against


@pytest.mark.parametrize(
    "text",
    [
        "The Vice President of Ghana recognised Togo as a leading voice.",
        "Ghana is releasing a report on Togo.",
        "Ghana opened an investigation into the price of timber. Togo took note.",
        "Ghana told reporters that Togo would vote before the hour was out.",
    ],
)
def test_verbs_of_other_things_are_no_act(told, text):
    assert not extract_incidents(*told(text))


def test_a_verb_of_no_act_has_no_frame():
    assert frames_of("smile") == []
