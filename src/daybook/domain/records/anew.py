"""A file she brought in while it is read anew: the new books, until they are whole and take the place of the old."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.domain.kinds import record
from daybook.domain.records.source import Source


@record("anew.1", name="A file being read anew", plural="Files being read anew", title_field="name", listed=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Anew(Source):
    """The same original as the file brought in as record `instead_of`, read once more, with the answers given here.

    When it is `done` its books go over to that record, and it holds none until the next time. `marks` are the numbers
    her marks will have then, by the mark's record; noted first (`noted`), so that going over can be interrupted.
    """

    instead_of: str = ""
    noted: bool = False
    marks: dict[str, int] = field(default_factory=dict)
