"""A printer that is off: what was measured on its test sheet brings the labels to their places."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_reading import pictures

from reception_app.documents.drawing import MM
from reception_app.documents.label_sheet import A4, A4_TEN
from reception_app.documents.name_tag import NameTag
from reception_app.documents.name_tags import TagPaper, write_name_tags
from reception_app.documents.printer_fit import PrinterFit, PrinterFitImpossible, measured_fit
from reception_app.documents.printer_test import printer_test_lines, write_printer_test
from reception_app.domain.progress import Silent
from reception_app.wording import Wording

DOTS = 508 / 25.4


@given(
    offset=st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
    stretch=st.tuples(st.floats(0.98, 1.02), st.floats(0.98, 1.02)),
)
def test_what_was_measured_is_undone(
    offset: tuple[float, float], stretch: tuple[float, float]
) -> None:
    """Whatever a printer does to a page, the fit brings each point back to within 0.05 mm."""
    wanted = printer_test_lines(A4)
    left, top, across, down = wanted

    fit = measured_fit(
        wanted,
        (
            left * stretch[0] + offset[0],
            top * stretch[1] + offset[1],
            across * stretch[0],
            down * stretch[1],
        ),
    )

    for x, y in ((0.0, 0.0), (105.0, 150.0), (210.0, 297.0)):
        drawn = fit.moved(x * MM, y * MM)
        printed = [place / MM * s + o for place, s, o in zip(drawn, stretch, offset, strict=True)]
        assert printed == pytest.approx([x, y], abs=0.05)


@pytest.mark.parametrize("measured", [(15, 15, 0, 267), (15, 15, 90, 267), (40, 15, 180, 267)])
def test_no_printer_is_so_far_off(measured: tuple[float, float, float, float]) -> None:
    """What must be a mistake of measuring is refused."""
    with pytest.raises(PrinterFitImpossible):
        measured_fit((15, 15, 180, 267), measured)


def test_labels_are_moved_and_stretched_on_the_page(tmp_path: Path) -> None:
    """The band of the last label is where offset and scale put it, to 0.1 mm."""
    fit = PrinterFit((0.7, -0.4), (1.004, 0.997))
    plain = NameTag(1, "林", "", colour="#000000")
    path = tmp_path / "tags.pdf"
    write_name_tags(
        path, [plain] * 10, wording=Wording("ja"), progress=Silent(), paper=TagPaper(fit=fit)
    )

    place = A4_TEN.place(9)
    wanted = [
        (place.left + 2.5) * 1.004 + 0.7,
        (place.left + 10) * 1.004 + 0.7,
        (place.top + 2.5) * 0.997 - 0.4,
        (place.top + 52.5) * 0.997 - 0.4,
    ]
    picture = pictures(path, dpi=508)[0]
    x, y = round(place.left * DOTS), round((place.top - 2) * DOTS)
    label = picture[y : y + round(58 * DOTS), x : x + round(12 * DOTS)]
    rows, columns = (label < 128).nonzero()
    edges = [
        (columns.min() + x) / DOTS,
        (columns.max() + 1 + x) / DOTS,
        (rows.min() + y) / DOTS,
        (rows.max() + 1 + y) / DOTS,
    ]
    assert edges == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("page", [A4, (100.0, 62.0), (54.0, 85.0)])
def test_the_test_sheets_lines_are_where_it_says(tmp_path: Path, page: tuple[float, float]) -> None:
    """What a person measures on a good printer is what the sheet says, to 0.1 mm."""
    path = tmp_path / "test.pdf"
    write_printer_test(path, page, wording=Wording("ja"))

    picture = pictures(path, dpi=508)[0]
    left, top, across, down = printer_test_lines(page)
    level = (picture[:, round(2 * DOTS)] < 128).nonzero()[0]
    upright = (picture[round(2 * DOTS), :] < 128).nonzero()[0]
    assert [level.min() / DOTS, level.max() / DOTS] == pytest.approx([top, top + down], abs=0.1)
    assert [upright.min() / DOTS, upright.max() / DOTS] == pytest.approx(
        [left, left + across], abs=0.1
    )
