"""A statement is seen before it is taken in, corrected by hand, remembered, and added once."""

from pathlib import Path

import pytest
from bank_evening import invite, statement, take_in
from evening import Evening
from notation import at
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.documents.bank_statement.headings import BankField
from reception_app.domain.statement import StatementAccount
from reception_app.storage import statements
from reception_app.ui.money.reconcile.reason_dialog import ReasonDialog
from reception_app.ui.money.reconcile.statement_dialog import StatementDialog
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace

DATA = Path(__file__).parents[3] / "data"
ROWS = ((3, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (4, "ﾓﾘ ﾕｳ", 3000))


@pytest.fixture
def workplace(evening: Evening, qapp: QApplication, look: Theme) -> Workplace:
    """A place to work at, with four guests."""
    assert look.choice
    invite(evening)
    made = Workplace(evening.file, speak(qapp, "en"), clock=lambda: at("21:00"))
    made.work_at(evening.desk)
    return made


@pytest.fixture
def dialog(workplace: Workplace, qtbot: QtBot) -> StatementDialog:
    """The dialog, with nothing read yet."""
    return opened(workplace, qtbot)


def opened(workplace: Workplace, qtbot: QtBot) -> StatementDialog:
    """A fresh dialog on the screen."""
    made = StatementDialog(None, workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def read(dialog: StatementDialog, qtbot: QtBot, path: Path) -> None:
    """Read a file and wait until it is on show."""
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.preview is not None or not dialog.problem.isHidden())


def shown(dialog: StatementDialog) -> list[tuple[str, str]]:
    """What happens to each row, and its text."""
    rows = dialog.part.table.rows.rows
    return [(row.cells[0].text, row.cells[2].text) for row in rows]


def test_what_is_previewed_is_what_is_added(
    dialog: StatementDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """Counts, balances and rows are shown; the press adds exactly these, and once."""
    path = tmp_path / "bank.csv"
    path.write_text(statement(ROWS), encoding="cp932")
    read(dialog, qtbot, path)
    assert dialog.part.counts.text() == "2 new rows · 0 known"
    assert dialog.part.balances.text() == "✓ Opening ¥100,000 + rows ¥11,000 = closing ¥111,000"
    assert shown(dialog) == [("new", "ﾔﾏﾀﾞ ﾀﾛｳ"), ("new", "ﾓﾘ ﾕｳ")]
    assert dialog.encodings.currentText() == "cp932"
    assert dialog.take.caption == "Add 2 rows"
    assert not statements.list_rows(workplace.event_file)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert [one.row.text for one in statements.list_rows(workplace.event_file)] == [
        "ﾔﾏﾀﾞ ﾀﾛｳ",
        "ﾓﾘ ﾕｳ",
    ]
    again = opened(workplace, qtbot)
    read(again, qtbot, path)
    assert again.part.counts.text() == "0 new rows · 2 known"
    assert not again.take.isEnabled()


def test_a_red_row_is_listed_first_and_stops_nothing(
    dialog: StatementDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """What cannot be read stands at the top with its reason."""
    path = tmp_path / "bank.csv"
    path.write_text(statement(ROWS).replace("3000,", "30O0,"), encoding="utf-8")
    read(dialog, qtbot, path)
    assert dialog.part.counts.text() == "1 new row · 0 known · 1 cannot be read"
    first = dialog.part.table.rows.rows[0]
    assert [cell.text for cell in first.cells[:2]] == ["cannot be read", "row 3"]
    assert first.cells[2].second == "the amount is not a number"
    dialog.commit()
    assert len(statements.list_rows(workplace.event_file)) == 1


def test_columns_are_corrected_and_remembered(
    dialog: StatementDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """A person says what a column holds; the next file with these headings is read like that."""
    path = tmp_path / "own.csv"
    path.write_text("a,b,c\nx,ﾔﾏﾀﾞ,8000\n2026/10/2,ﾓﾘ,3000\n", encoding="utf-8")
    read(dialog, qtbot, path)
    columns = dialog.part.columns
    for index, field in enumerate((BankField.DATE, BankField.TEXT, BankField.DEPOSIT)):
        columns.choices[index].setCurrentIndex(columns.choices[index].findData(field.value))
    assert ("new", "ﾓﾘ") in shown(dialog)
    dialog.commit()
    path.write_text("a,b,c\n2026/10/3,ｺﾊﾞﾔｼ,8000\n", encoding="utf-8")
    again = opened(workplace, qtbot)
    read(again, qtbot, path)
    assert shown(again) == [("new", "ｺﾊﾞﾔｼ")]


def test_a_file_of_which_nothing_is_understood_offers_its_columns(
    dialog: StatementDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """No date, no amount: the columns are there to be named, and nothing can be added."""
    path = tmp_path / "odd.csv"
    path.write_text("when,who,how much\nsoon,ﾔﾏﾀﾞ,lots\n", encoding="utf-8")
    read(dialog, qtbot, path)
    assert "no columns with a date and an amount" in dialog.problem.text()
    assert list(dialog.part.columns.choices) == [0, 1, 2]
    assert dialog.take.isHidden()


def test_a_providers_list_chooses_its_account_itself(dialog: StatementDialog, qtbot: QtBot) -> None:
    """PayPay's list is PayPay's, whatever was chosen."""
    dialog.read(DATA / "paypay_transactions.csv")
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.account is StatementAccount.PAYPAY
    assert dialog.part.counts.text() == "40 new rows · 0 known"


def test_rows_are_pasted(dialog: StatementDialog, qtbot: QtBot) -> None:
    """A table copied from the bank's page is read from the clipboard."""
    text = statement(ROWS).replace(",", "\t")
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert [text for _, text in shown(dialog)] == ["ﾔﾏﾀﾞ ﾀﾛｳ", "ﾓﾘ ﾕｳ"]


def test_a_file_is_dropped(dialog: StatementDialog, qtbot: QtBot) -> None:
    """A file dropped on the dialog is read."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(DATA / "bank_statement_cp932.csv"))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.part.counts.text() == "243 new rows · 0 known"


def test_another_account_is_taken_in_only_after_a_look(
    dialog: StatementDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """The account's number differs: the press waits for a tick."""
    path = tmp_path / "bank.csv"
    path.write_text("口座番号 1234567\n" + statement(ROWS), encoding="utf-8")
    read(dialog, qtbot, path)
    dialog.commit()
    path.write_text("口座番号 7654321\n" + statement(((9, "ﾓﾘ", 1),)), encoding="utf-8")
    again = opened(workplace, qtbot)
    read(again, qtbot, path)
    assert "another account" in again.part.warnings.text()
    assert not again.take.isEnabled()
    again.part.agreed.setChecked(True)
    assert again.take.isEnabled()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!doctype html><html><body>Error</body></html>", "web page"),
        (b"", "is empty"),
        ("利用日,利用店名・商品名,利用者,支払方法,利用金額\n".encode(), "credit card"),
    ],
)
def test_what_is_no_statement_is_told(
    dialog: StatementDialog, qtbot: QtBot, tmp_path: Path, content: bytes, words: str
) -> None:
    """A wrong file says what it is, and another one can be chosen."""
    path = tmp_path / "bank.csv"
    path.write_bytes(content)
    read(dialog, qtbot, path)
    assert words in dialog.problem.text()
    assert dialog.preview is None


def test_a_statement_is_taken_back_with_a_reason(
    dialog: StatementDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """What was taken in so far stands below; a mistake goes away again."""
    assert dialog.start.earlier.isHidden()
    take_in(workplace.event_file, tmp_path, statement(ROWS))
    again = opened(workplace, qtbot)
    assert [cell.text for cell in again.start.earlier.table.rows.rows[0].cells[1:4]] == [
        "Bank",
        "statement.csv",
        "2",
    ]
    again.start.earlier.table.select_place(0)
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "another account")
    QTest.mouseClick(again.start.earlier.take_back, Qt.MouseButton.LeftButton)
    assert again.is_changed
    assert not statements.list_rows(workplace.event_file)
