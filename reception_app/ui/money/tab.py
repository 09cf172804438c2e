"""What every tab of the money page is: a part that reads the books and tells what was done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_app.domain.event import Desk
from reception_app.ui.desk_dialog import DeskDialog
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace


class MoneyTab(QWidget):
    """A tab of the money page. It is made when first shown; the page then calls `refresh()`.

    `acted` says in words that something was recorded: the page tells the others, reads this tab
    again and shows the words; `recorded` says it of a tab that has caught up by itself. `told` only
    shows words, `refused` carries the `ReceptionError` that stopped an act. `guest_asked` carries
    the id of a guest to show, `tab_asked` the key of another tab.
    """

    acted = Signal(str)
    recorded = Signal()
    told = Signal(str)
    refused = Signal(object)
    guest_asked = Signal(str)
    tab_asked = Signal(str)

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__()
        self.workplace = workplace
        self.preferences = preferences

    def refresh(self) -> None:
        """Read everything this tab shows again."""
        raise NotImplementedError

    def desk(self) -> Desk | None:
        """Who acts; asked for when nobody has said yet, None when they would rather not."""
        if self.workplace.desk is not None:
            return self.workplace.desk
        return DeskDialog.ask(self.workplace, self.preferences, self)
