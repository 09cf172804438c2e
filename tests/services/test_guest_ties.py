"""With whom a guest is tied: the card names them."""

from evening import Evening
from notation import at

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.services import duplicates, guest_list
from reception_app.services.guest_recording import record_guest
from reception_app.services.guest_ties import ties_of
from reception_app.services.substitution import substitute
from reception_app.storage import guests, settings


def added(evening: Evening, name: str, host: Guest | None = None, **fields: str) -> Guest:
    """A guest with these fields."""
    values = {GuestField(key): text for key, text in fields.items()}
    with evening.file.act(now=at("12:00"), actor="") as act:
        made = record_guest(
            act, {GuestField.NAME: name, **values}, source="test",
            event_tag=settings.find_event(evening.file).tag,
            number=guests.next_number(evening.file), status=GuestStatus.ACCEPTED,
            host=host.id if host else None,
        )  # fmt: skip
    guest = guests.find_guest(evening.file, made)
    assert guest is not None
    return guest


def numbers(those: tuple[Guest, ...]) -> list[int]:
    """Who they are."""
    return [one.number for one in those]


def test_party_introducer_and_who_was_brought(evening: Evening) -> None:
    """Both ends of each tie see the other; a family name alone is enough while it is one."""
    sato = added(evening, "佐藤 花子")
    suzuki = added(evening, "鈴木 一郎", introducer="佐藤さん")
    companion = added(evening, "佐藤 太郎", host=sato)

    assert numbers(ties_of(evening.file, sato).brought) == [suzuki.number]
    assert numbers(ties_of(evening.file, sato).companions) == [companion.number]
    assert ties_of(evening.file, suzuki).introducer == sato
    assert ties_of(evening.file, companion).host == sato
    added(evening, "佐藤 次郎")
    assert ties_of(evening.file, sato).brought == ()
    assert ties_of(evening.file, suzuki).introducer is None


def test_lookalikes_until_somebody_says_who_is_whom(evening: Evening) -> None:
    """A name, a reading, an address or a phone hint; companions of one host are no doubles."""
    one = added(evening, "髙橋 桜", email="sakura@example.jp", phone="090-1234-5678")
    same_name = added(evening, "高橋　桜")
    same_mail = added(evening, "たかはし さくら", email="SAKURA@example.jp")
    same_phone = added(evening, "S. Takahashi", phone="09012345678")
    added(evening, "高橋 桜の同伴", host=one, email="sakura@example.jp")
    added(evening, "別の 人", email="other@example.jp")

    found = {same_name.number, same_mail.number, same_phone.number}
    assert set(numbers(ties_of(evening.file, one).lookalikes)) == found
    duplicates.link_same_person(evening.file, [one.id, same_name.id], now=at("12:01"), operator="")
    ties = ties_of(evening.file, one)
    assert numbers(ties.same_person) == [same_name.number]
    assert set(numbers(ties.lookalikes)) == found - {same_name.number}


def test_a_substitute_and_the_guest_name_each_other(evening: Evening) -> None:
    """Who comes for whom is told on both cards."""
    guest = guest_list.add_guest(
        evening.file, {GuestField.NAME: "佐藤 花子"}, now=at("12:00"), operator=""
    )
    came = substitute(
        evening.file, guest.id, {GuestField.NAME: "鈴木 一郎"}, now=at("12:01"), operator=""
    )

    assert ties_of(evening.file, came).stands_in_for == guests.find_guest(evening.file, guest.id)
    assert ties_of(evening.file, guest).substitute == came
