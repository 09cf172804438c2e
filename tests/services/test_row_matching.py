"""Matching rows: what is posted, what is refused, and taking it back leaves nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from bank_evening import balances, invite, match, order_of, rows_of, statement, take_in
from evening import Evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at

from reception_app.domain.guest import Guest
from reception_app.domain.journal import ActAlreadyRecorded
from reception_app.domain.match import Allocation
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.accounts_check import check_accounts
from reception_app.services.fees import record_listed_payment
from reception_app.services.findings import Level
from reception_app.services.payer_aliases import carry_aliases, known_aliases, remove_alias
from reception_app.services.posting import ReasonMissing
from reception_app.services.reconciliation import accept_sure, how_far, propose_matches
from reception_app.services.row_matching import (
    AccountNotForRows,
    MatchAboveRow,
    MatchOrder,
    NothingToMatch,
    NothingToUnmatch,
    RefundAbovePaid,
    Rest,
    RowHasNothingLeft,
    RowNotToIgnore,
    RowUnknown,
    book_row,
    ignore_row,
    match_row,
    new_order,
    restore_row,
    unmatch_row,
)
from reception_app.storage import fact_journal, statements
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import due_of

NOW = at("21:00")


@pytest.fixture
def guests(evening: Evening) -> dict[str, Guest]:
    """The guests by surname; all are charged, Sato is said to have paid."""
    return invite(evening)


def bank(event: EventFile, folder: Path, *rows: tuple[int, str, int]) -> None:
    """Take in a statement of these rows."""
    take_in(event, folder, statement(rows))


def reds(event: EventFile) -> list[str]:
    """What the accounts check calls wrong."""
    return [one.code for one in check_accounts(event) if one.level is Level.RED]


def test_a_transfer_of_who_owes_settles_the_due(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Dr bank, Cr guest: nothing is due, and the row is matched."""
    bank(event, tmp_path, (1, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000))
    standing = match(event, "ﾔﾏﾀﾞ ﾀﾛｳ", (guests["山田"], 8000))
    assert (standing.state, standing.guests) == (RowState.MATCHED, (guests["山田"].id,))
    assert due_of(event, guests["山田"].id) == 0
    assert balances(event)["1100"] == 8000
    assert reds(event) == []


