"""Where commands write files."""

from __future__ import annotations

from pathlib import Path

from detente.errors import RecordError


def write(path: Path, content: str | bytes) -> None:
    """Whole or not at all: beside the target first, then in its place."""
    scratch = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(content.encode() if isinstance(content, str) else content)
        scratch.replace(path)
    except OSError as reason:
        scratch.unlink(missing_ok=True)
        raise RecordError(
            f"{path}: cannot be written ({reason.strerror}); free space or choose another place"
        ) from None
