"""The design as a whole: its name, and how large the tag is."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from reception_app.documents.tag_design_file import LARGEST_SIDE, LONGEST_NAME, SMALLEST_SIDE
from reception_app.domain.guest import clean_text
from reception_app.ui import theme
from reception_app.ui.parts.label import Label
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.ui.tags.measure_field import MeasureField


class TagPanel(QWidget):
    """Shown while no element is selected."""

    def __init__(self, work: OpenDesign) -> None:
        super().__init__()
        self._work = work
        translate = QCoreApplication.translate
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.tag_width = MeasureField(SMALLEST_SIDE, LARGEST_SIDE)
        self.tag_height = MeasureField(SMALLEST_SIDE, LARGEST_SIDE)
        hint = translate(
            "ElementPanel",
            "Click an element, or add one. Arrows move it, with Shift in large steps, with"
            " Ctrl they resize it; Alt drags without snapping.",
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        grid.addWidget(
            FormField(translate("TagPanel", "Name of the design"), self.name), 0, 0, 1, 2
        )
        grid.addWidget(FormField(translate("TagPanel", "Width"), self.tag_width), 1, 0)
        grid.addWidget(FormField(translate("TagPanel", "Height"), self.tag_height), 1, 1)
        grid.addWidget(Label(hint, wrap=True, tone="muted"), 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        self.name.textEdited.connect(self._rename)
        self.tag_width.valueChanged.connect(lambda _value: self._resize())
        self.tag_height.valueChanged.connect(lambda _value: self._resize())

    def refresh(self) -> None:
        """Show the design as it is now."""
        design = self._work.design
        if self.name.text() != design.name:
            with QSignalBlocker(self.name):
                self.name.setText(design.name)
        for field, value in ((self.tag_width, design.width), (self.tag_height, design.height)):
            with QSignalBlocker(field):
                field.setValue(value)

    def _rename(self, text: str) -> None:
        name = "".join(char for char in text if char == " " or clean_text(char) == char)
        self._work.edit(lambda design: replace(design, name=name), same="name")

    def _resize(self) -> None:
        width, height = self.tag_width.value(), self.tag_height.value()
        self._work.edit(lambda design: design.fitted_to(width, height), same="size")
