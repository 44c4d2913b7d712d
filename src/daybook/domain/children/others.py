"""Words for the grown-ups around a child who cannot or is not to call: in her voice, to read out, learn or print.

Rests on W4 and R15 (who calls instead), W5 (please call), W22 (who collects, ring me first) and W20 (please tell
nobody). No place, number, password or plan is in them: such a paper goes to hands that are not hers.
"""

from __future__ import annotations

from collections.abc import Mapping

from daybook.domain.children.collecting import Told, goes_somewhere
from daybook.domain.people.closeness import is_close, may_be_close
from daybook.domain.records.child import Child
from daybook.domain.records.person import Person
from daybook.domain.said import Said


def for_others(child: Child, people: Mapping[str, Person], told: Told) -> list[Said]:
    """What to say to a neighbour, a nursery or family. Who is close to the person harming her is not named in it."""
    name = {"name": child.name}
    found = [
        Said("%(name)s may not be able to call for help.", name),
        Said("If you hear shouting, or things breaking, please call 999 and give our address. Do not come in alone."),
        Said("If %(name)s comes to you, please keep the door shut, and call.", name),
    ]
    if goes_somewhere(child, told):
        collecting = (
            *(people[one].name for one in child.collects if one in people and _is_free(people[one])),
            *child.collects_too,
        )
        if collecting:
            found.append(Said("I have asked these people to collect: %(names)s.", {"names": collecting}))
        found.append(Said("If somebody else comes for %(name)s, please ring me first.", name))
    found.append(Said("Please tell nobody where we live or what my number is, also if they ask with a good story."))
    return found


def _is_free(person: Person) -> bool:
    return not (is_close(person) or may_be_close(person) or person.aside)
