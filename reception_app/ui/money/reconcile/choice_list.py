"""The choices for a row, painted: the key first, the name bold, the reasons in words below."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.money.reconcile.choices import Choice
from reception_app.ui.parts.keys import KEY_HEIGHT, draw_key, key_width
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.text_lines import break_lines, draw_figure, figure_width
from reception_app.ui.theme import Type, colours_of

_EDGE = 16
_LINE = 21
_ABOVE = 10
_KEY_ROOM = 64
_SWATCH = 10
_MOST_LINES = 2


class ChoiceList(QScrollArea):
    """A list of choices; `picked` carries the key of the one that was clicked."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows()
        self._rows.picked.connect(self.picked)
        self.setWidget(self._rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen now."""
        return self._rows.choices

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show these instead, from the top."""
        if choices != self._rows.choices:
            self._rows.show_choices(choices)
            self.verticalScrollBar().setValue(0)


class _Rows(QWidget):
    """The painted rows."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.choices: tuple[Choice, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        self.choices = choices
        self._make_room()
        said = (f"{one.key}: {one.title} {one.amount} {one.reasons}" for one in choices)
        self.setAccessibleName("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all, in px."""
        return QSize(360, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The narrower, the more lines reasons take."""
        super().resizeEvent(event)
        self._make_room()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the choice."""
        top = 0
        for one in self.choices:
            top += self._height(one)
            if event.position().y() < top:
                self.picked.emit(one.key)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint them all; there are nine at most."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for one in self.choices:
            self._paint(painter, one, top)
            top += self._height(one)

    def _make_room(self) -> None:
        self.setMinimumHeight(sum(self._height(one) for one in self.choices))

    def _height(self, one: Choice) -> int:
        return 2 * _ABOVE + _LINE * (1 + len(self._lines(one)))

    def _lines(self, one: Choice) -> list[tuple[str, Tone]]:
        """What stands below the title: the reasons in up to two lines, then what tells apart."""
        room = self.width() - 2 * _EDGE - _left(one)
        reasons = break_lines(one.reasons, _small(), room, _MOST_LINES) if one.reasons else []
        told: list[tuple[str, Tone]] = [(line, one.tone) for line in reasons]
        return [*told, (one.beneath, "muted")] if one.beneath else told

    def _paint(self, painter: QPainter, one: Choice, top: int) -> None:
        colours = colours_of(self)
        right = self.width() - _EDGE
        key_top = top + _ABOVE + (_LINE - KEY_HEIGHT) / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_key(painter, one.key, _EDGE, key_top, ink=colours.ink, line=colours.muted)
        left = _EDGE + _left(one)
        bold = theme.font(Type.BASE + 1, bold=True)
        room = figure_width(one.amount, bold) + theme.GRID if one.amount else 0
        title_left = left
        if one.swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(one.swatch))
            middle = top + _ABOVE + _LINE / 2
            painter.drawRoundedRect(QRectF(left, middle - 5, _SWATCH, _SWATCH), 2, 2)
            title_left += 2 * theme.GRID
        line = QRectF(title_left, top + _ABOVE, right - room - title_left, _LINE)
        _write(painter, one.title, bold, colours.ink, line)
        painter.setPen(QColor(colours.ink))
        painter.setFont(bold)
        draw_figure(painter, one.amount, QRectF(right - room, top + _ABOVE, room, _LINE))
        line = QRectF(left, top + _ABOVE + _LINE, right - left, _LINE)
        for text, tone in self._lines(one):
            _write(painter, text, _small(), getattr(colours, tone), line)
            line.translate(0, _LINE)
        painter.setPen(QPen(QColor(colours.line), 1))
        bottom = top + self._height(one) - 1
        painter.drawLine(_EDGE, bottom, right, bottom)


def _left(one: Choice) -> int:
    """Where the words begin, right of the key, in px from the edge."""
    return max(_KEY_ROOM, key_width(one.key) + theme.GRID * 2)


def _small() -> QFont:
    return theme.font(Type.SMALL + 1)


def _write(painter: QPainter, text: str, font: QFont, colour: str, area: QRectF) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    end = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, end, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
