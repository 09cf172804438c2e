"""The second screen, for the guests: a welcome, the name, the table, the money, in large type.

It follows the door and takes no keys, so the scanner goes on; it stands on the screen it stood on
last, or on one that is not the desk's.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from reception_app.domain.money import format_money
from reception_app.ui import theme
from reception_app.ui.door.guest_sight import GuestSight, SightKind
from reception_app.ui.parts import icons
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.parts.text_lines import break_lines
from reception_app.ui.theme import colours_of

_SIZE = (960, 600)
_DRAWN_FOR = 600
"""Sizes below are for a screen so many px high; others are drawn to scale."""

_MARGIN = 48
_BACK_TO_IDLE_MS = 25_000
"""A guest's name stands no longer than they need to read it."""

_NAME, _GREETING, _TABLE, _SMALL, _AMOUNT = 84, 44, 40, 26, 64
_ONE_LINE, _SMALLEST, _MOST_LINES = 0.6, 0.25, 3
"""Down to this part of its size a text keeps to one line, then to three, down to the second."""

_LEADING = 1.25
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip  # tails reach below the line

_KINDS = {SightKind.WELCOME: "good", SightKind.FEE: "accent", SightKind.ASK: "accent"}
_ICONS = {SightKind.IDLE: "ticket", SightKind.WELCOME: "check", SightKind.FEE: "money",
          SightKind.ASK: "help"}  # fmt: skip


