"""The kinds of record a notebook can hold, each known by a code that is never renamed."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from daybook.domain.fields import fields_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.her_words import UNSAID

if TYPE_CHECKING:
    from daybook.domain.her_words import Voice

R = TypeVar("R")


class UnknownKindError(LookupError):
    """This notebook holds a kind of page this copy of Daybook does not know. A newer Daybook can open it."""


class TakenNameError(TypeError):
    """A field of a record may not have a name that every form uses for itself: choose another word."""


TAKEN = frozenset({"do", "kind", "key", "record", "based_on", "kept"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """One kind of record: its code ("incident.1"), its class, and its words on the screen.

    `title_field` names the field whose beginning stands for the record in a list.
    `dated_by` names the field (a WHEN, or a DAY that may be to come) that places it on the timeline, or is empty.
    `slotted` are its name, plural and start with the slots for the person harming her still in them.
    Kinds that she does not list herself (answers, settings) are not `listed`.
    """

    code: str
    cls: type[Any]
    name: str = ""
    plural: str = ""
    start: str = ""
    title_field: str = ""
    dated_by: str = ""
    listed: bool = True
    order: int = 100
    serves: tuple[str, ...] = field(default=())
    slotted: tuple[str, str, str] = field(default=("", "", ""))

    def spoken(self, say: Callable[[str, Voice], str]) -> RecordKind:
        """The same kind in other words."""
        slotted = self.slotted if any(self.slotted) else (self.name, self.plural, self.start)
        name, plural, start = (say(words, "yours") for words in slotted)
        return replace(self, name=name, plural=plural, start=start)

    def when(self, body: Any) -> Happened | None:  # noqa: ANN401  (a record of this kind)
        """When a record of this kind was; a whole day is that day. None for a kind that is not on the timeline.

        What has only her words for it is something that keeps happening.
        """
        if not self.dated_by:
            return None
        value = getattr(body, self.dated_by)
        if isinstance(value, Happened):
            only_words = fields_of(self.cls)[self.dated_by].only_words and value.start is None
            return replace(value, how="repeats") if only_words else value
        if value is None:
            return Happened()
        return Happened(how="exact", start=PartialDate(year=value.year, month=value.month, day=value.day))


_KINDS: dict[str, RecordKind] = {}


def record(code: str, **words: Any) -> Callable[[type[R]], type[R]]:  # noqa: ANN401  (passed on as they are)
    """Make a dataclass a kind of record under `code`; the words are those of RecordKind. Raises TakenNameError."""

    def register(cls: type[R]) -> type[R]:
        if TAKEN & getattr(cls, "__dataclass_fields__", {}).keys():
            raise TakenNameError
        slotted = (words.get("name", ""), words.get("plural", ""), words.get("start", ""))
        _KINDS[code] = RecordKind(code=code, cls=cls, **words, slotted=slotted).spoken(UNSAID.filled)
        return cls

    return register


@cache
def all_kinds() -> dict[str, RecordKind]:
    """Every kind there is, by code: one for each file in `daybook.domain.records`."""
    package = importlib.import_module("daybook.domain.records")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_KINDS.items(), key=lambda pair: (pair[1].order, pair[0])))


def kind_of(code: str) -> RecordKind:
    """The kind with this code. Raises UnknownKindError."""
    try:
        return all_kinds()[code]
    except KeyError:
        raise UnknownKindError from None


def is_listed(code: str) -> bool:
    """Whether this is the code of a kind she lists herself; not so for one that only a newer Daybook knows."""
    return code in all_kinds() and all_kinds()[code].listed


def kind_for(record: object) -> RecordKind:
    """The kind this record is of. Raises UnknownKindError."""
    for kind in all_kinds().values():
        if kind.cls is type(record):
            return kind
    raise UnknownKindError


def listed_kinds() -> list[RecordKind]:
    """The kinds she writes and lists herself, in the order they are offered."""
    return [kind for kind in all_kinds().values() if kind.listed]
