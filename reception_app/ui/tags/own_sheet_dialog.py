"""A sheet of one's own: rows and columns, label, margins and gaps, with a picture of it."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from reception_app.documents.label_sheet import A4, LETTER, LabelSheet
from reception_app.domain.errors import ReceptionError
from reception_app.ui import theme
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tags.measure_field import MeasureField
from reception_app.ui.theme import colours_of
from reception_app.wording import Wording

_PICTURE = QSize(200, 260)
_LONGEST = 1000.0


class OwnSheetDialog(FormDialog):
    """Asks for the measures of a sheet; what cannot be is said while it is typed."""

    def __init__(self, window: QWidget, wording: Wording, sheet: LabelSheet) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("OwnSheetDialog", "Own sheet"),
            deed=translate("OwnSheetDialog", "Use this sheet"),
            meaning=translate(
                "OwnSheetDialog",
                "Measure one sheet with a ruler. The margins are those to the first label.",
            ),
            width=620,
        )
        self._wording = wording
        self.page = QComboBox()
        for words, size in ((translate("OwnSheetDialog", "A4"), A4),
                            (translate("OwnSheetDialog", "Letter"), LETTER),
                            (translate("OwnSheetDialog", "Other"), None)):  # fmt: skip
            self.page.addItem(words, size)
        self.page_width = MeasureField(10, _LONGEST)
        self.page_height = MeasureField(10, _LONGEST)
        self.columns, self.rows = QSpinBox(), QSpinBox()
        for count in (self.columns, self.rows):
            count.setRange(1, 50)
            count.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.label_width = MeasureField(10, _LONGEST, decimals=2)
        self.label_height = MeasureField(10, _LONGEST, decimals=2)
        self.left = MeasureField(0, _LONGEST, decimals=2)
        self.top = MeasureField(0, _LONGEST, decimals=2)
        self.gap_x = MeasureField(0, _LONGEST, decimals=2)
        self.gap_y = MeasureField(0, _LONGEST, decimals=2)
        self.folded = QCheckBox(
            translate("OwnSheetDialog", "Folded in the middle, standing on the table")
        )
        self._picture = _SheetPicture()
        self._build_layout()
        self._load(sheet)
        self._connect()
        self._show()

    @classmethod
    def ask(cls, window: QWidget, wording: Wording, sheet: LabelSheet) -> LabelSheet | None:
        """The sheet a person described, starting from this one; None when they changed nothing."""
        dialog = cls(window, wording, sheet)
        return dialog.sheet() if dialog.taken() else None

    def sheet(self) -> LabelSheet:
        """The sheet as it is typed.

        Raises:
            SheetLargerThanPaper, SheetMeasureImpossible: no paper has such labels.
        """
        return LabelSheet(
            "",
            (self.page_width.value(), self.page_height.value()),
            self.columns.value(),
            self.rows.value(),
            self.label_width.value(),
            self.label_height.value(),
            self.left.value(),
            self.top.value(),
            self.gap_x.value(),
            self.gap_y.value(),
            self.folded.isChecked(),
        )

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID * 2)
        grid.setVerticalSpacing(theme.GRID)
        fields = (
            (translate("OwnSheetDialog", "Paper"), self.page),
            (translate("OwnSheetDialog", "Paper width"), self.page_width),
            (translate("OwnSheetDialog", "Paper height"), self.page_height),
            (translate("OwnSheetDialog", "Columns"), self.columns),
            (translate("OwnSheetDialog", "Rows"), self.rows),
            (translate("OwnSheetDialog", "Left margin"), self.left),
            (translate("OwnSheetDialog", "Label width"), self.label_width),
            (translate("OwnSheetDialog", "Label height"), self.label_height),
            (translate("OwnSheetDialog", "Upper margin"), self.top),
            (translate("OwnSheetDialog", "Gap beside"), self.gap_x),
            (translate("OwnSheetDialog", "Gap below"), self.gap_y),
        )
        for number, (caption, field) in enumerate(fields):
            grid.addWidget(FormField(caption, field), number // 3, number % 3)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID * 2)
        row.addLayout(grid, 1)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.folded)

    def _connect(self) -> None:
        self.page.activated.connect(self._choose_page)
        for measure in self.findChildren(MeasureField):
            measure.valueChanged.connect(self._show)
        self.columns.valueChanged.connect(self._show)
        self.rows.valueChanged.connect(self._show)
        self.folded.toggled.connect(self._show)

    def _load(self, sheet: LabelSheet) -> None:
        known = [A4, LETTER]
        self.page.setCurrentIndex(known.index(sheet.page) if sheet.page in known else 2)
        self.page_width.setValue(sheet.page[0])
        self.page_height.setValue(sheet.page[1])
        self.columns.setValue(sheet.columns)
        self.rows.setValue(sheet.rows)
        self.label_width.setValue(sheet.label_width)
        self.label_height.setValue(sheet.label_height)
        self.left.setValue(sheet.left)
        self.top.setValue(sheet.top)
        self.gap_x.setValue(sheet.gap_x)
        self.gap_y.setValue(sheet.gap_y)
        self.folded.setChecked(sheet.folded)
        self._enable_page()

    def _choose_page(self) -> None:
        size = self.page.currentData()
        if size is not None:
            self.page_width.setValue(size[0])
            self.page_height.setValue(size[1])
        self._enable_page()

    def _enable_page(self) -> None:
        other = self.page.currentData() is None
        self.page_width.setEnabled(other)
        self.page_height.setEnabled(other)

    def _show(self) -> None:
        try:
            sheet = self.sheet()
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            self.deed.setEnabled(False)
            self._picture.show_sheet(None)
            return
        self.tell("")
        self.deed.setEnabled(True)
        self._picture.show_sheet(sheet)


class _SheetPicture(QWidget):
    """The sheet and its labels, in proportion."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: LabelSheet | None = None
        self.setFixedSize(_PICTURE)

    def show_sheet(self, sheet: LabelSheet | None) -> None:
        """Show this sheet, or nothing."""
        self._sheet = sheet
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper and its labels."""
        sheet = self._sheet
        if sheet is None:
            return
        colours = colours_of(self)
        painter = QPainter(self)
        size = QSizeF(*sheet.page).scaled(QSizeF(_PICTURE), Qt.AspectRatioMode.KeepAspectRatio)
        scale = size.width() / sheet.page[0]
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRect(QRectF(QPointF(0.5, 0.5), size - QSizeF(1, 1)))
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.accent_soft))
        for index in range(sheet.labels):
            place = sheet.place(index)
            label = QRectF(place.left * scale, place.top * scale, sheet.label_width * scale,
                           sheet.label_height * scale)  # fmt: skip
            painter.drawRect(label)
            if sheet.folded:
                middle = label.center().y()
                painter.drawLine(QPointF(label.left(), middle), QPointF(label.right(), middle))
