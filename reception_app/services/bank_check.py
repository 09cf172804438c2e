"""The statements' part of the accounts check: banks and providers against the books."""

from collections.abc import Iterator

from reception_app.domain.money import Money
from reception_app.domain.statement import StatementAccount
from reception_app.services.findings import Finding, Level
from reception_app.services.payouts import PROVIDERS, pair_transactions
from reception_app.storage import provider_payments, settings, statement_audit, statements
from reception_app.storage.event_file import EventReader


def check_bank(event: EventReader) -> Iterator[Finding]:
    """How the bank's statements and the books stand; nothing where no statement was taken in."""
    sums = statement_audit.sum_bank(event)
    if sums is None:
        return
    currency = settings.find_event(event).currency
    wrong = statement_audit.find_wrongly_matched(event)
    yield Finding("rows_matched", Level.RED if wrong else Level.OK, {"n": len(wrong)}, wrong)
    facts = {
        "ledger": Money(sums.ledger, currency),
        "carried": Money(sums.carried, currency),
        "rows": Money(sums.rows, currency),
        "open": Money(sums.unmatched - sums.ignored, currency),
        "ignored": Money(sums.ignored, currency),
        "difference": Money(sums.without_row, currency),
    }
    level = Level.WARNING if sums.without_row else Level.OK
    if sums.from_rows != sums.rows - sums.unmatched:
        level = Level.RED
    yield Finding("bank_book", level, facts)
    if sums.opening is not None and sums.closing is not None:
        facts = {
            "opening": Money(sums.opening, currency),
            "rows": Money(sums.rows, currency),
            "closing": Money(sums.closing, currency),
            "difference": Money(sums.gap, currency),
        }
        yield Finding("statements_join", Level.WARNING if sums.gap else Level.OK, facts)


def check_providers(event: EventReader) -> Iterator[Finding]:
    """How the providers' lists and payouts stand; nothing where there are none."""
    currency = settings.find_event(event).currency
    for account in PROVIDERS:
        listed = list(_list_of(event, account))
        yield from listed
        passed_over = provider_payments.list_passed_over(event, account)
        if not listed and not passed_over:
            continue
        outstanding = provider_payments.list_outstanding(event, account)
        facts = {
            "amount": Money(sum(one.amount for one in outstanding), currency),
            "passed_over": Money(sum(one.amount for one in passed_over), currency),
        }
        level = Level.WARNING if passed_over else Level.OK
        rows = tuple(one.entry for one in passed_over)
        yield Finding(f"{account.value}_payouts", level, facts, rows)


def _list_of(event: EventReader, account: StatementAccount) -> Iterator[Finding]:
    """Whether a provider's list and the books name the same payments on the days of the list."""
    days = [standing.row.date for standing in statements.list_rows(event, account)]
    if not days:
        return
    pairs = pair_transactions(event, account)
    only_in_books = tuple(
        one.entry
        for one in pairs.not_at_provider
        if min(days) <= one.at.astimezone().date() <= max(days)
    )
    facts = {"listed": len(pairs.not_in_books), "booked": len(only_in_books)}
    level = Level.WARNING if pairs.not_in_books or only_in_books else Level.OK
    rows = (*(one.row for one in pairs.not_in_books), *only_in_books)
    yield Finding(f"{account.value}_list", level, facts, rows)
