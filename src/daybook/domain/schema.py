"""The JSON schema of a record, from its field descriptions."""

from __future__ import annotations

from typing import Any

from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.kinds import RecordKind

_DATE = {
    "type": ["object", "null"],
    "properties": {part: {"type": ["integer", "null"]} for part in ("year", "month", "day", "hour", "minute")},
    "required": ["year"],
}
_HAPPENED = {
    "type": "object",
    "properties": {
        "how": {"enum": ["exact", "about", "span", "unknown"]},
        "start": _DATE,
        "end": _DATE,
        "words": {"type": "string"},
    },
    "required": ["how"],
}
_MARK = {
    "type": "object",
    "properties": {
        "view": {"enum": ["front", "back"]},
        "region": {"type": "string"},
        "x": {"type": ["integer", "null"], "minimum": 0, "description": "Of 200, from the left of the drawing"},
        "y": {"type": ["integer", "null"], "minimum": 0, "description": "Of 440, from the top of the drawing"},
    },
    "required": ["view", "region"],
}
_FILE = {
    "type": "object",
    "properties": {
        "blob": {"type": "string"},
        "name": {"type": "string"},
        "media": {"type": "string"},
        "size": {"type": "integer", "minimum": 0},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "caption": {"type": "string"},
    },
    "required": ["blob", "name", "media", "size", "sha256"],
}


def schema_of(kind: RecordKind) -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of a record of this kind, its labels as titles and hints as descriptions."""
    fields = fields_of(kind.cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.name,
        "type": "object",
        "properties": {name: _schema_of_field(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _schema_of_field(field: Described) -> dict[str, Any]:
    words = {"title": field.label, "description": field.hint} if field.hint else {"title": field.label}
    values = [value for value, _ in field.options]
    shape: dict[str, Any]
    match field.kind:
        case FieldKind.WHEN:
            shape = _HAPPENED
        case FieldKind.FILES | FieldKind.MARKS:
            shape = {"type": "array", "items": _FILE if field.kind is FieldKind.FILES else _MARK}
        case FieldKind.CHOICES:
            shape = {"type": "array", "items": {"enum": values}, "uniqueItems": True}
        case FieldKind.RECORDS:
            shape = {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{32}$"}, "uniqueItems": True}
        case FieldKind.CHOICE:
            shape = {"enum": ["", *values]}
        case FieldKind.AMOUNT:
            shape = {"type": ["integer", "null"], "minimum": 0, "description": "Whole pence"}
        case FieldKind.CLOCK:
            shape = {"type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"}
        case FieldKind.DAY:
            shape = {"type": ["string", "null"], "format": "date"}
        case FieldKind.PEOPLE:
            shape = {"type": "array", "items": {"type": "string", "maxLength": field.longest}}
        case _:
            shape = {"type": "string", "maxLength": field.longest}
    return {**shape, **words}
