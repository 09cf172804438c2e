"""What a receipt 領収書 says, and the sheets it is written on."""

from dataclasses import dataclass
from datetime import date

from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.money import Money
from reception_app.domain.tax import IssuerKind, TaxLine, revenue_stamp

A4_THREE = LabelSheet(
    name="A4, 3 receipts 210 x 99 mm",
    page=(210.0, 297.0),
    columns=1,
    rows=3,
    label_width=210.0,
    label_height=99.0,
    left=0.0,
    top=0.0,
)

A6_ONE = LabelSheet(
    name="A6, 1 receipt 148 x 105 mm",
    page=(148.0, 105.0),
    columns=1,
    rows=1,
    label_width=148.0,
    label_height=105.0,
    left=0.0,
    top=0.0,
)


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """What one receipt 領収書 says.

    `number` as printed (`K26-A-0001`); `payee` 宛名, empty for a line to write on; `purpose`
    但し書き; `tender` in the document's words, `cash` whether it was cash; `tax` is printed, and
    the registration number too, only for a registered issuer. `copy_number` counts reprints 再発行;
    a void receipt 書き損じ is marked across.
    """

    number: str
    payee: str
    amount: Money
    day: date
    purpose: str
    tender: str
    issuer_name: str
    issuer_address: str = ""
    issuer_kind: IssuerKind = IssuerKind.SOCIETY
    registration_number: str = ""
    tax: tuple[TaxLine, ...] = ()
    cash: bool = True
    cash_part: Money | None = None
    copy_number: int = 0
    void: bool = False

    @property
    def printed_tax(self) -> tuple[TaxLine, ...]:
        """The tax lines this issuer may print."""
        return self.tax if self.issuer_kind is IssuerKind.REGISTERED else ()

    @property
    def stamp(self) -> Money:
        """The revenue stamp it needs; nothing where it needs none."""
        if not self.cash:
            return Money(0, self.amount.currency)
        cash = self.amount if self.cash_part is None else self.cash_part
        # The tax is that of the whole amount; a part in cash carries its share of it at most.
        tax = self.printed_tax if cash == self.amount else ()
        return revenue_stamp(cash, issuer=self.issuer_kind, printed_tax=tax)


@dataclass(frozen=True, slots=True)
class SlipProblem:
    """One text of one receipt that did not come out as it should; `number` is the receipt's."""

    kind: ProblemKind
    number: str
    text: str
