"""The PDF itself: the same bytes, whole or not at all, with its text as the data."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from pdf_reading import page_texts, pictures

from reception_app.documents.drawing import MM, Area, Outline, TextColumn, TextLine
from reception_app.documents.pdf_file import pdf_written
from reception_app.domain.progress import Cancelled


def written(path: Path, *marks: TextLine | TextColumn | Area | Outline) -> Path:
    """A page of 100 by 50 mm with these marks, its corner 10 mm into the page."""
    with pdf_written(path, title="題名", language="ja", page=(100.0, 50.0)) as pages:
        pages.place(marks, 10 * MM, 10 * MM)
    return path


def test_title_language_and_size_are_said(tmp_path: Path) -> None:
    """Readers and screen readers learn what the document is, printers not to scale it."""
    path = written(tmp_path / "a.pdf", TextLine("あ", 0, 20, 10))
    document = pypdfium2.PdfDocument(path)

    assert document.get_metadata_value("Title") == "題名"
    assert [length / MM for length in document[0].get_size()] == pytest.approx([100, 50], abs=0.01)
    assert b"/Lang (ja)" in path.read_bytes()
    assert b"/PrintScaling /None" in path.read_bytes()
    document.close()


def test_same_marks_are_same_bytes(tmp_path: Path) -> None:
    """A document made twice is the same file."""
    line = TextLine("髙﨑 𠮷郎 Nguyễn", 0, 20, 10)

    one, two = written(tmp_path / "a.pdf", line), written(tmp_path / "b.pdf", line)

    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "髙﨑 𠮷郎",
        "Nguyễn Thị Minh Khai",
        "<b>太字</b> 花子",
        "葛\ufe00城",
        "𛂦 김민수 陈伟",
        "Nguye\u0302\u0303n",
        "a\\(b) % \x7e",
    ],
)
def test_selected_text_is_the_data(text: str, tmp_path: Path) -> None:
    """Rare kanji, accents, markup and selectors come back as they were typed."""
    path = written(tmp_path / "a.pdf", TextLine(text, 0, 20, 10))

    assert page_texts(path) == [text]


def test_vertical_words_are_selected_whole(tmp_path: Path) -> None:
    """A word set vertically is one word for those who search."""
    path = written(tmp_path / "a.pdf", TextColumn("スーパー", 20, 0, 10))

    assert page_texts(path) == ["スーパー"]


def test_no_font_is_left_outside(tmp_path: Path) -> None:
    """Every font the file names is embedded."""
    path = written(tmp_path / "a.pdf", TextLine("abc 佐藤 𛂦", 0, 20, 10))

    assert b"Helvetica" not in path.read_bytes()
    assert path.read_bytes().count(b"/FontFile2") == 2


def test_areas_lie_where_they_are_said(tmp_path: Path) -> None:
    """A rectangle is on the page to a tenth of a millimetre."""
    path = written(tmp_path / "a.pdf", Area(20 * MM, 5 * MM, 30 * MM, 10 * MM, "#000000"))

    picture = pictures(path, dpi=508)[0]  # 20 pixels a millimetre
    rows, columns = (picture < 128).nonzero()

    edges = [columns.min(), columns.max() + 1, rows.min(), rows.max() + 1]
    assert [edge / 20 for edge in edges] == pytest.approx([30, 60, 15, 25], abs=0.1)


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    """Cancelled in the middle of the pages: no file, no rest of one."""

    def cancelled() -> None:
        with pdf_written(tmp_path / "a.pdf", title="", language="en") as pages:
            pages.next_page()
            raise Cancelled

    with pytest.raises(Cancelled):
        cancelled()

    assert not list(tmp_path.iterdir())
