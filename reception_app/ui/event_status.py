"""How things stand, in the words at the foot of the rail."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reception_app.storage import settings
from reception_app.ui.file_care import FileCare
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.rail import Light
from reception_app.ui.workplace import Workplace

_MEGABYTE = 1024 * 1024
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def desk_words(workplace: Workplace) -> str:
    """Who works here, and at which desk."""
    desk = workplace.desk
    if desk is None:
        return QCoreApplication.translate("EventStatus", "No desk chosen yet")
    operators = settings.list_operators(workplace.event_file)
    words = QCoreApplication.translate("EventStatus", "Desk %1 · %2")
    return filled(words, desk.letter, operators.get(desk.operator, "?"))


def copy_light(care: FileCare, now: datetime) -> tuple[Light, str]:
    """When the last good copy was made."""
    translate = QCoreApplication.translate
    if care.trouble is not None:
        return Light.DANGER, translate("EventStatus", "The last copy failed")
    if care.backup is None:
        return Light.WARN, translate("EventStatus", "No copy yet")
    ago = time_ago(now - care.backup.at)
    return Light.GOOD, filled(translate("EventStatus", "Copied %1"), ago)


def file_lights(care: FileCare) -> tuple[tuple[Light, str], ...]:
    """What is wrong with the file or its disk; nothing when all is well."""
    translate = QCoreApplication.translate
    if care.free_bytes is None:
        return ((Light.DANGER, translate("EventStatus", "The event file is gone")),)
    if care.is_disk_nearly_full:
        words = translate("EventStatus", "Disk nearly full: %1 MB left")
        return ((Light.WARN, filled(words, care.free_bytes // _MEGABYTE)),)
    return ()


def clock_lights(care: FileCare) -> tuple[tuple[Light, str], ...]:
    """That the computer's clock is wrong; nothing while it is right."""
    if care.clock_behind is None:
        return ()
    words = QCoreApplication.translate(
        "EventStatus", "Check this computer's clock: the last entry is of %1"
    )
    return ((Light.WARN, filled(words, f"{care.clock_behind:%m-%d %H:%M}")),)


def alone_light() -> tuple[Light, str]:
    """That no other desk is connected."""
    return Light.GOOD, QCoreApplication.translate("EventStatus", "Working alone")


def time_ago(passed: timedelta) -> str:
    """How long ago in a word: `just now`, `2 min ago`, `3 h ago`."""
    translate = QCoreApplication.translate
    if passed < timedelta(minutes=1):
        return translate("EventStatus", "just now")
    if passed < _HOUR:
        return filled(translate("EventStatus", "%1 min ago"), passed // timedelta(minutes=1))
    if passed < _DAY:
        return filled(translate("EventStatus", "%1 h ago"), passed // _HOUR)
    return filled(translate("EventStatus", "%1 d ago"), passed // _DAY)
