"""One action of a person while it is being recorded."""

from collections.abc import Mapping
from datetime import datetime

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import Payload
from reception_app.storage.event_reader import EventReader
from reception_app.storage.fact_journal import FactWriter


class Act:
    """One action of a person, while it is being recorded; `event` is what it is recorded in."""

    def __init__(
        self, writer: FactWriter, event: EventReader, *, now: datetime, actor: str
    ) -> None:
        self._writer = writer
        self.event = event
        self.now = now
        self.actor = actor
        self.last_fact: Fact | None = None

    def record(
        self, payload: Payload, *, subject: str = "", personal: Mapping[str, str] | None = None
    ) -> Fact:
        """Append a fact. `personal` are values of the person `subject`, kept apart from it."""
        self.last_fact = self._writer.append(
            payload, now=self.now, actor=self.actor, subject=subject, personal=personal or {}
        )
        return self.last_fact

    def keep_file(self, content: bytes) -> str:
        """Store a file that a fact of this act vouches for; returns its SHA-256."""
        return self._writer.keep_file(content)

    def empty_file(self, sha256: str) -> None:
        """Overwrite a stored file's content; a fact must say that it was withdrawn."""
        self._writer.empty_file(sha256)

    def forget(self, subject: str) -> None:
        """Overwrite all personal values of a person; a fact must say that they were erased."""
        self._writer.forget(subject)
