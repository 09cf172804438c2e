"""The properties of the one selected element: its place, and what its kind has."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.design_check import SMALLEST_CODE, code_side
from reception_app.documents.tag_design_file import LARGEST_SIDE, LARGEST_TYPE, SMALLEST_TYPE
from reception_app.domain.tag_design import (
    EVENT_LOGO,
    Align,
    Anchor,
    BandElement,
    Element,
    Frame,
    LineElement,
    PictureElement,
    QrElement,
    TextElement,
)
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tag_designer.fields import ChoiceField, ColourField
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.ui.tag_designer.tag_panel import TagPanel
from reception_app.ui.tag_designer.text_panel import TemplateField, TextPanel
from reception_app.ui.tag_designer.words import align_words, anchor_words
from reception_app.ui.tags.measure_field import MeasureField

_STEP = 0.5


class ElementPanel(QWidget):
    """Shows and changes what is selected; `picture_asked` asks for a picture file."""

    picture_asked = Signal()

    def __init__(self, work: OpenDesign) -> None:
        super().__init__()
        self._work = work
        self.frame = [MeasureField(0, LARGEST_SIDE, step=_STEP, decimals=2) for _ in range(4)]
        self.text = TextPanel()
        self.band = _BandPanel()
        self.picture = _PicturePanel()
        self.line = _LinePanel()
        self.code = Label(wrap=True, tone="muted")
        self.tag = TagPanel(work)
        self._place = QWidget()
        self._kinds = QStackedWidget()
        self._build_layout()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the selected element as it is now."""
        place = self._work.only
        self.tag.setVisible(place is None)
        self._place.setVisible(place is not None)
        self._kinds.setVisible(place is not None)
        if place is None:
            self.tag.refresh()
            return
        element = self._work.elements[place]
        frame = element.frame
        values = (frame.left, frame.top, frame.width, frame.height)
        for field, value in zip(self.frame, values, strict=True):
            with QSignalBlocker(field):
                field.setValue(value)
        self._show_kind(element)

    def _show_kind(self, element: Element) -> None:
        match element:
            case TextElement():
                self.text.show_element(element)
                self._kinds.setCurrentWidget(self.text)
            case BandElement():
                self.band.show_element(element)
                self._kinds.setCurrentWidget(self.band)
            case PictureElement():
                self.picture.show_element(element)
                self._kinds.setCurrentWidget(self.picture)
            case LineElement():
                self.line.show_element(element)
                self._kinds.setCurrentWidget(self.line)
            case QrElement():
                self._show_code(element)
                self._kinds.setCurrentWidget(self.code)

    def _show_code(self, element: QrElement) -> None:
        words = QCoreApplication.translate(
            "ElementPanel", "The symbol is %1 mm wide; from %2 mm on telephones read it well."
        )
        side = code_side(element)
        self.code.setText(filled(words, f"{side:.1f}", f"{SMALLEST_CODE:g}"))
        self.code.set_tone("muted" if side >= SMALLEST_CODE else "warn")

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        grid = QGridLayout(self._place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID)
        captions = (
            translate("ElementPanel", "From the left"), translate("ElementPanel", "From the top"),
            translate("ElementPanel", "Width"), translate("ElementPanel", "Height"),
        )  # fmt: skip
        for number, (caption, field) in enumerate(zip(captions, self.frame, strict=True)):
            grid.addWidget(FormField(caption, field), number // 2, number % 2)
        self.code.setAlignment(Qt.AlignmentFlag.AlignTop)
        for panel in (self.text, self.band, self.picture, self.line, self.code):
            self._kinds.addWidget(panel)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.tag)
        column.addWidget(self._place)
        column.addWidget(self._kinds)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self._work.changed.connect(self.refresh)
        self._work.selected.connect(self.refresh)
        for field in self.frame:
            field.valueChanged.connect(self._place_element)
        for panel in (self.text, self.band, self.picture, self.line):
            panel.edited.connect(lambda element, step: self._work.put(element, same=step))
        self.picture.file.clicked.connect(self.picture_asked)

    def _place_element(self) -> None:
        left, top, width, height = (field.value() for field in self.frame)
        self._work.place(Frame(left, top, width, height))


