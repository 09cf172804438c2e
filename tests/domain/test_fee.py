"""The fee plan: who pays what on which day."""

from datetime import date

import pytest
from notation import yen

from reception_app.domain.fee import CategoryUnknown, FeeCategory, FeePlan

MEMBER = FeeCategory(
    "m", "会員", "#000000", 8000, early_price=7000, early_until=date(2026, 10, 31),
    walk_in_price=9000, companion_price=5000,
)  # fmt: skip
GUEST = FeeCategory("g", "ゲスト", "#111111", 10000)
PLAN = FeePlan("JPY", (MEMBER, GUEST))
BEFORE, LAST_DAY, AFTER = date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("code", "on", "walk_in", "companion", "fee"),
    [
        ("m", BEFORE, False, False, 7000),
        ("m", LAST_DAY, False, False, 7000),
        ("m", AFTER, False, False, 8000),
        ("m", BEFORE, True, False, 9000),
        ("m", BEFORE, False, True, 5000),
        ("m", AFTER, True, True, 9000),
        ("g", BEFORE, False, False, 10000),
        ("g", AFTER, True, False, 10000),
        ("g", AFTER, False, True, 10000),
    ],
)
def test_fee(code: str, on: date, *, walk_in: bool, companion: bool, fee: int) -> None:
    """Walk-in price before companion price before early price before price."""
    assert PLAN.fee(code, on=on, walk_in=walk_in, companion=companion) == yen(fee)


def test_category_is_found_by_code_or_name() -> None:
    """A code goes before a name of the same text."""
    plan = FeePlan("JPY", (FeeCategory("a", "b", "", 1), FeeCategory("b", "c", "", 2)))

    assert plan.category("b").price == 2
    assert plan.category("c").price == 2
    assert "a" in plan
    assert "d" not in plan


def test_unknown_category_is_said() -> None:
    """A category that is not in the plan is named."""
    with pytest.raises(CategoryUnknown) as caught:
        PLAN.category("VIP")

    assert caught.value.category == "VIP"


def test_changed_category_keeps_its_place() -> None:
    """A category with a known code takes its place, a new one goes last."""
    dearer = FeeCategory("m", "会員", "#000000", 8500)

    assert PLAN.with_category(dearer).categories == (dearer, GUEST)
    assert PLAN.with_category(PLAN.new_category("学生", 3000)).categories[:2] == (MEMBER, GUEST)
