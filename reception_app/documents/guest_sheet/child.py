"""The guarded child: it alone parses a file from outside, and may be stopped or die doing so.

A legal workbook of 1 KB can abort the interpreter inside the parser. So the program starts itself
once more for each list; this process limits its own memory, parses, writes one line of JSON and
ends. It imports next to nothing, so that a preview is there at once.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from reception_app.documents.guest_sheet import text_list, workbook_check
from reception_app.documents.guest_sheet.raw_list import RawList, to_json
from reception_app.documents.guest_sheet.workbook_check import FileKind
from reception_app.domain.errors import ReceptionError

MEMORY_LIMIT = 1024 * 1024 * 1024
"""Bytes the child may take; the largest list we accept needs a third of it."""


def child_main(argv: list[str]) -> int:
    """Parse the list named by `argv` and write the answer to standard output as JSON.

    Args:
        argv: the path; the sheet's name, empty for the first with headings; the encoding, empty
            to find it out.

    Returns:
        The exit code, 0 also when the answer is an expected error.
    """
    limit_memory()
    path, sheet, encoding = argv
    answer: dict[str, Any]
    try:
        answer = {
            "list": to_json(parse(Path(path), sheet=sheet or None, encoding=encoding or None))
        }
    except ReceptionError as error:
        answer = {"error": error.code, "facts": vars(error)}
    # A frozen window program has no sys.stdout, but the pipe is there.
    with os.fdopen(1, "wb", closefd=False) as out:
        out.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode())
    return 0


def parse(path: Path, *, sheet: str | None, encoding: str | None) -> RawList:
    """The list in the file, parsed in this process.

    Raises:
        ReceptionError: one of the expected errors of `read_list`.
        OSError: the file cannot be read.
    """
    file = path.name
    with path.open("rb") as opened:
        content = opened.read(workbook_check.SIZE_LIMIT + 1)
    match workbook_check.kind_of(content, file=file):
        case FileKind.TEXT:
            return text_list.read_text_list(content, file=file, encoding=encoding)
        case FileKind.WORKBOOK:
            # Not needed for a text list, and the child should be quick.
            from reception_app.documents.guest_sheet import workbook_list

            return workbook_list.read_workbook_list(content, file=file, sheet=sheet)


def limit_memory() -> None:
    """Let this process take no more than `MEMORY_LIMIT`, and leave no core dump behind."""
    if sys.platform == "win32":
        from reception_app.documents.guest_sheet import windows_job

        windows_job.limit_memory(MEMORY_LIMIT)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # macOS counts shared system libraries against the limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    sys.exit(child_main(sys.argv[1:]))
