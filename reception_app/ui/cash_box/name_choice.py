"""Choosing who: the names of those who worked here before, or a new one."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox


class NameChoice(QComboBox):
    """A list of names that also takes one that is not in it; empty to begin with."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(sorted({name for name in names if name}))
        self.setCurrentIndex(-1)
        self.setCurrentText("")
        self.setMinimumWidth(200)

    @property
    def name(self) -> str:
        """The name chosen or typed."""
        return self.currentText().strip()
