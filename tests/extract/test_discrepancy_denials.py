"""Claims and their denials: rows written for the project."""

import pytest

from detente.extract.discrepancies import extract_discrepancies


@pytest.fixture
def discrepancies(told):
    def extract(text):
        return extract_discrepancies(*told(text))

    return extract


CHILE = "The foreign ministry of Chile"
PERU = "The foreign ministry of Peru"

DENIED = [
    (
        f"{PERU} said that Chilean guards had moved the fence. {CHILE} dismissed that as a lie.",
        "guards had moved the fence",
        "dismissed that as a lie",
    ),
    (
        f"{PERU} said that Chilean guards had moved the fence. {CHILE} rejected the claim.",
        "guards had moved the fence",
        "rejected the claim",
    ),
    (
        f"{PERU} said that Chilean guards had moved the fence. {CHILE} denies any involvement.",
        "guards had moved the fence",
        "denies any involvement",
    ),
    (
        f"{PERU} said that guards had used tear gas. It rained all day. {CHILE} denied that guards carried gas.",
        "used tear gas",
        "denied that guards carried gas",
    ),
    (
        "A rights group counts 60 prisoners; the government of Chile denies holding any.",
        "counts 60 prisoners",
        "denies holding any",
    ),
    (
        f"{PERU} said that guards had moved it.\n\n{CHILE} rose to deny it. {CHILE} said that the wind had moved it.",
        "guards had moved it",
        "the wind had moved",
    ),
    (
        f"{PERU} said that the two were of one mind, a claim that Chile declined to confirm.",
        "of one mind",
        "declined to confirm",
    ),
    (
        "Guards opened fire. It was a hot day. Chile marched in under the pretext that guards had opened the gate.",
        "guards had opened the gate",
        "Guards opened fire",
    ),
    (
        f"{PERU} said that Chilean guards had moved the fence. {CHILE} called the charge absurd.",
        "guards had moved the fence",
        "called the charge absurd",
    ),
    (
        f"{PERU} spoke of a finding that guards had moved the fence. {CHILE} called the finding erroneous.",
        "guards had moved the fence",
        "called the finding erroneous",
    ),
    (
        f"{PERU} said that both had settled on a swap. It was a hot day. {CHILE} denied that any such pact was made.",
        "had settled on a swap",
        "denied that any such pact was made",
    ),
    (
        "Peru says that guards crossed the river. Chile denies having sent any.",
        "guards crossed the river",
        "denies having sent any",
    ),
    (
        "Guards sold the fence, traders in Lima say. Chile called a report to that effect false.",
        "Guards sold the fence",
        "called a report to that effect false",
    ),
]


@pytest.mark.parametrize(("text", "claim", "denial"), DENIED)
def test_a_denial_is_set_against_the_claim(discrepancies, text, claim, denial):
    (found,) = discrepancies(text)

    assert found.kind == "denial"
    assert claim in found.a.text
    assert denial in found.b.text


@pytest.mark.parametrize(
    "text",
    [
        f"{PERU} said that trade would grow. {CHILE} rejected the offer.",
        f"{PERU} said that trade would grow. {CHILE} called the harbour splendid.",
        f"{PERU} said that trade would grow. {CHILE} denied entry to three lorries.",
        f"{PERU} said that trade would grow. {CHILE} did not deny it.",
        f"{PERU} said that trade would grow. {CHILE} may deny it.",
        f"{PERU} said that trade would grow. {CHILE} dismissed reports that a summit was near.",
        f"{PERU} said that trade would grow. {PERU} denied any delay.",
    ],
)
def test_a_refusal_or_a_denial_of_something_else_is_not(discrepancies, text):
    assert discrepancies(text) == []
