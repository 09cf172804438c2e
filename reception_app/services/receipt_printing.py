"""Putting receipts 領収書 on paper: all of them, some, or one once more as a copy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.receipt_file import write_receipts
from reception_app.documents.receipt_slip import A4_THREE, A6_ONE, ReceiptSlip, SlipProblem
from reception_app.domain.event import Event
from reception_app.domain.facts import ReceiptReprinted
from reception_app.domain.journal import Tender, TenderPart
from reception_app.domain.money import Money, format_money, total
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.receipt import Receipt
from reception_app.domain.tax import tax_shares
from reception_app.services.payments import find_payment
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.receipts import count_paid_for
from reception_app.wording import Wording

SHEETS = {"a4": A4_THREE, "a6": A6_ONE}
"""How receipts lie on paper, by the name people type."""


def make_slips(event: EventReader, receipts: Sequence[Receipt]) -> tuple[ReceiptSlip, ...]:
    """What stands on these receipts, in the event's language."""
    details = settings.find_event(event)
    wording = Wording(details.language)
    return tuple(_slip(event, receipt, details, wording) for receipt in receipts)


def print_receipts(
    event: EventReader, path: Path, receipts: Sequence[Receipt], *,
    sheet: LabelSheet = A4_THREE, progress: Progress | None = None,
) -> tuple[SlipProblem, ...]:  # fmt: skip
    """Write these receipts as PDF, three to an A4 page or one to an A6; returns what went badly.

    Raises:
        NothingToPrint, FileNotWritable, NoRoomForFile, Cancelled: no file was written.
    """
    wording = Wording(settings.find_event(event).language)
    slips = make_slips(event, receipts)
    progress = progress or Silent()
    return write_receipts(path, slips, wording=wording, progress=progress, sheet=sheet)


def reprint_receipts(
    event: EventFile, path: Path, receipts: Sequence[Receipt], *, now: datetime, operator: str,
    sheet: LabelSheet = A4_THREE, progress: Progress | None = None,
) -> tuple[SlipProblem, ...]:  # fmt: skip
    """Write receipts once more, marked as copies 再発行, and remember that; the numbers stay.

    Raises:
        NothingToPrint, FileNotWritable, NoRoomForFile, Cancelled: no file was written, nothing is
            remembered.
    """
    copies = as_copies(receipts)
    problems = print_receipts(event, path, copies, sheet=sheet, progress=progress)
    record_copies(event, receipts, now=now, operator=operator)
    return problems


def record_copies(
    event: EventFile, receipts: Sequence[Receipt], *, now: datetime, operator: str
) -> None:
    """Remember that each of these receipts was written once more."""
    with event.act(now=now, actor=operator) as act:
        for receipt in receipts:
            act.record(ReceiptReprinted(receipt=receipt.id))


def as_copies(receipts: Sequence[Receipt]) -> tuple[Receipt, ...]:
    """These receipts as their next copies 再発行."""
    return tuple(replace(receipt, copies=receipt.copies + 1) for receipt in receipts)


def _parts_of(event: EventReader, receipt: Receipt) -> tuple[TenderPart, ...]:
    """By what the receipt's amount was paid: one tender, or the parts of a mixed one.

    What a card was charged beyond it and given back in cash is left out.
    """
    whole = (TenderPart(Tender(receipt.tender), receipt.amount),)
    if receipt.tender != Tender.MIXED:
        return whole
    payment = find_payment(event, receipt.entry)
    parts = payment.parts if payment else whole
    back = sum(part.amount.minor for part in parts if part.amount.minor < 0)
    paid = [part for part in parts if part.amount.minor > 0]
    if back and paid:
        last = paid[-1]
        paid[-1] = TenderPart(last.tender, Money(last.amount.minor + back, last.amount.currency))
    return tuple(paid)


def _slip(event: EventReader, receipt: Receipt, details: Event, wording: Wording) -> ReceiptSlip:
    purpose = details.receipt_purpose or wording.text(
        "document", "receipt_default_purpose", event=details.name
    )
    parts = _parts_of(event, receipt)
    cash = total((p.amount for p in parts if p.tender is Tender.CASH), receipt.amount.currency)
    guests = count_paid_for(event, receipt.entry)
    reduced = Money(details.reduced_part * guests, receipt.amount.currency)
    return ReceiptSlip(
        number=receipt.label,
        payee=receipt.payee,
        amount=receipt.amount,
        day=receipt.at.date(),
        purpose=purpose,
        tender=_tender_words(parts, wording),
        issuer_name=details.issuer or details.name,
        issuer_address=details.issuer_address,
        issuer_kind=details.issuer_kind,
        registration_number=details.registration_number,
        tax=tax_shares(receipt.amount, reduced),
        cash=bool(cash),
        cash_part=cash,
        copy_number=receipt.copies,
        void=receipt.void,
    )


def _tender_words(parts: Sequence[TenderPart], wording: Wording) -> str:
    """The tender; of several each with its amount, because the stamp depends on the cash."""
    if len(parts) == 1:
        return wording.text("tender", parts[0].tender)
    return " + ".join(f"{wording.text('tender', p.tender)} {format_money(p.amount)}" for p in parts)
