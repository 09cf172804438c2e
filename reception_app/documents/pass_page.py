"""A guest's pass on one A5 page: what they show at the door, on paper or on a telephone."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reception_app.documents import fonts
from reception_app.documents.drawing import (
    INK,
    MM,
    MUTED,
    Area,
    Mark,
    Outline,
    QrCode,
    TextLine,
    readable_on,
)
from reception_app.documents.fitting import Fitted, Paragraph, fit_lines, fit_paragraphs
from reception_app.documents.fonts import Weight
from reception_app.documents.name_tag import NO_CATEGORY
from reception_app.documents.pdf_file import PdfPages
from reception_app.documents.qr_image import QUIET, SIDE
from reception_app.documents.receipt_layout import addressed
from reception_app.documents.text_marks import ASCENT, line_baselines, lines_at
from reception_app.documents.text_problem import ProblemKind, text_problems
from reception_app.domain.money import Money, format_money
from reception_app.wording import Wording

PAGE_A5 = (148.0, 210.0)
"""Width and height of the page in mm: on A4 and Letter alike, and large enough on a telephone."""

_EDGE = 8 * MM
_LEFT = 15 * MM
_RIGHT = 133 * MM
_WIDTH = _RIGHT - _LEFT
_BOTTOM = 202 * MM
_HEAD_BOTTOM = 55 * MM
_NAME_TOP = 61 * MM
_DUE_HEIGHT = 20 * MM
_LARGEST_QR = 64 * MM
_SMALLEST_QR = 40 * MM
_SMALLEST = 6.0
_TINT = "#F2F4F7"
_DARK = "#344054"


@dataclass(frozen=True, slots=True)
class GuestPass:
    """What one pass shows; texts that are empty leave no trace.

    `category` is the word on the head and `colour` the head's `#RRGGBB`; `hours` when the doors are
    open; `companion_of` the host's name; `due` what is still to be paid on `as_of`, if anything,
    and `reference_code` what a payer types before the name of a transfer.
    """

    number: int
    name: str
    badge_code: str
    event_name: str
    event_date: str
    as_of: date
    reading: str = ""
    company: str = ""
    title: str = ""
    companion_of: str = ""
    category: str = ""
    colour: str = NO_CATEGORY
    hours: str = ""
    venue: str = ""
    table: str = ""
    due: Money | None = None
    reference_code: str = ""


@dataclass(frozen=True, slots=True)
class PassProblem:
    """One text of one guest's pass that did not come out as it should.

    `text` is the text; of a missing glyph, the characters that no typeface has.
    """

    kind: ProblemKind
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class LaidOutPass:
    """A pass ready to be drawn, and what could not be done well."""

    marks: tuple[Mark, ...]
    problems: tuple[PassProblem, ...]


def write_pass(path: Path, guest_pass: GuestPass, *, wording: Wording) -> tuple[PassProblem, ...]:
    """Write the pass as a PDF of one page and give back what did not come out as it should.

    Raises:
        OSError: the file cannot be written; what there is of it is worth nothing.
    """
    laid_out = lay_out_pass(guest_pass, wording)
    title = wording.text("document", "pass_title", event=guest_pass.event_name)
    with path.open("xb") as stream:
        pages = PdfPages(stream, title=title, language=wording.language, page=PAGE_A5)
        pages.place(laid_out.marks, 0, 0)
        pages.finish()
    return laid_out.problems


def lay_out_pass(guest_pass: GuestPass, wording: Wording) -> LaidOutPass:
    """The marks of the pass on an A5 page; nothing overlaps but what stands on a ground."""
    layout = _Layout(guest_pass, wording)
    return LaidOutPass(tuple(layout.marks), tuple(layout.problems))


class _Layout:
    """One pass while its parts are being placed."""

    def __init__(self, guest_pass: GuestPass, wording: Wording) -> None:
        self.marks: list[Mark] = []
        self.problems: list[PassProblem] = []
        self._pass = guest_pass
        self._wording = wording
        self._head()
        top = self._name()
        bottom = self._due() if guest_pass.due else _BOTTOM
        self._code(top, bottom)

    def _word(self, key: str, **facts: object) -> str:
        return self._wording.text("document", key, **facts)

    def _head(self) -> None:
        """The event on the colour of the category: what, when, where, as whom."""
        ground = self._pass.colour or NO_CATEGORY
        ink = readable_on(ground)
        width = PAGE_A5[0] * MM - 2 * _EDGE
        self.marks.append(Area(_EDGE, _EDGE, width, _HEAD_BOTTOM - _EDGE, ground, 4 * MM))
        right = _RIGHT
        if self._pass.category:
            fitted = self._line(self._pass.category, _WIDTH / 2, 12, Weight.BOLD)
            right -= fonts.width(fitted.lines[0], fitted.size, Weight.BOLD)
            self._put(fitted, right, 17.5 * MM, Weight.BOLD, ink)
        label = self._line(self._word("pass"), right - _LEFT - 4 * MM, 9.5)
        self._put(label, _LEFT, 17.5 * MM, colour=ink)
        parts = [Paragraph(self._pass.event_name, 21, Weight.BOLD, lines=2, leading=1.3)]
        when = "  ".join(filter(None, (self._pass.event_date, self._pass.hours)))
        parts.append(Paragraph(when, 12, lines=2, leading=1.7))
        if self._pass.venue:
            parts.append(Paragraph(self._pass.venue, 11, lines=2, leading=1.5))
        self._block(parts, 22 * MM, _HEAD_BOTTOM - 4 * MM, ink, middle=True)

    def _name(self) -> float:
        """Reading, name, company, title and host; gives back their lower edge."""
        shown = self._pass
        top = _NAME_TOP
        if shown.reading:
            reading = self._line(shown.reading, _WIDTH, 10.5)
            self._put(reading, _LEFT, top + 10.5 * ASCENT, colour=MUTED)
            top += 10.5 + 1.8 * MM
        name, respect = addressed(shown.name, self._wording)
        room = _WIDTH
        if respect:
            room -= fonts.width(respect, 15) + 3 * MM
        if name:
            fitted = fit_lines(
                name, weight=Weight.BOLD, width=room, height=19 * MM, largest=29, lines=2
            )
            self._note(name, fitted)
            baseline = top + fitted.size * ASCENT
            baselines = [baseline + row * fitted.size * 1.2 for row in range(len(fitted.lines))]
            self.marks += lines_at(fitted, baselines, left=_LEFT, width=room, weight=Weight.BOLD)
            baseline = baselines[-1]
            if respect:
                last = fonts.width(fitted.lines[-1], fitted.size, Weight.BOLD, fitted.style)
                self.marks.append(TextLine(respect, _LEFT + last + 3 * MM, baseline, 15))
            top = baseline + fitted.size * (1 - ASCENT)
        else:
            self.problems.append(PassProblem(ProblemKind.EMPTY_NAME, shown.number, ""))
            top += 12 * MM
            self.marks.append(Outline(_LEFT, top, _WIDTH, 0, _DARK, 0.8))
        companion = shown.companion_of and self._word("pass_companion", name=shown.companion_of)
        texts = ((shown.company, 11.5, 2), (shown.title, 10.5, 2), (companion, 10.5, 1))
        parts = [Paragraph(text, size, lines=n, leading=1.4) for text, size, n in texts if text]
        return self._block(parts, top + 2 * MM, top + 20 * MM, _DARK) if parts else top

    def _due(self) -> float:
        """What is still to be paid, and how, at the foot; gives back the upper edge."""
        assert self._pass.due is not None
        top = _BOTTOM - _DUE_HEIGHT
        self.marks.append(Area(_EDGE, top, PAGE_A5[0] * MM - 2 * _EDGE, _DUE_HEIGHT, _TINT, 3 * MM))
        label = self._line(self._word("pass_due", day=self._pass.as_of), _WIDTH * 0.6, 9.5)
        self._put(label, _LEFT, top + 8 * MM, colour=_DARK)
        amount = self._line(format_money(self._pass.due), _WIDTH * 0.36, 17, Weight.BOLD)
        left = _RIGHT - fonts.width(amount.lines[0], amount.size, Weight.BOLD)
        self._put(amount, left, top + 8.6 * MM, Weight.BOLD)
        hint = self._word("pass_transfer", code=self._pass.reference_code)
        self._put(self._line(hint, _WIDTH, 9.5), _LEFT, top + 15.2 * MM, colour=_DARK)
        return top - 5 * MM

    def _code(self, top: float, bottom: float) -> None:
        """The QR in the middle of what is left, its number, the table and what to do below it."""
        hint = self._line(self._word("pass_hint"), _WIDTH, 9.5)
        foot = 15 * MM
        grown = 1 + 2 * QUIET / SIDE
        side = max(_SMALLEST_QR, min(_LARGEST_QR, (bottom - top - foot) / grown))
        spare = max(bottom - top - foot - side * grown, 0)
        qr_top = top + spare / 2 + side * QUIET / SIDE
        self.marks.append(QrCode(self._pass.badge_code, self._middle(side), qr_top, side))
        baseline = qr_top + side * (1 + QUIET / SIDE) + 5 * MM
        number = self._word("tag_number", number=f"{self._pass.number:03}")
        table = self._pass.table and self._word("pass_table", table=self._pass.table)
        line = self._line("　".join(filter(None, (number, table))), _WIDTH, 14, Weight.BOLD)
        width = fonts.width(line.lines[0], line.size, Weight.BOLD, line.style)
        self._put(line, self._middle(width), baseline, Weight.BOLD)
        width = fonts.width(hint.lines[0], hint.size)
        self._put(hint, self._middle(width), baseline + 6.5 * MM, colour=MUTED)

    def _block(
        self,
        parts: list[Paragraph],
        top: float,
        bottom: float,
        colour: str,
        *,
        middle: bool = False,
    ) -> float:
        """Paragraphs from `top` down, or in the middle of the place; gives back the lower edge."""
        fitted = fit_paragraphs(parts, width=_WIDTH, height=bottom - top)
        pairs = list(zip(parts, fitted, strict=True))
        if middle:
            height = sum(len(f.lines) * f.size * p.leading for p, f in pairs)
            top += max(bottom - top - height, 0) / 2
        for part, lines in pairs:
            self._note(part.text, lines)
            baselines = [top + down for down in line_baselines(lines, part.leading)]
            self.marks += lines_at(
                lines, baselines, left=_LEFT, width=_WIDTH, weight=part.weight, colour=colour
            )
            top += len(lines.lines) * lines.size * part.leading
        return top

    def _line(
        self, text: str, width: float, size: float, weight: Weight = Weight.REGULAR
    ) -> Fitted:
        fitted = fit_lines(text, weight=weight, width=width, height=size, largest=size)
        self._note(text, fitted)
        return fitted

    def _put(
        self, fitted: Fitted, left: float, baseline: float, weight: Weight = Weight.REGULAR,
        colour: str = INK,
    ) -> None:  # fmt: skip
        self.marks += lines_at(
            fitted, [baseline], left=left, width=_WIDTH, weight=weight, colour=colour
        )

    def _note(self, text: str, fitted: Fitted) -> None:
        self.problems += [
            PassProblem(kind, self._pass.number, said)
            for kind, said in text_problems(text, fitted, smallest=_SMALLEST)
        ]

    @staticmethod
    def _middle(width: float) -> float:
        """Where something of this width begins when it stands in the middle of the page."""
        return (PAGE_A5[0] * MM - width) / 2
