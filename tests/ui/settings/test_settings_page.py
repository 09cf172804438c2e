"""The settings page writes what was changed, refuses kindly what cannot be, charges fees."""

from datetime import date
from pathlib import Path

import pytest
from evening import Evening
from notation import at
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception_app.domain.fee import CATEGORY_COLOURS
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.tax import IssuerKind
from reception_app.services.guest_recording import record_guest
from reception_app.storage import fact_journal, guests, settings
from reception_app.ui.door.sounds import Tone
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.event_section import EventSection, door_hours
from reception_app.ui.settings.fee_section import FeeSection
from reception_app.ui.settings.receipt_section import ReceiptSection
from reception_app.ui.settings.repricing_dialog import RepricingDialog
from reception_app.ui.settings.settings_page import SettingsPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording


@pytest.fixture
def workplace(evening: Evening, look: Theme) -> Workplace:
    """The test event, worked at desk A."""
    assert look.choice
    made = Workplace(evening.file, Wording("en"), clock=lambda: at("12:00"))
    made.work_at(evening.desk)
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What a fresh computer remembers: nothing."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def page(workplace: Workplace, preferences: Preferences, qtbot: QtBot) -> SettingsPage:
    """The settings page as it opens."""
    made = SettingsPage(workplace, preferences)
    qtbot.addWidget(made)
    made.resize(1096, 720)
    made.show()
    return made


@pytest.fixture
def section(page: SettingsPage) -> EventSection:
    """The section of the event."""
    return page.event_section


@pytest.fixture
def fees(page: SettingsPage) -> FeeSection:
    """The section of the fee plan, on show."""
    page.tabs.choose(1)
    return page.fees


def names(fees: FeeSection) -> list[str]:
    """The categories from the top."""
    return [row.name.text() for row in fees.rows]


def income(fees: FeeSection) -> list[list[str]]:
    """What the lines of the income say."""
    return [[cell.text for cell in row.cells] for row in fees.income.table.rows.rows]


def invite(evening: Evening, name: str, category: str) -> None:
    """Put a guest on the list who has not answered yet."""
    expect(evening, name, category, status=GuestStatus.INVITED)


def expect(
    evening: Evening, name: str, category: str, *, status: GuestStatus = GuestStatus.ACCEPTED
) -> None:
    """Put an accepted guest on the list who is not charged yet."""
    tag = settings.find_event(evening.file).tag
    with evening.file.act(now=at("12:00"), actor=evening.desk.operator) as act:
        record_guest(
            act,
            {GuestField.NAME: name, GuestField.CATEGORY: category},
            event_tag=tag,
            number=guests.next_number(evening.file),
            status=status,
            source="test",
        )


def test_event_is_saved(section: EventSection, workplace: Workplace) -> None:
    """Every field of the event is written, and reads back as written."""
    for line, text in (
        (section.name, "冬の交流会"),
        (section.venue, "ホテル桜"),
        (section.opens, "１８時"),
        (section.closes, "0:30"),
        (section.capacity, "２００"),
        (section.keep_until, "2027/3/31"),
    ):
        line.setText(text)
    section.day.setDate(QDate(2026, 12, 5))
    section.language.setCurrentIndex(0)
    assert section.save()

    event = settings.find_event(workplace.event_file)
    assert (event.name, event.venue, event.date) == ("冬の交流会", "ホテル桜", date(2026, 12, 5))
    assert event.language == "en"
    assert (event.capacity, event.keep_until) == (200, date(2027, 3, 31))
    assert event.hours.opens is not None
    assert event.hours.closes is not None
    assert f"{event.hours.opens.astimezone():%d %H:%M}" == "05 18:00"
    assert f"{event.hours.closes.astimezone():%d %H:%M}" == "06 00:30"
    assert not section.is_changed


def test_nothing_changed_records_nothing(section: EventSection, workplace: Workplace) -> None:
    """Saving an unchanged form appends no fact."""
    before = fact_journal.count_facts(workplace.event_file.db)
    assert section.save()

    assert fact_journal.count_facts(workplace.event_file.db) == before


def test_bad_time_is_told_beside_its_field(section: EventSection, workplace: Workplace) -> None:
    """A time that is none is refused where it stands, and nothing is written."""
    section.name.setText("冬の交流会")
    section.opens.setText("evening")
    assert not section.save()

    field = section.fields["door_opens"]
    assert field.trouble == "“evening” is no time of day. Write it like 18:00."
    assert settings.find_event(workplace.event_file).name == "秋の交流会"


