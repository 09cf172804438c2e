"""The theme: readable in both, switched at once, complete."""

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reception_app import paths
from reception_app.ui import theme
from reception_app.ui.door.banner_view import GROUNDS, BannerKind
from reception_app.ui.theme import DARK, LIGHT, Colours, Theme, ThemeChoice, colours_of


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2, 0 to 1."""
    seen = QColor(colour)
    red, green, blue = (
        float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for part in (seen.redF(), seen.greenF(), seen.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("ink", ["ink", "muted", "good", "warn", "danger", "accent"])
@pytest.mark.parametrize("ground", ["surface", "background", "inset"])
def test_text_is_readable(colours: Colours, ink: str, ground: str) -> None:
    """Every ink reads on every ground with a contrast of 4.5 or more."""
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_chosen_things_are_readable(colours: Colours) -> None:
    """Words on the accent colour and on its soft form read as well."""
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_strong) >= 4.5
    assert contrast(colours.ink, colours.accent_soft) >= 4.5
    assert contrast(colours.accent, colours.accent_soft) >= 4.5


@pytest.mark.parametrize("kind", GROUNDS)
def test_verdicts_are_readable(kind: BannerKind) -> None:
    """Words on each verdict, and on its chips, read from two metres."""
    ground = GROUNDS[kind]

    assert contrast(ground.ink, ground.area) >= 4.5
    assert contrast(ground.quiet, ground.area) >= 4.5
    assert contrast(ground.soft_ink, ground.soft) >= 7


def test_verdicts_differ_without_colour() -> None:
    """Seen in grey, the fee is bright and the others dark: nobody waits for money by mistake."""
    grey = {kind: luminance(ground.area) for kind, ground in GROUNDS.items()}

    assert grey[BannerKind.COLLECT] > 2 * max(
        value for kind, value in grey.items() if kind is not BannerKind.COLLECT
    )


def test_theme_changes_at_once(look: Theme, qtbot: QtBot) -> None:
    """An open widget is in the new theme as soon as it is chosen."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert colours_of(page) is LIGHT

    with qtbot.waitSignal(look.changed):
        look.choose(ThemeChoice.DARK)
    assert colours_of(page) is DARK
    look.choose(ThemeChoice.LIGHT)


@pytest.mark.usefixtures("look")
def test_fonts_are_our_own() -> None:
    """The bundled fonts are found under the names the theme asks for."""
    theme.load_rare_fonts()
    known = set(QFontDatabase.families())

    assert set(theme.font(14).families()) <= known


def test_style_sheet_uses_known_colours() -> None:
    """Every colour the style sheet asks for exists."""
    sheet = paths.resource("style.qss").read_text("utf-8")
    names = {field.name for field in fields(Colours)} | {"resources", "scheme"}

    assert set(re.findall(r"@([a-z]+(?:_[a-z]+)*)", sheet)) <= names
