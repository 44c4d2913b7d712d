"""The desk and the open notebook, for views."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import current_app, request

from daybook.web.addresses import BOOK, HERS, book_here

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook
    from daybook.web.desk import Desk


def desk() -> Desk:
    """The desk of this app."""
    return cast("Desk", current_app.extensions["desk"])


def notebook() -> Notebook:
    """The open notebook. Raises ClosedError when it was locked meanwhile, even if it was opened again since."""
    return desk().notebook_of(request.environ.get(BOOK))


def hers() -> bool:
    """Whether this request comes from the browser that opened the notebook."""
    return bool(request.environ.get(HERS))


def seconds_left() -> int:
    """Seconds a page may stay: a little longer than the server waits, so that it has locked when the page looks."""
    return int(desk().seconds_left()) + 2


def say(sentence: str) -> None:
    """Show one sentence at the top of the next page."""
    book_here().said.append(sentence)


def said() -> list[str]:
    """The sentences to show on this page; asked once, they are gone."""
    book = book_here()
    sentences, book.said = book.said, []
    return sentences
