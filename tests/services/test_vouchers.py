"""Vouchers: each kind of money going out and coming in, to zero, and what is refused."""

from datetime import date

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain import journal
from reception_app.domain.drawer import BoxNotOpen
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import ActAlreadyRecorded, AlreadyReversed
from reception_app.domain.voucher import (
    CHANNELS,
    AboveBalance,
    AccountMissing,
    AccountNotForVouchers,
    Channel,
    ChannelNotPossible,
    NewVoucher,
    NothingToBook,
    OrganizerMissing,
    SettledMissing,
    Voucher,
    VoucherKind,
    bill,
    organizer_advance,
    organizer_debt,
    prepayment,
)
from reception_app.services.accounts_check import check_accounts
from reception_app.services.bank_transit import NothingUnderWay, confirm_arrival
from reception_app.services.findings import Level
from reception_app.services.posting import ReasonMissing
from reception_app.services.vouchers import (
    OrganizerNameMissing,
    VoucherInUse,
    book_voucher,
    correct_voucher,
    explain_missing_receipt,
    left_of,
    organizer_named,
)
from reception_app.storage import vouchers
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import balance_of, find_entry

DAY = date(2026, 11, 10)


@pytest.fixture
def organizer(evening: Evening) -> str:
    """An organizer."""
    return organizer_named(evening.file, "高橋 幹事", now=at("12:00"), operator="")


def book(
    evening: Evening, kind: VoucherKind, amount: int, channel: Channel, **more: str
) -> Voucher:
    """Book a voucher; an expense is for printing, an income a sponsor's."""
    account = {VoucherKind.EXPENSE: "5200", VoucherKind.INCOME: "4300"}.get(kind, "")
    order = NewVoucher(
        id=more.pop("voucher", "") or new_id(), kind=kind, day=DAY, amount=yen(amount),
        channel=channel, account=more.pop("account", account), **more,
    )  # fmt: skip
    return book_voucher(evening.file, order, now=at("13:00"), operator=evening.desk.operator)


def books_are_right(evening: Evening) -> bool:
    """Whether no check is red."""
    return all(f.level is not Level.RED for f in check_accounts(evening.file))


@pytest.mark.parametrize(
    ("channel", "account"),
    [(Channel.SAFE, "1050"), (Channel.BANK, "1150"), (Channel.BOX, "1000-A")],
)
def test_an_expense_is_taken_from_where_the_money_lay(
    evening: Evening, channel: Channel, account: str
) -> None:
    """The account it is for grows, the money gets less."""
    evening.open_box(20000)
    before = balance_of(evening.file, account)
    voucher = book(evening, VoucherKind.EXPENSE, 3300, channel, box="A", payee="印刷の森")

    assert balance_of(evening.file, "5200") == 3300
    assert balance_of(evening.file, account) == before - 3300
    assert (voucher.number, voucher.payee, voucher.day) == (1, "印刷の森", DAY)
    assert books_are_right(evening)


def test_an_organizer_is_repaid_to_zero_and_not_beyond(evening: Evening, organizer: str) -> None:
    """立替: what an organizer paid is owed to them until it is repaid."""
    book(evening, VoucherKind.EXPENSE, 5000, Channel.ORGANIZER, organizer=organizer)
    book(evening, VoucherKind.EXPENSE, 2500, Channel.ORGANIZER, organizer=organizer)
    debt = organizer_debt(organizer)
    assert left_of(evening.file, debt) == yen(7500)
    with pytest.raises(AboveBalance):
        book(evening, VoucherKind.REPAYMENT, 7501, Channel.SAFE, organizer=organizer)

    book(evening, VoucherKind.REPAYMENT, 7500, Channel.SAFE, organizer=organizer)

    assert left_of(evening.file, debt) == yen(0)
    assert balance_of(evening.file, journal.SAFE) == -7500
    assert books_are_right(evening)


def test_an_advance_is_settled_with_receipts_and_the_rest_comes_back(
    evening: Evening, organizer: str
) -> None:
    """仮払: 30,000 given, 22,000 spent, 8,000 back."""
    book(evening, VoucherKind.ADVANCE, 30000, Channel.SAFE, organizer=organizer)
    book(evening, VoucherKind.EXPENSE, 22000, Channel.ADVANCE, organizer=organizer)
    with pytest.raises(AboveBalance):
        book(evening, VoucherKind.EXPENSE, 8001, Channel.ADVANCE, organizer=organizer)

    book(evening, VoucherKind.ADVANCE_BACK, 8000, Channel.SAFE, organizer=organizer)

    assert left_of(evening.file, organizer_advance(organizer)) == yen(0)
    assert balance_of(evening.file, journal.SAFE) == -22000
    assert balance_of(evening.file, "5200") == 22000


