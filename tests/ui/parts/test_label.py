"""Text on screen is plain text, whoever makes the label."""

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reception_app.ui.parts.label import Label, button_caption, set_tooltip
from reception_app.ui.theme import Theme

UI = Path(__file__).parents[3] / "reception_app" / "ui"
EVIL = '<img src="x.png"><font color="#ff0000" size="7">支払済 PAID</font>'

GUESSES = {
    "QLabel": {"label.py"},
    "QMessageBox": {"label.py", "message.py"},
    "QTextEdit": {"scan_input.py"},
    "QTextBrowser": set[str](),
    "QErrorMessage": set[str](),
    "QWhatsThis": set[str](),
}
"""Classes of Qt that guess HTML, and the modules that may name them."""

METHODS = {"setToolTip": {"label.py"}, "setHtml": set[str](), "setWhatsThis": set[str]()}


@pytest.mark.usefixtures("look")
def test_label_shows_tags_as_text(qtbot: QtBot) -> None:
    """A name that looks like HTML is shown letter by letter, in the ink of the theme."""
    label = Label(EVIL)
    qtbot.addWidget(label)
    label.show()

    assert label.textFormat() is Qt.TextFormat.PlainText
    shown = label.grab().toImage()
    colours = {
        QColor(shown.pixel(x, y)).name()
        for x in range(0, shown.width(), 2)
        for y in range(shown.height())
    }
    assert not any(QColor(c).hsvSaturation() > 200 for c in colours if QColor(c).value() > 99)


@pytest.mark.usefixtures("look")
def test_guard_makes_raw_labels_plain(qtbot: QtBot) -> None:
    """A label Qt or a slip of ours creates is plain by the time it is seen."""
    page = QWidget()
    raw = QLabel(EVIL, page)
    qtbot.addWidget(page)
    page.show()

    assert raw.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.usefixtures("look")
def test_guard_makes_boxes_plain(qtbot: QtBot) -> None:
    """A message box never renders what it is told to say."""
    box = QMessageBox()
    box.setText(EVIL)
    box.setInformativeText(EVIL)
    qtbot.addWidget(box)
    box.ensurePolished()
    labels = box.findChildren(QLabel)
    for label in labels:
        label.ensurePolished()

    assert box.textFormat() is Qt.TextFormat.PlainText
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.usefixtures("look")
def test_tooltips_are_plain(qtbot: QtBot) -> None:
    """A tooltip, also one a table shows, is plain text, and all of it is seen."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    QToolTip.showText(QPoint(10, 10), EVIL, page)
    tips = [w for w in QApplication.topLevelWidgets() if isinstance(w, QLabel) and w.isVisible()]

    assert [tip.textFormat() for tip in tips] == [Qt.TextFormat.PlainText]
    assert tips[0].height() >= tips[0].heightForWidth(tips[0].width()) > 0
    QToolTip.hideText()


@pytest.mark.usefixtures("look")
def test_cut_text_stands_in_tooltip(qtbot: QtBot) -> None:
    """A text too wide for its place is whole in the tooltip, and only then."""
    label = Label("長谷川小路 勘解由左衛門", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 24)
    label.show()
    assert label.toolTip() == "長谷川小路 勘解由左衛門"

    label.resize(400, 24)
    assert label.toolTip() == ""


@pytest.mark.usefixtures("look")
def test_paragraph_grows_with_its_lines(qtbot: QtBot) -> None:
    """A wrapped text is as high as its lines need in the width it has."""
    label = Label("one two three four five six seven", wrap=True)
    qtbot.addWidget(label)

    assert label.heightForWidth(60) > 2 * label.heightForWidth(600)


def test_tone_follows_the_theme(look: Theme, qtbot: QtBot) -> None:
    """A label changes its ink with its tone."""
    label = Label("¥8,000")
    qtbot.addWidget(label)
    label.show()
    ink = label.palette().color(QPalette.ColorRole.WindowText)
    label.set_tone("danger")

    assert look.choice == "light"
    assert label.palette().color(QPalette.ColorRole.WindowText) != ink


def test_button_caption_keeps_ampersands(qtbot: QtBot) -> None:
    """`R&D` on a button is read as written and underlines nothing."""
    page = QWidget()
    qtbot.addWidget(page)
    set_tooltip(page, "R&D")

    assert button_caption("R&D && co") == "R&&D &&&& co"
    assert page.toolTip() == "R&D"


def test_nothing_that_guesses_html_is_used_raw() -> None:
    """Only the modules that make them plain name Qt's labels, boxes and tooltips."""
    found = [
        f"{module.name}:{node.lineno} {name}"
        for module in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, (ast.Name, ast.Attribute))
        for name in [node.id if isinstance(node, ast.Name) else node.attr]
        if module.name not in {**GUESSES, **METHODS}.get(name, {module.name})
    ]

    assert found == []


@pytest.mark.usefixtures("qapp")
def test_no_reference_to_none_is_lost(qtbot: QtBot) -> None:
    """Calls into Qt lose no reference to None, which in PySide6 6.12 aborts the process in time."""
    label = Label()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(200):
        label.setText(str(number))

    assert sys.getrefcount(None) > before - 50
