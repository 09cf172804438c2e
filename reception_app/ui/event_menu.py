"""The menu beside the event's name: who works here, copies, language and theme, and the way out."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reception_app.ui.parts.label import button_caption
from reception_app.ui.theme import ThemeChoice
from reception_app.ui.wording import LANGUAGE_NAMES, SYSTEM
from reception_app.wording import LANGUAGES


class EventMenu(QMenu):
    """What is to be done with the event as a whole; its keys work in the whole window."""

    desk_asked = Signal()
    copy_asked = Signal()
    next_asked = Signal()
    log_asked = Signal()
    rehearsal_asked = Signal()
    guest_screen_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    leave_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, window: QWidget, language: str, theme: ThemeChoice, *, with_rehearsal: bool = True
    ) -> None:
        super().__init__(window)
        self._window = window
        translate = QCoreApplication.translate
        self._add(translate("EventMenu", "Who works here…"), self.desk_asked.emit)
        self._add(translate("EventMenu", "Save a copy…"), self.copy_asked.emit)
        self._add(translate("EventMenu", "Next event from this one…"), self.next_asked.emit)
        self._add(translate("EventMenu", "Event log…"), self.log_asked.emit, "Ctrl+L")
        self._add(
            translate("EventMenu", "Screen for the guests"), self.guest_screen_asked.emit, "F11"
        )
        if with_rehearsal:
            self._add(translate("EventMenu", "Rehearse on a copy"), self.rehearsal_asked.emit)
        self.addSeparator()
        system = translate("EventMenu", "As the system")
        self._add_choices(
            translate("EventMenu", "Language"),
            {SYSTEM: system, **{key: LANGUAGE_NAMES[key] for key in LANGUAGES}},
            language,
            self.language_chosen.emit,
        )
        self._add_choices(
            translate("EventMenu", "Theme"),
            {
                ThemeChoice.SYSTEM.value: system,
                ThemeChoice.LIGHT.value: translate("EventMenu", "Light"),
                ThemeChoice.DARK.value: translate("EventMenu", "Dark"),
            },
            theme.value,
            lambda choice: self.theme_chosen.emit(ThemeChoice(choice)),
        )
        self.addSeparator()
        self._add(translate("EventMenu", "Close this event"), self.leave_asked.emit, "Ctrl+W")
        self._add(translate("EventMenu", "Quit"), self.quit_asked.emit, "Ctrl+Q")

    def _add(self, words: str, deed: Callable[[], object], key: str = "") -> None:
        action = QAction(button_caption(words), self)
        action.triggered.connect(deed)
        self.addAction(action)
        if key:
            action.setShortcut(QKeySequence(key))
            self._window.addAction(action)

    def _add_choices(
        self,
        title: str,
        choices: Mapping[str, str],
        chosen: str,
        choose: Callable[[str], object],
    ) -> None:
        menu = self.addMenu(button_caption(title))
        group = QActionGroup(menu)
        for key, words in choices.items():
            action = QAction(button_caption(words), menu, checkable=True)
            action.setChecked(key == chosen)
            # Later: another language makes this very menu anew.
            action.triggered.connect(lambda *, key=key: QTimer.singleShot(0, lambda: choose(key)))
            group.addAction(action)
            menu.addAction(action)
