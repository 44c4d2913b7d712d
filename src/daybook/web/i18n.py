"""The words of the screens in her language: gettext catalogues, English where there is none."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import g, request

if TYPE_CHECKING:
    from flask import Flask

FOLDER = Path(__file__).parent / "catalogues"
DOMAIN = "screens"
ENGLISH = "en"


def N_(words: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark words for translation where they are written; they go through `_` where they are shown."""
    return words


def _(words: str, /, **values: object) -> str:
    """These words in her language, with `%(name)s` filled in."""
    found = _catalogue(language()).gettext(words)
    return found % values if values else found


def ngettext(one: str, many: str, count: int) -> str:
    """The words for a count in her language, with `%(num)s` filled in."""
    return _catalogue(language()).ngettext(one, many, count) % {"num": count}


def language() -> str:
    """The language of this request: the first one her browser asks for that there is a catalogue for."""
    if "language" not in g:
        g.language = request.accept_languages.best_match(languages(FOLDER), ENGLISH)
    return str(g.language)


def direction() -> str:
    """Which way this language is written: "rtl" from right to left, else "ltr"."""
    if language() == ENGLISH:
        return "ltr"
    from babel import Locale  # noqa: PLC0415  (slow, and English does not need it)

    return str(Locale.parse(language(), sep="-").text_direction)


@cache
def languages(folder: Path) -> list[str]:
    """English, and every language with a compiled catalogue in this folder."""
    return [ENGLISH, *sorted(found.parts[-3] for found in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))]


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, [code], fallback=True)


def speak(app: Flask) -> None:
    """Teach the templates of an app to translate."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        gettext=lambda words: _catalogue(language()).gettext(words),
        ngettext=lambda one, many, n: _catalogue(language()).ngettext(one, many, n),
        newstyle=True,
    )
