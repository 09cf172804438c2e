"""The books are guarded by the database itself, on the app's own connection too."""

from datetime import date

import apsw
import pytest
from evening import Evening
from notation import at, yen

from reception_app.documents.evidence_file import EvidenceFile
from reception_app.domain.drawer import Count
from reception_app.domain.event import Desk
from reception_app.domain.facts import (
    EventSealed,
    EventUnsealed,
    EvidenceWithdrawn,
    ReceiptReprinted,
    ReceiptVoided,
)
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.voucher import Channel, NewVoucher, VoucherKind
from reception_app.services import drawers
from reception_app.services.evidence import record_evidence
from reception_app.services.vouchers import record_voucher
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import list_entries

A_COLUMN = {
    "fact": "actor", "entry": "reason", "posting": "account", "receipt": "tender",
    "voucher": "payee", "evidence": "name", "stored_file": "sha256", "event_seal": "operator",
    "event_unsealed": "reason", "shift": "operator", "shift_count": "operator",
    "shift_closed": "reason",
}  # fmt: skip
GUARDED = tuple(A_COLUMN)


@pytest.fixture
def books(evening: Evening) -> EventFile:
    """Books in which everything that is posted was posted once."""
    event, desk = evening.file, Desk("B", evening.desk.operator)
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"))
    drawers.open_box(event, yen(1000), desk=desk, now=at("20:00"))
    drawers.count_box(event, Count("JPY", ((1000, 1),)), desk=desk, now=at("21:00"))
    drawers.close_box(event, "", desk=desk, now=at("21:01"))
    order = NewVoucher(
        new_id(), VoucherKind.EXPENSE, date(2026, 11, 14), yen(500), Channel.SAFE, "5200"
    )
    with event.act(now=at("21:10"), actor="") as act:
        record_voucher(event, act, order)
        picture = EvidenceFile("a.jpg", "image/jpeg", b"\xff\xd8\xff")
        record_evidence(event, act, order.id, picture)
        balances = {"1050": 0}
        act.record(EventSealed(seal="s", version=1, entries=1, balances=balances))
        act.record(EventUnsealed(seal="s", reason="x"))
        act.record(ReceiptReprinted(receipt="r"))
        act.record(ReceiptVoided(receipt="r", reason="x"))
        act.record(EvidenceWithdrawn(evidence="e", reason="x"))
    return event


def post(
    books: EventFile, entry: str, *amounts: object, account: str = "5100", **columns: object
) -> None:
    """Post an entry by raw SQL, as nobody should."""
    values: dict[str, object] = {
        "id": entry, "kind": "payment", "currency": "JPY", "at": "2026-11-14T19:00:00+00:00",
        "stamp": "z", "operator": "", "reason": "", **columns,
    }  # fmt: skip
    with books.db:
        for line, amount in enumerate(amounts):
            books.db.execute(
                "INSERT INTO posting VALUES (?, ?, ?, ?, NULL)",
                (entry, line, account, amount),
            )
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        books.db.execute(
            f"INSERT INTO entry ({names}) VALUES ({marks})",  # noqa: S608 - our own names
            values,
        )


@pytest.mark.parametrize("table", GUARDED)
def test_rows_are_never_updated(books: EventFile, table: str) -> None:
    """UPDATE is refused."""
    with pytest.raises(apsw.ConstraintError, match="never changed"):
        books.db.execute(f"UPDATE {table} SET {A_COLUMN[table]} = 'x'")  # noqa: S608


@pytest.mark.parametrize("table", [*GUARDED, "receipt_voided", "evidence_withdrawn"])
def test_rows_are_never_deleted(books: EventFile, table: str) -> None:
    """DELETE is refused."""
    with pytest.raises(apsw.ConstraintError, match="never deleted"):
        books.db.execute(f"DELETE FROM {table}")  # noqa: S608


@pytest.mark.parametrize("table", [*GUARDED, "receipt_voided", "evidence_withdrawn"])
def test_rows_are_never_replaced(books: EventFile, table: str) -> None:
    """INSERT OR REPLACE, which walks around delete triggers elsewhere, is refused."""
    before = books.db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608

    with pytest.raises(apsw.ConstraintError):
        books.db.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608

    assert books.db.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608


def test_closings_are_never_changed(evening: Evening) -> None:
    """A closed shift can't be opened again by raw SQL."""
    evening.open_box(0)
    drawers.count_box(evening.file, Count("JPY", ()), desk=evening.desk, now=at("22:00"))
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("22:01"))

    for statement in ("DELETE FROM shift_closed", "UPDATE shift_closed SET counted = 1"):
        with pytest.raises(apsw.ConstraintError):
            evening.file.db.execute(statement)


@pytest.mark.parametrize(
    "amounts", [(100, -99), (100,), (), (0, 0)], ids=["off by one", "one-sided", "empty", "zero"]
)
def test_entry_that_does_not_balance_is_refused(books: EventFile, amounts: tuple[int, ...]) -> None:
    """An entry is two postings or more that sum to zero, none of them nothing."""
    with pytest.raises(apsw.ConstraintError):
        post(books, "crooked", *amounts)


