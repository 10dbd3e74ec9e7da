"""Deciding in a real browser: with keys, with the mouse, without scripts; in two browsers; signed in."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from forms import PASSWORD
from test_in_browser import RULES, WIDTHS

from detente.model.findings import LAYERS

QUEUE = "/review/US-CN"


@pytest.fixture
def at(chromium):
    """Open an address: `at(served + "/", width=390)`; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def opened(address, width=1440, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [said for said in complaints if not any(code in said for code in ("400", "401", "403", "409"))] == []


@pytest.fixture(scope="session")
def documents(served_own, chromium):
    """Documents of the record that nothing was decided on yet, one for each test."""
    context = chromium.new_context()
    ask = context.new_page().request
    sources = ask.get(f"{served_own}/sources.json").json()["publishers"]
    held = [ask.get(served_own + s["path"].replace("/source?", "/source.json?")).json()["documents"] for s in sources]
    paths = [document["path"] for listed in held for document in listed]
    context.close()
    return iter(served_own + path for path in paths)


@pytest.fixture
def fresh(documents):
    return next(documents)


def follow(page, *keys):
    """Press keys, the last of which leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def current(page):
    return page.locator("article.card:focus")


def standing(page, card):
    return page.locator(f"#{card} > .kind").inner_text()


def test_keys_go_through_the_cards_and_decide(at, fresh):
    page = at(fresh)
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.press("k")
    first = current(page).get_attribute("id")
    follow(page, "a")
    assert page.url.endswith(f"#{first}")
    assert "accepted" in standing(page, first)
    page.keyboard.press("j")
    second = current(page).get_attribute("id")
    assert second != first
    page.keyboard.press("r")
    page.keyboard.type("another’s words")
    follow(page, "Enter")
    assert "rejected" in standing(page, second)
    assert page.locator(f"#{second} del").count() == 1
    assert "another’s words" in page.locator(f"#{second}").inner_text()
    follow(page, "u")
    assert "proposed" in standing(page, second)
    follow(page, "p", "u")
    assert "proposed" in standing(page, first)


def test_the_form_to_edit_is_filled_from_the_keyboard(at, fresh):
    page = at(fresh)
    page.locator("article.card.l-statements").first.focus()
    card = current(page).get_attribute("id")
    follow(page, "e")
    assert page.evaluate("document.activeElement.name") == "field-evidence"
    page.locator(f"#{card}").get_by_label("Why (if you like)").focus()
    page.keyboard.type("as I read it")
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.name") == "field-said_on":
            break
    page.keyboard.type("2023-05")
    page.get_by_label("Why (if you like)").focus()
    follow(page, "Enter")
    assert "edited" in standing(page, card)
    assert "as I read it" in page.locator(f"#{card}").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_mouse_decides_with_and_without_scripts(at, fresh, scripts):
    page = at(fresh, java_script_enabled=scripts)
    card = page.locator("article.card").first.get_attribute("id")
    page.locator(f"#{card}").get_by_role("button", name="Accept").click()
    assert "accepted" in standing(page, card)
    page.locator(f"#{card} summary").click()
    page.locator(f"#{card}").get_by_label("What is wrong with it").fill("not said")
    page.locator(f"#{card}").get_by_role("button", name="Reject", exact=True).click()
    assert "rejected" in standing(page, card)
    page.locator(f"#{card}").get_by_role("button", name="Undo").click()
    assert "accepted" in standing(page, card)
    page.locator(f"#{card}").get_by_role("link", name="Edit").click()
    page.locator(f"#{card} textarea").first.wait_for()
    page.locator(f"#{card}").get_by_label("Why (if you like)").fill("as it was")
    page.locator(f"#{card}").get_by_role("button", name="Keep the changes").click()
    assert "no field was given anew" in page.get_by_role("alert").inner_text()
    page.get_by_role("link", name="Decide nothing and go back").click()
    assert "accepted" in standing(page, card)


def test_words_and_cards_lead_to_each_other(at, served):
    page = at(f"{served}/document/be5054d2e88cc5415a80c55e")
    words = page.locator("a.found").nth(3)
    card = page.locator(f"#f{words.get_attribute('data-f').split()[0]}")
    words.hover()
    assert "lit" in card.get_attribute("class")
    card.hover()
    assert "lit" in words.get_attribute("class")
    words.click()
    assert page.evaluate("document.activeElement.id") == card.get_attribute("id")
    card.locator("a[data-of]").first.click()
    assert page.evaluate("document.activeElement.dataset.f").split()
    assert page.url.partition("?")[2] == ""


def test_words_that_are_asked_for_have_their_card_beside_them(at, served):
    page = at(f"{served}/document/be5054d2e88cc5415a80c55e")
    late = page.locator("article.card").nth(30)
    other = at(served + late.locator("a[data-of]").first.get_attribute("href"))
    shown = other.locator("article.card.current")
    assert shown.get_attribute("id")[1:] in other.locator("mark#at").locator("..").get_attribute("data-f").split()
    assert other.evaluate(
        "card => { const box = card.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }",
        shown.element_handle(),
    )


def test_without_scripts_words_lead_to_their_card_and_back(at, served):
    page = at(f"{served}/document/be5054d2e88cc5415a80c55e", java_script_enabled=False)
    words = page.locator("a.found").nth(3)
    words.click()
    card = words.get_attribute("href")
    assert page.url.endswith(card)
    page.locator(f"{card} .words a").first.click()
    assert page.locator("mark#at").first.is_visible()


def test_keys_are_told_can_be_turned_off_and_do_nothing_while_one_types(at, served):
    page = at(served + QUEUE)
    page.keyboard.press("?")
    assert page.get_by_role("dialog").get_by_text("reject, with a reason").is_visible()
    page.get_by_role("button", name="Turn keys off").click()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert current(page).count() == 0
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("button", name="Turn keys on").click()
    page.keyboard.press("Escape")
    page.get_by_label("Search the record").focus()
    page.keyboard.type("ja")
    assert page.get_by_label("Search the record").input_value() == "ja"
    assert current(page).count() == 0


def test_keys_work_through_the_queue(at, served_own):
    page = at(served_own + QUEUE)
    page.keyboard.press("j")
    ids = [page.locator("article.card").nth(n).get_attribute("id") for n in range(3)]
    follow(page, "a")
    assert current(page).get_attribute("id") == ids[1]
    page.keyboard.press("r")
    page.keyboard.type("no")
    follow(page, "Enter")
    assert current(page).get_attribute("id") == ids[2]
    assert page.locator(f"#{ids[1]}").count() == 0
    follow(page, "u")
    assert page.locator(f"#{ids[1]}").count() == 1
    follow(page, "m")
    page.get_by_role("group", name="The same as").get_by_role("radio").first.check()
    page.get_by_role("button", name="Join them").click()
    assert page.get_by_text("Joined with another report by Ana").first.is_visible()


def test_the_queue_works_without_scripts(at, served_own):
    page = at(f"{served_own}{QUEUE}?layer=positions", java_script_enabled=False)
    left = page.locator(".lede").inner_text()
    page.get_by_role("button", name="Accept").first.click()
    assert page.locator(".lede").inner_text() != left
    page.get_by_role("button", name="Undo").first.click()
    assert page.locator(".lede").inner_text() == left


def test_two_browsers_meet_at_a_page_that_shows_both_and_lets_decide_anew(at, fresh):
    mine, theirs = at(fresh), at(fresh)
    card = mine.locator("article.card").first.get_attribute("id")
    mine.locator(f"#{card}").get_by_role("button", name="Accept").click()
    theirs.keyboard.press("j")
    theirs.keyboard.press("r")
    theirs.keyboard.type("not said")
    follow(theirs, "Enter")
    shown = theirs.locator("main").inner_text()
    assert "Accepted by Ana" in shown
    assert "To reject it: not said" in shown
    theirs.get_by_role("button", name="Reject", exact=True).click()
    assert "rejected" in standing(theirs, card)
    assert theirs.url.endswith(f"#{card}")


def sign_in(page, name):
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_one_signs_in_decides_and_signs_out(at, served_to_users, scripts):
    page = at(served_to_users + QUEUE, java_script_enabled=scripts)
    sign_in(page, "analyst")
    assert page.url == served_to_users + QUEUE
    page.get_by_role("button", name="Accept").first.click()
    page.get_by_role("heading", name="Decided by you, last").wait_for()
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_label("Password").is_visible()
    page.goto(served_to_users + "/about")
    assert page.get_by_label("Password").is_visible()


def test_a_reader_finds_no_way_to_decide(at, served_to_users):
    page = at(served_to_users + QUEUE)
    sign_in(page, "reader")
    page.wait_for_load_state()
    assert page.locator("article.card").count() == 10
    assert page.get_by_role("button", name="Accept").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.url == served_to_users + QUEUE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_cards_that_were_decided_on(at, fresh, scheme):
    page = at(fresh, color_scheme=scheme)
    for keys in (("j", "a"), ("j", "r")):
        page.keyboard.press(keys[0])
        if keys[1] == "r":
            page.keyboard.press("r")
            page.keyboard.type("no")
            follow(page, "Enter")
        else:
            follow(page, keys[1])
    follow(page, "j", "e")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_somebody_decided_meanwhile(at, fresh, scheme):
    mine, theirs = at(fresh, color_scheme=scheme), at(fresh)
    for page, keys in ((theirs, ("j", "a")), (mine, ("j", "a"))):
        follow(page, *keys)
    assert mine.get_by_role("heading", name="What was decided meanwhile").is_visible()
    for width in WIDTHS:
        mine.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(mine, options=RULES).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
        assert mine.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_forms_of_the_queue_and_to_sign_in(at, served_to_users, scheme):
    page = at(served_to_users + QUEUE, color_scheme=scheme)
    for step in ("sign in", "queue", "same", "keys", "users"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            assert [(step, v["id"], v["nodes"][0]["html"]) for v in found] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        match step:
            case "sign in":
                sign_in(page, "admin")
            case "queue":
                follow(page, "j", "m")
            case "same":
                page.get_by_role("button", name="Keys").click()
            case "keys":
                page.goto(served_to_users + "/users")


def test_every_layer_can_be_edited_in_a_form_without_a_field_that_has_no_name(at, served):
    page = at(served)
    for layer in LAYERS:
        item = page.request.get(f"{served}{QUEUE}.json?layer={layer}").json()["items"][0]
        page.goto(served + item["edit"])
        fields = page.locator("form.editing :is(input:not([type=hidden]), select, textarea)")
        named = fields.evaluate_all("all => all.map(field => field.labels.length)")
        assert len(named) > 3
        assert set(named) == {1}
