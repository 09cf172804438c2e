"""Labels in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.labels import join_labels, split_labels, with_labels, without_labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("VIP、二次会", ("VIP", "二次会")),
        (" VIP ,press;　二次会 ", ("VIP", "press", "二次会")),
        ("VIP, vip, ｖｉｐ", ("VIP",)),
        ("", ()),
        ("、,", ()),
        ("R&D / Tokyo", ("R&D / Tokyo",)),
    ],
)
def test_labels_are_parted_by_commas_of_any_script(text: str, labels: tuple[str, ...]) -> None:
    """Each label once, as it was written first."""
    assert split_labels(text) == labels


def test_labels_are_added_and_removed_however_they_are_written() -> None:
    """What is there already is not added again; what goes, goes in any writing."""
    assert with_labels("VIP", "二次会、vip") == "VIP, 二次会"
    assert without_labels("VIP, 二次会", "ｖｉｐ") == "二次会"


@given(st.lists(st.text(max_size=8), max_size=5))
def test_what_is_joined_is_split_into_the_same(labels: list[str]) -> None:
    """The one way of writing holds all there is."""
    text = join_labels(labels)

    assert join_labels([text]) == text
    assert join_labels(split_labels(text)) == text
