"""Whose fees a guest pays beside their own まとめ払い: chosen by name or by scanning a badge."""

from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money
from reception_app.services.payments import due_together
from reception_app.storage import guests
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import due_of

_MAY_COME = frozenset({GuestStatus.ACCEPTED})


class PaidTogether:
    """The guests one payment is for; the first is the one who pays."""

    def __init__(self, event: EventReader, payers: tuple[Guest, ...]) -> None:
        self._event = event
        self._first = payers
        self.others: tuple[Guest, ...] = ()

    @property
    def payers(self) -> tuple[Guest, ...]:
        """Everybody who is paid for."""
        return (*self._first, *self.others)

    @property
    def due(self) -> Money:
        """What they owe together."""
        return due_together(self._event, self.payers)

    def may_add(self, guest: Guest) -> bool:
        """Whether this guest owes a fee, and nothing but the fee keeps them out."""
        known = {one.id for one in self._first}
        return (
            guest.id not in known
            and guest.status in _MAY_COME
            and due_of(self._event, guest.id) > 0
        )

    def toggle(self, guest: Guest) -> None:
        """Pay for this guest too, or no longer."""
        kept = tuple(one for one in self.others if one.id != guest.id)
        added = () if len(kept) < len(self.others) or not self.may_add(guest) else (guest,)
        self.others = (*kept, *added)

    def proposals(self) -> tuple[Guest, ...]:
        """Who is chosen, and who is likely to be: the same party, company or introducer."""
        likely = guests.list_owing_near(self._event, self._first[0])
        chosen = {guest.id for guest in self.others}
        return (*self.others, *(g for g in likely if g.id not in chosen and self.may_add(g)))

    def found(self, text: str) -> tuple[Guest, ...]:
        """Guests who fit what was typed and whose fee can be paid."""
        return tuple(g for g in guests.search_guests(self._event, text) if self.may_add(g))
