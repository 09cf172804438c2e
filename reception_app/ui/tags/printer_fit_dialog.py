"""A printer that is off: print a test sheet, measure four lengths, and it is put right."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from reception_app.documents.printer_fit import EXACT, PrinterFit, measured_fit
from reception_app.documents.printer_test import printer_test_lines, printer_test_marks
from reception_app.domain.errors import ReceptionError
from reception_app.ui import theme
from reception_app.ui.paper.printing import open_printer, print_marks, printer_names, set_paper
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.form_field import FormField
from reception_app.ui.tags.measure_field import MeasureField
from reception_app.wording import Wording


class PrinterFitDialog(FormDialog):
    """Asks for what was measured on the test sheet of one printer, and remembers the fit.

    The test sheet is printed without any correction, so measuring it again begins anew.
    """

    def __init__(
        self, window: QWidget, preferences: Preferences, wording: Wording,
        page: tuple[float, float], *, open_named: Callable[[str], QPrinter] = open_printer,
    ) -> None:  # fmt: skip
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("PrinterFitDialog", "Align a printer"),
            deed=translate("PrinterFitDialog", "Remember"),
            meaning=translate(
                "PrinterFitDialog",
                "Print the test sheet at 100 %, measure its lines to 0.1 mm and type what you"
                " measured. This computer remembers it for this printer.",
            ),
        )
        self._preferences = preferences
        self._wording = wording
        self._page = page
        self._open_named = open_named
        self.printer = QComboBox()
        for name in printer_names():
            self.printer.addItem(name, name)
        self.printer.addItem(translate("PrinterFitDialog", "PDF files printed elsewhere"), "")
        self.test = ActionButton(
            translate("PrinterFitDialog", "Print the test sheet"), icon="print"
        )
        self.reset = ActionButton(translate("PrinterFitDialog", "No correction"))
        self.measured = [MeasureField(0, 2000, step=0.1) for _ in range(4)]
        self._result = Label(tone="muted", wrap=True)
        self._build_layout()
        self._connect()
        self._begin()

    @property
    def fit(self) -> PrinterFit:
        """What the typed figures mean.

        Raises:
            PrinterFitImpossible: no printer is so far off.
        """
        wanted = printer_test_lines(self._page)
        left, top, across, down = (field.value() for field in self.measured)
        if (left, top, across, down) == tuple(round(length, 1) for length in wanted):
            return EXACT
        return measured_fit(wanted, (left, top, across, down))

    def accept(self) -> None:
        """Remember the fit, unless it cannot be."""
        try:
            fit = self.fit
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            return
        self._preferences.keep_printer_fit(str(self.printer.currentData()), fit)
        super().accept()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        wanted = printer_test_lines(self._page)
        self.body.addWidget(FormField(translate("PrinterFitDialog", "Printer"), self.printer))
        buttons = QGridLayout()
        buttons.addWidget(self.test, 0, 0)
        buttons.addWidget(self.reset, 0, 1)
        self.body.addLayout(buttons)
        captions = (
            translate("PrinterFitDialog", "1  Left edge to the line (%1)"),
            translate("PrinterFitDialog", "2  Upper edge to the line (%1)"),
            translate("PrinterFitDialog", "3  Between upright lines (%1)"),
            translate("PrinterFitDialog", "4  Between level lines (%1)"),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID * 2)
        for number, (caption, field) in enumerate(zip(captions, self.measured, strict=True)):
            words = filled(caption, f"{wanted[number]:g} mm")
            grid.addWidget(FormField(words, field), number // 2, number % 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._result)

    def _connect(self) -> None:
        self.printer.activated.connect(self._begin)
        self.test.clicked.connect(self._print_test)
        self.reset.clicked.connect(self._forget)
        for field in self.measured:
            field.valueChanged.connect(self._show)

    def _begin(self) -> None:
        """Show what the printer does by what is remembered of it."""
        kept = self._preferences.printer_fit(str(self.printer.currentData()))
        left, top, across, down = printer_test_lines(self._page)
        places = (
            (left - kept.offset[0]) / kept.scale[0], (top - kept.offset[1]) / kept.scale[1],
            across / kept.scale[0], down / kept.scale[1],
        )  # fmt: skip
        for field, place in zip(self.measured, places, strict=True):
            field.setValue(round(place, 1))
        self.test.setEnabled(bool(self.printer.currentData()))
        self._show()

    def _forget(self) -> None:
        for field, place in zip(self.measured, printer_test_lines(self._page), strict=True):
            field.setValue(place)

    def _show(self) -> None:
        try:
            fit = self.fit
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            self._result.setText("")
            return
        self.tell("")
        words = QCoreApplication.translate(
            "PrinterFitDialog", "Shifted by %1 mm right and %2 mm down, stretched to %3 % and %4 %."
        )
        self._result.setText(
            filled(
                words, f"{fit.offset[0]:+.1f}", f"{fit.offset[1]:+.1f}",
                f"{fit.scale[0] * 100:.2f}", f"{fit.scale[1] * 100:.2f}",
            )
        )  # fmt: skip

    def _print_test(self) -> None:
        try:
            printer = self._open_named(str(self.printer.currentData()))
            set_paper(printer, self._page)
            print_marks(printer, printer_test_marks(self._page, self._wording), EXACT)
        except ReceptionError as error:
            self.tell(self._wording.error(error))
