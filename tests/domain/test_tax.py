"""Tax inside amounts, revenue stamps, registration numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.money import Money
from reception_app.domain.tax import (
    IssuerKind,
    RegistrationNumberMalformed,
    TaxLine,
    has_corporate_check_digit,
    needs_revenue_stamp,
    parse_registration_number,
    tax_inside,
    tax_lines,
)


def yen(minor: int) -> Money:
    """So many yen."""
    return Money(minor, "JPY")


@pytest.mark.parametrize(
    ("gross", "percent", "tax"),
    [(54_999, 10, 4_999), (55_000, 10, 5_000), (8_000, 10, 727), (1_080, 8, 80), (0, 10, 0)],
)
def test_tax_is_inside_and_rounded_down(gross: int, percent: int, tax: int) -> None:
    """Whole yen, never up."""
    assert tax_inside(yen(gross), percent) == yen(tax)


def test_amounts_of_one_rate_are_rounded_once() -> None:
    """Twice 105 yen hold 19 yen of tax on one receipt, though each alone holds 9."""
    assert tax_lines([(10, yen(105)), (10, yen(105)), (8, yen(108))]) == (
        TaxLine(10, yen(210), yen(19)),
        TaxLine(8, yen(108), yen(8)),
    )
    assert tax_inside(yen(105), 10) * 2 == yen(18)


@given(st.integers(0, 10**9), st.sampled_from([8, 10]))
def test_tax_and_net_are_the_gross(gross: int, percent: int) -> None:
    """The tax is what the rate says of the net amount, within one yen."""
    tax = tax_inside(yen(gross), percent).minor

    assert 0 <= (gross - tax) * percent / 100 - tax < 1.2


@pytest.mark.parametrize(
    ("amount", "cash", "issuer", "needed"),
    [
        (50_000, True, IssuerKind.REGISTERED, True),
        (50_000, True, IssuerKind.EXEMPT, True),
        (50_000, True, IssuerKind.SOCIETY, False),
        (49_999, True, IssuerKind.EXEMPT, False),
        (500_000, False, IssuerKind.EXEMPT, False),
    ],
)
def test_who_needs_a_revenue_stamp(
    amount: int, *, cash: bool, issuer: IssuerKind, needed: bool
) -> None:
    """Businesses do, for cash, from 50,000 yen."""
    assert needs_revenue_stamp(yen(amount), cash=cash, issuer=issuer) is needed


def test_printed_tax_does_not_count_for_the_stamp() -> None:
    """54,999 yen with 4,999 yen of tax are 50,000; one yen less needs none."""
    for gross, needed in ((54_999, True), (54_998, False)):
        lines = tax_lines([(10, yen(gross))])
        assert (
            needs_revenue_stamp(
                yen(gross), cash=True, issuer=IssuerKind.REGISTERED, printed_tax=lines
            )
            is needed
        )


def test_other_currencies_need_no_stamp() -> None:
    """The stamp is a matter of yen."""
    assert not needs_revenue_stamp(Money(10**7, "USD"), cash=True, issuer=IssuerKind.EXEMPT)


def test_registration_numbers_are_read_in_any_width() -> None:
    """Full-width letters and hyphens are folded."""
    assert parse_registration_number("Ｔ1234-5678-90123 ") == "T1234567890123"


@pytest.mark.parametrize("text", ["", "1234567890123", "T123", "T12345678901234", "TX234567890123"])
def test_other_registration_numbers_are_refused(text: str) -> None:
    """The form is checked hard."""
    with pytest.raises(RegistrationNumberMalformed) as caught:
        parse_registration_number(text)

    assert caught.value.text == text


def test_corporate_check_digit() -> None:
    """7000012050002 is the tax agency's own number; one digit off is noticed."""
    assert has_corporate_check_digit("T7000012050002")
    assert not has_corporate_check_digit("T7000012050003")
