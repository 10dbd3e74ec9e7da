"""Texts of others never run: some 200 attacks in every field that can carry one, on every page, in a real browser."""

import json
import re
from pathlib import Path
from time import sleep
from urllib.parse import quote, urlencode

import pytest
from attacks import ATTACKS, GROUPS, fill
from fastapi.testclient import TestClient
from forms import send_files

import detente
from conftest import serving
from detente import api
from detente.export.series_chart import write_series_svg
from detente.settings import Settings
from detente.web.app import create_app
from detente.web.table import PAGES

WEB = Path(detente.__file__).parent / "web"
MARKUP = "".join(path.read_text(encoding="utf-8") for path in (WEB / "templates").iterdir())
SCRIPT = "".join(path.read_text(encoding="utf-8") for path in (WEB / "static").glob("*.js"))
ELEMENTS = sorted({*re.findall(r"<([a-z][a-z0-9]*)", MARKUP), *re.findall(r'createElement\("([a-z]+)"', SCRIPT)})
_TAGS = " ".join(re.findall(r"<[a-z][^<]*>", MARKUP))
_WORDS = {
    *re.findall(r"[a-zA-Z][a-zA-Z0-9-]*", _TAGS),
    *(w.lower() for w in re.findall(r"[a-zA-Z][a-zA-Z0-9-]*", SCRIPT)),
}
ATTRIBUTES = sorted(
    word for word in _WORDS if not word.startswith("on") and word not in {"style", "srcdoc", "formaction"}
)
"""What a page may consist of: whatever else stands in it was brought in."""

