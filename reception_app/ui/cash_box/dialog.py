"""Counting a cash box blind, then closing it or handing it over.

Nobody sees what should be in the box before what is in it was saved: the result page does not even
exist until then. Where two people count, not before both counts agree.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from reception_app.domain.drawer import Count, Shift, count_mismatches
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.services import drawers, event_setup
from reception_app.services.box_summary import suspect_sentence, suspects_of
from reception_app.storage import settings
from reception_app.storage.drawers import list_shifts
from reception_app.ui import theme
from reception_app.ui.cash_box.count_page import CountPage
from reception_app.ui.cash_box.result_page import CashGoes, ResultPage
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_WIDTH = 560
_MOST_SUSPECTS = 4


class CashBoxDialog(QDialog):
    """Asks for the count of one cash box, shows how it compares, and closes or hands it over.

    Escape leaves the box open; a count that was saved stays saved. `closed` is the shift that was
    closed.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: Desk,
        window: QWidget,
        *,
        goes: CashGoes = CashGoes.TO_THE_SAFE,
    ) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._desk = desk
        self._goes = goes
        self._first: Count | None = None
        self.closed: Shift | None = None
        event_file = workplace.event_file
        currency = settings.find_event(event_file).currency
        operators = settings.list_operators(event_file)
        self._others = [name for key, name in operators.items() if key != desk.operator]
        self.pages = QStackedWidget()
        self.count_page = CountPage(_title(desk.letter), currency, self._others)
        self.result_page: ResultPage | None = None
        self.pages.addWidget(self.count_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self.pages)
        self.setWindowTitle(_title(desk.letter))
        self.pages.setMinimumWidth(_WIDTH)
        self.count_page.save.clicked.connect(self._save_count)
        self.count_page.cancel.clicked.connect(self.reject)
        self.count_page.fields.begin()

    @classmethod
    def ask(
        cls,
        workplace: Workplace,
        desk: Desk,
        window: QWidget,
        *,
        goes: CashGoes = CashGoes.TO_THE_SAFE,
    ) -> Shift | None:
        """The shift that was closed; None when the box stays open.

        `desk` names the box to count and the operator who counts it, `goes` what is proposed for
        its cash.
        """
        dialog = cls(workplace, desk, window, goes=goes)
        dialog.exec()
        dialog.deleteLater()
        return dialog.closed

    def _save_count(self) -> None:
        page = self.count_page
        if page.fields.is_untouched and not page.is_warned:
            page.warn_of_empty()
            return
        try:
            if self._first is None and page.two.isChecked():
                self._save_first()
            elif self._first is not None:
                self._save_second(self._first)
            else:
                self._show_result(self._record(page.fields.count))
        except ReceptionError as error:
            page.tell(self._workplace.wording.error(error))

    def _save_first(self) -> None:
        """Put the first count on record, and let the second person count."""
        page = self.count_page
        second = page.second.name
        event_setup.operator_named(
            self._workplace.event_file, second, now=self._workplace.now()
        )  # refuses an empty name before the first count is put aside
        self._record(page.fields.count)
        self._first = page.fields.count
        page.ask_second(second)
        page.fields.begin()

    def _save_second(self, first: Count) -> None:
        """Compare both counts; where they agree, show what should be in the box."""
        page = self.count_page
        event_file, now = self._workplace.event_file, self._workplace.now()
        counter = event_setup.operator_named(event_file, page.second.name, now=now)
        second = page.fields.count
        shift = self._record(second, counter=counter)
        self._first = None
        mismatches = count_mismatches(first, second)
        if mismatches:
            page.tell_mismatches(mismatches)
            page.fields.begin()
        else:
            self._show_result(shift)

    def _record(self, count: Count, counter: str | None = None) -> Shift:
        event_file, now = self._workplace.event_file, self._workplace.now()
        return drawers.count_box(event_file, count, desk=self._desk, now=now, counter=counter)

    def _show_result(self, shift: Shift) -> None:
        event_file, wording = self._workplace.event_file, self._workplace.wording
        difference = drawers.difference(event_file, shift)
        self._workplace.changed.emit()
        assert shift.counted is not None
        sentences = [
            suspect_sentence(event_file, suspect, wording)
            for suspect in suspects_of(event_file, shift)[:_MOST_SUSPECTS]
        ]
        page = ResultPage(
            _title(self._desk.letter), shift.counted, difference, suspects=sentences,
            names=self._others,
        )  # fmt: skip
        self.result_page = page
        page.choose(self._goes)
        page.close_box.clicked.connect(self._close_box)
        page.count_again.clicked.connect(self._count_again)
        page.leave_open.clicked.connect(self.reject)
        self._turn_to(page)
        page.close_box.setDefault(True)
        page.begin()

    def _turn_to(self, page: QWidget) -> None:
        """Show this page alone: a stack is as high as its highest page."""
        while (shown := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(shown)
        self.pages.addWidget(page)

    def _count_again(self) -> None:
        """Go back to empty fields; the first count stays on record."""
        assert self.result_page is not None
        self._goes = self.result_page.chosen
        self._turn_to(self.count_page)
        self.result_page.deleteLater()
        self.result_page = None
        self.count_page.reset()
        self.count_page.save.setDefault(True)
        self.count_page.fields.begin()

    def _close_box(self) -> None:
        page = self.result_page
        assert page is not None
        event_file, now = self._workplace.event_file, self._workplace.now()
        reason = page.reason.currentText()
        try:
            if page.chosen is CashGoes.HANDED_OVER:
                self._hand_over(page.taker.name, reason)
            else:
                keep = page.chosen is CashGoes.STAYS
                self.closed = drawers.close_box(
                    event_file, reason, desk=self._desk, now=now, keep=keep
                )
        except ReceptionError as error:
            page.tell(self._workplace.wording.error(error))
            return
        self._workplace.changed.emit()
        self.accept()

    def _hand_over(self, name: str, reason: str) -> None:
        event_file, now = self._workplace.event_file, self._workplace.now()
        taker = event_setup.operator_named(event_file, name, now=now)
        after = drawers.hand_over(event_file, taker, reason, desk=self._desk, now=now)
        shifts = list_shifts(event_file)
        self.closed = next(shift for shift in shifts if shift.id == after.follows)


def _title(box: str) -> str:
    return filled(QCoreApplication.translate("CashBoxDialog", "Count cash box %1"), box)
