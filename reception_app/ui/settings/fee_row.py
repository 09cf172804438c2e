"""One category of the fee plan as a row of fields."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QIcon,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QMenu,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import CATEGORY_COLOURS, FeeCategory
from reception_app.domain.guest import clean_text
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.parts.label import Label, set_tooltip
from reception_app.ui.theme import colours_of
from reception_app.wording import Wording

_AMOUNTS = ("price", "early_price", "walk_in_price", "companion_price")
_CANCEL = "cancel_fee"


class FeeRow(QObject):
    """The fields of one category; `removed` and `moved` (by ±1) ask its section to act.

    `finished` tells that somebody is through with an amount.

    Alt+↑ and Alt+↓ in any of them move the category, and so does its handle.
    """

    changed = Signal()
    finished = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(
        self, category: FeeCategory, currency: str, *, used: bool, until: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._category = category
        self._currency = currency
        translate = QCoreApplication.translate
        self.colour = SwatchButton(category.colour)
        self.name = QLineEdit(category.name)
        self.amounts = {key: QLineEdit(self._text(key)) for key in (*_AMOUNTS, _CANCEL)}
        self.until = QDateEdit()
        self.cancels = Label(
            translate("FeeRow", "Cancelling costs"), tone="muted", size=theme.Type.SMALL
        )
        self.free = QCheckBox(translate("FeeRow", "free until"))
        self.free_until = QDateEdit()
        self.handle = DragHandle()
        self.up = IconButton("caret_up", translate("FeeRow", "Move up"))
        self.down = IconButton("caret_down", translate("FeeRow", "Move down"))
        self.remove = IconButton("close", translate("FeeRow", "Remove"))
        self.trouble = Label(tone="danger", size=theme.Type.SMALL, wrap=True)
        self._dress(until, used=used)
        self._connect()

    @property
    def category(self) -> FeeCategory:
        """The category as it was before anything was written here."""
        return self._category

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from the left."""
        price, early, walk_in, companion = (self.amounts[key] for key in _AMOUNTS)
        left = (self.handle, self.colour, self.name, price, early, self.until, walk_in, companion)
        return (*left, self.up, self.down, self.remove)

    @property
    def cancel_widgets(self) -> tuple[QWidget, ...]:
        """What cancelling costs: its words, the amount, and until when it is free."""
        return (self.cancels, self.amounts[_CANCEL], self.free, self.free_until)

    def show_cancelling(self, shown: bool) -> None:  # noqa: FBT001 - a state, like Qt's setVisible
        """Show or hide what cancelling costs."""
        for widget in self.cancel_widgets:
            widget.setVisible(shown)
        self._allow_free()

    def read(self, wording: Wording, *, quietly: bool = False) -> FeeCategory | None:
        """The category as written; None when an amount is none, and the row says why.

        `quietly` says nothing and takes nothing back that was said.
        """
        if not quietly:
            self.trouble.hide()
        amounts: dict[str, int | None] = {}
        for key, line in self.amounts.items():
            text = line.text().strip()
            try:
                amounts[key] = parse_money(text, self._currency).minor if text else None
            except ReceptionError as error:
                if quietly:
                    return None
                self.trouble.setText(wording.error(error))
                self.trouble.show()
                line.setFocus()
                line.selectAll()
                return None
        early = amounts["early_price"]
        return replace(
            self._category,
            name=clean_text(self.name.text()),
            colour=self.colour.colour,
            price=amounts["price"] or 0,
            early_price=early,
            early_until=None if early is None else _day(self.until),
            walk_in_price=amounts["walk_in_price"],
            companion_price=amounts["companion_price"],
            cancel_fee=amounts[_CANCEL],
            cancel_until=(
                _day(self.free_until)
                if amounts[_CANCEL] is not None and self.free.isChecked()
                else None
            ),
        )

    def _text(self, key: str) -> str:
        amount: int | None = getattr(self._category, key)
        return "" if amount is None else format_number(Money(amount, self._currency))

    def _dress(self, until: date, *, used: bool) -> None:
        translate = QCoreApplication.translate
        self.name.setAccessibleName(translate("FeeRow", "Name of the category"))
        self.name.setMinimumWidth(96)
        for line in self.amounts.values():
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setMinimumWidth(92)
        self.amounts["early_price"].setPlaceholderText("—")
        self._propose_price(self.amounts["price"].text())
        for field, day in (
            (self.until, self._category.early_until or until),
            (self.free_until, self._category.cancel_until or until),
        ):
            field.setCalendarPopup(True)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setDate(QDate(day.year, day.month, day.day))
        self.free.setChecked(self._category.cancel_until is not None)
        self.amounts[_CANCEL].setPlaceholderText("—")
        self.cancels.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kept_room = self.until.sizePolicy()
        kept_room.setRetainSizeWhenHidden(True)
        self.until.setSizePolicy(kept_room)
        self.until.setVisible(self._category.early_price is not None)
        self.remove.setEnabled(not used)
        if used:
            set_tooltip(self.remove, translate("FeeRow", "Guests or fees of this category exist."))
        self.trouble.hide()

    def _connect(self) -> None:
        for line in (self.name, *self.amounts.values()):
            line.textEdited.connect(self.changed)
            line.textEdited.connect(self.trouble.hide)
        self.amounts["price"].textChanged.connect(self._propose_price)
        self.amounts["early_price"].textChanged.connect(self._allow_until)
        self.until.dateChanged.connect(self.changed)
        self.free_until.dateChanged.connect(self.changed)
        self.free.toggled.connect(self.changed)
        self.free.toggled.connect(self._allow_free)
        self.amounts[_CANCEL].textChanged.connect(self._allow_free)
        self.handle.moved.connect(self.moved)
        for amount in self.amounts.values():
            amount.editingFinished.connect(self.finished)
        for line in (self.name, *self.amounts.values()):
            for key, move in (("Alt+Up", self._move_up), ("Alt+Down", self._move_down)):
                shortcut = QShortcut(QKeySequence(key), line)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(move)
        self.colour.chosen.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    def _allow_until(self, text: str) -> None:
        self.until.setVisible(bool(text.strip()))

    def _allow_free(self) -> None:
        """A day until which cancelling is free means something only where it costs something."""
        costs = bool(self.amounts[_CANCEL].text().strip())
        self.free.setEnabled(costs)
        self.free_until.setEnabled(costs and self.free.isChecked())

    def _propose_price(self, price: str) -> None:
        """Where nothing is written, walk-ins and companions pay the ordinary price."""
        for key in ("walk_in_price", "companion_price"):
            self.amounts[key].setPlaceholderText(price)

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)


