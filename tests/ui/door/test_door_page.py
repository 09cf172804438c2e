"""The door: every verdict, every key count, and nothing that swallows a scan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.domain.drawer import count_of
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.services import drawers, reception
from reception_app.services.fees import accept
from reception_app.storage import admissions, guests, journal, receipts
from reception_app.storage.event_file import EventDiskFull, EventFile
from reception_app.ui.door import answer_area, sounds
from reception_app.ui.door.banner_view import BannerKind
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English."""
    speak(qapp, "en")


@pytest.fixture
def door(tmp_path: Path, look: Theme) -> Iterator[DoorEvening]:
    """An event with desk A at work and its cash box open."""
    assert look.choice
    made = door_evening(tmp_path)
    made.open_box()
    yield made
    made.event.close()


@pytest.fixture
def hands(door: DoorEvening, qtbot: QtBot) -> Hands:
    """Somebody at the page."""
    return hands_at(door, qtbot)


def hands_at(door: DoorEvening, qtbot: QtBot) -> Hands:
    """Open the page and stand at it."""
    page = DoorPage(door.workplace)
    qtbot.addWidget(page)
    page.resize(1096, 720)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.scan.line.hasFocus)
    return Hands(page)


def yen(amount: int) -> Money:
    """An amount in yen."""
    return Money(amount, "JPY")


def refusals(event: EventFile) -> list[Verdict]:
    """The verdicts of all scans on record that let nobody in, in their order."""
    rows = event.db.execute("SELECT verdict FROM refused_scan ORDER BY stamp")
    return [Verdict(str(row[0])) for row in rows]


# --- Key counts ---


def test_free_guest_needs_no_key(door: DoorEvening, hands: Hands) -> None:
    """A guest without a fee is in by the scan alone."""
    guest = door.add("前田 さゆり", "まえだ さゆり", "登壇者", table_name="1", note="舞台へ")
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.pressed, hands.arrived) == (Verdict.ADMITTED, 0, 1)
    assert hands.page.answer.banner.view.kind is BannerKind.ADMITTED
    for word in ("Welcome", "前田 さゆり", "まえだ さゆり", "Table 1", "舞台へ", "Complimentary"):
        assert word in hands.answer
    assert hands.offered == ""


def test_paid_guest_needs_no_key(door: DoorEvening, hands: Hands) -> None:
    """A guest who paid before is in by the scan alone."""
    guest = door.add("佐藤 花子", listed_as_paid="yes")
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.pressed) == (Verdict.ADMITTED, 0)
    assert "Paid in advance" in hands.answer


@pytest.mark.parametrize(
    ("keys", "tender", "tendered", "change"),
    [
        (("Enter",), Tender.CASH, 8000, 0),
        (("1", "0", "Enter"), Tender.CASH, 10000, 2000),
        (("9", "Enter"), Tender.CASH, 9000, 1000),
        (("P", "Enter"), Tender.PAYPAY, 8000, 0),
        (("c", "Enter"), Tender.CARD, 8000, 0),
    ],
)
def test_fee_takes_few_keys(
    door: DoorEvening, hands: Hands, *, keys: tuple[str, ...], tender: Tender, tendered: int,
    change: int,
) -> None:  # fmt: skip
    """Exact cash is one key, change and other tenders three at most; each has its receipt."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    assert hands.page.answer.banner.view.amount == "¥8,000"
    hands.press(*keys)

    payment = hands.page.outcome.payment if hands.page.outcome else None
    assert payment is not None
    assert (payment.tender, payment.tendered, payment.change) == (
        tender,
        yen(tendered),
        yen(change),
    )
    assert payment.receipt.label == "K26-A-0001"
    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
    assert hands.pressed == len(keys) <= 3
    assert hands.page.answer.banner.view.amount == (
        "¥2,000" if change == 2000 else "¥1,000" if change else ""
    )


def test_pay_later_takes_two_keys(door: DoorEvening, hands: Hands) -> None:
    """L and a reason admit; the fee stays due and the guest stands among the unpaid."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("l", "2")

    assert (hands.verdict, hands.pressed) == (Verdict.ADMITTED, 2)
    assert admissions.list_inside_unpaid(door.event) == ((guest.id, 8000),)
    assert admissions.sum_inside_unpaid(door.event) == (1, 8000)
    assert "¥8,000 stays due" in hands.answer


