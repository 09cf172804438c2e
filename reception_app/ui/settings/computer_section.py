"""The settings of this computer: language, theme, sounds and where copies are kept."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.ui import theme
from reception_app.ui.door import sounds
from reception_app.ui.door.sounds import Tone
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.theme import ThemeChoice
from reception_app.ui.wording import LANGUAGE_NAMES, SYSTEM
from reception_app.wording import LANGUAGES


class ComputerSection(QWidget):
    """Every choice holds at once; `language_chosen` and `theme_chosen` carry it to the program.

    `copy_asked` asks for a copy of the event, `desk_asked` to say anew who works here.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    copy_asked = Signal()
    desk_asked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        translate = QCoreApplication.translate
        as_system = translate("ComputerSection", "As the system")
        self.language = QComboBox()
        self.language.addItem(as_system, SYSTEM)
        for key in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[key], key)
        self.theme = QComboBox()
        for choice, words in (
            (ThemeChoice.SYSTEM, as_system),
            (ThemeChoice.LIGHT, translate("ComputerSection", "Light")),
            (ThemeChoice.DARK, translate("ComputerSection", "Dark")),
        ):
            self.theme.addItem(words, choice.value)
        self.sounds = QCheckBox(translate("ComputerSection", "Sounds at the door"))
        self.tones = {
            Tone.OK: QCheckBox(translate("ComputerSection", "Welcome")),
            Tone.PAY: QCheckBox(translate("ComputerSection", "Fee due")),
            Tone.STOP: QCheckBox(translate("ComputerSection", "Refused")),
        }
        self.journal = QCheckBox(
            translate("ComputerSection", "Show the journal (debit and credit) on the money page")
        )
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.choose_folder = ActionButton(translate("ComputerSection", "Choose…"), icon="folder")
        self.copy = ActionButton(
            translate("ComputerSection", "Save a copy of the event…"), icon="copy"
        )
        self.desk = ActionButton(translate("ComputerSection", "Who works here…"))
        self._build_layout()
        self._connect()
        self.load()

    def load(self) -> None:
        """Show the choices as they are kept."""
        self.language.setCurrentIndex(max(self.language.findData(self._preferences.language), 0))
        self.theme.setCurrentIndex(max(self.theme.findData(self._preferences.theme.value), 0))
        self.sounds.setChecked(self._preferences.sounds)
        for tone, box in self.tones.items():
            box.setChecked(tone.value not in self._preferences.muted)
            box.setEnabled(self._preferences.sounds)
        self.journal.setChecked(self._preferences.journal_shown)
        self.folder.setText(str(self._preferences.backup_folder))

    def keep_folder(self, folder: Path) -> None:
        """Keep copies in this folder from the next start on."""
        self._preferences.backup_folder = folder
        self.folder.setText(str(folder))

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        window = Card(translate("ComputerSection", "Window"), padding=theme.PAGE_MARGIN)
        window.body.setSpacing(theme.GRID * 2)
        choices = QHBoxLayout()
        choices.setSpacing(theme.GRID * 2)
        choices.addWidget(FormField(translate("ComputerSection", "Language"), self.language), 1)
        choices.addWidget(FormField(translate("ComputerSection", "Theme"), self.theme), 1)
        window.body.addLayout(choices)
        window.body.addWidget(self.sounds)
        tones = QHBoxLayout()
        tones.setSpacing(theme.GRID * 3)
        tones.setContentsMargins(theme.GRID * 3, 0, 0, 0)
        for box in self.tones.values():
            tones.addWidget(box)
        tones.addStretch()
        window.body.addLayout(tones)
        window.body.addWidget(self.journal)
        column.addWidget(window)
        copies = Card(translate("ComputerSection", "Copies"), padding=theme.PAGE_MARGIN)
        copies.body.setSpacing(theme.GRID * 2)
        words = translate(
            "ComputerSection",
            "A checked copy is kept while you work. A folder on a USB stick survives this"
            " computer. A new folder is used from the next start on.",
        )
        copies.body.addWidget(Label(words, tone="muted", wrap=True))
        place = QHBoxLayout()
        place.setSpacing(theme.GRID)
        place.addWidget(
            FormField(translate("ComputerSection", "Folder for copies"), self.folder), 1
        )
        copies.body.addLayout(place)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.GRID)
        deeds.addWidget(self.choose_folder)
        deeds.addWidget(self.copy)
        deeds.addStretch()
        copies.body.addLayout(deeds)
        column.addWidget(copies)
        desk = Card(translate("ComputerSection", "Desk"), padding=theme.PAGE_MARGIN)
        row = QHBoxLayout()
        row.addWidget(self.desk)
        row.addStretch()
        desk.body.addLayout(row)
        column.addWidget(desk)
        column.addStretch()

    def _connect(self) -> None:
        self.language.activated.connect(self._keep_language)
        self.theme.activated.connect(self._keep_theme)
        self.sounds.toggled.connect(self._keep_sounds)
        for box in self.tones.values():
            box.clicked.connect(self._keep_tones)
        self.journal.toggled.connect(self._keep_journal)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.copy.clicked.connect(self.copy_asked)
        self.desk.clicked.connect(self.desk_asked)

    def _keep_language(self) -> None:
        self._preferences.language = str(self.language.currentData())
        self.language_chosen.emit(self._preferences.language)

    def _keep_theme(self) -> None:
        self._preferences.theme = ThemeChoice(self.theme.currentData())
        self.theme_chosen.emit(self._preferences.theme)

    def _keep_sounds(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._preferences.sounds = on
        for box in self.tones.values():
            box.setEnabled(on)

    def _keep_tones(self) -> None:
        """Keep which sounds are heard, and let the one that was just chosen be heard."""
        for tone, box in self.tones.items():
            muted = not box.isChecked()
            if not muted and tone.value in self._preferences.muted:
                sounds.play(tone)
            self._preferences.mute(tone.value, muted=muted)

    def _keep_journal(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._preferences.journal_shown = on

    def _ask_folder(self) -> None:
        title = QCoreApplication.translate("ComputerSection", "Folder for copies")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if chosen:
            self.keep_folder(Path(chosen))
