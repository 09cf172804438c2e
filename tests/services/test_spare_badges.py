"""Spare badges: numbered on, nobody's until bound, and then their guest's only own badge."""

import pytest
from evening import Evening
from notation import at

from reception_app.domain.admission import Verdict
from reception_app.services import reception
from reception_app.services.reception import WalkIn
from reception_app.services.spare_badges import (
    NotAFreeSpare,
    SpareCountUnusable,
    bind_spare_badge,
    make_spare_badges,
)
from reception_app.services.tag_handing import hand_out_tag
from reception_app.storage import guests
from reception_app.storage.admissions import find_admission_of
from reception_app.storage.name_tags import find_tag_state
from reception_app.storage.spare_badges import SpareBadge, list_spare_badges


def make(evening: Evening, count: int) -> tuple[SpareBadge, ...]:
    """Make spare badges before the door opens."""
    return make_spare_badges(evening.file, count, now=at("17:00"), operator=evening.desk.operator)


def receive(evening: Evening, code: str) -> reception.Outcome:
    """Scan a code."""
    return reception.receive_badge(evening.file, code, desk=evening.desk, now=at("18:10"))


def test_numbers_go_on(evening: Evening) -> None:
    """A second pile is numbered on from the first, and every code is its own."""
    made = (*make(evening, 3), *make(evening, 2))

    assert [spare.label for spare in made] == ["S01", "S02", "S03", "S04", "S05"]
    assert len({spare.code for spare in made}) == 5
    assert list_spare_badges(evening.file, free_only=True) == made


@pytest.mark.parametrize("count", [0, -1, 501])
def test_counts_out_of_range_are_refused(evening: Evening, count: int) -> None:
    """Neither no tag nor a thousand by a slip."""
    with pytest.raises(SpareCountUnusable):
        make(evening, count)

    assert list_spare_badges(evening.file) == ()


def test_free_spare_lets_nobody_in_and_says_what_it_is(evening: Evening) -> None:
    """A blank tag is no badge, but the desk is told which one it holds."""
    (spare,) = make(evening, 1)

    outcome = receive(evening, spare.code)

    assert (outcome.verdict, outcome.spare) == (Verdict.UNKNOWN_CODE, spare)


def test_walk_in_takes_a_spare(evening: Evening) -> None:
    """The blank tag becomes the walk-in's badge in the same act; it is no spare any more."""
    (spare,) = make(evening, 1)
    walk_in = WalkIn("小野 雪", category="ご招待", spare=spare.code)
    admitted = reception.register_walk_in(evening.file, walk_in, desk=evening.desk, now=at("18:00"))

    assert admitted.verdict is Verdict.ADMITTED
    assert admitted.guest is not None
    assert guests.find_badge_code(evening.file, admitted.guest.id) == spare.code
    assert receive(evening, spare.code).verdict is Verdict.ALREADY_ADMITTED
    assert list_spare_badges(evening.file, free_only=True) == ()
    with pytest.raises(NotAFreeSpare):
        reception.register_walk_in(evening.file, walk_in, desk=evening.desk, now=at("18:20"))


def test_spare_replaces_a_lost_badge(evening: Evening) -> None:
    """Whoever lost the badge gets a spare; the lost one opens the door no longer."""
    (spare,) = make(evening, 1)
    guest = evening.guest("佐藤 花子", "ご招待")
    lost = guests.find_badge_code(evening.file, guest.id)
    assert lost is not None
    bind_spare_badge(
        evening.file, spare.code, guest.id, now=at("18:05"), operator=evening.desk.operator
    )

    assert receive(evening, lost).verdict is Verdict.BADGE_REVOKED
    outcome = receive(evening, spare.code)
    assert outcome.guest is not None
    assert outcome.guest.id == guest.id


def test_foreign_code_is_no_spare(evening: Evening) -> None:
    """Nothing but a free spare can be bound."""
    guest = evening.guest("佐藤 花子")
    with pytest.raises(NotAFreeSpare):
        bind_spare_badge(evening.file, "TICKET-1", guest.id, now=at("18:05"), operator="")


def test_handing_out_is_no_admission(evening: Evening) -> None:
    """A tag given to somebody is on record as that and nothing more."""
    guest = evening.guest("佐藤 花子")
    hand_out_tag(evening.file, guest.id, desk=evening.desk, now=at("18:05"))

    state = find_tag_state(evening.file, guest.id)
    assert (state.printed_at, state.handed_at) == (None, at("18:05"))
    assert find_admission_of(evening.file, guest.id) is None
