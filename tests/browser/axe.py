"""What axe-core finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
GRAVE = ("serious", "critical")
NOT_SLIGHT = (*GRAVE, "moderate")
ALL = (*NOT_SLIGHT, "minor", None)


def found_by_axe(page: Page, impacts: tuple[str | None, ...] = GRAVE) -> list[tuple[str, list[str]]]:
    """The rules of these impacts that the page breaks, each with what breaks it. The page needs scripts."""
    rules = _AXE.run(page).response["violations"]
    return [
        (rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in rules if rule["impact"] in impacts
    ]
