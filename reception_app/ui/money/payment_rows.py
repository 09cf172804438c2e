"""The payments of the money page as table rows, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reception_app.domain.journal import EntryKind
from reception_app.domain.money import Money, format_number
from reception_app.services.fees import LISTED_AS_PAID
from reception_app.storage.payments import PaymentRow
from reception_app.ui.money.cell_table import Cell, Heading, MadeRows
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

RECEIVED_COLUMN, CHANGE_COLUMN = 5, 6


def payment_headings() -> tuple[Heading, ...]:
    """The columns of the payments."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("PaymentRows", "Time"), 72),
        Heading(translate("PaymentRows", "Receipt"), 128),
        Heading(translate("PaymentRows", "Guest"), 0),
        Heading(translate("PaymentRows", "Tender"), 132),
        Heading(translate("PaymentRows", "Amount"), 92, is_figure=True),
        Heading(translate("PaymentRows", "Received"), 92, is_figure=True),
        Heading(translate("PaymentRows", "Change"), 84, is_figure=True),
        Heading(translate("PaymentRows", "Taken by"), 112),
    )


def payment_rows(
    payments: Sequence[PaymentRow], currency: str, wording: Wording
) -> MadeRows[PaymentRow]:
    """The table rows of these payments, in the order given."""
    return MadeRows(
        payments,
        key=lambda row: row.entry,
        make=lambda row: _cells(row, currency, wording),
    )


def _cells(row: PaymentRow, currency: str, wording: Wording) -> tuple[Cell, ...]:
    translate = QCoreApplication.translate
    local = row.at.astimezone()
    void = row.corrected is not None
    why = ""
    if row.corrected is not None:
        why = filled(translate("PaymentRows", "Corrected: %1"), row.corrected)
    elif row.kind is not EntryKind.PAYMENT:
        what = wording.text("entry_kind", row.kind)
        why = f"{what}: {row.reason}" if row.reason else what
    elif row.reason == LISTED_AS_PAID:
        why = translate("PaymentRows", "Paid as the guest list says")
    guest = row.guest_name or "—"
    if row.guest_count > 1:
        others = row.guest_count - 1
        more = translate("PaymentRows", "and %n more", "", others)
        guest = f"{guest} {more}"
    return (
        Cell(
            f"{local:%H:%M}",
            second=f"{local:%m-%d}",
            tone="muted",
            order=row.at.isoformat(),
        ),
        Cell(row.receipt or "—", tone="muted" if void or not row.receipt else "ink"),
        Cell(guest, second=why, bold=not void, tone="muted" if void else "ink"),
        Cell(
            wording.text("tender", row.tender) if row.tender else "—",
            tone="muted" if void or not row.tender else "ink",
        ),
        _sum(row.paid, currency, void=void, bold=True),
        _sum(row.tendered, currency, void=void),
        _sum(row.change, currency, void=void),
        Cell(
            " · ".join(part for part in (row.box, row.operator) if part) or "—",
            tone="muted",
        ),
    )


def _sum(minor: int | None, currency: str, *, void: bool, bold: bool = False) -> Cell:
    if minor is None:
        return Cell("—", tone="muted", order=-1)
    tone: Tone = "muted" if void or not minor else "ink"
    shown = ("-" if minor < 0 else "") + format_number(Money(abs(minor), currency))
    return Cell(shown, tone=tone, bold=bold and not void, order=minor)
