"""The board of matching says of every row what a fresh look would say, after every match."""

from dataclasses import replace

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from statement_sets import statement_set

from reception_app.domain.match import OpenRow, Payer
from reception_app.domain.match_board import MatchBoard
from reception_app.domain.matching import propose

ONE_SET = statement_set(5, guests=60, paid_share=0.6)
ROWS = tuple(one.row for one in ONE_SET.rows)


def payer(guest: str, reading: str, owes: int, *, company: str = "", number: int = 1) -> Payer:
    """A guest who owes something."""
    return Payer(guest, number, reading, reading, company, owes)


def row(text: str, amount: int, name: str = "r") -> OpenRow:
    """A row that waits."""
    return OpenRow(name, ROWS[0].date, amount, text)


def test_a_new_board_is_what_is_proposed() -> None:
    """Board and proposals are the same thing."""
    board = MatchBoard(ROWS, ONE_SET.payers)
    proposals = propose(ROWS, ONE_SET.payers)
    assert tuple(board.find(one.id) for one in ROWS) == proposals
    assert board.sure == tuple(one for one in proposals if one.sure)


@hypothesis_settings(max_examples=25)
@given(st.lists(st.integers(0, len(ROWS) - 1), unique=True, max_size=8))
def test_after_matches_it_never_says_more_than_a_fresh_look(chosen: list[int]) -> None:
    """Who is settled is no longer proposed as owing, and nothing false is sure."""
    board = MatchBoard(ROWS, ONE_SET.payers)
    payers = {one.id: one for one in ONE_SET.payers}
    left = dict.fromkeys(one.id for one in ROWS)
    for number in chosen:
        proposal = board.find(ROWS[number].id)
        best = proposal.candidates[0] if proposal and proposal.candidates else None
        for share in best.allocations if best else ():
            owed = payers[share.guest]
            payers[share.guest] = replace(owed, open=max(owed.open - share.amount, 0))
        board.settle(ROWS[number].id, None, [payers[g] for g in best.guests] if best else [])
        del left[ROWS[number].id]
    rows = [one for one in ROWS if one.id in left]
    fresh = {one.row.id: one for one in propose(rows, list(payers.values()))}
    assert {one.row.id for one in board.sure} <= {one for one, it in fresh.items() if it.sure}
    for one in rows:
        shown, right = board.find(one.id), fresh[one.id]
        assert shown is not None
        allocations = {(c.guests, c.allocations, c.withheld) for c in shown.candidates}
        assert allocations == {(c.guests, c.allocations, c.withheld) for c in right.candidates}


def test_what_is_left_of_a_row_has_candidates_of_its_own() -> None:
    """A row that is matched in part looks for guests of what is left."""
    two = [payer("a", "ヤマダ タロウ", 8000), payer("b", "ヤマダ ハナ", 3000, number=2)]
    board = MatchBoard([row("ﾔﾏﾀﾞ", 11_000)], two)
    left = row("ﾔﾏﾀﾞ", 3000)
    board.settle("r", left, [replace(two[0], open=0)])
    found = board.find("r")
    assert found is not None
    assert found.candidates[0].guests == ("b",)
    assert not found.sure


def test_a_company_whose_guest_paid_owes_less_together() -> None:
    """The sum of a company follows what its guests owe."""
    payers = [
        payer(name, f"ヤマダ {name}", 8000, company="株式会社カナ", number=number)
        for number, name in enumerate("abc", start=1)
    ]
    rows = [row("ｶ)ｶﾅ", 16_000), row("ﾔﾏﾀﾞ ｱ", 8000, "other")]
    board = MatchBoard(rows, payers)
    board.settle("other", None, [replace(payers[0], open=0)])
    found = board.find("r")
    assert found is not None
    assert set(found.candidates[0].guests) == {"b", "c"}


def test_a_guest_picked_by_hand_says_how_the_amount_fits() -> None:
    """Whoever a person picks is judged by the amount alone."""
    board = MatchBoard([row("ﾅｿﾞ", 7560)], [payer("a", "ヤマダ タロウ", 8000)])
    picked = board.pick(row("ﾅｿﾞ", 7560), "a")
    assert (picked.withheld, picked.allocations[0].amount) == (440, 8000)
