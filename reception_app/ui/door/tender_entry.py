"""What was typed and chosen so far for a sum that is due: cash, a way to pay, parts of it.

`Taking` is what comes of it. Nothing of the screen is here.
"""

from dataclasses import dataclass, field, replace

from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Tender, TenderPart, change_for
from reception_app.domain.money import EXPONENTS, Money, parse_money, total
from reception_app.services.payments import Offer

PAY_LATER = "later"
"""The choice beside the tenders: the guest enters now and pays another time."""

PARTIAL = (Tender.PAYPAY, Tender.CARD)
"""Tenders by which a part can be paid beside another."""

_LONGEST_TYPED = 13
_THOUSAND = 1000
PLAUSIBLE = 12
"""A tender is taken as thousands only up to so many times the due; more is a slip."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How a fee is paid.

    `received` is all that is handed over, by whatever tender. `amount` is what is paid when that is
    only a part of what is due, `beside` what of it is paid by other tenders than `tender`.
    """

    tender: Tender
    received: Money
    amount: Money | None = None
    beside: tuple[TenderPart, ...] = ()
    receipt_each: bool = False

    @property
    def handed_over(self) -> Money:
        """What is handed over by `tender` itself."""
        return self.received - total((p.amount for p in self.beside), self.received.currency)

    def offer(self, offer_id: str) -> Offer:
        """The payer's offer under this id."""
        return Offer(
            offer_id,
            self.tender,
            self.handed_over if self.tender is Tender.CASH else None,
            amount=self.amount,
            beside=self.beside,
            receipt_each=self.receipt_each,
        )


@dataclass(frozen=True, slots=True)
class TenderEntry:
    """The state of the tender pad; every key makes a new one."""

    due: Money
    typed: str = ""
    choice: str = Tender.CASH
    beside: tuple[TenderPart, ...] = field(default=())

    @property
    def rest(self) -> Money:
        """What is still to be paid beside the parts."""
        return self.due - total((part.amount for part in self.beside), self.due.currency)

    @property
    def part(self) -> Money | None:
        """What was typed when it is less than the rest: a part, to be paid in a way of its own."""
        if not self.typed or self.choice != Tender.CASH:
            return None
        try:
            amount = self.amount()
        except ReceptionError:
            return None
        thousands = amount * _THOUSAND
        if EXPONENTS[self.due.currency] == 0 and thousands < self.rest:
            amount = thousands
        return amount if amount and amount < self.rest else None

    @property
    def is_partial(self) -> bool:
        """Whether less than what is due can be taken now."""
        return bool(self.beside and not self.typed) or self.part is not None

    def with_typed(self, typed: str) -> "TenderEntry":
        """With these digits of cash; `0` alone is the exact sum."""
        kept = "" if typed == "0" else typed[:_LONGEST_TYPED]
        return replace(self, typed=kept, choice=Tender.CASH)

    def without_last(self) -> "TenderEntry":
        """Without the last digit, or without the last part where nothing is typed."""
        if self.typed or not self.beside:
            return self.with_typed(self.typed[:-1])
        return replace(self, beside=self.beside[:-1], choice=Tender.CASH)

    def chosen(self, choice: str) -> "TenderEntry":
        """With this way to pay: for the part that was typed, or else for all of the rest."""
        part = self.part
        if part is not None and choice in PARTIAL:
            put = TenderPart(Tender(choice), part)
            return replace(self, typed="", choice=Tender.CASH, beside=(*self.beside, put))
        return replace(self, typed="", choice=choice)

    def amount(self) -> Money:
        """What is handed over for the rest.

        Raises:
            ReceptionError: what was typed is no amount of money.
        """
        if self.choice != Tender.CASH or not self.typed:
            return self.rest
        amount = parse_money(self.typed, self.due.currency)
        thousands = amount * _THOUSAND
        whole = EXPONENTS[self.due.currency] == 0
        if whole and amount < self.rest <= thousands <= self.rest * PLAUSIBLE:
            return thousands
        return amount

    def taking(self) -> Taking | None:
        """What Enter takes; None while it cannot be taken."""
        try:
            handed = self.amount()
            change_for(handed, self.rest)
        except ReceptionError:
            return None
        if self.choice == PAY_LATER:
            return None
        received = self.due - self.rest + handed
        return Taking(Tender(self.choice), received, beside=self.beside)

    def part_taking(self) -> Taking | None:
        """Only what was typed and put beside, with the rest to be paid later; None if nothing."""
        part = self.part
        paid = self.due - self.rest
        if part is not None:
            both = paid + part
            return Taking(Tender.CASH, both, amount=both, beside=self.beside)
        if self.beside and not self.typed:
            *beside, last = self.beside
            return Taking(last.tender, paid, amount=paid, beside=tuple(beside))
        return None
