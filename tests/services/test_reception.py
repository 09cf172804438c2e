"""The door: one verdict for each scan, every answer on record, nothing half done."""

from dataclasses import replace
from datetime import date

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import badge_code_for, new_badge_code
from reception_app.domain.drawer import BoxNotOpen, parse_count
from reception_app.domain.facts import BadgeIssued, BadgeRevoked, StatusChanged
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.services import drawers, event_setup, payments, reception
from reception_app.services.guest_recording import record_guest
from reception_app.services.posting import ReasonMissing
from reception_app.services.reception import (
    GuestUnknown,
    NothingToUndo,
    NotInside,
    NotToBeForced,
    Promise,
    RestNeedsPromise,
    StillRefused,
)
from reception_app.storage import fact_journal, guests, settings
from reception_app.storage.admissions import find_admission_of, is_inside, list_last_acts
from reception_app.storage.journal import find_balance


def listed(evening: Evening, name: str, status: GuestStatus, category: str = "会員") -> Guest:
    """A guest of the list with this status, not charged yet."""
    event = evening.file
    with event.act(now=at("12:00"), actor=evening.desk.operator) as act:
        guest_id = record_guest(
            act, {GuestField.NAME: name, GuestField.CATEGORY: category},
            event_tag=settings.find_event(event).tag, number=guests.next_number(event),
            status=status, source="list",
        )  # fmt: skip
    guest = guests.find_guest(event, guest_id)
    assert guest is not None
    return guest


def change_status(evening: Evening, guest: Guest, status: GuestStatus) -> None:
    """Somebody else changes where the guest stands."""
    with evening.file.act(now=at("17:00"), actor="") as act:
        act.record(StatusChanged(guest=guest.id, status=status))


def answers(evening: Evening) -> list[Verdict]:
    """The verdicts on record, oldest first."""
    return [act.verdict for act in reversed(list_last_acts(evening.file))]


def test_free_guest_enters_with_the_scan(evening: Evening) -> None:
    """A complimentary guest is in after one scan."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")

    outcome = evening.scan(guest)

    assert outcome.verdict is Verdict.ADMITTED
    assert outcome.admission is not None
    assert outcome.admission.desk == "A"
    assert is_inside(evening.file, guest.id)


def test_fee_is_collected_before_entering(evening: Evening) -> None:
    """Who owes is not in before paying; then payment, receipt and admission are one act."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    assert evening.scan(guest).verdict is Verdict.COLLECT_FEE
    assert not is_inside(evening.file, guest.id)

    outcome = evening.pay(guest, tendered=yen(10000))

    assert outcome.verdict is Verdict.ADMITTED
    assert outcome.payment is not None
    assert outcome.admission is not None
    assert outcome.admission.payment == outcome.payment.entry
    assert (outcome.payment.change, outcome.payment.receipt.label) == (yen(2000), "K26-A-0001")
    assert outcome.due == yen(0)


