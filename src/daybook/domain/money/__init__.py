"""What follows from what she wrote about money: sums, weeks, who sees an account, whom to ask about a debt. Pure.

Amounts are whole pence. What is not known stays None and is counted in words beside every sum; it is never taken as
nothing. Every rule is named where it stands, with the ids of the ledger and of the facts it rests on. Nothing about
something joint is suggested without the caution that a change would be seen.
"""