class DragHandle(QWidget):
    """Six dots to drag a category by; each row it passes is one `moved`, by ±1."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, theme.CONTROL_HEIGHT)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        set_tooltip(self, QCoreApplication.translate("FeeRow", "Drag, or Alt+↑ and Alt+↓"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move a row on once the mouse is half a row away; the row then follows the mouse."""
        middle, away = self.height() // 2, event.position().y()
        if abs(away - middle) > self.height():
            self.moved.emit(1 if away > middle else -1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours_of(self).muted))
        middle = self.height() / 2
        for across in (6, 12):
            for down in (-6, 0, 6):
                painter.drawEllipse(QRectF(across - 1.25, middle + down - 1.25, 2.5, 2.5))


class SwatchButton(QAbstractButton):
    """The colour of a category; a press offers the others."""

    chosen = Signal()

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setFixedSize(theme.SMALL_CONTROL_HEIGHT, theme.CONTROL_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(QCoreApplication.translate("FeeRow", "Colour"))
        self.clicked.connect(self._offer)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the square, ringed when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        area = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(area, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours_of(self).accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-4, -4, 4, 4), 6, 6)

    def choose(self, colour: str) -> None:
        """Take this colour."""
        if colour != self.colour:
            self.colour = colour
            self.update()
            self.chosen.emit()

    def _offer(self) -> None:
        menu = QMenu(self)
        for colour in CATEGORY_COLOURS:
            action = menu.addAction(_square(colour), colour)
            action.triggered.connect(self._take)
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()

    def _take(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.choose(action.text())


class IconButton(QAbstractButton):
    """A small button that is only an icon; its words are its tooltip."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(28, theme.CONTROL_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        set_tooltip(self, words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its fixed size, in px."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon, faint when there is nothing to do."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 8, -2, -8)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.line), 1))
            painter.setBrush(QColor(colours.inset))
            painter.drawRoundedRect(area, 6, 6)
        ink = colours.muted if self.isEnabled() else colours.line
        icons.draw(painter, self._icon, ink, area.adjusted(4, 4, -4, -4))


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _square(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
