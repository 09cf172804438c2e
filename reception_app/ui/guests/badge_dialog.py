"""The codes that open the door for a guest: see them, replace a lost badge, add a ticket's code."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.services import badges
from reception_app.storage import guests
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_GROUP = 4
"""Our own codes are shown in groups of so many digits."""


class BadgeDialog(FormDialog):
    """Everything is written at once; `changed` says whether anything was."""

    def __init__(self, window: QWidget, workplace: Workplace, guest: Guest) -> None:
        translate = QCoreApplication.translate
        title = filled(translate("BadgeDialog", "Badge codes of %1"), guest.name)
        meaning = translate(
            "BadgeDialog",
            "Each of these opens the door. A lost badge is replaced: the old code is refused from "
            "then on, and the new one is on the next name tag or pass.",
        )
        super().__init__(window, title, meaning=meaning, width=760)
        self._workplace = workplace
        self._guest = guest
        self.changed = False
        self._open: frozenset[str] = frozenset()
        self.table = RowTable(
            (
                Heading(translate("BadgeDialog", "Code"), 0),
                Heading(translate("BadgeDialog", "What it is"), 110),
                Heading(translate("BadgeDialog", "State"), 160),
            )
        )
        self.table.setMinimumHeight(5 * theme.ROW_HEIGHT)
        self.replace = ActionButton(
            translate("BadgeDialog", "Replace a lost badge"), key="F8", icon="again"
        )
        self.revoke = ActionButton(translate("BadgeDialog", "Refuse this code"), key="Del")
        self.code = QLineEdit()
        self.add = ActionButton(translate("BadgeDialog", "Add the code"))
        self._build_layout()
        self._connect()
        self._show()
        self.code.setFocus()

    @classmethod
    def open_for(cls, window: QWidget, workplace: Workplace, guest: Guest) -> bool:
        """Let a person see to the codes of a guest; whether anything was changed."""
        dialog = cls(window, workplace, guest)
        dialog.exec()
        dialog.deleteLater()
        return dialog.changed

    def replace_badge(self) -> None:
        """Give the guest a new badge."""
        work = self._workplace
        self._attempt(
            lambda: badges.replace_badge(
                work.event_file, self._guest.id, now=work.now(), operator=work.operator
            )
        )

    def add_code(self) -> None:
        """Let the code in the line open the door too."""
        work = self._workplace
        if self._attempt(
            lambda: badges.add_code(
                work.event_file,
                self._guest.id,
                self.code.text(),
                now=work.now(),
                operator=work.operator,
            )
        ):
            self.code.clear()

    def revoke_selected(self) -> None:
        """Let the selected code open the door no more."""
        work, code = self._workplace, self.table.selected
        if code is not None:
            self._attempt(
                lambda: badges.revoke_code(
                    work.event_file, self._guest.id, code, now=work.now(), operator=work.operator
                )
            )

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.code.setPlaceholderText(
            translate("BadgeDialog", "Scan or type the code of a ticket or a membership card")
        )
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self.code, 1)
        line.addWidget(self.add)
        self.body.addWidget(self.table)
        self.body.addLayout(line)
        self.foot.insertWidget(0, self.replace)
        self.foot.insertWidget(1, self.revoke)
        for button in (self.replace, self.revoke, self.add):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.replace.clicked.connect(self.replace_badge)
        self.revoke.clicked.connect(self.revoke_selected)
        self.add.clicked.connect(self.add_code)
        self.code.returnPressed.connect(self.add_code)
        self.table.selectionModel().selectionChanged.connect(self._allow)

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except ReceptionError as error:
            self.tell(self._workplace.wording.error(error))
            return False
        self.tell("")
        self.changed = True
        self._show()
        return True

    def _show(self) -> None:
        translate = QCoreApplication.translate
        rows = []
        for badge in guests.list_badges(self._workplace.event_file, self._guest.id):
            kind = (
                translate("BadgeDialog", "added code")
                if badge.alias
                else translate("BadgeDialog", "our badge")
            )
            state = (
                translate("BadgeDialog", "✕ refused")
                if badge.revoked
                else translate("BadgeDialog", "✓ valid")
            )
            tone: Tone = "muted" if badge.revoked else "ink"
            shown = badge.code if badge.alias else _grouped(badge.code)
            rows.append(
                Row(badge.code, (Cell(shown, tone=tone), Cell(kind), Cell(state, tone=tone)))
            )
        self.table.show_rows(rows)
        self._open = frozenset(guests.list_open_codes(self._workplace.event_file, self._guest.id))
        self._allow()

    def _allow(self) -> None:
        self.revoke.setEnabled(self.table.selected in self._open)


def _grouped(code: str) -> str:
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
