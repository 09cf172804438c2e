"""The form of one guest: to add somebody, or to change what is known of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money, format_money
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.wording import Wording

Namesakes = Callable[[str], Sequence[Guest]]
"""Finds guests on the list whose name is the one typed."""

_NEW_STATUSES = (GuestStatus.ACCEPTED, GuestStatus.INVITED, GuestStatus.WAITING)
_FIELDS = (
    (GuestField.NAME, "name", 0, 0),
    (GuestField.READING, "reading", 0, 1),
    (GuestField.COMPANY, "company", 1, 0),
    (GuestField.TITLE, "title", 1, 1),
    (GuestField.CATEGORY, "category", 2, 0),
    (GuestField.TABLE, "table", 2, 1),
    (GuestField.INTRODUCER, "introducer", 3, 0),
    (GuestField.BADGE_NAME, "badge_name", 3, 1),
    (GuestField.EMAIL, "email", 4, 0),
    (GuestField.PHONE, "phone", 4, 1),
    (GuestField.NOTE, "note", 5, 0),
    (GuestField.TALKS_ABOUT, "talks_about", 6, 0),
    (GuestField.WANTS_TO_MEET, "wants_to_meet", 6, 1),
    (GuestField.LABELS, "labels", 7, 0),
)
"""Each field with the key of its caption in `[list_field]`, its row and its column."""


class GuestDialog(QDialog):
    """Asks what is known of a guest; Enter saves, Escape leaves everything as it was."""

    def __init__(
        self,
        parent: QWidget,
        wording: Wording,
        plan: FeePlan,
        *,
        guest: Guest | None,
        namesakes: Namesakes,
        in_place_of: Guest | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._guest = guest
        self._in_place_of = in_place_of
        self._namesakes = namesakes
        self.lines: dict[GuestField, QLineEdit] = {}
        self.category = QComboBox()
        self.status = QComboBox()
        self.hint = Label(tone="warn", wrap=True, size=Type.SMALL + 1)
        translate = QCoreApplication.translate
        title = (
            translate("GuestDialog", "Change a guest")
            if guest
            else translate("GuestDialog", "Add a guest")
        )
        caption = translate("GuestDialog", "Save") if guest else translate("GuestDialog", "Add")
        if in_place_of:
            title = filled(translate("GuestDialog", "Who comes for %1?"), in_place_of.name)
            caption = translate("GuestDialog", "Substitute")
        self.save = ActionButton(caption, key="Enter", primary=True)
        self._cancel = ActionButton(translate("GuestDialog", "Cancel"), key="Esc")
        self._fill_choices(plan)
        self._build_layout(title)
        self._connect()
        self._show_guest()

    @classmethod
    def ask_new(
        cls, parent: QWidget, wording: Wording, plan: FeePlan, namesakes: Namesakes
    ) -> tuple[dict[GuestField, str], GuestStatus] | None:
        """What is known of a new guest and where the invitation stands; None when given up."""
        dialog = cls(parent, wording, plan, guest=None, namesakes=namesakes)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        return (dialog.values(), GuestStatus(dialog.status.currentData())) if taken else None

    @classmethod
    def ask_change(
        cls, parent: QWidget, wording: Wording, plan: FeePlan, guest: Guest, namesakes: Namesakes
    ) -> dict[GuestField, str] | None:
        """What is known of this guest from now on; None when given up."""
        dialog = cls(parent, wording, plan, guest=guest, namesakes=namesakes)
        return dialog.values() if dialog.exec() == QDialog.DialogCode.Accepted else None

    @classmethod
    def ask_substitute(
        cls, parent: QWidget, wording: Wording, plan: FeePlan, guest: Guest, namesakes: Namesakes
    ) -> dict[GuestField, str] | None:
        """What is known of whoever comes in this guest's place 代理; None when given up."""
        dialog = cls(parent, wording, plan, guest=None, namesakes=namesakes, in_place_of=guest)
        return dialog.values() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def values(self) -> dict[GuestField, str]:
        """What the form holds."""
        texts = {field: line.text() for field, line in self.lines.items()}
        return {**texts, GuestField.CATEGORY: str(self.category.currentData() or "")}

    def accept(self) -> None:
        """Close only when there is a name."""
        if self.lines[GuestField.NAME].text().strip():
            super().accept()
            return
        self.hint.setText(self._wording.text("error", "GuestNameMissing"))
        self.hint.set_tone("danger")
        self.lines[GuestField.NAME].setFocus()

    def _fill_choices(self, plan: FeePlan) -> None:
        self.category.addItem(QCoreApplication.translate("GuestDialog", "No category"), "")
        for category in plan.categories:
            price = format_money(Money(category.price, plan.currency))
            self.category.addItem(f"{category.name}　{price}", category.code)
        shown = self._guest or self._in_place_of
        known = shown.category if shown else ""
        if known and known not in plan:
            self.category.addItem(known, known)
        if not self._guest and plan.categories:
            self.category.setCurrentIndex(1)
        for status in _NEW_STATUSES:
            self.status.addItem(self._wording.text("guest_status", status), status.value)

    def _build_layout(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setMinimumWidth(640)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.TITLE, bold=True, wrap=True))
        if self._in_place_of:
            words = QCoreApplication.translate(
                "GuestDialog",
                "The place moves over with its fee and what was paid. The substitute gets a badge "
                "of their own; the badge of %1 opens the door no more.",
            )
            told = filled(words, self._in_place_of.name)
            column.addWidget(Label(told, tone="muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID * 2)
        grid.setVerticalSpacing(theme.GRID * 2 - 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for field, key, row, place in _FIELDS:
            control = self.category if field is GuestField.CATEGORY else self._line(field)
            caption = self._wording.text("list_field", key)
            is_wide = field is GuestField.LABELS or (
                field is GuestField.NOTE and not self._asks_status
            )
            wide = 2 if is_wide else 1
            grid.addLayout(captioned(caption, control), row, place, 1, wide)
        if self._asks_status:
            caption = QCoreApplication.translate("GuestDialog", "Invitation")
            grid.addLayout(captioned(caption, self.status), 5, 1)
        column.addLayout(grid)
        column.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.hint.hide()

    @property
    def _asks_status(self) -> bool:
        """Only somebody new may be invited or wait; a substitute has a place."""
        return self._guest is None and self._in_place_of is None

    def _connect(self) -> None:
        self.save.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.save.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.lines[GuestField.NAME].textChanged.connect(self._warn_of_namesakes)

    def _show_guest(self) -> None:
        if self._guest:
            for field, line in self.lines.items():
                line.setText(str(getattr(self._guest, field.value)))
            self.category.setCurrentIndex(max(self.category.findData(self._guest.category), 0))
        if self._in_place_of:
            for field in (GuestField.TABLE, GuestField.INTRODUCER):
                self.lines[field].setText(str(getattr(self._in_place_of, field.value)))
            place = self.category.findData(self._in_place_of.category)
            self.category.setCurrentIndex(max(place, 0))
        self.lines[GuestField.NAME].setFocus()

    def _line(self, field: GuestField) -> QLineEdit:
        self.lines[field] = QLineEdit()
        return self.lines[field]

    def _warn_of_namesakes(self, name: str) -> None:
        own = self._guest.id if self._guest else ""
        same = [guest for guest in self._namesakes(name) if guest.id != own]
        if same:
            words = QCoreApplication.translate(
                "GuestDialog", "The same name is on the list already: %1"
            )
            told = "、".join(
                " ".join(part for part in (f"#{guest.number}", guest.company) if part)
                for guest in same
            )
            self.hint.setText(filled(words, told))
            self.hint.set_tone("warn")
        self.hint.setVisible(bool(same))
