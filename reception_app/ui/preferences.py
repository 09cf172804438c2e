"""What one computer remembers between evenings: language, theme, desk, recent files, window.

Everything of the event itself is in the event file; nothing here is needed to read one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from reception_app import paths
from reception_app.scanning.scanner_habits import NO_HABITS, ScannerHabits
from reception_app.ui.theme import ThemeChoice
from reception_app.ui.wording import SYSTEM
from reception_app.wording import LANGUAGES

if TYPE_CHECKING:  # paper and its fonts are loaded when something is printed
    from reception_app.documents.printer_fit import PrinterFit

_MOST_RECENT = 8
_SCANNER_PARTS = ("prefix", "suffix", "row")
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class KeptDesk:
    """Where this computer stood at an event: desk letter, operator's name, cash box or none."""

    letter: str
    operator: str
    with_cash: bool


@dataclass(frozen=True, slots=True)
class DoorPrinting:
    """How this computer prints name tags at the door.

    `printer` is its name, `sheet` a key or measures (`label_sheet.sheet_from`), `design` the key of
    a design, empty for the event's. `on_admission` prints the tag of whoever comes in without one.
    """

    printer: str = ""
    sheet: str = "roll-62"
    design: str = "roll_62"
    on_admission: bool = False


class Preferences:
    """Typed access to the settings; each change is on the disk at the latest when we close.

    A value that cannot be read, as from another version, counts as never set.
    """

    def __init__(self, file: Path | None = None) -> None:
        place = file or paths.settings_folder() / "window.ini"
        self._settings = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """`system`, `en` or `ja`."""
        kept = self._text("window/language")
        return kept if kept in LANGUAGES else SYSTEM

    @language.setter
    def language(self, choice: str) -> None:
        self._settings.setValue("window/language", choice)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme."""
        kept = self._text("window/theme")
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("window/theme", choice.value)

    @property
    def sounds(self) -> bool:
        """Whether the door makes sounds."""
        return self._text("door/sounds") != "off"

    @sounds.setter
    def sounds(self, on: bool) -> None:
        self._settings.setValue("door/sounds", "on" if on else "off")

    @property
    def muted(self) -> frozenset[str]:
        """The sounds that are muted one by one, by the values of `sounds.Tone`."""
        return frozenset(self._text("door/muted").split())

    def mute(self, tone: str, *, muted: bool) -> None:
        """Mute one sound, or let it be heard again."""
        kept = self.muted | {tone} if muted else self.muted - {tone}
        self._settings.setValue("door/muted", " ".join(sorted(kept)))

    @property
    def scanner_habits(self) -> ScannerHabits:
        """What this computer has learned of its scanner."""
        kept = [self._text(f"scanner/{part}") for part in _SCANNER_PARTS]
        row = kept[-1]
        return ScannerHabits(*kept) if not row or len(set(row)) == _DIGITS else NO_HABITS

    @scanner_habits.setter
    def scanner_habits(self, habits: ScannerHabits) -> None:
        for part in _SCANNER_PARTS:
            self._settings.setValue(f"scanner/{part}", getattr(habits, part))

    @property
    def camera(self) -> str:
        """The id of the camera chosen at the door, empty until one was."""
        return self._text("door/camera")

    @camera.setter
    def camera(self, device: str) -> None:
        self._settings.setValue("door/camera", device)

    @property
    def guest_screen(self) -> str:
        """The name of the screen that the guests look at, empty until it was opened."""
        return self._text("door/guest_screen")

    @guest_screen.setter
    def guest_screen(self, name: str) -> None:
        self._settings.setValue("door/guest_screen", name)

    @property
    def journal_shown(self) -> bool:
        """Whether the money page shows debit and credit: the journal 仕訳, for accountants."""
        return self._text("money/journal") == "on"

    @journal_shown.setter
    def journal_shown(self, on: bool) -> None:
        self._settings.setValue("money/journal", "on" if on else "off")

    @property
    def desk(self) -> str:
        """The letter of this computer's desk, empty until it is set."""
        return self._text("door/desk")

    @desk.setter
    def desk(self, letter: str) -> None:
        self._settings.setValue("door/desk", letter)

    @property
    def operator(self) -> str:
        """Who worked here last, empty until it is set."""
        return self._text("door/operator")

    @operator.setter
    def operator(self, name: str) -> None:
        self._settings.setValue("door/operator", name)

    def desk_at(self, event_id: str) -> KeptDesk | None:
        """Where this computer stood last at an event; None when it was never set up there."""
        letter = self._text(f"desks/{event_id}/letter")
        operator = self._text(f"desks/{event_id}/operator")
        if not letter or not operator:
            return None
        return KeptDesk(letter, operator, self._text(f"desks/{event_id}/cash") != "no")

    def keep_desk(self, event_id: str, desk: KeptDesk) -> None:
        """Remember where this computer stands, for this event and as a proposal for the next."""
        self._settings.setValue(f"desks/{event_id}/letter", desk.letter)
        self._settings.setValue(f"desks/{event_id}/operator", desk.operator)
        self._settings.setValue(f"desks/{event_id}/cash", "yes" if desk.with_cash else "no")
        self.desk, self.operator = desk.letter, desk.operator

    @property
    def backup_folder(self) -> Path:
        """Where copies of events are kept."""
        kept = self._text("backup/folder")
        return Path(kept) if kept else paths.backup_folder()

    @backup_folder.setter
    def backup_folder(self, folder: Path) -> None:
        self._settings.setValue("backup/folder", str(folder))

    @property
    def door_printing(self) -> DoorPrinting:
        """How name tags are printed at the door."""
        usual = DoorPrinting()
        return DoorPrinting(
            self._text("tags/door_printer"),
            self._text("tags/door_sheet") or usual.sheet,
            self._text("tags/door_design") or usual.design,
            self._text("tags/on_admission") == "yes",
        )

    @door_printing.setter
    def door_printing(self, chosen: DoorPrinting) -> None:
        self._settings.setValue("tags/door_printer", chosen.printer)
        self._settings.setValue("tags/door_sheet", chosen.sheet)
        self._settings.setValue("tags/door_design", chosen.design)
        self._settings.setValue("tags/on_admission", "yes" if chosen.on_admission else "no")

    def printer_fit(self, printer: str) -> "PrinterFit":
        """What this computer has learned of a printer; PDF files have the empty name."""
        from reception_app.documents.printer_fit import EXACT, PrinterFit, PrinterFitImpossible

        kept = self._text(f"printers/{_key(printer)}/fit")
        try:
            left, down, across, tall = map(float, kept.split(","))
            return PrinterFit((left, down), (across, tall))
        except (ValueError, PrinterFitImpossible):
            return EXACT

    def keep_printer_fit(self, printer: str, fit: "PrinterFit") -> None:
        """Remember by how much a printer is off."""
        numbers = ",".join(f"{number:.5f}" for number in (*fit.offset, *fit.scale))
        self._settings.setValue(f"printers/{_key(printer)}/fit", numbers)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The event files opened last, newest first; they may be gone by now."""
        kept = self._settings.value("start/recent_files")
        texts = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)

    def remember_file(self, file: Path) -> None:
        """Put an event file first among the recent ones."""
        known = [str(file), *(str(old) for old in self.recent_files if old != file)]
        self._settings.setValue("start/recent_files", known[:_MOST_RECENT])

    def forget_file(self, file: Path) -> None:
        """Take an event file out of the recent ones."""
        left = [str(old) for old in self.recent_files if old != file]
        self._settings.setValue("start/recent_files", left)

    @property
    def guest_columns(self) -> dict[str, int]:
        """The columns of the guest list from the left, with widths in px; empty until chosen."""
        columns = {}
        for piece in self._text("guests/columns").split():
            name, _, width = piece.partition(":")
            if name and width.isdecimal():
                columns[name] = int(width)
        return columns

    @guest_columns.setter
    def guest_columns(self, columns: Mapping[str, int]) -> None:
        kept = " ".join(f"{name}:{width}" for name, width in columns.items())
        self._settings.setValue("guests/columns", kept)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood, as Qt saved it."""
        kept = self._settings.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._settings.setValue("window/geometry", saved)

    def save(self) -> None:
        """Write to the disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        kept = self._settings.value(key)
        return kept if isinstance(kept, str) else ""


def _key(name: str) -> str:
    """A name of anything as part of a key: settings files take neither slashes nor all letters."""
    return name.encode().hex() or "pdf"
