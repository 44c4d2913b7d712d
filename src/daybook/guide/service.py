"""Services: who can be reached, how, and what a first call is like."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When

NUMBERED = ("phone", "text", "whatsapp", "short-code", "relay")


class Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in: a number or an address. `hours` is empty where they are not known to be right."""

    kind: Literal["phone", "text", "whatsapp", "chat", "email", "bsl", "relay", "web", "short-code"]
    value: str
    hours: str = ""
    note: str = ""


class Service(Checked, frozen=True, kw_only=True):
    """One entry of the directory."""

    name: str
    run_by: str = ""
    nations: tuple[str, ...]
    needs: tuple[str, ...]
    for_whom: str
    first_call: str
    leaves: str = ""
    statements: tuple[str, ...] = ()
    order: int
    when: When = ALWAYS
    ways: tuple[Way, ...]

    @property
    def number(self) -> str:
        """Its first phone number (a voice call before a text), or "" where it has none."""
        for kinds in (("phone", "short-code"), NUMBERED):
            for way in self.ways:
                if way.kind in kinds:
                    return way.value
        return ""