def test_a_transfer_of_who_is_listed_as_paid_empties_the_transit(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Dr bank, Cr deposit in transit: the guest's balance was settled before and stays so."""
    assert (balances(event)["1150"], due_of(event, guests["佐藤"].id)) == (8000, 0)
    bank(event, tmp_path, (1, "ｻﾄｳ ﾊﾅｺ", 8000))
    match(event, "ｻﾄｳ ﾊﾅｺ", (guests["佐藤"], 8000))
    assert "1150" not in balances(event)
    assert (balances(event)["1100"], due_of(event, guests["佐藤"].id)) == (8000, 0)
    assert reds(event) == []


def test_what_the_bank_has_shown_no_list_takes_back(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """A later list that calls Sato unpaid undoes the transit only while nothing has arrived."""
    unpaid = replace(guests["佐藤"], listed_as_paid="")
    bank(event, tmp_path, (1, "ｻﾄｳ ﾊﾅｺ", 8000))
    match(event, "ｻﾄｳ ﾊﾅｺ", (guests["佐藤"], 8000))
    with event.act(now=NOW, actor="op") as act:
        record_listed_payment(event, act, unpaid)
    assert due_of(event, guests["佐藤"].id) == 0
    unmatch_row(event, rows_of(event)["ｻﾄｳ ﾊﾅｺ"].id, "人違い", now=NOW, operator="op")
    with event.act(now=NOW, actor="op") as act:
        record_listed_payment(event, act, unpaid)
    assert due_of(event, guests["佐藤"].id) == 8000
    assert reds(event) == []


def test_what_exceeds_the_transit_is_overpaid(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """9,000 for 8,000 under way: 1,000 is the guest's."""
    bank(event, tmp_path, (1, "ｻﾄｳ ﾊﾅｺ", 9000))
    match(event, "ｻﾄｳ ﾊﾅｺ", (guests["佐藤"], 9000))
    assert due_of(event, guests["佐藤"].id) == -1000
    assert reds(event) == []


@pytest.mark.parametrize("name", ["山田", "佐藤"])
def test_a_fee_the_bank_kept_is_an_expense(
    name: str, event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """The guest paid in full; 330 are bank fees, whether it was due or under way."""
    bank(event, tmp_path, (1, "X", 7670))
    match(event, "X", (guests[name], 8000), withheld=330)
    assert due_of(event, guests[name].id) == 0
    assert (balances(event)["1100"], balances(event)["5800"]) == (7670, 330)
    assert reds(event) == []


def test_one_row_pays_for_many(event: EventFile, guests: dict[str, Guest], tmp_path: Path) -> None:
    """A company pays for all, those under way and those who owe, in one entry each kind."""
    bank(event, tmp_path, (1, "ｶ)ｻﾝﾌﾟﾙ", 27000))
    standing = match(
        event,
        "ｶ)ｻﾝﾌﾟﾙ",
        *((guest, 3000 if name == "森" else 8000) for name, guest in guests.items()),
    )
    assert standing.state is RowState.MATCHED
    assert len(standing.guests) == 4
    assert sum(max(due_of(event, guest.id), 0) for guest in guests.values()) == 0
    assert balances(event).keys() == {"1100", "4100"}
    assert balances(event)["1100"] == 27000


def test_many_rows_pay_for_one(event: EventFile, guests: dict[str, Guest], tmp_path: Path) -> None:
    """Half now, half later."""
    bank(event, tmp_path, (1, "A", 5000), (2, "B", 3000))
    match(event, "A", (guests["山田"], 5000))
    assert due_of(event, guests["山田"].id) == 3000
    match(event, "B", (guests["山田"], 3000))
    assert due_of(event, guests["山田"].id) == 0


@pytest.mark.parametrize(
    ("rest", "account", "state"),
    [
        (Rest.OPEN, None, RowState.PARTLY),
        (Rest.GIFT, "4400", RowState.MATCHED),
        (Rest.UNIDENTIFIED, "2900", RowState.UNIDENTIFIED),
    ],
)
def test_the_rest_goes_where_it_is_told(  # noqa: PLR0917 - what pytest hands in
    rest: Rest, account: str | None, state: RowState, event: EventFile,
    guests: dict[str, Guest], tmp_path: Path,
) -> None:  # fmt: skip
    """10,000 for a fee of 8,000: the rest stays open, is a gift, or waits for its guest."""
    bank(event, tmp_path, (1, "A", 10000))
    standing = match(event, "A", (guests["山田"], 8000), rest=rest)
    assert standing.state is state
    if account is not None:
        assert balances(event)[account] == -2000
    assert reds(event) == []


def test_what_was_unidentified_is_identified_later(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """The money moves from the unidentified receipts to the guest; the bank is not touched."""
    bank(event, tmp_path, (1, "?", 8000))
    assert match(event, "?", rest=Rest.UNIDENTIFIED).state is RowState.UNIDENTIFIED
    assert how_far(event).unidentified.minor == 8000
    assert match(event, "?", (guests["山田"], 8000)).state is RowState.MATCHED
    assert (balances(event)["1100"], due_of(event, guests["山田"].id)) == (8000, 0)
    assert "2900" not in balances(event)
    assert how_far(event).unidentified.minor == 0
    assert reds(event) == []


def test_a_match_is_undone_by_reversal(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Books and row are as before, and the row can be matched again."""
    bank(event, tmp_path, (1, "A", 10000))
    before = balances(event)
    match(event, "A", (guests["山田"], 8000), rest=Rest.UNIDENTIFIED)
    match(event, "A", (guests["森"], 2000))
    row = rows_of(event)["A"]
    standing = unmatch_row(event, row.id, "人違い", now=NOW, operator="op")
    assert (standing.state, standing.left, standing.guests) == (RowState.OPEN, 10000, ())
    assert balances(event) == before
    with pytest.raises(NothingToUnmatch):
        unmatch_row(event, row.id, "人違い", now=NOW, operator="op")
    assert match(event, "A", (guests["佐藤"], 10000)).state is RowState.MATCHED
    assert reds(event) == []


def test_a_correction_needs_its_reason(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Nothing is taken back without one."""
    bank(event, tmp_path, (1, "A", 8000))
    match(event, "A", (guests["山田"], 8000))
    with pytest.raises(ReasonMissing):
        unmatch_row(event, rows_of(event)["A"].id, " ", now=NOW, operator="op")


def test_a_double_press_matches_once(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """The same order twice is one match; its id for something else is refused."""
    bank(event, tmp_path, (1, "A", 8000))
    order = order_of(event, "A", (guests["山田"], 8000))
    first = match_row(event, order, now=NOW, operator="op")
    assert match_row(event, order, now=NOW, operator="op") == first
    other = MatchOrder(order.id, order.row, (Allocation(guests["森"].id, 8000),))
    with pytest.raises(ActAlreadyRecorded):
        match_row(event, other, now=NOW, operator="op")
    assert balances(event)["1100"] == 8000


def test_what_makes_no_sense_is_refused_whole(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """More than the row, nothing at all, an unknown row, a row that is done."""
    bank(event, tmp_path, (1, "A", 8000))
    before = fact_journal.count_facts(event.db)
    with pytest.raises(MatchAboveRow):
        match(event, "A", (guests["山田"], 8000), (guests["森"], 1))
    with pytest.raises(NothingToMatch):
        match(event, "A")
    with pytest.raises(RowUnknown):
        match_row(event, new_order("none"), now=NOW, operator="op")
    assert fact_journal.count_facts(event.db) == before
    match(event, "A", (guests["山田"], 8000))
    with pytest.raises(RowHasNothingLeft):
        match(event, "A", (guests["森"], 3000))


def test_a_refund_by_transfer_is_matched_to_its_guest(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Money out goes back to the guest, never more than was paid."""
    bank(event, tmp_path, (1, "A", 9000), (2, "B", -1000))
    match(event, "A", (guests["山田"], 9000))
    with pytest.raises(RefundAbovePaid):
        match(event, "B", (guests["森"], 1000))
    assert match(event, "B", (guests["山田"], 1000)).state is RowState.MATCHED
    assert (due_of(event, guests["山田"].id), balances(event)["1100"]) == (0, 8000)
    assert reds(event) == []


def test_rows_that_are_no_fees_are_booked_to_an_account(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """A bank's fee and a sponsor; guests and cash boxes have their own ways."""
    assert guests
    bank(event, tmp_path, (1, "ﾃｽｳﾘﾖｳ", -440), (2, "ｷﾌｷﾝ", 30000))
    rows = rows_of(event)
    book_row(event, rows["ﾃｽｳﾘﾖｳ"].id, "5800", "振込手数料", now=NOW, operator="op")
    book_row(event, rows["ｷﾌｷﾝ"].id, "4400", "寄付", now=NOW, operator="op")
    assert (balances(event)["5800"], balances(event)["4400"]) == (440, -30000)
    for account in ("1300", "1000-A", "1200", "9999"):
        with pytest.raises(AccountNotForRows):
            book_row(event, rows["ﾃｽｳﾘﾖｳ"].id, account, "?", now=NOW, operator="op")
    assert reds(event) == []


def test_a_row_is_set_aside_and_comes_back(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Ignored rows count no longer; a matched one cannot be ignored; matching brings one back."""
    bank(event, tmp_path, (1, "A", 8000), (2, "B", 500))
    rows = rows_of(event)
    ignored = ignore_row(event, rows["B"].id, "私用", now=NOW, operator="op")
    assert (ignored.state, how_far(event).rows) == (RowState.IGNORED, 1)
    assert restore_row(event, rows["B"].id, now=NOW, operator="op").state is RowState.OPEN
    match(event, "A", (guests["山田"], 8000))
    with pytest.raises(RowNotToIgnore):
        ignore_row(event, rows["A"].id, now=NOW, operator="op")
    ignore_row(event, rows["B"].id, now=NOW, operator="op")
    assert match(event, "B", (guests["森"], 500)).state is RowState.MATCHED
    assert reds(event) == []


def test_all_that_is_sure_is_accepted_together(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Both who owe and who are under way; what is accepted is what was shown."""
    rows = ((1, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (2, "ｻﾄｳ ﾊﾅｺ", 8000), (3, "ﾓﾘ ﾕｳ", 2780), (4, "ﾃﾞﾝｷ", 900))
    bank(event, tmp_path, *rows)
    shown = propose_matches(event)
    assert [one.sure for one in shown] == [True, True, False, False]
    accepted = accept_sure(event, shown, now=NOW, operator="op")
    assert [statements.find_row(event, row) for row in accepted] == [
        rows_of(event)["ﾔﾏﾀﾞ ﾀﾛｳ"],
        rows_of(event)["ｻﾄｳ ﾊﾅｺ"],
    ]
    far = how_far(event)
    assert (far.cleared, far.rows, far.open.minor) == (2, 4, 3680)
    assert due_of(event, guests["山田"].id) == 0
    assert accept_sure(event, shown, now=NOW, operator="op") == ()
    assert reds(event) == []


def test_what_changed_since_it_was_shown_is_not_accepted(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """A guest who paid at the door meanwhile is left for a person to look at."""
    bank(event, tmp_path, (1, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (2, "X", 8000))
    shown = propose_matches(event)
    match(event, "X", (guests["山田"], 8000))
    assert accept_sure(event, shown, now=NOW, operator="op") == ()


def test_a_payer_is_learned_and_forgotten(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """A shop that paid for Yamada is known the next time, until it is removed."""
    bank(event, tmp_path, (1, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", 8000), (2, "ﾓﾘ", 3000))
    match(event, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", (guests["山田"], 8000))
    match(event, "ﾓﾘ", (guests["森"], 3000))
    [learned] = statements.list_aliases(event)
    assert (learned.text, learned.guests) == ("ﾔﾏﾀﾞｼﾖｳﾃﾝ", (guests["山田"].id,))
    unmatch_row(event, rows_of(event)["ﾔﾏﾀﾞｼﾖｳﾃﾝ"].id, "もう一度", now=NOW, operator="op")
    [proposal] = [one for one in propose_matches(event) if one.sure]
    assert proposal.candidates[0].guests == (guests["山田"].id,)
    remove_alias(event, learned.id, now=NOW, operator="op")
    assert known_aliases(event) == ()
    assert not any(one.sure for one in propose_matches(event))


def test_what_was_learned_is_taken_along(
    evening: Evening, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """The next event knows the payers of guests it has again."""
    from evening import new_evening

    bank(evening.file, tmp_path, (1, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", 8000))
    match(evening.file, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", (guests["山田"], 8000))
    later = new_evening(tmp_path / "later.reception")
    again = invite(later)
    assert carry_aliases(later.file, evening.file, now=NOW, operator="op") == 1
    assert carry_aliases(later.file, evening.file, now=NOW, operator="op") == 0
    assert [one.guests for one in known_aliases(later.file)] == [frozenset({again["山田"].id})]
    later.file.close()


def test_the_bank_book_is_the_statement_less_what_is_not_matched(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Green with the figures; red when a match says something else than was posted."""
    bank(event, tmp_path, (1, "A", 8000), (2, "B", 5000), (3, "C", -700))
    match(event, "A", (guests["山田"], 8000))
    ignore_row(event, rows_of(event)["C"].id, now=NOW, operator="op")
    found = {one.code: one for one in check_accounts(event)}
    facts = {name: money.minor for name, money in found["bank_book"].facts.items()}
    assert (facts["ledger"], facts["rows"]) == (8000, 12300)
    assert (facts["open"], facts["ignored"]) == (5000, -700)
    assert facts["carried"] == 0
    assert found["statements_join"].level is Level.OK
    event.db.execute("UPDATE statement_match SET amount = amount + 1")
    assert reds(event) == ["rows_matched", "bank_book"]


def test_a_missing_statement_in_between_is_told(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Balances that moved without rows are a warning."""
    assert guests
    bank(event, tmp_path, (1, "A", 8000))
    take_in(event, tmp_path, statement([(20, "B", 1000)], opening=150_000))
    found = {one.code: one for one in check_accounts(event)}
    assert found["statements_join"].level is Level.WARNING
    assert found["statements_join"].facts["difference"].minor == 42_000


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    amount=st.integers(min_value=1, max_value=30_000),
    shares=st.lists(st.integers(min_value=1, max_value=12_000), max_size=4),
    withheld=st.integers(min_value=0, max_value=600),
    rest=st.sampled_from(Rest),
)
def test_no_row_gives_more_than_it_holds(  # noqa: PLR0917 - what Hypothesis hands in
    evening: Evening, tmp_path: Path, amount: int, shares: list[int], withheld: int, rest: Rest
) -> None:
    """Whatever is asked, matches take at most the row, the books stay right, and undo is whole."""
    event = evening.file
    if not statements.list_payers(event):
        invite(evening)
    people = statements.list_payers(event)
    text = f"L{fact_journal.count_facts(event.db)}"
    take_in(event, tmp_path, "日付,摘要,入金,出金\n" + f"2026/10/1,{text},{amount},\n")
    row = rows_of(event)[text]
    before = balances(event)
    given_to = [Allocation(person.id, share) for person, share in zip(people, shares, strict=False)]
    order = new_order(row.id, given_to, withheld=withheld, rest=rest)
    try:
        standing = match_row(event, order, now=NOW, operator="op", learn=False)
    except (MatchAboveRow, NothingToMatch):
        assert balances(event) == before
        return
    assert 0 < standing.matched <= amount
    assert reds(event) == []
    unmatch_row(event, row.id, "law", now=NOW, operator="op")
    assert balances(event) == before


def test_rebuilding_gives_the_same_tables(
    event: EventFile, guests: dict[str, Guest], tmp_path: Path
) -> None:
    """Rows, matches, undoing, ignoring and learning replay to what they were."""
    bank(event, tmp_path, (1, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", 8000), (2, "B", 500), (3, "C", 700))
    match(event, "ﾔﾏﾀﾞｼﾖｳﾃﾝ", (guests["山田"], 8000))
    match(event, "C", rest=Rest.GIFT)
    unmatch_row(event, rows_of(event)["C"].id, "違う", now=NOW, operator="op")
    ignore_row(event, rows_of(event)["B"].id, now=NOW, operator="op")
    before = statements.list_rows(event)
    assert fact_journal.differing_projections(event.db) == []
    event.rebuild()
    assert statements.list_rows(event) == before
    assert {one.account for one in before} == {StatementAccount.BANK}
