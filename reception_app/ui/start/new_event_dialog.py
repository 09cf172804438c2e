"""The form of a new event: its name, day and place, its money, and where its file goes."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.event import Event
from reception_app.domain.guest import clean_text
from reception_app.domain.money import EXPONENTS
from reception_app.storage.event_file import SUFFIX
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.wording import LANGUAGE_NAMES
from reception_app.wording import LANGUAGES, Wording

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_FILE_NAME = 80


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What was asked for: `language` is the one the event's papers speak, `path` its file."""

    name: str
    day: date
    venue: str
    currency: str
    language: str
    path: Path


class NewEventDialog(QDialog):
    """Asks for a new event; the file's place follows the name until it is chosen by hand."""

    def __init__(
        self,
        parent: QWidget,
        wording: Wording,
        *,
        folder: Path,
        today: date,
        follows: Event | None = None,
    ) -> None:
        super().__init__(parent)
        self._follows = follows
        self._wording = wording
        self._folder = folder
        self._chosen: Path | None = None
        translate = QCoreApplication.translate
        self.name = QLineEdit()
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.venue = QLineEdit()
        self.currency = QComboBox()
        self.language = QComboBox()
        self.place = Label(tone="muted", elide=True)
        self.hint = Label(tone="danger", wrap=True, size=Type.SMALL + 1)
        self._choose = ActionButton(translate("NewEventDialog", "Choose…"))
        self.create_button = ActionButton(
            translate("NewEventDialog", "Make the event"), key="Enter", primary=True
        )
        self._cancel = ActionButton(translate("NewEventDialog", "Cancel"), key="Esc")
        self._fill_choices()
        if follows is not None:
            self._fill_from(follows)
        self._build_layout()
        self._connect()
        self._follow_name()

    @classmethod
    def ask(
        cls, parent: QWidget, wording: Wording, *, folder: Path, today: date
    ) -> NewEvent | None:
        """The event asked for; None when given up."""
        dialog = cls(parent, wording, folder=folder, today=today)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None

    @classmethod
    def ask_next(
        cls, parent: QWidget, wording: Wording, *, folder: Path, today: date, follows: Event
    ) -> NewEvent | None:
        """The event that is to follow one; None when given up."""
        dialog = cls(parent, wording, folder=folder, today=today, follows=follows)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def answer(self) -> NewEvent:
        """What the form holds."""
        day = self.day.date()
        return NewEvent(
            name=clean_text(self.name.text()),
            day=date(day.year(), day.month(), day.day()),
            venue=clean_text(self.venue.text()),
            currency=str(self.currency.currentData()),
            language=str(self.language.currentData()),
            path=self._path(),
        )

    def accept(self) -> None:
        """Close only when there is a name and the place is free."""
        wrong = ""
        if not clean_text(self.name.text()):
            wrong = self._wording.text("error", "NameMissing")
        elif self._path().exists():
            wrong = self._wording.text("error", "FileExists", path=self._path())
        if not wrong:
            super().accept()
            return
        self.hint.setText(wrong)
        self.hint.show()
        self.name.setFocus()

    def _fill_choices(self) -> None:
        for currency in EXPONENTS:
            self.currency.addItem(currency, currency)
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(self._wording.language))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)

    def _fill_from(self, follows: Event) -> None:
        """Propose what the event that is followed had; its money and papers stay the same."""
        self.name.setText(follows.name)
        self.venue.setText(follows.venue)
        self.currency.setCurrentIndex(self.currency.findData(follows.currency))
        self.language.setCurrentIndex(self.language.findData(follows.language))
        self.currency.setEnabled(False)
        self.language.setEnabled(False)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("NewEventDialog", "New event")
        if self._follows is not None:
            title = filled(translate("NewEventDialog", "The event after %1"), self._follows.name)
        self.setWindowTitle(title)
        self.setMinimumWidth(600)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(self.windowTitle(), size=Type.TITLE, bold=True, wrap=True))
        if self._follows is not None:
            words = translate(
                "NewEventDialog",
                "Everybody is invited again with a new badge code: names, introducers, notes, fees "
                "and settings are taken along, and how often each guest came. Fees, payments, "
                "tables and tickets of this event stay where they are.",
            )
            column.addWidget(Label(words, tone="muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID * 2)
        grid.setVerticalSpacing(theme.GRID * 2 - 4)
        rows = (
            (translate("NewEventDialog", "Name"), self.name, 0, 0, 2),
            (translate("NewEventDialog", "Date"), self.day, 1, 0, 1),
            (translate("NewEventDialog", "Venue"), self.venue, 1, 1, 1),
            (translate("NewEventDialog", "Currency"), self.currency, 2, 0, 1),
            (translate("NewEventDialog", "Language of its papers"), self.language, 2, 1, 1),
        )
        for caption, control, row, place, wide in rows:
            grid.addLayout(captioned(caption, control), row, place, 1, wide)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        where = QHBoxLayout()
        where.setSpacing(theme.GRID)
        where.addWidget(self.place, 1)
        where.addWidget(self._choose)
        saved_as = Label(translate("NewEventDialog", "Saved as"), size=Type.SMALL, tone="muted")
        saving = QVBoxLayout()
        saving.setSpacing(0)
        saving.addWidget(saved_as)
        saving.addLayout(where)
        column.addLayout(saving)
        column.addWidget(self.hint)
        self.hint.hide()
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.create_button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.create_button.setDefault(True)
        self._choose.setAutoDefault(False)
        self._cancel.setAutoDefault(False)
        self.create_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._choose.clicked.connect(self._choose_place)
        self.name.textChanged.connect(self._follow_name)
        self.day.dateChanged.connect(self._follow_name)

    def _path(self) -> Path:
        if self._chosen is not None:
            return self._chosen
        day = self.day.date().toString("yyyy-MM-dd")
        return self._folder / f"{file_name(f'{day} {clean_text(self.name.text())}')}{SUFFIX}"

    def _follow_name(self) -> None:
        self.place.setText(str(self._path()))
        self.hint.hide()

    def _choose_place(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        events = QCoreApplication.translate("NewEventDialog", "Events")
        kind = f"{events} (*{SUFFIX})"
        title = QCoreApplication.translate("NewEventDialog", "Where the event is saved")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(self._path()), kind)
        if chosen:
            path = Path(chosen)
            self._chosen = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            self._follow_name()


def file_name(text: str) -> str:
    """The text as a file's name on every system, without suffix."""
    return _NOT_IN_FILE_NAMES.sub("_", text)[:_LONGEST_FILE_NAME].strip(" .")
