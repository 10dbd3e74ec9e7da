"""Score what the program reads against gold dossiers, and hold it to the floors.

python bench/quality.py --gold DIR     DIR holds texts/, dossiers/ and index.json
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

HERE = Path(__file__).parent
STYLES = {"all": None, "press": "press", "official": "official"}


def main() -> int:
    """Read, score, print one table, and compare with floors.json; exit status 1 below a floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    folder = parser.parse_args().gold
    if not (folder / "dossiers").is_dir():
        print(f"no gold dossiers at {folder}: quality is not measured here")
        return 0
    reports = measure(folder)
    print_table(reports)
    return hold_to_floors(reports, json.loads((HERE / "floors.json").read_text(encoding="utf-8")))


def measure(folder: Path) -> dict[str, Any]:
    """Reports of the scorer for all texts, for each style, and for the seed article."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch, "predicted")
        predicted.mkdir()
        for path in sorted((folder / "texts").glob("*.txt")):
            facts = index[path.stem]
            document = Document(
                path.read_bytes().decode("utf-8"),
                name=path.stem,
                published=facts["date"],
                publisher=facts["publisher"],
                title=facts["title"],
            )
            dossier = read_document(document, Settings())
            text = json.dumps(dossier_to_json(dossier), ensure_ascii=False)
            (predicted / f"{path.stem}.json").write_text(text, encoding="utf-8")
        reports = {"seed": scored(folder, [s for s in index if s.startswith("seed_")], predicted)}
        for name, style in STYLES.items():
            reports[name] = scored(folder, [s for s, f in index.items() if style in (None, f["style"])], predicted)
    return reports


def scored(folder: Path, stems: list[str], predicted: Path) -> dict[str, Any]:
    """The scorer's report over some of the texts."""
    with tempfile.TemporaryDirectory() as scratch:
        gold, out = Path(scratch, "gold"), Path(scratch, "report.json")
        gold.mkdir()
        for stem in stems:
            source = folder / "dossiers" / f"{stem}.json"
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
        with contextlib.redirect_stdout(io.StringIO()):
            score.main(arguments)
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return report


def print_table(reports: dict[str, Any]) -> None:
    """One block per set of texts."""
    for name, report in reports.items():
        print(f"\n{name}: {report['documents']} documents, overall {report['overall']}, cited {report['cited']}")
        for layer in score.LAYERS:
            row = report[layer]
            strict = next((f"  {k} {row[k]}" for k in ("end_to_end", "with_status") if k in row), "")
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
