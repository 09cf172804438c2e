"""What is done with the guest list by hand: asked for, recorded, and told to the page."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField
from reception_app.domain.guest_column import ALL_BUT_CODES, GuestColumn
from reception_app.domain.progress import Progress
from reception_app.services import guest_list
from reception_app.ui.background import run_long_work
from reception_app.ui.guests.guest_dialog import GuestDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class GuestActs(QObject):
    """Each act asks over `page`, calls one service and tells how it went.

    `recorded` carries the id of the guest, `done` a sentence, `refused` the `ReceptionError`;
    `changed` the guest's id, a sentence and what takes the change back.
    """

    changed = Signal(str, str, object)

    recorded = Signal(str)
    done = Signal(str)
    refused = Signal(object)

    def __init__(self, page: QWidget, workplace: Workplace) -> None:
        super().__init__(page)
        self._page = page
        self._workplace = workplace

    def add(self, plan: FeePlan) -> None:
        """Ask for a new guest and put them on the list."""
        work = self._workplace
        answer = GuestDialog.ask_new(self._page, work.wording, plan, self.namesakes)
        if answer is None:
            return
        values, status = answer
        try:
            guest = guest_list.add_guest(
                work.event_file, values, status=status, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.recorded.emit(guest.id)

    def change(self, guest: Guest, plan: FeePlan) -> None:
        """Ask what is to be changed of a guest."""
        work = self._workplace
        values = GuestDialog.ask_change(self._page, work.wording, plan, guest, self.namesakes)
        if values is None:
            return
        try:
            changed = guest_list.change_guest(
                work.event_file, guest.id, values, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        if changed:
            words = QCoreApplication.translate("GuestActs", "%1 changed: %2.")
            fields = "、".join(work.wording.text("guest_field", field) for field in sorted(changed))
            told = filled(words, values.get(GuestField.NAME) or guest.name, fields)
            before = {field: str(getattr(guest, field.value)) for field in changed}
            self.changed.emit(guest.id, told, lambda: self._write(guest.id, before))

    def ask_export(self, shown: Sequence[str], columns: Sequence[GuestColumn]) -> None:
        """Ask for a file and write these guests into it, in this order, with these columns."""
        translate = QCoreApplication.translate
        path = self._workplace.event_file.path
        name = translate("GuestActs", "Guests")
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            translate("GuestActs", "Write the guests out"),
            str(path.parent / f"{path.stem} {name}.xlsx"),
            "Excel (*.xlsx);;CSV (*.csv)",
        )
        if chosen:
            target = Path(chosen)
            self.export_to(target if target.suffix else target.with_suffix(".xlsx"), shown, columns)

    def export_to(
        self, path: Path, shown: Sequence[str], columns: Sequence[GuestColumn] = ALL_BUT_CODES
    ) -> None:
        """Write these guests into a file, in this order, with these columns."""
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def write(progress: Progress) -> int:
            from reception_app.services.guest_export import export_guests

            progress.advance(0, 1)
            return export_guests(snapshot, path, now=now, shown=shown, columns=columns)

        def tell(count: int) -> None:
            words = QCoreApplication.translate("GuestActs", "%n guest(s) written to %1", "", count)
            self.done.emit(filled(words, path.name))

        caption = QCoreApplication.translate("GuestActs", "Writing the guests out…")
        run_long_work(self._page, caption, write, tell, self.refused.emit)

    def namesakes(self, name: str) -> tuple[Guest, ...]:
        """Guests on the list whose name is this one."""
        return guest_list.find_namesakes(self._workplace.event_file, name)

    def _write(self, guest_id: str, values: Mapping[GuestField, str]) -> None:
        work = self._workplace
        guest_list.change_guest(
            work.event_file, guest_id, values, now=work.now(), operator=work.operator
        )
