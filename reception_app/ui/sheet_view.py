"""A sheet of labels on screen: which label comes first, and how the first sheet will look."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.page_picture import PagePicture
from reception_app.ui import theme
from reception_app.ui.screen_text import filled
from reception_app.ui.theme import Type, colours_of

_LABEL_GAP = 4
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
        self.setFixedSize(sheet.columns * 56, sheet.rows * 36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_choice()

    @property
    def first_label(self) -> int:
        """The first label to be printed on, from 1."""
        return self._first

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
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(label))

    def _place(self, label: int) -> QRect:
        row, column = divmod(label - 1, self._sheet.columns)
        width, height = self.width() // self._sheet.columns, self.height() // self._sheet.rows
        return QRect(column * width, row * height, width - _LABEL_GAP, height - _LABEL_GAP)

    def _name_choice(self) -> None:
        words = QCoreApplication.translate("LabelPicker", "First label: %1 of %2")
        self.setAccessibleName(filled(words, self._first, self._sheet.labels))


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
