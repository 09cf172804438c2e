"""Guest lists as text: their encoding, their delimiter, their rows."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from reception_app.documents.guest_sheet.raw_list import RawList, raw_rows
from reception_app.domain.errors import ReceptionError

ENCODINGS = ("utf-8", "cp932", "utf-16", "shift_jis_2004", "euc_jp", "cp1252", "gb18030", "euc_kr")
"""The encodings a person may choose when the file's own is not clear, most likely first."""

DELIMITERS = ("\t", ",", ";")

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]{2}")
_SAMPLED_ROWS = 40
_NAMED_DELIMITER = re.compile("sep=(.)\r?\n")


@dataclass(eq=False)
class ListEncodingUnknown(ReceptionError):
    """The text is neither UTF-8 nor Shift_JIS (cp932); `row` is the first line that is neither."""

    file: str
    row: int


@dataclass(eq=False)
class ListQuoteOpen(ReceptionError):
    """A quotation mark opened in row `row` is never closed, so all below it would be one cell."""

    file: str
    row: int


def read_text_list(content: bytes, *, file: str, encoding: str | None = None) -> RawList:
    """The rows of a text file; the encoding and the delimiter are found out.

    Args:
        content: the whole file.
        file: its name, for errors.
        encoding: one of `ENCODINGS` when the person has chosen.

    Raises:
        ListEncodingUnknown: it is in no encoding we try, or not in the one chosen.
        ListQuoteOpen: a quotation mark is never closed.
        ListTooLong: it has too many rows.
        ListTooWide: it has too many columns.
    """
    text, found = decode(content, file=file, encoding=encoding)
    return rows_of_text(text, file=file, encoding=found)


def rows_of_text(text: str, *, file: str, encoding: str = "") -> RawList:
    """The rows of a text whose cells are parted by tabs, commas or semicolons.

    Raises:
        ListQuoteOpen: a quotation mark is never closed.
        ListTooLong: it has too many rows.
        ListTooWide: it has too many columns.
    """
    named = _NAMED_DELIMITER.match(text)
    if named:
        delimiter = named[1]
        # Row numbers stay those of the file: the line that names the delimiter is its row 1.
        text = "\n" + text[named.end() :]
    else:
        delimiter = _delimiter(text)
    rows = _rows(text, delimiter, file)
    return RawList(file, raw_rows(rows, file=file, sheet=""), encoding=encoding)


def decode(content: bytes, *, file: str, encoding: str | None = None) -> tuple[str, str]:
    """The text and its encoding: by its byte order mark, else strict UTF-8, else strict cp932.

    Raises:
        ListEncodingUnknown: it is none of these, or not the one given.
    """
    if encoding is not None:
        return _decoded(content, encoding, file), encoding
    for mark, marked in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, marked, file), marked
    unmarked = unmarked_utf_16(content[:4096])
    if unmarked is not None:
        return _decoded(content, unmarked, file), unmarked
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _decoded(content, "cp932", file)
    if not _JAPANESE_WORD.search(text):
        # "Jérôme" in a Western encoding is legal cp932 too, with a lone kanji for each accent.
        # Real Japanese has two of its letters side by side somewhere.
        raise ListEncodingUnknown(file, _first_line_beyond_ascii(content))
    return text, "cp932"


def unmarked_utf_16(start: bytes) -> str | None:
    """The kind of UTF-16 these first bytes are in, None when they are in none.

    Every comma, digit and line end has a zero byte, on one side of its pair; a few kanji have one
    on the other side.
    """
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 50 < len(start) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decoded(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ListEncodingUnknown(file, content.count(b"\n", 0, error.start) + 1) from None


def _first_line_beyond_ascii(content: bytes) -> int:
    lines = content.splitlines()
    return next(number for number, line in enumerate(lines, start=1) if not line.isascii())


def _delimiter(text: str) -> str:
    sample = text[:65536]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            widths[len(row)] += len(row) > 1
            if widths.total() == _SAMPLED_ROWS:
                break
        width, rows = max(widths.items(), key=lambda item: item[1], default=(0, 0))
        return rows, width

    return max(DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str, file: str) -> list[list[str]]:
    # A last row of our own shows whether a quotation mark swallowed the end of the file.
    ending = "end of list"
    whole = text if text.endswith(("\n", "\r")) else text + "\n"
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(whole + ending, newline=""), delimiter=delimiter):
            rows.append(row)  # noqa: PERF402 - the rows so far tell where the trouble is
    except csv.Error:
        # A cell beyond 131,072 characters: nothing but a quotation mark left open makes one.
        raise ListQuoteOpen(file, len(rows) + 1) from None
    if rows.pop() != [ending]:
        raise ListQuoteOpen(file, len(rows) + 1)
    return rows
