"""A sheet of labels on screen: which one is the first to be printed on."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reception_app.documents.label_sheet import LabelSheet
from reception_app.ui import theme
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type, colours_of

_LABEL_GAP = 4
_WIDEST, _HIGHEST = 150.0, 160.0
_NUMBERED_FROM = 20
"""px: lower labels show no number."""

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class LabelPicker(QWidget):
    """The labels of a sheet; the chosen one is the first to be printed, earlier ones are used up.

    A click or the arrow keys choose.
    """

    chosen = Signal(int)

    def __init__(self, sheet: LabelSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._first = 1
        self._fit_size()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_choice()

    @property
    def first_label(self) -> int:
        """The first label to be printed on, from 1."""
        return self._first

    def show_sheet(self, sheet: LabelSheet) -> None:
        """Show the labels of another sheet, and begin on its first one."""
        self._sheet, self._first = sheet, 1
        self._fit_size()
        self._name_choice()
        self.update()

    def choose(self, label: int) -> None:
        """Begin on this label, from 1."""
        if label != self._first and 1 <= label <= self._sheet.labels:
            self._first = label
            self._name_choice()
            self.update()
            self.chosen.emit(label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the label under the mouse."""
        for label in range(1, self._sheet.labels + 1):
            if self._place(label).contains(event.position().toPoint()):
                self.choose(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose a neighbour."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(self._first + step[0] * self._sheet.columns + step[1])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint used labels empty, the others filled with their number."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Type.SMALL))
        for label in range(1, self._sheet.labels + 1):
            used, first = label < self._first, label == self._first
            area = QRectF(self._place(label)).adjusted(0.5, 0.5, -0.5, -0.5)
            strong = first and self.hasFocus()
            painter.setPen(QPen(QColor(colours.accent if first else colours.line), 1 + strong))
            painter.setBrush(QColor(colours.inset if used else colours.accent_soft))
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(QColor(colours.muted if used else colours.accent))
            if area.height() >= _NUMBERED_FROM or first:
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(label))

    def _fit_size(self) -> None:
        """As many labels as the sheet has, in their proportions, in the room there is."""
        across = min(56.0, _WIDEST / self._sheet.columns)
        down = min(36.0, _HIGHEST / self._sheet.rows, across * 36 / 56)
        self.setFixedSize(
            round(self._sheet.columns * across), round(self._sheet.rows * max(down, 8))
        )

    def _place(self, label: int) -> QRect:
        row, column = divmod(label - 1, self._sheet.columns)
        width, height = self.width() // self._sheet.columns, self.height() // self._sheet.rows
        return QRect(column * width, row * height, width - _LABEL_GAP, height - _LABEL_GAP)

    def _name_choice(self) -> None:
        words = QCoreApplication.translate("LabelPicker", "First label: %1 of %2")
        self.setAccessibleName(filled(words, self._first, self._sheet.labels))
