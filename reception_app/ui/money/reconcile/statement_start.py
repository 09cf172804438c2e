"""The beginning of taking a statement in: where it is dropped, and what was taken in so far."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.money.reconcile.statement_list import StatementList
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.workplace import Workplace


class StatementStart(QWidget):
    """Offers to choose, drop or paste a statement; `earlier` are those taken in before."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.choose = ActionButton(
            translate("StatementDialog", "Choose a file…"), primary=True, icon="folder"
        )
        self.paste = ActionButton(translate("StatementDialog", "Paste"), key="Ctrl+V", icon="copy")
        self.paste.setShortcut(QKeySequence())  # the dialog takes the key, also behind the preview
        self.earlier = StatementList(workplace)
        dropping = Card()
        dropping.body.addWidget(
            EmptyState(
                "import",
                translate("StatementDialog", "Drop the statement here"),
                translate(
                    "StatementDialog",
                    "CSV of any bank, Zengin, CAMT.053, MT940 or OFX; the lists of PayPay and "
                    "Square. Nothing changes before you have seen its rows.",
                ),
                self.choose,
                self.paste,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(dropping, 3)
        column.addWidget(self.earlier, 2)
