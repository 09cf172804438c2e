"""Writing an Excel workbook so that it is there whole or not at all, and leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reception_app.documents.safe_file import written_whole

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


@contextmanager
def workbook_written(path: Path, *, title: str) -> "Iterator[Workbook]":
    """A write-only workbook that becomes the file `path` when the block ends without an error.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    from openpyxl import Workbook

    with written_whole(path) as stream:
        workbook = Workbook(write_only=True)
        workbook.properties.title, workbook.properties.creator = title, "Reception"
        try:
            yield workbook
            workbook.save(stream)
        except BaseException:
            _discard(workbook)
            raise


def _discard(workbook: "Workbook") -> None:
    # openpyxl deletes its temporary files, which hold people's names, only when it saves.
    for sheet in workbook.worksheets:
        writer = getattr(sheet, "_writer", None)
        if writer is not None:
            if not getattr(sheet, "closed", True):
                sheet.close()
            Path(writer.out).unlink(missing_ok=True)
