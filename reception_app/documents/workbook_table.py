"""A sheet of a workbook: title, sums beside live formulas with OK or NG, headings and rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reception_app.documents.workbook_cells import (
    AMBER,
    AMBER_TINT,
    GREEN,
    GREEN_TINT,
    LINE,
    RED,
    RED_TINT,
    Cells,
    Formula,
    Kind,
    Role,
    Styled,
    Value,
    WriteOnlySheet,
)
from reception_app.domain.money import EXPONENTS
from reception_app.wording import Wording

_A4 = 9
_SUM_ROW, _LIVE_ROW, _VERDICT_ROW = 4, 5, 6
_COLOURS = {
    "OK": (GREEN, GREEN_TINT), "NG": (RED, RED_TINT),
    "✓": (GREEN, GREEN_TINT), "!": (AMBER, AMBER_TINT), "✕": (RED, RED_TINT),
}  # fmt: skip
_ROW_HEIGHT, _TITLE_HEIGHT, _HEAD_HEIGHT = 18, 30, 30


@dataclass(frozen=True, slots=True)
class Paper:
    """What every sheet of one workbook shares: its words and currency, top and bottom lines."""

    wording: Wording
    currency: str
    subtitle: str
    footer: str

    def word(self, key: str, **facts: object) -> str:
        """A text of the workbook."""
        return self.wording.text("workbook", key, **facts)

    def names(self, table: str) -> Mapping[str, str]:
        """All words of one table of the wording, by key."""
        return self.wording.table(table)

    def verdict(self, one: str, other: str) -> Formula:
        """A formula that says OK when two cells hold the same amount."""
        return Formula(f'=IF(ROUND({one}-({other}),{EXPONENTS[self.currency]})=0,"OK","NG")')


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its heading and of its formulas, its width in characters, its cells.

    `heading` stands in place of the wording's.
    """

    key: str
    width: float
    kind: Kind = Kind.TEXT
    role: Role = Role.BODY
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Where the cells of a table lie, known before it is written so that formulas can name them.

    `summed` says that sums stand above the headings.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    summed: bool = True

    @property
    def head_row(self) -> int:
        """The sheet row of the headings."""
        return _VERDICT_ROW + 1 if self.summed else _SUM_ROW

    @property
    def first_row(self) -> int:
        """The sheet row of the first row."""
        return self.head_row + 1

    @property
    def last_row(self) -> int:
        """The sheet row of the last row, or the empty one that stands in for none."""
        return self.first_row + max(self.rows, 1) - 1

    def letter(self, key: str) -> str:
        """The letter of a column."""
        from openpyxl.utils import get_column_letter

        return get_column_letter([column.key for column in self.columns].index(key) + 1)

    def range(self, key: str) -> str:
        """All cells of a column, as other sheets name them."""
        letter = self.letter(key)
        return f"{quoted(self.name)}!${letter}${self.first_row}:${letter}${self.last_row}"

    def here(self, key: str, row: int) -> str:
        """The cell of a column in the table's row `row` from 0, as this sheet names it."""
        return f"{self.letter(key)}{self.first_row + row}"

    def total(self, key: str) -> str:
        """The cell with the program's own sum of a column, as other sheets name it."""
        return f"{quoted(self.name)}!${self.letter(key)}${_SUM_ROW}"

    def live_total(self, key: str) -> str:
        """The cell with the recalculated sum of a column, as other sheets name it."""
        return f"{quoted(self.name)}!${self.letter(key)}${_LIVE_ROW}"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Where OK or NG stands on a sheet, as other sheets name it, and how often it must be OK."""

    cells: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A column's sum: what the program says, and the formula that must come to the same."""

    static: int
    live: Formula


