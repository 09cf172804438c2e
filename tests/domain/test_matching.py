"""Matching: what is sure, what is only proposed, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statement_sets import StatementSet, half_width, statement_set
from statement_shapes import SHAPES, Shape, shaped_set

from reception_app.domain.match import (
    Alias,
    Allocation,
    OpenRow,
    Payer,
    Proposal,
    ReasonKind,
    Step,
)
from reception_app.domain.matching import propose
from reception_app.domain.reference_code import reference_code

YAMADA = Payer("yamada", 1, "山田 太郎", "ヤマダ タロウ", "株式会社サンプル", 8000)
SATO = Payer("sato", 2, "佐藤 花子", "サトウ ハナコ", "株式会社サンプル", 10000)
MORI = Payer("mori", 3, "森 優", "モリ ユウ", "", 8000)
GUESTS = (YAMADA, SATO, MORI)


def row(text: str, amount: int, row_id: str = "r") -> OpenRow:
    """A row of one day."""
    return OpenRow(row_id, date(2026, 10, 1), amount, text)


def proposed(
    text: str, amount: int, payers: tuple[Payer, ...] = GUESTS, aliases: tuple[Alias, ...] = ()
) -> Proposal:
    """The proposal for a single row."""
    [one] = propose([row(text, amount)], payers, aliases)
    return one


def kinds(proposal: Proposal) -> list[ReasonKind]:
    """The kinds of reasons of the best candidate."""
    return [reason.kind for reason in proposal.candidates[0].reasons]


def test_a_whole_name_with_the_open_amount_is_sure() -> None:
    """Reading equal, amount equal, only one: three reasons, and sure."""
    one = proposed("ﾔﾏﾀﾞ ﾀﾛｳ", 8000)
    assert one.sure
    assert one.candidates[0].allocations == (Allocation("yamada", 8000),)
    assert kinds(one) == [ReasonKind.NAME_EQUAL, ReasonKind.AMOUNT_EQUAL, ReasonKind.ONLY_ONE]


@pytest.mark.parametrize(
    ("text", "amount", "kind"),
    [
        ("ﾔﾏﾀﾞ ﾀﾛｳ", 7670, ReasonKind.FEE_WITHHELD),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", 9000, ReasonKind.AMOUNT_ABOVE),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", 4000, ReasonKind.AMOUNT_BELOW),
        ("ﾔﾏﾀﾞ", 8000, ReasonKind.SURNAME),
        ("ﾔﾏﾀﾞ ﾀ", 8000, ReasonKind.NAME_CUT),
        ("ﾀﾛｳ ﾔﾏﾀﾞ", 8000, ReasonKind.NAME_SWAPPED),
        ("ｶ)ｵﾘｵﾝ ﾔﾏﾀﾞ ﾀﾛｳ", 8000, ReasonKind.NAME_WITHIN),
        ("YAMADA TARO", 8000, ReasonKind.ROMAJI_EQUAL),
        ("ﾔﾏﾀﾞ ﾊﾅｴ", 8000, ReasonKind.SAME_SURNAME),
        ("ﾔﾏﾀﾞ ﾀﾛｳｳ", 8000, ReasonKind.NAME_SIMILAR),
    ],
)
def test_what_does_not_fit_in_every_way_is_only_proposed(
    text: str, amount: int, kind: ReasonKind
) -> None:
    """The right guest comes first with the reason, and a person has to say yes."""
    one = proposed(text, amount)
    assert not one.sure
    assert one.candidates[0].guests == ("yamada",)
    assert kind in kinds(one)


def test_two_guests_of_one_reading_are_never_sure() -> None:
    """Not even when only one of them owes this amount; both stand in one place."""
    namesake = Payer("other", 9, "山田 太朗", "やまだ たろう", "", 3000)
    one = proposed("ﾔﾏﾀﾞ ﾀﾛｳ", 8000, (*GUESTS, namesake))
    assert not one.sure
    assert [(c.guests, c.place) for c in one.candidates] == [(("yamada",), 1), (("other",), 1)]
    assert ReasonKind.SHARED_NAME in kinds(one)


def test_a_guest_of_the_same_name_without_reading_counts_too() -> None:
    """Whoever is written the same may be read the same."""
    unread = Payer("unread", 9, "山田 太郎", "", "", 0)
    assert not proposed("ﾔﾏﾀﾞ ﾀﾛｳ", 8000, (*GUESTS, unread)).sure


def test_two_rows_for_one_guest_are_sure_for_neither() -> None:
    """One of them is somebody else's, or too much: a person has to look."""
    both = propose([row("ﾓﾘ ﾕｳ", 8000, "a"), row("ﾓﾘ ﾕｳ", 8000, "b")], GUESTS)
    assert [one.sure for one in both] == [False, False]
    assert all(one.candidates[0].guests == ("mori",) for one in both)
    assert all(ReasonKind.OTHER_ROW in kinds(one) for one in both)


