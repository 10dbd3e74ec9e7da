"""Forecasts as JSON."""

from __future__ import annotations

from typing import Any

from detente.model.forecast import Forecasts


def forecasts_to_json(told: Forecasts) -> dict[str, Any]:
    """The outlooks with the chances of 0, 1, 2 … events, each with its score; no side where none can be scored."""
    return {
        "actor": told.actor,
        "recipient": told.recipient,
        "month": told.month.isoformat()[: len("YYYY-MM")] if told.month else None,
        "months": told.months,
        "needed": told.needed,
        "sides": [
            {
                "side": side.side,
                "scored": side.scored,
                "better_than_climatology": side.better.model if side.better else None,
                "outlooks": [
                    outlook._asdict() | outlook.estimate._asdict() | {"chances": [round(c, 4) for c in outlook.chances]}
                    for outlook in side.outlooks
                ],
            }
            for side in told.sides
        ],
    }
