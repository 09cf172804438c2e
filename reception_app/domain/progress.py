"""How long work reports how far it is, and how it is told to stop."""

from typing import Protocol

from reception_app.domain.errors import ReceptionError


class Cancelled(ReceptionError):
    """The person pressed Cancel; nothing was written."""


class Progress(Protocol):
    """Receives the advance of long work."""

    def advance(self, done: int, total: int) -> None:
        """Note that `done` of `total` steps are finished.

        Raises:
            Cancelled: the person asked to stop; the work must leave nothing behind.
        """


class Silent:
    """A progress nobody watches."""

    def advance(self, done: int, total: int) -> None:
        """Note nothing."""
