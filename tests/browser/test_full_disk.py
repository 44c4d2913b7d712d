"""A disk that really is full, seen on screen: what she typed stays with her until there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from daybook.web.server import Screens
from tests.browser.conftest import Launch, text, unlocked
from tests.web.filling import jpeg

pytestmark = pytest.mark.browser
SAID = "Words that are typed while the disk is full."


@pytest.fixture
def small(ready_made: Path, tmp_path: Path) -> Iterator[Screens]:
    """The screens of a notebook on a disk of one megabyte and a half. Only who owns the machine can make one."""
    place = tmp_path / "stick"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(place)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("no small disk can be made here")
    try:
        shutil.copytree(ready_made, place / "notes")
        screens = Screens(place / "notes")
        screens.desk.pause_after_failure = 0
        with screens.listening() as serve:
            threading.Thread(target=serve, daemon=True).start()
            yield screens
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(screens: Screens) -> Path:
    """Take all the room there is."""
    film = screens.desk.folder.parent / "film"
    with film.open("wb", buffering=0) as out:
        for size in (4096, 1):
            try:
                while True:
                    out.write(b"x" * size)
            except OSError:
                pass
    assert os.statvfs(film).f_bavail == 0
    return film


def form(page: Page) -> None:
    page.get_by_role("link", name="Write something down").first.click()
    page.get_by_role("link", name="Write down something that happened").click()


def test_what_is_typed_stays_on_the_page_and_it_says_that_it_is_not_kept(launch: Launch, small: Screens) -> None:
    page = unlocked(launch(width=360), small)
    form(page)
    film = fill(small)
    page.get_by_label("What happened?").press_sequentially(SAID)
    expect(page.locator("[data-kept]")).to_contain_text("The disk is full")
    expect(page.get_by_label("What happened?")).to_have_value(SAID)
    film.unlink()
    page.get_by_label("What happened?").press_sequentially(" More.")
    expect(page.locator("[data-kept]")).to_have_text("Kept.")
    assert [draft.typed["account"] for draft in small.desk.notebook.drafts.all()] == [[SAID + " More."]]


@pytest.mark.parametrize("script", [True, False])
def test_a_save_gives_the_form_back_and_works_once_there_is_room(
    launch: Launch, small: Screens, *, script: bool
) -> None:
    page = unlocked(launch(script=script, width=360), small)
    form(page)
    film = fill(small)
    page.get_by_label("What happened?").fill(SAID)
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()
    assert "The disk is full, so this was not saved." in text(page)
    expect(page.get_by_label("What happened?")).to_have_value(SAID)
    assert small.desk.notebook.count() == 0
    film.unlink()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()
    assert "Saved." in text(page)
    assert [revision.body.account for revision in small.desk.notebook.timeline()] == [SAID]


def test_a_photo_that_does_not_fit_is_said_and_the_words_stay(launch: Launch, small: Screens) -> None:
    page = unlocked(launch(script=False, width=360), small)
    form(page)
    page.get_by_label("What happened?").fill(SAID)
    page.locator("summary", has_text="Photos and files").click()
    page.locator("input[type=file]").set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg() + bytes(3_000_000)}]
    )
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()
    assert "The disk is full" in text(page)
    expect(page.get_by_label("What happened?")).to_have_value(SAID)


def test_words_typed_on_a_full_disk_are_put_in_at_the_lock_if_there_is_room_by_then(
    launch: Launch, small: Screens
) -> None:
    page = unlocked(launch(script=False, width=360), small)
    form(page)
    film = fill(small)
    page.get_by_label("What happened?").fill(SAID)
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()
    film.unlink()
    page.get_by_role("button", name="Lock").click()
    page.wait_for_selector("#passphrase")
    small.desk.wait_until_closed()
    unlocked(page.context, small)
    assert [draft.typed["account"] for draft in small.desk.notebook.drafts.all()] == [[SAID]]


def test_kept_for_now_does_not_say_that_it_is_kept(launch: Launch, small: Screens) -> None:
    page = unlocked(launch(script=False, width=360), small)
    form(page)
    fill(small)
    page.get_by_label("What happened?").fill(SAID)
    page.get_by_role("button", name="Keep for now", exact=True).click()
    page.wait_for_load_state()
    assert "The disk is full" in text(page)
    assert "Kept. It becomes" not in text(page)
    expect(page.get_by_label("What happened?")).to_have_value(SAID)


def test_a_note_of_the_plan_is_there_again_on_its_page(launch: Launch, small: Screens) -> None:
    page = unlocked(launch(script=False, width=360), small)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Call 999 when there is danger").first.click()
    fill(small)
    page.get_by_label("Your own note").fill(SAID)
    page.get_by_role("button", name="Keep the note").click()
    page.wait_for_load_state()
    assert "The disk is full" in text(page)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Call 999 when there is danger").first.click()
    expect(page.get_by_label("Your own note")).to_have_value(SAID)
