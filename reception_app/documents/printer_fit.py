"""How one printer's paper is off, and what is done about it: an offset and a scale, per printer."""

from dataclasses import dataclass

from reception_app.documents.drawing import MM
from reception_app.domain.errors import ReceptionError

MOST_OFFSET = 10.0
"""mm: a printer that is farther off has the wrong paper."""

MOST_STRETCH = 0.03
"""A share: a printer that is farther off was told to fit the page."""


@dataclass(eq=False)
class PrinterFitImpossible(ReceptionError):
    """What was measured on a test sheet is farther off than any printer."""

    most_mm: str
    most_percent: str


@dataclass(frozen=True, slots=True)
class PrinterFit:
    """What to add in mm, and what to multiply with, across and down, to land where we mean to."""

    offset: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1.0, 1.0)

    def __post_init__(self) -> None:
        if not all(abs(each) <= MOST_OFFSET for each in self.offset) or not all(
            abs(each - 1) <= MOST_STRETCH for each in self.scale
        ):
            raise PrinterFitImpossible(f"{MOST_OFFSET:g}", f"{MOST_STRETCH * 100:g}")

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page, in points, has to be drawn."""
        return x * self.scale[0] + self.offset[0] * MM, y * self.scale[1] + self.offset[1] * MM


EXACT = PrinterFit()
"""A printer that needs no correction."""


def measured_fit(
    wanted: tuple[float, float, float, float], measured: tuple[float, float, float, float]
) -> PrinterFit:
    """The fit that brings a test sheet's lines from where they were measured to where they belong.

    Args:
        wanted: mm of the left line from the left edge, the upper line from the upper edge, and the
            distances between the left and right and between the upper and lower lines.
        measured: the same on the printed sheet.

    Raises:
        PrinterFitImpossible: no printer is so far off.
    """
    if min(measured[2:]) <= 0:
        raise PrinterFitImpossible(f"{MOST_OFFSET:g}", f"{MOST_STRETCH * 100:g}")
    scale = tuple(round(want / is_, 5) for want, is_ in zip(wanted[2:], measured[2:], strict=True))
    offset = tuple(
        round(want - is_ * stretch, 2)
        for want, is_, stretch in zip(wanted[:2], measured[:2], scale, strict=True)
    )
    return PrinterFit((offset[0], offset[1]), (scale[0], scale[1]))
