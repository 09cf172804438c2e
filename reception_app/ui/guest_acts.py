"""What is done with the guest list by hand: asked for, recorded, and told to the page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress
from reception_app.services import guest_list
from reception_app.ui import message
from reception_app.ui.background import run_long_work
from reception_app.ui.guest_dialog import GuestDialog
from reception_app.ui.label import button_caption
from reception_app.ui.screen_text import filled
from reception_app.ui.workplace import Workplace

_STATUSES = (
    GuestStatus.ACCEPTED,
    GuestStatus.WAITING,
    GuestStatus.CANCELLED,
    GuestStatus.DECLINED,
    GuestStatus.BLOCKED,
)


class GuestActs(QObject):
    """Each act asks over `page`, calls one service and tells how it went.

    `recorded` carries the id of the guest, `done` a sentence, `refused` the `ReceptionError`.
    """

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
            self.recorded.emit(guest.id)

    def offer_statuses(self, guest: Guest, button: QWidget) -> None:
        """Let a person choose where the guest's invitation stands, in a menu below the button."""
        menu = QMenu(self._page)
        for status in _STATUSES:
            if status is not guest.status:
                words = self._workplace.wording.text("guest_status", status)
                action = QAction(button_caption(words), menu)
                action.setData(status.value)
                menu.addAction(action)
        chosen = menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        if chosen is not None:
            self.set_status(guest, GuestStatus(chosen.data()))
        menu.deleteLater()

    def set_status(self, guest: Guest, status: GuestStatus) -> None:
        """Move a guest's invitation, once the person agrees to what it means."""
        work = self._workplace
        if not self._agrees(guest, status):
            return
        try:
            guest_list.change_status(
                work.event_file, guest.id, status, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.recorded.emit(guest.id)

    def ask_export(self, shown: Sequence[str]) -> None:
        """Ask for a file and write these guests into it, in this order."""
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
            self.export_to(target if target.suffix else target.with_suffix(".xlsx"), shown)

    def export_to(self, path: Path, shown: Sequence[str]) -> None:
        """Write these guests into a file, in this order."""
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def write(progress: Progress) -> int:
            from reception_app.services.guest_export import export_guests

            progress.advance(0, 1)
            return export_guests(snapshot, path, now=now, shown=shown)

        def tell(count: int) -> None:
            words = QCoreApplication.translate("GuestActs", "%n guest(s) written to %1", "", count)
            self.done.emit(filled(words, path.name))

        caption = QCoreApplication.translate("GuestActs", "Writing the guests out…")
        run_long_work(self._page, caption, write, tell, self.refused.emit)

    def namesakes(self, name: str) -> tuple[Guest, ...]:
        """Guests on the list whose name is this one."""
        return guest_list.find_namesakes(self._workplace.event_file, name)

    def _agrees(self, guest: Guest, status: GuestStatus) -> bool:
        work, translate = self._workplace, QCoreApplication.translate
        change = guest_list.preview_status(work.event_file, guest, status, now=work.now())
        words = work.wording.text("guest_status", status)
        question = filled(translate("GuestActs", "%1: %2?"), guest.name, words)
        amount = format_money(Money(abs(change.minor), change.currency))
        if change.minor > 0:
            said = translate("GuestActs", "The fee of %1 will be charged.")
            question += "\n" + filled(said, amount)
        elif change.minor < 0:
            said = translate("GuestActs", "The fee of %1 will no longer be due.")
            question += "\n" + filled(said, amount)
        title = translate("GuestActs", "Change the status")
        return message.ask(self._page, title, question, yes=words)
