"""A bill is split to the last unit, and each rate by itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import yen

from reception_app.domain.cost_split import Invoice, NobodyShares, share_invoice, split


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**5), min_size=1, max_size=60))
def test_parts_sum_to_the_whole(amount: int, weights: list[int]) -> None:
    """Nothing is lost, and nobody's part is off by more than one unit."""
    if not sum(weights):
        with pytest.raises(NobodyShares):
            split(yen(amount), weights)
        return
    parts = split(yen(amount), weights)

    assert sum(part.minor for part in parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        exact = amount * weight / sum(weights)
        assert abs(part.minor - exact) < 1 + 1e-6 * amount


def test_three_share_a_hundred() -> None:
    """34, 33, 33: what does not come out even goes to the first."""
    assert [part.minor for part in split(yen(100), [1, 1, 1])] == [34, 33, 33]


def test_each_rate_is_split_by_itself() -> None:
    """Two share 10 and 8 percent; the tax of a share is rounded down once a rate."""
    invoice = Invoice("会場", date(2026, 11, 14), ((10, yen(1101)), (8, yen(109))))
    one, other = share_invoice(invoice, [1, 1])

    assert (one.amounts, other.amounts) == (
        ((10, yen(551)), (8, yen(55))), ((10, yen(550)), (8, yen(54))),
    )  # fmt: skip
    assert [(line.percent, line.tax.minor) for line in one.tax] == [(10, 50), (8, 4)]
    assert one.minor + other.minor == invoice.total.minor == 1210


@pytest.mark.parametrize("weights", [[], [0], [-1, 2]])
def test_nobody_is_nobody(weights: list[int]) -> None:
    """Without anybody to share there is no split."""
    with pytest.raises(NobodyShares):
        split(yen(100), weights)
