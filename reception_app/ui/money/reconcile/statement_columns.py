"""What each column of a bank's CSV holds: a choice over its heading and its first cells."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.documents.bank_statement.columns import BankColumn, BankColumns
from reception_app.documents.bank_statement.headings import BankField
from reception_app.ui import theme
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_SAMPLES = 3
_WIDTH = 164
_HEIGHT = 132


class StatementColumns(QScrollArea):
    """The columns side by side; `corrected` carries a column (from 0) and the field chosen."""

    corrected = Signal(int, object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.choices: dict[int, QComboBox] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHT)

    def show_columns(self, columns: BankColumns, rows: Sequence[Sequence[str]]) -> None:
        """Show what the columns hold now, with cells of the first rows of the body."""
        body = [row for row in rows[columns.first_row :] if any(cell.strip() for cell in row)]
        headings = [column.heading for column in columns.columns]
        if [box.accessibleName() for box in self.choices.values()] != headings:
            self._build(columns, body[:_SAMPLES])
        for column in columns.columns:
            choice = self.choices[column.index]
            blocked = choice.blockSignals(True)  # noqa: FBT003 - Qt's signature
            choice.setCurrentIndex(choice.findData(column.field.value))
            choice.blockSignals(blocked)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the wheel change no meaning by the way."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _build(self, columns: BankColumns, body: Sequence[Sequence[str]]) -> None:
        self.choices.clear()
        contents = QWidget()
        contents.setObjectName("scrolled")
        row = QHBoxLayout(contents)
        row.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID)
        row.setSpacing(theme.GRID)
        for column in columns.columns:
            row.addLayout(self._column(column, body))
        row.addStretch()
        self.setWidget(contents)

    def _column(self, column: BankColumn, body: Sequence[Sequence[str]]) -> QVBoxLayout:
        choice = QComboBox()
        for field in BankField:
            choice.addItem(self._wording.text("bank_field", field), field.value)
        choice.setAccessibleName(column.heading)
        choice.setFixedWidth(_WIDTH)
        choice.installEventFilter(self)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.currentIndexChanged.connect(
            lambda _number, index=column.index: self._tell_choice(index)
        )
        self.choices[column.index] = choice
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(choice)
        heading = Label(column.heading or str(column.index + 1), bold=True, elide=True)
        heading.setFixedWidth(_WIDTH)
        words.addWidget(heading)
        for cells in body:
            cell = cells[column.index].strip() if column.index < len(cells) else ""
            sample = Label(cell, size=Type.SMALL, tone="muted", elide=True)
            sample.setFixedWidth(_WIDTH)
            words.addWidget(sample)
        words.addStretch()
        return words

    def _tell_choice(self, index: int) -> None:
        self.corrected.emit(index, BankField(self.choices[index].currentData()))
