"""What a stated title says: "Iran's president", "former Secretary of State", "an adviser to the State Council"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.ontology.roles import role_described
from detente.ontology.states import STATES, states_in
from detente.resolve.known_bodies import bodies_in
from detente.resolve.words import HeadKind, vocabulary

_WORD = re.compile(r"[\w'’.]+(?:-\w+)*|&")
_PREPOSITION = re.compile(r"\s(?:of|for|to|at|in|on|with|from)\s")
_ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her|our|my|your|then|now)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A title without its article; `head` is its head word in lower case, `roles` what the ontology makes of it.

    `label` holds the words that name the office in the spelling of the ontology. A deputy holds no office of his chief.
    """

    words: str
    head: str = ""
    kind: HeadKind | None = None
    state: str | None = None
    roles: tuple[str, ...] = ()
    former: bool = False
    label: str = ""

    @property
    def official(self) -> bool:
        """Whether whoever holds it speaks for a state today."""
        return self.kind == "office" and not self.former


@lru_cache(maxsize=5_000)
def read_post(words: str) -> Post:
    """Read one title; what it does not say stays empty."""
    vocab = vocabulary()
    bare = _without_honorifics(words)
    if not bare:
        return Post("")
    head = _head(bare)
    match = role_described(bare)
    former = bool(match and match.former) or any(w in vocab.former_words for w in bare.casefold().split()[:3])
    state = (match.state if match else None) or state_in(bare)
    held = match if match and not match.deputy else None
    return Post(
        bare,
        head,
        _kind(bare, head),
        state,
        roles=held.roles if held else (),
        former=former,
        label=held.label if held else "",
    )


def _kind(words: str, head: str) -> HeadKind | None:
    """What sort of post the head makes it; who also works at a university speaks for none."""
    vocab = vocabulary()
    parts = set(_WORD.findall(words.casefold()))
    if words.casefold() in vocab.lone_legislators:
        return "legislator"
    if vocab.heads.get(head) == "office" and parts & vocab.learned_words:
        return "ordinary"
    return vocab.heads.get(head)


@lru_cache(maxsize=5_000)
def state_in(words: str) -> str | None:
    """The state whose name, adjective or body stands in the words, a body's before a bare state's."""
    bodies = [body.state for _, _, body in bodies_in(words) if body.state]
    named = [name.code for _, _, name in states_in(words)]
    implied = vocabulary().implied_states
    found = bodies or named or [implied[w] for w in words.casefold().split() if w in implied]
    return found[0] if found and found[0] in STATES else None


def _without_honorifics(words: str) -> str:
    bare = _in_full(words.strip())
    while (stripped := _ARTICLE.sub("", bare)) != bare:
        bare = stripped
    vocab = vocabulary()
    kept = [w for w in bare.split() if w.casefold() not in vocab.honorifics or vocab.in_title(w.casefold())]
    return " ".join(kept).strip(" ,")


def _in_full(words: str) -> str:
    """The title without short forms: "Rep." as "Representative"."""
    short = vocabulary().short_titles
    return " ".join(short[w.casefold()].capitalize() if w.casefold() in short else w for w in words.split())


def _head(words: str) -> str:
    """The last head word before the first preposition."""
    front = _PREPOSITION.split(words, maxsplit=1)[0]
    heads = vocabulary().heads
    for part in (front, words):
        for word in reversed(_WORD.findall(part.casefold())):
            for piece in (word, word.rsplit("-", 1)[-1]):
                if piece in heads:
                    return str(piece)
    return ""
