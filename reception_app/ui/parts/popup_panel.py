"""A panel that opens below a button and closes at a click beside it or Escape."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_app.ui import theme


class PopupPanel(QFrame):
    """A card over the window; its contents go into `body`. `closed` tells that it is gone.

    `first` has the keyboard when it opens.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(theme.GRID * 2,) * 4)
        self.body.setSpacing(theme.GRID)
        self.first: QWidget | None = None

    def show_below(self, button: QWidget) -> None:
        """Open under a button, wholly on the screen."""
        self.show_at(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def show_at(self, place: QPoint) -> None:
        """Open with the upper left corner at a place of the screen, or as near as fits."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        area = QRect(place, self.size())
        area.moveRight(min(area.right(), screen.right()))
        area.moveBottom(min(area.bottom(), screen.bottom()))
        area.moveTopLeft(QPoint(max(area.x(), screen.x()), max(area.y(), screen.y())))
        self.move(area.topLeft())
        self.show()
        (self.first or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape and Enter close."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()
