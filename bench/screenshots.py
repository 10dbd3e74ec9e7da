"""Take the screenshots of the documentation: pages of the example dossier at two widths, light and dark.

python bench/screenshots.py [--example examples/us-china-2023] [-o docs/screenshots] [--pages relationship ...]

The pages are those of `detente serve` over a record of the example that lasts as long as this; Chromium is the one of
the system. Files are named PAGE-WIDTH-LOOK.png.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import detente

SIZES = {1440: 760, 390: 760}
_SETTLED_MS = 300
_ROOM = 16
LOOKS = ("light", "dark")
_PAIR = "/relationship/CN-US"


def main() -> int:
    """Take them all, or those of the pages named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--example", type=Path, default=Path("examples/us-china-2023"))
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--pages", nargs="*")
    arguments = parser.parse_args()
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None:
        print("no Chromium here; install it with: apt-get install chromium", file=sys.stderr)
        return 1
    arguments.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record = Path(folder) / "example.db"
        with detente.open(record) as opened:
            opened.add(arguments.example)
            pages = addresses(opened)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        with serving(record) as address:
            for name in arguments.pages or pages:
                take(browser, address + pages[name], arguments.output, name)
        browser.close()
    return 0


def addresses(record: detente.Record) -> Mapping[str, str]:
    """What to show, by name; entries by the id that they have in this record."""
    compared = max(record.contacts("US", "CN"), key=lambda told: (len(told[1]), told[0].reports))[0].id
    richest = max(record.store.documents(), key=lambda d: (len(record.dossier(d.id).findings), d.id)).id
    return {
        "home": "/",
        "relationship": _PAIR,
        "timeline-days": f"{_PAIR}?since=2023-06&until=2023-06#course",
        "series": f"{_PAIR}#series",
        "document": f"/document/{richest}",
        "compare": f"{_PAIR}/compare/{compared}",
        "search": "/search?q=Taiwan",
        "about": "/about",
    }


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The address at which `detente serve` shows a record."""
    command = [sys.executable, "-c", "from detente.cli.main import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(
        # By its name alone: a page tells where the record lies.
        [*command, "--record", record.name],
        cwd=record.parent,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            told = re.match(r"http://\S+(?=/)", server.stdout.readline())
            assert told is not None, "the server did not tell its address"
            yield told[0]
        finally:
            server.terminate()


def take(browser: Browser, address: str, folder: Path, name: str) -> None:
    """One page at every width in every look: what a visitor sees of it first."""
    for width, height in SIZES.items():
        for look in LOOKS:
            options: dict[str, Any] = {"viewport": {"width": width, "height": height}, "color_scheme": look}
            context = browser.new_context(**options)
            page = context.new_page()
            whole, _, part = address.partition("#")
            page.goto(whole)
            page.wait_for_timeout(_SETTLED_MS)
            # Cut from the whole page: one that is scrolled may be taken while it is still painted.
            top = page.locator(f"#{part}").evaluate("part => part.getBoundingClientRect().top") if part else 0
            cut: Any = {"x": 0, "y": max(0, top - _ROOM), "width": width, "height": height}
            page.screenshot(path=folder / f"{name}-{width}-{look}.png", full_page=True, clip=cut)
            context.close()


if __name__ == "__main__":
    sys.exit(main())