def test_second_scan_says_since_when(evening: Evening) -> None:
    """A badge that is in already is refused with time, desk and operator of the arrival."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")
    evening.scan(guest, now=at("18:10"))

    outcome = evening.scan(guest, now=at("18:40"))

    assert outcome.verdict is Verdict.ALREADY_ADMITTED
    assert outcome.admission is not None
    assert (outcome.admission.at, outcome.admitted_by) == (at("18:10"), "鈴木")


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (GuestStatus.CANCELLED, Verdict.CANCELLED),
        (GuestStatus.DECLINED, Verdict.CANCELLED),
        (GuestStatus.BLOCKED, Verdict.BLOCKED),
        (GuestStatus.WAITING, Verdict.WAITING_LIST),
        (GuestStatus.INVITED, Verdict.COLLECT_FEE),
    ],
)
def test_status_decides(evening: Evening, status: GuestStatus, verdict: Verdict) -> None:
    """Each standing has its verdict; refusals are on record; nobody else is charged."""
    guest = listed(evening, "佐藤 花子", status)

    outcome = evening.scan(guest)

    assert outcome.verdict is verdict
    charged = 8000 if status is GuestStatus.INVITED else 0
    assert find_balance(evening.file, guest.id).charged == charged
    refused = evening.file.db.execute("SELECT verdict FROM refused_scan").fetchall()
    assert refused == [(verdict.value,)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (str(badge_code_for("0000", "1" * 25)), Verdict.OTHER_EVENT),
        ("1" * 32, Verdict.UNKNOWN_CODE),
        ("7" * 20, Verdict.UNKNOWN_CODE),
        ("https://example.com", Verdict.UNKNOWN_CODE),
        ("\u202eevil\x00", Verdict.UNKNOWN_CODE),
        ("", Verdict.UNKNOWN_CODE),
    ],
)
def test_what_is_not_ours_is_refused(evening: Evening, text: str, verdict: Verdict) -> None:
    """Codes of other events, half codes and anything else are answered and on record."""
    # The tag is random; here it must not be that of the code by chance.
    evening.file.db.execute("UPDATE event_setting SET value = '4321' WHERE field = 'tag'")

    outcome = reception.receive_badge(evening.file, text, desk=evening.desk, now=at("18:00"))

    assert (outcome.verdict, outcome.guest) == (verdict, None)
    assert answers(evening)[-1] is verdict


def test_unknown_code_of_this_event(evening: Evening) -> None:
    """A well-formed code of our own tag that was never issued is unknown, not foreign."""
    code = new_badge_code(settings.find_event(evening.file).tag)

    outcome = reception.receive_badge(evening.file, str(code), desk=evening.desk, now=at("18:00"))

    assert outcome.verdict is Verdict.UNKNOWN_CODE


def test_foreign_code_opens_as_alias(evening: Evening) -> None:
    """A ticket's own code that was issued to a guest is their badge too."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")
    with evening.file.act(now=at("12:00"), actor="") as act:
        act.record(BadgeIssued(guest=guest.id, badge_code="PTX-99-12", alias=True))

    outcome = reception.receive_badge(
        evening.file, " PTX-99-12\r", desk=evening.desk, now=at("18:00")
    )

    assert outcome.verdict is Verdict.ADMITTED


def revoked_code(evening: Evening, guest: Guest) -> str:
    """The guest's first code, which opens the door no longer."""
    code = guests.find_badge_code(evening.file, guest.id)
    assert code is not None
    with evening.file.act(now=at("12:00"), actor="") as act:
        act.record(BadgeRevoked(badge_code=code, reason="lost"))
        act.record(BadgeIssued(guest=guest.id, badge_code="9" * 32))
    return code


def test_revoked_badge_is_told_from_unknown(evening: Evening) -> None:
    """A lost badge is refused as revoked, charges nobody, and its successor opens."""
    guest = listed(evening, "佐藤 花子", GuestStatus.INVITED)
    code = revoked_code(evening, guest)

    outcome = reception.receive_badge(evening.file, code, desk=evening.desk, now=at("18:00"))

    assert outcome.verdict is Verdict.BADGE_REVOKED
    assert find_balance(evening.file, guest.id).charged == 0
    assert evening.scan(guest).verdict is Verdict.COLLECT_FEE


def test_forcing_a_revoked_badge_is_on_record_as_forced(evening: Evening) -> None:
    """Whoever shows a revoked badge and is let in was forced."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")
    revoked_code(evening, guest)

    outcome = reception.force_admission(
        evening.file, guest.id, "顔見知り", desk=evening.desk, now=at("18:00"), badge_revoked=True
    )

    assert outcome.admission is not None
    assert outcome.admission.forced


def test_forcing_who_was_welcome_anyway_is_not_forced(evening: Evening) -> None:
    """`Forced` is kept for entries that would have been refused."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")

    outcome = reception.force_admission(
        evening.file, guest.id, "x", desk=evening.desk, now=at("18:00")
    )

    assert outcome.admission is not None
    assert not outcome.admission.forced


def test_door_hours(evening: Evening) -> None:
    """Before the door opens nobody enters, but with a reason."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")
    event_setup.change_event(
        evening.file, {"door_opens": at("18:00").isoformat()}, now=at("12:00"), operator=""
    )
    assert evening.scan(guest, now=at("17:00")).verdict is Verdict.NOT_OPEN

    outcome = reception.force_admission(
        evening.file, guest.id, "手伝い", desk=evening.desk, now=at("17:01")
    )

    assert outcome.admission is not None
    assert outcome.admission.forced


@pytest.mark.parametrize(
    "status", [GuestStatus.BLOCKED, GuestStatus.CANCELLED, GuestStatus.WAITING, GuestStatus.INVITED]
)
def test_nobody_pays_their_way_past_a_refusal(evening: Evening, status: GuestStatus) -> None:
    """What is not about the fee is not lifted by money or a promise, even decided just now."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    change_status(evening, guest, status)
    before = fact_journal.count_facts(evening.file.db)

    with pytest.raises(StillRefused):
        evening.pay(guest)
    with pytest.raises(StillRefused):
        reception.admit_unpaid(evening.file, guest.id, "あとで", desk=evening.desk, now=at("18:00"))

    assert fact_journal.count_facts(evening.file.db) == before


