"""Writing in the guest list: one cell, or one change for many guests, each with its undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField
from reception_app.domain.money import Money, format_money
from reception_app.services.guest_changes import GuestErased
from reception_app.services.guest_edits import (
    EditDone,
    FieldEdit,
    apply_edit,
    preview_edit,
    undo_edit,
)
from reception_app.ui.guests.bulk_dialog import BulkDialog
from reception_app.ui.guests.guest_cells import KnownTexts
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

Undo = Callable[[], None]
"""Takes back what was just done."""


class GuestEdits(QObject):
    """Each edit is recorded at once.

    `written` carries the id of the guest, a sentence where more changed than the cell, and an
    `Undo`; `changed` a sentence and an `Undo` for many guests; `refused` the `ReceptionError`.
    """

    written = Signal(str, str, object)
    changed = Signal(str, object)
    refused = Signal(object)

    def __init__(self, page: QWidget, workplace: Workplace, known: KnownTexts) -> None:
        super().__init__(page)
        self._page = page
        self._work = workplace
        self._known = known

    def write(self, guest_id: str, field: GuestField, text: str) -> None:
        """Write what was typed into a cell."""
        event, now = self._work.event_file, self._work.now()
        try:
            preview = preview_edit(event, [guest_id], FieldEdit(field, text), now=now)
            if preview.refused:
                raise GuestErased(preview.refused[0].number)
            if not preview.changing:
                return
            done = apply_edit(event, preview, now=now, operator=self._work.operator)
        except ReceptionError as error:
            self.refused.emit(error)
            return
        name = preview.changing[0].name
        self.written.emit(guest_id, _fee_words(name, preview.fee_change), self._undo_of(done))

    def ask_change(self, guest_ids: Sequence[str]) -> None:
        """Ask for one change of all these guests."""
        done = BulkDialog.ask(self._page, self._work, guest_ids, self._known)
        if done is not None:
            count = done.count
            words = QCoreApplication.translate("GuestEdits", "%n guest(s) changed.", "", count)
            self.changed.emit(words, self._undo_of(done))

    def _undo_of(self, done: EditDone) -> Undo:
        def undo() -> None:
            work = self._work
            undo_edit(work.event_file, done, now=work.now(), operator=work.operator)

        return undo


def _fee_words(name: str, change: Money) -> str:
    translate = QCoreApplication.translate
    amount = format_money(Money(abs(change.minor), change.currency))
    if change.minor > 0:
        return filled(translate("GuestEdits", "%1 owes %2 more now."), name, amount)
    if change.minor < 0:
        return filled(translate("GuestEdits", "%1 owes %2 less now."), name, amount)
    return ""
