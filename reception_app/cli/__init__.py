"""The program without its window: one sub-command for each thing a script may want done."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reception_app.cli.parser import make_parser
from reception_app.domain.errors import ReceptionError
from reception_app.wording import Wording, system_language

EXIT_DONE = 0
EXIT_UNUSABLE = 2


def main(argv: Sequence[str], open_window: Callable[[Path], int]) -> int:
    """Run one command; returns the exit code: 0 done, 1 a check failed, 2 unusable input.

    An expected error is one sentence on standard error. Anything else is a bug and shows itself.

    Args:
        argv: what was typed after the program's name.
        open_window: opens the window on an event file and returns the exit code.
    """
    arguments = make_parser(argv).parse_args(argv)
    arguments.open_window = open_window
    wording = Wording(arguments.language or system_language())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return int(arguments.run(arguments, wording))
    except ReceptionError as error:
        print(wording.error(error), file=sys.stderr)
        return EXIT_UNUSABLE
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_DONE
