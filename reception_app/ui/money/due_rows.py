"""The guests of the money page: who owes, who paid too much, who was charged at all."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from reception_app.domain.fee import FeePlan
from reception_app.domain.money import Money, format_number
from reception_app.storage.guests import GuestRow
from reception_app.ui.guests.guest_table import category_colour, category_name, status_words
from reception_app.ui.money.cell_table import Cell, Heading, MadeRows
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

CONTACT_COLUMN = 3
CHARGED_COLUMN, PAID_COLUMN = 5, 6
BALANCE_COLUMN = 7
SINCE_COLUMN = 8

_LONG_DUE_DAYS = 30
"""A fee that is due for longer is marked."""


class DueFilter(Enum):
    """Whose rows are behind a sum."""

    DUE = auto()
    OVERPAID = auto()
    CHARGED = auto()

    def lets_through(self, row: GuestRow) -> bool:
        """Whether this guest is part of the sum."""
        match self:
            case DueFilter.DUE:
                return row.balance.due > 0
            case DueFilter.OVERPAID:
                return row.balance.due < 0
            case DueFilter.CHARGED:
                return row.balance.charged > 0


def due_headings() -> tuple[Heading, ...]:
    """The columns of the guests with their money."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("DueRows", "No."), 64),
        Heading(translate("DueRows", "Name"), 0),
        Heading(translate("DueRows", "Category"), 92),
        Heading(translate("DueRows", "Contact"), 140),
        Heading(translate("DueRows", "Status"), 118),
        Heading(translate("DueRows", "Charged"), 84, is_figure=True),
        Heading(translate("DueRows", "Paid"), 84, is_figure=True),
        Heading(balance_heading(DueFilter.DUE), 84, is_figure=True),
        Heading(translate("DueRows", "For"), 76, is_figure=True),
    )


def balance_heading(chosen: DueFilter) -> str:
    """What the last column is called."""
    translate = QCoreApplication.translate
    if chosen is DueFilter.OVERPAID:
        return translate("DueRows", "Overpaid")
    return translate("DueRows", "Due")


def due_rows(
    rows: Sequence[GuestRow],
    chosen: DueFilter,
    plan: FeePlan,
    wording: Wording,
    *,
    days: Mapping[str, int],
) -> MadeRows[GuestRow]:
    """The table rows of these guests, in the order given; `days` says for how long each owes."""
    return MadeRows(
        rows,
        key=lambda row: row.guest.id,
        make=lambda row: _cells(row, chosen, plan, wording, days.get(row.guest.id)),
    )


def _cells(
    row: GuestRow, chosen: DueFilter, plan: FeePlan, wording: Wording, days: int | None
) -> tuple[Cell, ...]:
    guest, balance = row.guest, row.balance
    category = category_name(plan, guest.category)
    # What is waived is no longer asked for, so that the three sums of a row add up.
    charged, paid = balance.charged - balance.waived, balance.paid - balance.refunded
    left = -balance.due if chosen is DueFilter.OVERPAID else balance.due
    return (
        Cell(str(guest.number), tone="muted", order=guest.number),
        Cell(guest.name, second=guest.company, bold=True, order=guest.reading or guest.name),
        Cell(
            category or "—",
            tone="ink" if category else "muted",
            swatch=category_colour(plan, guest.category) if category else "",
        ),
        Cell(
            guest.email or guest.phone or "—",
            second=_introduced(guest.introducer),
            tone="ink" if guest.email or guest.phone else "muted",
            tip="\n".join(part for part in (guest.email, guest.phone) if part),
        ),
        Cell(
            status_words(row, wording),
            tone="good" if row.admitted_at else "ink",
            order=0 if row.admitted_at else 1,
        ),
        _sum(charged, plan.currency),
        _sum(paid, plan.currency),
        _sum(left, plan.currency, bold=True),
        _age(days),
    )


def _introduced(introducer: str) -> str:
    if not introducer:
        return ""
    return filled(QCoreApplication.translate("DueRows", "introduced by %1"), introducer)


def _age(days: int | None) -> Cell:
    if days is None:
        return Cell("—", tone="muted", order=-1)
    tone: Tone = "warn" if days > _LONG_DUE_DAYS else "ink"
    return Cell(QCoreApplication.translate("DueRows", "%n day(s)", "", days), tone=tone, order=days)


def _sum(minor: int, currency: str, *, bold: bool = False) -> Cell:
    amount = Money(minor, currency)
    tone: Tone = "ink" if minor else "muted"
    return Cell(format_number(amount), tone=tone, bold=bold and bool(minor), order=minor)
