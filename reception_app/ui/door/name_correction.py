"""Correcting a misspelt name at the door: name, reading and what stands on the tag, one Enter."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_app.domain.guest import Guest, GuestField
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.settings.form_field import FormField

_FIELDS = (GuestField.NAME, GuestField.READING, GuestField.BADGE_NAME, GuestField.COMPANY)


class NameCorrection(FormDialog):
    """The form with what stands on a guest's name tag."""

    def __init__(self, window: QWidget, guest: Guest) -> None:
        translate = QCoreApplication.translate
        title = filled(translate("NameCorrection", "What stands on the tag of %1"), guest.name)
        deed = translate("NameCorrection", "Correct and print")
        super().__init__(window, title, deed=deed, width=560)
        captions = (
            translate("NameCorrection", "Name"),
            translate("NameCorrection", "Reading"),
            translate("NameCorrection", "Name on the tag, if another"),
            translate("NameCorrection", "Company"),
        )
        self.lines = {field: QLineEdit(getattr(guest, field.value)) for field in _FIELDS}
        for caption, line in zip(captions, self.lines.values(), strict=True):
            self.body.addWidget(FormField(caption, line))
        name = self.lines[GuestField.NAME]
        name.setFocus()
        name.selectAll()

    def corrected(self) -> Mapping[GuestField, str] | None:
        """Ask; the texts as corrected, None when the form was given up."""
        texts = {field: line.text for field, line in self.lines.items()}
        return {field: text() for field, text in texts.items()} if self.taken() else None
