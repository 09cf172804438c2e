"""What every benchmark gives back, how it is timed, and the table they make together."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

IS_LARGE = "--large" in sys.argv
"""Whether lists of 100,000 guests are measured too, which take minutes to make."""


@dataclass(frozen=True, slots=True)
class Row:
    """One job: the product's own code against the bare engine, measured in the same run.

    `limit_seconds` is what the bare engine (`limit_name`) needs, `product_seconds` what ours does,
    `target` the promise as people read it, such as `≤ 0.5 s`.
    """

    job: str
    limit_name: str
    limit_seconds: float
    product_seconds: float
    target: str

    @property
    def ratio(self) -> float:
        """How many times the bare engine's time ours takes."""
        return self.product_seconds / self.limit_seconds


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of so many runs, in seconds: the one other programs disturbed least."""
    shortest = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - started)
    return shortest


def markdown_table(rows: Iterable[Row]) -> str:
    """The rows as a markdown table."""
    lines = [
        "| Job | Bare engine | Limit | Reception | Ratio | Target |",
        "|---|---|--:|--:|--:|---|",
    ]
    lines += [
        f"| {row.job} | {row.limit_name} | {_shown(row.limit_seconds)} "
        f"| {_shown(row.product_seconds)} | {row.ratio:.1f}× | {row.target} |"
        for row in rows
    ]
    return "\n".join(lines)


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"
