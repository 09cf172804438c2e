"""The columns of the guest list on screen: headings, what a cell says, and what can be written."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.labels import split_labels
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money, format_number
from reception_app.storage.guests import GuestRow
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.table import Cell
from reception_app.wording import Wording

_NO_COLOUR = "#98A2B3"
NOTHING: Final = "—"

COLUMNS = tuple(column for column in GuestColumn if column is not GuestColumn.BADGE_CODE)
"""Every column that can be shown; whoever sees a badge code could enter with it."""

USUAL_COLUMNS: dict[GuestColumn, int] = {
    GuestColumn.NUMBER: 60, GuestColumn.NAME: 146, GuestColumn.COMPANY: 156,
    GuestColumn.CATEGORY: 96, GuestColumn.TABLE: 60, GuestColumn.STATUS: 112, GuestColumn.DUE: 78,
}  # fmt: skip
"""The columns shown until somebody chooses others, from the left, with their widths in px."""

_FROM_THE_LEFT = (
    GuestColumn.NUMBER, GuestColumn.NAME, GuestColumn.READING, GuestColumn.BADGE_NAME,
    GuestColumn.COMPANY, GuestColumn.TITLE, GuestColumn.CATEGORY, GuestColumn.LABELS,
    GuestColumn.COMPANION_OF, GuestColumn.INTRODUCER, GuestColumn.TABLE, GuestColumn.EMAIL,
    GuestColumn.PHONE, GuestColumn.TICKET_NUMBER, GuestColumn.NOTE, GuestColumn.TALKS_ABOUT,
    GuestColumn.WANTS_TO_MEET, GuestColumn.STATUS, GuestColumn.ARRIVED_AT,
    GuestColumn.LISTED_AS_PAID, GuestColumn.CHARGED, GuestColumn.WAIVED, GuestColumn.PAID,
    GuestColumn.DUE,
)  # fmt: skip

WIDTHS: dict[GuestColumn, int] = dict.fromkeys(COLUMNS, 120) | {
    GuestColumn.READING: 140, GuestColumn.EMAIL: 190, GuestColumn.NOTE: 180, GuestColumn.PAID: 82,
    GuestColumn.LABELS: 130, GuestColumn.CHARGED: 82, GuestColumn.WAIVED: 82,
    GuestColumn.LISTED_AS_PAID: 90, GuestColumn.ARRIVED_AT: 90,
} | USUAL_COLUMNS  # fmt: skip
"""How wide a column is when it is first shown, in px."""

FIGURES = frozenset({GuestColumn.CHARGED, GuestColumn.WAIVED, GuestColumn.PAID, GuestColumn.DUE})
"""Columns of amounts."""

FIELDS = {
    GuestColumn(field.value): field
    for field in GuestField
    if field is not GuestField.LISTED_AS_PAID  # a payment, not a word
}
"""The columns that can be written in place, with their fields."""


def with_column(columns: Mapping[GuestColumn, int], added: GuestColumn) -> dict[GuestColumn, int]:
    """The columns with one more, where people expect it among them."""
    place = _FROM_THE_LEFT.index(added)
    after = [n for n, one in enumerate(columns) if _FROM_THE_LEFT.index(one) < place]
    listed = list(columns.items())
    at = max(after, default=-1) + 1
    return dict([*listed[:at], (added, WIDTHS[added]), *listed[at:]])


def written_columns(shown: Iterable[GuestColumn]) -> tuple[GuestColumn, ...]:
    """The columns of a file that says what these say on screen, second lines too."""
    beneath = {
        GuestColumn.NAME: GuestColumn.READING,
        GuestColumn.COMPANY: GuestColumn.TITLE,
    }
    columns: dict[GuestColumn, None] = {}
    seen = tuple(shown)
    for column in seen:
        columns[column] = None
        if column in beneath and beneath[column] not in seen:
            columns[beneath[column]] = None
    return tuple(columns)


def heading(column: GuestColumn, wording: Wording) -> str:
    """What stands over a column."""
    translate = QCoreApplication.translate
    ours = {
        GuestColumn.NUMBER: translate("GuestTable", "No."),
        GuestColumn.NAME: translate("GuestTable", "Name"),
        GuestColumn.COMPANY: translate("GuestTable", "Company"),
        GuestColumn.CATEGORY: translate("GuestTable", "Category"),
        GuestColumn.TABLE: translate("GuestTable", "Table"),
        GuestColumn.STATUS: translate("GuestTable", "Status"),
        GuestColumn.DUE: translate("GuestTable", "Due"),
        GuestColumn.CHARGED: translate("GuestTable", "Charged"),
        GuestColumn.WAIVED: translate("GuestTable", "Waived"),
        GuestColumn.PAID: translate("GuestTable", "Paid"),
        GuestColumn.ARRIVED_AT: translate("GuestTable", "Arrived at"),
        GuestColumn.COMPANION_OF: translate("GuestTable", "Comes with"),
        GuestColumn.LISTED_AS_PAID: translate("GuestTable", "Paid by list"),
    }
    return ours.get(column) or wording.text("guest_field", column)


def cell(row: GuestRow, column: GuestColumn, plan: FeePlan, wording: Wording) -> Cell:
    """What a cell says, and how it looks."""
    guest = row.guest
    is_category = column is GuestColumn.CATEGORY and bool(guest.category)
    return Cell(
        text=cell_text(row, column, plan, wording),
        second=second_line(row, column),
        is_bold=column is GuestColumn.NAME or (column is GuestColumn.DUE and row.balance.due > 0),
        is_figure=column in FIGURES,
        swatch=category_colour(plan, guest.category) if is_category else "",
        chips=split_labels(guest.labels) if column is GuestColumn.LABELS else (),
        tone=cell_tone(row, column),
    )


def cell_text(row: GuestRow, column: GuestColumn, plan: FeePlan, wording: Wording) -> str:
    """What a cell says."""
    if column in FIGURES:
        return format_number(Money(_amount(row.balance, column), plan.currency))
    return _OURS[column](row, plan, wording) if column in _OURS else str(getattr(row.guest, column))


def _amount(balance: GuestBalance, column: GuestColumn) -> int:
    if column is GuestColumn.PAID:
        return balance.paid - balance.refunded
    return int(getattr(balance, column))


def _paid_by_list(row: GuestRow, _plan: FeePlan, wording: Wording) -> str:
    return wording.text("guest_table", "listed_as_paid") if row.guest.listed_as_paid else ""


def second_line(row: GuestRow, column: GuestColumn) -> str:
    """What stands smaller below."""
    match column:
        case GuestColumn.NAME:
            return row.guest.reading
        case GuestColumn.COMPANY:
            return row.guest.title if row.guest.company else ""
        case _:
            return ""


def cell_tone(row: GuestRow, column: GuestColumn) -> Tone:  # noqa: PLR0911 - one case each
    """In which tone a cell is written."""
    match column:
        case GuestColumn.NUMBER:
            return "muted"
        case GuestColumn.TABLE:
            return "ink" if row.guest.table_name else "muted"
        case GuestColumn.STATUS if row.admitted_at is not None:
            return "good"
        case GuestColumn.STATUS if row.guest.status is GuestStatus.BLOCKED:
            return "danger"
        case GuestColumn.STATUS if row.guest.status in {
            GuestStatus.CANCELLED,
            GuestStatus.DECLINED,
        }:
            return "muted"
        case GuestColumn.DUE if row.balance.due == 0:
            return "muted"
        case GuestColumn.WAIVED | GuestColumn.CHARGED | GuestColumn.PAID:
            return "muted"
        case _:
            return "ink"


def category_name(plan: FeePlan, code: str) -> str:
    """What people call the category of this code."""
    return plan.category(code).name if code in plan else code


def category_colour(plan: FeePlan, code: str) -> str:
    """The category's colour as `#rrggbb`, a grey one for a category without price."""
    return plan.category(code).colour if code in plan else _NO_COLOUR


