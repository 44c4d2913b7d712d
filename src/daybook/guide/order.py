"""Orders of a court or the police, and promises to a court: what each one is, never advice to apply."""

from typing import Literal

from daybook.guide.entry import ALWAYS, Checked, When


class Order(Checked, frozen=True, kw_only=True):
    """One order in one legal system. `in_force_text` says what is not known and who to ask, unless it is in force.

    `fits` is when it is one to look at first, beside the nation; it hides nothing.
    """

    name: str
    other_names: tuple[str, ...] = ()
    nations: tuple[str, ...]
    kind: Literal["civil", "police", "criminal-court", "children", "promise"]
    in_force: Literal["yes", "no", "unknown"]
    in_force_text: str = ""
    what: str
    who_applies: str
    how: tuple[str, ...] = ()
    cost: str
    lasts: str
    breach: Literal["crime", "contempt", "arrest-power", "varies"]
    breach_text: str
    service_text: str
    hand_to_police: tuple[str, ...] = ()
    ask_solicitor: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    statements: tuple[str, ...]
    order: int
    when: When = ALWAYS
    fits: When = ALWAYS
