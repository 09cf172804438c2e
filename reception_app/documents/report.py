"""A report on A4: what it says, block below block.

Door lists, settlement reports, closing slips and evidence indexes are all made of these blocks, so
that every paper of an event looks alike. `report_page.write_report` makes the PDF.
"""

from dataclasses import dataclass
from enum import Enum, auto

from reception_app.documents.pdf_file import PAGE_A4

"""A4 lying on its long side: width and height in mm."""


class Align(Enum):
    """Where the text of a column stands; amounts stand on the right."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class RowKind(Enum):
    """What a row is among its neighbours.

    SECTION: a heading between rows, over the whole width. SUBTOTAL and TOTAL: a line above, bold;
    below a TOTAL there is a line too.
    """

    BODY = auto()
    SECTION = auto()
    SUBTOTAL = auto()
    TOTAL = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, and at most how many lines a cell takes."""

    heading: str
    share: float
    align: Align = Align.LEFT
    bold: bool = False
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than text.

    `note` is a smaller line below, such as a reading; `swatch` a `#rrggbb` square before the text;
    `tick` an empty box to tick with a pen.
    """

    text: str = ""
    note: str = ""
    swatch: str = ""
    tick: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, as many as there are columns; a SECTION has its first alone."""

    cells: tuple[str | Cell, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    muted: bool = False
    size: float = 9.5


@dataclass(frozen=True, slots=True)
class Figures:
    """Big figures beside each other, each `(caption, figure, remark)`."""

    figures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings that stand again on each page; `empty` is said when there are none.

    `size` is that of the text in points: a door list is read at arm's length, standing.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str = ""
    size: float = 9.0
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its name, how long it is, what is written at its end."""

    name: str
    value: float
    said: str
    colour: str = "#2F56D9"


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars lying below each other, the longest as wide as there is room."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars standing beside each other, as for arrivals by ten minutes."""

    bars: tuple[Bar, ...]
    height_mm: float = 42.0


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, each with the role of who signs; dates are written by hand."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextPage:
    """What follows begins on a new page."""


Block = Heading | Words | Figures | Table | Bars | Columns | Signatures | NextPage


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: `title`, what stands below it, and `foot`, at the foot of each page.

    `aside` is a short text beside the title, such as a version or the number of a box.
    """

    title: str
    subtitle: str = ""
    aside: str = ""
    foot: str = ""
    blocks: tuple[Block, ...] = ()
    page: tuple[float, float] = PAGE_A4
