"""Reports on A4."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_reading import page_texts, without_spaces

from reception_app.documents.drawing import MM, Box, TextLine
from reception_app.documents.report import (
    Align,
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Columns,
    Figures,
    Heading,
    NextPage,
    Report,
    Row,
    RowKind,
    Signatures,
    Table,
    Words,
)
from reception_app.documents.report_layout import lay_out
from reception_app.documents.report_page import write_report
from reception_app.domain.progress import Cancelled, Silent
from reception_app.wording import Wording

JAPANESE, ENGLISH = Wording("ja"), Wording("en")
COLUMNS = (
    Column("番号", 6, Align.RIGHT),
    Column("氏名", 24, bold=True),
    Column("所属", 30),
    Column("会費", 12, Align.RIGHT),
    Column("受付", 6, Align.CENTRE),
)

words = st.text(st.sampled_from("佐藤カー、（）ABgjẪ -&株式会社한𠮷\n"), max_size=80)
cells = st.builds(Cell, text=words, note=words, swatch=st.sampled_from(["", "#2F56D9"]))
rows = st.builds(
    Row, st.tuples(words, cells, words, words, st.just(Cell(tick=True))), st.sampled_from(RowKind)
)
bars = st.builds(Bar, words, st.floats(0, 1e9), words)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words),
    st.builds(Words, words),
    st.builds(Figures, st.lists(st.tuples(words, words, words), max_size=4).map(tuple)),
    st.builds(Table, st.just(COLUMNS), st.lists(rows, max_size=60).map(tuple), words),
    st.builds(Bars, st.lists(bars, max_size=12).map(tuple)),
    st.builds(Columns, st.lists(bars, max_size=30).map(tuple)),
    st.builds(Signatures, st.lists(words, max_size=4).map(tuple)),
    st.just(NextPage()),
)


def guests(count: int) -> Table:
    """A table of so many guests."""
    return Table(
        COLUMNS,
        tuple(
            Row(
                (
                    str(n),
                    Cell("髙﨑 𠮷郎", note="タカサキ ヨシロウ"),
                    "O'Brien & Söhne",
                    "¥8,000",
                    "",
                )
            )
            for n in range(1, count + 1)
        ),
        empty="いません",
    )


def texts(*given_blocks: Block, wording: Wording = JAPANESE) -> list[list[str]]:
    """The lines of text on each page."""
    pages = lay_out(Report("収支報告書", blocks=given_blocks), wording)
    return [[mark.text for mark in page if isinstance(mark, TextLine)] for page in pages]


@given(st.lists(blocks, max_size=5), words)
def test_nothing_leaves_the_page(some: list[Block], text: str) -> None:
    """Whatever is reported, every mark stands on the paper, above the foot of the page."""
    report = Report(text, text, aside="第2版", foot=text, blocks=tuple(some))
    width, height = (length * MM for length in report.page)

    for page in lay_out(report, JAPANESE):
        for mark in page:
            assert mark.box.inside(Box(0, 0, width, height)), mark


@given(st.lists(rows, min_size=1, max_size=80))
def test_no_row_is_lost_and_no_text_lies_on_another(some: list[Row]) -> None:
    """Rows go on over pages in their order; no two texts of the table touch."""
    numbered = [Row((f"#{n}", *row.cells[1:]), row.kind) for n, row in enumerate(some)]
    pages = lay_out(Report("", blocks=(Table(COLUMNS, tuple(numbered)),)), JAPANESE)

    found = [
        mark.text
        for page in pages
        for mark in page
        if isinstance(mark, TextLine) and mark.text.startswith("#")
    ]
    assert found == [f"#{n}" for n in range(len(some))]
    for page in pages:
        lines = [mark for mark in page if isinstance(mark, TextLine) and mark.text.strip()]
        for place, line in enumerate(lines):
            for other in lines[place + 1 :]:
                middle = Box(line.x, line.y - line.size * 0.3, line.x + line.width, line.y)
                assert not middle.overlaps(
                    Box(other.x, other.y - other.size * 0.3, other.x + other.width, other.y)
                ), (line.text, other.text)


def test_figures_stand_clear_of_the_words_after_them() -> None:
    """A sum that ends on the right and a remark that begins on the left do not read as one."""
    columns = (Column("差異", 14, Align.RIGHT), Column("備考", 28))
    table = Table(columns, (Row(("-50,000", "2社の予定")),))
    [page] = lay_out(Report("", blocks=(table,)), JAPANESE)

    lines = {mark.text: mark for mark in page if isinstance(mark, TextLine)}
    for figure, remark in (("差異", "備考"), ("-50,000", "2社の予定")):
        end = lines[figure].x + lines[figure].width
        assert lines[remark].x - end >= lines[remark].size * 1.5


def test_headings_stand_on_every_page() -> None:
    """A table of three pages has its headings three times, and pages are counted."""
    pages = texts(guests(75))

    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert page.count("氏名") == 1
        assert f"{number} / 3 ページ" in page


def test_a_heading_is_never_alone() -> None:
    """What a heading heads begins on the same page."""
    for rows_before in range(20, 45):
        pages = texts(guests(rows_before), Heading("会計チェック"), guests(1))
        [page] = [page for page in pages if "会計チェック" in page]
        assert page.count("番号") >= 1
        assert page.index("会計チェック") < len(page) - 3


def test_an_empty_table_says_so() -> None:
    """Nobody is listed, in words."""
    assert "いません" in texts(guests(0))[0]


def test_what_is_written_is_selectable(tmp_path: Path) -> None:
    """Names with rare kanji, markup signs and figures are found again in the PDF."""
    report = Report(
        "Settlement <b>", "Gala & more", blocks=(Figures((("Income", "¥8,000", ""),)), guests(2))
    )

    count = write_report(tmp_path / "r.pdf", report, wording=ENGLISH, progress=Silent())

    text = without_spaces("".join(page_texts(tmp_path / "r.pdf")))
    assert count == 1
    for said in ("Settlement<b>", "Gala&more", "髙﨑𠮷郎", "O'Brien&Söhne", "Page1of1"):
        assert said in text


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    """A report that was cancelled is not there."""

    class Stop(Silent):
        def advance(self, done: int, total: int) -> None:
            if 0 < done < total:
                raise Cancelled

    report = Report("r", blocks=(guests(200),))
    with pytest.raises(Cancelled):
        write_report(tmp_path / "r.pdf", report, wording=JAPANESE, progress=Stop())

    assert list(tmp_path.iterdir()) == []


def test_the_same_report_is_the_same_bytes(tmp_path: Path) -> None:
    """A report depends on what it says alone."""
    report = Report("r", blocks=(guests(3), Signatures(("会計", "監査"))))
    for name in ("a.pdf", "b.pdf"):
        write_report(tmp_path / name, report, wording=JAPANESE, progress=Silent())

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
