"""The clock that orders the facts of several desks."""

from dataclasses import dataclass


@dataclass(slots=True)
class HybridClock:
    """A hybrid logical clock: never behind the wall, never behind anything it has seen.

    A stamp is sixteen hex digits, twelve for milliseconds since 1970 and four for a counter, so
    stamps sort as text. It is never clamped back to the wall clock: that loses causality.
    """

    last: str = "0" * 16

    def tick(self, wall_ms: int) -> str:
        """The next stamp, later than every stamp before."""
        self.last = max(f"{wall_ms:012x}0000", f"{int(self.last, 16) + 1:016x}")
        return self.last

    def see(self, stamp: str) -> None:
        """Note a stamp made elsewhere, so that later stamps here are later than it."""
        self.last = max(self.last, stamp)