def test_blocked_guest_is_the_organizers(evening: Evening) -> None:
    """Neither force nor reinstating lets a blocked guest in."""
    guest = listed(evening, "佐藤 花子", GuestStatus.BLOCKED)

    with pytest.raises(NotToBeForced):
        reception.force_admission(evening.file, guest.id, "x", desk=evening.desk, now=at("18:00"))
    with pytest.raises(NotToBeForced):
        reception.reinstate(evening.file, guest.id, desk=evening.desk, now=at("18:00"))


def test_reinstating_charges_once(evening: Evening) -> None:
    """Who had cancelled is accepted, charged, and asked for the fee; twice changes nothing."""
    guest = listed(evening, "佐藤 花子", GuestStatus.CANCELLED)

    for _ in range(2):
        outcome = reception.reinstate(evening.file, guest.id, desk=evening.desk, now=at("18:00"))
        assert (outcome.verdict, outcome.due) == (Verdict.COLLECT_FEE, yen(8000))


def test_same_offer_twice_pays_once(evening: Evening) -> None:
    """Enter pressed twice is one payment, one receipt, one admission."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    offer = payments.new_offer(Tender.CASH, yen(10000))

    first, second = (
        reception.admit_paying(evening.file, [guest], offer, desk=evening.desk, now=at("18:03"))
        for _ in range(2)
    )

    assert first.payment == second.payment
    assert find_balance(evening.file, guest.id).paid == 8000
    assert evening.file.db.execute("SELECT COUNT(*) FROM admission").get == 1


def test_party_pays_at_once(evening: Evening) -> None:
    """One payment for several lets all in, each with their own balance settled."""
    evening.open_box()
    party = [evening.guest("佐藤"), evening.guest("鈴木", "学生"), evening.guest("来賓", "ご招待")]

    outcome = evening.pay(*party, tendered=yen(11000))

    assert outcome.payment is not None
    assert (outcome.payment.paid, outcome.payment.change) == (yen(11000), yen(0))
    for guest in party:
        assert is_inside(evening.file, guest.id)
        assert find_balance(evening.file, guest.id).due == 0


def test_paying_later_keeps_the_fee_due(evening: Evening) -> None:
    """A promise lets the guest in with the fee open; it needs its reason."""
    guest = evening.guest("佐藤 花子")
    with pytest.raises(ReasonMissing):
        reception.admit_unpaid(
            evening.file, guest.id, " \u3000", desk=evening.desk, now=at("18:00")
        )

    outcome = reception.admit_unpaid(
        evening.file, guest.id, "明日振込", desk=evening.desk, now=at("18:00")
    )

    assert (outcome.verdict, outcome.due) == (Verdict.ADMITTED, yen(8000))


def test_undo_brings_everything_back(evening: Evening) -> None:
    """Undoing an arrival voids its receipt, hands the cash back, and the badge opens anew."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    admission = evening.pay(guest, tendered=yen(10000)).admission
    assert admission is not None

    back = reception.undo_admission(
        evening.file, admission.id, "人違い", desk=evening.desk, now=at("18:10")
    )

    assert back == yen(8000)
    assert not is_inside(evening.file, guest.id)
    assert evening.scan(guest).verdict is Verdict.COLLECT_FEE
    assert evening.file.db.execute("SELECT COUNT(*) FROM receipt_voided").get == 1
    with pytest.raises(NothingToUndo):
        reception.undo_admission(
            evening.file, admission.id, "x", desk=evening.desk, now=at("18:11")
        )


def test_undo_that_can_not_pay_back_undoes_nothing(evening: Evening) -> None:
    """With the cash box closed the arrival stands, because its cash can't be handed back."""
    evening.open_box(0)
    guest = evening.guest("佐藤 花子")
    admission = evening.pay(guest).admission
    assert admission is not None
    drawers.count_box(
        evening.file, parse_count("1000x8", "JPY"), desk=evening.desk, now=at("22:00")
    )
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("22:01"))

    with pytest.raises(BoxNotOpen):
        reception.undo_admission(
            evening.file, admission.id, "人違い", desk=evening.desk, now=at("22:02")
        )

    assert is_inside(evening.file, guest.id)
    assert find_admission_of(evening.file, guest.id) == admission


