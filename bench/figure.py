"""One measured figure and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass


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
