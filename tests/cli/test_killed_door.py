"""The door is killed at any moment while it answers lines: whatever it answered is in the file."""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from evening import new_evening

from reception_app import __main__ as program
from reception_app.services.accounts_check import check_accounts
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level
from reception_app.storage import fact_journal, guests, journal, receipts
from reception_app.storage.event_file import EventFile

KILLS = int(os.environ.get("RECEPTION_KILLS", "200"))
KILLS_OF_WHOLE_PROGRAM = 12
"""Starting the whole program takes long, so most rounds fork a process that has it loaded."""

KILLS_PER_FILE = 10
LINES_AHEAD = 10
DOOR = ("door", "--desk", "A", "--operator", "鈴木")

Answer = dict[str, Any]
Start = Callable[[Path], "Door"]

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX"),
    # A test runner on several cores has a thread of its own, which the copy has no use for.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@dataclass
class Door:
    """A running door: where its lines go in and its answers come out."""

    pid: int
    lines: int
    answers: int
    ended: Callable[[], object]


@dataclass
class Told:
    """What the door has answered so far in one file."""

    names: set[str] = field(default_factory=set)
    receipts: dict[str, int] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    undone: set[str] = field(default_factory=set)
    answered: int = 0


def whole_program(path: Path) -> Door:
    """The `door` command as anybody starts it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reception_app", *DOOR, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    lines, answers = os.dup(process.stdin.fileno()), os.dup(process.stdout.fileno())
    process.stdin.close()
    process.stdout.close()
    return Door(process.pid, lines, answers, process.wait)


def forked_program(path: Path) -> Door:
    """The `door` command in a copy of this process: the same code without its start."""
    lines_out, lines_in = os.pipe()
    answers_out, answers_in = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(lines_in)
            os.close(answers_out)
            sys.stdin = os.fdopen(lines_out, encoding="utf-8")
            sys.stdout = os.fdopen(answers_in, "w", encoding="utf-8")
            program.main([*DOOR, str(path)])
        finally:
            # Whatever happens, the copy must not go on with the tests.
            os._exit(1)
    os.close(lines_out)
    os.close(answers_in)
    return Door(pid, lines_in, answers_out, lambda: os.waitpid(pid, 0))


def lines_of_a_busy_desk(numbers: Iterator[int]) -> Iterator[str]:
    """What people do at a desk, without end; names and codes never repeat."""
    for n in numbers:
        yield f"walk-in 客{n}|きゃく|会社|会員|"
        yield ("pay cash 10000", "pay paypay", "pay card", "pay-later あとで")[n % 4]
        if n % 5 == 0:
            yield "undo まちがい"
        yield f"{n:032}"


@pytest.mark.parametrize(
    ("start", "kills"),
    [(whole_program, KILLS_OF_WHOLE_PROGRAM), (forked_program, KILLS)],
    ids=["whole program", "forked"],
)
def test_killed_at_any_moment(tmp_path: Path, start: Start, kills: int) -> None:
    """After every kill all answered lines are in the file, the chain verifies, accounts balance."""
    chance = random.Random(kills)
    numbers = count(1)
    answered = 0
    for first in range(0, kills, KILLS_PER_FILE):
        path = tmp_path / f"{first}.reception"
        evening = new_evening(path)
        evening.open_box()
        evening.file.close()
        told = Told()
        for _ in range(min(KILLS_PER_FILE, kills - first)):
            run_until_killed(start(path), told, numbers, chance)
            with EventFile.open(path) as event:
                assert_in_file(told, event)
        with EventFile.open(path) as event:
            findings = (*check_file(event), *check_accounts(event))
            assert [f.code for f in findings if f.level is Level.RED] == []
        answered += told.answered
    assert answered > kills


def run_until_killed(door: Door, told: Told, numbers: Iterator[int], chance: random.Random) -> None:
    """Send lines as fast as they are read, kill the door somewhere, and note what it answered."""
    # The first answer comes after opening; kills before it and long after it are both wanted.
    patience = chance.choice((0.0, chance.random() * 0.02, chance.random() * 0.1))
    asked = lines_of_a_busy_desk(numbers)
    pending: list[str] = []
    received = b""
    first_answer = time.monotonic() + 20
    deadline: float | None = None
    while time.monotonic() < (deadline or first_answer):
        while len(pending) - received.count(b"\n") < LINES_AHEAD:
            line = next(asked)
            pending.append(line)
            os.write(door.lines, f"{line}\n".encode())
        if select.select([door.answers], [], [], 0.002)[0]:
            received += os.read(door.answers, 65536)
            deadline = deadline or time.monotonic() + patience
    os.kill(door.pid, signal.SIGKILL)
    door.ended()
    while block := os.read(door.answers, 65536):
        received += block
    os.close(door.lines)
    os.close(door.answers)
    whole_lines = received[: received.rfind(b"\n") + 1].decode().splitlines()
    note(told, pending, [json.loads(line) for line in whole_lines])


def note(told: Told, asked: list[str], answers: list[Answer]) -> None:
    """Note what the answers promise."""
    told.answered += len(answers)
    last_receipt = ""
    for line, answer in zip(asked, answers, strict=False):
        assert "error" not in answer or line.startswith("undo"), (line, answer)
        if line.startswith("walk-in"):
            told.names.add(answer["guest"]["name"])
        elif line.startswith("pay "):
            told.receipts[answer["receipt"]] = answer["paid"]
            last_receipt = answer["receipt"]
        elif line.startswith("undo"):
            if answer.get("give_back"):
                told.undone.add(last_receipt)
        elif line.isdigit():
            assert answer["verdict"] == "unknown_code"
            told.unknown.add(line)


def assert_in_file(told: Told, event: EventFile) -> None:
    """Assert that the file holds all that was told, and nothing that can't be."""
    issued = receipts.list_receipts(event)
    assert fact_journal.broken_link(event.db) is None
    assert journal.list_unbalanced(event) == ()
    assert [receipt.number for receipt in issued] == list(range(1, len(issued) + 1))
    amounts = {receipt.label: receipt.amount.minor for receipt in issued}
    assert told.receipts.items() <= amounts.items()
    assert told.undone <= {receipt.label for receipt in issued if receipt.void}
    assert told.names <= {row.guest.name for row in guests.list_guests(event)}
    refused = {str(row[0]) for row in event.db.execute("SELECT text FROM refused_scan")}
    assert told.unknown <= refused