@pytest.mark.parametrize("amount", [1.5, "many", None])
def test_amount_that_is_no_whole_number_is_refused(books: EventFile, amount: object) -> None:
    """Half a yen cannot be stored."""
    with pytest.raises(apsw.ConstraintError):
        post(books, "half", amount, -1)


def test_posting_after_its_entry_is_refused(books: EventFile) -> None:
    """A posted entry gets no further line."""
    with pytest.raises(apsw.ConstraintError, match="posted already"):
        books.db.execute("INSERT INTO posting SELECT id, 9, '5100', 1, NULL FROM entry")


def test_posting_without_entry_is_refused(books: EventFile) -> None:
    """A line that belongs to no entry does not outlast its transaction."""
    with pytest.raises(apsw.ConstraintError):
        books.db.execute("INSERT INTO posting VALUES ('nowhere', 0, '5100', 1, NULL)")


def test_receivable_belongs_to_a_guest(books: EventFile) -> None:
    """Nobody owes in nobody's name: guests' balances are account 1300."""
    with pytest.raises(apsw.ConstraintError):
        post(books, "nobody", 100, -100, account="1300")


def test_entry_in_other_currency_is_refused(books: EventFile) -> None:
    """One event has one currency."""
    with pytest.raises(apsw.ConstraintError, match="currency"):
        post(books, "dollars", 100, -100, currency="USD")


def test_cash_outside_a_shift_is_refused(books: EventFile) -> None:
    """Cash of a box moves in a shift only, or the box could not be counted."""
    with pytest.raises(apsw.ConstraintError, match="shift"):
        post(books, "loose", 100, -100, account="1000-A")


def test_entry_in_closed_shift_is_refused(evening: Evening) -> None:
    """Nothing is dated into a closed shift."""
    evening.open_box(0)
    drawers.count_box(evening.file, Count("JPY", ()), desk=evening.desk, now=at("22:00"))
    shift = drawers.close_box(evening.file, "", desk=evening.desk, now=at("22:01"))

    with pytest.raises(apsw.ConstraintError, match="closed"):
        post(evening.file, "late", 100, -100, shift=shift.id)


def _payment(books: EventFile) -> tuple[str, int, str | None]:
    paid = next(p.entry for p in list_entries(books) if p.entry.kind is EntryKind.PAYMENT)
    assert paid.tender is Tender.CASH
    return paid.id, paid.postings[0].amount, paid.shift


def test_reversal_that_does_not_mirror_is_refused(books: EventFile) -> None:
    """A correction takes back exactly what it corrects."""
    paid, amount, shift = _payment(books)

    with pytest.raises(apsw.ConstraintError, match="mirrors"):
        post(books, "part", -amount + 1, amount - 1, shift=shift, reverses=paid, kind="reversal")


def test_reversal_of_nothing_is_refused(books: EventFile) -> None:
    """What is corrected must be on record."""
    with pytest.raises(apsw.ConstraintError):
        post(books, "ghost", 100, -100, reverses="nothing", kind="reversal")


def _reverse(books: EventFile, entry: str, of: str, shift: str | None) -> None:
    with books.db:
        books.db.execute(
            "INSERT INTO posting SELECT ?, line, account, -amount, guest FROM posting"
            " WHERE entry = ?",
            (entry, of),
        )
        books.db.execute(
            "INSERT INTO entry (id, kind, currency, at, stamp, operator, shift, reverses, reason)"
            " VALUES (?, 'reversal', 'JPY', '', 'z', '', ?, ?, 'x')",
            (entry, shift, of),
        )


def test_entry_is_reversed_once(books: EventFile) -> None:
    """A second correction of one entry is refused."""
    paid, _, shift = _payment(books)
    _reverse(books, "first", paid, shift)

    with pytest.raises(apsw.ConstraintError):
        _reverse(books, "second", paid, shift)


def test_reversal_is_not_reversible(books: EventFile) -> None:
    """A correction is not corrected: post anew."""
    paid, _, shift = _payment(books)
    _reverse(books, "first", paid, shift)

    with pytest.raises(apsw.ConstraintError, match="mirrors"):
        _reverse(books, "back", "first", shift)


@pytest.mark.parametrize("number", [1, 3, 0, -1], ids=["again", "gap", "zero", "negative"])
def test_receipt_numbers_are_one_to_n(books: EventFile, number: int) -> None:
    """After number 1 comes 2 and nothing else."""
    with pytest.raises(apsw.ConstraintError):
        books.db.execute(
            "INSERT INTO receipt VALUES ('r', 'K', 'A', ?, 'e', NULL, '', 1, 'cash', '')",
            (number,),
        )


def test_payee_of_a_receipt_can_be_erased(books: EventFile) -> None:
    """A person may be erased from a receipt; its number and amount stay."""
    books.db.execute("UPDATE receipt SET payee = ''")

    assert books.db.execute("SELECT payee, amount FROM receipt").fetchall() == [("", 8000)]
