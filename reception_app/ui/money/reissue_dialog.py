"""Issuing a receipt anew: another payee, or spoiled paper; the old number is void."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.receipt import Receipt
from reception_app.services.receipt_issuing import reissue_receipt
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class ReissueDialog(FormDialog):
    """Asks for the payee and the reason; `issued` is the receipt that took the old one's place."""

    def __init__(self, workplace: Workplace, receipt: Receipt, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            filled(translate("ReissueDialog", "Issue receipt %1 anew"), receipt.label),
            deed=translate("ReissueDialog", "Issue anew"),
            meaning=translate(
                "ReissueDialog",
                "The old one is void and keeps its number. Take it back, if it was given out.",
            ),
        )
        self._workplace = workplace
        self._receipt = receipt
        self.issued: Receipt | None = None
        self.payee = QLineEdit(receipt.payee)
        self.payee.setPlaceholderText(translate("ReissueDialog", "a blank line to write on"))
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(
            [
                translate("ReissueDialog", "Another payee"),
                translate("ReissueDialog", "Spoiled when written"),
                translate("ReissueDialog", "Printed badly"),
            ]
        )
        self.body.addLayout(captioned(translate("ReissueDialog", "Payee"), self.payee))
        self.body.addLayout(captioned(translate("ReissueDialog", "Reason"), self.reason))
        self.payee.setFocus()
        self.payee.selectAll()

    def accept(self) -> None:
        """Issue it, or say what is wrong."""
        work = self._workplace
        try:
            self.issued = reissue_receipt(
                work.event_file, self._receipt, self.payee.text(), self.reason.currentText(),
                now=work.now(), operator=work.operator,
            )  # fmt: skip
        except ReceptionError as error:
            self.tell(work.wording.error(error))
            return
        super().accept()
