"""The line over the guest list: filter and columns, what is filtered by, how many are left."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.chip import Chip
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label

_HEIGHT = 32


class FilterBar(QWidget):
    """`dropped` carries the condition whose chip was pressed, `cleared` that all are to go."""

    filter_asked = Signal()
    columns_asked = Signal()
    write_asked = Signal()
    dropped = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.filter = ActionButton(translate("FilterBar", "Filter"), key="F3", height=_HEIGHT)
        self.columns = ActionButton(translate("FilterBar", "Columns"), key="F9", height=_HEIGHT)
        self.write = KeyHint(translate("FilterBar", "Edit in the list"), "F2")
        self.clear = ActionButton(translate("FilterBar", "Clear"), height=_HEIGHT)
        self.clear.set_key("Esc")
        self._conditions = QWidget()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=theme.GRID - 2)
        self._count = Label(tone="muted")
        above = QHBoxLayout()
        above.setSpacing(theme.GRID)
        above.addWidget(self.filter)
        above.addWidget(self._count)
        above.addStretch()
        above.addWidget(self.write)
        above.addSpacing(theme.GRID)
        above.addWidget(self.columns)
        below = QHBoxLayout(self._conditions)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.GRID)
        below.addWidget(self._chips, 1)
        below.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID)
        rows.setSpacing(theme.GRID)
        rows.addLayout(above)
        rows.addWidget(self._conditions)
        self.write.clicked.connect(self.write_asked)
        self.filter.clicked.connect(self.filter_asked)
        self.columns.clicked.connect(self.columns_asked)
        self.clear.clicked.connect(self.cleared)
        self._conditions.hide()

    @property
    def chips(self) -> list[Chip]:
        """The conditions that are set, as chips."""
        items = (self._flow.itemAt(n) for n in range(self._flow.count()))
        found = [item.widget() for item in items if item is not None]
        return [chip for chip in found if isinstance(chip, Chip)]

    def show_conditions(self, told: Mapping[str, str]) -> None:
        """Show what is filtered by: words for each condition."""
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for condition, words in told.items():
            chip = Chip(f"{words}  ✕", checkable=True)
            chip.setChecked(True)
            chip.setProperty("condition", condition)
            chip.clicked.connect(self._drop)
            self._flow.addWidget(chip)
            chip.show()
        self._conditions.setVisible(bool(told))

    def show_count(self, shown: int, everybody: int) -> None:
        """Show how many guests are left of how many."""
        self._count.setText(count_words(shown, everybody))

    def _drop(self) -> None:
        self.dropped.emit(str(self.sender().property("condition")))


def count_words(shown: int, everybody: int) -> str:
    """How many of how many: `38 of 700`, and nothing when everybody is shown."""
    if shown == everybody:
        return ""
    words = QCoreApplication.translate("FilterBar", "%1 of %2")
    return words.replace("%1", f"{shown:,}").replace("%2", f"{everybody:,}")
