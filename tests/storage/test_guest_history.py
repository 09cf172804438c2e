"""The history of a guest: everything that happened, in order, by whom."""

from evening import Evening
from notation import at, yen

from reception_app.domain.guest import GuestField
from reception_app.services import (
    duplicates,
    erasure,
    guest_list,
    reception,
    substitution,
    waivers,
)
from reception_app.storage.guest_history import MomentKind, list_history
from reception_app.wording import LANGUAGES, Wording


def told(evening: Evening, guest: str) -> list[tuple[MomentKind, str, str]]:
    """Kinds, texts and values of all moments."""
    return [(m.kind, m.text, m.value) for m in list_history(evening.file, guest)]


def test_everything_is_told_in_order_with_who_did_it(evening: Evening) -> None:
    """From the list to the substitute: refusals, promises, reasons and links too."""
    event, operator = evening.file, evening.desk.operator
    guest, twin = evening.guest("佐藤 花子"), evening.guest("佐藤　花子")
    guest_list.change_guest(
        event, guest.id, {GuestField.TITLE: "部長"}, now=at("18:01"), operator=operator
    )
    waivers.grant_discount(event, guest.id, yen(500), "紹介", now=at("18:02"), operator=operator)
    evening.scan(guest, now=at("18:03"))
    reception.admit_unpaid(event, guest.id, "明日振込", desk=evening.desk, now=at("18:04"))
    duplicates.link_same_person(event, [guest.id, twin.id], now=at("18:05"), operator=operator)
    came = substitution.substitute(
        event, twin.id, {GuestField.NAME: "鈴木 一郎"}, now=at("18:06"), operator=operator
    )

    assert told(evening, guest.id) == [
        (MomentKind.RECORDED, "walk-in", ""),
        (MomentKind.STATUS, "accepted", ""),
        (MomentKind.CHARGE, "", ""),
        (MomentKind.REFUSED, "collect_fee", "A"),
        (MomentKind.CHANGED, "title", "部長"),
        (MomentKind.COMPLIMENTARY, "", "紹介"),
        (MomentKind.REFUSED, "collect_fee", "A"),
        (MomentKind.PROMISED, "明日振込", ""),
        (MomentKind.ADMITTED, "A", ""),
        (MomentKind.SAME_PERSON, "佐藤 花子", twin.id),
    ]
    assert {moment.operator for moment in list_history(event, guest.id)} == {operator}
    kinds = [kind for kind, *_ in told(evening, twin.id)]
    assert kinds[-5:] == [
        MomentKind.SAME_PERSON,
        MomentKind.BADGE_REVOKED,
        MomentKind.REVERSAL,
        MomentKind.STATUS,
        MomentKind.SUBSTITUTED,
    ]
    assert told(evening, came.id)[-1] == (MomentKind.STANDS_IN, "佐藤 花子", twin.id)


def test_an_erased_guest_keeps_what_happened_but_no_words(evening: Evening) -> None:
    """The fields that were changed are gone, the fee is not."""
    guest = evening.guest("佐藤 花子")
    guest_list.change_guest(
        evening.file, guest.id, {GuestField.TITLE: "部長"}, now=at("18:01"), operator=""
    )
    erasure.erase_guests(evening.file, [guest.id], now=at("22:00"), operator="")

    assert [kind for kind, *_ in told(evening, guest.id)] == [
        MomentKind.RECORDED,
        MomentKind.STATUS,
        MomentKind.CHARGE,
        MomentKind.REFUSED,
        MomentKind.ERASED,
    ]


def test_every_moment_has_its_words() -> None:
    """The new kinds are told by the shared wording."""
    for language in LANGUAGES:
        assert Wording(language).text("moment", "stands_in", text="A").count("A") == 1
