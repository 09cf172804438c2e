"""The tables of the import dialog: rows as they lie, guests as understood, what to look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reception_app.documents.guest_sheet.listed_guest import GuestList, ListedGuest
from reception_app.documents.guest_sheet.raw_list import RawList, column_letters
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.table import CellRole
from reception_app.wording import Wording

_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a smaller line below, and its tone."""

    text: str
    second: str = ""
    tone: Tone = "ink"
    bold: bool = False


class CellTable(QAbstractTableModel):
    """Rows of ready-made cells under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows; one that is shorter than the headings ends in empty cells."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as there are headings."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._headings):
            return self._headings[section]
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, and how it looks."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if index.column() >= len(row):
            return None
        return _ROLES[role](row[index.column()]) if role in _ROLES else None


_ROLES: dict[int, Callable[[Cell], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    CellRole.SECOND_LINE: lambda cell: cell.second or None,
    CellRole.TONE: lambda cell: cell.tone,
    CellRole.BOLD: lambda cell: cell.bold,
}


def raw_rows(raw: RawList, *, most: int) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows of the list as it lies in its file, the row number first."""
    shown = raw.rows[:most]
    width = max((len(row.cells) for row in shown), default=0)
    headings = ["", *(column_letters(column) for column in range(width))]
    rows = [
        [Cell(str(row.number), tone="muted"), *(Cell(_one_line(cell)) for cell in row.cells)]
        for row in shown
    ]
    return headings, rows


def guest_rows(
    guests: Sequence[ListedGuest], known: Sequence[ListedGuest], wording: Wording
) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows of the guests as they were understood."""
    translate = QCoreApplication.translate
    headings = [
        translate("ImportTables", "Row"),
        wording.text("list_field", "name"),
        wording.text("list_field", "company"),
        wording.text("list_field", "category"),
        wording.text("guest_field", "status"),
        translate("ImportTables", "Party"),
    ]
    on_list = {guest.row for guest in known}
    return headings, [_guest_row(guest, on_list, wording) for guest in guests]


def doubt_rows(listed: GuestList, wording: Wording) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows of everything to look at: rows not taken first, then doubts, then skips."""
    translate = QCoreApplication.translate
    headings = [
        translate("ImportTables", "Row"),
        translate("ImportTables", "Cell"),
        translate("ImportTables", "What happens"),
        translate("ImportTables", "Why"),
    ]
    not_taken = Cell(translate("ImportTables", "not taken"), tone="danger")
    taken = Cell(translate("ImportTables", "taken, please check"), tone="warn")
    no_guest = Cell(translate("ImportTables", "no guest"), tone="muted")
    rows = [
        [_row(one.row), Cell(one.cell), not_taken, Cell(wording.text("list_refusal", one.reason))]
        for one in listed.refused
    ]
    for doubt in listed.warnings:
        facts = {"text": doubt.text, "other_row": doubt.other_row}
        why = Cell(wording.text("list_warning", doubt.kind, **facts))
        rows.append([_row(doubt.row), Cell(doubt.cell), taken, why])
    rows += [
        [_row(one.row), Cell(one.cell), no_guest, Cell(wording.text("list_skip", one.reason))]
        for one in listed.skipped
    ]
    return headings, rows


def _guest_row(guest: ListedGuest, on_list: set[int], wording: Wording) -> list[Cell]:
    translate = QCoreApplication.translate
    known = guest.row in on_list
    company, title = guest.text(GuestField.COMPANY), guest.text(GuestField.TITLE)
    status = Cell(
        wording.text("guest_status", guest.status),
        wording.text("payment_status", "paid") if guest.paid else "",
        "ink" if guest.status is GuestStatus.ACCEPTED else "muted",
    )
    if known:
        status = Cell(translate("ImportTables", "On the list already"), tone="muted")
    return [
        _row(guest.row),
        Cell(
            guest.name,
            guest.text(GuestField.READING),
            "muted" if known else "ink",
            bold=not known,
        ),
        Cell(company or title, title if company else ""),
        Cell(guest.text(GuestField.CATEGORY)),
        status,
        Cell(f"+{guest.companions}" if guest.companions else ""),
    ]


def _row(number: int) -> Cell:
    return Cell(str(number), tone="muted")


def _one_line(cell: object) -> str:
    return " ".join(str(cell).split())
