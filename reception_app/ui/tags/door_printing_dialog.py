"""Printing at the door: which printer, which paper, and whether by itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from reception_app.documents.label_sheet import SHEETS
from reception_app.services.tag_designs import list_designs
from reception_app.ui.paper.printing import printer_names
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import DoorPrinting, Preferences
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tags.paper_card import sheet_name
from reception_app.ui.workplace import Workplace


class DoorPrintingDialog(FormDialog):
    """Asks how this computer prints single tags at the door."""

    def __init__(self, window: QWidget, workplace: Workplace, preferences: Preferences) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("DoorPrintingDialog", "Printing at the door"),
            deed=translate("DoorPrintingDialog", "Remember"),
            meaning=translate(
                "DoorPrintingDialog",
                "A label printer beside the desk prints one tag at a time. This computer"
                " remembers it.",
            ),
        )
        self._preferences = preferences
        kept = preferences.door_printing
        self.printer, self.sheet, self.design = QComboBox(), QComboBox(), QComboBox()
        self.printer.addItem(translate("DoorPrintingDialog", "None"), "")
        names = printer_names()
        for name in names:
            self.printer.addItem(name, name)
        if kept.printer and kept.printer not in names:
            gone = translate("DoorPrintingDialog", "%1 (not there now)")
            self.printer.addItem(filled(gone, kept.printer), kept.printer)
        single = [sheet for sheet in SHEETS.values() if sheet.labels == 1]
        for sheet in (*single, *(each for each in SHEETS.values() if each not in single)):
            self.sheet.addItem(sheet_name(sheet, workplace.wording), sheet.key)
        self.design.addItem(translate("DoorPrintingDialog", "As all others"), "")
        for design in list_designs(workplace.event_file, workplace.wording):
            self.design.addItem(design.name, design.key)
        self.on_admission = QCheckBox(
            translate("DoorPrintingDialog", "Print the tag of whoever comes in without one")
        )
        self.printer.setCurrentIndex(max(self.printer.findData(kept.printer), 0))
        self.sheet.setCurrentIndex(max(self.sheet.findData(kept.sheet), 0))
        self.design.setCurrentIndex(max(self.design.findData(kept.design), 0))
        self.on_admission.setChecked(kept.on_admission)
        self.body.addWidget(FormField(translate("DoorPrintingDialog", "Printer"), self.printer))
        self.body.addWidget(FormField(translate("DoorPrintingDialog", "Paper"), self.sheet))
        self.body.addWidget(FormField(translate("DoorPrintingDialog", "Design"), self.design))
        self.body.addWidget(self.on_admission)

    def accept(self) -> None:
        """Remember it."""
        self._preferences.door_printing = DoorPrinting(
            str(self.printer.currentData()),
            str(self.sheet.currentData()),
            str(self.design.currentData()),
            self.on_admission.isChecked() and bool(self.printer.currentData()),
        )
        super().accept()
