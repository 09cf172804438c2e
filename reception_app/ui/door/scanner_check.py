"""The scanner check 読み取り機の確認: scan the test code, read what is wrong, and it is mended."""

import statistics
from itertools import pairwise
from time import monotonic_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.documents.qr_picture import qr_picture
from reception_app.scanning.keyboard_wedge import FAST_MS
from reception_app.scanning.scanner_habits import (
    NO_HABITS,
    TEST_CODE,
    ScannerFinding,
    ScannerHabits,
    ScannerReport,
    examine,
)
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type

_WIDTH = 720
_SILENCE_MS = 250


class ScannerCheck(QDialog):
    """The sheet with the test code on it.

    `learned` carries the `ScannerHabits` to undo from now on, `printed` asks for the test page on
    paper, `left` says that the sheet is no longer open. While it is, every key is looked at raw.
    """

    learned = Signal(object)
    print_asked = Signal()
    left = Signal()

    def __init__(self, window: QWidget, habits: ScannerHabits) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ScannerCheck", "Check the scanner"))
        self.setMinimumWidth(_WIDTH)
        self._habits = habits
        self._raw = ""
        self._pressed: list[int] = []
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self.headline = Label(size=Type.TITLE, bold=True, wrap=True)
        self.says = Label(wrap=True)
        self.read = Label(tone="muted", wrap=True)
        self.forget = ActionButton(translate("ScannerCheck", "Forget what was learned"))
        self.print = ActionButton(translate("ScannerCheck", "Print the test code…"), key="Ctrl+P")
        self._close = ActionButton(translate("ScannerCheck", "Close"), key="Esc")
        self._build_layout()
        self._silence.timeout.connect(self._judge)
        self.forget.clicked.connect(self._forget)
        self.print.clicked.connect(self.print_asked)
        self._close.clicked.connect(self.hide)
        self._wait()

    def take(self, raw: str, pressed_ms: list[int]) -> ScannerReport:
        """Judge a scan: the keys exactly as typed, and when each was pressed."""
        report = examine(raw)
        gaps = [later - earlier for earlier, later in pairwise(pressed_ms)]
        slow = bool(gaps) and statistics.median(gaps) > FAST_MS
        self._show(report, slow=slow)
        if report.works and report.habits != self._habits:
            self._habits = report.habits
            self.learned.emit(report.habits)
        self.forget.setVisible(bool(self._habits))
        return report

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Catch every sign before anybody else understands it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        text = event.text()
        is_lone_enter = text in {"\r", "\n"} and not self._raw
        if not text or event.key() == Qt.Key.Key_Escape or is_lone_enter or self._is_chord(event):
            return False
        self._raw += text
        self._pressed.append(int(event.timestamp()) or monotonic_ns() // 1_000_000)
        self._silence.start()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Listen, before the door's own line does."""
        super().showEvent(event)
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # runs
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Listen no more."""
        super().hideEvent(event)
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # runs
        self._silence.stop()
        self._raw = ""
        self.left.emit()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        picture = QPixmap()
        picture.loadFromData(qr_picture(TEST_CODE, module=8))
        code = _Code(picture)
        code.setAccessibleName(translate("ScannerCheck", "Test code"))
        words = QVBoxLayout()
        words.setSpacing(12)
        for part in (self.headline, self.says, self.read):
            words.addWidget(part)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.PAGE_MARGIN)
        row.addWidget(code, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.print)
        foot.addWidget(self.forget)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(self.windowTitle(), size=Type.LARGE, bold=True))
        column.addLayout(row)
        column.addLayout(foot)
        for button in (self.print, self.forget, self._close):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _is_chord(self, event: QKeyEvent) -> bool:
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        return bool(event.modifiers() & command)

    def _judge(self) -> None:
        raw, pressed = self._raw, self._pressed
        self._raw, self._pressed = "", []
        self.take(raw, pressed)

    def _wait(self) -> None:
        translate = QCoreApplication.translate
        self.headline.setText(translate("ScannerCheck", "Scan this code"))
        self.headline.set_tone("ink")
        self.says.setText(
            translate("ScannerCheck", "From the screen, or from the printed test page.")
        )
        self.read.setText(_habit_words(self._habits))
        self.forget.setVisible(bool(self._habits))

    def _forget(self) -> None:
        self._habits = NO_HABITS
        self.learned.emit(NO_HABITS)
        self._wait()

    def _show(self, report: ScannerReport, *, slow: bool) -> None:
        translate = QCoreApplication.translate
        tone: Tone = "good" if report.works else "danger"
        works = translate("ScannerCheck", "✓ The scanner works")
        wrong = translate("ScannerCheck", "✕ Badges cannot be read like this")
        self.headline.setText(works if report.works else wrong)
        self.headline.set_tone(tone)
        said = [_FINDINGS[report.finding]()]
        if report.works:
            said.append(
                translate("ScannerCheck", "It ends a code with Enter.")
                if report.ends_with_enter
                else translate("ScannerCheck", "It ends a code without Enter; that is fine too.")
            )
        if slow:
            said.append(
                translate(
                    "ScannerCheck",
                    "It types slowly, like a person. Set the delay between its keys to 0, as its "
                    "leaflet says.",
                )
            )
        self.says.setText("\n".join(said))
        habits = _habit_words(report.habits if report.works else self._habits)
        read = filled(translate("ScannerCheck", "Read: %1"), report.read[:80] or "–")
        self.read.setText("\n".join(text for text in (read, habits) if text))
        self.adjustSize()


def _habit_words(habits: ScannerHabits) -> str:
    """What is undone from now on; empty for nothing."""
    translate = QCoreApplication.translate
    said = []
    if habits.prefix:
        said.append(
            filled(translate("ScannerCheck", "Left out before each code: %1"), habits.prefix)
        )
    if habits.suffix:
        said.append(
            filled(translate("ScannerCheck", "Left out after each code: %1"), habits.suffix)
        )
    if habits.row:
        said.append(filled(translate("ScannerCheck", "Read as 0 to 9: %1"), habits.row))
    return "\n".join(said)


def _fine() -> str:
    return QCoreApplication.translate("ScannerCheck", "Every sign arrives as it is printed.")


def _full_width() -> str:
    return QCoreApplication.translate(
        "ScannerCheck", "Japanese input is on: the digits arrive full-width. They are understood."
    )


def _other_layout() -> str:
    return QCoreApplication.translate(
        "ScannerCheck",
        "Scanner and computer are set to different keyboards. The codes are understood.",
    )


def _learned() -> str:
    return QCoreApplication.translate(
        "ScannerCheck",
        "Its keys type other signs. This computer has learned them and reads badges from now on.",
    )


def _around() -> str:
    return QCoreApplication.translate(
        "ScannerCheck",
        "It types something around each code. This computer leaves that out from now on.",
    )


def _signs_lost() -> str:
    return QCoreApplication.translate(
        "ScannerCheck",
        "Signs get lost on the way. Plug it into the computer itself, not into a hub, and scan "
        "again; if it stays so, set a delay of 5 ms between its keys.",
    )


def _signs_twice() -> str:
    return QCoreApplication.translate(
        "ScannerCheck", "Signs come twice. Plug the scanner out and in, and scan again."
    )


def _other_code() -> str:
    return QCoreApplication.translate(
        "ScannerCheck",
        "This is not the test code. Scan the one shown here. If you did, choose the keyboard of "
        "this computer in the scanner's settings.",
    )


def _nothing() -> str:
    return QCoreApplication.translate("ScannerCheck", "Nothing readable arrived. Scan again.")


_FINDINGS = {
    ScannerFinding.FINE: _fine,
    ScannerFinding.FULL_WIDTH: _full_width,
    ScannerFinding.OTHER_LAYOUT: _other_layout,
    ScannerFinding.LEARNED: _learned,
    ScannerFinding.AROUND: _around,
    ScannerFinding.SIGNS_LOST: _signs_lost,
    ScannerFinding.SIGNS_TWICE: _signs_twice,
    ScannerFinding.OTHER_CODE: _other_code,
    ScannerFinding.NOTHING: _nothing,
}


class _Code(QWidget):
    """The test code on the screen, in its own size."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(picture.size())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it without smoothing its edges."""
        QPainter(self).drawPixmap(0, 0, self._picture)