def test_event_needs_a_name(section: EventSection) -> None:
    """An empty name is told beside the name."""
    section.name.setText("  ")
    assert not section.save()

    assert section.fields["name"].trouble == "The event needs a name."


def test_door_hours_without_an_end() -> None:
    """Hours may be open at either end."""
    assert door_hours(date(2026, 11, 14), None, None).contain(at("03:00"))


def test_fees_are_saved(fees: FeeSection, workplace: Workplace) -> None:
    """Prices, early price with its day, walk-in and companion price are written."""
    row = fees.rows[0]
    row.name.setText("正会員")
    for key, text in (
        ("price", "９，０００円"),
        ("early_price", "7000"),
        ("walk_in_price", "¥10,000"),
        ("companion_price", ""),
    ):
        row.amounts[key].setText(text)
    row.until.setDate(QDate(2026, 11, 1))
    row.colour.choose(CATEGORY_COLOURS[3])
    assert fees.save()

    category = settings.find_fee_plan(workplace.event_file).categories[0]
    assert (category.code, category.name, category.price) == ("会員", "正会員", 9000)
    assert (category.early_price, category.early_until) == (7000, date(2026, 11, 1))
    assert (category.walk_in_price, category.companion_price) == (10000, None)
    assert category.colour == CATEGORY_COLOURS[3]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1.5", "“1.5” has more decimals than JPY has. Leave them out."),
        ("-8000", "“-8000” is below zero. Type the amount without a minus sign."),
        ("many", "“many” is not an amount of money. Type digits only, such as 8000."),
        ("1" + "0" * 15, f"“1{'0' * 15}” is too large for an amount. Check the number of zeros."),
    ],
)
def test_bad_amount_is_told_in_its_row(
    fees: FeeSection, workplace: Workplace, typed: str, sentence: str
) -> None:
    """An amount that is none is refused in its row; no price is changed."""
    fees.rows[0].amounts["price"].setText("9000")
    fees.rows[1].amounts["price"].setText(typed)
    assert not fees.save()

    assert fees.rows[1].trouble.text() == sentence
    assert fees.rows[1].trouble.isVisible()
    assert settings.find_fee_plan(workplace.event_file).categories[0].price == 8000


def test_category_is_added_and_moved(fees: FeeSection, workplace: Workplace) -> None:
    """A new category goes where it is moved to."""
    fees.add.click()
    fees.rows[-1].name.setText("スポンサー")
    fees.rows[-1].amounts["price"].setText("30000")
    for _ in range(3):
        next(row for row in fees.rows if row.name.text() == "スポンサー").up.click()
    assert fees.save()

    plan = settings.find_fee_plan(workplace.event_file)
    assert [c.name for c in plan.categories] == ["スポンサー", "会員", "学生", "ご招待"]
    assert plan.categories[0].price == 30000
    assert len({c.code for c in plan.categories}) == 4


def test_two_new_categories_are_two(fees: FeeSection, workplace: Workplace) -> None:
    """Categories added before saving have codes of their own, taken from their names."""
    for name in ("スポンサー", "報道"):
        fees.add.click()
        fees.rows[-1].name.setText(name)
    assert fees.save()

    plan = settings.find_fee_plan(workplace.event_file)
    assert [c.code for c in plan.categories[-2:]] == ["スポンサー", "報道"]


@pytest.mark.parametrize(("name", "says"), [("学生", "called “学生”"), ("", "needs a name")])
def test_names_must_tell_categories_apart(
    fees: FeeSection, workplace: Workplace, name: str, says: str
) -> None:
    """Two categories of one name, or one without, are refused."""
    fees.rows[0].name.setText(name)
    assert not fees.save()

    assert says in fees.trouble.text()
    assert settings.find_fee_plan(workplace.event_file).categories[0].name == "会員"


def test_only_unused_categories_are_removed(
    fees: FeeSection, workplace: Workplace, evening: Evening
) -> None:
    """A category that guests have stays; another goes."""
    evening.guest("佐藤 花子", "会員")
    fees.load()
    assert not fees.rows[0].remove.isEnabled()

    fees.rows[1].remove.click()
    assert fees.save()
    plan = settings.find_fee_plan(workplace.event_file)
    assert [c.name for c in plan.categories] == ["会員", "ご招待"]


