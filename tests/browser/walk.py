"""Goes to every page there is, types into every field of it, and presses every button of every form."""

from __future__ import annotations

from collections import Counter, deque
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error, FilePayload, Locator, Page
from werkzeug.exceptions import HTTPException

from daybook.notebook.seeing import Seeing
from daybook.web.server import Screens
from tests.browser.planted import Planted
from tests.intake.drawn_chats import Say, draw

FIELDS = "input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), textarea"
SHORT = 20
"""A field that takes fewer characters is for a number or a time; it is given one."""


class Walk:
    """Goes to every page there is, types into every field of it and presses every button of every form."""

    def __init__(
        self, page: Page, screens: Screens, planted: Planted, picture: bytes, only: tuple[str, ...] = ()
    ) -> None:
        self.page, self.screens, self.planted, self.only = page, screens, planted, only
        self.file = FilePayload(name=f"{planted.next()}.jpg", mimeType="image/jpeg", buffer=picture)
        chat = "".join(f"{day}/03/2024, 21:05 - Sam: {planted.next()}\n" for day in range(15, 20))
        self.chat = FilePayload(name=f"{planted.next()}.txt", mimeType="text/plain", buffer=chat.encode())
        said = [Say("where are you", "18:09", day="14 March 2024"), Say(f"answer me {planted.next()}", "18:12")]
        self.screenshot = FilePayload(name=f"{planted.next()}.png", mimeType="image/png", buffer=draw(said))
        planted.show("the screenshot", self.screenshot["buffer"])
        self.base = screens.address.rsplit("/", 1)[0]
        self.typed: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._pressed: set[str] = set()
        self._waiting: deque[str] = deque()

    def all(self) -> None:
        """Begin at the first page, until there is nothing new."""
        before = -1
        while before < len(self._pressed):  # a page that had nothing to show may have a form now
            before = len(self._pressed)
            if not self.only:
                self.screens.desk.notebook.beside(Seeing).wait(240)
            self._seen.clear()
            self._waiting.append("/")
            self._until_nothing_is_new()

    def _until_nothing_is_new(self) -> None:
        while self._waiting:
            path = self._waiting.popleft()
            shape = self._shape(path)
            if shape in self._seen or (self.only and shape.partition(".")[0] not in self.only):
                continue
            self._seen.add(shape)
            self._visit(path)

    def _visit(self, path: str) -> None:
        if not self._go(path):
            return
        self._note_links()
        form = 0
        while form < self.page.locator("main form").count():
            button = 0
            while button < self._buttons(form).count():  # counted anew: a page can ask something else next time
                if self._press(form, button):
                    self._note_links()
                    self._waiting.append(urlsplit(self.page.url).path)
                    self._go(path)
                button += 1
            form += 1

    def _buttons(self, form: int) -> Locator:
        return self.page.locator("main form").nth(form).locator("button:visible:not([aria-hidden=true])")

    def _press(self, number: int, button: int) -> bool:
        """Fill a form and press a button of it, each of one kind once; False where that was done before."""
        form = self.page.locator("main form").nth(number)
        action = self._shape(str(form.get_attribute("action")), "POST")
        pressed = self._buttons(number).nth(button)
        goes = pressed.get_attribute("formaction")
        known = f"{self._shape(goes, 'POST') if goes else action} {' '.join(str(pressed.get_attribute('value')).split()[:1])}"
        if known in self._pressed:
            return False
        self._pressed.add(known)
        self._fill(number, action)
        pressed.click(timeout=60_000)
        self.page.wait_for_load_state()
        return True

    def _fill(self, number: int, action: str) -> None:
        form = self.page.locator("main form").nth(number)
        for box in form.locator("input[type=checkbox]:enabled:visible").all():
            box.check()
        for group in form.evaluate(
            "form => [...new Set([...form.querySelectorAll('input[type=radio]')].map(each => each.name))]"
        ):
            same = form.locator(f'input[type=radio][name="{group}"]')
            sure = same.and_(form.locator("[value=exact]"))
            (sure if sure.count() else same).first.check()
        for entry in form.locator(FIELDS).all():
            if entry.is_visible() and entry.is_editable():
                entry.fill(self._text(entry, action))
        for chooser in form.locator("input[type=file]").all():
            chooser.set_input_files(self._files(action, several=chooser.get_attribute("multiple") is not None))
            self.typed[f"{action}: a file"] += 1

    def _files(self, action: str, *, several: bool) -> list[FilePayload]:
        """The chat where messages are brought in; elsewhere the photo, and on the long walk a screenshot beside it."""
        if action.startswith("bring.add"):
            return [self.chat]
        return [self.file, self.screenshot] if several and not self.only else [self.file]

    def _text(self, entry: Locator, action: str) -> str:
        name, room = str(entry.get_attribute("name")), entry.get_attribute("maxlength")
        if room and int(room) < SHORT:
            last = name.rpartition(".")[2].removeprefix("end_")
            return {"day": "3", "month": "4", "year": "2025", "time": "21:05"}.get(last, "1")
        self.typed[f"{action}: {name}"] += 1
        return self.planted.next()

    def _go(self, path: str) -> bool:
        """Open an address; False for one that hands out a file."""
        try:
            self.page.goto(self.base + path)
        except Error as error:
            if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
                return False
            raise
        if self.page.locator("main").count() == 0:  # a picture alone
            return False
        if self.page.locator("nav.menu").count() == 0:  # a form of the settings closed it, say
            raise AssertionError("the notebook was locked on the way")
        self.page.wait_for_load_state("load")
        self.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        return True

    def _note_links(self) -> None:
        for path in self.page.locator("main a[href^='/'], nav.menu a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        ):
            self._waiting.append(urlsplit(path).path)

    def _shape(self, path: str, method: str = "GET") -> str:
        """Which view it is, and for which kind: one of each is enough."""
        session = self.screens.desk._session
        assert session
        inner, _, query = (path if path == "/" else session.book.target(path)).partition("?")
        try:
            endpoint, values = self.screens.app.url_map.bind("").match(inner, method=method)
        except HTTPException:
            return inner
        asked = parse_qs(query)
        return " ".join([endpoint, *sorted(values), *sorted(asked), *asked.get("kind", ())])
