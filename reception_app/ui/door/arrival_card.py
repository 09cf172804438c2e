"""The counters of the door: arrived of expected, by category, and who is inside unpaid."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reception_app.ui import theme
from reception_app.ui.parts.card import Card, Line
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.theme import Type

_NEAR_SHARE = 0.9
"""From this share of the capacity on the door is warned."""


class Fullness(Enum):
    """How full the house is: there is room, nearly none, none."""

    FREE = "free"
    NEAR = "near"
    FULL = "full"


_TONES: dict[Fullness, Tone] = {
    Fullness.FREE: "ink",
    Fullness.NEAR: "warn",
    Fullness.FULL: "danger",
}


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """The figures of the card; `rows` are (name, figure) lines, ready to be read.

    `unpaid` says how many are inside unpaid and with which sum; empty when nobody is. `capacity` is
    how many the house holds, None where nobody set it.
    """

    arrived: int
    expected: int
    rows: tuple[tuple[str, str], ...] = ()
    unpaid: str = ""
    inside: int = 0
    capacity: int | None = None

    @property
    def fullness(self) -> Fullness:
        """How full the house is."""
        if self.capacity is None:
            return Fullness.FREE
        if self.inside >= self.capacity:
            return Fullness.FULL
        return Fullness.NEAR if self.inside >= self.capacity * _NEAR_SHARE else Fullness.FREE


class ArrivalCard(Card):
    """The card with the counters.

    `unpaid` is the quiet button to the unpaid list, `out` the one that lets out or in again.
    """

    def __init__(self, *, unpaid_key: str = "F4", out_key: str = "F5") -> None:
        super().__init__(padding=20)
        self._name = Label(tone="muted")
        self._arrived = Label("0", size=38, bold=True)
        self._expected = Label(size=Type.TITLE, tone="muted")
        self._progress = ProgressLine()
        self._rows = QVBoxLayout()
        self._brief = False
        self._view = ArrivalView(0, 0)
        self._row_labels: list[tuple[Label, Label]] = []
        self._line = Line()
        self._unpaid_name = Label(tone="danger")
        self._unpaid = Label()
        self.unpaid = KeyHint("", unpaid_key)
        self._inside_name = Label(tone="muted")
        self._inside = Label()
        self.out = KeyHint("", out_key)
        self._build_layout()
        self._set_texts()
        self.show_view(self._view)

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 - a state, like Qt's setVisible
        """Leave the lines out, as when the camera needs their room."""
        self._brief = brief
        self.show_view(self._view)

    def show_view(self, view: ArrivalView) -> None:
        """Show these figures; only labels whose text changed are touched."""
        self._view = view
        self._arrived.setText(f"{view.arrived:,}")
        self._expected.setText(f"/ {view.expected:,}")
        self._progress.set_share(view.arrived, view.expected)
        while len(self._row_labels) < len(view.rows):
            self._add_row()
        for number, (name, figure) in enumerate(self._row_labels):
            shown = number < len(view.rows) and not self._brief
            name.setText(view.rows[number][0] if shown else "")
            figure.setText(view.rows[number][1] if shown else "")
            name.setVisible(shown)
            figure.setVisible(shown)
        self._inside.setText(_inside_words(view))
        tone = _TONES[view.fullness]
        self._inside.set_tone(tone)
        self._inside_name.set_tone("muted" if tone == "ink" else tone)
        self._unpaid.setText(view.unpaid)
        for part in (self._line, self._unpaid_name, self._unpaid, self.unpaid):
            part.setVisible(bool(view.unpaid))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        base = Qt.AlignmentFlag.AlignBottom
        head.addWidget(self._name, alignment=base)
        head.addStretch()
        head.addWidget(self._arrived, alignment=base)
        head.addSpacing(theme.GRID)
        head.addWidget(self._expected, alignment=base)
        self._name.setContentsMargins(0, 0, 0, 6)
        self._expected.setContentsMargins(0, 0, 0, 4)
        self.body.addLayout(head)
        self.body.addWidget(self._progress)
        self.body.addSpacing(4)
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        inside = QHBoxLayout()
        inside.addWidget(self._inside_name)
        inside.addStretch()
        inside.addWidget(self._inside)
        inside.addWidget(self.out)
        self.body.addLayout(inside)
        self.body.addWidget(self._line)
        foot = QHBoxLayout()
        foot.addWidget(self._unpaid_name)
        foot.addStretch()
        foot.addWidget(self._unpaid)
        foot.addWidget(self.unpaid)
        self.body.addLayout(foot)

    def _add_row(self) -> None:
        name, figure = Label(tone="muted", elide=True), Label()
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(figure)
        self._rows.addLayout(row)
        self._row_labels.append((name, figure))

    def _set_texts(self) -> None:
        self._name.setText(QCoreApplication.translate("ArrivalCard", "Arrived"))
        self._inside_name.setText(QCoreApplication.translate("ArrivalCard", "Inside"))
        self.out.set_caption(QCoreApplication.translate("ArrivalCard", "Out"))
        self._unpaid_name.setText(QCoreApplication.translate("ArrivalCard", "Inside, unpaid"))


def _inside_words(view: ArrivalView) -> str:
    """How many are inside, of how many the house holds, with a sign where it is full."""
    if view.capacity is None:
        return f"{view.inside:,}"
    sign = {Fullness.FREE: "", Fullness.NEAR: "▲ ", Fullness.FULL: "✕ "}[view.fullness]
    return f"{sign}{view.inside:,} / {view.capacity:,}"
