"""Something she could do about money: why, what to think of first, and where its steps are."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.said import Said


class NoCautionError(TypeError):
    """An idea was written without what to think of first. Nothing is suggested like that; the rule is to be mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing to think of: the rule it comes from, what it says, and the ids it rests on."""

    rule: str
    said: Said
    basis: tuple[str, ...]


JOINT_LOOK = Caution(
    rule="joint-look",
    said=Said("This is joint. {Person} may get a message that somebody looked or asked. Ask first what is sent."),
    basis=("P20", "T05"),
)
JOINT_CHANGE = Caution(
    rule="joint-change",
    said=Said(
        "This is joint. {Person} would be told of a change, or notice it. A block, a large move of money, or pay that "
        "stops coming is seen at once. Copies first, and choose the day with a worker."
    ),
    basis=("P20", "T11"),
)
MAYBE_LOOK = Caution(
    rule="maybe-joint-look",
    said=Said("If this is joint, {person} may get a message that somebody looked or asked. Ask first what is sent."),
    basis=("P20", "T05"),
)
MAYBE_CHANGE = Caution(
    rule="maybe-joint-change",
    said=Said(
        "If this is joint, {person} would be told of a change, or notice it. Ask whose it is before anything changes."
    ),
    basis=("P20", "T11"),
)
JOINT_DEBT = Caution(
    rule="joint-debt",
    said=Said(
        "This debt is in both names. {Person} may be told when the lender is asked, or when payments change or stop."
    ),
    basis=("P20", "H28"),
)
MAYBE_DEBT = Caution(
    rule="maybe-joint-debt",
    said=Said("If this debt is in both names, {person} may be told when the lender is asked or payments change."),
    basis=("P20", "H28"),
)
OF_JOINT = frozenset(
    caution.rule for caution in (JOINT_LOOK, JOINT_CHANGE, MAYBE_LOOK, MAYBE_CHANGE, JOINT_DEBT, MAYBE_DEBT)
)
"""The rules one of which stands with every idea about something joint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea with its reason. `cautions` are never empty: an idea without one is not made. Raises NoCautionError.

    `about` is the record it is about, or "". `joint` says that it is about something joint, or perhaps joint.
    `changes`: it would change something that can be noticed. `action` is the thing of the plan with its steps.
    """

    rule: str
    said: Said
    why: Said
    cautions: tuple[Caution, ...]
    basis: tuple[str, ...]
    about: str = ""
    joint: bool = False
    changes: bool = False
    action: str = ""

    def __post_init__(self) -> None:
        """Hold what no rule may leave out."""
        if not self.cautions or (self.joint and not OF_JOINT & {caution.rule for caution in self.cautions}):
            raise NoCautionError

    @property
    def key(self) -> str:
        """What it is put aside under: its rule and what it is about."""
        return f"{self.rule} {self.about}".strip()


def about_joint(*, sure: bool, changes: bool) -> Caution:
    """What to think of before something joint is looked at or changed (P20, T05, T11); `sure` that it is joint."""
    if sure:
        return JOINT_CHANGE if changes else JOINT_LOOK
    return MAYBE_CHANGE if changes else MAYBE_LOOK
