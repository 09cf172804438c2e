"""A category keeps its code for ever, so a new one never takes the code of a renamed one."""

from dataclasses import replace

from reception_app.domain.fee import FeePlan


def test_code_is_the_name() -> None:
    """The first category of a name has the name as its code."""
    assert FeePlan("JPY").new_category("会員", 8000).code == "会員"


def test_renamed_category_keeps_its_code_to_itself() -> None:
    """A category added under the old name of a renamed one is another category."""
    plan = FeePlan("JPY")
    plan = plan.with_category(plan.new_category("会員", 8000))
    plan = plan.with_category(replace(plan.categories[0], name="正会員"))
    plan = plan.with_category(plan.new_category("会員", 5000))
    plan = plan.with_category(replace(plan.categories[1], name="準会員"))
    plan = plan.with_category(plan.new_category("会員", 3000))

    assert [c.code for c in plan.categories] == ["会員", "会員 2", "会員 3"]
    assert [c.price for c in plan.categories] == [8000, 5000, 3000]
