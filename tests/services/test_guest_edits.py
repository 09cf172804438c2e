"""One change for many guests, with its fees, and its undo."""

from datetime import datetime
from pathlib import Path

import pytest
from evening import Evening, new_evening
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from notation import yen

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.progress import Cancelled
from reception_app.services import guest_list
from reception_app.services.guest_edits import (
    EditDone,
    FieldEdit,
    GuestEdit,
    LabelsEdit,
    NothingToChange,
    StatusEdit,
    apply_edit,
    preview_edit,
    undo_edit,
)
from reception_app.services.guest_recording import GuestNameMissing
from reception_app.storage import guests, journal, settings

NOW = datetime.fromisoformat("2026-11-14T17:00:00+09:00")


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return new_evening(tmp_path / "a.reception")


def add(evening: Evening, name: str = "佐藤 花子", category: str = "会員", **fields: str) -> Guest:
    """Somebody on the list, accepted and charged."""
    values = {GuestField.NAME: name, GuestField.CATEGORY: code(evening, category)}
    values |= {GuestField(field): text for field, text in fields.items()}
    return guest_list.add_guest(evening.file, values, now=NOW, operator="")


def code(evening: Evening, category: str) -> str:
    """The code of a category."""
    return settings.find_fee_plan(evening.file).category(category).code


def edit_all(evening: Evening, edit: GuestEdit) -> EditDone:
    """Preview the edit for everybody and do it."""
    everybody = [row.guest.id for row in guests.list_guests(evening.file)]
    preview = preview_edit(evening.file, everybody, edit, now=NOW)
    return apply_edit(evening.file, preview, now=NOW, operator="")


def state(evening: Evening) -> dict[str, tuple[Guest, GuestBalance]]:
    """All that is known and owed."""
    return {row.guest.id: (row.guest, row.balance) for row in guests.list_guests(evening.file)}


def test_labels_are_added_to_everybody_once(evening: Evening) -> None:
    """Who has the label already is not counted and not written."""
    add(evening, labels="VIP")
    add(evening, "山田 太郎")
    everybody = [row.guest.id for row in guests.list_guests(evening.file)]
    preview = preview_edit(evening.file, everybody, LabelsEdit("vip, 二次会"), now=NOW)
    assert len(preview.changing) == 2
    apply_edit(evening.file, preview, now=NOW, operator="")
    again = preview_edit(evening.file, everybody, LabelsEdit("VIP"), now=NOW)

    assert sorted(row.guest.labels for row in guests.list_guests(evening.file)) == [
        "VIP, 二次会",
        "vip, 二次会",
    ]
    assert (again.changing, again.unchanged) == ((), 2)


def test_another_category_says_what_fees_change_before_it_is_done(evening: Evening) -> None:
    """Two members and a student become students: ¥5,000 less for each member."""
    add(evening)
    add(evening, "山田 太郎")
    add(evening, "李 娜", "学生")
    everybody = [row.guest.id for row in guests.list_guests(evening.file)]
    edit = FieldEdit(GuestField.CATEGORY, code(evening, "学生"))
    preview = preview_edit(evening.file, everybody, edit, now=NOW)
    apply_edit(evening.file, preview, now=NOW, operator="")

    assert (len(preview.changing), preview.unchanged) == (2, 1)
    assert preview.fee_change == yen(-10000)
    assert [row.balance.due for row in guests.list_guests(evening.file)] == [3000, 3000, 3000]


def test_whoever_is_inside_stays_accepted(evening: Evening) -> None:
    """The others are cancelled, and the preview says who is not."""
    inside = add(evening, category="ご招待")
    evening.scan(inside)
    other = add(evening, "山田 太郎")
    edit = StatusEdit(GuestStatus.CANCELLED)
    preview = preview_edit(evening.file, [inside.id, other.id], edit, now=NOW)
    apply_edit(evening.file, preview, now=NOW, operator="")

    assert [guest.name for guest in preview.refused] == ["佐藤 花子"]
    assert preview.fee_change == yen(-8000)
    known = guests.find_guest(evening.file, other.id)
    assert known is not None
    assert known.status is GuestStatus.CANCELLED


EDITS = st.one_of(
    st.builds(
        FieldEdit,
        st.sampled_from((GuestField.TABLE, GuestField.INTRODUCER, GuestField.NOTE)),
        st.sampled_from(("", "3", "山田")),
    ),
    st.builds(LabelsEdit, st.sampled_from(("", "VIP", "press")), st.sampled_from(("", "VIP"))),
    st.builds(StatusEdit, st.sampled_from(GuestStatus)),
    st.sampled_from(("学生", "会員", "ご招待")).map(
        lambda name: FieldEdit(GuestField.CATEGORY, name)
    ),
)


@hypothesis_settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(EDITS, min_size=1, max_size=3))
def test_an_undone_edit_was_never_there(
    tmp_path_factory: pytest.TempPathFactory, edits: list[GuestEdit]
) -> None:
    """Words, status and what is owed are as before, and the books balance."""
    evening = new_evening(tmp_path_factory.mktemp("undo") / "a.reception")
    add(evening, labels="VIP", note="窓側")
    add(evening, "山田 太郎", "学生")
    add(evening, "李 娜", "ご招待", listed_as_paid="yes")
    history = [state(evening)]
    done = []
    for edit in edits:
        wanted = edit
        if isinstance(edit, FieldEdit) and edit.field is GuestField.CATEGORY:
            wanted = FieldEdit(edit.field, code(evening, edit.text))
        try:
            done.append(edit_all(evening, wanted))
        except NothingToChange:
            continue
        history.append(state(evening))
    for one, before in zip(reversed(done), reversed(history[:-1]), strict=True):
        undo_edit(evening.file, one, now=NOW, operator="")
        assert state(evening) == before
    assert journal.list_unbalanced(evening.file) == ()
    evening.file.close()


def test_what_was_written_since_is_not_undone(evening: Evening) -> None:
    """Somebody else's later word stays."""
    first, second = add(evening), add(evening, "山田 太郎")
    done = edit_all(evening, FieldEdit(GuestField.TABLE, "3"))
    values = {GuestField.TABLE: "9"}
    guest_list.change_guest(evening.file, second.id, values, now=NOW, operator="")
    put_back = undo_edit(evening.file, done, now=NOW, operator="")

    known = [guests.find_guest(evening.file, guest.id) for guest in (first, second)]
    assert [guest and guest.table_name for guest in known] == ["", "9"]
    assert put_back == 1


def test_nobody_is_left_without_a_name(evening: Evening) -> None:
    """It is refused before anything is written."""
    guest = add(evening)

    with pytest.raises(GuestNameMissing):
        preview_edit(evening.file, [guest.id], FieldEdit(GuestField.NAME, " "), now=NOW)


def test_cancelling_in_the_middle_leaves_everything_as_it_was(evening: Evening) -> None:
    """All or nothing."""
    add(evening)
    add(evening, "山田 太郎")
    before = state(evening)
    everybody = list(before)
    preview = preview_edit(evening.file, everybody, FieldEdit(GuestField.TABLE, "3"), now=NOW)

    with pytest.raises(Cancelled):
        apply_edit(evening.file, preview, now=NOW, operator="", progress=_Stop())

    assert state(evening) == before


class _Stop:
    """Cancel at the second guest."""

    def advance(self, done: int, _total: int) -> None:
        if done:
            raise Cancelled
