"""Label sheets: where each label lies on its sheet, in millimetres."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.errors import ReceptionError

A4 = (210.0, 297.0)
LETTER = (215.9, 279.4)
MOST_LABELS = 500
"""Labels on one sheet; more would be smaller than any name."""

_SMALLEST_LABEL = 10.0
_LARGEST_PAGE = 2000.0
_ROUNDING = 0.005
"""mm by which nominal measures may add up to more than the paper."""


class FlipEdge(StrEnum):
    """Over which edge the printer turns a sheet to print its back."""

    LONG = "long"
    SHORT = "short"


@dataclass(eq=False)
class SheetLargerThanPaper(ReceptionError):
    """The labels with their margins and gaps need more room than the paper has, in mm."""

    needs_width: str
    needs_height: str
    page_width: str
    page_height: str


@dataclass(eq=False)
class SheetMeasureImpossible(ReceptionError):
    """A measure of the sheet is no length of a real one: below zero, too small or too large."""

    smallest: str


@dataclass(eq=False)
class SheetUnknown(ReceptionError):
    """There is no sheet of this name."""

    text: str


@dataclass(eq=False)
class LabelNotOnSheet(ReceptionError):
    """The first label to print on is not one of the sheet's."""

    label: int
    labels: int


@dataclass(frozen=True, slots=True)
class Place:
    """One label: which sheet it is on (from 0) and its top left corner, mm from the sheet's."""

    sheet: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of equal labels, all lengths in mm; labels are numbered from 1, row by row.

    `left` and `top` are the margins to the first label, `gap_x` and `gap_y` what lies between two.
    A `folded` label stands like a tent: its upper half shows the same, upside down. `key` names a
    sheet that comes with the program.
    """

    name: str
    page: tuple[float, float]
    columns: int
    rows: int
    label_width: float
    label_height: float
    left: float
    top: float
    gap_x: float = 0.0
    gap_y: float = 0.0
    folded: bool = False
    key: str = ""

    def __post_init__(self) -> None:
        across = self.left + self.columns * (self.label_width + self.gap_x) - self.gap_x
        down = self.top + self.rows * (self.label_height + self.gap_y) - self.gap_y
        measures = (self.left, self.top, self.gap_x, self.gap_y)
        smallest = min(self.label_width, self.label_height)
        if (
            not all(0 <= measure < _LARGEST_PAGE for measure in measures)
            or not smallest >= _SMALLEST_LABEL
            or not all(_SMALLEST_LABEL <= side < _LARGEST_PAGE for side in self.page)
            or not 1 <= self.columns * self.rows <= MOST_LABELS
            or min(self.columns, self.rows) < 1
        ):
            raise SheetMeasureImpossible(f"{_SMALLEST_LABEL:g}")
        if across > self.page[0] + _ROUNDING or down > self.page[1] + _ROUNDING:
            raise SheetLargerThanPaper(
                f"{across:g}", f"{down:g}", f"{self.page[0]:g}", f"{self.page[1]:g}"
            )

    @property
    def face(self) -> tuple[float, float]:
        """Width and height of what is printed upright on a label: half of a folded one."""
        return self.label_width, self.label_height / (2 if self.folded else 1)

    @property
    def labels(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def place(self, index: int, *, first_label: int = 1) -> Place:
        """Where the tag `index` (from 0) lies when the first one is printed on `first_label`.

        Raises:
            LabelNotOnSheet: `first_label` is not 1 to `labels`.
        """
        if not 1 <= first_label <= self.labels:
            raise LabelNotOnSheet(first_label, self.labels)
        sheet, label = divmod(index + first_label - 1, self.labels)
        row, column = divmod(label, self.columns)
        return Place(
            sheet,
            self.left + column * (self.label_width + self.gap_x),
            self.top + row * (self.label_height + self.gap_y),
        )

    def back_place(self, place: Place, flip: FlipEdge) -> Place:
        """Where the back of a label lies on the back of its sheet, seen from the back."""
        if flip is FlipEdge.LONG:
            return Place(place.sheet, self.page[0] - place.left - self.label_width, place.top)
        return Place(place.sheet, place.left, self.page[1] - place.top - self.label_height)

    def cut_marks(self) -> tuple[tuple[float, float, float, float], ...]:
        """Short lines in the margins, in line with the labels' edges: x, y, width, height."""
        length, distance = 4.0, 2.0
        lefts = [self.left + n * (self.label_width + self.gap_x) for n in range(self.columns)]
        tops = [self.top + n * (self.label_height + self.gap_y) for n in range(self.rows)]
        across = sorted({edge for left in lefts for edge in (left, left + self.label_width)})
        down = sorted({edge for top in tops for edge in (top, top + self.label_height)})
        ends = ((across[0], across[-1]), (down[0], down[-1]))
        marks = [(x, y, 0.0, length) for x in across for y in _outside(*ends[1], length, distance)]
        marks += [(x, y, length, 0.0) for y in down for x in _outside(*ends[0], length, distance)]
        return tuple(marks)

    def sheets(self, tags: int, *, first_label: int = 1) -> int:
        """How many sheets `tags` tags take."""
        return -(-(tags + first_label - 1) // self.labels) if tags else 0


def _outside(first: float, last: float, length: float, distance: float) -> tuple[float, float]:
    return first - distance - length, last + distance


Pair = tuple[float, float]


def _sheet(
    key: str, page: Pair, *, grid: tuple[int, int], label: Pair, margin: Pair,
    gap: Pair = (0.0, 0.0), folded: bool = False,
) -> LabelSheet:  # fmt: skip
    """A sheet by its maker's measures: columns and rows, label, left and top margin, gaps."""
    return LabelSheet(key, page, *grid, *label, *margin, *gap, folded, key)


_NUMBER = r"\d{1,4}(?:\.\d{1,6})?"
_PAGES = {"a4": A4, "letter": LETTER}
_MEASURES = re.compile(
    rf"(\d{{1,3}})x(\d{{1,3}}) (?P<width>{_NUMBER})x(?P<height>{_NUMBER})"
    rf" (?P<left>{_NUMBER}),(?P<top>{_NUMBER})"
    rf"(?: (?P<gap_x>{_NUMBER}),(?P<gap_y>{_NUMBER}))?"
    rf"(?: (?P<page>a4|letter|(?P<page_width>{_NUMBER})x(?P<page_height>{_NUMBER})))?"
    r"(?P<folded> folded)?"
)
_IN = 25.4
_SHEETS = (
    _sheet("A-One 51006", A4, grid=(2, 5), label=(91, 55), margin=(14, 11)),
    _sheet("A-One 51002", A4, grid=(2, 5), label=(91, 55), margin=(14, 11)),
    _sheet("A-One 51164", A4, grid=(2, 5), label=(91, 55), margin=(14, 11)),
    _sheet("A-One 72210", A4, grid=(2, 5), label=(86.4, 50.8), margin=(18.6, 21.5)),
    _sheet("A-One 72312", A4, grid=(2, 6), label=(86.4, 42.3), margin=(18.6, 21.6)),
    _sheet("Avery L7418", A4, grid=(2, 4), label=(86.5, 55.5), margin=(18.5, 37.5)),
    _sheet("Avery L4785", A4, grid=(2, 5), label=(80, 50), margin=(18, 13), gap=(15, 5)),
    _sheet("Avery C32011", A4, grid=(2, 5), label=(85, 54), margin=(15, 13.5), gap=(10, 0)),
    _sheet("Avery 5395", LETTER, grid=(2, 4), label=(3.375 * _IN, 7 / 3 * _IN),
           margin=(0.6875 * _IN, 7 / 12 * _IN), gap=(0.375 * _IN, _IN / 6)),
    _sheet("Avery 5392", LETTER, grid=(2, 3), label=(4 * _IN, 3 * _IN), margin=(0.25 * _IN, _IN)),
    _sheet("Avery 5371", LETTER, grid=(2, 5), label=(3.5 * _IN, 2 * _IN),
           margin=(0.75 * _IN, 0.5 * _IN)),
    _sheet("HERMA 4099", A4, grid=(2, 5), label=(96, 50.8), margin=(8, 21.5), gap=(3, 0)),
    _sheet("HERMA 4457", A4, grid=(2, 6), label=(105, 48), margin=(0, 5.5)),
    _sheet("HISAGO ELM005", A4, grid=(2, 4), label=(98, 68), margin=(5, 12.5), gap=(4, 0)),
    _sheet("HISAGO ELM006", A4, grid=(2, 5), label=(86.4, 50.8), margin=(18.6, 21.2)),
    _sheet("lanyard-a4", A4, grid=(2, 3), label=(4 * _IN, 3 * _IN), margin=(3.4, 34.2)),
    _sheet("lanyard-single", (4 * _IN, 3 * _IN), grid=(1, 1), label=(4 * _IN, 3 * _IN),
           margin=(0, 0)),
    _sheet("a6-single", (105, 148), grid=(1, 1), label=(105, 148), margin=(0, 0)),
    _sheet("a6-a4", A4, grid=(2, 2), label=(105, 148), margin=(0, 0.5)),
    _sheet("card-single", (54, 85), grid=(1, 1), label=(54, 85), margin=(0, 0)),
    _sheet("card-a4", A4, grid=(3, 3), label=(54, 85), margin=(19, 16), gap=(5, 5)),
    _sheet("roll-62", (100, 62), grid=(1, 1), label=(100, 62), margin=(0, 0)),
    _sheet("table-cards-a4", A4, grid=(1, 2), label=(180, 120),
           margin=(15, 18.5), gap=(0, 20), folded=True),
)  # fmt: skip

SHEETS = {sheet.key: sheet for sheet in _SHEETS}
"""The sheets that come with the program, by key; `wording` has words for those of no maker."""

A4_TEN = SHEETS["A-One 51006"]
"""Ten cards of 91 x 55 mm on A4, as A-One 51006 and most Japanese business card sheets."""

TABLE_CARDS = SHEETS["table-cards-a4"]
"""Two cards on A4 that are folded and stand on a table."""


def sheet_from(text: str) -> LabelSheet:
    """The sheet of this key, or the own one that `measures_of` has written.

    Measures are `2x5 91x55 14,11`: columns and rows, label, left and top margin; then gaps (`3,10`)
    and the paper (`A4`, `letter` or `210x297`) if there are any, and `folded` for tents.

    Raises:
        SheetUnknown: there is no such sheet.
        SheetLargerThanPaper, SheetMeasureImpossible: no paper has such labels.
    """
    match = _MEASURES.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return find_sheet(text)
    lengths = {k: v for k, v in match.groupdict().items() if v and k not in {"page", "folded"}}
    numbers = {key: float(value) for key, value in lengths.items()}
    page = _PAGES.get(match["page"] or "a4")
    if page is None:
        page = (numbers["page_width"], numbers["page_height"])
    return LabelSheet(
        name="",
        page=page,
        columns=int(match[1]),
        rows=int(match[2]),
        label_width=numbers["width"],
        label_height=numbers["height"],
        left=numbers["left"],
        top=numbers["top"],
        gap_x=numbers.get("gap_x", 0.0),
        gap_y=numbers.get("gap_y", 0.0),
        folded=bool(match["folded"]),
    )


def measures_of(sheet: LabelSheet) -> str:
    """The key of a sheet of ours, or the measures of another, for `sheet_from`."""
    if sheet.key:
        return sheet.key
    text = (
        f"{sheet.columns}x{sheet.rows} {_mm(sheet.label_width)}x{_mm(sheet.label_height)}"
        f" {_mm(sheet.left)},{_mm(sheet.top)} {_mm(sheet.gap_x)},{_mm(sheet.gap_y)}"
        f" {_mm(sheet.page[0])}x{_mm(sheet.page[1])}"
    )
    return f"{text} folded" if sheet.folded else text


def find_sheet(key: str) -> LabelSheet:
    """The sheet of this key, letter case and spaces not minded.

    Raises:
        SheetUnknown: there is none.
    """
    wanted = key.casefold().replace(" ", "")
    for sheet in _SHEETS:
        if sheet.key.casefold().replace(" ", "") == wanted:
            return sheet
    raise SheetUnknown(key)


def _mm(length: float) -> str:
    return f"{length:.4f}".rstrip("0").rstrip(".")
