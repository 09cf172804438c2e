"""The kinds of facts."""

from reception_app.domain.facts import KINDS, PAYLOADS, PaymentPromised


def test_kinds_are_named_once() -> None:
    """Each kind of fact has one stored name."""
    assert len(PAYLOADS) == len(KINDS)
    assert PAYLOADS["payment_promised"] is PaymentPromised
