"""Whose tags are printed: a few looked up one by one are the same as out of the whole list."""

import pytest
from evening import Evening
from notation import at

from reception_app.domain.guest import GuestField
from reception_app.services import name_tags
from reception_app.services.guest_list import add_guest
from reception_app.services.name_tags import TagSelection, select_for_tags


@pytest.mark.parametrize("selection", TagSelection)
def test_few_are_found_as_among_all(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, selection: TagSelection
) -> None:
    """The rows and their order are the same, whichever way they are read."""
    readings = ("わだ", "あべ", "さとう", "", "たかはし")
    for n, reading in enumerate(readings):
        values = {GuestField.NAME: f"客{n}", GuestField.READING: reading}
        add_guest(evening.file, values, now=at("12:00"), operator="")
    rows = select_for_tags(evening.file, selection)
    only = frozenset(row.guest.id for row in rows[1:4])
    few = select_for_tags(evening.file, selection, only=only)
    monkeypatch.setattr(name_tags, "_FEW", 0)

    assert select_for_tags(evening.file, selection, only=only) == few == rows[1:4]
