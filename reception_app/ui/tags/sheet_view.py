"""A page of a PDF on screen, as the printer gets it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.documents.page_picture import PagePicture
from reception_app.ui.theme import colours_of


class SheetView(QWidget):
    """The picture of a sheet, as large as fits, on white paper in either theme."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_picture(self) -> bool:
        """Whether a sheet is shown."""
        return self._picture is not None

    def show_picture(self, picture: PagePicture) -> None:
        """Show this page."""
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_BGR888,
        )
        self._picture = image.copy()  # it must not point into bytes that Python may free
        self.update()

    def show_words(self, words: str) -> None:
        """Show why there is no picture."""
        self._picture, self._words = None, words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A sheet that can be read, in px."""
        return QSize(480, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet, or the words."""
        colours = colours_of(self)
        painter = QPainter(self)
        if self._picture is None:
            painter.setPen(QColor(colours.muted))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        area = QRect(left, top, size.width(), size.height())
        # Scaled once in device pixels: the small print stays sharp.
        ratio = self.devicePixelRatioF()
        scaled = self._picture.scaled(
            size * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(area, scaled)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
