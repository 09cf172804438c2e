"""Thousands of random acts at three cash boxes: two sets of books agree, and every check holds."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from evening import new_evening
from money_simulation import Simulation

from reception_app.services.accounts_check import check_accounts
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level
from reception_app.storage import fact_journal
from reception_app.storage.event_file import EventFile

ACTS = int(os.environ.get("RECEPTION_MONEY_ACTS", "400"))
"""The full simulation has 5,000."""

BETWEEN_CHECKS = int(os.environ.get("RECEPTION_MONEY_CHECK_EVERY", "40"))
"""Acts between two checks of everything; what is quick is compared after each act."""

KILLS = int(os.environ.get("RECEPTION_MONEY_KILLS", "3"))
SEEDS = (1, 2026)


def red(event: EventFile) -> list[str]:
    """The checks that are red."""
    return [f"{f.code} {f.facts}" for f in check_accounts(event) if f.level is Level.RED]


@pytest.mark.parametrize("seed", SEEDS)
def test_all_invariants_hold_after_every_act(tmp_path: Path, seed: int) -> None:
    """Both sets of books agree after every act; nothing is red; rebuilding changes nothing."""
    event = new_evening(tmp_path / "gala.reception").file
    simulation = Simulation(event, seed)
    for number in range(ACTS):
        act = simulation.step()
        assert simulation.disagreement() == "", (number, act)
        if number % BETWEEN_CHECKS == 0:
            assert red(event) == [], (number, act)

    assert red(event) == []
    assert fact_journal.differing_projections(event.db) == []
    assert len(simulation.done) == len(simulation._acts), "every act succeeded at least once"
    event.close()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_whatever_was_done_survives_kill_9(tmp_path: Path) -> None:
    """What was told is on the disk, nothing is red, and the evening goes on."""
    path, chance, known = tmp_path / "gala.reception", random.Random(9), 0
    script = Path(__file__).with_name("money_simulation.py")
    for seed in range(KILLS):
        command = [sys.executable, str(script), str(path), str(seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as living:
            assert living.stdout is not None
            for _ in range(chance.randint(20, 90)):
                known = int(living.stdout.readline())
            living.send_signal(signal.SIGKILL)
        with EventFile.open(path) as event:
            assert fact_journal.count_facts(event.db) >= known
            assert red(event) == []
            assert all(f.level is not Level.RED for f in check_file(event))