def test_uncharged_guests_are_charged_by_one_press(
    fees: FeeSection, workplace: Workplace, evening: Evening
) -> None:
    """It says how many guests are not charged and what it adds up to, then charges them."""
    for name, category in (("佐藤 花子", "会員"), ("山田 太郎", "学生"), ("来賓", "ご招待")):
        expect(evening, name, category)
    fees.rows[0].amounts["price"].setText("9000")
    assert fees.save()
    assert fees.charge_card.isVisible()
    assert fees.charge.caption == "Charge ¥12,000"

    charged: list[int] = []
    fees.charged.connect(charged.append)
    fees.charge.click()
    assert charged == [2]
    assert not fees.charge_card.isVisible()
    balances = [row.balance.charged for row in guests.list_guests(workplace.event_file)]
    assert sorted(balances) == [0, 3000, 9000]


def test_what_cancelling_costs_is_saved(fees: FeeSection, workplace: Workplace) -> None:
    """An amount, and until when cancelling is free; without an amount the day means nothing."""
    fees.cancelling.setChecked(True)
    for row in fees.rows[:2]:
        row.free.setChecked(True)
        row.free_until.setDate(QDate(2026, 11, 7))
    fees.rows[0].amounts["cancel_fee"].setText("4000")
    assert fees.save()

    plan = settings.find_fee_plan(workplace.event_file)
    told = [(c.cancel_fee, c.cancel_until) for c in plan.categories[:2]]
    assert told == [(4000, date(2026, 11, 7)), (None, None)]
    assert fees.cancelling.isChecked()


def test_categories_are_moved_by_keys_and_by_dragging(fees: FeeSection) -> None:
    """Alt+arrow keeps the focus in its field; the handle moves a row each time it passes one."""
    line = fees.rows[0].amounts["price"]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(fees) == ["学生", "会員", "ご招待"]
    assert line.hasFocus()
    handle = fees.rows[2].handle
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(9, -60))

    assert names(fees)[1] == "ご招待"
    assert fees.is_changed


@pytest.mark.parametrize(("anew", "charged", "due"), [(True, 9000, 1000), (False, 8000, 0)])
def test_a_new_price_asks_before_anybody_is_charged_anew(
    fees: FeeSection, workplace: Workplace, evening: Evening, monkeypatch: pytest.MonkeyPatch,
    *, anew: bool, charged: int, due: int,
) -> None:  # fmt: skip
    """Old and new fee stand side by side; what was paid stays paid."""
    evening.open_box()
    guest = evening.guest("佐藤 花子", "会員")
    evening.pay(guest)
    fees.load()
    shown: list[RepricingDialog] = []

    def answer(dialog: RepricingDialog) -> bool:
        shown.append(dialog)
        dialog.charges_anew = anew
        return True

    monkeypatch.setattr(RepricingDialog, "taken", answer)
    fees.rows[0].amounts["walk_in_price"].setText("9000")
    assert fees.save()
    row = next(r for r in guests.list_guests(workplace.event_file) if r.guest.id == guest.id)

    cells = [cell.text for cell in shown[0].table.rows.rows[0].cells]
    assert cells[2:] == ["¥8,000", "¥9,000", "¥1,000"]
    assert shown[0].then.text() == "The income changes by ¥1,000."
    assert shown[0].deed.caption == "Keep the old fees"
    assert (row.balance.charged, row.balance.due) == (charged, due)


