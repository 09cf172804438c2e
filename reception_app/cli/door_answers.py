"""What the door's lines answer: outcomes as JSON, amounts in minor units, times ISO 8601."""

from typing import Any

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import Guest
from reception_app.services.payments import Payment
from reception_app.services.reception import Outcome

Answer = dict[str, Any]


def answer_of(outcome: Outcome) -> Answer:
    """An outcome as the JSON object of a line: amounts in minor units, times ISO 8601."""
    answer: Answer = {"verdict": outcome.verdict.value}
    if outcome.guest is not None:
        answer["guest"] = named(outcome.guest)
    if len(outcome.findings) > 1:
        answer["also"] = [finding.value for finding in outcome.findings[1:]]
    if outcome.verdict is Verdict.ALREADY_ADMITTED and outcome.admission is not None:
        answer["since"] = outcome.admission.at.isoformat(timespec="seconds")
        answer["desk"] = outcome.admission.desk
    if outcome.returned:
        answer["returned"] = True
    if outcome.spare is not None:
        answer["spare"] = outcome.spare.label
    if outcome.payment is not None:
        answer |= _paid(outcome.payment)
    if outcome.due and (outcome.payment is None or outcome.due.minor > 0):
        answer |= {"due": outcome.due.minor, "currency": outcome.due.currency}
    return answer


def _paid(payment: Payment) -> Answer:
    """What was paid: the sums of the whole act, and every receipt where each guest has one."""
    answer: Answer = {
        "paid": payment.total.minor,
        "tendered": (payment.total + payment.total_change).minor,
        "change": payment.total_change.minor,
        "receipt": payment.receipt.label,
        "currency": payment.paid.currency,
    }
    if payment.others:
        answer["receipts"] = [one.receipt.label for one in (payment, *payment.others)]
    if len(payment.parts) > 1:
        answer["parts"] = {part.tender.value: part.amount.minor for part in payment.parts}
    return answer


def named(guest: Guest) -> Answer:
    """Who it is about."""
    return {"number": guest.number, "name": guest.name}
