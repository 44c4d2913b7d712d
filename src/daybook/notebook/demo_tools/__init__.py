"""What Maya, who does not exist, put into the tools: one file a tool, each a list of records."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib import resources
from typing import Any

import msgspec

from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.kinds import RecordKind
from daybook.notebook.demo_story import happened


def tool_records() -> Iterator[dict[str, Any]]:
    """Every record as it is written there: its `kind`, then its fields. The files come by name."""
    files = sorted(resources.files(__name__).iterdir(), key=lambda file: file.name)
    for file in files:
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text("utf-8"))["records"]


def record_of(kind: RecordKind, told: dict[str, Any], today: date, ids: Callable[[list[str]], tuple[str, ...]]) -> Any:  # noqa: ANN401  (a record of any kind)
    """The record that is told: days counted from `today`, other records named by their titles."""
    values = {name: value for name, value in told.items() if name != "kind"}
    for name, field in fields_of(kind.cls).items():
        if name not in values:
            continue
        match field.kind:
            case FieldKind.DAY:
                values[name] = today + timedelta(days=values[name].get("ahead", 0) - values[name].get("back", 0))
            case FieldKind.WHEN:
                values[name] = happened(values[name], today)
            case FieldKind.RECORDS:
                values[name] = ids(values[name])
    return msgspec.convert(values, kind.cls)
