"""Which notes and coins to bring: the plan for who is still to come, changed as one likes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from reception_app.domain.change_plan import ChangePlan
from reception_app.domain.money import Money, format_money, format_number
from reception_app.services.change_planning import cash_share, change_to_bring
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_TABLE_HEIGHT = 224


class ChangeDialog(FormDialog):
    """Shows what to bring, and why."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("ChangeDialog", "Change to bring"),
            meaning=translate(
                "ChangeDialog",
                "Everybody who is still to come and owes is taken to hand over the largest note.",
            ),
            width=720,
        )
        self._workplace = workplace
        self.share = QSpinBox()
        self.walk_ins = QSpinBox()
        self.why = RowTable(_why_headings())
        self.bring = RowTable(_bring_headings())
        self.total = Label(size=Type.TITLE, bold=True)
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.share.setValue(cash_share(workplace.event_file))
        self.walk_ins.setRange(0, 999)
        self._build_body()
        self.share.valueChanged.connect(self._show)
        self.walk_ins.valueChanged.connect(self._show)
        self._show()
        self.share.setFocus()

    def _build_body(self) -> None:
        translate = QCoreApplication.translate
        asked = QHBoxLayout()
        asked.setSpacing(theme.GRID * 2)
        asked.addLayout(captioned(translate("ChangeDialog", "Pay in cash"), self.share))
        asked.addLayout(captioned(translate("ChangeDialog", "Walk-ins expected"), self.walk_ins))
        asked.addStretch()
        self.body.addLayout(asked)
        tables = QHBoxLayout()
        tables.setSpacing(theme.GRID * 2)
        for table, caption in (
            (self.why, translate("ChangeDialog", "Who needs change")),
            (self.bring, translate("ChangeDialog", "Bring")),
        ):
            table.setMinimumHeight(_TABLE_HEIGHT)
            part = QVBoxLayout()
            part.addWidget(Label(caption, bold=True))
            part.addWidget(table)
            tables.addLayout(part, 3 if table is self.why else 2)
        self.body.addLayout(tables, 1)
        self.body.addWidget(self.total)

    def _show(self) -> None:
        plan = change_to_bring(
            self._workplace.event_file, share=self.share.value(), walk_ins=self.walk_ins.value()
        )
        self.why.show_rows(_why_rows(plan))
        self.bring.show_rows(_bring_rows(plan))
        words = QCoreApplication.translate("ChangeDialog", "%1 in all")
        self.total.setText(filled(words, format_money(plan.pieces.total)))


def _why_headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(translate("ChangeDialog", "Guests"), 72, is_figure=True),
        Heading(translate("ChangeDialog", "Due"), 88, is_figure=True),
        Heading(translate("ChangeDialog", "Change each"), 0),
    )


def _bring_headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(translate("ChangeDialog", "Note or coin"), 0, is_figure=True),
        Heading(translate("ChangeDialog", "Pieces"), 80, is_figure=True),
    )


def _why_rows(plan: ChangePlan) -> tuple[Row, ...]:
    return tuple(
        Row(
            str(line.due.minor),
            (
                Cell(str(line.guests), order=line.guests),
                Cell(format_number(line.due), order=line.due.minor),
                Cell(
                    " + ".join(
                        f"{n} × {format_money(Money(value, line.due.currency))}"
                        for value, n in line.change.pieces
                    )
                    or "—"
                ),
            ),
        )
        for line in plan.lines
    )


def _bring_rows(plan: ChangePlan) -> tuple[Row, ...]:
    currency = plan.pieces.currency
    return tuple(
        Row(
            str(value),
            (
                Cell(format_money(Money(value, currency)), order=value),
                Cell(f"{n:,}", order=n, bold=True),
            ),
        )
        for value, n in plan.pieces.pieces
    )
