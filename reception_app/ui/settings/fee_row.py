"""One category of the fee plan as a row of fields."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QLineEdit, QMenu, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import CATEGORY_COLOURS, FeeCategory
from reception_app.domain.guest import clean_text
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.ui import icons, theme
from reception_app.ui.label import Label, set_tooltip
from reception_app.ui.theme import colours_of
from reception_app.wording import Wording

_AMOUNTS = ("price", "early_price", "walk_in_price", "companion_price")


class FeeRow(QObject):
    """The fields of one category; `removed` and `moved` (by ±1) ask its section to act."""

    changed = Signal()
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
        self.amounts = {key: QLineEdit(self._text(key)) for key in _AMOUNTS}
        self.until = QDateEdit()
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
        left = (self.colour, self.name, price, early, self.until, walk_in, companion)
        return (*left, self.up, self.down, self.remove)

    def read(self, wording: Wording) -> FeeCategory | None:
        """The category as written; None when an amount is none, and the row says why."""
        self.trouble.hide()
        amounts: dict[str, int | None] = {}
        for key, line in self.amounts.items():
            text = line.text().strip()
            try:
                amounts[key] = parse_money(text, self._currency).minor if text else None
            except ReceptionError as error:
                self.trouble.setText(wording.error(error))
                self.trouble.show()
                line.setFocus()
                line.selectAll()
                return None
        until = self.until.date()
        early = amounts["early_price"]
        return replace(
            self._category,
            name=clean_text(self.name.text()),
            colour=self.colour.colour,
            price=amounts["price"] or 0,
            early_price=early,
            early_until=None if early is None else date(until.year(), until.month(), until.day()),
            walk_in_price=amounts["walk_in_price"],
            companion_price=amounts["companion_price"],
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
            line.setMinimumWidth(80)
        self.amounts["early_price"].setPlaceholderText("—")
        self._propose_price(self.amounts["price"].text())
        day = self._category.early_until or until
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setDate(QDate(day.year, day.month, day.day))
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
        self.colour.chosen.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    def _allow_until(self, text: str) -> None:
        self.until.setVisible(bool(text.strip()))

    def _propose_price(self, price: str) -> None:
        """Where nothing is written, walk-ins and companions pay the ordinary price."""
        for key in ("walk_in_price", "companion_price"):
            self.amounts[key].setPlaceholderText(price)

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)


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


def _square(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
