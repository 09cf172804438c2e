"""The attendance adds up, is the same in every paper, and thanks each introducer once."""

from pathlib import Path

import pytest
from evening import Evening
from notation import at
from pdf_reading import page_texts
from python_calamine import CalamineWorkbook

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services.attendance_record import read_attendance
from reception_app.services.attendance_report import ReportFormatUnknown, export_attendance
from reception_app.services.guest_recording import put_on_list
from reception_app.services.overview import read_overview
from reception_app.services.reception import receive_guest
from reception_app.storage import settings

NOW = at("21:00")


@pytest.fixture
def party(evening: Evening) -> Evening:
    """佐藤 brought three, two came; 鈴木 one, who did not; a walk-in, and one who cancelled."""
    listed = (
        ("佐藤 花子", "", GuestStatus.ACCEPTED, True),
        ("山田 太郎", "佐藤さん", GuestStatus.ACCEPTED, True),
        ("高橋 次郎", "佐藤 花子 様", GuestStatus.ACCEPTED, True),
        ("田中 三郎", "佐藤", GuestStatus.ACCEPTED, False),
        ("伊藤 四郎", "鈴木さん", GuestStatus.ACCEPTED, False),
        ("渡辺 五郎", "佐藤さん", GuestStatus.CANCELLED, False),
    )
    plan = settings.find_fee_plan(evening.file)
    came = []
    with evening.file.act(now=at("12:00"), actor=evening.desk.operator) as act:
        for number, (name, introducer, status, comes) in enumerate(listed, 1):
            guest = put_on_list(
                act,
                {
                    GuestField.NAME: name,
                    GuestField.READING: name,
                    GuestField.INTRODUCER: introducer,
                    GuestField.CATEGORY: plan.categories[number % 2].code,
                    GuestField.EMAIL: f"{number}@example.com",
                },
                event_tag="1234",
                number=number,
                status=status,
                source="test",
            )
            came += [guest.id] if comes else []
    for minute, guest_id in enumerate(came):
        now = at(f"18:{minute * 9:02}")
        receive_guest(evening.file, guest_id, desk=evening.desk, now=now)
    evening.guest("当日 花子", "ご招待", now=at("18:31"))
    return evening


def test_every_figure_adds_up(party: Evening) -> None:
    """By category and by introducer the same as altogether, and as the overview says."""
    record = read_attendance(party.file, now=NOW)
    overview = read_overview(party.file, now=NOW).attendance

    assert (record.turnout.expected, record.turnout.arrived) == (6, 4)
    assert (overview.expected, overview.arrived, overview.awaited) == (6, 4, 2)
    for parts in (record.categories, record.introducers):
        assert sum(one.turnout.expected for one in parts) == 6
        assert sum(one.turnout.arrived for one in parts) == 4
        assert sum(one.turnout.walk_ins for one in parts) == 1
    assert [row.guest.name for row in record.absent] == ["伊藤 四郎", "田中 三郎"]
    assert [row.guest.name for row in record.walk_ins] == ["当日 花子"]


def test_an_introducer_is_thanked_once_however_written(party: Evening) -> None:
    """With a title or without, by family name or whole; whoever brought most comes first."""
    record = read_attendance(party.file, now=NOW)
    first, *others = record.introducers

    assert first.name == "佐藤 花子"
    assert first.guest is not None
    assert [guest.name for guest in first.came] == ["山田 太郎", "高橋 次郎"]
    assert (first.turnout.expected, first.turnout.percent) == (3, 67)
    assert [(one.name, one.turnout.arrived) for one in others] == [("鈴木さん", 0), ("", 2)]


def test_the_report_says_what_the_record_says(party: Evening, tmp_path: Path) -> None:
    """Figures, curve, absent, walk-ins, and on a page of its own whom to thank."""
    export_attendance(party.file, tmp_path / "a.pdf", now=NOW)
    first, last = page_texts(tmp_path / "a.pdf")

    for words in ("出欠報告書", "秋の交流会", "欠席者 2人", "当日参加 1人", "18:30", "67%"):
        assert words in first
    assert "お礼状リスト" in last
    assert "山田 太郎、高橋 次郎" in last
    assert "鈴木さん" not in last  # nobody came through them
    assert "1@example.com" in last


def test_the_workbook_says_the_same(party: Evening, tmp_path: Path) -> None:
    """One row a guest, sums beside formulas, the plan left empty without hours."""
    export_attendance(party.file, tmp_path / "a.xlsx", now=NOW)
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    people, categories, introducers, curve = (
        book.get_sheet_by_index(number).to_python() for number in range(4)
    )

    assert [row[7] for row in people[4:]].count("出席") == 4
    assert len(people[4:]) == 6
    assert categories[3][1:5] == [6, 4, 2, 1]
    assert [row[0] for row in introducers[7:]] == ["佐藤 花子", "鈴木さん", "紹介者なし"]
    assert [tuple(row[:3]) for row in curve[4:]] == [
        ("18:00", 2, 2),
        ("18:10", 1, 3),
        ("18:20", 0, 3),
        ("18:30", 1, 4),
    ]


def test_an_event_nobody_came_to(evening: Evening, tmp_path: Path) -> None:
    """No curve, no thanks, no division by nothing."""
    export_attendance(evening.file, tmp_path / "a.pdf", now=NOW)
    [page] = page_texts(tmp_path / "a.pdf")

    assert "欠席はありません" in page
    assert "お礼状リスト" not in page


def test_another_ending_is_refused(evening: Evening, tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(ReportFormatUnknown):
        export_attendance(evening.file, tmp_path / "a.doc", now=NOW)
    assert not (tmp_path / "a.doc").exists()
