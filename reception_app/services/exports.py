"""Writing the books out: the ledger workbook, the journal as CSV, the receipts, who still owes."""

from datetime import datetime
from pathlib import Path

from reception_app.documents.journal_csv import write_journal_csv
from reception_app.documents.ledger_workbook import write_ledger_workbook
from reception_app.documents.plain_text_ledger import PLAIN_WRITERS, PlainBooks
from reception_app.documents.receipt_slip import SlipProblem
from reception_app.documents.unpaid_list import write_unpaid_list
from reception_app.domain.progress import Progress, Silent
from reception_app.services.account_names import account_names
from reception_app.services.ledger_collection import collect_guests, collect_journal, collect_ledger
from reception_app.services.receipt_printing import print_receipts
from reception_app.storage import receipts, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


def export_workbook(
    event: EventReader, path: Path, *, now: datetime, progress: Progress | None = None
) -> None:
    """Write the whole books as an Excel workbook in the event's language, as of now.

    It is written from a snapshot, so work at the door goes on meanwhile; a snapshot may be given
    too, from another thread.

    Raises:
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    wording = Wording(settings.find_event(reading).language)
    book = collect_ledger(reading, wording, now=now)
    write_ledger_workbook(path, book, wording=wording, progress=progress or Silent())


def export_journal_csv(event: EventReader, path: Path) -> None:
    """Write the journal as CSV in the event's language, one line a posting; see docs.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    details = settings.find_event(reading)
    wording = Wording(details.language)
    lines = collect_journal(reading, wording)
    write_journal_csv(path, lines, currency=details.currency, wording=wording)


def export_receipts(
    event: EventReader, path: Path, *, progress: Progress | None = None
) -> tuple[SlipProblem, ...]:
    """Write every receipt in the order of its number, void ones marked, as PDF.

    Returns what came out badly on paper.

    Raises:
        NothingToPrint: there are no receipts.
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    return print_receipts(reading, path, receipts.list_receipts(reading), progress=progress)


def export_unpaid(event: EventReader, path: Path, *, now: datetime) -> None:
    """Write who still owes, with contact and introducer, as an Excel list in the event's language.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    details = settings.find_event(reading)
    write_unpaid_list(
        path, collect_guests(reading), event_name=details.name, currency=details.currency,
        now=now, wording=Wording(details.language),
    )  # fmt: skip


def export_plain_text(event: EventReader, path: Path, form: str) -> None:
    """Write the journal for plain-text accounting; `form` is `beancount` or `hledger`.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    details = settings.find_event(reading)
    wording = Wording(details.language)
    lines = collect_journal(reading, wording)
    names = account_names(reading, wording)
    books = PlainBooks(
        title=details.name,
        currency=details.currency,
        lines=lines,
        names={line.account: names.of(line.account) for line in lines},
        kinds=wording.table("entry_kind"),
    )
    PLAIN_WRITERS[form](path, books)
