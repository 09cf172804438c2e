"""The scan line: the one field of the door, always ready for the next badge or name.

Keys pressed anywhere in the window pass through a `KeyboardWedge` first, so a scan reaches the door
whatever has the focus, and neither fills a field nor presses a button on its way.

Input method: a Japanese input method would hold a scanner's keys back as unconfirmed text, so it is
off while the line waits for scans. That rarely costs a helper anything: names are found by their
reading in Latin letters (`sato hana`), by number and by company without it. To type kanji or kana,
the key every Japanese keyboard has for it (半角/全角, 変換, かな) or Ctrl+F switches the line to
name typing, with the input method on and a mark that says so; a scan, Escape or the found guest
switches back. One field with a switch rather than two fields: whoever types looks at one place, and
a scan during name typing is still recognised in the unconfirmed text and taken.
"""

import unicodedata
from time import monotonic_ns
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from reception_app.domain.badge_code import looks_like_code
from reception_app.scanning.keyboard_wedge import KeyboardWedge, Scan, Typing
from reception_app.scanning.scanner_habits import ScannerHabits
from reception_app.ui import theme
from reception_app.ui.door.scan_field import ScanField
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import colours_of

_TEXT_FIELDS = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QComboBox)
_OWN_KEYS = (*_TEXT_FIELDS, QAbstractButton, QAbstractItemView)
_NAME_TYPING_KEYS = {
    Qt.Key.Key_Zenkaku_Hankaku,
    Qt.Key.Key_Zenkaku,
    Qt.Key.Key_Kanji,
    Qt.Key.Key_Henkan,
    Qt.Key.Key_Hiragana_Katakana,
    Qt.Key.Key_Hiragana,
    Qt.Key.Key_Kana_Lock,
}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FIND = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_F
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier  # on Windows
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)

_HELD_UP_MS = 20
"""A timer later than this tells that the program itself stood still meanwhile."""


class KeyTaker(Protocol):
    """What is asked first about a person's keys while the line is empty, such as the tender pad."""

    def take(self, key: str) -> bool:
        r"""Act on a key (`\r` for Enter, `\b` for Backspace); returns whether it meant anything."""

    def give_back(self) -> None:
        """Forget the letter taken last: it was the beginning of a name."""


