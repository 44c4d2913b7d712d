"""A court order, or a promise to a court, as she holds it: what stands on the paper, and when it was given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

PROMISE = "undertaking"
KINDS = (
    ("non-molestation-order", "Non-molestation order"),
    ("occupation-order", "Occupation order"),
    ("restraining-order", "Restraining order"),
    ("domestic-abuse-protection-order", "Domestic abuse protection order (DAPO)"),
    ("domestic-abuse-protection-notice", "Domestic abuse protection notice (DAPN)"),
    ("domestic-violence-protection-order", "Domestic violence protection notice and order"),
    ("stalking-protection-order", "Stalking protection order"),
    ("forced-marriage-protection-order", "Forced marriage protection order"),
    ("fgm-protection-order", "FGM protection order"),
    ("child-arrangements-order", "Child arrangements order"),
    ("prohibited-steps-order", "Prohibited steps order"),
    ("specific-issue-order", "Specific issue order"),
    (PROMISE, "Undertaking"),
    ("non-harassment-order", "Non-harassment order"),
    ("domestic-abuse-interdict", "Domestic abuse interdict"),
    ("interdict", "Interdict"),
    ("exclusion-order", "Exclusion order"),
    ("domestic-abuse-protection-scotland", "Domestic abuse protection notice and order (Scotland)"),
    ("tenancy-transfer-scotland", "Moving a social tenancy to you"),
    ("non-molestation-order-ni", "Non-molestation order (Northern Ireland)"),
    ("occupation-order-ni", "Occupation order (Northern Ireland)"),
    ("restraining-order-ni", "Restraining order (Northern Ireland)"),
    ("stalking-protection-order-ni", "Stalking protection order (Northern Ireland)"),
    ("domestic-abuse-protection-ni", "Domestic abuse protection notice and order (Northern Ireland)"),
    ("bail", "Bail rules"),
    ("other", "Another one, or I am not sure"),
)
"""The kinds by the ids of the guidance's orders, so that what is said of each is found there; two have no entry."""

NATIONS = (
    ("england", "England"),
    ("wales", "Wales"),
    ("scotland", "Scotland"),
    ("northern_ireland", "Northern Ireland"),
    ("elsewhere", "Somewhere else"),
)
SERVED = (
    ("yes", "Yes"),
    ("no", "Not yet"),
    ("unsure", "I do not know"),
)
SERVED_HOW = (
    ("handed", "Handed over by somebody from the court, a solicitor or a server"),
    ("police", "By the police"),
    ("court", "In court, when it was made"),
    ("other", "Another way the court allowed"),
    ("unsure", "I do not know"),
)
UNTIL = (
    ("further", "Until the court says something else (“until further order”)"),
    ("unsure", "I do not know"),
)
ARREST = (
    ("no", "No"),
    ("some", "Yes, on some lines"),
    ("all", "Yes, on every line"),
    ("unsure", "I do not know"),
)
ADDRESS = (
    ("no", "No"),
    ("yes", "Yes"),
    ("unsure", "I have not looked yet"),
)


@record(
    "order.1",
    name="An order",
    plural="Your orders",
    start="Add an order you hold",
    title_field="name",
    order=60,
    serves=("R5", "W30", "W32"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class CourtOrder:
    """What stands on the paper, and what she knows of how it was given. Nothing is filled in for her."""

    name: str = described(
        "What is it called on the paper?",
        FieldKind.LINE,
        hint="As it stands at the top. “Non-molestation order”, “bail conditions”.",
        required=True,
    )
    court: str = described("Which court, or which police?", FieldKind.LINE, hint="As it stands on it.", main=True)
    number: str = described("Case number", FieldKind.LINE, hint="As it stands on it.", main=True)
    made: dt.date | None = described("On which day was it made?", FieldKind.DAY, main=True)
    served: str = described(
        "Was it given to the person it binds?",
        FieldKind.CHOICE,
        options=SERVED,
        hint="It is never for you to hand it over.",
        main=True,
    )
    served_on: Happened = described(
        "When was it given?",
        FieldKind.WHEN,
        hint="The day it was handed over or said in court, not the day it was made. The time counts if something "
        "happened the same day. Only as much as you know.",
        main=True,
    )
    served_how: str = described("How was it given?", FieldKind.CHOICE, options=SERVED_HOW)
    proof: tuple[Attachment, ...] = described(
        "The proof that it was given", FieldKind.FILES, hint="A statement or certificate of service: a photo or a copy."
    )
    ends: dt.date | None = described("Until which day does it last?", FieldKind.DAY, main=True)
    ends_at: str = described(
        "At which hour of its last day does it end?", FieldKind.CLOCK, hint="Like 16:00. Most papers name none."
    )
    until: str = described("If it has no last day: until when does it last?", FieldKind.CHOICE, options=UNTIL)
    stopped: dt.date | None = described(
        "Did a court end or replace it earlier? On which day?", FieldKind.DAY, hint="Leave it empty while it stands."
    )
    arrest: str = described(
        "Is a “power of arrest” written on it?",
        FieldKind.CHOICE,
        options=ARREST,
        hint="Look for these words. For some orders they are not needed: the page of the order says so.",
    )
    arrest_ends: dt.date | None = described(
        "Until which day does the power of arrest last?", FieldKind.DAY, hint="It can end before the order does."
    )
    address: str = described(
        "Does your address stand on it?",
        FieldKind.CHOICE,
        options=ADDRESS,
        hint="The person it binds gets a copy too. Look at every page, the back and the envelope.",
    )
    note: str = described("More about it", FieldKind.TEXT)
    paper: tuple[Attachment, ...] = described(
        "The paper itself", FieldKind.FILES, hint="Every page, as a photo or a copy. Your address may be on it."
    )
    what: str = described(
        "Which kind is it?",
        FieldKind.CHOICE,
        options=KINDS,
        hint="Then what it leads to if it is broken is found in the guidance.",
    )
    nation: str = described("Where was it made?", FieldKind.CHOICE, options=NATIONS)
