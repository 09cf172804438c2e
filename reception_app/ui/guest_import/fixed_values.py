"""The same for everybody: a text that stands for a whole column of a guest list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_FIELDS = (
    ListField.CATEGORY,
    ListField.STATUS,
    ListField.PAYMENT,
    ListField.COMPANY,
    ListField.INTRODUCER,
    ListField.TABLE,
    ListField.LABELS,
    ListField.NOTE,
)
"""What may be the same for everybody on a list; each of them once."""

_FIELD_WIDTH = 150


class FixedValues(QWidget):
    """One line a field with its text; `changed` carries the texts by field."""

    changed = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._categories: tuple[str, ...] = ()
        self.lines: dict[ListField, QLineEdit] = {}
        self._parts: dict[ListField, QWidget] = {}
        self.field = QComboBox()
        self.field.setAccessibleName(QCoreApplication.translate("FixedValues", "Field"))
        self.add = ActionButton(
            QCoreApplication.translate("FixedValues", "Same for everybody"), icon="plus", height=32
        )
        self.add.setAutoDefault(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, 0)
        self._column.setSpacing(theme.GRID - 2)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        self.field.setFixedWidth(_FIELD_WIDTH)
        row.addWidget(self.field)
        row.addWidget(self.add)
        row.addStretch()
        self._column.addLayout(row)
        self.add.clicked.connect(self._add_chosen)
        self._offer()

    def show_fixed(self, fixed: Mapping[ListField, str], categories: Sequence[str]) -> None:
        """Show the texts as they stand; `categories` are offered while a category is typed."""
        self._categories = tuple(categories)
        for field in [field for field in self.lines if field not in fixed]:
            self._remove(field)
        for field, text in fixed.items():
            line = self.lines.get(field) or self._add_line(field)
            if line.text() != text and not line.hasFocus():
                line.setText(text)
        self._offer()

    def texts(self) -> dict[ListField, str]:
        """The texts that are not empty, by field."""
        return {field: text for field, line in self.lines.items() if (text := line.text().strip())}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter end the text and no more: it must not take the list in by the way."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._tell()
            return True
        return False

    def _add_chosen(self) -> None:
        field = self.field.currentData()
        if field is not None:
            self._add_line(ListField(field)).setFocus()
            self._offer()

    def _add_line(self, field: ListField) -> QLineEdit:
        part, line, caption = QWidget(), QLineEdit(), self._wording.text("list_field", field)
        line.setAccessibleName(caption)
        line.setPlaceholderText(caption)
        if field is ListField.CATEGORY:
            line.setCompleter(QCompleter(list(self._categories), line))
        remove = ActionButton(QCoreApplication.translate("FixedValues", "Not for all"), height=32)
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda: self._drop(field))
        line.editingFinished.connect(self._tell)
        line.installEventFilter(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(Label(caption, size=Type.SMALL, tone="muted"))
        row.addWidget(line, 1)
        row.addWidget(remove)
        self._column.insertWidget(self._column.count() - 1, part)
        self.lines[field], self._parts[field] = line, part
        return line

    def _drop(self, field: ListField) -> None:
        self._remove(field)
        self._offer()
        self._tell()

    def _remove(self, field: ListField) -> None:
        part = self._parts.pop(field)
        del self.lines[field]
        part.hide()
        part.deleteLater()

    def _offer(self) -> None:
        """Offer the fields that have no text yet."""
        self.field.clear()
        for field in _FIELDS:
            if field not in self.lines:
                self.field.addItem(self._wording.text("list_field", field), field.value)
        self.add.setEnabled(self.field.count() > 0)

    def _tell(self) -> None:
        self.changed.emit(self.texts())
