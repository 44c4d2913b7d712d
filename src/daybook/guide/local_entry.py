"""One service of a local list, as a charity writes it in a file, and what has to hold of it."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from difflib import get_close_matches

import msgspec

from daybook.guide.pack import Pack
from daybook.guide.service import NUMBERED, Way

LONGEST = 2000
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{1,23}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PAGE = re.compile(r"(https://)?[\w-]+(\.[\w-]+)+(/\S*)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class LocalEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A service near somebody. `places` are towns and beginnings of postcodes; `source` is who says all this."""

    name: str
    run_by: str = ""
    places: tuple[str, ...]
    nations: tuple[str, ...]
    needs: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    hours: str = ""
    for_whom: str
    first_call: str = ""
    checked: date
    check_again: date
    source: str


Complain = Callable[[str, str], None]  # (the key, the sentence)


def mistakes(entry: LocalEntry, pack: Pack, today: date, complain: Complain) -> None:
    """Every mistake in an entry whose values have the right shape goes to `complain`."""
    for key in ("name", "for_whom", "source"):
        if not getattr(entry, key).strip():
            complain(key, f"“{key}” is empty.")
    for key in ("places", "nations", "needs"):
        if not [word for word in getattr(entry, key) if word.strip()]:
            complain(key, f"“{key}” is empty. Write at least one.")
    for key, said in (
        *_unknown("nations", entry.nations, pack.cover.nations),
        *_unknown("needs", entry.needs, [need.id for need in pack.cover.needs]),
        *_texts(entry),
    ):
        complain(key, said)
    if entry.checked > today:
        complain("checked", f"“checked” is {entry.checked}, and that is still to come.")
    if entry.check_again <= entry.checked:
        complain("check_again", "“check_again” is not after “checked”. Write the day somebody will look again.")


def mistakes_in_way(way: Way, complain: Complain) -> None:
    """Every mistake in one way in."""
    value = way.value.strip()
    if way.kind in NUMBERED and not _NUMBER.fullmatch(value):
        complain("value", f"“{_short(value)}” is not a number that can be rung. Write digits and spaces only.")
    elif way.kind == "email" and not _EMAIL.fullmatch(value):
        complain("value", f"“{_short(value)}” is not an e-mail address.")
    elif way.kind in ("web", "chat") and not _PAGE.fullmatch(value):
        complain("value", f"“{_short(value)}” is not the address of a page. Write it like example.org/help.")
    elif not value:
        complain("value", "A way in has no number or address.")


def _texts(entry: LocalEntry) -> Iterator[tuple[str, str]]:
    for key in ("name", "run_by", "places", "hours", "for_whom", "first_call", "source"):
        value = getattr(entry, key)
        for text in (value,) if isinstance(value, str) else value:
            if len(text) > LONGEST:
                yield key, f"“{key}” has {len(text):,} characters; {LONGEST:,} fit."
            if _CONTROL.search(text):
                yield key, f"“{key}” holds a sign that cannot be shown. Type the words again."


def _unknown(key: str, used: Collection[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    for word in used:
        if word not in known:
            near = get_close_matches(word, list(known), n=1)
            hint = f" Did you mean “{near[0]}”?" if near else f" It is one of: {', '.join(known)}."
            yield key, f"“{key}” cannot be “{_short(word)}”.{hint}"


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"  # noqa: PLR2004
