"""Which change to bring: asked of the guest list before the evening, and of the door during it."""

from collections import Counter

from reception_app.domain.change_plan import ChangePlan, ExpectedPayer, plan_change
from reception_app.domain.journal import Tender
from reception_app.services.totals import event_totals
from reception_app.storage import guests, settings
from reception_app.storage.attendance import count_attendance
from reception_app.storage.event_file import EventReader

_ENOUGH_PAYMENTS = 20
"""From so many arrivals on, the door's own share of cash is a better guess than everybody."""


def change_to_bring(
    event: EventReader, *, share: int | None = None, walk_ins: int = 0
) -> ChangePlan:
    """The notes and coins for all who are still to come and owe.

    Args:
        event: the event.
        share: how many percent pay in cash; as at the door so far when None, at first all.
        walk_ins: how many are expected who are not on the list; they pay the dearest walk-in fee.
    """
    dues = Counter(
        row.balance.due
        for row in guests.list_guests(event)
        if row.balance.due > 0 and row.admitted_at is None
    )
    plan = settings.find_fee_plan(event)
    if walk_ins and plan.categories:
        prices = (c.price if c.walk_in_price is None else c.walk_in_price for c in plan.categories)
        dues[max(prices)] += walk_ins
    cash = cash_share(event) if share is None else share
    payers = (ExpectedPayer(due, n) for due, n in dues.items())
    return plan_change(payers, plan.currency, share=cash)


def cash_share(event: EventReader) -> int:
    """How many percent of the money at the desks came in cash so far; 100 while few have paid."""
    by_tender = event_totals(event).paid_by_tender
    at_desks = {t: m.minor for t, m in by_tender.items() if t is not Tender.TRANSFER}
    together = sum(at_desks.values())
    if together <= 0 or count_attendance(event).arrived < _ENOUGH_PAYMENTS:
        return 100
    return max(0, min(100, -(-100 * at_desks.get(Tender.CASH, 0) // together)))
