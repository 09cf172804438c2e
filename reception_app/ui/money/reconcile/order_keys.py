"""Single keys as orders: a letter, a digit or Enter acts, what a scanner types never does."""

import unicodedata
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_app.scanning.keyboard_wedge import KeyboardWedge, Scan, Typing

ENTER = "Enter"
_FOREIGN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class OrderKeys(QObject):
    """Watches a widget for keys; `pressed` carries `Enter` or one sign, letters as capitals.

    A badge scanned while the widget has the focus would be thirty orders: whatever follows faster
    than hands can type is dropped. A key of a person is late by no more than that takes to tell.
    """

    pressed = Signal(str)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._wedge = KeyboardWedge()
        self._pause = QTimer(self, singleShot=True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._decide)
        watched.installEventFilter(self)

    @property
    def is_waiting(self) -> bool:
        """Whether a key waits to be told from a scanner's."""
        return self._pause.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take keys that write something; arrows and shortcuts go their way."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # A Japanese input method may send the wide form of a letter or digit.
        text = unicodedata.normalize("NFKC", event.text())
        if not text or not (text.isprintable() or text == "\r") or event.modifiers() & _FOREIGN:
            return False
        if text.isspace() and text != "\r":
            return False
        if not event.isAutoRepeat():
            self._tell(self._wedge.press(text, _now()))
            self._wait()
        return True

    def _decide(self) -> None:
        self._tell(self._wedge.pause(_now()))
        self._wait()

    def _wait(self) -> None:
        wait = self._wedge.wait()
        if wait is not None:
            self._pause.start(wait + 1)

    def _tell(self, decided: list[Scan | Typing]) -> None:
        for one in decided:
            if isinstance(one, Typing) and len(one.text) == 1:
                self.pressed.emit(ENTER if one.text == "\r" else one.text.upper())


def _now() -> int:
    return int(monotonic() * 1000)
