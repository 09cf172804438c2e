"""Guests who may be one person, group by group: a human says whether they are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from reception_app.domain.duplicates import Lookalikes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_money
from reception_app.services import duplicates
from reception_app.storage import guests, settings
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.guests.guest_table import category_name, status_words
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_WIDTH, _HEIGHT = 980, 520
_ROWS = 5


class DuplicatesDialog(FormDialog):
    """One group after the other; nothing is merged. `changed` is set by a deed."""

    def __init__(self, window: QWidget, workplace: Workplace, found: Sequence[Lookalikes]) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window, translate("DuplicatesDialog", "Possible duplicates"), meaning="…", width=_WIDTH
        )
        self._work = workplace
        self._undo: list[Callable[[], object]] = []
        self._found = found
        self._groups: Sequence[Lookalikes] = ()
        self._shown = 0
        self._rows: dict[str, GuestRow] = {}
        self.changed = False
        self.asked_for: str | None = None
        self.why = Label(bold=True, wrap=True)
        self.table = RowTable(
            (
                Heading(translate("DuplicatesDialog", "No."), 60),
                Heading(translate("DuplicatesDialog", "Name"), 170),
                Heading(translate("DuplicatesDialog", "Company"), 0),
                Heading(translate("DuplicatesDialog", "E-mail, phone"), 200),
                Heading(translate("DuplicatesDialog", "Category"), 90),
                Heading(translate("DuplicatesDialog", "Status"), 120),
                Heading(translate("DuplicatesDialog", "Due"), 80, is_figure=True),
            )
        )
        self.same = ActionButton(
            translate("DuplicatesDialog", "One person"), key="F6", primary=True
        )
        self.several = ActionButton(translate("DuplicatesDialog", "Several people"), key="F7")
        self.later = ActionButton(translate("DuplicatesDialog", "Skip"), key="F8")
        self.guest = ActionButton(translate("DuplicatesDialog", "Show the guest"), key="F4")
        self.back = ActionButton(translate("DuplicatesDialog", "Undo"), key="Ctrl+Z", icon="undo")
        self._build_layout()
        self._connect()
        self._read()
        # The groups' words differ in length; the dialog keeps its size while one walks through.
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.resize(_WIDTH, _HEIGHT)
        self.table.setFocus()

    @classmethod
    def open_over(
        cls, window: QWidget, workplace: Workplace, found: Sequence[Lookalikes]
    ) -> tuple[bool, str | None]:
        """Let a person look through what `find_duplicates` found.

        Returns:
            Whether anything changed, and the id of a guest to show.
        """
        dialog = cls(window, workplace, found)
        dialog.exec()
        dialog.deleteLater()
        return dialog.changed, dialog.asked_for

    def link(self) -> None:
        """Note that the shown guests are one person."""
        ids, work = self._ids(), self._work
        if not ids:
            return
        link = duplicates.link_same_person(
            work.event_file, ids, now=work.now(), operator=work.operator
        )
        self._note(
            lambda: duplicates.withdraw_link(
                work.event_file, link, now=work.now(), operator=work.operator
            )
        )

    def tell_apart(self) -> None:
        """Note that the shown guests are several people; they are not asked about again."""
        ids, work = self._ids(), self._work
        if not ids:
            return
        duplicates.tell_apart(work.event_file, ids, now=work.now(), operator=work.operator)
        self._note(
            lambda: duplicates.tell_apart(
                work.event_file, ids, now=work.now(), operator=work.operator, apart=False
            )
        )

    def skip(self) -> None:
        """Look at the next group."""
        self._shown = (self._shown + 1) % max(len(self._groups), 1)
        self._show()

    def undo(self) -> None:
        """Take back what was last said here."""
        if not self._undo:
            return
        try:
            self._undo.pop()()
        except ReceptionError as error:
            self.tell(self._work.wording.error(error))
        self._read()

    def _build_layout(self) -> None:
        self.table.setMinimumHeight(_ROWS * (theme.ROW_HEIGHT + theme.GRID))
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT + theme.GRID)
        self.body.addWidget(self.why)
        self.body.addWidget(self.table)
        buttons = (self.same, self.several, self.later, self.guest, self.back)
        for place, button in enumerate(buttons):
            button.setAutoDefault(False)
            self.foot.insertWidget(place, button)

    def _connect(self) -> None:
        self.same.clicked.connect(self.link)
        self.several.clicked.connect(self.tell_apart)
        self.later.clicked.connect(self.skip)
        self.back.clicked.connect(self.undo)
        self.guest.clicked.connect(self._ask_for_guest)
        self.table.doubleClicked.connect(self._ask_for_guest)

    def _ids(self) -> list[str]:
        return [one.id for one in self._groups[self._shown].guests] if self._groups else []

    def _note(self, undo: Callable[[], object]) -> None:
        self.changed = True
        self._undo.append(undo)
        self._read()

    def _read(self) -> None:
        event = self._work.event_file
        self._groups = duplicates.still_open(event, self._found)
        if not self._rows:
            self._rows = {row.guest.id: row for row in guests.list_guests(event)}
        self._shown = min(self._shown, max(len(self._groups) - 1, 0))
        self._show()

    def _show(self) -> None:
        translate, count = QCoreApplication.translate, len(self._groups)
        words = translate(
            "DuplicatesDialog",
            "%n group(s) of guests look alike. Whoever is one person stays on the list as often as "
            "before, each with their own fee and badge; the cards name each other.",
            "",
            count,
        )
        none = translate("DuplicatesDialog", "Nobody on the list looks like somebody else.")
        self.explain(words if count else none)
        for part in (self.same, self.several, self.later, self.guest):
            part.setEnabled(count > 0)
        self.back.setEnabled(bool(self._undo))
        self.why.setText(self._reasons() if count else "")
        shown = self._groups[self._shown].guests if count else ()
        self.table.show_rows([self._row(self._rows[guest.id]) for guest in shown])
        if count:
            self.table.selectRow(0)

    def _reasons(self) -> str:
        group, wording = self._groups[self._shown], self._work.wording
        alike = "、".join(wording.text("likeness", way) for way in sorted(group.alike))
        place = QCoreApplication.translate("DuplicatesDialog", "%1 of %2: %3")
        return filled(place, self._shown + 1, len(self._groups), alike)

    def _row(self, row: GuestRow) -> Row:
        guest, event = row.guest, self._work.event_file
        plan = settings.find_fee_plan(event)
        due = format_money(Money(row.balance.due, plan.currency))
        return Row(
            guest.id,
            (
                Cell(str(guest.number), order=guest.number),
                Cell(guest.name, guest.reading, bold=True),
                Cell(guest.company, guest.title),
                Cell(guest.email, guest.phone),
                Cell(category_name(plan, guest.category)),
                Cell(status_words(row, self._work.wording)),
                Cell(due, order=row.balance.due),
            ),
        )

    def _ask_for_guest(self) -> None:
        self.asked_for = self.table.selected
        self.reject()
