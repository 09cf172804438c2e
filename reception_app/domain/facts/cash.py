"""Receipts 領収書 and the shifts of cash boxes レジ."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class ReceiptIssued:
    """A receipt with the next number of its box's series; the payee is a personal value."""

    receipt: str
    prefix: str
    box: str
    number: int
    entry: str
    guest: str | None
    amount: int
    currency: str
    tender: str


@dataclass(frozen=True, kw_only=True)
class ReceiptVoided:
    """A receipt is void; number and row stay."""

    receipt: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReceiptReprinted:
    """A receipt was printed again."""

    receipt: str


@dataclass(frozen=True, kw_only=True)
class ShiftOpened:
    """A cash box was opened; `count` is `[[denomination, pieces], …]`, empty when only a sum.

    `follows` is the shift whose cash was left in the box: what it counted is what this one took
    over, and a difference is posted.
    """

    shift: str
    box: str
    operator: str
    opening: int
    currency: str
    count: list[list[int]] = field(default_factory=list)
    follows: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftCounted:
    """A blind count of a cash box; `counter` is the operator who counted, the actor when None."""

    shift: str
    counted: int
    count: list[list[int]] = field(default_factory=list)
    counter: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftClosed:
    """A cash box was closed; what was expected and counted stays readable.

    `kept` says that the cash stays in the box for the next shift, rather than going to the safe.
    """

    shift: str
    expected: int
    counted: int
    reason: str = ""
    kept: bool = False
