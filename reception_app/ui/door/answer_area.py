"""The answer of the door and what it asks for: the banner, and a panel under it or in its place."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import Guest
from reception_app.domain.money import Money, format_money
from reception_app.scanning.keyboard_wedge import STRAY_ENTER_MS
from reception_app.services.reception import Outcome
from reception_app.ui import theme
from reception_app.ui.door.banner_view import BannerView
from reception_app.ui.door.choice_pad import ChoicePad
from reception_app.ui.door.door_questions import ENTER, Question, offer_of
from reception_app.ui.door.hit_list import HitList, HitRow
from reception_app.ui.door.outcome_view import Circumstances, view_of
from reception_app.ui.door.tender_pad import TenderPad
from reception_app.ui.door.verdict_banner import VerdictBanner
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

Panel = TenderPad | ChoicePad | HitList


class AnswerArea(QWidget):
    """The banner with at most one panel: the tender pad, a question, or guests to pick from.

    Keys of the scan line are meant for the panel (`scan_input.KeyTaker`). `room_wanted` says that
    what is shown may need more room, or less.
    """

    room_wanted = Signal()

    def __init__(self, wording: Wording, idle: BannerView) -> None:
        super().__init__()
        self._wording = wording
        self.banner = VerdictBanner(idle)
        self.pad = TenderPad(wording)
        self.choices = ChoicePad()
        self.hits = HitList()
        self._panel: Panel | None = None
        self._opened = QElapsedTimer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        for part in (self.banner, self.pad, self.choices, self.hits):
            column.addWidget(part, int(part in {self.banner, self.hits}))
        self._open(None)

    @property
    def panel(self) -> Panel | None:
        """What asks for something now."""
        return self._panel

    @property
    def least_width(self) -> int:
        """The px in which everything on show can be read whole."""
        if self._panel is None:
            return self.banner.minimumWidth()
        self._panel.body.activate()  # measured before it is shown, its words may be new
        return max(self._panel.minimumSizeHint().width(), self.banner.minimumWidth())

    def show_idle(self, view: BannerView) -> None:
        """Show that the door waits for the next guest."""
        self.banner.show_idle(view)
        self._open(None)

    def show_view(self, view: BannerView) -> None:
        """Show something that asks for nothing."""
        self.banner.show_view(view)
        self._open(None)

    def show_answer(self, outcome: Outcome, around: Circumstances) -> None:
        """Show an answer and the one thing it asks for, nothing of it typed yet."""
        self.banner.show_view(view_of(outcome, around, self._wording))
        if outcome.verdict is Verdict.COLLECT_FEE and around.box_open:
            assert outcome.due is not None
            party = around.party
            self.pad.ask(outcome.due, party_due=party.due if party else None)
            self._open(self.pad)
            return
        question = offer_of(outcome, around)
        if question is None:
            self._open(None)
        else:
            self.ask(question)

    def ask(self, question: Question) -> None:
        """Ask a question about what the banner shows."""
        self.choices.hide()  # its buttons are measured before they may widen the window
        self.choices.ask(question)
        self._open(self.choices)

    def ask_fee(self, due: Money, *, for_several: bool = False) -> None:
        """Ask for a fee beside the one the banner spoke of; see `TenderPad.ask`."""
        self.pad.ask(due, for_several=for_several)
        self._open(self.pad)
        self.show_sum()

    def name_together(self, others: tuple[Guest, ...]) -> None:
        """Say in the banner who else is paid for."""
        if others:
            names = ", ".join(guest.name for guest in others)
            text = QCoreApplication.translate("Outcome", "Paid together with %1")
            findings = (filled(text, names), *self.banner.view.findings)
            self.banner.show_view(replace(self.banner.view, findings=findings))

    def show_sum(self) -> None:
        """Show in the banner what the pad asks for now."""
        label = QCoreApplication.translate("Outcome", "Due")
        amount = format_money(self.pad.due)
        self.banner.show_view(replace(self.banner.view, amount_label=label, amount=amount))

    def offer_guests(
        self, title: str, rows: tuple[HitRow, ...], *, nobody: str = "", select_first: bool = True,
        leave: str = "",
    ) -> None:  # fmt: skip
        """Let a guest be picked, in the banner's place; see `HitList.show_rows`."""
        self.hits.show_rows(title, rows, nobody=nobody, select_first=select_first, leave=leave)
        self._open(self.hits)

    def paint_now(self) -> None:
        """Paint the banner at once, in the size it has beside its panel."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.banner.repaint()

    def take(self, key: str) -> bool:
        """Act on a key; returns whether it meant anything."""
        if self._panel is None:
            return False
        if key == ENTER and self._panel is self.pad and self._opened.elapsed() < STRAY_ENTER_MS:
            return True  # Enter pressed twice to pick a guest takes no money unseen
        return self._panel.take(key)

    def give_back(self) -> None:
        """Forget the letter taken last: it was the beginning of a name."""
        if self._panel is not None:
            self._panel.give_back()

    def event(self, event: QEvent) -> bool:
        """Tell that words or buttons of what is shown came or went."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.room_wanted.emit()
        return done

    def _open(self, panel: Panel | None) -> None:
        if panel is not self._panel:
            self._opened.start()
        self._panel = panel
        parts: tuple[QWidget, ...] = (self.banner, self.pad, self.choices, self.hits)
        shown = {panel, self.banner if panel is not self.hits else panel}
        # Hidden first: two panels at once would force the window to grow.
        for part in parts:
            if part not in shown:
                part.hide()
        self.room_wanted.emit()
        for part in parts:
            if part in shown:
                part.show()
