"""Where the program starts: without a command the window, with one the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

READ_LIST = "--read-list"
"""The hidden argument with which the program starts itself to read a guest list in safety."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [READ_LIST]:
        from reception_app.documents.guest_sheet.child import child_main

        return child_main(arguments[1:])
    if not arguments or (len(arguments) == 1 and _is_file(arguments[0])):
        return _open_window(Path(arguments[0]) if arguments else None)
    from reception_app import cli

    return cli.main(arguments, open_window=_open_window)


def _is_file(argument: str) -> bool:
    return argument.endswith(".reception") or Path(argument).is_file()


def _open_window(event: Path | None) -> int:
    from reception_app import app

    return app.run(event)


if __name__ == "__main__":
    sys.exit(main())
