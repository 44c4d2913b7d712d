"""What is amiss in a pack, said so that an editor can mend it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake: the file (from the pack's folder), the line (from 1; 0 where none holds it), the sentence to read.

    A `warning` does not fail the check.
    """

    file: str
    line: int
    sentence: str
    level: Level = "error"

    def __str__(self) -> str:
        """`file:line: sentence`, as editors expect it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        mark = "" if self.level == "error" else "(warning) "
        return f"{place}: {mark}{self.sentence}"


class PackError(Exception):
    """This pack of guidance has mistakes in it. `daybook guide check` names each one, with file and line."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = tuple(findings)
        first = f" The first: {findings[0]}" if findings else ""
        super().__init__(f"{type(self).__doc__}{first}")
