"""The receipts of the money page as table rows, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reception_app.domain.money import format_number
from reception_app.domain.receipt import Receipt
from reception_app.ui.money.cell_table import Cell, Heading, MadeRows
from reception_app.ui.parts.label import Tone
from reception_app.wording import Wording


def receipt_headings() -> tuple[Heading, ...]:
    """The columns of the receipts."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("ReceiptRows", "Number"), 136),
        Heading(translate("ReceiptRows", "Time"), 88),
        Heading(translate("ReceiptRows", "Payee"), 0),
        Heading(translate("ReceiptRows", "Amount"), 104, is_figure=True),
        Heading(translate("ReceiptRows", "Tender"), 128),
        Heading(translate("ReceiptRows", "State"), 120),
    )


def receipt_rows(receipts: Sequence[Receipt], wording: Wording) -> MadeRows[Receipt]:
    """The table rows of these receipts, in the order given."""
    return MadeRows(
        receipts,
        key=lambda receipt: receipt.id,
        make=lambda receipt: _cells(receipt, wording),
    )


def _cells(receipt: Receipt, wording: Wording) -> tuple[Cell, ...]:
    translate = QCoreApplication.translate
    local = receipt.at.astimezone()
    tone: Tone = "muted" if receipt.void else "ink"
    copies = receipt.copies
    state = translate("ReceiptRows", "void") if receipt.void else translate("ReceiptRows", "valid")
    return (
        Cell(receipt.label, tone=tone),
        Cell(f"{local:%H:%M}", second=f"{local:%m-%d}", tone="muted", order=receipt.at.isoformat()),
        Cell(
            receipt.payee or translate("ReceiptRows", "(blank line)"),
            bold=not receipt.void,
            tone=tone,
        ),
        Cell(format_number(receipt.amount), tone=tone, order=receipt.amount.minor, bold=True),
        Cell(wording.text("tender", receipt.tender), tone=tone),
        Cell(
            state,
            second=translate("ReceiptRows", "%n copies", "", copies) if copies else "",
            tone="danger" if receipt.void else "good",
        ),
    )
