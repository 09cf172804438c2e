"""Evidence from outside: a photo or PDF of a receipt, known by its content, never by its name."""

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from reception_app.domain.errors import ReceptionError

LARGEST_EVIDENCE_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 80
"""Characters of a file's name that are kept."""

SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp",
    "image/heic": ".heic", "image/gif": ".gif", "image/tiff": ".tif",
}  # fmt: skip
"""What evidence can be, and the suffix it is opened and filed under."""

_PDF_STARTS_WITHIN = 1024
_MAGIC = (
    ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ("image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("image/heic", re.compile(rb".{4}ftyp(heic|heix|heim|heis|hevc|mif1|msf1)", re.DOTALL)),
    ("image/gif", re.compile(rb"GIF8[79]a")),
    ("image/tiff", re.compile(rb"II\*\x00|MM\x00\*")),
)


@dataclass(eq=False)
class EvidenceUnreadable(ReceptionError):
    """The file cannot be read, or is a folder or a device."""

    name: str


@dataclass(eq=False)
class EvidenceTooLarge(ReceptionError):
    """The file is larger than what an event file takes; sizes in whole megabytes."""

    name: str
    size_mb: int
    largest_mb: int = LARGEST_EVIDENCE_BYTES // 2**20


@dataclass(eq=False)
class EvidenceNotPicture(ReceptionError):
    """The file's content is neither a picture nor a PDF, whatever its name says."""

    name: str


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that may be taken in: its name made harmless, and what its content is."""

    name: str
    media_type: str
    content: bytes


def read_evidence(path: Path) -> EvidenceFile:
    """The photo or PDF at `path`.

    Raises:
        EvidenceUnreadable, EvidenceTooLarge, EvidenceNotPicture: why it is not taken.
    """
    name = harmless_name(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise EvidenceUnreadable(name)
        if status.st_size > LARGEST_EVIDENCE_BYTES:
            raise EvidenceTooLarge(name, -(-status.st_size // 2**20))
        with path.open("rb") as file:
            # It may have grown since.
            content = file.read(LARGEST_EVIDENCE_BYTES + 1)
    except OSError as error:
        raise EvidenceUnreadable(name) from error
    if len(content) > LARGEST_EVIDENCE_BYTES:
        raise EvidenceTooLarge(name, LARGEST_EVIDENCE_BYTES // 2**20 + 1)
    return recognise_evidence(name, content)


def recognise_evidence(name: str, content: bytes) -> EvidenceFile:
    """The evidence these bytes are.

    Raises:
        EvidenceNotPicture: they are neither a picture nor a PDF.
    """
    name = harmless_name(name)
    media_type = media_type_of(content)
    if media_type is None:
        raise EvidenceNotPicture(name)
    return EvidenceFile(name, media_type, content)


def media_type_of(content: bytes) -> str | None:
    """What the bytes are by their own words, of the kinds we take."""
    for media_type, magic in _MAGIC:
        if magic.match(content):
            return media_type
    return "application/pdf" if b"%PDF-" in content[:_PDF_STARTS_WITHIN] else None


def harmless_name(name: str) -> str:
    """The last part of a name, without anything that could steer a terminal, a path or a reader.

    Slashes of both kinds end a folder, control and direction characters go, dots do not lead.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    kept = re.sub(r'[<>:"|?*]', "_", kept).strip().lstrip(".").strip()
    if len(kept) > LONGEST_NAME:
        stem, dot, suffix = kept.rpartition(".")
        kept = f"{stem[: LONGEST_NAME - len(suffix) - 1]}{dot}{suffix}"[:LONGEST_NAME]
    return kept or "evidence"