def test_a_prepayment_is_used_up(evening: Evening) -> None:
    """前払: the deposit of the venue becomes an expense when the bill comes."""
    paid = book(evening, VoucherKind.PREPAYMENT, 100000, Channel.BANK, payee="ホール")
    book(evening, VoucherKind.EXPENSE, 60000, Channel.PREPAID, account="5100", settles=paid.id)
    with pytest.raises(AboveBalance):
        book(evening, VoucherKind.EXPENSE, 40001, Channel.PREPAID, account="5100", settles=paid.id)

    book(evening, VoucherKind.EXPENSE, 40000, Channel.PREPAID, account="5100", settles=paid.id)

    assert left_of(evening.file, prepayment(paid.id)) == yen(0)
    assert balance_of(evening.file, "5100") == 100000


def test_a_bill_is_owed_until_it_is_paid(evening: Evening) -> None:
    """未払: an expense that is not paid yet, then paid in two parts."""
    owed = book(evening, VoucherKind.EXPENSE, 9000, Channel.LATER)
    book(evening, VoucherKind.BILL, 4000, Channel.SAFE, settles=owed.id)
    with pytest.raises(VoucherInUse):
        correct_voucher(evening.file, owed.id, "x", now=at("14:00"), operator="")
    book(evening, VoucherKind.BILL, 5000, Channel.BANK, settles=owed.id)

    assert left_of(evening.file, bill(owed.id)) == yen(0)


def test_income_and_a_deposit(evening: Evening) -> None:
    """A sponsor's cash goes to the safe, and from there to the bank: it is in transit."""
    book(evening, VoucherKind.INCOME, 50000, Channel.SAFE)
    book(evening, VoucherKind.BANK_DEPOSIT, 50000, Channel.SAFE)

    assert balance_of(evening.file, "4300") == -50000
    assert balance_of(evening.file, journal.SAFE) == 0
    assert balance_of(evening.file, journal.DEPOSIT_IN_TRANSIT) == 50000


def test_a_voucher_is_taken_back_by_its_mirror(evening: Evening) -> None:
    """Its number stays with it; the next voucher has the next number."""
    voucher = book(evening, VoucherKind.EXPENSE, 1000, Channel.SAFE)
    with pytest.raises(ReasonMissing):
        correct_voucher(evening.file, voucher.id, " ", now=at("14:00"), operator="")
    corrected = correct_voucher(evening.file, voucher.id, "二重", now=at("14:00"), operator="")
    with pytest.raises(AlreadyReversed):
        correct_voucher(evening.file, voucher.id, "また", now=at("14:00"), operator="")

    assert corrected.reversed
    assert balance_of(evening.file, "5200") == balance_of(evening.file, journal.SAFE) == 0
    assert book(evening, VoucherKind.EXPENSE, 1000, Channel.SAFE).number == 2
    assert books_are_right(evening)


def test_cash_of_a_box_is_taken_back_in_its_open_shift(evening: Evening) -> None:
    """The mirror is in the shift too, so the box's expected cash is right again."""
    evening.open_box(5000)
    voucher = book(evening, VoucherKind.EXPENSE, 1200, Channel.BOX, box="A")
    correct_voucher(evening.file, voucher.id, "x", now=at("14:00"), operator="")

    assert balance_of(evening.file, "1000-A") == 5000
    assert books_are_right(evening)


@pytest.mark.parametrize(
    ("error", "order"),
    [
        (NothingToBook, ("expense", 0, "safe", {})),
        (NothingToBook, ("expense", -5, "safe", {})),
        (AccountMissing, ("expense", 5, "safe", {"account": ""})),
        (AccountNotForVouchers, ("expense", 5, "safe", {"account": "4300"})),
        (AccountNotForVouchers, ("income", 5, "safe", {"account": "nonsense"})),
        (ChannelNotPossible, ("income", 5, "later", {})),
        (OrganizerMissing, ("repayment", 5, "safe", {})),
        (OrganizerMissing, ("expense", 5, "organizer", {})),
        (SettledMissing, ("bill", 5, "safe", {})),
        (SettledMissing, ("expense", 5, "prepaid", {})),
        (BoxNotOpen, ("expense", 5, "box", {"box": "Z"})),
    ],
)
def test_what_is_incomplete_is_refused(
    evening: Evening, error: type[ReceptionError], order: tuple[str, int, str, dict[str, str]]
) -> None:
    """And nothing of it is in the books."""
    kind, amount, channel, more = order
    with pytest.raises(error):
        book(evening, VoucherKind(kind), amount, Channel(channel), **more)

    assert vouchers.list_vouchers(evening.file) == ()