def test_giving_up_a_new_price_writes_nothing(
    fees: FeeSection, workplace: Workplace, evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The prices stay on the page, unsaved."""
    evening.guest("佐藤 花子", "会員")
    monkeypatch.setattr(RepricingDialog, "ask", lambda *_: None)
    fees.rows[0].amounts["walk_in_price"].setText("9000")

    assert not fees.save()
    assert settings.find_fee_plan(workplace.event_file).categories[0].walk_in_price is None
    assert fees.rows[0].amounts["walk_in_price"].text() == "9000"


def test_the_income_follows_what_is_written(
    fees: FeeSection, evening: Evening, qtbot: QtBot
) -> None:
    """Charged, to be charged, and what the invited would add, before anything is saved."""
    evening.guest("佐藤 花子", "会員")
    expect(evening, "山田 太郎", "学生")
    invite(evening, "鈴木 一郎", "学生")
    fees.load()
    assert income(fees)[-1] == ["All", "2", "¥8,000", "¥3,000", "¥11,000", "1", "¥14,000"]
    line = fees.rows[1].amounts["price"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "4000")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.wait(1)

    assert income(fees)[1] == ["学生", "1", "¥0", "¥4,000", "¥4,000", "1", "¥8,000"]


def test_nobody_is_charged_by_unsaved_prices(fees: FeeSection, evening: Evening) -> None:
    """While prices are being changed nothing can be charged."""
    expect(evening, "佐藤 花子", "会員")
    fees.load()
    assert fees.charge_card.isVisible()

    QTest.keyClicks(fees.rows[0].amounts["price"], "1")
    assert not fees.charge_card.isVisible()


def test_unsaved_changes_survive_a_refresh(page: SettingsPage, fees: FeeSection) -> None:
    """When others record something, what is being written here stays."""
    QTest.keyClicks(fees.rows[0].name, "A")
    page.refresh()

    assert fees.rows[0].name.text() == "会員A"


def test_computer_keeps_its_choices(
    page: SettingsPage, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    """Language, theme, sounds and folder are kept at once and told to the program."""
    computer = page.computer
    with qtbot.waitSignal(page.theme_chosen) as told_theme:
        computer.theme.setCurrentIndex(2)
        computer.theme.activated.emit(2)
    with qtbot.waitSignal(page.language_chosen) as told_language:
        computer.language.setCurrentIndex(computer.language.findData("ja"))
        computer.language.activated.emit(computer.language.currentIndex())
    computer.tones[Tone.PAY].click()
    assert preferences.muted == {"pay"}
    computer.sounds.setChecked(False)
    computer.keep_folder(tmp_path)

    assert told_theme.args == [ThemeChoice.DARK]
    assert told_language.args == ["ja"]
    assert (preferences.theme, preferences.language) == (ThemeChoice.DARK, "ja")
    assert (preferences.sounds, preferences.backup_folder) == (False, tmp_path)


def test_copy_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    """The button asks the window to save a copy."""
    page.tabs.choose(3)
    with qtbot.waitSignal(page.copy_asked):
        QTest.mouseClick(page.computer.copy, Qt.MouseButton.LeftButton)


@pytest.fixture
def receipts(page: SettingsPage) -> ReceiptSection:
    """The section of the receipts, on show."""
    page.tabs.choose(2)
    return page.receipts


def test_receipts_are_set_up(receipts: ReceiptSection, workplace: Workplace) -> None:
    """A registered issuer with a number in full-width digits, and a part at the reduced rate."""
    receipts.kind.setCurrentIndex(receipts.kind.findData("registered"))
    for line, text in (
        (receipts.number, "Ｔ７０００－０１２０－５０００２"),
        (receipts.issuer, "異業種交流会"),
        (receipts.address, "東京都"),
        (receipts.purpose, "参加費として"),
        (receipts.reduced, "１，０００円"),
        (receipts.prefix, "AX26"),
    ):
        line.setText(text)
    assert receipts.save()

    event = settings.find_event(workplace.event_file)
    assert event.issuer_kind is IssuerKind.REGISTERED
    assert event.registration_number == "T7000012050002"
    assert (event.issuer, event.issuer_address) == ("異業種交流会", "東京都")
    assert (event.receipt_purpose, event.reduced_part) == ("参加費として", 1000)
    assert event.receipt_prefix == "AX26"
    assert not receipts.is_changed


@pytest.mark.parametrize(
    ("line", "text"), [("number", "T123"), ("reduced", "1.5"), ("reduced", "-1")]
)
def test_what_a_receipt_cannot_say_is_refused(
    receipts: ReceiptSection, workplace: Workplace, line: str, text: str
) -> None:
    """A number of another form, half a yen, less than nothing: told, and nothing written."""
    before = fact_journal.count_facts(workplace.event_file.db)
    getattr(receipts, line).setText(text)

    assert not receipts.save()
    assert receipts.trouble.isVisible()
    assert fact_journal.count_facts(workplace.event_file.db) == before


def test_prefix_is_told_beside_its_field(receipts: ReceiptSection) -> None:
    """Receipt numbers begin with a few letters and digits."""
    receipts.prefix.setText("領収書")

    assert not receipts.save()
    assert receipts.fields["receipt_prefix"].trouble


def test_number_of_no_company_is_doubted_not_refused(receipts: ReceiptSection) -> None:
    """A person's number has no check digit, so it may only be doubted."""
    receipts.kind.setCurrentIndex(receipts.kind.findData("registered"))
    receipts.number.setText("T1234567890123")
    receipts._show_meaning()
    assert receipts.doubt.isVisible()
    assert receipts.save()

    receipts.number.setText("T7000012050002")
    receipts._show_meaning()
    assert not receipts.doubt.isVisible()
