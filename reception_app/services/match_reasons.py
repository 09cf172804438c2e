"""The reasons of a proposal in words: “reading equal, amount equal, the only one”."""

from reception_app.domain.match import Candidate, Reason
from reception_app.domain.money import Money
from reception_app.wording import Wording


def reasons_of(candidate: Candidate, wording: Wording, currency: str) -> str:
    """Why a candidate is proposed, in one line."""
    words = [reason_text(reason, wording, currency) for reason in candidate.reasons]
    return wording.text("match_reason", "between").join(words)


def reason_text(reason: Reason, wording: Wording, currency: str) -> str:
    """One reason; its number is an amount, a count or a likeness in percent, by its kind."""
    return wording.text(
        "match_reason", reason.kind.value, n=reason.number, amount=Money(reason.number, currency)
    )
