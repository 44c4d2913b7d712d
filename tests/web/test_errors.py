"""What she reads when something goes wrong, and what is not written anywhere."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Blueprint, abort

from daybook.journal.errors import DamagedError
from daybook.notebook.notebook import NoSuchRecordError
from daybook.web.desk import Desk
from tests.web.conftest import Browser, TurningClock

SECRET = "her words in an error"


def _broken() -> Blueprint:
    views = Blueprint("broken", __name__)

    @views.route("/broken/<how>", methods=["GET", "POST"])
    def broken(how: str) -> Any:
        match how:
            case "ours":
                raise DamagedError("page 7")
            case "missing":
                raise NoSuchRecordError
            case "gone":
                abort(404)
            case _:
                raise ValueError(SECRET)

    return views


@pytest.fixture
def breaking(desk: Desk, clock: TurningClock) -> Browser:
    browser = Browser(desk, clock, _broken()).launch()
    browser.unlock()
    return browser


@pytest.mark.parametrize(
    ("how", "status", "words"),
    [
        ("ours", 409, "changed or damaged at page 7"),
        ("missing", 404, "That page is not in this notebook"),
        ("gone", 404, "This page is not here any more"),
        ("other", 500, "it was not you"),
    ],
)
def test_an_error_is_one_sentence_and_a_way_on(
    breaking: Browser, capfd: pytest.CaptureFixture[str], how: str, status: int, words: str
) -> None:
    answer = breaking.get(breaking.inside("broken.broken", how=how))
    assert answer.status_code == status
    assert words in answer.text
    assert "Go to the first page" in answer.text
    posted = breaking.post(
        breaking.inside("broken.broken", how=how), {"kind": "incident.1", "key": "k", "account": "W"}
    )
    assert posted.status_code == 203
    assert len(posted.history) == 1
    assert words in posted.text
    assert "What you typed is kept." in posted.text
    assert breaking.desk.notebook.drafts.get("k")
    for text in (answer.text, posted.text, *capfd.readouterr()):
        assert SECRET not in text
        assert "Traceback" not in text


def test_a_wrong_way_to_open_a_page_is_said_too(breaking: Browser) -> None:
    answer = breaking.get(breaking.inside("desk.lock"))
    assert answer.status_code == 405
    assert "cannot be opened this way" in answer.text
    assert breaking.desk.is_open


def test_a_notebook_that_locks_in_the_middle_shows_the_locked_page(breaking: Browser) -> None:
    path = breaking.inside("broken.broken", how="other")
    breaking.app.before_request_funcs.setdefault("broken", []).append(breaking.desk.lock)
    answer = breaking.post(path, {"kind": "incident.1", "key": "k", "account": "W"})
    assert 'type="password"' in answer.text
    assert "What you typed is kept." in answer.text


def test_a_sentence_that_is_forgotten_leads_to_the_first_page(opened: Browser) -> None:
    answer = opened.get(opened.inside("trouble.show", number="nothing"))
    assert "Your notebook is open" in answer.text
