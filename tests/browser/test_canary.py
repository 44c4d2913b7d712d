"""A phrase nobody else would write goes into every field there is; then every place it could have got to is searched."""

from __future__ import annotations

import base64
import contextlib
import os
import secrets
import shutil
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import request, url_for
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from daybook.domain.attachment import Attachment
from daybook.notebook.papers import LONGEST
from daybook.web.server import Screens
from daybook.web.views.file import SIZES
from tests.browser.conftest import CHROMIUM
from tests.browser.planted import Places, Planted, photo, search
from tests.browser.test_traces import _pids
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

NOT_FORMS = {"desk.stay", "desk.draft", "desk.lock", "front.leave", "front.dead", "start.strength"}
"""What a page sends by itself, or has no field; typing and leaving send them too."""
ONLY_PRESSED = {
    *("codes.stop", "codes.tried", "knows.marked", "local.out", "people.aside", "people.take"),
    *("start.other_words", "start.practised", "breaches.answer", "police_page.asked", "messages.mark"),
    *("breach_messages.answer", "breach_messages.say_who", "breach_messages.single"),
    *("again.answer", "again.read", "bring.drop_all", "given.keep"),
    *("seen.all", "seen.one", "bring.drop", "bring.go_on", "routine.aside", "routine.step"),
    *("children.aside", "children_card.address", "children_card.practised", "children_card.words"),
}
"""Forms without a field to type in, met only after something else was saved; and the other way to begin."""
ELSEWHERE = {"bring.keep_all", "messages.tag", "put_right.save"}
"""Typed into and looked for in `test_bring.py` and `test_seen.py`: there has to be a chat first, or several files."""
HER_WORDS = ("front", "record", "timeline", "find", "unsaved", "paper")
"""The pages that are walked with every run, with JavaScript; all of them take minutes."""


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    """Empty folders for everything a program may write to unasked, ours for the length of a test."""
    began = time.time() - 1
    # Not tmp_path: the browser makes a socket in its temporary folder, whose path may only be short.
    places = Places(Path(tempfile.mkdtemp(prefix="c", dir="/tmp")).resolve(), began)
    for folder in (*places.own.values(), places.downloads):
        if folder != places.notebook:
            folder.mkdir(mode=0o700)
    home = places.own["home"]
    for name, folder in {
        "HOME": home,
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
        "XDG_RUNTIME_DIR": places.own["runtime"],
        "TMPDIR": places.own["tmp"],
        "TEMP": places.own["tmp"],
        "TMP": places.own["tmp"],
    }.items():
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(places.own["cwd"])
    yield places
    shutil.rmtree(places.root, ignore_errors=True)


@pytest.fixture
def fresh(places: Places) -> Iterator[Screens]:
    """The screens of a notebook that is not there yet; what is sent to them is counted by view."""
    screens = Screens(places.notebook)
    screens.desk.pause_after_failure = 0
    sent: Counter[str] = Counter()
    screens.app.extensions["sent"] = sent

    def note() -> None:
        if request.method == "POST" and request.endpoint:
            sent[request.endpoint] += 1

    screens.app.before_request(note)
    with screens.listening() as serve:
        threading.Thread(target=serve, daemon=True).start()
        yield screens


@pytest.fixture
def browser(playwright: Playwright, places: Places) -> Iterator[Callable[..., BrowserContext]]:
    """Starts a browser in these places, and ends it before they go."""
    started: list[BrowserContext] = []

    def start(*, script: bool) -> BrowserContext:
        started.append(_browser(playwright, places, script=script))
        return started[-1]

    yield start
    for context in started:
        with contextlib.suppress(Error):  # left or killed by the test
            context.close()


def _browser(playwright: Playwright, places: Places, *, script: bool) -> BrowserContext:
    context = playwright.chromium.launch_persistent_context(
        places.profile,
        executable_path=CHROMIUM,
        args=["--no-sandbox"],
        ignore_default_args=["--disable-back-forward-cache"],
        java_script_enabled=script,
        accept_downloads=True,
        downloads_path=places.downloads,
        env={name: value for name, value in os.environ.items() if value},
    )
    context.set_default_timeout(15_000)
    return context


def _begin(page: Page, screens: Screens, planted: Planted) -> str:
    """Start a notebook with a passphrase of her own, and return it."""
    words = f"{planted.next()} otter quince lamp"
    page.goto(screens.address)
    page.click("text=Start a new notebook")
    page.click("text=Go on, on this device")
    page.click("text=I would like my own passphrase")
    page.fill("#passphrase", words)
    page.fill("#again", words)
    page.click("text=Start the notebook")
    page.wait_for_selector("nav.menu")
    return words


def _lock_and_open(page: Page, screens: Screens, planted: Planted, words: str) -> None:
    """Open it again, first with words that are wrong."""
    page.goto(screens.address.rsplit("/", 1)[0])
    page.click(".menu form button")
    for typed in (planted.next(), words):
        page.fill("#passphrase", typed)
        page.click("main button")
        page.wait_for_load_state()
    page.wait_for_selector("nav.menu")


def _take_all(page: Page, screens: Screens, places: Places) -> list[Path]:
    """Take the paper and an original out, as she may; they are hers, and are the only readable ones."""
    taken = []
    for view, values in (("paper.take", {"kinds": ["incident.1", "contact.1"]}), ("file.original", _owner(screens))):
        address = _address(screens, view, **values)
        with page.expect_download() as coming, contextlib.suppress(Error):
            page.goto(address)
        assert coming.value.suggested_filename in ("papers.pdf", "file.jpg")
        path = places.downloads / coming.value.suggested_filename
        coming.value.save_as(path)
        taken.append(path)
    return taken


