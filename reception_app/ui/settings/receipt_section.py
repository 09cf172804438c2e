"""The settings of receipts: who issues them, what that means for tax, and what stands on them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Event
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.domain.tax import (
    IssuerKind,
    has_corporate_check_digit,
    parse_registration_number,
)
from reception_app.services.event_setup import SettingUnreadable, change_event
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.workplace import Workplace


class ReceiptSection(QWidget):
    """What every receipt of this event says; `saved` tells that it was written."""

    saved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        translate = QCoreApplication.translate
        self.kind = QComboBox()
        for kind, words in (
            (IssuerKind.SOCIETY, translate("ReceiptSection", "Society, not registered for tax")),
            (IssuerKind.EXEMPT, translate("ReceiptSection", "Business exempt from tax")),
            (IssuerKind.REGISTERED, translate("ReceiptSection", "Registered invoice issuer")),
        ):
            self.kind.addItem(words, kind.value)
        self.issuer, self.address, self.purpose = QLineEdit(), QLineEdit(), QLineEdit()
        self.number, self.reduced, self.prefix = QLineEdit(), QLineEdit(), QLineEdit()
        self.number.setPlaceholderText("T1234567890123")
        self.purpose.setPlaceholderText(translate("ReceiptSection", "Participation fee"))
        self.fields = {
            "issuer_kind": FormField(translate("ReceiptSection", "The issuer is a"), self.kind),
            "registration_number": FormField(
                translate("ReceiptSection", "Registration number"), self.number
            ),
            "issuer": FormField(translate("ReceiptSection", "Issuer of receipts"), self.issuer),
            "receipt_purpose": FormField(
                translate("ReceiptSection", "Purpose on receipts"), self.purpose
            ),
            "issuer_address": FormField(
                translate("ReceiptSection", "Address of the issuer"), self.address
            ),
            "receipt_prefix": FormField(
                translate("ReceiptSection", "Numbers begin with"), self.prefix
            ),
            "reduced_part": FormField(
                translate("ReceiptSection", "Of each fee at 8 %"),
                self.reduced,
                hint=translate("ReceiptSection", "Food to take away, say; empty for none."),
            ),
        }
        self.meaning = Label(tone="muted", wrap=True)
        self.doubt = Label(tone="warn", wrap=True)
        self.trouble = Label(tone="danger", wrap=True)
        self.save_button = ActionButton(
            translate("ReceiptSection", "Save"), key="Ctrl+S", primary=True
        )
        self._build_layout()
        self._connect()
        self.load()

    @property
    def is_changed(self) -> bool:
        """Whether something is written here that is not saved."""
        return self.save_button.isEnabled()

    def load(self) -> None:
        """Show the settings as they are in the event."""
        event = settings.find_event(self._workplace.event_file)
        self.kind.setCurrentIndex(self.kind.findData(event.issuer_kind.value))
        self.number.setText(event.registration_number)
        self.issuer.setText(event.issuer)
        self.address.setText(event.issuer_address)
        self.purpose.setText(event.receipt_purpose)
        self.prefix.setText(event.receipt_prefix)
        reduced = Money(event.reduced_part, event.currency)
        self.reduced.setText(format_number(reduced) if reduced else "")
        self._clear()
        self._show_meaning()
        self.save_button.setEnabled(False)

    def save(self) -> bool:
        """Write what was changed; False when something cannot be."""
        self._clear()
        event_file, wording = self._workplace.event_file, self._workplace.wording
        event = settings.find_event(event_file)
        try:
            wanted = self._texts(event.currency)
        except ReceptionError as error:
            self.trouble.setText(wording.error(error))
            self.trouble.show()
            return False
        known = _as_texts(event)
        changed = {key: text for key, text in wanted.items() if text != known[key]}
        if changed:
            now, operator = self._workplace.now(), self._workplace.operator
            try:
                change_event(event_file, changed, now=now, operator=operator)
            except SettingUnreadable as error:
                self.fields[error.field].tell(wording.error(error))
                return False
        self.load()
        self._workplace.changed.emit()
        self.saved.emit()
        return True

    def _texts(self, currency: str) -> dict[str, str]:
        """The settings as they are written.

        Raises:
            RegistrationNumberMalformed, AmountUnreadable and such: something cannot be read.
        """
        number, reduced = self.number.text().strip(), self.reduced.text().strip()
        return {
            "issuer_kind": str(self.kind.currentData()),
            "registration_number": parse_registration_number(number) if number else "",
            "issuer": self.issuer.text().strip(),
            "issuer_address": self.address.text().strip(),
            "receipt_purpose": self.purpose.text().strip(),
            "receipt_prefix": self.prefix.text().strip(),
            "reduced_part": str(parse_money(reduced, currency).minor) if reduced else "",
        }

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        for title, rows, below in (
            (
                translate("ReceiptSection", "Who issues them"),
                (("issuer_kind", "registration_number"), ("issuer",), ("issuer_address",)),
                (self.meaning, self.doubt),
            ),
            (
                translate("ReceiptSection", "What stands on them"),
                (("receipt_purpose", "reduced_part", "receipt_prefix"),),
                (),
            ),
        ):
            card = Card(title, padding=theme.PAGE_MARGIN)
            card.body.setSpacing(theme.GRID * 2)
            for row in rows:
                line = QHBoxLayout()
                line.setSpacing(theme.GRID * 2)
                for key in row:
                    line.addWidget(self.fields[key], 2 if key == "receipt_purpose" else 1)
                card.body.addLayout(line)
            for label in below:
                card.body.addWidget(label)
            column.addWidget(card)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        column.addStretch()

    def _connect(self) -> None:
        for line in (
            self.number, self.issuer, self.address, self.purpose, self.reduced, self.prefix,
        ):  # fmt: skip
            line.textEdited.connect(self._note_change)
            line.returnPressed.connect(self.save)
        self.kind.activated.connect(self._note_change)
        self.save_button.clicked.connect(self.save)

    def _note_change(self) -> None:
        self.save_button.setEnabled(True)
        self._show_meaning()

    def _show_meaning(self) -> None:
        """Say what the kind of issuer means, and doubt a number that looks mistyped."""
        translate = QCoreApplication.translate
        kind = IssuerKind(self.kind.currentData())
        self.fields["registration_number"].setEnabled(kind is IssuerKind.REGISTERED)
        self.fields["reduced_part"].setEnabled(kind is IssuerKind.REGISTERED)
        match kind:
            case IssuerKind.SOCIETY:
                words = translate(
                    "ReceiptSection",
                    "No tax and no revenue stamp on receipts. Members' companies can deduct the tax"
                    " of the venue's bill with the split-cost statement.",
                )
            case IssuerKind.EXEMPT:
                words = translate(
                    "ReceiptSection",
                    "No tax on receipts; a revenue stamp from ¥50,000 in cash.",
                )
            case IssuerKind.REGISTERED:
                words = translate(
                    "ReceiptSection",
                    "Number and tax by rate stand on receipts; a revenue stamp from ¥50,000 in"
                    " cash without tax.",
                )
        self.meaning.setText(words)
        self.doubt.setVisible(self._is_doubtful())
        self.doubt.setText(
            translate(
                "ReceiptSection",
                "This is not the number of a company. If it is a company's, check its digits.",
            )
        )

    def _is_doubtful(self) -> bool:
        """Whether the number is well formed, and still no company has it."""
        try:
            number = parse_registration_number(self.number.text())
        except ReceptionError:
            return False
        return not has_corporate_check_digit(number)

    def _clear(self) -> None:
        for field in self.fields.values():
            field.clear()
        self.trouble.hide()


def _as_texts(event: Event) -> dict[str, str]:
    """The settings by the names `change_event` knows."""
    return {
        "issuer_kind": event.issuer_kind.value,
        "registration_number": event.registration_number,
        "issuer": event.issuer,
        "issuer_address": event.issuer_address,
        "receipt_purpose": event.receipt_purpose,
        "receipt_prefix": event.receipt_prefix,
        "reduced_part": str(event.reduced_part) if event.reduced_part else "",
    }
