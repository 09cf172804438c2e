"""One badge held before a scanner or a camera is read many times; it counts once."""

REPEAT_SECONDS = 3.0
"""The same code at the same desk within this time is the same read; later it is a new one."""


class RepeatGuard:
    """Remembers the last reads of one desk."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def is_repeat(self, code: str, now: float) -> bool:
        """Whether this desk read `code` less than three seconds before `now` (seconds).

        Each further read prolongs the wait: a badge left lying under a camera stays one read. A
        clock set back makes no repeat.
        """
        self._seen = {seen: at for seen, at in self._seen.items() if 0 <= now - at < REPEAT_SECONDS}
        repeat = code in self._seen
        self._seen[code] = now
        return repeat

    def forget(self) -> None:
        """Take the next read of any code as new, as after an undo."""
        self._seen.clear()
