"""A folder of TOML files into a Pack, with every mistake gathered."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from daybook.guide.action import Action
from daybook.guide.alternative import Alternative
from daybook.guide.checks.ids import unknown_ids
from daybook.guide.entry import Entry
from daybook.guide.fields import read_table
from daybook.guide.finding import Finding, PackError
from daybook.guide.friend import FriendAdvice, FriendChoice
from daybook.guide.ifthen import IfThen
from daybook.guide.knowledge import Avoid, Correction, Source, Statement
from daybook.guide.letter import ModelLetter
from daybook.guide.lines import line_in_message, line_of_key, line_of_words
from daybook.guide.matter import Matter
from daybook.guide.order import Order
from daybook.guide.pack import Cover, Pack
from daybook.guide.prefix import Prefix
from daybook.guide.question import Question
from daybook.guide.security import Call, HomeCheck, WhoMay
from daybook.guide.service import Service
from daybook.guide.sign import Sign
from daybook.guide.texts import texts_of
from daybook.guide.thing import Thing
from daybook.guide.wording import unknown_placeholders

E = TypeVar("E", bound=Entry)

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_pack(folder: Path) -> Pack:
    """The pack in this folder, every name in it standing for something. Raises PackError with every mistake found."""
    pack, findings = read_pack(folder)
    findings = findings or list(unknown_ids(pack, None))  # an entry left out would be missed everywhere
    if findings:
        raise PackError(findings)
    return pack


def read_pack(folder: Path) -> tuple[Pack, list[Finding]]:
    """The pack as far as it can be read, and every mistake. Entries with mistakes are left out.

    Raises PackError when there is no readable pack.toml, for then there is no pack.
    """
    reader = _Reader(folder)
    cover = reader.cover()
    questions = reader.each("questions/*.toml", Question)
    pack = Pack(
        folder=folder,
        cover=cover,
        questions=tuple(sorted(questions.values(), key=lambda question: (question.order, question.id))),
        actions=reader.each("actions/*/*.toml", Action),
        services=reader.each("services/*.toml", Service),
        orders=reader.each("orders/*.toml", Order),
        signs=reader.each("signs/*.toml", Sign),
        ifthen=reader.each("ifthen/*.toml", IfThen),
        options=reader.each("options/*.toml", Alternative),
        matters=reader.several("matters.toml", Matter),
        things=reader.several("bag/*.toml", Thing),
        security=reader.each("security/*.toml", HomeCheck),
        who_may=reader.several("who-may.toml", WhoMay),
        calls=reader.each("calls/*.toml", Call),
        friend=reader.each("friend/*.toml", FriendAdvice),
        friend_choices=reader.several("friend.toml", FriendChoice),
        letters=reader.each("letters/*.toml", ModelLetter),
        statements=reader.several("statements/*.toml", Statement),
        sources=reader.several("sources.toml", Source),
        corrections=reader.several("corrections.toml", Correction),
        prefixes=reader.several("numbers.toml", Prefix),
        avoid=reader.avoid(),
        texts=reader.texts,
    )
    reader.findings.extend(_placeholders(pack))
    return pack, sorted(reader.findings)


class _Reader:
    """Reads files below one folder and gathers texts and mistakes as it goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.findings: list[Finding] = []

    def cover(self) -> Cover:
        """What pack.toml says. Raises PackError, since nothing can be read without it."""
        found = self.table("pack.toml")
        cover = self.entry("pack.toml", found, Cover, str(found.get("id", ""))) if found is not None else None
        if cover is None:
            raise PackError(self.findings)
        return cover

    def each(self, pattern: str, kind: type[E]) -> dict[str, E]:
        """One entry a file; its id is the file's stem."""
        entries: dict[str, E] = {}
        for path in sorted(self.folder.glob(pattern)):
            file = path.relative_to(self.folder).as_posix()
            table = self.table(file)
            if not _KEBAB.fullmatch(path.stem):
                self.add(file, 0, "The file's name is the entry's id: small letters, digits and single hyphens.")
            if path.stem in entries:
                self.add(file, 0, f"The id “{path.stem}” is taken by {entries[path.stem].file}.")
            elif table is not None:
                entry = self.entry(file, table, kind, path.stem)
                if entry is not None:
                    entries[path.stem] = entry
        return entries

    def several(self, pattern: str, kind: type[E]) -> dict[str, E]:
        """Several entries a file, one table each; its id is the table's name."""
        entries: dict[str, E] = {}
        for path in sorted(self.folder.glob(pattern)):
            file = path.relative_to(self.folder).as_posix()
            for name, value in (self.table(file) or {}).items():
                if not isinstance(value, dict):
                    said = f"“{name}” stands outside a table. Put [ID] on a line above it."
                    self.add(file, line_of_key(self.texts[file], name), said)
                elif name in entries:
                    said = f"The id “{name}” is taken in {entries[name].file}."
                    self.add(file, line_of_key(self.texts[file], name), said)
                else:
                    entry = self.entry(file, value, kind, name, table_name=name)
                    if entry is not None:
                        entries[name] = entry
        return entries

    def avoid(self) -> tuple[Avoid, ...]:
        """The list of words no entry uses; empty where there is no words.toml."""
        if not (self.folder / "words.toml").is_file():
            return ()
        table = self.table("words.toml") or {}
        for key in table.keys() - {"avoid"}:
            self.add(
                "words.toml",
                line_of_key(self.texts["words.toml"], key),
                f"“{key}” is not known here; only [[avoid]] is.",
            )
        rows = [self.avoided(row) for row in table.get("avoid", [])]
        return tuple(row for row in rows if row is not None)

    def avoided(self, row: dict[str, Any]) -> Avoid | None:
        """One row of words.toml; a mistake in it is placed by the row's pattern."""

        def complain(key: str, sentence: str) -> None:
            self.add("words.toml", line_of_words(self.texts["words.toml"], str(row.get("pattern", key))), sentence)

        return read_table(row, Avoid, complain)

    def table(self, file: str) -> dict[str, Any] | None:
        """What a file holds, or None when it cannot be read."""
        try:
            self.texts[file] = (self.folder / file).read_text(encoding="utf-8")
            return tomllib.loads(self.texts[file])
        except tomllib.TOMLDecodeError as error:
            self.add(file, line_in_message(str(error)), f"This line cannot be read as TOML: {error}.")
        except UnicodeDecodeError:
            self.add(file, 0, "This file is not UTF-8 text. Save it as UTF-8.")
        except OSError:
            self.add(file, 0, "This file cannot be opened.")
        return None

    def entry(self, file: str, table: dict[str, Any], kind: type[E], name: str, *, table_name: str = "") -> E | None:
        """One entry out of one table."""
        if kind is Cover:
            table = {key: value for key, value in table.items() if key != "id"}

        def complain(key: str, sentence: str) -> None:
            self.add(file, line_of_key(self.texts[file], key, table=table_name), sentence)

        return read_table(table, kind, complain, id=name, file=file)

    def add(self, file: str, line: int, sentence: str) -> None:
        """Keep one mistake."""
        self.findings.append(Finding(file, line, sentence))


def _placeholders(pack: Pack) -> Iterator[Finding]:
    for entry in pack.entries():
        for _, text in texts_of(entry):
            for written in unknown_placeholders(text, pack):
                line = line_of_words(pack.texts[entry.file], written)
                yield Finding(entry.file, line, f"{written} is not a placeholder Daybook knows. See docs/packs.md.")
