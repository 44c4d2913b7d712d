"""A part that is a page: its elements one by one, and what stands between them or is left of a broken one told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from daybook.intake.downloads.between import Between
from daybook.intake.downloads.html_blocks import Anew, Node, blocks, spans
from daybook.intake.downloads.html_marks import Mark
from daybook.intake.downloads.parts import DamagedPartError, Part
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.downloads.window import BrokenOffError, Readable
from daybook.intake.message import Place, Skipped

_One = TypeVar("_One", Node | tuple[int, int], tuple[int, int])


def page(
    part: Part, is_one: Callable[[Mark], bool], between: Between, *, too_long: str, anew: Anew | None = None
) -> Iterator[Node | Skipped]:
    """The elements of a page; a Skipped for one that is too long (`too_long` says so) and for what belongs to none.

    `anew` says which mark inside an element begins the next one, where they never lie in one another.
    """
    walk: Callable[[Readable], Iterator[Node | tuple[int, int]]] = lambda file: blocks(file, is_one, between, anew)  # noqa: E731
    for one in _walked(part, between, walk):
        yield Skipped(place=Place(*one, part.name), why=too_long) if isinstance(one, tuple) else one


def page_places(
    part: Part, is_one: Callable[[Mark], bool], between: Between, *, anew: Anew | None = None
) -> Iterator[tuple[int, int] | Skipped]:
    """As `page`, for where the elements stand only."""
    walk: Callable[[Readable], Iterator[tuple[int, int]]] = lambda file: spans(file, is_one, between, anew)  # noqa: E731
    yield from _walked(part, between, walk)


def _walked(part: Part, between: Between, walk: Callable[[Readable], Iterator[_One]]) -> Iterator[_One | Skipped]:
    last = 0
    try:
        for one in walk(part.open()):
            start, end = one if isinstance(one, tuple) else (one.start, one.end)
            yield from between.before(start, part)
            last = end
            yield one
        yield from between.after(part)
    except BrokenOffError as error:
        yield from between.after(part, error.at)
    except DamagedPartError:
        yield Skipped(place=Place(last, max(part.size, last), part.name), why=DAMAGED)
