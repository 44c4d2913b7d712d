"""The fixed words of a paper: ours, never hers, all in one place so that they can stand in her language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from daybook.domain.happened import Happened


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _moment(moment: datetime) -> str:
    exact = moment.astimezone(UTC)
    return f"{_day(exact.date())}, {exact:%H:%M} UTC"


def _size(count: int) -> str:
    size, unit = float(count), "bytes"
    for bigger in ("KB", "MB", "GB"):
        if size < 1000:  # noqa: PLR2004  kilo
            break
        size, unit = size / 1000, bigger
    return f"{count} bytes" if unit == "bytes" else f"{size:.1f} {unit}"


_MEDIA = {
    "application/pdf": "PDF document",
    "application/zip": "Archive",
    "text/plain": "Text",
}

_HOW = (
    (
        "Happened",
        (
            "when it happened, as the writer of the entry knows it. “About” and “between” are the words of the writer. "
            "Where a day or a time is not known, none is given."
        ),
    ),
    (
        "Written",
        "when the entry was saved, by the clock of the computer it was written on, in universal time (UTC).",
    ),
    (
        "Changed",
        (
            "an entry can be changed later. The latest wording comes first. The earlier wording follows it, "
            "with the time it was written."
        ),
    ),
    (
        "Photos and files",
        (
            "photos are shown as smaller copies. SHA-256 is a fingerprint of the file as it was added. "
            "If one bit of the file changes, its fingerprint is another."
        ),
    ),
    (
        "Numbers",
        "every paragraph has a number, so that it can be pointed to. A question left empty is not printed.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """Every word on a paper that she did not write; the defaults are English as used in the UK.

    Words in braces are filled in. Nothing here says what made the paper or claims what it is good for.
    """

    language: str = "en"
    region: str = "GB"
    file_title: str = "Papers"
    title: str = "Chronology"
    by: str = "Written by {name}"
    span: str = "From {first} to {last}"
    no_dates: str = "No dates known"
    entry: str = "1 entry"
    entries: str = "{count} entries"
    made: str = "Made on {day}"
    how_to_read: str = "How to read this"
    how: tuple[tuple[str, str], ...] = _HOW
    entries_heading: str = "Entries"
    unknown_heading: str = "Entries without a date"
    written: str = "Written {moment}"
    changed: str = "Changed {moment}. This is the latest wording; the earlier wording is below."
    earlier: str = "Earlier wording, written {moment}"
    replaced: str = "Changed {moment}"
    see: str = "Entry {numbers}"
    quoted: str = "Messages quoted here"
    out_of: str = "Out of the file “{file}”, number {numbers}. SHA-256 of the file: {fingerprint}"
    sides: str = "Left and right are those of the person hurt."
    left_empty: str = "(left empty)"
    photo: str = "Photo {number}"
    file: str = "File {number}"
    cannot_show: str = "Kept exactly as it was given. It cannot be shown on paper."
    gone: str = (
        "The file itself could not be read when this paper was made: it is missing or damaged. What is written here "
        "about it was kept with the entry."
    )
    some_gone: str = "Files that could not be read when this paper was made: {count}. Each says so in its place."
    lost: str = "Saved pages that could not be read when this paper was made: {count}. What they held is not in it."
    holds: str = "Holds: {kinds}"
    fingerprint: str = "SHA-256 of the original"
    original: str = "{kind}, {size}"
    picture: str = "Picture"
    recording: str = "Recording"
    film: str = "Film"
    other_file: str = "File"
    media: Mapping[str, str] = field(default_factory=lambda: dict(_MEDIA))
    index_heading: str = "Index"
    index_columns: tuple[str, str, str, str] = ("No.", "Happened", "Begins", "Page")
    page: tuple[str, str, str] = ("", " of ", "")
    unshowable: str = (
        "Some letters or signs could not be drawn with the typefaces on this computer. Each stands as its number "
        "in Unicode, such as \u2039U+4E2D\u203a. The entry itself is unchanged."
    )
    when: Callable[[Happened], str] = str
    day: Callable[[date], str] = _day
    moment: Callable[[datetime], str] = _moment
    size: Callable[[int], str] = _size

    def media_name(self, media: str) -> str:
        """What to call a file of this media type."""
        if media in self.media:
            return self.media[media]
        by_kind = {"image": self.picture, "audio": self.recording, "video": self.film}
        return by_kind.get(media.partition("/")[0], self.other_file)
