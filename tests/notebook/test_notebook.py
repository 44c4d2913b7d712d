"""The façade: saving, amending, finding, keeping files, and what a lock leaves."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from daybook.crypto.derive import Cost
from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import _KINDS, all_kinds, record
from daybook.domain.records.incident import Incident
from daybook.domain.records.preferences import Preferences
from daybook.journal.errors import AlreadyOpenError, LockedError, MissingFileError, WrongPassphraseError
from daybook.notebook.demo_files import photo
from daybook.notebook.drafts import Draft, put_draft
from daybook.notebook.notebook import ChangedElsewhereError, NoSuchRecordError, Notebook, title_of
from daybook.notebook.papers import chronology_of
from tests.export.papers import text
from tests.notebook.found_entries import entries_with

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def notebook(folder: Path) -> Iterator[Notebook]:
    opened = Notebook.create(folder, PASSPHRASE, cost=Cost(memory=64 * 1024))
    yield opened
    opened.close()


def _file(notebook: Notebook, plain: bytes) -> Attachment:
    sealer = notebook.seal_file()
    sealer.write(plain)
    kept = sealer.finish()
    return Attachment(blob=kept.blob, name="a.bin", media="image/jpeg", size=kept.size, sha256=kept.sha256)


def test_what_was_saved_is_there_after_opening_again(notebook: Notebook, folder: Path) -> None:
    saved = notebook.save(Incident(account="He took the phone.", where="the kitchen"))
    notebook.close()
    again = Notebook.unlock(folder, PASSPHRASE)
    assert again.latest(saved.record) == saved
    assert saved.written.tzinfo is UTC
    again.close()


def test_amending_keeps_what_it_said_before(notebook: Notebook) -> None:
    first = notebook.save(Incident(account="He shouted."))
    notebook.save(Incident(account="He shouted and threw a cup."), record=first.record, based_on=1)
    assert [revision.body.account for revision in notebook.history(first.record)] == [
        "He shouted.",
        "He shouted and threw a cup.",
    ]
    assert notebook.history(first.record)[0] == first


def test_the_same_form_sent_twice_is_saved_once(notebook: Notebook) -> None:
    first = notebook.save(Incident(account="Once."), key="form")
    assert notebook.save(Incident(account="Once."), key="form") == first
    assert notebook.count() == 1


def test_two_windows_do_not_overwrite_each_other(notebook: Notebook) -> None:
    first = notebook.save(Incident(account="One."))
    notebook.save(Incident(account="Two."), record=first.record, based_on=1)
    with pytest.raises(ChangedElsewhereError) as caught:
        notebook.save(Incident(account="Three."), record=first.record, based_on=1)
    assert caught.value.latest.body.account == "Two."


def test_what_several_windows_add_at_once_is_all_there(notebook: Notebook) -> None:
    record = notebook.save(Incident(account="")).record

    def add(letter: str) -> None:
        def by(before: Incident) -> Incident:
            time.sleep(0.01)
            return replace(before, account=before.account + letter)

        notebook.amend(record, by)

    windows = [threading.Thread(target=add, args=(letter,)) for letter in "abcdef"]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert sorted(notebook.latest(record).body.account) == [*"abcdef"]
    assert len(notebook.history(record)) == 7


def test_nothing_is_kept_between_looking_up_and_saving(notebook: Notebook) -> None:
    begun = threading.Event()

    def other() -> None:
        begun.set()
        notebook.save(Incident(account="Other."))

    window = threading.Thread(target=other)
    with notebook.alone():
        window.start()
        assert begun.wait(10)
        time.sleep(0.05)
        assert notebook.count() == 0
    window.join()
    assert notebook.count() == 1


def test_saving_the_same_words_again_adds_nothing(notebook: Notebook) -> None:
    first = notebook.save(Incident(account="Same."))
    assert notebook.save(Incident(account="Same."), record=first.record, based_on=1) == first


def test_the_timeline_is_in_order_of_when_it_happened_and_unknown_comes_last(notebook: Notebook) -> None:
    for name, happened in (
        ("unknown", Happened()),
        ("march", Happened(how="exact", start=PartialDate(year=2024, month=3))),
        ("year", Happened(how="about", start=PartialDate(year=2024))),
        ("before", Happened(how="span", start=PartialDate(year=2023), end=PartialDate(year=2024))),
    ):
        notebook.save(Incident(account=name, happened=happened))
    assert [revision.body.account for revision in notebook.timeline()] == ["before", "year", "march", "unknown"]


def test_a_stretch_of_the_timeline_is_the_same_as_cutting_the_whole(notebook: Notebook) -> None:
    for number in range(23):
        start = PartialDate(year=2000 + number % 5) if number % 4 else None
        notebook.save(
            Incident(account=str(number), happened=Happened(how="exact" if start else "unknown", start=start))
        )
    whole = notebook.timeline(newest=True)
    dated = [revision for revision in notebook.timeline() if revision.body.happened.start]
    undated = [revision for revision in notebook.timeline() if not revision.body.happened.start]
    assert whole == dated[::-1] + undated[::-1]
    assert [each for first in range(0, 25, 5) for each in notebook.timeline(newest=True, first=first, most=5)] == whole


def test_words_are_found_by_their_stem_and_only_in_the_latest_text(notebook: Notebook) -> None:
    first = notebook.save(Incident(account="He was shouting at the school gate."))
    assert [found.record for found in entries_with(notebook, "shouted gate")] == [first.record]
    notebook.save(Incident(account="He waited."), record=first.record, based_on=1)
    assert entries_with(notebook, "shouted") == []
    assert entries_with(notebook, '") OR (*') == []


def test_a_file_comes_back_byte_for_byte(notebook: Notebook) -> None:
    plain = bytes(range(256)) * 1000
    file = _file(notebook, plain)
    assert file.sha256 == hashlib.sha256(plain).hexdigest()
    with notebook.open_file(file.blob) as opened:
        assert opened.read() == plain


def test_files_nobody_speaks_of_go_at_the_next_opening_and_the_others_stay(notebook: Notebook, folder: Path) -> None:
    saved, drafted, earlier, lost = (_file(notebook, plain) for plain in (b"1", b"2", b"3", b"4"))
    first = notebook.save(Incident(account="With a photo.", files=(earlier,)))
    notebook.save(Incident(account="With another.", files=(saved,)), record=first.record, based_on=1)
    notebook.drafts.put(Draft(kind="incident.1", key="k", typed={}, files={"files": (drafted,)}))
    notebook.close()
    again = Notebook.unlock(folder, PASSPHRASE)
    assert {saved.blob, drafted.blob, earlier.blob} == set(again._journal.files())
    assert lost.blob not in set(again._journal.files())
    again.close()


def test_a_lock_leaves_nothing_that_can_read(notebook: Notebook) -> None:
    saved = notebook.save(Incident(account="Private."))
    file = _file(notebook, b"x")
    notebook.close()
    notebook.close()
    assert not notebook.is_open
    with pytest.raises(LockedError):
        notebook.open_file(file.blob)
    with pytest.raises(Exception, match=r"closed|Locked|locked"):
        notebook.latest(saved.record)
    with pytest.raises((LockedError, Exception)):
        notebook.save(Incident(account="More."))


def test_words_that_arrive_after_the_lock_are_a_draft_at_the_next_opening(notebook: Notebook, folder: Path) -> None:
    box = notebook.letterbox
    notebook.close()
    put_draft(box, Draft(kind="incident.1", key="late", typed={"account": ["I was still typing."]}))
    again = Notebook.unlock(folder, PASSPHRASE)
    draft = again.drafts.get("late")
    assert draft is not None
    assert draft.typed == {"account": ["I was still typing."]}
    again.drafts.remove("late")
    assert again.drafts.all() == []
    again.close()


def test_there_is_one_holder_at_a_time_and_a_wrong_passphrase_opens_nothing(notebook: Notebook, folder: Path) -> None:
    with pytest.raises(AlreadyOpenError):
        Notebook.unlock(folder, PASSPHRASE)
    notebook.close()
    with pytest.raises(WrongPassphraseError):
        Notebook.unlock(folder, "lantern gravel unison pebble orchard tinsal")
    Notebook.unlock(folder, PASSPHRASE).close()


def test_a_new_passphrase_opens_and_the_old_one_does_not(notebook: Notebook, folder: Path) -> None:
    notebook.change_passphrase(PASSPHRASE, "another six words of my own choosing")
    notebook.close()
    with pytest.raises(WrongPassphraseError):
        Notebook.unlock(folder, PASSPHRASE)
    Notebook.unlock(folder, "another six words of my own choosing").close()


def test_the_kinds_there_is_one_of_are_kept_over_each_other(notebook: Notebook) -> None:
    assert notebook.one(Preferences) == Preferences()
    notebook.keep(Preferences(idle_minutes=3))
    notebook.keep(Preferences(idle_minutes=7))
    assert notebook.one(Preferences).idle_minutes == 7
    assert notebook.count() == 0


def test_the_picture_can_be_dropped_and_replayed(notebook: Notebook, folder: Path) -> None:
    for number in range(30):
        saved = notebook.save(
            Incident(
                account=f"Number {number}", happened=Happened(how="exact", start=PartialDate(year=2000 + number % 7))
            )
        )
        if number % 3 == 0:
            notebook.save(dataclasses.replace(saved.body, felt="tired"), record=saved.record, based_on=1)
    before = (notebook.timeline(), entries_with(notebook, "tired"), notebook.histories(["incident.1"]))
    notebook.close()
    again = Notebook.unlock(folder, PASSPHRASE)
    assert (again.timeline(), entries_with(again, "tired"), again.histories(["incident.1"])) == before
    again.close()


def test_a_record_that_is_not_there_says_so(notebook: Notebook) -> None:
    with pytest.raises(NoSuchRecordError):
        notebook.latest("nothing")
    with pytest.raises(NoSuchRecordError):
        notebook.history("nothing")


def test_a_title_is_her_first_words(notebook: Notebook) -> None:
    saved = notebook.save(Incident(account="word " * 100))
    assert title_of(saved, 20) == "word word word word …"


def test_two_windows_that_change_the_same_thing_at_once_both_count(notebook: Notebook) -> None:
    def one_more(preferences: Preferences) -> Preferences:
        return dataclasses.replace(preferences, idle_minutes=preferences.idle_minutes + 1)

    windows = [
        threading.Thread(target=lambda: [notebook.change(Preferences, one_more) for _ in range(20)]) for _ in range(4)
    ]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert notebook.one(Preferences).idle_minutes == Preferences().idle_minutes + 80


@dataclasses.dataclass(frozen=True, kw_only=True)
class Thing:
    photos: tuple[Attachment, ...] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Things:
    things: tuple[Thing, ...] = ()


def test_opening_removes_what_nothing_speaks_of_and_keeps_what_anything_does(notebook: Notebook, folder: Path) -> None:
    """Also a file that only a record she does not list herself speaks of, in a part of a part of it."""
    kept, left = _file(notebook, b"a passport"), _file(notebook, b"an upload that broke off")

    record("things.1", listed=False)(Things)
    all_kinds.cache_clear()
    try:
        notebook.save(Things(things=(Thing(photos=(kept,)),)))
        notebook.close()
        again = Notebook.unlock(folder, PASSPHRASE)
        assert again.open_file(kept.blob).read(100) == b"a passport"
        with pytest.raises(MissingFileError):
            again.open_file(left.blob)
        again.close()
    finally:
        del _KINDS["things.1"]
        all_kinds.cache_clear()


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_a_photo_that_is_gone_or_damaged_does_not_keep_her_from_her_paper(
    notebook: Notebook, folder: Path, harm: str
) -> None:
    sealer = notebook.seal_file()
    sealer.write(photo("door"))
    sealed = sealer.finish()
    kept = Attachment(
        blob=sealed.blob, name="a.jpg", media="image/jpeg", size=sealed.size, sha256=sealed.sha256, caption="The door"
    )
    notebook.save(Incident(account="He broke the door.", files=(kept,)))
    assert "could not be read" not in text(chronology_of(notebook))
    place = next(path for path in folder.rglob("*") if path.is_file() and sealed.blob in path.name)
    if harm == "gone":
        place.unlink()
    else:
        place.write_bytes(place.read_bytes()[:-7] + b"damaged")
    printed = " ".join(text(chronology_of(notebook)).split())
    assert "Files that could not be read when this paper was made: 1." in printed
    assert "The door" in printed
    assert sealed.sha256 in printed
