"""Where labels lie on their sheets."""

import pytest

from reception_app.documents.label_sheet import A4_TEN, LabelNotOnSheet, LabelSheet


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


def test_a_sheet_larger_than_its_paper_cannot_be_made() -> None:
    """Labels that stick out of the page are a bug, found when the sheet is defined."""
    with pytest.raises(ValueError, match="too wide"):
        LabelSheet("too wide", (100.0, 100.0), 2, 1, 60.0, 50.0, 0.0, 0.0)


def test_cut_marks_are_in_the_margins_only() -> None:
    """No mark touches a label, and each edge has one at both ends."""
    marks = A4_TEN.cut_marks()

    assert all(
        x + across <= 14 or x >= 196 or y + down <= 11 or y >= 286 for x, y, across, down in marks
    )
    assert len(marks) == 2 * 3 + 2 * 6
