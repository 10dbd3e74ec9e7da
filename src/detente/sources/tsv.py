"""A file of tab-separated values to a Table."""

from __future__ import annotations

from pathlib import Path

from detente.errors import DocumentError
from detente.text.tables import Table, parse_tsv


def read_tsv(path: Path) -> Table:
    """Read a UTF-8 file; DocumentError where it cannot be read or is no table."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as reason:
        raise DocumentError(f"{path}: cannot be read ({reason.strerror}); check the name and your rights") from None
    except UnicodeDecodeError as reason:
        raise DocumentError(f"{path}: is no UTF-8 (at byte {reason.start}); save it as UTF-8") from None
    return parse_tsv(text, str(path))
