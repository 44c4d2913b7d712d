"""What she said about the signs of serious danger, one by one. They are never added up."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.domain.kinds import record


@record("signs.1", listed=False, name="Signs")
@dataclass(frozen=True, slots=True, kw_only=True)
class SignAnswers:
    """Her answer to each sign, by its id: "yes", "no", "unsure" or "skipped"; what is not there was not asked.

    `in_plan` are the signs whose facts she wants her plan to know.
    """

    said: dict[str, str] = field(default_factory=dict)
    in_plan: tuple[str, ...] = ()
