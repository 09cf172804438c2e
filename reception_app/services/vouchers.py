"""Booking what goes out and comes in besides guests' fees, with vouchers 証憑."""

from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain import voucher as rules
from reception_app.domain.drawer import BoxNotOpen
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import NoReceiptExplained, OrganizerNamed, VoucherRecorded
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import ActAlreadyRecorded, AlreadyReversed, Entry, Posting
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.domain.voucher import AboveBalance, Channel, NewVoucher, Voucher, VoucherKind
from reception_app.services.posting import given, post, reversal_of
from reception_app.storage import drawers, settings, vouchers
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import (
    balance_of,
    find_entry,
    is_reversed,
    list_account_balances,
)

_OPEN_KINDS = {
    journal.OWED_TO_ORGANIZERS: VoucherKind.REPAYMENT,
    journal.VENDORS: VoucherKind.BILL,
    journal.ADVANCES: VoucherKind.ADVANCE_BACK,
    journal.PREPAID: VoucherKind.PREPAYMENT,
}


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that is not settled: `kind` is what settles it, or the prepayment to use up.

    `name` is the organizer's or whom the paper is about.
    """

    kind: VoucherKind
    amount: Money
    name: str
    organizer: str | None
    paper: Voucher | None


class VoucherUnknown(ReceptionError):
    """There is no such voucher."""


class VoucherInUse(ReceptionError):
    """Something was paid or used up of it since; that has to be taken back first."""


class OrganizerNameMissing(ReceptionError):
    """Whoever pays for the event or holds its money must be named."""


def organizer_named(event: EventFile, name: str, *, now: datetime, operator: str) -> str:
    """The id of the organizer 幹事 of this name, who is recorded when new.

    Raises:
        OrganizerNameMissing: the name is empty.
    """
    name = clean_text(name)
    if not name:
        raise OrganizerNameMissing
    known = vouchers.find_organizer(event, name)
    if known is not None:
        return known
    organizer = new_id()
    with event.act(now=now, actor=operator) as act:
        act.record(OrganizerNamed(organizer=organizer), subject=organizer, personal={"name": name})
    return organizer


def book_voucher(event: EventFile, order: NewVoucher, *, now: datetime, operator: str) -> Voucher:
    """Book an expense, an income, a repayment, an advance and so on under the next 証憑No.

    Raises:
        NothingToBook, AccountMissing, AccountNotForVouchers, ChannelNotPossible, OrganizerMissing,
        SettledMissing:
            the order is incomplete.
        AboveBalance: more than is left of the debt, advance, prepayment, bill or cash box.
        BoxNotOpen: cash of a box that is not open.
        ActAlreadyRecorded: the order's id stands for something else.
        BooksSealed: the books are final.
    """
    with event.act(now=now, actor=operator) as act:
        return record_voucher(event, act, order)


def record_voucher(event: EventReader, act: Act, order: NewVoucher) -> Voucher:
    """Book a voucher as part of an act; see `book_voucher`."""
    order = replace(
        order,
        payee=clean_text(order.payee),
        purpose=clean_text(order.purpose),
        no_receipt=clean_text(order.no_receipt),
    )
    rules.check_order(order)
    if find_entry(event, order.id) is not None:
        return _repeated(event, order)
    postings = rules.postings_of(order)
    shift = _check_balances(event, order, postings)
    post(
        act,
        Entry(
            id=order.id,
            kind=order.kind.entry_kind,
            currency=order.amount.currency,
            postings=postings,
            box=order.box if shift else None,
            shift=shift,
        ),
    )
    act.record(
        VoucherRecorded(
            voucher=order.id,
            number=vouchers.next_voucher_number(event),
            voucher_kind=order.kind.value,
            day=order.day.isoformat(),
            channel=order.channel.value,
            account=rules.account_of(order),
            organizer=order.organizer,
            settles=order.settles,
        ),
        subject=order.id,
        personal={"payee": order.payee, "purpose": order.purpose},
    )
    if order.no_receipt:
        act.record(NoReceiptExplained(voucher=order.id, reason=order.no_receipt))
    return _found(event, order.id)


def correct_voucher(
    event: EventFile, voucher_id: str, reason: str, *, now: datetime, operator: str
) -> Voucher:
    """Take back a voucher that was a mistake; its number stays with it.

    Raises:
        VoucherUnknown: there is none.
        AlreadyReversed: it was taken back before.
        VoucherInUse: a prepayment was used, a bill or an advance settled since.
        ReasonMissing: a correction needs its reason.
        BoxNotOpen: it was a cash box's cash, and the box is not open.
        BooksSealed: the books are final.
    """
    reason = given(reason)
    with event.act(now=now, actor=operator) as act:
        voucher, posted = vouchers.find_voucher(event, voucher_id), find_entry(event, voucher_id)
        if voucher is None or posted is None:
            raise VoucherUnknown
        if is_reversed(event, voucher_id):
            raise AlreadyReversed
        if _turns_over(event, posted.entry.postings):
            raise VoucherInUse
        shift = _open_shift(event, voucher.box) if voucher.box else None
        reversal = reversal_of(posted.entry, reason=reason)
        post(act, replace(reversal, box=voucher.box, shift=shift))
        return _found(event, voucher_id)


def explain_missing_receipt(
    event: EventFile, voucher_id: str, reason: str, *, now: datetime, operator: str
) -> Voucher:
    """Say why there is no receipt for a voucher; an empty reason takes that back.

    Raises:
        VoucherUnknown: there is no such voucher.
    """
    with event.act(now=now, actor=operator) as act:
        _found(event, voucher_id)
        act.record(NoReceiptExplained(voucher=voucher_id, reason=clean_text(reason)))
        return _found(event, voucher_id)


def left_of(event: EventReader, account: str) -> Money:
    """What is left of a debt, an advance, a prepayment or a bill, as a positive amount."""
    currency = settings.find_event(event).currency
    return Money(abs(balance_of(event, account)), currency)


def list_open_items(event: EventReader) -> tuple[OpenItem, ...]:
    """What is still to be repaid, settled, used up or paid, debts to organizers first."""
    currency = settings.find_event(event).currency
    organizers = vouchers.list_organizers(event)
    papers = {one.id[: rules.PART_DIGITS]: one for one in vouchers.list_vouchers(event)}
    people = {organizer[: rules.PART_DIGITS]: organizer for organizer in organizers}
    items = []
    for balance in list_account_balances(event):
        code, part = split_account(balance.account)
        kind = _OPEN_KINDS.get(code)
        if kind is None or not balance.balance:
            continue
        amount = Money(abs(balance.balance), currency)
        organizer, paper = people.get(part), papers.get(part)
        name = organizers[organizer] if organizer else paper.payee if paper else part
        items.append(OpenItem(kind, amount, name, organizer, paper))
    return tuple(sorted(items, key=lambda item: list(_OPEN_KINDS.values()).index(item.kind)))


def _check_balances(
    event: EventReader, order: NewVoucher, postings: tuple[Posting, ...]
) -> str | None:
    """Refuse more than there is; returns the open shift of the cash box, if it is one's cash."""
    shift = None
    if order.channel is Channel.BOX:
        shift = _open_shift(event, order.box or "")
    drawn = rules.drawn_upon(order)
    taken = next(p for p in postings if p.account == drawn) if drawn else None
    if taken is not None:
        left = -balance_of(event, taken.account) if taken.amount > 0 else balance_of(
            event, taken.account
        )  # fmt: skip
        if abs(taken.amount) > left:
            raise AboveBalance(order.amount, Money(max(left, 0), order.amount.currency))
    going_out = next((p for p in postings if p.account == rules.channel_account(order)), None)
    if shift is not None and going_out is not None and going_out.amount < 0:
        cash = balance_of(event, going_out.account)
        if -going_out.amount > cash:
            raise AboveBalance(order.amount, Money(max(cash, 0), order.amount.currency))
    return shift


