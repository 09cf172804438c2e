"""Guests written out as shown, and taken in again without changing anything."""

import csv
from pathlib import Path

import pytest
from evening import Evening, new_evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at

from reception_app.documents.guest_sheet.cell_wording import standing
from reception_app.documents.guest_sheet.headings import ListField, meaning
from reception_app.documents.guest_table import heading_of
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.services import guest_list
from reception_app.services.guest_export import GuestTableFormatUnknown, export_guests
from reception_app.services.guest_import import commit_import, preview_import
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile
from reception_app.ui.guests.guest_columns import written_columns
from reception_app.wording import LANGUAGES, Wording

DATA = Path(__file__).parent.parent / "data"
UNDERSTOOD = {
    **{c: ListField(c.value) for c in GuestColumn if c.value in {f.value for f in ListField}},
    GuestColumn.TABLE: ListField.TABLE,
    GuestColumn.LISTED_AS_PAID: ListField.PAYMENT,
}
"""What the import makes of each column; the others are left out."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_means_what_it_holds(language: str) -> None:
    """Our own headings and states are understood in both languages; money is left out."""
    wording = Wording(language)
    for column in GuestColumn:
        known = meaning(heading_of(column, wording))
        assert known is not None
        assert known.field is UNDERSTOOD.get(column, ListField.IGNORED), column
    for status in GuestStatus:
        said = standing(wording.text("guest_status", status))
        assert said is not None
        assert said.status is status


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("source", ["guests_form_answers.xlsx", "guests_handmade_cp932.csv"])
def test_what_is_written_out_and_taken_in_changes_nothing(
    event: EventFile, tmp_path: Path, source: str, ending: str
) -> None:
    """Import, export, import: hard names, companions and payments come back as they were."""
    commit_import(event, preview_import(event, DATA / source), now=at("12:00"), operator="")
    before = guests.list_guests(event)
    path = tmp_path / f"guests{ending}"
    written = export_guests(event, path, now=at("13:00"))
    for _ in range(2):
        again = preview_import(event, path)
        assert (again.new, again.changed, again.in_doubt, again.gone) == ((), (), (), ())
        assert len(again.same) == written == len(before)
        assert again.listed.refused == ()
        commit_import(event, again, now=at("13:00"), operator="")
    assert guests.list_guests(event) == before


_SHOWN = st.lists(st.sampled_from(GuestColumn), unique=True, max_size=9)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shown=_SHOWN, labels=st.lists(st.sampled_from(("VIP", "press", "二次会")), max_size=3))
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_whatever_columns_are_shown_taken_in_again_they_change_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    ending: str,
    shown: list[GuestColumn],
    labels: list[str],
) -> None:
    """A file of some columns says nothing of the others."""
    folder = tmp_path_factory.mktemp("columns")
    with new_evening(folder / "gala.reception").file as event:
        for n, name in enumerate(("佐藤 花子", "鈴木 一郎")):
            values = {
                GuestField.NAME: name,
                GuestField.READING: f"よみ{n}",
                GuestField.COMPANY: "山田商事",
                GuestField.LABELS: ", ".join(labels[n:]),
                GuestField.NOTE: "車いす",
            }
            guest_list.add_guest(event, values, now=at("12:00"), operator="")
        before = guests.list_guests(event)
        path = folder / f"guests{ending}"
        columns = written_columns([GuestColumn.NAME, *shown])
        export_guests(event, path, now=at("13:00"), columns=columns)
        again = preview_import(event, path)
        assert (again.new, again.changed, again.in_doubt) == ((), (), ())
        commit_import(event, again, now=at("13:00"), operator="")

        assert guests.list_guests(event) == before


_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from("=+-@'\t\n　"),
    max_size=12,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people=st.lists(st.tuples(*(_texts for _ in range(6))), min_size=1, max_size=6))
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, ending: str, people: list[tuple[str, ...]]
) -> None:
    """Whatever was typed in, the file written out says nothing new."""
    folder = tmp_path_factory.mktemp("law")
    evening = new_evening(folder / "gala.reception")
    with evening.file as event:
        for n, (name, *rest) in enumerate(people, 1):
            fields = (GuestField.READING, GuestField.COMPANY, GuestField.PHONE,
                      GuestField.TABLE, GuestField.INTRODUCER)  # fmt: skip
            values = {GuestField.NAME: f"客{n}{name}", **dict(zip(fields, rest, strict=True))}
            guest_list.add_guest(event, values, now=at("12:00"), operator="")
        path = folder / f"guests{ending}"
        export_guests(event, path, now=at("13:00"))
        again = preview_import(event, path)

        assert (again.new, again.changed, again.in_doubt) == ((), (), ())
        assert len(again.same) == len(people)


def test_only_what_is_shown_is_written_in_its_order(evening: Evening, tmp_path: Path) -> None:
    """The rows and columns of the screen, from top and left."""
    ids = [evening.guest(name).id for name in ("佐藤 花子", "=1+1", "鈴木 一郎")]
    path = tmp_path / "shown.csv"
    columns = (GuestColumn.NAME, GuestColumn.DUE, GuestColumn.STATUS)
    written = export_guests(
        evening.file, path, now=at("13:00"), shown=[ids[2], ids[1]], columns=columns
    )

    assert written == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["氏名", "会費残額", "参加状況"],
            ["鈴木 一郎", "8000", "参加"],
            ["'=1+1", "8000", "参加"],
        ]


def test_a_mended_cell_is_the_only_change(evening: Evening, tmp_path: Path) -> None:
    """A list can be put right in a spreadsheet and taken in again."""
    for name in ("佐藤 花子", "鈴木 一郎"):
        evening.guest(name)
    path = tmp_path / "guests.csv"
    export_guests(evening.file, path, now=at("13:00"))
    text = path.read_text(encoding="utf-8-sig").replace(
        "1,佐藤 花子,テスト", "1,佐藤 花子,サトウ", 1
    )
    path.write_text(text, encoding="utf-8")
    again = preview_import(evening.file, path)

    assert [(c.field, c.new) for one in again.changed for c in one.changes] == [
        ("reading", "サトウ")
    ]
    assert len(again.same) == 1


def test_an_ending_nobody_knows_is_refused(event: EventFile, tmp_path: Path) -> None:
    """Better a question than a file nothing opens."""
    with pytest.raises(GuestTableFormatUnknown):
        export_guests(event, tmp_path / "guests.pdf", now=at("13:00"))
    assert list(tmp_path.glob("guests*")) == []
