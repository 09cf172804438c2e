"""From choosing a guest list to its preview: child process, headings, every guest read."""

import tempfile
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook
from report import Row, best_of, markdown_table

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.documents.guest_sheet.mapping import recognise

SIZES = {700: "≤ 0.5 s", 10_000: "≤ 2 s"}
"""Guests in the list, and how soon its preview must be there."""

_HEADINGS = [
    "タイムスタンプ",
    "メールアドレス",
    "お名前",
    "フリガナ",
    "会社名・団体名",
    "部署・役職",
    "参加区分",
    "同伴者の人数",
    "ご紹介者",
    "アレルギー・備考",
    "話せるテーマ",
    "会いたい人",
]


def measure() -> list[Row]:
    """One row for each size of list."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(Path(folder) / f"{guests}.xlsx", guests) for guests in SIZES]


def _measure(path: Path, guests: int) -> Row:
    write_list(path, guests)
    return Row(
        job=f"Preview of {guests:,} guests (xlsx)",
        limit_name="calamine in-process",
        limit_seconds=best_of(5, lambda: _bare(path)),
        product_seconds=best_of(5, lambda: _preview(path, guests)),
        target=SIZES[guests],
    )


def _bare(path: Path) -> None:
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _preview(path: Path, guests: int) -> None:
    raw = read_list(path)
    assert len(read_guests(raw, recognise(raw)).guests) == guests


def write_list(path: Path, guests: int) -> None:
    """Write a form's answers of so many guests; two thirds of them bring companions."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("フォームの回答 1")
    sheet.append(_HEADINGS)
    for n in range(guests):
        sheet.append(
            (
                "2026-09-01 09:07",
                f"guest{n:05}@example.com",
                f"佐々木 直樹{n}",
                "ササキ ナオキ",
                f"合同会社Owensシステムズ{n % 97}",
                "経営企画室 室長",
                ("会員", "ゲスト", "学生")[n % 3],
                n % 3,
                "佐藤さん",
                "ベジタリアン" if n % 9 == 0 else "",
                "照明デザイン",
                "マーケティング",
            )
        )
    book.save(path)


if __name__ == "__main__":
    print(markdown_table(measure()))
