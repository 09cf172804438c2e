"""Text for everything that paints its own: broken into lines, and figures in columns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def break_lines(
    text: str, font: QFont, width: float, most: int | None = None, *, whole_words: bool = False
) -> list[str]:
    """`text` in lines no wider than `width` px.

    Lines break where the script allows; with `whole_words`, as for names, at spaces wherever a
    word fits on a line. Line feeds in the text stay. More than `most` lines are cut: the last one
    ends in `…`.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        pieces = paragraph.split(" ") if whole_words else [paragraph]
        lines.extend(_filled(pieces, font, width))
    if most is not None and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        end = Qt.TextElideMode.ElideRight
        lines = [*lines[: most - 1], QFontMetricsF(font).elidedText(rest, end, width)]
    return lines


def draw_figure(painter: QPainter, figure: str, area: QRectF) -> None:
    """Draw a figure at the right edge of `area` with all its digits equally wide.

    The font has a narrow 1 and no tabular digits of its own; each digit gets the room of a 0.
    """
    metrics = painter.fontMetrics()
    digit = metrics.horizontalAdvance("0")
    right = area.right()
    for char in reversed(figure):
        width = metrics.horizontalAdvance(char)
        room = digit if char.isdigit() else width
        right -= room
        place = QRectF(right, area.top(), room, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, char)


def figure_width(figure: str, font: QFont) -> float:
    """How wide `draw_figure` draws it, in px."""
    metrics = QFontMetricsF(font)
    return sum(metrics.horizontalAdvance("0" if char.isdigit() else char) for char in figure)


def _filled(pieces: list[str], font: QFont, width: float) -> list[str]:
    metrics = QFontMetricsF(font)
    lines = [""]
    for piece in pieces:
        joined = f"{lines[-1]} {piece}" if lines[-1] else piece
        if metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        elif metrics.horizontalAdvance(piece) <= width:
            lines.append(piece)
        else:
            lines.extend(_broken(piece, font, width))
    return lines if lines[0] else lines[1:] or lines


def _broken(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    pieces: list[str] = []
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 units: 𠮷 is two of them
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        pieces.append(units[start:end].decode("utf-16-le").strip())
    layout.endLayout()
    return pieces
