"""What else a helper does at the door: several payers, tags, walk-ins, paper, the scanner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import GuestField
from reception_app.scanning.scanner_habits import TEST_CODE, ScannerHabits
from reception_app.services.spare_badges import make_spare_badges
from reception_app.services.substitution import substitute
from reception_app.storage import admissions, guests, receipts
from reception_app.storage.journal import due_of
from reception_app.storage.name_tags import find_tag_state
from reception_app.storage.spare_badges import SpareBadge
from reception_app.ui.door.banner_view import BannerKind
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.name_correction import NameCorrection
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def door(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """An event with desk A at work and its cash box open."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    yield made
    made.event.close()


@pytest.fixture
def hands(door: DoorEvening, qtbot: QtBot) -> Iterator[Hands]:
    """Somebody at the page."""
    page = DoorPage(door.workplace)
    qtbot.addWidget(page)
    page.resize(1096, 720)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.scan.line.hasFocus)
    yield Hands(page)
    page.close()


class Printer:
    """A printer beside the desk that remembers whose tags it was to print."""

    def __init__(self) -> None:
        self.admitted: list[frozenset[str]] = []
        self.again: list[frozenset[str]] = []

    def print_on_admission(self, guest_ids: frozenset[str]) -> None:
        """Remember who came in."""
        self.admitted.append(guest_ids)

    def print_again(self, guest_ids: frozenset[str]) -> None:
        """Remember whose tag is wanted."""
        self.again.append(guest_ids)


def spare(door: DoorEvening) -> SpareBadge:
    """A blank tag."""
    return make_spare_badges(door.event, 1, now=door.clock(), operator="")[0]


def labels(door: DoorEvening) -> list[str]:
    """The receipts that were issued."""
    return [receipt.label for receipt in receipts.list_receipts(door.event)]


# --- Several payers, parts ---


def test_paying_for_a_colleague_takes_four_keys(door: DoorEvening, hands: Hands) -> None:
    """F6, the colleague's badge, F6, Enter: one payment, one receipt, both are in."""
    payer, other = door.add("佐藤 花子"), door.add("山田 太郎")
    hands.scan(door.code(payer))
    hands.press("F6")
    hands.scan(door.code(other))
    hands.press("F6", "Enter")

    assert (hands.arrived, hands.pressed, labels(door)) == (2, 3, ["K26-A-0001"])


def test_colleagues_are_proposed(door: DoorEvening, hands: Hands) -> None:
    """Who owes and is of the same company stands first; Enter pays for them, Enter again not."""
    payer = door.add("佐藤 花子", company="さくら商事")
    door.add("山田 太郎", company="さくら商事")
    door.add("田中 直樹", company="田中工業")
    hands.scan(door.code(payer))
    hands.press("F6")
    assert [row.name for row in hands.page.answer.hits.rows] == ["山田 太郎"]
    hands.press("Enter")
    assert hands.page.answer.hits.rows[0].state == "✓ paid together"
    hands.press("Enter", "F6")

    assert hands.page.answer.banner.view.amount == "¥8,000"


def test_badge_that_owes_nothing_is_the_next_guest(door: DoorEvening, hands: Hands) -> None:
    """While payers are gathered, a badge that cannot be paid for is answered as ever."""
    payer, speaker = door.add("佐藤 花子"), door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(payer))
    hands.press("F6")
    hands.scan(door.code(speaker))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
    assert hands.page.outcome is not None
    assert hands.page.outcome.guest == speaker


def test_a_receipt_each(door: DoorEvening, hands: Hands) -> None:
    """E gives everybody a receipt of their own, and the change once."""
    payer = door.add("佐藤 花子", company="さくら商事")
    door.add("山田 太郎", company="さくら商事")
    hands.scan(door.code(payer))
    hands.press("F6", "Enter", "F6", "E", "2", "0", "Enter")

    assert labels(door) == ["K26-A-0001", "K26-A-0002"]
    assert hands.page.answer.banner.view.amount == "¥4,000"
    assert "K26-A-0001, K26-A-0002" in hands.answer


def test_part_now_and_the_rest_by_a_day(door: DoorEvening, hands: Hands) -> None:
    """Three keys take a part, admit, and leave the rest promised by a day."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("5", "A", "2")

    promise = admissions.find_promise(door.event, guest.id)
    assert (hands.verdict, hands.pressed, due_of(door.event, guest.id)) == (
        Verdict.ADMITTED, 3, 3000,
    )  # fmt: skip
    assert promise is not None
    assert str(promise.until) == "2026-11-21"


def test_a_part_given_up_takes_the_whole_fee(door: DoorEvening, hands: Hands) -> None:
    """Backspace leads back from the reasons, and Enter then takes all that is due."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("5", "A", "Backspace", "Enter")

    assert (hands.arrived, due_of(door.event, guest.id)) == (1, 0)


