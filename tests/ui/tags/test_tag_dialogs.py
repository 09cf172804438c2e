"""The small dialogs of the name tags page, and the printer beside the desk."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from pdf_reading import codes, pictures
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.documents.label_sheet import A4_TEN
from reception_app.documents.printer_fit import EXACT, PrinterFit
from reception_app.domain.guest import GuestField
from reception_app.services.guest_list import change_guest
from reception_app.storage import guests
from reception_app.ui.paper.printing import PrinterMissing
from reception_app.ui.preferences import DoorPrinting, Preferences
from reception_app.ui.tags.category_designs_dialog import CategoryDesignsDialog
from reception_app.ui.tags.door_printer import DoorPrinter
from reception_app.ui.tags.door_printing_dialog import DoorPrintingDialog
from reception_app.ui.tags.own_sheet_dialog import OwnSheetDialog
from reception_app.ui.tags.printer_fit_dialog import PrinterFitDialog
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.wording import Wording

ENGLISH = Wording("en")


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    yield made
    made.event.close()


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    assert look.choice
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


class VirtualPrinters:
    """Printers that write PDFs, by their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def open(self, name: str) -> QPrinter:
        """The printer of this name, printing on a sheet of its own."""
        if name != "Label printer":
            raise PrinterMissing(name)
        self.count += 1
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"printed-{self.count}.pdf"))
        return printer


def test_own_measures_are_checked_while_they_are_typed(window: QWidget) -> None:
    """Too many columns are told in words; fitting ones make the sheet."""
    dialog = OwnSheetDialog(window, ENGLISH, A4_TEN)
    dialog.columns.setValue(3)
    assert "210" in dialog.trouble.text()
    assert not dialog.deed.isEnabled()

    dialog.label_width.setValue(60)
    assert dialog.trouble.text() == ""
    sheet = dialog.sheet()
    assert (sheet.columns, sheet.label_width, sheet.page) == (3, 60, (210, 297))
    dialog.page.setCurrentIndex(1)
    dialog.page.activated.emit(1)
    assert "needs" in dialog.trouble.text() or "need" in dialog.trouble.text()


def test_categories_get_designs_of_their_own(window: QWidget, evening: DoorEvening) -> None:
    """Only what was changed is given back."""
    dialog = CategoryDesignsDialog(window, evening.workplace)
    assert dialog.changes() == {}
    code, field = next(iter(dialog.fields.items()))
    field.setCurrentIndex(field.findData("card"))

    assert dialog.changes() == {code: "card"}


def test_what_was_measured_is_remembered_per_printer(
    window: QWidget, preferences: Preferences
) -> None:
    """The fit is kept for this printer on this computer, shown again, and taken back."""
    dialog = PrinterFitDialog(window, preferences, ENGLISH, (210, 297))
    for field, value in zip(dialog.measured, (14.3, 15.6, 180.0, 266.2), strict=True):
        field.setValue(value)
    dialog.accept()

    kept = preferences.printer_fit("")
    assert kept.offset == pytest.approx((0.7, -0.65), abs=0.01)
    assert kept.scale == pytest.approx((1, 267 / 266.2), abs=0.0001)
    assert preferences.printer_fit("another") == EXACT
    again = PrinterFitDialog(window, preferences, ENGLISH, (210, 297))
    assert [field.value() for field in again.measured] == [14.3, 15.6, 180.0, 266.2]
    again.reset.click()
    again.accept()
    assert preferences.printer_fit("") == EXACT


def test_impossible_measures_are_told(window: QWidget, preferences: Preferences) -> None:
    """A mistake of measuring is not remembered."""
    dialog = PrinterFitDialog(window, preferences, ENGLISH, (210, 297))
    dialog.measured[2].setValue(90)
    dialog.accept()

    assert "farther off" in dialog.trouble.text()
    assert preferences.printer_fit("") == EXACT


