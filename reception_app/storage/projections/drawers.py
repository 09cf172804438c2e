"""Shifts at the cash boxes, their counts and closings."""

from collections.abc import Mapping

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import ShiftClosed, ShiftCounted, ShiftOpened
from reception_app.storage.projections.apply import Applies, stamp_of


def _shift_opened(
    db: apsw.Connection, fact: Fact, payload: ShiftOpened, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO shift (id, box, operator, opened_at, stamp, opening, pieces, follows)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.shift, payload.box, payload.operator, fact.at, stamp_of(fact),
            payload.opening, canonical_json(payload.count), payload.follows,
        ),
    )  # fmt: skip


def _shift_counted(
    db: apsw.Connection, fact: Fact, payload: ShiftCounted, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO shift_count (fact, shift, at, stamp, operator, counted, pieces)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            fact.id, payload.shift, fact.at, stamp_of(fact), payload.counter or fact.actor,
            payload.counted, canonical_json(payload.count),
        ),
    )  # fmt: skip


def _shift_closed(
    db: apsw.Connection, fact: Fact, payload: ShiftClosed, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO shift_closed (shift, at, operator, expected, counted, reason, kept)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.shift, fact.at, fact.actor, payload.expected, payload.counted, payload.reason,
            payload.kept,
        ),
    )  # fmt: skip


APPLIES: Applies = {
    ShiftOpened: _shift_opened,
    ShiftCounted: _shift_counted,
    ShiftClosed: _shift_closed,
}
