"""Bringing elements to one line: the edges and middles of the tag, or of what is selected."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_app.domain.tag_design_edit import Edge
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import set_tooltip
from reception_app.ui.tag_designer.open_design import OpenDesign


class AlignBar(QWidget):
    """Six buttons; one element alone is aligned to the tag."""

    def __init__(self, work: OpenDesign) -> None:
        super().__init__()
        self._work = work
        translate = QCoreApplication.translate
        self.buttons: dict[Edge, ActionButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for edge, words in (
            (Edge.LEFT, translate("AlignBar", "Align left edges")),
            (Edge.CENTRE, translate("AlignBar", "Centre across")),
            (Edge.RIGHT, translate("AlignBar", "Align right edges")),
            (Edge.TOP, translate("AlignBar", "Align upper edges")),
            (Edge.MIDDLE, translate("AlignBar", "Centre up and down")),
            (Edge.BOTTOM, translate("AlignBar", "Align lower edges")),
        ):
            button = ActionButton("", icon=f"align_{edge.value}", height=32)
            button.setAccessibleName(words)
            set_tooltip(button, words)
            button.clicked.connect(lambda _on=False, edge=edge: work.align(edge))
            self.buttons[edge] = button
            row.addWidget(button)
        work.selected.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(bool(self._work.selection))