def status_words(row: GuestRow, wording: Wording) -> str:
    """In a word: arrived, not arrived yet, or where the invitation stands."""
    if row.admitted_at is not None:
        return QCoreApplication.translate("GuestTable", "Arrived")
    if row.guest.status is GuestStatus.ACCEPTED:
        return QCoreApplication.translate("GuestTable", "Not arrived")
    return wording.text("guest_status", row.guest.status)


_OURS: dict[GuestColumn, Callable[[GuestRow, FeePlan, Wording], str]] = {
    GuestColumn.NUMBER: lambda row, _plan, _wording: str(row.guest.number),
    GuestColumn.COMPANY: lambda row, _plan, _wording: row.guest.company or row.guest.title,
    GuestColumn.CATEGORY: lambda row, plan, _wording: category_name(plan, row.guest.category),
    GuestColumn.TABLE: lambda row, _plan, _wording: row.guest.table_name or NOTHING,
    GuestColumn.STATUS: lambda row, _plan, wording: status_words(row, wording),
    GuestColumn.COMPANION_OF: lambda row, _plan, _wording: row.companion_of,
    GuestColumn.LISTED_AS_PAID: _paid_by_list,
    GuestColumn.ARRIVED_AT: lambda row, _plan, _wording: (
        f"{row.admitted_at:%H:%M}" if row.admitted_at else ""
    ),
}
"""What is said in columns that are no plain field of the guest."""
