"""The settings of the event itself: name, day, place, documents and door hours."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.admission import DoorHours, parse_clock
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Event
from reception_app.services.event_setup import NameMissing, SettingUnreadable, change_event
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.wording import LANGUAGE_NAMES
from reception_app.ui.workplace import Workplace
from reception_app.wording import LANGUAGES


class EventSection(QWidget):
    """What everybody at this event goes by; `saved` tells that it was written."""

    saved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        translate = QCoreApplication.translate
        self.name = QLineEdit()
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.venue = QLineEdit()
        self.language = QComboBox()
        for key in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[key], key)
        self.opens, self.closes = QLineEdit(), QLineEdit()
        self.capacity, self.keep_until = QLineEdit(), QLineEdit()
        self.fields = {
            "name": FormField(translate("EventSection", "Name"), self.name),
            "date": FormField(translate("EventSection", "Date"), self.day),
            "venue": FormField(translate("EventSection", "Venue"), self.venue),
            "language": FormField(
                translate("EventSection", "Language of documents"),
                self.language,
                hint=translate("EventSection", "Name tags, receipts and the workbook speak it."),
            ),
            "door_opens": FormField(translate("EventSection", "Door opens"), self.opens),
            "door_closes": FormField(translate("EventSection", "Door closes"), self.closes),
            "capacity": FormField(
                translate("EventSection", "Room for"),
                self.capacity,
                hint=translate("EventSection", "How many guests fit; empty for no limit."),
            ),
            "keep_until": FormField(
                translate("EventSection", "Keep guests until"),
                self.keep_until,
                hint=translate(
                    "EventSection", "After this day you are reminded to erase what is personal."
                ),
            ),
        }
        self.trouble = Label(tone="danger", wrap=True)
        self.save_button = ActionButton(
            translate("EventSection", "Save"), key="Ctrl+S", primary=True
        )
        self._build_layout()
        self._connect()
        self.load()

    @property
    def is_changed(self) -> bool:
        """Whether something is written here that is not saved."""
        return self.save_button.isEnabled()

    def load(self) -> None:
        """Show the settings as they are in the event."""
        event = settings.find_event(self._workplace.event_file)
        self.name.setText(event.name)
        self.day.setDate(QDate(event.date.year, event.date.month, event.date.day))
        self.venue.setText(event.venue)
        self.language.setCurrentIndex(LANGUAGES.index(event.language))
        self.opens.setText(_clock_text(event.hours.opens))
        self.closes.setText(_clock_text(event.hours.closes))
        self.capacity.setText("" if event.capacity is None else str(event.capacity))
        self.keep_until.setText(event.keep_until.isoformat() if event.keep_until else "")
        self._clear()
        self.save_button.setEnabled(False)

    def save(self) -> bool:
        """Write what was changed; False when something cannot be."""
        self._clear()
        hours = self._hours()
        if hours is None:
            return False
        event_file = self._workplace.event_file
        known = _as_texts(settings.find_event(event_file))
        wanted = {**self._texts(), **_hours_as_texts(hours)}
        changed = {key: text for key, text in wanted.items() if text != known[key]}
        if changed:
            try:
                change_event(
                    event_file,
                    changed,
                    now=self._workplace.now(),
                    operator=self._workplace.operator,
                )
            except NameMissing as error:
                self.fields["name"].tell(self._workplace.wording.error(error))
                return False
            except SettingUnreadable as error:
                self.fields[error.field].tell(self._workplace.wording.error(error))
                return False
            except ReceptionError as error:
                self.trouble.setText(self._workplace.wording.error(error))
                self.trouble.show()
                return False
        self.load()
        self._workplace.changed.emit()
        self.saved.emit()
        return True

    def _texts(self) -> dict[str, str]:
        day = self.day.date()
        return {
            "name": self.name.text().strip(),
            "date": date(day.year(), day.month(), day.day()).isoformat(),
            "venue": self.venue.text().strip(),
            "language": str(self.language.currentData()),
            "capacity": plain_digits(self.capacity.text()),
            "keep_until": plain_digits(self.keep_until.text()),
        }

    def _hours(self) -> DoorHours | None:
        """The door hours as written; None when one of them is no time."""
        clocks: list[time | None] = []
        for key, line in (("door_opens", self.opens), ("door_closes", self.closes)):
            try:
                clocks.append(parse_clock(line.text()))
            except ReceptionError as error:
                self.fields[key].tell(self._workplace.wording.error(error))
                return None
        day = self.day.date()
        return door_hours(date(day.year(), day.month(), day.day()), *clocks)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        for title, rows in (
            (
                translate("EventSection", "The event"),
                (
                    ("name",),
                    ("date", "door_opens", "door_closes"),
                    ("venue", "language"),
                    ("capacity", "keep_until"),
                ),
            ),
        ):
            card = Card(title, padding=theme.PAGE_MARGIN)
            card.body.setSpacing(theme.GRID * 2)
            for row in rows:
                line = QHBoxLayout()
                line.setSpacing(theme.GRID * 2)
                for key in row:
                    line.addWidget(self.fields[key], 2 if key == "venue" else 1)
                card.body.addLayout(line)
            column.addWidget(card)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        column.addStretch()
        self.opens.setPlaceholderText("18:00")
        self.capacity.setPlaceholderText("200")
        self.keep_until.setPlaceholderText("2027-03-31")
        self.closes.setPlaceholderText("21:00")

    def _connect(self) -> None:
        for line in (
            self.name,
            self.venue,
            self.opens,
            self.closes,
            self.capacity,
            self.keep_until,
        ):
            line.textEdited.connect(self._note_change)
            line.returnPressed.connect(self.save)
        self.day.dateChanged.connect(self._note_change)
        self.language.activated.connect(self._note_change)
        self.save_button.clicked.connect(self.save)

    def _note_change(self) -> None:
        self.save_button.setEnabled(True)

    def _clear(self) -> None:
        for field in self.fields.values():
            field.clear()
        self.trouble.hide()


def plain_digits(text: str) -> str:
    """What was typed with full-width digits and slashes as `200` and `2027-03-31`."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("/", "-").replace(",", "")
    day = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain)
    return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else plain


def door_hours(day: date, opens: time | None, closes: time | None) -> DoorHours:
    """Door hours on this day, in this computer's time; closing past midnight is the next day."""
    begin = datetime.combine(day, opens).astimezone() if opens else None
    last_day = day + timedelta(days=1) if opens and closes and closes <= opens else day
    end = datetime.combine(last_day, closes).astimezone() if closes else None
    return DoorHours(begin, end)


def _as_texts(event: Event) -> dict[str, str]:
    """The settings by the names `change_event` knows."""
    return {
        "name": event.name,
        "date": event.date.isoformat(),
        "venue": event.venue,
        "language": event.language,
        "capacity": "" if event.capacity is None else str(event.capacity),
        "keep_until": event.keep_until.isoformat() if event.keep_until else "",
        **_hours_as_texts(event.hours),
    }


def _hours_as_texts(hours: DoorHours) -> dict[str, str]:
    return {
        "door_opens": hours.opens.isoformat() if hours.opens else "",
        "door_closes": hours.closes.isoformat() if hours.closes else "",
    }


def _clock_text(moment: datetime | None) -> str:
    return f"{moment.astimezone():%H:%M}" if moment else ""
