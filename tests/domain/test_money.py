"""Money: exact amounts, read from what people write and written for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import (
    DENOMINATIONS,
    EXPONENTS,
    LARGEST_AMOUNT,
    AmountNegative,
    AmountTooFine,
    AmountTooLarge,
    AmountUnreadable,
    CurrencyUnknown,
    Money,
    format_money,
    format_number,
    parse_money,
    total,
)

amounts = st.builds(Money, st.integers(0, LARGEST_AMOUNT), st.sampled_from(sorted(EXPONENTS)))


@given(amounts)
def test_what_is_written_is_read_back(money: Money) -> None:
    """An amount survives being shown and typed again, with symbol and without."""
    assert parse_money(format_money(money), money.currency) == money
    assert parse_money(format_number(money), money.currency) == money


@given(amounts)
def test_full_width_is_read_too(money: Money) -> None:
    """What an IME makes of an amount means the same."""
    wide = "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in format_number(money)
    )

    assert parse_money(wide, money.currency) == money


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("8000", "JPY", 8000),
        ("１０，０００円", "JPY", 10000),
        ("¥8,000", "JPY", 8000),
        ("8000.0", "JPY", 8000),
        ("1 234", "JPY", 1234),
        ("12.5", "EUR", 1250),
        ("12,50", "EUR", 1250),
        ("1.234,56", "EUR", 123456),
        ("1,234.56", "EUR", 123456),
        ("1'234.50 CHF", "CHF", 123450),
        ("€12", "EUR", 1200),
        ("HK$12", "HKD", 1200),
        ("1.250", "KWD", 1250),
        ("0", "JPY", 0),
        ("＋500", "JPY", 500),
    ],
)
def test_people_write_amounts_in_many_ways(text: str, currency: str, minor: int) -> None:
    """Separators and symbols are understood."""
    assert parse_money(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "currency", "error"),
    [
        ("1.5", "JPY", AmountTooFine),
        ("1,5", "JPY", AmountTooFine),
        ("8.000", "JPY", AmountTooFine),
        ("12.345", "EUR", AmountTooFine),
        ("12.000", "EUR", AmountTooFine),
        ("-100", "JPY", AmountNegative),
        ("▲100", "JPY", AmountNegative),
        ("−100", "JPY", AmountNegative),
        ("", "JPY", AmountUnreadable),
        ("abc", "JPY", AmountUnreadable),
        ("1e5", "JPY", AmountUnreadable),
        ("NaN", "JPY", AmountUnreadable),
        ("Infinity", "JPY", AmountUnreadable),
        ("1,23,4", "JPY", AmountUnreadable),
        ("8000-", "JPY", AmountUnreadable),
        ("1.2.3", "EUR", AmountUnreadable),
        ("9" * 30, "JPY", AmountTooLarge),
        ("100", "XXX", CurrencyUnknown),
    ],
)
def test_what_is_no_amount_is_said(text: str, currency: str, error: type[ReceptionError]) -> None:
    """Fractions of a yen, minus signs, other words and slips of the keys are told apart."""
    with pytest.raises(error):
        parse_money(text, currency)


@given(st.text(), st.sampled_from(sorted(EXPONENTS)))
def test_any_text_is_an_amount_or_an_expected_error(text: str, currency: str) -> None:
    """No text whatsoever is a bug."""
    try:
        money = parse_money(text, currency)
    except ReceptionError:
        return
    assert 0 <= money.minor <= LARGEST_AMOUNT


@given(st.lists(st.integers(0, LARGEST_AMOUNT), max_size=20))
def test_sums_are_exact(parts: list[int]) -> None:
    """The sum is that of the minor units."""
    assert total([Money(part, "JPY") for part in parts], "JPY").minor == sum(parts)


def test_currencies_never_mix() -> None:
    """Yen and euros can't be added, subtracted or compared."""
    for mix in (Money.__add__, Money.__sub__, Money.__lt__, Money.__le__):
        with pytest.raises(TypeError):
            mix(Money(1, "JPY"), Money(1, "EUR"))


@pytest.mark.parametrize("minor", [1.0, 1.5, True, "1"])
def test_only_whole_numbers_are_money(minor: object) -> None:
    """A float never becomes money, not even a round one."""
    with pytest.raises(TypeError):
        Money(minor, "JPY")  # type: ignore[arg-type]


def test_notes_and_coins_are_known_for_every_currency() -> None:
    """Each currency has its denominations, largest first, each once."""
    assert DENOMINATIONS.keys() == EXPONENTS.keys()
    for pieces in DENOMINATIONS.values():
        assert list(pieces) == sorted(set(pieces), reverse=True)
