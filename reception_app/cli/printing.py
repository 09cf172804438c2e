"""What the command line prints: JSON for programs, aligned lines for people, a bar for waiting."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

_BAR_WIDTH = 30


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns that line up in a terminal, Japanese letters taking two places."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        cells = [cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Bar:
    """A progress bar on standard error, shown only when a person is watching."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is."""
        if not self._watched or not total:
            return
        filled = _BAR_WIDTH * done // total
        end = "\n" if done == total else ""
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        print(f"\r[{bar}] {done:,}/{total:,}", end=end, file=sys.stderr, flush=True)
