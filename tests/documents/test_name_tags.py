"""Name tags on paper: all codes decode, all text is the data, all labels lie where they should."""

import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
from pdf_reading import codes, page_texts, pictures, without_spaces
from PIL import Image, ImageFilter

from reception_app.documents.label_sheet import A4_TEN, SHEETS, LabelNotOnSheet
from reception_app.documents.name_tag import NameTag
from reception_app.documents.name_tags import TagLooks, TagPaper, write_name_tags
from reception_app.documents.pdf_file import NothingToPrint
from reception_app.documents.safe_file import FileNotWritable
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.domain.badge_code import badge_code_for
from reception_app.domain.progress import Cancelled, Silent
from reception_app.domain.tag_design import BandElement, Frame, TagDesign
from reception_app.wording import Wording

SAMPLE_LIST = Path(__file__).parents[1] / "data" / "guests_form_answers.xlsx"
JAPANESE = Wording("ja")
COLOURS = {"会員": "#2F56D9", "ゲスト": "#C2410C", "登壇者": "#6D28D9", "学生": "#F5B301"}


def code(number: int) -> str:
    """A badge code of its own for each guest, looking random."""
    return str(badge_code_for("1234", f"{pow(7, number + 99, 10**25):025}"))


@cache
def sample_tags() -> tuple[NameTag, ...]:
    """A tag for each of the 700 answers, all fields used."""
    book = openpyxl.load_workbook(SAMPLE_LIST, read_only=True)
    rows = iter(list(book.worksheets[0].iter_rows(values_only=True)))
    book.close()
    headings = [str(cell) for cell in next(rows)]
    answers = [dict(zip(headings, row, strict=True)) for row in rows]
    texts = [{key: str(cell or "") for key, cell in answer.items()} for answer in answers]
    return tuple(
        NameTag(
            number,
            " ".join(answer["お名前"].split()),
            code(number),
            reading=answer["フリガナ"],
            company=answer["会社名・団体名"],
            title=answer["部署・役職"],
            category=answer["参加区分"],
            colour=COLOURS.get(answer["参加区分"], ""),
            event_name="秋の異業種交流会",
            event_date="2026.11.14",
            table=f"テーブル {number % 40}",
            talks_about=answer["話せるテーマ"],
        )
        for number, answer in enumerate(texts, start=1)
    )


def written(path: Path, *tags: NameTag, first_label: int = 1) -> Path:
    """The tags on the A4 sheet of ten."""
    paper = TagPaper(first_label=first_label)
    write_name_tags(path, tags, wording=JAPANESE, progress=Silent(), paper=paper)
    return path


class Stopping:
    """A progress that cancels at its second report."""

    def __init__(self) -> None:
        self.reports: list[tuple[int, int]] = []

    def advance(self, done: int, total: int) -> None:
        """Note the report, or cancel."""
        self.reports.append((done, total))
        if len(self.reports) == 2:
            raise Cancelled


def test_all_700_codes_decode_from_a_label_printers_resolution(tmp_path: Path) -> None:
    """Rendered at 203 dpi, every code of the sample list is the guest's, in order."""
    path = written(tmp_path / "tags.pdf", *sample_tags())

    found = [text for picture in pictures(path, dpi=203) for text in codes(picture)]

    assert found == [tag.badge_code for tag in sample_tags()]


def test_codes_survive_a_bad_print(tmp_path: Path) -> None:
    """Dots grown by half a module, blurred and dim: still every code decodes."""
    path = written(tmp_path / "tags.pdf", *sample_tags()[:10])
    picture = pictures(path, dpi=203)[0].astype(float)
    neighbours = [np.roll(picture, shift, axis) for axis in (0, 1) for shift in (-1, 1)]
    grown = np.minimum.reduce([picture, neighbours[0], neighbours[2]])
    blurred = sum([np.roll(grown, (y, x), (0, 1)) for y in (-1, 0, 1) for x in (-1, 0, 1)]) / 9
    dim = np.asarray(40 + blurred * 0.35, dtype=np.uint8)

    assert codes(dim) == [tag.badge_code for tag in sample_tags()[:10]]


