"""Attaching photos and PDFs to vouchers, looking at them again, and withdrawing them."""

import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.evidence_file import SUFFIXES, EvidenceFile, read_evidence
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EvidenceAttached, EvidenceWithdrawn
from reception_app.domain.voucher import Evidence, NewVoucher, Voucher
from reception_app.services.posting import given
from reception_app.services.vouchers import VoucherUnknown, record_voucher
from reception_app.storage import vouchers
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id


@dataclass(eq=False)
class EvidenceAlreadyThere(ReceptionError):
    """The very same file is attached to a voucher already."""

    number: int


@dataclass(eq=False)
class EvidenceMissing(ReceptionError):
    """The content is not in this copy of the event: it was withdrawn, or is at another desk."""

    name: str


@dataclass(eq=False)
class EvidenceDamaged(ReceptionError):
    """The content is not the one that was attached."""

    name: str


def attach_evidence(
    event: EventFile, voucher_id: str, path: Path, *, now: datetime, operator: str
) -> Evidence:
    """Take the photo or PDF at `path` into the event file, for a voucher.

    Raises:
        EvidenceUnreadable, EvidenceTooLarge, EvidenceNotPicture: the file is not taken.
        EvidenceAlreadyThere: it is attached already, to this voucher or another.
        VoucherUnknown: there is no such voucher.
    """
    file = read_evidence(path)
    with event.act(now=now, actor=operator) as act:
        return record_evidence(event, act, voucher_id, file)


def record_evidence(event: EventReader, act: Act, voucher_id: str, file: EvidenceFile) -> Evidence:
    """Attach evidence as part of an act; see `attach_evidence`."""
    if vouchers.find_voucher(event, voucher_id) is None:
        raise VoucherUnknown
    sha256 = act.keep_file(file.content)
    for known in vouchers.list_evidence(event):
        if known.sha256 == sha256:
            holder = vouchers.find_voucher(event, known.voucher)
            assert holder is not None
            raise EvidenceAlreadyThere(holder.number)
    attached = EvidenceAttached(
        evidence=new_id(),
        voucher=voucher_id,
        sha256=sha256,
        size=len(file.content),
        media_type=file.media_type,
    )
    act.record(attached, subject=attached.evidence, personal={"name": file.name})
    found = vouchers.find_evidence(event, attached.evidence)
    assert found is not None
    return found


def withdraw_evidence(
    event: EventFile, evidence_id: str, reason: str, *, now: datetime, operator: str
) -> None:
    """Take evidence back that was attached by mistake; its content is overwritten in the file.

    Copies made before still hold it.

    Raises:
        ReasonMissing: a correction needs its reason.
        EvidenceMissing: it is not there any more.
    """
    reason = given(reason)
    with event.act(now=now, actor=operator) as act:
        evidence = vouchers.find_evidence(event, evidence_id)
        if evidence is None:
            raise EvidenceMissing("")
        needed = vouchers.is_needed_elsewhere(event, evidence)
        act.record(EvidenceWithdrawn(evidence=evidence_id, reason=reason))
        if not needed:
            act.empty_file(evidence.sha256)
    event.rest()


def content_of(event: EventReader, evidence: Evidence) -> bytes:
    """The very bytes that were attached.

    Raises:
        EvidenceMissing: they are not in this copy of the event.
        EvidenceDamaged: they are not those that were attached.
    """
    content = vouchers.read_stored_file(event, evidence.sha256)
    if content is None:
        raise EvidenceMissing(evidence.name)
    if hashlib.sha256(content).hexdigest() != evidence.sha256:
        raise EvidenceDamaged(evidence.name)
    return content


def extract_evidence(event: EventReader, evidence: Evidence, folder: Path | None = None) -> Path:
    """Write evidence into a folder of its own that only this person can read; returns the file.

    The file is named by us, its suffix by its content: whatever opens it, it is never run.

    Raises:
        EvidenceMissing, EvidenceDamaged: there is nothing to look at.
    """
    content = content_of(event, evidence)
    place = Path(tempfile.mkdtemp(prefix="reception-evidence-", dir=folder))
    path = place / f"evidence-{evidence.sha256[:8]}{SUFFIXES[evidence.media_type]}"
    path.write_bytes(content)
    path.chmod(0o400)
    return path


def file_names(voucher: Voucher) -> dict[str, str]:
    """A name for each file of a voucher, by the evidence's id: `012-1.jpg`."""
    return {
        evidence.id: f"{voucher.number:03}-{n}{SUFFIXES[evidence.media_type]}"
        for n, evidence in enumerate(voucher.evidence, 1)
    }


def book_with_evidence(
    event: EventFile, order: NewVoucher, paths: Iterable[Path], *, now: datetime, operator: str
) -> Voucher:
    """Book a voucher and attach its photos and PDFs, all of it or nothing.

    Raises:
        EvidenceUnreadable, EvidenceTooLarge, EvidenceNotPicture, EvidenceAlreadyThere: a file is
            not taken.
        ReceptionError: see `vouchers.book_voucher`.
    """
    files = [read_evidence(path) for path in paths]
    with event.act(now=now, actor=operator) as act:
        is_new = vouchers.find_voucher(event, order.id) is None
        booked = record_voucher(event, act, order)
        for file in files if is_new else ():
            record_evidence(event, act, booked.id, file)
    found = vouchers.find_voucher(event, booked.id)
    assert found is not None
    return found
