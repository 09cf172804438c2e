"""The accounts check 会計チェック: each rule the books must keep, tried on what is in the file.

Two rules have no check because they cannot be broken: a guest's payment status is computed from the
balance and stored nowhere, and every figure on screen and paper comes from `totals.event_totals`.
"""

from collections.abc import Iterator
from itertools import groupby

from reception_app.domain.journal import (
    BANK,
    GIFTS,
    GUEST_RECEIVABLE,
    SINGLE_TENDERS,
    TRANSFER_FEES,
    UNIDENTIFIED_RECEIPTS,
    Tender,
    money_account,
)
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.services.bank_check import check_bank, check_providers
from reception_app.services.books_check import check_seal, check_settlement, check_vouchers
from reception_app.services.findings import Finding, Level, naming
from reception_app.services.totals import EventTotals, event_totals
from reception_app.storage import audit, fact_journal, settings
from reception_app.storage.audit import ShiftSums
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import balance_of
from reception_app.storage.recorded_journal import RecordedJournal, read_recorded


def check_accounts(event: EventReader) -> tuple[Finding, ...]:
    """Every rule of the books with how it stands, most important first."""
    totals, recorded = event_totals(event), read_recorded(event)
    told = (
        _entries_balance(event), _guest_balances(event), _balances_explained(event, totals),
        _receipts_complete(event), _receipts_match(event), _boxes(event), _cash_in_shifts(event),
        _closed_shifts(event), _change_given(event), _tender_accounts(event),
        _refunds_covered(event), check_bank(event), check_providers(event),
        check_settlement(event, totals), check_vouchers(event), check_seal(event),
        _ledger_zero(event), _as_recorded(event, recorded), _chain(event),
    )  # fmt: skip
    return tuple(finding for findings in told for finding in findings)


def check_box(sums: ShiftSums, currency: str) -> Finding:
    """How one shift at a cash box stands; the expected cash stays hidden until it is counted."""
    expected = sums.moved
    taken_over = sums.opening if sums.taken_over is None else sums.taken_over
    floated_right = (
        sums.opening == sums.floated and sums.opening_difference == sums.opening - taken_over
    )
    if sums.closed:
        assert sums.counted is not None
        right = (
            floated_right
            and sums.expected == expected
            and sums.over_short == sums.counted - expected
            and sums.carried_off == sums.counted
        )
        posted = Money(sums.over_short, currency)
        if right and posted:
            facts = {"box": sums.box, "difference": posted}
            return Finding("box_over_short", Level.OK, facts, (sums.shift,))
    else:
        if sums.counted is None or not sums.fresh:
            return Finding("box_not_counted", Level.WARNING, {"box": sums.box}, (sums.shift,))
        right = floated_right and not sums.over_short and not sums.carried_off
        found = Money(sums.counted - expected, currency)
        if right and found:
            facts = {"box": sums.box, "difference": found}
            return Finding("box_difference", Level.WARNING, facts, (sums.shift,))
    level = Level.OK if right else Level.RED
    return Finding("box_agrees", level, {"box": sums.box}, (sums.shift,))


def _entries_balance(event: EventReader) -> Iterator[Finding]:
    yield _entries(event, "entries_balance", audit.find_unbalanced(event))


def _guest_balances(event: EventReader) -> Iterator[Finding]:
    currency = settings.find_event(event).currency
    guests = Money(audit.sum_of_guests(event), currency)
    receivable = Money(balance_of(event, GUEST_RECEIVABLE), currency)
    rows = audit.find_owed_by_nobody(event)
    level = Level.OK if guests == receivable and not rows else Level.RED
    yield Finding("guest_balances", level, {"guests": guests, "receivable": receivable}, rows)


def _balances_explained(event: EventReader, totals: EventTotals) -> Iterator[Finding]:
    rows = audit.find_unexplained_balances(event)
    computed = totals.charged - totals.waived - totals.paid + totals.refunded
    level = Level.OK if computed == totals.open and not rows else Level.RED
    facts = {"open": totals.open, "which": _guest_numbers(event, rows)}
    yield Finding("balances_explained", level, facts, rows)


def _receipts_complete(event: EventReader) -> Iterator[Finding]:
    for series in audit.list_receipt_series(event):
        facts = {
            "first": f"{series.box}-{1:04}",
            "last": f"{series.last:04}",
            "box": series.box,
            "n": len(series.missing) or series.issued,
            "which": naming(f"{number:04}" for number in series.missing),
        }
        rows = tuple(f"{series.box}-{number:04}" for number in series.missing)
        yield Finding("receipts_complete", Level.RED if rows else Level.OK, facts, rows)


