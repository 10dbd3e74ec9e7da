"""spaCy's analysis of a text, paragraph by paragraph, as the language-neutral tokens of a Reading."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from detente.errors import ModelError
from detente.text.reading import Name, Paragraph, Sentence, Token

_ONE_FOR_ONE = str.maketrans({"\n": " ", "\t": " ", "\xa0": " ", "‘": "'", "’": "'", "“": '"', "”": '"'})
"""The parser was trained on straight marks and unwrapped lines; one character becomes one, so offsets hold."""


@lru_cache(maxsize=2)
def load_model(name: str) -> Any:
    """Load an installed spaCy pipeline once; ModelError where there is none."""
    import spacy  # noqa: PLC0415 - a second to import, and not every command parses

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        try:
            return spacy.load(name)
        except OSError:
            message = f"the language model '{name}' is not installed; run 'make setup' or set DETENTE_MODEL"
            raise ModelError(message) from None


def vector_of(name: str) -> Callable[[str], Any]:
    """How an installed pipeline gives the vector of a word: 300 numbers, zeros for one that it has none of."""
    vocab = load_model(name).vocab
    return lambda word: vocab[word].vector


_LINK = re.compile(r"\[|\]\((?:https?://|/)[^)\s]*\)|https?://\S+")


def _plain(text: str) -> str:
    """The text as the parser likes it, of the same length: web addresses and line breaks become spaces."""
    unlinked = _LINK.sub(lambda m: " " * len(m[0]), text) if "](" in text or "://" in text else text
    return unlinked.translate(_ONE_FOR_ONE)


def parse(text: str, paragraphs: Sequence[Paragraph], nlp: Any, limit: int) -> tuple[list[Token], list[Name]]:
    """Tokens and names of all paragraphs; fills each paragraph's sentences. White space is no token.

    A paragraph of more than `limit` code points is parsed in pieces cut at sentence ends.
    """
    pieces = [(p, start, end) for p in paragraphs for start, end in _pieces(text, p, limit)]
    flat = _plain(text)
    tokens: list[Token] = []
    names: list[Name] = []
    for (paragraph, start, _), doc in zip(pieces, nlp.pipe(flat[s:e] for _, s, e in pieces), strict=True):
        tokens.extend(_take(doc, text, start, paragraph, len(tokens)))
        names.extend(
            Name(start + e.start_char, start + e.end_char, text[start + e.start_char : start + e.end_char], e.label_)
            for e in doc.ents
        )
    return tokens, names


def _pieces(text: str, paragraph: Paragraph, limit: int) -> list[tuple[int, int]]:
    start, cuts = paragraph.start, []
    while paragraph.end - start > limit:
        cut = max(text.rfind(mark, start, start + limit) for mark in (". ", "? ", "! ", ".\n"))
        cut = cut + 2 if cut > start else start + limit
        cuts.append((start, cut))
        start = cut
    return [*cuts, (start, paragraph.end)]


def _take(doc: Any, text: str, offset: int, paragraph: Paragraph, first: int) -> list[Token]:
    made: dict[int, Token] = {}
    for word in doc:
        if word.is_space:
            continue
        token = Token()
        token.i = first + len(made)
        token.start = offset + word.idx
        token.text = word.text
        token.end = token.start + len(token.text)
        token.text = text[token.start : token.end]
        token.lower = word.lower_
        token.lemma = word.lemma_.lower()
        token.pos = word.pos_
        token.tag = word.tag_
        token.dep = word.dep_
        token.ent = word.ent_type_
        token.children, token.under = [], None
        made[word.i] = token
    for word in doc:
        if word.i in made:
            _hang(made[word.i], _solid_head(word, made))
    _sentences(doc, made, paragraph)
    return list(made.values())


def _solid_head(word: Any, made: dict[int, Token]) -> Token:
    head = word.head
    while head.i not in made and head.head.i != head.i:
        head = head.head
    return made.get(head.i, made[word.i])


def _hang(token: Token, head: Token) -> None:
    token.head = head
    if head is not token:
        head.children.append(token)


def _sentences(doc: Any, made: dict[int, Token], paragraph: Paragraph) -> None:
    for sent in doc.sents:
        tokens = [made[i] for i in range(sent.start, sent.end) if i in made]
        if not tokens:
            continue
        sentence = Sentence(tokens[0].start, tokens[-1].end, tokens, paragraph)
        for token in tokens:
            token.sentence = sentence
        paragraph.sentences.append(sentence)
