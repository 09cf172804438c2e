"""Who brought whom, as a tree with figures; Enter leads to the guest."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from reception_app.domain.money import format_money
from reception_app.services.introductions import Introduced
from reception_app.ui import theme
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled

_KEY = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 860
_LINES = 12


class IntroducersDialog(FormDialog):
    """One line an introducer; whom they brought stands below, introducers among them unfolded."""

    def __init__(self, window: QWidget, lines: Sequence[Introduced]) -> None:
        translate = QCoreApplication.translate
        count, heads = len(lines), sum(line.heads for line in lines)
        meaning = filled(
            translate("IntroducersDialog", "%n introducer(s) brought %1 guests.", "", count), heads
        )
        super().__init__(
            window,
            translate("IntroducersDialog", "Who brought whom"),
            deed=translate("IntroducersDialog", "Show the guest"),
            meaning=meaning,
            width=_WIDTH,
        )
        self.model = QStandardItemModel(self)
        self.model.setHorizontalHeaderLabels(
            [
                translate("IntroducersDialog", "Introducer"),
                translate("IntroducersDialog", "Brought"),
                translate("IntroducersDialog", "Arrived"),
                translate("IntroducersDialog", "Paid"),
                translate("IntroducersDialog", "Due"),
                translate("IntroducersDialog", "In all"),
            ]
        )
        self.view = QTreeView()
        self._fill(lines)
        self._build_layout()
        self.view.selectionModel().currentChanged.connect(self._allow)
        self.view.doubleClicked.connect(self.accept)
        self._select_first()
        if not lines:
            nobody = translate("IntroducersDialog", "No guest names an introducer.")
            self.body.addWidget(Label(nobody, tone="muted"))

    @classmethod
    def ask(cls, window: QWidget, lines: Sequence[Introduced]) -> str | None:
        """The id of the guest to show; None when the tree was only looked at."""
        dialog = cls(window, lines)
        return dialog.selected if dialog.taken() else None

    @property
    def selected(self) -> str | None:
        """The id of the selected guest, None for an introducer who is no guest."""
        index = self.view.currentIndex()
        key = index.siblingAtColumn(0).data(_KEY) if index.isValid() else None
        return str(key) if key else None

    def _build_layout(self) -> None:
        self.view.setModel(self.model)
        self.view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.view.setUniformRowHeights(True)
        self.view.setMinimumHeight(_LINES * theme.SMALL_CONTROL_HEIGHT)
        self.view.expandAll()
        self._span_guests()
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((80, 80, 124, 124, 80), start=1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.body.addWidget(self.view)

    def _fill(self, lines: Sequence[Introduced]) -> None:
        """Hang each introducer below who brought them, or at the top; then whom they brought."""
        over: list[QStandardItem] = [self.model.invisibleRootItem()]
        for line in lines:
            del over[line.depth + 1 :]
            one = line.introducer
            name = f"{one.guest.number} {one.name}" if one.guest else one.name
            figures = (
                str(line.heads),
                str(line.arrived),
                format_money(line.paid),
                format_money(line.due),
                str(one.reach),
            )
            row = [_item(name, one.guest.id if one.guest else "", bold=True)]
            row += [_item(figure, "", right=True) for figure in figures]
            over[line.depth].appendRow(row)
            over.append(row[0])
            introducers = {below.guest.id for below in one.below if below.guest}
            for guest in one.brought:
                if guest.id not in introducers:
                    words = f"{guest.number} {guest.name}　{guest.company}".rstrip()
                    row[0].appendRow([_item(words, guest.id)])

    def _span_guests(self) -> None:
        """Let the guests who brought nobody have the whole width: they have no figures."""
        waiting = [self.model.invisibleRootItem()]
        while waiting:
            over = waiting.pop()
            for row in range(over.rowCount()):
                item = over.child(row)
                if item.hasChildren():
                    waiting.append(item)
                elif over is not self.model.invisibleRootItem():
                    self.view.setFirstColumnSpanned(row, over.index(), True)  # noqa: FBT003 - Qt's signature

    def _select_first(self) -> None:
        if self.model.rowCount():
            index = self.model.index(0, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.setFocus()
        self._allow()

    def _allow(self) -> None:
        self.deed.setEnabled(self.selected is not None)


def _item(text: str, key: str, *, right: bool = False, bold: bool = False) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, _KEY)
    item.setSizeHint(QSize(0, theme.SMALL_CONTROL_HEIGHT))
    item.setFont(theme.font(theme.Type.BASE, bold=bold))
    if right:
        item.setTextAlignment(_RIGHT)
    return item
