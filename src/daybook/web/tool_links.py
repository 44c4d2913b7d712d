"""Where each tool of the plan is among the pages. A tool whose page is not there has no link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app

from daybook.web.addresses import to

if TYPE_CHECKING:
    from daybook.notebook.tools import Tool

PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "incident": ("record.new", {"kind": "incident.1"}),
    "injury": ("record.new", {"kind": "injury.1"}),
    "pattern": ("record.new", {"kind": "pattern.1"}),
    "clue": ("record.new", {"kind": "clue.1"}),
    "loss": ("record.new", {"kind": "loss.1"}),
    "court-day": ("record.new", {"kind": "court-day.1"}),
    "contact": ("record.new", {"kind": "contact.1"}),
    "timeline": ("timeline.show", {}),
    "chronology": ("paper.ask", {}),
    "directory": ("directory.index", {}),
    "signs": ("signs.index", {}),
    "if-then": ("if_then.index", {}),
    "options": ("options.index", {}),
    "matters": ("matters.index", {}),
    "together": ("together.show", {}),
    "friend": ("friend.show", {}),
    "home": ("home.show", {}),
    "rehearsal": ("tries.index", {}),
    "people": ("people.index", {}),
    "codes": ("codes.index", {}),
    "who-knows": ("knows.table", {}),
    "children": ("children.index", {}),
    "child-card": ("children_card.index", {}),
    "handover": ("children_contact.index", {}),
    "emergency": ("emergency.show", {}),
    "card": ("cards.index", {}),
    "letters": ("letters.index", {}),
    "bag": ("bag.index", {}),
    "papers-lost": ("lost_papers.index", {}),
    "money": ("money.index", {}),
    "accounts": ("accounts.index", {}),
    "debts": ("debts.index", {}),
    "leaving-costs": ("costs.show", {}),
    "leaving-day": ("leaving.index", {}),
    "orders": ("orders.index", {}),
    "her-orders": ("court_order.index", {}),
    "breaches": ("breaches.index", {}),
    "bring": ("bring.index", {}),
    "messages": ("messages.index", {}),
    "security": ("security.index", {}),
    "routine": ("routine.index", {}),
}


def tool_address(tool: Tool | None) -> str:
    """The address of the page that does what a tool does; empty where there is none."""
    endpoint, values = PAGES.get(tool.id, ("", {})) if tool else ("", {})
    return to(endpoint, **values) if endpoint in current_app.view_functions else ""
