"""Plain text on screen: Qt guesses HTML in labels, boxes and tooltips; here it never does.

A guest may be called `<img src=…>`. `Label` is the only label of the program, `set_tooltip` the
only way to a tooltip, and `PlainTextGuard` forces plain text on whatever Qt itself creates.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QSizePolicy,
    QWidget,
)

from reception_app.ui import theme
from reception_app.ui.parts.text_lines import break_lines

_LINE_HEIGHT = 1.4
"""Lines of a paragraph stand so many times their size apart: the font itself leaves no room."""

_READABLE_WIDTH = 480

Tone = Literal["ink", "muted", "accent", "good", "warn", "danger"]


class Label(QLabel):
    """A line or paragraph of plain text.

    `size` is in px of the type scale. With `elide` a text that is too wide ends in `…` and stands
    whole in the tooltip; with `wrap` it takes several lines.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: int = theme.Type.BASE,
        bold: bool = False,
        tone: Tone = "ink",
        elide: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._elide = elide
        self._wrap = wrap
        self._broken: tuple[tuple[int, str], list[str]] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, bold=bold))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setProperty("tone", tone)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show the text as it is, and keep the tooltip of a cut text in step."""
        if text != self.text():
            super().setText(text)
            self._explain_cut()

    def set_tone(self, tone: Tone) -> None:
        """Colour the text as this tone of the theme."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A paragraph is the higher the narrower it is."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """How high the paragraph is in this width, in px; -1 for a line."""
        return self._height_of(self._lines(width)) if self._wrap else -1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the text, for a paragraph in a comfortable width, in px."""
        if not self._wrap:
            return super().sizeHint()
        longest = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(longest, _READABLE_WIDTH)
        return QSize(width, self._height_of(self._lines(width)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A text that may be cut or broken needs hardly any width, in px."""
        if self._wrap:
            return QSize(theme.GRID * 6, self._height_of(self._lines(max(self.width(), 1))))
        hint = super().minimumSizeHint()
        return QSize(theme.GRID * 3, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the text, broken or cut with `…` where it may be and must be."""
        area = self.contentsRect()
        if self._wrap:
            line_height = self._line_height()
            lines = self._lines(area.width())
            high = self._height_of(lines) - self.contentsMargins().top()
            top = area.top()
            if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
                top += max((area.height() - high) // 2, 0)
            for number, line in enumerate(lines):
                self._paint_line(
                    line, QRect(area.left(), top + number * line_height, area.width(), line_height)
                )
        elif self._elide:
            end = Qt.TextElideMode.ElideRight
            self._paint_line(self.fontMetrics().elidedText(self.text(), end, area.width()), area)
        else:
            super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the whole text as tooltip when it no longer fits."""
        super().resizeEvent(event)
        self._explain_cut()

    def _paint_line(self, line: str, area: QRect) -> None:
        align = self.alignment()
        if self._wrap:
            align = align & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            QPainter(self),
            area,
            int(align) | int(Qt.TextFlag.TextDontClip),  # the tails of p and y reach below
            self.palette(),
            self.isEnabled(),
            line,
            self.foregroundRole(),
        )

    def _lines(self, width: int) -> list[str]:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        if self._broken is None or self._broken[0] != (inside, self.text()):
            lines = break_lines(self.text(), self.font(), inside)
            self._broken = ((inside, self.text()), lines)
        return self._broken[1]

    def _line_height(self) -> int:
        return round(self.font().pixelSize() * _LINE_HEIGHT)

    def _height_of(self, lines: list[str]) -> int:
        margins = self.contentsMargins()
        return len(lines) * self._line_height() + margins.top() + margins.bottom()

    def _explain_cut(self) -> None:
        if self._elide:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            set_tooltip(self, self.text() if cut else "")


class PlainTextGuard(QObject):
    """Makes every label and box Qt creates by itself plain text, at the moment it is first shown.

    Tooltips are labels too: their label is made plain before its text is measured.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Set plain text at the Polish event; never stops an event."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, (QLabel, QMessageBox)):
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False


def set_tooltip(target: QWidget | QListWidgetItem, text: str) -> None:
    """Give a widget, or a line of a list, a tooltip that shows exactly this text."""
    target.setToolTip(text)


def button_caption(text: str) -> str:
    """The text as a button, menu or tab shows it unchanged: `R&D` must not become `R_D`."""
    return text.replace("&", "&&")