def quoted(name: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + name.replace("'", "''") + "'"


def write_table(
    sheet: WriteOnlySheet, table: Table, paper: Paper, *, sums: dict[str, Sum],
    rows: Iterable[Sequence[Value]], frozen: int = 0,
) -> Verdicts:  # fmt: skip
    """Fill a sheet: its title, the sums of some columns, the headings, then one row after another.

    Returns where its verdicts are.

    Args:
        sheet: an empty sheet of a write-only workbook.
        table: where everything lies; its name stands on top.
        paper: what the sheets share.
        sums: by column key; `sum_of` makes the usual one.
        rows: values in the order of the columns; amounts in minor units.
        frozen: how many columns stay in view.
    """
    from openpyxl.utils import get_column_letter

    cells = Cells(sheet, paper.currency, paper.wording.language)
    last = get_column_letter(len(table.columns))
    set_up(sheet, paper, [column.width for column in table.columns], title_rows=table.head_row)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{table.first_row}"
    sheet.auto_filter.ref = f"A{table.head_row}:{last}{table.last_row}"
    for row, height in ((_SUM_ROW, _ROW_HEIGHT), (table.head_row, _HEAD_HEIGHT)):
        sheet.row_dimensions[row].height = height
    mark_verdicts(sheet, f"A{_VERDICT_ROW}:{last}{_VERDICT_ROW}")
    for column in table.columns:
        if column.kind in {Kind.VERDICT, Kind.MARK}:
            letter = table.letter(column.key)
            mark_verdicts(sheet, f"{letter}{table.first_row}:{letter}{table.last_row}")

    _rule_lines(sheet, f"A{table.first_row}:{last}{table.last_row}")
    sheet.append(cells.row([(table.name, Kind.TEXT, Role.TITLE)]))
    sheet.append(cells.row([(paper.subtitle, Kind.TEXT, Role.NOTE)]))
    sheet.append([])
    if table.summed:
        for parts in (_static_sums, _live_sums, _verdicts):
            sheet.append(cells.row(parts(table, paper, sums)))
    sheet.append(
        cells.row(
            (c.heading or paper.word(f"head_{c.key}"), c.kind, Role.HEAD) for c in table.columns
        )
    )
    plan = [(column.kind, column.role) for column in table.columns]
    judged = [n for n, column in enumerate(table.columns) if column.kind is Kind.VERDICT]
    count = len(sums)
    for values in rows:
        for n in judged:
            count += values[n] is not None
        sheet.append(cells.table_row(values, plan))
    judged_cells = [table.range(table.columns[n].key) for n in judged]
    if not table.summed:
        return Verdicts(tuple(judged_cells), count)
    sums_row = f"{quoted(table.name)}!$A${_VERDICT_ROW}:${last}${_VERDICT_ROW}"
    return Verdicts((sums_row, *judged_cells), count)


def sum_of(table: Table, key: str, static: int) -> Sum:
    """The sum of a column beside `static`."""
    return Sum(static, Formula(f"=SUM({table.range(key)})"))


def set_up(
    sheet: WriteOnlySheet, paper: Paper, widths: Iterable[float], *, title_rows: int = 0
) -> None:
    """Widths, no grid, and A4 landscape one page wide; call it before the first row.

    A table goes on over many pages with its headings, in row `title_rows`; a page without such
    headings is one page high too.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = _ROW_HEIGHT, True
    sheet.row_dimensions[1].height = _TITLE_HEIGHT
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0 if title_rows else 1
    for side, inches in (("left", 0.5), ("right", 0.5), ("top", 0.5), ("bottom", 0.8)):
        setattr(sheet.page_margins, side, inches)
    sheet.page_margins.footer = 0.4
    if title_rows:
        sheet.print_title_rows = f"{title_rows}:{title_rows}"
    for footer, text in (
        (sheet.oddFooter.left, paper.footer.replace("&", "&&")),
        (sheet.oddFooter.center, "&A"),
        (sheet.oddFooter.right, "&P / &N"),
    ):
        footer.text, footer.size = text, 8


def mark_verdicts(sheet: WriteOnlySheet, cells: str) -> None:
    """Colour what is right green and what is wrong red in these cells."""
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    for text, (ink, tint) in _COLOURS.items():
        rule = CellIsRule(  # type: ignore[no-untyped-call]  # the stubs leave its arguments open
            operator="equal",
            formula=[f'"{text}"'],
            font=Font(bold=True, color=ink),
            fill=PatternFill("solid", bgColor=tint),
        )
        sheet.conditional_formatting.add(cells, rule)


def _rule_lines(sheet: WriteOnlySheet, cells: str) -> None:
    """Draw a line below each row; as a rule, so that empty cells need not be written for it."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Border, Side

    line = Border(bottom=Side(style="thin", color=LINE))
    rule = FormulaRule(formula=["TRUE"], border=line)  # type: ignore[no-untyped-call]  # likewise
    sheet.conditional_formatting.add(cells, rule)


def _static_sums(table: Table, paper: Paper, sums: dict[str, Sum]) -> Iterator[Styled | None]:
    yield paper.word("app_says"), Kind.TEXT, Role.SUM
    for column in table.columns[1:]:
        static = sums[column.key].static if column.key in sums else ""
        yield static, column.kind, Role.SUM


def _live_sums(table: Table, paper: Paper, sums: dict[str, Sum]) -> Iterator[Styled | None]:
    yield paper.word("recalculated"), Kind.TEXT, Role.LABEL
    for column in table.columns[1:]:
        summed = sums.get(column.key)
        yield (summed.live, column.kind, Role.LIVE) if summed else None


def _verdicts(table: Table, paper: Paper, sums: dict[str, Sum]) -> Iterator[Styled | None]:
    yield paper.word("agreement"), Kind.TEXT, Role.LABEL
    for column in table.columns[1:]:
        letter = table.letter(column.key)
        verdict = paper.verdict(f"{letter}{_SUM_ROW}", f"{letter}{_LIVE_ROW}")
        yield (verdict, Kind.NUMBER, Role.BODY) if column.key in sums else None
