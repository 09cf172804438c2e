"""Text broken into lines, for everything that paints its text itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def break_lines(text: str, font: QFont, width: float, most: int | None = None) -> list[str]:
    """`text` in lines no wider than `width` px, whole words where they fit.

    Line feeds in the text stay. More than `most` lines are cut: the last one ends in `…`.
    """
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_break_paragraph(paragraph, font, width))
    if most is not None and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines = [*lines[: most - 1], cut]
    return lines


def _break_paragraph(paragraph: str, font: QFont, width: float) -> list[str]:
    metrics = QFontMetricsF(font)
    lines = [""]
    for word in paragraph.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        elif metrics.horizontalAdvance(word) <= width:
            lines.append(word)
        else:
            # A sentence in Japanese has no spaces: it is broken where its script allows.
            lines.extend(_break_word(word, font, width))
    return lines if lines[0] else lines[1:] or lines


def _break_word(word: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(word, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    pieces: list[str] = []
    units = word.encode("utf-16-le")  # Qt counts in UTF-16 units: 𠮷 is two of them
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        pieces.append(units[start:end].decode("utf-16-le"))
    layout.endLayout()
    return pieces
