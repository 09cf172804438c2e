"""Which reports there are: the one list for window, command line and archive."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reception_app.documents.report import Report
from reception_app.documents.report_csv import write_report_csv
from reception_app.documents.report_page import write_report
from reception_app.domain.progress import Progress, Silent
from reception_app.services.reports import books, of_guests, of_papers, settlement
from reception_app.services.reports.paper import Paper
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


class ReportKind(StrEnum):
    """A report; the value is what the command line calls it."""

    SETTLEMENT = "settlement"
    BUDGET = "budget"
    FEES = "fees"
    TENDERS = "tenders"
    CASH_BOOK = "cash-book"
    BANK_BOOK = "bank-book"
    TRIAL_BALANCE = "trial-balance"
    LEDGER = "ledger"
    CORRECTIONS = "corrections"
    EVIDENCE = "evidence"


_MAKERS: dict[ReportKind, Callable[[Paper], Report]] = {
    ReportKind.SETTLEMENT: settlement.settlement_report,
    ReportKind.BUDGET: of_papers.budget_report,
    ReportKind.FEES: of_guests.fees_report,
    ReportKind.TENDERS: of_guests.tenders_report,
    ReportKind.CASH_BOOK: books.cash_book,
    ReportKind.BANK_BOOK: books.bank_book,
    ReportKind.TRIAL_BALANCE: books.trial_balance,
    ReportKind.LEDGER: books.general_ledger,
    ReportKind.CORRECTIONS: of_papers.corrections_report,
    ReportKind.EVIDENCE: of_papers.evidence_index,
}


def make_report(
    event: EventReader, kind: ReportKind, *, now: datetime, language: str | None = None
) -> Report:
    """The report as of now, in the event's language unless another is asked for."""
    wording = Wording(language or settings.find_event(event).language)
    return _MAKERS[kind](Paper(event, now, wording))


def export_report(
    event: EventReader, kind: ReportKind, path: Path, *, now: datetime,
    language: str | None = None, progress: Progress | None = None,
) -> int:  # fmt: skip
    """Write the report as PDF, or as CSV when that is the suffix of `path`; returns its pages.

    It is made from a snapshot, so work at the door goes on meanwhile.

    Raises:
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    report = make_report(reading, kind, now=now, language=language)
    if path.suffix.lower() == ".csv":
        write_report_csv(path, report)
        return 0
    wording = Wording(language or settings.find_event(reading).language)
    return write_report(path, report, wording=wording, progress=progress or Silent())
