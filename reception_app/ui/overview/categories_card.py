"""Who is in by category; each line opens the guests behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reception_app.domain.fee import FeePlan
from reception_app.storage.admissions import CategoryCount
from reception_app.ui import theme
from reception_app.ui.guests.guest_table import category_colour, category_name
from reception_app.ui.overview.figure_row import FigureRow
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label


class CategoriesCard(Card):
    """A filling line for each category; `category_asked` carries the code of one to look into."""

    category_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("OverviewPage", "By category"), padding=0)
        self.rows: dict[str, FigureRow] = {}
        self._plan: FeePlan | None = None
        self._nobody = Label(
            QCoreApplication.translate("OverviewPage", "Nobody is expected yet."),
            tone="muted",
            wrap=True,
        )
        self._nobody.setContentsMargins(2 * theme.GRID, 0, 2 * theme.GRID, 0)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addWidget(self._nobody)
        column.addLayout(self._lines)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)

    def show_categories(self, counts: Sequence[CategoryCount], plan: FeePlan) -> None:
        """Show these categories, in this order; lines that stay are not made anew."""
        if plan != self._plan or [one.category for one in counts] != list(self.rows):
            self._make_rows(counts, plan)
        for count in counts:
            self.rows[count.category].show_figure(
                f"{count.arrived:,}",
                f" / {count.expected:,}",
                share=count.arrived / count.expected if count.expected else 0.0,
            )
        self._nobody.setVisible(not counts)

    def _make_rows(self, counts: Sequence[CategoryCount], plan: FeePlan) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self._plan = plan
        self.rows = {}
        without = QCoreApplication.translate("OverviewPage", "Without category")
        for count in counts:
            code = count.category
            row = FigureRow(
                category_name(plan, code) if code else without, swatch=category_colour(plan, code)
            )
            row.clicked.connect(partial(self.category_asked.emit, code))
            self.rows[code] = row
            self._lines.addWidget(row)