def _turns_over(event: EventReader, postings: tuple[Posting, ...]) -> bool:
    """Whether taking these back would leave less than nothing of a debt, advance or prepayment."""
    owed = (journal.OWED_TO_ORGANIZERS, journal.VENDORS)
    held = (journal.ADVANCES, journal.PREPAID)
    for posting in postings:
        after = balance_of(event, posting.account) - posting.amount
        if posting.account.startswith(owed) and after > 0:
            return True
        if posting.account.startswith(held) and after < 0:
            return True
    return False


def _open_shift(event: EventReader, box: str) -> str:
    shift = drawers.find_open_shift(event, box)
    if shift is None:
        raise BoxNotOpen(box)
    return shift.id


def _repeated(event: EventReader, order: NewVoucher) -> Voucher:
    """The voucher that stands under the order's id, if it is what is asked for now."""
    known = vouchers.find_voucher(event, order.id)
    if known is None:
        raise ActAlreadyRecorded
    same = (
        known.kind is order.kind
        and known.amount == order.amount
        and known.channel is order.channel
        and known.account == rules.account_of(order)
        and known.day == order.day
        and known.organizer == order.organizer
        and known.settles == order.settles
    )
    if not same:
        raise ActAlreadyRecorded
    return known


def _found(event: EventReader, voucher_id: str) -> Voucher:
    voucher = vouchers.find_voucher(event, voucher_id)
    if voucher is None:
        raise VoucherUnknown
    return voucher
