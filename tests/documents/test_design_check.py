"""What a design does badly is told while it is made."""

from dataclasses import replace

import pytest

from reception_app.documents.design_check import DesignFlaw, design_flaws
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.domain.tag_design import (
    Frame,
    LineElement,
    QrElement,
    TagDesign,
    TagText,
    TextElement,
)
from reception_app.wording import Wording

NAME = TextElement(Frame(5, 5, 60, 20), (TagText("{name}", 40),))


def made(*elements: TextElement | QrElement | LineElement) -> TagDesign:
    """A tag of 91 x 55 mm."""
    return TagDesign("d", "D", 91.0, 55.0, elements)


@pytest.mark.parametrize("design", SHIPPED.values(), ids=SHIPPED.keys())
def test_shipped_designs_have_no_flaw(design: TagDesign) -> None:
    """What comes with the program is told nothing about."""
    assert design_flaws(design) == ()


def test_flaws_are_found() -> None:
    """A code of 11 mm, a text over another, a front without a name."""
    small = QrElement(Frame(70, 30, 15, 15))
    over = replace(NAME, frame=Frame(60, 20, 20, 20))

    assert [each.flaw for each in design_flaws(made(NAME, small))] == [DesignFlaw.CODE_TOO_SMALL]
    assert [each.places for each in design_flaws(made(NAME, over))] == [(1, 2)]
    assert [each.flaw for each in design_flaws(made(LineElement(Frame(0, 0, 9, 0))))] == [
        DesignFlaw.NO_NAME
    ]
    assert design_flaws(made()) == ()


def test_a_line_may_cross_anything() -> None:
    """Lines and grounds lie under texts on purpose."""
    assert design_flaws(made(NAME, LineElement(Frame(0, 10, 90, 0)))) == ()


def test_every_flaw_has_a_sentence() -> None:
    """In both languages."""
    for language in ("en", "ja"):
        for flaw in DesignFlaw:
            assert Wording(language).text("design_flaw", flaw.value, one=1, other=2)