def test_two_rows_that_settle_one_guest_together_are_told() -> None:
    """Half and half of a fee come first for this guest, with the reason."""
    both = propose([row("ﾓﾘ ﾕｳ", 3000, "a"), row("ﾓﾘ ﾕｳ", 5000, "b")], GUESTS)
    assert all(ReasonKind.ROWS_TOGETHER in kinds(one) for one in both)
    assert not any(one.sure for one in both)


def test_a_surname_that_is_a_guests_whole_reading_is_not_sure() -> None:
    """A row with a surname only may be from everybody of that surname."""
    short = Payer("short", 9, "山田", "ヤマダ", "", 8000)
    assert not proposed("ﾔﾏﾀﾞ", 8000, (*GUESTS, short)).sure


def test_a_name_the_bank_may_have_cut_is_not_sure() -> None:
    """A long text is a guest's whole name and the beginning of another's who owes the same."""
    whole = Payer("whole", 8, "", "ハセガワ シンイチ", "", 8000)
    longer = Payer("longer", 9, "", "ハセガワ シンイチロウ", "", 8000)
    one = proposed(half_width("ハセガワ シンイチ"), 8000, (whole, longer))
    assert not one.sure
    assert ReasonKind.MAY_BE_OTHER in kinds(one)
    poorer = Payer("longer", 9, "", "ハセガワ シンイチロウ", "", 3000)
    assert proposed(half_width("ハセガワ シンイチ"), 8000, (whole, poorer)).sure


def test_a_code_with_the_right_amount_is_sure_whoever_sent_it() -> None:
    """A spouse who typed the code pays for the guest; with another amount it is a suggestion."""
    code = reference_code(2)
    one = proposed(f"{code}ﾔﾏﾀﾞ ｼﾞﾛｳ", 10000)
    assert one.sure
    assert (one.candidates[0].guests, one.candidates[0].step) == (("sato",), Step.CODE)
    other = proposed(f"{code}ﾔﾏﾀﾞ ｼﾞﾛｳ", 9000)
    assert not other.sure
    assert other.candidates[0].guests == ("sato",)


def test_a_code_beside_another_guests_name_is_not_sure() -> None:
    """The code says Sato, the name says Yamada: a person has to look."""
    assert not proposed(f"{reference_code(2)}ﾔﾏﾀﾞ ﾀﾛｳ", 10000).sure
    assert not proposed(f"{reference_code(2)}ﾔﾏﾀﾞ ﾀﾛｳ", 8000).sure


def test_what_was_learned_is_sure_with_the_right_amount() -> None:
    """A learned payer counts like a name, unless two guests were learned for it."""
    learned = (Alias("ヤマダシヨウテン", frozenset({"yamada"})),)
    assert proposed("ﾔﾏﾀﾞｼﾖｳﾃﾝ", 8000, GUESTS, learned).sure
    assert not proposed("ﾔﾏﾀﾞｼﾖｳﾃﾝ", 7000, GUESTS, learned).sure
    both = (*learned, Alias("ヤマダシヨウテン", frozenset({"mori"})))
    one = proposed("ﾔﾏﾀﾞｼﾖｳﾃﾝ", 8000, GUESTS, both)
    assert not one.sure
    assert {c.guests for c in one.candidates} == {("yamada",), ("mori",)}


def test_a_company_pays_for_its_guests() -> None:
    """The sum of all who owe, or of the only some who fit, is shared out; never sure."""
    one = proposed("ｶ)ｻﾝﾌﾟﾙ", 18000)
    assert not one.sure
    assert one.candidates[0].allocations == (
        Allocation("yamada", 8000),
        Allocation("sato", 10000),
    )
    assert proposed("ｶ)ｻﾝﾌﾟﾙ", 10000).candidates[0].allocations == (Allocation("sato", 10000),)
    short = proposed("ｶ)ｻﾝﾌﾟﾙ", 17670).candidates[0]
    assert (len(short.allocations), short.withheld) == (2, 330)


