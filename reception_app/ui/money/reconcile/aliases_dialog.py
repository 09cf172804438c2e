"""Learned payers 別名: whose transfers a text means, each with a way to forget it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_app.services.payer_aliases import remove_alias, restore_alias
from reception_app.storage.guests import find_guest
from reception_app.storage.statements import LearnedAlias, list_aliases
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (760, 520)


class AliasesDialog(QDialog):
    """Lists what was learned; Delete forgets the selected one."""

    def __init__(self, window: QWidget, workplace: Workplace) -> None:
        super().__init__(window)
        self._workplace = workplace
        self.is_changed = False
        self._forgotten: list[LearnedAlias] = []
        translate = QCoreApplication.translate
        self.table = RowTable(
            (
                Heading(translate("AliasesDialog", "Payer"), 240),
                Heading(translate("AliasesDialog", "Pays for"), 0),
                Heading(translate("AliasesDialog", "Learned"), 128),
            )
        )
        self._stack = QStackedWidget()
        self.forget = ActionButton(translate("AliasesDialog", "Forget"), key="Del")
        self.undo = ActionButton(
            translate("AliasesDialog", "Remember it again"), key="Ctrl+Z", icon="undo"
        )
        self.undo.hide()
        self.close_button = ActionButton(translate("AliasesDialog", "Close"), key="Esc")
        self._build_layout()
        for button in (self.forget, self.undo, self.close_button):
            button.setAutoDefault(False)
        self.forget.clicked.connect(self._forget)
        self.undo.clicked.connect(self._remember)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Backspace"), self).activated.connect(self._forget)
        self._show()

    @classmethod
    def ask(cls, window: QWidget, workplace: Workplace) -> bool:
        """Show them; returns whether something was forgotten."""
        dialog = cls(window, workplace)
        dialog.exec()
        dialog.deleteLater()
        return dialog.is_changed

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("AliasesDialog", "Learned payers")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        meaning = translate(
            "AliasesDialog",
            "Whoever was matched by hand to such a text is proposed for it again, "
            "at the next event too.",
        )
        card = Card(padding=0)
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState("empty", translate("AliasesDialog", "Nothing has been learned yet"), "")
        )
        card.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.forget)
        foot.addWidget(self.undo)
        foot.addStretch()
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True))
        column.addWidget(Label(meaning, tone="muted", wrap=True))
        column.addWidget(card, 1)
        column.addLayout(foot)

    def _show(self) -> None:
        place = self.table.place
        aliases = list_aliases(self._workplace.event_file)
        self.table.show_rows([self._row(alias) for alias in aliases])
        self.table.select_place(place)
        self._stack.setCurrentIndex(0 if aliases else 1)
        self.forget.setEnabled(bool(aliases))
        self.undo.setVisible(bool(self._forgotten))

    def _row(self, alias: LearnedAlias) -> Row:
        event = self._workplace.event_file
        names = [found.name for one in alias.guests if (found := find_guest(event, one))]
        day = f"{alias.learned_at.astimezone():%Y-%m-%d}"
        cells = (Cell(alias.text, bold=True), Cell("・".join(names)), Cell(day, tone="muted"))
        return Row(alias.id, cells)

    def _forget(self) -> None:
        chosen, work = self.table.selected, self._workplace
        if chosen is None:
            return
        self._forgotten += [one for one in list_aliases(work.event_file) if one.id == chosen]
        remove_alias(work.event_file, chosen, now=work.now(), operator=work.operator)
        self.is_changed = True
        self._show()

    def _remember(self) -> None:
        """Take the last forgetting back."""
        work = self._workplace
        learned = self._forgotten.pop()
        restore_alias(work.event_file, learned, now=work.now(), operator=work.operator)
        self._show()
