"""People by name: those in her list, the person harming her, and everybody who sent a message; the same name is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.phone_number import number_end
from daybook.notebook.answering import answers_of
from daybook.notebook.messages import Shelf, people
from daybook.readmodel.asked import plainly

if TYPE_CHECKING:
    from daybook.domain.records.person import Person
    from daybook.notebook.notebook import Notebook


def names(notebook: Notebook) -> list[str]:
    """Every name once: the one she gave the person harming her, her people, then who sent most messages.

    Of a great many messages only those count that could be opened in a moment: no page waits for it.
    """
    known = [revision.body.name for revision in notebook.timeline(["person.1"])]
    sent = [name for name, _count in people(notebook)]
    found: dict[str, str] = {}
    for name in (answers_of(notebook).name, *known, *sent):
        if plainly(name):
            found.setdefault(plainly(name), " ".join(name.split()))
    return list(found.values())


def senders_called(notebook: Notebook, name: str) -> tuple[str, ...]:
    """The senders that are meant by a name: those called so, and the phone number her list has for it."""
    numbers = {_number(person.number) for person in _people(notebook, name).values()} | {_number(name)}
    return tuple(
        sender
        for sender in notebook.beside(Shelf).books().senders()
        if plainly(sender) == plainly(name) or _number(sender) in numbers - {""}
    )


def records_of(notebook: Notebook, name: str) -> tuple[str, ...]:
    """The entries of her list with this name, by id."""
    return tuple(_people(notebook, name))


def _people(notebook: Notebook, name: str) -> dict[str, Person]:
    known = notebook.timeline(["person.1"])
    return {revision.record: revision.body for revision in known if plainly(revision.body.name) == plainly(name)}


def _number(text: str) -> str:
    """The end of a phone number; "" for what is none."""
    return "" if any(one.isalpha() for one in text) else number_end(text)
