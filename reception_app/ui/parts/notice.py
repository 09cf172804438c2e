"""The one way to tell something in passing: a line over the page that leaves by itself."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import colours_of

_SHORTEST_MS = 4000
_PER_SIGN_MS = 80
_LONGEST_MS = 15000


class NoticeTone(Enum):
    """What kind of thing is told; each has its own icon."""

    DONE = "check"
    NOTE = "alert"
    TROUBLE = "trouble"


class Notice(QWidget):
    """A line at the lower edge of its page, shown long enough to be read.

    Trouble stays until something else is told or it is clicked away. `acted` says that the offered
    action, such as Undo, was pressed.
    """

    acted = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._icon = IconPicture("check", colour="surface", stroke=2.25)
        self._words = Label(wrap=True)
        self._words.setObjectName("notice")
        self._action = ActionButton("", height=32)
        self._leave = QTimer(self, singleShot=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(12)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._action)
        self._leave.timeout.connect(self.hide)
        self._action.clicked.connect(self.acted)
        self._action.clicked.connect(self.hide)
        page.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says or last said."""
        return self._words.text()

    def tell(self, words: str, tone: NoticeTone = NoticeTone.DONE, *, action: str = "") -> None:
        """Show the words, and `action` as a button when there is one."""
        self._words.setText(words)
        self._icon.show_icon(tone.value, "surface")
        self._action.set_caption(action)
        self._action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        if tone is NoticeTone.TROUBLE:
            self._leave.stop()
        else:
            self._leave.start(min(_SHORTEST_MS + len(words) * _PER_SIGN_MS, _LONGEST_MS))

    def take_back(self, words: str) -> None:
        """Leave at once if this is what it says: it is true no longer."""
        if self.isVisible() and self.words == words:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the lower edge when the page changes its size."""
        # Python's collector may have emptied this object before Qt removes it: ask Qt for the page.
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def mousePressEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Leave at a click."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground in the theme's ink, so it stands out from every page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours_of(self).ink))
        painter.drawRoundedRect(QRectF(self.rect()), theme.CARD_RADIUS, theme.CARD_RADIUS)

    def _place(self) -> None:
        widest = max(self._page.width() - 2 * theme.PAGE_MARGIN, 200)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        beside = 72 + (self._action.sizeHint().width() + 12 if self._action.caption else 0)
        width = min(max(words + beside, 280), widest, 720)
        height = max(self._row.heightForWidth(width), 48)
        left = (self._page.width() - width) // 2
        self.setGeometry(left, self._page.height() - height - theme.PAGE_MARGIN, width, height)