def test_transferred_stays_due_until_the_statement(door: DoorEvening, hands: Hands) -> None:
    """T is a promise, not a payment: no money is booked before the bank shows it."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("t", "Enter")

    reason = door.event.db.execute("SELECT reason FROM payment_promise").get
    assert (hands.verdict, hands.pressed, reason) == (Verdict.ADMITTED, 2, "Already transferred")
    assert journal.due_of(door.event, guest.id) == 8000
    assert receipts.list_receipts(door.event) == ()


def test_letter_that_begins_a_name_takes_no_way(door: DoorEvening, hands: Hands) -> None:
    """`l` asks why to pay later, but `li` is somebody's name; clearing it leads back to the fee."""
    door.add("李 小龍", "リ シャオロン", "登壇者")
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.type("ri")
    assert hands.page.answer.hits.isVisible()
    hands.press("Backspace", "Backspace", "l")
    assert "Pays on leaving" in hands.offered
    hands.type("i")

    assert hands.page.scan.line.text() == "li"
    assert hands.page.answer.hits.isVisible()
    hands.press("Backspace", "Backspace")
    assert hands.page.answer.pad.isVisible()
    assert hands.arrived == 0


def test_companions_in_one_payment(door: DoorEvening, hands: Hands) -> None:
    """`+` takes the companions' fees too: one payment, one receipt, and all of them are in."""
    host = door.add("小林 陽菜")
    for n in (1, 2):
        door.add(f"小林 陽菜 ご同伴{n}", host=host)
    hands.scan(door.code(host))
    assert "2 companions, 0 here" in hands.answer
    hands.press("+")
    assert hands.page.answer.banner.view.amount == "¥24,000"
    hands.press("3", "0", "Enter")

    assert hands.page.answer.banner.view.amount == "¥6,000"
    assert (hands.arrived, len(receipts.list_receipts(door.event))) == (3, 1)
    assert "2 companions, 2 here" in hands.answer


def test_companions_of_a_free_host(door: DoorEvening, hands: Hands) -> None:
    """A host who is in at once brings the companions in with `+`; free ones need no payment."""
    host = door.add("小林 陽菜", category="登壇者")
    door.add("小林 蓮", category="登壇者", host=host)
    hands.scan(door.code(host))
    assert "The companion too" in hands.offered
    hands.press("+")

    assert (hands.arrived, hands.pressed) == (2, 1)


def test_companions_fees_of_a_free_host(door: DoorEvening, hands: Hands) -> None:
    """Companions who owe are asked for before they come in."""
    host = door.add("小林 陽菜", category="登壇者")
    door.add("小林 蓮", category="学生", host=host)
    hands.scan(door.code(host))
    hands.press("+")
    assert (hands.page.answer.banner.view.amount, hands.arrived) == ("¥3,000", 1)
    hands.press("Enter")

    assert hands.arrived == 2


# --- Verdicts ---


def test_already_admitted(door: DoorEvening, hands: Hands) -> None:
    """A second scan says since when, at which desk and by whom; admitting anyway takes a reason."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    door.clock.advance(600)
    hands.scan(door.code(guest))

    assert hands.shows(Verdict.ALREADY_ADMITTED)
    for word in ("Already inside", "18:03", "18:03:22, desk A, by 鈴木", "Look at the face"):
        assert word in hands.answer
    hands.press("Enter")
    assert hands.shows(Verdict.ALREADY_ADMITTED)
    hands.press("Enter")  # a second Enter by habit overrules nothing
    assert hands.shows(Verdict.ALREADY_ADMITTED)
    hands.press("1")
    assert hands.shows(Verdict.ADMITTED)
    forced = door.event.db.execute("SELECT reason FROM admission WHERE forced").get
    assert forced == "Went out and comes back"


def test_digits_after_a_refusal_are_a_search(door: DoorEvening, hands: Hands) -> None:
    """A guest number typed after a refusal is looked up; it overrules nothing."""
    door.add("佐藤 花子")
    guest = door.add("田中 直樹", status=GuestStatus.CANCELLED)
    hands.scan(door.code(guest))
    hands.type("1")

    assert hands.page.answer.hits.isVisible()
    assert hands.arrived == 0


@pytest.mark.parametrize("status", [GuestStatus.CANCELLED, GuestStatus.DECLINED])
def test_cancelled_is_reinstated_and_pays(
    door: DoorEvening, hands: Hands, status: GuestStatus
) -> None:
    """Who had cancelled or declined is reinstated with two keys, and then owes the fee."""
    guest = door.add("田中 直樹", status=status)
    hands.scan(door.code(guest))
    assert (hands.verdict, hands.offered) == (Verdict.CANCELLED, "Reinstate…")
    hands.press("Enter", "1")

    assert (hands.verdict, hands.page.answer.banner.view.amount) == (Verdict.COLLECT_FEE, "¥8,000")
    hands.press("Enter")
    assert hands.arrived == 1


def test_waiting_list_says_how_many_places_are_free(door: DoorEvening, hands: Hands) -> None:
    """The waiting list shows the free places and accepts with two keys."""
    door.add("佐藤 花子")
    guest = door.add("髙﨑 𠮷郎", category="登壇者", status=GuestStatus.WAITING)
    door.change_event(capacity="3")
    hands.scan(door.code(guest))
    assert hands.shows(Verdict.WAITING_LIST)
    assert hands.page.answer.banner.view.amount == "2"
    hands.press("Enter", "1")

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)


def test_blocked_offers_nothing(door: DoorEvening, hands: Hands) -> None:
    """A blocked guest is the organizer's: the note is shown and no key lets them in."""
    guest = door.add("Séamus Ó Briain", category="登壇者", note="Ask for Ms Ito")
    door.set_status(guest, GuestStatus.BLOCKED)
    hands.scan(door.code(guest))
    hands.press("Enter", "Enter")

    assert (hands.verdict, hands.offered, hands.arrived) == (Verdict.BLOCKED, "", 0)
    assert "Please call the organizer" in hands.answer
    assert "Ask for Ms Ito" in hands.answer


