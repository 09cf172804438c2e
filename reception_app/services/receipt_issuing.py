"""Issuing receipts 領収書 as part of an act: the next number of the box, never one twice."""

from reception_app.domain.facts import ReceiptIssued
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.storage import receipts, settings
from reception_app.storage.event_file import Act, EventReader
from reception_app.storage.fact_journal import new_id


def record_receipt(
    event: EventReader, act: Act, *, entry: str, guest: str, box: str, payee: str, amount: Money,
    tender: Tender,
) -> str:  # fmt: skip
    """Issue the next receipt of the box for an entry; returns the receipt's id.

    Args:
        event: the event.
        act: what the receipt is part of.
        entry: the payment it is for.
        guest: whose payee it is, so that erasing the guest erases the payee.
        box: whose series it continues.
        payee: 宛名; empty leaves a line to write on.
        amount: what was paid.
        tender: what brought the most of it.
    """
    receipt_id = new_id()
    act.record(
        ReceiptIssued(
            receipt=receipt_id,
            prefix=settings.find_event(event).receipt_prefix,
            box=box,
            number=receipts.next_receipt_number(event, box),
            entry=entry,
            guest=guest,
            amount=amount.minor,
            currency=amount.currency,
            tender=tender,
        ),
        subject=guest,
        personal={"payee": payee},
    )
    return receipt_id
