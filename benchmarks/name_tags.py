"""From the guests' data to the PDF on the disk: name tags with QR on the A4 sheet of ten."""

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from report import Row, best_of, markdown_table

from reception_app import paths
from reception_app.documents.name_tag import NameTag
from reception_app.documents.name_tags import write_name_tags
from reception_app.domain.badge_code import badge_code_for
from reception_app.domain.progress import Silent
from reception_app.wording import Wording

SIZES = {700: "≤ 0.6 s", 10_000: "linear: ≤ 15 times 700"}
"""Tags, and how soon they must be there."""

_FAMILY = ("佐藤", "鈴木", "高橋", "渡辺", "山本", "中村", "髙﨑", "長谷川", "佐々木", "𠮷田")
_GIVEN = ("花子", "太郎", "直樹", "美加子", "さゆり", "翔太", "勘解由左衛門", "Nguyễn", "あすか")
_CATEGORIES = (("会員", "#2F56D9"), ("ゲスト", "#C2410C"), ("登壇者", "#6D28D9"))


def measure() -> list[Row]:
    """One row for each number of tags."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(Path(folder) / "tags.pdf", count) for count in SIZES]


def _measure(path: Path, count: int) -> Row:
    # Other companies each time: no run profits from texts that an earlier one has measured.
    lists = (_tags(count, salt) for salt in itertools.count())
    wording = Wording("ja")
    bare = _tags(count, -1)
    return Row(
        job=f"{count:,} name tags with QR (PDF)",
        limit_name="reportlab, text only",
        limit_seconds=best_of(2, lambda: _text_only(path, bare)),
        product_seconds=best_of(
            3, lambda: write_name_tags(path, next(lists), wording=wording, progress=Silent())
        ),
        target=SIZES[count],
    )


def _text_only(path: Path, tags: Sequence[NameTag]) -> None:
    """The same texts by the bare PDF library: no fitting, no fallback fonts, no QR."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for weight in ("Regular", "Bold"):
        file = paths.resource("fonts", f"BIZUDPGothic-{weight}.ttf")
        pdfmetrics.registerFont(TTFont(weight, str(file)))
    canvas = Canvas(str(path), pageCompression=1)
    for index, tag in enumerate(tags):
        if index and index % 10 == 0:
            canvas.showPage()
        canvas.setFont("Bold", 40)
        canvas.drawString(40, 700, tag.name)
        canvas.setFont("Regular", 9)
        for line, text in enumerate((tag.event_name, tag.reading, tag.company, tag.title)):
            canvas.drawString(40, 600 - 12 * line, text)
    canvas.save()


def _tags(count: int, salt: int) -> list[NameTag]:
    return [
        NameTag(
            n,
            f"{_FAMILY[n % len(_FAMILY)]} {_GIVEN[n // 7 % len(_GIVEN)]}",
            str(badge_code_for("1234", f"{pow(7, n + 99, 10**25):025}")),
            reading="さとう はなこ",
            company=f"合同会社サンプル{salt}-{n}システムズ",
            title="経営企画室 室長",
            category=_CATEGORIES[n % 3][0],
            colour=_CATEGORIES[n % 3][1],
            event_name="秋の異業種交流会",
            event_date="2026.11.14",
            table=f"テーブル {n % 40}",
            talks_about="照明デザイン、海外展開",
        )
        for n in range(count)
    ]


if __name__ == "__main__":
    print(markdown_table(measure()))
