"""Who brought whom, with what came of it: how many arrived, and what they paid."""

from collections.abc import Iterator
from dataclasses import dataclass

from reception_app.domain.introducers import Introducer, introducer_tree
from reception_app.domain.money import Money
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow


@dataclass(frozen=True, slots=True)
class Introduced:
    """An introducer with the figures of those they brought themselves, companions included.

    `depth` is 0 for somebody nobody of the guests brought, 1 for whom those brought, and so on.
    """

    introducer: Introducer
    depth: int
    heads: int
    arrived: int
    paid: Money
    due: Money


def list_introductions(event: EventReader) -> tuple[Introduced, ...]:
    """Every introducer, those with the longest reach first, each before those below."""
    rows = guests.list_guests(event)
    currency = settings.find_event(event).currency
    parties: dict[str, list[GuestRow]] = {}
    for row in rows:
        parties.setdefault(row.guest.host or row.guest.id, []).append(row)
    tree = introducer_tree(row.guest for row in rows)
    return tuple(_with_figures(one, depth, parties, currency) for one, depth in _from_the_top(tree))


def _from_the_top(tree: tuple[Introducer, ...]) -> Iterator[tuple[Introducer, int]]:
    waiting = [(one, 0) for one in reversed(tree)]
    while waiting:
        one, depth = waiting.pop()
        yield one, depth
        waiting += [(below, depth + 1) for below in reversed(one.below)]


def _with_figures(
    one: Introducer, depth: int, parties: dict[str, list[GuestRow]], currency: str
) -> Introduced:
    rows = [row for guest in one.brought for row in parties[guest.id]]
    return Introduced(
        one,
        depth,
        heads=len(rows),
        arrived=sum(row.admitted_at is not None for row in rows),
        paid=Money(sum(row.balance.paid - row.balance.refunded for row in rows), currency),
        due=Money(sum(row.balance.due for row in rows), currency),
    )
