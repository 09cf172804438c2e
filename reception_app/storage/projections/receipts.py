"""Numbered receipts, their voids and reprints."""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import ReceiptIssued, ReceiptReprinted, ReceiptVoided
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.erasing import settle_erased


def _receipt_issued(
    db: apsw.Connection, fact: Fact, payload: ReceiptIssued, personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO receipt (id, prefix, box, number, entry, guest, payee, amount, tender, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.receipt, payload.prefix, payload.box, payload.number, payload.entry,
            payload.guest, personal.get("payee", ""), payload.amount, payload.tender, fact.at,
        ),
    )  # fmt: skip
    if payload.guest is not None:
        settle_erased(db, payload.guest)


def _receipt_voided(
    db: apsw.Connection, fact: Fact, payload: ReceiptVoided, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO receipt_voided (receipt, at, reason, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (receipt) DO UPDATE SET at = excluded.at, reason = excluded.reason,
            stamp = excluded.stamp
        WHERE excluded.stamp < receipt_voided.stamp
        """,
        (payload.receipt, fact.at, payload.reason, stamp_of(fact)),
    )


def _receipt_reprinted(
    db: apsw.Connection, fact: Fact, payload: ReceiptReprinted, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO receipt_reprint (fact, receipt, at) VALUES (?, ?, ?)",
        (fact.id, payload.receipt, fact.at),
    )


APPLIES: Applies = {
    ReceiptIssued: _receipt_issued,
    ReceiptVoided: _receipt_voided,
    ReceiptReprinted: _receipt_reprinted,
}
