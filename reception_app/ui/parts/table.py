"""The calm table: 44-px rows, two lines where they help, nothing cut without a tooltip."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from reception_app.ui import theme
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.text_lines import draw_figure, figure_width
from reception_app.ui.theme import Type, colours_of

_PADDING = 12
_SWATCH = 10
_COMMON = "\uffff"
_CHIP_HEIGHT, _CHIP_PADDING, _CHIP_GAP = 22, 8, 4

Index = QModelIndex | QPersistentModelIndex


class CellRole(IntEnum):
    """What a model may say of a cell besides its text (`DisplayRole`).

    `SECOND_LINE` is a smaller quiet line below, `SWATCH` the `#rrggbb` of a square before the text,
    `TONE` a `Tone`, `BOLD` whether the text is bold, `SORT_KEY` what the column sorts by, `CHIPS`
    words to be shown each as a chip in place of the text. `FIGURE` says that it is a number:
    figures stand right and have equally wide digits (let the model align their heading right, too).
    """

    SECOND_LINE = Qt.ItemDataRole.UserRole + 1
    SWATCH = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    BOLD = Qt.ItemDataRole.UserRole + 4
    FIGURE = Qt.ItemDataRole.UserRole + 5
    SORT_KEY = Qt.ItemDataRole.UserRole + 6
    CHIPS = Qt.ItemDataRole.UserRole + 7


class Cell(NamedTuple):
    """What one cell says, in the words of `CellRole`."""

    text: str
    second: str = ""
    is_bold: bool = False
    is_figure: bool = False
    swatch: str = ""
    chips: Sequence[str] = ()
    tone: Tone = "ink"


class Table(QTableView):
    """A table of rows to choose from; put it into a `Card` with `padding=0`."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_widths(self, *widths: int) -> None:
        """Give the columns these widths in px; 0 shares what is left over."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            if width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


class CellDelegate(QStyledItemDelegate):
    """Paints one cell by the roles of `CellRole`, and tells what was cut."""

    def cell(self, index: Index) -> Cell:
        """What a cell says; a view of many cells may know a shorter way than one role at a time."""
        data = index.data
        return Cell(
            text=_text(index),
            second=str(data(CellRole.SECOND_LINE) or ""),
            is_bold=bool(data(CellRole.BOLD)),
            is_figure=bool(data(CellRole.FIGURE)),
            swatch=data(CellRole.SWATCH) or "",
            chips=data(CellRole.CHIPS) or (),
            tone=data(CellRole.TONE) or "ink",
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, line, swatch and the one or two lines of text."""
        colours, cell = colours_of(_widget(option)), self.cell(index)
        area = QRectF(rect_of(option))
        painter.save()
        if QStyle.StateFlag.State_Selected in _state(option):
            painter.fillRect(area, _colour(colours.accent_soft))
        painter.setPen(_pen(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if cell.swatch:
            _draw_swatch(painter, cell.swatch, inside)
            inside.setLeft(inside.left() + 2 * theme.GRID)
        painter.setPen(_colour(getattr(colours, cell.tone)))
        painter.setFont(_font(Type.BASE, bold=cell.is_bold))
        # Names stand bold; companions of one host differ only in how theirs end.
        elision = Qt.TextElideMode.ElideMiddle if cell.is_bold else Qt.TextElideMode.ElideRight
        if cell.is_figure:
            draw_figure(painter, cell.text, inside)
        elif cell.chips:
            _draw_chips(painter, cell.chips, inside, colours)
        elif cell.second:
            middle = area.center().y()
            upper = QRectF(inside.left(), middle - 19, inside.width(), 20)
            _draw_line(painter, cell.text, upper, elision)
            painter.setPen(_colour(colours.muted))
            painter.setFont(_font(Type.SMALL))
            _draw_line(painter, cell.second, upper.translated(0, 19))
        else:
            _draw_line(painter, cell.text, inside, elision)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Room for the whole text, in px."""
        cell = self.cell(index)
        font = _font(Type.BASE, bold=cell.is_bold)
        if cell.is_figure:
            width = round(figure_width(cell.text, font))
        else:
            width = QFontMetrics(font).horizontalAdvance(cell.text)
        second = QFontMetrics(_font(Type.SMALL)).horizontalAdvance(cell.second)
        extra = 2 * theme.GRID if cell.swatch else 0
        extra += len(cell.chips) * 2 * _CHIP_PADDING
        return QSize(max(width, second) + 2 * _PADDING + extra, theme.ROW_HEIGHT)

    def helpEvent(  # noqa: N802 - Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cut cell as tooltip, or the one the model offers."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        offered = index.data(Qt.ItemDataRole.ToolTipRole)
        cut = self.sizeHint(option, index).width() > rect_of(option).width()
        cell = self.cell(index)
        both = "\n".join(part for part in (cell.text, cell.second) if part)
        tip = offered or (both if cut else "")
        QToolTip.showText(event.globalPos(), tip, view)
        return True


def _text(index: Index) -> str:
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if shown is None else str(shown)


@lru_cache(maxsize=8)
def _font(size: int, *, bold: bool = False) -> QFont:
    """A font that is only painted with: making one anew for each cell takes as long as the text."""
    return theme.font(size, bold=bold)


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=8)
def _pen(name: str) -> QPen:
    return QPen(QColor(name), 1)


def _draw_swatch(painter: QPainter, colour: str, inside: QRectF) -> None:
    top = inside.center().y() - _SWATCH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(colour))
    painter.drawRoundedRect(QRectF(inside.left(), top, _SWATCH, _SWATCH), 2, 2)


def _draw_line(
    painter: QPainter,
    text: str,
    area: QRectF,
    elision: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    # No common sign is wider than its font is high: most texts need not be measured to fit.
    if len(text) * painter.font().pixelSize() > area.width() or max(text, default="") > _COMMON:
        text = painter.fontMetrics().elidedText(text, elision, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


def _draw_chips(
    painter: QPainter, chips: Sequence[str], area: QRectF, colours: theme.Colours
) -> None:
    """Chips from the left, as many as fit; what is cut ends in `…`."""
    left = area.left()
    painter.setFont(_font(Type.SMALL))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for text in chips:
        room = area.right() - left - 2 * _CHIP_PADDING
        if room < _CHIP_PADDING:
            return
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        width = painter.fontMetrics().horizontalAdvance(shown) + 2 * _CHIP_PADDING
        chip = QRectF(left, area.center().y() - _CHIP_HEIGHT / 2, width, _CHIP_HEIGHT)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.inset))
        painter.drawRoundedRect(chip, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        painter.setPen(QColor(colours.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        left += width + _CHIP_GAP


# The type stubs of PySide6 leave out the fields QStyleOptionViewItem inherits.


def rect_of(option: Any) -> Any:
    """The area of the cell."""
    return option.rect


def _state(option: Any) -> Any:
    return option.state


def _widget(option: Any) -> QWidget:
    widget = option.widget
    assert isinstance(widget, QWidget)
    return widget
