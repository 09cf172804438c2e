"""What a list changes of guests who are known: one line a decision, ticked when it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField
from reception_app.domain.list_changes import STATUS, FieldChange
from reception_app.services.guest_import import ImportChoices, ImportPreview
from reception_app.ui.guests.guest_table import category_name
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.parts.table import CellRole
from reception_app.wording import Wording

_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex


class Deed(Enum):
    """What ticking a line means."""

    CHANGE = auto()
    CONFLICT = auto()
    CANCEL = auto()
    IS_GUEST = auto()
    IS_NEW = auto()


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: `guest` is the id of the guest it is about, `row` that of a guest in doubt."""

    deed: Deed
    name: str
    what: str
    old: str = ""
    new: str = ""
    guest: str = ""
    field: str = ""
    row: int = 0


class ChangeColumn(IntEnum):
    """The columns, from the left."""

    TICK = 0
    GUEST = auto()
    WHAT = auto()
    NOW = auto()
    LIST = auto()


class ChangeTable(QAbstractTableModel):
    """The decisions of an import; `changed` tells that a tick was set or taken away."""

    changed = Signal()

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._decisions: tuple[Decision, ...] = ()
        self._ticked: set[Decision] = set()

    def show_preview(self, preview: ImportPreview, plan: FeePlan) -> None:
        """Show what is to be decided; a change is ticked unless somebody wrote the old word."""
        self.beginResetModel()
        self._decisions = tuple(decisions(preview, plan, self._wording))
        self._ticked = {one for one in self._decisions if one.deed is Deed.CHANGE}
        self.endResetModel()

    def choices(self) -> ImportChoices:
        """What the ticks say."""
        of = {deed: [d for d in self._decisions if d.deed is deed] for deed in Deed}
        ticked = self._ticked
        return ImportChoices(
            left=frozenset((d.guest, d.field) for d in of[Deed.CHANGE] if d not in ticked),
            taken=frozenset((d.guest, d.field) for d in of[Deed.CONFLICT] if d in ticked),
            cancelled=frozenset(d.guest for d in of[Deed.CANCEL] if d in ticked),
            same_as={
                **{d.row: d.guest for d in of[Deed.IS_GUEST] if d in ticked},
                **{d.row: None for d in of[Deed.IS_NEW] if d in ticked},
            },
        )

    @property
    def ticked(self) -> int:
        """How many decisions will be carried out."""
        return len(self._ticked)

    def toggle(self, row: int) -> None:
        """Set or take away the tick of a line; a guest in doubt is only one person."""
        decision = self._decisions[row]
        if decision in self._ticked:
            self._ticked.remove(decision)
        else:
            if decision.row:
                self._ticked -= {one for one in self._ticked if one.row == decision.row}
            self._ticked.add(decision)
        last = self.rowCount() - 1
        self.dataChanged.emit(self.index(0, 0), self.index(last, ChangeColumn.TICK))
        self.changed.emit()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many decisions there are."""
        return 0 if parent.isValid() else len(self._decisions)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(ChangeColumn)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        across = orientation is Qt.Orientation.Horizontal
        if not across or role != Qt.ItemDataRole.DisplayRole or section >= len(ChangeColumn):
            return None
        translate = QCoreApplication.translate
        return {
            ChangeColumn.TICK: "",
            ChangeColumn.GUEST: self._wording.text("list_field", "name"),
            ChangeColumn.WHAT: translate("ImportChanges", "What"),
            ChangeColumn.NOW: translate("ImportChanges", "Now"),
            ChangeColumn.LIST: translate("ImportChanges", "In the list"),
        }[ChangeColumn(section)]

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, and how it looks."""
        if not index.isValid() or not 0 <= index.row() < len(self._decisions):
            return None
        decision, column = self._decisions[index.row()], ChangeColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(decision, column)
            case Qt.ItemDataRole.CheckStateRole if column is ChangeColumn.TICK:
                ticked = decision in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case CellRole.BOLD:
                return column is ChangeColumn.GUEST
            case CellRole.TONE if column is ChangeColumn.NOW:
                return "warn" if decision.deed is Deed.CONFLICT else "muted"
            case _:
                return None

    def setData(self, index: _AnyIndex, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Toggle the tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != ChangeColumn.TICK:
            return False
        self.toggle(index.row())
        return True

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """The first column takes a tick."""
        flags = super().flags(index)
        tick = index.isValid() and index.column() == ChangeColumn.TICK
        return flags | Qt.ItemFlag.ItemIsUserCheckable if tick else flags

    def _text(self, decision: Decision, column: ChangeColumn) -> str:
        return {
            ChangeColumn.TICK: "",
            ChangeColumn.GUEST: decision.name,
            ChangeColumn.WHAT: decision.what,
            ChangeColumn.NOW: decision.old,
            ChangeColumn.LIST: decision.new,
        }[column]


def decisions(preview: ImportPreview, plan: FeePlan, wording: Wording) -> Iterator[Decision]:
    """Everything a person may decide over a preview, guests in doubt first."""
    translate = QCoreApplication.translate
    is_guest = translate("ImportChanges", "Is this no. %1?")
    is_new = translate("ImportChanges", "Somebody new")
    for one in preview.in_doubt:
        company = one.listed.text(GuestField.COMPANY)
        for guest in one.candidates:
            yield Decision(
                Deed.IS_GUEST, one.listed.name, filled(is_guest, guest.number), guest.company,
                company, guest=guest.id, row=one.listed.row,
            )  # fmt: skip
        yield Decision(Deed.IS_NEW, one.listed.name, is_new, new=company, row=one.listed.row)
    for known in preview.changed:
        for change in known.changes:
            yield _change(known.guest, change, plan, wording)
        for companion in known.party.surplus:
            yield _cancellation(companion, translate("ImportChanges", "No longer comes along"))
    for gone in preview.gone:
        yield _cancellation(gone.guest, translate("ImportChanges", "Gone from the list: cancel"))


def _change(guest: Guest, change: FieldChange, plan: FeePlan, wording: Wording) -> Decision:
    old, new = change.old, change.new
    if change.field == STATUS:
        old, new = (wording.text("guest_status", status) for status in (old, new))
    elif change.field == GuestField.CATEGORY:
        old, new = category_name(plan, old), category_name(plan, new)
    return Decision(
        Deed.CONFLICT if change.conflict else Deed.CHANGE,
        guest.name,
        wording.text("guest_field", change.field),
        old,
        new,
        guest=guest.id,
        field=change.field,
    )


def _cancellation(guest: Guest, what: str) -> Decision:
    return Decision(Deed.CANCEL, guest.name, what, guest=guest.id)
