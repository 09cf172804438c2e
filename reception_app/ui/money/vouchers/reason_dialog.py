"""The question why: one line, and the deed is on Enter only when it is filled in."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog


class ReasonDialog(FormDialog):
    """Asks for a reason."""

    def __init__(self, window: QWidget, title: str, deed: str, *, meaning: str = "") -> None:
        super().__init__(window, title, deed=deed, meaning=meaning)
        self.reason = QLineEdit()
        self.body.addLayout(
            captioned(QCoreApplication.translate("ReasonDialog", "Reason"), self.reason)
        )
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus()

    @classmethod
    def ask(cls, window: QWidget, title: str, deed: str, *, meaning: str = "") -> str | None:
        """The reason; None when the person would rather not."""
        dialog = cls(window, title, deed, meaning=meaning)
        return dialog.reason.text().strip() if dialog.taken() else None

    def _allow(self) -> None:
        self.deed.setEnabled(bool(self.reason.text().strip()))
