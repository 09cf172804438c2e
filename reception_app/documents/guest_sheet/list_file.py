"""Reads a guest list's file, or cells pasted from a spreadsheet, into a `RawList`."""

from dataclasses import dataclass
from pathlib import Path

from reception_app.documents.delimited_text import (
    ListEncodingsMixed,
    ListEncodingUnknown,
    ListQuoteOpen,
)
from reception_app.documents.guest_sheet import guarded_child
from reception_app.documents.guest_sheet.loose_names import as_table
from reception_app.documents.guest_sheet.raw_list import (
    ListTooLong,
    ListTooWide,
    RawList,
    from_json,
)
from reception_app.documents.guest_sheet.text_list import rows_of_text
from reception_app.documents.guest_sheet.workbook_check import (
    ListDamaged,
    ListFileEmpty,
    ListFormatUnknown,
    ListIsWebPage,
    ListPasswordProtected,
    ListSheetEmpty,
    ListSheetMissing,
    ListTooLarge,
    ListUnsafe,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress


@dataclass(eq=False)
class ListFileMissing(ReceptionError):
    """There is no such file."""

    file: str


@dataclass(eq=False)
class ListFileIsFolder(ReceptionError):
    """The path is a folder's, or something else that is no file."""

    file: str


@dataclass(eq=False)
class ListFileUnreadable(ReceptionError):
    """The file may not be read, or another program holds it."""

    file: str


_CHILDS_ERRORS: dict[str, type[ReceptionError]] = {
    error.__name__: error
    for error in (
        ListDamaged,
        ListEncodingUnknown,
        ListEncodingsMixed,
        ListFileEmpty,
        ListFormatUnknown,
        ListIsWebPage,
        ListPasswordProtected,
        ListQuoteOpen,
        ListSheetEmpty,
        ListSheetMissing,
        ListTooLarge,
        ListTooLong,
        ListTooWide,
        ListUnsafe,
    )
}


def read_list(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> RawList:
    """The guest list in a file: xlsx, xlsm, xls, ods, csv, tsv or txt, known by its content.

    It is parsed in a guarded child process, so that no file can harm the program.

    Args:
        path: the file.
        sheet: the sheet to read; the first with headings we understand when None.
        encoding: one of `delimited_text.ENCODINGS` for a text file; found out when None.
        progress: asked whether to go on.

    Raises:
        ReceptionError: one of the errors of this package, each saying what is wrong with the file.
        Cancelled: the person pressed Cancel.
    """
    file = path.name
    if path.is_dir():
        raise ListFileIsFolder(file)
    if not path.exists():
        raise ListFileMissing(file)
    if not path.is_file():
        raise ListFileIsFolder(file)
    try:
        with path.open("rb") as opened:
            opened.read(1)
    except OSError:
        raise ListFileUnreadable(file) from None
    command = [*guarded_child.child_command(), str(path.absolute()), sheet or "", encoding or ""]
    answer = guarded_child.answer_of(command, file=file, progress=progress)
    if "error" in answer:
        raise _CHILDS_ERRORS[answer["error"]](**answer["facts"])
    return from_json(answer["list"])


def read_pasted(text: str) -> RawList:
    """The cells a person copied from a spreadsheet or an e-mail and pasted.

    Raises:
        ListFileEmpty: nothing was pasted.
        ListQuoteOpen: a quotation mark is never closed.
        ListTooLong: there are too many rows.
        ListTooWide: there are too many columns.
    """
    if not text.strip():
        raise ListFileEmpty("")
    return rows_of_text(as_table(text.removeprefix("\ufeff")), file="")
