"""The event log 記録: everything that happened, told in words, found by guest, operator or desk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from reception_app.domain.admission import Verdict
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import (
    Admitted,
    EntryPosted,
    EventChanged,
    GuestChanged,
    GuestRecorded,
    ListImported,
    ListOverruled,
    NameTagsPrinted,
    OperatorNamed,
    Payload,
    ReceiptIssued,
    Refused,
    ShiftClosed,
    ShiftCounted,
    ShiftOpened,
    SpareBadgesMade,
    StatementRowMatched,
    StatementRowRead,
    StatusChanged,
    Substituted,
)
from reception_app.domain.guest import fold
from reception_app.domain.journal import GUEST_RECEIVABLE
from reception_app.domain.money import Money, format_money
from reception_app.storage import event_log, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.event_log import GuestName
from reception_app.wording import Wording

MOST_SHOWN = 20_000
"""So many lines are shown at most, the newest; an evening of 700 guests has a fifth of that."""


class LogPart(StrEnum):
    """What a line of the log is about."""

    DOOR = "door"
    REFUSED = "refused"
    MONEY = "money"
    GUESTS = "guests"
    OTHER = "other"


_PARTS = {
    LogPart.DOOR: (
        "admitted", "admission_voided", "left", "payment_promised", "name_tag_handed_out",
    ),
    LogPart.REFUSED: ("refused",),
    LogPart.MONEY: (
        "entry_posted", "receipt_issued", "receipt_voided", "receipt_reprinted", "shift_opened",
        "shift_counted", "shift_closed", "voucher_recorded", "no_receipt_explained",
        "evidence_attached", "evidence_withdrawn", "budget_set", "event_sealed", "event_unsealed",
        "no_shows_charged", "no_shows_taken_back", "statement_read", "statement_row_read",
        "statement_row_matched", "statement_row_unmatched", "statement_row_ignored",
        "statement_withdrawn", "alias_learned", "alias_removed", "fee_plan_changed",
    ),
    LogPart.GUESTS: (
        "guest_recorded", "guest_changed", "status_changed", "list_imported", "list_overruled",
        "list_mapping_chosen", "badge_issued", "badge_revoked", "same_person",
        "same_person_withdrawn", "told_apart", "past_carried", "substituted", "erased",
    ),
}  # fmt: skip
_PART_OF = {kind: part for part, kinds in _PARTS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened.

    `words` tell it, `read` is what a scan read when it found nobody. `guest` is the id of the guest
    it is about, None when it is about none or several; `guests` are all of them. `who` names the
    guest with the number, `desk` is a letter or empty, `operator` a name or empty.
    """

    at: datetime
    kind: str
    part: LogPart
    words: str
    read: str = ""
    guest: str | None = None
    guests: frozenset[str] = frozenset()
    who: str = ""
    desk: str = ""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class LogSearch:
    """Which lines are wanted; what is empty leaves out nothing.

    `text` is looked for in everything a line says, all of its words in any order.
    """

    text: str = ""
    parts: frozenset[LogPart] = frozenset()
    operator: str = ""
    desk: str = ""
    guest: str = ""

    def lets_through(self, line: LogLine) -> bool:
        """Whether the line is wanted."""
        return (
            (not self.parts or line.part in self.parts)
            and (not self.operator or line.operator == self.operator)
            and (not self.desk or line.desk == self.desk)
            and (not self.guest or self.guest in line.guests)
            and self._says_it(line)
        )

    def _says_it(self, line: LogLine) -> bool:
        wanted = [fold(word) for word in self.text.split()]
        if not wanted:
            return True
        # Folded piece by piece: names and words stand in many lines, and `fold` remembers them.
        pieces = (line.who, line.words, line.read, line.operator)
        said = " ".join((*map(fold, pieces), f"{line.at:%H:%M}"))
        return all(word in said for word in wanted)


def read_log(
    event: EventReader, wording: Wording, *, limit: int | None = MOST_SHOWN
) -> tuple[LogLine, ...]:
    """Everything that happened, newest first; with a limit, only so much of it."""
    teller = _Teller(event, wording)
    return tuple(teller.tell(fact) for fact in event_log.list_facts(event, limit=limit))


