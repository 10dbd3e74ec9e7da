"""Score what the program reads against gold dossiers, and hold it to the floors.

python bench/quality.py --gold DIR [--floors FILE] [--misses LAYER]

DIR holds texts/, dossiers/ and index.json, which gives each text's date, title, publisher and style. `--misses` lists
what a layer missed and what it found too much; texts of the split `unseen` are not to be looked at, so it refuses them.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import score
from detente.model.codec import dossier_to_json
from detente.model.document import Document
from detente.pipeline import read_document
from detente.settings import Settings

STYLES = {"all": None, "press": "press", "official": "official"}
CLOSED = "unseen"
"""The split of which only the figures may be looked at."""


def main() -> int:
    """Read, score, print one table, and compare with the floors; exit status 1 below a floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--floors", type=Path, help="exit with 1 where a figure is below one of this file")
    parser.add_argument("--misses", choices=score.LAYERS, help="list what this layer missed or found too much")
    arguments = parser.parse_args()
    folder: Path = arguments.gold
    if not (folder / "dossiers").is_dir():
        print(f"no gold dossiers at {folder}: quality is not measured here")
        return 0
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    if arguments.misses and any(facts.get("split") == CLOSED for facts in index.values()):
        parser.error(f"the split '{CLOSED}' is not to be looked at")
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch)
        predict(folder, index, predicted)
        if arguments.misses:
            print(scored(folder, list(index), predicted, arguments.misses)[1])
            return 0
        reports = {name: scored(folder, stems, predicted)[0] for name, stems in sets_of(index).items()}
    print_table(reports)
    return hold_to_floors(reports, json.loads(arguments.floors.read_text(encoding="utf-8"))) if arguments.floors else 0


def sets_of(index: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """The texts by the name of each set that is reported: the seed article, all, and each style."""
    sets = {"seed": [stem for stem in index if stem.startswith("seed_")]}
    for name, style in STYLES.items():
        sets[name] = [stem for stem, facts in index.items() if style in (None, facts["style"])]
    return {name: stems for name, stems in sets.items() if stems}


def predict(folder: Path, index: dict[str, dict[str, Any]], out: Path) -> None:
    """Read each text and write its dossier into `out`."""
    for stem, facts in index.items():
        document = Document(
            (folder / "texts" / f"{stem}.txt").read_bytes().decode("utf-8"),
            name=stem,
            published=facts["date"],
            publisher=facts["publisher"],
            title=facts["title"],
        )
        dossier = read_document(document, Settings())
        text = json.dumps(dossier_to_json(dossier), ensure_ascii=False)
        (out / f"{stem}.json").write_text(text, encoding="utf-8")


def scored(folder: Path, stems: list[str], predicted: Path, misses: str | None = None) -> tuple[dict[str, Any], str]:
    """The scorer's report over some of the texts, and what it printed.

    A layer that none of these dossiers annotates (its key is in none) is left out of the report and of `overall`.
    """
    annotated: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        gold, out = Path(scratch, "gold"), Path(scratch, "report.json")
        gold.mkdir()
        for stem in stems:
            source = folder / "dossiers" / f"{stem}.json"
            annotated |= json.loads(source.read_text(encoding="utf-8")).keys()
            (gold / source.name).write_bytes(source.read_bytes())
        arguments = [
            "--gold",
            str(gold),
            "--pred",
            str(predicted),
            "--texts",
            str(folder / "texts"),
            "--json",
            str(out),
        ]
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            score.main([*arguments, *(["--misses", misses] if misses else [])])
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    layers = [name for name in score.LAYERS if name in annotated]
    for name in set(score.LAYERS) - set(layers):
        del report[name]
    report["overall"] = round(sum(strict_figure(report[name])[1] for name in layers) / len(layers), 1)
    return report, printed.getvalue()


def strict_figure(row: dict[str, float]) -> tuple[str, float]:
    """The figure of a layer that counts, with its name: F1, or what asks for more than a match."""
    return next(((k, row[k]) for k in ("end_to_end", "with_status") if k in row), ("F1", row["F1"]))


def print_table(reports: dict[str, Any]) -> None:
    """One block per set of texts."""
    for title, report in reports.items():
        print(f"\n{title}: {report['documents']} documents, overall {report['overall']}, cited {report['cited']}")
        for layer in (name for name in score.LAYERS if name in report):
            row = report[layer]
            name, figure = strict_figure(row)
            strict = "" if name == "F1" else f"  {name} {figure}"
            print(f"  {layer:14} P {row['P']:5}  R {row['R']:5}  F1 {row['F1']:5}  of {row['gold']:3}{strict}")


def hold_to_floors(reports: dict[str, Any], floors: dict[str, dict[str, float]]) -> int:
    """Exit status: 1 when a figure fell below its floor."""
    fallen = 0
    print()
    for name, wanted in floors.items():
        for path, floor in wanted.items():
            value: Any = reports[name]
            for key in path.split("."):
                value = value[key]
            verdict = "ok" if value >= floor else "BELOW"
            fallen += value < floor
            print(f"  floor {name} {path}: {value} (at least {floor}) {verdict}")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
