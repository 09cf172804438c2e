"""The last answers of this desk: time, name, category and how it went, newest first."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.theme import Type, colours_of

_ROW_HEIGHT = 56
_EDGE = 16


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One answer: `key` finds it again, `outcome` says how it went in `tone`."""

    key: str
    time: str
    name: str
    category: str
    outcome: str
    tone: Tone = "ink"


class RecentList(Card):
    """The card with the last answers; `chosen` carries the key of a clicked row."""

    chosen = Signal(str)

    def __init__(self, *, undo_key: str = "F3") -> None:
        super().__init__(padding=0)
        self._title = Label(bold=True)
        self.undo = KeyHint("", undo_key)
        self._scroll = QScrollArea()
        self._rows = _Rows(self._scroll.verticalScrollBar())
        self._rows.chosen.connect(self.chosen)
        self._build_layout()
        self._set_texts()

    def show_rows(self, rows: tuple[RecentRow, ...]) -> None:
        """Show these answers, newest first."""
        self._rows.show_rows(rows)

    def select(self, key: str) -> None:
        """Mark the row of this key and bring it into view; an empty key shows the newest again."""
        number = self._rows.select(key)
        if not key:
            self._scroll.verticalScrollBar().setValue(0)
        if number is not None:
            middle = number * _ROW_HEIGHT + _ROW_HEIGHT // 2
            self._scroll.ensureVisible(0, middle, 0, _ROW_HEIGHT // 2 + 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 10, _EDGE, 2)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.undo)
        self.body.addLayout(head)
        scroll = self._scroll
        scroll.setWidget(self._rows)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setObjectName("scrolled")
        self.body.addWidget(scroll, 1)
        self.body.setContentsMargins(1, 1, 1, _EDGE // 2)

    def _set_texts(self) -> None:
        self._title.setText(QCoreApplication.translate("RecentList", "Just now"))
        self.undo.set_caption(QCoreApplication.translate("RecentList", "Undo"))


class _Rows(QWidget):
    """The rows, painted: showing a new answer is one repaint."""

    chosen = Signal(str)

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self._shown: tuple[RecentRow, ...] = ()
        self._selected = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_rows(self, rows: tuple[RecentRow, ...]) -> None:
        self._shown = rows
        self.setMinimumHeight(len(rows) * _ROW_HEIGHT)
        self.setAccessibleName("\n".join(f"{row.time} {row.name} {row.outcome}" for row in rows))
        self.update()

    def select(self, key: str) -> int | None:
        """Mark the row of this key; returns its place from 0."""
        self._selected = key
        self.update()
        return next((n for n, row in enumerate(self._shown) if key and row.key == key), None)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all rows, in px."""
        return QSize(240, len(self._shown) * _ROW_HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the row."""
        number = int(event.position().y()) // _ROW_HEIGHT
        if number < len(self._shown):
            self.chosen.emit(self._shown[number].key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows in view."""
        painter = QPainter(self)
        first = event.rect().top() // _ROW_HEIGHT
        last = event.rect().bottom() // _ROW_HEIGHT
        for number, row in enumerate(self._shown[first : last + 1], start=first):
            self._paint_row(painter, row, number * _ROW_HEIGHT)

    def _paint_row(self, painter: QPainter, row: RecentRow, top: int) -> None:
        colours = colours_of(self)
        right = self.width() - (_EDGE - self._bar.width() if self._bar.isVisible() else _EDGE)
        if row.key and row.key == self._selected:
            painter.fillRect(0, top, self.width(), _ROW_HEIGHT - 1, QColor(colours.accent_soft))
            painter.fillRect(0, top, 4, _ROW_HEIGHT - 1, QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(_EDGE, top + _ROW_HEIGHT - 1, right, top + _ROW_HEIGHT - 1)
        base, small = theme.font(Type.BASE), theme.font(Type.SMALL)
        left = _EDGE + QFontMetrics(base).horizontalAdvance("00:00") + 12
        outcome = QFontMetrics(base).horizontalAdvance(row.outcome)
        name = (row.name, theme.font(Type.BASE, bold=True), colours.ink, right - left, top + 8)
        category = (row.category, small, colours.muted, right - left - outcome - 8, top + 29)
        for text, font, colour, room, y in (name, category):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            # In the middle: companions of one host differ only in how their names end.
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(QRectF(left, y, room, 20), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(base)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(_EDGE, top + 8, left, 20), Qt.AlignmentFlag.AlignVCenter, row.time)
        painter.setPen(QColor(getattr(colours, row.tone)))
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(left, top + 29, right - left, 20), align, row.outcome)
