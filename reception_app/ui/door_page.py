"""The door page 受付: one line, one big answer, at most one decision; beside it the evening so far.

A scan, a picked guest and a walk-in all end in an `Outcome`, which `_show_answer` shows. What it
asks for (a fee, a choice, a guest to pick) is a panel under the banner; keys reach it through the
scan line, so the line is always ready and the next scan replaces whatever is open.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.admission import Verdict
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, fold
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.services.payments import find_payment, new_offer
from reception_app.services.reception import Outcome
from reception_app.storage import admissions, guests
from reception_app.ui import door_questions, door_reading, theme
from reception_app.ui.answer_area import AnswerArea
from reception_app.ui.arrival_card import ArrivalCard
from reception_app.ui.banner_view import BannerKind, BannerView
from reception_app.ui.camera.camera_strip import CameraStrip
from reception_app.ui.door_desk import DoorDesk
from reception_app.ui.door_questions import ENTER, Choice, Way
from reception_app.ui.door_views import (
    FILE_FAULTS,
    Undone,
    idle_view,
    trouble_view,
    undo_view,
    undone_view,
)
from reception_app.ui.keyboard_map import KeyboardMap
from reception_app.ui.keys import KeyHint
from reception_app.ui.notice import Notice, NoticeTone
from reception_app.ui.outcome_view import Circumstances
from reception_app.ui.recent_list import RecentList, RecentRow
from reception_app.ui.scan_input import ScanInput
from reception_app.ui.screen_text import filled
from reception_app.ui.sounds import Tone
from reception_app.ui.walk_in_dialog import WalkInDialog
from reception_app.ui.workplace import Workplace

_FIGURES_AFTER_MS = 30
"""Counters follow the answer after a moment, so that a burst of scans reads them once."""

_FIGURES_EVERY_MS = 30_000
_SIDE_WIDTH = 304
_TONES = {Verdict.ADMITTED: Tone.OK, Verdict.COLLECT_FEE: Tone.PAY}


class DoorPage(QWidget):
    """The door of one event.

    `desk_wanted` asks the window to let somebody say who works here, or to open the cash box; scans
    made meanwhile are answered once a desk is set. `play` makes the sounds. `camera` is the strip
    that F8 opens.
    """

    desk_wanted = Signal()

    def __init__(
        self,
        workplace: Workplace,
        *,
        play: Callable[[Tone], None] | None = None,
        camera: CameraStrip | None = None,
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._event = workplace.event_file
        self._desk = DoorDesk(workplace, self)
        self._play = play
        self._outcome: Outcome | None = None
        self._around: Circumstances | None = None
        self._offer = new_offer(Tender.CASH)
        self._undoing = ""
        self._recent: tuple[RecentRow, ...] = ()
        self._help = KeyHint("", "F1")
        self._walk_in = KeyHint("", "F2")
        self._camera_key = KeyHint("", "F8")
        self.scan = ScanInput(self._camera_key, self._walk_in, self._help)
        self.camera = camera or CameraStrip()
        self.answer = AnswerArea(workplace.wording, self._idle_view())
        self.arrivals = ArrivalCard()
        self.recent = RecentList()
        self.walk_in = WalkInDialog(workplace, self)
        self._map: KeyboardMap | None = None
        self._figures_soon = QTimer(self, singleShot=True, interval=_FIGURES_AFTER_MS)
        self._figures_often = QTimer(self, interval=_FIGURES_EVERY_MS)
        self._build_layout()
        self.notice = Notice(self)
        self._connect()
        self._set_texts()
        self.refresh()

    @property
    def outcome(self) -> Outcome | None:
        """The answer on show; `None` while the door waits for the next guest."""
        return self._outcome

    def refresh(self) -> None:
        """Read again what others may have changed."""
        self._show_figures()
        outcome, around = self._outcome, self._around
        if outcome is None or around is None:
            if self.answer.panel is None and self.answer.banner.view.kind is BannerKind.IDLE:
                self._show_again()
        elif outcome.verdict is Verdict.COLLECT_FEE and around.box_open is not self._is_box_open():
            self._around = door_reading.find_circumstances(self._event, outcome, around.desk)
            self._show_again()

    def receive(self, guest_id: str) -> None:
        """Answer for a guest picked from a list, here or on another page."""
        self._desk.receive(guest_id)

    def take(self, key: str) -> bool:
        """Act on a key typed while the scan line is empty; see `scan_input.KeyTaker`."""
        waiting = self._outcome is None and self.answer.panel is None
        if key == ENTER and waiting and not self._is_box_open():
            self._want_desk()
            return True
        return self.answer.take(key)

    def give_back(self) -> None:
        """Forget the letter taken last; see `scan_input.KeyTaker`."""
        self.answer.give_back()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be up to date when the page is opened, and while it is."""
        super().showEvent(event)
        self._figures_often.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing while nobody looks: the file may be closed by then."""
        super().hideEvent(event)
        self._figures_often.stop()
        self._figures_soon.stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()
            if self.isVisible():
                self._show_figures()
                self._show_again()

    def _build_layout(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(2 * theme.GRID)
        for part in (self.camera, self.arrivals, self.recent):
            part.setFixedWidth(_SIDE_WIDTH)
            side.addWidget(part, int(part is self.recent))
        columns = QHBoxLayout()
        columns.setSpacing(2 * theme.GRID)
        columns.addWidget(self.answer, 1)
        columns.addLayout(side)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(2 * theme.GRID)
        page.addWidget(self.scan)
        page.addLayout(columns, 1)
        self.setFocusProxy(self.scan)

    def _connect(self) -> None:
        desk = self._desk
        desk.answered.connect(self._show_answer)
        desk.repeated.connect(self._show_repeat)
        desk.glued.connect(self._tell_glued)
        desk.undone.connect(self._show_undone)
        desk.failed.connect(self._show_failure)
        desk.failed_in_hand.connect(self._show_failure_in_hand)
        desk.desk_wanted.connect(self._want_desk)
        self.scan.set_taker(self)
        self.scan.scanned.connect(self._take_scan)
        self.scan.searched.connect(self._search)
        self.scan.submitted.connect(self._submit)
        self.scan.stepped.connect(self._step)
        self.scan.escaped.connect(self._go_idle)
        self.answer.pad.taken.connect(self._take_payment)
        self.answer.pad.later_asked.connect(self._ask_promise)
        self.answer.pad.party_chosen.connect(self.answer.show_sum)
        self.answer.choices.chosen.connect(self._choose)
        self.answer.choices.withdrawn.connect(self._step_back)
        self.answer.hits.picked.connect(self._pick)
        self.recent.undo.clicked.connect(self._begin_undo)
        self.recent.chosen.connect(self._begin_undo_of)
        self.arrivals.unpaid.clicked.connect(self._show_unpaid)
        self._walk_in.clicked.connect(self._begin_walk_in)
        self._help.clicked.connect(self._show_map)
        self._camera_key.clicked.connect(self.camera.toggle)
        self.camera.code_read.connect(self._take_scan)
        self.walk_in.given.connect(desk.register)
        self.walk_in.recognised.connect(self.receive)
        self.walk_in.left.connect(self._return_to_line)
        self._figures_soon.timeout.connect(self.refresh)
        self._figures_often.timeout.connect(self._show_figures)
        self._workplace.changed.connect(self._refresh_soon)
        self._workplace.desk_changed.connect(self._refresh_soon)

    def _set_texts(self) -> None:
        translate = QCoreApplication.translate
        self._camera_key.set_caption(translate("DoorPage", "Camera"))
        self._walk_in.set_caption(translate("DoorPage", "Walk-in"))
        self._help.set_caption(translate("DoorPage", "Help"))

    # --- What a person or a scanner does ---

    def _take_scan(self, text: str) -> None:
        for dialog in (self.walk_in, self._map):
            if dialog is not None and dialog.isVisible():
                dialog.hide()  # a half filled form waits for the next F2
        self._desk.scan(text)

    def _search(self, text: str) -> None:
        if not text.strip():
            if self._is_picking():
                self._show_again()
            return
        rows = door_reading.read_hits(self._event, text, self._workplace.wording)
        translate = QCoreApplication.translate
        nobody = translate("DoorPage", "Nobody fits “%1”.\nF2 registers a walk-in.")
        number = len(rows)
        title = translate("DoorPage", "%n guest(s) fit", "", number) if rows else ""
        self.answer.offer_guests(title, rows, nobody=filled(nobody, text.strip()))

    def _submit(self, _text: str) -> None:
        if self._is_picking():
            self.answer.take(ENTER)

    def _step(self, by: int) -> None:
        if self._undoing:
            self._step_undo(by)
        elif self._is_picking():
            self.answer.hits.step(by)

    def _pick(self, guest_id: str) -> None:
        """Answer for a picked guest; a guest with namesakes is to be picked twice."""
        picked = guests.find_guest(self._event, guest_id)
        searched = bool(self.scan.line.text())
        if picked is None:
            return
        same = self._namesakes(picked) if searched else ()
        self.scan.clear()
        number = len(same)
        if number > 1:
            title = QCoreApplication.translate(
                "DoorPage", "%n guests have this name. Which one?", "", number
            )
            rows = door_reading.hit_rows(self._event, same, self._workplace.wording)
            self.answer.offer_guests(title, rows, select_first=False)
        else:
            self.receive(guest_id)

    def _namesakes(self, guest: Guest) -> tuple[Guest, ...]:
        found = guests.search_guests(self._event, guest.name)
        return tuple(one for one in found if fold(one.name) == fold(guest.name))

    def _take_payment(self, tender: Tender, received: Money) -> None:
        payers = self._payers()
        if tender is Tender.TRANSFER:
            self._desk.promise(payers, door_questions.already_transferred())
            return
        tendered = received if tender is Tender.CASH else None
        self._desk.take_payment(payers, replace(self._offer, tender=tender, tendered=tendered))

    def _choose(self, choice: Choice) -> None:
        if self._undoing:
            keeping = choice.way is Way.UNDO_KEEPING_PAYMENT
            self._desk.undo(self._undoing, choice.reason, with_payment=not keeping)
        elif self._outcome is not None and self._outcome.guest is not None:
            self._follow(choice, self._outcome, self._outcome.guest)

    def _follow(self, choice: Choice, outcome: Outcome, guest: Guest) -> None:
        match choice.way:
            case Way.OVERRULE:
                self.answer.ask(door_questions.overruling(outcome))
            case Way.PAY_LATER:
                self._ask_promise()
            case Way.OPEN_BOX:
                self._want_desk()
            case Way.PROMISE | Way.TRANSFERRED:
                self._desk.promise(self._payers(), choice.reason)
            case Way.COMPANIONS:
                self._let_companions_in(guest)
            case Way.FORCE:
                self._desk.force(outcome, choice.reason)
            case Way.REINSTATE:
                self._desk.reinstate(guest.id)
            case Way.UNDO | Way.UNDO_KEEPING_PAYMENT:
                pass  # asked only while undoing

    def _begin_walk_in(self) -> None:
        name = "" if self.scan.line.text().isdecimal() else self.scan.line.text().strip()
        self.scan.clear()
        self.walk_in.begin(name)

    def _let_companions_in(self, host: Guest) -> None:
        """Receive the companions of a host who is in; their fees come first, in one payment."""
        assert self._around is not None
        party = self._around.party
        if party is None or not party.due:
            self._desk.receive_companions(host.id)
        elif self._is_box_open():
            self._offer = new_offer(Tender.CASH)
            self.answer.ask_fee(party.due)
        else:
            self._want_desk()

    def _payers(self) -> tuple[Guest, ...]:
        """Whose fees are settled together now; the first is the one who pays."""
        assert self._outcome is not None
        assert self._outcome.guest is not None
        assert self._around is not None
        guest, party = self._outcome.guest, self._around.party
        for_all = self.answer.pad.with_party or self._outcome.verdict is Verdict.ADMITTED
        return party.paid_for_by(guest) if party is not None and for_all else (guest,)

    def _begin_undo(self) -> None:
        self._show_figures()
        self._begin_undo_of(next((row.key for row in self._recent if row.key), ""))

    def _begin_undo_of(self, key: str) -> None:
        """Ask why the admission of this id is undone; an empty one says that there is none."""
        admission = admissions.find_admission(self._event, key)
        guest = guests.find_guest(self._event, admission.guest) if admission else None
        if admission is None or guest is None:
            nothing = QCoreApplication.translate("DoorPage", "This line holds nothing to undo.")
            self.notice.tell(nothing, NoticeTone.NOTE)
            return
        self.scan.clear()
        self._outcome = self._around = None
        self._undoing = key
        payment = find_payment(self._event, admission.payment) if admission.payment else None
        self.answer.show_view(undo_view(admission, guest, payment))
        self.answer.ask(door_questions.undoing(is_paid=payment is not None))
        self.recent.select(key)

    def _step_undo(self, by: int) -> None:
        keys = [row.key for row in self._recent if row.key]
        if self._undoing in keys:
            number = keys.index(self._undoing) + by
            self._begin_undo_of(keys[min(max(number, 0), len(keys) - 1)])

    def _step_back(self) -> None:
        if self._undoing:
            self._go_idle()
        else:
            self._show_again()

    # --- What is shown ---

    def _show_answer(self, outcome: Outcome) -> None:
        self._outcome = outcome
        assert self._workplace.desk is not None
        self._around = door_reading.find_circumstances(self._event, outcome, self._workplace.desk)
        self._offer = new_offer(Tender.CASH)
        self._show_again()
        self.answer.paint_now()
        self._sound(_TONES.get(outcome.verdict, Tone.STOP))
        self._workplace.changed.emit()

    def _show_again(self) -> None:
        """Show the answer, or that the door waits for the next guest, with nothing typed yet."""
        self._leave_undo()
        if self._outcome is None or self._around is None:
            self.answer.show_idle(self._idle_view())
        else:
            self.answer.show_answer(self._outcome, self._around)

    def _show_repeat(self, outcome: Outcome | None) -> None:
        """Say that the badge was answered just now; show that answer unless it stands there."""
        if outcome is not None and (outcome is not self._outcome or self._is_picking()):
            self._show_answer(outcome)
        just_now = QCoreApplication.translate("DoorPage", "Just now, at this desk.")
        self.notice.tell(just_now, NoticeTone.NOTE)

    def _tell_glued(self, number: int) -> None:
        text = QCoreApplication.translate(
            "DoorPage", "%n badges were read at once; the list shows each.", "", number
        )
        self.notice.tell(text, NoticeTone.NOTE)

    def _show_undone(self, undone: Undone) -> None:
        self._go_idle()
        self.answer.show_view(undone_view(undone, self._workplace.wording))
        self._workplace.changed.emit()

    def _show_failure(self, error: ReceptionError) -> None:
        """The file's trouble takes the banner; a rule's answer is a notice. The door goes on."""
        wording = self._workplace.wording
        if isinstance(error, FILE_FAULTS):
            self._go_idle()
            self.answer.show_view(trouble_view(error, wording, at=self._workplace.now()))
        else:
            self.notice.tell(wording.error(error), NoticeTone.NOTE)
        self._sound(Tone.STOP)

    def _show_failure_in_hand(self, error: ReceptionError) -> None:
        """Like `_show_failure`, but the guest and the panel stay: it may be tried again."""
        wording = self._workplace.wording
        if isinstance(error, FILE_FAULTS) and self._outcome is not None:
            guest = self._outcome.guest
            view = trouble_view(error, wording, at=self._workplace.now(), guest=guest)
            self.answer.banner.show_view(view)
        else:
            self.notice.tell(wording.error(error), NoticeTone.NOTE)
        self.answer.pad.rearm()
        self._sound(Tone.STOP)

    def _show_unpaid(self) -> None:
        title, rows = door_reading.read_unpaid(self._event, self._workplace.wording)
        self.scan.clear()
        self._go_idle()
        self.answer.offer_guests(title, rows)

    def _show_map(self) -> None:
        if self._map is None:
            self._map = KeyboardMap(self)
            self._map.left.connect(self._return_to_line)
        self._map.open()

    def _want_desk(self) -> None:
        self.desk_wanted.emit()
        self._return_to_line()

    def _return_to_line(self) -> None:
        self.activateWindow()
        self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_promise(self) -> None:
        self.answer.ask(door_questions.promise_reasons())

    def _go_idle(self) -> None:
        self._outcome = self._around = None
        self._show_again()

    def _leave_undo(self) -> None:
        if self._undoing:
            self._undoing = ""
            self.recent.select("")

    def _show_figures(self) -> None:
        self.arrivals.show_view(door_reading.read_arrivals(self._event, self._workplace.now()))
        self._recent = door_reading.read_recent(self._event, self._workplace.wording)
        self.recent.show_rows(self._recent)

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._figures_soon.start()

    def _idle_view(self) -> BannerView:
        return idle_view(self._event, self._workplace.desk, box_open=self._is_box_open())

    def _is_picking(self) -> bool:
        return self.answer.panel is self.answer.hits

    def _is_box_open(self) -> bool:
        return door_reading.is_box_open(self._event, self._workplace.desk)

    def _sound(self, tone: Tone) -> None:
        if self._play is not None:
            self._play(tone)