class _Teller:
    """Tells facts in words; names are those of now, so whoever was erased stays nameless."""

    def __init__(self, event: EventReader, wording: Wording) -> None:
        self._wording = wording
        self._currency = settings.find_event(event).currency
        self._names = event_log.list_guest_names(event)
        self._operators = settings.list_operators(event)
        self._read = event_log.list_read_texts(event)
        self._fields = event_log.list_written_fields(event)

    def tell(self, fact: Fact) -> LogLine:
        """The line of one fact; of a kind that only a newer version knows, its bare name."""
        payload = fact.payload()
        guests = _guests_of(payload) if payload is not None else ()
        one = guests[0] if len(set(guests)) == 1 else None
        return LogLine(
            at=datetime.fromisoformat(fact.at),
            kind=fact.kind,
            part=_part_of(fact, payload),
            words=self._words(fact, payload),
            read=self._read.get(fact.id, ""),
            guest=one,
            guests=frozenset(guests),
            who=self._called(one),
            desk=str(getattr(payload, "desk", "") or getattr(payload, "box", "") or ""),
            operator=self._operators.get(fact.actor, ""),
        )

    def _words(self, fact: Fact, payload: Payload | None) -> str:
        told = self._wording.table("log")
        key, facts = fact.kind, self._facts(fact, payload)
        reason = str(getattr(payload, "reason", "") or "")
        if isinstance(payload, Admitted) and payload.forced:
            key = "admitted_forced"
        elif isinstance(payload, GuestRecorded) and payload.walk_in:
            key = "guest_walked_in"
        elif isinstance(payload, Refused) and payload.verdict == Verdict.COLLECT_FEE:
            key = "fee_asked_for"
        if key not in told:
            return fact.kind.replace("_", " ")
        words = self._wording.text("log", key, **facts)
        return self._wording.text("log", "because", words=words, reason=reason) if reason else words

    def _facts(self, fact: Fact, payload: Payload | None) -> dict[str, Any]:  # noqa: C901, PLR0911, PLR0912 - one case per kind
        wording = self._wording
        match payload:
            case Refused() if payload.verdict != Verdict.COLLECT_FEE:
                return {"verdict": wording.text("verdict", payload.verdict)}
            case StatusChanged():
                return {"status": wording.text("guest_status", payload.status)}
            case GuestChanged() | ListOverruled():
                fields = self._fields.get(fact.id) or tuple(payload.fields)
                return {"fields": self._listed(fields)}
            case EventChanged():
                return {"fields": ", ".join(payload.fields)}
            case OperatorNamed():
                return {"name": self._operators.get(payload.operator, "")}
            case ListImported():
                return {"file": payload.file, "n": f"{len(payload.guests):,}"}
            case EntryPosted():
                return self._entry(payload)
            case ReceiptIssued():
                number = f"{payload.prefix}-{payload.box}-{payload.number:04}"
                return {"number": number, "amount": self._money(payload.amount)}
            case ShiftOpened():
                return {"box": payload.box, "amount": self._money(payload.opening)}
            case ShiftCounted():
                return {"amount": self._money(payload.counted)}
            case ShiftClosed():
                difference = payload.counted - payload.expected
                return {
                    "amount": self._money(payload.counted),
                    "difference": self._money(difference),
                }
            case NameTagsPrinted():
                return {"n": f"{len(payload.guests):,}"}
            case SpareBadgesMade():
                return {"n": f"{len(payload.badges):,}"}
            case StatementRowRead() | StatementRowMatched():
                return {"amount": self._money(payload.amount)}
            case Substituted():
                return {"name": self._called(payload.substitute)}
            case None:
                return {}
            case _:
                return {key: value for key, value in vars(payload).items() if value is not None}

    def _entry(self, entry: EntryPosted) -> dict[str, Any]:
        what = self._wording.text("entry_kind", entry.entry_kind)
        if entry.tender:
            what += f" · {self._wording.text('tender', entry.tender)}"
        amount = sum(amount for _, amount, _ in entry.postings if amount > 0)
        return {"what": what, "amount": self._money(amount)}

    def _listed(self, fields: Collection[str]) -> str:
        known = self._wording.table("guest_field")
        return ", ".join(known.get(field, field) for field in fields)

    def _money(self, minor: int) -> str:
        return format_money(Money(minor, self._currency))

    def _called(self, guest: str | None) -> str:
        name = self._names.get(guest or "")
        return _called(name) if name else ""


def _part_of(fact: Fact, payload: Payload | None) -> LogPart:
    """Where a line belongs; asking for a fee refuses nobody."""
    if isinstance(payload, Refused) and payload.verdict == Verdict.COLLECT_FEE:
        return LogPart.DOOR
    return _PART_OF.get(fact.kind, LogPart.OTHER)


def _called(name: GuestName) -> str:
    return f"{name.number} {name.name}"


def _guests_of(payload: Payload) -> Sequence[str]:
    """Ids of the guests a fact is about."""
    if isinstance(payload, EntryPosted):
        receivable = [
            guest for account, _, guest in payload.postings if account == GUEST_RECEIVABLE
        ]
        return tuple(dict.fromkeys(guest for guest in (*receivable, payload.guest) if guest))
    guest: str | None = getattr(payload, "guest", None)
    if guest is not None:
        return (guest,)
    # Several guests stand as ids, or as lists that begin with one.
    several: list[Any] = getattr(payload, "guests", [])
    return tuple(one[0] if isinstance(one, list) else one for one in several)
