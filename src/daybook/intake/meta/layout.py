"""One block of a conversation page: who, what and when, by class where the class is known and by its place where not.

Three layouts have been seen in public code: `_2lej/_2lel/_2let/_2lem` (2018 to 2021), `_a6-g/_a6-h/_a6-p/_a6-o`
(since) and `section._a6-g` with a `footer` (Facebook, since 2024). In all of them the first element is who, the last
is when, and what is between them was sent; a block without a last one says who takes part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.html_blocks import Node, beside
from daybook.intake.downloads.html_marks import Mark
from daybook.intake.downloads.written_dates import written
from daybook.intake.message import Given, Message, Place

_WHO, _WHAT, _WHEN = ("_a6-h", "_2lel"), ("_a6-p", "_2let"), ("_a6-o", "_2lem")
BITS = re.compile(rb"\b(?:_a6-[hpo]|_2le[klmt])\b")
"""Classes of what is inside a block."""
_WHOLE = 3
_BREAKS = {"div", "p", "li", "table", "tr", "td", "h2", "h3"}
_MEDIA = {"img", "video", "audio", "source"}


def is_block(mark: Mark) -> bool:
    """Whether an element that begins like this is such a block."""
    if mark.name not in {"div", "section"} or not (b"_a6-g" in mark.raw or b"uiBoxWhite" in mark.raw):
        return False
    names = mark.attributes().get("class", "").split()
    return "_a6-g" in names or {"uiBoxWhite", "noborder"} <= set(names)


def begins_anew(first: Mark, mark: Mark) -> bool:
    """Whether a mark inside a block begins the next: it is of the same classes, which nothing inside one is."""
    return is_block(mark) and mark.attributes()["class"].split() == first.attributes()["class"].split()


def _one(node: Node, classes: tuple[str, ...]) -> Node | None:
    near = (one for one in node.elements if any(name in one.classes for name in classes))
    return next(near, None) or next((found for name in classes if (found := node.first(of_class=name))), None)


def when(node: Node) -> str | None:
    """The time as written; None for a block that has none, so is no message."""
    found = _when(node)
    return None if found is None else found.text().strip()


def _when(node: Node) -> Node | None:
    found = _one(node, _WHEN) or node.first(of_name="footer")
    return node.elements[-1] if found is None and len(node.elements) >= _WHOLE else found


def is_said(node: Node) -> bool:
    """Whether a block has both who and what, so that it is a message if it has a time as well."""
    return _one(node, _WHO) is not None and _one(node, _WHAT) is not None


def people(node: Node) -> tuple[str, ...]:
    """Who a block without a time says takes part ("Participants: Ann, Ben and Cy")."""
    _, colon, names = node.text().partition(":")
    parts = names.replace(" and ", ", ").split(", ") if colon else []
    return tuple(one.strip(" \n\u200e\u200f") for one in parts if one.strip(" \n\u200e\u200f"))


def message(node: Node, place: Place, *, chat: str, shelf: Shelf) -> Message:
    """The message of a block that has a time."""
    elements, at = node.elements, when(node) or ""
    who = _one(node, _WHO) or node.first(of_name="h2") or (elements[0] if len(elements) >= _WHOLE else None)
    what = _one(node, _WHAT) or (elements[1] if len(elements) >= _WHOLE else None)
    given = _files(what, place.part, shelf) if what else ()
    text = _said(what) if what else ""
    lists = list(what.all(of_name="ul")) if what else []
    reactions = [one.text().strip() for ul in lists for one in list(ul.all(of_name="li")) or [ul]]
    links = [one.attributes.get("href", "") for one in (what.all(of_name="a") if what else ())]
    shared = dict.fromkeys(one for one in links if one.startswith("http") and one not in text)
    only_reacted = reactions and not text and not given
    return Message(
        sent=written(at),
        sent_as_written=at,
        sender=who.text().strip() if who else "",
        text=text,
        place=place,
        flags=(*missing(given), *(("reaction",) if only_reacted else ())),
        attachments=given,
        chat=chat,
        headers=(
            *(("reaction", one) for one in reactions),
            *(("link", one) for one in shared),
            *(("words", one) for one in beside(node, (who, what, _when(node)))),
        ),
    )


def _said(what: Node) -> str:
    """The text of a block. The page repeats what a link says in a card below it; a repeat is not said twice."""
    found: list[str] = []
    lines: set[str] = set()
    for text in _texts(what, lambda one: one.name == "ul" or one.name in _MEDIA):
        words = text.strip()
        is_link = words.startswith("http") and words in "\n".join(found)
        if words and words not in lines and not is_link:
            found.append(text)
            lines.update((words, *map(str.strip, words.split("\n"))))
    return "\n".join(found)


def _texts(node: Node, without: Callable[[Node], bool]) -> Iterator[str]:
    """The runs of text between one block element and the next, each exactly as it stands there."""
    run: list[str] = []
    for one in node.inside:
        if isinstance(one, str):
            run.append(one)
        elif one.name == "br":
            run.append("\n")
        elif without(one):
            continue
        elif one.name in _BREAKS or any(inner.name in _BREAKS for inner in one.all()):
            yield "".join(run)
            run = []
            yield from _texts(one, without)
        else:
            run.append(one.text(without=without))
    yield "".join(run)


def _files(what: Node, part: str, shelf: Shelf) -> tuple[Given, ...]:
    """Pictures and recordings, and files that are only linked to; a link round a picture is the same file."""
    uris = [
        one.attributes.get("src" if one.name in _MEDIA else "href", "")
        for one in what.all()
        if one.name in _MEDIA or one.name == "a"
    ]
    own = (one for one in uris if one and not one.startswith(("http:", "https:", "mailto:", "tel:", "#", "data:")))
    return tuple(shelf.given(one, beside=part) for one in dict.fromkeys(own))
