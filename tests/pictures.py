"""What galleries share: a page with the room the rail takes in the real window, and its picture."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from reception_app.ui.rail import RAIL_WIDTH


class Frame(QWidget):
    """A page with the room the rail takes in the real window."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(RAIL_WIDTH, 0, 0, 0)
        row.addWidget(page)


def shoot(app: QApplication, widget: QWidget, path: Path) -> None:
    """Save one picture."""
    widget.show()
    for _ in range(3):
        app.processEvents()
    widget.grab().save(str(path))
