"""An import that is killed leaves the event as it was, or with everybody: never half."""

import subprocess
import sys
from pathlib import Path

import pytest
from evening import new_evening

from reception_app.services.file_check import check_file
from reception_app.services.findings import Level, worst_of
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile

KILLED_IMPORT = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from reception_app.services.guest_import import ImportChoices, commit_import, preview_import
from reception_app.storage.event_file import EventFile

class Killer:
    def advance(self, done, total):
        if done == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)

with EventFile.open(Path(sys.argv[1])) as event:
    preview = preview_import(event, Path(sys.argv[2]))
    commit_import(event, preview, now=datetime(2026, 11, 1, tzinfo=UTC), operator="",
                  progress=Killer())
    print("done", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("killed_after", [0, 3, 39, 40, 41])
def test_a_killed_import_is_whole_or_nothing(tmp_path: Path, killed_after: int) -> None:
    """Forty guests with companions: killed before, within, at the end, and after it was said."""
    path, source = tmp_path / "gala.reception", tmp_path / "list.csv"
    new_evening(path).file.close()
    rows = "".join(f"客{n},k{n}@example.com,会員,{n % 3}\n" for n in range(40))
    source.write_text(f"氏名,メール,区分,同伴者\n{rows}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED_IMPORT, str(path), str(source), str(killed_after)],
        capture_output=True, check=False, text=True,
    )  # fmt: skip

    with EventFile.open(path) as event:
        assert guests.count_guests(event) in {0, 79}
        assert worst_of(check_file(event)) is not Level.RED
        if "done" in done.stdout:
            assert guests.count_guests(event) == 79
        else:
            assert guests.count_guests(event) == 0
