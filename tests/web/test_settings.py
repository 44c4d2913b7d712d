"""The settings, and another passphrase."""

from __future__ import annotations

from tests.web.conftest import PASSPHRASE, Browser

OWN = "kettle ninety harbour violet stamp"


def test_settings_are_followed_at_once_and_kept(opened: Browser) -> None:
    opened.get(opened.inside("settings.show"))
    opened.post(opened.form('name="exit_to"'), {"exit_to": "weather", "idle_minutes": "2"})
    assert "Saved." in opened.page
    assert opened.desk.exit_to == "weather"
    assert 115 < opened.desk.seconds_left() <= 120
    opened.wait(130)
    opened.get("/")
    opened.unlock()
    opened.get(opened.inside("settings.show"))
    assert 'value="weather" autocomplete="off" checked' in opened.page
    assert 'value="2" autocomplete="off" checked' in opened.page


def test_settings_nobody_offered_change_nothing(opened: Browser) -> None:
    opened.get(opened.inside("settings.show"))
    form = opened.form('name="exit_to"')
    opened.post(form, {"exit_to": "https://elsewhere.example", "idle_minutes": "999"})
    assert opened.desk.exit_to == "blank"
    assert opened.desk.seconds_left() <= 15 * 60
    opened.post(form, {"exit_to": "blank", "idle_minutes": "-1"})
    assert opened.desk.seconds_left() > 60


def reopened(browser: Browser, passphrase: str) -> bool:
    browser.desk.lock()
    browser.get("/")
    browser.unlock(passphrase)
    return browser.desk.is_open


def test_six_new_words_need_the_old_passphrase_and_then_are_the_only_ones(opened: Browser) -> None:
    opened.get(opened.inside("settings.show"))
    assert "still opens with the old passphrase" in opened.page
    opened.get(opened.link("Change it to six new words"))
    opened.post(opened.form("Other words"))
    offered = opened.desk.offer
    opened.get(opened.link("I have them: try once"))
    assert "still opens with the old passphrase" in opened.page
    form = opened.form('name="old"')
    opened.post(form, {"old": PASSPHRASE, "passphrase": "not the same"})
    assert "Not the same words yet" in opened.page
    opened.post(form, {"old": "wrong wrong wrong", "passphrase": offered})
    assert "nothing was changed" in opened.page
    opened.post(form, {"old": PASSPHRASE, "passphrase": offered.upper()})
    assert "Your passphrase is changed" in opened.page
    assert opened.desk.offer == ""
    assert not reopened(opened, PASSPHRASE)
    assert reopened(opened, offered)


def test_one_of_her_own_is_rated_as_for_a_new_notebook_and_never_given_back(opened: Browser) -> None:
    opened.get(opened.inside("settings.own"))
    for typed, again, sentence in (
        ("short", "short", "This is too short"),
        (OWN, OWN + "s", "The two were not the same"),
        ("passwordpassword", "passwordpassword", "Easy to guess"),
    ):
        opened.post(opened.form('name="old"'), {"old": PASSPHRASE, "passphrase": typed, "again": again})
        assert sentence in opened.page
        assert typed not in opened.page.replace("This is too short", "")
        assert PASSPHRASE not in opened.page
    assert "Use it all the same" in opened.page
    opened.post(opened.form('name="old"'), {"old": PASSPHRASE, "passphrase": OWN, "again": OWN})
    assert "Your passphrase is changed" in opened.page
    assert reopened(opened, OWN)
    opened.get(opened.inside("settings.own"))
    weak = "passwordpassword"
    opened.post(opened.form('name="old"'), {"old": OWN, "passphrase": weak, "again": weak, "anyway": "1"})
    assert reopened(opened, weak)
