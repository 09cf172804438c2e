"""The start page: the events opened lately, and the ways to a new one."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from pathlib import Path
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
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.table import CellRole, Table
from reception_app.ui.theme import ThemeChoice, Type
from reception_app.ui.wording import LANGUAGE_NAMES, SYSTEM
from reception_app.wording import LANGUAGES

_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 60
_ACTION_WIDTH = 264
_LANGUAGE_CHOICES = (SYSTEM, *LANGUAGES)
_THEME_CHOICES = tuple(ThemeChoice)


class RecentColumn(IntEnum):
    """The columns of the recent events."""

    FILE = 0
    CHANGED = 1


class RecentEvents(QAbstractTableModel):
    """The files opened last, newest first; one that is gone is shown as gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[tuple[Path, datetime | None]] = []

    def show_files(self, files: Sequence[Path]) -> None:
        """Show these files, with the time each was last written."""
        self.beginResetModel()
        self._files = [(file, _changed(file)) for file in files]
        self.endResetModel()

    def file(self, row: int) -> Path:
        """The file in this row, from 0."""
        return self._files[row][0]

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many files there are."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Two: the file, and when it was last written."""
        return 0 if parent.isValid() else len(RecentColumn)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one role each
        """What a cell says, and how it looks."""
        if not index.isValid() or not 0 <= index.row() < len(self._files):
            return None
        file, changed = self._files[index.row()]
        in_file_column = index.column() == RecentColumn.FILE
        match role:
            case Qt.ItemDataRole.DisplayRole if in_file_column:
                return file.stem
            case Qt.ItemDataRole.DisplayRole:
                gone = QCoreApplication.translate("StartPage", "not found")
                return f"{changed:%Y-%m-%d %H:%M}" if changed else gone
            case CellRole.SECOND_LINE if in_file_column:
                return str(file.parent)
            case CellRole.BOLD:
                return in_file_column
            case CellRole.TONE:
                return "ink" if in_file_column and changed else "muted"
            case _:
                return None


