"""The hits: guests to pick from with the arrows and Enter, each told apart from their neighbours.

The rows are painted, so narrowing them with every key is one repaint.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.door.door_questions import ENTER
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.keys import KeyCap, KeyHint
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.theme import Type, colours_of

_ROW_HEIGHT = 60
_EDGE = 20
_NUMBER_WIDTH = 56
_SWATCH = 10


@dataclass(frozen=True, slots=True)
class HitRow:
    """One guest: `guest` is the id, `beneath` what tells neighbours apart, `state` how things are.

    `swatch` is the `#rrggbb` of the category, empty for none.
    """

    guest: str
    number: str
    name: str
    reading: str
    beneath: str
    state: str = ""
    tone: Tone = "muted"
    swatch: str = ""


class HitList(Card):
    """The card with the hits; `picked` carries a guest's id.

    `left` says that enough were picked, where more than one may be.
    """

    picked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setObjectName("card")
        self._title = Label(bold=True, elide=True)
        self._title.setContentsMargins(_EDGE, 14, _EDGE, 6)
        self._scroll = QScrollArea()
        self._rows = _Rows()
        self._nobody = Label(size=Type.LARGE, tone="muted", wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._rows.picked.connect(self.picked)
        self._leave = KeyHint("", "F6")
        self._leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, _EDGE, 0)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        self._keys = [KeyCap(key) for key in ("↑", "↓", "Enter")]
        for key in self._keys:
            head.addWidget(key)
        head.addSpacing(theme.GRID)
        head.addWidget(self._leave)
        self.body.addLayout(head)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._nobody, 1)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setObjectName("scrolled")

    @property
    def rows(self) -> tuple[HitRow, ...]:
        """What can be picked now."""
        return self._rows.shown

    @property
    def selected(self) -> HitRow | None:
        """The row Enter picks."""
        number = self._rows.selected
        return self._rows.shown[number] if 0 <= number < len(self._rows.shown) else None

    def show_rows(
        self, title: str, rows: tuple[HitRow, ...], *, nobody: str = "", select_first: bool = True,
        leave: str = "",
    ) -> None:  # fmt: skip
        """Show these guests, or the words `nobody` when there are none.

        Without `select_first` no one is picked before an arrow key. `leave` is the caption of the
        way out where several may be picked.
        """
        self._leave.set_caption(leave)
        self._leave.setVisible(bool(leave))
        self._title.setText(title)
        self._nobody.setText(nobody)
        self._nobody.setVisible(not rows)
        for part in (self._scroll, *self._keys):
            part.setVisible(bool(rows))
        self._rows.show_rows(rows, 0 if rows and select_first else -1)
        self._scroll.verticalScrollBar().setValue(0)

    def step(self, by: int) -> None:
        """Select the row below (+1) or above (-1)."""
        last = len(self._rows.shown) - 1
        if last < 0:
            return
        self._rows.select(min(max(self._rows.selected + by, 0), last))
        top = self._rows.selected * _ROW_HEIGHT
        self._scroll.ensureVisible(0, top + _ROW_HEIGHT // 2, 0, _ROW_HEIGHT // 2 + 1)

    def take(self, key: str) -> bool:
        """Pick the selected guest at Enter."""
        if key != ENTER:
            return False
        if self.selected is not None:
            self.picked.emit(self.selected.guest)
        return True

    def give_back(self) -> None:
        """Nothing: no letter means anything here."""


class _Rows(QWidget):
    """The painted rows."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[HitRow, ...] = ()
        self.selected = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_rows(self, rows: tuple[HitRow, ...], selected: int) -> None:
        self.shown = rows
        self.selected = selected
        self.setMinimumHeight(len(rows) * _ROW_HEIGHT)
        self.setAccessibleName("\n".join(f"{row.name} {row.beneath}" for row in rows))
        self.update()

    def select(self, number: int) -> None:
        for changed in (self.selected, number):
            self.update(QRect(0, changed * _ROW_HEIGHT, self.width(), _ROW_HEIGHT))
        self.selected = number

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all rows, in px."""
        return QSize(480, len(self.shown) * _ROW_HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the row."""
        number = int(event.position().y()) // _ROW_HEIGHT
        if number < len(self.shown):
            self.select(number)
            self.picked.emit(self.shown[number].guest)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = event.rect().top() // _ROW_HEIGHT
        last = event.rect().bottom() // _ROW_HEIGHT
        for number, row in enumerate(self.shown[first : last + 1], start=first):
            self._paint_row(painter, row, number)

    def _paint_row(self, painter: QPainter, row: HitRow, number: int) -> None:
        colours = colours_of(self)
        top = number * _ROW_HEIGHT
        right = self.width() - _EDGE
        if number == self.selected:
            area = QRectF(theme.GRID, top + 1, self.width() - 2 * theme.GRID, _ROW_HEIGHT - 3)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area, theme.GRID, theme.GRID)
        else:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(_EDGE, top + _ROW_HEIGHT - 1, right, top + _ROW_HEIGHT - 1)
        left = _EDGE + _NUMBER_WIDTH
        state = QFontMetrics(theme.font(Type.BASE)).horizontalAdvance(row.state)
        room = right - left - state - 16
        name_font, reading_font = theme.font(Type.LARGE), theme.font(Type.SMALL + 1)
        name_room = min(room, QFontMetrics(name_font).horizontalAdvance(row.name) + 2)
        base = theme.font(Type.BASE)
        figures = theme.font(Type.BASE)
        muted, ink = colours.muted, colours.ink
        beside = left + name_room + 12
        texts = (
            (row.number, figures, muted, QRectF(_EDGE, top + 8, _NUMBER_WIDTH, 24)),
            (row.name, name_font, ink, QRectF(left, top + 7, name_room, 26)),
            (row.reading, reading_font, muted, QRectF(beside, top + 9, left + room - beside, 24)),
            (row.beneath, reading_font, muted, QRectF(left + 18, top + 33, room - 18, 20)),
        )  # fmt: skip
        for text, font, colour, box in texts:
            if box.width() > 0:
                _draw(painter, text, font=font, colour=colour, box=box)
        if row.swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(row.swatch))
            painter.drawRoundedRect(QRectF(left, top + 38, _SWATCH, _SWATCH), 2, 2)
        painter.setFont(base)
        painter.setPen(QColor(getattr(colours, row.tone)))
        box = QRectF(right - state - 2, top, state + 2, _ROW_HEIGHT)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.state)


def _draw(painter: QPainter, text: str, *, font: QFont, colour: str, box: QRectF) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    # In the middle: companions of one host differ only in how their names end.
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
