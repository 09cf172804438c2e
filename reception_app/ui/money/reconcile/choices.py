"""What a row may be, as the choices a person sees: number, names, reasons, what would be booked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest
from reception_app.domain.match import Candidate, ReasonKind
from reception_app.domain.money import Money, format_money
from reception_app.domain.payouts import PayoutWay
from reception_app.domain.statement import StatementAccount
from reception_app.services.match_reasons import reasons_of
from reception_app.services.match_ways import MatchWay, WayKind
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import find_guest
from reception_app.storage.journal import find_standing_charge
from reception_app.ui.guests.guest_table import category_colour, category_name
from reception_app.ui.money.reconcile.order_keys import ENTER
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

MOST_CHOICES = 9
"""As many as there are keys for."""

_NAMED_IN_A_GROUP = 3
_WAY_KEYS = {
    WayKind.AS_IT_IS: ENTER,
    WayKind.OVERPAID: ENTER,
    WayKind.IN_PART: ENTER,
    WayKind.REST_GIFT: "G",
    WayKind.REST_UNIDENTIFIED: "U",
    WayKind.REST_OPEN: "O",
    WayKind.FEE_KEPT: "F",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: the key that takes it, its words, and what would be booked as an amount.

    `reasons` say why in words, in the colour `tone`; `swatch` is the `#rrggbb` of a category.
    """

    key: str
    title: str
    amount: str = ""
    beneath: str = ""
    reasons: str = ""
    tone: Tone = "muted"
    swatch: str = ""


class ChoiceWords:
    """Words choices of one event: it looks guests up as they are shown."""

    def __init__(self, event: EventReader, plan: FeePlan, wording: Wording) -> None:
        self._event = event
        self._plan = plan
        self._wording = wording

    def candidates(self, candidates: Sequence[Candidate], *, sure: bool) -> tuple[Choice, ...]:
        """The candidates as choices from key 1; the first in green when it is sure."""
        return tuple(
            self.candidate(_key(number), one, sure=sure and number == 1)
            for number, one in enumerate(candidates[:MOST_CHOICES], start=1)
        )

    def candidate(self, key: str, candidate: Candidate, *, sure: bool = False) -> Choice:
        """One candidate: guest or group, why, and the sum that would be booked."""
        guests = [found for guest in candidate.guests if (found := find_guest(self._event, guest))]
        booked = sum(one.amount for one in candidate.allocations)
        return Choice(
            key=key,
            title=self._names(guests),
            amount=self._money(booked) if booked else "—",
            beneath=self._beneath(guests),
            reasons=reasons_of(candidate, self._wording, self._plan.currency),
            tone="good" if sure else "warn" if _misfits(candidate) else "muted",
            swatch=category_colour(self._plan, guests[0].category) if len(guests) == 1 else "",
        )

    def payouts(self, account: StatementAccount, ways: Sequence[PayoutWay]) -> tuple[Choice, ...]:
        """The ways to explain a provider's payout as choices from key 1."""
        translate = QCoreApplication.translate
        choices = []
        for number, way in enumerate(ways[:MOST_CHOICES], start=1):
            count = len(way.entries)
            provider = self._wording.text("statement_account", account)
            title = filled(translate("Choices", "Payout of %1"), provider)
            payments = translate("Choices", "%n payment(s)", "", count)
            fee = filled(translate("Choices", "fee %1"), self._money(way.fee))
            told = translate("Choices", "as its list says")
            guessed = translate("Choices", "all up to that day")
            choices.append(
                Choice(
                    key=_key(number),
                    title=title,
                    amount=self._money(way.gross),
                    beneath=f"{payments} · {fee}",
                    reasons=told if way.exact else guessed,
                    tone="good" if way.exact else "muted",
                )
            )
        return tuple(choices)

    def ways(self, ways: Sequence[MatchWay]) -> tuple[Choice, ...]:
        """The ways to book a candidate that does not fit, each with its own key."""
        return tuple(
            Choice(
                key=_WAY_KEYS[way.kind],
                title=self._way(way),
                amount=self._money(sum(one.amount for one in way.allocations)),
            )
            for way in ways
        )

    def _way(self, way: MatchWay) -> str:
        return filled(_WAY_WORDS[way.kind](), self._money(way.difference))

    def _names(self, guests: Sequence[Guest]) -> str:
        if len(guests) == 1:
            return guests[0].name
        count = len(guests)
        people = QCoreApplication.translate("Choices", "%n guest(s)", "", count)
        names = ", ".join(guest.name for guest in guests[:_NAMED_IN_A_GROUP])
        more = ", …" if count > _NAMED_IN_A_GROUP else ""
        return f"{people}: {names}{more}"

    def _beneath(self, guests: Sequence[Guest]) -> str:
        if not guests:
            return ""
        guest = guests[0]
        if len(guests) > 1:
            return " · ".join(dict.fromkeys(one.company for one in guests if one.company))
        translate = QCoreApplication.translate
        told = [
            filled(translate("Choices", "No. %1"), guest.number),
            category_name(self._plan, guest.category),
        ]
        charge = find_standing_charge(self._event, guest.id)
        if charge is not None:
            day = f"{charge.at.astimezone():%m/%d}"
            told.append(filled(translate("Choices", "charged %1"), day))
        if guest.table_name:
            told.append(filled(translate("Choices", "table %1"), guest.table_name))
        told += [guest.company, guest.reading]
        return " · ".join(part for part in told if part)

    def _money(self, minor: int) -> str:
        return format_money(Money(minor, self._plan.currency))


def _key(number: int) -> str:
    """The first is taken by Enter (and by 1), the others by their number."""
    return ENTER if number == 1 else str(number)


def _misfits(candidate: Candidate) -> bool:
    """Whether there is something to look twice at."""
    return candidate.says(
        ReasonKind.AMOUNT_ABOVE, ReasonKind.AMOUNT_BELOW, ReasonKind.NOTHING_OPEN,
        ReasonKind.SHARED_NAME, ReasonKind.OTHER_ROW, ReasonKind.MAY_BE_OTHER,
    )  # fmt: skip


_WAY_WORDS: dict[WayKind, Callable[[], str]] = {
    WayKind.AS_IT_IS: lambda: QCoreApplication.translate("Choices", "Book it"),
    WayKind.OVERPAID: lambda: QCoreApplication.translate(
        "Choices", "All of it is theirs: overpaid by %1"
    ),
    WayKind.REST_GIFT: lambda: QCoreApplication.translate("Choices", "%1 of it is a gift"),
    WayKind.REST_UNIDENTIFIED: lambda: QCoreApplication.translate(
        "Choices", "%1 of it is unidentified"
    ),
    WayKind.REST_OPEN: lambda: QCoreApplication.translate("Choices", "%1 of it stays open"),
    WayKind.IN_PART: lambda: QCoreApplication.translate(
        "Choices", "Paid in part: %1 stay due"
    ),
    WayKind.FEE_KEPT: lambda: QCoreApplication.translate(
        "Choices", "Paid in full: a bank kept %1 as its fee"
    ),
}  # fmt: skip
