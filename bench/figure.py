"""One measured figure and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured figure, in `unit`; `ratio` compares it with `against`, measured in the same run."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""

    def __str__(self) -> str:
        compared = "" if self.ratio is None else f"  ({self.ratio:.2f} times {self.against})"
        return f"{self.name}: {self.value:.3g} {self.unit}{compared}"


def most_memory() -> float:
    """The most memory this process held so far, in MiB. Not `ru_maxrss`: a child is told its parent's in it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
