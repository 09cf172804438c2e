"""Cells of a workbook in our look: styles, number formats by currency, text that stays text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reception_app.domain.money import EXPONENTS

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

FONT = "BIZ UDPGothic"
INK, MUTED, LINE, ACCENT = "171B22", "667085", "E3E6EB", "2F56D9"
BAND = "EEF2FF"
GREEN, GREEN_TINT = "00795C", "E3F3EE"
AMBER, AMBER_TINT = "7A5200", "FFF3D1"
RED, RED_TINT = "B3261E", "FBE9E7"

_BECOMES_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    CENTRED = "centred"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    VERDICT = "verdict"
    MARK = "mark"


class Role(StrEnum):
    """What a cell is for."""

    BODY = "body"
    STRONG = "strong"
    SUM = "sum"
    LIVE = "live"
    LABEL = "label"
    HEAD = "head"
    TITLE = "title"
    NOTE = "note"
    LINK = "link"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours, beginning with `=`; no other text ever becomes one."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a cell of another sheet, named as formulas name it."""

    text: str
    target: str


Value = str | int | date | datetime | Formula | Link | None
"""What can stand in a cell; money as whole minor units in a `MONEY` cell."""

Styled = tuple[Value, Kind, Role]
"""A value with what it is and what it is for."""

WriteOnlySheet = Any
"""A sheet of a write-only workbook; openpyxl's stubs leave out most of what it can do."""


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take this text for a formula when it is typed or read as CSV."""
    return _BECOMES_FORMULA.match(text) is not None


def money_format(currency: str) -> str:
    """The number format of amounts: no decimals for yen, red when negative, a dash for none."""
    number = "#,##0" + ("." + "0" * EXPONENTS[currency] if EXPONENTS[currency] else "")
    return f'{number};[Red]-{number};"–"'


class Cells:
    """The cells of one sheet.

    openpyxl writes a cell the moment it is handed over, so one cell for each style is enough: it is
    filled anew each time. That is why a row is an iterator, never a list.
    """

    def __init__(self, sheet: WriteOnlySheet, currency: str, language: str) -> None:
        self._sheet = sheet
        self._exponent = EXPONENTS[currency]
        self._formats = _formats(currency, language)
        self._made: dict[tuple[Kind, Role, bool], Cell] = {}

    def row(self, styled: Iterable[Styled | None]) -> "Iterator[Cell | None]":
        """A row to append; None as part or as value leaves a cell out."""
        for part in styled:
            yield None if part is None or part[0] is None else self._filled(*part)

    def table_row(
        self, values: Iterable[Value], plan: Sequence[tuple[Kind, Role]]
    ) -> "Iterator[Cell | None]":
        """A row of a table, whose columns are styled by `plan`; quicker than `row` in bulk."""
        for value, (kind, role) in zip(values, plan, strict=True):
            yield None if value is None else self._filled(value, kind, role)

    def _filled(self, value: Value, kind: Kind, role: Role) -> "Cell":
        if isinstance(value, str):
            return self._text(value, kind, role)
        if isinstance(value, Link):
            return self._link(value, kind, role)
        cell = self._styled((kind, role, False))
        match value:
            case Formula(text):
                cell.value = text
            case int() if kind is Kind.MONEY and self._exponent:
                cell.value = Decimal(value).scaleb(-self._exponent)
            case datetime():
                # A workbook knows no time zones: what the clock on the wall said is what is read.
                cell.value = value.replace(tzinfo=None)
            case _:
                cell.value = value
        return cell

    def _text(self, value: str, kind: Kind, role: Role) -> "Cell":
        cell = self._styled((kind, role, is_risky(value)))
        cell.value = _NOT_IN_XML.sub("", value)
        cell.data_type = "s"
        return cell

    def _link(self, link: Link, kind: Kind, role: Role) -> "Cell":
        from openpyxl.worksheet.hyperlink import Hyperlink

        # A link stays with its cell, so this one is not used again.
        cell = self._make(kind, role, quoted=False)
        cell.value = link.text
        cell.hyperlink = Hyperlink(ref="A1", location=link.target)
        return cell

    def _styled(self, key: tuple[Kind, Role, bool]) -> "Cell":
        made = self._made.get(key)
        if made is None:
            kind, role, quoted = key
            made = self._made[key] = self._make(kind, role, quoted=quoted)
        return made

    def _make(self, kind: Kind, role: Role, *, quoted: bool) -> "Cell":
        cell = _cell_type()(self._sheet, row=1, column=1)
        _dress(cell, kind, role)
        cell.number_format = self._formats.get(kind, "General")
        # Excel's own mark for "this is text", which outlives editing the cell.
        cell.quotePrefix = quoted
        return cell


@cache
def _cell_type() -> "type[Cell]":
    from openpyxl.cell.cell import Cell

    class StyledCell(Cell):
        """A cell that openpyxl hands on quickly: its style is looked up once, not each time."""

        __slots__ = ("_known_style_id",)
        _known_style_id: int
        has_style = True

        @property
        def style_id(self) -> int:
            try:
                return self._known_style_id
            except AttributeError:
                self._known_style_id = super().style_id
                return self._known_style_id

        def __repr__(self) -> str:
            # WORKAROUND openpyxl tells a cell from a value by an exception that holds its repr,
            # once for each cell (openpyxl 3.1, worksheet/_write_only.py, _values_to_row).
            return "StyledCell"

    return StyledCell


def _formats(currency: str, language: str) -> Mapping[Kind, str]:
    day = 'yyyy"年"m"月"d"日"' if language == "ja" else "yyyy-mm-dd"
    return MappingProxyType(
        {
            Kind.TEXT: "@",
            Kind.NUMBER: "#,##0",
            Kind.MONEY: money_format(currency),
            Kind.DAY: day,
            Kind.MOMENT: "yyyy-mm-dd hh:mm",
        }
    )


def _dress(cell: "Cell", kind: Kind, role: Role) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    bold = role in {Role.STRONG, Role.SUM, Role.HEAD, Role.TITLE}
    size = {Role.TITLE: 18, Role.HEAD: 10, Role.NOTE: 9}.get(role, 10)
    colour = {
        Role.HEAD: "FFFFFF", Role.LABEL: MUTED, Role.NOTE: MUTED, Role.LIVE: MUTED,
        Role.LINK: ACCENT,
    }.get(role, INK)  # fmt: skip
    cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
    side = {
        Kind.NUMBER: "right", Kind.MONEY: "right", Kind.CENTRED: "center", Kind.VERDICT: "center",
        Kind.MARK: "center", Kind.DAY: "center", Kind.MOMENT: "center",
    }.get(kind, "left")  # fmt: skip
    if role is Role.FACT:
        side = "left"
    # Titles begin at the very edge; what stands in columns keeps off its neighbours.
    indent = 0 if side == "center" or role in {Role.TITLE, Role.NOTE} else 1
    cell.alignment = Alignment(
        horizontal=side, vertical="center", wrap_text=role is Role.HEAD, indent=indent
    )
    fill = {Role.HEAD: ACCENT, Role.SUM: BAND}.get(role)
    if fill is not None:
        cell.fill = PatternFill("solid", start_color=fill)
    if role in {Role.BODY, Role.STRONG, Role.LIVE, Role.SUM}:
        cell.border = Border(bottom=Side(style="thin", color=LINE))
