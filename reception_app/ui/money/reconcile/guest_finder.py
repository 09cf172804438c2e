"""Searching a guest by hand: a field, the hits below it, Enter picks, Escape gives up."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest
from reception_app.domain.money import Money, format_money
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import search_guests
from reception_app.storage.statements import list_payers
from reception_app.ui import theme
from reception_app.ui.door.hit_list import HitList, HitRow
from reception_app.ui.guests.guest_table import category_colour, category_name
from reception_app.ui.parts.screen_text import filled

_MOST_HITS = 20


class GuestFinder(QWidget):
    """`picked` carries the id of the guest a person chose, `left` says that they gave up."""

    picked = Signal(str)
    left = Signal()

    def __init__(self, event: Callable[[], EventReader]) -> None:
        super().__init__()
        self._event = event
        self._plan = FeePlan("JPY")
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            QCoreApplication.translate("GuestFinder", "Name, reading, number, company…")
        )
        self.hits = HitList()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addWidget(self.field)
        column.addWidget(self.hits, 1)
        self.field.textChanged.connect(self._search)
        self.hits.picked.connect(self.picked)
        self.field.installEventFilter(self)

    def set_plan(self, plan: FeePlan) -> None:
        """Name categories by this fee plan."""
        self._plan = plan

    def begin(self) -> None:
        """Start anew, with the cursor in the field."""
        self.field.clear()
        self._search()
        self.field.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows walk through the hits, Enter picks, Escape leaves."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.hits.step(1)
            case Qt.Key.Key_Up:
                self.hits.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.hits.selected is not None:
                    self.picked.emit(self.hits.selected.guest)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def _search(self) -> None:
        translate = QCoreApplication.translate
        text = self.field.text().strip()
        found = search_guests(self._event(), text, limit=_MOST_HITS) if text else ()
        open_by_guest = {
            payer.id: payer.open
            for payer in list_payers(self._event(), [guest.id for guest in found])
        }
        rows = tuple(self._hit(guest, open_by_guest.get(guest.id, 0)) for guest in found)
        nobody = translate("GuestFinder", "Nobody is called that.") if text else ""
        self.hits.show_rows(translate("GuestFinder", "Guests"), rows, nobody=nobody)

    def _hit(self, guest: Guest, due: int) -> HitRow:
        translate = QCoreApplication.translate
        beneath = " · ".join(
            part for part in (category_name(self._plan, guest.category), guest.company) if part
        )
        amount = format_money(Money(due, self._plan.currency))
        words = translate("GuestFinder", "%1 due")
        return HitRow(
            guest=guest.id,
            number=str(guest.number),
            name=guest.name,
            reading=guest.reading,
            beneath=beneath,
            state=filled(words, amount) if due else translate("GuestFinder", "nothing due"),
            tone="warn" if due else "muted",
            swatch=category_colour(self._plan, guest.category),
        )
