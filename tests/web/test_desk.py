"""When it locks, and what becomes of words that arrive too late."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from daybook.domain.attachment import Attachment
from daybook.domain.records.preferences import Preferences
from daybook.web.addresses import LEAVE
from daybook.web.desk import ABSOLUTE_LIMIT, ClosedError, Desk
from daybook.web.drafts import kept_value
from daybook.web.views import timeline
from daybook.web.watch import watch
from tests.web.conftest import PASSPHRASE, Browser, TurningClock


def test_it_locks_when_nobody_has_done_anything_for_five_minutes(opened: Browser) -> None:
    notebook = opened.desk.notebook
    opened.wait(290)
    assert opened.desk.is_open
    opened.wait(10)
    assert not opened.desk.is_open
    opened.desk.wait_until_closed()
    assert not notebook.is_open
    with pytest.raises(ClosedError):
        _ = opened.desk.notebook


def test_being_here_puts_it_off_but_not_beyond_the_absolute_limit(opened: Browser) -> None:
    for _ in range(7):
        opened.wait(240)
        opened.post(opened.inside("desk.stay"))
        assert opened.desk.is_open
    opened.wait(ABSOLUTE_LIMIT - 7 * 240 - 10)
    assert opened.desk.is_open
    opened.wait(10)
    assert not opened.desk.is_open


def test_a_look_by_somebody_else_does_not_put_it_off(opened: Browser) -> None:
    other = Browser(opened.desk, opened.clock).launch()
    for _ in range(5):
        opened.wait(60)
        other.get("/")
    assert not opened.desk.is_open


def test_it_locks_when_the_machine_slept(opened: Browser) -> None:
    opened.clock.day += 3600  # the wall clock went on, the running clock stood still
    opened.desk.tick()
    assert not opened.desk.is_open


def test_it_locks_when_nobody_looked_for_a_while(opened: Browser) -> None:
    opened.clock.now += 30  # both went on, but the watcher did not run
    opened.clock.day += 30
    opened.desk.tick()
    assert not opened.desk.is_open


def test_no_request_slips_in_before_the_watcher_has_looked(opened: Browser) -> None:
    opened.clock.day += 3600
    opened.get("/")
    assert "Your notebook is open" not in opened.page
    assert not opened.desk.is_open


def test_the_idle_time_is_hers_to_choose(opened: Browser) -> None:
    opened.desk.adopt(Preferences(idle_minutes=2))
    opened.wait(120)
    assert not opened.desk.is_open


def test_her_settings_are_followed_from_the_moment_it_opens(opened: Browser) -> None:
    opened.desk.notebook.keep(Preferences(exit_to="weather", idle_minutes=1))
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    assert opened.desk.exit_to == "weather"
    assert opened.desk.seconds_left() <= 60


def test_the_watcher_locks_without_any_request(desk: Desk, clock: TurningClock) -> None:
    desk.unlock(PASSPHRASE)
    stop = watch(desk, every=0.01)
    clock.day += 3600
    for _ in range(500):
        if not desk.is_open:
            break
        stop.wait(0.01)
    stop.set()
    assert not desk.is_open


def _form(**changes: object) -> dict[str, object]:
    return {
        "kind": "incident.1",
        "key": "k1",
        "record": "",
        "based_on": "0",
        "account": "Words that came late",
        **changes,
    }


def test_a_draft_is_sealed_as_she_goes(opened: Browser) -> None:
    assert opened.post(opened.inside("desk.draft"), _form()).status_code == 200
    draft = opened.desk.notebook.drafts.get("k1")
    assert draft
    assert (draft.kind, draft.typed) == ("incident.1", {"account": ["Words that came late"]})


@pytest.mark.parametrize("how", ["idle", "leave", "sleep"])
def test_words_that_arrive_after_locking_are_kept_as_a_draft(opened: Browser, how: str) -> None:
    path = opened.inside("desk.draft")
    match how:
        case "idle":
            opened.wait(6 * 60)
        case "leave":
            opened.post(LEAVE)
        case _:
            opened.clock.day += 3600
    opened.post(path, _form(there=["A", "B"]))
    assert ("What you typed is kept." in opened.page) == (how != "leave")
    assert "Words that came late" not in opened.page
    assert b"Words that came late" not in b"".join(
        file.read_bytes() for file in opened.desk.folder.rglob("*") if file.is_file()
    )
    opened.unlock()
    draft = opened.desk.notebook.drafts.get("k1")
    assert draft
    assert draft.typed == {"account": ["Words that came late"], "there": ["A", "B"]}
    opened.post(LEAVE)
    opened.get("/")
    assert "What you typed is kept." not in opened.page


def test_files_that_were_sealed_before_stay_with_a_late_draft(opened: Browser) -> None:
    sealer = opened.desk.notebook.seal_file()
    sealer.write(b"a photo")
    sealed = sealer.finish()
    file = Attachment(blob=sealed.blob, name="p.jpg", media="image/jpeg", size=sealed.size, sha256=sealed.sha256)
    path = opened.inside("desk.draft")
    opened.wait(6 * 60)
    opened.post(path, _form(kept=[kept_value("files", file), "not a file"]))
    opened.unlock()
    draft = opened.desk.notebook.drafts.get("k1")
    assert draft
    assert draft.files == {"files": (file,)}
    with opened.desk.notebook.open_file(sealed.blob) as plain:
        assert plain.read() == b"a photo"


def test_a_late_form_that_is_not_for_keeping_leaves_nothing(opened: Browser) -> None:
    path = opened.inside("desk.draft")
    opened.wait(6 * 60)
    opened.post(path, {"passphrase": "something typed"})
    assert "What you typed is kept." not in opened.page
    opened.unlock()
    assert opened.desk.notebook.drafts.all() == []


def test_nothing_is_kept_for_a_stranger(opened: Browser) -> None:
    opened.wait(6 * 60)
    stranger = Browser(opened.desk, opened.clock)
    stranger.post("/0123456789abcdef0123", _form())
    assert not opened.desk.kept_late


@pytest.mark.parametrize("locked", [True, False])
def test_nobody_can_put_words_into_her_mouth_without_an_address_of_hers(opened: Browser, *, locked: bool) -> None:
    """Whoever read the launch address from the list of processes comes as far as the locked page, and no further."""
    if locked:
        opened.desk.lock()
    stranger = Browser(opened.desk, opened.clock).launch()
    for path in ("/0123456789abcdef0123", "/", "/n", stranger.form() if 'type="password"' in stranger.page else "/x"):
        stranger.post(path, _form(key="step.1 safer-device"))
    if not opened.desk.is_open:
        opened.get("/")
        opened.unlock()
    assert opened.desk.notebook.drafts.all() == []


def test_a_request_of_a_session_that_is_over_reads_nothing_of_the_next(
    opened: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, go_on = threading.Event(), threading.Event()
    real = timeline.notebook

    def slowly() -> Any:
        inside.set()
        go_on.wait(10)
        return real()

    monkeypatch.setattr(timeline, "notebook", slowly)
    path, answers = opened.inside("timeline.show"), []
    other = opened.app.test_client()
    for name in (opened.desk.launch_cookie, opened.desk.session_cookie):
        cookie = opened.client.get_cookie(name)
        assert cookie
        other.set_cookie(name, cookie.value)
    asking = threading.Thread(target=lambda: answers.append(other.get(path)))
    asking.start()
    inside.wait(10)
    opened.desk.lock()
    opened.desk.wait_until_closed()
    opened.desk.unlock(PASSPHRASE)
    go_on.set()
    asking.join()
    assert "The notebook is locked." in answers[0].text
    assert "Look for words" not in answers[0].text


def test_words_of_a_session_that_was_taken_over_are_kept_too(opened: Browser) -> None:
    path = opened.inside("desk.draft")
    other = Browser(opened.desk, opened.clock).launch()
    other.unlock()
    opened.post(path, _form())
    assert opened.desk.notebook.drafts.get("k1")
    assert "Words that came late" not in opened.page
