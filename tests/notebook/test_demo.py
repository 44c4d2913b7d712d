from __future__ import annotations

import dataclasses
import hashlib
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from daybook.domain.attachment import Attachment
from daybook.domain.kinds import kind_of
from daybook.domain.records.answers import SituationAnswers
from daybook.export.chronology import chronology
from daybook.export.words import PaperWords
from daybook.notebook import demo_files, demo_story
from daybook.notebook.demo import make_demo
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.notebook import Notebook

TODAY = date(2026, 11, 21)
GPS, MODEL = 0x8825, 0x0110


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """The demo as it is found again after a lock: everything below holds of what was kept."""
    folder = tmp_path_factory.mktemp("demo") / "notebook"
    made = Notebook.create(folder, "a made-up passphrase of several words")
    make_demo(made, TODAY)
    made.close()
    again = Notebook.unlock(folder, "a made-up passphrase of several words")
    yield again
    again.close()


def _files(notebook: Notebook) -> list[Attachment]:
    return [file for revision in notebook.timeline() for file in revision.body.files]


def test_there_is_a_rich_notebook_to_look_at(notebook: Notebook) -> None:
    assert notebook.count(["incident.1"]) == 25
    assert notebook.count(["contact.1"]) == 5
    certainties = Counter(revision.body.happened.how for revision in notebook.timeline(["incident.1"]))
    assert all(certainties[how] >= 2 for how in ("exact", "about", "span", "unknown"))
    assert {revision.body.whom for revision in notebook.timeline(["contact.1"])} >= {
        "police",
        "health",
        "helpline",
        "school",
    }
    assert Counter(file.media for file in _files(notebook)) == {
        "image/jpeg": 4,
        "application/pdf": 1,
        "audio/wav": 1,
    }


def test_three_incidents_were_amended_and_their_earlier_wording_stays(notebook: Notebook) -> None:
    amended = [history for history in notebook.histories(["incident.1"]) if len(history) > 1]
    assert sorted(map(len, amended)) == [2, 2, 3]
    for history in amended:
        assert [revision.number for revision in history] == list(range(1, len(history) + 1))
        assert all(one.body != other.body for one, other in itertools.pairwise(history))


def test_nothing_lies_in_the_future_and_all_of_it_in_three_months(notebook: Notebook) -> None:
    ahead = {"court-day.1"}
    days = [kind_of(found.kind).when(found.body) for found in notebook.timeline() if found.kind not in ahead]
    known = [(when.earliest, when.latest) for when in days if when and when.earliest]
    assert max(last for _, last in known if last).date() <= TODAY
    assert min(first for first, _ in known).date() >= TODAY - timedelta(days=130)


@pytest.mark.parametrize("back", range(7))
def test_a_school_day_falls_on_a_school_day_whenever_it_is_made(back: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []

    class Page:
        def keep(self, _: object) -> None: ...

        def save(self, body: object, **_: object) -> None:
            told.append(body)
            if len(told) == 25:
                raise StopIteration

    monkeypatch.setattr("daybook.notebook.demo._kept", lambda *_: None)
    with pytest.raises(StopIteration):
        make_demo(Page(), TODAY - timedelta(days=back))  # type: ignore[arg-type]
    gate = next(body for body in told if body.where == "The school gate")
    assert gate.happened.earliest.weekday() < 5


def test_originals_are_kept_byte_for_byte_with_what_the_camera_wrote(notebook: Notebook) -> None:
    for file in _files(notebook):
        with notebook.open_file(file.blob) as kept:
            plain = kept.read()
        assert len(plain) == file.size
        assert hashlib.sha256(plain).hexdigest() == file.sha256
        if file.is_picture:
            exif = Image.open(io.BytesIO(plain)).getexif()
            assert exif[MODEL] == "Example Camera 1"
            assert exif.get_ifd(GPS)[2] == (56.0, 0.0, 0.0)
        else:
            assert plain.startswith((b"%PDF", b"RIFF"))


def test_a_paper_made_of_it_carries_nothing_of_the_camera(notebook: Notebook) -> None:
    pdf = chronology(
        notebook.histories(["incident.1", "contact.1"]),
        words=PaperWords(),
        picture=lambda file: notebook.picture(file, 1200).jpeg if file.is_picture else None,
        made=datetime(2026, 11, 21, tzinfo=UTC),
    )
    assert pdf.count(b"/DCTDecode") == 4
    for trace in (b"Exif", b"Example Camera", b"2020:01:02"):
        assert trace in demo_files.photo("phone")
        assert trace not in pdf
    assert b"IMG_0412" not in pdf


def test_her_answers_and_choices_are_ones_the_pack_knows(notebook: Notebook) -> None:
    pack = shipped_pack()
    questions = {question.id: {option.id for option in question.options} for question in pack.questions}
    answers = notebook.one(SituationAnswers)
    assert answers.ages == (7, 3)
    for question, options in answers.chosen.items():
        assert set(options) <= questions[question], question
    assert set(answers.unsure) | set(answers.skipped) <= set(questions)
    assert answers.relation in questions["words"]
    for step in demo_story.steps():
        assert step.action in pack.actions
        assert step.choice in {"done", "later", "not-for-me"}


def test_everything_in_it_is_plainly_invented(notebook: Notebook) -> None:
    words = " ".join(
        str(getattr(revision.body, field.name))
        for history in notebook.histories(["incident.1", "contact.1"])
        for revision in history
        for field in dataclasses.fields(revision.body)
        if field.name != "files"
    )
    numbers = re.findall(r"\b0\d[\d ]{8,}\d\b", words)
    assert numbers
    assert all(re.match(r"07700 900\d{3}$|020 7946 0\d{3}$|01632 960 ?\d{3}$", number) for number in numbers)
    references = [
        revision.body.reference
        for revision in notebook.timeline(["incident.1", "contact.1"])
        if revision.body.reference
    ]
    assert len(references) >= 3
    assert all(reference.startswith("EXAMPLE") for reference in references)


def test_it_is_the_same_every_time() -> None:
    for name in ("phone", "bruise", "door", "letter"):
        assert demo_files.photo(name) == demo_files.photo(name)
    assert demo_files.school_letter() == demo_files.school_letter()
    assert demo_story.incidents(TODAY) == demo_story.incidents(TODAY)
    assert demo_story.incidents(TODAY) != demo_story.incidents(TODAY - timedelta(days=7))


def test_the_demo_is_found_again_after_a_lock(notebook: Notebook) -> None:
    assert notebook.count(["incident.1", "contact.1"]) == 30
    assert all(notebook.picture(file, 200).jpeg for file in _files(notebook) if file.is_picture)
