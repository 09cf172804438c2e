"""The guests as table rows: what each column says, how it sorts, who passes the filter."""

from collections.abc import Iterable
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestStatus
from reception_app.domain.money import Money, format_number
from reception_app.storage.guests import GuestRow
from reception_app.ui.label import Tone
from reception_app.ui.table import CellRole
from reception_app.wording import Wording

_NO_COLOUR = "#98A2B3"
_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    NAME = auto()
    COMPANY = auto()
    CATEGORY = auto()
    TABLE = auto()
    STATUS = auto()
    DUE = auto()


class GuestFilter(Enum):
    """Which guests the list shows."""

    ALL = auto()
    NOT_ARRIVED = auto()
    ARRIVED = auto()
    UNPAID = auto()
    WAITING = auto()

    def lets_through(self, row: GuestRow) -> bool:
        """Whether this guest is shown."""
        match self:
            case GuestFilter.ALL:
                return True
            case GuestFilter.NOT_ARRIVED:
                return row.guest.status is GuestStatus.ACCEPTED and row.admitted_at is None
            case GuestFilter.ARRIVED:
                return row.admitted_at is not None
            case GuestFilter.UNPAID:
                return row.balance.due > 0
            case GuestFilter.WAITING:
                return row.guest.status is GuestStatus.WAITING


class GuestTable(QAbstractTableModel):
    """Holds the rows it is given, in the order it is given or asked to sort them."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._plan = FeePlan("JPY")
        self._rows: list[GuestRow] = []
        self._given: dict[str, int] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (Column.NAME, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Iterable[GuestRow], plan: FeePlan) -> None:
        """Show these guests, sorted by the chosen column.

        They are given in the order of their reading, or the best found first; the name column and
        whatever is the same in another column keep that order.
        """
        self.beginResetModel()
        self._rows, self._plan = list(rows), plan
        self._given = {row.guest.id: place for place, row in enumerate(self._rows)}
        self._sort()
        self.endResetModel()

    def row(self, number: int) -> GuestRow:
        """The guest in this row, from 0."""
        return self._rows[number]

    def guest_ids(self) -> tuple[str, ...]:
        """The ids of the guests shown, from the top."""
        return tuple(row.guest.id for row in self._rows)

    def find(self, guest_id: str) -> int | None:
        """The row of a guest, None when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.guest.id == guest_id), None)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many guests are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if section == Column.DUE else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return _heading(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one role each
        """What a cell says, and how it looks."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_heading(column)}: {self._text(row, column)}"
            case CellRole.SECOND_LINE:
                return _second_line(row, column)
            case CellRole.BOLD:
                return column is Column.NAME or (column is Column.DUE and row.balance.due > 0)
            case CellRole.FIGURE:
                return column is Column.DUE
            case CellRole.SWATCH:
                return self._colour(row) if column is Column.CATEGORY else None
            case CellRole.TONE:
                return _tone(row, column)
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; guests who are the same in it stay in the order they were given in."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        moved = [self._rows[index.row()].guest.id for index in kept]
        self._sort()
        place = {row.guest.id: number for number, row in enumerate(self._rows)}
        fresh = [
            self.index(place[guest], index.column())
            for guest, index in zip(moved, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, fresh)
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, order = self._sorted
        self._rows.sort(key=lambda row: self._given[row.guest.id])
        if column != Column.NAME or order is Qt.SortOrder.DescendingOrder:
            down = order is Qt.SortOrder.DescendingOrder
            self._rows.sort(key=lambda row: self._key(row, Column(column)), reverse=down)

    def _key(self, row: GuestRow, column: Column) -> tuple[bool, int, str]:
        """What a column sorts by; what is missing goes last."""
        match column:
            case Column.NUMBER:
                return False, row.guest.number, ""
            case Column.NAME:
                return False, self._given[row.guest.id], ""
            case Column.DUE:
                return False, row.balance.due, ""
            case Column.TABLE:
                table = row.guest.table_name
                return not table, int(table) if table.isdecimal() else 10**9, table
            case Column.COMPANY | Column.CATEGORY | Column.STATUS:
                text = self._text(row, column)
                return not text, 0, text.casefold()

    def _text(self, row: GuestRow, column: Column) -> str:  # noqa: PLR0911 - one column each
        guest = row.guest
        match column:
            case Column.NUMBER:
                return str(guest.number)
            case Column.NAME:
                return guest.name
            case Column.COMPANY:
                return guest.company or guest.title
            case Column.CATEGORY:
                return category_name(self._plan, guest.category)
            case Column.TABLE:
                return guest.table_name or "—"
            case Column.STATUS:
                return status_words(row, self._wording)
            case Column.DUE:
                return format_number(Money(row.balance.due, self._plan.currency))

    def _colour(self, row: GuestRow) -> str | None:
        if not row.guest.category:
            return None
        return category_colour(self._plan, row.guest.category)


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


def _second_line(row: GuestRow, column: Column) -> str | None:
    match column:
        case Column.NAME:
            return row.guest.reading
        case Column.COMPANY:
            return row.guest.title if row.guest.company else None
        case _:
            return None


def _tone(row: GuestRow, column: Column) -> Tone:  # noqa: PLR0911 - one case each
    match column:
        case Column.NUMBER:
            return "muted"
        case Column.TABLE:
            return "ink" if row.guest.table_name else "muted"
        case Column.STATUS if row.admitted_at is not None:
            return "good"
        case Column.STATUS if row.guest.status is GuestStatus.BLOCKED:
            return "danger"
        case Column.STATUS if row.guest.status in {GuestStatus.CANCELLED, GuestStatus.DECLINED}:
            return "muted"
        case Column.DUE if row.balance.due == 0:
            return "muted"
        case _:
            return "ink"


def _heading(column: Column) -> str:
    translate = QCoreApplication.translate
    return {
        Column.NUMBER: translate("GuestTable", "No."),
        Column.NAME: translate("GuestTable", "Name"),
        Column.COMPANY: translate("GuestTable", "Company"),
        Column.CATEGORY: translate("GuestTable", "Category"),
        Column.TABLE: translate("GuestTable", "Table"),
        Column.STATUS: translate("GuestTable", "Status"),
        Column.DUE: translate("GuestTable", "Due"),
    }[column]
