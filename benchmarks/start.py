"""From starting the process to the first painted window, with the demo event open."""

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from report import Row, best_of, markdown_table

from reception_app.services.demo import make_demo

_UNTIL_PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject

AWAITED = sys.argv[1].split(",")

class UntilPainted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ in AWAITED:
            status = open("/proc/self/status").read()
            print(status.split("VmRSS:")[1].split()[0], flush=True)
            os._exit(0)
        return False
"""
_BARE = (
    _UNTIL_PAINTED
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
watch = UntilPainted()
app.installEventFilter(watch)
window = QMainWindow()
window.setCentralWidget(QLabel("Reception"))
window.resize(1280, 800)
window.show()
app.exec()
"""
)
_PRODUCT = (
    _UNTIL_PAINTED
    + """
from PySide6.QtWidgets import QApplication
from reception_app import app as product

watch = UntilPainted()
plain_exec = QApplication.exec
def watched_exec(*_):
    QApplication.instance().installEventFilter(watch)
    return plain_exec()
QApplication.exec = watched_exec
from pathlib import Path
product.run(Path(sys.argv[2]))
"""
)


def measure() -> list[Row]:
    """Two rows against the bare window: something is seen, and the door is ready to scan."""
    with tempfile.TemporaryDirectory() as folder:
        event, _ = make_demo(Path(folder) / "demo.reception", now=datetime.now().astimezone())
        event.close()
        # Modules compiled once, as on any computer that has started the program before.
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        own = _start(_PRODUCT, "VerdictBanner", event.path)
        memory = own / _start(_BARE, "QMainWindow")
        bare = best_of(7, lambda: _start(_BARE, "QMainWindow"))
        seen = best_of(7, lambda: _start(_PRODUCT, "MainWindow", event.path))
        ready = best_of(7, lambda: _start(_PRODUCT, "VerdictBanner", event.path))
    return [
        Row("Start to first painted window", "bare PySide6 window", bare, seen, "≤ 2.5×"),
        Row(
            f"Start to a door ready to scan (memory {memory:.1f}×)",
            "bare PySide6 window",
            bare,
            ready,
            "–",
        ),
    ]


def _start(script: str, awaited: str, *arguments: Path) -> int:
    """Run the script until a widget of the class `awaited` is painted; its memory in KiB."""
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-c", script, awaited, *map(str, arguments)],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        check=True,
    )
    return int(done.stdout)


if __name__ == "__main__":
    print(markdown_table(measure()))
