"""A page of paper on screen, as large as fits, drawn from the same marks as the PDF."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.documents.drawing import MM
from reception_app.documents.name_tags import PlacedMarks
from reception_app.ui.paper.mark_painter import MarkPainter
from reception_app.ui.theme import colours_of

PAPER = QColor(Qt.GlobalColor.white)


class PageView(QWidget):
    """Shows one page, white in either theme, or words in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing = MarkPainter()
        self._page: tuple[float, float] = (0.0, 0.0)
        self._placed: Sequence[PlacedMarks] = ()
        self._words = ""
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_page(self) -> bool:
        """Whether a page is shown."""
        return bool(self._placed)

    def show_page(self, page: tuple[float, float], placed: Sequence[PlacedMarks]) -> None:
        """Show what is placed on a page of this size in mm."""
        self._page, self._placed, self._picture = page, placed, None
        self.setAccessibleName("")
        self.update()

    def show_words(self, words: str) -> None:
        """Show why there is no page."""
        self._placed, self._words, self._picture = (), words, None
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A sheet that can be read, in px."""
        return QSize(480, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew in the new size."""
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page, or the words."""
        colours = colours_of(self)
        painter = QPainter(self)
        if not self._placed:
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                self.rect(),
                int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                self._words,
            )
            return
        area = self._area()
        if self._picture is None:
            self._picture = self._drawn(area.size())
        painter.drawPixmap(area.topLeft(), self._picture)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _area(self) -> QRectF:
        """Where the page lies in this widget."""
        size = QSizeF(*self._page).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(QPointF(round(left), round(top)), size)

    def _drawn(self, size: QSizeF) -> QPixmap:
        """The page in the pixels of the screen, so that the small print stays sharp."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(PAPER)
        painter = QPainter(picture)
        scale = size.width() / (self._page[0] * MM)
        painter.scale(scale, scale)
        self._drawing.paint_page(painter, self._placed)
        painter.end()
        return picture