def test_undo_of_a_later_payment(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """A payment of somebody inside is taken back alone: they stay inside and owe again."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("l", "1")
    qtbot.waitUntil(hands.page.figures.arrivals.unpaid.isVisible)
    hands.press("F4", "Enter", "Enter")
    assert due_of(door.event, guest.id) == 0
    hands.press("F3")
    assert "Take back this payment?" in hands.answer
    hands.press("2")

    assert (hands.arrived, due_of(door.event, guest.id)) == (1, 8000)


def test_companions_one_by_one(door: DoorEvening, hands: Hands) -> None:
    """`-` lets one companion be picked, who pays alone; the other is still awaited."""
    host = door.add("小林 陽菜", category="登壇者")
    for name in ("小林 蓮", "小林 結衣"):
        door.add(name, category="学生", host=host)
    hands.scan(door.code(host))
    assert hands.offered == "2 companions too · ¥6,000, One by one…"
    hands.press("-", "Down", "Enter")
    assert hands.page.answer.banner.view.amount == "¥3,000"
    assert "小林 結衣" in hands.answer
    hands.press("Enter")

    assert hands.arrived == 2


# --- Name tags ---


def test_handing_out_is_one_key(door: DoorEvening, hands: Hands) -> None:
    """F7 notes the tag as handed out; the answer says so from then on."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    hands.press("F7")

    assert find_tag_state(door.event, guest.id).handed_at == door.clock()
    assert "name tag handed out at 18:03" in hands.answer
    assert hands.pressed == 1


def test_nobody_in_hand_has_no_tag(hands: Hands) -> None:
    """Without a guest on show F7 and F9 say what to do first."""
    for key in ("F7", "F9"):
        hands.page.notice.hide()
        hands.press(key)
        assert "First scan or pick the guest" in hands.page.notice.words


def test_misspelt_name_is_mended_and_printed(door: DoorEvening, hands: Hands) -> None:
    """F9, 2, the name, Enter: the guest is renamed and the tag is printed in one go."""
    guest = door.add("前田 さゆリ", category="登壇者")
    printer = hands.page.more.tag_printer = Printer()
    hands.scan(door.code(guest))
    QTimer.singleShot(300, correct_name)
    hands.press("F9", "2")

    assert printer.again == [frozenset({guest.id})]
    found = guests.find_guest(door.event, guest.id)
    assert found is not None
    assert found.name == "前田 さゆり"


def correct_name() -> None:
    """Fill the form in and say yes."""
    form = next(w for w in QApplication.topLevelWidgets() if isinstance(w, NameCorrection))
    form.lines[GuestField.NAME].setText("前田 さゆり")
    form.accept()


def test_tag_is_printed_on_admission_where_wanted(door: DoorEvening, hands: Hands) -> None:
    """Who comes in has the tag printed, who owes once they paid, and whom they paid for too."""
    free, owing = door.add("前田 さゆり", category="登壇者"), door.add("佐藤 花子")
    other = door.add("山田 太郎")
    printer = hands.page.more.tag_printer = Printer()
    for guest in (free, owing):
        hands.scan(door.code(guest))
    assert printer.admitted == [frozenset({free.id})]
    hands.press("F6")
    hands.scan(door.code(other))
    hands.press("F6", "Enter")

    assert printer.admitted[1:] == [frozenset({owing.id, other.id})]


def test_substitute_is_told(door: DoorEvening, hands: Hands) -> None:
    """Who comes in somebody's place is said to."""
    ill = door.add("木村 匠", category="登壇者")
    came = substitute(
        door.event, ill.id, {GuestField.NAME: "木村 渚"}, now=door.clock(),
        operator=door.desk.operator,
    )  # fmt: skip
    hands.scan(door.code(came))

    assert "For 木村 匠" in hands.answer


# --- Going out ---


def test_out_mode_is_plain_to_see_and_never_lets_in(door: DoorEvening, hands: Hands) -> None:
    """While F5 is on, every badge goes out, and the line says so."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.scan(door.code(guest))
    door.clock.advance(10)
    hands.press("F5")
    assert hands.page.scan._mark.text() == "Going out · F5"
    hands.press("Esc")
    assert hands.page.is_letting_out
    hands.scan(door.code(guest))
    assert "Gone out" in hands.answer
    assert admissions.count_inside(door.event) == 0
    door.clock.advance(10)
    hands.scan(door.code(guest))
    assert hands.page.answer.banner.view.kind is BannerKind.REFUSED
    hands.scan(door.foreign_code())

    assert "Not our code" in hands.answer


def test_who_has_no_badge_goes_out_by_name(door: DoorEvening, hands: Hands) -> None:
    """A guest picked from the search goes out too."""
    guest = door.add("前田 さゆり", "まえだ さゆり", "登壇者")
    hands.scan(door.code(guest))
    hands.press("F5")
    hands.type("maeda")
    hands.press("Enter")

    assert admissions.count_inside(door.event) == 0


@pytest.mark.parametrize(
    ("capacity", "shown", "tone"),
    [("10", "9 / 10", "warn"), ("9", "9 / 9", "danger"), ("100", "9 / 100", "ink")],
)
def test_counters_warn_before_the_house_is_full(
    door: DoorEvening, hands: Hands, *, capacity: str, shown: str, tone: str
) -> None:
    """At nine tenths there is a warning, at ten red; each has a sign beside its colour."""
    door.change_event(capacity=capacity)
    for n in range(9):
        hands.scan(door.code(door.add(f"登壇者 {n}", category="登壇者")))
    hands.page.refresh()

    label = hands.page.figures.arrivals._inside
    assert shown in label.text()
    assert label.property("tone") == tone
    assert (label.text() == shown) is (tone == "ink")


# --- Walk-ins ---


def test_walk_in_with_payment_and_blank_tag_in_one_form(
    door: DoorEvening, hands: Hands, qtbot: QtBot
) -> None:
    """Name, introducer, cash and a scanned blank tag: one Enter, and they are in with change."""
    tag = spare(door)
    hands.press("F2")
    form = hands.page.walk_in
    qtbot.waitUntil(form.name.hasFocus)
    hands.type("Ono Yuki")
    hands.scan(tag.code)
    assert "Blank tag S01" in form._tag_says.text()
    form.introducer.setText("Sato")
    form.payment.setText("10")
    assert "change ¥2,000" in form._payment_says.text()
    form.accept()

    assert (hands.verdict, hands.page.answer.banner.view.amount) == (Verdict.ADMITTED, "¥2,000")
    found = guests.find_by_number(door.event, 1)
    assert found is not None
    assert guests.find_badge_code(door.event, found.id) == tag.code


@pytest.mark.parametrize(("typed", "admitted"), [("", False), ("p", True), ("=", True)])
def test_walk_in_pays_as_written(
    door: DoorEvening, hands: Hands, *, typed: str, admitted: bool
) -> None:
    """Nothing written asks for the fee next; P is PayPay and = exact cash, taken at once."""
    hands.page.walk_in.begin("小野 雪")
    hands.page.walk_in.introducer.setText("佐藤")
    hands.page.walk_in.payment.setText(typed)
    hands.page.walk_in.accept()

    assert hands.shows(Verdict.ADMITTED if admitted else Verdict.COLLECT_FEE)
    assert len(labels(door)) == int(admitted)


def test_too_little_keeps_the_form_open(door: DoorEvening, hands: Hands) -> None:
    """Less than the fee is told in the form; nobody is registered."""
    hands.page.walk_in.begin("小野 雪")
    hands.page.walk_in.introducer.setText("佐藤")
    hands.page.walk_in.payment.setText("500")
    hands.page.walk_in.accept()

    assert hands.page.walk_in.isVisible()
    assert "less than the fee" in hands.page.walk_in._payment_says.text()
    assert guests.count_guests(door.event) == 0


def test_introducer_is_completed_from_the_list(
    door: DoorEvening, hands: Hands, qtbot: QtBot
) -> None:
    """A few letters of the introducer propose guests; Down and Enter write the name."""
    door.add("佐藤 花子", "さとう はなこ", company="サンプル商事")
    hands.page.walk_in.begin("小野 雪")
    form = hands.page.walk_in
    form.introducer.setFocus()
    qtbot.waitUntil(form.introducer.hasFocus)
    hands.type("sato")
    completer = form.introducer.completer()
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert completer.model().index(0, 0).data() == "佐藤 花子 · サンプル商事"
    completer.activated.emit("佐藤 花子")
    popup.hide()

    assert completer.pathFromIndex(completer.model().index(0, 0)) == "佐藤 花子"


def test_reason_without_introducer_is_on_record(door: DoorEvening, hands: Hands) -> None:
    """Who nobody introduced has the reason in the history of the invitation."""
    hands.page.walk_in.begin("小野 雪")
    hands.page.walk_in.accept()
    hands.page.walk_in.waived.setCurrentIndex(1)
    hands.page.walk_in.accept()

    reason = door.event.db.execute("SELECT reason FROM guest_status WHERE status = 'accepted'").get
    assert reason == "Speaker, staff or press"


def test_blank_tag_after_a_guest_is_given_to_them(door: DoorEvening, hands: Hands) -> None:
    """A lost tag: scan a blank one after the guest, press 1; the lost one opens nothing more."""
    guest = door.add("前田 さゆり", category="登壇者")
    lost, tag = door.code(guest), spare(door)
    hands.scan(lost)
    hands.scan(tag.code)
    assert hands.offered == "Walk-in with tag S01…, Give it to 前田 さゆり"
    hands.press("1")
    assert guests.find_badge_code(door.event, guest.id) == tag.code
    door.clock.advance(10)
    hands.scan(lost)

    assert hands.shows(Verdict.BADGE_REVOKED)


# --- Paper and the scanner ---


def test_arrivals_from_paper_by_keyboard(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """F10, 1, then one line a guest; the time of the line before holds."""
    first, second = door.add("佐藤 花子"), door.add("山田 太郎")
    hands.press("F10", "1")
    paper = hands.page.more.paper
    qtbot.waitUntil(paper.isVisible)
    for line in (f"{first.number} 1755 +", f"{second.number}", "nobody"):
        paper.line.setText(line)
        paper.take_line()

    times = [admissions.find_admission_of(door.event, one.id) for one in (first, second)]
    assert [f"{one.at:%H:%M}" for one in times if one] == ["17:55", "17:55"]
    assert (due_of(door.event, first.id), due_of(door.event, second.id)) == (0, 8000)
    assert "Nobody fits “nobody”" in paper.says.text()


def test_one_of_several_on_paper(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """A name that fits several is picked with the arrows and Enter."""
    door.add("佐藤 花子", "さとう はなこ")
    second = door.add("佐藤 太郎", "さとう たろう")
    hands.press("F10", "1")
    paper = hands.page.more.paper
    qtbot.waitUntil(paper.isVisible)
    paper.line.setText("佐藤 1800")
    paper.take_line()
    assert paper.hits.isVisible()
    while paper.hits.selected is not None and paper.hits.selected.guest != second.id:
        paper.hits.step(1)
    paper.take_line()

    assert hands.arrived == 1
    assert admissions.find_admission_of(door.event, second.id) is not None


def test_scan_puts_the_paper_away_and_is_answered(
    door: DoorEvening, hands: Hands, qtbot: QtBot
) -> None:
    """No dialog swallows a scan."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.press("F10", "1")
    qtbot.waitUntil(hands.page.more.paper.line.hasFocus)
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.page.more.paper.isVisible()) == (Verdict.ADMITTED, False)


