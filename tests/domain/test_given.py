"""What a page put into a form: carried along and kept, never asked, shown, printed or found by a search."""

from __future__ import annotations

from datetime import UTC, datetime

from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.kinds import kind_of
from daybook.domain.records.bag_item import BagItem
from daybook.domain.typed import parse, typed_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_it_goes_through_a_form_unchanged() -> None:
    item = BagItem(what="Passport", entry="passport", whom="child-1", have=("copy",))
    assert fields_of(BagItem)["entry"].kind is FieldKind.GIVEN
    assert parse(kind_of("bag-item.1"), typed_of(item), {}, NOW) == item
