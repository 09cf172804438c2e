"""The accounts check 会計チェック in plain words: what is right, what is not, and what to do."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.services.findings import Finding, Level, hint_of, sentence_of
from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_MARK_SIZE = 20
_MARKS = {
    Level.OK: ("#00795C", "#FFFFFF", "check"),
    Level.WARNING: ("#F5B301", "#171B22", "alert"),
    Level.RED: ("#B3261E", "#FFFFFF", "cross"),
}
"""Ground, ink and icon of each level: the colours of the verdicts, in both themes."""

_ORDER = {Level.RED: 0, Level.WARNING: 1, Level.OK: 2}
_EDGE = theme.GRID * 2
_FEW_HEIGHT = 192
"""The card of a few findings is so high before it has any, so that nothing jumps, in px."""


class ChecksCard(Card):
    """A few findings, the gravest first; `all_asked` asks for all of them."""

    all_asked = Signal()

    def __init__(self, wording: Wording, *, most: int) -> None:
        super().__init__()
        self._wording = wording
        self._most = most
        self.lines: list[CheckLine] = []
        translate = QCoreApplication.translate
        self.more = ActionButton(translate("ChecksCard", "All checks"), height=28)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Label(translate("ChecksCard", "Accounts check"), bold=True), 1)
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        self.body.addStretch()
        self.setMinimumHeight(_FEW_HEIGHT)
        self.more.clicked.connect(self.all_asked)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the most important of these findings."""
        shown = gravest_first(findings)[: self._most]
        self.lines = [CheckLine(finding, self._wording) for finding in shown]
        _refill(self._lines, self.lines)


class ChecksPanel(Card):
    """All findings with what to do about them.

    `file_check_asked` asks to look at the file too, `rows_asked` carries the `Finding` whose rows
    are to be shown.
    """

    file_check_asked = Signal()
    rows_asked = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self.lines: list[CheckLine] = []
        translate = QCoreApplication.translate
        self.check_file = ActionButton(translate("ChecksCard", "Check the whole file"))
        self._summary = Label(tone="muted")
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(_EDGE, theme.GRID, _EDGE, theme.GRID)
        self._lines.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(Label(translate("ChecksCard", "Accounts check"), bold=True))
        head.addWidget(self._summary, 1)
        head.addWidget(self.check_file)
        scroll = QScrollArea()
        scroll.setWidget(self._inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)
        self.check_file.clicked.connect(self.file_check_asked)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show all of these findings, the gravest first."""
        self.lines = [
            CheckLine(finding, self._wording, with_hint=True) for finding in gravest_first(findings)
        ]
        for line in self.lines:
            line.rows_asked.connect(self.rows_asked)
        _refill(self._lines, self.lines)
        self._lines.addStretch()
        wrong = sum(finding.level is Level.RED for finding in findings)
        translate = QCoreApplication.translate
        if wrong:
            self._summary.setText(translate("ChecksCard", "%n check(s) need you", "", wrong))
            self._summary.set_tone("danger")
        elif noted := sum(finding.level is Level.WARNING for finding in findings):
            self._summary.setText(translate("ChecksCard", "%n to note", "", noted))
            self._summary.set_tone("warn")
        else:
            count = len(findings)
            self._summary.setText(
                translate("ChecksCard", "%n check(s), nothing is wrong", "", count)
            )
            self._summary.set_tone("muted")


class CheckLine(QWidget):
    """One finding: a mark of its level, its sentence, and the hint where one is wanted.

    With the hint comes a button for the rows concerned; `rows_asked` carries the `Finding`.
    """

    rows_asked = Signal(object)

    def __init__(self, finding: Finding, wording: Wording, *, with_hint: bool = False) -> None:
        super().__init__()
        self.finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID + 2)
        row.addWidget(_Mark(finding.level), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.words = Label(sentence_of(finding, wording), size=Type.SMALL + 1, wrap=True)
        words.addWidget(self.words)
        hint = hint_of(finding, wording)
        if with_hint and hint:
            words.addWidget(Label(hint, size=Type.SMALL + 1, tone="muted", wrap=True))
        row.addLayout(words, 1)
        if with_hint and finding.rows and finding.level is not Level.OK:
            count = len(finding.rows)
            show = QCoreApplication.translate("ChecksCard", "Show %n row(s)", "", count)
            self.show_rows = ActionButton(show, height=28)
            self.show_rows.setAutoDefault(True)  # Enter presses it, not the space bar alone
            self.show_rows.clicked.connect(self._ask_rows)
            row.addWidget(self.show_rows, alignment=Qt.AlignmentFlag.AlignTop)

    def _ask_rows(self) -> None:
        self.rows_asked.emit(self.finding)


class _Mark(QWidget):
    """A small disc in the colour of the level with its icon; a square when something is wrong."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self.setFixedSize(_MARK_SIZE, _MARK_SIZE)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its fixed size, in px."""
        return QSize(_MARK_SIZE, _MARK_SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and icon."""
        ground, ink, icon = _MARKS[self._level]
        area = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        if self._level is Level.RED:
            painter.drawRoundedRect(area, 4, 4)
        else:
            painter.drawEllipse(area)
        icons.draw(painter, icon, ink, area.adjusted(3, 3, -3, -3), stroke=2.5)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """What is wrong first, then what is to be done, then what is right."""
    return sorted(findings, key=lambda finding: _ORDER[finding.level])


def _refill(lines: QVBoxLayout, fresh: Sequence[QWidget]) -> None:
    while (item := lines.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in fresh:
        lines.addWidget(widget)
