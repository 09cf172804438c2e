"""The cash box: counts, and what people are likely to hand over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import yen

from reception_app.domain.drawer import (
    CountUnreadable,
    count_of,
    denominations,
    likely_tenders,
    parse_count,
)
from reception_app.domain.money import DENOMINATIONS, EXPONENTS, Money

counts = st.sampled_from(sorted(EXPONENTS)).flatmap(
    lambda currency: st.tuples(
        st.just(currency),
        st.dictionaries(st.sampled_from(DENOMINATIONS[currency]), st.integers(0, 500)),
    )
)


@given(counts)
def test_total_is_the_pieces(drawn: tuple[str, dict[int, int]]) -> None:
    """A count's total is the sum of its pieces, and it reads back from its notation."""
    currency, pieces = drawn
    count = count_of(pieces, currency)

    assert count.total == Money(sum(value * n for value, n in pieces.items()), currency)
    assert parse_count(" ".join(f"{v}x{n}" for v, n in pieces.items()), currency) == count


def test_same_note_twice_is_added() -> None:
    """A note counted in two heaps is one line of the count."""
    assert parse_count("1000x3 1000x4", "JPY").pieces == ((1000, 7),)


def test_a_count_may_be_typed_on_a_japanese_keyboard() -> None:
    """Full-width digits, spaces and signs mean what they look like."""
    typed = parse_count("１０００×３ 500X2\N{IDEOGRAPHIC SPACE}１００ｘ１", "JPY")
    assert typed == parse_count("1000x3 500x2 100x1", "JPY")


@pytest.mark.parametrize("text", ["x", "1000", "1000x", "x3", "3000x1", "1000x-1", "1000x1.5",
                                  "１００１x1", "1000×", "1000x1,500x2"])  # fmt: skip
def test_what_is_no_count_is_said(text: str) -> None:
    """A note that does not exist and a number that is none are refused."""
    with pytest.raises(CountUnreadable):
        parse_count(text, "JPY")


@given(st.integers(0, 10**7), st.sampled_from(sorted(EXPONENTS)))
def test_likely_tenders_are_round_and_enough(due: int, currency: str) -> None:
    """Proposed amounts are above what is due, rise, and can be made of notes and coins."""
    proposed = [tender.minor for tender in likely_tenders(Money(due, currency))]

    assert proposed == sorted(set(proposed))
    assert all(tender > due for tender in proposed)
    assert len(proposed) <= 3
    assert all(any(tender % note == 0 for note in denominations(currency)) for tender in proposed)


def test_likely_tenders_for_a_usual_fee() -> None:
    """Who owes 8,000 yen hands over a ten-thousand note."""
    assert yen(10000) in likely_tenders(yen(8000))


@pytest.mark.parametrize(("due", "tender"), [(10000, 20000), (20000, 30000), (12000, 20000)])
def test_likely_tenders_above_the_largest_note(due: int, tender: int) -> None:
    """Where no single note is larger, one more of the largest note is likely."""
    assert likely_tenders(yen(due))[-1] == yen(tender)