class _BandPanel(QWidget):
    """A band: its text, colours and shape."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._element = BandElement(Frame(0, 0, 0, 0))
        self.template = TemplateField()
        self.fill = ColourField(allows_none=True)
        self.edge = ColourField(allows_none=True)
        self.radius = MeasureField(0, LARGEST_SIDE, step=_STEP)
        self.type_size = MeasureField(SMALLEST_TYPE, LARGEST_TYPE, unit=" pt")
        self.align = ChoiceField[Align](align_words())
        self.bold = QCheckBox(translate("BandPanel", "Bold"))
        self.hugs = QCheckBox(translate("BandPanel", "Only as wide as its text"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        grid.addWidget(FormField(translate("BandPanel", "Text"), self.template), 0, 0, 1, 2)
        grid.addWidget(FormField(translate("BandPanel", "Ground"), self.fill), 1, 0)
        grid.addWidget(FormField(translate("BandPanel", "Edge"), self.edge), 1, 1)
        grid.addWidget(FormField(translate("BandPanel", "Round corners"), self.radius), 2, 0)
        grid.addWidget(FormField(translate("BandPanel", "Largest size"), self.type_size), 2, 1)
        grid.addWidget(FormField(translate("BandPanel", "Text stands"), self.align), 3, 0)
        grid.addWidget(self.bold, 4, 0, 1, 2)
        grid.addWidget(self.hugs, 5, 0, 1, 2)
        grid.setRowStretch(6, 1)
        self.template.chosen.connect(
            lambda: self._edit("template", template=self.template.template)
        )
        self.fill.chosen.connect(lambda: self._edit("", fill=self.fill.colour))
        self.edge.chosen.connect(lambda: self._edit("", edge=self.edge.colour))
        self.radius.valueChanged.connect(lambda value: self._edit("radius", radius=value))
        self.type_size.valueChanged.connect(lambda value: self._edit("size", size=value))
        self.align.chosen.connect(lambda: self._edit("", align=Align(self.align.currentData())))
        self.bold.toggled.connect(lambda on: self._edit("", bold=on))
        self.hugs.toggled.connect(lambda on: self._edit("", hugs=on))

    def show_element(self, element: BandElement) -> None:
        """Show this band."""
        self._element = element
        self.template.show_template(element.template)
        self.fill.show_colour(element.fill)
        self.edge.show_colour(element.edge)
        self.align.show_value(element.align)
        for field, value in ((self.radius, element.radius), (self.type_size, element.size)):
            with QSignalBlocker(field):
                field.setValue(value)
        for tick, on in ((self.bold, element.bold), (self.hugs, element.hugs)):
            with QSignalBlocker(tick):
                tick.setChecked(on)

    def _edit(self, step: str, **changes: object) -> None:
        self.edited.emit(replace(self._element, **changes), step)  # type: ignore[arg-type]  # by name


class _PicturePanel(QWidget):
    """A picture: which one, and where it keeps to when its frame has other proportions."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._element = PictureElement(Frame(0, 0, 0, 0))
        self.what = Label(wrap=True, tone="muted")
        self.file = ActionButton(translate("PicturePanel", "Choose a picture…"), icon="folder")
        self.logo = ActionButton(translate("PicturePanel", "The event's logo"))
        self.align = ChoiceField[Align](align_words())
        self.anchor = ChoiceField[Anchor](anchor_words())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        grid.addWidget(self.what, 0, 0, 1, 2)
        grid.addWidget(self.file, 1, 0, 1, 2)
        grid.addWidget(self.logo, 2, 0, 1, 2)
        grid.addWidget(FormField(translate("PicturePanel", "Across"), self.align), 3, 0)
        grid.addWidget(FormField(translate("PicturePanel", "Down"), self.anchor), 3, 1)
        grid.setRowStretch(4, 1)
        self.logo.clicked.connect(lambda: self._edit(picture=EVENT_LOGO))
        self.align.chosen.connect(lambda: self._edit(align=Align(self.align.currentData())))
        self.anchor.chosen.connect(lambda: self._edit(anchor=Anchor(self.anchor.currentData())))

    def show_element(self, element: PictureElement) -> None:
        """Show this picture."""
        translate = QCoreApplication.translate
        self._element = element
        is_logo = element.picture == EVENT_LOGO
        logo = translate(
            "PicturePanel", "The event's logo stands here; nothing does while there is none."
        )
        self.what.setText(logo if is_logo else translate("PicturePanel", "A picture of its own."))
        self.logo.setEnabled(not is_logo)
        self.align.show_value(element.align)
        self.anchor.show_value(element.anchor)

    def _edit(self, **changes: object) -> None:
        self.edited.emit(replace(self._element, **changes), "")  # type: ignore[arg-type]  # by name


class _LinePanel(QWidget):
    """A line: its colour and how thick it is."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._element = LineElement(Frame(0, 0, 0, 0))
        self.colour = ColourField()
        self.thick = MeasureField(0.1, 50, step=0.1, unit=" pt")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        grid.addWidget(FormField(translate("LinePanel", "Colour"), self.colour), 0, 0)
        grid.addWidget(FormField(translate("LinePanel", "Thickness"), self.thick), 0, 1)
        grid.setRowStretch(1, 1)
        self.colour.chosen.connect(lambda: self._edit("", colour=self.colour.colour))
        self.thick.valueChanged.connect(lambda value: self._edit("thick", thick=value))

    def show_element(self, element: LineElement) -> None:
        """Show this line."""
        self._element = element
        self.colour.show_colour(element.colour)
        with QSignalBlocker(self.thick):
            self.thick.setValue(element.thick)

    def _edit(self, step: str, **changes: object) -> None:
        self.edited.emit(replace(self._element, **changes), step)  # type: ignore[arg-type]  # by name