class _RecentTable(Table):
    """The recent events: Enter opens one, Delete takes it off the list."""

    opened = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open or remove the current row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """Where the program begins.

    `opened` carries the file of a recent event, `removed` one to take off the list, `next_asked`
    one that another event is to follow, `rehearsal_asked` one to practise on a copy of, or None for
    an invented one; `language_chosen` and `theme_chosen` carry the choice a person made.
    """

    opened = Signal(object)
    removed = Signal(object)
    new_asked = Signal()
    open_asked = Signal()
    demo_asked = Signal()
    rehearsal_asked = Signal(object)
    next_asked = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(self, language_choice: str, theme_choice: ThemeChoice) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.recent = RecentEvents(self)
        self.table = _RecentTable()
        self.new = ActionButton(
            translate("StartPage", "New event"), key="Ctrl+N", primary=True, icon="plus", height=48
        )
        self.open = ActionButton(
            translate("StartPage", "Open an event…"), key="Ctrl+O", icon="folder", height=48
        )
        self.next = ActionButton(
            translate("StartPage", "Next event from the selected"),
            key="Ctrl+Shift+N",
            icon="copy",
            height=48,
        )
        self.demo = ActionButton(
            translate("StartPage", "Try the demo event"), icon="event_file", height=48
        )
        self.rehearse = ActionButton(
            translate("StartPage", "Rehearse at the door"), key="Ctrl+R", icon="again", height=48
        )
        system = translate("StartPage", "As the system")
        self.languages = ChipRow(system, *(LANGUAGE_NAMES[one] for one in LANGUAGES))
        self.themes = ChipRow(
            system, translate("StartPage", "Light"), translate("StartPage", "Dark")
        )
        self.languages.choose(_LANGUAGE_CHOICES.index(language_choice))
        self.themes.choose(_THEME_CHOICES.index(theme_choice))
        self._problem = QWidget()
        self._problem_words = Label(wrap=True, tone="danger")
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()

    @property
    def problem(self) -> str:
        """The sentence that says why the last attempt failed, empty when it did not."""
        return self._problem_words.text()

    def show_recent(self, files: Sequence[Path]) -> None:
        """Show the events opened lately, newest first."""
        self.recent.show_files(files)
        self._stack.setCurrentIndex(int(bool(files)))
        self.next.setVisible(bool(files))
        if files:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.new.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why the event could not be opened or made; an empty text takes it back."""
        self._problem_words.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _build_layout(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(theme.PAGE_MARGIN)
        columns.addWidget(self._recent_card(), 1)
        columns.addLayout(self._actions())
        page = QVBoxLayout(self)
        page.setContentsMargins(40, 36, 40, 28)
        page.setSpacing(theme.PAGE_MARGIN)
        page.addLayout(_head())
        page.addWidget(self._problem_line())
        page.addLayout(columns, 1)
        page.addLayout(self._foot())

    def _problem_line(self) -> QWidget:
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(IconPicture("alert", colour="danger"))
        row.addWidget(self._problem_words, 1)
        self._problem.hide()
        return self._problem

    def _recent_card(self) -> QWidget:
        translate = QCoreApplication.translate
        card = Card(translate("StartPage", "Recent events"), padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.table.setModel(self.recent)
        self.table.set_widths(0, 184)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(translate("StartPage", "Recent events"))
        self._stack.addWidget(
            EmptyState(
                "calendar",
                translate("StartPage", "No event yet"),
                translate(
                    "StartPage",
                    "Make your own, open a file somebody gave you, or look around in the demo.",
                ),
            )
        )
        self._stack.addWidget(self.table)
        card.body.addWidget(self._stack, 1)
        return card

    def _actions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        for button in (self.new, self.next, self.open, self.demo, self.rehearse):
            button.setMinimumWidth(_ACTION_WIDTH)
            column.addWidget(button)
        column.addSpacing(theme.GRID)
        promise = Label(
            QCoreApplication.translate(
                "StartPage",
                "Everything stays on this computer: one event is one file, and no internet "
                "connection is needed.",
            ),
            tone="muted",
            size=Type.SMALL + 1,
            wrap=True,
        )
        promise.setMaximumWidth(_ACTION_WIDTH)
        column.addWidget(promise)
        column.addStretch()
        return column

    def _foot(self) -> QHBoxLayout:
        translate = QCoreApplication.translate
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        for icon, name, chips in (
            ("language", translate("StartPage", "Language"), self.languages),
            ("moon", translate("StartPage", "Theme"), self.themes),
        ):
            chips.setAccessibleName(name)
            row.addWidget(IconPicture(icon))
            row.addWidget(chips)
            row.addSpacing(theme.PAGE_MARGIN)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self.demo.clicked.connect(self.demo_asked)
        self.rehearse.clicked.connect(self._rehearse_current)
        self.next.clicked.connect(self._ask_next)
        self.table.opened.connect(self._open_current)
        self.table.clicked.connect(self._open_current)
        self.table.removed.connect(self._remove_current)
        self.languages.chosen.connect(self._choose_language)
        self.themes.chosen.connect(self._choose_theme)

    def _open_current(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.opened.emit(self.recent.file(row))

    def _rehearse_current(self) -> None:
        row = self.table.currentIndex().row()
        self.rehearsal_asked.emit(self.recent.file(row) if row >= 0 else None)

    def _ask_next(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.next_asked.emit(self.recent.file(row))

    def _remove_current(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.removed.emit(self.recent.file(row))

    def _choose_language(self, number: int) -> None:
        self.language_chosen.emit(_LANGUAGE_CHOICES[number])

    def _choose_theme(self, number: int) -> None:
        self.theme_chosen.emit(_THEME_CHOICES[number])


def _head() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(IconPicture("ticket", size=32, colour="accent"))
    row.addWidget(Label("Reception", size=Type.FIGURE, bold=True))
    aside = Label(
        QCoreApplication.translate("StartPage", "The door and the books of your event"),
        tone="muted",
    )
    row.addSpacing(theme.GRID)
    row.addWidget(aside, alignment=Qt.AlignmentFlag.AlignBottom)
    row.addStretch()
    return row


def _changed(file: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return None
