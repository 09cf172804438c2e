"""The rail on the left: the event, the pages with their keys, and at the foot how things stand."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.parts.label import Label, button_caption, set_tooltip
from reception_app.ui.theme import Type, colours_of

RAIL_WIDTH = 184
_ITEM_HEIGHT = 44
_MENU_KEY = "Ctrl+0"
_REHEARSAL_TINT = "#7E57C2"


class Light(Enum):
    """The colour of a status dot; the words beside it say the same."""

    GOOD = "good"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class RailPage:
    """One page: a `key` of ours, its caption, its icon and the shortcut that opens it."""

    key: str
    caption: str
    icon: str
    shortcut: str


class Rail(QWidget):
    """The rail; `chosen` carries the key of the page a person opens."""

    chosen = Signal(str)

    def __init__(self, pages: tuple[RailPage, ...]) -> None:
        super().__init__()
        self._is_rehearsal = False
        self._event = Label(size=Type.BASE, bold=True, wrap=True)
        self._date = Label(size=Type.SMALL, tone="muted", wrap=True)
        self._desk = Label(size=Type.SMALL, tone="muted", elide=True)
        self.menu = _MenuButton()
        self._lights = QVBoxLayout()
        self._status_lines: list[StatusLine] = []
        self._items = {page.key: _RailItem(page) for page in pages}
        self._build_layout()
        self._connect()

    def show_event(self, name: str, date: str) -> None:
        """Name the event and its day."""
        self._event.setText(name)
        self._date.setText(date)

    def mark_rehearsal(self) -> None:
        """Tint the rail: what is open is only practised on."""
        self._is_rehearsal = True
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Offer this menu beside the event's name, and on Ctrl+0."""
        self.menu.setMenu(menu)

    def show_page(self, key: str) -> None:
        """Mark the page that is open."""
        self._items[key].setChecked(True)

    def show_foot(self, desk: str, *lights: tuple[Light, str]) -> None:
        """Say who works here, and how things stand: copies, connection."""
        self._desk.setText(desk)
        while len(self._status_lines) < len(lights):
            line = StatusLine()
            self._status_lines.append(line)
            self._lights.addWidget(line)
        for number, line in enumerate(self._status_lines):
            line.setVisible(number < len(lights))
            if number < len(lights):
                line.show_status(*lights[number])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface and the line at its right edge."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        if self._is_rehearsal:
            tint = QColor(_REHEARSAL_TINT)
            tint.setAlphaF(0.16)
            painter.fillRect(self.rect(), tint)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _build_layout(self) -> None:
        self.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 13, 20)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        head.setSpacing(2)
        name = QHBoxLayout()
        name.setSpacing(0)
        name.addWidget(self._event, 1)
        name.addWidget(self.menu, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(name)
        head.addWidget(self._date)
        column.addLayout(head)
        column.addSpacing(theme.GRID * 2)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        foot.setSpacing(2)
        self._lights.setSpacing(0)
        foot.addWidget(self._desk)
        foot.addLayout(self._lights)
        column.addLayout(foot)

    def _connect(self) -> None:
        for item in self._items.values():
            item.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(next(key for key, item in self._items.items() if item.isChecked()))


class _MenuButton(QToolButton):
    """Three dots that open what is to be done with the event as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(28, 28)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShortcut(QKeySequence(_MENU_KEY))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(QCoreApplication.translate("Rail", "Event menu"))
        key = QKeySequence(_MENU_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        set_tooltip(self, f"{self.accessibleName()} ({key})")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(colours.inset))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setBrush(QColor(colours.muted))
        for place in (-6, 0, 6):
            painter.drawEllipse(QRectF(self.width() / 2 + place - 1.75, 12.25, 3.5, 3.5))


class _RailItem(QAbstractButton):
    """One page in the rail."""

    def __init__(self, page: RailPage) -> None:
        super().__init__()
        self._page = page
        self.setText(button_caption(page.caption))
        # A button's own shortcut presses it for 100 ms before it acts; a page opens at once.
        key = QShortcut(QKeySequence(page.shortcut), self)
        key.activated.connect(self.click)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = QKeySequence(page.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        set_tooltip(self, f"{page.caption} ({self._key})")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The height of one page in the rail, in px."""
        return QSize(RAIL_WIDTH - 24, _ITEM_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint icon, caption and key."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        open_now = self.isChecked()
        if open_now or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if open_now else colours.inset))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 2, 0, -2), 8, 8)
        ink = colours.accent if open_now else colours.ink
        middle = self.height()
        icons.draw(painter, self._page.icon, ink, QRectF(10, 0, icons.ICON_SIZE, middle))
        painter.setPen(QColor(colours.accent if open_now else colours.muted))
        painter.setFont(theme.font(Type.SMALL))
        self._paint_key(painter)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(Type.BASE, bold=open_now))
        words = QRectF(40, 0, self.width() - 40 - 32, middle)
        shown = painter.fontMetrics().elidedText(
            self._page.caption, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_key(self, painter: QPainter) -> None:
        """The last sign of the key behind a drawn ⌃, which many fonts lack."""
        sign = self._key[-1]
        metrics = painter.fontMetrics()
        right = self.width() - 12
        left = right - metrics.horizontalAdvance(sign)
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, base), sign)
        pen = QPen(painter.pen().color(), 1.25)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.save()
        painter.setPen(pen)
        tip = QPointF(left - 5, self.height() / 2 - 1.5)
        painter.drawPolyline([tip + QPointF(-3, 3.5), tip, tip + QPointF(3, 3.5)])
        painter.restore()


class StatusLine(QWidget):
    """A dot and what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._light = Light.GOOD
        self._words = Label(size=Type.SMALL, tone="muted", wrap=True)
        self._words.setContentsMargins(0, 0, 0, 2)  # the tails of p and y need it
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 0, 0)
        row.addWidget(self._words)

    def show_status(self, light: Light, words: str) -> None:
        """Show how it stands, in colour and words."""
        self._light = light
        self._words.setText(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dot; trouble is a square, so it differs in shape too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour: str = getattr(colours_of(self), self._light.value)
        painter.setBrush(QColor(colour))
        middle = self._words.y() + self._words.fontMetrics().height() * 0.7
        dot = QRectF(0, middle - 4, 8, 8)
        if self._light is Light.GOOD:
            painter.drawEllipse(dot)
        else:
            painter.drawRoundedRect(dot, 1, 1)
