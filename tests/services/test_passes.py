"""The folder of passes: who gets one, what is in it, and that it is there whole or not at all."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from evening import Evening
from notation import at
from openpyxl import load_workbook
from pdf_reading import codes, page_texts, pictures, without_spaces
from PIL import Image

from reception_app.documents.pdf_file import NothingToPrint
from reception_app.documents.safe_file import FileNotWritable
from reception_app.documents.safe_folder import FolderNotEmpty
from reception_app.domain.facts import EventChanged
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.progress import Cancelled
from reception_app.domain.reference_code import read_reference_codes
from reception_app.services import guest_list, name_tags, passes
from reception_app.services.guest_recording import record_guest
from reception_app.services.passes import CALENDAR_FILE, SHEET_FILE, write_passes
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile


def add(event: EventFile, name: str, **texts: str) -> str:
    """A guest on the list who is charged the member's fee; the guest's id."""
    values = {GuestField.NAME: name, GuestField.CATEGORY: "会員"}
    values |= {GuestField(field): text for field, text in texts.items()}
    return guest_list.add_guest(event, values, now=at("12:00"), operator="").id


def sheet_rows(folder: Path) -> list[dict[str, object]]:
    """The lines of the sheet by the headings of its first row."""
    workbook = load_workbook(folder / SHEET_FILE)
    [sheet] = workbook.worksheets
    head, *rows = sheet.iter_rows(values_only=True)
    workbook.close()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_each_guest_has_a_pass_a_picture_and_a_line(event: EventFile, tmp_path: Path) -> None:
    """The files the line names exist and hold the guest's name, fee and valid code."""
    for name in ("佐藤 花子", "Nguyễn Thị Minh Khai"):
        add(event, name, email=f"{len(name)}@example.org", company="=HYPERLINK(1)")
    folder = tmp_path / "passes"
    written = write_passes(event, folder, now=at("13:00"))
    rows = sheet_rows(folder)
    by_name = {row.guest.name: row for row in guests.list_guests(event)}

    assert (written.count, written.problems, written.without_code) == (2, (), ())
    assert sorted(file.name for file in folder.iterdir()) == [
        CALENDAR_FILE, "pass-0001.pdf", "pass-0002.pdf", SHEET_FILE, "qr-0001.png", "qr-0002.png"
    ]  # fmt: skip
    for row in rows:
        known = by_name[str(row["氏名"])]
        pdf = folder / str(row["入場パスのファイル"])
        [text] = page_texts(pdf)
        picture = np.asarray(Image.open(folder / str(row["QRのファイル"])).convert("L"))
        assert without_spaces(known.guest.name) in without_spaces(text)
        assert str(row["振込コード"]) in text
        assert codes(pictures(pdf, 100)[0]) == codes(picture) == [known.badge_code]
        assert row["名札コード"] == known.badge_code
        assert (row["会費残額"], row["会費残額(文字)"]) == (8000, "¥8,000")
        assert read_reference_codes(str(row["振込コード"])) == (known.guest.number,)
        assert row["予定のファイル"] == CALENDAR_FILE


@pytest.mark.parametrize("text", ["=1+1", "+81", "@SUM(A1)", "-2", "＝1"])
def test_names_like_formulas_stay_text(event: EventFile, tmp_path: Path, text: str) -> None:
    """Opening the sheet computes nothing, and it says what was typed."""
    add(event, text, email=text)
    write_passes(event, tmp_path / "passes", now=at("13:00"))
    workbook = load_workbook(tmp_path / "passes" / SHEET_FILE)
    cells = [cell for row in workbook.worksheets[0].iter_rows(min_row=2) for cell in row]
    workbook.close()

    assert [cell.value for cell in cells].count(text) == 2
    assert {cell.data_type for cell in cells if cell.value == text} == {"s"}


