"""The question before guests are erased for good: whom, what stays, and a number typed back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_app.domain.guest import Guest
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled

_NAMED = 8


class EraseDialog(FormDialog):
    """The deed waits until the guest's number, or how many they are, is typed."""

    def __init__(self, window: QWidget, erased: Sequence[Guest]) -> None:
        translate = QCoreApplication.translate
        count = len(erased)
        single = count == 1
        title = (
            filled(translate("EraseDialog", "Erase %1?"), erased[0].name)
            if single
            else translate("EraseDialog", "Erase %n guests?", "", count)
        )
        super().__init__(window, title, deed=translate("EraseDialog", "Erase for good"))
        self._wanted = str(erased[0].number if single else count)
        self.explain(
            translate(
                "EraseDialog",
                "Names, readings, companies, addresses, notes and everything else personal are "
                "overwritten. This cannot be undone.",
            )
        )
        self.names = Label(_names(erased), wrap=True)
        stays = translate(
            "EraseDialog",
            "What stays: numbers, fees, payments, receipts and arrivals of “guest #%1”, so the "
            "books still add up. Copies made before still hold the names, and so do a bank's own "
            "words: delete old copies yourself.",
        )
        self.stays = Label(filled(stays, f"{erased[0].number:04}"), wrap=True, tone="muted")
        self.typed = QLineEdit()
        caption = (
            translate("EraseDialog", "Type the number %1 of the guest to go on")
            if single
            else translate("EraseDialog", "Type how many they are, %1, to go on")
        )
        self.body.addWidget(self.names)
        self.body.addWidget(self.stays)
        self.body.addLayout(captioned(filled(caption, self._wanted), self.typed))
        self.typed.textChanged.connect(self._allow)
        self._allow()
        self.typed.setFocus()

    @classmethod
    def ask(cls, window: QWidget, erased: Sequence[Guest]) -> bool:
        """Whether the person typed the number and said yes."""
        return cls(window, erased).taken()

    def _allow(self) -> None:
        typed = "".join(str(int(char)) for char in self.typed.text() if char.isdecimal())
        self.deed.setEnabled(typed.lstrip("0") == self._wanted)


def _names(erased: Sequence[Guest]) -> str:
    shown = "、".join(f"{guest.number} {guest.name}" for guest in erased[:_NAMED])
    more = len(erased) - _NAMED
    if more > 0:
        shown += " " + QCoreApplication.translate("EraseDialog", "and %n more", "", more)
    return shown
