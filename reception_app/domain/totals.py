"""The sums of an event's money: one set of figures for screen, paper and checks."""

from dataclasses import dataclass

from reception_app.domain.journal import Tender
from reception_app.domain.money import Money


@dataclass(frozen=True, slots=True)
class CategoryTotals:
    """The money of the guests of one category; `category` is its code, empty when unknown."""

    category: str
    guests: int
    charged: Money
    waived: Money
    paid: Money
    refunded: Money
    due: Money


@dataclass(frozen=True, slots=True)
class EventTotals:
    """What an event's guests were charged and paid, and what lies in its cash boxes.

    `due` is the sum over the guests who still owe, `overpaid` over those who paid too much, so
    `charged - waived - paid + refunded = due - overpaid`. Corrected payments are not in `paid`.
    `charged_guests` were charged and the charge stands; `due_inside_guests` owe and have arrived.
    `paid_by_tender` has every tender that was ever used; `cash_by_box` every box that was.
    """

    currency: str
    charged: Money
    waived: Money
    paid: Money
    refunded: Money
    due: Money
    overpaid: Money
    charged_guests: int
    due_guests: int
    due_inside_guests: int
    overpaid_guests: int
    paid_by_tender: dict[Tender, Money]
    cash_by_box: dict[str, Money]
    by_category: tuple[CategoryTotals, ...]

    @property
    def open(self) -> Money:
        """What the guests owe taken together: the balance of the receivable account."""
        return self.due - self.overpaid
