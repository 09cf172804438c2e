"""The keyboard map of the door: everything one key does, on one sheet."""

import itertools

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.keys import KeyCap
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_Group = tuple[str, tuple[tuple[tuple[str, ...], str], ...]]


def key_groups() -> tuple[_Group, ...]:
    """The groups of keys: a title, then (keys, what they do) of each line."""
    translate = QCoreApplication.translate
    return (
        (
            translate("KeyboardMap", "At any time"),
            (
                (
                    (translate("KeyboardMap", "Scan"),),
                    translate("KeyboardMap", "the next guest, whatever is open"),
                ),
                (("A–Z", "あ"), translate("KeyboardMap", "search by name, company or number")),
                (("↑", "↓", "Enter"), translate("KeyboardMap", "pick from a list")),
                (("Esc",), translate("KeyboardMap", "back to the empty line")),
                (("Ctrl+F",), translate("KeyboardMap", "type kana and kanji")),
            ),
        ),
        (
            translate("KeyboardMap", "More"),
            (
                (("F1",), translate("KeyboardMap", "this sheet")),
                (("F2",), translate("KeyboardMap", "walk-in")),
                (("F3", "1"), translate("KeyboardMap", "undo the last act, with a reason")),
                (("F4",), translate("KeyboardMap", "who is inside unpaid")),
                (("F5",), translate("KeyboardMap", "let out, or in again")),
                (("F7",), translate("KeyboardMap", "the name tag is handed out")),
                (("F8",), translate("KeyboardMap", "read badges with the camera")),
                (("F9",), translate("KeyboardMap", "print the name tag, mend its name")),
                (("F10",), translate("KeyboardMap", "paper list, scanner check")),
                (("F11",), translate("KeyboardMap", "screen for the guests")),
            ),
        ),
        (
            translate("KeyboardMap", "Fee due"),
            (
                (("Enter",), translate("KeyboardMap", "exact cash")),
                (("1", "0", "Enter"), translate("KeyboardMap", "cash, here a 10,000 note")),
                (("P", "Enter"), translate("KeyboardMap", "PayPay")),
                (("C", "Enter"), translate("KeyboardMap", "card")),
                (("T", "Enter"), translate("KeyboardMap", "already transferred")),
                (("L", "1"), translate("KeyboardMap", "pay later, with a reason")),
                (("L", "D", "1"), translate("KeyboardMap", "pay later, another day")),
                (
                    ("3", "P", "Enter"),
                    translate("KeyboardMap", "3,000 by PayPay, the rest in cash"),
                ),
                (("5", "A", "1"), translate("KeyboardMap", "only 5,000, the rest later")),
                (("+",), translate("KeyboardMap", "companions too")),
                (("-",), translate("KeyboardMap", "companions one by one")),
                (("F6",), translate("KeyboardMap", "for others too: scan or pick them")),
                (("E",), translate("KeyboardMap", "a receipt for each of them")),
            ),
        ),
        (
            translate("KeyboardMap", "Refused"),
            ((("Enter", "1"), translate("KeyboardMap", "admit anyway, reinstate or accept")),),
        ),
    )


class KeyboardMap(QDialog):
    """The sheet; any scan or Escape puts it away, and `left` says so."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("KeyboardMap", "Keys of the door"))
        close = ActionButton(translate("KeyboardMap", "Close"), key="Esc")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        halves = QHBoxLayout()
        halves.setSpacing(theme.GRID * 6)
        groups = key_groups()
        for half in (groups[:2], groups[2:]):
            halves.addLayout(_column(half))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(self.windowTitle(), size=Type.TITLE, bold=True))
        column.addLayout(halves)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Give the keys back to the door."""
        super().hideEvent(event)
        self.left.emit()


def _column(groups: tuple[_Group, ...]) -> QVBoxLayout:
    """Some groups, one under the other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GRID * 3)
    grid.setVerticalSpacing(theme.GRID)
    places = itertools.count()
    for title, lines in groups:
        heading = Label(title, bold=True)
        heading.setContentsMargins(0, theme.GRID, 0, 0)
        grid.addWidget(heading, next(places), 0, 1, 2)
        for keys, words in lines:
            row = next(places)
            grid.addLayout(_caps(keys), row, 0)
            grid.addWidget(Label(words), row, 1)
    column = QVBoxLayout()
    column.addLayout(grid)
    column.addStretch()
    return column


def _caps(keys: tuple[str, ...]) -> QHBoxLayout:
    caps = QHBoxLayout()
    caps.setSpacing(4)
    for key in keys:
        caps.addWidget(KeyCap(key))
    caps.addStretch()
    return caps
