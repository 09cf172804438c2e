"""Completion over the guest list: names that fit what was typed, told apart by company."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from reception_app.domain.guest import Guest
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import search_guests

_MOST = 8


class GuestCompleter(QCompleter):
    """Proposes guests under a line; the chosen one's name is written into it."""

    def __init__(self, event: EventReader, line: QLineEdit) -> None:
        super().__init__(line)
        self._event = event
        self._line = line
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)
        line.setCompleter(self)
        line.textEdited.connect(self._find)

    def pathFromIndex(self, index: QModelIndex) -> str:  # type: ignore[override] # noqa: N802 - Qt's name
        """What is written into the line: the name alone."""
        return str(index.data(Qt.ItemDataRole.UserRole))

    def _find(self, text: str) -> None:
        found = search_guests(self._event, text, limit=_MOST) if text.strip() else ()
        self._items.clear()
        for guest in found:
            item = QStandardItem(_words(guest))
            item.setData(guest.name, Qt.ItemDataRole.UserRole)
            self._items.appendRow(item)
        if found:
            self.complete()
        elif (popup := self.popup()) is not None:
            popup.hide()


def _words(guest: Guest) -> str:
    return " · ".join(text for text in (guest.name, guest.company) if text)