def _receipts_match(event: EventReader) -> Iterator[Finding]:
    wrong = {
        *audit.find_without_receipt(event),
        *audit.find_receipts_with_other_amount(event),
    }
    yield _entries(event, "receipts_match", tuple(sorted(wrong)))


def _boxes(event: EventReader) -> Iterator[Finding]:
    currency = settings.find_event(event).currency
    findings = [check_box(sums, currency) for sums in audit.sum_shifts(event)]
    # One line a box: what is wrong in any of its shifts, or else how the last one stands.
    for _, shifts in groupby(findings, key=lambda finding: str(finding.facts["box"])):
        *earlier, last = shifts
        yield from (finding for finding in earlier if finding.level is not Level.OK)
        yield last


def _cash_in_shifts(event: EventReader) -> Iterator[Finding]:
    yield _entries(event, "cash_in_shifts", audit.find_cash_outside_shifts(event))


def _closed_shifts(event: EventReader) -> Iterator[Finding]:
    yield _entries(event, "closed_shifts", audit.find_added_after_closing(event))


def _change_given(event: EventReader) -> Iterator[Finding]:
    yield _entries(event, "change_given", audit.find_wrong_change(event))


def _tender_accounts(event: EventReader) -> Iterator[Finding]:
    wrong = tuple(
        f"{tender} {account}"
        for tender, account, amount in audit.sum_payments_by_account(event)
        if amount and split_account(account)[0] not in _accounts_of(tender)
    )
    level = Level.RED if wrong else Level.OK
    yield Finding("tender_accounts", level, {"which": naming(wrong)}, wrong)


def _accounts_of(tender: Tender) -> set[str]:
    parts = SINGLE_TENDERS if tender is Tender.MIXED else (tender,)
    accounts = {GUEST_RECEIVABLE, *(split_account(money_account(p, "A"))[0] for p in parts)}
    if tender is Tender.TRANSFER:
        accounts |= {BANK, TRANSFER_FEES, GIFTS, UNIDENTIFIED_RECEIPTS}
    return accounts


def _refunds_covered(event: EventReader) -> Iterator[Finding]:
    rows = audit.find_refunded_too_much(event)
    facts = {"n": len(rows), "which": _guest_numbers(event, rows)}
    yield Finding("refunds_covered", Level.RED if rows else Level.OK, facts, rows)


def _ledger_zero(event: EventReader) -> Iterator[Finding]:
    currency = settings.find_event(event).currency
    rest, rows = audit.sum_of_ledger(event), audit.find_in_other_currency(event)
    level = Level.RED if rest or rows else Level.OK
    yield Finding("ledger_zero", level, {"rest": Money(rest, currency)}, rows)


def _as_recorded(event: EventReader, recorded: RecordedJournal) -> Iterator[Finding]:
    yield _entries(event, "whole_amounts", recorded.fractions)
    yield _entries(event, "recorded_once", recorded.twice)
    yield _entries(event, "entries_unchanged", recorded.changed)


def check_chain(event: EventReader) -> Finding:
    """Whether every desk's chain of facts is whole and unchanged 改ざん検査."""
    broken = fact_journal.broken_link(event.db)
    if broken is None:
        return Finding("chain", Level.OK, {"n": fact_journal.count_facts(event.db)})
    facts = {"number": broken.seq, "time": broken.at[:16].replace("T", " ")}
    return Finding("chain", Level.RED, facts, (broken.id,))


def _chain(event: EventReader) -> Iterator[Finding]:
    yield check_chain(event)


def _entries(event: EventReader, code: str, wrong: tuple[str, ...]) -> Finding:
    """The finding about entries that break a rule, named by their number in the journal."""
    if not wrong:
        return Finding(code, Level.OK, {"n": audit.count_entries(event)})
    numbers = audit.number_entries(event)
    named = naming(sorted(numbers[entry] for entry in wrong if entry in numbers)) or "?"
    return Finding(code, Level.RED, {"n": len(wrong), "which": named}, wrong)


def _guest_numbers(event: EventReader, rows: tuple[str, ...]) -> str:
    if not rows:
        return ""
    numbers = audit.number_guests(event)
    return naming(sorted(numbers[guest] for guest in rows if guest in numbers)) or "?"