@pytest.mark.parametrize(
    ("key", "sheet"),
    [
        ("ten_up", "A-One 51006"), ("eight_up", "Avery L7418"), ("lanyard", "lanyard-a4"),
        ("a6", "a6-a4"), ("card", "card-a4"), ("roll_62", "roll-62"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("degrees", [0, 9, -14, 33])
def test_codes_of_every_design_are_read_tilted_and_dim(
    tmp_path: Path, key: str, sheet: str, degrees: int
) -> None:
    """At 203 dpi with grown dots, blurred, in poor light and held askew, each code decodes."""
    path = tmp_path / "tags.pdf"
    paper = TagPaper(SHEETS[sheet], cut_marks=False)
    tags = sample_tags()[:2]
    write_name_tags(
        path, tags, wording=JAPANESE, progress=Silent(), looks=TagLooks(SHIPPED[key]), paper=paper
    )

    found: set[str] = set()
    for picture in pictures(path, dpi=203):
        grown = with_spread_ink(picture.astype(float))
        image = Image.fromarray(np.asarray(60 + grown * 0.4, dtype=np.uint8))
        tilted = image.filter(ImageFilter.GaussianBlur(0.8)).rotate(
            degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=162
        )
        found |= set(codes(np.asarray(tilted)))

    assert found == {tag.badge_code for tag in tags}


def with_spread_ink(picture: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Any:
    """Each dot as dark as its darkest neighbour to the right and below: ink that spreads."""
    return np.minimum.reduce([picture, np.roll(picture, -1, 0), np.roll(picture, -1, 1)])


def test_selectable_text_is_the_data(tmp_path: Path) -> None:
    """Each guest's texts can be found on the page with the guest's tag."""
    path = written(tmp_path / "tags.pdf", *sample_tags())

    pages = [without_spaces(text) for text in page_texts(path)]

    for index, tag in enumerate(sample_tags()):
        for text in (tag.name, tag.reading, tag.company, tag.title, tag.category, tag.talks_about):
            assert without_spaces(text) in pages[index // 10], text


def test_the_sample_list_prints_without_problems(tmp_path: Path) -> None:
    """Rare kanji, Vietnamese, Korean, Cyrillic, long names: all fit and have their glyphs."""
    problems = write_name_tags(
        tmp_path / "tags.pdf", sample_tags(), wording=JAPANESE, progress=Silent()
    )

    assert problems == ()


def test_markup_is_drawn_as_it_is_typed(tmp_path: Path) -> None:
    """A name that looks like a command to a computer is only a name."""
    path = written(
        tmp_path / "tags.pdf",
        NameTag(1, "<b>太字</b> 花子", code(1), company="=SUM(1+1) &amp; {number}"),
    )

    text = page_texts(path)[0]
    assert "<b>太字</b> 花子" in text
    assert "=SUM(1+1) &amp; {number}" in text


def test_labels_lie_where_the_sheet_has_them(tmp_path: Path) -> None:
    """The bands' edges are within 0.2 mm of the sheet's nominal places, on every label."""
    plain = NameTag(1, "林", "", colour="#000000")
    path = written(tmp_path / "tags.pdf", *[plain] * 10)
    dots = 508 / 25.4

    picture = pictures(path, dpi=508)[0]

    for index in range(10):
        place = A4_TEN.place(index)
        left, top = round(place.left * dots), round(place.top * dots)
        label = picture[top : top + round(55 * dots), left : left + round(12 * dots)]
        rows, columns = (label < 128).nonzero()
        edges = (columns.min(), columns.max() + 1, rows.min(), rows.max() + 1)
        assert [edge / dots for edge in edges] == pytest.approx([2.5, 10, 2.5, 52.5], abs=0.2)


@pytest.mark.parametrize("key", ["Avery 5395", "Avery L4785", "HERMA 4099", "card-a4", "roll-62"])
def test_every_sheets_labels_are_exact(tmp_path: Path, key: str) -> None:
    """A frame along the label's edge lies within 0.2 mm of its nominal place, on every label."""
    sheet = SHEETS[key]
    width, height = sheet.face
    frame = BandElement(Frame(1, 1, width - 2, height - 2), "", fill="#000000")
    design = TagDesign("d", "D", width, height, (frame,))
    path = tmp_path / "tags.pdf"
    write_name_tags(
        path, [NameTag(1, "林", "")] * sheet.labels, wording=JAPANESE, progress=Silent(),
        looks=TagLooks(design), paper=TagPaper(sheet, cut_marks=False),
    )  # fmt: skip
    dots = 508 / 25.4

    picture = pictures(path, dpi=508)[0]

    for index in range(sheet.labels):
        place = sheet.place(index)
        x, y = round((place.left + width / 2) * dots), round((place.top + height / 2) * dots)
        row, column = picture[y, :] < 128, picture[:, x] < 128
        left, right = _run_around(row, x)
        top, bottom = _run_around(column, y)
        edges = [left / dots, right / dots, top / dots, bottom / dots]
        assert edges == pytest.approx(
            [place.left + 1, place.left + width - 1, place.top + 1, place.top + height - 1], abs=0.2
        )


def _run_around(dark: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]", middle: int) -> Any:
    """First and last of the dark dots around this one."""
    light = (~dark).nonzero()[0]
    before, after = light[light < middle], light[light > middle]
    return before.max() + 1, after.min()


def test_the_page_is_a4(tmp_path: Path) -> None:
    """Printed at 100 percent the sheet is the sheet."""
    path = written(tmp_path / "tags.pdf", sample_tags()[0])
    height, width = pictures(path, dpi=254)[0].shape

    assert (width, height) == pytest.approx((2100, 2970), abs=2)


def test_a_half_used_sheet_is_used_up(tmp_path: Path) -> None:
    """Starting at label 10, the first page has one tag and the second begins anew."""
    path = written(tmp_path / "tags.pdf", *sample_tags()[:3], first_label=10)

    assert [codes(picture) for picture in pictures(path, dpi=203)] == [
        [code(1)],
        [code(2), code(3)],
    ]


def test_same_tags_are_same_bytes(tmp_path: Path) -> None:
    """Printing the same list twice gives the same file."""
    one = written(tmp_path / "one.pdf", *sample_tags()[:30])
    two = written(tmp_path / "two.pdf", *sample_tags()[:30])

    assert one.read_bytes() == two.read_bytes()


def test_the_file_stays_small(tmp_path: Path) -> None:
    """QR and layout of 700 tags add no more than 250 KB to the fonts and the texts themselves."""
    path = written(tmp_path / "tags.pdf", *sample_tags())

    heads = path.read_bytes().split(b"/Length1")[:-1]
    fonts = sum(int(head.rsplit(b"/Length ", 1)[1].split()[0]) for head in heads)
    words = "\n".join(
        f"{tag.name} {tag.reading} {tag.company} {tag.title} {tag.table} {tag.talks_about}"
        for tag in sample_tags()
    )
    assert fonts > 50_000
    assert path.stat().st_size - fonts - len(zlib.compress(words.encode())) <= 250_000


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    """Cancelled between two sheets, no file and no rest of one is there."""
    progress = Stopping()

    with pytest.raises(Cancelled):
        write_name_tags(
            tmp_path / "tags.pdf", sample_tags()[:50], wording=JAPANESE, progress=progress
        )

    assert progress.reports == [(10, 50), (20, 50)]
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(FileNotWritable) as caught:
        written(tmp_path / "nowhere" / "tags.pdf", sample_tags()[0])

    assert caught.value.path.endswith("tags.pdf")


def test_nothing_and_impossible_labels_are_refused(tmp_path: Path) -> None:
    """No tags, or a label the sheet does not have: an error, and no file."""
    with pytest.raises(NothingToPrint):
        written(tmp_path / "tags.pdf")
    with pytest.raises(LabelNotOnSheet):
        written(tmp_path / "tags.pdf", sample_tags()[0], first_label=11)

    assert not list(tmp_path.iterdir())


def test_an_events_long_name_is_reported_once(tmp_path: Path) -> None:
    """A text that is on every tag is one problem, not seven hundred."""
    tags = [replace(tag, event_name="交流会" * 60) for tag in sample_tags()[:5]]

    problems = write_name_tags(tmp_path / "a.pdf", tags, wording=JAPANESE, progress=Silent())

    assert len(problems) == 1
