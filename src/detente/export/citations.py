"""A document as others cite it: a note in Chicago style, BibTeX, CSL-JSON.

Nothing is invented: what the record does not know is left out. When somebody looked at the page is never known to it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from detente.export.wording import MONTHS
from detente.model.document import Document

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS_OF_BIBTEX = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENDED = ("?", "!", ".")


def to_chicago(document: Document) -> str:
    """A full note of The Chicago Manual of Style for content of websites: “Title,” Publisher, June 19, 2023, url.

    Of an official account the institution is the author and stands first.
    """
    author, date = _author(document), _american(document.published)
    title = _titled(document.title) if document.title else "Untitled text"
    parts = [author, title, document.publisher if not author else None, date, document.url]
    return " ".join(_comma(part) for part in filter(None, parts)).rstrip(",").removesuffix(".") + "."


def to_bibtex(document: Document) -> str:
    """An entry of kind misc; braces keep capitals and institutions as they are."""
    published = (document.published or "").partition("T")[0].split("-")
    author = _author(document)
    fields = {
        "author": f"{{{{{_tex(author)}}}}}" if author else None,
        "title": f"{{{{{_tex(document.title)}}}}}" if document.title else None,
        "howpublished": f"{{{_tex(document.publisher)}}}" if document.publisher and not author else None,
        "year": f"{{{published[0]}}}" if published[0] else None,
        "month": _MONTHS_OF_BIBTEX[int(published[1]) - 1] if len(published) > 1 else None,
        "day": f"{{{int(published[2])}}}" if len(published) > 2 else None,
        "url": f"{{{_tex_url(document.url)}}}" if document.url else None,
        "language": f"{{{_tex(document.language)}}}",
    }
    told = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{_key(document)},\n{told}\n}}\n"


def to_csl(document: Document) -> str:
    """A list of one item of CSL-JSON, as Zotero and pandoc read it."""
    author = _author(document)
    date = (document.published or "").partition("T")[0]
    item: dict[str, Any] = {
        "id": _key(document),
        "type": "article-newspaper" if document.publisher and not author else "webpage",
        "title": document.title,
        "author": [{"literal": author}] if author else None,
        "container-title": document.publisher if not author else None,
        "publisher": author,
        "issued": {"date-parts": [[int(part) for part in date.split("-")]]} if date else None,
        "URL": document.url,
        "language": document.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _author(document: Document) -> str | None:
    """The institution whose account it is; reporters are not known to the record."""
    return document.publisher if document.account_of else None


def _titled(title: str) -> str:
    """In quotation marks, those within it single; a title that ends with a mark of its own takes no comma."""
    inner = _line(title).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}”" if inner.endswith(_ENDED) else f"“{inner},”"


def _comma(part: str) -> str:
    return part if part.endswith("”") else f"{_line(part)},"


def _american(iso: str | None) -> str | None:
    """June 19, 2023; June 2023; 2023."""
    if iso is None:
        return None
    year, *rest = iso.partition("T")[0].split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def _key(document: Document) -> str:
    """Publisher, year and the beginning of the id: the same for the same document."""
    publisher = re.sub(r"[^a-z0-9]", "", (document.publisher or "").lower())[:16] or "anonymous"
    return f"{publisher}{(document.published or '')[:4]}{document.id[:6]}"


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in _line(text))


def _tex_url(url: str) -> str:
    r"""Within \url braces and white space alone would end it."""
    return re.sub(r"[{}\\\s]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)


def _line(text: str) -> str:
    return " ".join(text.split())
