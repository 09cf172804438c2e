"""A field of a form: its caption, the control, and beside it what is wrong with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


class FormField(QWidget):
    """A control with its caption above, and a quiet or a red line below where there is need."""

    def __init__(self, caption: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self._below = Label(hint, size=Type.SMALL, tone="muted", wrap=True)
        control.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(caption, size=Type.SMALL, tone="muted"))
        column.addWidget(control)
        column.addWidget(self._below)
        self._below.setVisible(bool(hint))
        column.addStretch()
        self.control = control

    @property
    def trouble(self) -> str:
        """What it says is wrong; empty when nothing is."""
        return self._below.text() if self._below.property("tone") == "danger" else ""

    def tell(self, words: str) -> None:
        """Say what is wrong, and go there."""
        self._below.setText(words)
        self._below.set_tone("danger")
        self._below.show()
        self.control.setFocus()

    def clear(self) -> None:
        """Nothing is wrong."""
        self._below.setText(self._hint)
        self._below.set_tone("muted")
        self._below.setVisible(bool(self._hint))
