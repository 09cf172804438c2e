"""The bank book in the window: the statement less what is not matched is what the books have."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.money import Money, format_money, format_number
from reception_app.services.bank_book import BankBook, BookLine, BookLineKind, bank_book
from reception_app.storage import settings
from reception_app.storage.guests import find_guest
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_EDGE = theme.GRID * 2
_NAMED = 3
_GREEN, _AMBER, _GREY, _BLUE = "#00795C", "#F5B301", "#98A2B3", "#2F56D9"
_FILTERS: tuple[frozenset[BookLineKind], ...] = (
    frozenset(BookLineKind),
    frozenset({BookLineKind.STATEMENT_ONLY, BookLineKind.IN_PART, BookLineKind.IGNORED}),
    frozenset({BookLineKind.BOOKS_ONLY}),
)


class BankBookView(QWidget):
    """Every line with the books' balance; `row_asked` carries the row a person opened."""

    row_asked = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._currency = "JPY"
        self._book: BankBook | None = None
        translate = QCoreApplication.translate
        self.check = Label(bold=True, wrap=True)
        self.missing = Label(tone="warn", wrap=True)
        self.filters = ChipRow(
            translate("BankBookView", "All"),
            translate("BankBookView", "Only on the statement"),
            translate("BankBookView", "Only in the books"),
        )
        self.table = RowTable(
            (
                Heading(translate("BankBookView", "Date"), 84),
                Heading(translate("BankBookView", "State"), 168),
                Heading(translate("BankBookView", "Text"), 0),
                Heading(translate("BankBookView", "Statement"), 112, is_figure=True),
                Heading(translate("BankBookView", "Books"), 112, is_figure=True),
                Heading(translate("BankBookView", "Balance of the books"), 152, is_figure=True),
            )
        )
        self._build_layout()
        self.filters.chosen.connect(self._show_lines)
        self.table.activated.connect(self._open)

    def refresh(self) -> None:
        """Read the book again."""
        event = self._workplace.event_file
        self._currency = settings.find_event(event).currency
        self._book = bank_book(event)
        if self._book is not None:
            self._tell(self._book)
        self._show_lines()

    def _build_layout(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(4)
        head.addWidget(self.check)
        head.addWidget(self.missing)
        chips = QHBoxLayout()
        chips.addWidget(self.filters)
        chips.addStretch()
        head.addSpacing(4)
        head.addLayout(chips)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFocusProxy(self.table)

    def _tell(self, book: BankBook) -> None:
        """The identity in words: both sides counted on their own."""
        translate, sums = QCoreApplication.translate, book.sums
        agrees = sums.from_rows == sums.rows - sums.unmatched
        words = translate(
            "BankBookView",
            "%1 Statement %2 − not matched %3 − ignored %4 = matched in the books %5",
        )
        amounts = (sums.rows, sums.unmatched - sums.ignored, sums.ignored, sums.from_rows)
        self.check.setText(filled(words, "✓" if agrees else "✕", *map(self._money, amounts)))
        self.check.set_tone("good" if agrees else "danger")
        told = []
        if sums.without_row:
            only = translate("BankBookView", "%1 are in the books and on no statement.")
            told.append(filled(only, self._money(sums.without_row)))
        if sums.gap:
            gap = translate("BankBookView", "A statement in between is missing: %1.")
            told.append(filled(gap, self._money(sums.gap)))
        self.missing.setText(" ".join(told))
        self.missing.setVisible(bool(told))

    def _show_lines(self) -> None:
        kinds = _FILTERS[self.filters.current]
        lines = self._book.lines if self._book else ()
        self.table.show_rows([self._row(line) for line in reversed(lines) if line.kind in kinds])

    def _row(self, line: BookLine) -> Row:
        colour, words, tone = _kind_words(line.kind)
        named = [
            guest.name
            for one in line.guests[:_NAMED]
            if (guest := find_guest(self._workplace.event_file, one))
        ]
        more = f" +{len(line.guests) - _NAMED}" if len(line.guests) > _NAMED else ""
        return Row(
            line.row or f"entry {line.entry}",
            (
                Cell(f"{line.day:%m/%d}", tone="muted", order=line.day.isoformat()),
                Cell(words, swatch=colour, tone=tone, order=line.kind.value),
                Cell(line.text, second="・".join(named) + more),
                self._figure(line.stated),
                self._figure(line.booked, bold=True),
                self._figure(line.balance),
            ),
        )

    def _figure(self, minor: int, *, bold: bool = False) -> Cell:
        words = format_number(Money(minor, self._currency)) if minor else ""
        return Cell(words, bold=bold, order=minor)

    def _open(self, index: QModelIndex) -> None:
        key = str(index.data(Qt.ItemDataRole.UserRole))
        if not key.startswith("entry "):
            self.row_asked.emit(key)

    def _money(self, minor: int) -> str:
        return format_money(Money(minor, self._currency))


def _kind_words(kind: BookLineKind) -> tuple[str, str, Tone]:
    """Colour, word and tone of the side a line stands on."""
    translate = QCoreApplication.translate
    words: dict[BookLineKind, tuple[str, str, Tone]] = {
        BookLineKind.BOTH: (_GREEN, translate("BankBookView", "Matched"), "muted"),
        BookLineKind.IN_PART: (_AMBER, translate("BankBookView", "In part"), "warn"),
        BookLineKind.STATEMENT_ONLY: (_AMBER, translate("BankBookView", "Not matched"), "warn"),
        BookLineKind.IGNORED: (_GREY, translate("BankBookView", "Ignored"), "muted"),
        BookLineKind.BOOKS_ONLY: (_BLUE, translate("BankBookView", "Only in the books"), "ink"),
    }
    return words[kind]
