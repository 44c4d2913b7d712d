"""What is still open about her home, in words, from what she ticked and noted. Nothing is counted up to a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybook.domain.records.home_check import HomeCheck
from daybook.domain.said import Said

_SETTLED = ("done", "not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One look with what she noted: its title, its part ("" for one of her own) and what it changes.

    `quiet`: nobody is likely to notice it.
    """

    title: str
    part: str = ""
    changes: str = "nothing"
    quiet: bool = False
    noted: HomeCheck | None = None

    @property
    def state(self) -> str:
        """Her state of it; "" before she said."""
        return self.noted.state if self.noted else ""


def still_open(kept: Iterable[Kept], today: date) -> list[Said]:
    """Sentences on what she began, and on what does not fit together yet. Empty while she noted nothing.

    Rules: who could do it (issue 4, tool 7: done by whom); a day gone by; waiting; new locks want a list of keys
    (W31) and ways out that still open (R15); stronger doors want a smoke alarm (X30); last, what is open and quiet.
    """
    looks = list(kept)
    if not any(look.noted for look in looks):
        return []
    return [*_begun(looks, today), *_do_not_fit(looks), *_next(looks)]


def _begun(looks: Sequence[Kept], today: date) -> Iterator[Said]:
    begun = [(look.title, look.noted) for look in looks if look.noted and look.state in ("to-do", "asked")]
    nobody = [title for title, noted in begun if noted.state == "to-do" and not noted.by.strip()]
    late = [title for title, noted in begun if noted.day and noted.day < today]
    waiting = [title for title, noted in begun if noted.state == "asked" and title not in late]
    if nobody:
        yield Said("Not said yet who could do it: %(what)s.", {"what": _quoted(nobody)})
    if late:
        yield Said("The day you noted has gone by: %(what)s. You could ask again.", {"what": _quoted(late)})
    if waiting:
        yield Said("Asked for, and you wait for an answer: %(what)s.", {"what": _quoted(waiting)})


def _do_not_fit(looks: Sequence[Kept]) -> Iterator[Said]:
    """What something in place asks of something that is still open."""
    done = {look.part for look in looks if look.state == "done"}
    open_parts = {look.part for look in looks if look.state not in _SETTLED} - done
    new_locks = any(look.changes == "locks" and look.state == "done" for look in looks)
    if new_locks and "keys" in open_parts:
        yield Said("There are new locks. Who has each new key is not noted yet.")
    if new_locks and "way-out" in open_parts:
        yield Said("More is locked now. Whether each way out still opens fast from inside is not noted yet.")
    if done & {"door", "window"} and "fire" in open_parts:
        yield Said("Doors or windows are done. A smoke alarm is not noted yet.")


def _next(looks: Sequence[Kept]) -> Iterator[Said]:
    quiet = [look.title for look in looks if look.quiet and not look.state]
    if quiet:
        yield Said("Not ticked yet, and not likely to be noticed: %(what)s.", {"what": _quoted(quiet)})


def _quoted(titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"“{title}”" for title in titles)
