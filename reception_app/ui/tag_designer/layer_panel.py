"""What is on the tag, the topmost first: pick, add, copy, remove, raise and lower."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.tag_design import (
    CATEGORY,
    BandElement,
    Element,
    Fit,
    Frame,
    LineElement,
    PictureElement,
    QrElement,
    TagDesign,
    TagText,
    TextElement,
)
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.tag_designer.name_list import NameList
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.ui.tag_designer.words import element_words

_INK, _DARK, _MUTED = "#171B22", "#344054", "#667085"
Maker = Callable[[TagDesign], Element]
"""Makes a new element for a design."""


class LayerPanel(QWidget):
    """The list of elements of the side that is up; `picture_asked` asks for a picture to add."""

    picture_asked = Signal()

    def __init__(self, work: OpenDesign) -> None:
        super().__init__()
        self._work = work
        translate = QCoreApplication.translate
        self.list = NameList()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add = ActionButton(
            translate("LayerPanel", "Add…"), key="Ctrl+N", icon="plus", height=32
        )
        self.copy = ActionButton(translate("LayerPanel", "Copy"), key="Ctrl+D", height=32)
        self.remove = ActionButton(translate("LayerPanel", "Remove"), key="Del", height=32)
        self.up = ActionButton("", icon="caret_up", key="PgUp", height=32)
        self.down = ActionButton("", icon="caret_down", key="PgDown", height=32)
        self.up.setAccessibleName(translate("LayerPanel", "One layer up"))
        self.down.setAccessibleName(translate("LayerPanel", "One layer down"))
        self._build_layout()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the elements as they are now."""
        elements = self._work.elements
        names = [f"{n}  {element_words(e)}" for n, e in enumerate(elements, 1)][::-1]
        with QSignalBlocker(self.list):
            self.list.show_names(names)
        self._show_selection()

    def menu(self) -> QMenu:
        """What can be added."""
        menu = QMenu(self)
        for words, make in _kinds().items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, make=make: self._add(make))
        menu.addAction(
            QCoreApplication.translate("LayerPanel", "Picture from a file…")
        ).triggered.connect(self.picture_asked)
        return menu

    def _show_selection(self) -> None:
        work, count = self._work, len(self._work.elements)
        command = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self.list):
            self.list.clearSelection()
            for place in sorted(work.selection):
                row = count - 1 - place
                self.list.setCurrentRow(row, command.Select)
        for button in (self.copy, self.remove):
            button.setEnabled(bool(work.selection))
        self.up.setEnabled(work.only is not None and work.only < count - 1)
        self.down.setEnabled(work.only is not None and work.only > 0)

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.list, 1)
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.addWidget(self.add, 0, 0, 1, 2)
        grid.addWidget(self.copy, 1, 0)
        grid.addWidget(self.remove, 1, 1)
        grid.addWidget(self.up, 2, 0)
        grid.addWidget(self.down, 2, 1)
        column.addLayout(grid)

    def _connect(self) -> None:
        work = self._work
        work.changed.connect(self.refresh)
        work.selected.connect(self._show_selection)
        self.list.itemSelectionChanged.connect(self._select)
        self.add.clicked.connect(self._show_menu)
        self.copy.clicked.connect(work.duplicate)
        self.remove.clicked.connect(work.remove)
        self.up.clicked.connect(lambda: work.layer(1))
        self.down.clicked.connect(lambda: work.layer(-1))

    def _select(self) -> None:
        last = len(self._work.elements) - 1
        rows = [index.row() for index in self.list.selectedIndexes()]
        self._work.select(frozenset(last - row for row in rows))

    def _show_menu(self) -> None:
        self.menu().exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _add(self, make: Maker) -> None:
        self._work.add(make(self._work.design))


def _kinds() -> dict[str, Maker]:
    """What can be added, by what it is called."""
    translate = QCoreApplication.translate
    return {
        translate("LayerPanel", "Reading and name"): lambda design: TextElement(
            _centred(design, design.width * 0.8, design.height * 0.35),
            (
                TagText("{reading}", 10, colour=_DARK),
                TagText("{name}", 40, 14, bold=True, colour=_INK, lines=3, gap=0.6),
            ),
        ),
        translate("LayerPanel", "Company and title"): lambda design: TextElement(
            _centred(design, design.width * 0.6, 11),
            (
                TagText("{company}", 11, colour=_DARK, fit=Fit.WRAP, lines=3),
                TagText("{title}", 10, colour=_DARK, fit=Fit.WRAP, lines=2),
            ),
        ),
        translate("LayerPanel", "A guest's field"): lambda design: TextElement(
            _centred(design, 40, 6), (TagText("{table}", 12, bold=True),)
        ),
        translate("LayerPanel", "Fixed text"): lambda design: TextElement(
            _centred(design, 40, 6), (TagText(translate("LayerPanel", "Text"), 12),)
        ),
        translate("LayerPanel", "Ask me about …"): lambda design: TextElement(
            _centred(design, 46, 12),
            (
                TagText("{ask}", 7, smallest=5, colour=_MUTED),
                TagText("{talks_about}", 10, bold=True, fit=Fit.WRAP, lines=2),
            ),
            bar=CATEGORY,
        ),
        translate("LayerPanel", "Would like to meet …"): lambda design: TextElement(
            _centred(design, 46, 12),
            (
                TagText("{meet}", 7, smallest=5, colour=_MUTED),
                TagText("{wants_to_meet}", 10, bold=True, fit=Fit.WRAP, lines=2),
            ),
            bar=CATEGORY,
        ),
        translate("LayerPanel", "Category band"): lambda design: BandElement(
            _centred(design, design.width * 0.9, 9), radius=2
        ),
        translate("LayerPanel", "QR code"): lambda design: QrElement(
            _centred(design, 20.72, 20.72)
        ),
        translate("LayerPanel", "Event logo"): lambda design: PictureElement(
            _centred(design, 20, 10)
        ),
        translate("LayerPanel", "Line"): lambda design: LineElement(
            _centred(design, design.width * 0.8, 0)
        ),
    }


def _centred(design: TagDesign, width: float, height: float) -> Frame:
    """A frame of this size, or smaller, in the middle of the tag."""
    width, height = min(width, design.width), min(height, design.height)
    left, top = (design.width - width) / 2, (design.height - height) / 2
    return Frame(round(left, 2), round(top, 2), round(width, 2), round(height, 2))
