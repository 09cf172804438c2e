"""Where labels lie on their sheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents.label_sheet import (
    A4_TEN,
    SHEETS,
    FlipEdge,
    LabelNotOnSheet,
    LabelSheet,
    SheetLargerThanPaper,
    SheetMeasureImpossible,
    SheetUnknown,
    measures_of,
    sheet_from,
)


def test_ten_labels_fill_the_page_symmetrically() -> None:
    """Nominal places of the A4 sheet of ten: 14 mm and 11 mm margins all around."""
    first, tenth = A4_TEN.place(0), A4_TEN.place(9)

    assert (first.sheet, first.left, first.top) == (0, 14.0, 11.0)
    assert (tenth.left + A4_TEN.label_width, tenth.top + A4_TEN.label_height) == (196.0, 286.0)


def test_labels_run_row_by_row() -> None:
    """The second label is to the right of the first, the third below it."""
    assert (A4_TEN.place(1).left, A4_TEN.place(1).top) == (105.0, 11.0)
    assert (A4_TEN.place(2).left, A4_TEN.place(2).top) == (14.0, 66.0)


def test_a_half_used_sheet_starts_later() -> None:
    """From label 9 on, the third tag is on the next sheet."""
    places = [A4_TEN.place(index, first_label=9) for index in range(3)]

    assert [place.sheet for place in places] == [0, 0, 1]
    assert (places[2].left, places[2].top) == (14.0, 11.0)
    assert A4_TEN.sheets(3, first_label=9) == 2
    assert A4_TEN.sheets(10) == 1
    assert A4_TEN.sheets(0) == 0


@pytest.mark.parametrize("label", [0, -1, 11])
def test_labels_that_are_not_there_are_refused(label: int) -> None:
    """A first label beyond the sheet is said with the number of labels."""
    with pytest.raises(LabelNotOnSheet) as caught:
        A4_TEN.place(0, first_label=label)

    assert (caught.value.label, caught.value.labels) == (label, 10)


def test_a_sheet_larger_than_its_paper_is_refused() -> None:
    """The error says what the labels need and what the paper has."""
    with pytest.raises(SheetLargerThanPaper) as caught:
        sheet_from("2x5 120x55 14,11")

    assert vars(caught.value) == {
        "needs_width": "254", "needs_height": "286", "page_width": "210", "page_height": "297",
    }  # fmt: skip


@pytest.mark.parametrize(
    "measures",
    ["0x5 91x55 14,11", "2x5 9x55 14,11", "100x100 10x10 0,0 2000x2000", "1x1 10x10 0,0 5x5"],
)
def test_measures_of_no_real_sheet_are_refused(measures: str) -> None:
    """No columns, labels too small or too many, paper smaller than a stamp."""
    with pytest.raises(SheetMeasureImpossible):
        sheet_from(measures)


@pytest.mark.parametrize(
    "text", ["", "A-One 1", "2x5", "2x5 91x55", "-1x5 91x55 1,1", "nanx5 1x1 0,0"]
)
def test_unknown_sheets_are_refused(text: str) -> None:
    """What is neither a name nor measures is told as it was typed."""
    with pytest.raises(SheetUnknown):
        sheet_from(text)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_every_shipped_sheet_lies_on_its_paper(sheet: LabelSheet) -> None:
    """Margins left and right, top and bottom, are the same within a millimetre or two."""
    last = sheet.place(sheet.labels - 1)
    right = sheet.page[0] - last.left - sheet.label_width
    bottom = sheet.page[1] - last.top - sheet.label_height

    assert right == pytest.approx(sheet.left, abs=2.1)
    assert bottom == pytest.approx(sheet.top, abs=2.1)
    assert sheet_from(measures_of(sheet)) == sheet


@given(
    columns=st.integers(1, 6),
    rows=st.integers(1, 10),
    width=st.floats(10, 30),
    height=st.floats(10, 25),
    gap=st.floats(0, 3),
)
def test_own_measures_come_back(
    columns: int, rows: int, width: float, height: float, gap: float
) -> None:
    """What is written of an own sheet makes the same sheet again."""
    sheet = LabelSheet("", (210.0, 297.0), columns, rows, width, height, 1.0, 2.0, gap, gap)

    again = sheet_from(measures_of(sheet))

    assert (again.columns, again.rows) == (columns, rows)
    assert again.label_width == pytest.approx(width, abs=0.001)
    assert again.gap_y == pytest.approx(gap, abs=0.001)


@pytest.mark.parametrize("flip", FlipEdge)
def test_backs_lie_behind_their_fronts(flip: FlipEdge) -> None:
    """Turned over its edge, a sheet has each back exactly behind its front."""
    sheet = SHEETS["HERMA 4099"]
    for index in range(sheet.labels):
        front = sheet.place(index)
        back = sheet.back_place(front, flip)
        if flip is FlipEdge.LONG:
            assert back.left == pytest.approx(sheet.page[0] - front.left - sheet.label_width)
            assert back.top == front.top
        else:
            assert back.top == pytest.approx(sheet.page[1] - front.top - sheet.label_height)
            assert back.left == front.left


def test_cut_marks_are_in_the_margins_only() -> None:
    """No mark touches a label, and each edge has one at both ends."""
    marks = A4_TEN.cut_marks()

    assert all(
        x + across <= 14 or x >= 196 or y + down <= 11 or y >= 286 for x, y, across, down in marks
    )
    assert len(marks) == 2 * 3 + 2 * 6
