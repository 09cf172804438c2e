"""How a sum is paid: with one tender or several 併用, what is handed over and given back."""

from collections.abc import Sequence
from dataclasses import dataclass

from reception_app.domain.journal import PaidAboveDue, Tender, TenderPart, change_for
from reception_app.domain.money import Money, total


@dataclass(frozen=True, slots=True)
class Tendering:
    """How a sum is paid: what each tender brings, what was handed over in all, and the change.

    `parts` sum to what is paid, `tendered - change` too. A part below zero is cash that is given
    back on a card.
    """

    parts: tuple[TenderPart, ...]
    tendered: Money
    change: Money

    @property
    def tender(self) -> Tender:
        """The one tender, or that there are several."""
        return self.parts[0].tender if len(self.parts) == 1 else Tender.MIXED


def tender_sum(
    amount: Money,
    tender: Tender,
    *,
    tendered: Money | None = None,
    beside: Sequence[TenderPart] = (),
    cash_back: bool = False,
) -> Tendering:
    """How `amount` is paid: the tenders of `beside` first, the rest with `tender`.

    Args:
        amount: what is to be paid, above zero.
        tender: what the rest is paid with.
        tendered: what is handed over in cash for the rest, or put on a card; the rest when None.
        beside: what is paid with other tenders, to the exact amount.
        cash_back: a card or payment service is charged `tendered`, and what is more than the rest
            is given back in cash. Without it nobody gives change on a card.

    Raises:
        PaidAboveDue: the other tenders pay all of it or more, or one of them nothing.
        TenderBelowDue: less was handed over than is due.
    """
    named = total((part.amount for part in beside), amount.currency)
    if not named < amount or any(part.amount.minor <= 0 for part in beside):
        raise PaidAboveDue(named, amount)
    rest = amount - named
    is_cash = tender is Tender.CASH
    handed = tendered if tendered is not None and (is_cash or cash_back) else rest
    change = change_for(handed, rest)
    parts = [*beside, TenderPart(tender, rest if is_cash else handed)]
    if change and not is_cash:
        parts.append(TenderPart(Tender.CASH, -change))
    return Tendering(tuple(parts), named + handed, change)