def test_replaced_badge_names_its_holder(door: DoorEvening, hands: Hands) -> None:
    """A replaced badge is told apart from an unknown one and says whose it was."""
    guest = door.add("田中 直樹", category="登壇者")
    hands.scan(door.revoke_badge(guest))
    assert hands.shows(Verdict.BADGE_REVOKED)
    assert "田中 直樹" in hands.answer
    hands.press("Enter", "1")

    assert hands.arrived == 1


def test_badge_of_another_event(door: DoorEvening, hands: Hands) -> None:
    """A badge of another event says so and offers nothing but the search."""
    code = door.foreign_code()
    hands.scan(code)

    assert (hands.verdict, hands.offered) == (Verdict.OTHER_EVENT, "")
    assert "Badge of another event" in hands.answer
    assert refusals(door.event) == [Verdict.OTHER_EVENT]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"door_opens": "2026-11-14T18:30:00+09:00"}, "The door opens at 18:30"),
        ({"door_closes": "2026-11-14T18:00:00+09:00"}, "The door closed at 18:00"),
        ({"door_opens": "2026-11-15T09:00:00+09:00"}, "opens at Sun 15 Nov 2026 09:00"),
    ],
)
def test_not_open(door: DoorEvening, hands: Hands, hours: dict[str, str], said: str) -> None:
    """Outside the hours the hour is told, with the lesser findings beneath."""
    guest = door.add("佐藤 花子")
    door.change_event(**hours)
    hands.scan(door.code(guest))

    assert hands.shows(Verdict.NOT_OPEN)
    assert said in hands.answer
    assert "¥8,000 is due" in hands.answer
    hands.press("Enter", "3")
    assert hands.arrived == 1


def test_unknown_code(door: DoorEvening, hands: Hands) -> None:
    """A code that is not ours is refused in words and kept as it was read."""
    hands.scan("https://example.org/t/12345")

    assert hands.shows(Verdict.UNKNOWN_CODE)
    assert "F2 for a walk-in" in hands.answer
    assert "https://example.org/t/12345" in hands.answer
    assert refusals(door.event) == [Verdict.UNKNOWN_CODE]


