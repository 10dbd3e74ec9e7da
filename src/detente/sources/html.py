"""Web pages: the article's words without menus and advertisements, with what the page says of itself."""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import DateError, DocumentError
from detente.model.document import Document
from detente.model.when import When
from detente.settings import Settings
from detente.sources.source import Source, SourceOptions, check_lines, made, read_bytes
from detente.text.canonical import canonical_text

_DEEPEST = 200
"""libxml2 silently drops text below 256 levels, and much deeper pages hang it."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
# Elements that have no content, and those that the next of their kind closes: neither makes a page deeper.
_VOID = "area base br col embed hr img input link meta param source track wbr"
_CLOSED_BY_NEXT = "html head body p li dt dd tr td th thead tbody tfoot colgroup option optgroup"
_NOT_DEEPER = frozenset(f"{_VOID} {_CLOSED_BY_NEXT}".split())
# Pages name their charset by an older name than what browsers read under it.
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def parse_html(path: Path, options: SourceOptions, settings: Settings) -> Iterator[Document]:
    """One document: paragraphs parted by blank lines; title, site and date as the page gives them."""
    page = _decoded(read_bytes(path, settings), path)
    check_lines(page, str(path), settings)
    if (depth := _depth(page)) > _DEEPEST:
        raise DocumentError(
            f"{path}: nests its tags {depth} deep, more than {_DEEPEST}, where text gets lost; "
            "save the article's text as .txt and give that"
        )
    found = _extracted(page)
    text = canonical_text(re.sub(r"\n+", "\n\n", found.text or "")) if found else ""
    if not text:
        raise DocumentError(f"{path}: no article found in the page; save its text as .txt and give that")
    yield made(text, path.stem, options.over(_page_facts(found)))


def _extracted(page: str) -> Any:
    # Takes more than half a second to import, and most runs read no page.
    trafilatura = importlib.import_module("trafilatura")
    return trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # Only a date that the page states: one guessed from any number in it would be cited as fact.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _page_facts(found: Any) -> SourceOptions:
    return SourceOptions(
        published=_valid_date(found.date),
        publisher=found.sitename or found.hostname,
        title=found.title,
        url=found.url,
    )


def _valid_date(stated: str | None) -> str | None:
    try:
        return When.from_iso(stated).day if stated else None
    except DateError:
        return None


def _decoded(data: bytes, path: Path) -> str:
    """By byte order mark, else by what the page declares, else UTF-8; a broken byte becomes U+FFFD, as in browsers."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        return data.decode(_READ_AS.get(name, name), "replace")
    except LookupError:
        raise DocumentError(
            f"{path}: declares the unknown charset '{name}'; convert it to UTF-8 and correct its <meta charset>"
        ) from None


def _depth(page: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        if tag[2].lower() in _NOT_DEEPER or tag[0].endswith("/>"):
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


HTML = Source("html", (".html", ".htm"), parse_html)
