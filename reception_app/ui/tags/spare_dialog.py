"""How many spare name tags to make."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSpinBox, QWidget

from reception_app.services.spare_badges import MOST_AT_ONCE
from reception_app.ui import theme
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.settings.form_field import FormField

_USUAL = 20


class SpareDialog(FormDialog):
    """Asks for a number of blank tags with ready codes."""

    def __init__(self, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("SpareDialog", "Spare tags"),
            deed=translate("SpareDialog", "Make them"),
            meaning=translate(
                "SpareDialog",
                "Blank tags with a ready code: at the door, scanning one makes it a guest's.",
            ),
        )
        self.count = QSpinBox()
        self.count.setRange(1, MOST_AT_ONCE)
        self.count.setValue(_USUAL)
        self.count.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.body.addWidget(FormField(translate("SpareDialog", "How many"), self.count))

    @classmethod
    def ask(cls, window: QWidget) -> int | None:
        """The number, or None."""
        dialog = cls(window)
        return dialog.count.value() if dialog.taken() else None
