"""Set a paper in type: a template and data in, a tagged PDF out, and nothing on the disk."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from daybook.export.visible import numbered, unusual
from daybook.export.words import PaperWords

_HERE = Path(__file__).parent
_NOWHERE = Path(__file__)
"""The typesetter's root is a file: nothing lies beneath it to be read, and no folder has to be made for it."""
_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_SPECIMEN = b"""
#set document(title: "-")
#set text(font: json(bytes(sys.inputs.fonts)))
#for (whole, first) in json(bytes(sys.inputs.data)) {
  context assert(measure(whole).width >= 0.8 * measure(first).width)
  [#whole #first ]
}"""
_FONTS = ("Liberation Sans", "Noto Color Emoji", "DejaVu Sans")
Data = dict[str, Any]


class PaperError(RuntimeError):
    """This paper could not be made. Everything is still in your notebook. Try again with fewer entries."""


def typeset(template: str, data: Data, *, made: date, paper: PaperWords) -> bytes:
    """Set `data` in the template of that name (templates/NAME.typ) and give back a PDF/A-2a and PDF/UA-1 file.

    Her text goes in as data and is never read as markup. The same data on the same day gives the same bytes.
    Letters the shipped typefaces do not have are looked for in those of the computer; a letter found nowhere
    stands as its number, and the template is told so in a sentence. What every paper has (its language, its title as a
    file, the day, the words around page numbers) is put beside the data.
    Raises PaperError, which never quotes what was to be printed.
    """
    source = (_HERE / "templates" / f"{template}.typ").read_bytes()
    data = {
        "language": paper.language,
        "region": paper.region,
        "file_title": paper.file_title,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "page": list(paper.page),
        **data,
    }
    odd = set[str]().union(*map(unusual, _strings(data)))
    elsewhere = _not_showable(odd, system=False)
    missing = _not_showable(elsewhere, system=True)
    for lost, system in ((missing, bool(elsewhere - missing)), (odd, False)):
        shown = {
            **_mapped(data, functools.partial(numbered, missing=lost)),
            "unshowable": paper.unshowable if lost else "",
        }
        try:
            return _compile(source, shown, made=made, system=system)
        except typst.TypstError:
            continue  # a letter that fails only beside its neighbours: once more with every unusual one as its number
    raise PaperError from None


def _not_showable(clusters: set[str], *, system: bool) -> set[str]:
    """Which of these letters no typeface has; halved until the letters at fault are found."""
    if not clusters or _has_type_for(clusters, system=system):
        return set()
    if len(clusters) == 1:
        return clusters
    row = sorted(clusters)
    half = len(row) // 2
    return _not_showable(set(row[:half]), system=system) | _not_showable(set(row[half:]), system=system)


def _has_type_for(clusters: set[str], *, system: bool) -> bool:
    """Whether all of these can be drawn.

    The typesetter refuses a letter it has no shape for. But a letter whose mark comes from another typeface it drops
    without a word (seen in 0.15), so each letter with marks must also be as wide as the letter without them.
    """
    try:
        _compile(
            _SPECIMEN, [[cluster, cluster[0]] for cluster in sorted(clusters)], made=date(2000, 1, 1), system=system
        )
    except typst.TypstError:
        return False
    return True


def _compile(source: bytes, data: Data | list[list[str]], *, made: date, system: bool) -> bytes:
    """One run of the typesetter, dated with the day only; it can reach no file and writes none."""
    press = typst.Compiler(
        source,
        root=_NOWHERE,
        font_paths=_typefaces(system=system),
        ignore_system_fonts=not system,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False), "fonts": json.dumps(_FONTS)},
    )
    day = datetime(made.year, made.month, made.day, tzinfo=UTC)
    paper = press.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=day)
    assert isinstance(paper, bytes)
    return paper


@functools.cache
def _typefaces(*, system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])


def _strings(data: Any) -> list[str]:  # noqa: ANN401  (whatever JSON can hold)
    match data:
        case str():
            return [data]
        case Mapping():
            return [text for value in data.values() for text in _strings(value)]
        case list():
            return [text for value in data for text in _strings(value)]
        case _:
            return []


def _mapped(data: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  (as it came, string for string)
    match data:
        case str():
            return change(data)
        case Mapping():
            return {key: _mapped(value, change) for key, value in data.items()}
        case list():
            return [_mapped(value, change) for value in data]
        case _:
            return data
