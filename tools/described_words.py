"""The words `make words` collects from Python: marked by `_` and `N_`, described where they stand, said by errors.

An error's docstring is the sentence that is shown, as `web/errors.py` reads it: its first paragraph on one line.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python

Found = tuple[int, str | None, str | tuple[str, ...], list[str]]
FIRST = frozenset({"described", "Said", "Region", "speak"})
"""Calls whose first argument is words. `speak` translates where `_` is not at hand."""
SECOND = frozenset({"RoomKind", "Tool"})
"""Calls whose second argument is words; the first is what the program knows it by."""
NAMED = frozenset({"hint", "name", "plural", "start", "words", "title", "says", "why", "ask"})
"""Arguments that are words in the calls that describe a record, a field or a tool, or say what could not be read."""
DESCRIBING = FIRST | SECOND | {"record", "Choice", "Group", "Place", "Question", "Skipped"}
SENTENCE = re.compile(r"[A-Z“].* .*[.?!]”?")
Pair = 2


def extract(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[Found]:  # noqa: ANN401  (of Babel)
    """Every text of a Python file that is shown to her, as Babel wants it: line, function, words, comments."""
    yield from extract_python(file, keywords, tags, options)
    file.seek(0)
    tree = ast.parse(file.read())
    for line, words in sorted({*_in_calls(tree), *_in_speech(tree), *_in_names(tree), *_in_errors(tree)}):
        yield line, None, words, []


def _in_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in DESCRIBING:
            continue
        if call.func.id in FIRST:
            yield from _text(call.args[:1])
        if call.func.id in SECOND:
            yield from _text(call.args[1:2])
        yield from _text([named.value for named in call.keywords if named.arg in NAMED])


def _in_speech(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="speech"), attr="words"), args=args):
                yield from _text(args[:1])


def _in_errors(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for error in ast.walk(tree):
        if isinstance(error, ast.ClassDef) and error.name.endswith("Error") and (words := ast.get_docstring(error)):
            yield error.lineno, inspect.cleandoc(words).split("\n\n")[0].replace("\n", " ")


def _in_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What an upper-case name stands for: pairs of a value and its words, that can be chosen; or a whole sentence."""
    for line in tree.body:
        named = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        value = getattr(line, "value", None)
        if not (isinstance(named, ast.Name) and named.id.isupper()):
            continue
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and SENTENCE.fullmatch(value.value):
            yield value.lineno, value.value
        if isinstance(value, ast.Tuple):
            pairs = [each for each in value.elts if isinstance(each, ast.Tuple) and len(each.elts) == Pair]
            yield from _text([pair.elts[1] for pair in pairs if next(_text([pair.elts[0]]), None)])


def _text(nodes: list[ast.expr]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.lineno, node.value
