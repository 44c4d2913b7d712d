"""The tools Daybook has: what an action of the plan can lead to, and the ledger ids each one serves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that does the thing an action is about. `id` is what a pack entry names."""

    id: str
    title: str
    serves: tuple[str, ...]


TOOLS: dict[str, Tool] = {
    tool.id: tool
    for tool in (
        Tool("emergency-strip", "Emergency numbers on every page", ("R1", "R2", "W36")),
        Tool("quick-exit", "Leave this page at once", ("R2",)),
        Tool("incident", "Write down something that happened", ("R12", "W33", "W34")),
        Tool("injury", "An injury, marked on a body, with photos", ("R12", "W33", "W34")),
        Tool("pattern", "Something that keeps happening, in your words", ("R12",)),
        Tool("clue", "Something they could not know", ("R12", "W33")),
        Tool("loss", "Something broken, taken or paid for", ("R12", "W33")),
        Tool("court-day", "A day in court", ("R12", "W30")),
        Tool("contact", "Keep what was said, and by whom", ("R7", "R8", "W34")),
        Tool("timeline", "Everything in the order it happened", ("R12",)),
        Tool("chronology", "A paper for the police or a solicitor", ("R8", "W32")),
        Tool("directory", "Who can help, and how to reach them", ("R3", "R9", "R10")),
        Tool("signs", "Signs of serious danger", ()),
        Tool("if-then", "If … then plans", ("W1",)),
        Tool("options", "Your options side by side", ("R4", "W2", "W16")),
        Tool("matters", "What matters to you now", ("R4", "W2", "W16")),
        Tool("together", "Make this plan together", ("R4", "R7", "R10")),
        Tool("friend", "For somebody who is worried about a friend", ("R6",)),
        Tool("home", "Your home: ways out and lower-risk places", ("R15", "W6", "W9", "W10", "W11")),
        Tool("rehearsal", "A way out you tried", ("W6", "R15")),
        Tool("people", "People on your side", ("R6", "R7", "W3", "W5", "W15", "W23", "X23")),
        Tool("codes", "Codes you agree", ("R6", "R15", "X22")),
        Tool("who-knows", "Who knows what", ("W20", "R6", "W15", "W23")),
        Tool("children", "Children: who collects, what school has", ("W15", "W22", "W28", "R11")),
        Tool("child-card", "A practice card for a child", ("W4", "R15", "X24")),
        Tool("handover", "Handovers, and how contact is arranged", ("R11", "R12", "W33")),
        Tool("emergency", "Emergency page: what to say, ways out and codes", ("R1", "R8", "R15", "W9", "W36")),
        Tool("card", "Cards to carry", ("W3", "X23")),
        Tool("letters", "Letters: what is private stays out", ("W15", "W22", "W23", "R6", "W26", "W29")),
        Tool("routine", "Your week: what is known, and what could change", ("W21", "W20")),
        Tool("bag", "Bag and papers", ("W7", "W11", "W14", "W18", "W19")),
        Tool("papers-lost", "Papers that are lost, and how to get new ones", ("W18", "W19")),
        Tool("money", "Money: cash, a little put by, what leaving could cost", ("W8", "W17", "X03")),
        Tool("accounts", "Your accounts, and who sees them", ("W17", "W25", "X21")),
        Tool("debts", "Debts, and who to ask", ("R12", "W17", "X21")),
        Tool("leaving-costs", "What leaving could cost", ("W8", "W14", "W17", "W18")),
        Tool("security", "Doors, locks and alarms at home", ("R9", "R15", "W31", "X17", "X18", "X19", "X30")),
        Tool("leaving-day", "If you ever go: the day, in order", ("W11", "W12", "W13", "W14", "X33")),
        Tool("her-orders", "Your orders: what your papers say", ("R5", "W30", "W32")),
        Tool("breaches", "Was a line of an order broken?", ("R12", "W32", "W35")),
        Tool("bring", "Bring in messages, calls and files", ("R12", "W33")),
        Tool("messages", "Messages and calls: find them, mark them", ("R12", "W33", "W35")),
        Tool("orders", "Court orders, and which exist where you live", ("R5", "W30")),
    )
}
