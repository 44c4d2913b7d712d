"""The screens can be in another language, from right to left too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo

from daybook.web import i18n
from tests.web.conftest import Browser

ROOT = Path(__file__).parents[2]


@pytest.fixture
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "catalogues" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="ar")
    catalogue.add("Open", "افتح")
    with (folder / "screens.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "FOLDER", tmp_path / "catalogues")
    i18n._catalogue.cache_clear()
    shutil.copytree(i18n.FOLDER, tmp_path / "copy")


@pytest.mark.usefixtures("arabic")
def test_a_page_is_in_the_language_the_browser_asks_for(browser: Browser) -> None:
    page = browser.get("/", headers={"Accept-Language": "ar, en;q=0.5"}).text
    assert '<html lang="ar" dir="rtl">' in page
    assert "<h1>افتح</h1>" in page
    assert "<title>Notes</title>" in page
    assert '<html lang="en" dir="ltr">' in browser.get("/", headers={"Accept-Language": "cy"}).text


def test_all_words_of_the_screens_can_be_found() -> None:
    with (ROOT / "babel.cfg").open() as file:
        mapping, options = parse_mapping_cfg(file)
    found = {
        message
        for _file, _line, message, *_ in extract_from_dir(
            ROOT / "src/daybook/web", mapping, options, keywords={"_": None, "N_": None, "gettext": None}
        )
    }
    assert {"Start a new notebook", "Six words to open it with", "A blank page", "What you typed is kept."} <= found


def test_words_that_are_described_where_they_are_written_are_found_too(tmp_path: Path) -> None:
    """Options, hints, parts of the body and the sentences of errors, which no `_` stands beside."""
    found = tmp_path / "words.pot"
    asked = ["-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg", "-k", "N_", "-o", str(found)]
    notebook = (
        "tools.py",
        "police_messages.py",
        "police_pages.py",
        "notebook.py",
        "kept_files.py",
        "more.py",
        "offers.py",
    )
    folders = [str(ROOT / "src/daybook/domain"), *(str(ROOT / "src/daybook/notebook" / name) for name in notebook)]
    folders.append(str(ROOT / "src/daybook/intake/whatsapp"))
    told = subprocess.run(
        [sys.executable, *asked, *folders], cwd=ROOT, env={**os.environ, "PYTHONPATH": "."}, check=False
    )
    assert told.returncode == 0
    words = found.read_text()
    for each in (
        "What of it can {person} see, or might {they}?",
        "In the name of {person}",
        "Tick all that fit. “Not sure” is an answer.",
        "Add where {person} is, and when",
        "Top of the head",
        "It was after the order was given.",
        "Emergency numbers on every page",
        "This file is empty. Perhaps it was not copied whole: look at it where it came from.",
        "A colon can be part of a name in the phone, or of the words.",
        "Out of the file",
        "Reference",
        "This was changed in another window since you opened it. Your words are below; nothing is lost.",
        "Kept by somebody close to {person}, so it may be missed, or passed on: %(things)s.",
        "A film, or a voice note of an older phone",
        "read by the machine from a screenshot and checked against it",
    ):
        assert f'"{each}"' in words or each in _joined(words), each


def _joined(words: str) -> str:
    """A catalogue with its long lines made one."""
    return words.replace('"\n"', "")
