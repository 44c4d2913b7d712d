"""Money, accounts and debts as hypothesis makes them up."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from daybook.domain.money.accounts import Told
from daybook.domain.money.lines import BY_CODE
from daybook.domain.records import account, debt
from daybook.domain.records.account import Account
from daybook.domain.records.debt import Debt
from daybook.domain.records.money import Cost
from daybook.domain.records.put_by import PutBy
from tests.domain.people.made import one, some

TODAY = date(2026, 11, 21)
pence = st.one_of(st.none(), st.integers(0, 10**7))
accounts = st.builds(
    Account,
    name=st.sampled_from(["Current", "50% saver"]),
    whose=one(account.WHOSE),
    sees=some(account.SEES),
    post=one(account.POST),
    app=one(account.APP),
    through=some(account.THROUGH),
    cards=some(account.CARDS),
    over=one(account.OVER),
)
debts = st.builds(
    Debt,
    owed=st.just("A shop"),
    amount=pence,
    whose=one(debt.WHOSE),
    idea=one(debt.IDEA),
    what=one(debt.FOR),
    how=st.sampled_from(["", "I signed it in the car."]),
    over=one(debt.OVER),
)
told = st.builds(Told, apart=st.booleans(), own_account=st.booleans(), joint_benefits=st.booleans())
days = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 2, 1)))
log = st.lists(
    st.builds(PutBy, amount=st.integers(0, 10**6), way=st.sampled_from(["", "in", "out"]), day=days), max_size=30
)
costs = st.lists(
    st.one_of(
        st.builds(Cost, line=st.sampled_from([*BY_CODE, "gone"]), pence=pence, aside=st.booleans()),
        st.builds(Cost, name=st.sampled_from(["A bike", "Way", "way"]), pence=pence, aside=st.booleans()),
    ),
    unique_by=lambda cost: (cost.line, cost.name),
    max_size=12,
).map(tuple)
