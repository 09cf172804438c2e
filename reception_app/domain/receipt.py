"""Receipts 領収書: one gapless numbered series for each cash box."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.money import Money


@dataclass(frozen=True, slots=True)
class Receipt:
    """A numbered receipt. A void one keeps its number; a reprint is the same number, copy n."""

    id: str
    prefix: str
    box: str
    number: int
    entry: str
    guest: str | None
    payee: str
    amount: Money
    tender: str
    at: datetime
    void: bool = False
    copies: int = 0

    @property
    def label(self) -> str:
        """The number as printed: `K26-A-0001`."""
        return receipt_label(self.prefix, self.box, self.number)


def receipt_label(prefix: str, box: str, number: int) -> str:
    """A receipt's number as printed: event prefix, box letter, four digits or more."""
    return f"{prefix}-{box}-{number:04}"
