"""Guest lists as text."""

from reception_app.documents.delimited_text import (
    ENCODINGS,
    ListEncodingUnknown,
    ListQuoteOpen,
    decode,
    split_rows,
)
from reception_app.documents.guest_sheet.raw_list import RawList, raw_rows

__all__ = ["ENCODINGS", "ListEncodingUnknown", "ListQuoteOpen", "read_text_list", "rows_of_text"]


def read_text_list(content: bytes, *, file: str, encoding: str | None = None) -> RawList:
    """The rows of a text file; the encoding and the delimiter are found out.

    Args:
        content: the whole file.
        file: its name, for errors.
        encoding: one of `delimited_text.ENCODINGS` when the person has chosen.

    Raises:
        ListEncodingUnknown: it is in no encoding we try, or not in the one chosen.
        ListEncodingsMixed: some lines are UTF-8 and others are not.
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
    rows = split_rows(text, file=file)
    return RawList(file, raw_rows(rows, file=file, sheet=""), encoding=encoding)
