"""Filling in a form as a browser does: what stands in it is sent along, with what was changed."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import Any

from PIL import Image

from tests.web.conftest import Browser

Values = dict[str, list[str]]


class _Fields(HTMLParser):
    """The values of the form that is for keeping."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: Values = {}
        self._inside = False
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._inside = "data-keep" in given
        name = given.get("name")
        if not self._inside or not name:
            return
        if tag == "textarea":
            self._area = name
            self.values[name] = [""]
        elif tag == "input" and given.get("type") not in ("file", "image"):
            boxed = given.get("type") in ("checkbox", "radio")
            if not boxed or "checked" in given:
                self.values.setdefault(name, []).append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        if tag == "form":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._area:
            # a browser drops the one line end that may follow the tag
            held = self.values[self._area]
            held[0] = (held[0] + data).removeprefix("\n") if not held[0] else held[0] + data


def filled(page: str) -> Values:
    """What the form of a page would send if nothing in it was changed."""
    fields = _Fields()
    fields.feed(page)
    return fields.values


def send(browser: Browser, do: str = "save", files: Any = (), **changed: Any) -> Values:
    """Send the form on this page with these changes ("happened__year" is "happened.year") and follow where it leads."""
    values: dict[str, Any] = filled(browser.page)
    sent = {name.replace("__", "."): value for name, value in changed.items()}
    for name, value in sent.items():
        values[name] = value if isinstance(value, list) else [value]
    data = {**values, "do": [do]}
    if files:
        data["files"] = [(io.BytesIO(plain), name) for name, plain in files]
    browser.post(browser.form("data-kept"), data, content_type="multipart/form-data")
    return values


def jpeg(width: int = 40, height: int = 30, colour: str = "navy") -> bytes:
    """A small photo."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()