class GuestScreen(QWidget):
    """The window for the guests; `left` tells that it was closed."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._sight = GuestSight(SightKind.IDLE)
        self._event = ("", "")
        self._idle_later = QTimer(self, singleShot=True, interval=_BACK_TO_IDLE_MS)
        self._idle_later.timeout.connect(self._go_idle)
        self.setMinimumSize(480, 300)
        self.resize(*_SIZE)
        self.setWindowTitle(QCoreApplication.translate("GuestScreen", "Screen for the guests"))

    @property
    def sight(self) -> GuestSight:
        """What stands there now."""
        return self._sight

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that can be read there now, from the top."""
        return tuple(text for text, _size, _bold, _colour in self._lines()) + tuple(
            f"{name} {amount}" for name, amount in self._sums()
        )

    def show_event(self, name: str, day: str) -> None:
        """Name the event; that stands there between two guests."""
        self._event = (name, day)
        self.update()

    def show_sight(self, sight: GuestSight) -> None:
        """Show this guest's arrival, or that the desk waits for the next."""
        if sight == self._sight:
            return
        self._sight = sight
        if sight.kind in {SightKind.WELCOME, SightKind.ASK}:
            self._idle_later.start()
        else:
            self._idle_later.stop()
        self.setAccessibleDescription(" ".join(self.texts))
        self.update()

    def open_on(self, screen_name: str) -> None:
        """Show it on the screen of this name, or on one that is not the desk's, filling it.

        With a single screen it is a window that can be moved about.
        """
        screens = QGuiApplication.screens()
        desk = self.parentWidget()
        mine = desk.screen() if desk is not None else None
        others = [one for one in screens if one is not mine]
        chosen = next((one for one in others if one.name() == screen_name), None)
        target = chosen or (others[0] if others else None)
        if target is None:
            self.show()
        else:
            self.setGeometry(target.availableGeometry())
            self.showFullScreen()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the screen, or become a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it, and show nobody's name when it is opened again."""
        super().closeEvent(event)
        self._go_idle()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a band that tells by colour and shape how it stands, and the words."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.surface))
        scale = self.height() / _DRAWN_FOR
        band = getattr(colours, _KINDS.get(self._sight.kind, "line"))
        painter.fillRect(QRectF(0, 0, self.width(), 12 * scale), QColor(band))
        blocks = [
            self._block(text, size * scale, bold=bold, colour=colour)
            for text, size, bold, colour in self._lines()
        ]
        sums = self._sums()
        icon_side, gap = 72 * scale, 18 * scale
        high = icon_side + gap + sum(height + gap for *_, height in blocks)
        high += (_SMALL + _AMOUNT + 40) * scale if sums else 0
        top = max((self.height() - high) / 2, 24 * scale)
        box = QRectF((self.width() - icon_side) / 2, top, icon_side, icon_side)
        ink = getattr(colours, _KINDS.get(self._sight.kind, "accent"))
        icons.draw(painter, _ICONS[self._sight.kind], ink, box)
        top += icon_side + gap
        for lines, size, bold, colour, height in blocks:
            painter.setFont(theme.font(round(size), bold=bold))
            painter.setPen(QColor(getattr(colours, colour)))
            for number, line in enumerate(lines):
                area = QRectF(0, top + number * size * _LEADING, self.width(), size * _LEADING)
                painter.drawText(area, _CENTRED, line)
            top += height + gap
        self._paint_sums(painter, sums, top + 16 * scale, scale)

    def _lines(self) -> list[tuple[str, int, bool, str]]:
        """The words from the top: text, size, whether bold, and the name of their colour."""
        translate = QCoreApplication.translate
        sight = self._sight
        name, day = self._event
        welcome = translate("GuestScreen", "Welcome")
        table = filled(translate("GuestScreen", "Table %1"), sight.table) if sight.table else ""
        match sight.kind:
            case SightKind.IDLE:
                lines = [(welcome, _GREETING, False, "muted"), (name, _NAME, True, "ink"),
                         (day, _SMALL, False, "muted")]  # fmt: skip
            case SightKind.WELCOME:
                lines = [(welcome, _GREETING, False, "good"), (sight.name, _NAME, True, "ink"),
                         (table, _TABLE, False, "ink")]  # fmt: skip
            case SightKind.FEE:
                asked = translate("GuestScreen", "Your fee, please")
                lines = [(asked, _GREETING, False, "accent"), (sight.name, _NAME, True, "ink"),
                         (table, _TABLE, False, "muted")]  # fmt: skip
            case SightKind.ASK:
                asked = translate("GuestScreen", "One moment, please")
                helped = translate("GuestScreen", "The desk is glad to help you.")
                lines = [(asked, _NAME, True, "ink"), (helped, _GREETING, False, "muted")]
        return [line for line in lines if line[0]]

    def _sums(self) -> list[tuple[str, str]]:
        """What is to be paid, was handed over, and comes back."""
        translate = QCoreApplication.translate
        sight = self._sight
        named = (
            (translate("GuestScreen", "Fee"), sight.due),
            (translate("GuestScreen", "Received"), sight.received),
            (translate("GuestScreen", "Your change"), sight.change),
        )
        return [(name, format_money(amount)) for name, amount in named if amount is not None]

    def _block(
        self, text: str, size: float, *, bold: bool, colour: str
    ) -> tuple[list[str], float, bool, str, float]:
        """A text in lines, as large as it fits: its lines, size, look and height in px."""
        room = self.width() - 2 * _MARGIN
        one_line_from, smallest = size * _ONE_LINE, size * _SMALLEST
        while True:
            font = theme.font(round(size), bold=bold)
            lines = break_lines(text, font, room, whole_words=True)
            most = 1 if size > one_line_from else _MOST_LINES
            # Japanese breaks anywhere; a Latin word breaks at its hyphen at most.
            is_whole = not text.isascii() or " ".join(lines).replace("- ", "-") == text
            if (len(lines) <= most and is_whole) or size <= smallest:
                return lines, size, bold, colour, len(lines) * size * _LEADING
            size *= 0.92

    def _paint_sums(
        self, painter: QPainter, sums: list[tuple[str, str]], top: float, scale: float
    ) -> None:
        if not sums:
            return
        colours = colours_of(self)
        width = min((self.width() - 2 * _MARGIN) / len(sums), 420 * scale)
        left = (self.width() - width * len(sums)) / 2
        for number, (name, amount) in enumerate(sums):
            x = left + number * width
            size = _AMOUNT * scale
            while size > 12:  # noqa: PLR2004 - px that can still be read
                painter.setFont(theme.font(round(size), bold=True))
                if painter.fontMetrics().horizontalAdvance(amount) <= width - 16:
                    break
                size *= 0.92
            painter.setPen(QColor(colours.ink))
            area = QRectF(x, top + _SMALL * 1.3 * scale, width, _AMOUNT * 1.25 * scale)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, amount)
            painter.setFont(theme.font(round(_SMALL * scale)))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                QRectF(x, top, width, _SMALL * 1.3 * scale), Qt.AlignmentFlag.AlignCenter, name
            )

    def _go_idle(self) -> None:
        self.show_sight(GuestSight(SightKind.IDLE))
