"""Pages in a real browser: at two widths, light and dark, with and without scripts; axe finds nothing."""

import pytest
from addresses import NAMES, address_of
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
WIDTHS = (1440, 390)
CLOSER = {"days of a month": "/relationship/US-CN?since=2023-06&until=2023-06", "an error": "/nothing"}
WALKED = (*(name for name in NAMES if name != "job"), *CLOSER)
"""What is being read is walked where something is: in test_adding_in_browser.py."""


def walked(name, ask):
    return CLOSER.get(name) or address_of(name, ask)


@pytest.fixture
def at(chromium, served):
    """Open an address: `at("/", width=390, color_scheme="dark")`; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def opened(address, width=1440, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: complaints.append(request.url) if not request.url.startswith(served) else None
        )
        page.goto(served + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [said for said in complaints if "404" not in said] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", WALKED)
def test_axe_finds_nothing(at, ask, name, scheme):
    address = walked(name, ask)
    for width in WIDTHS:
        found = Axe().run(at(address, width, color_scheme=scheme), options=RULES).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", WALKED)
def test_no_page_is_wider_than_the_screen(at, ask, name, width):
    page = at(walked(name, ask), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_claim_is_one_click_from_its_words(at):
    page = at("/relationship/US-CN")
    words = page.locator("#issues tbody tr").first.locator("q").first.inner_text().strip("“”")
    page.locator("#issues tbody tr").first.locator("a.cite").first.click()
    assert page.locator("mark#at").first.inner_text() in words
    assert page.locator("mark#at").first.is_visible()


def test_the_timeline_zooms_from_years_to_months_to_days_to_one_day(at):
    page = at("/relationship/US-CN?since=2010&until=2023")
    for unit, into in (("year", "2023"), ("month", "June 2023"), ("day", "18 June 2023")):
        drawing = page.locator("#course svg[role=group]")
        assert drawing.get_attribute("aria-label").startswith(f"Timeline by {unit}")
        drawing.get_by_role("link", name=into, exact=True).evaluate("column => column.focus()")
        page.keyboard.press("Enter")
        page.wait_for_url("**since=2023**")
        page.locator("#course [aria-current]", has_text=into).wait_for()
    assert page.url.endswith("since=2023-06-18&until=2023-06-18")
    assert page.locator("#course [aria-current]").inner_text() == "18 June 2023"


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_work_with_and_without_scripts(at, scripts):
    page = at("/relationship/US-CN", java_script_enabled=scripts)
    page.locator("summary", has_text="Filters").click()
    page.get_by_role("textbox", name="From").fill("2023-07")
    page.get_by_role("button", name="Show").click()
    assert "since=2023-07" in page.url
    assert "until=" not in page.url or not scripts
    assert "of 1" in page.locator(".lede").inner_text()


def test_the_keyboard_reaches_the_page_past_the_navigation(at):
    page = at("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


CONTROLS = """
() => {
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  window.wanted = [...document.querySelectorAll(controls)].filter(e => e.checkVisibility() && e.tabIndex >= 0);
  window.reached = new Map();
  addEventListener("focusin", ({target}) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(target);
    window.reached.set(target, outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  });
  return window.wanted.length;
}
"""
MISSED = "wanted.filter(e => !reached.get(e)).map(e => `${reached.has(e) ? 'unseen' : 'unreached'}: ${e.outerHTML}`)"


@pytest.mark.parametrize("name", WALKED)
def test_the_keyboard_reaches_every_link_and_control_and_shows_where_it_is(at, ask, name):
    page = at(walked(name, ask))
    # A box that scrolls is a stop of its own.
    for _ in range(page.evaluate(CONTROLS) + 10):
        page.keyboard.press("Tab")
    assert page.evaluate(MISSED) == []


def test_the_look_can_be_chosen_against_the_system(at):
    page = at("/", color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.locator("html[data-look=dark]").wait_for()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after


def test_search_from_any_page(at):
    page = at("/")
    page.get_by_label("Search the record").fill("Taiwan")
    page.keyboard.press("Enter")
    assert page.locator(".hits mark").first.inner_text() == "Taiwan"


def test_a_citation_is_copied_with_one_click(at):
    page = at("/document/be5054d2e88cc5415a80c55e/cite?at=370-386", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").nth(1).click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#c-1").inner_text()


def test_a_citation_can_be_selected_without_scripts(at):
    page = at("/document/be5054d2e88cc5415a80c55e/cite", java_script_enabled=False)
    assert page.locator("#c-2").inner_text().startswith("@misc{")
    assert page.get_by_role("button", name="Copy").count() == 0


def test_on_a_narrow_screen_what_was_found_is_in_sight_beside_closed_facets(at):
    page = at("/search?q=Taiwan", width=390)
    assert page.locator(".facets details[open]").count() == 0
    page.locator(".facets summary", has_text="State").click()
    assert page.locator(".facets details[open]").count() == 1
    assert at("/search?q=Taiwan").locator(".facets details[open]").count() > 3
