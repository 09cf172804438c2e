"""The fee plan: what each category pays, and the fee 参加費 of one guest on one day."""

from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money

CATEGORY_COLOURS = (
    "#2F56D9", "#C2410C", "#0E7490", "#6D28D9", "#4D7C0F", "#BE185D", "#92400E", "#475569",
)  # fmt: skip
"""Band colours given to categories in turn: dark enough for white words, apart for colour-blind."""


@dataclass(eq=False)
class CategoryUnknown(ReceptionError):
    """No category of this name is in the fee plan."""

    category: str


@dataclass(eq=False)
class CategoryNameMissing(ReceptionError):
    """A category of the fee plan has no name."""


@dataclass(eq=False)
class CategoryNameTaken(ReceptionError):
    """Two categories of the fee plan have the same name."""

    name: str


@dataclass(frozen=True, slots=True)
class FeeCategory:
    """One category 区分 and its prices, in minor units of the event's currency.

    `code` is fixed at creation and names the income account; `name` is what people read. The early
    price holds up to and including `early_until`. A missing walk-in or companion price means the
    ordinary price. Whoever cancels after `cancel_until`, or ever when it is None, owes `cancel_fee`
    キャンセル料, but never more than their fee; nobody does when it is None.
    """

    code: str
    name: str
    colour: str
    price: int
    early_price: int | None = None
    early_until: date | None = None
    walk_in_price: int | None = None
    companion_price: int | None = None
    cancel_until: date | None = None
    cancel_fee: int | None = None


@dataclass(frozen=True, slots=True)
class FeePlan:
    """All categories of an event in the order people see them, and its currency."""

    currency: str
    categories: tuple[FeeCategory, ...] = ()

    def category(self, code_or_name: str) -> FeeCategory:
        """The category of this code, or else of this name.

        Raises:
            CategoryUnknown: there is none.
        """
        for category in self.categories:
            if category.code == code_or_name:
                return category
        for category in self.categories:
            if category.name == code_or_name:
                return category
        raise CategoryUnknown(code_or_name)

    def check_names(self) -> None:
        """Make sure that people can tell the categories apart.

        Raises:
            CategoryNameMissing, CategoryNameTaken: they could not.
        """
        seen = set()
        for category in self.categories:
            if not category.name:
                raise CategoryNameMissing
            if category.name in seen:
                raise CategoryNameTaken(category.name)
            seen.add(category.name)

    def __contains__(self, code_or_name: str) -> bool:
        return any(code_or_name in (c.code, c.name) for c in self.categories)

    def fee(self, code: str, *, on: date, walk_in: bool = False, companion: bool = False) -> Money:
        """What a guest of the category owes who becomes liable `on` this day."""
        category = self.category(code)
        amount = category.price
        if walk_in and category.walk_in_price is not None:
            amount = category.walk_in_price
        elif companion and category.companion_price is not None:
            amount = category.companion_price
        elif (
            category.early_price is not None
            and category.early_until is not None
            and on <= category.early_until
        ):
            amount = category.early_price
        return Money(amount, self.currency)

    def cancel_fee(self, code: str, fee: Money, *, on: date) -> Money:
        """What a guest of the category goes on owing of `fee` who cancels `on` this day."""
        free = Money(0, self.currency)
        if code not in self:
            return free
        category = self.category(code)
        if category.cancel_fee is None:
            return free
        if category.cancel_until is not None and on <= category.cancel_until:
            return free
        return min(Money(category.cancel_fee, self.currency), fee)

    def with_category(self, changed: FeeCategory) -> "FeePlan":
        """The plan with this category put in the place of the one with the same code, or added."""
        if changed.code not in {c.code for c in self.categories}:
            return FeePlan(self.currency, (*self.categories, changed))
        return FeePlan(
            self.currency,
            tuple(changed if c.code == changed.code else c for c in self.categories),
        )

    def new_category(self, name: str, price: int = 0) -> FeeCategory:
        """A category of this name with the next colour, not yet part of the plan."""
        colour = CATEGORY_COLOURS[len(self.categories) % len(CATEGORY_COLOURS)]
        return FeeCategory(code=self.free_code(name), name=name, colour=colour, price=price)

    def free_code(self, name: str) -> str:
        """A code for a new category: its name, numbered when one renamed since has that code."""
        taken = {category.code for category in self.categories}
        numbered = (f"{name} {number}" for number in count(2))
        return next(code for code in chain((name,), numbered) if code not in taken)
