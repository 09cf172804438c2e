"""The event after this one: the same people with new badges, and what is known of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from evening import Evening
from notation import at

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.progress import Cancelled
from reception_app.services import badges, duplicates, erasure, event_setup, fees, guest_list
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level, worst_of
from reception_app.services.guest_recording import record_guest
from reception_app.services.next_event import NextPreview, make_next_event, preview_next
from reception_app.services.payer_aliases import record_alias
from reception_app.storage import fact_journal, guests, past_visits, people, settings, statements
from reception_app.storage.event_file import EventFile, FileExists

NEXT_DAY = date(2027, 11, 13)
LATER = at("12:00") + timedelta(days=200)


def add(event: EventFile, name: str, *, host: Guest | None = None, **fields: str) -> Guest:
    """An accepted guest who was charged."""
    values = {GuestField.NAME: name, GuestField.CATEGORY: "会員"}
    values |= {GuestField(key): text for key, text in fields.items()}
    if host is None:
        return guest_list.add_guest(event, values, now=at("12:00"), operator="")
    with event.act(now=at("12:00"), actor="") as act:
        made = record_guest(
            act, values, event_tag=settings.find_event(event).tag,
            number=guests.next_number(event), status=GuestStatus.ACCEPTED, source="test",
            host=host.id,
        )  # fmt: skip
    found = guests.find_guest(event, made)
    assert found is not None
    return found


def make(event: EventFile, path: Path, **fields: object) -> NextPreview:
    """Make the next event at this path."""
    return make_next_event(event, path, name="春の交流会", day=NEXT_DAY, now=LATER, **fields)  # type: ignore[arg-type]


@pytest.fixture
def following(evening: Evening, tmp_path: Path) -> Iterator[EventFile]:
    """An evening with all kinds of guests, and the event made after it."""
    event = evening.file
    evening.open_box()
    came = add(event, "佐藤 花子", introducer="山本", note="車椅子", table_name="7")
    add(event, "佐藤 花子の同伴", host=came)
    add(event, "鈴木 一郎", listed_as_paid="1")
    absent = add(event, "高橋 桜", ticket_number="T-1")
    blocked = add(event, "出入 禁止")
    guest_list.change_status(event, blocked.id, GuestStatus.BLOCKED, now=at("12:30"), operator="")
    twin = add(event, "佐藤　花子")
    duplicates.link_same_person(event, [came.id, twin.id], now=at("12:31"), operator="")
    gone = add(event, "忘れ られた")
    erasure.erase_guests(event, [gone.id], now=at("12:32"), operator="")
    for code, holder in (("CARD-1", came), ("T-1", absent)):
        badges.add_code(event, holder.id, code, now=at("12:33"), operator="")
    evening.pay(came)
    make(event, tmp_path / "next.reception")
    with EventFile.open(tmp_path / "next.reception") as opened:
        yield opened


def known(event: EventFile, name: str) -> Guest:
    """The one guest of this name."""
    [found] = [row.guest for row in guests.list_guests(event) if row.guest.name == name]
    return found


def test_everybody_is_invited_again_with_a_new_badge(
    evening: Evening, following: EventFile
) -> None:
    """One person is one guest, companions stay with their host, the erased are nobody any more."""
    rows = guests.list_guests(following)

    assert {row.guest.name for row in rows} == {
        "佐藤 花子",
        "佐藤 花子の同伴",
        "鈴木 一郎",
        "高橋 桜",
        "出入 禁止",
    }
    assert {row.guest.status for row in rows} == {GuestStatus.INVITED, GuestStatus.BLOCKED}
    assert known(following, "佐藤 花子の同伴").host == known(following, "佐藤 花子").id
    assert {row.balance.due for row in rows} == {0}
    tag = settings.find_event(following).tag
    assert tag != settings.find_event(evening.file).tag
    assert all(row.badge_code[1:5] == tag for row in rows)
    assert sorted(row.guest.number for row in rows) == [1, 2, 3, 4, 5]


def test_what_belongs_to_one_evening_stays_there(following: EventFile) -> None:
    """Tables, tickets and payments; notes, introducers and cards go along."""
    guest = known(following, "佐藤 花子")

    assert (guest.introducer, guest.note, guest.table_name) == ("山本", "車椅子", "")
    assert known(following, "高橋 桜").ticket_number == ""
    holder = guests.find_by_badge(following, "CARD-1")
    assert holder is not None
    assert holder.guest.id == guest.id
    assert guests.find_by_badge(following, "T-1") is None


def test_attendance_absence_and_debts_are_known(following: EventFile) -> None:
    """The twin's fee counts too; who is new here is at their first visit."""
    past = past_visits.find_past(following, known(following, "佐藤 花子").id)
    absent = past_visits.find_past(following, known(following, "高橋 桜").id)
    newcomer = add(following, "新規 参加")

    assert past is not None
    assert (past.attended, past.missed, past.owed) == (1, 0, 8000)
    assert (past.last_event, past.visit) == ("秋の交流会", 2)
    assert absent is not None
    assert (absent.attended, absent.missed, absent.owed) == (0, 1, 8000)
    assert past_visits.find_visit(following, newcomer.id) == 1


