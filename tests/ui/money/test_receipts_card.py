"""The receipts in the window: filtered, printed, copied, issued anew, a bill split."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from handwritten_evening import write_evening
from notation import at
from pdf_reading import page_texts, without_spaces
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from reception_app.domain.event import Desk
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.payments import list_other_acts
from reception_app.storage.receipts import list_receipts
from reception_app.ui.money.correct_dialog import CorrectDialog
from reception_app.ui.money.payments_tab import PaymentsTab
from reception_app.ui.money.reissue_dialog import ReissueDialog
from reception_app.ui.money.split_bill_dialog import SplitBillDialog
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace


@pytest.fixture
def books(tmp_path: Path) -> Iterator[EventFile]:
    """The evening written by hand: seven receipts, one of them void."""
    event = write_evening(tmp_path / "books.reception")
    yield event
    event.close()


@pytest.fixture
def tab(
    books: EventFile, tmp_path: Path, qapp: QApplication, qtbot: QtBot, look: Theme
) -> PaymentsTab:
    """The receipts, worked at box B."""
    assert look.choice
    workplace = Workplace(books, speak(qapp, "en"), clock=lambda: at("21:00"))
    operator = settings.find_operator(books, "鈴木")
    assert operator is not None
    workplace.work_at(Desk("B", operator))
    made = PaymentsTab(workplace, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1096, 600)
    made.refresh()
    made.views.choose(1)
    made.show()
    return made


def labels(tab: PaymentsTab) -> list[str]:
    """The numbers shown, from the top."""
    return [receipt.label for receipt in tab.receipts.shown()]


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where every file is saved."""
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


def test_filter_and_search(tab: PaymentsTab, books: EventFile) -> None:
    """Valid and void ones, by number and by payee."""
    every = list_receipts(books)
    assert len(labels(tab)) == len(every)
    tab.receipts.states.choose(2)
    assert labels(tab) == [one.label for one in every if one.void]
    tab.receipts.states.choose(0)
    tab.receipts.search.setText("b-0001")
    assert labels(tab) == ["K26-B-0001"]
    tab.receipts.search.setText("佐藤")
    assert len(labels(tab)) == 1


def test_all_shown_or_the_selected_are_printed(tab: PaymentsTab, saved: Path, qtbot: QtBot) -> None:
    """Without a selection everything shown is printed, on A6 one to the page."""
    tab.papers.choose(1)
    with qtbot.waitSignal(tab.written, timeout=20_000):
        tab.receipts.print.click()
    assert len(page_texts(saved)) == len(labels(tab))

    tab.receipts.table.selectRow(0)
    with qtbot.waitSignal(tab.written, timeout=20_000):
        tab.receipts.print.click()
    assert len(page_texts(saved)) == 1


def test_copies_are_marked_and_counted(
    tab: PaymentsTab, books: EventFile, saved: Path, qtbot: QtBot
) -> None:
    """The paper says that it is a copy, and the list how many there were."""
    assert not tab.receipts.copy.isEnabled()
    tab.receipts.table.selectRow(0)
    chosen = tab.receipts.chosen()[0]
    with qtbot.waitSignal(tab.written, timeout=20_000):
        tab.receipts.copy.click()

    assert "再発行1" in without_spaces(page_texts(saved)[0])
    copied = next(one for one in list_receipts(books) if one.id == chosen.id)
    assert copied.copies == 1


def test_issued_anew_with_another_payee(
    tab: PaymentsTab, books: EventFile, saved: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old number is void, the next one is printed at once."""

    def say_yes(self: ReissueDialog) -> bool:
        self.payee.setText("株式会社サンプル")
        self.accept()
        return self.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReissueDialog, "taken", say_yes)
    tab.receipts.search.setText("K26-B-0001")
    tab.receipts.table.selectRow(0)
    with qtbot.waitSignal(tab.written, timeout=20_000):
        tab.receipts.reissue.click()

    assert "株式会社サンプル" in without_spaces(page_texts(saved)[0])
    old = next(one for one in list_receipts(books) if one.label == "K26-B-0001")
    assert old.void


def test_void_receipt_is_not_issued_anew(tab: PaymentsTab) -> None:
    """What is void has had its successor."""
    tab.receipts.states.choose(2)
    tab.receipts.table.selectRow(0)

    assert tab.receipts.copy.isEnabled()
    assert not tab.receipts.reissue.isEnabled()


def test_receipts_for_transfers(tab: PaymentsTab, qtbot: QtBot) -> None:
    """Two paid by transfer before: each gets a number of the series P; a second time nobody."""
    with qtbot.waitSignal(tab.acted) as acted:
        tab.receipts.prepaid.trigger()
    assert acted.args == ["2 receipts issued."]
    tab.refresh()
    tab.receipts.states.choose(3)
    assert labels(tab) == ["K26-P-0002", "K26-P-0001"]
    with qtbot.waitSignal(tab.refused):
        tab.receipts.prepaid.trigger()


def test_bill_is_split(tab: PaymentsTab) -> None:
    """The preview counts the statements; what cannot be read is told."""
    dialog = SplitBillDialog(tab.workplace, tab)
    dialog.show()
    dialog.deed.click()
    assert dialog.trouble.isVisible()
    dialog.issuer.setText("ホテル青山")
    dialog.standard.setText("３００，０００円")
    dialog.reduced.setText("12000")
    assert dialog.preview.text() == "6 statements, the largest of ¥52,000."
    dialog.registration.setText("T12")
    dialog.deed.click()
    assert dialog.trouble.isVisible()
    dialog.registration.setText("T1234567890123")
    dialog.deed.click()
    assert dialog.invoice is not None
    assert dialog.invoice.total.minor == 312_000


def test_refund_is_taken_back_among_the_payments(
    tab: PaymentsTab, books: EventFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other acts have their filter, and are corrected like payments."""
    monkeypatch.setattr(CorrectDialog, "ask", lambda *_: "mistake")
    tab.views.choose(0)
    tab.card.tenders.choose(len(tab.card.tenders.chips) - 1)
    (refund,) = list_other_acts(books)
    tab.card.table.select(refund.entry)
    with qtbot.waitSignal(tab.acted):
        tab.card.correct.click()

    (refund,) = list_other_acts(books)
    assert refund.corrected == "mistake"
