"""A made-up notebook to look at and to test with: nobody in it exists."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import TypeVar

from daybook.domain.attachment import Attachment
from daybook.domain.kinds import kind_of
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.domain.revision import Revision
from daybook.export.media import HEAD, media_of
from daybook.notebook.demo_chat import bring_chat
from daybook.notebook.demo_files import photo, school_letter
from daybook.notebook.demo_story import (
    Files,
    answers,
    codes,
    contacts,
    happened,
    home,
    incidents,
    people,
    steps,
    tries,
)
from daybook.notebook.demo_tools import record_of, tool_records
from daybook.notebook.notebook import Notebook

_FILES = {
    "phone": ("IMG_0412.jpg", "My phone, the same night"),
    "bruise": ("IMG_0433.jpg", "My left arm, two days later, with Leo's ruler"),
    "door": ("IMG_0467.jpg", "The bathroom door"),
    "letter": ("IMG_0490.jpg", ""),
    "school-letter": ("letter-school.pdf", "The letter from school"),
}
_FELL, _DOOR, _CALLED = 5, 8, 20
"""The incidents that are amended, by their place in the story."""
_REALLY = {"back": 72, "at": "19:10", "how": "about", "words": "the Thursday, not the Wednesday"}
_SATURDAY = 5
R = TypeVar("R", Incident, Contact)


def make_demo(notebook: Notebook, today: date) -> None:
    """Fill an empty notebook with three made-up months that end on the Saturday before `today`, or on `today`.

    25 incidents (three of them amended, four with photos that carry what a camera writes), five calls and meetings,
    one with a PDF letter, answers, a few decisions about the plan, a home, people, codes,
    and a chat that was brought in. The same every time.
    Raises what saving raises.
    """
    today -= timedelta(days=(today.weekday() - _SATURDAY) % 7)  # so that a school day falls on a school day
    notebook.keep(answers())
    saved = [
        notebook.save(_with_files(notebook, told, files), key=f"demo-incident-{number}")
        for number, (told, files) in enumerate(incidents(today))
    ]
    for number, (told, files) in enumerate(contacts(today)):
        notebook.save(_with_files(notebook, told, files), key=f"demo-contact-{number}")
    for step in steps():
        notebook.save(step, key=f"demo-step-{step.action}")
    _amend(notebook, saved, today)
    _tools(notebook, today, {revision.body.account: revision.record for revision in saved})
    bring_chat(notebook, today)


def _tools(notebook: Notebook, today: date, told_before: dict[str, str]) -> None:
    """Her home and what she tried there, her people and the codes they know, and what the other tools hold."""
    notebook.keep(home())
    for number, tried in enumerate(tries()):
        notebook.save(tried, key=f"demo-try-{number}")
    known = {person.name: notebook.save(person, key=f"demo-person-{person.name}").record for person in people()}
    for code, name in codes():
        notebook.save(dataclasses.replace(code, whom=(known[name],)), key=f"demo-code-{name}")
    for number, told in enumerate(tool_records()):
        kind = kind_of(told["kind"])
        body = record_of(kind, told, today, lambda titles: tuple(_found(known | told_before, one) for one in titles))
        revision = notebook.save(body, key=f"demo-tool-{number}")
        known[str(getattr(body, kind.title_field, ""))] = revision.record


def _found(known: dict[str, str], title: str) -> str:
    """The record with this title, or else the first whose title begins so."""
    return known.get(title) or next(record for known_as, record in known.items() if known_as.startswith(title))


def _with_files(notebook: Notebook, told: R, files: Files) -> R:
    """The record with its made-up files, sealed."""
    return dataclasses.replace(told, files=tuple(_kept(notebook, name) for name in files))


def _kept(notebook: Notebook, name: str) -> Attachment:
    """Seal one of the made-up files, as an upload would be."""
    plain = school_letter() if name == "school-letter" else photo(name)
    sealer = notebook.seal_file()
    sealer.write(plain)
    sealed = sealer.finish()
    file_name, caption = _FILES[name]
    return Attachment(
        blob=sealed.blob,
        name=file_name,
        media=media_of(plain[:HEAD], file_name),
        size=sealed.size,
        sha256=sealed.sha256,
        caption=caption,
    )


def _amend(notebook: Notebook, saved: list[Revision], today: date) -> None:
    """Three second thoughts: a date that was wrong, words that came back, a reference number."""
    fell: Incident = saved[_FELL].body
    _change(
        notebook,
        saved[_FELL],
        happened=happened(_REALLY, today),
        account=fell.account + "\n\nI have remembered that he helped me up afterwards and said “you are so clumsy”.",
    )
    _change(notebook, saved[_DOOR], reported=("worker",), reported_details="I told Jo at the helpline.")
    called = _change(notebook, saved[_CALLED], reference="EXAMPLE/0013/00")
    _change(notebook, called, there=("Leo", "Mrs Okafor, at her window", "PC Hale and a second officer, afterwards"))


def _change(notebook: Notebook, before: Revision, **words: object) -> Revision:
    number = before.number
    return notebook.save(
        dataclasses.replace(before.body, **words),
        key=f"demo-change-{before.key}-{number}",
        record=before.record,
        based_on=number,
    )
