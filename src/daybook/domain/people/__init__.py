"""What follows from the people around her: what a code leaves behind, who knows what, and what is not said yet. Pure.

Every rule is named where it stands, with the ids of the ledger and of the facts it rests on. Nobody is scored: a
person or a code has reasons, and reasons are words.
"""
