"""The icons are one family and take the ink of the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reception_app import paths
from reception_app.ui.door.banner_view import ICONS
from reception_app.ui.parts import icons

DRAWINGS = sorted(paths.resource("icons").glob("*.svg"))
UI = Path(__file__).parents[3] / "reception_app" / "ui"


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
@pytest.mark.usefixtures("qapp")
def test_icon_is_drawn_in_its_ink(file: Path) -> None:
    """Each icon leaves ink of the wanted colour and stays inside its square."""
    picture = icons.pixmap(file.stem, "#ff0000", 48).toImage()
    inked = [
        (x, y)
        for x in range(48)
        for y in range(48)
        if QColor(picture.pixelColor(x, y)).alpha() > 200
    ]

    assert len(inked) > 8
    assert all(0 < x < 47 and 0 < y < 47 for x, y in inked)
    if "currentColor" in file.read_text("utf-8"):
        assert {picture.pixelColor(*spot).red() for spot in inked} == {255}


def test_named_icons_exist() -> None:
    """Every icon a screen asks for by a keyword or a verdict is there."""
    known = {file.stem for file in DRAWINGS}
    asked = {
        name
        for module in UI.rglob("*.py")
        for name in re.findall(r'(?:icon=|IconPicture\()"(\w+)"', module.read_text("utf-8"))
    }

    assert asked | set(ICONS.values()) <= known
