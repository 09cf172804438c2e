"""The bar above every page of a rehearsal: that nothing is real, and who comes next.

One key lets the next invented guest show their badge, so that a helper can practise alone and
without paper; the bar says what to do and notices when it was done.
"""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reception_app.domain.drawer import likely_tenders
from reception_app.domain.money import Money, format_money
from reception_app.services.rehearsal import Task, TaskKind, invent_arrivals, is_done
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

GROUND, STRIPE = "#5E35B1", "#B39DDB"
"""No verdict has this colour, in either theme: the bar must not be taken for one."""

_STRIPES_WIDTH = 24
_SOON_MS = 40


class Lesson:
    """How far a rehearsal has come: its tasks, the one at hand, and since when it is."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.tasks: tuple[Task, ...] = ()
        self.at = -1
        self.is_done = True
        self._since = workplace.now()

    @property
    def task(self) -> Task | None:
        """The task at hand; None before the first and after the last."""
        return self.tasks[self.at] if 0 <= self.at < len(self.tasks) else None

    @property
    def is_over(self) -> bool:
        """Whether every task was done or passed over."""
        return bool(self.tasks) and self.at >= len(self.tasks)

    def step(self, *, skip: bool = False) -> Task | None:
        """The task whose badge is shown now: the next, or the same again until it is done."""
        desk = self._workplace.desk
        if desk is None:
            return None
        now = self._workplace.now()
        if not self.tasks or self.is_over:
            self.tasks = invent_arrivals(self._workplace.event_file, desk=desk, now=now)
            self.at, self.is_done = -1, True
        if self.is_done or skip:
            self.at += 1
            self.is_done = False
            self._since = now
        return self.task

    def look(self) -> bool:
        """See whether the task at hand is done; returns whether it was done just now."""
        task = self.task
        if task is None or self.is_done:
            return False
        self.is_done = is_done(self._workplace.event_file, task, since=self._since)
        return self.is_done


class RehearsalBar(QWidget):
    """The bar; `badge_shown` carries the code to be read at the door, empty when nobody shows one.

    `end_asked` wants the rehearsal to end.
    """

    badge_shown = Signal(str)
    end_asked = Signal()

    def __init__(self, workplace: Workplace, lesson: Lesson) -> None:
        super().__init__()
        self._workplace = workplace
        self.lesson = lesson
        translate = QCoreApplication.translate
        self.head = Label(bold=True)
        self.words = Label(size=Type.BASE, wrap=True)
        self.next = ActionButton("", key="F12")
        self.skip = ActionButton(translate("Rehearsal", "Skip"), key="Shift+F12")
        self.end = ActionButton(translate("Rehearsal", "End"), key="Ctrl+W")
        self.end.setShortcut("")  # the event menu has the key in the whole window
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._build_layout()
        self._connect()
        self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, and stripes at its left edge: told by shape, too."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, _STRIPES_WIDTH, self.height()))
        painter.setPen(QPen(QColor(STRIPE), 6))
        for low in range(-_STRIPES_WIDTH, self.height() + _STRIPES_WIDTH, 16):
            painter.drawLine(0, low + _STRIPES_WIDTH, _STRIPES_WIDTH, low)

    def _build_layout(self) -> None:
        self.setObjectName("rehearsal")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.head)
        text.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(_STRIPES_WIDTH + 16, 10, theme.PAGE_MARGIN, 10)
        row.setSpacing(theme.GRID)
        row.addLayout(text, 1)
        for button in (self.skip, self.next, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    def _connect(self) -> None:
        self.next.clicked.connect(self._step)
        self.skip.clicked.connect(self._skip)
        self.end.clicked.connect(self.end_asked)
        self._soon.timeout.connect(self._look)
        self._workplace.changed.connect(self._soon.start)

    def _step(self) -> None:
        self._show_badge(self.lesson.step())

    def _skip(self) -> None:
        self._show_badge(self.lesson.step(skip=True))

    def _show_badge(self, task: Task | None) -> None:
        self._show()
        if task is not None:
            self.badge_shown.emit(task.code)

    def _look(self) -> None:
        if self.lesson.look():
            self._show()

    def _show(self) -> None:
        translate = QCoreApplication.translate
        lesson, task = self.lesson, self.lesson.task
        head = translate("Rehearsal", "Rehearsal: nothing here is real")
        if task is not None:
            head += f" · {lesson.at + 1}/{len(lesson.tasks)}"
        self.head.setText(head)
        if lesson.is_over:
            words = translate(
                "Rehearsal", "That was all. You can do it! F12 begins anew with other guests."
            )
        elif task is None:
            words = translate("Rehearsal", "F12 lets the first guest show the badge.")
        elif lesson.is_done:
            words = translate("Rehearsal", "✓ Well done.")
        else:
            words = task_words(task)
        self.words.setText(words)
        again = task is not None and not lesson.is_done and bool(task.code)
        self.next.set_caption(
            translate("Rehearsal", "Show it again")
            if again
            else translate("Rehearsal", "Next guest")
        )
        self.skip.setVisible(task is not None and not lesson.is_done)


def task_words(task: Task) -> str:
    """What the helper sees and does, in a sentence or two."""
    translate = QCoreApplication.translate
    words = {
        TaskKind.PAID: translate("Rehearsal", "%1 has paid already: green, nothing to do."),
        TaskKind.CHANGE: translate(
            "Rehearsal", "%1 owes %2 and hands you %3. Type what you got, Enter: %4 back."
        ),
        TaskKind.TWICE: translate(
            "Rehearsal", "The badge of %1 comes again: red. Look at the face, then go on."
        ),
        TaskKind.EXACT: translate("Rehearsal", "%1 owes %2 and hands you exactly that: Enter."),
        TaskKind.WRONG_BADGE: translate(
            "Rehearsal",
            "%1 shows a badge of another event. Type a few letters of the name, then Enter.",
        ),
        TaskKind.WITHOUT_CASH: translate(
            "Rehearsal", "%1 owes %2 and pays by PayPay: P, then Enter."
        ),
        TaskKind.CANCELLED: translate(
            "Rehearsal", "%1 had cancelled: red. Call the organizer; nobody slips in."
        ),
        TaskKind.WALK_IN: translate(
            "Rehearsal", "Somebody who is not on the list: F2, type any name, take the fee."
        ),
        TaskKind.UNDO: translate(
            "Rehearsal", "That was a mistake: F3, and a reason, takes the last arrival back."
        ),
    }[task.kind]
    return filled(words, task.guest.name if task.guest else "", *_sums(task.due))


def _sums(due: Money | None) -> tuple[str, str, str]:
    """What is due, the note that somebody without small change hands over, and the change."""
    if not due:
        return "", "", ""
    given = next(iter(likely_tenders(due)), due)
    return format_money(due), format_money(given), format_money(given - due)
