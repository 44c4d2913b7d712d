"""What she told anywhere that matters for the day, gathered in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from daybook.domain.people.closeness import is_close
from daybook.domain.records.code import Code
from daybook.domain.records.leaving_day import LeavingDay
from daybook.domain.records.person import Person

HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something of her bag: its name, where it is or who keeps it. `packed` says it lies there already.

    `carried` things are with her always; `close_keeper` warns that the keeper is close to the person harming her,
    `used` that the place is one they use, or may.
    """

    name: str
    where: str = ""
    packed: bool = False
    carried: bool = False
    close_keeper: bool = False
    used: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as she named it: where it is in the day, and who collects it."""

    name: str
    school: str = ""
    collects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything told. Each part may be empty. `outs` and `meet` are of her home, in the order they are best."""

    facts: frozenset[str] = frozenset()
    day: LeavingDay = field(default_factory=LeavingDay)
    people: Mapping[str, Person] = field(default_factory=dict)
    codes: tuple[Code, ...] = ()
    outs: tuple[str, ...] = ()
    meet: tuple[str, ...] = ()
    bag: tuple[Thing, ...] = ()
    children: tuple[Child, ...] = ()
    cash: bool = False

    @property
    def watched(self) -> bool:
        """Whether her phone may tell on her: always, unless she said that nobody else looks at it or pays for it."""
        tells = {"device_exposed", "phone_contract_theirs", "shares_location", "family_group", "accounts_exposed"}
        return "device_private" not in self.facts or bool(tells & self.facts)

    @property
    def has_children(self) -> bool:
        """Whether there are children in her care, from her answers or from what she wrote."""
        return "has_children" in self.facts or bool(self.children or self.day.children)

    @property
    def minutes(self) -> int:
        """How long the person harming her is out, in minutes; 0 where she has not said. It may go past midnight."""
        if not (self.day.out_from and self.day.out_until):
            return 0
        begin, end = (int(clock[:2]) * HOUR + int(clock[3:]) for clock in (self.day.out_from, self.day.out_until))
        return (end - begin) % (24 * HOUR)

    @property
    def half(self) -> str:
        """The time on the clock when half of that has passed, like "12:35"; "" where she has not said."""
        if not self.minutes:
            return ""
        hour, minute = divmod(int(self.day.out_from[:2]) * HOUR + int(self.day.out_from[3:]) + self.minutes // 2, HOUR)
        return f"{hour % 24:02}:{minute:02}"

    def reports(self, what: str) -> bool:
        """Whether this may show where she is: she said so here, or her answers do."""
        by_fact = {
            "location": {"shares_location", "family_group"},
            "car": {"connected_car"},
            "tag": {"found_tracker", "always_found"},
            "camera": {"smart_home"},
            "card": {"money_controlled"},
        }
        return what in self.day.reports or bool(by_fact.get(what, set()) & self.facts)

    def those(self, records: Iterable[str]) -> list[Person]:
        """These people, those set aside left out."""
        return [found for record in records if (found := self.people.get(record)) and not found.aside]

    def who(self, *does: str) -> list[Person]:
        """Who agreed to any of these, and is not close to the person harming her or set aside."""
        here = [person for person in self.people.values() if not person.aside and not is_close(person)]
        return [person for person in here if set(does) & set(person.does)]


def names(people: Iterable[Person]) -> tuple[str, ...]:
    """What she calls them."""
    return tuple(person.name for person in people)
