"""The small form over a page: what it is about, a few fields, one deed; Escape changes nothing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_WIDTH = 520


class FormDialog(QDialog):
    """A title, a quiet line of what it means, `body` for the fields, and the deed on Enter.

    `trouble` is a red line below the fields, empty while nothing is wrong.
    """

    def __init__(
        self, window: QWidget, title: str, *, deed: str = "", meaning: str = "", width: int = _WIDTH
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.meaning = Label(meaning, tone="muted", wrap=True)
        self.meaning.setVisible(bool(meaning))
        self.trouble = Label(tone="danger", wrap=True)
        self.trouble.hide()
        self.deed = ActionButton(deed, key="Enter", primary=True)
        translate = QCoreApplication.translate
        cancel, close = translate("FormDialog", "Cancel"), translate("FormDialog", "Close")
        self.leave = ActionButton(cancel if deed else close, key="Esc")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GRID * 2)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.GRID)
        self.foot.addStretch()
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(self.meaning)
        column.addLayout(self.body, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.foot)
        self.deed.setDefault(bool(deed))
        self.deed.setVisible(bool(deed))
        self.leave.setAutoDefault(False)
        self.deed.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    def explain(self, words: str) -> None:
        """Show another quiet line; none when empty."""
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))

    def tell(self, words: str) -> None:
        """Say what is wrong; nothing when empty."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def taken(self) -> bool:
        """Ask, and leave nothing behind; whether the person said yes."""
        said_yes = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return said_yes
