"""The calm table: 44-px rows, two lines where they help, nothing cut without a tooltip."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

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
from reception_app.ui.label import Tone
from reception_app.ui.text_lines import draw_figure, figure_width
from reception_app.ui.theme import Type, colours_of

_PADDING = 12
_SWATCH = 10
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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, line, swatch and the one or two lines of text."""
        colours = colours_of(_widget(option))
        area = QRectF(rect_of(option))
        painter.save()
        if _state(option) & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.accent_soft))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if swatch := index.data(CellRole.SWATCH):
            top = area.center().y() - _SWATCH / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(swatch))
            painter.drawRoundedRect(QRectF(inside.left(), top, _SWATCH, _SWATCH), 2, 2)
            inside.setLeft(inside.left() + 2 * theme.GRID)
        tone: Tone = index.data(CellRole.TONE) or "ink"
        painter.setPen(QColor(getattr(colours, tone)))
        painter.setFont(_font(index))
        if index.data(CellRole.FIGURE):
            draw_figure(painter, _text(index), inside)
        elif chips := index.data(CellRole.CHIPS):
            _draw_chips(painter, chips, inside, colours)
        elif second := index.data(CellRole.SECOND_LINE):
            middle = area.center().y()
            upper = QRectF(inside.left(), middle - 19, inside.width(), 20)
            _draw_line(painter, _text(index), upper, _elision(index))
            painter.setPen(QColor(colours.muted))
            painter.setFont(theme.font(Type.SMALL))
            _draw_line(painter, second, upper.translated(0, 19))
        else:
            _draw_line(painter, _text(index), inside, _elision(index))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Room for the whole text, in px."""
        font = _font(index)
        if index.data(CellRole.FIGURE):
            width = round(figure_width(_text(index), font))
        else:
            width = QFontMetrics(font).horizontalAdvance(_text(index))
        second = QFontMetrics(theme.font(Type.SMALL)).horizontalAdvance(_second(index))
        extra = 2 * theme.GRID if index.data(CellRole.SWATCH) else 0
        extra += len(index.data(CellRole.CHIPS) or ()) * 2 * _CHIP_PADDING
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
        both = (_text(index), _second(index))
        tip = offered or ("\n".join(part for part in both if part) if cut else "")
        QToolTip.showText(event.globalPos(), tip, view)
        return True


def _text(index: Index) -> str:
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if shown is None else str(shown)


def _second(index: Index) -> str:
    return str(index.data(CellRole.SECOND_LINE) or "")


def _font(index: Index) -> QFont:
    return theme.font(Type.BASE, bold=bool(index.data(CellRole.BOLD)))


def _elision(index: Index) -> Qt.TextElideMode:
    """Names stand bold; companions of one host differ only in how theirs end."""
    is_name = bool(index.data(CellRole.BOLD))
    return Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight


def _draw_line(
    painter: QPainter,
    text: str,
    area: QRectF,
    elision: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    shown = painter.fontMetrics().elidedText(text, elision, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_chips(
    painter: QPainter, chips: Sequence[str], area: QRectF, colours: theme.Colours
) -> None:
    """Chips from the left, as many as fit; what is cut ends in `…`."""
    left = area.left()
    painter.setFont(theme.font(Type.SMALL))
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