def test_codes_keep_their_zeros_and_paid_fees_are_no_text(
    evening: Evening, tmp_path: Path
) -> None:  # fmt: skip
    """A code is text; a mail says nothing about money to a guest who paid."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"))
    write_passes(evening.file, tmp_path / "passes", now=at("19:00"))
    [row] = sheet_rows(tmp_path / "passes")
    [text] = page_texts(tmp_path / "passes" / "pass-0001.pdf")

    assert row["振込コード"] == "00013"
    assert (row["会費残額"], row["会費残額(文字)"] or "") == (0, "")
    assert "00013" not in text


def test_a_companions_mail_goes_to_the_host(event: EventFile, tmp_path: Path) -> None:
    """Whoever has no address is written to through the host."""
    host = add(event, "佐藤 花子", email="hanako@example.org")
    with event.act(now=at("12:00"), actor="") as act:
        record_guest(
            act, {GuestField.NAME: "佐藤 太郎"}, event_tag="1234", number=2, host=host,
            status=GuestStatus.ACCEPTED, source="test",
        )  # fmt: skip
    write_passes(event, tmp_path / "passes", now=at("13:00"))
    rows = sheet_rows(tmp_path / "passes")
    [text] = page_texts(tmp_path / "passes" / "pass-0002.pdf")

    assert [row["送り先メール"] for row in rows] == ["hanako@example.org"] * 2
    assert rows[1]["同伴元"] == "佐藤 花子"
    assert "佐藤花子様のお連れ様" in without_spaces(text)


def test_only_who_may_come_and_was_chosen_gets_a_pass(event: EventFile, tmp_path: Path) -> None:
    """Cancelled guests get none; a choice narrows it further; nobody left is an error."""
    first, second, third = (add(event, name) for name in ("佐藤 花子", "鈴木 一郎", "高橋 さくら"))
    guest_list.change_status(event, second, GuestStatus.CANCELLED, now=at("12:30"), operator="")
    written = write_passes(
        event, tmp_path / "one", now=at("13:00"), only=frozenset({second, third})
    )
    with pytest.raises(NothingToPrint):
        write_passes(event, tmp_path / "none", now=at("13:00"), only=frozenset({second}))

    assert first
    assert written.count == 1
    assert [row["氏名"] for row in sheet_rows(tmp_path / "one")] == ["高橋 さくら"]
    assert not (tmp_path / "none").exists()


def test_two_guests_with_one_number_keep_two_passes(
    event: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of two desks may meet; no pass is written over another."""
    for name in ("佐藤 花子", "鈴木 一郎"):
        add(event, name)
    chosen = name_tags.select_for_tags(event, name_tags.TagSelection.ALL)
    same = tuple(replace(row, guest=replace(row.guest, number=7)) for row in chosen)
    monkeypatch.setattr(passes, "select_for_tags", lambda *_, **__: same)
    write_passes(event, tmp_path / "passes", now=at("13:00"))

    files = [row["入場パスのファイル"] for row in sheet_rows(tmp_path / "passes")]
    assert files == ["pass-0007.pdf", "pass-0007-2.pdf"]


def test_who_has_no_code_is_named(
    event: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pass without a code would open no door, so its number is told instead."""
    for name in ("佐藤 花子", "鈴木 一郎"):
        add(event, name)
    one, other = name_tags.select_for_tags(event, name_tags.TagSelection.ALL)
    rows = (replace(one, badge_code=""), other)
    monkeypatch.setattr(passes, "select_for_tags", lambda *_, **__: rows)
    written = write_passes(event, tmp_path / "passes", now=at("13:00"))

    assert (written.count, written.without_code) == (1, (one.guest.number,))


@dataclass
class CancelledAt:
    """A progress on which Cancel is pressed once `step` is reached."""

    step: int

    def advance(self, done: int, total: int) -> None:
        """Stop at the step."""
        if done >= min(self.step, total):
            raise Cancelled


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_cancel_leaves_nothing(event: EventFile, tmp_path: Path, step: int) -> None:
    """At whatever moment Cancel is pressed, no file and no folder is left."""
    for name in ("佐藤 花子", "鈴木 一郎", "高橋 さくら"):
        add(event, name)
    place = tmp_path / "out"
    place.mkdir()
    with pytest.raises(Cancelled):
        write_passes(event, place / "passes", now=at("13:00"), progress=CancelledAt(step))

    assert list(place.iterdir()) == []


def test_a_folder_that_cannot_be_is_refused(event: EventFile, tmp_path: Path) -> None:
    """Nothing is mixed with other files, and a place without a folder around it is told."""
    add(event, "佐藤 花子")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(FolderNotEmpty):
        write_passes(event, tmp_path / "full", now=at("13:00"))
    with pytest.raises(FileNotWritable):
        write_passes(event, tmp_path / "missing" / "passes", now=at("13:00"))

    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_door_hours_stand_on_pass_and_calendar(event: EventFile, tmp_path: Path) -> None:
    """Guests read when the doors open, and their calendar knows it."""
    add(event, "佐藤 花子")
    hours = {"door_opens": at("18:00"), "door_closes": at("18:00") + timedelta(hours=3)}
    with event.act(now=at("12:30"), actor="") as act:
        act.record(EventChanged(fields={key: clock.isoformat() for key, clock in hours.items()}))
    write_passes(event, tmp_path / "passes", now=at("13:00"))
    [text] = page_texts(tmp_path / "passes" / "pass-0001.pdf")
    calendar = (tmp_path / "passes" / CALENDAR_FILE).read_text(encoding="utf-8")

    assert "18:00〜21:00" in without_spaces(text)
    assert "DTSTART:20261114T180000Z\n" in calendar
    assert "DTEND:20261114T210000Z\n" in calendar