def test_visits_add_up_over_events(following: EventFile, tmp_path: Path) -> None:
    """The third event knows what the first knew; nobody has missed one that is still to come."""
    guest = known(following, "佐藤 花子")
    guest_list.change_status(following, guest.id, GuestStatus.ACCEPTED, now=LATER, operator="")
    make_next_event(following, tmp_path / "third.reception", name="夏", day=NEXT_DAY, now=LATER)
    with EventFile.open(tmp_path / "third.reception") as third:
        past = past_visits.find_past(third, known(third, "佐藤 花子").id)

        assert past is not None
        assert (past.attended, past.missed) == (1, 0)


def test_days_of_fees_and_doors_move_along(evening: Evening, tmp_path: Path) -> None:
    """As long before the event as they were; settings hold again."""
    plan = settings.find_fee_plan(evening.file)
    first = replace(
        plan.categories[0], early_price=7000, early_until=date(2026, 11, 1), cancel_fee=4000,
        cancel_until=date(2026, 11, 7),
    )  # fmt: skip
    fees.set_fee_plan(evening.file, plan.with_category(first), now=at("12:00"), operator="")
    event_setup.change_event(
        evening.file,
        {"capacity": "200", "door_opens": "2026-11-14T18:00:00+09:00", "keep_until": "2027-01-31"},
        now=at("12:00"),
        operator="",
    )
    make(evening.file, tmp_path / "next.reception", venue="別の会場")
    with EventFile.open(tmp_path / "next.reception") as following:
        details, category = settings.find_event(following), settings.find_fee_plan(following)

        moved = NEXT_DAY - date(2026, 11, 14)
        assert category.categories[0] == replace(
            first, early_until=date(2026, 11, 1) + moved, cancel_until=date(2026, 11, 7) + moved
        )
        assert (details.name, details.venue, details.date) == ("春の交流会", "別の会場", NEXT_DAY)
        assert details.hours.opens is not None
        assert details.hours.opens.isoformat() == "2027-11-13T18:00:00+09:00"
        assert (details.capacity, details.keep_until) == (200, date(2027, 1, 31) + moved)


def test_learned_payers_and_who_is_told_apart_go_along(evening: Evening, tmp_path: Path) -> None:
    """Nobody is asked twice, in this event or the next."""
    one, other = add(evening.file, "佐藤 花子"), add(evening.file, "佐藤 花子", email="x@y.jp")
    duplicates.tell_apart(evening.file, [one.id, other.id], now=at("12:01"), operator="")
    with evening.file.act(now=at("12:02"), actor="") as act:
        record_alias(evening.file, act, "ｻﾄｳ ﾊﾅｺ", [other.id])
    make(evening.file, tmp_path / "next.reception")
    with EventFile.open(tmp_path / "next.reception") as following:
        assert duplicates.find_duplicates(following) == ()
        assert len(people.list_told_apart(following)) == 1
        assert len(statements.list_aliases(following)) == 1


def test_the_new_file_is_whole_or_not_there(evening: Evening, tmp_path: Path) -> None:
    """Cancelled, nothing is left behind; what is there already is not touched."""

    class Stop:
        def advance(self, done: int, _total: int) -> None:
            """Stop at the second guest."""
            if done:
                raise Cancelled

    for name in ("佐藤 花子", "鈴木 一郎", "高橋 桜"):
        add(evening.file, name)
    target = tmp_path / "next.reception"
    with pytest.raises(Cancelled):
        make(evening.file, target, progress=Stop())
    assert not list(tmp_path.glob("next*"))
    make(evening.file, target)
    with pytest.raises(FileExists):
        make(evening.file, target)
    with EventFile.open(target) as following:
        assert worst_of(check_accounts(following)) is not Level.RED
        assert fact_journal.differing_projections(following.db) == []


def test_the_preview_says_what_goes_along(evening: Evening) -> None:
    """In numbers, before anything is made."""
    evening.open_box()
    came = add(evening.file, "佐藤 花子")
    twin = add(evening.file, "佐藤　花子")
    add(evening.file, "鈴木 一郎")
    duplicates.link_same_person(evening.file, [came.id, twin.id], now=at("12:01"), operator="")
    evening.pay(came)

    assert preview_next(evening.file) == NextPreview(guests=2, merged=1, returning=1, owing=2)
