"""The event's settings, its fee plan, and who works at it."""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import EventChanged, EventCreated, FeePlanChanged, OperatorNamed
from reception_app.storage.projections.apply import Applies, stamp_of

_SET_FIELD = """
    INSERT INTO event_setting (field, value, stamp) VALUES (?, ?, ?)
    ON CONFLICT (field) DO UPDATE SET value = excluded.value, stamp = excluded.stamp
    WHERE excluded.stamp > event_setting.stamp
"""
_FEE_PLAN = "fee_plan"
_NO_CANCEL_FEE = {"cancel_until": None, "cancel_fee": None}
"""What the plans of older facts say of it."""


def _event_created(
    db: apsw.Connection, fact: Fact, payload: EventCreated, _personal: Mapping[str, str]
) -> None:
    stamp = stamp_of(fact)
    db.executemany(_SET_FIELD, [(name, value, stamp) for name, value in vars(payload).items()])


def _event_changed(
    db: apsw.Connection, fact: Fact, payload: EventChanged, _personal: Mapping[str, str]
) -> None:
    stamp = stamp_of(fact)
    db.executemany(_SET_FIELD, [(name, value, stamp) for name, value in payload.fields.items()])


def _fee_plan_changed(
    db: apsw.Connection, fact: Fact, payload: FeePlanChanged, _personal: Mapping[str, str]
) -> None:
    db.execute(_SET_FIELD, (_FEE_PLAN, fact.id, stamp_of(fact)))
    if not db.changes():
        return
    db.execute("DELETE FROM fee_category")
    db.executemany(
        """
        INSERT INTO fee_category (code, position, name, colour, price, early_price, early_until,
            walk_in_price, companion_price, cancel_until, cancel_fee)
        VALUES (:code, :position, :name, :colour, :price, :early_price, :early_until,
            :walk_in_price, :companion_price, :cancel_until, :cancel_fee)
        """,
        [{**_NO_CANCEL_FEE, **row, "position": n} for n, row in enumerate(payload.categories)],
    )


def _operator_named(
    db: apsw.Connection, _fact: Fact, payload: OperatorNamed, personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT OR IGNORE INTO operator (id, name) VALUES (?, ?)",
        (payload.operator, personal.get("name", "")),
    )


APPLIES: Applies = {
    EventCreated: _event_created,
    EventChanged: _event_changed,
    FeePlanChanged: _fee_plan_changed,
    OperatorNamed: _operator_named,
}
