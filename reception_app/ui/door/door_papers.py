"""The papers of the door: the door list, the sheet of keys, the scanner's test code."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reception_app.documents.report import Block, Column, Heading, Report, Row, Table
from reception_app.documents.report_page import write_report
from reception_app.documents.scanner_sheet import write_scanner_sheet
from reception_app.domain.progress import Silent
from reception_app.scanning.scanner_habits import TEST_CODE
from reception_app.ui.door.keyboard_map import key_groups
from reception_app.wording import Wording

_SIZE = 12.0


def write_keys(path: Path, wording: Wording) -> None:
    """Write the sheet of keys as PDF.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    write_report(path, key_report(), wording=wording, progress=Silent())


def write_test_code(path: Path, wording: Wording) -> None:
    """Write the scanner's test page as PDF.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    write_scanner_sheet(path, TEST_CODE, wording=wording)


def key_report() -> Report:
    """Everything one key does, as one sheet."""
    columns = (Column("", 30, bold=True), Column("", 70))
    blocks: list[Block] = []
    for heading, lines in key_groups():
        rows = tuple(Row((" ".join(keys), words)) for keys, words in lines)
        blocks += [Heading(heading), Table(columns, rows, size=_SIZE)]
    title = QCoreApplication.translate("KeyboardMap", "Keys of the door")
    return Report(title=title, blocks=tuple(blocks))
