"""Queries over the journal: what is due, balances of accounts and guests, entries with postings."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.journal import (
    CARD_CLEARING,
    GUEST_RECEIVABLE,
    PAYPAY_CLEARING,
    CashTendered,
    Entry,
    EntryKind,
    Posting,
    Tender,
    tender_of,
)
from reception_app.domain.ledger import AccountBalance, GuestBalance
from reception_app.storage.event_file import EventReader, SQLiteValue

# What counts as charged, waived, paid or refunded is told by the kind of the entry, or of the
# entry a reversal takes back.
BALANCES = f"""
    SELECT p.guest AS guest,
        SUM(p.amount * (k.kind IN ('charge', 'cancellation'))) AS charged,
        -SUM(p.amount * (k.kind IN ('complimentary', 'write_off'))) AS waived,
        -SUM(p.amount * (k.kind IN ('payment', 'move', 'gift'))) AS paid,
        SUM(p.amount * (k.kind = 'refund')) AS refunded
    FROM posting p
    JOIN entry e ON e.id = p.entry
    JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
    WHERE p.account = '{GUEST_RECEIVABLE}'
    GROUP BY p.guest
"""
_ENTRY = (
    "SELECT id, kind, currency, guest, tender, tendered, change, box, shift, reverses, reason,"
    " at, operator FROM entry"
)


_TENDER_ACCOUNTS = {
    "paypay": PAYPAY_CLEARING, "card": CARD_CLEARING, "receivable": GUEST_RECEIVABLE,
}  # fmt: skip
_GIFTS_BY_TENDER = """
    SELECT k.tender, SUM(p.amount) FROM entry e
    JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
    JOIN posting p ON p.entry = e.id AND +p.account = :receivable
    WHERE k.kind = 'gift' GROUP BY k.tender
"""


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """An entry as it stands in the journal: when and by which operator it was posted."""

    entry: Entry
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class GuestAccount:
    """A guest's balance with what totals are grouped by; `category` is a code, maybe empty."""

    guest: str
    category: str
    arrived: bool
    balance: GuestBalance


@dataclass(frozen=True, slots=True)
class StandingCharge:
    """What a guest is charged, in minor units, and since when: the time of the first such charge.

    A fee that was changed since then still has the price of the day the guest became liable.
    """

    amount: int
    liable_since: datetime


def due_of(event: EventReader, guest: str) -> int:
    """What a guest owes now, in minor units; negative when overpaid."""
    return int(
        event.db.execute(
            "SELECT COALESCE(SUM(amount), 0) FROM posting WHERE guest = ? AND account = ?",
            (guest, GUEST_RECEIVABLE),
        ).get
    )


def find_balance(event: EventReader, guest: str) -> GuestBalance:
    """What a guest was charged, waived, paid and refunded."""
    query = BALANCES.replace("GROUP BY", "AND p.guest = ? GROUP BY")
    row = event.db.execute(query, (guest,)).fetchone()
    return GuestBalance(*row[1:]) if row else GuestBalance()


def list_guest_accounts(event: EventReader) -> tuple[GuestAccount, ...]:
    """The balance of every guest who was ever charged or paid, by number."""
    rows = event.db.execute(
        f"""
        SELECT b.guest, COALESCE(guest.category, ''), guest.admission IS NOT NULL,
            b.charged, b.waived, b.paid, b.refunded
        FROM ({BALANCES}) b LEFT JOIN guest ON guest.id = b.guest
        ORDER BY guest.number, b.guest
        """
    )
    return tuple(
        GuestAccount(str(guest), str(category), bool(arrived), GuestBalance(*sums))
        for guest, category, arrived, *sums in rows
    )


def find_entry(event: EventReader, entry_id: str) -> PostedEntry | None:
    """The entry of this id."""
    row = event.db.execute(f"{_ENTRY} WHERE id = ?", (entry_id,)).fetchone()
    return _posted(event, row) if row else None


