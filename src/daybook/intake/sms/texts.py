"""One `<sms>` or `<call>` as a message."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from daybook.intake.message import Flag, Message, Place
from daybook.intake.sms.elements import Element

_TOLD = frozenset({
    "type", "msg_box", "m_type", "contact_name", "readable_date", "date_sent", "subject", "sub", "service_center",
    "status", "read", "presentation", "subscription_id", "sub_id", "creator", "name", "time",
})  # fmt: skip
_NOTHING = frozenset({"", "null"})
_BEFORE_ANY_TEXT = 723_340_800_000  # 1992-12-03: nobody had sent a text message yet, so such a clock was never set.
_END_OF_TIME = 253_402_300_799_999
_DIGITS = 15
_FIRST_DAY = date(1970, 1, 1).toordinal()
_WAY: dict[str, tuple[Flag, ...]] = {
    "1": ("received",), "2": ("sent",), "3": ("draft",), "4": ("unsent",), "5": ("failed",), "6": ("unsent",),
}  # fmt: skip
_CALL: dict[str, tuple[Flag, ...]] = {
    "1": ("received",), "2": ("sent",), "3": ("received", "missed"), "4": ("received", "voicemail"),
    "5": ("received", "rejected"), "6": ("received", "blocked"), "7": ("received",),
}  # fmt: skip
_WITHHELD = frozenset({"", "-1", "-2", "-3"})
_HIDDEN = frozenset({"2", "3", "4"})


def said(says: dict[str, str], name: str) -> str:
    """What a tag says of `name`; "" where it says nothing, which these files write as the word "null"."""
    value = says.get(name, "")
    return "" if value == "null" else value


def told(says: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What else a tag says that may matter one day, as it is written."""
    return tuple([pair for pair in says.items() if pair[0] in _TOLD and pair[1] not in _NOTHING])


def instant(written: str) -> str:
    """Milliseconds since 1970 as ISO 8601 in UTC; "" for what cannot be the time of a message."""
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        return ""
    milliseconds = int(written)
    if not _BEFORE_ANY_TEXT <= milliseconds <= _END_OF_TIME:
        return ""
    days, rest = divmod(milliseconds, 86_400_000)
    minutes, rest = divmod(rest, 60_000)
    seconds, rest = divmod(rest, 1000)
    clock = f"{_day(days)}T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return f"{clock}.{rest:03}+00:00" if rest else f"{clock}+00:00"


@lru_cache(maxsize=4096)
def _day(days: int) -> str:
    return date.fromordinal(_FIRST_DAY + days).isoformat()


def numbers(written: str) -> tuple[str, ...]:
    """The people of a group, which stand in one value with `~` between them."""
    return tuple([one for one in written.split("~") if one and one != "null"])


def way(box: str, others: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[Flag, ...]]:
    """Who sent it, to whom, and the flags, from which box it lay in. Her own number is not in the file: "".

    A received one from a group does not say here which of them sent it.
    """
    flags = _WAY.get(box, ())
    group: tuple[Flag, ...] = ("group",) if len(others) > 1 else ()
    if flags == ("received",):
        return (others[0], (), flags) if len(others) == 1 else ("", others, (*flags, *group, "sender-unsure"))
    return ("", others, (*(flags or ("sender-unsure",)), *group))


def sms(element: Element) -> Message:
    """A text message. A body that is only the word "null" stays as it stands: somebody may have sent just that."""
    says = element.says
    address = said(says, "address")
    others = numbers(address)
    sender, to, flags = way(said(says, "type"), others)
    written = says.get("date", "")
    return Message(
        sent=instant(written), sent_as_written=written, sender=sender, to=to, chat=address,
        text=says.get("body", ""), place=Place(element.start, element.end),
        flags=(*flags, "mended") if element.mended else flags, headers=told(says),
    )  # fmt: skip


def call(element: Element) -> Message:
    """A call. A withheld number is nobody's: `sender` is "", flagged so."""
    says = element.says
    number = said(says, "number")
    hidden = number in _WITHHELD or (said(says, "presentation") in _HIDDEN and not number.lstrip("+").isdigit())
    flags = _CALL.get(said(says, "type"), ("sender-unsure",))
    other = "" if hidden else number
    made = "sent" in flags
    written, length = says.get("date", ""), said(says, "duration") or said(says, "dur")
    headers = told(says) if not hidden or not number else (("number", number), *told(says))
    marks: list[Flag] = [*flags]
    if hidden:
        marks.append("withheld")
    if element.mended:
        marks.append("mended")
    return Message(
        kind="call", sent=instant(written), sent_as_written=written, text="", chat=other,
        sender="" if made or flags == ("sender-unsure",) else other,
        to=(other,) if made and other else (),
        place=Place(element.start, element.end), flags=tuple(marks), headers=headers,
        seconds=int(length) if length.isascii() and length.isdigit() and len(length) <= _DIGITS else None,
    )  # fmt: skip
