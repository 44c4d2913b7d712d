"""What she told about her situation, and the words she chose for the person harming her."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.domain.kinds import record


@record("answers.1", listed=False, name="Your answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class SituationAnswers:
    """Her answers, by question id: the options she chose, or the ages of children, or the chosen words.

    `unsure` holds the questions she answered with "not sure", `skipped` those she passed by.
    Nothing is removed when a question no longer applies: it only stops counting.
    """

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ages: tuple[int, ...] = ()
    name: str = ""
    pronouns: str = "they"
    relation: str = ""
    unsure: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
