"""What follows from the things for the bag: reasons for care, what is left, and what is not said yet. Pure.

Every rule is named where it stands, with the ids of the ledger and of the facts it rests on. Nothing is scored, and
there is no share of a whole: what is left is named.
"""
