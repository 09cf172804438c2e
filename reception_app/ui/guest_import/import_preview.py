"""What importing a list would do: numbers, the columns' meanings, new fees, and the rows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.domain.fee import FeePlan
from reception_app.services.guest_import import ImportPreview
from reception_app.ui import theme
from reception_app.ui.guest_import.column_meanings import ColumnMeanings
from reception_app.ui.guest_import.fixed_values import FixedValues
from reception_app.ui.guest_import.import_rows import ImportRows
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.settings.category_prices import CategoryPrices
from reception_app.ui.theme import Type
from reception_app.wording import Wording


class PreviewPart(QWidget):
    """Everything a person looks at and corrects before the list is taken in."""

    def __init__(self, wording: Wording, currency: str) -> None:
        super().__init__()
        self.counts = Label(size=Type.LARGE, wrap=True)
        self.meanings = ColumnMeanings(wording)
        self.fixed = FixedValues(wording)
        self.headless = ActionButton(
            QCoreApplication.translate("PreviewPart", "The list has no headings"), key="F6"
        )
        self.prices = CategoryPrices(currency)
        self.rows = ImportRows(wording)
        self._build_layout()

    def ask_heading(self, raw: RawList) -> None:
        """Show the rows as they lie, so that the person shows us the headings."""
        self.meanings.hide()
        self._columns.hide()
        self._price_card.hide()
        self.headless.show()
        self.counts.setText(
            QCoreApplication.translate(
                "PreviewPart", "No row looks like headings. Double-click the row that holds them."
            )
        )
        self.rows.show_raw(raw)

    def show_unread(self, raw: RawList) -> None:
        """Show the rows as they lie beside the columns, one of which must be the names'."""
        self.headless.hide()
        self._columns.show()
        self._price_card.hide()
        self.counts.setText("")
        self.rows.show_raw(raw)

    def show_preview(self, preview: ImportPreview, plan: FeePlan) -> None:
        """Show what importing the list would do."""
        self.headless.hide()
        self._columns.show()
        self.fixed.show_fixed(
            preview.mapping.fixed, [category.name for category in plan.categories]
        )
        self.rows.show_preview(preview, plan)
        self.prices.show_categories(preview)
        self._price_card.setVisible(bool(preview.new_categories))
        self.counts.setText(_counts(preview))

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self._columns = columns = Card(translate("PreviewPart", "What the columns hold"), padding=0)
        columns.body.setContentsMargins(1, 1, 1, theme.GRID)
        columns.body.addWidget(self.meanings, 1)
        columns.body.addWidget(self.fixed)
        self._price_card = Card(translate("PreviewPart", "Fees of new categories"))
        self._price_card.body.addWidget(self.prices)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID * 2)
        left.addWidget(columns, 1)
        left.addWidget(self._price_card)
        both = QHBoxLayout()
        both.setSpacing(theme.GRID * 2)
        both.addLayout(left, 5)
        both.addWidget(self.rows, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        head = QHBoxLayout()
        head.addWidget(self.counts, 1)
        head.addWidget(self.headless)
        self.headless.setAutoDefault(False)
        self.headless.hide()
        column.addLayout(head)
        column.addLayout(both, 1)


def _counts(preview: ImportPreview) -> str:
    """What would happen, in numbers."""
    translate = QCoreApplication.translate
    new, companions = len(preview.new), preview.companions
    known, refused = len(preview.known), len(preview.listed.refused)
    changed, gone, in_doubt = len(preview.changed), len(preview.gone), len(preview.in_doubt)
    if not (preview.listed.guests or preview.listed.refused):
        return translate("PreviewPart", "Nobody stands below the headings of this list.")
    told = [translate("PreviewPart", "%n new guest(s)", "", new)]
    if companions:
        told.append(translate("PreviewPart", "%n companion(s)", "", companions))
    if known:
        told.append(translate("PreviewPart", "%n on the list already", "", known))
    if changed:
        told.append(translate("PreviewPart", "%n changed", "", changed))
    if gone:
        told.append(translate("PreviewPart", "%n gone", "", gone))
    if in_doubt:
        told.append(translate("PreviewPart", "%n in doubt", "", in_doubt))
    if refused:
        told.append(translate("PreviewPart", "%n row(s) not taken", "", refused))
    return " · ".join(told)
