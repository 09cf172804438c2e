"""Guests who did not come: what is kept of their fees, seen before it is done, undone at once."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_money, format_number, parse_money
from reception_app.services import no_shows
from reception_app.services.no_shows import NoShow
from reception_app.storage import settings
from reception_app.storage.fact_journal import new_id
from reception_app.storage.no_shows import NoShowRun, list_no_show_runs
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, MadeRows, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_TABLE_HEIGHT = 280


class Keep(IntEnum):
    """How much of the fees is kept."""

    ALL = 0
    PART = 1
    NOTHING = 2


class NoShowDialog(FormDialog):
    """Shows what becomes of each fee; `recorded` says what was done, empty while nothing was."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("NoShowDialog", "Guests who did not come"),
            deed=translate("NoShowDialog", "Do it"),
            meaning=translate(
                "NoShowDialog",
                "What is kept of the fees of those who were charged and did not come. It can be"
                " taken back as a whole.",
            ),
            width=760,
        )
        self._workplace = workplace
        self._run = new_id()
        self.recorded = ""
        self._currency = settings.find_event(workplace.event_file).currency
        self.keep = ChipRow(
            translate("NoShowDialog", "The whole fee"),
            translate("NoShowDialog", "A part"),
            translate("NoShowDialog", "Nothing"),
        )
        self.part = QLineEdit()
        self.part.setMaximumWidth(160)
        self.part.setPlaceholderText(translate("NoShowDialog", "Amount"))
        self.table = RowTable(_headings())
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.summary = Label(bold=True)
        self.reason = QComboBox()
        self.undo = ActionButton(translate("NoShowDialog", "Take the last time back"), key="F8")
        self.undo.setAutoDefault(False)
        self._last = self._last_run()
        self._build_body()
        self.keep.chosen.connect(self._show)
        self.part.textChanged.connect(self._show)
        self.undo.clicked.connect(self._take_back)
        self._show()

    def accept(self) -> None:
        """Keep so much of every fee."""
        work = self._workplace
        try:
            shows = no_shows.charge_no_shows(
                work.event_file, self._kept(), run=self._run, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.tell(work.wording.error(error))
            return
        count = len(shows)
        words = QCoreApplication.translate(
            "NoShowDialog", "%n guest(s) did not come; the fees are as you said.", "", count
        )
        self.recorded = words
        super().accept()

    def _build_body(self) -> None:
        translate = QCoreApplication.translate
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.keep)
        row.addWidget(self.part)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.summary)
        if self._last is None:
            return
        self.reason.setEditable(True)
        self.reason.addItems(
            [
                translate("NoShowDialog", "Too early"),
                translate("NoShowDialog", "Another amount was agreed"),
            ]
        )
        self.body.addLayout(
            captioned(translate("NoShowDialog", "Why it is taken back"), self.reason)
        )
        self.foot.insertWidget(0, self.undo)

    def _last_run(self) -> NoShowRun | None:
        runs = list_no_show_runs(self._workplace.event_file)
        return next((run for run in runs if run.stands), None)

    def _kept(self) -> Money | None:
        match Keep(self.keep.current):
            case Keep.ALL:
                return None
            case Keep.NOTHING:
                return Money(0, self._currency)
            case Keep.PART:
                return parse_money(self.part.text(), self._currency)

    def _show(self) -> None:
        """Show what would become of the fees."""
        self.part.setVisible(Keep(self.keep.current) is Keep.PART)
        shows: tuple[NoShow, ...] = ()
        self.tell("")
        try:
            shows = no_shows.preview_no_shows(self._workplace.event_file, self._kept())
        except ReceptionError as error:
            if self.part.text():
                self.tell(self._workplace.wording.error(error))
        self.table.show_rows(MadeRows(shows, key=_key, make=_cells))
        self.deed.setEnabled(bool(shows))
        count = len(shows)
        people = QCoreApplication.translate("NoShowDialog", "%n guest(s)", "", count)
        kept = no_shows.sum_kept(shows, self._currency)
        words = QCoreApplication.translate("NoShowDialog", "%1 · %2 kept")
        self.summary.setText(filled(words, people, format_money(kept)))

    def _take_back(self) -> None:
        work = self._workplace
        assert self._last is not None
        try:
            undone = no_shows.take_no_shows_back(
                work.event_file, self._last.run, self.reason.currentText(), now=work.now(),
                operator=work.operator,
            )  # fmt: skip
        except ReceptionError as error:
            self.tell(work.wording.error(error))
            return
        words = QCoreApplication.translate(
            "NoShowDialog", "The ordinary fees of %n guest(s) hold again.", "", undone
        )
        self.recorded = words
        super().accept()


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(translate("NoShowDialog", "No."), 60),
        Heading(translate("NoShowDialog", "Name"), 0),
        Heading(translate("NoShowDialog", "Fee"), 96, is_figure=True),
        Heading(translate("NoShowDialog", "Kept"), 96, is_figure=True),
        Heading(translate("NoShowDialog", "Paid"), 96, is_figure=True),
        Heading(translate("NoShowDialog", "Due then"), 96, is_figure=True),
        Heading(translate("NoShowDialog", "To give back"), 112, is_figure=True),
    )


def _key(show: NoShow) -> str:
    return show.guest.id


def _cells(show: NoShow) -> tuple[Cell, ...]:
    return (
        Cell(str(show.guest.number), tone="muted", order=show.guest.number),
        Cell(show.guest.name, second=show.guest.company, bold=True),
        *(
            Cell(
                format_number(amount), order=amount.minor, tone="ink" if amount else "muted",
                bold=is_result and bool(amount),
            )
            for amount, is_result in (
                (show.fee, False), (show.kept, False), (show.paid, False), (show.due, True),
                (show.back, True),
            )
        ),
    )  # fmt: skip
