"""Who is missing: each slip of a hand leaves its number, and is found again by it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import at

from reception_app.domain.drawer import count_of
from reception_app.domain.missing_cash import (
    MOST_SUSPECTS,
    DeskPayment,
    Slip,
    Suspect,
    UnpaidInside,
    find_suspects,
)

CASH = DeskPayment("e1", at("18:03"), "hanako", 8000, 8000, 10000, 2000)
CARD = DeskPayment("e2", at("18:10"), "taro", 9000, 0, 9000, 0)
STUDENT = DeskPayment("e3", at("18:20"), "yuki", 3000, 3000, 10000, 7000)
PAYMENTS = (CASH, CARD, STUDENT)


def found(difference: int, **known: object) -> dict[Slip, Suspect]:
    """The suspects by kind, the first of each."""
    suspects = find_suspects(difference, currency="JPY", payments=PAYMENTS, **known)  # type: ignore[arg-type] # the parameters by name
    return {one.slip: one for one in reversed(suspects)}


@pytest.mark.parametrize(
    ("difference", "slip", "entry"),
    [
        (-8000, Slip.OTHER_TENDER, "e1"),
        (9000, Slip.CARD_WAS_CASH, "e2"),
        (2000, Slip.CHANGE_KEPT, "e1"),
        (-7000, Slip.CHANGE_TWICE, "e3"),
        (-5000, Slip.NOTE_TAKEN, "e3"),
        (-4000, Slip.NOTE_GIVEN, "e3"),
        (4000, Slip.NOTE_GIVEN, "e3"),
        (-2700, Slip.DIGITS_SWAPPED, "e3"),
    ],
)
def test_payment_that_fits_is_named(difference: int, slip: Slip, entry: str) -> None:
    """The difference points to the payment whose slip would make just this difference."""
    payments = (*PAYMENTS[:2], STUDENT if slip is not Slip.DIGITS_SWAPPED else _typed())
    suspects = find_suspects(difference, currency="JPY", payments=payments)

    assert (slip, entry) in {(one.slip, one.entry) for one in suspects}


def _typed() -> DeskPayment:
    """A part payment typed as 4,100 that was 1,400 in truth."""
    return DeskPayment("e3", at("18:20"), "yuki", 4100, 4100, 5000, 900)


def test_guest_let_in_without_a_payment_comes_first() -> None:
    """8,000 too much and one inside owes 8,000: the money was taken and not recorded."""
    unpaid = (UnpaidInside("ichiro", 8000), UnpaidInside("jiro", 3000), UnpaidInside("sabu", 5000))
    suspects = find_suspects(8000, currency="JPY", unpaid=unpaid)

    assert suspects[0] == Suspect(Slip.UNPAID_INSIDE, ("ichiro",), value=8000)
    assert suspects[-1] == Suspect(Slip.UNPAID_TWO, ("jiro", "sabu"), value=8000)


def test_who_owes_explains_no_missing_cash() -> None:
    """A box that is short is not explained by somebody who did not pay."""
    assert find_suspects(-8000, currency="JPY", unpaid=[UnpaidInside("ichiro", 8000)]) == ()


@pytest.mark.parametrize(
    ("difference", "slip"), [(50000, Slip.DROP_LEFT), (-50000, Slip.DROP_NOT_RECORDED)]
)
def test_drops(difference: int, slip: Slip) -> None:
    """What went to the safe is still in the box, or went twice."""
    assert found(difference, drops=[50000])[slip].value == 50000


def test_slips_of_the_count_itself() -> None:
    """21 pieces typed for 12, and twelve 500s counted in the row of the 1,000s."""
    count = count_of({1000: 21}, "JPY")
    assert found(9000, count=count)[Slip.COUNT_SWAPPED] == Suspect(
        Slip.COUNT_SWAPPED, value=1000, other=12
    )
    assert found(6000, count=count_of({1000: 12}, "JPY"))[Slip.COUNTED_IN_WRONG_ROW].other == 500


def test_no_difference_has_no_suspect() -> None:
    """Where nothing is missing nobody is suspected."""
    assert found(0, unpaid=[UnpaidInside("ichiro", 8000)], drops=[1000]) == {}


def test_latest_payments_come_first_and_few_of_a_kind() -> None:
    """Of many that fit the last are remembered best, and three are enough."""
    many = [
        DeskPayment(f"e{n}", at("18:00") + timedelta(minutes=n), "x", 8000, 8000, 8000, 0)
        for n in range(30)
    ]
    suspects = find_suspects(-8000, currency="JPY", payments=many)

    assert [one.entry for one in suspects if one.slip is Slip.OTHER_TENDER] == ["e29", "e28", "e27"]


@given(
    difference=st.integers(-20000, 20000),
    paid=st.lists(st.tuples(st.integers(1, 20000), st.integers(0, 9000)), max_size=20),
    unpaid=st.lists(st.integers(1, 20000), max_size=20),
    pieces=st.dictionaries(st.sampled_from([10000, 1000, 500, 100]), st.integers(0, 120)),
)
def test_every_suspect_explains_the_whole_difference(
    difference: int, paid: list[tuple[int, int]], unpaid: list[int], pieces: dict[int, int]
) -> None:
    """Had it happened as a suspect says, the count would have been right."""
    suspects = find_suspects(
        difference,
        currency="JPY",
        payments=[
            DeskPayment(f"e{n}", at("18:00"), "x", cash, cash, cash + change, change)
            for n, (cash, change) in enumerate(paid)
        ],
        unpaid=[UnpaidInside(f"g{n}", due) for n, due in enumerate(unpaid)],
        count=count_of(pieces, "JPY"),
    )

    assert len(suspects) <= MOST_SUSPECTS
    for one in suspects:
        match one.slip:
            case Slip.UNPAID_INSIDE | Slip.UNPAID_TWO | Slip.CHANGE_KEPT | Slip.CARD_WAS_CASH:
                explained = one.value
            case Slip.OTHER_TENDER | Slip.CHANGE_TWICE:
                explained = -one.value
            case Slip.NOTE_TAKEN | Slip.DIGITS_SWAPPED:
                explained = one.other - one.value
            case Slip.NOTE_GIVEN:
                explained = one.value - one.other
            case Slip.COUNT_SWAPPED:
                explained = (pieces[one.value] - one.other) * one.value
            case Slip.COUNTED_IN_WRONG_ROW:
                explained = pieces[one.value] * (one.value - one.other)
            case _:
                pytest.fail(one.slip)
        assert explained == difference
