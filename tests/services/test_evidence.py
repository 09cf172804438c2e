"""Evidence: what is taken, what is refused in which words, and that the bytes stay the bytes."""

import hashlib
import os
import stat
from datetime import date
from pathlib import Path

import apsw
import pytest
from evening import Evening
from notation import at, yen

from reception_app.documents import evidence_file
from reception_app.documents.evidence_file import (
    LARGEST_EVIDENCE_BYTES,
    EvidenceNotPicture,
    EvidenceTooLarge,
    EvidenceUnreadable,
    harmless_name,
    media_type_of,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.voucher import Channel, Evidence, NewVoucher, Voucher, VoucherKind
from reception_app.services.event_copy import save_event_copy
from reception_app.services.evidence import (
    EvidenceAlreadyThere,
    EvidenceMissing,
    attach_evidence,
    content_of,
    extract_evidence,
    file_names,
    withdraw_evidence,
)
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level
from reception_app.services.posting import ReasonMissing
from reception_app.services.vouchers import VoucherUnknown, book_voucher
from reception_app.storage import fact_journal, vouchers
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.wording import LANGUAGES, Wording

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4
PDF = b"%PDF-1.7\n" + b"x" * 400


@pytest.fixture
def voucher(evening: Evening) -> Voucher:
    """An expense of 3,300 yen."""
    order = NewVoucher(
        new_id(), VoucherKind.EXPENSE, date(2026, 11, 10), yen(3300), Channel.SAFE, "5200"
    )
    return book_voucher(evening.file, order, now=at("13:00"), operator="")


def attach(evening: Evening, voucher: Voucher, path: Path) -> Evidence:
    """Attach this file."""
    return attach_evidence(evening.file, voucher.id, path, now=at("13:10"), operator="")


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file of this name."""
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_bytes_come_back_as_they_were(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """Evidence is known by its hash, opened under our name by its content, for us alone."""
    evidence = attach(evening, voucher, written(tmp_path, "レシート.exe", JPEG))
    path = extract_evidence(evening.file, evidence, tmp_path)

    assert path.read_bytes() == content_of(evening.file, evidence) == JPEG
    assert evidence.sha256 == hashlib.sha256(JPEG).hexdigest()
    assert (evidence.media_type, path.suffix) == ("image/jpeg", ".jpg")
    assert path.parent.parent == tmp_path
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_evidence_survives_rebuilding_closing_and_copying(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """What is kept is no derived table, and a copy holds it too."""
    evidence = attach(evening, voucher, written(tmp_path, "a.pdf", PDF))
    evening.file.rebuild()
    assert fact_journal.differing_projections(evening.file.db) == []
    copy = save_event_copy(evening.file, tmp_path / "copy.reception")
    evening.file.close()

    for path in (evening.file.path, copy):
        with EventFile.open(path) as event:
            assert content_of(event, evidence) == PDF
            assert all(f.level is Level.OK for f in check_file(event))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("receipt.jpg", b"MZ\x90\x00 a program"),
        ("receipt.pdf", b"<html><script>"),
        ("empty.jpg", b""),
        ("macro.png", b"PK\x03\x04 an office file"),
    ],
)
def test_a_wrong_type_is_refused_whatever_its_name(
    evening: Evening, voucher: Voucher, tmp_path: Path, name: str, content: bytes
) -> None:
    """The content says what a file is."""
    with pytest.raises(EvidenceNotPicture):
        attach(evening, voucher, written(tmp_path, name, content))

    assert evening.file.db.execute("SELECT COUNT(*) FROM stored_file").get == 0


def test_200_mb_are_refused_without_being_read(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """The sentence says how large it is and how large it may be."""
    path = written(tmp_path, "video.jpg", JPEG)
    os.truncate(path, 200 * 2**20)

    with pytest.raises(EvidenceTooLarge) as raised:
        attach(evening, voucher, path)

    for language in LANGUAGES:
        sentence = Wording(language).error(raised.value)
        assert "200" in sentence
        assert "10" in sentence


def test_the_largest_is_taken_and_one_byte_more_is_not(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """The limit is exact."""
    fits = written(tmp_path, "a.jpg", JPEG.ljust(LARGEST_EVIDENCE_BYTES, b"x"))
    beyond = written(tmp_path, "b.jpg", JPEG.ljust(LARGEST_EVIDENCE_BYTES + 1, b"x"))

    assert attach(evening, voucher, fits).size == LARGEST_EVIDENCE_BYTES
    with pytest.raises(EvidenceTooLarge):
        attach(evening, voucher, beyond)


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was measured before is not trusted."""
    path = written(tmp_path, "a.jpg", JPEG)
    monkeypatch.setattr(evidence_file, "LARGEST_EVIDENCE_BYTES", len(JPEG) - 1)
    status = os.stat_result((stat.S_IFREG, 0, 0, 0, 0, 0, 1, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda _self: status)

    with pytest.raises(EvidenceTooLarge):
        evidence_file.read_evidence(path)


@pytest.mark.parametrize("name", ["folder", "nowhere.jpg", "fifo"])
def test_what_is_no_file_is_refused(
    evening: Evening, voucher: Voucher, tmp_path: Path, name: str
) -> None:
    """A folder, nothing, and a pipe that would never end."""
    (tmp_path / "folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")

    with pytest.raises(EvidenceUnreadable):
        attach(evening, voucher, tmp_path / name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\receipt.jpg", "receipt.jpg"),
        (".hidden.pdf", "hidden.pdf"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("a\x00b\x1b[31m.png", "ab[31m.png"),
        ('<img src="x">.png', "_img src=_x__.png"),
        ("   ", "evidence"),
        ("..", "evidence"),
        ("レシート 11月.jpeg", "レシート 11月.jpeg"),
        ("x" * 300 + ".jpg", "x" * 76 + ".jpg"),
    ],
)
def test_names_are_made_harmless(name: str, kept: str) -> None:
    """No path, no control or direction characters, no dots in front, not too long."""
    assert harmless_name(name) == kept


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (JPEG, "image/jpeg"), (b"\x89PNG\r\n\x1a\n....", "image/png"), (PDF, "application/pdf"),
        (b"junk before\n" + PDF, "application/pdf"), (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic....", "image/heic"), (b"II*\0....", "image/tiff"),
        (b"GIF89a....", "image/gif"), (b"BM....", None), (b"%PDX", None),
    ],
)  # fmt: skip
def test_types_by_content(content: bytes, media_type: str | None) -> None:
    """What phones and scanners make is known."""
    assert media_type_of(content) == media_type


def test_the_same_file_is_attached_once(evening: Evening, voucher: Voucher, tmp_path: Path) -> None:
    """A receipt that is handed in twice is found out."""
    attach(evening, voucher, written(tmp_path, "a.jpg", JPEG))

    with pytest.raises(EvidenceAlreadyThere) as raised:
        attach(evening, voucher, written(tmp_path, "b.jpg", JPEG))

    assert raised.value.number == voucher.number
    assert len(vouchers.list_evidence(evening.file)) == 1


def test_withdrawing_empties_the_content(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """A photo of the wrong thing leaves nothing behind but that it was there; it can come again."""
    evidence = attach(evening, voucher, written(tmp_path, "a.jpg", JPEG))
    with pytest.raises(ReasonMissing):
        withdraw_evidence(evening.file, evidence.id, "", now=at("13:20"), operator="")
    withdraw_evidence(evening.file, evidence.id, "別の写真", now=at("13:20"), operator="")
    with pytest.raises(EvidenceMissing):
        withdraw_evidence(evening.file, evidence.id, "x", now=at("13:21"), operator="")
    with pytest.raises(EvidenceMissing):
        content_of(evening.file, evidence)
    assert JPEG not in evening.file.path.read_bytes()

    again = attach(evening, voucher, written(tmp_path, "b.jpg", JPEG))

    assert content_of(evening.file, again) == JPEG
    assert fact_journal.differing_projections(evening.file.db) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_file SET content = X'FFD8FF00'",
        "UPDATE stored_file SET sha256 = 'x'",
        "DELETE FROM stored_file",
        "INSERT OR REPLACE INTO stored_file SELECT sha256, X'00' FROM stored_file",
    ],
)
def test_stored_files_are_never_changed(
    evening: Evening, voucher: Voucher, tmp_path: Path, statement: str
) -> None:
    """Raw SQL on the program's own connection is refused."""
    evidence = attach(evening, voucher, written(tmp_path, "a.jpg", JPEG))

    with pytest.raises(apsw.ConstraintError):
        evening.file.db.execute(statement)

    assert content_of(evening.file, evidence) == JPEG


