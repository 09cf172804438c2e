"""The program itself on a real X server: keys go through the system as a scanner's do.

Needs `Xvfb` and `xdotool`; started and stopped by the tests. What happened is read from the event
file after the program was killed: what it confirmed must be there.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening

from reception_app.storage import admissions, receipts
from reception_app.storage.event_file import EventFile

_TOOLS = ("Xvfb", "xdotool")
_MISSING = [tool for tool in _TOOLS if shutil.which(tool) is None]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="an X server is Linux's"),
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]

_KEYCODES = {"0": 19} | {str(digit): 9 + digit for digit in range(1, 10)}
"""What the keys of the top row send, whatever is printed on them."""

_CALM_LOOKS = 6
"""So many looks, a tenth of a second apart, must find the program at rest."""

_A_PERSONS_KEY = "0.12"
"""Seconds between two keys of a hand."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A fresh X server without a window manager; its name, such as `:99`."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],  # noqa: S607
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    yield name
    server.terminate()
    server.wait(10)


class Screen:
    """The running program on the display, and a keyboard plugged into it."""

    def __init__(self, display: str, home: Path, event: Path) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_STATE_HOME": str(home),
        }
        self._program = subprocess.Popen(
            [sys.executable, "-m", "reception_app", str(event)],
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.keyboard("search", "--sync", "--onlyvisible", "--name", ".", "windowfocus", "--sync")
        self.settle()

    def keyboard(self, *arguments: str) -> None:
        """Let `xdotool` do something."""
        subprocess.run(
            ["xdotool", *arguments],  # noqa: S607
            env=self._environment, check=True, timeout=30, capture_output=True,
        )  # fmt: skip

    def scan(self, code: str, *, enter: bool = True) -> None:
        """Type a code as a scanner does, a few milliseconds a key; and twice more.

        A busy machine may stall amid the keys, which no scanner does; where it did not, another
        read is one of a badge held too long, and nothing.
        """
        for _ in range(3):
            self.keyboard("type", "--delay", "2", code)
            if enter:
                self.keyboard("key", "Return")
            time.sleep(0.2)

    def press(self, *keys: str) -> None:
        """Press keys as a person does, by their X names: after reading the answer."""
        self.settle()
        for key in keys:
            self.keyboard("key", key, "sleep", _A_PERSONS_KEY)

    def settle(self) -> None:
        """Wait until the program has nothing more to do: its processor time stands still."""
        calm, before, given_up = 0, 0, time.monotonic() + 30
        while calm < _CALM_LOOKS and time.monotonic() < given_up:
            time.sleep(0.1)
            used = self._ticks()
            calm = calm + 1 if used - before <= 1 else 0
            before = used

    def _ticks(self) -> int:
        if self._program.poll() is not None:
            return 0
        fields = Path(f"/proc/{self._program.pid}/stat").read_text("ascii").rpartition(") ")[2]
        user, system = fields.split()[11:13]
        return int(user) + int(system)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.settle()
        self._program.kill()
        self._program.wait(10)
        assert self._program.stderr is not None
        self._program.stderr.close()


@pytest.fixture
def door(tmp_path: Path) -> DoorEvening:
    """An event whose cash box is open, as after a restart in mid-evening."""
    made = door_evening(tmp_path)
    made.open_box()
    return made


@pytest.fixture
def start(display: str, door: DoorEvening, tmp_path: Path) -> Iterator[Callable[[], Screen]]:
    """Opens the program with the event, once a test has put its guests on the list."""
    started: list[Screen] = []

    def begin() -> Screen:
        door.event.close()
        started.append(Screen(display, tmp_path / "home", door.event.path))
        return started[-1]

    yield begin
    for screen in started:
        screen.kill()


def arrived(event: EventFile) -> int:
    """How many guests are on record as arrived."""
    return sum(count.arrived for count in admissions.count_by_category(event))


def test_scans_and_fees(door: DoorEvening, start: Callable[[], Screen]) -> None:
    """Scans at a scanner's pace admit, ask for fees and are never lost; a kill loses nothing."""
    free = [door.code(door.add(f"登壇者 {n}", category="登壇者")) for n in range(20)]
    owes = [door.code(door.add(f"会員 {n}")) for n in range(3)]
    screen = start()
    for number, code in enumerate(free):
        screen.scan(code, enter=number % 2 == 0)
    screen.scan(owes[0])
    screen.press("Return")
    screen.scan(owes[1])
    screen.press("1", "0", "Return")
    screen.scan(owes[2], enter=False)
    screen.press("l", "1")
    screen.kill()

    with EventFile.open(door.event.path) as event:
        assert arrived(event) == 23
        assert [receipt.amount.minor for receipt in receipts.list_receipts(event)] == [8000, 8000]
        assert len(admissions.list_inside_unpaid(event)) == 1


def test_search_undo_and_walk_in(door: DoorEvening, start: Callable[[], Screen]) -> None:
    """A name found by typing, an undo and a walk-in through the form, with real keys."""
    door.add("前田 さゆり", "まえだ さゆり", "登壇者")
    door.add("佐藤 花子", "さとう はなこ", "登壇者")
    screen = start()
    screen.press(*"maeda", "Return")
    screen.press(*"sato", "Return")
    screen.press("F3", "1")
    screen.press("F2")
    screen.press(*"ono", "Tab", "Tab", "Tab", "Down", "Down", "Tab", *"mori", "Return")
    screen.press("5", "Return")
    screen.kill()

    with EventFile.open(door.event.path) as event:
        names = [act.guest_name for act in admissions.list_last_acts(event) if not act.undone]
        assert names == ["ono", "前田 さゆり"]
        assert [receipt.amount.minor for receipt in receipts.list_receipts(event)] == [3000]


@pytest.mark.skipif(shutil.which("setxkbmap") is None, reason="setxkbmap is not installed")
@pytest.mark.parametrize("layout", ["us", "fr", "jp", "de", "cz"])
def test_scanner_of_another_layout(
    door: DoorEvening, start: Callable[[], Screen], display: str, layout: str
) -> None:
    """A scanner that presses the keys of a US keyboard is understood whatever the layout."""
    code = door.code(door.add("前田 さゆり", category="登壇者"))
    subprocess.run(["setxkbmap", "-display", display, layout], check=True)  # noqa: S607
    screen = start()
    for _ in range(2):  # once more, as anybody does, should this machine have stalled amid the keys
        screen.keyboard("key", "--delay", "2", *(str(_KEYCODES[digit]) for digit in code))
        screen.settle()
    screen.kill()
    subprocess.run(["setxkbmap", "-display", display, "us"], check=True)  # noqa: S607

    with EventFile.open(door.event.path) as event:
        assert arrived(event) == 1