def list_standing(event: EventReader, guest: str, kind: EntryKind) -> tuple[PostedEntry, ...]:
    """The entries of one kind about a guest that were not taken back, in the order posted."""
    query = f"""
        {_ENTRY} WHERE guest = ? AND kind = ?
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = entry.id)
        ORDER BY stamp
    """
    return tuple(_posted(event, row) for row in event.db.execute(query, (guest, kind)))


def list_standing_charges(event: EventReader) -> dict[str, StandingCharge]:
    """By guest, the charge that was not taken back."""
    rows = event.db.execute(
        """
        SELECT charge.guest, -SUM(p.amount), (
            SELECT first.at FROM entry first
            WHERE first.guest = charge.guest AND first.kind = 'charge' AND first.stamp > COALESCE(
                (SELECT MAX(stamp) FROM guest_status s
                 WHERE s.guest = charge.guest AND s.status = 'accepted'), '')
            ORDER BY first.stamp LIMIT 1)
        FROM entry charge JOIN posting p ON p.entry = charge.id AND p.account <> ?
        WHERE charge.kind = 'charge'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = charge.id)
        GROUP BY charge.id
        """,
        (GUEST_RECEIVABLE,),
    )
    return {
        str(guest): StandingCharge(int(amount), datetime.fromisoformat(str(liable_since)))
        for guest, amount, liable_since in rows
    }


def find_standing_charge(event: EventReader, guest: str) -> PostedEntry | None:
    """The charge of this guest that was not taken back."""
    query = f"""
        {_ENTRY} WHERE guest = ? AND kind = 'charge'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = entry.id)
        ORDER BY stamp DESC
    """
    row = event.db.execute(query, (guest,)).fetchone()
    return _posted(event, row) if row else None


def find_payment_because(event: EventReader, guest: str, reason: str) -> PostedEntry | None:
    """The payment of this guest that stands and was posted for this reason."""
    query = f"""
        {_ENTRY} WHERE guest = ? AND kind = 'payment' AND reason = ?
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = entry.id)
        ORDER BY stamp
    """
    row = event.db.execute(query, (guest, reason)).fetchone()
    return _posted(event, row) if row else None


def find_last_tender(event: EventReader, guest: str) -> Tender | None:
    """The tender of a guest's last payment that stands; of a mixed one, what brought the most."""
    query = """
        SELECT e.id, e.tender FROM entry e
        WHERE e.kind = 'payment'
            AND EXISTS (SELECT 1 FROM posting p WHERE p.entry = e.id AND p.guest = :guest)
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
        ORDER BY e.stamp DESC LIMIT 1
    """
    row = event.db.execute(query, {"guest": guest}).fetchone()
    if row is None:
        return None
    entry, tender = str(row[0]), Tender(str(row[1]))
    if tender is not Tender.MIXED:
        return tender
    posted = find_entry(event, entry)
    assert posted is not None
    brought = {tender_of(p.account): p.amount for p in posted.entry.postings}
    return max((one for one in brought if one is not None), key=lambda one: brought[one])


def is_reversed(event: EventReader, entry_id: str) -> bool:
    """Whether a reversal of this entry is posted."""
    return bool(event.db.execute("SELECT 1 FROM entry WHERE reverses = ?", (entry_id,)).fetchone())


def count_entries(event: EventReader) -> int:
    """How many entries the journal has; none ever goes."""
    return int(event.db.execute("SELECT COALESCE(MAX(rowid), 0) FROM entry").get)


def list_entries(event: EventReader) -> tuple[PostedEntry, ...]:
    """The whole journal in the order it was posted."""
    # All postings at once: asking for each entry's takes three times as long.
    postings: dict[str, list[Posting]] = defaultdict(list)
    rows = event.db.execute(
        "SELECT entry, account, amount, guest FROM posting ORDER BY entry, line"
    )
    for entry, account, amount, guest in rows:
        postings[str(entry)].append(Posting(account, amount, guest))
    return tuple(
        _entry(row, tuple(postings[str(row[0])]))
        for row in event.db.execute(f"{_ENTRY} ORDER BY stamp")
    )


