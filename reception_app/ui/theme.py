"""The look: colours of the light and the dark theme, the type scale, the 8-px grid, the fonts.

The palette carries the theme: a widget that paints itself asks `colours_of(self)`, so changing the
theme is one palette change and no widget knows which theme is on.
"""

import re
from dataclasses import dataclass, fields
from enum import IntEnum, StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip, QWidget

from reception_app import paths

GRID = 8
"""Every distance is a multiple of this, in px."""

PAGE_MARGIN = 24
CARD_RADIUS = 12
CONTROL_HEIGHT = 40
SMALL_CONTROL_HEIGHT = 36
SCAN_LINE_HEIGHT = 56
ROW_HEIGHT = 44

_FONT_FILES = (
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
)
_RARE_FONT_FILES = (
    "ReceptionSansCJK-Regular.ttf",
    "ReceptionSansCJK-Bold.ttf",
    "ReceptionRareMincho-Regular.ttf",
)
_FALLBACKS = ("Noto Sans", "Reception Sans CJK", "Reception Rare Mincho")
_FAMILIES = ("BIZ UDPGothic", *_FALLBACKS)


class ThemeChoice(StrEnum):
    """Which theme the person wants; `SYSTEM` follows the operating system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Type(IntEnum):
    """The type scale, in px."""

    SMALL = 12
    BASE = 14
    LARGE = 18
    TITLE = 22
    FIGURE = 28
    NAME = 46
    AMOUNT = 60


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme as `#rrggbb`; text on its ground has a contrast of 4.5 or more.

    `accent_soft` lies behind what is chosen, `track` behind a progress line, `inset` behind chips
    and keys; `good`, `warn` and `danger` are inks for words, never for areas.
    """

    background: str
    surface: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_strong: str
    accent_soft: str
    inset: str
    track: str
    good: str
    warn: str
    danger: str


LIGHT = Colours(
    background="#F5F6F8",
    surface="#FFFFFF",
    ink="#171B22",
    muted="#667085",
    line="#E3E6EB",
    accent="#2F56D9",
    on_accent="#FFFFFF",
    accent_strong="#2445B4",
    accent_soft="#E8EDFD",
    inset="#F5F6F8",
    track="#EEF0F4",
    good="#00795C",
    warn="#8A5A00",
    danger="#B3261E",
)
DARK = Colours(
    background="#14171C",
    surface="#1D2128",
    ink="#EEF1F5",
    muted="#98A2B3",
    line="#2D333D",
    accent="#7B9BFF",
    on_accent="#0D1224",
    accent_strong="#9DB5FF",
    accent_soft="#222C4C",
    inset="#14171C",
    track="#12151A",
    good="#3CC48F",
    warn="#F5B301",
    danger="#FF8A80",
)


_KNOWN_PALETTES: dict[int, Colours] = {}
"""By cache key, which Qt gives each palette once: asked for with every cell that is painted."""

_MOST_PALETTES = 256


class Theme(QObject):
    """The theme of the running program: applies a choice, and follows the system when asked to."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._applied: Colours | None = None
        self._sheet = paths.resource("style.qss").read_text(encoding="utf-8")
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font(Type.BASE))
        QToolTip.setFont(font(Type.BASE - 1))
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Apply the choice to the whole program at once."""
        self._choice = choice
        self._apply()

    def _apply(self) -> None:
        colours = self._wanted()
        if colours is self._applied:
            return
        self._applied = colours
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(_filled(self._sheet, colours))
        self.changed.emit()

    def _wanted(self) -> Colours:
        match self._choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.SYSTEM:
                dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
                return DARK if dark else LIGHT


def colours_of(widget: QWidget) -> Colours:
    """The colours of the theme this widget is shown in."""
    # ToolTipBase, because no style rule and no widget of ours ever changes that role.
    palette = widget.palette()
    key = palette.cacheKey()
    known = _KNOWN_PALETTES.get(key)
    if known is None:
        if len(_KNOWN_PALETTES) > _MOST_PALETTES:
            _KNOWN_PALETTES.clear()
        surface = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ToolTipBase)
        known = DARK if surface.name().upper() == DARK.surface else LIGHT
        _KNOWN_PALETTES[key] = known
    return known


def font(size: int, *, bold: bool = False) -> QFont:
    """The font of the window, `size` px high; rare letters come from its fallbacks."""
    made = QFont(list(_FAMILIES))
    made.setPixelSize(size)
    made.setBold(bold)
    return made


@cache
def load_fonts() -> None:
    """Make the fonts of the first screen known to Qt, once."""
    _load(_FONT_FILES)


@cache
def load_rare_fonts() -> None:
    """Make the fonts of rare name kanji known, once; to be called after the first paint."""
    _load(_RARE_FONT_FILES)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window,), colours.background),
        ((role.Base, role.Button, role.ToolTipBase), colours.surface),
        ((role.AlternateBase,), colours.inset),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.ink),
        ((role.BrightText,), colours.danger),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Midlight, role.Dark, role.Light, role.Shadow), colours.line),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.muted))
    return palette


def _filled(sheet: str, colours: Colours) -> str:
    values = {field.name: getattr(colours, field.name) for field in fields(colours)}
    values["resources"] = paths.resource().as_posix()
    values["scheme"] = "dark" if colours is DARK else "light"
    return re.sub(r"@(\w+)", lambda match: values[match[1]], sheet)
