from __future__ import annotations

import dataclasses

import pytest

from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.kinds import (
    TAKEN,
    TakenNameError,
    UnknownKindError,
    all_kinds,
    kind_for,
    kind_of,
    listed_kinds,
    record,
)
from daybook.domain.schema import schema_of


@pytest.mark.parametrize("code", [kind.code for kind in listed_kinds()])
def test_the_schema_follows_from_the_fields(code: str) -> None:
    schema = schema_of(kind_of(code))
    fields = fields_of(kind_of(code).cls)
    assert list(schema["properties"]) == list(fields)
    assert schema["required"] == [name for name, field in fields.items() if field.required]
    for name, field in fields.items():
        assert schema["properties"][name]["title"] == field.label
        if field.kind is FieldKind.CHOICE:
            assert schema["properties"][name]["enum"][1:] == [value for value, _ in field.options]


def test_every_kind_has_a_versioned_code_and_a_listed_one_its_words() -> None:
    for code, kind in all_kinds().items():
        assert code.rsplit(".", 1)[1].isdigit()
        if kind.listed:
            assert kind.name
            assert kind.plural
            assert kind.start
            assert kind.title_field in fields_of(kind.cls)


def test_a_kind_from_a_newer_copy_says_what_to_do() -> None:
    with pytest.raises(UnknownKindError):
        kind_of("incident.99")
    with pytest.raises(UnknownKindError):
        kind_for(object())


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_a_field_may_not_take_a_name_that_forms_use_for_themselves(name: str) -> None:
    cls = dataclasses.make_dataclass("Thing", [(name, str, "")])
    with pytest.raises(TakenNameError):
        record("thing.1")(cls)
    assert "thing.1" not in all_kinds()
