"""The cash boxes of the money page as table rows: what was counted only after the count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception_app.domain.drawer import BoxNotCounted, Shift
from reception_app.domain.money import Money, format_number
from reception_app.services import drawers
from reception_app.storage.event_file import EventReader
from reception_app.ui.money.cell_table import Cell, Heading, Row
from reception_app.ui.parts.label import Tone


@dataclass(frozen=True, slots=True)
class BoxState:
    """A shift at a cash box; `difference` is None until it is counted after its last movement."""

    shift: Shift
    difference: Money | None

    @property
    def is_open(self) -> bool:
        """Whether work goes on at this box."""
        return self.shift.closed_at is None


def box_state(event: EventReader, shift: Shift) -> BoxState:
    """How a shift stands, without giving away what should be in a box that is not counted."""
    if shift.closed_at is not None and shift.counted is not None and shift.expected is not None:
        return BoxState(shift, shift.counted - shift.expected)
    try:
        return BoxState(shift, drawers.difference(event, shift))
    except BoxNotCounted:
        return BoxState(shift, None)


def box_headings() -> tuple[Heading, ...]:
    """The columns of the cash boxes."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("BoxRows", "Box"), 56),
        Heading(translate("BoxRows", "Operator"), 0),
        Heading(translate("BoxRows", "Opened"), 80),
        Heading(translate("BoxRows", "State"), 176),
        Heading(translate("BoxRows", "Float"), 96, is_figure=True),
        Heading(translate("BoxRows", "Counted"), 104, is_figure=True),
        Heading(translate("BoxRows", "Expected"), 104, is_figure=True),
        Heading(translate("BoxRows", "Difference"), 104, is_figure=True),
    )


def box_rows(states: Iterable[BoxState], operators: Mapping[str, str]) -> tuple[Row, ...]:
    """The table rows of these shifts; `operators` are names by id."""
    return tuple(Row(state.shift.id, _cells(state, operators)) for state in states)


def state_words(state: BoxState) -> tuple[str, Tone]:
    """How a box stands in a word, and its tone."""
    translate = QCoreApplication.translate
    if not state.is_open:
        return translate("BoxRows", "Closed"), "muted"
    if state.difference is None:
        return translate("BoxRows", "Open, not counted"), "warn"
    return translate("BoxRows", "Counted, not closed"), "warn"


def _cells(state: BoxState, operators: Mapping[str, str]) -> tuple[Cell, ...]:
    shift = state.shift
    opened = shift.opened_at.astimezone()
    words, tone = state_words(state)
    closed = f"{shift.closed_at.astimezone():%H:%M}" if shift.closed_at else ""
    counted = shift.counted if state.difference is not None else None
    expected = None
    if counted is not None and state.difference is not None:
        expected = counted - state.difference
    return (
        Cell(shift.box, bold=True),
        Cell(operators.get(shift.operator, "—"), second=shift.reason),
        Cell(f"{opened:%H:%M}", second=f"{opened:%m-%d}", order=shift.opened_at.isoformat()),
        Cell(words, second=closed, tone=tone),
        _sum(shift.opening),
        _sum(counted),
        _sum(expected),
        _difference(state),
    )


def _difference(state: BoxState) -> Cell:
    amount = state.difference
    if amount is None:
        return Cell("—", tone="muted", order=0)
    over = "+" if amount.minor > 0 else ""
    tone: Tone = "good" if not amount else "danger" if amount.minor < 0 else "warn"
    return Cell(over + format_number(amount), tone=tone, bold=bool(amount), order=amount.minor)


def _sum(amount: Money | None) -> Cell:
    if amount is None:
        return Cell("—", tone="muted", order=-1)
    return Cell(format_number(amount), order=amount.minor)
