"""Collecting the books of an event into plain values, for the workbook and the journal."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime

from reception_app.documents.ledger_book import (
    BankLine,
    BoxShift,
    CheckLine,
    GuestFees,
    JournalLine,
    LedgerBook,
    ReceiptLine,
    VoucherLine,
)
from reception_app.domain.drawer import Shift
from reception_app.domain.journal import EntryKind, Tender, desk_cash, tender_of
from reception_app.domain.settlement import settle
from reception_app.domain.statement import StatementAccount
from reception_app.domain.voucher import Voucher
from reception_app.services.account_names import AccountNames, account_names, category_names
from reception_app.services.accounts_check import check_accounts
from reception_app.services.budget import budget_figures
from reception_app.services.fees import LISTED_AS_PAID
from reception_app.services.findings import hint_of, sentence_of
from reception_app.services.totals import event_totals
from reception_app.storage import (
    budget,
    drawers,
    fact_journal,
    guests,
    journal,
    receipts,
    settings,
    statements,
    vouchers,
)
from reception_app.storage.audit import ShiftSums, number_entries, sum_shifts
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import PostedEntry
from reception_app.wording import Wording


def collect_ledger(event: EventReader, wording: Wording, *, now: datetime) -> LedgerBook:
    """All the books of an event; give a snapshot, because they are read one after another."""
    details = settings.find_event(event)
    totals = event_totals(event)
    accounts = journal.list_account_balances(event)
    lines = collect_journal(event, wording)
    names = account_names(event, wording)
    return LedgerBook(
        event_name=details.name,
        day=details.date,
        venue=details.venue,
        currency=details.currency,
        made_at=now,
        records=fact_journal.count_facts(event.db),
        seal=fact_journal.last_hash(event.db),
        categories=category_names(settings.find_fee_plan(event)),
        guests=collect_guests(event),
        journal=lines,
        accounts=accounts,
        boxes=_collect_boxes(event, lines),
        receipts=_collect_receipts(event, lines),
        checks=tuple(
            CheckLine(finding.level, sentence_of(finding, wording), hint_of(finding, wording))
            for finding in check_accounts(event)
        ),
        totals=totals,
        settlement=settle(accounts, totals, budget.sum_opening(event)),
        parts=names.parts,
        budget=budget_figures(event),
        vouchers=_collect_vouchers(event, wording, names),
        bank=_collect_bank(event, wording),
    )


def collect_journal(event: EventReader, wording: Wording) -> tuple[JournalLine, ...]:
    """Every posting in the order it was posted, with what is known of its entry."""
    posted = journal.list_entries(event)
    numbers = {one.entry.id: number for number, one in enumerate(posted, 1)}
    kinds = {one.entry.id: one.entry.kind for one in posted}
    people = {row.guest.id: row.guest for row in guests.list_guests(event)}
    labels = {receipt.entry: receipt.label for receipt in receipts.list_receipts(event)}
    operators = settings.list_operators(event)
    shifts = number_shifts(drawers.list_shifts(event))
    papers = {voucher.id: voucher for voucher in vouchers.list_vouchers(event)}
    reasons = {LISTED_AS_PAID: wording.text("workbook", "listed_as_paid")}

    def lines_of(one: PostedEntry) -> Iterable[JournalLine]:
        entry = one.entry
        paper = papers.get(entry.reverses or entry.id)
        for posting in entry.postings:
            guest = people.get(posting.guest or entry.guest or "")
            yield JournalLine(
                entry=numbers[entry.id],
                at=one.at,
                kind=entry.kind,
                origin=kinds[entry.reverses] if entry.reverses else entry.kind,
                account=posting.account,
                amount=posting.amount,
                guest=guest.number if guest else None,
                guest_name=guest.name if guest else "",
                tender=entry.tender and (tender_of(posting.account) or entry.tender),
                box=entry.box or "",
                shift=shifts.get(entry.shift or ""),
                receipt=labels.get(entry.id, ""),
                operator=operators.get(one.operator, ""),
                reason=reasons.get(entry.reason, entry.reason),
                corrects=numbers[entry.reverses] if entry.reverses else None,
                voucher=paper.number if paper else None,
                note=f"{paper.payee} {paper.purpose}".strip() if paper else "",
            )

    return tuple(line for one in posted for line in lines_of(one))


def collect_guests(event: EventReader) -> tuple[GuestFees, ...]:
    """Every guest with their fees, by number."""
    categories = category_names(settings.find_fee_plan(event))
    rows = sorted(guests.list_guests(event), key=lambda row: row.guest.number)
    return tuple(
        GuestFees(
            number=row.guest.number,
            name=row.guest.name,
            reading=row.guest.reading,
            company=row.guest.company,
            category=categories.get(row.guest.category, row.guest.category),
            introducer=row.guest.introducer,
            contact=row.guest.email or row.guest.phone,
            status=row.guest.status,
            arrived_at=row.admitted_at,
            balance=row.balance,
        )
        for row in rows
    )


def number_shifts(shifts: Iterable[Shift]) -> dict[str, int]:
    """The number of each shift, by id, within its cash box from 1."""
    seen: Counter[str] = Counter()
    numbers = {}
    for shift in shifts:
        seen[shift.box] += 1
        numbers[shift.id] = seen[shift.box]
    return numbers


def _collect_boxes(event: EventReader, lines: Iterable[JournalLine]) -> tuple[BoxShift, ...]:
    moved: dict[tuple[str, int | None], Counter[EntryKind]] = defaultdict(Counter)
    for line in lines:
        if line.account == desk_cash(line.box):
            moved[line.box, line.shift][line.origin] += line.amount
    shifts = drawers.list_shifts(event)
    numbers, operators = number_shifts(shifts), settings.list_operators(event)
    sums = {one.shift: one for one in sum_shifts(event)}
    return tuple(
        BoxShift(
            box=shift.box,
            shift=numbers[shift.id],
            operator=operators.get(shift.operator, ""),
            opened_at=shift.opened_at,
            closed_at=shift.closed_at,
            opening=shift.opening.minor,
            received=cash[EntryKind.PAYMENT],
            refunded=-cash[EntryKind.REFUND],
            dropped=-cash[EntryKind.DROP] - cash[EntryKind.TOP_UP],
            expected=_expected(sums[shift.id]),
            counted=shift.counted.minor if shift.counted else None,
            reason=shift.reason,
        )
        for shift in shifts
        for cash in [moved[shift.box, numbers[shift.id]]]
    )


def _expected(sums: ShiftSums) -> int | None:
    """What must be in the box, but only once it is counted: a count is to be blind."""
    if sums.closed:
        return sums.expected
    return sums.moved if sums.fresh else None


def _collect_receipts(event: EventReader, lines: Iterable[JournalLine]) -> tuple[ReceiptLine, ...]:
    entries = {line.receipt: line.entry for line in lines if line.receipt}
    return tuple(
        ReceiptLine(
            label=receipt.label,
            at=receipt.at,
            payee=receipt.payee,
            amount=receipt.amount.minor,
            tender=Tender(receipt.tender),
            void=receipt.void,
            copies=receipt.copies,
            entry=entries.get(receipt.label),
        )
        for receipt in receipts.list_receipts(event)
    )


def _collect_vouchers(
    event: EventReader, wording: Wording, names: AccountNames
) -> tuple[VoucherLine, ...]:
    numbers = number_entries(event)
    channels = wording.table("channel")
    return tuple(
        VoucherLine(
            number=one.number,
            day=one.day,
            kind=one.kind.entry_kind,
            payee=one.payee,
            purpose=one.purpose,
            account=names.of(one.account),
            channel=channels[one.channel],
            amount=one.amount.minor,
            files=len(one.evidence),
            sha256=" ".join(evidence.sha256 for evidence in one.evidence),
            state=_state_of(one, wording),
            entry=numbers.get(one.id),
        )
        for one in vouchers.list_vouchers(event)
    )


def _state_of(one: Voucher, wording: Wording) -> str:
    if one.reversed:
        return wording.text("report", "taken_back")
    if one.no_receipt:
        return f"{wording.text('report', 'no_receipt')}: {one.no_receipt}"
    return wording.text("report", "evidence_missing") if one.lacks_evidence else ""


def _collect_bank(event: EventReader, wording: Wording) -> tuple[BankLine, ...]:
    states = wording.table("row_state")
    return tuple(
        BankLine(
            day=standing.row.date,
            text=standing.row.text,
            amount=standing.row.amount,
            balance=standing.row.balance,
            matched=standing.matched,
            left=standing.left,
            state=states[standing.state],
        )
        for standing in statements.list_rows(event, StatementAccount.BANK)
    )
