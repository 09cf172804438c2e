"""Small fields of the designer's panels: a colour, and one of a few choices."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from reception_app.domain.tag_design import CATEGORY, ON_CATEGORY
from reception_app.ui import theme

C = TypeVar("C", bound=StrEnum)

_OWN = "own"
_SWATCH = 14
_SHORTEST = 5
"""Letters a box shows at least."""


class NarrowBox(QComboBox):
    """A box that shows as much of its words as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)


class ChoiceField(NarrowBox, Generic[C]):
    """One of the values of an enumeration; `chosen` tells that a person took another."""

    chosen = Signal()

    def __init__(self, words: Mapping[C, str]) -> None:
        super().__init__()
        for value, text in words.items():
            self.addItem(text, value.value)
        self.activated.connect(self.chosen)

    def show_value(self, value: C) -> None:
        """Show this one."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value.value))


class ColourField(QWidget):
    """The category's colour, one legible on it, a few inks, or any other.

    `allows_none` adds a choice without colour; `chosen` tells that a person took another.
    """

    chosen = Signal()

    def __init__(self, *, allows_none: bool = False) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._box = NarrowBox()
        if allows_none:
            self._box.addItem(translate("ColourField", "None"), "")
        for words, colour in (
            (translate("ColourField", "The category's"), CATEGORY),
            (translate("ColourField", "Legible on the category's"), ON_CATEGORY),
            (translate("ColourField", "Black"), "#171B22"),
            (translate("ColourField", "Dark grey"), "#344054"),
            (translate("ColourField", "Grey"), "#667085"),
            (translate("ColourField", "Light grey"), "#D0D5DD"),
            (translate("ColourField", "White"), "#FFFFFF"),
        ):
            icon = _swatch(colour) if colour.startswith("#") else QIcon()
            self._box.addItem(icon, words, colour)
        self._box.addItem(translate("ColourField", "Other…"), _OWN)
        self._colour = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self._box.activated.connect(self._take)

    @property
    def colour(self) -> str:
        """The chosen colour, or the word for one."""
        return self._colour

    def show_colour(self, colour: str) -> None:
        """Show this one, as an entry of its own when it is none of ours."""
        self._colour = colour
        with QSignalBlocker(self._box):
            index = self._box.findData(colour)
            if index < 0:
                self._box.insertItem(self._box.count() - 1, _swatch(colour), colour, colour)
                index = self._box.findData(colour)
            self._box.setCurrentIndex(index)

    def _take(self) -> None:
        chosen = str(self._box.currentData() or "")
        if chosen == _OWN:
            before = QColor(self._colour if self._colour.startswith("#") else "#2F56D9")
            picked = QColorDialog.getColor(before, self)
            self.show_colour(picked.name().upper() if picked.isValid() else self._colour)
            if not picked.isValid():
                return
        self._colour = str(self._box.currentData() or "")
        self.chosen.emit()


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(colour))
    return QIcon(picture)
