"""Label sheets: where each label lies on its sheet, in millimetres."""

from dataclasses import dataclass

from reception_app.domain.errors import ReceptionError


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

    def __post_init__(self) -> None:
        across = self.left + self.columns * (self.label_width + self.gap_x) - self.gap_x
        down = self.top + self.rows * (self.label_height + self.gap_y) - self.gap_y
        if across > self.page[0] or down > self.page[1] or min(self.columns, self.rows) < 1:
            raise ValueError(self)

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


A4_TEN = LabelSheet(
    name="A4, 10 labels 91 x 55 mm (A-One 51006)",
    page=(210.0, 297.0),
    columns=2,
    rows=5,
    label_width=91.0,
    label_height=55.0,
    left=14.0,
    top=11.0,
)
"""Ten cards of 91 x 55 mm on A4, as A-One 51006 and most Japanese business card sheets."""
