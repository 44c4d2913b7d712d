"""Revisions to write and ways to open a journal without paying for the passphrase each time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from daybook.crypto.derive import Cost
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.domain.records.step import Step
from daybook.domain.revision import Revision
from daybook.journal import Head, Journal
from daybook.journal.header import Header
from daybook.journal.keys import Keys
from daybook.journal.mark import seal_mark
from daybook.journal.store import Frame, Store

LEAST = Cost(memory=64 * 1024)
PASSPHRASE = "lantern tulip gravel onion"
VOLUME_KEY = bytes(range(32))
WHEN = datetime(2026, 3, 4, 5, 6, 7, 890123, tzinfo=UTC)


def revision(account: str = "They took my keys.", number: int = 1, **changes: Any) -> Revision:
    body = Incident(account=account, happened=Happened(how="about", start=PartialDate(year=2025, month=11)))
    parts: dict[str, Any] = {"record": "a1", "kind": "incident.1", "key": "form-1", "body": body}
    return Revision(number=number, written=WHEN, **(parts | changes))


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=600)
_bodies = st.one_of(
    st.builds(Incident, account=_words, where=_words, there=st.lists(_words, max_size=3).map(tuple)),
    st.builds(Step, action=_words, note=_words),
)
revisions = st.builds(
    lambda body, record, number, key, written: Revision(
        record=record,
        kind="incident.1" if isinstance(body, Incident) else "step.1",
        number=number,
        written=written.replace(tzinfo=UTC),
        key=key,
        body=body,
    ),
    _bodies,
    st.text("0123456789abcdef", min_size=1, max_size=32),
    st.integers(1, 10_000),
    st.text(max_size=40).filter(lambda text: text.isascii()),
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),
)


def begin(store: Store, volume_key: bytes = VOLUME_KEY) -> Header:
    """A new notebook whose slots hold nothing: it is opened with `resume`, from the volume key."""
    header = Header.fresh(LEAST)
    store.create(header.pack(), seal_mark(Head(), Keys(volume_key, 0), header.notebook))
    return header


def resume(store: Store, header: Header, volume_key: bytes = VOLUME_KEY, *, what_is_left: bool = False) -> Journal:
    """What `Journal.unlock` does once the passphrase has given the volume key."""
    journal = Journal(store, header, Keys(volume_key, 0), Head())
    journal._catch_up(what_is_left=what_is_left)
    return journal


def renumbered(frames: list[Frame]) -> list[Frame]:
    """The frames with places as if nothing had been moved, so that only the seals can tell."""
    return [Frame(place, frame.nonce, frame.sealed, frame.tag) for place, frame in enumerate(frames)]


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
