"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE_CHARS = 2000
_FEW_WORDS = 20
_SURE = 0.6


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code and how sure that is, from 0 to 1, by the first 2,000 characters.

    A few words in plain letters ("Blinken met Wang Yi in Beijing") look like anything to the model: they count
    as English, the language of most sources, unless it is sure of another.
    """
    sample = text.strip()[:_SAMPLE_CHARS]
    language, sure = _identifier().classify(sample)
    if sure < _SURE and sample.isascii() and len(sample.split()) < _FEW_WORDS:
        return "en", 1 - sure
    return language, sure


@cache
def _identifier() -> Any:
    """Take half a second to load the model, once, when the first text comes."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
