"""What the queries read: the live event file, or a copy of it in memory."""

import apsw

from reception_app.storage.guest_index import GuestIndex

SQLiteValue = str | int | float | bytes | None
"""What a cell of a query's row can be."""


class EventReader:
    """Something the queries can read: the live event file, or a snapshot of it.

    `guest_index` answers searches where somebody has one built, as the window does.
    """

    def __init__(self, db: apsw.Connection) -> None:
        self.db = db
        self.guest_index: GuestIndex | None = None

    @property
    def has_guest_index(self) -> bool:
        """Whether searches are answered from an index that is ready."""
        index = self.guest_index
        return index is not None and index.is_of(self.db) and index.is_ready

    def build_guest_index(self) -> bool:
        """Build the index of guests a step further; returns whether there is more to do.

        Before it is ready searches read the whole list. It is begun anew where that is needed.
        """
        if self.guest_index is None or not self.guest_index.is_of(self.db):
            self.guest_index = GuestIndex(self.db)
        return self.guest_index.build_step()

    def snapshot(self) -> "EventReader":
        """A copy in memory as of now, for long reads; other threads may use it."""
        copy = apsw.Connection(":memory:")
        with copy.backup("main", self.db, "main") as backup:
            while not backup.done:
                backup.step(-1)
        return EventReader(copy)
