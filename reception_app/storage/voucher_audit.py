"""Queries that hold vouchers, organizers' accounts and seals against the journal."""

from reception_app.domain.journal import (
    ADVANCES,
    BANK,
    OWED_TO_ORGANIZERS,
    PREPAID,
    SAFE,
    VENDORS,
)
from reception_app.storage.event_file import EventReader
from reception_app.storage.seals import balances_until, list_seals

_KINDS = (
    "expense", "income", "repayment", "advance", "advance_back", "prepayment", "bill",
    "bank_deposit",
)  # fmt: skip


def find_unlike_their_entry(event: EventReader) -> tuple[str, ...]:
    """Vouchers without their entry, and entries that want a voucher and have none or another."""
    marks = ", ".join("?" * len(_KINDS))
    rows = event.db.execute(
        f"""
        SELECT v.entry FROM voucher v LEFT JOIN entry e ON e.id = v.entry
        WHERE e.id IS NULL OR e.kind <> v.kind
            OR NOT EXISTS (
                SELECT 1 FROM posting p WHERE p.entry = v.entry AND +p.account = v.account)
        UNION SELECT e.id FROM entry e LEFT JOIN voucher v ON v.entry = e.id
        WHERE e.kind IN ({marks}) AND v.entry IS NULL
        """,
        _KINDS,
    )
    return tuple(str(row[0]) for row in rows)


def list_voucher_numbers(event: EventReader) -> tuple[int, ...]:
    """The numbers of all vouchers in order, as often as they were given."""
    return tuple(int(row[0]) for row in event.db.execute("SELECT number FROM voucher ORDER BY 1"))


def find_settled_too_much(event: EventReader) -> tuple[str, ...]:
    """Accounts of organizers, prepayments and bills of which more was settled than there was."""
    rows = event.db.execute(
        """
        SELECT account, SUM(amount) FROM posting
        WHERE SUBSTR(account, 1, 4) IN (?, ?, ?, ?) GROUP BY account HAVING SUM(amount) <> 0
        """,
        (OWED_TO_ORGANIZERS, VENDORS, ADVANCES, PREPAID),
    )
    return tuple(
        str(account)
        for account, balance in rows
        if (int(balance) > 0) is str(account).startswith((OWED_TO_ORGANIZERS, VENDORS))
    )


def list_overdrawn(event: EventReader) -> tuple[tuple[str, int], ...]:
    """Safe and bank where more went out than was ever there, with their balance, minor units."""
    rows = event.db.execute(
        "SELECT account, SUM(amount) FROM posting WHERE account IN (?, ?)"
        " GROUP BY account HAVING SUM(amount) < 0",
        (SAFE, BANK),
    )
    return tuple((str(account), int(balance)) for account, balance in rows)


def find_changed_since_sealing(event: EventReader) -> tuple[str, ...]:
    """Seals that noted other books than those that stand before them now."""
    return tuple(
        seal.id
        for seal in list_seals(event)
        if balances_until(event, seal.stamp) != (seal.entries, seal.balances)
    )


def find_posted_while_sealed(event: EventReader) -> tuple[str, ...]:
    """Entries that were posted while a seal held."""
    rows = event.db.execute(
        """
        SELECT DISTINCT e.id FROM event_seal s JOIN entry e ON e.stamp > s.stamp
        WHERE NOT EXISTS (
            SELECT 1 FROM event_unsealed u WHERE u.seal = s.seal AND u.stamp < e.stamp)
        """
    )
    return tuple(str(row[0]) for row in rows)
