"""Cells on the clipboard, copied from a spreadsheet or an e-mail: they may be a guest list."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


def copied_cells() -> str:
    """The text on the clipboard when it holds more than one cell, else an empty text."""
    text = QGuiApplication.clipboard().text().strip("\r\n")
    return text if "\t" in text or "\n" in text else ""


class PasteWatch(QObject):
    """Watches a line and its page for Ctrl+V; cells of a list go to `pasted`, words into the line.

    A single word is pasted as everywhere.
    """

    pasted = Signal(str)

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the key when a list is on the clipboard."""
        # The line asks for the key beforehand, so that no shortcut of the page takes it.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and (cells := copied_cells())
        ):
            self.pasted.emit(cells)
            return True
        return False
