"""The question before anybody is charged anew: who was charged another fee than the plan says."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from reception_app.domain.money import Money, format_money
from reception_app.services.repricing import Repricing
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.parts.table import Table

_WIDTH = 760
_ROWS = 8


class RepricingDialog(FormDialog):
    """Everybody is listed with the old and the new fee; Enter keeps what was charged."""

    def __init__(self, window: QWidget, repricing: Repricing) -> None:
        translate = QCoreApplication.translate
        count = len(repricing.guests)
        super().__init__(
            window,
            translate("RepricingDialog", "%n guest(s) were charged another fee", "", count),
            deed=translate("RepricingDialog", "Keep the old fees"),
            meaning=translate(
                "RepricingDialog",
                "The new prices hold from now on. Whoever was charged already keeps that fee, "
                "unless you charge them anew; what was paid stays paid.",
            ),
            width=_WIDTH,
        )
        self._repricing = repricing
        self.charges_anew = False
        self.then = Label(wrap=True)
        self.table = RowTable(
            (
                Heading(translate("RepricingDialog", "No."), 64, is_figure=True),
                Heading(translate("RepricingDialog", "Guest"), 0),
                Heading(translate("RepricingDialog", "Charged"), 110, is_figure=True),
                Heading(translate("RepricingDialog", "New fee"), 110, is_figure=True),
                Heading(translate("RepricingDialog", "Then due"), 110, is_figure=True),
            )
        )
        self.anew = ActionButton("", key="F6")
        self._build_layout()
        self.anew.clicked.connect(self._charge_anew)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.selectAll()
        self._show_chosen()

    @classmethod
    def ask(cls, window: QWidget, repricing: Repricing) -> frozenset[str] | None:
        """The ids of whom to charge anew, nobody's when the old fees stay; None when given up."""
        dialog = cls(window, repricing)
        if not dialog.taken():
            return None
        return dialog.chosen if dialog.charges_anew else frozenset()

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the selected guests."""
        rows = self.table.selectionModel().selectedRows()
        return frozenset(str(index.data(Qt.ItemDataRole.UserRole)) for index in rows)

    def _build_layout(self) -> None:
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(_ROWS * theme.ROW_HEIGHT)
        self.table.show_rows(
            [
                Row(
                    one.guest.id,
                    (
                        Cell(str(one.guest.number), order=one.guest.number),
                        Cell(one.guest.name, one.guest.reading, bold=True),
                        Cell(format_money(one.old), order=one.old.minor),
                        Cell(format_money(one.new), order=one.new.minor),
                        Cell(
                            format_money(one.due),
                            tone="warn" if one.due.minor < 0 else "ink",
                            order=one.due.minor,
                        ),
                    ),
                )
                for one in self._repricing.guests
            ]
        )
        self.body.addWidget(self.table)
        self.body.addWidget(self.then)
        self.anew.setAutoDefault(False)
        self.foot.insertWidget(0, self.anew)

    def _show_chosen(self) -> None:
        """Say what charging the selected anew would mean."""
        translate, ids = QCoreApplication.translate, self.chosen
        count = len(ids)
        self.anew.set_caption(translate("RepricingDialog", "Charge %n anew", "", count))
        self.anew.setEnabled(count > 0)
        zero = Money(0, self._repricing.plan.currency)
        some = [one for one in self._repricing.guests if one.guest.id in ids]
        difference = sum((one.new - one.old for one in some), zero)
        refunds = sum((-one.due for one in some if one.due < zero), zero)
        words = translate("RepricingDialog", "The income changes by %1.")
        told = filled(words, format_money(difference))
        if refunds:
            back = translate("RepricingDialog", "%1 is then to be refunded.")
            told += " " + filled(back, format_money(refunds))
        self.then.setText(told)

    def _charge_anew(self) -> None:
        self.charges_anew = True
        self.accept()
