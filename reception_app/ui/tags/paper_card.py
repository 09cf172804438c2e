"""Design and paper: which design, which sheet, where it begins, cut marks and backs."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout

from reception_app.documents.label_sheet import SHEETS, FlipEdge, LabelSheet, measures_of
from reception_app.documents.name_tags import TagLooks, TagPaper
from reception_app.documents.printer_fit import PrinterFit
from reception_app.domain.tag_design import TagDesign
from reception_app.services.tag_designs import find_looks, find_tag_sheet, list_designs
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.tags.label_picker import LabelPicker
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

OWN_SHEET = "own"
"""What the last entry of the sheets asks for."""


class PaperCard(Card):
    """What the tags are printed in and on.

    `design_chosen` carries the key of a design and `sheet_chosen` a `LabelSheet` that the event is
    to use; `own_sheet_asked` asks for measures; `chosen` tells that only this print is another.
    """

    design_chosen = Signal(str)
    sheet_chosen = Signal(object)
    own_sheet_asked = Signal()
    chosen = Signal()

    def __init__(self, workplace: Workplace) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("PaperCard", "Design and paper"))
        self._workplace = workplace
        self._sheet = find_tag_sheet(workplace.event_file)
        self.looks = TagLooks()
        self.design = QComboBox()
        self.sheet = QComboBox()
        self.change = ActionButton(translate("PaperCard", "Designer…"), key="Ctrl+D", height=32)
        self.labels = LabelPicker(self._sheet)
        self.cut_marks = QCheckBox(translate("PaperCard", "Cut marks"))
        self.backs = QCheckBox(translate("PaperCard", "Backs too"))
        self.flip = QComboBox()
        self.flip.addItem(translate("PaperCard", "turned over the long edge"), FlipEdge.LONG)
        self.flip.addItem(translate("PaperCard", "turned over the short edge"), FlipEdge.SHORT)
        self._words = Label(tone="muted", size=Type.SMALL, wrap=True)
        self._build_layout()
        self._connect()
        self.refresh()

    def paper(self, fit: PrinterFit) -> TagPaper:
        """The paper as it is chosen, on a printer that is off by `fit`."""
        flip = FlipEdge(self.flip.currentData()) if self.backs.isChecked() else None
        return TagPaper(
            self._sheet,
            self.labels.first_label,
            cut_marks=self.cut_marks.isChecked(),
            flip=flip if self.looks.has_backs else None,
            fit=fit,
        )

    def refresh(self) -> None:
        """Read again which designs there are, and which design and sheet the event uses."""
        event = self._workplace.event_file
        self.looks = find_looks(event)
        with QSignalBlocker(self.design):
            self.design.clear()
            for design in list_designs(event, self._workplace.wording):
                self.design.addItem(design.name, design.key)
            self.design.setCurrentIndex(max(self.design.findData(self.looks.design.key), 0))
        sheet = find_tag_sheet(event)
        self._fill_sheets(sheet)
        if sheet != self._sheet:
            self._sheet = sheet
            self.labels.show_sheet(sheet)
        self.backs.setEnabled(self.looks.has_backs)
        self.flip.setVisible(self.looks.has_backs and self.backs.isChecked())
        self._words.setText(self._about_paper())

    def _fill_sheets(self, used: LabelSheet) -> None:
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            if not used.key:
                self.sheet.addItem(sheet_name(used, self._workplace.wording), measures_of(used))
            for sheet in SHEETS.values():
                self.sheet.addItem(sheet_name(sheet, self._workplace.wording), sheet.key)
            self.sheet.addItem(QCoreApplication.translate("PaperCard", "Own measures…"), OWN_SHEET)
            self.sheet.setCurrentIndex(self.sheet.findData(measures_of(used)))

    def _about_paper(self) -> str:
        translate = QCoreApplication.translate
        design, face = self.looks.design, self._sheet.face
        words = filled(
            translate("PaperCard", "Label %1 × %2 mm. Print at 100 %."),
            f"{face[0]:.4g}", f"{face[1]:.4g}",
        )  # fmt: skip
        if is_stretched(design, self._sheet):
            stretched = translate("PaperCard", "The design is made for %1 × %2 mm and is adapted.")
            words += " " + filled(stretched, f"{design.width:.4g}", f"{design.height:.4g}")
        return words

    def _build_layout(self) -> None:
        self.cut_marks.setChecked(True)
        self.design.setMinimumContentsLength(14)
        self.sheet.setMinimumContentsLength(14)
        for box in (self.design, self.sheet):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        assert self.head is not None
        self.head.addWidget(self.change)
        form = QVBoxLayout()
        form.setSpacing(theme.GRID)
        form.addWidget(self.design)
        form.addWidget(self.sheet)
        ticks = QHBoxLayout()
        ticks.setSpacing(theme.GRID * 2)
        ticks.addWidget(self.cut_marks)
        ticks.addWidget(self.backs)
        ticks.addStretch()
        form.addLayout(ticks)
        form.addWidget(self.flip)
        form.addWidget(self._words)
        form.addStretch()
        first = QVBoxLayout()
        first.setSpacing(4)
        translate = QCoreApplication.translate
        first.addWidget(
            Label(translate("PaperCard", "First free label"), tone="muted", size=Type.SMALL)
        )
        first.addWidget(self.labels, alignment=Qt.AlignmentFlag.AlignTop)
        first.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.GRID * 2)
        row.addLayout(form, 1)
        row.addLayout(first)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.design.activated.connect(
            lambda: self.design_chosen.emit(str(self.design.currentData()))
        )
        self.sheet.activated.connect(self._tell_sheet)
        self.labels.chosen.connect(self.chosen)
        self.cut_marks.toggled.connect(self.chosen)
        self.flip.activated.connect(self.chosen)
        self.backs.toggled.connect(self._tell_backs)

    def _tell_backs(self) -> None:
        self.flip.setVisible(self.backs.isChecked())
        self.chosen.emit()

    def _tell_sheet(self) -> None:
        key = str(self.sheet.currentData())
        if key == OWN_SHEET:
            self._fill_sheets(self._sheet)
            self.own_sheet_asked.emit()
        elif key in SHEETS:
            self.sheet_chosen.emit(SHEETS[key])


def sheet_name(sheet: LabelSheet, wording: Wording) -> str:
    """What a sheet is called: the maker's name and number, our words, or its measures."""
    if sheet.key:
        named = wording.table("sheet").get(sheet.key)
        if named:
            return named
        across, down = f"{sheet.label_width:.4g}", f"{sheet.label_height:.4g}"
        return f"{sheet.key}  ({sheet.labels} × {across} × {down} mm)"
    words = QCoreApplication.translate("PaperCard", "Own: %1 × %2 labels, %3 × %4 mm")
    return filled(
        words, sheet.columns, sheet.rows, f"{sheet.label_width:.4g}", f"{sheet.label_height:.4g}"
    )


def is_stretched(design: TagDesign, sheet: LabelSheet) -> bool:
    """Whether the design is made for labels of another size, by more than anybody would see."""
    across, down = sheet.face[0] / design.width, sheet.face[1] / design.height
    return max(abs(across - 1), abs(down - 1)) > 0.02  # noqa: PLR2004 - by eye
