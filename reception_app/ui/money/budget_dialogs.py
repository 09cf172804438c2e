"""The questions of the budget tab: what a line is planned at, a line of its own, the beginning."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from reception_app.domain import journal
from reception_app.domain.budget import BudgetFigure, BudgetLine
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import format_number, parse_money
from reception_app.domain.voucher import EXPENSE_ACCOUNTS, INCOME_ACCOUNTS
from reception_app.services.account_names import AccountNames
from reception_app.services.budget import new_line
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.wording import Wording

Save = Callable[[BudgetLine], str]
"""Saves a line; returns what is wrong, nothing when it is saved."""
SaveTexts = Callable[[dict[str, str]], str]
"""Books what was typed for each account; returns what is wrong likewise."""


class LineDialog(FormDialog):
    """Amount and remark of a line; `save` returns what is wrong."""

    def __init__(
        self, window: QWidget, figure: BudgetFigure, name: str, wording: Wording, save: Save
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, name, deed=translate("BudgetTab", "Save"))
        self._figure, self._save, self._wording = figure, save, wording
        self.amount = QLineEdit(format_number(figure.budget) if figure.budget else "")
        self.amount.selectAll()
        self.remark = QLineEdit(figure.remark)
        self.body.addLayout(captioned(translate("BudgetTab", "Budget"), self.amount))
        self.body.addLayout(captioned(translate("BudgetTab", "Remark"), self.remark))
        self.amount.setFocus()

    def accept(self) -> None:
        """Save; stay open with what is wrong."""
        one = self._figure
        try:
            amount = parse_money(self.amount.text(), one.actual.currency)
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            return
        line = BudgetLine(one.account, amount.minor, one.name, self.remark.text())
        trouble = self._save(line)
        self.tell(trouble)
        if not trouble:
            super().accept()


class NewLineDialog(FormDialog):
    """A line of its own below an account, such as 会場費 below 会場・飲食."""

    def __init__(
        self, window: QWidget, names: AccountNames, currency: str, wording: Wording, save: Save
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("BudgetTab", "Add a line to the budget"),
            deed=translate("BudgetTab", "Add"),
            meaning=translate("BudgetTab", "Expenses can then be booked to this line."),
        )
        self._save, self._currency, self._wording = save, currency, wording
        self.account = QComboBox()
        for account in (*INCOME_ACCOUNTS, *EXPENSE_ACCOUNTS):
            self.account.addItem(names.of(account), account)
        self.account.setCurrentIndex(len(INCOME_ACCOUNTS))
        self.name, self.amount = QLineEdit(), QLineEdit()
        for caption, field in (
            (translate("BudgetTab", "Name"), self.name),
            (translate("BudgetTab", "Part of"), self.account),
            (translate("BudgetTab", "Budget"), self.amount),
        ):
            self.body.addLayout(captioned(caption, field))
        self.name.textChanged.connect(self._allow)
        self._allow()
        self.name.setFocus()

    def accept(self) -> None:
        """Add; stay open with what is wrong."""
        try:
            amount = parse_money(self.amount.text() or "0", self._currency)
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            return
        line = new_line(str(self.account.currentData()), self.name.text().strip())
        trouble = self._save(replace(line, amount=amount.minor))
        self.tell(trouble)
        if not trouble:
            super().accept()

    def _allow(self) -> None:
        self.deed.setEnabled(bool(self.name.text().strip()))


class OpeningDialog(FormDialog):
    """What was there in the beginning: in the safe and at the bank."""

    def __init__(self, window: QWidget, names: AccountNames, save: SaveTexts) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("BudgetTab", "Opening balance"),
            deed=translate("BudgetTab", "Book"),
            meaning=translate(
                "BudgetTab", "What was there before this event: carried forward from the last one."
            ),
        )
        self._save = save
        self.fields = {account: QLineEdit() for account in (journal.SAFE, journal.BANK)}
        for account, field in self.fields.items():
            self.body.addLayout(captioned(names.of(account), field))
        self.fields[journal.SAFE].setFocus()

    def accept(self) -> None:
        """Book; stay open with what is wrong."""
        trouble = self._save({account: field.text() for account, field in self.fields.items()})
        self.tell(trouble)
        if not trouble:
            super().accept()
