"""A list of short names in rows that are easy to hit; what is cut is whole in its tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from reception_app.ui.parts.label import set_tooltip

_ROW_HEIGHT = 28


class NameList(QListWidget):
    """A list whose names are set all at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    @property
    def names(self) -> list[str]:
        """What is shown."""
        return [self.item(row).text() for row in range(self.count())]

    def show_names(self, names: Sequence[str]) -> None:
        """Show these, unless they are shown already."""
        if list(names) == self.names:
            return
        self.clear()
        for name in names:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            set_tooltip(item, name)
            self.addItem(item)
