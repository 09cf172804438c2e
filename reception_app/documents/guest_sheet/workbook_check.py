"""What is looked at before a list may be parsed: its kind, unpacked size, outermost cells."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from reception_app.documents.delimited_text import unmarked_utf_16
from reception_app.documents.guest_sheet.raw_list import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    ListTooLong,
    ListTooWide,
)
from reception_app.domain.errors import ReceptionError

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes a list may have, packed or unpacked."""

RATIO_LIMIT = 200
"""How many times larger than packed a workbook may be; real ones stay below 50."""

_MEGABYTE = 1024 * 1024
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_MAIN_PARTS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
_MARKUP = (".xml", ".rels", ".vml")
_OUTER_CELL = re.compile(
    rb"""\br\s*=\s*["']([A-Z]{1,3})([2-9]\d{4}|\d{6,7})["'][^>]*[^/]>"""
    rb"""|\br\s*=\s*["']([J-Z][A-Z]|I[W-Z]|[A-Z]{3})(\d{1,7})["'][^>]*[^/]>"""
)
"""A cell with content that may lie beyond the limits. Formatted empty cells end in `/>`."""

_WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html|<head|<meta|<table|<!--)", re.IGNORECASE)
_XML_WORKBOOK = re.compile(rb"\s*<\?xml[^>]*>.{0,200}?<(\w+:)?Workbook|\s*<\?mso-app", re.DOTALL)


class FileKind(StrEnum):
    """What a list's file is, by its content; its name may say anything."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(eq=False)
class ListFileEmpty(ReceptionError):
    """The file has no content at all."""

    file: str


@dataclass(eq=False)
class ListFormatUnknown(ReceptionError):
    """The file is no spreadsheet and no text, or a kind we do not read."""

    file: str


@dataclass(eq=False)
class ListIsWebPage(ReceptionError):
    """The file is a web page, or old XML, that was given a spreadsheet's name."""

    file: str


@dataclass(eq=False)
class ListPasswordProtected(ReceptionError):
    """The workbook opens with a password only."""

    file: str


@dataclass(eq=False)
class ListDamaged(ReceptionError):
    """The workbook is cut off or broken inside."""

    file: str


@dataclass(eq=False)
class ListSheetMissing(ReceptionError):
    """The workbook has no sheet of this name."""

    file: str
    sheet: str


@dataclass(eq=False)
class ListSheetEmpty(ReceptionError):
    """The sheet holds nothing; without a name, every sheet."""

    file: str
    sheet: str


@dataclass(eq=False)
class ListTooLarge(ReceptionError):
    """The file, or what it unpacks to, is larger than `limit` megabytes."""

    file: str
    limit: int = SIZE_LIMIT // _MEGABYTE


@dataclass(eq=False)
class ListUnsafe(ReceptionError):
    """The workbook is made to harm its reader: packed beyond reason, or with a DTD."""

    file: str


def kind_of(content: bytes, *, file: str) -> FileKind:
    """Whether the content is text or a workbook.

    Raises:
        ListFileEmpty: there is no content.
        ListTooLarge: there is more than any list has.
        ListPasswordProtected: it is an encrypted workbook.
        ListIsWebPage: it is HTML or XML.
        ListFormatUnknown: it is neither text nor a workbook.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise ListFileEmpty(file)
    if len(content) > SIZE_LIMIT:
        raise ListTooLarge(file)
    if content.startswith(b"PK\x03\x04"):
        return FileKind.WORKBOOK
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise ListPasswordProtected(file)
        return FileKind.WORKBOOK
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "replace").replace("\0", "").encode()
    if _WEB_PAGE.match(start) or _XML_WORKBOOK.match(start):
        raise ListIsWebPage(file)
    if _is_binary(start):
        raise ListFormatUnknown(file)
    return FileKind.TEXT


def check_package(content: bytes, *, file: str) -> dict[str, ReceptionError]:
    """Look into a zipped workbook before a parser may.

    Returns:
        For each sheet with a cell beyond the limits, by name, the error to raise if it is read.

    Raises:
        ListDamaged: it is no whole zip file.
        ListFormatUnknown: it is a zip file of something else.
        ListPasswordProtected: its parts are encrypted.
        ListTooLarge: it unpacks to more than `SIZE_LIMIT`.
        ListUnsafe: it unpacks to more than `RATIO_LIMIT` times its size, or holds a DTD.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _check_parts(package, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ET.ParseError):
        raise ListDamaged(file) from None


def _check_parts(package: zipfile.ZipFile, file: str) -> dict[str, ReceptionError]:
    parts = package.infolist()
    if not {part.filename for part in parts} & _MAIN_PARTS:
        raise ListFormatUnknown(file)
    if any(part.flag_bits & 1 for part in parts):
        raise ListPasswordProtected(file)
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > RATIO_LIMIT * max(packed, 1):
        raise ListUnsafe(file)
    if unpacked > SIZE_LIMIT:
        raise ListTooLarge(file)
    outer = {}
    for part in parts:
        if part.filename.endswith(_MARKUP):
            cell = _check_markup(part.filename, package.read(part), file)
            if cell is not None:
                outer[part.filename] = cell
    if not outer:
        return {}
    sheets = _sheet_names(package)
    return {
        sheets[part]: _beyond(file, sheets[part], *cell)
        for part, cell in outer.items()
        if part in sheets
    }


def _check_markup(part: str, text: bytes, file: str) -> tuple[str, int] | None:
    """A cell beyond the limits as its column's letters and row, None where none is."""
    if any(doctype in text for doctype in _DOCTYPES):
        raise ListUnsafe(file)
    if part == "META-INF/manifest.xml" and b"encryption-data" in text:
        raise ListPasswordProtected(file)
    return _outer_cell(text) if part.startswith("xl/") else None


def _outer_cell(text: bytes) -> tuple[str, int] | None:
    for cell in _OUTER_CELL.finditer(text):
        column = (cell[1] or cell[3]).decode()
        row = int(cell[2] or cell[4])
        if row > ROW_LIMIT or _column_number(column) > COLUMN_LIMIT:
            return column, row
    return None


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _beyond(file: str, sheet: str, column: str, row: int) -> ReceptionError:
    if row > ROW_LIMIT:
        return ListTooLong(file, sheet, row)
    return ListTooWide(file, sheet, column)


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The sheets' names by the part that holds each."""
    targets = {
        link.get("Id"): link.get("Target", "")
        for link in ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - no DTD
    }
    sheets = {}
    for sheet in ET.fromstring(package.read("xl/workbook.xml")).iter():  # noqa: S314 - no DTD
        if sheet.tag.endswith("}sheet"):
            key = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), None)
            target = targets.get(key, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            sheets[part] = sheet.get("name", "")
    return sheets


def _is_binary(start: bytes) -> bool:
    return start.startswith(b"%PDF") or (b"\0" in start and unmarked_utf_16(start) is None)
