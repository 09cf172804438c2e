"""The refund slip 返金書: what a guest got back, for the guest to sign."""

from pathlib import Path

from reception_app.documents.receipt_layout import addressed
from reception_app.documents.report import Column as PaperColumn
from reception_app.documents.report import Figures, Report, Row, Signatures, Table, Words
from reception_app.documents.report_page import write_report
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import EntryKind
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress, Silent
from reception_app.storage import guests, receipts, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import find_entry
from reception_app.wording import Wording


class NoRefund(ReceptionError):
    """The entry is no refund."""


def write_refund_slip(
    event: EventReader, path: Path, entry_id: str, *, progress: Progress | None = None
) -> None:
    """Write the slip of a refund as PDF, in the event's language.

    Raises:
        NoRefund: the entry is no refund.
        FileNotWritable, NoRoomForFile, Cancelled: no file was written.
    """
    details = settings.find_event(event)
    wording = Wording(details.language)
    report = refund_report(event, entry_id, wording)
    write_report(path, report, wording=wording, progress=progress or Silent())


def refund_report(event: EventReader, entry_id: str, wording: Wording) -> Report:
    """What the slip of a refund says.

    Raises:
        NoRefund: the entry is no refund.
    """
    posted = find_entry(event, entry_id)
    if posted is None or posted.entry.kind is not EntryKind.REFUND or posted.entry.guest is None:
        raise NoRefund
    entry, details = posted.entry, settings.find_event(event)
    guest = guests.find_guest(event, posted.entry.guest)
    assert guest is not None
    assert entry.tender is not None
    amount = Money(sum(p.amount for p in entry.postings if p.guest), entry.currency)

    def word(key: str, **facts: object) -> str:
        return wording.text("refund_slip", key, **facts)

    void = [
        one.label for one in receipts.list_receipts(event) if one.guest == guest.id and one.void
    ]
    name, respect = addressed(guest.name, wording)
    rows = [
        Row((word("day"), f"{posted.at.astimezone():%Y-%m-%d %H:%M}")),
        Row((word("channel"), wording.text("tender", entry.tender))),
        Row((word("reason"), entry.reason)),
        Row((word("guest"), f"{guest.number} {guest.name}")),
        Row((word("void_receipts"), ", ".join(void) or "–")),
    ]
    operators = settings.list_operators(event)
    return Report(
        title=word("title"),
        subtitle=" · ".join(
            part for part in (details.name, wording.date(details.date), details.venue) if part
        ),
        blocks=(
            Words(f"{name} {respect}".strip(), size=13),
            Figures(((word("amount"), format_money(amount), ""),)),
            Words(word("meaning", issuer=details.issuer or details.name)),
            Table((PaperColumn(word("what"), 1), PaperColumn(word("said"), 3)), tuple(rows)),
            Words(word("received")),
            Signatures(
                (
                    word("signed_by_guest"),
                    word("signed_by", name=operators.get(posted.operator, "")),
                )
            ),
        ),
    )