def test_the_test_sheet_is_printed_uncorrected(
    window: QWidget, preferences: Preferences, tmp_path: Path
) -> None:
    """Measuring it again begins anew; a printer that is gone is told."""
    preferences.keep_printer_fit("Label printer", PrinterFit((5, 5), (1, 1)))
    printers = VirtualPrinters(tmp_path)
    dialog = PrinterFitDialog(window, preferences, ENGLISH, (210, 297), open_named=printers.open)
    dialog.printer.addItem("Label printer", "Label printer")
    dialog.printer.setCurrentIndex(dialog.printer.count() - 1)
    dialog.printer.activated.emit(dialog.printer.currentIndex())
    dialog.test.click()
    column = pictures(tmp_path / "printed-1.pdf", 254)[0][20, :] < 128
    assert column.nonzero()[0].min() / 10 == pytest.approx(15, abs=0.2)

    dialog.printer.addItem("Gone", "Gone")
    dialog.printer.setCurrentIndex(dialog.printer.count() - 1)
    dialog.printer.activated.emit(dialog.printer.currentIndex())
    dialog.test.click()
    assert "Gone" in dialog.trouble.text()


def test_the_doors_printer_is_remembered(
    window: QWidget, evening: DoorEvening, preferences: Preferences
) -> None:
    """A printer that is not there now is still shown; without one nothing prints by itself."""
    preferences.door_printing = DoorPrinting("Gone", "card-single", "card", on_admission=True)
    dialog = DoorPrintingDialog(window, evening.workplace, preferences)
    assert "Gone" in dialog.printer.currentText()
    assert dialog.design.currentData() == "card"
    dialog.accept()
    assert preferences.door_printing == DoorPrinting(
        "Gone", "card-single", "card", on_admission=True
    )

    dialog = DoorPrintingDialog(window, evening.workplace, preferences)
    dialog.printer.setCurrentIndex(0)
    dialog.accept()
    assert not preferences.door_printing.on_admission


def test_whoever_comes_in_without_a_tag_gets_one(
    evening: DoorEvening, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    """Printed once, on the roll, and remembered; again only after something changed."""
    guest = evening.add("佐藤 花子", "さとう", "会員")
    preferences.door_printing = DoorPrinting("Label printer", on_admission=True)
    printers = VirtualPrinters(tmp_path)
    door = DoorPrinter(evening.workplace, preferences, open_named=printers.open)
    with qtbot.waitSignal(door.printed, timeout=20000):
        door.print_on_admission(frozenset({guest.id}))

    picture = pictures(tmp_path / "printed-1.pdf", 203)[0]
    assert codes(picture) == [guests.find_badge_code(evening.event, guest.id)]
    assert picture.shape[1] / picture.shape[0] == pytest.approx(100 / 62, abs=0.01)
    door.print_on_admission(frozenset({guest.id}))
    assert printers.count == 1
    change_guest(
        evening.event, guest.id, {GuestField.NAME: "佐藤 華子"},
        now=evening.clock() + timedelta(minutes=1), operator="op",
    )  # fmt: skip
    with qtbot.waitSignal(door.printed, timeout=20000):
        door.print_on_admission(frozenset({guest.id}))
    assert printers.count == 2


def test_without_the_setting_nothing_prints_by_itself(
    evening: DoorEvening, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    """Asked for, a tag is printed all the same."""
    guest = evening.add("佐藤 花子", "さとう", "会員")
    preferences.door_printing = DoorPrinting("Label printer")
    printers = VirtualPrinters(tmp_path)
    door = DoorPrinter(evening.workplace, preferences, open_named=printers.open)
    door.print_on_admission(frozenset({guest.id}))
    assert printers.count == 0

    with qtbot.waitSignal(door.printed, timeout=20000):
        door.print_again(frozenset({guest.id}))
    assert not guests.is_tag_outdated(evening.event, guest.id)


def test_a_renamed_printer_is_said(
    evening: DoorEvening, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    """The error names it; nothing counts as printed."""
    guest = evening.add("佐藤 花子", "さとう", "会員")
    preferences.door_printing = DoorPrinting("Old name", on_admission=True)
    door = DoorPrinter(evening.workplace, preferences, open_named=VirtualPrinters(tmp_path).open)
    with qtbot.waitSignal(door.refused, timeout=20000) as told:
        door.print_on_admission(frozenset({guest.id}))

    assert told.args is not None
    assert told.args[0].name == "Old name"
    assert guests.is_tag_outdated(evening.event, guest.id)
