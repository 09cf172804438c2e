"""The question where an invitation stands from now on, with what it does to the money."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money, format_money, format_number, parse_money
from reception_app.services.guest_list import StatusMeaning
from reception_app.ui import theme
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

Means = Callable[[GuestStatus, Money | None], StatusMeaning]
"""What a status would mean; of a fee so much stays due, or what the plan says when None."""

_ORDER = (
    GuestStatus.ACCEPTED,
    GuestStatus.WAITING,
    GuestStatus.CANCELLED,
    GuestStatus.DECLINED,
    GuestStatus.INVITED,
    GuestStatus.BLOCKED,
)


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """What a person chose.

    `kept` is what stays due of the fee, None for what the plan says; `note` is for the desk, about
    somebody who is blocked.
    """

    status: GuestStatus
    reason: str = ""
    kept: Money | None = None
    note: str = ""


class StatusDialog(FormDialog):
    """Chips for the other statuses; below, the money, and what the chosen one needs to know."""

    def __init__(self, window: QWidget, guest: Guest, means: Means, wording: Wording) -> None:
        translate = QCoreApplication.translate
        now = filled(
            translate("StatusDialog", "Now: %1"), wording.text("guest_status", guest.status)
        )
        title = filled(translate("StatusDialog", "Status of %1"), guest.name)
        super().__init__(window, title, deed="…", meaning=now, width=640)
        self._means = means
        self._wording = wording
        self.statuses = [status for status in _ORDER if status is not guest.status]
        self.chips = ChipRow(*(wording.text("guest_status", one) for one in self.statuses))
        self.money = Label(wrap=True)
        self.kept = QLineEdit()
        self.reason = QComboBox()
        self.note = QLineEdit(guest.note)
        self._kept_part, self._reason_part, self._note_part = QWidget(), QWidget(), QWidget()
        self._build_layout()
        self.chips.chosen.connect(self._show_chosen)
        self.kept.textEdited.connect(self._show_money)
        self._show_chosen()
        self.chips.chips[0].setFocus()

    @classmethod
    def ask(
        cls, window: QWidget, guest: Guest, means: Means, wording: Wording
    ) -> StatusAnswer | None:
        """What was chosen; None when the guest stays where they are."""
        dialog = cls(window, guest, means, wording)
        return dialog.answer() if dialog.taken() else None

    @property
    def status(self) -> GuestStatus:
        """The chosen status."""
        return self.statuses[self.chips.current]

    def choose(self, status: GuestStatus) -> None:
        """Choose a status."""
        self.chips.choose(self.statuses.index(status))

    def answer(self) -> StatusAnswer:
        """What the form holds."""
        cancels, blocks = self._needs(GuestStatus.CANCELLED), self._needs(GuestStatus.BLOCKED)
        return StatusAnswer(
            self.status,
            reason="" if blocks else self.reason.currentText().strip(),
            kept=self._kept() if cancels and not self._kept_part.isHidden() else None,
            note=self.note.text().strip() if blocks else "",
        )

    def accept(self) -> None:
        """Close only when the amount that stays due can be."""
        try:
            self._means(self.status, self.answer().kept)
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            self.kept.setFocus()
            return
        super().accept()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.reason.setEditable(True)
        for part, caption, control in (
            (self._kept_part, translate("StatusDialog", "Stays due of the fee"), self.kept),
            (self._reason_part, translate("StatusDialog", "Reason (if any)"), self.reason),
            (
                self._note_part,
                translate("StatusDialog", "Private note: the desk sees it at a refusal"),
                self.note,
            ),
        ):
            layout = captioned(caption, control)
            layout.setContentsMargins(0, 0, 0, 0)
            part.setLayout(layout)
        column = QVBoxLayout()
        column.setSpacing(theme.GRID * 2)
        for widget in (
            self.chips,
            self.money,
            self._kept_part,
            self._reason_part,
            self._note_part,
        ):
            column.addWidget(widget)
        self.body.addLayout(column)

    def _show_chosen(self) -> None:
        """Show the fields and the money of the chosen status."""
        self.deed.set_caption(self._wording.text("guest_status", self.status))
        meant = self._means(self.status, None)
        owed_before = meant.kept - meant.change
        self.kept.setText(format_number(meant.kept))
        self._kept_part.setVisible(
            self._needs(GuestStatus.CANCELLED) and owed_before > Money(0, meant.change.currency)
        )
        self._note_part.setVisible(self._needs(GuestStatus.BLOCKED))
        self._reason_part.setVisible(not self._needs(GuestStatus.BLOCKED))
        typed = self.reason.currentText()
        self.reason.clear()
        self.reason.addItems(["", *_reasons(self.status)])
        self.reason.setCurrentText(typed)
        self._show_money()

    def _show_money(self) -> None:
        try:
            meant = self._means(self.status, self.answer().kept)
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            return
        self.tell("")
        self.money.setText(money_words(meant))

    def _kept(self) -> Money:
        currency = self._means(self.status, None).change.currency
        return parse_money(self.kept.text().strip() or "0", currency)

    def _needs(self, status: GuestStatus) -> bool:
        return self.status is status


def money_words(meant: StatusMeaning) -> str:
    """What another status does to the money, in a sentence or two."""
    translate = QCoreApplication.translate
    change, zero = meant.change, Money(0, meant.change.currency)
    parts = []
    if change > zero:
        words = translate("StatusDialog", "The fee of %1 will be charged.")
        parts.append(filled(words, format_money(change)))
    elif change < zero:
        words = translate("StatusDialog", "The fee of %1 will no longer be due.")
        parts.append(filled(words, format_money(-change + meant.kept)))
    if meant.kept:
        words = translate("StatusDialog", "A cancellation fee of %1 stays due.")
        parts.append(filled(words, format_money(meant.kept)))
    if meant.due < zero:
        words = translate("StatusDialog", "%1 is then to be refunded.")
        parts.append(filled(words, format_money(-meant.due)))
    elif meant.due and change:
        parts.append(filled(translate("StatusDialog", "Then due: %1."), format_money(meant.due)))
    return " ".join(parts) or translate("StatusDialog", "Nothing changes for the money.")


def _reasons(status: GuestStatus) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    match status:
        case GuestStatus.CANCELLED | GuestStatus.DECLINED:
            return (
                translate("StatusDialog", "Unwell"),
                translate("StatusDialog", "Work"),
                translate("StatusDialog", "Did not say why"),
            )
        case GuestStatus.ACCEPTED:
            return (translate("StatusDialog", "Comes after all"),)
        case _:
            return ()
