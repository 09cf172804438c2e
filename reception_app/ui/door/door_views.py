"""What the banner says when it answers nobody: ready, in trouble, or something was undone."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender, TenderPart
from reception_app.domain.money import Money, format_money
from reception_app.storage import admissions, settings
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
from reception_app.ui.door.banner_view import BannerKind, BannerView
from reception_app.ui.parts.screen_text import filled
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
    """What was undone: whose, and what is to be handed back, in parts by their tenders.

    `is_out` says that an arrival was undone; otherwise it was a payment alone.
    """

    guest: Guest
    at: datetime
    back: Money
    parts: tuple[TenderPart, ...] = ()
    is_out: bool = True


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


def out_view(event: EventReader, *, at: datetime, guest: Guest | None = None) -> BannerView:
    """That badges scanned now go out, and who went out just now."""
    translate = QCoreApplication.translate
    inside = admissions.count_inside(event)
    count = translate("DoorPage", "%n guest(s) inside", "", inside)
    back = translate("DoorPage", "F5 goes back to letting in.")
    if guest is None:
        return BannerView(
            BannerKind.NOTED, translate("DoorPage", "Scan who goes out"), icon="leave",
            findings=(count, back), foot="",
        )  # fmt: skip
    return BannerView(
        BannerKind.NOTED, translate("DoorPage", "Gone out"), icon="leave", reading=guest.reading,
        name=guest.name, company=guest.company,
        findings=(translate("DoorPage", "The badge lets them in again."), count, back),
        foot=f"{at:%H:%M:%S}",
    )  # fmt: skip


def not_inside_view(name: str, *, at: datetime) -> BannerView:
    """That a badge scanned to go out is of somebody who is not inside, or nobody's: no `name`."""
    translate = QCoreApplication.translate
    headline = (
        translate("DoorPage", "Is not inside") if name else translate("DoorPage", "Not our code")
    )
    return BannerView(
        BannerKind.REFUSED,
        headline,
        icon="leave",
        name=name,
        findings=(translate("DoorPage", "Nothing was noted. F5 goes back to letting in."),),
        foot=f"{at:%H:%M:%S}",
    )


def undone_view(undone: Undone, wording: Wording) -> BannerView:
    """An admission taken back, and what to hand back for it."""
    translate = QCoreApplication.translate
    findings, label, amount = [], "", ""
    if undone.back:
        label = _give_back_words(undone.parts, wording)
        amount = format_money(undone.back)
        findings.append(
            translate("DoorPage", "The receipt is void: take it back, write VOID on it.")
        )
    if undone.is_out:
        findings.append(translate("DoorPage", "The badge opens the door again."))
    else:
        findings.append(translate("DoorPage", "The guest is inside and owes the fee again."))
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


def _give_back_words(parts: tuple[TenderPart, ...], wording: Wording) -> str:
    """By what the money goes back: one tender, or each of several with its part."""
    translate = QCoreApplication.translate
    if len(parts) == 1 and parts[0].tender is Tender.CASH:
        return translate("DoorPage", "Hand back in cash")
    several = len(parts) > 1
    told = ", ".join(
        wording.text("tender", part.tender) + (f" {format_money(part.amount)}" if several else "")
        for part in parts
    )
    return filled(translate("DoorPage", "Give back by %1"), told)
