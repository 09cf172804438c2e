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

class UntilPainted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
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
product.run(Path(sys.argv[1]))
"""
)


def measure() -> list[Row]:
    """One row: the bare window against ours with the demo event."""
    with tempfile.TemporaryDirectory() as folder:
        event, _ = make_demo(Path(folder) / "demo.reception", now=datetime.now().astimezone())
        event.close()
        bare = best_of(7, lambda: _start(_BARE))
        ours = best_of(7, lambda: _start(_PRODUCT, str(event.path)))
        memory = _start(_PRODUCT, str(event.path)) / _start(_BARE)
    return [
        Row(
            job=f"Start to first painted window (memory {memory:.1f}×)",
            limit_name="bare PySide6 window",
            limit_seconds=bare,
            product_seconds=ours,
            target="≤ 2.5×",
        )
    ]


def _start(script: str, *arguments: str) -> int:
    """Run the script until its window is painted; returns its memory in KiB."""
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-c", script, *arguments],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        check=True,
    )
    return int(done.stdout)


if __name__ == "__main__":
    print(markdown_table(measure()))
