"""A titled list of things to tick, with a line to find one where there are many."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_MANY, _MOST_LINES = 12, 6
_LINE = 28


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: what it stands for, what it is called, and how many there are of it."""

    value: str
    caption: str
    count: int | None = None


class ChoiceList(QWidget):
    """Arrows move, Space ticks; `changed` tells that something was ticked or no longer is."""

    changed = Signal()

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Collection[str]) -> None:
        super().__init__()
        self._list = QListWidget()
        self._find = QLineEdit()
        self._was_ticked = False
        self._list.setAccessibleName(title)
        self._list.setObjectName("choices")
        for choice in choices:
            words = choice.caption
            if choice.count is not None:
                words += f"  {choice.count:,}"
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, _LINE))
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            ticked = choice.value in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        if choices:
            self._list.setCurrentRow(0)
        self.setFocusProxy(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, size=Type.SMALL, tone="muted"))
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        self._find.setPlaceholderText(QCoreApplication.translate("ChoiceList", "Find…"))
        self._find.setVisible(len(choices) > _MANY)
        lines = min(len(choices), _MOST_LINES)
        self._list.setMinimumHeight(lines * _LINE + 10)
        self._find.textChanged.connect(self._narrow)
        self._list.itemChanged.connect(self.changed)
        self._list.itemPressed.connect(self._note_press)
        self._list.itemClicked.connect(self._tick_by_words)

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked."""
        items = (self._list.item(n) for n in range(self._list.count()))
        return frozenset(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, value: str, *, on: bool = True) -> None:
        """Tick one thing, or no longer."""
        for number in range(self._list.count()):
            item = self._list.item(number)
            if item.data(Qt.ItemDataRole.UserRole) == value:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _narrow(self, text: str) -> None:
        for number in range(self._list.count()):
            item = self._list.item(number)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _note_press(self, item: QListWidgetItem) -> None:
        self._was_ticked = item.checkState() is Qt.CheckState.Checked

    def _tick_by_words(self, item: QListWidgetItem) -> None:
        """A click on the words does what one on the box has done already."""
        ticked = item.checkState() is Qt.CheckState.Checked
        if ticked == self._was_ticked:
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
