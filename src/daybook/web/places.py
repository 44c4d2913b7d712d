"""Where one can go from the menu and from the first page; each page file names its own."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.web import views

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import ModuleType

    from flask import Flask


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of the menu: its words, the view it leads to, and one sentence about it for the first page.

    Places with `menu=False` stand on the first page only. `on_home` leaves it out there. Those `among` "ready" stand
    on the page of that name instead of on the first page.
    """

    order: int
    words: str
    endpoint: str
    says: str = ""
    menu: bool = True
    on_home: bool = True
    among: str = ""


def page_files(only: Collection[str] = ()) -> list[ModuleType]:
    """Every module of `daybook.web.views`, in the order of their names, or only those with these names."""
    names = (found.name for found in pkgutil.iter_modules(views.__path__))
    return [importlib.import_module(f"{views.__name__}.{name}") for name in names if not only or name in only]


def register(app: Flask, only: Collection[str] = ()) -> None:
    """Add the views of every page file to an app, or of only some, and their places to its menu."""
    found: list[Place] = []
    for page in page_files(only):
        app.register_blueprint(page.views)
        place = getattr(page, "place", None)
        if place is not None:
            found.append(place)
    app.extensions["places"] = sorted(found, key=lambda place: place.order)
