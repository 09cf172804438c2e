"""The row of tabs above a page: rounded words with the key that opens each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from reception_app.ui import theme
from reception_app.ui.parts.chip import CHIP_HEIGHT, Chip
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.keys import KeyCap
from reception_app.ui.parts.label import set_tooltip


class TabRow(QWidget):
    """Tabs of which one is open; Alt and the number beside its name opens one from anywhere.

    `chosen` tells which was opened, by its number from 0.
    """

    chosen = Signal(int)

    def __init__(self, captions: Sequence[str]) -> None:
        super().__init__()
        self.chips = [
            Chip(caption, checkable=True, hint=str(number))
            for number, caption in enumerate(captions, 1)
        ]
        row = FlowLayout(self, spacing=theme.GRID // 2)
        self._modifier = KeyCap(_shown("Alt+1")[:-1].rstrip("+"))
        self._modifier.setFixedHeight(CHIP_HEIGHT)
        row.addWidget(self._modifier)
        self._modifier.setVisible(bool(captions))
        for number, chip in enumerate(self.chips):
            key = f"Alt+{number + 1}"
            QShortcut(QKeySequence(key), self).activated.connect(chip.click)
            set_tooltip(chip, f"{captions[number]} ({_shown(key)})")
            chip.setAutoExclusive(True)
            chip.toggled.connect(self._tell)
            row.addWidget(chip)

    @property
    def current(self) -> int:
        """The number of the open tab, -1 while none is."""
        return next((n for n, chip in enumerate(self.chips) if chip.isChecked()), -1)

    def choose(self, number: int) -> None:
        """Open the tab of this number."""
        self.chips[number].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the tabs fill the line, they stand closer, and Alt in their tooltips alone."""
        super().resizeEvent(event)
        self._set_tight(tight=False)
        room = self.width()
        self._modifier.setVisible(self._length() + self._modifier.width() <= room)
        self._set_tight(tight=self._length() > room)

    def _set_tight(self, *, tight: bool) -> None:
        for chip in self.chips:
            chip.set_tight(tight=tight)

    def _length(self) -> int:
        """How long the tabs are in one line, in px."""
        gap = theme.GRID // 2
        return sum(chip.sizeHint().width() for chip in self.chips) + gap * (len(self.chips) - 1)

    def _tell(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if chosen:
            self.chosen.emit(self.current)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
