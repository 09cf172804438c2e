"""The overview page 概況: the evening in figures, live; each figure opens the rows behind it."""

from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestStatus
from reception_app.domain.money import format_money
from reception_app.domain.progress import Cancelled, Progress
from reception_app.services.overview import Overview, read_overview
from reception_app.services.totals import EventTotals
from reception_app.storage import drawers, guests, settings
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.door.door_reading import read_recent
from reception_app.ui.event_status import alone_light, clock_lights, copy_light, file_lights
from reception_app.ui.file_care import FileCare
from reception_app.ui.overview.acts_card import ActsCard
from reception_app.ui.overview.arrivals_card import ArrivalsCard
from reception_app.ui.overview.behind import Behind
from reception_app.ui.overview.categories_card import CategoriesCard
from reception_app.ui.overview.figure_row import FigureRow
from reception_app.ui.overview.state_card import StateCard
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, PageTitle
from reception_app.ui.parts.figures import StatFigure
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.rail import Light
from reception_app.ui.workplace import Workplace

_SOON_MS = 30
"""The page follows an act after a moment, so that a burst of scans is read once."""

_EVERY_MS = 30_000
_REST_SHARE = 20
"""Reading again takes at most a twentieth of the time, however large the event."""

_MIDDLE_WIDTH = 264
_ASIDE_WIDTH = 280
_HARD_SPACE, _WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class OverviewPage(QWidget):
    """The figures of one event.

    `asked` carries the `Behind` of a figure to look into, `category_asked` the code of a category,
    `slot_asked` the beginning of ten minutes; `log_asked` wants the event log.
    """

    asked = Signal(object)
    category_asked = Signal(str)
    slot_asked = Signal(object)
    log_asked = Signal()

    def __init__(self, workplace: Workplace, care: FileCare) -> None:
        super().__init__()
        self._workplace = workplace
        self._care = care
        self._overview: Overview | None = None
        translate = QCoreApplication.translate
        self.report = ActionButton(
            translate("OverviewPage", "Attendance report…"), key="Ctrl+P", icon="export"
        )
        self.title = PageTitle(translate("OverviewPage", "Overview"), self.report)
        self.figures = {
            Behind.ARRIVED: StatFigure(translate("OverviewPage", "Arrived")),
            Behind.INSIDE: StatFigure(translate("OverviewPage", "Inside now")),
            Behind.AWAITED: StatFigure(translate("OverviewPage", "Not here yet")),
            Behind.DUE: StatFigure(translate("OverviewPage", "Fees due")),
            Behind.TAKEN: StatFigure(translate("OverviewPage", "Fees taken")),
        }
        self.arrivals = ArrivalsCard()
        self.categories = CategoriesCard()
        self.rows = {
            Behind.DUE_INSIDE: FigureRow(translate("OverviewPage", "Inside, not paid")),
            Behind.WALK_INS: FigureRow(translate("OverviewPage", "Walk-ins")),
            Behind.UNTAGGED: FigureRow(translate("OverviewPage", "Name tags to print")),
            Behind.WAITING: FigureRow(translate("OverviewPage", "Waiting list")),
            Behind.REFUSED: FigureRow(translate("OverviewPage", "Refused scans")),
            Behind.FORCED: FigureRow(translate("OverviewPage", "Let in all the same")),
        }
        self.acts = ActsCard()
        self.state = StateCard()
        self.notice = Notice(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._often = QTimer(self, interval=_EVERY_MS)
        self._build_layout()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        began = monotonic()
        event = self._workplace.event_file
        overview = read_overview(event, now=self._workplace.now(), before=self._overview)
        self._overview = overview
        self._show_figures(overview)
        self._show_rows(overview, guests.count_status(event, GuestStatus.WAITING))
        self.categories.show_categories(overview.by_category, overview.plan)
        self.arrivals.show_slots(
            overview.curve,
            hours=overview.event.hours,
            planned=overview.attendance.expected - overview.attendance.walk_ins,
            now=overview.at,
        )
        self.acts.show_rows(read_recent(event, self._workplace.wording))
        self.show_state()
        took_ms = int((monotonic() - began) * 1000)
        self._soon.setInterval(max(_SOON_MS, took_ms * _REST_SHARE))

    def show_state(self) -> None:
        """Show the technical state anew."""
        event = self._workplace.event_file
        now = self._workplace.now()
        file = (*file_lights(self._care), *clock_lights(self._care))
        lights = [copy_light(self._care, now), *file, *self._boxes()]
        if self._care.free_bytes is not None and not self._care.is_disk_nearly_full:
            words = QCoreApplication.translate("OverviewPage", "%1 GB free on the disk")
            lights.append((Light.GOOD, filled(words, f"{self._care.free_bytes / 1e9:,.0f}")))
        lights.append(alone_light())
        self.state.show_lights(lights)
        day = self._workplace.wording.date(settings.find_event(event).date)
        words = QCoreApplication.translate("OverviewPage", "%1 · as of %2")
        self.title.set_aside(filled(words, day, f"{now:%H:%M}"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be up to date while somebody looks."""
        super().showEvent(event)
        self._often.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing while nobody looks: the file may be closed by then."""
        super().hideEvent(event)
        self._often.stop()
        self._soon.stop()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        sums = QHBoxLayout()
        sums.setSpacing(2 * theme.GRID)
        for behind, figure in self.figures.items():
            sums.addWidget(figure, 4 if behind is Behind.TAKEN else 3)
        look = Card(translate("OverviewPage", "To keep in sight"), padding=0)
        look.body.setSpacing(0)
        look.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for row in self.rows.values():
            look.body.addWidget(row)
        middle, aside = QVBoxLayout(), QVBoxLayout()
        for column in (middle, aside):
            column.setSpacing(2 * theme.GRID)
        middle.addWidget(self.categories, 1)
        middle.addWidget(self.state)
        aside.addWidget(look)
        aside.addWidget(self.acts, 1)
        columns = QHBoxLayout()
        columns.setSpacing(2 * theme.GRID)
        columns.addWidget(self.arrivals, 1)
        widths = {_MIDDLE_WIDTH: (self.categories, self.state), _ASIDE_WIDTH: (look, self.acts)}
        for width, cards in widths.items():
            for card in cards:
                card.setFixedWidth(width)
        columns.addLayout(middle)
        columns.addLayout(aside)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(2 * theme.GRID)
        page.addWidget(self.title)
        page.addLayout(sums)
        page.addLayout(columns, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        for behind, figure in self.figures.items():
            figure.clicked.connect(partial(self.asked.emit, behind))
        for behind, row in self.rows.items():
            row.clicked.connect(partial(self.asked.emit, behind))
        self.categories.category_asked.connect(self.category_asked)
        self.arrivals.slot_asked.connect(self.slot_asked)
        self.acts.log.clicked.connect(self.log_asked)
        self.report.clicked.connect(self._ask_report)
        self._soon.timeout.connect(self.refresh)
        self._often.timeout.connect(self.refresh)
        self._workplace.changed.connect(self._refresh_soon)
        self._care.changed.connect(self._show_state_if_seen)

    def export_to(self, path: Path) -> None:
        """Write the attendance report, as PDF or Excel by the file's ending, beside the window."""
        place = path if path.suffix else path.with_suffix(".pdf")
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def work(progress: Progress) -> Path:
            from reception_app.services.attendance_report import export_attendance

            export_attendance(snapshot, place, now=now, progress=progress)
            return place

        caption = QCoreApplication.translate("OverviewPage", "Writing the attendance report…")
        run_long_work(self, caption, work, self._tell_written, self._tell_trouble)

    def _ask_report(self) -> None:
        path = self._workplace.event_file.path
        name = QCoreApplication.translate("OverviewPage", "Attendance")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.report.caption,
            str(path.parent / f"{path.stem} {name}.pdf"),
            "PDF (*.pdf);;Excel (*.xlsx)",
        )
        if chosen:
            self.export_to(Path(chosen))

    def _tell_written(self, place: Path) -> None:
        words = QCoreApplication.translate("OverviewPage", "%1 is written.")
        self.notice.tell(filled(words, place.name))

    def _tell_trouble(self, error: ReceptionError) -> None:
        tone = NoticeTone.NOTE if isinstance(error, Cancelled) else NoticeTone.TROUBLE
        self.notice.tell(self._workplace.wording.error(error), tone)

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _show_state_if_seen(self) -> None:
        if self.isVisible():
            self.show_state()

    def _show_figures(self, overview: Overview) -> None:
        translate = QCoreApplication.translate
        now, totals = overview.attendance, overview.totals
        of = filled(translate("OverviewPage", "of %1 expected"), f"{now.expected:,}")
        if overview.planned is not None:
            plan = translate("OverviewPage", "plan by now: %1")
            of += f" · {_unbroken(filled(plan, f'{overview.planned:,}'))}"
        self.figures[Behind.ARRIVED].show_figure(f"{now.arrived:,}", of)
        self.figures[Behind.INSIDE].show_figure(f"{now.inside:,}", _inside_words(overview))
        closes = overview.event.hours.closes
        lately = overview.lately
        self.figures[Behind.AWAITED].show_figure(
            f"{now.awaited:,}",
            translate("OverviewPage", "The door is closed: no-shows")
            if closes is not None and overview.at >= closes
            else translate("OverviewPage", "%n came in the last 10 minutes", "", lately),
        )
        debtors = totals.due_guests
        who = translate("OverviewPage", "%n guest(s)", "", debtors)
        self.figures[Behind.DUE].show_figure(format_money(totals.due), who)
        self.figures[Behind.TAKEN].show_figure(
            format_money(totals.paid), self._tender_words(totals)
        )

    def _show_rows(self, overview: Overview, waiting: int) -> None:
        now, totals = overview.attendance, overview.totals
        alarm: dict[Behind, Tone] = {Behind.DUE_INSIDE: "danger", Behind.UNTAGGED: "warn"}
        for behind, number in (
            (Behind.DUE_INSIDE, totals.due_inside_guests),
            (Behind.WALK_INS, now.walk_ins),
            (Behind.UNTAGGED, now.untagged),
            (Behind.WAITING, waiting),
            (Behind.REFUSED, now.refused),
            (Behind.FORCED, now.forced),
        ):
            tone: Tone = alarm.get(behind, "ink") if number else "muted"
            self.rows[behind].show_figure(f"{number:,}", tone=tone)

    def _tender_words(self, totals: EventTotals) -> str:
        wording = self._workplace.wording
        told = [
            f"{_unbroken(wording.text('tender', tender))} {format_money(amount)}"
            for tender, amount in totals.paid_by_tender.items()
            if amount
        ]
        if totals.refunded:
            words = QCoreApplication.translate("OverviewPage", "%1 refunded")
            told.append(filled(words, format_money(totals.refunded)))
        return f"{_HARD_SPACE}· ".join(told)

    def _boxes(self) -> list[tuple[Light, str]]:
        """How each cash box that was ever opened stands."""
        event, lights = self._workplace.event_file, []
        operators = settings.list_operators(event)
        latest = {shift.box: shift for shift in drawers.list_shifts(event)}
        for box, shift in latest.items():
            if shift.closed_at is None:
                words = QCoreApplication.translate("OverviewPage", "Cash box %1 open · %2")
                lights.append((Light.GOOD, filled(words, box, operators.get(shift.operator, "?"))))
            else:
                words = QCoreApplication.translate("OverviewPage", "Cash box %1 closed at %2")
                lights.append((Light.GOOD, filled(words, box, f"{shift.closed_at:%H:%M}")))
        return lights


def _inside_words(overview: Overview) -> str:
    """Who went out, and how full the place is."""
    translate = QCoreApplication.translate
    now, told = overview.attendance, []
    out = now.arrived - now.inside
    if overview.event.capacity:
        told.append(
            filled(translate("OverviewPage", "of %1 places"), f"{overview.event.capacity:,}")
        )
    if out:
        told.append(translate("OverviewPage", "%n went out", "", out))
    return " · ".join(told) or translate("OverviewPage", "Nobody went out")


def _unbroken(words: str) -> str:
    """A few words, such as a tender's name, that no line breaks within."""
    return _WORD_JOINER.join(words.replace(" ", _HARD_SPACE))
