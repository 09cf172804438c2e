"""The head of the designer: which design and side, back and forth, save and use."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from reception_app.documents.tag_design_file import LONGEST_NAME
from reception_app.domain.tag_design import TagDesign
from reception_app.domain.tag_design_edit import Face
from reception_app.services.tag_designs import is_shipped
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import set_tooltip
from reception_app.ui.tag_designer.open_design import OpenDesign

_NAME_WIDTH = 244


class TitleBar(QWidget):
    """Everything about the design as a whole.

    `design_chosen` carries the key of another design; the other signals ask for a template file to
    be opened, written, or for the design to be removed.
    """

    design_chosen = Signal(str)
    template_asked = Signal()
    export_asked = Signal()
    remove_asked = Signal()

    def __init__(self, work: OpenDesign) -> None:
        super().__init__()
        self._work = work
        translate = QCoreApplication.translate
        self.designs = QComboBox()
        self.designs.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.designs.setFixedWidth(_NAME_WIDTH)
        self.designs.setAccessibleName(translate("TitleBar", "Another design"))
        self.faces = ChipRow(translate("TitleBar", "Front"), translate("TitleBar", "Back"))
        self.undo = ActionButton("", icon="undo", height=36)
        self.redo = ActionButton("", icon="redo", height=36)
        for button, words in (
            (self.undo, translate("TitleBar", "Undo (Ctrl+Z)")),
            (self.redo, translate("TitleBar", "Again (Ctrl+Y)")),
        ):
            button.setAccessibleName(words)
            set_tooltip(button, words)
        self.more = ActionButton(translate("TitleBar", "More…"), key="F8", height=36)
        self.save = ActionButton(translate("TitleBar", "Save"), key="Ctrl+S", height=36)
        self.use = ActionButton(
            translate("TitleBar", "Use it"), key="Ctrl+Enter", primary=True, height=36
        )
        self.leave = ActionButton(translate("TitleBar", "Close"), key="Esc", height=36)
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Show the design as it is now."""
        work = self._work
        self.undo.setEnabled(work.can_undo)
        self.redo.setEnabled(work.can_redo)
        self.save.setEnabled(work.is_changed)
        with QSignalBlocker(self.faces):
            self.faces.choose(0 if work.face is Face.FRONT else 1)
        self.faces.chips[1].set_caption(_back_caption(len(work.design.back)))

    def show_designs(self, designs: Sequence[TagDesign]) -> None:
        """Offer these designs."""
        with QSignalBlocker(self.designs):
            self.designs.clear()
            for design in designs:
                self.designs.addItem(design.name, design.key)
            self.designs.setCurrentIndex(self.designs.findData(self._work.design.key))

    def menu(self) -> QMenu:
        """What is done now and then."""
        translate = QCoreApplication.translate
        menu = QMenu(self)
        for words, deed in (
            (translate("TitleBar", "Begin a copy of this design"), self._begin_copy),
            (translate("TitleBar", "Begin an empty design"), self._begin_empty),
            (translate("TitleBar", "Open a template…"), self.template_asked.emit),
            (translate("TitleBar", "Save as a template…"), self.export_asked.emit),
            (translate("TitleBar", "Copy the front to the back"), self._copy_to_back),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, do=deed: do())
        menu.addSeparator()
        remove = menu.addAction(translate("TitleBar", "Remove this design"))
        remove.setEnabled(not is_shipped(self._work.design.key) and bool(self._work.design.key))
        remove.triggered.connect(self.remove_asked)
        return menu

    def _build_layout(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.designs)
        row.addWidget(self.more)
        row.addSpacing(theme.GRID)
        row.addWidget(self.faces)
        row.addSpacing(theme.GRID)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.save)
        row.addWidget(self.use)

    def _connect(self) -> None:
        work = self._work
        self.faces.chosen.connect(
            lambda number: work.show_face(Face.FRONT if number == 0 else Face.BACK)
        )
        self.undo.clicked.connect(work.undo)
        self.redo.clicked.connect(work.redo)
        self.more.clicked.connect(self._show_menu)
        self.designs.activated.connect(
            lambda: self.design_chosen.emit(str(self.designs.currentData()))
        )

    def _begin_copy(self) -> None:
        words = QCoreApplication.translate("TitleBar", "Copy of %1")
        name = words.replace("%1", self._work.design.name)[:LONGEST_NAME]
        self._work.edit(lambda design: replace(design, key="", name=name))

    def _begin_empty(self) -> None:
        name = QCoreApplication.translate("TitleBar", "New design")
        self._work.edit(lambda design: TagDesign("", name, design.width, design.height, ()))

    def _copy_to_back(self) -> None:
        self._work.edit(lambda design: replace(design, back=design.front))
        self._work.show_face(Face.BACK)

    def _show_menu(self) -> None:
        self.menu().exec(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _back_caption(count: int) -> str:
    words = QCoreApplication.translate("TitleBar", "Back")
    return f"{words} {count}" if count else words
