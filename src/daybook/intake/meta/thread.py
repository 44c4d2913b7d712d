"""One file of a conversation walked once: where its messages stand, who takes part, and which way round it runs."""

from __future__ import annotations

from daybook.intake.downloads.json_pieces import Path, Piece, Wish
from daybook.intake.downloads.json_values import decoded, fields, whole, words
from daybook.intake.downloads.mojibake import repaired
from daybook.intake.downloads.oldest_first import Places
from daybook.intake.downloads.parts import Part
from daybook.intake.downloads.walked import walked
from daybook.intake.message import Place, Skipped

MESSAGE = ("messages", "*")
_ABOUT = {"participants", "title", "threadName"}
_KNOWN = _ABOUT | {
    "is_still_participant", "thread_path", "thread_type", "magic_words", "image", "joinable_mode", "messages",
}  # fmt: skip


class Thread:
    """What the walk found. `first` and `last` are milliseconds, 0 where the file says none."""

    def __init__(self, part: Part) -> None:
        self.part, self.places, self.title = part, Places(), ""
        self.people: tuple[str, ...] = ()
        self.first = self.last = 0
        self.skipped: list[Skipped] = []
        self._latest: bytes | None = None

    @property
    def is_newest_first(self) -> bool:
        """Whether the file runs from the newest to the oldest."""
        return self.first > self.last

    def walk(self) -> Thread:
        """Go through the part; what is broken or not known is noted in `skipped`."""
        for piece in walked(self.part, _wanted):
            if isinstance(piece, Skipped):
                self.skipped.append(piece)
            else:
                self.note(piece)
        return self

    def note(self, piece: Piece) -> None:
        """Take in one piece of the walk."""
        if piece.path == MESSAGE:
            self.places.add(piece.start, piece.end)
            self._note_time(piece.raw)
        elif len(piece.path) == 1 and piece.path[0] in _ABOUT:
            self._note_about(piece.path[0], piece.raw)
        elif not piece.path or piece.path[0] not in _KNOWN or piece.path[0] == "messages":
            self._skip(piece.start, piece.end, "This says something about the chat; it is not a message.")

    def _note_time(self, raw: bytes | None) -> None:
        if self.first and raw is not None and len(self.places) > 1:
            self._latest = raw
            return
        self.first = self.first or _time(raw)

    def finish(self) -> Thread:
        """Look at the time of the last message. Call it once after `walk`."""
        self.last = _time(self._latest) or self.first
        self._latest = None
        return self

    def _note_about(self, name: str, raw: bytes | None) -> None:
        value = decoded(raw or b"null")
        found = value[0] if value else None
        if name == "participants":
            names = found if isinstance(found, list) else []
            told = [one if isinstance(one, str) else words(fields(one).get("name")) for one in names]
            self.people = tuple(dict.fromkeys(repaired(one) for one in told if one))
        else:
            self.title = repaired(words(found)) or self.title

    def _skip(self, start: int, end: int, why: str) -> None:
        self.skipped.append(Skipped(place=Place(start, end, self.part.name), why=why))


def _wanted(path: Path) -> Wish:
    if path in {(), ("messages",)}:
        return Wish.ENTER
    return Wish.TAKE if path == MESSAGE or (len(path) == 1 and path[0] in _ABOUT) else Wish.PASS


def _time(raw: bytes | None) -> int:
    value = decoded(raw or b"null")
    told = fields(value[0]) if value else {}
    return whole(told.get("timestamp_ms")) or whole(told.get("timestamp")) or 0


def people_of(part: Part) -> tuple[str, ...]:
    """Who takes part, where the file says so before its messages; nothing is read beyond."""
    thread = Thread(part)
    for piece in walked(part, _wanted):
        if isinstance(piece, Skipped):
            break
        if piece.path == MESSAGE:
            told = decoded(piece.raw or b"null")
            value = fields(told[0]) if told else {}
            sender = repaired(words(value.get("sender_name") or value.get("senderName")))
            return thread.people or ((sender,) if sender else ())
        thread.note(piece)
    return thread.people
