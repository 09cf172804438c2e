"""Fees of guests who did not come 欠席: all at once, looked at before, and undone at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import NoShowsCharged, NoShowsTakenBack
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.journal import AlreadyReversed, Entry, EntryKind, cancel_fee
from reception_app.domain.money import Money, total
from reception_app.domain.progress import Progress, Silent
from reception_app.services.fees import record_charge_taken_back
from reception_app.services.posting import given, post, reversal_of
from reception_app.services.waivers import fee_left
from reception_app.storage import guests, no_shows, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import (
    find_balance,
    find_entry,
    find_standing_charge,
    is_reversed,
)
from reception_app.storage.no_shows import ChargedNoShow

NO_SHOW = "no-show"
"""The reason under which the ordinary fee of an absent guest is taken back."""


class NobodyAbsent(ReceptionError):
    """No guest who is charged stayed away."""


@dataclass(frozen=True, slots=True)
class NoShow:
    """What becomes of one absent guest's fee: what it was, what is kept of it, and what was paid.

    `back` is what is to be given back then, `due` what is to be asked for.
    """

    guest: Guest
    fee: Money
    kept: Money
    paid: Money

    @property
    def back(self) -> Money:
        """What the guest has paid more than is kept."""
        return max(self.paid - self.kept, Money(0, self.fee.currency))

    @property
    def due(self) -> Money:
        """What the guest owes of what is kept."""
        return max(self.kept - self.paid, Money(0, self.fee.currency))


def preview_no_shows(event: EventReader, kept: Money | None) -> tuple[NoShow, ...]:
    """What becomes of the fees of all who did not come, without writing anything.

    `kept` is what is kept of each fee, but never more than the fee: all of it when None.
    """
    currency = settings.find_event(event).currency
    shows = []
    for guest_id in no_shows.list_absent(event):
        guest, fee = guests.find_guest(event, guest_id), fee_left(event, guest_id)
        assert guest is not None
        balance = find_balance(event, guest_id)
        paid = Money(balance.paid - balance.refunded, currency)
        shows.append(NoShow(guest, fee, fee if kept is None else min(kept, fee), paid))
    return tuple(shows)


def charge_no_shows(
    event: EventFile, kept: Money | None, *, run: str, now: datetime, operator: str,
    only: Sequence[str] | None = None, progress: Progress | None = None,
) -> tuple[NoShow, ...]:  # fmt: skip
    """Put another fee in the place of the ordinary one of everybody who did not come.

    Args:
        event: the event.
        kept: what is kept of each fee; all of it when None.
        run: the id of this act, made when it is asked for: sent twice it is done once.
        now: the time of the act.
        operator: who does it.
        only: ids of the guests it is for, of those who did not come; all of them when None.
        progress: advanced for each guest.

    Raises:
        NobodyAbsent: there is nobody to charge.
        Cancelled: nothing was written.
    """
    progress = progress or Silent()
    if no_shows.list_charged_no_shows(event, run):
        return ()
    wanted = None if only is None else set(only)
    shows = [
        one for one in preview_no_shows(event, kept) if wanted is None or one.guest.id in wanted
    ]
    if not shows:
        raise NobodyAbsent
    with event.act(now=now, actor=operator) as act:
        taken = []
        for done, show in enumerate(shows):
            progress.advance(done, len(shows))
            taken.append(_charge(event, act, show, run=run))
        act.record(NoShowsCharged(run=run, guests=taken))
    return tuple(shows)


def take_no_shows_back(
    event: EventFile, run: str, reason: str, *, now: datetime, operator: str
) -> int:
    """Undo a whole run: the ordinary fees with their discounts hold again; returns for how many.

    Guests who were cancelled or accepted anew since are left as they are.

    Raises:
        AlreadyReversed: there is no such run, or it was undone before.
        ReasonMissing: a correction needs its reason.
    """
    reason = given(reason)
    if not any(one.run == run and one.stands for one in no_shows.list_no_show_runs(event)):
        raise AlreadyReversed
    undone = 0
    with event.act(now=now, actor=operator) as act:
        for charged in no_shows.list_charged_no_shows(event, run):
            undone += _take_back(event, act, charged, run=run, reason=reason)
        act.record(NoShowsTakenBack(run=run, reason=reason))
    return undone


def sum_kept(shows: Sequence[NoShow], currency: str) -> Money:
    """What is kept of all these fees together."""
    return total((show.kept for show in shows), currency)


def _charge(event: EventReader, act: Act, show: NoShow, *, run: str) -> list[str]:
    guest = show.guest
    charge = find_standing_charge(event, guest.id)
    assert charge is not None, "only charged guests are listed as absent"
    waived = record_charge_taken_back(event, act, guest, reason=NO_SHOW)
    if show.kept:
        post(
            act,
            Entry(
                id=f"{run}-{guest.id}",
                kind=EntryKind.CANCELLATION,
                currency=show.kept.currency,
                postings=cancel_fee(guest.id, show.kept),
                guest=guest.id,
                reason=NO_SHOW,
            ),
        )
    return [guest.id, charge.entry.id, *(posted.entry.id for posted in waived)]


def _take_back(
    event: EventReader, act: Act, charged: ChargedNoShow, *, run: str, reason: str
) -> bool:
    guest, fee = (
        guests.find_guest(event, charged.guest),
        find_entry(event, f"{run}-{charged.guest}"),
    )
    assert guest is not None
    if guest.status is not GuestStatus.ACCEPTED or not guests.is_uncharged(event, guest.id):
        return False
    if fee is not None:
        if is_reversed(event, fee.entry.id):
            return False
        post(act, reversal_of(fee.entry, reason=reason))
    for entry_id in charged.entries:
        posted = find_entry(event, entry_id)
        assert posted is not None
        old = posted.entry
        post(
            act,
            Entry(
                id=new_id(),
                kind=old.kind,
                currency=old.currency,
                postings=old.postings,
                guest=old.guest,
                reason=old.reason,
            ),
        )
    return True
