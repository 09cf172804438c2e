"""The door page 受付: one line, one big answer, at most one decision; beside it the evening so far.

A scan, a picked guest and a walk-in all end in an `Outcome`, which `_show_answer` shows. What it
asks for (a fee, a choice, a guest to pick) is a panel under the banner; keys reach it through the
scan line, so the line is always ready and the next scan replaces whatever is open.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.admission import Verdict
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, fold
from reception_app.scanning.scanner_habits import ScannerHabits
from reception_app.services.reception import (
    GuestUnknown,
    NotInside,
    Outcome,
    Promise,
)
from reception_app.services.spare_badges import free_spare
from reception_app.storage import admissions, guests
from reception_app.storage.name_tags import find_tag_state
from reception_app.storage.spare_badges import SpareBadge
from reception_app.ui import theme
from reception_app.ui.camera.camera_strip import CameraStrip
from reception_app.ui.door import door_questions, door_reading
from reception_app.ui.door.answer_area import AnswerArea
from reception_app.ui.door.banner_view import BannerKind, BannerView
from reception_app.ui.door.door_desk import DoorDesk
from reception_app.ui.door.door_figures import SIDE_WIDTH, DoorFigures
from reception_app.ui.door.door_more import DoorMore
from reception_app.ui.door.door_paying import DoorPaying
from reception_app.ui.door.door_questions import ENTER, Choice, Way
from reception_app.ui.door.door_undo import Undoable, find_last_key, find_undoable, undo_view
from reception_app.ui.door.door_views import (
    FILE_FAULTS,
    Undone,
    idle_view,
    not_inside_view,
    out_view,
    trouble_view,
    undone_view,
)
from reception_app.ui.door.guest_sight import GuestSight, sight_of
from reception_app.ui.door.outcome_view import Circumstances
from reception_app.ui.door.scan_input import ScanInput
from reception_app.ui.door.sounds import Tone
from reception_app.ui.door.walk_in_dialog import WalkInDialog
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_TONES = {Verdict.ADMITTED: Tone.OK, Verdict.COLLECT_FEE: Tone.PAY}


class DoorPage(QWidget):
    """The door of one event.

    `desk_wanted` asks the window to let somebody say who works here, or to open the cash box; scans
    made meanwhile are answered once a desk is set. `play` makes the sounds. `camera` is the strip
    that F8 opens. `sight_changed` carries the `GuestSight` that the guest may see of the answer.
    """

    desk_wanted = Signal()
    sight_changed = Signal(object)

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
        self._undoing: Undoable | None = None
        self._before_spare: Guest | None = None
        self._is_out = False
        self._more = KeyHint("", "F10")
        self._help = KeyHint("", "F1")
        self._walk_in = KeyHint("", "F2")
        self._camera_key = KeyHint("", "F8")
        self.scan = ScanInput(self._camera_key, self._walk_in, self._more, self._help)
        self.camera = camera or CameraStrip()
        self.answer = AnswerArea(workplace.wording, self._idle_view())
        self.paying = DoorPaying(workplace, self._desk, self.answer, self.scan)
        self.figures = DoorFigures(workplace, self.camera)
        self.walk_in = WalkInDialog(workplace, self)
        self.more = DoorMore(workplace, self)
        self._build_layout()
        self.notice = Notice(self)
        self._connect()
        self._set_texts()

    @property
    def outcome(self) -> Outcome | None:
        """The answer on show; `None` while the door waits for the next guest."""
        return self._outcome

    @property
    def is_letting_out(self) -> bool:
        """Whether badges scanned now go out."""
        return self._is_out

    @property
    def sight(self) -> GuestSight:
        """What the guest may see of the answer on show."""
        pad = self.answer.pad
        kind = self.answer.banner.view.kind
        return sight_of(self._outcome, kind, due=pad.due, received=pad.received)

    def refresh(self) -> None:
        """Read again what others may have changed."""
        self.figures.read()
        outcome, around = self._outcome, self._around
        if outcome is None or around is None:
            if self.answer.panel is None and self.answer.banner.view.kind is BannerKind.IDLE:
                self._show_again()
        elif outcome.verdict is Verdict.COLLECT_FEE and around.box_open is not self._is_box_open():
            self._around = door_reading.find_circumstances(self._event, outcome, around.desk)
            self._show_again()
        elif outcome.guest is not None and self.answer.panel is None:
            self._show_tag_state(outcome.guest, around)

    def use_habits(self, habits: ScannerHabits) -> None:
        """Undo what this computer has learned of its scanner before."""
        self.more.habits = habits
        self.scan.set_habits(habits)

    def receive(self, guest_id: str) -> None:
        """Answer for a guest picked from a list, here or on another page."""
        if self._is_out:
            self._desk.let_guest_out(guest_id)
        else:
            self._desk.receive(guest_id)

    def read(self, code: str) -> None:
        """Answer a code as if the scanner had read it."""
        self._take_scan(code)

    def take(self, key: str) -> bool:
        """Act on a key typed while the scan line is empty; see `scan_input.KeyTaker`."""
        waiting = self._outcome is None and self.answer.panel is None and not self._is_out
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
        self.figures.begin()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing while nobody looks: the file may be closed by then."""
        super().hideEvent(event)
        self.figures.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()
            if self.isVisible():
                self.figures.read()
                self._show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the answer comes first."""
        super().resizeEvent(event)
        self._share_room()

    def _build_layout(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.answer, 1)
        columns.addWidget(self.figures)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(2 * theme.GRID)
        page.addWidget(self.scan)
        page.addLayout(columns, 1)
        self.setFocusProxy(self.scan)

    def _connect(self) -> None:
        self._connect_desk()
        self.scan.set_taker(self)
        self.scan.scanned.connect(self._take_scan)
        self.scan.searched.connect(self._search)
        self.scan.submitted.connect(self._submit)
        self.scan.stepped.connect(self._step)
        self.scan.escaped.connect(self._go_idle)
        self.answer.room_wanted.connect(self._share_room)
        self.answer.banner.changed.connect(self._tell_sight)
        self.answer.pad.changed.connect(self._tell_sight)
        self.paying.box_wanted.connect(self._want_desk)
        self.answer.choices.chosen.connect(self._choose)
        self.answer.choices.withdrawn.connect(self._step_back)
        self.answer.hits.picked.connect(self._pick)
        side = self.figures
        side.recent.undo.clicked.connect(self._begin_undo)
        side.recent.chosen.connect(self._begin_undo_of)
        side.arrivals.unpaid.clicked.connect(self._show_unpaid)
        side.arrivals.out.clicked.connect(self._switch_out)
        side.soon.timeout.connect(self.refresh)
        self._camera_key.clicked.connect(self.camera.toggle)
        self.camera.toggled.connect(side.arrivals.set_brief)
        self.camera.code_read.connect(self._take_scan)
        self._walk_in.clicked.connect(self._begin_walk_in)
        self._help.clicked.connect(self.more.show_keys)
        self._more.clicked.connect(self._ask_more)
        for key, act in (("F7", self._hand_out), ("F9", self._ask_about_tag)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self.walk_in.given.connect(self._desk.register)
        self.walk_in.recognised.connect(self.receive)
        for part in (self.walk_in, self.more):
            part.left.connect(self._return_to_line)
        self.more.changed.connect(self._workplace.changed)
        self.more.told.connect(self.notice.tell)
        self.more.habits_learned.connect(self.scan.set_habits)
        self._workplace.changed.connect(self._refresh_soon)
        self._workplace.desk_changed.connect(self._refresh_soon)

    def _connect_desk(self) -> None:
        desk = self._desk
        desk.answered.connect(self._show_answer)
        desk.repeated.connect(self._show_repeat)
        desk.glued.connect(self._tell_glued)
        desk.undone.connect(self._show_undone)
        desk.went_out.connect(self._show_gone)
        desk.handed_out.connect(self._show_handed_out)
        desk.spare_bound.connect(self._show_bound)
        desk.failed.connect(self._show_failure)
        desk.failed_in_hand.connect(self._show_failure_in_hand)
        desk.desk_wanted.connect(self._want_desk)

    def _share_room(self) -> None:
        """Let the figures give way where answer and figures do not fit side by side."""
        room = self.width() - 2 * theme.PAGE_MARGIN - SIDE_WIDTH
        self.figures.give_way(out=room < self.answer.least_width)

    def _set_texts(self) -> None:
        translate = QCoreApplication.translate
        self._camera_key.set_caption(translate("DoorPage", "Camera"))
        self._walk_in.set_caption(translate("DoorPage", "Walk-in"))
        self._more.set_caption(translate("DoorPage", "More"))
        self._help.set_caption(translate("DoorPage", "Help"))

    # --- What a person or a scanner does ---

    def _take_scan(self, text: str) -> None:
        if self._fill_walk_in(text):
            return
        self.walk_in.hide()  # a half filled form waits for the next F2
        self.more.hide_sheets()
        if self.paying.add_scanned(text):
            return
        if self._is_out:
            self._desk.let_out(text)
        else:
            self._desk.scan(text)

    def _fill_walk_in(self, text: str) -> bool:
        """Take a blank tag for the walk-in whose form is open; returns whether it was one."""
        spare = free_spare(self._event, text) if self.walk_in.isVisible() else None
        if spare is not None:
            self.walk_in.take_spare(spare)
        return spare is not None

    def _search(self, text: str) -> None:
        if self.paying.search(text):
            return
        if not text.strip():
            if self._is_picking():
                self._show_again()
            return
        rows = door_reading.read_hits(self._event, text, self._workplace.wording)
        translate = QCoreApplication.translate
        nobody = translate("DoorPage", "Nobody fits “%1”.\nF2 registers a walk-in.")
        number = len(rows)
        title = translate("DoorPage", "%n guest(s) fit", "", number) if rows else ""
        if number == door_reading.MOST_HITS:
            title = translate("DoorPage", "The first %n – type more to see fewer", "", number)
        self.answer.offer_guests(title, rows, nobody=filled(nobody, text.strip()))

    def _submit(self, _text: str) -> None:
        if self._is_picking():
            self.answer.take(ENTER)

    def _step(self, by: int) -> None:
        if self._undoing is not None:
            self._begin_undo_of(self.figures.key_beside(self._undoing.key, by))
        elif self._is_picking():
            self.answer.hits.step(by)

    def _pick(self, guest_id: str) -> None:
        """Answer for a picked guest; a guest with namesakes is to be picked twice."""
        picked = guests.find_guest(self._event, guest_id)
        searched = bool(self.scan.line.text())
        if picked is None:
            return
        if self.paying.add(picked):
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

    def _choose(self, choice: Choice) -> None:
        if self._undoing is not None:
            keeping = choice.way is Way.UNDO_KEEPING_PAYMENT
            self._desk.undo(self._undoing, choice.reason, with_payment=not keeping)
        elif choice.way is Way.WALK_IN:
            self._begin_walk_in(self._outcome.spare if self._outcome else None)
        elif choice.way is Way.GIVE_SPARE:
            self._give_spare()
        elif self.more.follow(choice.way):
            self._go_idle()
        elif self._outcome is not None and self._outcome.guest is not None:
            self._follow(choice, self._outcome, self._outcome.guest)

    def _follow(self, choice: Choice, outcome: Outcome, guest: Guest) -> None:
        ways: dict[Way, Callable[[], None]] = {
            Way.OVERRULE: partial(self.answer.ask, door_questions.overruling(outcome)),
            Way.PAY_LATER: self.paying.ask_promise,
            Way.OTHER_DAY: self.paying.ask_other_day,
            Way.OPEN_BOX: self._want_desk,
            Way.PROMISE: partial(self.paying.promise, Promise(choice.reason, choice.until)),
            Way.TRANSFERRED: partial(self.paying.promise, Promise(choice.reason)),
            Way.COMPANIONS: self.paying.let_companions_in,
            Way.ONE_BY_ONE: self.paying.offer_companions,
            Way.FORCE: partial(self._desk.force, outcome, choice.reason),
            Way.REINSTATE: partial(self._desk.reinstate, guest.id),
            Way.HAND_OUT: self._hand_out,
            Way.PRINT_TAG: partial(self._print_tag, guest),
            Way.CORRECT_NAME: partial(self.more.correct_name, guest),
        }
        ways[choice.way]()

    # --- Walk-ins and name tags ---

    def _begin_walk_in(self, spare: SpareBadge | None = None) -> None:
        name = "" if self.scan.line.text().isdecimal() else self.scan.line.text().strip()
        self.scan.clear()
        self.walk_in.begin(name)
        if isinstance(spare, SpareBadge):
            self.walk_in.take_spare(spare)

    def _give_spare(self) -> None:
        if self._outcome is not None and self._outcome.spare and self._before_spare:
            self._desk.bind_spare(self._outcome.spare.code, self._before_spare)

    def _hand_out(self) -> None:
        if self._outcome is not None and self._outcome.guest is not None:
            self._desk.hand_out_tag(self._outcome.guest)
        else:
            self._tell_nobody_in_hand()

    def _print_tag(self, guest: Guest) -> None:
        self._show_again()
        self.more.print_tag(guest)

    def _ask_about_tag(self) -> None:
        if self._outcome is None or self._outcome.guest is None or self._around is None:
            self._tell_nobody_in_hand()
            return
        handed = self._around.tag.handed_at is not None
        name = self._outcome.guest.name
        self.answer.ask(door_questions.about_the_tag(name=name, handed_out=handed))

    def _tell_nobody_in_hand(self) -> None:
        text = QCoreApplication.translate("DoorPage", "First scan or pick the guest.")
        self.notice.tell(text, NoticeTone.NOTE)

    def _ask_more(self) -> None:
        self.scan.clear()
        self._go_idle()
        self.answer.ask(door_questions.more_at_the_door())

    # --- Undo, and going out ---

    def _begin_undo(self) -> None:
        self.figures.read()
        self._begin_undo_of(self.figures.last_key() or find_last_key(self._event))

    def _begin_undo_of(self, key: str) -> None:
        """Ask why the act of this key is undone; an empty one says that there is none."""
        undoable = find_undoable(self._event, key) if key else None
        if undoable is None:
            nothing = QCoreApplication.translate("DoorPage", "This line holds nothing to undo.")
            self.notice.tell(nothing, NoticeTone.NOTE)
            return
        self.scan.clear()
        self._forget_guest()
        self._undoing = undoable
        self.answer.show_view(undo_view(undoable))
        is_paid = undoable.payment is not None
        is_arrival = undoable.admission is not None
        self.answer.ask(door_questions.undoing(is_paid=is_paid, is_arrival=is_arrival))
        self.figures.recent.select(key)

    def _step_back(self) -> None:
        if self._undoing is not None:
            self._go_idle()
        else:
            self._show_again()

    def _switch_out(self) -> None:
        """Let out from now on, or in again."""
        self._is_out = not self._is_out
        self.scan.clear()
        self.scan.set_mark(
            QCoreApplication.translate("DoorPage", "Going out · F5") if self._is_out else ""
        )
        self._go_idle()

    # --- What is shown ---

    def _show_answer(self, outcome: Outcome) -> None:
        self._before_spare = self._outcome.guest if self._outcome else None
        self._forget_guest()
        self.notice.take_back(_just_now())
        self._outcome = outcome
        assert self._workplace.desk is not None
        self._around = door_reading.find_circumstances(self._event, outcome, self._workplace.desk)
        self.paying.begin(outcome, self._around)
        self._show_again()
        self.answer.paint_now()
        self._sound(_TONES.get(outcome.verdict, Tone.STOP))
        self._workplace.changed.emit()
        if outcome.verdict is Verdict.ADMITTED and outcome.guest is not None:
            self.more.print_on_admission(self._came_in(outcome))

    def _show_tag_state(self, guest: Guest, around: Circumstances) -> None:
        """Say that the name tag was printed meanwhile."""
        tag = find_tag_state(self._event, guest.id)
        if tag != around.tag:
            self._around = replace(around, tag=tag)
            self._show_again()

    def _tell_sight(self) -> None:
        self.sight_changed.emit(self.sight)

    def _came_in(self, outcome: Outcome) -> tuple[Guest, ...]:
        """The guest who was admitted, and those whom the same payment let in."""
        assert outcome.guest is not None
        payment = outcome.payment.entry if outcome.payment else ""
        together = admissions.list_admitted_by(self._event, payment) if payment else ()
        found = (admissions.find_admission(self._event, one) for one in together)
        others = (guests.find_guest(self._event, one.guest) for one in found if one)
        return (outcome.guest, *(g for g in others if g and g.id != outcome.guest.id))

    def _show_again(self) -> None:
        """Show the answer, or that the door waits for the next guest, with nothing typed yet."""
        self._leave_undo()
        self.paying.start_over()
        if self._outcome is None or self._around is None:
            self.answer.show_idle(self._idle_view())
            return
        self.answer.show_answer(self._outcome, self._around)
        if self._outcome.spare is not None:
            guest = self._before_spare.name if self._before_spare else ""
            self.answer.ask(door_questions.spare_read(self._outcome.spare.label, guest=guest))

    def _show_repeat(self, outcome: Outcome | None) -> None:
        """Say that the badge was answered just now; show that answer unless it stands there."""
        if outcome is not None and (outcome is not self._outcome or self._is_picking()):
            self._show_answer(outcome)
        self.notice.tell(_just_now(), NoticeTone.NOTE)

    def _tell_glued(self, number: int) -> None:
        text = QCoreApplication.translate(
            "DoorPage", "%n badges were read at once; the list shows each.", "", number
        )
        self.notice.tell(text, NoticeTone.NOTE)

    def _show_undone(self, undone: Undone) -> None:
        self._show_noted(undone_view(undone, self._workplace.wording))

    def _show_gone(self, guest: Guest) -> None:
        self._show_noted(out_view(self._event, at=self._workplace.now(), guest=guest))
        self._sound(Tone.OK)

    def _show_noted(self, view: BannerView) -> None:
        self._go_idle()
        self.answer.show_view(view)
        self._workplace.changed.emit()

    def _show_handed_out(self, guest: Guest) -> None:
        text = QCoreApplication.translate("DoorPage", "The name tag of %1 is handed out.")
        self._tell_about_tag(filled(text, guest.name))

    def _show_bound(self, guest: Guest, spare: SpareBadge) -> None:
        text = QCoreApplication.translate("DoorPage", "Tag %1 is now the badge of %2.")
        self._forget_guest()
        self._show_again()
        self._tell_about_tag(filled(text, spare.label, guest.name))

    def _tell_about_tag(self, text: str) -> None:
        if self._outcome is not None and self._around is not None:
            desk = self._around.desk
            self._around = door_reading.find_circumstances(self._event, self._outcome, desk)
            if self.answer.panel is not self.answer.pad:
                self._show_again()
        self.notice.tell(text)
        self._workplace.changed.emit()

    def _show_failure(self, error: ReceptionError) -> None:
        """The file's trouble takes the banner; a rule's answer is a notice. The door goes on."""
        wording = self._workplace.wording
        if isinstance(error, FILE_FAULTS):
            self._go_idle()
            self.answer.show_view(trouble_view(error, wording, at=self._workplace.now()))
        elif self._is_out and isinstance(error, NotInside | GuestUnknown):
            self._go_idle()
            name = error.name if isinstance(error, NotInside) else ""
            self.answer.show_view(not_inside_view(name, at=self._workplace.now()))
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

    def _want_desk(self) -> None:
        self.desk_wanted.emit()
        self._return_to_line()

    def _return_to_line(self) -> None:
        self.activateWindow()
        self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_idle(self) -> None:
        self._forget_guest()
        self._show_again()

    def _forget_guest(self) -> None:
        self._outcome = self._around = None

    def _leave_undo(self) -> None:
        if self._undoing is not None:
            self._undoing = None
            self.figures.recent.select("")

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self.figures.soon.start()

    def _idle_view(self) -> BannerView:
        if self._is_out:
            return out_view(self._event, at=self._workplace.now())
        return idle_view(self._event, self._workplace.desk, box_open=self._is_box_open())

    def _is_picking(self) -> bool:
        return self.answer.panel is self.answer.hits

    def _is_box_open(self) -> bool:
        return door_reading.is_box_open(self._event, self._workplace.desk)

    def _sound(self, tone: Tone) -> None:
        if self._play is not None:
            self._play(tone)


def _just_now() -> str:
    return QCoreApplication.translate("DoorPage", "Just now, at this desk.")
