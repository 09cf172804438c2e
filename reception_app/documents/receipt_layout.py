"""A receipt 領収書 laid out on its place of a sheet, in the event's language."""

import re
from dataclasses import dataclass

from reception_app.documents import fonts
from reception_app.documents.drawing import INK, LINE, MM, MUTED, Area, Mark, Outline, TextLine
from reception_app.documents.fitting import Fitted, Paragraph, fit_lines, fit_paragraphs
from reception_app.documents.fonts import Weight
from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.receipt_slip import A4_THREE, A6_ONE, ReceiptSlip, SlipProblem
from reception_app.documents.text_problem import text_problems
from reception_app.domain.money import format_money
from reception_app.domain.tax import IssuerKind
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the columns of a slip stand, in points: the payee's from `left` to `middle`."""

    left: float
    middle: float
    right_column: float
    right: float
    title: float
    amount: float

    @property
    def main_width(self) -> float:
        """How wide the column of payee and amount is."""
        return self.middle - self.left


_WIDE = _Shape(16 * MM, 122 * MM, 132 * MM, 194 * MM, title=24, amount=27)
_NARROW = _Shape(9 * MM, 88 * MM, 94 * MM, 140 * MM, title=20, amount=22)
_SMALL = 8.0
_TEXT = 10.5
_SMALLEST = 6.0
_TINT = "#F2F4F7"
_DARK = "#344054"
_RED = "#B3261E"
_SEAL_SIDE = 19 * MM
_STAMP_WIDTH, _STAMP_HEIGHT = 24 * MM, 28 * MM
_SUMS_TOP = 88 * MM

_ADDRESSED = re.compile("(様|御中|殿|先生|各位)$")
_COMPANY = re.compile("会社|法人|組合|協会|財団|大学|学校|病院|事務所|銀行|委員会|商店|[㈱㈲]")


@dataclass(frozen=True, slots=True)
class LaidOutReceipt:
    """A receipt ready to be drawn, and what could not be done well."""

    marks: tuple[Mark, ...]
    problems: tuple[SlipProblem, ...]


def lay_out_receipt(
    slip: ReceiptSlip, wording: Wording, sheet: LabelSheet = A4_THREE
) -> LaidOutReceipt:
    """The marks of `slip` on one place of the sheet; nothing overlaps."""
    layout = _Layout(slip, wording, _NARROW if sheet == A6_ONE else _WIDE)
    return LaidOutReceipt(tuple(layout.marks), tuple(layout.problems))


def addressed(payee: str, wording: Wording) -> tuple[str, str]:
    """The payee and the word of respect that follows it: 様, 御中 for companies, or none."""
    if wording.language != "ja" or not payee or _ADDRESSED.search(payee):
        return payee, ""
    company_only = _COMPANY.search(payee) and " " not in payee and "\u3000" not in payee
    return payee, "御中" if company_only else "様"