class ScanInput(QWidget):
    """The scan line 受付の入力欄.

    `scanned` carries what a scanner typed, `searched` the text so far that a person types (empty
    when it is cleared), `submitted` that text at Enter, `stepped` ±1 for the arrow keys, `escaped`
    nothing. Install it in the window of the door; it listens while it is visible.
    """

    scanned = Signal(str)
    searched = Signal(str)
    submitted = Signal(str)
    stepped = Signal(int)
    escaped = Signal()

    def __init__(self, *hints: KeyHint) -> None:
        super().__init__()
        self.line = ScanField()
        self._hints = hints
        self._mode = Label(tone="accent", bold=True)
        self._mark = Label(tone="danger", bold=True)
        self._mark.hide()
        self._wedge = KeyboardWedge()
        self._clock_skew = 0
        self._replaying = False
        self._taker: KeyTaker | None = None
        self._lent = ""
        self._silence = QTimer(self, singleShot=True)
        self._silent_since = 0
        self._build_layout()
        self._connect()
        self.set_name_typing(on=False)
        self._set_texts()

    @property
    def is_name_typing(self) -> bool:
        """Whether the input method is on."""
        return self.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def set_taker(self, taker: KeyTaker | None) -> None:
        """Ask `taker` first about keys typed while the line is empty."""
        self._taker = taker
        self._lent = ""

    def set_habits(self, habits: ScannerHabits) -> None:
        """Undo from now on what this computer's scanner does to its codes."""
        self._wedge.habits = habits

    def set_mark(self, words: str) -> None:
        """Say beside the line what scans do now; empty for the ordinary."""
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def set_name_typing(self, *, on: bool) -> None:
        """Turn the input method on to type names in kana and kanji, or off for scans."""
        self.line.set_input_method(on=on)
        self._mode.setVisible(on)

    def clear(self) -> None:
        """Empty the line and make it ready for the next scan."""
        self.line.abandon()
        self.line.clear()
        self._lent = ""
        self.set_name_typing(on=False)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at every key before its widget does."""
        if (
            event.type() != QEvent.Type.KeyPress
            or self._replaying
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QWidget)
        ):
            return False
        return self._press(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Listen, and take the focus."""
        super().showEvent(event)
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # runs
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Listen no more."""
        super().hideEvent(event)
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # runs

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame: in the accent colour while keys come here."""
        colours = colours_of(self)
        ready = self.line.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.accent if ready else colours.line), 2))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, theme.CARD_RADIUS, theme.CARD_RADIUS)

    def _build_layout(self) -> None:
        self.setFixedHeight(theme.SCAN_LINE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(IconPicture("scan", size=22, colour="accent"))
        row.addWidget(self.line, 1)
        row.addWidget(self._mark)
        row.addWidget(self._mode)
        for hint in self._hints:
            row.addWidget(hint)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.searched)
        self.line.code_unconfirmed.connect(self._scan)
        self.line.focus_changed.connect(self.update)
        self._silence.timeout.connect(self._pause)

    def _set_texts(self) -> None:
        self.line.setPlaceholderText(
            QCoreApplication.translate(
                "ScanInput", "Scan a badge, or type a name, company or number"
            )
        )
        self._mode.setText(QCoreApplication.translate("ScanInput", "Typing a name · Esc"))

    def _press(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        at = _pressed_at(event)
        self._clock_skew = at - _now()
        text = _text(event)
        if not text:
            if self._wedge.is_inside_burst(at):
                return True
            self._decide(self._wedge.let_go(), watched)
            return self._command(watched, event)
        if event.isAutoRepeat() or self._presses_button(watched, text):
            self._decide(self._wedge.let_go(), watched)
            return False
        handled = self._decide(self._wedge.press(text, at), watched)
        self._wait()
        return handled

    def _presses_button(self, watched: QWidget, text: str) -> bool:
        return text == " " and isinstance(watched, QAbstractButton) and self._wedge.wait() is None

    def _wait(self) -> None:
        wait = self._wedge.wait()
        if wait is None:
            self._silence.stop()
        else:
            self._silence.start(wait + 1)
            self._silent_since = _now()

    def _pause(self) -> None:
        if _now() - self._silent_since > self._silence.interval() + _HELD_UP_MS:
            # The program was held up, not the scanner: its keys may still wait to be read.
            self._wait()
            return
        focus = QApplication.focusWidget() or self.line
        self._decide(self._wedge.pause(_now() + self._clock_skew), focus)
        self._wait()

    def _decide(self, decided: list[Scan | Typing], watched: QWidget) -> bool:
        """Carry out what the wedge decided; returns whether the key itself is done with."""
        handled = True
        for piece in decided:
            if isinstance(piece, Scan):
                self._scan(piece.text)
            else:
                for char in piece.text:
                    handled = self._type(char, watched)
        return handled

    def _type(self, char: str, watched: QWidget) -> bool:
        inside = watched.window() is self.window()
        elsewhere = watched is not self.line and (not inside or isinstance(watched, _OWN_KEYS))
        if char == "\t" or (elsewhere and char == "\r"):
            return False
        is_popup = watched.window().windowType() is Qt.WindowType.Popup
        if elsewhere and (is_popup or isinstance(watched, _TEXT_FIELDS)):
            self._replay(char, watched)
        elif char == "\r":
            self._enter()
        elif inside:
            self._write(char)
        return True

    def _replay(self, char: str, watched: QWidget) -> None:
        self._replaying = True
        none = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(QEvent.Type.KeyPress, 0, none, char)
        QCoreApplication.sendEvent(watched, key)
        self._replaying = False

    def _write(self, char: str) -> None:
        if not self.line.text() and self._taker is not None:
            if self._taker.take(char):
                self._lent = char if char.isalpha() else ""
                return
            if self._lent:
                self._taker.give_back()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(self._lent + char)
        self._lent = ""

    def _enter(self) -> None:
        self._lent = ""
        text = self.line.text().strip()
        if not text:
            if self._taker is not None:
                self._taker.take("\r")
        elif looks_like_code(text):
            self._scan(text)
        else:
            self.submitted.emit(text)

    def _command(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Act on a key without text; returns whether it was meant for the line."""
        key = event.key()
        if watched.window() is not self.window():
            return False
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.escaped.emit()
        elif key in _NAME_TYPING_KEYS or event.keyCombination() == _FIND:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.set_name_typing(on=not self.is_name_typing)
        elif watched is self.line and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Backspace and watched is self.line and not self.line.text():
            return self._taker is not None and self._taker.take("\b")
        else:
            return False
        return True

    def _scan(self, text: str) -> None:
        blocked = self.line.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self.line.blockSignals(blocked)
        self.scanned.emit(text)


def _text(event: QKeyEvent) -> str:
    """The text a key stands for: one sign, Enter as a carriage return, nothing for a command."""
    text = event.text()
    chord = event.modifiers() & _COMMAND
    if not text or (chord and chord != _ALT_GR):
        return ""
    if text in {"\r", "\n"}:
        return "\r"
    return "" if text != "\t" and unicodedata.category(text[0]) == "Cc" else text


def _pressed_at(event: QKeyEvent) -> int:
    """When the key was pressed, in ms of the clock the system stamps keys with."""
    return int(event.timestamp()) or _now()


def _now() -> int:
    return monotonic_ns() // 1_000_000
