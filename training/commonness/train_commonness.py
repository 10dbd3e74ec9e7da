"""Count how common words are in sentences on other states; see README.md beside it.

python training/commonness/train_commonness.py --corpora DIR -o src/detente/ontology/data/english/commonness.json
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from detente.ontology.states import states_in
from detente.text.canonical import search_words
from detente.text.commonness import root_of
from detente.text.context import sentences_in

CORPUS = "whitehouse.jsonl.gz"
OWN = "US"
"""The state whose accounts these are: it is named in sentences on anything."""
EVERY = 2
LEAST = 3e-4
"""Words in fewer of the sentences are left out: all of them are rare."""


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    holding: Counter[str] = Counter()
    total = 0
    for sentence in sentences(options.corpora / CORPUS):
        if any(name.code != OWN for _, _, name in states_in(sentence)):
            holding.update({root_of(word) for word in search_words(sentence)})
            total += 1
    shares = {root: round(n / total, 4) for root, n in sorted(holding.items()) if n >= LEAST * total}
    content = {"source": "training/commonness", "least": LEAST, "shares": shares}
    options.output.write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{total} sentences, {len(shares)} words")


def sentences(path: Path) -> Iterator[str]:
    """All sentences of every second document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n % EVERY == 0:
                text = json.loads(line)["text"]
                yield from (text[start:end] for start, end in sentences_in(text, 0, len(text)))


if __name__ == "__main__":
    main()
