"""The clock that orders the facts of several desks."""

from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.hybrid_clock import HybridClock


@given(st.lists(st.one_of(st.integers(-(10**13), 10**14), st.integers(0, 2**64 - 2)), max_size=60))
def test_clock_never_goes_back(readings: list[int]) -> None:
    """Whatever the wall says, each stamp is later than every one before, made here or seen."""
    clock = HybridClock()
    last = clock.last
    for reading in readings:
        if reading % 5 == 0 and 0 <= reading < 2**62:
            clock.see(f"{reading:016x}")
        last = max(last, clock.last)
        if int(last, 16) >= 2**63 or reading >= 16**12:
            continue
        stamp = clock.tick(reading)
        assert stamp > last
        assert len(stamp) == 16
        last = stamp


def test_clock_follows_the_wall() -> None:
    """A wall clock that runs ahead is followed; one that was set back is not."""
    clock = HybridClock()

    assert clock.tick(1000) == "0000000003e80000"
    assert clock.tick(1000) == "0000000003e80001"
    assert clock.tick(10) == "0000000003e80002"
    assert clock.tick(1001) == "0000000003e90000"
