"""The dialogs about one guest: what they say before, and what they do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money
from reception_app.services import fees, guest_list
from reception_app.storage import guests, settings
from reception_app.storage.journal import find_balance
from reception_app.ui.guests.badge_dialog import BadgeDialog
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.guests.fee_dialog import FeeDeed, FeeDialog
from reception_app.ui.guests.guest_dialog import GuestDialog
from reception_app.ui.guests.guest_picker import GuestPicker
from reception_app.ui.guests.status_dialog import StatusDialog
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English."""
    speak(qapp, "en")


@pytest.fixture
def evening(tmp_path: Path, look: Theme) -> Iterator[DoorEvening]:
    """An event whose members go on owing 2,000 when they cancel."""
    assert look.choice
    made = door_evening(tmp_path)
    plan = settings.find_fee_plan(made.event)
    plan = plan.with_category(replace(plan.category("会員"), cancel_fee=2000))
    fees.set_fee_plan(made.event, plan, now=made.clock(), operator="")
    yield made
    made.event.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def status_dialog(evening: DoorEvening, window: QWidget, guest: Guest) -> StatusDialog:
    """The status dialog of a guest."""

    def means(status: GuestStatus, kept: Money | None) -> guest_list.StatusMeaning:
        return guest_list.meaning_of_status(
            evening.event, guest, status, now=evening.clock(), kept=kept
        )

    dialog = StatusDialog(window, guest, means, evening.workplace.wording)
    dialog.show()
    return dialog


def test_cancelling_tells_fee_and_refund_before_the_yes(
    evening: DoorEvening, window: QWidget
) -> None:
    """What the plan keeps stands in the field; another amount changes the sentence."""
    guest = evening.add("佐藤 花子", listed_as_paid="1")
    dialog = status_dialog(evening, window, guest)
    dialog.choose(GuestStatus.CANCELLED)

    assert dialog.kept.text() == "2,000"
    assert "A cancellation fee of ¥2,000 stays due." in dialog.money.text()
    assert "¥6,000 is then to be refunded." in dialog.money.text()
    dialog.kept.setText("")
    QTest.keyClicks(dialog.kept, "8000")
    assert "refunded" not in dialog.money.text()
    answer = dialog.answer()
    assert (answer.status, answer.kept) == (GuestStatus.CANCELLED, Money(8000, "JPY"))


def test_more_than_the_fee_cannot_be_kept(evening: DoorEvening, window: QWidget) -> None:
    """The dialog stays open and says why."""
    dialog = status_dialog(evening, window, evening.add("佐藤 花子"))
    dialog.choose(GuestStatus.CANCELLED)
    dialog.kept.setText("9000")
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert "8,000" in dialog.trouble.text()


def test_blocking_asks_for_the_private_note(evening: DoorEvening, window: QWidget) -> None:
    """What is written is for the desk, not a reason on record."""
    dialog = status_dialog(evening, window, evening.add("佐藤 花子"))
    dialog.choose(GuestStatus.BLOCKED)
    dialog.note.setText("受付責任者を呼ぶ")

    assert dialog.answer().note == "受付責任者を呼ぶ"
    assert dialog.answer().reason == ""
    assert dialog.deed.caption == "Blocked"


@pytest.mark.parametrize(
    ("amount", "reason", "closes"),
    [("3000", "Helps", True), ("3000", "", False), ("9000", "x", False), ("abc", "x", False)],
)
def test_a_discount_needs_a_fitting_amount_and_a_reason(
    evening: DoorEvening, window: QWidget, *, amount: str, reason: str, closes: bool
) -> None:
    """Otherwise one red line, and nothing is lost."""
    guest = evening.add("佐藤 花子")
    balance = find_balance(evening.event, guest.id)
    dialog = FeeDialog(window, guest, balance, "JPY", evening.workplace.wording)
    dialog.show()
    dialog.amount.setText(amount)
    dialog.reason.setCurrentText(reason)
    dialog.accept()

    assert (dialog.result() == QDialog.DialogCode.Accepted) is closes
    assert bool(dialog.trouble.text()) is not closes
    if closes:
        assert dialog.then.text() == "Then due: ¥5,000"
        assert dialog.answer().deed is FeeDeed.DISCOUNT


def test_badges_are_replaced_and_added_in_place(
    evening: DoorEvening, window: QWidget, qtbot: QtBot
) -> None:
    """The table shows at once which code opens the door."""
    guest = evening.add("佐藤 花子")
    dialog = BadgeDialog(window, evening.workplace, guest)
    dialog.show()
    dialog.replace_badge()
    dialog.code.setText("TICKET-1")
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    qtbot.wait(1)
    codes = guests.list_badges(evening.event, guest.id)

    assert [(one.alias, one.revoked) for one in codes] == [
        (False, True),
        (False, False),
        (True, False),
    ]
    assert dialog.changed
    dialog.code.setText("TICKET-1")
    dialog.add_code()
    assert "TICKET-1" in dialog.trouble.text()
    dialog.table.select("TICKET-1")
    dialog.revoke_selected()
    assert guests.list_badges(evening.event, guest.id)[-1].revoked


def test_erasing_waits_for_the_typed_number(evening: DoorEvening, window: QWidget) -> None:
    """One guest: the number; several: how many they are. Full-width digits will do."""
    one, two = evening.add("佐藤 花子"), evening.add("鈴木 一郎")
    single = EraseDialog(window, [two])
    both = EraseDialog(window, [one, two])

    assert not single.deed.isEnabled()
    single.typed.setText("７")
    assert not single.deed.isEnabled()
    single.typed.setText(f"０{two.number}")
    assert single.deed.isEnabled()
    both.typed.setText("2")
    assert both.deed.isEnabled()
    assert "佐藤 花子" in both.names.text()


def test_another_guest_is_picked_by_typing(evening: DoorEvening, window: QWidget) -> None:
    """Whom the page is about is not offered; arrows move while the line keeps the focus."""
    one, two = evening.add("佐藤 花子"), evening.add("佐藤 次郎")
    three = evening.add("佐藤 三郎")
    picker = GuestPicker(
        window,
        "Who?",
        deed="This one",
        meaning="",
        search=lambda text: guests.search_guests(evening.event, text),
        without={one.id},
    )
    assert not picker.deed.isEnabled()
    picker.line.setText("佐藤")
    shown = {row.key for row in picker.table.rows.rows}

    assert shown == {two.id, three.id}
    first = picker.table.selected
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    assert picker.table.selected not in {first, None}


def test_a_substitute_takes_category_table_and_introducer_over(
    evening: DoorEvening, window: QWidget
) -> None:
    """What belongs to the place is filled in; the name is not."""
    guest = evening.add("佐藤 花子", category="ゲスト", table_name="7", introducer="山本")
    plan = settings.find_fee_plan(evening.event)
    dialog = GuestDialog(
        window, evening.workplace.wording, plan, guest=None, namesakes=lambda _: (),
        in_place_of=guest,
    )  # fmt: skip
    values = dialog.values()

    assert values[GuestField.NAME] == ""
    assert [values[f] for f in (GuestField.TABLE, GuestField.INTRODUCER, GuestField.CATEGORY)] == [
        "7",
        "山本",
        guest.category,
    ]
