"""Entering arrivals from paper 紙からの入力: a number or name, a time, a sign, Enter, the next."""

from datetime import datetime, time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.admission import Verdict
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.domain.money import format_money
from reception_app.services.paper_entry import (
    PaperLine,
    enter_arrival,
    find_on_paper,
    paper_moment,
    parse_line,
)
from reception_app.services.reception import Outcome
from reception_app.storage.guests import find_guest
from reception_app.ui import theme
from reception_app.ui.door import door_reading
from reception_app.ui.door.hit_list import HitList
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (760, 620)


class PaperEntryDialog(QDialog):
    """One line and what was entered so far, the last on top.

    `entered` says that something was recorded, `left` that the dialog is no longer open. The time
    of the line before holds for a line without one.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._at: time | None = None
        self._pending: PaperLine | None = None
        self._rows: list[Row] = []
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PaperEntry", "Arrivals from paper"))
        self.resize(*_SIZE)
        self.line = QLineEdit()
        self.line.setFont(theme.font(Type.LARGE))
        self.line.setPlaceholderText(translate("PaperEntry", "214 1805 +"))
        self.says = Label(wrap=True)
        self.hits = HitList()
        self.table = RowTable(
            (
                Heading(translate("PaperEntry", "Time"), 72),
                Heading(translate("PaperEntry", "No."), 64),
                Heading(translate("PaperEntry", "Name"), 0),
                Heading(translate("PaperEntry", "Entered as"), 250),
            )
        )
        self._close = ActionButton(translate("PaperEntry", "Close"), key="Esc")
        self._build_layout()
        self._connect()
        self._show_table()

    def begin(self) -> None:
        """Open it, with what was entered before still in sight."""
        self.line.clear()
        self.open()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_line(self) -> None:
        """Enter what is typed; of several who fit one is picked first."""
        if self._pending is not None:
            self.hits.take("\r")
            return
        try:
            line = parse_line(self.line.text())
        except ReceptionError as error:
            self._say(self._workplace.wording.error(error), "danger")
            return
        found = find_on_paper(self._workplace.event_file, line.who)
        if len(found) == 1:
            self._enter(line, found[0])
        elif found:
            self._pending = line
            title = QCoreApplication.translate("PaperEntry", "Who of these?")
            rows = door_reading.hit_rows(self._workplace.event_file, found, self._workplace.wording)
            self.hits.show_rows(title, rows)
            self.hits.show()
            self.table.hide()
        else:
            nobody = QCoreApplication.translate("PaperEntry", "Nobody fits “%1”.")
            self._say(filled(nobody, line.who), "danger")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrows go through the guests who fit while the line keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
            if step is not None and self._pending is not None:
                self.hits.step(step)
                return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Give the keys back to the door."""
        super().hideEvent(event)
        self.left.emit()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(12)
        title = Label(self.windowTitle(), size=Type.TITLE, bold=True)
        title.setMinimumHeight(title.sizeHint().height())
        column.addWidget(title)
        hint = translate(
            "PaperEntry",
            "Number or name, then the time, then how the fee was paid: + cash, P PayPay, C card, "
            "nothing if it is still due. Without a time the last one holds.",
        )
        column.addWidget(Label(hint, tone="muted", wrap=True))
        column.addWidget(self.line)
        column.addWidget(self.says)
        column.addWidget(self.hits, 1)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._close)
        column.addLayout(foot)
        self._close.setAutoDefault(False)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self.take_line)
        self.line.textEdited.connect(self._forget_pending)
        self.line.installEventFilter(self)
        self.hits.picked.connect(self._pick)
        self._close.clicked.connect(self.hide)

    def _pick(self, guest_id: str) -> None:
        guest = find_guest(self._workplace.event_file, guest_id)
        line, self._pending = self._pending, None
        if guest is not None and line is not None:
            self._enter(line, guest)

    def _enter(self, line: PaperLine, guest: Guest) -> None:
        place = self._workplace
        now = place.now()
        self._at = line.at or self._at or now.time()
        at = paper_moment(self._at, now)
        if place.desk is None:
            text = QCoreApplication.translate("PaperEntry", "First say who works at this desk.")
            self._say(text, "danger")
            return
        try:
            outcome = enter_arrival(
                place.event_file, guest, at=at, tender=line.tender, desk=place.desk, now=now
            )
        except ReceptionError as error:
            self._say(place.wording.error(error), "danger")
            return
        self._note(outcome, at)
        self.entered.emit()

    def _note(self, outcome: Outcome, at: datetime) -> None:
        guest = outcome.guest
        assert guest is not None
        words, tone = self._entered_as(outcome)
        key = f"{len(self._rows)}"
        cells = (
            Cell(f"{at:%H:%M}"),
            Cell(str(guest.number)),
            Cell(guest.name, guest.reading, bold=True),
            Cell(words, tone=tone),
        )
        self._rows.insert(0, Row(key, cells))
        self.line.clear()
        self._show_table()
        self._say(f"{guest.name} · {at:%H:%M} · {words}", tone)

    def _entered_as(self, outcome: Outcome) -> tuple[str, Tone]:
        wording = self._workplace.wording
        if outcome.verdict is not Verdict.ADMITTED:
            return wording.text("verdict", outcome.verdict), "danger"
        if outcome.payment is not None:
            tender = wording.text("tender", outcome.payment.tender)
            return f"{tender} {format_money(outcome.payment.paid)}", "good"
        if outcome.due and outcome.due.minor > 0:
            due = QCoreApplication.translate("PaperEntry", "in, %1 still due")
            return filled(due, outcome.due), "warn"
        return QCoreApplication.translate("PaperEntry", "in"), "good"

    def _show_table(self) -> None:
        self._pending = None
        self.table.show_rows(self._rows)
        self.hits.hide()
        self.table.show()

    def _forget_pending(self) -> None:
        self._say("", "muted")
        if self._pending is not None:
            self._show_table()

    def _say(self, words: str, tone: Tone) -> None:
        self.says.setText(words)
        self.says.set_tone(tone)
