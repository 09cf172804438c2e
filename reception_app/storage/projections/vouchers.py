"""Organizers, vouchers with their evidence, the budget, and the event's seals."""

from collections.abc import Mapping

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import (
    BudgetSet,
    EventSealed,
    EventUnsealed,
    EvidenceAttached,
    EvidenceWithdrawn,
    NoReceiptExplained,
    OrganizerNamed,
    VoucherRecorded,
)
from reception_app.storage.projections.apply import Applies, stamp_of

_BUDGET = "budget"


def _organizer_named(
    db: apsw.Connection, _fact: Fact, payload: OrganizerNamed, personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT OR IGNORE INTO organizer (id, name) VALUES (?, ?)",
        (payload.organizer, personal.get("name", "")),
    )


def _voucher_recorded(
    db: apsw.Connection, fact: Fact, payload: VoucherRecorded, personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO voucher (entry, number, kind, day, channel, account, organizer, settles, payee,
            purpose, at, stamp)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.voucher, payload.number, payload.voucher_kind, payload.day, payload.channel,
            payload.account, payload.organizer, payload.settles, personal.get("payee", ""),
            personal.get("purpose", ""), fact.at, stamp_of(fact),
        ),
    )  # fmt: skip


def _no_receipt_explained(
    db: apsw.Connection, fact: Fact, payload: NoReceiptExplained, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO no_receipt (voucher, reason, stamp) VALUES (?, ?, ?)
        ON CONFLICT (voucher) DO UPDATE SET reason = excluded.reason, stamp = excluded.stamp
        WHERE excluded.stamp > no_receipt.stamp
        """,
        (payload.voucher, payload.reason, stamp_of(fact)),
    )


def _evidence_attached(
    db: apsw.Connection, fact: Fact, payload: EvidenceAttached, personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO evidence (id, voucher, sha256, size, media_type, name, at, stamp, operator)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.evidence, payload.voucher, payload.sha256, payload.size, payload.media_type,
            personal.get("name", ""), fact.at, stamp_of(fact), fact.actor,
        ),
    )  # fmt: skip


def _evidence_withdrawn(
    db: apsw.Connection, fact: Fact, payload: EvidenceWithdrawn, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO evidence_withdrawn (evidence, reason, at, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (evidence) DO UPDATE SET reason = excluded.reason, at = excluded.at,
            stamp = excluded.stamp
        WHERE excluded.stamp < evidence_withdrawn.stamp
        """,
        (payload.evidence, payload.reason, fact.at, stamp_of(fact)),
    )


def _budget_set(
    db: apsw.Connection, fact: Fact, payload: BudgetSet, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO event_setting (field, value, stamp) VALUES (?, ?, ?)
        ON CONFLICT (field) DO UPDATE SET value = excluded.value, stamp = excluded.stamp
        WHERE excluded.stamp > event_setting.stamp
        """,
        (_BUDGET, fact.id, stamp_of(fact)),
    )
    if not db.changes():
        return
    db.execute("DELETE FROM budget_line")
    db.executemany(
        "INSERT INTO budget_line (account, position, name, amount, remark)"
        " VALUES (:account, :position, :name, :amount, :remark)",
        [{**line, "position": n} for n, line in enumerate(payload.lines)],
    )


def _event_sealed(
    db: apsw.Connection, fact: Fact, payload: EventSealed, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO event_seal (seal, version, entries, balances, at, stamp, operator)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.seal, payload.version, payload.entries, canonical_json(payload.balances),
            fact.at, stamp_of(fact), fact.actor,
        ),
    )  # fmt: skip


def _event_unsealed(
    db: apsw.Connection, fact: Fact, payload: EventUnsealed, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO event_unsealed (fact, seal, reason, at, stamp, operator)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (fact.id, payload.seal, payload.reason, fact.at, stamp_of(fact), fact.actor),
    )


APPLIES: Applies = {
    OrganizerNamed: _organizer_named,
    VoucherRecorded: _voucher_recorded,
    NoReceiptExplained: _no_receipt_explained,
    EvidenceAttached: _evidence_attached,
    EvidenceWithdrawn: _evidence_withdrawn,
    BudgetSet: _budget_set,
    EventSealed: _event_sealed,
    EventUnsealed: _event_unsealed,
}
