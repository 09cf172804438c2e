"""The form of a voucher: how much, what for, from where, and the photo of the receipt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.evidence_file import SUFFIXES
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.domain.voucher import (
    CHANNELS,
    EXPENSE_ACCOUNTS,
    INCOME_ACCOUNTS,
    NEEDS_EVIDENCE,
    Channel,
    NewVoucher,
    Voucher,
    VoucherKind,
)
from reception_app.services.account_names import AccountNames
from reception_app.storage.fact_journal import new_id
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import Chip
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.wording import Wording

_OF_ORGANIZERS = (VoucherKind.REPAYMENT, VoucherKind.ADVANCE, VoucherKind.ADVANCE_BACK)


@dataclass(frozen=True, slots=True)
class VoucherForm:
    """What the form offers: accounts by their names, organizers, open papers, open cash boxes.

    `settles` are the bills for a bill, the prepayments for an expense; `lines` are accounts of the
    budget beside those of the chart.
    """

    currency: str
    today: date
    names: AccountNames
    organizers: tuple[str, ...]
    settles: tuple[Voucher, ...]
    boxes: tuple[str, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoucherAnswer:
    """What was filled in: the order without its organizer's id, the organizer's name, the files."""

    order: NewVoucher
    organizer: str
    files: tuple[Path, ...]


Deed = Callable[[VoucherAnswer], None]
"""Books an answer, or raises the `ReceptionError` that the form then shows."""


class VoucherDialog(FormDialog):
    """Enter books; what is wrong stands below the fields, and nothing that was typed is lost."""

    def __init__(
        self, window: QWidget, kind: VoucherKind, form: VoucherForm, wording: Wording, deed: Deed
    ) -> None:
        translate = QCoreApplication.translate
        title = wording.table("entry_kind")[kind]
        super().__init__(window, title, deed=translate("VoucherDialog", "Book"), width=720)
        self._id = new_id()
        self._kind, self._form, self._wording, self._book = kind, form, wording, deed
        self.files: tuple[Path, ...] = ()
        self.amount = QLineEdit()
        self.day = QDateEdit()
        self.account = QComboBox()
        self.channels = _Channels(CHANNELS[kind], form.boxes, wording)
        self.organizer = QComboBox()
        self.settles = QComboBox()
        self.payee = QLineEdit()
        self.purpose = QLineEdit()
        self.no_receipt = QComboBox()
        self.add_file = ActionButton(
            translate("VoucherDialog", "Photo or PDF…"), key="Ctrl+O", height=36
        )
        self.file_names = Label(tone="muted", wrap=True)
        self._organizer_part, self._settles_part = QWidget(), QWidget()
        self._fill()
        self._build_layout()
        self._connect()
        self._show_needed()
        self.setAcceptDrops(True)
        self.amount.setFocus()

    def prefill(
        self, *, amount: Money | None = None, organizer: str = "", settles: str | None = None
    ) -> None:
        """Fill in what is known already: of a debt to repay, of a bill to pay."""
        if amount is not None:
            self.amount.setText(format_number(amount))
            self.amount.selectAll()
        if organizer:
            self.organizer.setCurrentText(organizer)
        if settles is not None:
            self.settles.setCurrentIndex(self.settles.findData(settles))
            if Channel.PREPAID in CHANNELS[self._kind]:
                self.channels.choose(Channel.PREPAID)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach these when the voucher is booked."""
        self.files = (*self.files, *(path for path in paths if path not in self.files))
        self.file_names.setText(" · ".join(path.name for path in self.files))

    def accept(self) -> None:
        """Book; stay open with the sentence of what is wrong."""
        try:
            self._book(self._answer())
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            return
        super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Photos may be dropped on the form."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was dropped."""
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _fill(self) -> None:
        form, translate = self._form, QCoreApplication.translate
        self.amount.setPlaceholderText(form.currency)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDate(QDate(form.today.year, form.today.month, form.today.day))
        chart = INCOME_ACCOUNTS if self._kind is VoucherKind.INCOME else EXPENSE_ACCOUNTS
        for account in (*chart, *(line for line in form.lines if line[:4] in chart)):
            self.account.addItem(form.names.of(account), account)
        self.organizer.setEditable(True)
        self.organizer.addItems(list(form.organizers))
        self.organizer.setCurrentIndex(-1)
        for paper in form.settles:
            number = self._wording.text("report", "voucher_number", number=paper.number)
            self.settles.addItem(f"{number} {paper.payee} {paper.amount}", paper.id)
        self.no_receipt.setEditable(True)
        self.no_receipt.addItems(
            [
                "",
                translate("VoucherDialog", "Vending machine or coin box"),
                translate("VoucherDialog", "Train or bus fare"),
                translate("VoucherDialog", "Gift or condolence money"),
                translate("VoucherDialog", "The receipt was lost"),
            ]
        )

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        wants_account = self._kind in {VoucherKind.EXPENSE, VoucherKind.INCOME}
        self.body.addLayout(
            _beside(
                captioned(translate("VoucherDialog", "Amount"), self.amount),
                captioned(translate("VoucherDialog", "Date on the paper"), self.day),
            )
        )
        if wants_account:
            self.body.addLayout(captioned(translate("VoucherDialog", "What for"), self.account))
        comes_in = self._kind in {VoucherKind.INCOME, VoucherKind.ADVANCE_BACK}
        way = translate("VoucherDialog", "Received in") if comes_in else ""
        way = way or translate("VoucherDialog", "Paid from")
        self.body.addLayout(captioned(way, self.channels))
        _put(
            self._organizer_part, captioned(translate("VoucherDialog", "Organizer"), self.organizer)
        )
        paper = translate("VoucherDialog", "Bill or prepayment")
        _put(self._settles_part, captioned(paper, self.settles))
        self.body.addWidget(self._organizer_part)
        self.body.addWidget(self._settles_part)
        whom = translate("VoucherDialog", "Received from") if comes_in else ""
        whom = whom or translate("VoucherDialog", "Paid to")
        self.body.addLayout(
            _beside(
                captioned(whom, self.payee),
                captioned(translate("VoucherDialog", "Note"), self.purpose),
            )
        )
        receipt = QHBoxLayout()
        receipt.setSpacing(theme.GRID)
        receipt.addWidget(self.add_file)
        receipt.addWidget(self.file_names, 1)
        self.body.addLayout(receipt)
        if self._kind in NEEDS_EVIDENCE:
            reason = translate("VoucherDialog", "No receipt, because")
            self.body.addLayout(captioned(reason, self.no_receipt))
        else:
            self.no_receipt.hide()

    def _connect(self) -> None:
        self.channels.changed.connect(self._show_needed)
        self.add_file.clicked.connect(self._ask_files)

    def _show_needed(self) -> None:
        """Ask only for what this way of paying needs."""
        channel, _ = self.channels.current
        of_organizer = channel in {Channel.ORGANIZER, Channel.ADVANCE}
        self._organizer_part.setVisible(of_organizer or self._kind in _OF_ORGANIZERS)
        self._settles_part.setVisible(channel is Channel.PREPAID or self._kind is VoucherKind.BILL)
        self.adjustSize()

    def _ask_files(self) -> None:
        translate = QCoreApplication.translate
        pictures = translate("VoucherDialog", "Photos and PDF")
        kinds = " ".join(f"*{suffix}" for suffix in (*SUFFIXES.values(), ".jpeg", ".heif"))
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            translate("VoucherDialog", "Choose the photo or PDF of the receipt"),
            "",
            f"{pictures} ({kinds})",
        )
        self.add_files([Path(name) for name in chosen])

    def _answer(self) -> VoucherAnswer:
        channel, box = self.channels.current
        settles = self.settles.currentData() if self._settles_part.isVisibleTo(self) else None
        wants_account = self._kind in {VoucherKind.EXPENSE, VoucherKind.INCOME}
        day = self.day.date()
        order = NewVoucher(
            id=self._id,
            kind=self._kind,
            day=date(day.year(), day.month(), day.day()),
            amount=parse_money(self.amount.text(), self._form.currency),
            channel=channel,
            account=str(self.account.currentData()) if wants_account else "",
            settles=settles,
            box=box or None,
            payee=self.payee.text(),
            purpose=self.purpose.text(),
            no_receipt=self.no_receipt.currentText(),
        )
        shown = self._organizer_part.isVisibleTo(self)
        return VoucherAnswer(
            order, self.organizer.currentText().strip() if shown else "", self.files
        )


