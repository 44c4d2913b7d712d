"""The form in which she compares messages read from screenshots with the pictures: filled, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from daybook.intake.seen.when import clock_of, day_of
from daybook.notebook.checking import Checked, day_and_clock
from daybook.notebook.messages import message
from daybook.notebook.twin import is_surely, likely_twin
from daybook.web.i18n import N_

if TYPE_CHECKING:
    from daybook.domain.seen import Bubble
    from daybook.notebook.checking import Offered
    from daybook.notebook.messages import HerMessage
    from daybook.notebook.notebook import Notebook

Typed = Mapping[str, list[str]]
_LONGEST = 500
_LONGEST_TEXT = 20_000
NOT_A_TIME = N_("A time there is not like 21:05. Write it like that, or leave it empty. Nothing is lost.")
NOT_A_DAY = N_("A day there is not like 14 March 2024. Write it like that, or leave it empty. Nothing is lost.")


class NotLikeThatError(ValueError):
    """A time or a day cannot be read. Its message is the sentence to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One message of the form, as it stands now; `record` and `bubble` name the piece of the picture it was read in."""

    number: int
    at: str
    ticked: bool
    mine: bool
    middle: bool
    text: str
    clock: str
    name: str
    day: int
    record: str
    bubble: int
    picture: int
    also: int
    unsure: bool
    after_gap: bool
    twin: HerMessage | None
    same: str
    """The file and number of the message she says it is; "no" for another one, "" for not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What stands above some messages as their day, and the whole day that is typed for it or stands there."""

    number: int
    words: str
    value: str

    @property
    def whole(self) -> bool:
        """Whether what stands there is a whole day."""
        return bool(day_of(self.words))


_UNSURE = 0.9


def days_of(these: Offered, typed: Typed) -> list[Day]:
    """Every heading that stands for a day, in order; "" for messages above which none stands."""
    words = list(dict.fromkeys(one.bubble.day for one in these.run.messages))
    return [
        Day(number=number, words=each, value=_first(typed, f"day.{number}") if typed else each if day_of(each) else "")
        for number, each in enumerate(words)
    ]


def rows_of(notebook: Notebook, these: Offered, typed: Typed) -> list[Row]:
    """One row for each message, filled with what was read, or with what she typed."""
    days = {day.words: day for day in days_of(these, typed)}
    ends = {these.run.order.index(number) + 1 for number in these.run.gaps}
    rows, before = [], 0
    for number, one in enumerate(these.run.messages):
        picture, bubble = one.places[0]
        day = days[one.bubble.day]
        twin = likely_twin(notebook, one.bubble, _iso(day.value) or "")
        at = these.picture_of(one)
        rows.append(
            Row(
                number=number, day=day.number, twin=twin, record=these.records[picture], bubble=bubble, picture=at,
                also=len(one.places) - 1, middle=one.bubble.side == "middle", unsure=one.bubble.sure < _UNSURE,
                after_gap=before in ends and at not in (0, before) and at > before,
                **_of(number, one.bubble, typed, day_and_clock(one)[1], same=_same(twin, one.bubble, these.chat)),
            )
        )  # fmt: skip
        before = max(before, at)
    return rows


def _of(number: int, bubble: Bubble, typed: Typed, clock: str, *, same: str) -> dict[str, Any]:
    if not typed:
        return {
            "at": str(number + 1), "ticked": bubble.side != "middle", "mine": bubble.side == "right",
            "text": bubble.text, "clock": clock, "name": bubble.name, "same": same,
        }  # fmt: skip
    return {
        "at": _first(typed, f"at.{number}"), "ticked": f"keep.{number}" in typed,
        "mine": _first(typed, f"who.{number}") == "mine", "text": _first(typed, f"text.{number}"),
        "clock": _first(typed, f"clock.{number}"), "name": _first(typed, f"name.{number}"),
        "same": _first(typed, f"same.{number}"),
    }  # fmt: skip


def _same(twin: HerMessage | None, bubble: Bubble, chat: str) -> str:
    return "{} {}".format(*twin.pick) if twin and is_surely(twin, bubble, chat) else ""


def checked_of(notebook: Notebook, these: Offered, typed: Typed) -> list[Checked]:
    """What she ticked, in the order she gave. Raises NotLikeThatError, NoSuchMessageError."""
    chat, owner = about(typed)
    days = {day.number: day_in(day.value) for day in days_of(these, typed)}
    found = []
    for row in rows_of(notebook, these, typed):
        if not row.ticked:
            continue
        clock = clock_in(row.clock)
        source, _space, there = row.same.rpartition(" ")
        same = message(notebook, (source, int(there))).pick if there.isdecimal() else None
        found.append(
            (
                _order(row),
                Checked(
                    number=row.number, text=row.text.replace("\r\n", "\n").strip()[:_LONGEST_TEXT], mine=row.mine,
                    sender=owner if row.mine else row.name.strip() or chat, day=days[row.day], clock=clock, same=same,
                ),
            )
        )  # fmt: skip
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def about(typed: Typed) -> tuple[str, str]:
    """Who the chat is with, and whose phone it was, as she typed them."""
    chat, owner = (" ".join(_first(typed, name).split())[:_LONGEST] for name in ("chat", "owner"))
    return chat, owner


def _order(row: Row) -> tuple[float, int]:
    try:
        return float(row.at.replace(",", ".")), row.number
    except ValueError:
        return float(row.number + 1), row.number


def _iso(words: str) -> str | None:
    """An ISO day; "" for nothing, None for what is no day."""
    return day_of(words) or (None if words.strip() else "")


def clock_in(words: str) -> str:
    """A time she typed as "HH:MM"; "" for nothing. Raises NotLikeThatError."""
    clock = clock_of(words)
    if words.strip() and not clock:
        raise NotLikeThatError(NOT_A_TIME)
    return clock


def day_in(words: str) -> str:
    """A day she typed as an ISO date; "" for nothing. Raises NotLikeThatError."""
    day = _iso(words)
    if day is None:
        raise NotLikeThatError(NOT_A_DAY)
    return day


def _first(typed: Typed, name: str) -> str:
    return (typed.get(name) or [""])[0]
