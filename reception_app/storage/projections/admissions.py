"""Who entered, who was refused, and who promised to pay later."""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import AdmissionVoided, Admitted, Left, PaymentPromised, Refused
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.guests import settle_admission


def _admitted(
    db: apsw.Connection, fact: Fact, payload: Admitted, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO admission (id, guest, at, stamp, desk, operator, scan, payment, forced, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.admission, payload.guest, payload.noted_at or fact.at, stamp_of(fact),
            payload.desk, fact.actor,
            payload.scan, payload.payment, payload.forced, payload.reason,
        ),
    )  # fmt: skip
    settle_admission(db, payload.guest)


def _admission_voided(
    db: apsw.Connection, fact: Fact, payload: AdmissionVoided, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO admission_voided (admission, at, operator, reason, stamp)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (admission) DO UPDATE SET at = excluded.at, operator = excluded.operator,
            reason = excluded.reason, stamp = excluded.stamp
        WHERE excluded.stamp < admission_voided.stamp
        """,
        (payload.admission, fact.at, fact.actor, payload.reason, stamp_of(fact)),
    )
    row = db.execute("SELECT guest FROM admission WHERE id = ?", (payload.admission,)).fetchone()
    if row is not None:
        settle_admission(db, str(row[0]))


def _left(db: apsw.Connection, fact: Fact, payload: Left, _personal: Mapping[str, str]) -> None:
    db.execute(
        "INSERT INTO leaving (fact, guest, at, stamp, operator) VALUES (?, ?, ?, ?, ?)",
        (fact.id, payload.guest, fact.at, stamp_of(fact), fact.actor),
    )
    settle_admission(db, payload.guest)


def _refused(
    db: apsw.Connection, fact: Fact, payload: Refused, personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO refused_scan (fact, scan, at, stamp, desk, operator, verdict, guest, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            fact.id, payload.scan, fact.at, stamp_of(fact), payload.desk, fact.actor,
            payload.verdict, payload.guest, payload.text or personal.get("text", ""),
        ),
    )  # fmt: skip


def _payment_promised(
    db: apsw.Connection, fact: Fact, payload: PaymentPromised, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO payment_promise (fact, guest, at, stamp, reason, until)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (fact.id, payload.guest, fact.at, stamp_of(fact), payload.reason, payload.until),
    )


APPLIES: Applies = {
    Admitted: _admitted,
    AdmissionVoided: _admission_voided,
    Left: _left,
    Refused: _refused,
    PaymentPromised: _payment_promised,
}