class _Channels(QWidget):
    """Chips for the ways of paying; each open cash box is one. `changed` when another is chosen."""

    changed = Signal()

    def __init__(self, channels: Sequence[Channel], boxes: Sequence[str], wording: Wording) -> None:
        super().__init__()
        words = wording.table("channel")
        self._ways: list[tuple[Channel, str]] = []
        for channel in channels:
            if channel is Channel.BOX:
                self._ways += [(channel, box) for box in boxes]
            else:
                self._ways.append((channel, ""))
        self.chips = [
            Chip(f"{words[channel]} {box}".strip(), checkable=True) for channel, box in self._ways
        ]
        row = FlowLayout(self, spacing=theme.GRID - 2)
        for number, chip in enumerate(self.chips):
            chip.setAutoExclusive(True)
            chip.setChecked(number == 0)
            chip.toggled.connect(self.changed)
            row.addWidget(chip)

    @property
    def current(self) -> tuple[Channel, str]:
        """The way chosen, and the letter of its cash box."""
        ways = zip(self._ways, self.chips, strict=True)
        return next((way for way, chip in ways if chip.isChecked()), self._ways[0])

    def choose(self, channel: Channel) -> None:
        """Choose a way of paying."""
        for way, chip in zip(self._ways, self.chips, strict=True):
            if way[0] is channel:
                chip.setChecked(True)
                return


def _beside(*columns: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GRID * 2)
    for column in columns:
        row.addLayout(column, 1)
    return row


def _put(part: QWidget, column: QVBoxLayout) -> None:
    column.setContentsMargins(0, 0, 0, 0)
    part.setLayout(column)
