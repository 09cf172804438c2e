"""The verdict at the door: one reason, the most final first."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import at, yen

from reception_app.domain.admission import (
    ALWAYS_OPEN,
    MAY_BE_FORCED,
    Decision,
    DoorHours,
    Verdict,
    decide,
)
from reception_app.domain.guest import GuestStatus

OPEN = DoorHours(at("18:00"), at("20:00"))
ORDER = (
    Verdict.CANCELLED, Verdict.BLOCKED, Verdict.BADGE_REVOKED, Verdict.WAITING_LIST,
    Verdict.NOT_OPEN, Verdict.COLLECT_FEE, Verdict.ALREADY_ADMITTED, Verdict.ADMITTED,
)  # fmt: skip


def decided(
    status: GuestStatus = GuestStatus.ACCEPTED, *, revoked: bool = False, due: int = 0,
    inside: bool = False, clock: str = "19:00",
) -> Decision:  # fmt: skip
    """The decision on a guest who is fine but for what is given."""
    return decide(
        status=status, badge_revoked=revoked, hours=OPEN, now=at(clock), due=yen(due),
        already_inside=inside,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "verdict"),
    [
        (decided(), Verdict.ADMITTED),
        (decided(GuestStatus.CANCELLED), Verdict.CANCELLED),
        (decided(GuestStatus.DECLINED), Verdict.CANCELLED),
        (decided(GuestStatus.BLOCKED), Verdict.BLOCKED),
        (decided(GuestStatus.WAITING), Verdict.WAITING_LIST),
        (decided(revoked=True), Verdict.BADGE_REVOKED),
        (decided(clock="17:59:59"), Verdict.NOT_OPEN),
        (decided(clock="20:00"), Verdict.NOT_OPEN),
        (decided(clock="18:00"), Verdict.ADMITTED),
        (decided(due=1), Verdict.COLLECT_FEE),
        (decided(due=-1), Verdict.ADMITTED),
        (decided(inside=True), Verdict.ALREADY_ADMITTED),
    ],
)
def test_each_reason_has_its_verdict(decision: Decision, verdict: Verdict) -> None:
    """One thing wrong is one finding."""
    assert decision == Decision(verdict, (verdict,))


@given(
    st.sampled_from(GuestStatus), st.booleans(), st.booleans(), st.integers(-1, 1), st.booleans()
)
def test_the_most_final_reason_is_the_headline(
    status: GuestStatus, revoked: bool, early: bool, due: int, inside: bool,  # noqa: FBT001 - drawn
) -> None:  # fmt: skip
    """All findings are told, in the one order of finality, the gravest as the verdict."""
    decision = decided(
        status, revoked=revoked, due=due, inside=inside, clock="12:00" if early else "19:00"
    )

    assert decision.verdict is decision.findings[0]
    places = [ORDER.index(finding) for finding in decision.findings]
    assert places == sorted(set(places))
    assert (Verdict.ADMITTED in decision.findings) == (decision.findings == (Verdict.ADMITTED,))
    assert (Verdict.COLLECT_FEE in decision.findings) == (due > 0)


def test_blocked_is_the_organizers_alone() -> None:
    """No desk may overrule a block, a fee, or a code nobody knows."""
    assert MAY_BE_FORCED.isdisjoint(
        {Verdict.BLOCKED, Verdict.COLLECT_FEE, Verdict.UNKNOWN_CODE, Verdict.OTHER_EVENT}
    )


def test_hours_may_be_open_ended() -> None:
    """A door without hours is open, one with an opening only stays open."""
    assert ALWAYS_OPEN.contain(at("03:00"))
    assert DoorHours(opens=at("18:00")).contain(at("18:00") + timedelta(days=300))
    assert not DoorHours(closes=at("18:00")).contain(at("18:00"))
