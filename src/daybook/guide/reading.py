"""How hard each entry is to read. Needs textstat, which belongs to the editors' tools and not to Daybook itself."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from textstat import textstat

from daybook.guide.checks.place import at_words
from daybook.guide.entry import Entry
from daybook.guide.finding import Finding
from daybook.guide.knowledge import Correction, Statement
from daybook.guide.pack import Pack
from daybook.guide.texts import BODY, NAMES, texts_of
from daybook.guide.wording import Wording, render

FILE = "reading.toml"
AGE_AT_GRADE_0 = 5  # a child in grade 4 of an American school is nine
_READER = Wording(name="Al")
_A_NAME = "it"  # what stands for a name while measuring: a short word, so that the sentence stays a sentence
_LABELS = NAMES | {"label", BODY}  # choices, names and words to an office: nothing she reads as advice
_FEWEST = 12  # words; in fewer, one long word is the whole measure
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


class ReadingListError(Exception):
    """reading.toml cannot be read. See docs/packs.md for what stands in it."""


class Excepted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that may be harder to read than the others, and the reason."""

    id: str
    why: str


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What reading.toml says: ceilings as school grades, the longest sentence in words, names not measured, exceptions.

    `ceiling` holds for what she is shown as advice, `facts` for statements, which stand folded below it.
    """

    ceiling: float
    facts: float
    longest: int
    names: tuple[str, ...] = ()
    exceptions: tuple[Excepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """One entry: its grade, the words of its longest sentence, and whether it is a fact (a statement)."""

    entry: Entry
    grade: float
    longest: int
    long_sentence: str

    @property
    def kind(self) -> str:
        """The kind of entry, as a word."""
        return type(self.entry).__name__.lower()

    @property
    def age(self) -> float:
        """The age, in years, at which a child in Britain reads this."""
        return self.grade + AGE_AT_GRADE_0


def read_limits(folder: Path) -> Limits:
    """The pack's reading.toml. Raises ReadingListError."""
    try:
        return msgspec.convert(tomllib.loads((folder / FILE).read_text("utf-8")), Limits)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReadingListError(f"{FILE} cannot be read: {error}") from error


def measure(pack: Pack, limits: Limits) -> tuple[Measured, ...]:
    """Every entry a person reads, the hardest first. Left out: what only editors see, and a few words."""
    names = names_of(pack, limits)
    found = []
    for entry in pack.entries():
        hidden = isinstance(entry, Correction) or entry.id in pack.cover.background
        text = "" if hidden else as_read(pack, entry, names)
        if len(text.split()) >= _FEWEST:
            longest = max(_SENTENCE.split(text), key=lambda sentence: len(sentence.split()))
            found.append(Measured(entry, grade(text), len(longest.split()), longest))
    return tuple(sorted(found, key=lambda item: (-item.grade, item.entry.id)))


def grade(text: str) -> float:
    """The school grade of a text: the mean of two measures that count letters and words. See docs/adr/0013."""
    return (textstat.automated_readability_index(text) + textstat.coleman_liau_index(text)) / 2


def too_hard(pack: Pack, measured: tuple[Measured, ...], limits: Limits) -> Iterator[Finding]:
    """Entries over their ceiling or with too long a sentence, but for the exceptions; exceptions nothing needs."""
    excepted = {row.id for row in limits.exceptions}
    over = {}
    for item in measured:
        said = _over(item, limits)
        if said:
            over[item.entry.id] = said
        if said and item.entry.id not in excepted:
            yield at_words(pack, item.entry, "", said)
    for row in limits.exceptions:
        if row.id not in over:
            yield Finding(FILE, 0, f"“{row.id}” is no exception: it is within the ceilings, or there is no such entry.")
        if not row.why.strip():
            yield Finding(FILE, 0, f"Say why “{row.id}” may be harder to read.")


def _over(item: Measured, limits: Limits) -> str:
    ceiling = limits.facts if isinstance(item.entry, Statement) else limits.ceiling
    if item.grade > ceiling:
        return f"This reads like grade {item.grade:.1f} (age {item.age:.0f}); the ceiling is {ceiling}."
    if item.longest > limits.longest:
        return f"This sentence has {item.longest} words, more than {limits.longest}: “{item.long_sentence[:60]}…”"
    return ""


def as_read(pack: Pack, entry: Entry, names: re.Pattern[str]) -> str:
    """The sentences of an entry as one text, rendered with a short name, names of services and orders taken out."""
    texts = []
    for key, text in texts_of(entry):
        if key not in _LABELS:
            read = " ".join(names.sub(_A_NAME, render(text, _READER, pack)).split())
            texts.append(read if read.endswith((".", "?", "!", ":")) else f"{read}.")
    return " ".join(texts)


def names_of(pack: Pack, limits: Limits) -> re.Pattern[str]:
    """Matches the names of services, who runs them, orders, and the names the pack lists: nobody can shorten those."""
    services = (name for service in pack.services.values() for name in (service.name, service.run_by))
    orders = (name for order in pack.orders.values() for name in (order.name, *order.other_names))
    known = sorted({*filter(None, services), *orders, *limits.names}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known)) or '(?!)'})s?\b", re.IGNORECASE)
