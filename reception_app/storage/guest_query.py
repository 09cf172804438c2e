"""Which guests the list shows, in which order: search, filters and sorting put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.storage import guest_order, guests
from reception_app.storage.event_file import EventReader

_Order = tuple[GuestColumn, bool]
_Filters = tuple[GuestFilter, ...]


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What is asked of the list: a text, filters that must all hold, a column and its direction.

    Sorted by name the guests found come best first, else by the column.
    """

    text: str = ""
    filters: _Filters = ()
    by: GuestColumn = GuestColumn.NAME
    descending: bool = False

    @property
    def is_usual(self) -> bool:
        """Whether the order is that of the readings, or of how well guests fit the text."""
        return self.by is GuestColumn.NAME and not self.descending


class GuestOrder:
    """Answers queries about one event; what was read is kept until something changes."""

    def __init__(self) -> None:
        self._sorted: dict[tuple[_Filters, _Order], list[int]] = {}
        self._found: tuple[str, Sequence[int]] | None = None

    def forget(self) -> None:
        """Read everything again when next asked."""
        self._sorted.clear()
        self._found = None

    def keys(self, event: EventReader, query: ListQuery) -> Sequence[int]:
        """The keys of the guests who fit, from the top."""
        wanted = replace(query, filters=tuple(f for f in query.filters if not f.is_empty))
        if not wanted.text.strip():
            return self._in_order(event, wanted)
        found = self._search(event, wanted.text)
        if wanted.is_usual and not wanted.filters:
            return found
        if wanted.is_usual:
            fitting = set(self._in_order(event, wanted))
            return [key for key in found if key in fitting]
        fitting = set(found)
        return [key for key in self._in_order(event, wanted) if key in fitting]

    def _search(self, event: EventReader, text: str) -> Sequence[int]:
        if self._found is None or self._found[0] != text:
            self._found = text, guests.search_keys(event, text)
        return self._found[1]

    def _in_order(self, event: EventReader, query: ListQuery) -> list[int]:
        wanted = query.filters, (query.by, query.descending)
        if wanted not in self._sorted:
            self._sorted[wanted] = guest_order.list_keys(
                event, query.filters, by=query.by, descending=query.descending
            )
        return self._sorted[wanted]
