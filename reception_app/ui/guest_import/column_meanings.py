"""What each column of a guest list holds: shown with an example, corrected by choosing."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.mapping import ColumnMapping, ListColumn
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.ui import theme
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_EXAMPLES = 3


class ColumnMeanings(QScrollArea):
    """One line a column; `corrected` carries the column (from 0) and the field a person chose."""

    corrected = Signal(int, object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.choices: dict[int, QComboBox] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_mapping(self, raw: RawList, mapping: ColumnMapping) -> None:
        """Show what the columns hold now."""
        self.show()
        if set(self.choices) != {column.index for column in mapping.columns}:
            self._build(raw, mapping)
        for column in mapping.columns:
            choice = self.choices[column.index]
            blocked = choice.blockSignals(True)  # noqa: FBT003 - Qt's signature
            choice.setCurrentIndex(choice.findData(column.field.value))
            choice.blockSignals(blocked)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the wheel scroll the list, never change a meaning by the way."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _build(self, raw: RawList, mapping: ColumnMapping) -> None:
        self.choices.clear()
        contents = QWidget()
        contents.setObjectName("scrolled")
        column = QVBoxLayout(contents)
        column.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        for listed in mapping.columns:
            column.addLayout(self._line(raw, mapping, listed))
        column.addStretch()
        self.setWidget(contents)

    def _line(self, raw: RawList, mapping: ColumnMapping, listed: ListColumn) -> QHBoxLayout:
        heading = listed.heading or listed.letters
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(f"{listed.letters}　{heading}", elide=True))
        examples = _examples(raw, mapping, listed)
        words.addWidget(Label(examples, size=Type.SMALL, tone="muted", elide=True))
        choice = QComboBox()
        for field in ListField:
            choice.addItem(self._wording.text("list_field", field), field.value)
        choice.setAccessibleName(heading)
        choice.setFixedWidth(200)
        choice.installEventFilter(self)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.currentIndexChanged.connect(
            lambda _number, index=listed.index: self._tell_choice(index)
        )
        self.choices[listed.index] = choice
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addLayout(words, 1)
        line.addWidget(choice)
        return line

    def _tell_choice(self, index: int) -> None:
        self.corrected.emit(index, ListField(self.choices[index].currentData()))


def _examples(raw: RawList, mapping: ColumnMapping, listed: ListColumn) -> str:
    """The first different values of the column."""
    values: dict[str, None] = {}
    for row in raw.rows:
        text = " ".join(str(row.cell(listed.index)).split())
        if row.number >= mapping.first_row and text:
            values[text] = None
        if len(values) == _EXAMPLES:
            break
    return " · ".join(values) or QCoreApplication.translate("ColumnMeanings", "empty")
