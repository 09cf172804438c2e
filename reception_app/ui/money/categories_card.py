"""What came in by category: how much of what was charged is there."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.domain.fee import FeePlan
from reception_app.domain.money import format_money
from reception_app.services.totals import CategoryTotals
from reception_app.ui import theme
from reception_app.ui.guests.guest_table import category_name
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.label import Label, set_tooltip
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type

_EDGE = theme.GRID * 2


class CategoriesCard(Card):
    """A line for each category, filled by the share of its fees that was received."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("CategoriesCard", "Received by category"), padding=0
        )
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._lines.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidget(self._inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroll, 1)

    def show_categories(self, categories: tuple[CategoryTotals, ...], plan: FeePlan) -> None:
        """Show the categories that were charged or paid, in the order of the fee plan."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = [one for one in categories if one.charged or one.paid]
        for one in shown:
            self._lines.addWidget(CategoryLine(one, _name(one, plan)))
        if not shown:
            words = QCoreApplication.translate("CategoriesCard", "No fees are charged yet.")
            self._lines.addWidget(Label(words, tone="muted", wrap=True))
        self._lines.addStretch()


class CategoryLine(QWidget):
    """Name, received sum, and the line filled by its share of what was charged."""

    def __init__(self, totals: CategoryTotals, name: str) -> None:
        super().__init__()
        received, charged = totals.paid - totals.refunded, totals.charged - totals.waived
        self.amount = Label(format_money(received))
        line = ProgressLine()
        line.set_share(received.minor, charged.minor)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(Label(name, elide=True), 1)
        head.addWidget(self.amount)
        head.addWidget(Label(f"/ {format_money(charged)}", size=Type.SMALL, tone="muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(line)
        words = QCoreApplication.translate("CategoriesCard", "%1: %2 of %3 received")
        set_tooltip(self, filled(words, name, received, charged))


def _name(totals: CategoryTotals, plan: FeePlan) -> str:
    if not totals.category:
        return QCoreApplication.translate("CategoriesCard", "Without category")
    return category_name(plan, totals.category)
