"""The reminder, when an event is opened, that its guests were to be kept no longer."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception_app.domain.guest import Guest
from reception_app.services import erasure
from reception_app.storage import guests, settings
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


def reminder(workplace: Workplace) -> str:
    """What to tell when the day is past until which guests are kept; empty while it is not."""
    event = workplace.event_file
    if not erasure.is_retention_over(event, workplace.now().date()):
        return ""
    day = settings.find_event(event).keep_until
    assert day is not None
    words = QCoreApplication.translate(
        "Retention", "The guests of this event were to be kept until %1."
    )
    return filled(words, workplace.wording.date(day))


def erase_all(window: QWidget, workplace: Workplace) -> str:
    """Ask, and erase everybody who is not erased yet; what to tell, empty when nothing was done.

    Raises:
        EventDiskFull, NotSaved: the file could not be written.
    """
    event = workplace.event_file
    everybody = [row.guest.id for row in guests.list_guests(event)]
    erased: tuple[Guest, ...] = erasure.preview_erasure(event, everybody)
    if not erased or not EraseDialog.ask(window, erased):
        return ""
    count = erasure.erase_guests(event, everybody, now=workplace.now(), operator=workplace.operator)
    return QCoreApplication.translate("Retention", "%n guest(s) erased.", "", count)
