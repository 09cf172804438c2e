"""`guest`: one guest, by number: all that is known, and everything that can be done for them."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money, parse_money
from reception_app.services import badges, duplicates, erasure, guest_list, waivers
from reception_app.services.reception import GuestUnknown
from reception_app.services.substitution import substitute
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.guest_history import list_history
from reception_app.storage.journal import find_balance
from reception_app.wording import Wording

STATUSES = {
    "accept": GuestStatus.ACCEPTED,
    "decline": GuestStatus.DECLINED,
    "cancel": GuestStatus.CANCELLED,
    "invite": GuestStatus.INVITED,
    "wait": GuestStatus.WAITING,
    "block": GuestStatus.BLOCKED,
}


@dataclass(eq=False)
class ActionNotUnderstood(ReceptionError):
    """An action lacks a word, or a word is none it knows."""

    action: str


@dataclass(frozen=True, slots=True)
class _Act:
    """What an action works with."""

    event: EventFile
    guest: Guest
    words: list[str]
    keep: str | None
    reason: str
    now: datetime

    @property
    def currency(self) -> str:
        return settings.find_event(self.event).currency

    def word(self, place: int) -> str:
        """The word at this place behind the action."""
        if place >= len(self.words):
            raise ActionNotUnderstood(" ".join(self.words))
        return self.words[place]

    def field(self, name: str) -> GuestField:
        if name not in {field.value for field in GuestField}:
            raise ActionNotUnderstood(name)
        return GuestField(name)


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Do one thing for a guest, then say how the guest stands."""
    with EventFile.open(arguments.event) as event:
        guest = _numbered(event, arguments.number)
        act = _Act(
            event, guest, arguments.words, arguments.keep, arguments.reason,
            datetime.now().astimezone(),
        )  # fmt: skip
        shown = _ACTIONS[arguments.action](act)
        told = erasure.person_record(event, shown.id, now=act.now)
        if arguments.json:
            print_json(told)
            return 0
        _print_guest(event, shown, wording)
        if arguments.action == "show":
            _print_history(event, shown, wording)
    return 0


def _show(act: _Act) -> Guest:
    return act.guest


def _set(act: _Act) -> Guest:
    pairs = [word.partition("=") for word in act.words]
    if not pairs or not all(equals for _, equals, _ in pairs):
        raise ActionNotUnderstood("set")
    values = {act.field(name): text for name, _, text in pairs}
    if values.get(GuestField.CATEGORY):
        plan = settings.find_fee_plan(act.event)
        values[GuestField.CATEGORY] = plan.category(values[GuestField.CATEGORY]).code
    guest_list.change_guest(act.event, act.guest.id, values, now=act.now, operator="")
    return _again(act)


def _stand(action: str) -> Callable[[_Act], Guest]:
    def act_on(act: _Act) -> Guest:
        kept = None if act.keep is None else parse_money(act.keep, act.currency)
        guest_list.change_status(
            act.event, act.guest.id, STATUSES[action], now=act.now, operator="",
            reason=act.reason, kept=kept,
        )  # fmt: skip
        return _again(act)

    return act_on


def _substitute(act: _Act) -> Guest:
    values = {GuestField.NAME: act.word(0), GuestField.READING: " ".join(act.words[1:])}
    return substitute(act.event, act.guest.id, values, now=act.now, operator="")


def _discount(act: _Act) -> Guest:
    amount = parse_money(act.word(0), act.currency)
    waivers.grant_discount(act.event, act.guest.id, amount, act.reason, now=act.now, operator="")
    return _again(act)


def _complimentary(act: _Act) -> Guest:
    waivers.make_complimentary(act.event, act.guest.id, act.reason, now=act.now, operator="")
    return _again(act)


def _full_fee(act: _Act) -> Guest:
    waivers.withdraw_waivers(act.event, act.guest.id, act.reason, now=act.now, operator="")
    return _again(act)


def _same_as(act: _Act) -> Guest:
    if not act.word(0).isdecimal():
        raise ActionNotUnderstood("same-as")
    other = _numbered(act.event, int(act.word(0)))
    duplicates.link_same_person(act.event, [act.guest.id, other.id], now=act.now, operator="")
    return _again(act)


def _not_same(act: _Act) -> Guest:
    for link in duplicates.links_of(act.event, act.guest.id):
        duplicates.withdraw_link(act.event, link, now=act.now, operator="")
    return _again(act)


def _replace_badge(act: _Act) -> Guest:
    badges.replace_badge(act.event, act.guest.id, now=act.now, operator="", reason=act.reason)
    return _again(act)


def _add_code(act: _Act) -> Guest:
    badges.add_code(act.event, act.guest.id, act.word(0), now=act.now, operator="")
    return _again(act)


def _refuse_code(act: _Act) -> Guest:
    code = act.word(0)
    badges.revoke_code(act.event, act.guest.id, code, now=act.now, operator="", reason=act.reason)
    return _again(act)


def _export(act: _Act) -> Guest:
    erasure.export_person(act.event, act.guest.id, Path(act.word(0)), now=act.now)
    return act.guest


def _erase(act: _Act) -> Guest:
    erasure.erase_guests(act.event, [act.guest.id], now=act.now, operator="")
    return _again(act)


_ACTIONS: dict[str, Callable[[_Act], Guest]] = {
    "show": _show,
    "set": _set,
    **{action: _stand(action) for action in STATUSES},
    "substitute": _substitute,
    "discount": _discount,
    "complimentary": _complimentary,
    "full-fee": _full_fee,
    "same-as": _same_as,
    "not-same": _not_same,
    "replace-badge": _replace_badge,
    "add-code": _add_code,
    "refuse-code": _refuse_code,
    "export": _export,
    "erase": _erase,
}

ACTIONS = tuple(_ACTIONS)
"""What `guest` can do."""


def _numbered(event: EventFile, number: int) -> Guest:
    guest = guests.find_by_number(event, number)
    if guest is None:
        raise GuestUnknown
    return guest


def _again(act: _Act) -> Guest:
    guest = guests.find_guest(act.event, act.guest.id)
    assert guest is not None
    return guest


def _print_guest(event: EventFile, guest: Guest, wording: Wording) -> None:
    balance, currency = find_balance(event, guest.id), settings.find_event(event).currency
    print(
        wording.text(
            "cli",
            "guest_stands",
            guest=f"{guest.number} {guest.name}",
            status=wording.text("guest_status", guest.status),
            due=Money(balance.due, currency),
            paid=Money(balance.paid - balance.refunded, currency),
        )
    )


def _print_history(event: EventFile, guest: Guest, wording: Wording) -> None:
    operators = settings.list_operators(event)
    currency = settings.find_event(event).currency
    rows: list[tuple[str, ...]] = [
        (wording.text("guest_field", field), text)
        for field in GuestField
        if (text := str(getattr(guest, field)))
    ]
    print_table(rows)
    print_table(
        [
            (
                f"{moment.at:%Y-%m-%d %H:%M}",
                moment.kind.value,
                moment.text,
                moment.value,
                str(Money(moment.amount, currency)) if moment.amount else "",
                operators.get(moment.operator, ""),
            )
            for moment in list_history(event, guest.id)
        ]
    )


def add_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `guest`."""
    part.add_argument("number", type=int, metavar="NUMBER", help="the guest's short number")
    part.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    part.add_argument("words", nargs="*", metavar="WORD", help="what the action needs")
    part.add_argument("--keep", metavar="AMOUNT", help="of the fee, when cancelling")
    part.add_argument("--reason", default="", metavar="TEXT", help="why")
