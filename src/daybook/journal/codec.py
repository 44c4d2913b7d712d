"""A revision as bytes, and back, by the code of its kind."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

import msgspec

from daybook.domain.kinds import UnknownKindError, kind_of
from daybook.domain.revision import Revision


class _Page(msgspec.Struct, forbid_unknown_fields=True):
    """The content of a page. Its fields never change; a new shape is a new format."""

    record: str
    kind: str
    number: int
    written: datetime
    key: str
    body: dict[str, Any]


class UnreadablePageError(ValueError):
    """This page opens, but Daybook cannot make sense of it. A newer Daybook may."""


def encode(revision: Revision) -> bytes:
    """The revision as msgpack, the same bytes for the same revision. Its place is not part of it."""
    page = _Page(
        record=revision.record,
        kind=revision.kind,
        number=revision.number,
        written=revision.written,
        key=revision.key,
        body=msgspec.to_builtins(revision.body, order="deterministic"),
    )
    return msgspec.msgpack.encode(page, order="deterministic")


def decode(plain: bytes, place: int) -> Revision:
    """The revision at `place`. Raises UnknownKindError or UnreadablePageError.

    A body that holds more than this copy of Daybook knows is refused as of an unknown kind, so that nothing
    she wrote is dropped in silence; what it lacks takes the default of the field.
    """
    try:
        page = msgspec.msgpack.decode(plain, type=_Page)
        cls = kind_of(page.kind).cls
        if not page.body.keys() <= {field.name for field in dataclasses.fields(cls)}:
            raise UnknownKindError
        body = msgspec.convert(page.body, cls)
        return Revision(
            record=page.record,
            kind=page.kind,
            number=page.number,
            written=page.written,
            key=page.key,
            body=body,
            place=place,
        )
    except (msgspec.MsgspecError, ValueError):
        raise UnreadablePageError from None
