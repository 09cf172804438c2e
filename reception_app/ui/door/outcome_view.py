"""What the banner says to each answer of the door: an `Outcome` made into ready texts."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception_app.domain.admission import ALWAYS_OPEN, DoorHours, Verdict
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, desk_box
from reception_app.domain.journal import TenderPart
from reception_app.domain.ledger import PaymentStatus, payment_status
from reception_app.domain.money import Money, format_money
from reception_app.services.party import Party
from reception_app.services.payments import Payment
from reception_app.services.reception import Outcome
from reception_app.storage.admissions import PromisedPayment
from reception_app.storage.name_tags import NO_TAG, TagState
from reception_app.ui.door.banner_view import BannerKind, BannerView
from reception_app.ui.door.outcome_words import advice, finding, headline
from reception_app.ui.door.visit_words import visit_chip
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

_KINDS = {Verdict.ADMITTED: BannerKind.ADMITTED, Verdict.COLLECT_FEE: BannerKind.COLLECT}
_ICONS = {
    Verdict.ALREADY_ADMITTED: "again",
    Verdict.WAITING_LIST: "waiting",
    Verdict.BLOCKED: "alert",
    Verdict.BADGE_REVOKED: "name_tag",
    Verdict.OTHER_EVENT: "calendar",
    Verdict.NOT_OPEN: "clock",
    Verdict.UNKNOWN_CODE: "question",
    Verdict.AMBIGUOUS: "guests",
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is said beside the answer itself.

    `box_open` tells whether money can be taken at the desk, `free_places` how many may still be
    accepted (`None` where the event has no limit), `host` whose companion the guest is,
    `represents` in whose place they come, `tag` how things stand with their name tag. `inside` of
    `capacity` is how full the house is; `promise` what was said of a fee that is still due. `visit`
    counts the guest's visits, this one included, where events went before; `owed_before` is what
    the guest still owed the last of them.
    """

    desk: Desk
    box_open: bool = True
    hours: DoorHours = ALWAYS_OPEN
    free_places: int | None = None
    party: Party | None = None
    host: str = ""
    represents: str = ""
    tag: TagState = NO_TAG
    inside: int = 0
    capacity: int | None = None
    promise: PromisedPayment | None = None
    visit: int | None = None
    owed_before: Money | None = None


def view_of(outcome: Outcome, around: Circumstances, wording: Wording) -> BannerView:
    """The answer as the banner shows it, the gravest finding first and the others beneath."""
    label, amount = _amount(outcome, around)
    guest = outcome.guest
    return BannerView(
        kind=BannerKind.NOTED if outcome.spare else _KINDS.get(outcome.verdict, BannerKind.REFUSED),
        headline=headline(outcome, around.hours, wording),
        icon="name_tag" if outcome.spare else _ICONS.get(outcome.verdict, ""),
        reading=_reading(guest) if guest else "",
        name=guest.name if guest else "",
        company=_company(guest, wording) if guest else "",
        chips=_chips(outcome, around, guest) if guest else (),
        note=guest.note if guest else "",
        amount_label=label,
        amount=amount,
        findings=_findings(outcome, around, wording),
        foot=_foot(outcome, around),
    )


def category_word(outcome: Outcome) -> str:
    """The guest's category as people read it; empty when they have none."""
    if outcome.category is not None:
        return outcome.category.name
    return outcome.guest.category if outcome.guest else ""


def _amount(outcome: Outcome, around: Circumstances) -> tuple[str, str]:
    """The largest figure of the answer and the word above it; both empty where there is none."""
    translate = QCoreApplication.translate
    match outcome.verdict:
        case Verdict.COLLECT_FEE if outcome.due is not None:
            return translate("Outcome", "Due"), format_money(outcome.due)
        case Verdict.ADMITTED if outcome.payment is not None and outcome.payment.total_change:
            return translate("Outcome", "Change"), format_money(outcome.payment.total_change)
        case Verdict.ALREADY_ADMITTED if outcome.admission is not None:
            return translate("Outcome", "Inside since"), f"{outcome.admission.at:%H:%M}"
        case Verdict.WAITING_LIST if around.free_places is not None:
            return translate("Outcome", "Free places"), f"{around.free_places:,}"
        case _:
            return "", ""


def _findings(outcome: Outcome, around: Circumstances, wording: Wording) -> tuple[str, ...]:
    lesser = (finding(one, outcome, around.hours, wording) for one in outcome.findings[1:])
    beside = (*advice(outcome, wording), *_money_findings(outcome, around, wording))
    return tuple(text for text in (*beside, *lesser) if text)


