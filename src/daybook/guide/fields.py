"""One table of a TOML file into one typed entry, with every mistake named and not only the first."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

T = TypeVar("T", bound=msgspec.Struct)
Complain = Callable[[str, str], None]  # (the key, the sentence)

_WANTED = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "date": "a date such as 2026-11-21",
    "object": "a table in curly brackets",
}
_OURS = frozenset({"id", "file"})  # given by where an entry stands


def read_table(table: Mapping[str, Any], kind: type[T], complain: Complain, **ours: str) -> T | None:
    """The table as an entry of this kind, or None when something is amiss; each mistake goes to `complain`.

    `ours` are the id and the file, which no table may set itself.
    """
    if not ours or _OURS.isdisjoint(table):
        with suppress(msgspec.ValidationError):
            return msgspec.convert({**table, **ours}, kind)
    return _slowly(table, kind, complain, ours)


def _slowly(table: Mapping[str, Any], kind: type[T], complain: Complain, ours: Mapping[str, str]) -> T | None:
    """As `read_table`, key by key: this is how every mistake is found and not only the first."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    known = [name for name in fields if name not in _OURS or name not in ours]
    good = True
    values: dict[str, Any] = dict(ours)
    for key in table:
        if key not in known:
            complain(key, _unknown(key, known))
            good = False
    for name in known:
        field = fields[name]
        if name not in table:
            if field.required:
                complain(name, f"“{name}” is missing.")
                good = False
            continue
        value, fine = _read_value(table[name], field.type, name, complain)
        values[field.name] = value
        good = good and fine
    return kind(**values) if good else None


def _read_value(value: Any, kind: Any, key: str, complain: Complain) -> tuple[Any, bool]:  # noqa: ANN401
    """The value as its field wants it, and whether it was right. Tables and lists of tables are read in turn."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, Mapping):
        entry = read_table(value, kind, complain)
        return entry, entry is not None
    inner = get_args(kind)[:1]
    if get_origin(kind) is tuple and isinstance(value, list) and _is_table(inner[0]):
        read = [_read_value(item, inner[0], key, complain) for item in value]
        return tuple(item for item, _ in read), all(fine for _, fine in read)
    try:
        return msgspec.convert(value, kind), True
    except msgspec.ValidationError as error:
        complain(key, _wrong(key, value, kind, str(error)))
        return None, False


def _is_table(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _unknown(key: str, known: list[str]) -> str:
    if key in _OURS:
        return f"“{key}” is given by where the entry stands. Take the line out."
    near = get_close_matches(key, known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else f" Known here: {', '.join(known)}."
    return f"“{key}” is not a key this kind of entry knows.{hint}"


def _wrong(key: str, value: Any, kind: Any, message: str) -> str:  # noqa: ANN401
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    if choices:
        return f"“{key}” cannot be “{value}”. It is one of: {', '.join(map(str, choices))}."
    if "date" in message and "Expected" not in message:
        message = "Expected `date`"
    wanted = message.partition("Expected `")[2].partition("`")[0].partition(" ")[0]
    inside = " all through" if " - at `$[" in message else ""
    return f"“{key}” is not right: it wants {_WANTED.get(wanted, wanted or 'another kind of value')}{inside}."
