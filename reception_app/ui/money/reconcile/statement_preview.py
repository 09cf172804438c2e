"""What taking a statement in would do: counts, balances, doubts, columns, and every row."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reception_app.documents.bank_statement.columns import BankColumns
from reception_app.domain.money import Money, format_money, format_number
from reception_app.domain.statement import IdentifiedRow, Statement, StatementRow
from reception_app.services.statement_import import StatementPreview
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.money.reconcile.statement_columns import StatementColumns
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_MOST_SHOWN = 2000
"""Rows put into the table: nobody looks through more, and all are counted."""


class StatementPart(QWidget):
    """Everything a person looks at and corrects before a statement is taken in."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.counts = Label(size=Type.LARGE, bold=True, wrap=True)
        self.balances = Label(wrap=True)
        self.warnings = Label(tone="warn", wrap=True)
        self.agreed = QCheckBox(
            QCoreApplication.translate("StatementPart", "I compared it: take it in all the same")
        )
        self.columns = StatementColumns(wording)
        self.table = RowTable(_headings())
        self._columns_card = Card(
            QCoreApplication.translate("StatementPart", "What the columns hold"), padding=0
        )
        self._build_layout()

    def show_preview(self, preview: StatementPreview, columns: BankColumns | None) -> None:
        """Show what taking this statement in would do, its columns read like that."""
        statement = preview.statement
        self.counts.setText(_counts(preview))
        self._show_balances(statement)
        said = [
            self._wording.text("statement_warning", one.kind.value, number=one.number)
            for one in statement.warnings
        ]
        said += [self._wording.text("import_doubt", doubt.value) for doubt in preview.doubts]
        self.warnings.setText("\n".join(said))
        self.warnings.setVisible(bool(said))
        self.agreed.setVisible(bool(preview.doubts))
        self.agreed.setChecked(False)
        self._columns_card.setVisible(columns is not None)
        if columns is not None:
            self.columns.show_columns(columns, preview.opened.rows)
        self.table.show_rows(self._rows(preview))

    def show_columns_only(self, columns: BankColumns, rows: Sequence[Sequence[str]]) -> None:
        """Nothing can be read as the columns stand: they are left to be corrected."""
        for part in (self.counts, self.balances, self.warnings):
            part.setText("")
        self.agreed.hide()
        self.columns.show_columns(columns, rows)
        self._columns_card.show()
        self.table.show_rows(())

    def _build_layout(self) -> None:
        self._columns_card.body.addWidget(self.columns)
        rows = Card(padding=0)
        rows.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (self.counts, self.balances, self.warnings, self.agreed):
            column.addWidget(part)
        column.addSpacing(theme.GRID)
        column.addWidget(self._columns_card)
        column.addWidget(rows, 1)

    def _show_balances(self, statement: Statement) -> None:
        translate = QCoreApplication.translate
        if statement.opening is None or statement.closing is None:
            self.balances.setText(
                translate("StatementPart", "The statement gives no balances to compare.")
            )
            self.balances.set_tone("muted")
            return
        moved = sum(row.amount for row in statement.rows)
        amounts = [
            format_money(Money(minor, statement.currency))
            for minor in (statement.opening, moved, statement.closing)
        ]
        if statement.difference:
            words = translate(
                "StatementPart",
                "✕ Opening %1 + rows %2 is not closing %3: rows are missing or cannot be read.",
            )
        else:
            words = translate("StatementPart", "✓ Opening %1 + rows %2 = closing %3")
        self.balances.setText(filled(words, *amounts))
        self.balances.set_tone("danger" if statement.difference else "good")

    def _rows(self, preview: StatementPreview) -> list[Row]:
        """The red rows first, then the new ones, then those that are known."""
        translate = QCoreApplication.translate
        statement = preview.statement
        rows = [
            Row(
                f"red{one.number}",
                (
                    Cell(translate("StatementPart", "cannot be read"), tone="danger"),
                    Cell(filled(translate("StatementPart", "row %1"), one.number), tone="danger"),
                    Cell(
                        one.text,
                        second=self._wording.text("row_trouble", one.trouble.value),
                        tone="danger",
                    ),
                    Cell(""),
                    Cell(""),
                ),
            )
            for one in statement.unreadable
        ]
        new_word, known_word = (
            translate("StatementPart", "new"),
            translate("StatementPart", "known already"),
        )
        fresh = {id(one.row) for one in preview.new}
        rows += [_row(one, new_word, statement.currency) for one in preview.new]
        rows += [
            _row(IdentifiedRow(row, number), known_word, statement.currency, known=True)
            for number, row in enumerate(statement.rows)
            if id(row) not in fresh
        ]
        return rows[:_MOST_SHOWN]


def _counts(preview: StatementPreview) -> str:
    translate = QCoreApplication.translate
    new, known, red = len(preview.new), preview.known, len(preview.statement.unreadable)
    told = [
        translate("StatementPart", "%n new", "", new),
        translate("StatementPart", "%n known", "", known),
    ]
    if red:
        told.append(translate("StatementPart", "%n cannot be read", "", red))
    return " · ".join(told)


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(translate("StatementPart", "What happens"), 128),
        Heading(translate("StatementPart", "Date"), 124),
        Heading(translate("StatementPart", "Payer or purpose"), 0),
        Heading(translate("StatementPart", "Amount"), 112, is_figure=True),
        Heading(translate("StatementPart", "Balance"), 120, is_figure=True),
    )


def _row(one: IdentifiedRow, word: str, currency: str, *, known: bool = False) -> Row:
    row: StatementRow = one.row
    balance = "" if row.balance is None else format_number(Money(row.balance, currency))
    return Row(
        f"{word}{id(row)}",
        (
            Cell(word, tone="muted" if known else "good"),
            Cell(f"{row.date:%Y-%m-%d}", tone="muted"),
            Cell(row.text, second=row.kind if row.kind != row.text else ""),
            Cell(format_number(Money(row.amount, currency)), bold=not known, order=row.amount),
            Cell(balance, tone="muted", order=row.balance),
        ),
    )
