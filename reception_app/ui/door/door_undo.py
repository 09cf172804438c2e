"""Undo at the door: what a line of the last acts stands for, and how the banner shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception_app.domain.guest import Guest
from reception_app.domain.money import format_money
from reception_app.services.payments import Payment, find_payment
from reception_app.storage import admissions, guests
from reception_app.storage.admissions import Admission, DoorAct, DoorEvent
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import is_reversed
from reception_app.ui.door.banner_view import BannerKind, BannerView
from reception_app.ui.parts.screen_text import filled

_FAR_BACK = 1000
"""Among so many acts of the door the last to be taken back is looked for."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """One act that can be taken back.

    `admission` is None where a guest paid who was inside already. `together` are the others whom
    the same payment let in.
    """

    key: str
    guest: Guest
    admission: Admission | None = None
    payment: Payment | None = None
    together: tuple[Guest, ...] = ()


def undo_key(act: DoorEvent) -> str:
    """By what an act of the list is found again to be taken back; empty where that cannot be."""
    if not act.is_undoable:
        return ""
    found = act.payment if act.kind is DoorAct.PAID else act.admission
    return f"{act.kind}:{found}"


def find_last_key(event: EventReader) -> str:
    """The key of the last act to be taken back, however many scans were refused since."""
    acts = admissions.list_last_acts(event, limit=_FAR_BACK)
    return next((undo_key(act) for act in acts if act.is_undoable), "")


def find_undoable(event: EventReader, key: str) -> Undoable | None:
    """What stands behind a key of the list now; None when there is nothing to take back."""
    kind, _, found = key.partition(":")
    if kind == DoorAct.PAID:
        payment = find_payment(event, found)
        guest = guests.find_guest(event, payment.receipt.guest or "") if payment else None
        if guest is None or is_reversed(event, found):
            return None
        return Undoable(key, guest, payment=payment)
    admission = admissions.find_admission(event, found)
    guest = guests.find_guest(event, admission.guest) if admission else None
    if admission is None or guest is None:
        return None
    stands = admission.payment and not is_reversed(event, admission.payment)
    payment = find_payment(event, admission.payment) if admission.payment and stands else None
    together = admissions.list_admitted_by(event, admission.payment) if admission.payment else ()
    others = (admissions.find_admission(event, one) for one in together if one != admission.id)
    found_guests = (guests.find_guest(event, one.guest) for one in others if one)
    return Undoable(key, guest, admission, payment, tuple(g for g in found_guests if g))


def undo_view(undoable: Undoable) -> BannerView:
    """The act that is about to be taken back, and what was paid in it."""
    translate = QCoreApplication.translate
    admission, payment = undoable.admission, undoable.payment
    findings = []
    if admission is not None:
        text = translate("DoorPage", "Admitted at %1, desk %2")
        findings.append(filled(text, f"{admission.at:%H:%M}", admission.desk))
    if payment is not None and admission is None:
        text = translate("DoorPage", "Paid at %1, receipt %2")
        findings.append(filled(text, f"{payment.receipt.at:%H:%M}", payment.receipt.label))
    if payment is not None and undoable.together:
        names = ", ".join(guest.name for guest in undoable.together)
        text = translate("DoorPage", "With the payment these are out again too: %1")
        findings.append(filled(text, names))
    headline = (
        translate("DoorPage", "Undo this arrival?")
        if admission is not None
        else translate("DoorPage", "Take back this payment?")
    )
    return BannerView(
        BannerKind.NOTED,
        headline,
        reading=undoable.guest.reading,
        name=undoable.guest.name,
        company=undoable.guest.company,
        amount_label=translate("DoorPage", "Paid then") if payment else "",
        amount=format_money(payment.paid) if payment else "",
        findings=tuple(findings),
    )
