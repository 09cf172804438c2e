"""The tag designs that come with the program; their words are in the language of the event."""

from dataclasses import replace

from reception_app.domain.tag_design import (
    CATEGORY,
    ON_CATEGORY,
    Align,
    Anchor,
    BandElement,
    Element,
    Fit,
    Frame,
    LineElement,
    PictureElement,
    QrElement,
    TagDesign,
    TagText,
    TextElement,
)

DEFAULT = "ten_up"
"""The key of the design an event has until somebody chooses another."""

TABLE_CARD = "table_card"
"""The key of the design for cards that stand on the tables."""

_INK = "#171B22"
_DARK = "#344054"
_MUTED = "#667085"
_LINE = "#D0D5DD"
_EVENT_LINE = "{event}  {date}"
_NUMBER_LINE = "{number}  {position}"


def _name(
    frame: Frame, size: float, *, reading: float, align: Align = Align.LEFT,
    anchor: Anchor = Anchor.BOTTOM, smallest: float = 14.0, lines: int = 3, colour: str = _INK,
) -> TextElement:  # fmt: skip
    """The reading above the name, which is as large as it can be."""
    texts = (
        TagText("{reading}", reading, colour=_DARK if colour == _INK else colour),
        # In proportion: large letters need more white above them to look as far away.
        TagText("{name}", size, smallest, bold=True, colour=colour, lines=lines, gap=reading / 10),
    )
    return TextElement(frame, texts, align, anchor)


def _person(
    frame: Frame, size: float, *, reading: float, company: float, smallest: float
) -> TextElement:
    """Reading, name, company and title in the middle of their frame."""
    name = _name(frame, size, reading=reading, smallest=smallest)
    below = (
        TagText("{company}", company, colour=_DARK, fit=Fit.WRAP, lines=3, gap=1.6),
        TagText("{title}", company * 0.9, colour=_DARK, fit=Fit.WRAP, lines=2),
    )
    return TextElement(frame, (*name.texts, *below), Align.CENTRE, Anchor.MIDDLE)


def _company(frame: Frame, size: float, *, align: Align = Align.LEFT) -> TextElement:
    """Company and title, using what the tag leaves free below."""
    texts = (
        TagText("{company}", size, colour=_DARK, fit=Fit.WRAP, lines=3),
        TagText("{title}", size * 0.9, colour=_DARK, fit=Fit.WRAP, lines=2),
    )
    return TextElement(frame, texts, align, Anchor.TOP, grows=True)


def _ask(frame: Frame, size: float, *, bar: str = CATEGORY) -> TextElement:
    """What the guest likes to be asked about, at the foot of its frame."""
    texts = (
        TagText("{ask}", size * 0.7, smallest=5.0, colour=_MUTED),
        TagText("{talks_about}", size, bold=True, fit=Fit.WRAP, lines=2),
    )
    return TextElement(frame, texts, anchor=Anchor.BOTTOM, bar=bar)


def _line(
    template: str, frame: Frame, size: float, *, align: Align = Align.LEFT, colour: str = _MUTED,
    bold: bool = False, anchor: Anchor = Anchor.MIDDLE, smallest: float = 5.0, lines: int = 1,
) -> TextElement:  # fmt: skip
    """One quiet line, or two where that is clearly larger."""
    text = TagText(template, size, smallest, bold, colour, lines=lines)
    return TextElement(frame, (text,), align, anchor)


def _event(frame: Frame, size: float, *, colour: str = _MUTED) -> TextElement:
    """The event above its date."""
    texts = (
        TagText("{event}", size, smallest=5.0, colour=colour),
        TagText("{date}", size * 0.85, smallest=5.0, colour=colour),
    )
    return TextElement(frame, texts, anchor=Anchor.MIDDLE)


def _code(left: float, top: float, whole: float) -> tuple[Element, ...]:
    """The QR and, under it, the guest's number and where the tag waits."""
    caption = Frame(left - 2, top + whole, whole + 4, 3)
    return (
        QrElement(Frame(left, top, whole, whole)),
        _line(_NUMBER_LINE, caption, 7.5, align=Align.CENTRE, colour=_DARK),
    )


def _table_chip(frame: Frame, size: float = 9.0) -> BandElement:
    return BandElement(
        frame, "{table}", fill="", edge=_LINE, radius=frame.height / 2, size=size,
        align=Align.RIGHT, hugs=True,
    )  # fmt: skip