def _money_findings(outcome: Outcome, around: Circumstances, wording: Wording) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    balance, due, payment = outcome.balance, outcome.due, outcome.payment
    said = []
    if outcome.verdict is Verdict.COLLECT_FEE and due is not None:
        if balance.paid > 0:
            part = filled(
                translate("Outcome", "%1 of %2 is paid already"),
                format_money(Money(balance.paid - balance.refunded, due.currency)),
                format_money(Money(balance.charged - balance.waived, due.currency)),
            )
            said.append(part)
        if not around.box_open:
            closed = translate("Outcome", "Cash box %1 is not open yet: no money can be taken.")
            said.append(filled(closed, around.desk.letter))
    if outcome.verdict is Verdict.ADMITTED and payment is not None:
        said.append(_paid_words(payment, wording))
    if outcome.verdict is Verdict.ADMITTED and _is_full(around):
        full = translate("Outcome", "The house is full: %1 of %2 are inside.")
        said.append(filled(full, around.inside, around.capacity or 0))
    if around.promise is not None and due and due.minor > 0:
        said.append(promise_words(around.promise, wording))
    if outcome.verdict is Verdict.ADMITTED and due:
        text = translate("Outcome", "%1 stays due") if due.minor > 0 else translate(
            "Outcome", "%1 was paid too much: tell the accountant"
        )  # fmt: skip
        said.append(filled(text, format_money(due if due.minor > 0 else -due)))
    return tuple(said)


def _paid_words(payment: Payment, wording: Wording) -> str:
    """What was paid by which tenders, and the receipt, or all of them where each has one."""
    translate = QCoreApplication.translate
    by = translate("Outcome", "%1 by %2")
    parts = payment.parts or (TenderPart(payment.tender, payment.paid),)
    if payment.others:
        parts = (TenderPart(payment.tender, payment.total),)
    paid = ", ".join(
        filled(by, format_money(part.amount), wording.text("tender", part.tender)) for part in parts
    )
    receipts = ", ".join(one.receipt.label for one in (payment, *payment.others))
    return filled(translate("Outcome", "%1 · receipt %2"), paid, receipts)


def _is_full(around: Circumstances) -> bool:
    return around.capacity is not None and around.inside >= around.capacity


def promise_words(promise: PromisedPayment, wording: Wording) -> str:
    """What was said of paying later, and until when."""
    translate = QCoreApplication.translate
    if promise.until is None:
        return filled(translate("Outcome", "Said: %1"), promise.reason)
    text = translate("Outcome", "Said: %1, until %2")
    return filled(text, promise.reason, wording.date(promise.until))


def _reading(guest: Guest) -> str:
    badge_name = guest.badge_name if guest.badge_name != guest.name else ""
    return "  ".join(text for text in (guest.reading, badge_name) if text)


def _company(guest: Guest, wording: Wording) -> str:
    parts = (guest.company, guest.title) if wording.language == "ja" else (
        guest.title, guest.company
    )  # fmt: skip
    return ("　" if wording.language == "ja" else ", ").join(part for part in parts if part)


def _past_chips(around: Circumstances) -> list[str]:
    """What earlier events know of the guest."""
    chips = [visit_chip(around.visit)] if around.visit is not None else []
    if around.owed_before is not None:
        owes = QCoreApplication.translate("Outcome", "Owes %1 from before")
        chips.append(filled(owes, format_money(around.owed_before)))
    return chips


def _chips(outcome: Outcome, around: Circumstances, guest: Guest) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    chips = [category_word(outcome)]
    if guest.table_name:
        chips.append(filled(translate("Outcome", "Table %1"), guest.table_name))
    chips += _past_chips(around)
    if outcome.verdict is Verdict.ADMITTED and outcome.payment is None:
        match payment_status(outcome.balance):
            case PaymentStatus.FREE:
                chips.append(translate("Outcome", "Complimentary"))
            case PaymentStatus.PAID:
                chips.append(translate("Outcome", "Paid in advance"))
            case _:
                pass
    if around.party is not None and around.party.companions:
        chips.append(_party_chip(around.party))
    if around.host:
        chips.append(filled(translate("Outcome", "Comes with %1"), around.host))
    if around.represents:
        chips.append(filled(translate("Outcome", "For %1"), around.represents))
    if guest.introducer:
        chips.append(filled(translate("Outcome", "Introduced by %1"), guest.introducer))
    if guest.walk_in:
        chips.append(translate("Outcome", "Walk-in"))
    return tuple(chip for chip in chips if chip)


def _party_chip(party: Party) -> str:
    number = len(party.companions)
    text = QCoreApplication.translate("Outcome", "%n companion(s), %1 here", "", number)
    return filled(text, len(party.arrived))


def _foot(outcome: Outcome, around: Circumstances) -> str:
    translate = QCoreApplication.translate
    time = f"{outcome.at:%H:%M:%S}"
    if outcome.guest is None:
        text = translate("Outcome", "%1 · desk %2 · read: %3")
        return filled(text, time, around.desk.letter, outcome.text)
    at_desk = filled(translate("Outcome", "%1 · desk %2"), time, around.desk.letter)
    return f"{at_desk} · {_tag_words(outcome.guest, around.tag)}"


def _tag_words(guest: Guest, tag: TagState) -> str:
    """Where the guest's name tag is, and the key that belongs to it."""
    translate = QCoreApplication.translate
    if tag.handed_at is not None:
        text = translate("Outcome", "name tag handed out at %1")
        return filled(text, f"{tag.handed_at:%H:%M}")
    if tag.printed_at is None:
        return filled(translate("Outcome", "no name tag printed, no. %1 – F9"), guest.number)
    text = translate("Outcome", "name tag in box %1, no. %2 – F7 handed out")
    return filled(text, desk_box(guest), guest.number)
