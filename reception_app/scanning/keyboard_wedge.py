"""A scanner acts as a keyboard: telling its bursts from a person's typing, without any Qt.

Timing *and* shape decide. A run of keys is a scanner's when they follow each other faster than
hands can (`FAST_MS`) and look like a code: six digits or more, or eight letters and digits with a
digit among them (ticket numbers of other systems). A name typed by hand, however fast, is neither.

A run waits until it is decided: nothing of a scan ever reaches a field or a button, and nothing a
person types is late by more than `FAST_MS`. Our own badge codes are complete by their check digits
and are told at once, without waiting for Enter or silence; the Enter that may still follow belongs
to the scanner and is swallowed.
"""

import unicodedata
from dataclasses import dataclass

from reception_app.domain.badge_code import (
    CODE_DIGITS,
    FORMAT_DIGIT,
    looks_like_code,
    read_badge_codes,
)
from reception_app.scanning.scanner_habits import NO_HABITS

FAST_MS = 35
"""Keys closer together than this come from a machine; a person's fastest rolls are slower."""

SILENCE_MS = 100
"""So long after its last key a scan without Enter is finished."""

HESITATION_MS = 300
"""So long a code of ours may stop half-way: wireless scanners and busy computers hesitate."""

STRAY_ENTER_MS = 300
"""An Enter so soon after a scan is the scanner's own; nobody has read the verdict yet."""

_BURST = 4
_SHORTEST_NUMBER = 6
_SHORTEST_FOREIGN = 8
_LONGEST_ARTICLE = 13  # digits, of a JAN or EAN
_LONGEST_TYPED = 2 * CODE_DIGITS
_ENDS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner typed, whole: one code, glued codes, a foreign code or half a code."""

    text: str


@dataclass(frozen=True, slots=True)
class Typing:
    """What a person typed; Enter and Tab stand in it as the characters they send."""

    text: str


class KeyboardWedge:
    """Reads timed keys and says what they were; times are milliseconds of any one clock.

    `habits` is what this computer has learned of its scanner; it is undone before anything is told.
    """

    def __init__(self) -> None:
        self.habits = NO_HABITS
        self._run = ""
        self._given = 0  # how much of the run was already handed on as typing
        self._last = -SILENCE_MS
        self._scanned_at = -STRAY_ENTER_MS

    def press(self, text: str, at: int) -> list[Scan | Typing]:
        """Take the text of one key pressed at `at`; returns what is decided by it."""
        decided: list[Scan | Typing] = []
        if self._run and at - self._last > self._patience():
            decided += self.let_go()
        for char in text:
            decided += self._take(char, at)
        return decided

    def pause(self, at: int) -> list[Scan | Typing]:
        """Say what is decided because nothing came until `at`."""
        quiet = at - self._last
        if not self._run or quiet < FAST_MS:
            return []
        if self._is_code():
            return self._finish() if quiet >= self._patience() else []
        return self._hand_on()

    def is_inside_burst(self, at: int) -> bool:
        """Whether a key at `at` falls amid a scanner's keys: a control key there means nothing."""
        return len(self._run) >= _BURST and at - self._last <= FAST_MS

    def wait(self) -> int | None:
        """After how many ms of silence `pause` should be asked, or `None` if nothing waits."""
        if len(self._run) == self._given:
            return None
        return self._patience()

    def let_go(self) -> list[Scan | Typing]:
        """Decide at once, because a key without text (an arrow, Escape) follows."""
        decided = self._finish() if self._is_code() else self._hand_on()
        self._forget()
        return decided

    def _take(self, char: str, at: int) -> list[Scan | Typing]:
        if char in _ENDS:
            return self._end(char, at)
        if unicodedata.category(char) == "Cc":
            return []
        self._last = at
        self._run += char
        if self._is_whole():
            return self._finish()
        return []

    def _end(self, char: str, at: int) -> list[Scan | Typing]:
        if self._is_code():
            decided = self._finish()
            self._scanned_at = -STRAY_ENTER_MS  # this scan has had its Enter
            return decided
        if not self._run and at - self._scanned_at < STRAY_ENTER_MS:
            self._scanned_at = -STRAY_ENTER_MS
            return []
        decided = self._hand_on()
        self._forget()
        return [*decided, Typing(char)]

    def _patience(self) -> int:
        """After how many ms of silence the run is over."""
        if not self._is_code():
            return FAST_MS
        is_half = (
            self._run.startswith(FORMAT_DIGIT)
            and self._run.isdecimal()
            and _LONGEST_ARTICLE < len(self._run) < CODE_DIGITS
        )
        return HESITATION_MS if is_half else SILENCE_MS

    def _is_whole(self) -> bool:
        """Whether the run is complete codes of ours by now."""
        around = len(self.habits.prefix) + len(self.habits.suffix)
        if around and len(self._run) % (CODE_DIGITS + around) == 0:
            return self.habits.undone(self._run) != self._run
        if len(self._run) % CODE_DIGITS or around:
            return False
        return bool(read_badge_codes(self.habits.undone(self._run)))

    def _is_code(self) -> bool:
        if len(self._run) > _LONGEST_TYPED:
            return True
        run = unicodedata.normalize("NFKC", self._run)
        if run.isascii() and run.isdigit():
            return len(run) >= _SHORTEST_NUMBER
        return looks_like_code(run) or (
            len(run) >= _SHORTEST_FOREIGN
            and not any(char.isspace() for char in run)
            and ("://" in run or any(char.isdigit() for char in run))
        )

    def _finish(self) -> list[Scan | Typing]:
        scan = Scan(self.habits.undone(self._run))
        self._scanned_at = self._last
        self._forget()
        return [scan]

    def _hand_on(self) -> list[Scan | Typing]:
        fresh = self._run[self._given :]
        self._given = len(self._run)
        return [Typing(fresh)] if fresh else []

    def _forget(self) -> None:
        self._run = ""
        self._given = 0
