"""The elements of a page that hold messages, each as a small tree with its bytes in the original."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from daybook.intake.downloads.html_marks import Mark, marks, unescaped
from daybook.intake.downloads.window import Readable

DEEPEST = 100
MOST = 50_000
_ALONE = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


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
        for one in self.elements:
            if (not of_class or of_class in one.classes) and (not of_name or one.name == of_name):
                yield one
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


def blocks(
    file: Readable, is_one: Callable[[Mark], bool], outside: Callable[[Mark], None] | None = None
) -> Iterator[Node | tuple[int, int]]:
    """Every element `is_one` says yes to, as a tree, while it is read; the start and end of one that is too big.

    `outside` is shown what stands between them. Raises BrokenOffError.
    """
    stream = marks(file)
    for mark in stream:
        if mark.kind == "begin" and is_one(mark):
            yield _tree(mark, stream)
        elif outside:
            outside(mark)


def spans(
    file: Readable, is_one: Callable[[Mark], bool], outside: Callable[[Mark], None] | None = None
) -> Iterator[tuple[int, int]]:
    """Where each of them begins and ends, without looking into it: half the work of `blocks`. Raises BrokenOffError."""
    stream = marks(file)
    for mark in stream:
        if mark.kind != "begin" or not is_one(mark):
            if outside:
                outside(mark)
            continue
        depth, last = 1, mark
        for inner in stream:
            last = inner
            if inner.name == mark.name:
                depth += 1 if inner.kind == "begin" and not inner.raw.endswith(b"/") else -(inner.kind == "end")
                if depth == 0:
                    break
        yield mark.start, last.end


def block(raw: bytes, start: int) -> Node | None:
    """The element whose bytes these are, from `start` of the original; None where it is none."""
    stream = marks(io.BytesIO(raw), start)
    first = next(stream, None)
    found = _tree(first, stream) if first and first.kind == "begin" else None
    return found if isinstance(found, Node) else None


def _tree(first: Mark, stream: Iterator[Mark]) -> Node | tuple[int, int]:
    """Read on until the element ends. What is nested too deeply is put where it began; ends of nothing are passed."""
    top = Node(first)
    open_ones, count, last = [top], 0, first
    for mark in stream:
        last, count = mark, count + 1
        if mark.kind == "end":
            _close(open_ones, mark)
            if not open_ones:
                break
        elif count > MOST:
            continue
        elif mark.kind == "text":
            open_ones[-1].inside.append(unescaped(mark.raw))
        else:
            node = Node(mark)
            open_ones[-1].inside.append(node)
            if mark.name not in _ALONE and not mark.raw.endswith(b"/") and len(open_ones) < DEEPEST:
                open_ones.append(node)
    for one in open_ones:
        one.end = last.end
    return (top.start, last.end) if count > MOST else top


def _close(open_ones: list[Node], mark: Mark) -> None:
    for depth in range(len(open_ones) - 1, -1, -1):
        if open_ones[depth].name == mark.name:
            for one in open_ones[depth:]:
                one.end = mark.end
            del open_ones[depth:]
            return
