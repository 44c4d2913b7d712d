"""What follows from a home: ways out, lower-risk places, rooms to avoid, and what is not known yet. Pure.

Every rule is named where it stands, with the ids of the ledger and of the corrections it serves (R15, W6, W9, W10,
W11, X28). Nothing is scored: a room has reasons, and reasons are words.
"""