def _owner(screens: Screens) -> dict[str, str]:
    for revision in screens.desk.notebook.timeline():
        for file in getattr(revision.body, "files", ()):
            return {"record": revision.record, "blob": file.blob}
    raise AssertionError("no photo was saved")


def _address(screens: Screens, view: str, **values: Any) -> str:
    session = screens.desk._session
    assert session
    with screens.app.test_request_context():
        return screens.address.rsplit("/", 1)[0] + session.book.path(url_for(view, **values))


def _attachments(screens: Screens) -> Iterable[Attachment]:
    for revision in screens.desk.notebook.timeline():
        yield from getattr(revision.body, "files", ())


def _look_at_pictures(page: Page, screens: Screens, planted: Planted) -> None:
    """Show the photo small and large in the browser, and look for those bytes too."""
    owner = _owner(screens)
    for size, longest in SIZES.items():
        page.goto(_address(screens, "file.picture", size=size, **owner))
        planted.show(size, screens.desk.notebook.picture(next(iter(_attachments(screens))), longest).jpeg)
    planted.show("on paper", screens.desk.notebook.picture(next(iter(_attachments(screens))), LONGEST).jpeg)


def _expected(screens: Screens) -> set[str]:
    """Every view something can be sent to."""
    return {rule.endpoint for rule in screens.app.url_map.iter_rules() if "POST" in (rule.methods or ())} - NOT_FORMS


@pytest.mark.parametrize(
    ("script", "ending", "only"),
    [
        pytest.param(False, "kill", (), marks=pytest.mark.campaign),  # every form there is takes minutes
        (True, "leave", HER_WORDS),
        pytest.param(True, "kill", HER_WORDS, marks=pytest.mark.campaign),
    ],
    ids=["every form, killed", "left", "killed"],
)
def test_what_is_typed_lies_nowhere_in_the_clear(
    fresh: Screens,
    places: Places,
    browser: Callable[..., BrowserContext],
    capfd: pytest.CaptureFixture[str],
    *,
    script: bool,
    ending: str,
    only: tuple[str, ...],
) -> None:
    planted = Planted()
    picture = photo(planted)
    planted.show("the photo", picture)
    context = browser(script=script)
    page = context.pages[0]
    words = _begin(page, fresh, planted)
    Walk(page, fresh, planted, picture, only).all()
    _lock_and_open(page, fresh, planted, words)
    if not only:
        missing = _expected(fresh) - ONLY_PRESSED - ELSEWHERE - set(fresh.app.extensions["sent"])
        assert not missing, f"never sent: {sorted(missing)}"
    _look_at_pictures(page, fresh, planted)
    taken = _take_all(page, fresh, places)
    planted.show("the paper", taken[0].read_bytes())
    _type_and_do_not_send(page, fresh, planted, words, script=script)
    page.wait_for_timeout(4000)  # the browser writes its session files every few seconds
    if ending == "kill":
        for number in _pids(places.profile):
            os.kill(number, signal.SIGKILL)
    else:
        page.click(".leave button")
        page.wait_for_timeout(500)
    with contextlib.suppress(Error):
        context.close()
    # Open, as a copy made behind her back would find it, and then locked.
    assert search(places, planted) == []
    fresh.desk.lock()
    fresh.desk.wait_until_closed()
    said = capfd.readouterr()
    assert search(places, planted, said.out + said.err) == []
    assert planted.found_in(taken[1].read_bytes()), "the search would find it"


def _type_and_do_not_send(page: Page, screens: Screens, planted: Planted, words: str, *, script: bool) -> None:
    """Leave a passphrase shown, a search and a long form standing in three tabs, none of them sent."""
    page.goto(_address(screens, "record.new", kind="incident.1"))
    page.locator("main textarea").first.press_sequentially(planted.next())
    search_tab, settings = page.context.new_page(), page.context.new_page()
    search_tab.goto(_address(screens, "timeline.show"))
    search_tab.locator("main input[name=text]").fill(planted.next())
    settings.goto(_address(screens, "settings.own"))
    if script:
        settings.locator("main input[data-show]").first.check()
    settings.locator("main input[name=old]").fill(words)
    page.bring_to_front()


@pytest.mark.parametrize("place", ["notes", "profile", "home", "tmp", "cwd", "runtime", "/tmp", "/dev/shm"])
def test_the_search_finds_what_is_planted_in_each_place(places: Places, place: str) -> None:
    """The negative control: without it an empty search would prove nothing."""
    planted = Planted()
    picture = photo(planted)
    planted.show("the photo", picture)
    folder = Path(place) if place.startswith("/") else places.own[place]
    folder.mkdir(exist_ok=True)
    assert search(places, planted) == []
    kinds = (
        planted.phrase.encode(),
        planted.phrase.encode("utf-16-le"),
        *(base64.b64encode(b"x" * pad + planted.phrase.encode() + b"yz") for pad in range(3)),
        picture,
        base64.b64encode(b"x" + picture),
    )
    made = [folder / f"{secrets.token_hex(8)}.bin" for _ in kinds]
    try:
        for path, plain in zip(made, kinds, strict=True):
            path.write_bytes(b"before" + plain + b"after")
        hits = search(places, planted)
    finally:
        for path in made:
            path.unlink(missing_ok=True)
    assert [path for path in made if not any(str(path) in hit for hit in hits)] == []


def test_the_search_finds_it_in_what_was_said(places: Places) -> None:
    planted = Planted()
    assert len(search(places, planted, f"Traceback: {planted.next()}")) == 1


def test_the_search_finds_a_file_named_after_it(places: Places) -> None:
    planted = Planted()
    (places.own["tmp"] / f"{planted.phrase}.part").touch()
    assert len(search(places, planted)) == 1
