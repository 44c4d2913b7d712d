"""Findings about an entry, with the line where the editor will look."""

from daybook.guide.entry import Entry
from daybook.guide.finding import Finding, Level
from daybook.guide.friend import FriendChoice
from daybook.guide.knowledge import Correction, Source, Statement
from daybook.guide.lines import line_of_key, line_of_row, line_of_words
from daybook.guide.matter import Matter
from daybook.guide.pack import Pack
from daybook.guide.prefix import Prefix
from daybook.guide.security import WhoMay
from daybook.guide.thing import Thing

_SHARE_A_FILE = (Matter, Thing, FriendChoice, WhoMay, Statement, Source, Correction, Prefix)


def at_key(pack: Pack, entry: Entry, key: str, sentence: str, level: Level = "error") -> Finding:
    """A finding about what `key` is set to."""
    line = line_of_key(pack.texts[entry.file], key, table=_table(entry))
    return Finding(entry.file, line, _named(entry, sentence), level)


def at_row(pack: Pack, entry: Entry, table: str, number: int, sentence: str) -> Finding:
    """A finding about the `number`th `[[table]]` of the entry, from 1."""
    return Finding(entry.file, line_of_row(pack.texts[entry.file], table, number), sentence)


def at_words(pack: Pack, entry: Entry, words: str, sentence: str, level: Level = "error") -> Finding:
    """A finding about some words in the entry."""
    line = line_of_words(pack.texts[entry.file], words, table=_table(entry))
    return Finding(entry.file, line, _named(entry, sentence), level)


def _table(entry: Entry) -> str:
    return entry.id if isinstance(entry, _SHARE_A_FILE) else ""


def _named(entry: Entry, sentence: str) -> str:
    return f"{entry.id}: {sentence}" if isinstance(entry, _SHARE_A_FILE) else sentence
