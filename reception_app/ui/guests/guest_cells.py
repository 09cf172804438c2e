"""Writing into the cells of the guest list: the line or the choice that opens in a cell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestField
from reception_app.domain.guest_column import GuestColumn
from reception_app.ui.guests.guest_columns import COLUMNS, FIELDS
from reception_app.ui.guests.guest_table import GuestTable
from reception_app.ui.parts.table import Cell, CellDelegate, Index, rect_of
from reception_app.ui.theme import colours_of

KnownTexts = Callable[[GuestField], Sequence[str]]
"""What stands in a field of other guests, the most used first, to be offered while typing."""

_OFFERED = frozenset({GuestField.COMPANY, GuestField.TABLE, GuestField.INTRODUCER})
_CATEGORY = COLUMNS.index(GuestColumn.CATEGORY)


class GuestDelegate(CellDelegate):
    """Paints the guests' cells and opens an editor in them; a category is chosen, not typed."""

    def __init__(
        self, parent: QAbstractItemView, plan: Callable[[], FeePlan], known: KnownTexts
    ) -> None:
        super().__init__(parent)
        self._view = parent
        self._plan = plan
        self._known = known

    def cell(self, index: Index) -> Cell:
        """What a cell says, straight from the model."""
        model = index.model()
        return model.cell(index) if isinstance(model, GuestTable) else super().cell(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, with a frame around the one that F2 opens."""
        super().paint(painter, option, index)
        view = self._view
        if view.hasFocus() and view.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(QColor(colours_of(view).accent), 1))
            painter.drawRect(rect_of(option).adjusted(1, 1, -2, -2))
            painter.restore()

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line, or for the category a choice."""
        if index.column() == _CATEGORY:
            return self._category_choice(parent)
        line = QLineEdit(parent)
        line.setObjectName("cell")
        field = FIELDS[COLUMNS[index.column()]]
        if field in _OFFERED:
            completer = QCompleter(list(self._known(field)), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what stands in the cell, all of it selected."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            if editor.findData(text) < 0:
                editor.addItem(text, text)
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Hand on what was typed, when it is another text."""
        if isinstance(editor, QComboBox):
            text = str(editor.currentData() or "")
        else:
            assert isinstance(editor, QLineEdit)
            text = editor.text()
        if text != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The editor fills its cell, and is never too narrow to read."""
        area = rect_of(option).adjusted(2, 2, -2, -3)
        area.setWidth(max(area.width(), 120))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The down and up arrows take what was typed and go on in the next line."""
        if (
            isinstance(editor, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not _is_offering(editor)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)

    def _category_choice(self, parent: QWidget) -> QComboBox:
        choice = QComboBox(parent)
        choice.setObjectName("cell")
        choice.addItem("—", "")
        for category in self._plan().categories:
            choice.addItem(category.name, category.code)
        return choice


def _is_offering(editor: QLineEdit) -> bool:
    completer: QCompleter | None = editor.completer()
    popup = completer.popup() if completer is not None else None
    return popup is not None and popup.isVisible()
