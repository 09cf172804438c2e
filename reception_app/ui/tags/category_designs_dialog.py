"""Other designs for some categories: speakers on one, guests on another."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from reception_app.services.tag_designs import find_looks, list_designs
from reception_app.storage import settings
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.workplace import Workplace


class CategoryDesignsDialog(FormDialog):
    """A design for each category, or that of all others."""

    def __init__(self, window: QWidget, workplace: Workplace) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("CategoryDesignsDialog", "Designs by category"),
            deed=translate("CategoryDesignsDialog", "Use these designs"),
            meaning=translate(
                "CategoryDesignsDialog",
                "A category may have a design of its own; all are adapted to the same labels.",
            ),
        )
        event = workplace.event_file
        used = find_looks(event).by_category
        self.fields: dict[str, QComboBox] = {}
        self._before = {category: design.key for category, design in used.items()}
        for category in settings.find_fee_plan(event).categories:
            field = QComboBox()
            field.addItem(translate("CategoryDesignsDialog", "As all others"), "")
            for design in list_designs(event, workplace.wording):
                field.addItem(design.name, design.key)
            field.setCurrentIndex(max(field.findData(self._before.get(category.code, "")), 0))
            self.fields[category.code] = field
            self.body.addWidget(FormField(category.name, field))

    def changes(self) -> dict[str, str]:
        """The key of the design chosen for each category that has another now."""
        chosen = {code: str(field.currentData()) for code, field in self.fields.items()}
        return {code: key for code, key in chosen.items() if key != self._before.get(code, "")}

    @classmethod
    def ask(cls, window: QWidget, workplace: Workplace) -> dict[str, str]:
        """What a person changed."""
        dialog = cls(window, workplace)
        return dialog.changes() if dialog.taken() else {}
