"""The technical state: copies, the file's disk, cash boxes, in the words of the rail's foot."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_app.ui.parts.card import Card
from reception_app.ui.rail import Light, StatusLine


class StateCard(Card):
    """A dot and a sentence for each thing that must be well for the evening to go on."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("OverviewPage", "Technical state"))
        self.lines: list[StatusLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.body.addLayout(self._column)
        self.body.addStretch()

    def show_lights(self, lights: Sequence[tuple[Light, str]]) -> None:
        """Show how each stands."""
        while len(self.lines) < len(lights):
            line = StatusLine()
            self.lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(lights))
            if number < len(lights):
                line.show_status(*lights[number])
