from typing import get_args

import pytest

from detente.errors import ChoiceError
from detente.model import findings
from detente.ontology.kinds import KINDS, label_of

LITERALS = {
    "act": findings.Act,
    "mode": findings.Mode,
    "engagement_kind": findings.EngagementKind,
    "engagement_status": findings.EngagementStatus,
    "channel_kind": findings.ChannelKind,
    "channel_status": findings.ChannelStatus,
    "polarity": findings.Polarity,
    "strength": findings.Strength,
    "incident_kind": findings.IncidentKind,
    "effect": findings.Effect,
    "discrepancy_kind": findings.DiscrepancyKind,
    "size": findings.Size,
    "direction": findings.Direction,
}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_each_list_holds_exactly_the_values_of_the_model(name: str) -> None:
    assert tuple(KINDS[name]) == get_args(LITERALS[name])


def test_every_list_of_the_model_is_there() -> None:
    assert KINDS.keys() == LITERALS.keys()


def test_a_value_has_a_label_and_a_wrong_one_is_refused_with_the_valid_names() -> None:
    assert label_of("engagement_kind", "news_conference") == "News conference"
    with pytest.raises(ChoiceError, match="held, planned"):
        label_of("engagement_status", "maybe")
    with pytest.raises(ChoiceError, match="channel_kind"):
        label_of("moods", "held")
