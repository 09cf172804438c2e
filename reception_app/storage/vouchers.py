"""Queries over organizers, vouchers and their evidence."""

from datetime import date, datetime

from reception_app.domain.money import Money
from reception_app.domain.voucher import Channel, Evidence, Voucher, VoucherKind
from reception_app.storage.event_file import EventReader, SQLiteValue

_VOUCHER = """
    SELECT v.entry, v.number, v.kind, v.day, v.channel, v.account, v.organizer, v.settles, e.box,
        v.payee, v.purpose, COALESCE(n.reason, ''), e.at, e.operator,
        EXISTS (SELECT 1 FROM entry r WHERE r.reverses = v.entry),
        (SELECT SUM(MAX(amount, 0)) FROM posting WHERE entry = v.entry), e.currency
    FROM voucher v JOIN entry e ON e.id = v.entry LEFT JOIN no_receipt n ON n.voucher = v.entry
"""
_EVIDENCE = """
    SELECT id, voucher, sha256, size, media_type, name, at FROM evidence
    WHERE NOT EXISTS (SELECT 1 FROM evidence_withdrawn w WHERE w.evidence = evidence.id)
"""


def list_organizers(event: EventReader) -> dict[str, str]:
    """Names of all organizers by id, in the order of their names."""
    return dict(event.db.execute("SELECT id, name FROM organizer ORDER BY name, id"))


def find_organizer(event: EventReader, name: str) -> str | None:
    """The id of the organizer of this name."""
    row = event.db.execute("SELECT id FROM organizer WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def next_voucher_number(event: EventReader) -> int:
    """The next voucher's number 証憑No."""
    return int(event.db.execute("SELECT COALESCE(MAX(number), 0) + 1 FROM voucher").get)


def find_voucher(event: EventReader, voucher: str) -> Voucher | None:
    """The voucher of this id."""
    row = event.db.execute(f"{_VOUCHER} WHERE v.entry = ?", (voucher,)).fetchone()
    return _voucher(row, list_evidence(event, voucher)) if row else None


def list_vouchers(event: EventReader) -> tuple[Voucher, ...]:
    """All vouchers by number, with their evidence; those that were taken back too."""
    by_voucher: dict[str, list[Evidence]] = {}
    for evidence in list_evidence(event):
        by_voucher.setdefault(evidence.voucher, []).append(evidence)
    rows = event.db.execute(f"{_VOUCHER} ORDER BY v.number, v.stamp")
    return tuple(_voucher(row, tuple(by_voucher.get(str(row[0]), ()))) for row in rows)


def find_evidence(event: EventReader, evidence: str) -> Evidence | None:
    """The evidence of this id, unless it was withdrawn."""
    row = event.db.execute(f"{_EVIDENCE} AND id = ?", (evidence,)).fetchone()
    return _evidence(row) if row else None


def list_evidence(event: EventReader, voucher: str | None = None) -> tuple[Evidence, ...]:
    """The evidence that was not withdrawn, of one voucher or of all, in order of attaching."""
    query = f"{_EVIDENCE} AND voucher = COALESCE(?, voucher) ORDER BY stamp"
    rows = event.db.execute(query, (voucher,))
    return tuple(_evidence(row) for row in rows)


def read_stored_file(event: EventReader, sha256: str) -> bytes | None:
    """The content of a stored file; None when it is not in this copy of the event, or emptied."""
    query = "SELECT content FROM stored_file WHERE sha256 = ? AND LENGTH(content) > 0"
    row = event.db.execute(query, (sha256,)).fetchone()
    return row[0] if row and isinstance(row[0], bytes) else None


def is_needed_elsewhere(event: EventReader, evidence: Evidence) -> bool:
    """Whether other evidence that stands has the same content."""
    query = f"SELECT 1 FROM ({_EVIDENCE}) WHERE sha256 = ? AND id <> ?"
    return bool(event.db.execute(query, (evidence.sha256, evidence.id)).fetchone())


def _voucher(row: tuple[SQLiteValue, ...], evidence: tuple[Evidence, ...]) -> Voucher:
    (entry, number, kind, day, channel, account, organizer, settles, box, payee, purpose,
     no_receipt, at, operator, is_reversed, amount, currency) = row  # fmt: skip
    return Voucher(
        id=str(entry),
        number=int(str(number)),
        kind=VoucherKind(str(kind)),
        day=date.fromisoformat(str(day)),
        amount=Money(int(str(amount)), str(currency)),
        channel=Channel(str(channel)),
        account=str(account),
        organizer=None if organizer is None else str(organizer),
        settles=None if settles is None else str(settles),
        box=None if box is None else str(box),
        payee=str(payee),
        purpose=str(purpose),
        no_receipt=str(no_receipt),
        at=datetime.fromisoformat(str(at)),
        operator=str(operator),
        reversed=bool(is_reversed),
        evidence=evidence,
    )


def _evidence(row: tuple[SQLiteValue, ...]) -> Evidence:
    evidence, voucher, sha256, size, media_type, name, at = row
    return Evidence(
        id=str(evidence),
        voucher=str(voucher),
        sha256=str(sha256),
        size=int(str(size)),
        media_type=str(media_type),
        name=str(name),
        at=datetime.fromisoformat(str(at)),
    )
