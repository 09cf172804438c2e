"""Whose tag the designer shows: the longest name first, or any guest."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from reception_app.documents.name_tag import NameTag
from reception_app.ui import theme

_WIDTH = 232


class ShownGuest(QWidget):
    """Chooses a guest; `wanted` carries a text by which another one is to be found."""

    chosen = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._tags: list[NameTag] = []
        self.names = QComboBox()
        self.names.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.names.setFixedWidth(_WIDTH)
        self.names.setAccessibleName(translate("ShownGuest", "Whose tag is shown"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("ShownGuest", "Any guest, Enter"))
        self.search.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.search.setFixedWidth(_WIDTH - 60)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.names)
        row.addWidget(self.search)
        self.names.activated.connect(self.chosen)
        self.search.returnPressed.connect(self._want)

    @property
    def tag(self) -> NameTag | None:
        """The tag that is shown."""
        index = self.names.currentIndex()
        return self._tags[index] if 0 <= index < len(self._tags) else None

    def show_tags(self, tags: Sequence[NameTag]) -> None:
        """Offer these tags, the hardest name first."""
        self._tags = list({tag.number: tag for tag in tags}.values())
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItems([tag.name or "–" for tag in self._tags])

    def add_tag(self, tag: NameTag) -> None:
        """Offer this tag too, and show it."""
        self._tags.insert(0, tag)
        with QSignalBlocker(self.names):
            self.names.insertItem(0, tag.name or "–")
            self.names.setCurrentIndex(0)
        self.search.clear()

    def _want(self) -> None:
        if self.search.text().strip():
            self.wanted.emit(self.search.text().strip())
