"""What a guest may see of their own arrival: greeting, name, table, money. Nothing else.

No note, no company, no reason: whoever is refused reads that the desk will help, and other guests
who look over a shoulder learn nothing.
"""

from dataclasses import dataclass
from enum import Enum, auto

from reception_app.domain.money import Money
from reception_app.services.reception import Outcome
from reception_app.ui.door.banner_view import BannerKind


class SightKind(Enum):
    """What the second screen says."""

    IDLE = auto()
    WELCOME = auto()
    FEE = auto()
    ASK = auto()


@dataclass(frozen=True, slots=True)
class GuestSight:
    """What stands on the second screen.

    `due` is what is or was to be paid, `received` what was handed over and `change` what comes
    back; None where there is nothing to say.
    """

    kind: SightKind
    name: str = ""
    table: str = ""
    due: Money | None = None
    received: Money | None = None
    change: Money | None = None


_KINDS = {
    BannerKind.ADMITTED: SightKind.WELCOME,
    BannerKind.COLLECT: SightKind.FEE,
    BannerKind.REFUSED: SightKind.ASK,
    BannerKind.TROUBLE: SightKind.ASK,
}


def sight_of(
    outcome: Outcome | None, kind: BannerKind, *, due: Money, received: Money | None
) -> GuestSight:
    """What the guest sees while the desk sees this answer.

    Args:
        outcome: the answer of the door, None between two guests.
        kind: the ground on which it stands at the desk.
        due: what is asked for there, the companions' fees included when they are taken too.
        received: what is handed over as far as it was typed, None while that cannot be taken.
    """
    shown = _KINDS.get(kind, SightKind.IDLE)
    guest = outcome.guest if outcome else None
    if shown is SightKind.ASK or (shown is not SightKind.IDLE and guest is None):
        return GuestSight(SightKind.ASK)
    if shown is SightKind.IDLE or outcome is None or guest is None:
        return GuestSight(SightKind.IDLE)
    if shown is SightKind.FEE:
        more = received is not None and received > due
        return GuestSight(
            shown, guest.name, guest.table_name, due,
            received if more else None, received - due if received is not None and more else None,
        )  # fmt: skip
    payment = outcome.payment
    if payment is None:
        return GuestSight(shown, guest.name, guest.table_name)
    change = payment.total_change
    return GuestSight(
        shown, guest.name, guest.table_name, payment.total,
        payment.total + change if change else None, change or None,
    )  # fmt: skip
