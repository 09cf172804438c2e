"""The archive folder: all books of an event as PDF, CSV and pictures, readable in ten years."""

import csv
import hashlib
from datetime import datetime
from pathlib import Path

from reception_app.documents.report_csv import write_report_csv
from reception_app.documents.report_page import write_report
from reception_app.documents.safe_folder import folder_written_whole
from reception_app.domain.progress import Progress, Silent
from reception_app.services import exports
from reception_app.services.evidence import EvidenceMissing, content_of, file_names
from reception_app.services.reports.catalogue import ReportKind, make_report
from reception_app.storage import receipts, settings, vouchers
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


def write_archive(
    event: EventReader, folder: Path, *, now: datetime, progress: Progress | None = None
) -> int:
    """Write every report as PDF and CSV, journal, workbook, receipts and evidence into a folder.

    Returns how many files there are. Evidence whose content is at another desk is left out.

    Raises:
        FolderNotEmpty: the folder holds something; nothing was touched.
        FileNotWritable, NoRoomForFile, Cancelled: nothing is left.
        EvidenceDamaged: a photo or PDF is not what was attached; nothing is left.
    """
    progress = progress or Silent()
    reading = event.snapshot()
    wording = Wording(settings.find_event(reading).language)
    steps = len(ReportKind) + 2
    with folder_written_whole(folder) as place:
        for done, kind in enumerate(ReportKind):
            progress.advance(done, steps)
            report = make_report(reading, kind, now=now)
            write_report(place / f"{kind.value}.pdf", report, wording=wording, progress=Silent())
            write_report_csv(place / f"{kind.value}.csv", report)
        progress.advance(len(ReportKind), steps)
        _write_journal(reading, place, now=now)
        progress.advance(len(ReportKind) + 1, steps)
        _write_evidence(reading, place)
        _write_contents(reading, place, wording, now=now)
        progress.advance(steps, steps)
        return len(list(place.iterdir()))


def _write_journal(reading: EventReader, place: Path, *, now: datetime) -> None:
    exports.export_workbook(reading, place / "ledger.xlsx", now=now)
    exports.export_journal_csv(reading, place / "journal.csv")
    for form in ("beancount", "hledger"):
        exports.export_plain_text(reading, place / f"journal.{form}", form)
    if receipts.list_receipts(reading):
        exports.export_receipts(reading, place / "receipts.pdf")


def _write_evidence(reading: EventReader, place: Path) -> None:
    for voucher in vouchers.list_vouchers(reading):
        names = file_names(voucher)
        for evidence in voucher.evidence:
            try:
                content = content_of(reading, evidence)
            except EvidenceMissing:
                continue
            (place / names[evidence.id]).write_bytes(content)


def _write_contents(reading: EventReader, place: Path, wording: Wording, *, now: datetime) -> None:
    """What lies in the folder, and the hash of each file."""
    event = settings.find_event(reading).name
    at = now.strftime("%Y-%m-%d %H:%M")
    readme = wording.text("report", "archive_readme", event=event, at=at)
    (place / "README.txt").write_text(f"{readme}\n", encoding="utf-8-sig")
    hashes = [
        (file.name, hashlib.sha256(file.read_bytes()).hexdigest())
        for file in sorted(place.iterdir())
    ]
    with (place / "contents.csv").open("x", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([("file", "sha256"), *hashes])
