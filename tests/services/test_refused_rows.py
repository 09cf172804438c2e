"""Rows that were not taken: saved as a sheet, mended, taken in."""

from pathlib import Path

import openpyxl
import pytest
from notation import at

from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.domain.guest import GuestField
from reception_app.services.guest_import import (
    commit_import,
    corrected,
    preview_import,
    preview_list,
    save_refused,
)
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile


@pytest.fixture
def mixed_list(tmp_path: Path) -> Path:
    """A list with a title, five rows and two of them without a name."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("秋の会 名簿",),
        ("氏名", "会社", "所感", "人数", "電話"),
        ("佐藤 花子", "A社", "窓側", 2, "0312345678"),
        (None, "=B社", "通路側", 1, "0398765432"),
        ("鈴木 一郎", "C社", "", 1, ""),
        (None, "D社", "", 3, "+81 90 1234"),
    ):
        sheet.append(row)
    sheet["B4"].data_type = "s"
    path = tmp_path / "list.xlsx"
    book.save(path)
    return path


def test_refused_rows_are_mended_and_taken_in(
    event: EventFile, mixed_list: Path, tmp_path: Path
) -> None:
    """Every cell stands in its column with the reason behind; mended, the sheet is taken in."""
    preview = preview_import(event, mixed_list)
    mapping = corrected(preview.mapping, ["所感=table"])
    preview = preview_list(event, preview.raw, mapping)
    commit_import(event, preview, now=at("12:00"), operator="")
    saved = tmp_path / "mend.xlsx"
    assert save_refused(event, preview, saved) == 2

    book = openpyxl.load_workbook(saved)
    [sheet] = book.worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["氏名", "会社", "所感", "人数", "電話", "取り込めなかった理由"],
        [None, "=B社", "通路側", 1, "0398765432", "4行目 A4: 名前がありません"],
        [None, "D社", None, 3, "+81 90 1234", "6行目 A6: 名前がありません"],
    ]
    assert sheet["B2"].data_type == "s"
    sheet["A2"], sheet["A3"] = "高橋 桜", "田中 海"
    book.save(saved)

    mended = preview_import(event, saved)
    assert mended.mapping.headings_key == mapping.headings_key
    assert [one.name for one in mended.new] == ["高橋 桜", "田中 海"]
    assert mended.new[0].text(GuestField.TABLE) == "通路側"
    assert (mended.gone, mended.changed, mended.companions) == ((), (), 2)
    assert mended.new[1].text(GuestField.PHONE) == "+81 90 1234"
    commit_import(event, mended, now=at("12:10"), operator="")
    assert guests.count_guests(event) == 7


def test_the_reason_is_no_column_of_the_list(
    event: EventFile, mixed_list: Path, tmp_path: Path
) -> None:
    """It never becomes a note of a guest, and an unmended row is refused again."""
    saved = tmp_path / "mend.xlsx"
    save_refused(event, preview_import(event, mixed_list), saved)
    again = preview_import(event, saved)

    assert "取り込めなかった理由" in read_list(saved).rows[0].cells
    assert all("理由" not in column.heading for column in again.mapping.columns)
    assert len(again.listed.refused) == 2
