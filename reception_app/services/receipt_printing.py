"""Putting receipts 領収書 on paper: all of them, some, or one once more as a copy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reception_app.documents.receipt_slip import ReceiptSlip, SlipProblem, write_receipts
from reception_app.domain.event import Event
from reception_app.domain.facts import ReceiptReprinted
from reception_app.domain.journal import Tender
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.receipt import Receipt
from reception_app.services.payments import find_payment
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.wording import Wording


def make_slips(event: EventReader, receipts: Sequence[Receipt]) -> tuple[ReceiptSlip, ...]:
    """What stands on these receipts, in the event's language."""
    details = settings.find_event(event)
    wording = Wording(details.language)
    return tuple(
        _slip(receipt, details, wording, tenders=_tenders_of(event, receipt))
        for receipt in receipts
    )


def print_receipts(
    event: EventReader, path: Path, receipts: Sequence[Receipt], *,
    progress: Progress | None = None,
) -> tuple[SlipProblem, ...]:  # fmt: skip
    """Write these receipts as PDF, three to an A4 page; returns what came out badly.

    Raises:
        NothingToPrint, FileNotWritable, NoRoomForFile, Cancelled: no file was written.
    """
    wording = Wording(settings.find_event(event).language)
    slips = make_slips(event, receipts)
    return write_receipts(path, slips, wording=wording, progress=progress or Silent())


def reprint_receipt(
    event: EventFile, path: Path, receipt: Receipt, *, now: datetime, operator: str
) -> tuple[SlipProblem, ...]:
    """Write a receipt once more, marked as a copy 再発行, and remember that; the number stays.

    Raises:
        FileNotWritable, NoRoomForFile: no file was written, nothing is remembered.
    """
    problems = print_receipts(event, path, [replace(receipt, copies=receipt.copies + 1)])
    with event.act(now=now, actor=operator) as act:
        act.record(ReceiptReprinted(receipt=receipt.id))
    return problems


def _tenders_of(event: EventReader, receipt: Receipt) -> tuple[Tender, ...]:
    """By what the receipt's amount was paid: one tender, or the parts of a mixed one."""
    if receipt.tender != Tender.MIXED:
        return (Tender(receipt.tender),)
    payment = find_payment(event, receipt.entry)
    parts = payment.parts if payment else ()
    return tuple(part.tender for part in parts if part.amount.minor > 0)


def _slip(
    receipt: Receipt, event: Event, wording: Wording, *, tenders: tuple[Tender, ...]
) -> ReceiptSlip:
    purpose = event.receipt_purpose or wording.text(
        "document", "receipt_default_purpose", event=event.name
    )
    return ReceiptSlip(
        number=receipt.label,
        payee=receipt.payee,
        amount=receipt.amount,
        day=receipt.at.date(),
        purpose=purpose,
        tender=" + ".join(wording.text("tender", tender) for tender in tenders),
        issuer_name=event.issuer or event.name,
        issuer_address=event.issuer_address,
        cash=Tender.CASH in tenders,
        copy_number=receipt.copies,
        void=receipt.void,
    )
