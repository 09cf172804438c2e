"""The bank's part of the accounts check: statements against the books, in plain words."""

from collections.abc import Iterator

from reception_app.domain.money import Money
from reception_app.services.findings import Finding, Level
from reception_app.storage import settings, statement_audit
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
