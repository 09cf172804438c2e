"""The text field inside the scan line: it finds a scan that an input method has caught."""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from reception_app.scanning.keyboard_wedge import SILENCE_MS
from reception_app.ui import theme
from reception_app.ui.theme import Type

_SCAN_HINTS = (
    Qt.InputMethodHint.ImhPreferLatin
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_UNCONFIRMED_CODE = re.compile(r"\d{12,}$")


class ScanField(QLineEdit):
    """A bare line of text.

    `code_unconfirmed` carries a code an input method holds unconfirmed once its keys are silent,
    `focus_changed` nothing.
    """

    code_unconfirmed = Signal(str)
    focus_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.setFont(theme.font(Type.LARGE))
        self.setFrame(False)
        self._composed = ""
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._look_for_code)

    def set_input_method(self, *, on: bool) -> None:
        """Turn the input method on for kana and kanji, or off for scans."""
        self.setInputMethodHints(Qt.InputMethodHint.ImhNone if on else _SCAN_HINTS)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        if self.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    def abandon(self) -> None:
        """Drop what an input method holds unconfirmed."""
        self._silence.stop()
        if self._composed:
            self._composed = ""
            QGuiApplication.inputMethod().reset()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text; when it may be a scan, look again once the keys are silent."""
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        if _UNCONFIRMED_CODE.search(self.text() + self._composed):
            self._silence.start()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the frame."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _look_for_code(self) -> None:
        found = _UNCONFIRMED_CODE.search(self.text() + self._composed)
        if found:
            self.code_unconfirmed.emit(found[0])
