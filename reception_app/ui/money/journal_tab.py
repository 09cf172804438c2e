"""The journal 仕訳帳, for whoever wants debit and credit: every posting, found by words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from reception_app.documents.ledger_book import JournalLine
from reception_app.domain.guest import fold
from reception_app.domain.money import Money, format_number
from reception_app.services.account_names import AccountNames, account_names
from reception_app.services.ledger_collection import collect_journal
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.parts.table import CellRole, Index, Table
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

_NOWHERE = QModelIndex()
_EDGE = theme.GRID * 2
_WIDTHS = (56, 136, 148, 0, 100, 100, 148, 120)
_FIGURES = frozenset({0, 4, 5})
_ACCOUNT, _DEBIT, _CREDIT = 3, 4, 5


class JournalTable(QAbstractTableModel):
    """Holds the lines it was given and writes out only those that are on show."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds = wording.table("entry_kind")
        self._lines: tuple[JournalLine, ...] = ()
        self._names = AccountNames({}, {})
        self._currency = "JPY"
        translate = QCoreApplication.translate
        self._headings = (
            translate("JournalTab", "No."), translate("JournalTab", "Time"),
            translate("JournalTab", "Act"), translate("JournalTab", "Account"),
            translate("JournalTab", "Debit"), translate("JournalTab", "Credit"),
            translate("JournalTab", "Guest"), translate("JournalTab", "Reason"),
        )  # fmt: skip

    def show_lines(self, lines: Sequence[JournalLine], names: AccountNames, currency: str) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines, self._names, self._currency = tuple(lines), names, currency
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many postings there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings, above sums on the right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _FIGURES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(line)[column]
        shown = {
            CellRole.SECOND_LINE: line.account if column == _ACCOUNT else None,
            CellRole.FIGURE: column in _FIGURES,
            CellRole.BOLD: column in {_DEBIT, _CREDIT},
            CellRole.TONE: "muted" if line.corrects else "ink",
        }
        return shown.get(role)  # type: ignore[call-overload]  # roles are whole numbers all

    def _texts(self, line: JournalLine) -> tuple[str, ...]:
        amount = format_number(Money(abs(line.amount), self._currency))
        return (
            str(line.entry),
            line.at.strftime("%m-%d %H:%M"),
            self._kinds[line.kind],
            self._names.of(line.account),
            amount if line.amount > 0 else "",
            amount if line.amount < 0 else "",
            f"{line.guest} {line.guest_name}" if line.guest is not None else line.note,
            line.reason,
        )


class JournalTab(MoneyTab):
    """All postings in order, or those in which words are found, or the corrections."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        translate = QCoreApplication.translate
        self._lines: tuple[JournalLine, ...] = ()
        self._names = AccountNames({}, {})
        self._currency = "JPY"
        self._folded: list[tuple[int, str]] | None = None
        self.filters = ChipRow(
            translate("JournalTab", "All"), translate("JournalTab", "Corrections")
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("JournalTab", "Guest, account, act, reason…"))
        self.search.setClearButtonEnabled(True)
        self.count = Label(tone="muted")
        self.table = Table()
        self.rows = JournalTable(workplace.wording, self)
        self.table.setModel(self.rows)
        self.table.set_widths(*_WIDTHS)
        self._build_layout()
        self.search.textChanged.connect(self._show_matching)
        self.filters.chosen.connect(self._show_matching)

    def refresh(self) -> None:
        """Read the journal again."""
        event_file, wording = self.workplace.event_file, self.workplace.wording
        self._lines, self._folded = collect_journal(event_file, wording), None
        self._names = account_names(event_file, wording)
        self._currency = settings.find_event(event_file).currency
        self._show_matching()

    def _build_layout(self) -> None:
        self.search.setMaximumWidth(300)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.filters)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.search, 1)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFocusProxy(self.search)

    def _show_matching(self) -> None:
        words, corrections = fold(self.search.text()), bool(self.filters.current)
        lines: Sequence[JournalLine] = self._lines
        if corrections:
            lines = [line for line in lines if line.corrects]
        if words:
            found = {n for n, told in self._searched() if words in told}
            lines = [line for line in lines if line.entry in found]
        self.rows.show_lines(lines, self._names, self._currency)
        count = len({line.entry for line in lines})
        text = QCoreApplication.translate("JournalTab", "%1 entries, %2 postings")
        self.count.setText(filled(text, f"{count:,}", f"{len(lines):,}"))

    def _searched(self) -> list[tuple[int, str]]:
        """What words are looked for in, by the number of the entry; made once, at the first key."""
        if self._folded is None:
            kinds = self.workplace.wording.table("entry_kind")
            self._folded = [
                (line.entry, fold(" ".join(self._told(line, kinds[line.kind]))))
                for line in self._lines
            ]
        return self._folded

    def _told(self, line: JournalLine, act: str) -> tuple[str, ...]:
        return (
            str(line.entry), line.account, self._names.of(line.account), act,
            str(line.guest or ""), line.guest_name, line.reason, line.note, line.receipt,
        )  # fmt: skip
