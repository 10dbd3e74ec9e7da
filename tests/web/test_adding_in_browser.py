"""Adding in a real browser: choosing, dropping, watching, with and without scripts."""

import os
import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
WORDS = "Foreign Minister Wang Yi met Secretary of State Antony Blinken in Oslo on Monday.\n"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The address of a server with a record of its own."""
    record = tmp_path_factory.mktemp("adding") / "new.db"
    command = [sys.executable, "-c", "from detente.cli.main import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--record", str(record)], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as server:
        try:
            yield re.match(r"http://\S+(?=/)", server.stdout.readline())[0]
        finally:
            server.terminate()


@pytest.fixture
def opened(chromium, fresh):
    """Open a page: `opened("/add", width=390)`; no complaint of the browser is let pass."""
    contexts, complaints = [], []

    def open_page(address, width=1440, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(fresh + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [said for said in complaints if "status of 400" not in said] == []


def accessible(page):
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("address", ["/", "/add"])
def test_axe_finds_nothing_on_pages_of_an_empty_record(opened, address, width, scheme):
    accessible(opened(address, width, color_scheme=scheme))


def test_files_are_chosen_and_their_reading_is_watched_until_it_is_done(opened, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(WORDS, encoding="utf-8")
    bad.write_bytes(b"\x89PNG\0")
    page = opened("/add")
    page.get_by_label("Choose files, or drop them here").set_input_files([good, bad])
    page.get_by_role("button", name="Read these files").click()
    page.locator("#job[data-over=yes]").wait_for(timeout=90_000)
    assert "1 of 1 document" in page.locator(".lede").inner_text()
    assert "bad.txt: is no text but a binary file" in page.locator(".problems").inner_text()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            accessible(page)
    page.reload()
    assert "good" in page.locator(".claims").inner_text()


def test_files_can_be_dropped_on_the_page(opened):
    page = opened("/add")
    page.evaluate(
        """words => {
          const carried = new DataTransfer();
          carried.items.add(new File([words], "dropped.txt", {type: "text/plain"}));
          document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
        }""",
        WORDS + "They met again on Tuesday.",
    )
    page.get_by_role("button", name="Read these files").click()
    page.locator("#job[data-over=yes]").wait_for(timeout=90_000)
    assert "dropped" in page.locator(".claims").inner_text()


def test_more_than_the_server_takes_is_told_before_it_is_sent(opened):
    page = opened("/add")
    page.evaluate("document.querySelector('[data-most]').dataset.most = '10'")
    page.get_by_label("Choose files, or drop them here").set_input_files(
        [{"name": "a.txt", "mimeType": "text/plain", "buffer": b"more than ten"}]
    )
    assert "too large" in page.locator("[type=file]").evaluate("field => field.validationMessage")


def test_a_text_is_pasted_and_read_without_scripts(opened):
    page = opened("/add", java_script_enabled=False)
    page.get_by_label("Text", exact=True).fill(WORDS + "A third time.")
    page.get_by_label("Title").fill("By hand")
    page.get_by_role("button", name="Read this text").click()
    for _ in range(90):
        if page.locator("#job[data-over=yes]").count():
            break
        page.wait_for_timeout(1000)
        page.get_by_role("link", name="Look again").click()
    assert "By hand" in page.locator(".claims").inner_text()


def test_a_wrong_date_is_told_with_the_text_still_there(opened):
    page = opened("/add")
    page.get_by_label("Text", exact=True).fill("Some words.")
    page.locator("form[action='/add/text'] [name=published]").evaluate("field => field.removeAttribute('pattern')")
    page.locator("form[action='/add/text'] [name=published]").fill("soon")
    with page.expect_response(lambda answer: answer.status == 400):
        page.get_by_role("button", name="Read this text").click()
    assert "soon" in page.get_by_role("alert").inner_text()
    assert page.locator("textarea").input_value() == "Some words."
