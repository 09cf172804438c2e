"""The part of the accounts check about vouchers, the settlement and the seal."""

from collections import Counter
from collections.abc import Iterator

from reception_app.domain.money import Money
from reception_app.domain.settlement import settle
from reception_app.services.findings import Finding, Level, naming
from reception_app.services.totals import EventTotals
from reception_app.storage import budget, settings, voucher_audit, vouchers
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import list_account_balances
from reception_app.storage.seals import list_seals


def check_settlement(event: EventReader, totals: EventTotals) -> Iterator[Finding]:
    """Whether the identity of the settlement report holds."""
    opening = budget.sum_opening(event)
    settlement = settle(list_account_balances(event), totals, opening)
    level = Level.OK if settlement.carried_on == settlement.total_held else Level.RED
    facts = {"left": settlement.carried_on, "held": settlement.total_held}
    yield Finding("settlement_identity", level, facts)


def check_vouchers(event: EventReader) -> Iterator[Finding]:
    """How the vouchers stand; nothing where there are none."""
    unlike = voucher_audit.find_unlike_their_entry(event)
    known = vouchers.list_vouchers(event)
    if not known and not unlike:
        return
    count, level = len(unlike) or len(known), Level.RED if unlike else Level.OK
    yield Finding("vouchers_match", level, {"n": count}, unlike)
    numbers = voucher_audit.list_voucher_numbers(event)
    twice = [number for number, times in Counter(numbers).items() if times > 1]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    odd = sorted({*twice, *missing})
    rows = tuple(one.id for one in known if one.number in twice)
    level = Level.WARNING if odd else Level.OK
    told = {"last": max(numbers, default=0), "which": naming(odd)}
    yield Finding("voucher_numbers", level, told, rows)
    lacking = [one for one in known if one.lacks_evidence]
    rows = tuple(one.id for one in lacking)
    level = Level.WARNING if lacking else Level.OK
    told = {"n": len(lacking), "which": naming(one.number for one in lacking)}
    yield Finding("evidence_complete", level, told, rows)
    currency = settings.find_event(event).currency
    for account, balance in voucher_audit.list_overdrawn(event):
        yield Finding(f"overdrawn_{account}", Level.WARNING, {"amount": Money(-balance, currency)})
    settled = voucher_audit.find_settled_too_much(event)
    level = Level.RED if settled else Level.OK
    yield Finding("settled_within", level, {"n": len(settled)}, settled)


def check_seal(event: EventReader) -> Iterator[Finding]:
    """Whether sealed books are as they were sealed; nothing where there is no seal."""
    if not list_seals(event):
        return
    changed = voucher_audit.find_changed_since_sealing(event)
    posted = voucher_audit.find_posted_while_sealed(event)
    rows = (*changed, *posted)
    facts = {"n": len(rows)}
    yield Finding("sealed_unchanged", Level.RED if rows else Level.OK, facts, posted)
