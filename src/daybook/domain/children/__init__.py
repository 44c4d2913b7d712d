"""What follows from the children: a practice card by age, who collects, what is not for a child to carry. Pure.

Every rule is named where it stands, with the ids of the ledger and of the facts it rests on. No child is scored, and
nothing here is a task for a child: it is for the grown-up who reads it, who chooses.
"""
