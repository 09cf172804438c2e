"""The event log of the evening: everything that happened, searched while one types.

It stands beside the window, so the door goes on under it.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services.event_log import (
    MOST_SHOWN,
    LogLine,
    LogPart,
    LogSearch,
    read_log,
)
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, PageTitle
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_SIZE = (1040, 640)
_SOON_MS = 60
_TYPED_MS = 80
"""After so long without a key the lines are searched."""

_PARTS = (None, *LogPart)
_TONES: dict[LogPart, Tone] = {LogPart.REFUSED: "danger"}


class EventLogDialog(QDialog):
    """All lines, newest first; `guest_asked` carries the id of a guest to show."""

    guest_asked = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._lines: tuple[LogLine, ...] = ()
        self._shown: tuple[LogLine, ...] = ()
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("EventLog", "Event log"))
        self.write_out = ActionButton(translate("EventLog", "Write the scans out…"), icon="export")
        self.title = PageTitle(translate("EventLog", "Event log"), self.write_out)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("EventLog", "Name, code, reason, time…"))
        self.search.setClearButtonEnabled(True)
        everything = translate("EventLog", "All")
        names = [workplace.wording.text("log_part", part) for part in LogPart]
        self.parts = ChipRow(everything, *names)
        self.operators = QComboBox()
        self.desks = QComboBox()
        self.table = RowTable(_headings())
        self.foot = Label(tone="muted", elide=True)
        self.notice = Notice(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._build_layout()
        self._connect()

    @property
    def shown(self) -> tuple[LogLine, ...]:
        """The lines that pass the search, newest first."""
        return self._shown

    def look(self, part: LogPart | None = None, *, text: str = "") -> None:
        """Open with these lines: of one part, or that say a text."""
        self.search.setText(text)
        self.parts.choose(_PARTS.index(part))
        self.operators.setCurrentIndex(0)
        self.desks.setCurrentIndex(0)
        self.show()
        self.raise_()
        self.activateWindow()
        self._show_matching()
        self.search.setFocus()

    def refresh(self) -> None:
        """Read the log again; the search and the selected line stay."""
        self._lines = read_log(self._workplace.event_file, self._workplace.wording)
        _offer(self.operators, [line.operator for line in self._lines])
        _offer(self.desks, [line.desk for line in self._lines])
        self._show_matching()

    def export_to(self, path: Path) -> None:
        """Write every scan into an Excel file, beside the window."""
        place = path if path.suffix else path.with_suffix(".xlsx")
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def work(progress: Progress) -> Path:
            from reception_app.services.scan_export import export_scans

            progress.advance(0, 1)
            export_scans(snapshot, place, now=now)
            return place

        caption = QCoreApplication.translate("EventLog", "Writing the scans…")
        run_long_work(self, caption, work, self._tell_written, self._tell_trouble)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be up to date while somebody looks."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing while nobody looks."""
        super().hideEvent(event)
        self._soon.stop()
        self._typed.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search first; Enter goes to the lines, then to the guest."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.table.hasFocus():
                self._ask_guest()
            else:
                self._go_to_table()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.resize(*_SIZE)
        translate = QCoreApplication.translate
        for box, name in (
            (self.operators, translate("EventLog", "Everybody")),
            (self.desks, translate("EventLog", "All desks")),
        ):
            box.addItem(name, "")
            box.setMinimumWidth(136)
            box.setAccessibleName(name)
        head = QHBoxLayout()
        head.setContentsMargins(*(theme.GRID * 2,) * 3, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.search, 1)
        head.addWidget(self.operators)
        head.addWidget(self.desks)
        chips = QHBoxLayout()
        chips.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID)
        chips.addWidget(self.parts)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addLayout(chips)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN, 20) * 2)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(self.title)
        column.addWidget(card, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed.start)
        self._typed.timeout.connect(self._show_matching)
        self._soon.timeout.connect(self.refresh)
        self.parts.chosen.connect(self._show_matching)
        self.operators.activated.connect(self._show_matching)
        self.desks.activated.connect(self._show_matching)
        self.table.doubleClicked.connect(self._ask_guest)
        self.write_out.clicked.connect(self._ask_export)
        self._workplace.changed.connect(self._refresh_soon)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    def _search(self) -> LogSearch:
        part = _PARTS[self.parts.current]
        return LogSearch(
            text=self.search.text(),
            parts=frozenset({part} if part else ()),
            operator=str(self.operators.currentData() or ""),
            desk=str(self.desks.currentData() or ""),
        )

    def _show_matching(self, *_: object) -> None:
        search = self._search()
        self._shown = tuple(line for line in self._lines if search.lets_through(line))
        self.table.show_rows([_row(str(number), line) for number, line in enumerate(self._shown)])
        number = len(self._shown)
        words = QCoreApplication.translate("EventLog", "%n line(s)", "", number)
        if len(self._lines) == MOST_SHOWN:
            older = QCoreApplication.translate(
                "EventLog", "older than the last %1: with `reception-app log`"
            )
            words += f" · {filled(older, f'{MOST_SHOWN:,}')}"
        self.foot.setText(words)

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _ask_guest(self, _index: QModelIndex | None = None) -> None:
        key = self.table.selected
        guest = self._shown[int(key)].guest if key is not None else None
        if guest is not None:
            self.guest_asked.emit(guest)

    def _go_to_table(self) -> None:
        if self._shown:
            self.table.setFocus()
            if self.table.selected is None:
                self.table.selectRow(0)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _ask_export(self) -> None:
        path = self._workplace.event_file.path
        translate = QCoreApplication.translate
        name = translate("EventLog", "Scans")
        proposed = path.parent / f"{path.stem} {name}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.write_out.caption, str(proposed), "Excel (*.xlsx)"
        )
        if chosen:
            self.export_to(Path(chosen))

    def _tell_written(self, place: Path) -> None:
        words = QCoreApplication.translate("EventLog", "%1 is written.")
        self.notice.tell(filled(words, place.name))

    def _tell_trouble(self, error: ReceptionError) -> None:
        self.notice.tell(self._workplace.wording.error(error), NoticeTone.TROUBLE)


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(translate("EventLog", "Time"), 104),
        Heading(translate("EventLog", "What"), 0),
        Heading(translate("EventLog", "Guest"), 248),
        Heading(translate("EventLog", "Desk"), 72),
        Heading(translate("EventLog", "By"), 128),
    )


def _row(key: str, line: LogLine) -> Row:
    return Row(
        key,
        (
            Cell(
                f"{line.at:%H:%M:%S}",
                second=f"{line.at:%m/%d}",
                tone="muted",
                order=line.at.isoformat(),
            ),
            Cell(line.words, second=line.read, tone=_TONES.get(line.part, "ink"), tip=line.read),
            Cell(line.who, bold=True),
            Cell(line.desk),
            Cell(line.operator, tone="muted"),
        ),
    )


def _offer(box: QComboBox, names: Sequence[str]) -> None:
    """Offer each of these names once, below the first entry, which is everybody."""
    wanted = sorted({name for name in names if name})
    if [box.itemData(number) for number in range(1, box.count())] == wanted:
        return
    chosen = box.currentData()
    while box.count() > 1:
        box.removeItem(1)
    for name in wanted:
        box.addItem(name, name)
    box.setCurrentIndex(max(box.findData(chosen), 0))
