"""The texts of a block: which ones, in which order, and how each is set."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.tag_design_file import (
    LARGEST_TYPE,
    LONGEST_TEMPLATE,
    MOST_TEXTS,
    SMALLEST_TYPE,
)
from reception_app.domain.guest import clean_text
from reception_app.domain.tag_design import Align, Anchor, Fit, Frame, TagText, TextElement
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import set_tooltip
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tag_designer.fields import ChoiceField, ColourField, NarrowBox
from reception_app.ui.tag_designer.name_list import NameList
from reception_app.ui.tag_designer.words import (
    align_words,
    anchor_words,
    field_words,
    fit_words,
    template_words,
)
from reception_app.ui.tags.measure_field import MeasureField

_LIST_HEIGHT = 90


class TemplateField(QWidget):
    """A text with fields in it: typed, or put in from a list; `chosen` tells of each change."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_TEMPLATE)
        self.text.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.insert = NarrowBox()
        translate = QCoreApplication.translate
        self.insert.addItem(translate("TemplateField", "Put in a field…"), "")
        for field, words in field_words().items():
            self.insert.addItem(words, field.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.insert)
        self.text.textEdited.connect(self.chosen)
        self.insert.activated.connect(self._put_in)

    @property
    def template(self) -> str:
        """What is typed, without anything that cannot be printed."""
        text = self.text.text()
        kept = "".join(char for char in text if char in " \u3000" or clean_text(char) == char)
        return kept[:LONGEST_TEMPLATE]

    def show_template(self, template: str) -> None:
        """Show this one, unless it is being typed just now."""
        if template != self.text.text():
            with QSignalBlocker(self.text):
                self.text.setText(template)

    def _put_in(self) -> None:
        field = str(self.insert.currentData())
        with QSignalBlocker(self.insert):
            self.insert.setCurrentIndex(0)
        if field:
            self.text.insert(f"{{{field}}}")
            self.chosen.emit()


