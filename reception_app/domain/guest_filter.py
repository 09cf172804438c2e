"""Which guests a list shows: every condition that is set must hold."""

from collections.abc import Collection
from dataclasses import dataclass, fields

from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.labels import split_labels
from reception_app.domain.ledger import GuestBalance, PaymentStatus, payment_status


@dataclass(frozen=True, slots=True)
class GuestFilter:
    """Conditions on a guest; of a set of values one must hold, and an empty set asks nothing.

    In `categories`, `labels` and `introducers` the empty text means those who have none.
    """

    statuses: frozenset[GuestStatus] = frozenset()
    categories: frozenset[str] = frozenset()
    payments: frozenset[PaymentStatus] = frozenset()
    labels: frozenset[str] = frozenset()
    introducers: frozenset[str] = frozenset()
    arrived: bool | None = None
    inside: bool | None = None
    walk_in: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it lets everybody through."""
        return self == GuestFilter()

    @property
    def count(self) -> int:
        """How many conditions are set."""
        nothing = GuestFilter()
        return sum(getattr(self, f.name) != getattr(nothing, f.name) for f in fields(self))

    def lets_through(
        self, guest: Guest, balance: GuestBalance, *, arrived: bool, inside: bool
    ) -> bool:
        """Whether this guest is shown."""
        return (
            _one_of(self.statuses, guest.status)
            and _one_of(self.categories, guest.category)
            and _one_of(self.payments, payment_status(balance))
            and (not self.labels or bool(self.labels & set(split_labels(guest.labels) or ("",))))
            and _one_of(self.introducers, guest.introducer)
            and self.arrived in (None, arrived)
            and self.inside in (None, inside)
            and self.walk_in in (None, guest.walk_in)
        )


def _one_of(wanted: Collection[str], value: str) -> bool:
    return not wanted or value in wanted
