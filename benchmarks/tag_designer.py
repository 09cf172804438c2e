"""From a stroke of the mouse to the painted designer: a dragged element, and ten tags with it."""

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from report import Row, markdown_table

from reception_app.documents.shipped_designs import SHIPPED
from reception_app.services.demo import make_demo
from reception_app.ui.tag_designer.designer_dialog import DesignerDialog
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

STEPS = 240
NAME = 4
"""The element that is dragged: reading and name, the one that takes longest to fit."""


def measure() -> list[Row]:
    """One row: what a step of a drag takes until canvas and sheet are painted."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.reception"
        event, _ = make_demo(path, now=datetime.now(UTC).astimezone(), guest_count=100)
        parent = QWidget()
        window = DesignerDialog(parent, Workplace(event, Wording("ja")), SHIPPED["ten_up"])
        window.resize(1260, 700)
        window.show()
        app.processEvents()
        steps = _drag(window, app)
        bare = _bare_paint(window)
        window.work.note_saved(window.work.design)
        window.close()
        event.close()
    p99 = sorted(steps)[int(len(steps) * 0.99)]
    return [
        Row(
            job=f"Step of a drag in the tag designer, 10-up sheet too (p99 {p99 * 1000:.1f} ms)",
            limit_name="copying the window's pixels",
            limit_seconds=bare,
            product_seconds=median(steps),
            target="60 a second: p99 ≤ 16.7 ms",
        )
    ]


def _drag(window: DesignerDialog, app: QApplication) -> list[float]:
    canvas = window.canvas
    start = canvas.frame_on_screen(window.work.elements[NAME].frame).center()
    _send(canvas, QEvent.Type.MouseButtonPress, start)
    steps = []
    for step in range(STEPS):
        begun = perf_counter()
        way = QPointF(step % 40 - 20, step % 30 - 15)
        _send(canvas, QEvent.Type.MouseMove, start + way)
        app.processEvents()
        steps.append(perf_counter() - begun)
    _send(canvas, QEvent.Type.MouseButtonRelease, start)
    return steps[10:]


def _bare_paint(window: DesignerDialog) -> float:
    """Painting the finished window as one picture: what any program has to do."""
    picture = window.grab().toImage()
    target = QImage(picture.size(), QImage.Format.Format_RGB32)
    times = []
    for _ in range(20):
        begun = perf_counter()
        painter = QPainter(target)
        painter.drawImage(QPoint(0, 0), picture)
        painter.end()
        times.append(perf_counter() - begun)
    return median(times)


def _send(canvas: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), left, left, none)
    QApplication.sendEvent(canvas, event)


if __name__ == "__main__":
    print(markdown_table(measure()))
