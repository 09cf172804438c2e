"""Which columns the guest list shows."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from reception_app.domain.guest_column import GuestColumn
from reception_app.ui import theme
from reception_app.ui.guests.guest_columns import COLUMNS, heading
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label, button_caption
from reception_app.ui.parts.popup_panel import PopupPanel
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_ACROSS = 2


class ColumnPanel(PopupPanel):
    """A box for each column; `ticked` carries a column and whether it is shown from now on."""

    ticked = Signal(object, bool)
    usual_asked = Signal()

    def __init__(self, parent: QWidget, wording: Wording, shown: Collection[GuestColumn]) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        hint = translate("ColumnPanel", "Drag a heading to move its column.")
        self.usual = ActionButton(translate("ColumnPanel", "As usual"), height=32)
        close = ActionButton(translate("ColumnPanel", "Done"), key="Enter", height=32)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID * 3)
        rows = -(-len(COLUMNS) // _ACROSS)
        self.boxes: dict[GuestColumn, QCheckBox] = {}
        for number, column in enumerate(COLUMNS):
            box = QCheckBox(button_caption(heading(column, wording)))
            box.setChecked(column in shown)
            box.setEnabled(column is not GuestColumn.NAME)
            box.toggled.connect(self._tell)
            self.boxes[column] = box
            grid.addWidget(box, number % rows, number // rows)
        self.first = self.boxes[COLUMNS[0]]
        foot = QHBoxLayout()
        foot.addWidget(self.usual)
        foot.addStretch()
        foot.addWidget(close)
        self.body.addLayout(grid)
        self.body.addWidget(Label(hint, size=Type.SMALL, tone="muted"))
        self.body.addLayout(foot)
        self.usual.clicked.connect(self._go_back)
        close.clicked.connect(self.close)

    def _tell(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        column = next(c for c, box in self.boxes.items() if box is self.sender())
        self.ticked.emit(column, shown)

    def _go_back(self) -> None:
        self.usual_asked.emit()
        self.close()
