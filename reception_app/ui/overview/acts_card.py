"""The last acts of the door on the overview page, and the way to the event log."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.door.recent_list import RecentRow
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_ROW_HEIGHT = 26
_HEAD_HEIGHT = 64
_TIME_WIDTH = 44


class ActsCard(Card):
    """As many of the last acts as there is room for; `log` opens all of them."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("OverviewPage", "Just now"))
        self.log = KeyHint(QCoreApplication.translate("OverviewPage", "Event log"), "Ctrl+L")
        self.log.setShortcut(QKeySequence())  # the event menu has the key in the whole window
        assert self.head is not None
        self.head.addWidget(self.log)
        self._nothing = Label(
            QCoreApplication.translate("OverviewPage", "Nothing has happened at the door yet."),
            tone="muted",
            wrap=True,
        )
        self._lines: list[_Line] = []
        self._rows: tuple[RecentRow, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._column)
        self.body.addStretch()

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show these acts, newest first."""
        self._rows = tuple(rows)
        self._nothing.setVisible(not rows)
        self._fill()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its lines take the room there is; they ask for none, in px."""
        return QSize(160, _HEAD_HEIGHT + 2 * _ROW_HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: what is beside it comes first, in px."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many as fit."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        room = max((self.height() - _HEAD_HEIGHT) // _ROW_HEIGHT, 0)
        shown = self._rows[:room]
        while len(self._lines) < len(shown):
            line = _Line()
            self._lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(shown))
            if number < len(shown):
                line.show_row(shown[number])


class _Line(QWidget):
    """One act: when, whose, how it went."""

    def __init__(self) -> None:
        super().__init__()
        self._time = Label(tone="muted", size=Type.SMALL + 1)
        self._name = Label(elide=True)
        self._outcome = Label(size=Type.SMALL + 1)
        self._time.setFixedWidth(_TIME_WIDTH)
        self.setFixedHeight(_ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self._time)
        row.addWidget(self._name, 1)
        row.addWidget(self._outcome)

    def show_row(self, row: RecentRow) -> None:
        """Show another act."""
        self._time.setText(row.time)
        self._name.setText(row.name)
        self._outcome.setText(row.outcome)
        self._outcome.set_tone(row.tone)
