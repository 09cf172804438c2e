"""Handing a name tag out 名札のお渡し: a fact of its own, apart from printing and coming in."""

from datetime import datetime

from reception_app.domain.event import Desk
from reception_app.domain.facts import NameTagHandedOut
from reception_app.storage.event_file import EventFile


def hand_out_tag(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> None:
    """Record that a guest was given their name tag, which says nothing about having come in."""
    with event.act(now=now, actor=desk.operator) as act:
        act.record(NameTagHandedOut(guest=guest_id, desk=desk.letter))
