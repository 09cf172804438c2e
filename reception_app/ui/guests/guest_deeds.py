"""What is done to one guest: asked for over the page, done by one service, told with an undo."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money, format_money
from reception_app.services import duplicates, erasure, guest_list, waivers
from reception_app.services.guest_undo import GuestBefore, put_back, standing_of
from reception_app.services.substitution import substitute
from reception_app.services.waiting_list import free_places, list_waiting_parties
from reception_app.storage import guests, settings
from reception_app.storage.journal import find_balance
from reception_app.ui.guests.badge_dialog import BadgeDialog
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.guests.fee_dialog import FeeAnswer, FeeDeed, FeeDialog
from reception_app.ui.guests.guest_dialog import GuestDialog
from reception_app.ui.guests.guest_picker import GuestPicker
from reception_app.ui.guests.status_dialog import StatusAnswer, StatusDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_FOUND = 40

Undo = Callable[[], None]
"""Takes back what was just done."""


class GuestDeeds(QObject):
    """Each deed asks over `page` and tells how it went.

    `done` carries the id of the guest to show, a sentence, and an `Undo` or None; `refused` the
    `ReceptionError`.
    """

    done = Signal(str, str, object)
    refused = Signal(object)

    def __init__(self, page: QWidget, workplace: Workplace) -> None:
        super().__init__(page)
        self._page = page
        self._work = workplace

    def ask_status(self, guest: Guest) -> None:
        """Ask where the guest's invitation stands from now on."""

        def means(status: GuestStatus, kept: Money | None) -> guest_list.StatusMeaning:
            return guest_list.meaning_of_status(
                self._work.event_file, guest, status, now=self._work.now(), kept=kept
            )

        answer = StatusDialog.ask(self._page, guest, means, self._work.wording)
        if answer is not None:
            self.set_status(guest, answer)

    def set_status(self, guest: Guest, answer: StatusAnswer) -> None:
        """Move a guest's invitation."""
        work = self._work
        before = standing_of(work.event_file, guest.id)

        def move() -> None:
            guest_list.change_status(
                work.event_file, guest.id, answer.status, now=work.now(), operator=work.operator,
                reason=answer.reason, kept=answer.kept,
            )  # fmt: skip
            if answer.note and answer.note != guest.note:
                self._write_note(guest.id, answer.note)

        def undo() -> None:
            self._put_back((before,))
            if answer.note and answer.note != guest.note:
                self._write_note(guest.id, guest.note)

        told = f"{guest.name}: {work.wording.text('guest_status', answer.status)}"
        self._attempt(move, guest.id, told, undo, told_after=self._room_words)

    def ask_substitute(self, guest: Guest) -> None:
        """Ask who comes in the guest's place."""
        work = self._work
        plan = settings.find_fee_plan(work.event_file)
        values = GuestDialog.ask_substitute(self._page, work.wording, plan, guest, self._namesakes)
        if values is None:
            return
        try:
            came = substitute(
                work.event_file, guest.id, values, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        words = QCoreApplication.translate("GuestDeeds", "%1 comes for %2.")
        self.done.emit(came.id, filled(words, came.name, guest.name), None)

    def ask_fee(self, guest: Guest) -> None:
        """Ask what is taken off the guest's fee."""
        work = self._work
        balance = find_balance(work.event_file, guest.id)
        currency = settings.find_event(work.event_file).currency
        answer = FeeDialog.ask(self._page, guest, balance, currency, work.wording)
        if answer is not None:
            self.change_fee(guest, answer)

    def change_fee(self, guest: Guest, answer: FeeAnswer) -> None:
        """Take something off the guest's fee, all of it, or nothing any more."""
        work, translate = self._work, QCoreApplication.translate
        before = standing_of(work.event_file, guest.id)
        match answer.deed:
            case FeeDeed.DISCOUNT:
                words = translate("GuestDeeds", "%1: %2 taken off the fee.")
            case FeeDeed.COMPLIMENTARY:
                words = translate("GuestDeeds", "%1: complimentary, %2 waived.")
            case FeeDeed.FULL_FEE:
                words = translate("GuestDeeds", "%1: the whole fee is due again.")
        self._attempt(
            lambda: self._change_fee(guest, answer),
            guest.id,
            filled(words, guest.name, format_money(answer.amount)),
            lambda: self._put_back((before,)),
        )

    def ask_badge(self, guest: Guest) -> None:
        """Let a person see to the codes of the guest."""
        if BadgeDialog.open_for(self._page, self._work, guest):
            words = QCoreApplication.translate("GuestDeeds", "Badge codes of %1 changed.")
            self.done.emit(guest.id, filled(words, guest.name), None)

    def ask_same_person(self, guest: Guest) -> None:
        """Ask who else on the list is the same person."""
        event, translate = self._work.event_file, QCoreApplication.translate
        alike = next(
            (one.guests for one in duplicates.find_duplicates(event) if guest in one.guests), ()
        )
        picker = GuestPicker(
            self._page,
            filled(translate("GuestDeeds", "Who is the same person as %1?"), guest.name),
            deed=translate("GuestDeeds", "The same person"),
            meaning=translate(
                "GuestDeeds",
                "Both stay on the list with their own fee and badge; the card shows the other.",
            ),
            search=lambda text: guests.search_guests(event, text, limit=_FOUND),
            proposed=alike,
            without={guest.id},
        )
        chosen = picker.chosen()
        if chosen is not None:
            self.link_same_person(guest, chosen)

    def link_same_person(self, guest: Guest, other_id: str) -> None:
        """Note that two guests are one person."""
        other = guests.find_guest(self._work.event_file, other_id)
        assert other is not None
        words = QCoreApplication.translate("GuestDeeds", "%1 and no. %2 are one person.")
        self._link([guest, other], filled(words, guest.name, other.number))

    def link_persons(self, chosen: Sequence[Guest]) -> None:
        """Note that several guests are one person."""
        count = len(chosen)
        words = QCoreApplication.translate("GuestDeeds", "%n guests are one person.", "", count)
        self._link(chosen, words)

    def _link(self, chosen: Sequence[Guest], told: str) -> None:
        work, ids = self._work, [guest.id for guest in chosen]
        links: list[str] = []

        def link() -> None:
            links.append(
                duplicates.link_same_person(
                    work.event_file, ids, now=work.now(), operator=work.operator
                )
            )

        self._attempt(
            link,
            ids[0],
            told,
            lambda: duplicates.withdraw_link(
                work.event_file, links[0], now=work.now(), operator=work.operator
            ),
        )

    def unlink_same_person(self, guest: Guest) -> None:
        """Take back that the guest is the same person as others."""
        work = self._work
        links = duplicates.links_of(work.event_file, guest.id)
        others = duplicates.same_person_as(work.event_file, guest.id)

        def unlink() -> None:
            for link in links:
                duplicates.withdraw_link(
                    work.event_file, link, now=work.now(), operator=work.operator
                )

        def undo() -> None:
            duplicates.link_same_person(
                work.event_file,
                [guest.id, *(one.id for one in others)],
                now=work.now(),
                operator=work.operator,
            )

        words = QCoreApplication.translate("GuestDeeds", "%1 is somebody of their own again.")
        self._attempt(unlink, guest.id, filled(words, guest.name), undo)

    def ask_export(self, guest: Guest) -> None:
        """Ask for a file and write everything held about the guest into it."""
        translate = QCoreApplication.translate
        path = self._work.event_file.path
        title = translate("GuestDeeds", "Everything held about %1")
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            filled(title, guest.name),
            str(path.parent / f"{path.stem} {guest.number:04}.xlsx"),
            "Excel (*.xlsx);;JSON (*.json)",
        )
        if chosen:
            target = Path(chosen)
            self.export_to(guest, target if target.suffix else target.with_suffix(".xlsx"))

    def export_to(self, guest: Guest, path: Path) -> None:
        """Write everything held about the guest into a file."""
        work = self._work
        words = QCoreApplication.translate("GuestDeeds", "Everything about %1 is in %2.")
        self._attempt(
            lambda: erasure.export_person(work.event_file, guest.id, path, now=work.now()),
            guest.id,
            filled(words, guest.name, path.name),
            None,
        )

    def ask_erase(self, chosen: Sequence[Guest]) -> None:
        """Ask whether these guests and their companions are really to be erased."""
        work = self._work
        erased = erasure.preview_erasure(work.event_file, [guest.id for guest in chosen])
        if erased and EraseDialog.ask(self._page, erased):
            self.erase(erased)

    def erase(self, erased: Sequence[Guest]) -> None:
        """Overwrite everything personal of these guests."""
        work = self._work
        ids = [guest.id for guest in erased]
        count = len(ids)
        words = QCoreApplication.translate("GuestDeeds", "%n guest(s) erased.", "", count)
        self._attempt(
            lambda: erasure.erase_guests(
                work.event_file, ids, now=work.now(), operator=work.operator
            ),
            ids[0],
            words,
            None,
        )

    def _change_fee(self, guest: Guest, answer: FeeAnswer) -> None:
        event, now, operator = self._work.event_file, self._work.now(), self._work.operator
        match answer.deed:
            case FeeDeed.DISCOUNT:
                waivers.grant_discount(
                    event, guest.id, answer.amount, answer.reason, now=now, operator=operator
                )
            case FeeDeed.COMPLIMENTARY:
                waivers.make_complimentary(
                    event, guest.id, answer.reason, now=now, operator=operator
                )
            case FeeDeed.FULL_FEE:
                waivers.withdraw_waivers(event, guest.id, answer.reason, now=now, operator=operator)

    def _write_note(self, guest_id: str, note: str) -> None:
        work = self._work
        guest_list.change_guest(
            work.event_file, guest_id, {GuestField.NOTE: note}, now=work.now(),
            operator=work.operator,
        )  # fmt: skip

    def _put_back(self, before: Sequence[GuestBefore]) -> None:
        work = self._work
        put_back(work.event_file, before, now=work.now(), operator=work.operator)

    def _attempt(
        self,
        deed: Callable[[], object],
        guest_id: str,
        told: str,
        undo: Undo | None,
        *,
        told_after: Callable[[], str] = str,
    ) -> None:
        try:
            deed()
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.done.emit(guest_id, told + told_after(), undo)

    def _room_words(self) -> str:
        """That somebody who waits can come up now; empty while nobody can."""
        event = self._work.event_file
        free, parties = free_places(event), list_waiting_parties(event)
        if not free or not parties or len(parties[0]) > free:
            return ""
        words = QCoreApplication.translate("GuestDeeds", "Room for %n who wait(s): F8", "", free)
        return f" · {words}"

    def _namesakes(self, name: str) -> tuple[Guest, ...]:
        return guest_list.find_namesakes(self._work.event_file, name)
