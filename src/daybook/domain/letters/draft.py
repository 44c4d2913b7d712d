"""A draft from a template: placeholders are filled, and a paragraph with nothing to say somewhere drops out whole.

The template language is this and no more: `{name}` stands for a value, an empty line parts paragraphs. There are no
conditions, loops, attributes or calls; a value is put in as it is and never read again (docs/adr/0024).
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Mapping

from daybook.domain.letters.things import THINGS

_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class LetterText(string.Template):
    """One paragraph of a template. The placeholders are those of the guidance, `{name}`, in place of `$name`."""

    delimiter = "{"
    pattern = r"\{(?:(?P<named>[^{}]+)\}|(?P<escaped>(?!))|(?P<braced>(?!))|(?P<invalid>))"  # type: ignore[assignment]


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, parted by empty lines; whatever ends lines, and without the empty lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return [part.strip("\n") for part in _EMPTY_LINES.split(plain) if part.strip()]


def placeholders(text: str) -> list[str]:
    """Every placeholder in a text, once each, in order. Raises ValueError for a brace that opens none."""
    template = LetterText(text)
    if not template.is_valid():
        raise ValueError
    return template.get_identifiers()


def drafted(body: str, values: Mapping[str, str], released: Collection[str]) -> str:
    """The draft of a letter. `values` are by placeholder; what is confidential counts only if it is `released`.

    A paragraph in which any value is empty is left out. Raises KeyError for a placeholder that `values` does not know
    and that is not a confidential thing.
    """
    kept = []
    for paragraph in paragraphs_of(body):
        found = {name: _value(name, values, released) for name in placeholders(paragraph)}
        if all(found.values()):
            kept.append(LetterText(paragraph).substitute(found))
    return "\n\n".join(kept)


def _value(name: str, values: Mapping[str, str], released: Collection[str]) -> str:
    withheld = name in THINGS and (name not in released or name not in values)
    given = "" if withheld else values[name]
    return "\n".join(paragraphs_of(given)).strip()  # an empty line inside a value would part the paragraph


def redrafted(text: str, before: str, after: str) -> str:
    """Her text brought from one draft to another: paragraphs she left as they were follow the draft, hers stay.

    What is only in the new draft is put where it stands there, behind the paragraph that comes before it.
    """
    old, new = paragraphs_of(before), paragraphs_of(after)
    if paragraphs_of(text) == old:
        return after
    kept = [part for part in paragraphs_of(text) if part not in old or part in new]
    for place, part in enumerate(new):
        if part not in old and part not in kept:
            earlier = [kept.index(other) for other in new[:place] if other in kept]
            kept.insert(max(earlier) + 1 if earlier else _before(kept, new[place + 1 :]), part)
    return "\n\n".join(kept)


def _before(kept: list[str], following: list[str]) -> int:
    return min((kept.index(other) for other in following if other in kept), default=len(kept))
