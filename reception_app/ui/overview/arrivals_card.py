"""The arrival curve of the overview page: who is in against the plan, and each ten minutes."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reception_app.domain.admission import DoorHours
from reception_app.domain.arrival_curve import SLOT, ArrivalSlot
from reception_app.ui import theme
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.plot import Look, Places, Plot, Series
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type

_TICK_MINUTES = 30


class ArrivalsCard(Card):
    """Two plots over one axis; `slot_asked` carries the beginning of ten minutes to look into."""

    slot_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("ArrivalsCard", "Arrivals"))
        self.curve = Plot()
        self.bars = Plot(lines=2)
        self.made = Label(size=Type.SMALL, tone="muted", wrap=True)
        self._slots: tuple[ArrivalSlot, ...] = ()
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()

    def show_slots(
        self, slots: Sequence[ArrivalSlot], *, hours: DoorHours, planned: int, now: datetime
    ) -> None:
        """Show the evening so far, and how the plan of `planned` guests was made."""
        self._slots = tuple(slots)
        translate = QCoreApplication.translate
        self._stack.setCurrentIndex(int(bool(slots)))
        self.made.setText(_plan_words(hours, planned))
        if not slots:
            return
        places = Places(
            tuple(f"{slot.begins:%H:%M}–{slot.begins + SLOT:%H:%M}" for slot in slots),
            tuple(
                f"{slot.begins:%H:%M}" if slot.begins.minute % _TICK_MINUTES == 0 else ""
                for slot in slots
            ),
        )
        so_far = tuple(slot.arrived_so_far for slot in slots)
        plan = tuple(slot.planned_so_far for slot in slots)
        series = [Series(translate("ArrivalsCard", "Arrived so far"), so_far, Look.AREA)]
        if any(value is not None for value in plan):
            series.append(Series(translate("ArrivalsCard", "Plan"), plan, Look.DASHED, "muted"))
        here = next(
            (n for n, slot in enumerate(slots) if slot.begins <= now < slot.begins + SLOT), None
        )
        self.curve.show_series(places, series, mark=here)
        each = tuple(slot.arrived if slot.arrived_so_far is not None else None for slot in slots)
        bars = Series(translate("ArrivalsCard", "In ten minutes"), each, Look.BARS)
        self.bars.show_series(places, [bars], mark=here)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        plots = QWidget()
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.curve, 3)
        column.addWidget(self.bars, 2)
        self.curve.setAccessibleName(translate("ArrivalsCard", "Arrivals"))
        self.bars.setAccessibleName(translate("ArrivalsCard", "In ten minutes"))
        self._stack.addWidget(
            EmptyState(
                "overview",
                translate("ArrivalsCard", "Nobody has arrived yet"),
                translate("ArrivalsCard", "The curve begins with the first guest."),
            )
        )
        self._stack.addWidget(plots)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.made)

    def _connect(self) -> None:
        self.curve.align_with(self.bars)
        self.bars.align_with(self.curve)
        # Whatever is read off in one plot is read off in the other, too.
        self.curve.pointed.connect(self.bars.point_at)
        self.bars.pointed.connect(self.curve.point_at)
        for plot in (self.curve, self.bars):
            plot.chosen.connect(self._ask_slot)
            plot.setCursor(Qt.CursorShape.PointingHandCursor)

    def _ask_slot(self, place: int) -> None:
        self.slot_asked.emit(self._slots[place].begins)


def _plan_words(hours: DoorHours, planned: int) -> str:
    translate = QCoreApplication.translate
    if hours.opens is None or hours.closes is None:
        return translate(
            "ArrivalsCard", "No plan yet: it needs the hours of the door, in the settings."
        )
    words = translate(
        "ArrivalsCard",
        "Plan: the %1 on the list, spread over %2–%3, most of them after a third of that time.",
    )
    return filled(words, f"{planned:,}", f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}")
