"""A part that is a page: its elements one by one, what is left of a broken one told, and its title."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daybook.intake.downloads.html_blocks import Node, blocks, spans
from daybook.intake.downloads.html_marks import Mark, unescaped
from daybook.intake.downloads.parts import DamagedPartError, Part
from daybook.intake.downloads.walked import BROKEN, DAMAGED
from daybook.intake.downloads.window import BrokenOffError
from daybook.intake.message import Place, Skipped

_TITLES = ("h1", "title")


class Heading:
    """The title of a page, as far as it was gone through: its first heading, else what it is called."""

    def __init__(self) -> None:
        self._in, self._found = "", dict[str, str]()

    def __call__(self, mark: Mark) -> None:
        """Take in a mark that stands outside the elements."""
        if mark.kind == "text" and self._in and self._in not in self._found:
            self._found[self._in] = unescaped(mark.raw)
        elif mark.kind != "text":
            self._in = mark.name if mark.kind == "begin" and mark.name in _TITLES else ""

    @property
    def title(self) -> str:
        """What was found, "" for nothing."""
        return next((self._found[one].strip() for one in _TITLES if self._found.get(one, "").strip()), "")


def page(part: Part, is_one: Callable[[Mark], bool], heading: Heading, *, too_long: str) -> Iterator[Node | Skipped]:
    """The elements of a page; a Skipped for one that is too long (`too_long` says so) and where it breaks off."""
    last = 0
    try:
        for node in blocks(part.open(), is_one, heading):
            if isinstance(node, Node):
                last = node.end
                yield node
            else:
                last = node[1]
                yield Skipped(place=Place(*node, part.name), why=too_long)
    except BrokenOffError as error:
        yield Skipped(place=Place(error.at, max(part.size, error.at), part.name), why=BROKEN)
    except DamagedPartError:
        yield Skipped(place=Place(last, max(part.size, last), part.name), why=DAMAGED)


def page_places(part: Part, is_one: Callable[[Mark], bool], heading: Heading) -> Iterator[tuple[int, int] | Skipped]:
    """As `page`, for where the elements stand only."""
    last = 0
    try:
        for start, end in spans(part.open(), is_one, heading):
            last = end
            yield start, end
    except BrokenOffError as error:
        yield Skipped(place=Place(error.at, max(part.size, error.at), part.name), why=BROKEN)
    except DamagedPartError:
        yield Skipped(place=Place(last, max(part.size, last), part.name), why=DAMAGED)
