"""How fast the door works: the time one guest takes while there is a queue."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

FEWEST = 4
"""From fewer arrivals nothing can be told."""

_LONGEST_GAP_SECONDS = 60.0
"""A longer gap is no guest at work but an empty door."""


def seconds_for_one(arrivals: Sequence[datetime]) -> float | None:
    """Seconds between two arrivals, as a rule; None where too few came one after the other.

    Gaps in which nobody stood at the door are left out, and of the others the middle one counts, so
    that neither a pause nor a party let in at once says anything about the pace.
    """
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(arrivals)]
    busy = [gap for gap in gaps if 0 < gap <= _LONGEST_GAP_SECONDS]
    return median(busy) if len(busy) >= FEWEST else None