_TEN_UP = TagDesign(
    DEFAULT, "", 91.0, 55.0,
    (
        BandElement(Frame(2.5, 2.5, 7.5, 50), radius=2, size=12.5),
        _event(Frame(13.5, 3, 37, 5.8), 7.5),
        PictureElement(Frame(51.5, 3, 13, 5.8), align=Align.RIGHT),
        _table_chip(Frame(66, 3.3, 21, 5.2)),
        _name(Frame(13.5, 10.2, 73.5, 18.3), 44, reading=10),
        _company(Frame(13.5, 30, 52.6, 9), 11),
        *_code(66.286, 28.6, 20.714),
        _ask(Frame(13.5, 39.4, 50, 12), 10),
    ),
)  # fmt: skip

_EIGHT_UP = TagDesign(
    "eight_up", "", 86.5, 55.5,
    (
        BandElement(Frame(3, 3, 80, 9.5), "", radius=2),
        _line("{event}", Frame(6, 3.4, 33, 8.7), 9.5, colour=ON_CATEGORY, bold=True, lines=2),
        replace(_table_chip(Frame(40, 5.1, 20, 5.3)), edge=ON_CATEGORY),
        _line("{category}", Frame(62, 3, 18, 9.5), 11, colour=ON_CATEGORY, bold=True,
              align=Align.RIGHT),
        _name(Frame(6, 14, 74, 16.8), 42, reading=9.5),
        _company(Frame(6, 32.2, 52, 8.4), 10.5),
        _ask(Frame(6, 41, 38, 11), 9),
        PictureElement(Frame(45, 43.5, 14, 8), align=Align.RIGHT, anchor=Anchor.BOTTOM),
        *_code(61.5, 31.2, 20.714),
    ),
)  # fmt: skip

_LANYARD = TagDesign(
    "lanyard", "", 101.6, 76.2,
    (
        BandElement(Frame(3, 3, 95.6, 14), "", radius=2.5),
        TextElement(
            Frame(8, 4.2, 38, 11.6),
            (
                TagText("{event}", 12, bold=True, colour=ON_CATEGORY),
                TagText("{date}", 8, colour=ON_CATEGORY, gap=0.2),
            ),
            anchor=Anchor.MIDDLE,
        ),
        replace(_table_chip(Frame(47, 6.8, 20, 6.4)), edge=ON_CATEGORY),
        _line("{category}", Frame(68.5, 4.2, 25.5, 11.6), 14, colour=ON_CATEGORY, bold=True,
              align=Align.RIGHT),
        _name(Frame(8, 18.4, 85.6, 25.6), 56, reading=12),
        _company(Frame(8, 45.6, 60, 11), 13),
        _ask(Frame(8, 57, 46, 15), 11.5),
        PictureElement(Frame(54.5, 59, 14.8, 12), align=Align.RIGHT, anchor=Anchor.BOTTOM),
        *_code(71.5, 45, 24.5),
    ),
    (
        BandElement(Frame(3, 3, 95.6, 14), "{category}", radius=2.5, size=16),
        _name(Frame(8, 19, 85.6, 30), 60, reading=12, align=Align.CENTRE, anchor=Anchor.MIDDLE),
        _line("{company}", Frame(8, 49.6, 85.6, 9.4), 14, colour=_DARK, align=Align.CENTRE,
              lines=2),
        LineElement(Frame(8, 60, 85.6, 0)),
        TextElement(
            Frame(8, 62, 85.6, 11),
            (
                TagText("{table}", 14, bold=True),
                TagText("{event}  {venue}", 8, smallest=5.0, colour=_MUTED, gap=0.6),
            ),
            Align.CENTRE, Anchor.MIDDLE,
        ),
    ),
)  # fmt: skip

_A6 = TagDesign(
    "a6", "", 105.0, 148.0,
    (
        BandElement(Frame(4, 4, 97, 30), "", radius=3.5),
        TextElement(
            Frame(10, 7, 85, 24),
            (
                TagText("{event}", 19, bold=True, colour=ON_CATEGORY, lines=2),
                TagText("{date}", 10, colour=ON_CATEGORY, gap=0.8),
                TagText("{venue}", 9, colour=ON_CATEGORY, gap=0.2),
            ),
            Align.CENTRE, Anchor.MIDDLE,
        ),
        PictureElement(Frame(8, 36.5, 89, 10)),
        _person(Frame(8, 48, 89, 50), 64, reading=14, company=15, smallest=18),
        BandElement(Frame(22, 100, 61, 9), radius=4.5, size=14, hugs=True),
        LineElement(Frame(8, 113, 89, 0)),
        _line("{table}", Frame(8, 115, 58, 8), 15, colour=_INK, bold=True),
        _ask(Frame(8, 124, 59, 17.6), 11.5),
        *_code(70, 114.6, 27),
    ),
)  # fmt: skip

