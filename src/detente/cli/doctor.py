"""What a person should know when something is off."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console

from detente import api
from detente.errors import DetenteError
from detente.extract.table import EXTRACTORS, UNSEEN
from detente.reading.parse import load_model
from detente.settings import Settings

_PACKAGES = ("detente", "spacy", "sqlalchemy", "alembic", "trafilatura", "py3langid", "jinja2", "pandas")


def examine(record: Path | None, out: Console) -> bool:
    """Print one line per part; False when a part that reading needs is missing or the record is unsound."""
    settings = Settings()
    out.print(f"Python {platform.python_version()}", markup=False)
    for name in _PACKAGES:
        out.print(f"{name} {_version(name)}", markup=False)
    for name, field in Settings.model_fields.items():
        out.print(f"setting {name} = {getattr(settings, name)} ({field.description})", markup=False)
    for step in EXTRACTORS:
        out.print(f"reads {step.gives} ({step.label})", markup=False)
    for line in UNSEEN:
        out.print(f"does not read: {line}", markup=False)
    return _model(settings, out) and _record(record or settings.record, out)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed (optional)"


def _model(settings: Settings, out: Console) -> bool:
    try:
        nlp = load_model(settings.model)
    except DetenteError as reason:
        out.print(f"model: {reason}", markup=False)
        return False
    out.print(f"model {settings.model}: {nlp.meta['name']} {nlp.meta['version']}, loads", markup=False)
    return True


def _record(path: Path, out: Console) -> bool:
    if not path.exists():
        out.print(f"record {path}: none yet; 'detente add' makes it", markup=False)
        return True
    with api.open(path, create=False) as opened:
        counts, faults = opened.store.counts(), opened.store.check()
    out.print(f"record {path}: " + ", ".join(f"{n} {what}" for what, n in counts.items()), markup=False)
    for fault in faults:
        out.print(f"record {path}: {fault}", markup=False)
    out.print(f"record {path}: {'sound' if not faults else 'NOT sound'}", markup=False)
    return not faults
