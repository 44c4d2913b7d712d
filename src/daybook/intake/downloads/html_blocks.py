"""The elements of a page that hold messages, each as a small tree with its bytes in the original."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator

from daybook.intake.downloads.html_marks import Mark, marks, unescaped
from daybook.intake.downloads.window import BrokenOffError, Readable

DEEPEST = 100
MOST = 50_000
_ALONE = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_OF_PAGE = {"html", "body"}
"""Marks that are never inside a message, wherever it ends."""

Anew = Callable[[Mark, Mark], bool]
"""Whether a mark inside the element that began with the first mark begins the next one: the first has lost its end."""


class Node:
    """An element: its name, what it says of itself, what is in it (texts and elements), and its bytes."""

    def __init__(self, mark: Mark) -> None:
        self.name, self.attributes = mark.name, mark.attributes()
        self.inside: list[Node | str] = []
        self.start, self.end = mark.start, mark.end

    @property
    def classes(self) -> list[str]:
        """The class names of the element."""
        return self.attributes.get("class", "").split()

    @property
    def elements(self) -> list[Node]:
        """The elements right inside."""
        return [one for one in self.inside if isinstance(one, Node)]

    def all(self, *, of_class: str = "", of_name: str = "") -> Iterator[Node]:
        """Every element inside, however deep, of this class or name, in order."""
        for one in self.inside:
            if isinstance(one, str):
                continue
            if (not of_name or one.name == of_name) and (not of_class or of_class in one.classes):
                yield one
            if one.inside:
                yield from one.all(of_class=of_class, of_name=of_name)

    def first(self, *, of_class: str = "", of_name: str = "") -> Node | None:
        """The first of them."""
        return next(self.all(of_class=of_class, of_name=of_name), None)

    def text(self, *, without: Callable[[Node], bool] | None = None) -> str:
        """The text as it stands there, a line break for `<br>`, leaving out elements that are `without`."""
        return "".join(
            one if isinstance(one, str) else "\n" if one.name == "br" else one.text(without=without)
            for one in self.inside
            if isinstance(one, str) or without is None or not without(one)
        )


def beside(node: Node, known: Collection[Node | None]) -> Iterator[str]:
    """The words inside an element that are in none of those that are known, as one text; nothing where there are none.

    They are what is left where the beginning of one of those is spoilt.
    """
    told = {id(one) for one in known}
    words = " ".join(node.text(without=lambda one: id(one) in told).split())
    if words.strip(" :,"):
        yield words


def blocks(
    file: Readable,
    is_one: Callable[[Mark], bool],
    outside: Callable[[Mark], None] | None = None,
    anew: Anew | None = None,
) -> Iterator[Node | tuple[int, int]]:
    """Every element `is_one` says yes to, as a tree, while it is read; the start and end of one that is too big.

    `outside` is shown what stands between them. One that lacks its end goes on to the end of the page, or to the mark
    inside it of which `anew` says that it begins the next. Raises BrokenOffError, after what is left of the last one.
    """
    stream = marks(file)
    mark = next(stream, None)
    while mark is not None:
        if mark.kind != "begin" or not is_one(mark):
            if outside:
                outside(mark)
            mark = next(stream, None)
            continue
        found, mark, broken = _tree(mark, stream, anew)
        if broken and isinstance(found, Node) and not found.text().strip():
            raise BrokenOffError(found.start)
        yield found
        if broken:
            raise broken
        mark = mark or next(stream, None)


def spans(
    file: Readable,
    is_one: Callable[[Mark], bool],
    outside: Callable[[Mark], None] | None = None,
    anew: Anew | None = None,
) -> Iterator[tuple[int, int]]:
    """Where each of them begins and ends, without looking into it: half the work of `blocks`. Raises BrokenOffError."""
    stream = marks(file)
    mark = next(stream, None)
    while mark is not None:
        if mark.kind != "begin" or not is_one(mark):
            if outside:
                outside(mark)
            mark = next(stream, None)
            continue
        start = mark.start
        end, mark, broken = _span(mark, stream, anew)
        yield start, end
        if broken:
            raise broken
        mark = mark or next(stream, None)


def block(raw: bytes, start: int) -> Node | None:
    """The element whose bytes these are, from `start` of the original; None where it is none."""
    stream = marks(io.BytesIO(raw), start)
    first = next(stream, None)
    found = _tree(first, stream)[0] if first and first.kind == "begin" else None
    return found if isinstance(found, Node) else None


def _tree(
    first: Mark, stream: Iterator[Mark], anew: Anew | None = None
) -> tuple[Node | tuple[int, int], Mark | None, BrokenOffError | None]:
    """Read on until the element ends: what it is, a mark read too far, and what ended it too early.

    What is nested too deeply is put where it began; ends of nothing are passed.
    """
    top = Node(first)
    open_ones, count, last, after, broken = [top], 0, first, None, None
    try:
        for mark in stream:
            if mark.name in _OF_PAGE or (anew and mark.kind == "begin" and anew(first, mark)):
                after = mark
                break
            last, count = mark, count + 1
            if mark.kind == "end":
                _close(open_ones, mark)
                if not open_ones:
                    break
            elif count <= MOST:
                _put(open_ones, mark)
    except BrokenOffError as error:
        broken = error
    for one in open_ones:
        one.end = last.end
    return (top.start, last.end) if count > MOST else top, after, broken


def _put(open_ones: list[Node], mark: Mark) -> None:
    """Put a text or the beginning of an element into the innermost that is open."""
    if mark.kind == "text":
        open_ones[-1].inside.append(unescaped(mark.raw))
        return
    node = Node(mark)
    open_ones[-1].inside.append(node)
    if mark.name not in _ALONE and not mark.raw.endswith(b"/") and len(open_ones) < DEEPEST:
        open_ones.append(node)


def _span(first: Mark, stream: Iterator[Mark], anew: Anew | None) -> tuple[int, Mark | None, BrokenOffError | None]:
    """As `_tree`, for where the element ends; an element is taken for ended by as many ends as begin in it."""
    depth, last, name = 1, first, first.name
    try:
        for mark in stream:
            if mark.name == name:
                if mark.kind == "end":
                    depth -= 1
                elif anew and anew(first, mark):
                    return last.end, mark, None
                elif not mark.raw.endswith(b"/"):
                    depth += 1
                if depth == 0:
                    return mark.end, None, None
            elif mark.name in _OF_PAGE:
                return last.end, mark, None
            last = mark
    except BrokenOffError as error:
        return last.end, None, error
    return last.end, None, None


def _close(open_ones: list[Node], mark: Mark) -> None:
    for depth in range(len(open_ones) - 1, -1, -1):
        if open_ones[depth].name == mark.name:
            for one in open_ones[depth:]:
                one.end = mark.end
            del open_ones[depth:]
            return
