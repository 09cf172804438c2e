"""The card: a quiet surface with a thin line that holds what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


class Card(QFrame):
    """A surface with a 12-px radius and a 1-px line; its contents go into `body`.

    `padding` is the distance of the contents from the edge, in px; 0 for a table that fills it.
    """

    def __init__(self, title: str = "", *, padding: int = theme.GRID * 2) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        if padding:
            self.body.setContentsMargins(padding, padding, padding, padding)
        else:  # what fills the card must not paint over its line and its round corners
            top = 1 if title else theme.CARD_RADIUS
            self.body.setContentsMargins(1, top, 1, theme.CARD_RADIUS)
        self.body.setSpacing(theme.GRID)
        self.head: QHBoxLayout | None = None
        if title:
            self.head = QHBoxLayout()
            if not padding:
                edge = theme.GRID * 2
                self.head.setContentsMargins(edge, edge, edge, theme.GRID)
            self.head.addWidget(Label(title, size=Type.BASE, bold=True))
            self.head.addStretch()
            self.body.addLayout(self.head)


class PageTitle(QWidget):
    """The head of a page: its name, a quiet line beside it, and its actions on the right."""

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__()
        self._aside = Label(tone="muted", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(Label(title, size=Type.TITLE, bold=True))
        row.addSpacing(theme.GRID)
        row.addWidget(self._aside, 1)
        for action in actions:
            row.addWidget(action)
        self.setMinimumHeight(theme.CONTROL_HEIGHT)

    def set_aside(self, text: str) -> None:
        """Show the quiet line: what the page holds, such as `687 guests`."""
        self._aside.setText(text)


class Line(QFrame):
    """A thin line between two groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("line")
        self.setFixedHeight(1)


class EmptyState(QWidget):
    """What a page says while it has nothing to show, and the one thing to do about it."""

    def __init__(self, icon: str, title: str, text: str, *actions: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID)
        column.addStretch()
        column.addWidget(IconPicture(icon, size=40), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.GRID)
        heading = Label(title, size=Type.LARGE, bold=True, wrap=True)
        words = Label(text, tone="muted", wrap=True)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        if actions:
            column.addSpacing(theme.GRID)
            row = QHBoxLayout()
            row.setSpacing(theme.GRID)
            row.addStretch()
            for action in actions:
                row.addWidget(action)
            row.addStretch()
            column.addLayout(row)
        column.addStretch()
