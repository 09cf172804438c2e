"""Texts from outside: their encoding, their delimiter, their rows of cells."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

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
class ListEncodingsMixed(ReceptionError):
    """Some lines are UTF-8; `row` is the first that is not. Two files were probably joined."""

    file: str
    row: int


@dataclass(eq=False)
class ListQuoteOpen(ReceptionError):
    """A quotation mark opened in row `row` is never closed, so all below it would be one cell."""

    file: str
    row: int


def split_rows(text: str, *, file: str) -> list[list[str]]:
    """The rows of a text whose cells are parted by tabs, commas or semicolons.

    Row numbers stay those of the file: a first line that only names the delimiter is an empty row.

    Raises:
        ListQuoteOpen: a quotation mark is never closed.
    """
    named = _NAMED_DELIMITER.match(text)
    if named:
        return _rows("\n" + text[named.end() :], named[1], file)
    return _rows(text, _delimiter(text), file)


def decode(content: bytes, *, file: str, encoding: str | None = None) -> tuple[str, str]:
    """The text and its encoding: by its byte order mark, else strict UTF-8, else strict cp932.

    Raises:
        ListEncodingUnknown: it is none of these, or not the one given.
        ListEncodingsMixed: some lines are UTF-8 and others are not.
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
        _refuse_mixture(content, file)
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


def _refuse_mixture(content: bytes, file: str) -> None:
    """Raise where Japanese lines of UTF-8 stand beside lines that are no UTF-8.

    Read as cp932 the former would become other, wrong letters without any error.
    """
    other, utf_8 = 0, False
    for number, line in enumerate(content.splitlines(), start=1):
        if line.isascii():
            continue
        try:
            utf_8 = utf_8 or bool(_JAPANESE_WORD.search(line.decode("utf-8")))
        except UnicodeDecodeError:
            other = other or number
    if utf_8 and other:
        raise ListEncodingsMixed(file, other)


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
