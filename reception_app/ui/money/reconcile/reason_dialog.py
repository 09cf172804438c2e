"""The question before something booked is taken back: why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


class ReasonDialog(QDialog):
    """Says what will happen and asks for the reason; the first of `reasons` stands there ready."""

    def __init__(
        self, window: QWidget, title: str, meaning: str, deed: str, reasons: Sequence[str]
    ) -> None:
        super().__init__(window)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(list(reasons))
        self.deed = ActionButton(deed, key="Enter", primary=True)
        self._cancel = ActionButton(QCoreApplication.translate("ReasonDialog", "Cancel"), key="Esc")
        self.deed.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.deed.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.reason.editTextChanged.connect(self._allow)
        self._build_layout(title, meaning)
        self._allow()
        self.reason.setFocus()

    @classmethod
    def ask(
        cls, window: QWidget, title: str, meaning: str, deed: str, reasons: Sequence[str]
    ) -> str | None:
        """The reason; None when everything stays as it is."""
        dialog = cls(window, title, meaning, deed, reasons)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.reason.currentText().strip() if taken else None

    def _build_layout(self, title: str, meaning: str) -> None:
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(Label(meaning, tone="muted", wrap=True))
        reason = QCoreApplication.translate("ReasonDialog", "Reason")
        column.addLayout(captioned(reason, self.reason))
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.deed)
        column.addLayout(foot)

    def _allow(self) -> None:
        self.deed.setEnabled(bool(self.reason.currentText().strip()))
