"""A field for a length in millimetres, or another number with its unit."""

from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy

from reception_app.ui import theme

_NARROWEST = 84
"""px, with room for `100.00 mm`."""


class MeasureField(QDoubleSpinBox):
    """A length from `least` to `most` in steps of `step`, 1 mm unless told otherwise."""

    def __init__(
        self, least: float, most: float, *, step: float = 1.0, decimals: int = 1,
        unit: str = " mm",
    ) -> None:  # fmt: skip
        super().__init__()
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(decimals)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setMinimumHeight(theme.SMALL_CONTROL_HEIGHT)
        self.setMinimumWidth(_NARROWEST)
        # The width of the largest number that could be typed would burst every form.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
