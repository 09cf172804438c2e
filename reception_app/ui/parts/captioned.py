"""A control with its caption above it, as every form has them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


def captioned(caption: str, control: QWidget) -> QVBoxLayout:
    """The control under its caption, which is its name for screen readers too."""
    column = QVBoxLayout()
    column.setSpacing(4)
    label = Label(caption, size=Type.SMALL, tone="muted")
    label.setBuddy(control)
    control.setAccessibleName(caption)
    column.addWidget(label)
    column.addWidget(control)
    return column
