"""Everything that can be done about the selected guests, in the menu of the card."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reception_app.domain.guest import Guest, GuestStatus
from reception_app.ui.guests.guest_deeds import GuestDeeds
from reception_app.ui.guests.list_tools import ListTools
from reception_app.ui.parts.label import button_caption


class _DeedMenu(QMenu):
    """A menu of deeds."""

    def add(self, words: str, deed: Callable[[], object], *, enabled: bool = True) -> None:
        """Add a deed at the end."""
        action = QAction(button_caption(words), self)
        action.setEnabled(enabled)
        action.triggered.connect(lambda *_: deed())
        self.addAction(action)


class GuestsMenu(_DeedMenu):
    """The deeds that fit several guests."""

    def __init__(
        self, window: QWidget, deeds: GuestDeeds, tools: ListTools, chosen: Sequence[Guest]
    ) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        self.add(
            translate("GuestMenu", "They are one person"),
            lambda: deeds.link_persons(chosen),
        )
        self.add(translate("GuestMenu", "Passes for them…"), tools.open_passes)
        self.addSeparator()
        self.add(translate("GuestMenu", "Erase for good…"), lambda: deeds.ask_erase(chosen))


class GuestMenu(_DeedMenu):
    """The deeds that fit one guest as they stand now."""

    def __init__(
        self, window: QWidget, deeds: GuestDeeds, guest: Guest, *, is_linked: bool, is_erased: bool
    ) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        accepted = guest.status is GuestStatus.ACCEPTED
        add = self.add
        add(
            translate("GuestMenu", "Somebody comes instead…"),
            lambda: deeds.ask_substitute(guest),
            enabled=accepted and not is_erased,
        )
        add(translate("GuestMenu", "Fee and discount…"), lambda: deeds.ask_fee(guest))
        add(
            translate("GuestMenu", "Badge codes…"),
            lambda: deeds.ask_badge(guest),
            enabled=not is_erased,
        )
        self.addSeparator()
        add(
            translate("GuestMenu", "The same person as…"),
            lambda: deeds.ask_same_person(guest),
            enabled=not is_erased,
        )
        if is_linked:
            add(
                translate("GuestMenu", "Somebody of their own after all"),
                lambda: deeds.unlink_same_person(guest),
            )
        self.addSeparator()
        add(
            translate("GuestMenu", "Write out everything held about them…"),
            lambda: deeds.ask_export(guest),
        )
        add(
            translate("GuestMenu", "Erase for good…"),
            lambda: deeds.ask_erase([guest]),
            enabled=not is_erased,
        )
