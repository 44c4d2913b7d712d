"""One `<mms>` with its parts and people as a message."""

from __future__ import annotations

from daybook.intake.message import Flag, Given, Message, Place
from daybook.intake.sms.elements import Element
from daybook.intake.sms.texts import instant, numbers, said, told, way

_ME = "insert-address-token"
_FROM, _TO = "137", frozenset({"151", "130", "129"})
_NOT_FETCHED = "130"
MOST = 10_000
"""Tags inside one message that are still read."""
LONGEST = 32 << 20
"""Bytes those tags may hold together, pictures not counted."""
_NO_SUBJECT = frozenset({"", "nosubject", "no subject"})
"""What phones write where nobody wrote a subject."""


class Mms:
    """One message with pictures while its tags come in; at most `MOST` of them and `LONGEST` bytes."""

    def __init__(self, element: Element) -> None:
        self._head = element
        self.start = element.start
        self._texts: list[str] = []
        self._given: list[Given] = []
        self._people: list[tuple[str, str]] = []
        self._flags: list[Flag] = ["mended"] if element.mended else []
        self._tags, self._size = 0, 0

    def add(self, element: Element) -> bool:
        """Take in a tag; False where it is none of a message's, or the message is too big."""
        self._tags += 1
        self._size += sum(map(len, element.says.values()))
        if self._tags > MOST or self._size > LONGEST:
            return False
        if element.mended:
            self._flag("mended")
        if element.name == "part":
            self._part(element)
        elif element.name == "addr":
            self._people.append((said(element.says, "type"), said(element.says, "address")))
        else:
            return element.name in {"parts", "addrs", "/parts", "/addrs", "/part", "/addr"}
        return True

    def _flag(self, flag: Flag) -> None:
        if flag not in self._flags:
            self._flags.append(flag)

    def _part(self, element: Element) -> None:
        """The layout (SMIL) is no content; a text is what she reads; all else is a file, there or not."""
        says = element.says
        media = said(says, "ct")
        words = says.get("text", "null")
        if media.lower() == "application/smil":
            return
        if element.picture is None and (words != "null" or media.lower() == "text/plain"):
            if "text" in says:
                self._texts.append(words)
            return
        start, end = element.picture or (0, 0)
        if start == end:
            self._flag("not-in-export")
        name = next((value for key in ("name", "fn", "cl", "cid") if (value := said(says, key))), "")
        self._given.append(
            Given(name=name, media=media, start=start, end=end, encoding="base64" if end > start else "")
        )

    def message(self, end: int) -> Message:
        """The whole of it; subject and texts stand below each other. A sender the file does not say is empty."""
        says = self._head.says
        address, written = said(says, "address"), says.get("date", "")
        box = said(says, "msg_box") or {"132": "1", "128": "2"}.get(said(says, "m_type"), "")
        sender, to, flags = self._who(box, numbers(address))
        if said(says, "m_type") == _NOT_FETCHED:
            self._flag("not-in-export")
        return Message(
            sent=instant(written), sent_as_written=written, sender=sender, to=to, chat=address,
            text="\n".join([*self._subject(), *self._texts]), place=Place(self.start, end),
            flags=(*flags, *self._flags), attachments=tuple(self._given), headers=told(says),
        )  # fmt: skip

    def _subject(self) -> list[str]:
        """The words above the text, which somebody wrote as well; not a second time where the text is the same."""
        words = said(self._head.says, "sub")
        return [] if words.strip().lower() in _NO_SUBJECT or words in self._texts else [words]

    def _who(self, box: str, others: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[Flag, ...]]:
        """As the box says, made sharper by the people listed; where the two differ the sender is unsure."""
        sender, to, flags = way(box, others)
        writers = [one for kind, one in self._people if kind == _FROM and one]
        readers = tuple(one for kind, one in self._people if kind in _TO and one not in {"", _ME})
        if "received" not in flags:
            return sender, readers or to, flags
        if len(writers) == 1 and writers[0] != _ME:
            sender, flags = writers[0], tuple(flag for flag in flags if flag != "sender-unsure")
        elif writers:
            sender, flags = "", (*(flag for flag in flags if flag != "sender-unsure"), "sender-unsure")
        return sender, readers or tuple(one for one in to if one != sender), flags
