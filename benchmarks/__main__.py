"""Runs every benchmark of this folder and prints one table: `uv run python benchmarks`.

With `--large` lists of 100,000 guests are measured too.
"""

import sys
import time
from importlib import import_module
from pathlib import Path

from report import Row, markdown_table

_NO_BENCHMARKS = {"__main__", "long_list", "report"}


def main() -> None:
    """Each script has a `measure()` that returns its rows."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    rows: list[Row] = []
    for name in names:
        if name not in _NO_BENCHMARKS:
            started = time.perf_counter()
            rows += import_module(name).measure()
            print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
    print(markdown_table(rows))


if __name__ == "__main__":
    main()
