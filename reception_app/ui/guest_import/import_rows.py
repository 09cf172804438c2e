"""What a list holds, in three tables: its guests, what it changes, and what to look at."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate

from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.domain.fee import FeePlan
from reception_app.services.guest_import import ImportPreview
from reception_app.ui import theme
from reception_app.ui.guest_import.import_changes import ChangeTable
from reception_app.ui.guest_import.import_tables import CellTable, doubt_rows, guest_rows, raw_rows
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.parts.table import Table
from reception_app.wording import Wording

_RAW_ROWS = 60
_GUESTS, _CHANGES, _TO_LOOK_AT = 0, 1, 2
"""The tabs, from the left."""


class ImportRows(Card):
    """The rows of a list, as far as they are understood.

    `heading_pointed` carries the row (from 0) a person double-clicked while the rows are shown as
    they lie; `refused_asked` asks for the rows that are not taken as a file.
    """

    heading_pointed = Signal(int)
    refused_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._preview: ImportPreview | None = None
        self.tabs = ChipRow("", "", "")
        self.refused = ActionButton(
            QCoreApplication.translate("ImportRows", "Save rows not taken…")
        )
        self.rows = CellTable(self)
        self.table = Table()
        self.changes = ChangeTable(wording, self)
        self.change_view = Table()
        self._build_layout()
        self._connect()

    def show_raw(self, raw: RawList) -> None:
        """Show the rows as they lie, so that the person shows us the headings."""
        self._preview = None
        for part in (self.tabs, self.refused, self.change_view):
            part.hide()
        self.table.show()
        self.rows.show_rows(*raw_rows(raw, most=_RAW_ROWS))
        self.table.set_widths(56, *(140 for _ in range(self.rows.columnCount() - 1)))

    def show_preview(self, preview: ImportPreview, plan: FeePlan) -> None:
        """Show what importing the list would do."""
        self._preview = preview
        self.changes.show_preview(preview, plan)
        translate, listed = QCoreApplication.translate, preview.listed
        decisions = self.changes.rowCount()
        doubts = len(listed.refused) + len(listed.warnings) + len(listed.skipped)
        captions = (
            (translate("ImportRows", "Guests %1"), len(listed.guests)),
            (translate("ImportRows", "Changes %1"), decisions),
            (translate("ImportRows", "To look at %1"), doubts),
        )
        for chip, (caption, count) in zip(self.tabs.chips, captions, strict=True):
            chip.set_caption(filled(caption, f"{count:,}"))
        self.tabs.chips[_CHANGES].setVisible(decisions > 0)
        if self.tabs.current == _CHANGES and not decisions:
            self.tabs.choose(_GUESTS)
        self.tabs.show()
        self._show_tab()

    def _build_layout(self) -> None:
        self.table.setModel(self.rows)
        self.change_view.setModel(self.changes)
        self.change_view.setItemDelegateForColumn(0, QStyledItemDelegate(self.change_view))
        self.change_view.set_widths(44, 132, 140, 0, 150)
        for view in (self.table, self.change_view):
            view.setSelectionMode(Table.SelectionMode.SingleSelection)
        head = QHBoxLayout()
        head.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.refused)
        self.body.setContentsMargins(1, theme.GRID * 2, 1, theme.GRID)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.change_view, 1)

    def _connect(self) -> None:
        self.refused.setAutoDefault(False)
        self.refused.clicked.connect(self.refused_asked)
        self.tabs.chosen.connect(self._show_tab)
        self.table.doubleClicked.connect(self._point)

    def _show_tab(self) -> None:
        if self._preview is None:
            return
        listed, tab = self._preview.listed, self.tabs.current
        self.table.setVisible(tab != _CHANGES)
        self.change_view.setVisible(tab == _CHANGES)
        self.refused.setVisible(tab == _TO_LOOK_AT and bool(listed.refused))
        if tab == _GUESTS:
            self.rows.show_rows(*guest_rows(listed.guests, self._preview.known, self._wording))
            self.table.set_widths(52, 140, 0, 84, 104, 64)
        elif tab == _TO_LOOK_AT:
            self.rows.show_rows(*doubt_rows(listed, self._wording))
            self.table.set_widths(56, 64, 204, 0)

    def _point(self, index: QModelIndex) -> None:
        if self._preview is None:
            self.heading_pointed.emit(index.row())
