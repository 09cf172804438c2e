"""What the banner says when it answers nobody: ready, in trouble, or something was undone."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money, format_money
from reception_app.services.payments import Payment
from reception_app.storage import settings
from reception_app.storage.admissions import Admission
from reception_app.storage.event_file import (
    AlreadyOpen,
    DamagedFile,
    EventDiskFull,
    EventReader,
    FileGone,
    FileUnreadable,
    NotSaved,
    SavingUnsure,
)
from reception_app.ui.banner_view import BannerKind, BannerView
from reception_app.ui.screen_text import filled
from reception_app.wording import Wording

FILE_FAULTS = (
    AlreadyOpen,
    DamagedFile,
    EventDiskFull,
    FileGone,
    FileUnreadable,
    NotSaved,
    SavingUnsure,
)
"""Errors that are the file's or the disk's: never the guest's, never the badge's."""


@dataclass(frozen=True, slots=True)
class Undone:
    """An admission that was undone: whose, and what is to be handed back by which tender."""

    guest: Guest
    at: datetime
    back: Money
    tender: Tender | None


def idle_view(event: EventReader, desk: Desk | None, *, box_open: bool) -> BannerView:
    """The calm area between two guests, saying what is missing before the first."""
    translate = QCoreApplication.translate
    if desk is None:
        headline = translate("DoorPage", "Who works at this desk?")
        foot = translate("DoorPage", "Press Enter to say it. Badges scanned before then wait.")
        return BannerView(BannerKind.IDLE, headline, icon="guests", foot=foot)
    headline = translate("DoorPage", "Ready to scan")
    if not box_open:
        text = translate("DoorPage", "Cash box %1 is not open yet. Enter opens it.")
        return BannerView(BannerKind.IDLE, headline, foot=filled(text, desk.letter))
    closes = settings.find_event(event).hours.closes
    if closes is None:
        foot = filled(translate("DoorPage", "Desk %1"), desk.letter)
    else:
        text = translate("DoorPage", "Desk %1 · door open until %2")
        foot = filled(text, desk.letter, f"{closes:%H:%M}")
    return BannerView(BannerKind.IDLE, headline, foot=foot)


def trouble_view(
    error: ReceptionError, wording: Wording, *, at: datetime, guest: Guest | None = None
) -> BannerView:
    """Technical trouble, in a tone of its own, with what to do."""
    translate = QCoreApplication.translate
    headline = (
        translate("DoorPage", "Perhaps not recorded")
        if isinstance(error, SavingUnsure)
        else translate("DoorPage", "Not recorded: technical trouble")
    )
    return BannerView(
        BannerKind.TROUBLE,
        headline,
        name=guest.name if guest else "",
        findings=(wording.error(error), translate("DoorPage", "The guest did nothing wrong.")),
        foot=f"{at:%H:%M:%S}",
    )


def undo_view(admission: Admission, guest: Guest, payment: Payment | None) -> BannerView:
    """The admission that is about to be undone, and what was paid in the same act."""
    translate = QCoreApplication.translate
    text = translate("DoorPage", "Admitted at %1, desk %2")
    return BannerView(
        BannerKind.NOTED,
        translate("DoorPage", "Undo this arrival?"),
        reading=guest.reading,
        name=guest.name,
        company=guest.company,
        amount_label=translate("DoorPage", "Paid then") if payment else "",
        amount=format_money(payment.paid) if payment else "",
        findings=(filled(text, f"{admission.at:%H:%M}", admission.desk),),
    )


def undone_view(undone: Undone, wording: Wording) -> BannerView:
    """An admission taken back, and what to hand back for it."""
    translate = QCoreApplication.translate
    findings, label, amount = [], "", ""
    if undone.back:
        assert undone.tender is not None
        label = (
            translate("DoorPage", "Hand back in cash")
            if undone.tender is Tender.CASH
            else filled(
                translate("DoorPage", "Give back by %1"), wording.text("tender", undone.tender)
            )
        )
        amount = format_money(undone.back)
        findings.append(
            translate("DoorPage", "The receipt is void: take it back, write VOID on it.")
        )
    findings.append(translate("DoorPage", "The badge opens the door again."))
    return BannerView(
        BannerKind.NOTED,
        translate("DoorPage", "Undone"),
        reading=undone.guest.reading,
        name=undone.guest.name,
        amount_label=label,
        amount=amount,
        findings=tuple(findings),
        foot=f"{undone.at:%H:%M:%S}",
    )
