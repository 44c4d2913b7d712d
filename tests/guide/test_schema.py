"""JSON schemas say what the loader holds to."""

import tomllib

import pytest

from daybook.guide.schema import KINDS, schema
from tests.guide import veldt


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_has_neither_id_nor_file_and_allows_nothing_unknown(kind: str) -> None:
    found = schema(kind)
    entry = found["$defs"][KINDS[kind].__name__]
    assert entry["additionalProperties"] is False
    assert "file" not in entry["properties"]
    assert ("id" in entry["properties"]) == (kind == "pack")


def test_an_action_of_the_pack_has_all_the_schema_requires() -> None:
    entry = schema("action")["$defs"]["Action"]
    written = tomllib.loads((veldt.FOLDER / "actions/device/take-off-app.toml").read_text("utf-8"))
    assert set(entry["required"]) <= set(written) <= set(entry["properties"])
    assert entry["properties"]["group"]["enum"] == ["now", "ready", "soon"]


def test_several_to_a_file_are_tables_by_id() -> None:
    assert schema("statement")["additionalProperties"] == {"$ref": "#/$defs/Statement"}