def test_wrong_check_digit(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """A whole code with a wrong digit is unreadable too: one word above and in the list."""
    guest = door.add("佐藤 花子", category="登壇者")
    code = door.code(guest)
    hands.scan(code[:-1] + ("1" if code[-1] == "0" else "0"))
    assert "This code could not be read" in hands.answer

    qtbot.waitUntil(lambda: len(hands.page.figures.rows) == 1)
    assert hands.page.figures.rows[0].outcome == "Could not be read"


def test_half_a_code(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """Half a code is told apart from a foreign one, and the next whole one is admitted."""
    guest = door.add("佐藤 花子", category="登壇者")
    hands.scan(door.code(guest)[:19], enter=False)
    qtbot.waitUntil(lambda: hands.shows(Verdict.UNKNOWN_CODE))
    assert "This code could not be read" in hands.answer
    hands.scan(door.code(guest))

    assert hands.shows(Verdict.ADMITTED)


def test_glued_codes_are_both_answered(door: DoorEvening, hands: Hands) -> None:
    """Two codes in one read are two guests; the one that needs a decision is shown."""
    owes = door.add("佐藤 花子")
    free = door.add("前田 さゆり", category="登壇者")
    hands.page.scan.scanned.emit(door.code(owes) + door.code(free))

    assert (hands.verdict, hands.arrived) == (Verdict.COLLECT_FEE, 1)
    assert hands.page.outcome is not None
    assert hands.page.outcome.guest == owes
    assert "2 badges" in hands.page.notice.words


def test_hard_names_stand_as_they_are(door: DoorEvening, hands: Hands) -> None:
    """Markup, placeholders and formulas in a name are shown literally, in banner and lists."""
    names = ("<b>太字</b> 花子", "%1 %2", "=SUM(1+1) 太郎", "R&D 𠮷野家")
    for name in names:
        guest = door.add(name, category="登壇者", introducer="%1", company="<i>x</i>")
        hands.scan(door.code(guest))
        assert hands.page.answer.banner.view.name == name
        assert "Introduced by %1" in hands.page.answer.banner.view.chips
    hands.page.refresh()

    assert [row.name for row in hands.page.figures.rows] == list(reversed(names))


# --- The scan is never swallowed ---


def test_same_badge_within_seconds_is_one_read(door: DoorEvening, hands: Hands) -> None:
    """A badge held too long counts once: said, not recorded; later it is already inside."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    door.clock.advance(1)
    hands.scan(door.code(guest))

    assert hands.shows(Verdict.ADMITTED)
    assert "Just now" in hands.page.notice.words
    assert refusals(door.event) == []
    door.clock.advance(4)
    hands.scan(door.code(guest))
    assert hands.shows(Verdict.ALREADY_ADMITTED)


def test_repeat_leads_back_to_its_answer(door: DoorEvening, hands: Hands) -> None:
    """Two badges read in turn: each repeat shows its own answer again, and records nothing."""
    first, second = door.add("佐藤 花子"), door.add("前田 さゆり", category="登壇者")
    for guest in (first, second, first):
        hands.scan(door.code(guest))

    assert hands.page.outcome is not None
    assert (hands.page.outcome.guest, hands.verdict) == (first, Verdict.COLLECT_FEE)
    assert refusals(door.event) == [Verdict.COLLECT_FEE]
    hands.press("Enter")
    assert hands.arrived == 2


def test_scan_replaces_whatever_is_open(door: DoorEvening, hands: Hands) -> None:
    """A scan is answered while the pad, reasons, hits, the undo or the unpaid list is open."""
    owes, free = door.add("佐藤 花子"), door.add("前田 さゆり", category="登壇者")
    unpaid = door.add("加藤 健")
    reception.admit_unpaid(door.event, unpaid.id, "later", desk=door.desk, now=door.clock())
    hands.page.refresh()
    for keys in ((), ("1",), ("l",), ("s", "a"), ("F3",), ("F4",)):
        door.clock.advance(10)
        hands.scan(door.code(owes))
        assert hands.shows(Verdict.COLLECT_FEE)
        hands.press(*keys)
        door.clock.advance(10)
        hands.scan(door.code(free))
        assert hands.shows(Verdict.ADMITTED) or hands.shows(Verdict.ALREADY_ADMITTED)
        assert hands.page.scan.line.text() == ""
        assert not hands.page.answer.pad.isVisible()
        assert not hands.page.answer.hits.isVisible()


def test_twenty_scans_in_a_burst(door: DoorEvening, hands: Hands) -> None:
    """Twenty badges as fast as they come: none is lost, whatever each of them is answered."""
    coming = [door.add(f"参加者 {n}", category="登壇者" if n % 2 else "会員") for n in range(20)]
    for guest in coming:
        hands.scan(door.code(guest))

    assert (hands.arrived, len(refusals(door.event))) == (10, 10)


def test_escape_returns_to_the_line(door: DoorEvening, hands: Hands) -> None:
    """Escape leads to the empty line from the fee, a reason, a search and an undo."""
    guest = door.add("佐藤 花子")
    for keys in (("1",), ("l",), ("s", "a", "t")):
        door.clock.advance(10)
        hands.scan(door.code(guest))
        hands.press(*keys, "Esc")
        assert hands.shows(None)
        assert hands.page.answer.banner.view.headline == "Ready to scan"
        assert not hands.page.answer.pad.isVisible()
        assert not hands.page.answer.choices.isVisible()
        assert hands.page.scan.line.hasFocus()
    assert hands.arrived == 0


# --- Search ---


@pytest.mark.parametrize(
    "typed", ["前田", "まえだ", "マエダ", "maeda", "sayuri maeda", "hikari", "2"]
)
def test_search_by_anything(door: DoorEvening, hands: Hands, qtbot: QtBot, typed: str) -> None:
    """Kanji, kana, romaji, company and number find the guest; Enter runs the same verdict."""
    door.add("佐藤 花子", "さとう はなこ")
    door.add("前田 さゆり", "まえだ さゆり", "登壇者", company="Studio Hikari")
    if typed.isascii():
        hands.type(typed)
    else:
        hands.page.scan.line.setText(typed)
    qtbot.waitUntil(lambda: len(hands.page.answer.hits.rows) == 1)
    assert hands.arrived == 0
    hands.press("Enter")

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
    assert hands.page.answer.banner.view.name == "前田 さゆり"


def test_rows_tell_neighbours_apart(door: DoorEvening, hands: Hands) -> None:
    """A hit shows number, company, introducer and what is due or how it stands."""
    door.add("佐藤 健", "さとう けん", company="東京広告", introducer="渡辺さん")
    door.add("佐藤 華子", "さとう はなこ", status=GuestStatus.WAITING)
    hands.type("sato")

    first, second = hands.page.answer.hits.rows
    assert (first.number, first.state) == ("1", "¥8,000 due")
    assert "東京広告" in first.beneath
    assert "Introduced by 渡辺さん" in first.beneath
    assert second.state == "Waiting list"


def test_arrows_choose_among_hits(door: DoorEvening, hands: Hands) -> None:
    """Down and Enter pick the second hit."""
    door.add("佐藤 健", "さとう けん", "登壇者")
    door.add("佐藤 愛", "さとう めぐみ", "登壇者")
    hands.type("sato")
    hands.press("Down", "Enter")

    assert hands.page.answer.banner.view.name == "佐藤 愛"


def test_enter_never_picks_an_earlier_hit(door: DoorEvening, hands: Hands) -> None:
    """Enter picks among the hits of what stands on the line, and nobody where nobody fits."""
    door.add("佐藤 健", "さとう けん", "登壇者")
    hands.type("sato")
    assert len(hands.page.answer.hits.rows) == 1
    hands.type("x")
    hands.press("Enter")

    assert (hands.verdict, hands.arrived) == (None, 0)
    assert hands.page.answer.hits.selected is None


def test_guests_of_one_name_are_picked_twice(door: DoorEvening, hands: Hands) -> None:
    """Where two have one name, Enter asks once more and picks nobody by itself."""
    door.add("佐藤 花子", "さとう はなこ", "登壇者", company="A")
    door.add("佐藤 花子", "さとう はなこ", "登壇者", company="B")
    hands.type("satou")
    hands.press("Enter")
    assert (hands.verdict, len(hands.page.answer.hits.rows)) == (None, 2)
    hands.press("Enter")
    assert hands.shows(None)
    hands.press("Down", "Down", "Enter")

    assert hands.shows(Verdict.ADMITTED)
    assert "B" in hands.page.answer.banner.view.company


# --- Undo ---


def test_undo_takes_two_keys_and_hands_the_cash_back(door: DoorEvening, hands: Hands) -> None:
    """F3 and a reason undo the last arrival and its payment, and say what to hand back."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("1", "0", "Enter")
    before = hands.pressed
    hands.press("F3", "1")

    assert hands.pressed - before == 2
    assert hands.arrived == 0
    assert journal.due_of(door.event, guest.id) == 8000
    view = hands.page.answer.banner.view
    assert (view.kind, view.name, view.amount) == (BannerKind.NOTED, "佐藤 花子", "¥8,000")
    assert view.amount_label == "Hand back in cash"
    assert receipts.list_receipts(door.event)[0].void


def test_badge_opens_again_right_after_its_undo(door: DoorEvening, hands: Hands) -> None:
    """After an undo the next read of the badge counts at once."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    hands.press("F3", "2")
    assert hands.arrived == 0
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)


def test_undo_of_an_earlier_line(door: DoorEvening, hands: Hands) -> None:
    """The arrows choose another line; the payment may stay."""
    first, second = door.add("佐藤 花子"), door.add("前田 さゆり", category="登壇者")
    for guest in (first, second):
        hands.scan(door.code(guest))
        if guest == first:
            hands.press("Enter")
    hands.press("F3", "Down")
    assert hands.page.answer.banner.view.name == "佐藤 花子"
    hands.press("5")

    assert admissions.find_admission_of(door.event, first.id) is None
    assert admissions.find_admission_of(door.event, second.id) is not None
    assert journal.due_of(door.event, first.id) == 0


def test_undo_behind_many_refused_scans(door: DoorEvening, hands: Hands) -> None:
    """However many scans were refused since, F3 finds the last arrival."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    for number in range(25):
        hands.scan(f"TICKET{number:04}")
    hands.press("F3")
    assert hands.page.answer.banner.view.name == "前田 さゆり"

    hands.press("1")
    assert hands.arrived == 0


def test_nothing_to_undo(hands: Hands) -> None:
    """F3 before the first arrival says that there is nothing."""
    hands.press("F3")

    assert hands.page.notice.words == "This line holds nothing to undo."


# --- Inside unpaid ---


def test_unpaid_list_leads_to_the_fee(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """F4 lists who is inside unpaid with the sum; Enter asks for the fee, which settles it."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("l", "1")
    qtbot.waitUntil(hands.page.figures.arrivals.unpaid.isVisible)
    hands.press("F4")
    assert "¥8,000" in hands.page.answer.hits._title.text()
    hands.press("Enter")
    assert hands.shows(Verdict.COLLECT_FEE)
    assert "Already inside since 18:03, desk A" in hands.answer
    hands.press("Enter")

    assert admissions.list_inside_unpaid(door.event) == ()
    assert hands.arrived == 1


# --- Desk and cash box ---


def test_without_a_desk_the_scan_waits(tmp_path: Path, look: Theme, qtbot: QtBot) -> None:
    """A scan before anybody said who works here asks for it, and is answered then."""
    assert look.choice
    door = door_evening(tmp_path, staffed=False)
    guests_ = [door.add(f"登壇者 {n}", category="登壇者") for n in range(3)]
    hands = hands_at(door, qtbot)
    asked = []
    hands.page.desk_wanted.connect(lambda: asked.append(1))
    for guest in guests_:
        hands.scan(door.code(guest))
    assert (hands.arrived, hands.verdict, bool(asked)) == (0, None, True)
    assert hands.page.answer.banner.view.headline == "Who works at this desk?"
    door.workplace.work_at(door.desk)

    assert (hands.arrived, hands.verdict) == (3, Verdict.ADMITTED)
    hands.page.close()
    door.event.close()


def test_closed_cash_box_takes_no_money(tmp_path: Path, look: Theme, qtbot: QtBot) -> None:
    """Without an open cash box the amber answer says so; Enter asks for it and the fee is next."""
    assert look.choice
    door = door_evening(tmp_path)
    guest = door.add("佐藤 花子")
    hands = hands_at(door, qtbot)
    hands.page.desk_wanted.connect(door.open_box)
    hands.scan(door.code(guest))
    assert (hands.verdict, hands.page.answer.banner.view.kind) == (
        Verdict.COLLECT_FEE,
        BannerKind.COLLECT,
    )
    assert "Cash box A is not open yet" in hands.answer
    assert not hands.page.answer.pad.isVisible()
    hands.press("1", "0", "p", "Backspace")
    assert receipts.list_receipts(door.event) == ()
    hands.press("Esc")
    door.clock.advance(10)
    hands.scan(door.code(guest))
    hands.press("Enter")
    assert hands.page.answer.pad.isVisible()
    hands.press("Enter")

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
    hands.page.close()
    door.event.close()


def test_cash_box_closed_meanwhile(door: DoorEvening, hands: Hands) -> None:
    """When the box is closed while a fee is asked for, the pad gives way to the way to open it."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    assert hands.page.answer.pad.isVisible()
    count = count_of({10000: 2}, "JPY")
    drawers.count_box(door.event, count, desk=door.desk, now=door.clock())
    drawers.close_box(door.event, "", desk=door.desk, now=door.clock())
    hands.page.refresh()

    assert "Cash box A is not open yet" in hands.answer
    assert not hands.page.answer.pad.isVisible()
    assert "Open the cash box" in hands.offered


def test_rules_answer_is_a_notice(door: DoorEvening, hands: Hands) -> None:
    """What a rule forbids is said kindly; the answer on show stays and so does its pad."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    door.set_status(guest, GuestStatus.CANCELLED)
    hands.press("Enter")

    assert "It is not the fee that keeps 佐藤 花子 out" in hands.page.notice.words
    assert (hands.arrived, hands.verdict) == (0, Verdict.COLLECT_FEE)
    assert hands.page.answer.pad.isVisible()


# --- Trouble ---


def test_full_disk_is_trouble_and_never_an_invalid_badge(
    door: DoorEvening, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is the file's has its own tone; after it the same badge is admitted at once."""
    guest = door.add("前田 さゆり", category="登壇者")
    with monkeypatch.context() as full:
        full.setattr(EventFile, "act", _full_disk)
        hands.scan(door.code(guest))
        assert hands.page.answer.banner.view.kind is BannerKind.TROUBLE
        assert "disk is full" in hands.answer
        assert "did nothing wrong" in hands.answer
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)


def test_payment_after_trouble(
    door: DoorEvening, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A payment that could not be written stays on the pad; Enter tries again, and pays once."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    with monkeypatch.context() as full:
        full.setattr(EventFile, "act", _full_disk)
        hands.press("Enter")
        assert hands.page.answer.banner.view.kind is BannerKind.TROUBLE
    hands.press("Enter")

    assert (hands.verdict, len(receipts.list_receipts(door.event))) == (Verdict.ADMITTED, 1)


def test_trouble_with_the_next_guest_leaves_the_fee(
    door: DoorEvening, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the next badge can't be recorded, Enter does not pay for the guest before."""
    first, second = door.add("佐藤 花子"), door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(first))
    with monkeypatch.context() as full:
        full.setattr(EventFile, "act", _full_disk)
        hands.scan(door.code(second))
    assert hands.page.answer.banner.view.kind is BannerKind.TROUBLE
    assert "佐藤" not in hands.answer
    hands.press("Enter")

    assert receipts.list_receipts(door.event) == ()


def _full_disk(event: EventFile, **_: object) -> None:
    raise EventDiskFull(event.path)


# --- What stands beside ---


def test_counters_and_last_acts_follow(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """After a moment the counters and the list of the last acts say what happened."""
    door.add("佐藤 花子")
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    hands.scan("https://example.org/1")

    qtbot.waitUntil(lambda: len(hands.page.figures.rows) == 2)
    assert hands.page.figures.arrivals._arrived.text() == "1"
    assert hands.page.figures.arrivals._expected.text() == "/ 2"
    assert [row.outcome for row in hands.page.figures.rows] == ["Unknown code", "Complimentary"]


def test_sounds(door: DoorEvening, qtbot: QtBot) -> None:
    """Ok, pay and stop are heard for the three grounds."""
    heard: list[sounds.Tone] = []
    page = DoorPage(door.workplace, play=heard.append)
    qtbot.addWidget(page)
    for category in ("登壇者", "会員"):
        page.scan.scanned.emit(door.code(door.add("誰か", category=category)))
    page.scan.scanned.emit(door.foreign_code())

    assert heard == [sounds.Tone.OK, sounds.Tone.PAY, sounds.Tone.STOP]


# --- Walk-in ---


def test_walk_in_by_keyboard(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """One form, typed through: the walk-in is on the list, owes the fee and pays it."""
    hands.press("F2")
    form = hands.page.walk_in
    qtbot.waitUntil(form.name.hasFocus)
    hands.type("Ono Yuki")
    hands.press("Tab")
    hands.type("ono")
    hands.press("Tab", "Tab", "Down", "Tab")
    hands.type("Sato")
    assert form.category.currentData() == "ゲスト"
    hands.press("Enter")

    assert hands.shows(Verdict.COLLECT_FEE)
    assert not form.isVisible()
    assert "Walk-in" in hands.answer
    hands.press("Enter")
    found = guests.find_by_number(door.event, 1)
    assert found is not None
    assert (found.name, found.introducer, found.walk_in) == ("Ono Yuki", "Sato", True)
    assert hands.arrived == 1


def test_walk_in_warns_of_a_namesake(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """Somebody of this name on the list is shown before another is made, and may be meant."""
    known = door.add("前田 さゆり", "まえだ さゆり", "登壇者")
    hands.page.walk_in.begin("前田さゆり")
    form = hands.page.walk_in
    form.introducer.setText("鈴木")
    qtbot.waitUntil(form.isVisible)
    form.accept()
    assert form.isVisible()
    assert "前田 さゆり is on the list already" in form._warning.text()
    form._known.click()

    assert hands.page.outcome is not None
    assert hands.page.outcome.guest == known
    assert guests.count_guests(door.event) == 1


def test_walk_in_without_introducer_asks_once(
    door: DoorEvening, hands: Hands, qtbot: QtBot
) -> None:
    """An event by invitation asks who introduced the guest; a second Enter waives it."""
    hands.page.walk_in.begin("小野 雪")
    qtbot.waitUntil(hands.page.walk_in.isVisible)
    hands.page.walk_in.accept()
    assert hands.page.walk_in.isVisible()
    hands.page.walk_in.accept()

    assert not hands.page.walk_in.isVisible()
    assert guests.count_guests(door.event) == 1


def test_scan_over_a_half_filled_walk_in(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """A scan is answered over the form, which is as it was when F2 opens it again."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.press("F2")
    form = hands.page.walk_in
    qtbot.waitUntil(form.name.hasFocus)
    hands.type("Ono")
    hands.scan(door.code(guest))
    assert (hands.verdict, form.isVisible()) == (Verdict.ADMITTED, False)
    hands.press("F2")

    assert (form.isVisible(), form.name.text()) == (True, "Ono")


def test_search_that_finds_nobody_becomes_a_walk_in(hands: Hands, qtbot: QtBot) -> None:
    """F2 after a search takes the typed name over into the form."""
    hands.type("ono")
    hands.press("F2")

    form = hands.page.walk_in
    qtbot.waitUntil(form.isVisible)
    assert (form.name.text(), hands.page.scan.line.text()) == ("ono", "")


def test_keyboard_map(door: DoorEvening, hands: Hands) -> None:
    """F1 opens the keys; a scan puts them away and is answered."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.press("F1")
    assert hands.page.more.keys is not None
    assert hands.page.more.keys.isVisible()
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.page.more.keys.isVisible()) == (Verdict.ADMITTED, False)


def test_guest_received_from_another_page(door: DoorEvening, hands: Hands) -> None:
    """A guest picked on the guests page gets the same verdict."""
    guest = door.add("田中 直樹", status=GuestStatus.WAITING)
    hands.page.receive(guest.id)
    assert hands.shows(Verdict.WAITING_LIST)
    accept(door.event, guest, now=door.clock(), operator=door.desk.operator)
    hands.page.receive(guest.id)

    assert hands.shows(Verdict.COLLECT_FEE)


# --- Small windows ---


@pytest.mark.parametrize("width", [840, 1096, 1256])
def test_fee_fits_into_small_windows(door: DoorEvening, hands: Hands, width: int) -> None:
    """The window never grows: where both do not fit, the figures give way to the answer."""
    page = hands.page
    page.resize(width, 640)
    hands.scan(door.code(door.add("佐藤 花子")))

    assert page.minimumSizeHint().width() <= width == page.width()
    assert page.answer.pad.width() >= page.answer.pad.minimumSizeHint().width()
    assert (page.figures.width() > 0) is (width > 1090)

    hands.press("Esc")
    assert page.figures.width() > 0


def test_long_list_of_hits_says_that_it_is_cut(door: DoorEvening, hands: Hands) -> None:
    """A helper who does not see a name is told to type on."""
    for number in range(21):
        door.add(f"佐藤 {number}", "さとう", "登壇者")
    hands.type("sato")

    assert hands.page.answer.hits._title.text() == "The first 20 – type more to see fewer"


def test_words_about_a_repeat_leave_with_the_next_guest(door: DoorEvening, hands: Hands) -> None:
    """They would be taken for words about the next guest."""
    first, second = (door.code(door.add(name, category="登壇者")) for name in ("甲", "乙"))
    hands.scan(first)
    hands.scan(first)
    assert hands.page.notice.isVisible()

    hands.scan(second)
    assert not hands.page.notice.isVisible()


def test_enter_pressed_twice_takes_no_money_unseen(
    door: DoorEvening, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second Enter of a nervous hand that picked a guest is no answer to what it never saw."""
    monkeypatch.setattr(answer_area, "STRAY_ENTER_MS", 60_000)
    door.add("佐藤 花子", "さとう はなこ")
    hands.type("sato")
    hands.press("Enter")
    hands.press("Enter")
    assert (hands.verdict, hands.arrived) == (Verdict.COLLECT_FEE, 0)

    monkeypatch.setattr(answer_area, "STRAY_ENTER_MS", 0)
    hands.press("Enter")
    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
