"""The three sounds of the door: ok, pay, stop, told apart with closed eyes.

They are played by what the system brings along, without waiting for it: Windows itself, `afplay`
on a Mac, PipeWire, PulseAudio or ALSA's player on Linux. A sound is a help on top of colour, icon
and word, so where nothing can play there is only the system's beep for `stop`.
"""

import shutil
import sys
from enum import Enum
from functools import cache

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from reception_app import paths

_PLAYERS = (
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
)


class Tone(Enum):
    """What a sound says; its value names the file."""

    OK = "ok"
    PAY = "pay"
    STOP = "stop"


def play(tone: Tone) -> None:
    """Start the sound and return at once."""
    file = str(paths.resource("sounds", f"{tone.value}.wav"))
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(
            file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        )
        return
    player = _player()
    if player is not None:
        process = QProcess()
        process.setProgram(player[0])
        process.setArguments([*player[1:], file])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()
    elif tone is Tone.STOP:
        QApplication.beep()


@cache
def _player() -> tuple[str, ...] | None:
    return next((player for player in _PLAYERS if shutil.which(player[0])), None)