_CARD = TagDesign(
    "card", "", 54.0, 85.0,
    (
        BandElement(Frame(3, 3, 48, 8.5), radius=2, size=12),
        _line("{event}", Frame(4, 12.3, 46, 5.2), 7.5, align=Align.CENTRE, lines=2),
        _person(Frame(4, 18, 46, 35.5), 34, reading=9, company=9.5, smallest=12),
        QrElement(Frame(4, 54.2, 23, 23)),
        _line(_NUMBER_LINE, Frame(4, 77.3, 23, 3.4), 7.5, align=Align.CENTRE, colour=_DARK),
        _line("{table}", Frame(29, 56.5, 21, 5), 12, colour=_INK, bold=True),
        TextElement(
            Frame(29, 62, 21, 13),
            (
                TagText("{ask}", 6, smallest=4.5, colour=_MUTED),
                TagText("{talks_about}", 8, bold=True, fit=Fit.WRAP, lines=3),
            ),
            anchor=Anchor.BOTTOM,
        ),
        PictureElement(Frame(29, 76, 21, 5.5), align=Align.LEFT),
    ),
)  # fmt: skip

_ROLL_62 = TagDesign(
    "roll_62", "", 100.0, 62.0,
    (
        BandElement(Frame(3, 3, 8, 56), fill=_INK, radius=1.5, size=13),
        _event(Frame(14.5, 3.1, 54, 6.4), 8.5, colour=_INK),
        _table_chip(Frame(72, 3.2, 25, 6), 10.5),
        _name(Frame(14.5, 10.5, 82.5, 21.5), 50, reading=11, colour=_INK),
        replace(
            _company(Frame(14.5, 33.4, 57, 11), 12),
            texts=(
                TagText("{company}", 12, fit=Fit.WRAP, lines=3),
                TagText("{title}", 11, fit=Fit.WRAP, lines=2),
            ),
        ),
        *_code(73.4, 32.4, 23.6),
        _ask(Frame(14.5, 45, 57, 13.5), 11, bar=_INK),
    ),
)  # fmt: skip

_TABLE_CARD = TagDesign(
    TABLE_CARD, "", 180.0, 60.0,
    (
        BandElement(Frame(4, 4, 5, 52), "", radius=2),
        _line(_EVENT_LINE, Frame(14, 5, 110, 5), 9),
        _line("{table}", Frame(126, 4.5, 49, 6), 11, colour=_DARK, bold=True, align=Align.RIGHT),
        _person(Frame(14, 12, 161, 44), 80, reading=14, company=15, smallest=24),
    ),
)  # fmt: skip

_CONTACT_CARD = TagDesign(
    "contact_card", "", 91.0, 55.0,
    (
        BandElement(Frame(0, 0, 91, 2.4), ""),
        _name(Frame(7, 7, 77, 20), 30, reading=8.5),
        TextElement(
            Frame(7, 28.5, 77, 12),
            (
                TagText("{company}", 10.5, colour=_DARK, fit=Fit.WRAP, lines=2),
                TagText("{title}", 9.5, colour=_DARK, fit=Fit.WRAP, lines=2),
            ),
        ),
        LineElement(Frame(7, 41.5, 77, 0)),
        TextElement(
            Frame(7, 42.8, 50, 9),
            (
                TagText("{email}", 9, smallest=5.0),
                TagText("{phone}", 9, smallest=5.0, gap=0.4),
            ),
            anchor=Anchor.MIDDLE,
        ),
        _line("{event}", Frame(58, 42.8, 26, 9), 7, align=Align.RIGHT),
    ),
)  # fmt: skip

SHIPPED = {
    design.key: design
    for design in (
        _TEN_UP, _EIGHT_UP, _LANYARD, _A6, _CARD, _ROLL_62, _TABLE_CARD, _CONTACT_CARD,
    )
}  # fmt: skip
"""All designs that come with the program, by key; `wording` has their names."""