def test_content_changed_behind_our_back_is_found(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """The file check names it, and it is not opened."""
    evidence = attach(evening, voucher, written(tmp_path, "a.jpg", JPEG))
    db = evening.file.db
    db.execute("DROP TRIGGER stored_file_is_only_emptied_or_refilled")
    db.execute("UPDATE stored_file SET content = ?", (JPEG + b"!",))

    with pytest.raises(ReceptionError):
        content_of(evening.file, evidence)
    found = {f.code: f.level for f in check_file(evening.file)}
    assert found["stored_files"] is Level.RED


def test_evidence_needs_its_voucher(evening: Evening, tmp_path: Path) -> None:
    """And nothing of the file is kept without one."""
    path = written(tmp_path, "a.jpg", JPEG)
    with pytest.raises(VoucherUnknown):
        attach_evidence(evening.file, "nowhere", path, now=at("13:00"), operator="")

    assert evening.file.db.execute("SELECT COUNT(*) FROM stored_file").get == 0


def test_files_are_named_by_the_number_of_their_voucher(
    evening: Evening, voucher: Voucher, tmp_path: Path
) -> None:
    """`001-1.jpg`, `001-2.pdf`."""
    attach(evening, voucher, written(tmp_path, "a.jpg", JPEG))
    attach(evening, voucher, written(tmp_path, "b.pdf", PDF))
    found = vouchers.find_voucher(evening.file, voucher.id)

    assert found is not None
    assert list(file_names(found).values()) == ["001-1.jpg", "001-2.pdf"]
