"""The rows of the table of vouchers."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reception_app.domain.voucher import Voucher
from reception_app.services.account_names import AccountNames
from reception_app.ui.money.cell_table import Cell, Heading, Row
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording


def voucher_headings() -> tuple[Heading, ...]:
    """The columns."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("VouchersCard", "No."), 56, is_figure=True),
        Heading(translate("VouchersCard", "Date"), 130),
        Heading(translate("VouchersCard", "Paid to · for"), 0),
        Heading(translate("VouchersCard", "Account · from"), 156),
        Heading(translate("VouchersCard", "Amount"), 112, is_figure=True),
        Heading(translate("VouchersCard", "Receipt"), 124),
    )


def voucher_rows(
    vouchers: Iterable[Voucher], names: AccountNames, wording: Wording
) -> tuple[Row, ...]:
    """A row each, the newest first."""
    kinds, channels = wording.table("entry_kind"), wording.table("channel")
    return tuple(
        Row(
            one.id,
            (
                Cell(str(one.number), order=one.number),
                Cell(one.day.isoformat()),
                Cell(
                    one.payee or one.purpose or kinds[one.kind],
                    second=one.purpose if one.payee else "",
                    bold=True,
                    tone="muted" if one.reversed else "ink",
                ),
                Cell(names.of(one.account), second=channels[one.channel]),
                Cell(
                    str(one.amount),
                    order=one.amount.minor,
                    bold=True,
                    tone="muted" if one.reversed else "ink",
                ),
                _receipt(one),
            ),
        )
        for one in reversed(list(vouchers))
    )


def _receipt(one: Voucher) -> Cell:
    translate = QCoreApplication.translate
    if one.reversed:
        return Cell(translate("VouchersCard", "taken back"), tone="muted")
    if one.evidence:
        names = "\n".join(evidence.name for evidence in one.evidence)
        return Cell(f"✓ {_files(len(one.evidence))}", tone="good", tip=names)
    if one.no_receipt:
        words = filled(translate("VouchersCard", "none: %1"), one.no_receipt)
        return Cell(words, tone="muted", tip=one.no_receipt)
    if one.lacks_evidence:
        return Cell("! " + translate("VouchersCard", "missing"), tone="warn")
    return Cell("–", tone="muted")


def _files(count: int) -> str:
    return QCoreApplication.translate("VouchersCard", "%n file(s)", "", count)
