"""The bank's rows as table rows: how each stands, and which a person wants to see."""

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from reception_app.domain.kana_fold import fold_name
from reception_app.domain.match import Candidate, Payer, Proposal
from reception_app.domain.money import Money, format_money, format_number
from reception_app.domain.statement import RowState
from reception_app.services.match_reasons import reasons_of
from reception_app.storage.statements import RowStanding
from reception_app.ui.money.cell_table import Cell, Heading, Row
from reception_app.ui.parts.label import Tone
from reception_app.wording import Wording

STATE_COLUMN, DATE_COLUMN, TEXT_COLUMN, AMOUNT_COLUMN = range(4)

_GREEN, _AMBER, _GREY, _BLUE = "#00795C", "#F5B301", "#98A2B3", "#2F56D9"
_NAMED = 2


class RowMark(Enum):
    """How a row stands, with what is proposed for it."""

    SURE = auto()
    SUGGESTED = auto()
    UNKNOWN = auto()
    OUT = auto()
    PARTLY = auto()
    UNIDENTIFIED = auto()
    CLEARED = auto()
    IGNORED = auto()


class RowFilter(Enum):
    """Which rows the table shows."""

    TO_DO = auto()
    SURE = auto()
    UNIDENTIFIED = auto()
    CLEARED = auto()
    IGNORED = auto()
    ALL = auto()

    def lets_through(self, mark: RowMark) -> bool:
        """Whether a row that stands like this is shown."""
        return self is RowFilter.ALL or mark in _SHOWN[self]


_SHOWN = {
    RowFilter.TO_DO: {
        RowMark.SURE, RowMark.SUGGESTED, RowMark.UNKNOWN, RowMark.OUT, RowMark.PARTLY,
    },
    RowFilter.SURE: {RowMark.SURE},
    RowFilter.UNIDENTIFIED: {RowMark.UNIDENTIFIED},
    RowFilter.CLEARED: {RowMark.CLEARED},
    RowFilter.IGNORED: {RowMark.IGNORED},
}  # fmt: skip

_MARKS = {
    RowState.PARTLY: RowMark.PARTLY,
    RowState.MATCHED: RowMark.CLEARED,
    RowState.UNIDENTIFIED: RowMark.UNIDENTIFIED,
    RowState.IGNORED: RowMark.IGNORED,
}


def mark_of(standing: RowStanding, proposal: Proposal | None, *, has_payout: bool) -> RowMark:
    """How a row stands."""
    if standing.state is not RowState.OPEN:
        return _MARKS[standing.state]
    if standing.row.amount < 0:
        return RowMark.OUT
    if proposal is not None and proposal.sure:
        return RowMark.SURE
    proposed = has_payout or (proposal is not None and bool(proposal.candidates))
    return RowMark.SUGGESTED if proposed else RowMark.UNKNOWN


def row_search(text: str) -> Callable[[RowStanding], bool]:
    """Whether a row is found by a text: in what the bank wrote, however wide, or by its amount."""
    wanted, digits = fold_name(text).key, "".join(filter(str.isdigit, text))
    if not wanted:
        return lambda _standing: True
    return lambda standing: (
        wanted in fold_name(standing.row.text).key
        or (bool(digits) and digits in str(abs(standing.row.amount)))
    )


def transfer_headings() -> tuple[Heading, ...]:
    """The columns of the bank's rows."""
    translate = QCoreApplication.translate
    return (
        Heading(translate("TransferRows", "State"), 140),
        Heading(translate("TransferRows", "Date"), 72),
        Heading(translate("TransferRows", "Payer and proposal"), 0),
        Heading(translate("TransferRows", "Amount"), 96, is_figure=True),
    )


class RowCells:
    """Makes the cells of rows and remembers their words; `payers` gives names, by guests' ids."""

    def __init__(self, payers: Mapping[str, Payer], wording: Wording, currency: str) -> None:
        self._payers = payers
        self._wording = wording
        self._currency = currency
        self._words = mark_words()
        self._told: dict[Candidate, str] = {}

    def row(self, standing: RowStanding, mark: RowMark, proposal: Proposal | None) -> Row:
        """The table row of a statement's row."""
        row = standing.row
        colour, words, tone = self._words[mark]
        return Row(
            standing.id,
            (
                Cell(words, swatch=colour, tone=tone, order=mark.value),
                Cell(f"{row.date:%m/%d}", tone="muted", order=row.date.isoformat()),
                Cell(row.text or row.kind, second=self._second(standing, mark, proposal)),
                Cell(self._number(row.amount), bold=True, order=row.amount),
            ),
        )

    def _second(self, standing: RowStanding, mark: RowMark, proposal: Proposal | None) -> str:
        if mark is RowMark.CLEARED:
            return self._named(standing.guests) or standing.row.kind
        if mark is RowMark.PARTLY:
            left = QCoreApplication.translate("TransferRows", "open")
            return f"{left} {format_money(Money(standing.left, self._currency))}"
        if proposal is None or not proposal.candidates:
            return standing.row.kind
        return self._proposed(proposal.candidates[0])

    def _proposed(self, best: Candidate) -> str:
        if best not in self._told:
            reasons = reasons_of(best, self._wording, self._currency)
            self._told[best] = f"{self._named(best.guests)} · {reasons}"
        return self._told[best]

    def _named(self, guests: tuple[str, ...]) -> str:
        named = [self._payers[guest].name for guest in guests[:_NAMED] if guest in self._payers]
        more = f" +{len(guests) - _NAMED}" if len(guests) > _NAMED else ""
        return "・".join(named) + more

    def _number(self, minor: int) -> str:
        return format_number(Money(minor, self._currency))


def mark_words() -> dict[RowMark, tuple[str, str, Tone]]:
    """Colour, word and tone of each way a row may stand."""
    translate = QCoreApplication.translate
    return {
        RowMark.SURE: (_GREEN, translate("TransferRows", "Sure"), "good"),
        RowMark.SUGGESTED: (_AMBER, translate("TransferRows", "Maybe"), "ink"),
        RowMark.UNKNOWN: (_GREY, translate("TransferRows", "No idea"), "ink"),
        RowMark.OUT: (_BLUE, translate("TransferRows", "Went out"), "ink"),
        RowMark.PARTLY: (_AMBER, translate("TransferRows", "In part"), "warn"),
        RowMark.UNIDENTIFIED: (_AMBER, translate("TransferRows", "Unidentified"), "warn"),
        RowMark.CLEARED: (_GREEN, translate("TransferRows", "Cleared"), "muted"),
        RowMark.IGNORED: (_GREY, translate("TransferRows", "Ignored"), "muted"),
    }
