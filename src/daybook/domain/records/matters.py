"""What matters to her now, as she said it: which things, and of each two which comes first."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferred:
    """Of two matters, the one she put first: `one`, `other`, or neither ("same")."""

    one: str
    other: str
    first: str


@record("matters.1", listed=False, name="What matters to you now")
@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """The matters she named, by id, and her answers in the order she gave them. The order follows from these.

    `stopped` is true when she stopped before every pair was asked; what she did not come to is left unordered.
    """

    among: tuple[str, ...] = ()
    said: tuple[Preferred, ...] = ()
    stopped: bool = False
