"""Issuing receipts 領収書: the next number of the box, never one twice, never one left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import ReceiptIssued, ReceiptVoided
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.receipt import Receipt
from reception_app.services.posting import given
from reception_app.storage import guests, receipts, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id

PREPAID_SERIES = "P"
"""The letter of receipts for what was paid before, without a cash box."""


@dataclass(eq=False)
class ReceiptVoid(ReceptionError):
    """The receipt is void already, so no other can take its place."""

    number: str


class NothingUnreceipted(ReceptionError):
    """Every payment has its receipt."""


def reissue_receipt(
    event: EventFile, receipt: Receipt, payee: str, reason: str, *, now: datetime, operator: str
) -> Receipt:
    """Issue a receipt anew, with another payee or because the paper was spoiled 書き損じ.

    The old one is void and keeps its number; the new one has the next number of the series.

    Raises:
        ReceiptVoid: it is void already.
        ReasonMissing: it needs its reason.
    """
    reason = given(reason)
    standing = receipts.find_receipt(event, receipt.id)
    if standing is None or standing.void:
        raise ReceiptVoid(receipt.label)
    with event.act(now=now, actor=operator) as act:
        act.record(ReceiptVoided(receipt=receipt.id, reason=reason))
        fresh = record_receipt(
            event, act, entry=receipt.entry, guest=receipt.guest or "", box=receipt.box,
            payee=clean_text(payee), amount=receipt.amount, tender=Tender(receipt.tender),
        )  # fmt: skip
    issued = receipts.find_receipt(event, fresh)
    assert issued is not None
    return issued


def issue_prepaid(
    event: EventFile, *, now: datetime, operator: str, only: Sequence[str] | None = None,
    series: str = PREPAID_SERIES, progress: Progress | None = None,
) -> tuple[Receipt, ...]:  # fmt: skip
    """Issue a receipt for every payment that came without one, such as transfers; in one act.

    Args:
        event: the event.
        now: the time of the act.
        operator: who does it.
        only: ids of the guests it is for; everybody when None.
        series: the letter of the series the numbers continue.
        progress: advanced for each receipt.

    Raises:
        NothingUnreceipted: there is no such payment.
        Cancelled: none was issued.
    """
    progress = progress or Silent()
    wanted = None if only is None else set(only)
    waiting = [
        one for one in receipts.list_unreceipted(event) if wanted is None or one.guest in wanted
    ]
    if not waiting:
        raise NothingUnreceipted
    currency, issued = settings.find_event(event).currency, []
    with event.act(now=now, actor=operator) as act:
        for done, one in enumerate(waiting):
            progress.advance(done, len(waiting))
            guest = guests.find_guest(event, one.guest)
            assert guest is not None
            issued.append(
                record_receipt(
                    event,
                    act,
                    entry=one.entry,
                    guest=guest.id,
                    box=series,
                    payee=guest.company or guest.name,
                    amount=Money(one.amount, currency),
                    tender=Tender(one.tender),
                )
            )
    by_id = {receipt.id: receipt for receipt in receipts.list_receipts(event)}
    return tuple(by_id[receipt_id] for receipt_id in issued)


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
