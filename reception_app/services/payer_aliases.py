"""Learned payers 別名: whose transfers a text means, kept, listed, removed, taken along."""

from collections.abc import Sequence
from datetime import datetime

from reception_app.domain.facts import AliasLearned, AliasRemoved
from reception_app.domain.guest import Guest, fold
from reception_app.domain.match import Alias
from reception_app.domain.payer_alias import alias_key, is_own_name, worth_learning
from reception_app.storage import statements
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import list_guests
from reception_app.storage.statements import LearnedAlias


def known_aliases(event: EventReader) -> tuple[Alias, ...]:
    """What was learned, as matching uses it."""
    return tuple(
        Alias(alias_key(learned.text), frozenset(learned.guests))
        for learned in statements.list_aliases(event)
    )


def record_alias(event: EventReader, act: Act, text: str, guests: Sequence[str]) -> bool:
    """Remember as part of an act whom a payer's text means, where that is worth it.

    Returns:
        Whether something was learned.
    """
    meant = frozenset(guests)
    key = alias_key(text)
    if len(meant) == 1 and is_own_name(text, statements.list_payers(event, meant)):
        return False  # the usual case, told without looking at every guest
    if any(one.key == key and one.guests == meant for one in known_aliases(event)):
        return False
    if not worth_learning(text, meant, statements.list_payers(event)):
        return False
    _record(act, text, list(dict.fromkeys(guests)))
    return True


def remove_alias(event: EventFile, alias: str, *, now: datetime, operator: str) -> None:
    """Forget what was learned of a payer."""
    with event.act(now=now, actor=operator) as act:
        act.record(AliasRemoved(alias=alias))


def restore_alias(event: EventFile, learned: LearnedAlias, *, now: datetime, operator: str) -> None:
    """Remember again what was forgotten by mistake."""
    with event.act(now=now, actor=operator) as act:
        _record(act, learned.text, list(learned.guests))


def carry_aliases(event: EventFile, earlier: EventReader, *, now: datetime, operator: str) -> int:
    """Take along what an earlier event learned, for guests of the same name, reading and e-mail.

    Returns:
        How many were taken along.
    """
    by_person: dict[tuple[str, str, str], list[str]] = {}
    for row in list_guests(event):
        by_person.setdefault(_person(row.guest), []).append(row.guest.id)
    before = {row.guest.id: _person(row.guest) for row in list_guests(earlier)}
    known = {(one.key, one.guests) for one in known_aliases(event)}
    carried = 0
    with event.act(now=now, actor=operator) as act:
        for learned in statements.list_aliases(earlier):
            found = [
                by_person.get(before[guest], []) for guest in learned.guests if guest in before
            ]
            meant = [guests[0] for guests in found if len(guests) == 1]
            if len(meant) != len(learned.guests):
                continue
            if (alias_key(learned.text), frozenset(meant)) not in known:
                _record(act, learned.text, meant)
                carried += 1
    return carried


def _record(act: Act, text: str, guests: list[str]) -> None:
    act.record(
        AliasLearned(alias=new_id(), guests=guests), subject=guests[0], personal={"text": text}
    )


def _person(guest: Guest) -> tuple[str, str, str]:
    return fold(guest.name), fold(guest.reading), guest.email.casefold()
