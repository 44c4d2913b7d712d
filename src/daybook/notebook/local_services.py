"""Lists of local services: read from a file, sealed in the notebook, found again, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from daybook.domain.records.local_services import LocalService, LocalServices

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.guide.local_entry import LocalEntry
    from daybook.notebook.notebook import Notebook

KIND = "local_services.1"


def add_list(notebook: Notebook, entries: Sequence[LocalEntry], *, key: str = "") -> Revision:
    """Seal a list that was read without a mistake (`daybook.guide.local_file`). The same form sent twice adds once."""
    services = msgspec.convert(msgspec.to_builtins(list(entries)), tuple[LocalService, ...])
    return notebook.save(LocalServices(services=services), key=key)


def lists_of(notebook: Notebook) -> list[Revision]:
    """The lists that are there, the newest first."""
    found = notebook.timeline([KIND])
    return sorted((revision for revision in found if revision.body.services), key=lambda r: r.place, reverse=True)


def take_out(notebook: Notebook, record: str) -> None:
    """Let a list show no more. Raises NoSuchRecordError; ChangedElsewhereError when it changed this very moment."""
    latest = notebook.latest(record)
    notebook.save(LocalServices(), record=record, based_on=latest.number)


def local_services(notebook: Notebook) -> list[tuple[str, LocalService, Revision]]:
    """Every local service with an id for its page and the list it stands in.

    Where two lists hold a service of the same name and place, the list added later speaks.
    """
    found: dict[tuple[str, str], tuple[str, LocalService, Revision]] = {}
    for revision in lists_of(notebook):
        for number, service in enumerate(revision.body.services):
            known_by = (_plain(service.name), _plain(service.places[0]))
            found.setdefault(known_by, (f"local-{revision.record}-{number}", service, revision))
    return sorted(found.values(), key=lambda row: _plain(row[1].name))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
