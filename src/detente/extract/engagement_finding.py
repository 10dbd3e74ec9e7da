"""Every telling of a contact in a text, by verbs and by nouns."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.engagement_acts import phone_cue
from detente.extract.engagement_cues import Cue, cue_words, word_set
from detente.extract.engagement_nouns import noun_cue, telling_nouns
from detente.extract.engagement_verbs import verb_cue
from detente.text.reading import Reading, Sentence


def find_cues(reading: Reading) -> Iterator[Cue]:
    """Every telling of a contact in the order of the text, whether or not it names its sides."""
    for sentence in reading.sentences:
        if sentence.paragraph.kind != "byline":
            yield from _in_sentence(sentence)


def _in_sentence(sentence: Sentence) -> Iterator[Cue]:
    verbs, phones, nouns = cue_words()["verbs"], word_set("by_phone"), telling_nouns()
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"}:
            cue = verb_cue(token) if token.lemma in verbs else None
        elif token.pos not in {"NOUN", "PROPN"}:
            cue = None
        elif token.lower in phones:
            cue = phone_cue(token)
        else:
            cue = noun_cue(token) if token.lemma in nouns else None
        if cue is not None:
            yield cue