class TextPanel(QWidget):
    """Shows a block of text; `edited` carries the changed block and what kind of step it was."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._element = TextElement(Frame(0, 0, 0, 0), ())
        self._row = 0
        self.list = NameList()
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.add = ActionButton("", icon="plus", height=32)
        self.remove = ActionButton("", icon="minus", height=32)
        self.up = ActionButton("", icon="caret_up", height=32)
        self.down = ActionButton("", icon="caret_down", height=32)
        for button, words in (
            (self.add, translate("TextPanel", "Another text below")),
            (self.remove, translate("TextPanel", "Remove this text")),
            (self.up, translate("TextPanel", "Further up")),
            (self.down, translate("TextPanel", "Further down")),
        ):
            button.setAccessibleName(words)
            set_tooltip(button, words)
        self.template = TemplateField()
        self.type_size = MeasureField(SMALLEST_TYPE, LARGEST_TYPE, unit=" pt")
        self.smallest = MeasureField(SMALLEST_TYPE, LARGEST_TYPE, unit=" pt")
        self.bold = QCheckBox(translate("TextPanel", "Bold"))
        self.colour = ColourField()
        self.fit = ChoiceField[Fit](fit_words())
        self.lines = QSpinBox()
        self.lines.setRange(1, 20)
        self.lines.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.gap = MeasureField(0, 100, step=0.2)
        self.align = ChoiceField[Align](align_words())
        self.anchor = ChoiceField[Anchor](anchor_words())
        self.bar = ColourField(allows_none=True)
        self.grows = QCheckBox(translate("TextPanel", "Uses free room below"))
        self._build_layout()
        self._connect()

    @property
    def row(self) -> int:
        """Which text of the block is shown."""
        return self._row

    def show_element(self, element: TextElement) -> None:
        """Show this block; the same text of it stays chosen."""
        self._element = element
        self._row = max(0, min(self._row, len(element.texts) - 1))
        with QSignalBlocker(self.list):
            self.list.show_names([template_words(text.template) or "–" for text in element.texts])
            self.list.setCurrentRow(self._row)
        self.align.show_value(element.align)
        self.anchor.show_value(element.anchor)
        self.bar.show_colour(element.bar)
        with QSignalBlocker(self.grows):
            self.grows.setChecked(element.grows)
        several = len(element.texts) > 1
        self.remove.setEnabled(several)
        self.add.setEnabled(len(element.texts) < MOST_TEXTS)
        self.up.setEnabled(several and self._row > 0)
        self.down.setEnabled(several and self._row < len(element.texts) - 1)
        if element.texts:
            self._show_text(element.texts[self._row])

    def _show_text(self, text: TagText) -> None:
        self.template.show_template(text.template)
        for field, value in (
            (self.type_size, text.size), (self.smallest, text.smallest), (self.gap, text.gap),
        ):  # fmt: skip
            with QSignalBlocker(field):
                field.setValue(value)
        with QSignalBlocker(self.lines):
            self.lines.setValue(text.lines)
        with QSignalBlocker(self.bold):
            self.bold.setChecked(text.bold)
        self.colour.show_colour(text.colour)
        self.fit.show_value(text.fit)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(FormField(translate("TextPanel", "Text"), self.template))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(theme.GRID)
        grid.addWidget(FormField(translate("TextPanel", "Largest size"), self.type_size), 0, 0)
        grid.addWidget(FormField(translate("TextPanel", "Tell below"), self.smallest), 0, 1)
        grid.addWidget(FormField(translate("TextPanel", "If too long"), self.fit), 1, 0)
        grid.addWidget(FormField(translate("TextPanel", "Lines at most"), self.lines), 1, 1)
        grid.addWidget(FormField(translate("TextPanel", "Colour"), self.colour), 2, 0)
        grid.addWidget(FormField(translate("TextPanel", "White above"), self.gap), 2, 1)
        grid.addWidget(FormField(translate("TextPanel", "Lines stand"), self.align), 3, 0)
        grid.addWidget(FormField(translate("TextPanel", "Block stands"), self.anchor), 3, 1)
        grid.addWidget(FormField(translate("TextPanel", "Bar at the left"), self.bar), 4, 0)
        grid.addWidget(self.bold, 4, 1)
        grid.addWidget(self.grows, 5, 0, 1, 2)
        column.addLayout(grid)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose_row)
        self.template.chosen.connect(self._edit_template)
        self.type_size.valueChanged.connect(lambda value: self._edit_text("size", size=value))
        self.smallest.valueChanged.connect(
            lambda value: self._edit_text("smallest", smallest=value)
        )
        self.gap.valueChanged.connect(lambda value: self._edit_text("gap", gap=value))
        self.lines.valueChanged.connect(lambda value: self._edit_text("lines", lines=value))
        self.bold.toggled.connect(lambda on: self._edit_text("", bold=on))
        self.colour.chosen.connect(lambda: self._edit_text("", colour=self.colour.colour))
        self.fit.chosen.connect(lambda: self._edit_text("", fit=Fit(self.fit.currentData())))
        self.align.chosen.connect(lambda: self._edit(align=Align(self.align.currentData())))
        self.anchor.chosen.connect(lambda: self._edit(anchor=Anchor(self.anchor.currentData())))
        self.bar.chosen.connect(lambda: self._edit(bar=self.bar.colour))
        self.grows.toggled.connect(lambda on: self._edit(grows=on))
        self.add.clicked.connect(self._add_text)
        self.remove.clicked.connect(self._remove_text)
        self.up.clicked.connect(lambda: self._move_text(-1))
        self.down.clicked.connect(lambda: self._move_text(1))

    def _choose_row(self, row: int) -> None:
        if row >= 0:
            self._row = row
            self.show_element(self._element)

    def _edit_template(self) -> None:
        self._edit_text("template", template=self.template.template)

    def _edit_text(self, step: str, **changes: object) -> None:
        texts = list(self._element.texts)
        texts[self._row] = replace(texts[self._row], **changes)  # type: ignore[arg-type]  # by name
        self._tell(tuple(texts), step)

    def _edit(self, **changes: object) -> None:
        self.edited.emit(replace(self._element, **changes), "")  # type: ignore[arg-type]  # by name

    def _add_text(self) -> None:
        texts = list(self._element.texts)
        like = texts[self._row]
        new = TagText("{title}", like.size * 0.8, colour=like.colour, fit=Fit.WRAP, lines=2)
        texts.insert(self._row + 1, new)
        self._row += 1
        self._tell(tuple(texts), "")

    def _remove_text(self) -> None:
        texts = list(self._element.texts)
        del texts[self._row]
        self._tell(tuple(texts), "")

    def _move_text(self, by: int) -> None:
        texts = list(self._element.texts)
        texts.insert(self._row + by, texts.pop(self._row))
        self._row += by
        self._tell(tuple(texts), "")

    def _tell(self, texts: tuple[TagText, ...], step: str) -> None:
        changed = replace(self._element, texts=texts)
        self.edited.emit(changed, step and f"{step} {self._row}")
