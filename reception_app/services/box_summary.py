"""What one shift at a cash box came to: for the closing slip, the screen and the command line."""

from dataclasses import dataclass

from reception_app.domain.drawer import BoxCount, Shift
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.missing_cash import DeskPayment, Suspect, UnpaidInside, find_suspects
from reception_app.domain.money import Money
from reception_app.domain.receipt import Receipt
from reception_app.services.drawers import difference
from reception_app.storage import admissions, drawers, guests, receipts, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording

_INTO_THE_BOX = (
    EntryKind.FLOAT_OUT, EntryKind.OPENING_DIFFERENCE, EntryKind.PAYMENT, EntryKind.REFUND,
    EntryKind.TOP_UP, EntryKind.DROP,
)  # fmt: skip
"""What makes up the expected cash, in the order people expect it."""


@dataclass(frozen=True, slots=True)
class BoxSummary:
    """A counted shift. `number` tells it from the box's other shifts, from 1.

    `cash` are the kinds of acts that moved its cash, their sum is `expected`. `payments` are those
    that stand, by whatever tender. `took_over` names who has the cash now where it was handed over.
    """

    shift: Shift
    number: int
    operator: str
    closed_by: str
    took_over: str
    cash: tuple[tuple[EntryKind, Money], ...]
    expected: Money
    counted: Money
    counts: tuple[BoxCount, ...]
    counters: tuple[str, ...]
    payments: tuple[DeskPayment, ...]
    by_tender: tuple[tuple[Tender, int, Money], ...]
    receipts: tuple[Receipt, ...]

    @property
    def difference(self) -> Money:
        """Over (positive) or short (negative)."""
        return self.counted - self.expected


def summarize_box(event: EventReader, shift: Shift) -> BoxSummary:
    """What a shift came to.

    Raises:
        BoxNotCounted: it was not counted since cash last moved, so nothing of it is told yet.
    """
    if shift.closed_at is not None and shift.expected is not None and shift.counted is not None:
        expected, counted = shift.expected, shift.counted
    else:
        counted = shift.counted or shift.opening
        expected = counted - difference(event, shift)
    currency, names = shift.opening.currency, settings.list_operators(event)
    moved = drawers.sum_cash_by_kind(event, shift)
    payments = drawers.list_desk_payments(event, shift)
    counts = drawers.list_counts(event, shift.id)
    shifts = [one for one in drawers.list_shifts(event) if one.box == shift.box]
    after = next((one for one in shifts if one.follows == shift.id), None)
    return BoxSummary(
        shift=shift,
        number=[one.id for one in shifts].index(shift.id) + 1,
        operator=names.get(shift.operator, ""),
        closed_by=names.get(shift.closed_by, ""),
        took_over=names.get(after.operator, "") if after else "",
        cash=tuple(
            (kind, Money(moved[kind], currency)) for kind in _INTO_THE_BOX if moved.get(kind)
        ),
        expected=expected,
        counted=counted,
        counts=counts,
        counters=tuple(names.get(count.operator, "") for count in counts),
        payments=payments,
        by_tender=_by_tender(event, shift),
        receipts=receipts.list_receipts_of_shift(event, shift.id),
    )


def suspects_of(event: EventReader, shift: Shift) -> tuple[Suspect, ...]:
    """What may explain a shift's difference, likeliest first.

    Raises:
        BoxNotCounted: it was not counted since cash last moved.
    """
    summary = summarize_box(event, shift)
    return find_suspects(
        summary.difference.minor,
        currency=summary.difference.currency,
        payments=summary.payments,
        unpaid=[UnpaidInside(guest, due) for guest, due in admissions.list_inside_unpaid(event)],
        drops=drawers.list_drops(event, shift),
        count=summary.counts[-1].count if summary.counts else None,
    )


def suspect_sentence(event: EventReader, suspect: Suspect, wording: Wording) -> str:
    """What may have happened, in one sentence with names, times and amounts."""
    currency = settings.find_event(event).currency
    people = (guests.find_guest(event, guest) for guest in suspect.guests)
    return wording.text(
        "suspect",
        suspect.slip,
        guest=wording.text("suspect", "and").join(one.name for one in people if one),
        time=f"{suspect.at.astimezone():%H:%M}" if suspect.at else "",
        amount=Money(suspect.value, currency),
        other=Money(suspect.other, currency),
        pieces=suspect.other,
    )


def _by_tender(event: EventReader, shift: Shift) -> tuple[tuple[Tender, int, Money], ...]:
    currency = shift.opening.currency
    return tuple(
        (tender, times, Money(amount, currency))
        for tender, times, amount in drawers.sum_tenders(event, shift)
    )
