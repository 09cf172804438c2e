"""Splitting a row over guests by hand: who gets how much, what a bank kept, where the rest goes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.match import Allocation, OpenRow, Payer
from reception_app.domain.money import Money, format_money, parse_money
from reception_app.services.row_matching import MatchOrder, Rest, new_order
from reception_app.storage.statements import list_payers
from reception_app.ui import theme
from reception_app.ui.money.reconcile.guest_finder import GuestFinder
from reception_app.ui.money.reconcile.share_line import ShareLine
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (960, 620)


class SplitDialog(QDialog):
    """Asks how a row is parted; nothing is booked before the last press."""

    def __init__(
        self, window: QWidget, workplace: Workplace, row: OpenRow, guests: Sequence[str],
        plan: FeePlan,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._event = workplace.event_file
        self._row = row
        self._currency = plan.currency
        self.lines: list[ShareLine] = []
        translate = QCoreApplication.translate
        self.finder = GuestFinder(lambda: workplace.event_file)
        self.finder.set_plan(plan)
        self.withheld = QLineEdit()
        self.withheld.setPlaceholderText("0")
        self.rest = QComboBox()
        for words, rest in (
            (translate("SplitDialog", "stays open"), Rest.OPEN),
            (translate("SplitDialog", "is a gift"), Rest.GIFT),
            (translate("SplitDialog", "is unidentified"), Rest.UNIDENTIFIED),
        ):
            self.rest.addItem(words, rest)
        self.left = Label(bold=True)
        self.book = ActionButton(
            translate("SplitDialog", "Book it"), key="Ctrl+Enter", primary=True
        )
        self._cancel = ActionButton(translate("SplitDialog", "Cancel"), key="Esc")
        self._shares = QVBoxLayout()
        self._nobody = Label(
            translate("SplitDialog", "Search a guest on the right; Enter adds them here."),
            tone="muted",
            wrap=True,
        )
        self._build_layout()
        self._connect()
        for payer in list_payers(self._event, guests):
            self._add(payer)
        self._tell()
        self.finder.begin()

    @classmethod
    def ask(
        cls, window: QWidget, workplace: Workplace, row: OpenRow, guests: Sequence[str],
        plan: FeePlan,
    ) -> MatchOrder | None:  # fmt: skip
        """The order that was put together; None when nothing is to be booked."""
        dialog = cls(window, workplace, row, guests, plan)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.order() if taken else None

    def order(self) -> MatchOrder | None:
        """What would be booked; None while an amount cannot be read or too much is given."""
        amounts = [(line.guest, line.amount) for line in self.lines]
        withheld = self._kept()
        if withheld is None or any(amount is None for _, amount in amounts):
            return None
        shares = [Allocation(guest, amount) for guest, amount in amounts if amount]
        left = self._row.amount - sum(share.amount for share in shares) + withheld
        rest = Rest(self.rest.currentData())
        nothing = not shares and (rest is Rest.OPEN or left == 0)
        if left < 0 or nothing or (withheld and not shares):
            return None
        return new_order(self._row.id, shares, withheld=withheld, rest=rest)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("SplitDialog", "Split the row")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        head = QHBoxLayout()
        head.addWidget(Label(self._row.text, size=Type.LARGE, bold=True, elide=True), 1)
        amount = format_money(Money(self._row.amount, self._currency))
        head.addWidget(Label(amount, size=Type.LARGE, bold=True))
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.addWidget(self._nobody)
        column.addLayout(self._shares)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shares = Card(translate("SplitDialog", "Who gets how much"), padding=0)
        shares.body.addWidget(scroll, 1)
        search = Card(padding=0)
        search.body.addWidget(self.finder, 1)
        both = QHBoxLayout()
        both.setSpacing(theme.GRID * 2)
        both.addWidget(shares, 1)
        both.addWidget(search, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID * 2)
        self.withheld.setFixedWidth(120)
        foot.addLayout(captioned(translate("SplitDialog", "Kept by a bank as fee"), self.withheld))
        foot.addLayout(captioned(translate("SplitDialog", "What is left over"), self.rest))
        foot.addWidget(self.left, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.book)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        whole.setSpacing(theme.GRID * 2)
        whole.addLayout(head)
        whole.addLayout(both, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        for button in (self.book, self._cancel):
            button.setAutoDefault(False)
        book = QShortcut(QKeySequence("Ctrl+Return"), self)
        book.activated.connect(self._take)
        self.book.clicked.connect(self._take)
        self._cancel.clicked.connect(self.reject)
        self.finder.picked.connect(self._add_guest)
        self.finder.left.connect(self.reject)
        self.withheld.textChanged.connect(self._tell)
        self.rest.currentIndexChanged.connect(self._tell)

    def _add_guest(self, guest: str) -> None:
        """Give a guest what they owe, as far as the row reaches."""
        if all(line.guest != guest for line in self.lines):
            [payer] = list_payers(self._event, [guest])
            self._add(payer)
        self.finder.begin()
        self._tell()

    def _add(self, payer: Payer) -> None:
        given = min(payer.open, max(self._left(), 0))
        line = ShareLine(payer, given, self._currency)
        line.changed.connect(self._tell)
        line.gone.connect(self._remove)
        self.lines.append(line)
        self._shares.addWidget(line)
        self._nobody.hide()

    def _remove(self, guest: str) -> None:
        line = next(one for one in self.lines if one.guest == guest)
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._nobody.setVisible(not self.lines)
        self._tell()

    def _kept(self) -> int | None:
        text = self.withheld.text().strip()
        if not text:
            return 0
        try:
            return parse_money(text, self._currency).minor
        except ReceptionError:
            return None

    def _left(self) -> int:
        """What of the row nobody got yet, in minor units; below zero when too much is given."""
        given = sum(line.amount or 0 for line in self.lines)
        return self._row.amount + (self._kept() or 0) - given

    def _tell(self) -> None:
        """Say what is left over, and whether it can be booked like that."""
        translate = QCoreApplication.translate
        left = self._left()
        amount = format_money(Money(abs(left), self._currency))
        if left < 0:
            self.left.setText(filled(translate("SplitDialog", "%1 too much"), amount))
            self.left.set_tone("danger")
        else:
            self.left.setText(filled(translate("SplitDialog", "%1 left over"), amount))
            self.left.set_tone("warn" if left else "good")
        self.book.setEnabled(self.order() is not None)

    def _take(self) -> None:
        if self.order() is not None:
            self.accept()