OPENED_BY_ADDRESS = {page.path for page in PAGES if "{" not in page.path}
WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", e => window.broken.push(`${e.violatedDirective} ${e.sample}`), true);
"""
SEEN = """
(window, [elements, attributes]) => {
  const document = window.document;
  const wrong = window.__x === undefined ? [] : ["it ran"];
  for (const e of document.querySelectorAll("*")) {
    if (elements && !elements.includes(e.localName)) wrong.push(e.outerHTML.slice(0, 200));
    for (const a of e.attributes)
      if (attributes ? !attributes.includes(a.name) : a.name.startsWith("on")) wrong.push(`${e.localName} ${a.name}`);
    for (const name of ["href", "xlink:href", "src", "action", "formaction"])
      if (e.hasAttribute(name) && !/^https?:/.test(new URL(e.getAttribute(name), parent.location).protocol))
        wrong.push(`${e.localName} ${name} ${e.getAttribute(name)}`);
  }
  for (const s of document.scripts)
    if (!elements || !s.src.startsWith(`${parent.location.origin}/static/`)) wrong.push(s.outerHTML);
  if (document.body.id || (elements && !document.querySelector("body > footer"))) wrong.push("another shape");
  return {wrong: wrong.concat(window.broken), text: document.body.textContent};
}
"""
OPENED = """
async ([pages, markup]) => {
  const seen = SEEN;
  const opened = async ([path, html]) => {
    const frame = document.createElement("iframe");
    frame.srcdoc = html ?? await (await fetch(path)).text();
    document.body.append(frame);
    await new Promise(done => frame.addEventListener("load", done, {once: true}));
    const found = seen(frame.contentWindow, markup);
    frame.remove();
    return [path, found.wrong, found.text];
  };
  const answers = [];
  for (let n = 0; n < pages.length; n += 12)
    answers.push(...await Promise.all(pages.slice(n, n + 12).map(opened)));
  return answers;
}
""".replace("SEEN", SEEN)
"""Opens each page in a frame of its own, a dozen at once: in a tab of its own it would take ten times as long."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """The record of all attacks, and the ids of its documents in their order."""
    path = tmp_path_factory.mktemp("attacked") / "attacks.db"
    return path, fill(path)


@pytest.fixture(scope="module")
def address(attacked):
    with serving(attacked[0], DETENTE_NAMES=json.dumps({"US": ATTACKS[0]})) as address:
        yield address


@pytest.fixture(scope="module")
def ask(attacked):
    with TestClient(create_app(Settings(record=attacked[0])), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def browse(chromium, address):
    """A page of the application; a dialog, a window, an error or a request to elsewhere fails the test."""
    contexts, told = [], []

    def page(*, policy):
        context = chromium.new_context(bypass_csp=not policy)
        contexts.append(context)
        context.add_init_script(WATCH)
        made = context.new_page()
        made.on("dialog", lambda dialog: (told.append(f"dialog {dialog.message}"), dialog.dismiss()))
        made.on("popup", lambda popup: told.append(f"window {popup.url}"))
        made.on("pageerror", lambda error: told.append(str(error)))
        made.on("console", lambda m: told.append(f"{m.text} {m.location}") if m.type == "error" else None)
        made.on("request", lambda r: told.append(r.url) if not r.url.startswith((address, "about:srcdoc")) else None)
        made.set_default_timeout(120_000)
        made.goto(f"{address}/search")
        return made

    yield page
    for context in contexts:
        context.close()
    # Not every attack is the name of something that has a page.
    assert [said for said in told if "404" not in said] == []


def opened(page, pages, markup=(ELEMENTS, ATTRIBUTES)):
    """Open pages, given as addresses or with their HTML, without their policy; what each shows, by its address."""
    answers = page.evaluate(OPENED, [[p if isinstance(p, tuple) else (p, None) for p in pages], markup])
    assert [(path, wrong) for path, wrong, _ in answers if wrong] == []
    return {path: in_one_line(text) for path, _, text in answers}


def in_one_line(words):
    return " ".join(words.split())


def pages_of(pair, ask):
    """The page of two states, and those of what stands on it: one entry of each kind for each attack in turn."""
    path = f"/relationship/{'-'.join(pair)}"
    page = ask.get(f"{path}.json").json()
    claims = [event["claim"]["path"] for event in page["course"]["events"]]
    claims += [promise["claim"]["path"] for promise in page["promises"]["latest"]]
    claims += [d["path"] for d in page["disagreements"]]
    contacts = [claim for claim in claims if "/engagement/" in claim]
    return {
        path,
        f"/review/{'-'.join(pair)}",
        *sorted(set(claims))[::18],
        *contacts[:1],
        *(ask.get(f"{contact}.json").json()["compare"] for contact in contacts[:1]),
        *(line["path"] for line in page["board"]),
        *(row["path"] for row in page["matrix"]),
    }


def page_named(path):
    """The name of the page of the table at an address; those of two states are named by the third part of it."""
    if path.startswith("/review/"):
        return "review of two"
    return [*path.split("/"), "relationship"][3].partition("?")[0]


def test_there_are_more_than_150_attacks_and_no_two_are_the_same():
    assert len(set(ATTACKS)) == len(ATTACKS) >= 150


def test_no_attack_in_a_document_runs_and_each_is_shown_as_its_words(browse, attacked):
    page = browse(policy=False)
    shown = opened(page, [f"/document/{id_}" for id_ in attacked[1]])
    opened(page, [f"/document/{id_}/cite?at=0-4" for id_ in attacked[1][::4]])
    for attack, text in zip(ATTACKS, shown.values(), strict=True):
        words = in_one_line(attack)
        assert text.count(words) > 5
        assert f"said {words} and" in text


def test_no_attack_runs_on_any_page_of_two_states_and_of_what_is_between_them(browse, ask):
    page = browse(policy=False)
    kinds = set()
    for pair, attacks in GROUPS.items():
        paths = pages_of(pair, ask)
        shown = opened(page, paths)
        together = " ".join(shown.values())
        assert [attack for attack in attacks if in_one_line(attack) not in together] == []
        kinds |= {page_named(path) for path in paths}
    others = {"person", "document", "cite", "job"}
    assert kinds | others == {page.name for page in PAGES if page.path not in OPENED_BY_ADDRESS}


def test_no_attack_in_an_address_or_the_name_of_a_publisher_or_a_person_runs(browse):
    """Each attack, in turn, as words to look for, a publisher, a person, an issue, and as what narrows a page."""
    pages = sorted(OPENED_BY_ADDRESS - {"/source"})
    for pair, attacks in GROUPS.items():
        path = f"/relationship/{'-'.join(pair)}"
        for n, attack in enumerate(attacks):
            named = quote(attack, safe="")
            narrowed = urlencode(dict.fromkeys(("person", "publisher", "issue"), attack))
            whats = (
                f"/search?q={named}",
                f"/source?name={named}",
                f"{path}/person/{named}",
                f"{path}/issue/{named}",
                f"/search?q=talks&publisher={named}&person={named}",
                f"{path}?{narrowed}",
            )
            pages.append(whats[n % len(whats)])
    shown = opened(browse(policy=False), pages)
    assert [attack for attack in ATTACKS if in_one_line(attack) not in shown["/sources"]] == []


def test_no_attack_in_the_name_of_a_file_runs(browse, ask):
    path = send_files(ask, *((f"{attack}.pdf", b"x") for attack in ATTACKS[:150])).headers["location"]
    while not ask.get(f"{path}.json").json()["over"]:
        sleep(0.1)
    opened(browse(policy=False), [(path, ask.get(path).text)])


def test_under_the_policy_no_page_even_tries_to_run_an_attack(browse, address, ask, attacked):
    page = browse(policy=True)
    pair = next(iter(GROUPS))
    paths = {page_named(path): path for path in pages_of(pair, ask)}.values()
    for path in (*paths, f"/document/{attacked[1][0]}", "/", "/sources", f"/search?{urlencode({'q': ATTACKS[0]})}"):
        page.goto(address + path)
        assert page.evaluate(f"({SEEN})(window, {json.dumps([ELEMENTS, ATTRIBUTES])})")["wrong"] == []


def test_json_is_told_to_be_json_and_holds_the_words_as_they_are(ask, attacked):
    for attack, id_ in list(zip(ATTACKS, attacked[1], strict=True))[::10]:
        answer = ask.get(f"/document/{id_}.json")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.json()["title"] == attack


def test_no_attack_runs_in_a_brief_or_a_drawing_that_is_saved(browse, attacked):
    saved, pairs = [], list(GROUPS)[::4]
    with api.open(attacked[0]) as record:
        for pair in pairs:
            held = record.relationship(*pair)
            saved.append((f"brief on {pair[1]}", held.write("html")))
            drawing = write_series_svg(held.series(*pair), dict(zip(pair, GROUPS[pair], strict=False)))
            saved.append((f"series on {pair[1]}", drawing))
    shown = opened(browse(policy=False), saved, markup=(None, None))
    for pair in pairs:
        assert [attack for attack in GROUPS[pair] if in_one_line(attack) not in shown[f"brief on {pair[1]}"]] == []
