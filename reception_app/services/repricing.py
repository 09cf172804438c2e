"""What a changed fee plan means: for whoever was charged already, and for the income.

A new price never touches what was charged, unless a person looks at who would be charged anew and
says yes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.fees import fee_of, record_fee, record_fee_plan
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.guests import GuestRow
from reception_app.storage.journal import StandingCharge, list_standing_charges

REPRICED = "price"
"""The reason of a charge that is taken back because the price changed."""


class FeesChanged(ReceptionError):
    """Fees were charged or taken back after the preview was made; nothing was written."""


@dataclass(frozen=True, slots=True)
class Repriced:
    """A guest whose fee would be another: `old` stands charged, `new` is what the plan says.

    `due` is what the guest would owe then, below zero when something is to be refunded.
    """

    guest: Guest
    old: Money
    new: Money
    due: Money


@dataclass(frozen=True, slots=True)
class Repricing:
    """Everybody who was charged another fee than `plan` says, by number."""

    plan: FeePlan
    guests: tuple[Repriced, ...]

    @property
    def difference(self) -> Money:
        """By how much the income would change."""
        zero = Money(0, self.plan.currency)
        return sum((one.new - one.old for one in self.guests), zero)

    @property
    def to_refund(self) -> Money:
        """What guests who paid more than the new fee would have to get back."""
        zero = Money(0, self.plan.currency)
        return sum((-one.due for one in self.guests if one.due < zero), zero)


@dataclass(frozen=True, slots=True)
class CategoryIncome:
    """The fees of one category, which may no longer be in the plan.

    Attributes:
        category: its code.
        guests: how many are accepted.
        charged: what stands charged to them.
        waived: what was waived of that.
        to_charge: what the plan says for those who are accepted and not charged yet.
        by_plan: what all who are accepted would be charged if the plan held for everybody.
        invited: how many have not answered yet.
        if_they_come: what the plan says for those.
    """

    category: str
    guests: int
    charged: Money
    waived: Money
    to_charge: Money
    by_plan: Money
    invited: int
    if_they_come: Money

    @property
    def expected(self) -> Money:
        """The income when nobody else comes and nothing is charged anew."""
        return self.charged - self.waived + self.to_charge


@dataclass(frozen=True, slots=True)
class IncomePreview:
    """The income a fee plan brings, by category in the order of the plan."""

    currency: str
    categories: tuple[CategoryIncome, ...]

    @property
    def expected(self) -> Money:
        """The income of all categories when nobody else comes and nothing is charged anew."""
        return sum((one.expected for one in self.categories), Money(0, self.currency))

    @property
    def if_they_come(self) -> Money:
        """What comes on top when all who are invited come."""
        return sum((one.if_they_come for one in self.categories), Money(0, self.currency))


def preview_repricing(event: EventReader, plan: FeePlan) -> Repricing:
    """Who was charged another fee than `plan` says for the day they became liable."""
    charges = list_standing_charges(event)
    found = []
    for row in sorted(guests.list_guests(event), key=lambda row: row.guest.number):
        charge = charges.get(row.guest.id)
        if charge is None or row.guest.category not in plan:
            continue
        old, new = Money(charge.amount, plan.currency), _fee_by(plan, row.guest, charge)
        if old != new:
            found.append(Repriced(row.guest, old, new, _due_then(row, old, new)))
    return Repricing(plan, tuple(found))


def apply_fee_plan(
    event: EventFile, repricing: Repricing, *, charged_anew: Collection[str], now: datetime,
    operator: str, progress: Progress | None = None,
) -> int:  # fmt: skip
    """Make the plan the event's and charge the chosen guests anew, in one act; returns how many.

    Args:
        event: the event.
        repricing: what `preview_repricing` said.
        charged_anew: ids of those guests in it who are to be charged anew; nobody when empty.
        now: the time of the act.
        operator: who does it.
        progress: told after each guest.

    Raises:
        CategoryNameMissing, CategoryNameTaken: the plan's categories cannot be told apart.
        FeesChanged: what was charged is no longer what the preview said.
        Cancelled: nothing was written.
    """
    progress = progress or Silent()
    repricing.plan.check_names()
    chosen = [one for one in repricing.guests if one.guest.id in charged_anew]
    charges = list_standing_charges(event)
    stands = {guest: charge.amount for guest, charge in charges.items()}
    if any(stands.get(one.guest.id) != one.old.minor for one in chosen):
        raise FeesChanged
    with event.act(now=now, actor=operator) as act:
        if settings.find_fee_plan(event) != repricing.plan:
            record_fee_plan(act, repricing.plan)
        for done, one in enumerate(chosen):
            progress.advance(done, len(chosen))
            record_fee(event, act, one.guest, one.new, reason=REPRICED)
        progress.advance(len(chosen), len(chosen))
    return len(chosen)


def preview_income(event: EventReader, plan: FeePlan, *, now: datetime) -> IncomePreview:
    """What the fees of the guests on the list come to under `plan`."""
    charges = list_standing_charges(event)
    rows = guests.list_guests(event)
    codes = [category.code for category in plan.categories]
    others = sorted({row.guest.category for row in rows} - set(codes))
    return IncomePreview(
        plan.currency,
        tuple(
            _category_income(
                code, [row for row in rows if row.guest.category == code], plan, charges, now=now
            )
            for code in (*codes, *others)
        ),
    )


def _category_income(
    code: str, rows: list[GuestRow], plan: FeePlan, charges: dict[str, StandingCharge], *,
    now: datetime,
) -> CategoryIncome:  # fmt: skip
    zero = Money(0, plan.currency)
    accepted = [row for row in rows if row.guest.status is GuestStatus.ACCEPTED]
    invited = [row for row in rows if row.guest.status is GuestStatus.INVITED]
    uncharged = [row for row in accepted if row.guest.id not in charges]
    return CategoryIncome(
        category=code,
        guests=len(accepted),
        # Whoever left may still owe a cancellation fee, so everybody's charges count.
        charged=sum((Money(row.balance.charged, plan.currency) for row in rows), zero),
        waived=sum((Money(row.balance.waived, plan.currency) for row in rows), zero),
        to_charge=sum((fee_of(plan, row.guest, now=now) for row in uncharged), zero),
        by_plan=sum(
            (
                _fee_by(plan, row.guest, charges[row.guest.id])
                if row.guest.id in charges
                else fee_of(plan, row.guest, now=now)
                for row in accepted
            ),
            zero,
        ),
        invited=len(invited),
        if_they_come=sum((fee_of(plan, row.guest, now=now) for row in invited), zero),
    )


def _fee_by(plan: FeePlan, guest: Guest, charge: StandingCharge) -> Money:
    return fee_of(plan, guest, now=charge.liable_since)


def _due_then(row: GuestRow, old: Money, new: Money) -> Money:
    """What a guest owes once charged anew: who was complimentary stays so, a discount goes on."""
    waived = Money(row.balance.waived, old.currency)
    waived_then = new if waived >= old else min(waived, new)
    due = Money(row.balance.due, old.currency)
    return due + (new - old) - (waived_then - waived)