def test_more_than_lies_in_a_box_is_refused(evening: Evening) -> None:
    """Cash cannot be paid out that is not there."""
    evening.open_box(1000)

    with pytest.raises(AboveBalance):
        book(evening, VoucherKind.EXPENSE, 1001, Channel.BOX, box="A")


def test_the_same_act_sent_twice_is_booked_once(evening: Evening) -> None:
    """Same id and content: the same voucher; same id, other content: an error."""
    one = book(evening, VoucherKind.EXPENSE, 700, Channel.SAFE, voucher="a" * 32)
    two = book(evening, VoucherKind.EXPENSE, 700, Channel.SAFE, voucher="a" * 32)
    with pytest.raises(ActAlreadyRecorded):
        book(evening, VoucherKind.EXPENSE, 701, Channel.SAFE, voucher="a" * 32)

    assert one == two
    assert balance_of(evening.file, "5200") == 700


def test_every_kind_goes_by_every_channel_it_may(evening: Evening, organizer: str) -> None:
    """Whatever kind and channel: two balanced postings, and the whole ledger sums to zero."""
    evening.open_box(20000)
    book(evening, VoucherKind.ADVANCE, 900, Channel.SAFE, organizer=organizer)
    for kind, channels in CHANNELS.items():
        for channel in channels:
            book(evening, VoucherKind.EXPENSE, 100, Channel.ORGANIZER, organizer=organizer)
            owed = book(evening, VoucherKind.EXPENSE, 100, Channel.LATER)
            paid = book(evening, VoucherKind.PREPAYMENT, 100, Channel.SAFE)
            settles = owed.id if kind is VoucherKind.BILL else paid.id
            booked = book(
                evening, kind, 100, channel, organizer=organizer, settles=settles, box="A"
            )
            posted = find_entry(evening.file, booked.id)
            assert posted is not None
            assert sum(p.amount for p in posted.entry.postings) == 0
            assert posted.entry.kind.value == kind.value
    assert books_are_right(evening)


def test_why_there_is_no_receipt(evening: Evening) -> None:
    """A reason takes the place of evidence, at once or later, and can be taken back."""
    voucher = book(evening, VoucherKind.EXPENSE, 300, Channel.SAFE)
    assert voucher.lacks_evidence
    explained = explain_missing_receipt(
        evening.file, voucher.id, "自動販売機", now=at("14:00"), operator=""
    )
    assert not explained.lacks_evidence
    assert not book(evening, VoucherKind.EXPENSE, 3, Channel.SAFE, no_receipt="香典").lacks_evidence

    again = explain_missing_receipt(evening.file, voucher.id, "", now=at("14:01"), operator="")
    assert again.lacks_evidence


def test_an_organizer_has_a_name_and_is_known_by_it(evening: Evening, organizer: str) -> None:
    """The same name is the same organizer."""
    again = organizer_named(evening.file, " 高橋 幹事 ", now=at("12:00"), operator="")
    with pytest.raises(OrganizerNameMissing):
        organizer_named(evening.file, "　", now=at("12:00"), operator="")

    assert again == organizer
    assert vouchers.list_organizers(evening.file) == {organizer: "高橋 幹事"}


def test_without_statements_a_person_says_what_arrived(evening: Evening) -> None:
    """All that is under way is at the bank, in one entry; the second time there is nothing."""
    book(evening, VoucherKind.INCOME, 50000, Channel.BANK)
    book(evening, VoucherKind.EXPENSE, 20000, Channel.BANK)
    arrived = confirm_arrival(evening.file, now=at("22:00"), operator="")
    with pytest.raises(NothingUnderWay):
        confirm_arrival(evening.file, now=at("22:01"), operator="")

    assert arrived == yen(30000)
    assert balance_of(evening.file, journal.BANK) == 30000
    assert balance_of(evening.file, journal.DEPOSIT_IN_TRANSIT) == 0
    assert books_are_right(evening)
