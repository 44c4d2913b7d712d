"""Every page there is, walked from the menu as she would: on a small phone, on a large screen, without JavaScript.

With the environment variable PICTURES naming a folder, a picture of every page is put there, to be looked at.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import url_for
from playwright.sync_api import BrowserContext, Page

from daybook.domain.attachment import Attachment
from daybook.domain.records.machine_text import MachineText
from daybook.domain.seen import Box, Bubble, Chat
from daybook.notebook import ready
from daybook.notebook.breaches import possibilities, say
from daybook.notebook.demo import make_demo
from daybook.notebook.drafts import Draft
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offers
from daybook.notebook.plans import her_plan
from daybook.notebook.senders import say_who
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import Launch, unlocked
from tests.notebook import from_pictures
from tests.quick import quick_keys

pytestmark = pytest.mark.browser

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
PHONE, WIDE = 360, 1280
NO_PAGES = {
    "asset",  # styles, script, icon
    "body.picture",  # a drawing
    "file.original",  # handed out, not shown
    "file.picture",
    "given.original",
    "given.picture",
    "bring.picture",
    "seen.piece",
    "front.dead",  # only ever leads on
    "front.leave",  # blank
    "questions.following",
    "signs.following",
}
ONLY_LEADS_ON, HANDS_OUT = ".again", ".take"
IN_FRONT = ("start.before", "start.words", "start.practise", "start.own", "start.weak")
DRAFT = Draft(kind="incident.1", key="every-page", typed={"account": ["Half a sentence"]}, files={})

Finding = tuple[str, object]


def words_in(file: Attachment) -> MachineText:
    """What a machine would have read in a screenshot."""
    bubbles = tuple(
        Bubble(text=text, side=side, box=Box(40, top, 600, top + 60), sure=0.8, day="Today", clock="21:05")
        for text, side, top in (("where are you", "left", 200), ("at work", "right", 300))
    )
    chat = Chat(name="Dan", bubbles=bubbles)
    return MachineText(text="where are you\nat work", file=(file,), program="a reader, 1", chat=chat)


def is_page(endpoint: str) -> bool:
    """Whether this view shows a page: by its name, views that hand out a paper `take` it."""
    return endpoint not in NO_PAGES and not endpoint.endswith((ONLY_LEADS_ON, HANDS_OUT))


def behind_a_form(blob: str, record: str) -> dict[str, dict[str, str]]:
    """Pages that something typed leads to, with what was typed."""
    return {
        "find.index": {"text": "door"},
        "directory.found": {"words": "housing", "place": ""},
        "trouble.show": {"number": "every-page"},
        "settings.practise": {},
        "file.page": {"record": record, "blob": blob},
    }


@pytest.fixture(scope="session")
def demo_made(ready_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "notes"
    shutil.copytree(ready_made, folder)
    with quick_keys():
        notebook = Notebook.unlock(folder, PASSPHRASE)
    make_demo(notebook, dt.date(2026, 11, 21))
    notebook.drafts.put(DRAFT)
    possible = next(each.found for each in possibilities(notebook, her_plan(notebook, ready.pack())) if each.found)
    say(notebook, possible.happening, possible.term, "confirmed")
    chat = next(each.record for each in notebook.timeline(["source.1"]) if "Dan" in each.body.name)
    say_who(notebook, chat, "Dan", "them")
    notebook.close()
    return folder


@pytest.fixture
def shown(demo_made: Path, tmp_path: Path) -> Iterator[Screens]:
    shutil.copytree(demo_made, tmp_path / "notes")
    screens = Screens(tmp_path / "notes")
    screens.desk.pause_after_failure = 0
    with screens.listening() as serve:
        threading.Thread(target=serve, daemon=True).start()
        yield screens


class Walk:
    """Goes to pages by their internal targets, and remembers which view each belongs to."""

    def __init__(self, screens: Screens, context: BrowserContext, of_each: int) -> None:
        self.screens, self.page, self._of_each = screens, unlocked(context, screens), of_each
        self.base = screens.address.rsplit("/", 1)[0]
        self.asked: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        self._rules = screens.app.url_map.bind("")
        self._seen: dict[str, int] = {}

    def views(self) -> set[str]:
        """Every view that shows a page."""
        rules = self.screens.app.url_map.iter_rules()
        return {rule.endpoint for rule in rules if "GET" in (rule.methods or ()) and is_page(rule.endpoint)}

    def view_of(self, target: str) -> str:
        return str(self._rules.match(target.partition("?")[0])[0])

    def target_of(self, endpoint: str, **values: str) -> str:
        with self.screens.app.test_request_context():
            return url_for(endpoint, **values)

    def go(self, target: str) -> Page:
        session = self.screens.desk._session
        assert session, target
        self.screens.desk.troubles["every-page"] = "One sentence."
        self.page.goto(self.base + (target if target == "/" else session.book.path(target)))
        return self.page

    def linked(self) -> list[str]:
        """The internal targets this page leads to."""
        session = self.screens.desk._session
        assert session
        all_of_it = "found => found.map(link => new URL(link.getAttribute('href'), location).href)"  # in a drawing, too
        links = self.page.eval_on_selector_all("a[href]", all_of_it)
        paths = [urlsplit(link).path for link in links if link.startswith(self.base)]
        return [path if path == "/" else session.book.target(path) for path in paths]

    def is_new(self, target: str) -> bool:
        """Whether this page is still to be looked at: not more than a few of each view."""
        view = which = self.view_of(target)
        if view.startswith("record.") and (kind := re.search(r"kind=([^&]*)", target)):
            which += kind[1]
        if not is_page(view) or self._seen.get(which, 0) >= self._of_each or target in self._seen:
            return False
        self._seen[which] = self._seen.get(which, 0) + 1
        self._seen[target] = 1
        return True

    def with_a_tool(self) -> list[str]:
        """One thing of her plan for each tool that things of the plan lead to."""
        plan = her_plan(self.screens.desk.notebook, ready.pack())
        tools = {item.action.tool: item.id for item in reversed(list(plan.chosen("open"))) if item.action.tool}
        return [self.target_of("plan.show", action=action) for action in tools.values()]

    def all(self) -> Iterator[str]:
        """Go to every page that can be reached from the first one, then to those behind a form."""
        waiting = ["/", *self.with_a_tool()]
        self.is_new("/")
        files = next(body.files for body in (r.body for r in self.screens.desk.notebook.timeline()) if body.files)
        record = next(r.record for r in self.screens.desk.notebook.timeline() if r.body.files == files)
        for endpoint, values in behind_a_form(files[0].blob, record).items():
            waiting.append(self.target_of(endpoint, **values))
        amended = next(r.record for r in self.screens.desk.notebook.timeline(["incident.1"]) if r.number > 1)
        waiting.append(self.target_of("record.history", record=amended))
        tried = self.screens.desk.notebook.timeline(["rehearsal.1"])[0].record
        waiting.append(self.target_of("tries.show", record=tried))  # where the page of a record leads on to
        chat = self.screens.desk.notebook.timeline(["source.1"])[0].body.original[0]
        offer = self.screens.desk.notebook.beside(Offers).add(chat)  # looked at, not kept
        waiting.append(self.target_of("bring.look", key=offer.key))
        waiting.append(self.target_of("bring.several"))
        kept = self.screens.desk.notebook.timeline(["kept-file.1"])[0].record
        waiting.append(self.target_of("kept.show", record=kept))
        words = self.screens.desk.notebook.save(words_in(files[0]), key=f"machine-text {files[0].sha256}").record
        waiting += [self.target_of("seen.show", record=words), self.target_of("seen.check", each=words)]
        while waiting:
            target = waiting.pop(0)
            self.go(target)
            waiting += [link for link in self.linked() if self.is_new(link)]
            yield target
        source = from_pictures.kept(self.screens.desk.notebook, from_pictures.TALK)  # would stand before the chat
        target = self.target_of("put_right.show", source=source, number="0")
        self.go(target)
        yield target


_LOOKED_AT = """() => {
    document.querySelectorAll('details').forEach(part => part.open = true);
    const seen = selector => [...document.querySelectorAll(selector)].some(one => one.checkVisibility());
    const found = {
        headings: document.querySelectorAll('h1').length, wide: document.documentElement.scrollWidth,
        numbers: seen(".numbers a[href='tel:999']"), leave: seen('.leave button'),
    };
    document.activeElement.blur();
    scrollTo(0, 0);
    return found;
}"""


def wrong_with(page: Page, width: int) -> list[object]:
    """What this page does not keep of what every page keeps."""
    page.wait_for_load_state("load")
    found: list[object] = []
    if page.title() != "Notes":
        found.append(f"title {page.title()}")
    saw = page.evaluate(_LOOKED_AT)
    if saw["headings"] != 1:
        found.append(f"{saw['headings']} headings")
    if saw["wide"] > width:
        found.append("wider than the screen")
    if not saw["numbers"]:
        found.append("no emergency strip")
    if not saw["leave"]:
        found.append("no way out")
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('.leave button')"):
        found.append("the way out is not first: " + str(page.evaluate("document.activeElement.outerHTML"))[:80])
    return found


def picture(page: Page, width: int | str, target: str) -> None:
    if folder := os.environ.get("PICTURES"):
        name = re.sub(r"[^a-z0-9]+", "-", target.lower()).strip("-")[:60] or "first"
        page.screenshot(path=Path(folder) / f"{width}-{name}.png", full_page=True)


def foreign(asked: list[str], base: str) -> list[str]:
    return [url for url in asked if not url.startswith((base, "about:", "blob:" + base, "data:"))]


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_every_page_keeps_what_every_page_keeps(launch: Launch, shown: Screens, width: int) -> None:
    walk = Walk(shown, launch(width=width), 1)
    found: list[Finding] = []
    seen = set()
    for target in walk.all():
        picture(walk.page, width, target)
        found += [(target, wrong) for wrong in wrong_with(walk.page, width)]
        if width == PHONE and walk.view_of(target) not in seen:
            found += [(target, wrong) for wrong in found_by_axe(walk.page)]
        seen.add(walk.view_of(target))
    assert found == []
    assert walk.views() - seen - set(IN_FRONT) == set(), "no link leads here"
    assert len(walk.asked) > len(seen)
    assert foreign(walk.asked, walk.base) == []


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_every_page_before_the_notebook_is_open(launch: Launch, shown: Screens, tmp_path: Path, width: int) -> None:
    page = launch(width=width).pages[0]
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    base = shown.address.rsplit("/", 1)[0]
    shown.desk.offer = PASSPHRASE
    found: list[Finding] = []
    page.goto(shown.address)
    found += [("locked", wrong) for wrong in (*wrong_with(page, width), *found_by_axe(page))]
    shown.desk.folder = tmp_path / "none"
    for endpoint in ("front.door", *IN_FRONT):
        with shown.app.test_request_context():
            target = url_for(endpoint)
        page.goto(base + (target if target == "/" else shown.desk.front.path(target)))
        assert page.locator("nav.menu").count() == 0
        picture(page, width, "locked" + target)
        found += [(endpoint, wrong) for wrong in (*wrong_with(page, width), *found_by_axe(page))]
    assert found == []
    assert foreign(asked, base) == []


def words_of(page: Page) -> str:
    """What can be read on a page, but for what changes from one moment to the next."""
    said: Any = page.evaluate("document.querySelector('main').innerText")
    return " ".join(str(said).split())


def test_every_page_can_be_used_without_javascript(launch: Launch, shown: Screens) -> None:
    walk = Walk(shown, launch(script=False, width=360), 1)
    found: list[Finding] = []
    for target in walk.all():
        picture(walk.page, "no-script", target)
        found += [(target, wrong) for wrong in wrong_with(walk.page, 360)]
        if len(words_of(walk.page)) < 20:
            found.append((target, "nothing to read"))
        for form in walk.page.locator("main form").all():
            if form.locator("button:visible").count() == 0:
                found.append((target, "a form without a button"))
            if (form.get_attribute("method") or "").lower() != "post" or not form.get_attribute("action"):
                found.append((target, "a form that leads nowhere"))
        dead = walk.page.locator("main button:visible:not(form button):not([form])").count()
        dead += walk.page.locator("main a:visible:not([href])").count()
        if dead:
            found.append((target, "a button that does nothing"))
    assert found == []
