"""Kinds of records that have a page of their own, with what follows from them: where they are shown."""

from __future__ import annotations

OWN_PAGES: dict[str, str] = {
    "person.1": "people.show",
    "code.1": "codes.show",
    "if-then.1": "if_then.index",
    "rehearsal.1": "tries.show",
}
"""The view that shows a record of this kind; it takes the record's id as `record`."""
