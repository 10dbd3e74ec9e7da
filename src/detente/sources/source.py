"""What every source is, what a user may say about the documents it gives, and the door where bytes come in."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from detente.errors import DateError, DocumentError, InputError
from detente.model.document import Document
from detente.model.when import When
from detente.settings import Settings
from detente.sources.language import detect_language


@dataclass(frozen=True, kw_only=True)
class SourceOptions:
    """What is known of a document from outside it; each stands above what the file itself tells.

    `published` is an ISO date (DateError otherwise), `language` an ISO 639-1 code, `account_of` the codes of the
    states whose official account it is.
    """

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    account_of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None:
            When.from_iso(self.published)

    def over(self, other: SourceOptions) -> SourceOptions:
        """Fill what these leave open from the other."""
        return replace(other, **{name: value for name, value in vars(self).items() if value})


@dataclass(frozen=True)
class Source:
    """A format: `parse(path, options, settings)` gives the documents of one file.

    It raises DocumentError where the file is unusable, and gives an InputError in the place of a document, or
    before one, where only that document or something of it is.
    """

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[Path, SourceOptions, Settings], Iterator[Document | InputError]]


def described(raw: Mapping[str, Any], where: str) -> SourceOptions:
    """Take title, url, publisher, published (or date), language and account_of from a JSON object."""
    words = ("title", "url", "publisher", "published", "date", "language")
    wrong = [key for key in words if not isinstance(raw.get(key), str | None)]
    states = raw.get("account_of") or ()
    listed = states.replace(",", " ").split() if isinstance(states, str) else states
    if not isinstance(listed, list | tuple) or not all(isinstance(state, str) for state in listed):
        wrong.append("account_of")
    if wrong:
        raise DocumentError(f"{where}: {', '.join(wrong)} must be text; mend that entry")
    try:
        return SourceOptions(
            published=raw.get("published") or raw.get("date"),
            publisher=raw.get("publisher"),
            title=raw.get("title"),
            url=raw.get("url"),
            language=(raw.get("language") or "").partition("-")[0].lower() or None,
            account_of=tuple(listed),
        )
    except DateError as reason:
        raise DateError(f"{where}: {reason}") from None


def made(text: str, name: str, options: SourceOptions) -> Document:
    """Make the document, its language found from the words where it is not given."""
    try:
        "".join((text, name, options.title or "", options.publisher or "", options.url or "")).encode()
    except UnicodeEncodeError:
        raise DocumentError(f"{name}: has half of a surrogate pair, which is no character; mend its escapes") from None
    return Document(
        text=text,
        name=name,
        title=options.title,
        url=options.url,
        publisher=options.publisher,
        published=options.published,
        language=options.language or detect_language(text)[0],
        account_of=options.account_of,
    )


def read_bytes(path: Path, settings: Settings) -> bytes:
    """All bytes of one document; DocumentError for a file that is missing, unreadable, empty, too big or binary."""
    try:
        size = path.stat().st_size
        if size > settings.max_file_bytes:
            raise DocumentError(
                f"{path}: has {size:,} bytes, more than {settings.max_file_bytes:,}; "
                "split it, or raise DETENTE_MAX_FILE_BYTES"
            )
        data = path.read_bytes()
    except OSError as reason:
        raise DocumentError(f"{path}: cannot be read ({reason.strerror}); check the name and your rights") from reason
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise DocumentError(f"{path}: is empty; give a file with text")
    if _is_binary(data):
        raise DocumentError(f"{path}: is no text but a binary file; save its text as .txt or .html and give that")
    return data


def check_lines(text: str, where: str, settings: Settings) -> None:
    """Raise DocumentError for a line that is longer than any prose."""
    longest = max(map(len, text.splitlines()), default=0)
    if longest > settings.max_line_chars:
        raise DocumentError(
            f"{where}: has a line of {longest:,} characters, more than {settings.max_line_chars:,}, so it is no prose; "
            "break it into paragraphs, or raise DETENTE_MAX_LINE_CHARS"
        )


def _is_binary(data: bytes) -> bool:
    """Whether it has NUL bytes, or more than one control character in twenty, in its first 64 KiB."""
    sample = data[:65_536]
    controls = len(sample) - len(sample.translate(None, bytes([*range(1, 9), *range(14, 27), *range(28, 32)])))
    return b"\0" in data or controls * 20 > len(sample)
