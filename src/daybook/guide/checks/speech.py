"""How entries speak: words to avoid, outdated statements, and numbers that belong to data."""

import re
from collections.abc import Iterator

from daybook.guide.checks.place import at_key, at_words
from daybook.guide.entry import Entry
from daybook.guide.finding import Finding
from daybook.guide.knowledge import Avoid, Correction
from daybook.guide.lines import line_of_words
from daybook.guide.pack import Pack
from daybook.guide.service import NUMBERED
from daybook.guide.texts import texts_of
from daybook.guide.wording import PLACEHOLDER, Wording, readable, render

SHORTEST_TOLD = 3  # two digits alone are too common in prose to be taken for a number to call
_AS_READ = Wording()
_LONG_NUMBER = re.compile(r"(?<![\w£.,-])\+?\d(?:[ ()-]{0,2}\d){6,}(?!\w)")


def speaks_well(pack: Pack) -> Iterator[Finding]:
    """No avoided words, no statement a correction forbids, no phone number in prose, in any text of any entry."""
    yield from _patterns_read(pack)
    avoid = [(row, _pattern(row.pattern), [_literal(phrase) for phrase in row.allowed]) for row in pack.avoid]
    never = [(row, _pattern(text)) for row in pack.corrections.values() for text in row.never]
    numbers = _own_numbers(pack)
    for entry in pack.entries():
        for _, text in texts_of(entry):
            for number in _numbers(text, numbers):
                said = f"“{number}” is a phone number. Write {{number:ID}} with the id of its service."
                yield at_words(pack, entry, number, said)
            if readable(text, pack):
                read = " ".join(render(text, _AS_READ, pack).split())
                yield from _avoided(pack, entry, text, read, avoid)
                yield from _outdated(pack, entry, text, read, never)


def _avoided(
    pack: Pack, entry: Entry, text: str, read: str, avoid: list[tuple[Avoid, re.Pattern[str], list[re.Pattern[str]]]]
) -> Iterator[Finding]:
    for row, pattern, allowed in avoid:
        found = pattern.search(_set_aside(read, allowed))
        if found:
            yield _spoken(pack, entry, text, found=found[0], advice=f"say {row.say}. {row.why}")


def _outdated(
    pack: Pack, entry: Entry, text: str, read: str, never: list[tuple[Correction, re.Pattern[str]]]
) -> Iterator[Finding]:
    for correction, pattern in never:
        found = pattern.search(read)
        if found:
            advice = f"that no longer holds ({correction.id}): {correction.says_now}"
            yield _spoken(pack, entry, text, found=found[0], advice=advice)


def _spoken(pack: Pack, entry: Entry, text: str, *, found: str, advice: str) -> Finding:
    sentence = f"Instead of “{found}” {advice}"
    if found in text:
        return at_words(pack, entry, found, sentence)
    return at_words(pack, entry, text.strip()[:40], sentence)


def _numbers(text: str, own: re.Pattern[str] | None) -> Iterator[str]:
    bare = PLACEHOLDER.sub("\N{NO-BREAK SPACE}", text)
    found = [match[0] for match in _LONG_NUMBER.finditer(bare)]
    if own:
        found += [match[0] for match in own.finditer(bare)]
    yield from dict.fromkeys(found)


def _own_numbers(pack: Pack) -> re.Pattern[str] | None:
    """Numbers that services of this pack have, as they are written there."""
    ways = (way for service in pack.services.values() for way in service.ways if way.kind in NUMBERED)
    values = {way.value for way in ways if len(way.value) >= SHORTEST_TOLD}
    if not values:
        return None
    return re.compile(rf"(?<![\w£.,-])(?:{'|'.join(map(re.escape, sorted(values)))})(?![\w%])")


def _patterns_read(pack: Pack) -> Iterator[Finding]:
    """Every pattern of words.toml and corrections.toml is a regular expression; a correction without one says why."""
    for row in pack.avoid:
        if _pattern(row.pattern) is _NOTHING:
            line = line_of_words(pack.texts["words.toml"], row.pattern)
            yield Finding("words.toml", line, f"“{row.pattern}” is not a regular expression.")
    for correction in pack.corrections.values():
        if bool(correction.never) == bool(correction.why_no_pattern):
            said = "Write patterns in `never`, or say in `why_no_pattern` why there is none."
            yield at_key(pack, correction, "never", said)
        for text in correction.never:
            if _pattern(text) is _NOTHING:
                yield at_key(pack, correction, "never", f"“{text}” is not a regular expression.")


_NOTHING = re.compile(r"(?!)")


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error:
        return _NOTHING


def _literal(phrase: str) -> re.Pattern[str]:
    return re.compile(re.escape(phrase), re.IGNORECASE)


def _set_aside(text: str, allowed: list[re.Pattern[str]]) -> str:
    for pattern in allowed:
        text = pattern.sub("…", text)
    return text
