"""The money page: big sums with the rows behind them, payments, cash boxes, accounts check."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reception_app.domain.drawer import Shift
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Cancelled
from reception_app.services.accounts_check import check_accounts
from reception_app.services.file_check import check_file
from reception_app.services.findings import Finding
from reception_app.services.payments import correct_payment
from reception_app.services.totals import EventTotals, event_totals
from reception_app.storage import drawers, guests, settings
from reception_app.storage.payments import PaymentRow, list_payments
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.background import run_long_work
from reception_app.ui.cash_box_dialog import CashBoxDialog, DropDialog
from reception_app.ui.chip import ChipRow
from reception_app.ui.desk_dialog import DeskDialog
from reception_app.ui.figures import StatFigure
from reception_app.ui.label import Label, button_caption
from reception_app.ui.money.box_rows import box_state
from reception_app.ui.money.boxes_card import BoxesCard
from reception_app.ui.money.categories_card import CategoriesCard
from reception_app.ui.money.checks_card import ChecksCard, ChecksPanel
from reception_app.ui.money.correct_dialog import CorrectDialog
from reception_app.ui.money.due_card import DueCard
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.exports import Export, MoneyExports, show_folder
from reception_app.ui.money.payments_card import PaymentsCard
from reception_app.ui.notice import Notice, NoticeTone
from reception_app.ui.preferences import Preferences
from reception_app.ui.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_ASIDE_WIDTH = 304
_WITH_ASIDE = 960
"""From this width on the checks and the categories stand beside the guests, in px."""

_FEW_CHECKS = 5
_MANY = 100_000
_HARD_SPACE, _WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class MoneyTab(IntEnum):
    """What the lower part of the page shows."""

    DUE = 0
    PAYMENTS = 1
    BOXES = 2
    CHECKS = 3


class MoneyPage(QWidget):
    """Everything about the event's money; `guest_asked` carries the id of a guest to show."""

    guest_asked = Signal(str)

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__()
        self._workplace = workplace
        self._preferences = preferences
        self._findings: tuple[Finding, ...] = ()
        self._written: Path | None = None
        translate = QCoreApplication.translate
        wording = workplace.wording
        self.tabs = ChipRow(
            translate("MoneyPage", "Fees"),
            translate("MoneyPage", "Payments"),
            translate("MoneyPage", "Cash boxes"),
            translate("MoneyPage", "Checks"),
        )
        self.export = ActionButton(
            translate("MoneyPage", "Export workbook…"), primary=True, icon="export"
        )
        self.more = ActionButton(translate("MoneyPage", "More ▾"))
        self.charged = StatFigure(translate("MoneyPage", "Charged"))
        self.received = StatFigure(translate("MoneyPage", "Received"))
        self.unpaid = StatFigure(translate("MoneyPage", "Unpaid"))
        self.overpaid = StatFigure(translate("MoneyPage", "Overpaid"))
        self.due_card = DueCard(wording, self._find_guests)
        self.payments_card = PaymentsCard(wording, self._find_guests)
        self.boxes_card = BoxesCard()
        self.checks_card = ChecksCard(wording, most=_FEW_CHECKS)
        self.checks_panel = ChecksPanel(wording)
        self.categories_card = CategoriesCard()
        self.exports = MoneyExports(workplace, self)
        self.notice = Notice(self)
        self._stack = QStackedWidget()
        self._aside = QWidget()
        # After the sums are on the screen: the check takes longer than all of them.
        self._check_soon = QTimer(self, singleShot=True, interval=0)
        self._build_layout()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        event_file = self._workplace.event_file
        plan = settings.find_fee_plan(event_file)
        totals = event_totals(event_file)
        self._show_totals(totals)
        self.due_card.show_guests(guests.list_guests(event_file), plan)
        self.payments_card.show_payments(list_payments(event_file), plan.currency)
        shifts = drawers.list_shifts(event_file)
        states = tuple(box_state(event_file, shift) for shift in shifts)
        desk = self._workplace.desk
        operators = settings.list_operators(event_file)
        self.boxes_card.show_boxes(states, operators, desk.letter if desk else "")
        self.categories_card.show_categories(totals.by_category, plan)
        if self.isVisible():
            self._check_soon.start()

    def check(self) -> None:
        """Try every rule of the books now and show how they stand."""
        self._check_soon.stop()
        self._show_findings(check_accounts(self._workplace.event_file))

    def show_tab(self, tab: MoneyTab) -> None:
        """Show another lower part."""
        self.tabs.choose(tab)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a small window the guests get all the room."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _WITH_ASIDE)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Check the books as they are now."""
        super().showEvent(event)
        self._check_soon.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Check nothing that nobody sees, least of all in a file that is about to be closed."""
        super().hideEvent(event)
        self._check_soon.stop()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        title = QCoreApplication.translate("MoneyPage", "Money")
        head.addWidget(Label(title, size=Type.TITLE, bold=True))
        head.addSpacing(theme.GRID)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.more)
        head.addWidget(self.export)
        sums = QHBoxLayout()
        sums.setSpacing(theme.GRID * 2)
        for figure in (self.charged, self.received, self.unpaid, self.overpaid):
            sums.addWidget(figure, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(theme.GRID * 2)
        page.addLayout(head)
        page.addLayout(sums)
        page.addWidget(self._stack, 1)
        for widget in (
            self._due_part(),
            self.payments_card,
            self.boxes_card,
            self.checks_panel,
        ):
            self._stack.addWidget(widget)
        self.more.setMenu(self._more_menu())
        self.setFocusProxy(self.due_card)

    def _due_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        self._aside.setFixedWidth(_ASIDE_WIDTH)
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(theme.GRID * 2)
        aside.addWidget(self.checks_card)
        aside.addWidget(self.categories_card, 1)
        row.addWidget(self.due_card, 1)
        row.addWidget(self._aside)
        return part

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        translate = QCoreApplication.translate
        for words, export in (
            (translate("MoneyPage", "Unpaid guests as Excel…"), Export.UNPAID),
            (translate("MoneyPage", "All receipts as PDF…"), Export.RECEIPTS),
            (translate("MoneyPage", "Journal as CSV…"), Export.JOURNAL),
        ):
            action = menu.addAction(button_caption(words))
            action.setData(export)
            action.triggered.connect(self._export_chosen)
        return menu

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.charged.clicked.connect(self._show_charged)
        self.received.clicked.connect(self._show_received)
        self.unpaid.clicked.connect(self._show_unpaid)
        self.overpaid.clicked.connect(self._show_overpaid)
        self.due_card.guest_asked.connect(self.guest_asked)
        self.payments_card.correction_asked.connect(self._correct)
        self.boxes_card.count_asked.connect(self._count)
        self.boxes_card.drop_asked.connect(self._drop)
        self.boxes_card.opening_asked.connect(self._open_box)
        self.checks_card.all_asked.connect(self._show_checks)
        self.checks_panel.file_check_asked.connect(self._check_file)
        self.export.clicked.connect(self._export_workbook)
        self.exports.written.connect(self._tell_written)
        self.exports.refused.connect(self._tell_trouble)
        self.notice.acted.connect(self._show_written)
        self._check_soon.timeout.connect(self.check)

    def _find_guests(self, text: str) -> frozenset[str]:
        found = guests.search_guests(self._workplace.event_file, text, limit=_MANY)
        return frozenset(guest.id for guest in found)

    def _show_totals(self, totals: EventTotals) -> None:
        translate = QCoreApplication.translate
        people = _people(totals.charged_guests)
        waived = filled(translate("MoneyPage", "%1 waived"), format_money(totals.waived))
        self.charged.show_figure(
            format_money(totals.charged), f"{people} · {waived}" if totals.waived else people
        )
        self.received.show_figure(format_money(totals.paid), self._received_words(totals))
        people = _people(totals.due_guests)
        inside_count = totals.due_inside_guests
        inside = translate("MoneyPage", "%n inside", "", inside_count)
        self.unpaid.show_figure(
            format_money(totals.due),
            f"{people} · {inside}" if inside_count else people,
        )
        people = _people(totals.overpaid_guests)
        self.overpaid.show_figure(format_money(totals.overpaid), people)

    def _received_words(self, totals: EventTotals) -> str:
        parts = [
            _tender_words(self._workplace, tender, amount)
            for tender, amount in totals.paid_by_tender.items()
            if amount
        ]
        if totals.refunded:
            words = QCoreApplication.translate("MoneyPage", "%1 refunded")
            parts.append(filled(words, format_money(totals.refunded)))
        return f"{_HARD_SPACE}· ".join(parts)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        self.checks_card.show_findings(self._findings)
        self.checks_panel.show_findings(self._findings)

    def _show_charged(self) -> None:
        self._show_guests(DueFilter.CHARGED)

    def _show_unpaid(self) -> None:
        self._show_guests(DueFilter.DUE)

    def _show_overpaid(self) -> None:
        self._show_guests(DueFilter.OVERPAID)

    def _show_guests(self, chosen: DueFilter) -> None:
        self.due_card.choose(chosen)
        self.show_tab(MoneyTab.DUE)

    def _show_received(self) -> None:
        self.show_tab(MoneyTab.PAYMENTS)

    def _show_checks(self) -> None:
        self.show_tab(MoneyTab.CHECKS)

    def _desk(self) -> Desk | None:
        """Who acts; asked for when nobody has said yet."""
        if self._workplace.desk is not None:
            return self._workplace.desk
        return DeskDialog.ask(self._workplace, self._preferences, self)

    def _correct(self, row: PaymentRow) -> None:
        event_file = self._workplace.event_file
        currency = settings.find_event(event_file).currency
        desk = self._desk()
        reason = CorrectDialog.ask(row, currency, self) if desk else None
        if desk is None or reason is None:
            return
        try:
            back = correct_payment(
                event_file, row.entry, reason, desk=desk, now=self._workplace.now()
            )
        except ReceptionError as error:
            self._tell_trouble(error)
            return
        translate = QCoreApplication.translate
        if row.tender is Tender.CASH and back:
            words = filled(translate("MoneyPage", "Taken back. Hand back %1."), format_money(back))
        else:
            words = translate("MoneyPage", "Taken back. The fee is due again.")
        self._after_act(words)

    def _count(self, shift: Shift) -> None:
        desk = self._desk()
        if desk is None:
            return
        closed = CashBoxDialog.ask(self._workplace, Desk(shift.box, desk.operator), self)
        self.refresh()
        if closed is not None and closed.counted is not None:
            words = filled(
                QCoreApplication.translate(
                    "MoneyPage", "Cash box %1 is closed. %2 went to the safe."
                ),
                closed.box,
                format_money(closed.counted),
            )
            self.notice.tell(words)

    def _drop(self, shift: Shift) -> None:
        desk = self._desk()
        if desk is None:
            return
        dropped = DropDialog.ask(self._workplace, Desk(shift.box, desk.operator), self)
        if dropped is not None:
            self.refresh()
            words = QCoreApplication.translate("MoneyPage", "%1 went to the safe.")
            self.notice.tell(filled(words, format_money(dropped)))

    def _open_box(self) -> None:
        if DeskDialog.ask(self._workplace, self._preferences, self) is not None:
            self.refresh()

    def _check_file(self) -> None:
        snapshot = self._workplace.event_file.snapshot()
        run_long_work(
            self,
            QCoreApplication.translate("MoneyPage", "Checking the file…"),
            lambda progress: check_file(snapshot, progress=progress),
            self._add_findings,
            self._tell_trouble,
        )

    def _add_findings(self, found: tuple[Finding, ...]) -> None:
        codes = {finding.code for finding in found}
        kept = [finding for finding in self._findings if finding.code not in codes]
        self._show_findings([*kept, *found])

    def _export_workbook(self) -> None:
        self.exports.ask(Export.WORKBOOK)

    def _export_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        export = action.data()
        assert isinstance(export, Export)
        self.exports.ask(export)

    def _tell_written(self, path: Path) -> None:
        translate = QCoreApplication.translate
        self._written = path
        self.notice.tell(
            filled(translate("MoneyPage", "%1 is written."), path.name),
            action=translate("MoneyPage", "Show the folder"),
        )

    def _show_written(self) -> None:
        if self._written is not None:
            show_folder(self._written)

    def _tell_trouble(self, error: ReceptionError) -> None:
        tone = NoticeTone.NOTE if isinstance(error, Cancelled) else NoticeTone.TROUBLE
        self.notice.tell(self._workplace.wording.error(error), tone)

    def _after_act(self, words: str) -> None:
        self._workplace.changed.emit()
        self.refresh()
        self.notice.tell(words)


def _people(count: int) -> str:
    # The translations' collector understands a plain name as the number, nothing longer.
    return QCoreApplication.translate("MoneyPage", "%n guest(s)", "", count)


def _tender_words(workplace: Workplace, tender: Tender, amount: Money) -> str:
    """The tender and its sum; a line breaks between the two, but not within the tender."""
    name = _WORD_JOINER.join(workplace.wording.text("tender", tender).replace(" ", _HARD_SPACE))
    return f"{name} {format_money(amount)}"
