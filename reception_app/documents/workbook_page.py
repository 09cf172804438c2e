"""A sheet of a workbook that is written line by line: a cover, a statement."""

from reception_app.documents.workbook_cells import (
    Cells,
    Formula,
    Kind,
    Role,
    Styled,
    Value,
    WriteOnlySheet,
)
from reception_app.documents.workbook_table import Paper, Verdicts, mark_verdicts, quoted, set_up

_LINES = 400
"""No page is longer."""


class Page:
    """The sheet while it is written. Figures stand in column C, live formulas in D, OK in E."""

    def __init__(self, sheet: WriteOnlySheet, paper: Paper, widths: tuple[float, ...]) -> None:
        self._sheet = sheet
        self.paper = paper
        self._cells = Cells(sheet, paper.currency, paper.wording.language)
        self._row = 0
        self._verdicts: dict[str, list[int]] = {}
        set_up(sheet, paper, widths)
        mark_verdicts(sheet, f"A1:J{_LINES}")

    @property
    def next_row(self) -> int:
        """The sheet row of the line to come."""
        return self._row + 1

    def add(self, *styled: Styled | None) -> int:
        """Write a line, an empty one if nothing is given; returns its sheet row."""
        self._row += 1
        self._sheet.append(self._cells.row(styled))
        return self._row

    def head(self, *columns: tuple[str, Kind]) -> None:
        """Write headings, given as keys of the wording and what stands below them."""
        self.add(*((self.paper.word(f"head_{key}"), kind, Role.HEAD) for key, kind in columns))

    def figures_head(self, title: str) -> None:
        """Write the headings of figures that are compared; `title` is a key of the wording."""
        self.head(
            (title, Kind.TEXT), ("remark", Kind.TEXT), ("app_says", Kind.MONEY),
            ("recalculated", Kind.MONEY), ("agrees", Kind.VERDICT),
        )  # fmt: skip

    def figure(
        self, label: Value, remark: Value, static: int, live: str, *, kind: Kind = Kind.MONEY,
        role: Role = Role.BODY,
    ) -> int:  # fmt: skip
        """Write a figure, the formula that must come to the same, and OK or NG; returns the row."""
        row = self.next_row
        return self.add(
            (label, Kind.TEXT, role),
            (remark, Kind.TEXT, role if role is Role.SUM else Role.LIVE),
            (static, kind, role),
            (Formula(live), kind, Role.LIVE),
            self.verdict("E", f"C{row}", f"D{row}"),
        )

    def verdict(self, column: str, one: str, other: str) -> Styled:
        """OK or NG for the line to come, in this column."""
        self._verdicts.setdefault(column, []).append(self.next_row)
        return self.paper.verdict(one, other), Kind.VERDICT, Role.BODY

    def verdicts(self) -> Verdicts:
        """Where OK or NG stands on this page."""
        name = quoted(self._sheet.title)
        cells = (
            f"{name}!${column}${rows[0]}:${column}${rows[-1]}"
            for column, rows in self._verdicts.items()
        )
        return Verdicts(tuple(cells), sum(map(len, self._verdicts.values())))