def test_leaving_and_coming_back(evening: Evening) -> None:
    """Who went out may enter again; who is not inside can't leave."""
    guest = listed(evening, "来賓", GuestStatus.ACCEPTED, "ご招待")
    code = guests.find_badge_code(evening.file, guest.id)
    assert code is not None
    with pytest.raises(NotInside):
        reception.leave(evening.file, code, desk=evening.desk, now=at("18:00"))
    evening.scan(guest, now=at("18:01"))

    reception.leave(evening.file, code, desk=evening.desk, now=at("18:30"))

    assert not is_inside(evening.file, guest.id)
    assert evening.scan(guest, now=at("19:00")).verdict is Verdict.ADMITTED
    with pytest.raises(GuestUnknown):
        reception.leave(evening.file, "1" * 32, desk=evening.desk, now=at("19:01"))


def test_names_stay_text(evening: Evening) -> None:
    """Formulas, markup, rare kanji and hidden characters become one line of plain text."""
    for name, stored in (
        ("=SUM(1+1) 太郎", "=SUM(1+1) 太郎"),
        ("<b>太字</b> 花子", "<b>太字</b> 花子"),
        ("𠮷田\u202e\x07 茂", "𠮷田 茂"),
        ("  山田\u3000 \n太郎 ", "山田 太郎"),
    ):
        assert evening.guest(name).name == stored


def test_a_fee_that_was_not_taken_stays_in_sight(evening: Evening) -> None:
    """Who was asked for the fee and not let in stands among the last acts, once, until inside."""
    evening.open_box()
    guest = evening.guest("山田 太郎")
    evening.scan(guest, now=at("18:10"))
    evening.scan(guest, now=at("18:11"))

    acts = list_last_acts(evening.file)
    assert [(act.verdict, f"{act.at:%H:%M}") for act in acts] == [(Verdict.COLLECT_FEE, "18:11")]

    evening.pay(guest)
    assert [act.verdict for act in list_last_acts(evening.file)] == [Verdict.ADMITTED]


def test_part_is_paid_and_the_rest_promised(evening: Evening) -> None:
    """Who pays a part is in with the rest due and promised; without a word on the rest, nothing."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    offer = replace(payments.new_offer(Tender.CASH, yen(10000)), amount=yen(5000))
    with pytest.raises(RestNeedsPromise) as caught:
        reception.admit_paying(evening.file, [guest], offer, desk=evening.desk, now=at("18:00"))
    assert caught.value.rest == yen(3000)
    assert not is_inside(evening.file, guest.id)

    outcome = reception.admit_paying(
        evening.file, [guest], offer, desk=evening.desk, now=at("18:00"),
        rest=Promise("振り込みます", until=date(2026, 11, 30)),
    )  # fmt: skip

    assert outcome.verdict is Verdict.ADMITTED
    assert outcome.due == yen(3000)
    promise = evening.file.db.execute("SELECT reason, until FROM payment_promise").fetchall()
    assert promise == [("振り込みます", "2026-11-30")]


def test_undo_of_a_payment_for_several_undoes_all_of_them(evening: Evening) -> None:
    """Taking back what one paid for three leaves none of the three inside and unpaid."""
    evening.open_box()
    party = [evening.guest(name) for name in ("甲", "乙", "丙")]
    evening.pay(*party)
    admission = find_admission_of(evening.file, party[1].id)
    assert admission is not None

    back = reception.undo_admission(
        evening.file, admission.id, "x", desk=evening.desk, now=at("18:10")
    )

    assert back == yen(24000)
    assert [is_inside(evening.file, guest.id) for guest in party] == [False] * 3
    assert [find_balance(evening.file, guest.id).due for guest in party] == [8000] * 3


def test_undo_that_keeps_the_payment_undoes_one(evening: Evening) -> None:
    """One of three did not come in after all; the payment for all three stays."""
    evening.open_box()
    party = [evening.guest(name) for name in ("甲", "乙", "丙")]
    evening.pay(*party)
    admission = find_admission_of(evening.file, party[1].id)
    assert admission is not None

    reception.undo_admission(
        evening.file, admission.id, "x", desk=evening.desk, now=at("18:10"), with_payment=False
    )

    assert [is_inside(evening.file, guest.id) for guest in party] == [True, False, True]
    assert [find_balance(evening.file, guest.id).due for guest in party] == [0] * 3
