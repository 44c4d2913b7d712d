from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given

from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import UnknownKindError
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.domain.records.preferences import Preferences
from daybook.domain.records.step import Step
from daybook.domain.revision import Revision
from daybook.journal.codec import UnreadablePageError, decode, encode
from tests.journal.samples import WHEN, revision, revisions

PHOTO = Attachment(blob="ab" * 16, name="door.jpg", media="image/jpeg", size=9, sha256="cd" * 32, caption="The door")
FULL = Incident(
    account="“Stop,” I said.\n\0 \U0001f6aa",
    happened=Happened(
        how="span",
        start=PartialDate(year=2024, month=2, day=29, hour=0, minute=0),
        end=PartialDate(year=2025),
        words="before half term",
    ),
    there=("my sister", ""),
    children=("saw",),
    files=(PHOTO, replace(PHOTO, blob="00" * 16)),
)


@given(revisions)
def test_a_revision_reads_back_with_its_place(revision: Revision) -> None:
    assert decode(encode(revision), 7) == replace(revision, place=7)
    assert encode(revision) == encode(replace(revision, place=99))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("incident.1", FULL),
        ("contact.1", Contact(said="They rang back.", happened=Happened(), files=(PHOTO,))),
        ("answers.1", SituationAnswers(chosen={"b": ("x", "y"), "a": ()}, ages=(3, 11))),
        ("preferences.1", Preferences(idle_minutes=3)),
        ("step.1", Step(action="a-bag", choice="later", note="after Friday")),
    ],
)
def test_every_kind_reads_back(kind: str, body: object) -> None:
    assert decode(encode(revision(kind=kind, body=body)), 0).body == body


def test_the_same_revision_gives_the_same_bytes() -> None:
    one = SituationAnswers(chosen={"a": ("1",), "b": ("2",)})
    other = SituationAnswers(chosen={"b": ("2",), "a": ("1",)})
    assert encode(revision(kind="answers.1", body=one)) == encode(revision(kind="answers.1", body=other))


def test_written_keeps_its_microseconds_and_comes_back_in_utc() -> None:
    kept = decode(encode(revision()), 0).written
    assert (kept, kept.tzinfo) == (WHEN, UTC)


def page(**changes: object) -> bytes:
    whole = {
        "record": "a",
        "kind": "step.1",
        "number": 1,
        "written": datetime(2026, 1, 1, tzinfo=UTC),
        "key": "k",
        "body": {"action": "a"},
    }
    return msgspec.msgpack.encode(whole | changes)


def test_what_an_older_page_lacks_takes_its_default() -> None:
    assert decode(page(), 0).body == Step(action="a")


@pytest.mark.parametrize("changes", [{"kind": "moon.9"}, {"body": {"action": "a", "mood": "hopeful"}}])
def test_a_page_of_a_newer_daybook_is_refused_not_trimmed(changes: dict[str, object]) -> None:
    with pytest.raises(UnknownKindError):
        decode(page(**changes), 0)


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\xc1",
        page()[:-1],
        page() + b"\0",
        page(body={}),
        page(body={"action": 5}),
        page(number="one"),
        page(extra=1),
        page(kind="incident.1", body={"account": "a", "happened": {"how": "exact"}}),
    ],
)
def test_what_is_no_page_is_refused(plain: bytes) -> None:
    with pytest.raises(UnreadablePageError):
        decode(plain, 0)
