"""The import dialog: what it shows beforehand, what a person corrects, what it then does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services.guest_import import commit_import, preview_import
from reception_app.storage import guests, journal, settings
from reception_app.ui.guest_import.import_dialog import ImportDialog
from reception_app.ui.guest_import.import_tables import Cell, CellTable
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak

LIST = """氏名,フリガナ,所属,区分,会費,同伴
佐藤 花子,サトウ ハナコ,株式会社サンプル,会員,8000,
,スズキ,名なし商事,会員,8000,
山田 太郎,ヤマダ タロウ,山田商店,協賛,"20,000",1
=SUM(1+1) 太郎,エス,計算商事,協賛,"20,000",
"""


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """An event with four categories and nobody on the list."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    yield made
    made.event.close()


@pytest.fixture
def dialog(evening: DoorEvening, qtbot: QtBot) -> Iterator[ImportDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ImportDialog(parent, evening.workplace)
    made.show()
    yield made
    parent.close()


def written(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "list.csv") -> Path:
    """A list with this text."""
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def read(dialog: ImportDialog, qtbot: QtBot, path: Path) -> None:
    """Read a list and wait until its preview or its error is shown."""
    dialog.read(path)
    qtbot.waitUntil(
        lambda: (
            dialog.preview is not None
            or dialog.problem.isVisible()
            or dialog.part.counts.text().startswith("No row")
        ),
        timeout=20000,
    )


def texts(dialog: ImportDialog, column: int) -> list[str]:
    """A column of the table from the top."""
    return [
        dialog.part.rows.rows.index(row, column).data()
        for row in range(dialog.part.rows.rows.rowCount())
    ]


def test_the_table_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """Rows shorter than the headings are answered too."""
    model = CellTable()
    model.show_rows(("A", "B"), [[Cell("1"), Cell("2", "second")], [Cell("only")]])

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt types only its fixtures


def test_the_preview_says_what_would_happen(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Counts, guests and rows to look at are shown while nothing has changed."""
    read(dialog, qtbot, written(tmp_path, LIST))
    guest_names = texts(dialog, 1)
    dialog.part.rows.tabs.choose(2)

    assert dialog.part.counts.text() == "3 new guests · 1 companion · 1 row not taken"
    assert dialog.take.caption == "Import 3 guests"
    assert guest_names == ["佐藤 花子", "山田 太郎", "=SUM(1+1) 太郎"]
    assert texts(dialog, 2)[0] == "not taken"
    assert texts(dialog, 0)[0] == "3"
    assert guests.count_guests(evening.event) == 0


def test_the_import_adds_charges_and_tells(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Known categories cost what the plan says, new ones what was typed or told by the list."""
    read(dialog, qtbot, written(tmp_path, LIST))
    proposed = {name: line.text() for name, line in dialog.part.prices.lines.items()}
    dialog.part.prices.lines["協賛"].setText("30,000")
    with qtbot.waitSignal(evening.workplace.changed):
        dialog.take.click()
    imported = dialog.imported

    assert proposed == {"協賛": "20,000"}
    assert imported is not None
    assert (imported.guests, imported.companions) == (3, 1)
    assert imported.charged.minor == 8000 + 3 * 30000
    assert journal.list_unbalanced(evening.event) == ()


def test_a_column_is_corrected_by_choosing(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Another meaning of a column changes the preview at once."""
    read(dialog, qtbot, written(tmp_path, LIST))
    choice = dialog.part.meanings.choices[2]
    choice.setCurrentIndex(choice.findData(ListField.TABLE.value))

    assert dialog.preview is not None
    assert dialog.preview.new[0].text(GuestField.COMPANY) == ""
    assert dialog.preview.new[0].text(GuestField.TABLE) == "株式会社サンプル"


def test_without_a_name_column_nothing_can_be_taken(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """The sentence says which column is missing; choosing it again mends it."""
    read(dialog, qtbot, written(tmp_path, LIST))
    choice = dialog.part.meanings.choices[0]
    choice.setCurrentIndex(choice.findData(ListField.IGNORED.value))
    told = dialog.problem.text()
    enabled = dialog.take.isEnabled()
    choice.setCurrentIndex(choice.findData(ListField.NAME.value))

    assert told == "No column holds names. Choose the one that does."
    assert not enabled
    assert dialog.take.isEnabled()
    assert not dialog.problem.isVisible()


def test_the_person_shows_us_the_headings(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """A list without headings we know is shown as it lies; a double click names the row."""
    read(dialog, qtbot, written(tmp_path, "list of all\nfoo,bar\n佐藤 花子,x\n山田 太郎,y\n"))
    assert dialog.preview is None
    dialog.part.rows.table.doubleClicked.emit(dialog.part.rows.rows.index(1, 1))
    choice = dialog.part.meanings.choices[0]
    choice.setCurrentIndex(choice.findData(ListField.NAME.value))

    assert dialog.preview is not None
    assert [guest.name for guest in dialog.preview.new] == ["佐藤 花子", "山田 太郎"]


def test_another_encoding_is_one_choice_away(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """A text file shows how it was read, and is read again as told."""
    read(dialog, qtbot, written(tmp_path, LIST, encoding="cp932"))

    assert dialog.source.encodings.isVisible()
    assert dialog.source.encodings.currentText() == "cp932"


def test_an_unreadable_list_is_one_sentence(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """What is wrong with the file is told; the dialog stays to choose another."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    read(dialog, qtbot, path)

    assert "list.xlsx" in dialog.problem.text()
    assert dialog.preview is None


def test_free_categories_are_named_beside_the_deed(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """While all new categories cost nothing, that is said once; a price takes it back."""
    read(dialog, qtbot, written(tmp_path, LIST))
    assert not dialog.free_note.isVisible()

    dialog.part.prices.lines["協賛"].setText("0")
    assert dialog.free_note.isVisible()
    assert "1 new category is free" in dialog.free_note.text()

    dialog.part.prices.lines["協賛"].setText("500")
    assert not dialog.free_note.isVisible()


def test_a_price_that_is_no_amount_stops_the_import(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """The slip is told and nothing was taken in."""
    read(dialog, qtbot, written(tmp_path, LIST))
    dialog.part.prices.lines["協賛"].setText("1.5")
    dialog.take.click()

    assert dialog.isVisible()
    assert "more decimals" in dialog.problem.text()
    assert guests.count_guests(evening.event) == 0


def test_cancel_during_the_import_leaves_nothing(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Cancel while guests are written takes all of them back."""
    read(dialog, qtbot, written(tmp_path, LIST))
    advance = ImportDialog.advance

    def stopped(self: ImportDialog, done: int, total: int) -> None:
        if done == 2:
            self.reject()
        advance(self, done, total)

    monkeypatch.setattr(ImportDialog, "advance", stopped)
    dialog.take.click()

    assert dialog.problem.text() == "Cancelled. Nothing was changed."
    assert guests.count_guests(evening.event) == 0
    assert "協賛" not in settings.find_fee_plan(evening.event)


def test_a_second_import_finds_everybody_known(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """The same list again adds nobody."""
    path = written(tmp_path, LIST)
    read(dialog, qtbot, path)
    dialog.take.click()
    parent = QWidget()
    qtbot.addWidget(parent)
    again = ImportDialog(parent, evening.workplace)
    again.show()
    read(again, qtbot, path)

    assert again.part.counts.text() == "0 new guests · 3 on the list already · 1 row not taken"
    assert not again.take.isEnabled()


def test_a_dropped_file_is_read(dialog: ImportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """Dragging the list onto the dialog is choosing it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(written(tmp_path, LIST)))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=20000)

    assert drop.isAccepted()


def answers(name: str) -> Path:
    """One of the two exports of a form."""
    return Path(__file__).parents[2] / "data" / name


def second_export(evening: DoorEvening, qtbot: QtBot, parent: QWidget) -> ImportDialog:
    """The dialog over the second export of a form whose first one was taken in."""
    first = preview_import(evening.event, answers("guests_form_answers.xlsx"))
    commit_import(evening.event, first, now=evening.clock(), operator="")
    dialog = ImportDialog(parent, evening.workplace)
    dialog.show()
    read(dialog, qtbot, answers("guests_form_answers_second_export.xlsx"))
    return dialog


def test_a_second_export_tells_what_changed(
    evening: DoorEvening, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    """New, changed and gone guests are told; changes are ticked, cancellations are not."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = second_export(evening, qtbot, parent)
    changes = dialog.part.rows.changes
    qtmodeltester.check(changes)  # type: ignore[no-untyped-call]  # pytest-qt types only its fixtures

    assert "1 new guest" in dialog.part.counts.text()
    assert "2 changed · 1 gone" in dialog.part.counts.text()
    assert not changes.choices().left
    assert not changes.choices().cancelled


def test_ticks_decide_what_is_done(evening: DoorEvening, qtbot: QtBot) -> None:
    """A change without its tick is left alone; a gone guest with one is cancelled."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = second_export(evening, qtbot, parent)
    last = dialog.part.rows.changes.rowCount() - 1
    for row in (0, last):
        box = dialog.part.rows.changes.index(row, 0)
        dialog.part.rows.changes.setData(box, None, Qt.ItemDataRole.CheckStateRole)
    choices = dialog.part.rows.changes.choices()
    dialog.take.click()

    assert len(choices.left) == 1
    assert len(choices.cancelled) == 1
    assert dialog.imported is not None
    assert dialog.imported.guests == 1
    gone = guests.find_guest(evening.event, next(iter(choices.cancelled)))
    assert gone is not None
    assert gone.status is GuestStatus.CANCELLED


def test_a_guest_in_doubt_is_one_person_only(
    dialog: ImportDialog, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Ticking who it is takes the tick from everybody else; without a tick nobody is touched."""
    for company in ("A商事", "B商事"):
        evening.add("佐藤 花子", "サトウ ハナコ", company=company)
    read(dialog, qtbot, written(tmp_path, "氏名,所属\n佐藤 花子,C商事\n"))
    untouched = dialog.part.rows.changes.choices().same_as
    dialog.part.rows.changes.toggle(0)
    dialog.part.rows.changes.toggle(1)
    second = dialog.part.rows.changes.choices().same_as
    dialog.part.rows.changes.toggle(2)

    assert untouched == {}
    assert len(second) == 1
    assert next(iter(second.values())) is not None
    assert dialog.part.rows.changes.choices().same_as == {2: None}


def test_rows_not_taken_are_saved_to_be_mended(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Offered where they are shown; the sheet can be taken in again."""
    read(dialog, qtbot, written(tmp_path, LIST))
    hidden_at_first = not dialog.part.rows.refused.isVisible()
    dialog.part.rows.tabs.choose(2)
    dialog.save_refused(tmp_path / "mend.xlsx")

    assert hidden_at_first
    assert dialog.part.rows.refused.isVisible()
    assert (tmp_path / "mend.xlsx").stat().st_size > 1000


def test_cells_are_pasted_by_their_key(dialog: ImportDialog, qapp: QApplication) -> None:
    """What was copied in a spreadsheet is previewed as a file would be."""
    qapp.clipboard().setText("氏名\t会社\n佐藤 花子\t株式会社サンプル\n鈴木 一郎\tB社\n")
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert dialog.preview is not None
    assert [one.name for one in dialog.preview.new] == ["佐藤 花子", "鈴木 一郎"]
    assert dialog.take.caption == "Import 2 guests"
    dialog.commit()
    assert dialog.imported is not None
    assert dialog.imported.guests == 2


def test_names_from_an_e_mail_need_no_headings(dialog: ImportDialog) -> None:
    """They are known by their look; an empty clipboard is one sentence."""
    dialog.paste("佐藤 花子\n鈴木 一郎\n")
    assert dialog.preview is not None
    assert [one.name for one in dialog.preview.new] == ["佐藤 花子", "鈴木 一郎"]
    dialog.paste("   ")
    assert "empty" in dialog.problem.text()


def test_a_file_without_headings_is_taken_as_one(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """The person says so by one press; the guess can be corrected like any mapping."""
    read(dialog, qtbot, written(tmp_path, "佐藤 花子,株式会社サンプル\n鈴木 一郎,有限会社ビー\n"))
    assert dialog.preview is None
    dialog.part.headless.click()

    assert dialog.preview is not None
    assert [one.text(GuestField.COMPANY) for one in dialog.preview.new] == [
        "株式会社サンプル",
        "有限会社ビー",
    ]


def test_one_text_stands_for_everybody(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path, evening: DoorEvening
) -> None:
    """The preview follows; Enter ends the text and imports nothing; it can be taken back."""
    read(dialog, qtbot, written(tmp_path, "氏名,備考\n佐藤 花子,\n鈴木 一郎,\n"))
    fixed = dialog.part.fixed
    fixed.field.setCurrentIndex(fixed.field.findData(ListField.CATEGORY.value))
    fixed.add.click()
    line = fixed.lines[ListField.CATEGORY]
    line.setText("学生")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert dialog.imported is None
    assert dialog.preview is not None
    assert {one.text(GuestField.CATEGORY) for one in dialog.preview.new} == {"学生"}
    dialog.commit()
    assert {row.balance.due for row in guests.list_guests(evening.event)} == {3000}
    window = dialog.parentWidget()
    assert window is not None
    again = ImportDialog(window, evening.workplace)
    read(again, qtbot, written(tmp_path, "氏名,備考\n高橋 桜,\n", name="next.csv"))
    assert again.part.fixed.texts() == {ListField.CATEGORY: "学生"}
    again.part.fixed._drop(ListField.CATEGORY)
    assert again.preview is not None
    assert again.preview.new[0].text(GuestField.CATEGORY) == ""


def test_headings_over_nobody_are_told(dialog: ImportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing to import is said in words, not as a zero."""
    read(dialog, qtbot, written(tmp_path, "氏名,会社\n"))

    assert dialog.part.counts.text() == "Nobody stands below the headings of this list."
    assert not dialog.take.isEnabled()


def test_a_price_in_the_name_of_a_category_is_proposed(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Forms ask 会員（8,000円）; a free one says nothing."""
    rows = "佐藤,特別会員（8,000円）\n鈴木,無料枠\n高橋,早割 ￥７０００\n"
    read(dialog, qtbot, written(tmp_path, f"氏名,区分\n{rows}".replace("8,000", "8000")))

    assert {name: line.text() for name, line in dialog.part.prices.lines.items()} == {
        "特別会員（8000円）": "8,000",
        "無料枠": "",
        "早割 ￥７０００": "7,000",
    }


def test_a_list_without_a_column_of_names_is_shown_as_it_lies(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """So that the person sees which column to choose; the preview comes once it is chosen."""
    read(dialog, qtbot, written(tmp_path, "ゲスト名,会社\n佐藤 花子,甲\n鈴木 一郎,乙\n"))
    dialog.part.meanings.corrected.emit(0, ListField.IGNORED)

    assert dialog.problem.isVisible()
    assert texts(dialog, 1) == ["ゲスト名", "佐藤 花子", "鈴木 一郎"]
    assert not dialog.part.rows.tabs.isVisible()
    assert not dialog.part.rows.refused.isVisible()
    assert not dialog.take.isEnabled()

    dialog.part.meanings.corrected.emit(0, ListField.NAME)

    assert not dialog.problem.isVisible()
    assert dialog.part.rows.tabs.isVisible()
    assert texts(dialog, 0) == ["2", "3"]
    assert dialog.take.isEnabled()
