"""What serves each item of a ledger: actions by the ids they name, and the tools of the program."""

import re
from collections.abc import Mapping

from daybook.guide.pack import Pack

_ROW = re.compile(r"^\|\s*([A-Z]+[0-9]+)\s*\|", re.MULTILINE)


def ledger_ids(ledger_text: str) -> list[str]:
    """The ids that begin the rows of a ledger's tables, in order."""
    return list(dict.fromkeys(_ROW.findall(ledger_text)))


def coverage(pack: Pack, tools: Mapping[str, tuple[str, ...]], ledger_text: str) -> dict[str, list[str]]:
    """For each ledger id, what serves it: "action ID" and "tool ID". An empty list is an item nobody serves yet.

    `tools` holds the ledger ids each tool serves, by the tool's id.
    """
    found: dict[str, list[str]] = {item: [] for item in ledger_ids(ledger_text)}
    for action in pack.actions.values():
        for item in action.serves:
            if item in found:
                found[item].append(f"action {action.id}")
    for tool, serves in tools.items():
        for item in serves:
            if item in found:
                found[item].append(f"tool {tool}")
    return found