def test_scanner_check_learns_from_real_keys(door: DoorEvening, hands: Hands, qtbot: QtBot) -> None:
    """A scanner whose digits type letters is learned by one scan, and then reads badges."""
    guest = door.add("前田 さゆり", category="登壇者")

    def typed(code: str) -> str:
        return "".join("qwertyuiop"[int(digit)] for digit in code)

    hands.press("F10", "3")
    check = hands.page.more.scanner
    qtbot.waitUntil(check.isVisible)
    QTest.keyClicks(check, typed(TEST_CODE))
    qtbot.waitUntil(lambda: "works" in check.headline.text())
    assert hands.page.more.habits == ScannerHabits(row="qwertyuiop")
    hands.press("Esc")
    hands.page.scan.line.setFocus()
    hands.scan(typed(door.code(guest)))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)


def test_what_was_learned_can_be_forgotten(hands: Hands) -> None:
    """Another scanner, another start."""
    hands.page.use_habits(ScannerHabits("]Q1"))
    check = hands.page.more.scanner
    check.show()
    check.forget.click()

    assert not hands.page.more.habits


def test_undo_of_several_tenders_says_each_part(door: DoorEvening, hands: Hands) -> None:
    """What was paid by PayPay and in cash goes back as it came."""
    guest = door.add("佐藤 花子")
    hands.scan(door.code(guest))
    hands.press("3", "P", "Enter", "F3", "3")

    view = hands.page.answer.banner.view
    assert view.amount == "¥8,000"
    assert view.amount_label == "Give back by PayPay ¥3,000, Cash ¥5,000"
