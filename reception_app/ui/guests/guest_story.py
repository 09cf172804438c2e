"""What happened to a guest, in words."""

from PySide6.QtCore import QCoreApplication

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.money import Money, format_money
from reception_app.services.guest_list import ADDED_BY_HAND
from reception_app.services.guest_recording import WALK_IN
from reception_app.services.next_event import EARLIER_EVENT
from reception_app.services.substitution import SUBSTITUTE
from reception_app.storage.guest_history import GuestMoment, MomentKind
from reception_app.storage.guests import UNDONE
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording


def tell_moment(moment: GuestMoment, currency: str, wording: Wording) -> tuple[str, str] | None:
    """The time (`11/02 19:14`) and the words of one moment; None for what goes without saying."""
    words = _words(moment, format_money(Money(abs(moment.amount), currency)), wording)
    return (f"{moment.at:%m/%d %H:%M}", words) if words else None


def _words(moment: GuestMoment, amount: str, wording: Wording) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per kind
    translate = QCoreApplication.translate
    match moment.kind:
        case MomentKind.RECORDED:
            return _recorded(moment.text)
        case MomentKind.STATUS if moment.text == GuestStatus.ACCEPTED:
            return translate("GuestStory", "Accepted")
        case MomentKind.STATUS:
            status = wording.text("guest_status", moment.text)
            return f"{status}: {moment.value}" if _is_said(moment.value) else status
        case MomentKind.CHANGED:
            return _changed(moment, wording)
        case MomentKind.TAG_PRINTED:
            return translate("GuestStory", "Name tag printed")
        case MomentKind.ADMITTED:
            return filled(translate("GuestStory", "Arrived at desk %1"), moment.text)
        case MomentKind.ADMISSION_UNDONE:
            return filled(translate("GuestStory", "Arrival undone: %1"), moment.text)
        case MomentKind.LEFT:
            return translate("GuestStory", "Went out")
        case MomentKind.CHARGE:
            return filled(translate("GuestStory", "Fee of %1 charged"), amount)
        case MomentKind.COMPLIMENTARY:
            waived = filled(translate("GuestStory", "%1 waived"), amount)
            return f"{waived}: {moment.value}" if moment.value else waived
        case MomentKind.PAYMENT:
            tender = wording.text("tender", moment.text)
            return filled(translate("GuestStory", "%1 paid, %2"), amount, tender)
        case MomentKind.REFUND:
            return filled(translate("GuestStory", "%1 refunded"), amount)
        case MomentKind.OTHER:
            return f"{wording.text('entry_kind', moment.text)} {amount}"
        case MomentKind.REFUSED:
            return wording.text("moment", "refused", verdict=wording.text("verdict", moment.text))
        case MomentKind.LIST_OVERRULED:
            field = wording.text("guest_field", moment.text)
            return wording.text("moment", "list_overruled", field=field, value=moment.value)
        case (
            MomentKind.PROMISED | MomentKind.BADGE_REVOKED | MomentKind.BADGE_ISSUED
            | MomentKind.ALIAS_ISSUED | MomentKind.STANDS_IN | MomentKind.SUBSTITUTED
            | MomentKind.SAME_PERSON | MomentKind.ERASED | MomentKind.RECEIPT
            | MomentKind.RECEIPT_VOIDED | MomentKind.RECEIPT_REPRINTED
        ):  # fmt: skip
            return wording.text("moment", moment.kind.value, text=moment.text)
        case MomentKind.CANCELLATION if moment.amount > 0:
            return wording.text("moment", "cancel_fee", amount=amount)
        case MomentKind.CANCELLATION | MomentKind.REVERSAL:
            fee = translate("GuestStory", "Fee of %1 taken back")
            payment = translate("GuestStory", "Payment of %1 corrected")
            return filled(fee if moment.amount < 0 else payment, amount)


def _changed(moment: GuestMoment, wording: Wording) -> str:
    """`Title: 課長 → 部長`, and the list that said so."""
    if moment.text == GuestField.LISTED_AS_PAID:
        words = wording.text("moment", "listed_as_paid" if moment.value else "not_listed_as_paid")
    else:
        words = wording.text(
            "moment", "changed", field=wording.text("guest_field", moment.text),
            before=moment.before or "—", value=moment.value or "—",
        )  # fmt: skip
    return f"{words} ({moment.source})" if moment.source else words


def _is_said(reason: str) -> bool:
    """Whether a person gave the reason, and not the program."""
    return reason not in {"", UNDONE, SUBSTITUTE, *GuestStatus}


def _recorded(source: str) -> str:
    translate = QCoreApplication.translate
    if source == ADDED_BY_HAND:
        return translate("GuestStory", "Put on the list by hand")
    if source == SUBSTITUTE:
        return ""  # for whom they come is told by itself
    if source == EARLIER_EVENT:
        return translate("GuestStory", "On the list of the event before")
    if source == WALK_IN:
        return translate("GuestStory", "Walked in")
    file, _, row = source.rpartition(" ")
    if not file or not row.isdecimal():
        return translate("GuestStory", "Put on the list")
    words = translate("GuestStory", "On the list: %1, row %2")
    return filled(words, file, row)
