"""The rows a finding is about, in words: entries, guests, vouchers, shifts, rows of the bank."""

from dataclasses import dataclass

from reception_app.domain.journal import FEES, Entry, EntryKind
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.services.account_names import account_names
from reception_app.services.findings import Finding
from reception_app.storage import audit, guests, settings, statements, vouchers
from reception_app.storage.budget import list_budget
from reception_app.storage.drawers import list_shifts
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import find_entry, list_entries
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One row concerned; `guest` is whose row it is, to go there, `amount` empty for none."""

    what: str
    when: str = ""
    amount: str = ""
    why: str = ""
    guest: str | None = None


def rows_of(event: EventReader, finding: Finding, wording: Wording) -> tuple[CheckRow, ...]:
    """What the finding is about, row by row; what has no row of its own is told by its name."""
    places = _Places(event, wording)
    return tuple(places.row(row) for row in finding.rows)


def rows_behind(event: EventReader, account: str, wording: Wording) -> tuple[CheckRow, ...]:
    """The entries behind a line of the budget, newest first.

    For fees those are the payments and refunds: what is only charged is no money yet.
    """
    own = {line.account for line in list_budget(event)}
    places = _Places(event, wording)

    def is_behind(entry: Entry, kind: EntryKind) -> bool:
        if account == FEES:
            return kind in {EntryKind.PAYMENT, EntryKind.REFUND}
        booked = {posting.account for posting in entry.postings}
        of_code = {one for one in booked if split_account(one)[0] == account and one not in own}
        return account in booked or bool(of_code)

    posted = list_entries(event)
    kinds = {one.entry.id: one.entry.kind for one in posted}
    behind = (
        one.entry.id
        for one in reversed(posted)
        if is_behind(one.entry, kinds[one.entry.reverses or one.entry.id])
    )
    return tuple(places.row(entry) for entry in behind)


class _Places:
    """Looks ids up wherever a finding may have them from."""

    def __init__(self, event: EventReader, wording: Wording) -> None:
        self._event = event
        self._wording = wording
        self._currency = settings.find_event(event).currency
        self._numbers = audit.number_entries(event)
        self._people = audit.number_guests(event)
        self._shifts = {shift.id: shift for shift in list_shifts(event)}
        self._names = account_names(event, wording)
        self._operators = settings.list_operators(event)

    def row(self, row: str) -> CheckRow:
        """The row of this id."""
        if row in self._numbers:
            return self._entry(row)
        if row in self._people:
            guest = guests.find_guest(self._event, row)
            assert guest is not None
            return CheckRow(f"{guest.number} {guest.name}", guest=row)
        if row in self._shifts:
            shift = self._shifts[row]
            what = self._wording.text("check_row", "shift", box=shift.box)
            operator = self._operators.get(shift.operator, "")
            return CheckRow(what, _moment(shift.opened_at), str(shift.opening), operator)
        standing = statements.find_row(self._event, row)
        if standing is not None:
            amount = str(Money(standing.row.amount, self._currency))
            return CheckRow(standing.row.text, standing.row.date.isoformat(), amount)
        if row[:4] in self._names.chart:
            return CheckRow(self._names.of(row))
        return CheckRow(row)

    def _entry(self, row: str) -> CheckRow:
        posted = find_entry(self._event, row)
        assert posted is not None
        entry = posted.entry
        voucher = vouchers.find_voucher(self._event, row)
        guest = entry.guest or next((p.guest for p in entry.postings if p.guest), None)
        whom = voucher.payee if voucher else ""
        if guest is not None and (found := guests.find_guest(self._event, guest)) is not None:
            whom = f"{found.number} {found.name}"
        act = self._wording.table("entry_kind")[entry.kind]
        number = self._wording.text("check_row", "entry", number=self._numbers[row])
        amount = Money(sum(max(p.amount, 0) for p in entry.postings), entry.currency)
        words = " ".join(part for part in (number, act, whom) if part)
        return CheckRow(words, _moment(posted.at), str(amount), entry.reason, guest)


def _moment(at: object) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
