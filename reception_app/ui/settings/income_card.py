"""The income a fee plan brings: what is charged, what is to come, and what the invited may add."""

from PySide6.QtCore import QCoreApplication

from reception_app.domain.fee import FeePlan
from reception_app.domain.money import Money, format_money
from reception_app.services.repricing import CategoryIncome, IncomePreview
from reception_app.ui import theme
from reception_app.ui.guests.guest_table import category_colour, category_name
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.card import Card
from reception_app.wording import Wording

_HEAD_HEIGHT = 40


class IncomeCard(Card):
    """One line a category, and the sum of all."""

    def __init__(self, wording: Wording) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("IncomeCard", "What the fees bring"), padding=0)
        self._wording = wording
        self.table = RowTable(
            (
                Heading(translate("IncomeCard", "Category"), 0),
                Heading(translate("IncomeCard", "Coming"), 80, is_figure=True),
                Heading(translate("IncomeCard", "Charged"), 120, is_figure=True),
                Heading(translate("IncomeCard", "To charge"), 120, is_figure=True),
                Heading(translate("IncomeCard", "Expected"), 130, is_figure=True),
                Heading(translate("IncomeCard", "Invited"), 80, is_figure=True),
                Heading(translate("IncomeCard", "If all come"), 130, is_figure=True),
            )
        )
        self.body.addWidget(self.table)

    def show_income(self, income: IncomePreview, plan: FeePlan) -> None:
        """Show what the plan brings; categories nobody has stay in sight."""
        rows = [_row(one, plan) for one in income.categories if one.category]
        uncategorised = [one for one in income.categories if not one.category and one.guests]
        no_category = QCoreApplication.translate("IncomeCard", "No category")
        rows += [_row(one, plan, no_category) for one in uncategorised]
        zero = Money(0, plan.currency)
        sums = [
            sum((one.charged - one.waived for one in income.categories), zero),
            sum((one.to_charge for one in income.categories), zero),
            income.expected,
        ]
        coming = sum(one.guests for one in income.categories)
        invited = sum(one.invited for one in income.categories)
        best = income.expected + income.if_they_come
        total = QCoreApplication.translate("IncomeCard", "All")
        rows.append(
            Row(
                "",
                (
                    Cell(total, bold=True, order="\uffff"),
                    Cell(f"{coming:,}", bold=True),
                    *(Cell(format_money(amount), bold=True) for amount in sums),
                    Cell(f"{invited:,}", bold=True),
                    Cell(format_money(best), bold=True),
                ),
            )
        )
        self.table.show_rows(rows)
        self.table.setFixedHeight(_HEAD_HEIGHT + len(rows) * theme.ROW_HEIGHT)


def _row(one: CategoryIncome, plan: FeePlan, name: str = "") -> Row:
    best = one.expected + one.if_they_come
    return Row(
        one.category,
        (
            Cell(
                name or category_name(plan, one.category),
                swatch=category_colour(plan, one.category),
            ),
            Cell(f"{one.guests:,}", order=one.guests),
            Cell(format_money(one.charged - one.waived), order=one.charged.minor),
            Cell(format_money(one.to_charge), order=one.to_charge.minor),
            Cell(format_money(one.expected), order=one.expected.minor),
            Cell(f"{one.invited:,}", order=one.invited),
            Cell(format_money(best), order=best.minor),
        ),
    )