def test_a_host_pays_for_the_party() -> None:
    """Host and companions together make the amount."""
    companion = Payer("plus", 9, "森 優 +1", "", "", 8000, host="mori")
    one = proposed("ﾓﾘ ﾕｳ", 16000, (*GUESTS, companion))
    assert one.candidates[0].allocations == (Allocation("mori", 8000), Allocation("plus", 8000))
    assert not one.sure


def test_who_is_surely_another_row_is_no_candidate_for_a_surname() -> None:
    """Of two Yamadas one has a row of her own, so the bare surname is the other's first."""
    other = Payer("other", 0, "山田 花", "ヤマダ ハナ", "", 8000)
    _, bare = propose([row("ﾔﾏﾀﾞ ﾊﾅ", 8000, "a"), row("ﾔﾏﾀﾞ", 8000, "b")], (*GUESTS, other))
    assert [c.guests for c in bare.candidates] == [("yamada",), ("other",)]


def test_who_owes_nothing_is_still_proposed() -> None:
    """A guest who paid twice is named, as overpaid."""
    paid = Payer("paid", 9, "", "オダ レイ", "", 0)
    one = proposed("ｵﾀﾞ ﾚｲ", 8000, (paid,))
    assert (one.sure, ReasonKind.NOTHING_OPEN in kinds(one)) == (False, True)


def test_what_nobody_is_named_in_has_no_candidate() -> None:
    """Electricity is no guest."""
    assert proposed("ﾃﾞﾝｷﾀﾞｲ", 12800).candidates == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_that_is_sure_is_right(seed: int) -> None:
    """On invented statements nothing sure is wrong, and nearly all that can be sure is."""
    one = statement_set(seed)
    sure = [(p, true) for p, true in zip(proposals_of(one), one.rows, strict=True) if p.sure]
    assert len(sure) > 80
    assert [true for p, true in sure if set(p.candidates[0].guests) != true.guests] == []


@given(st.integers(min_value=0, max_value=10_000))
def test_no_candidate_gets_more_than_the_row(seed: int) -> None:
    """Allocations add up to the row and what was withheld, for every candidate that has any."""
    one = statement_set(seed, guests=40)
    for proposal in proposals_of(one):
        for candidate in proposal.candidates:
            if candidate.allocations:
                shared = sum(share.amount for share in candidate.allocations)
                assert shared == proposal.row.amount + candidate.withheld


@given(st.integers(min_value=0, max_value=10_000), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_guests_makes_no_difference(seed: int, chance: object) -> None:
    """What is sure does not depend on what comes first."""
    one = statement_set(seed, guests=40)
    rows, payers = [true.row for true in one.rows], list(one.payers)
    before = {p.row.id: p.candidates[0].guests for p in propose(rows, payers) if p.sure}
    getattr(chance, "shuffle")(rows)  # noqa: B009 - Hypothesis hands out a random.Random
    getattr(chance, "shuffle")(payers)  # noqa: B009 - likewise
    after = {p.row.id: p.candidates[0].guests for p in propose(rows, payers) if p.sure}
    assert before == after


def proposals_of(one: StatementSet) -> tuple[Proposal, ...]:
    """The proposals for a set."""
    return propose([true.row for true in one.rows], one.payers)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_is_sure_is_right_in_statements_of_every_shape(shape: Shape) -> None:
    """Other banks and payers: nothing sure is wrong, and the right guest is near the top."""
    one = shaped_set(shape, 77, guests=300)
    proposals = propose([true.row for true in one.rows], one.payers)
    fees, near = 0, 0
    for proposal, true in zip(proposals, one.rows, strict=True):
        if proposal.sure:
            assert set(proposal.candidates[0].guests) == true.guests, true
        if true.guests:
            fees += 1
            near += any(c.place <= 3 and true.guests & set(c.guests) for c in proposal.candidates)
    assert near >= 0.93 * fees


@pytest.mark.parametrize("mark", ["゛", "ﾞ", "\u3099"])
def test_voice_marks_that_stand_apart_belong_to_their_kana(mark: str) -> None:
    """Some banks write カ゛ for ガ."""
    one = proposed(f"ヤマタ{mark} タロウ", 8000)
    assert one.sure


def test_a_relative_without_a_space_is_found_by_the_surname() -> None:
    """The longest surname before another given name is a suggestion, never more."""
    one = proposed("ﾔﾏﾀﾞｼﾞﾛｳ", 8000)
    assert [c.guests for c in one.candidates] == [("yamada",)]
    assert kinds(one)[0] is ReasonKind.SAME_SURNAME
    assert not one.sure