def list_account_balances(event: EventReader) -> tuple[AccountBalance, ...]:
    """Debits and credits of every account that was ever posted to, by account."""
    rows = event.db.execute(
        """
        SELECT account, SUM(MAX(amount, 0)), -SUM(MIN(amount, 0))
        FROM posting GROUP BY account ORDER BY account
        """
    )
    return tuple(AccountBalance(*row) for row in rows)


def balance_of(event: EventReader, account: str) -> int:
    """Debits minus credits of one account, in minor units."""
    query = "SELECT COALESCE(SUM(amount), 0) FROM posting WHERE account = ?"
    return int(event.db.execute(query, (account,)).get)


def list_balances_by_guest(event: EventReader, account: str) -> dict[str | None, int]:
    """The balance of an account by the guest its postings name, in minor units; None for nobody."""
    query = "SELECT guest, SUM(amount) FROM posting WHERE account = ? GROUP BY guest"
    return {_text(guest): int(amount) for guest, amount in event.db.execute(query, (account,))}


def list_unbalanced(event: EventReader) -> tuple[str, ...]:
    """Ids of entries that do not sum to zero over two postings or more; there must be none."""
    rows = event.db.execute(
        "SELECT entry FROM posting GROUP BY entry HAVING COUNT(*) < 2 OR SUM(amount) <> 0"
    )
    return tuple(str(row[0]) for row in rows)


def sum_by_tender(event: EventReader) -> dict[Tender, int]:
    """What guests paid by each tender, corrections taken off, in minor units.

    A payment counts for the tenders whose accounts it grew; what it paid beyond them, such as a
    transfer's fee the bank withheld, is the transfer's. What became a gift since is no fee any
    more, and is taken off the tender its entry names.
    """
    rows = event.db.execute(
        """
        SELECT COALESCE(SUM(p.amount) FILTER (WHERE p.account GLOB '1000*'), 0),
            COALESCE(SUM(p.amount) FILTER (WHERE p.account = :paypay), 0),
            COALESCE(SUM(p.amount) FILTER (WHERE p.account = :card), 0),
            -COALESCE(SUM(p.amount) FILTER (WHERE p.account = :receivable), 0)
        FROM entry e
        JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
        JOIN posting p ON p.entry = e.id
        WHERE k.kind = 'payment'
        """,
        _TENDER_ACCOUNTS,
    )
    cash, paypay, card, paid = rows.get
    sums = {
        Tender.CASH: cash,
        Tender.PAYPAY: paypay,
        Tender.CARD: card,
        Tender.TRANSFER: paid - cash - paypay - card,
    }
    used = {str(row[0]) for row in event.db.execute("SELECT DISTINCT tender FROM entry")}
    for tender, given in event.db.execute(_GIFTS_BY_TENDER, {"receivable": GUEST_RECEIVABLE}):
        sums[Tender(tender)] -= given
    return {tender: int(amount) for tender, amount in sums.items() if amount or tender in used}


def _posted(event: EventReader, row: tuple[SQLiteValue, ...]) -> PostedEntry:
    postings = event.db.execute(
        "SELECT account, amount, guest FROM posting WHERE entry = ? ORDER BY line", (row[0],)
    )
    return _entry(row, tuple(Posting(*posting) for posting in postings))


def _entry(row: tuple[SQLiteValue, ...], postings: tuple[Posting, ...]) -> PostedEntry:
    (entry_id, kind, currency, guest, tender, tendered, change, box, shift, reverses, reason, at,
     operator) = row  # fmt: skip
    entry = Entry(
        id=str(entry_id),
        kind=EntryKind(str(kind)),
        currency=str(currency),
        postings=postings,
        guest=_text(guest),
        tender=Tender(str(tender)) if tender else None,
        cash=None if tendered is None else CashTendered(int(str(tendered)), int(str(change))),
        box=_text(box),
        shift=_text(shift),
        reverses=_text(reverses),
        reason=str(reason),
    )
    return PostedEntry(entry, datetime.fromisoformat(str(at)), str(operator))


def _text(value: SQLiteValue) -> str | None:
    return None if value is None else str(value)