class _Layout:
    """One receipt while its parts are being placed."""

    def __init__(self, slip: ReceiptSlip, wording: Wording, shape: _Shape) -> None:
        self._shape = shape
        self.marks: list[Mark] = []
        self.problems: list[SlipProblem] = []
        self._slip = slip
        self._wording = wording
        self._head()
        self._payee()
        self._amount()
        self._purpose()
        self._tax()
        self._issuer()
        if slip.void:
            self._void_mark()

    def _word(self, key: str, **facts: object) -> str:
        return self._wording.text("document", key, **facts)

    def _head(self) -> None:
        """Title and copy mark on the left, number and day on the right."""
        title = self._word("receipt")
        size = self._shape.title
        self._text(title, self._shape.left, 21 * MM, size, weight=Weight.BOLD)
        if self._slip.copy_number:
            left = self._shape.left + fonts.width(title, size, Weight.BOLD) + 6 * MM
            self._chip(self._word("receipt_copy", n=self._slip.copy_number), left, 17.6 * MM)
        number = self._word("receipt_number", number=self._slip.number)
        self._text_right(number, self._shape.right, 16 * MM, _TEXT, weight=Weight.BOLD)
        self._text_right(
            self._wording.date(self._slip.day), self._shape.right, 21.5 * MM, 9.5, colour=_DARK
        )

    def _payee(self) -> None:
        """The payee on a line, with the word of respect at its end."""
        baseline = 38 * MM
        label = self._word("receipt_payee")
        left = self._shape.left
        if label:
            self._text(label, left, baseline - 7.5 * MM, _SMALL, colour=MUTED)
        payee, respect = addressed(self._slip.payee, self._wording)
        right = self._shape.middle
        if respect or not payee:
            respect = respect or self._word("receipt_respect")
            self._text_right(respect, self._shape.middle, baseline, 13)
            right -= fonts.width(respect, 13) + 3 * MM
        if payee:
            fitted = self._fit(payee, right - left, 17, Weight.BOLD)
            self._text(fitted.lines[0], left, baseline, fitted.size, weight=Weight.BOLD)
        self.marks.append(
            Outline(
                self._shape.left,
                baseline + 2 * MM,
                self._shape.main_width,
                0,
                _DARK,
                0.8,
            )
        )

    def _amount(self) -> None:
        """The amount, alone and large."""
        top, height = 45 * MM, 17 * MM
        self.marks.append(
            Area(self._shape.left, top, self._shape.main_width, height, _TINT, 2 * MM)
        )
        self._text(
            self._word("receipt_amount"), self._shape.left + 5 * MM, top + 10 * MM, 9, colour=MUTED
        )
        amount = self._word("receipt_sum", amount=format_money(self._slip.amount))
        middle = (self._shape.left + self._shape.middle) / 2 + 6 * MM
        size = self._shape.amount
        left = middle - fonts.width(amount, size, Weight.BOLD) / 2
        self._text(amount, left, top + height / 2 + size * 0.36, size, weight=Weight.BOLD)

    def _purpose(self) -> None:
        """What the money was for, that it was received, and how."""
        label = self._word("receipt_purpose")
        baseline = 70 * MM
        self._text(label, self._shape.left, baseline, 9, colour=MUTED)
        left = self._shape.left + max(fonts.width(label, 9) + 3 * MM, 14 * MM)
        fitted = self._fit(self._slip.purpose, self._shape.middle - left, _TEXT)
        self._text(fitted.lines[0], left, baseline, fitted.size)
        self.marks.append(
            Outline(
                self._shape.left,
                baseline + 1.7 * MM,
                self._shape.main_width,
                0,
                LINE,
                0.6,
            )
        )
        self._text(self._word("receipt_received"), self._shape.left, 78 * MM, 9, colour=_DARK)
        tender = self._word("receipt_tender", tender=self._slip.tender)
        fitted = self._fit(tender, (self._shape.main_width) * 0.49, 9)
        self._text_right(fitted.lines[0], self._shape.middle, 78 * MM, fitted.size, colour=_DARK)

    def _tax(self) -> None:
        """The breakdown by rate, below everything on the left."""
        baseline = _SUMS_TOP - 2 * MM
        for line in self._slip.printed_tax[:2]:
            text = self._word(
                "receipt_tax_line",
                percent=line.percent,
                gross=format_money(line.gross),
                tax=format_money(line.tax),
            )
            fitted = self._fit(text, self._shape.main_width, _SMALL)
            self._text(fitted.lines[0], self._shape.left, baseline, fitted.size, colour=_DARK)
            baseline += 4.5 * MM

    def _issuer(self) -> None:
        """Who received the money, the place of the seal, and the revenue stamp where it is due."""
        slip = self._slip
        width = self._shape.right - self._shape.right_column
        bottom = 90 * MM
        seal = bool(self._word("receipt_seal"))
        if slip.stamp:
            label = self._word("receipt_stamp", amount=format_money(slip.stamp))
            self._box(label, self._shape.right_column, 29 * MM, _STAMP_WIDTH, _STAMP_HEIGHT)
        if seal:
            self._box(
                self._word("receipt_seal"),
                self._shape.right - _SEAL_SIDE,
                38 * MM,
                _SEAL_SIDE,
                _SEAL_SIDE,
            )
        top = 62 * MM
        parts = [Paragraph(slip.issuer_name, 13, Weight.BOLD, lines=2, leading=1.5)]
        if slip.issuer_address:
            parts.append(Paragraph(slip.issuer_address, 8.5, lines=3, leading=1.5))
        if slip.issuer_kind is IssuerKind.REGISTERED and slip.registration_number:
            number = self._word("receipt_registration", number=slip.registration_number)
            parts.append(Paragraph(number, 8.5, lines=1, leading=1.6))
        for part, fitted in zip(
            parts, fit_paragraphs(parts, width=width, height=bottom - top), strict=True
        ):
            self._note(part.text, fitted)
            pitch = fitted.size * part.leading
            baseline = top + (pitch - fitted.size) / 2 + fitted.size * 0.88
            for line in fitted.lines:
                self.marks.append(
                    TextLine(
                        line,
                        self._shape.right_column,
                        baseline,
                        fitted.size,
                        part.weight,
                        style=fitted.style,
                    )
                )
                baseline += pitch
            top += len(fitted.lines) * pitch

    def _void_mark(self) -> None:
        """A double line through the amount 二重線 and the word."""
        for y in (52.6 * MM, 54.4 * MM):
            self.marks.append(Outline(self._shape.left, y, self._shape.main_width, 0, _RED, 1.2))
        word = self._word("receipt_void")
        self._text_right(word, self._shape.right, 32 * MM, 17, weight=Weight.BOLD, colour=_RED)

    def _chip(self, text: str, left: float, middle: float) -> None:
        width = fonts.width(text, 10, Weight.BOLD) + 5 * MM
        self.marks.append(Outline(left, middle - 3 * MM, width, 6 * MM, _RED, 1, 3 * MM))
        self._text(text, left + 2.5 * MM, middle + 3.6, 10, weight=Weight.BOLD, colour=_RED)

    def _box(self, label: str, left: float, top: float, width: float, height: float) -> None:
        """A dashed frame with a faint word: something is put here by hand."""
        self.marks.append(Outline(left, top, width, height, "#98A2B3", 0.6, 1 * MM, (2, 2)))
        text_width = fonts.width(label, _SMALL)
        self._text(
            label, left + (width - text_width) / 2, top + height / 2 + 3, _SMALL, colour="#98A2B3"
        )

    def _fit(self, text: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> Fitted:
        fitted = fit_lines(text, weight=weight, width=width, height=size, largest=size)
        self._note(text, fitted)
        return fitted

    def _note(self, text: str, fitted: Fitted) -> None:
        self.problems += [
            SlipProblem(kind, self._slip.number, said)
            for kind, said in text_problems(text, fitted, smallest=_SMALLEST)
        ]

    def _text(
        self,
        text: str,
        left: float,
        baseline: float,
        size: float,
        *,
        weight: Weight = Weight.REGULAR,
        colour: str = INK,
    ) -> None:
        if text:
            self.marks.append(TextLine(text, left, baseline, size, weight, colour))

    def _text_right(
        self,
        text: str,
        right: float,
        baseline: float,
        size: float,
        *,
        weight: Weight = Weight.REGULAR,
        colour: str = INK,
    ) -> None:
        left = right - fonts.width(text, size, weight)
        self._text(text, left, baseline, size, weight=weight, colour=colour)
