"""The same marks by Qt and in a PDF look the same, on screen and on a printer."""

from pathlib import Path

import numpy as np
import pytest
from pdf_reading import Pixels, codes, pictures
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from reception_app.documents.label_sheet import A4_TEN, SHEETS
from reception_app.documents.name_tag import NameTag
from reception_app.documents.name_tags import TagLooks, TagPaper, TagSheets, write_name_tags
from reception_app.documents.printer_fit import PrinterFit
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.domain.badge_code import badge_code_for
from reception_app.domain.progress import Cancelled, Silent
from reception_app.services.name_tags import TagJob
from reception_app.ui.paper.mark_painter import MarkPainter
from reception_app.ui.paper.printing import (
    PrinterMissing,
    PrinterRefused,
    open_printer,
    print_job,
    set_paper,
)
from reception_app.wording import Wording

JAPANESE = Wording("ja")
DPI = 150


def tags(count: int) -> list[NameTag]:
    """Tags with rare kanji, long and foreign names."""
    names = ("佐藤 花子", "髙﨑 𠮷郎", "Nguyễn Thị Minh Khai", "Bob Li", "김민준")
    return [
        NameTag(
            n + 1,
            names[n % len(names)],
            str(badge_code_for("1234", f"{pow(7, n + 99, 10**25):025}")),
            reading="さとう はなこ",
            company="株式会社サンプル商事",
            category="ご招待(一般)" if n % 2 else "Speaker",
            colour="#2F56D9",
            event_name="秋の異業種交流会",
            table="テーブル 12",
            talks_about="照明デザイン",
        )
        for n in range(count)
    ]


def job(count: int, *, design: str = "ten_up", paper: TagPaper | None = None) -> TagJob:
    """Tags on the A4 sheet of ten."""
    return TagJob(tuple(tags(count)), (), TagLooks(SHIPPED[design]), paper or TagPaper(), JAPANESE)


def painted(sheets: TagSheets, page: tuple[float, float]) -> Pixels:
    """The first page as grey pixels, drawn by Qt."""
    width, height = (round(side / 25.4 * DPI) for side in page)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(DPI / 72, DPI / 72)
    MarkPainter().paint_page(painter, sheets.page(0).placed)
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(height, -1)
    return rows[:, :width].copy()


def pdf_printer(path: Path) -> QPrinter:
    """A printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def blurred(picture: Pixels) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Without the fuzz of two ways of smoothing edges."""
    height, width = (side // 4 * 4 for side in picture.shape)
    cells = picture[:height, :width].reshape(height // 4, 4, width // 4, 4)
    return np.asarray(cells.mean(axis=(1, 3)), dtype=np.float64)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("design", ["ten_up", "lanyard", "card", "roll_62"])
def test_screen_and_pdf_look_the_same(tmp_path: Path, design: str) -> None:
    """Seen at a little distance, no part of a sheet differs."""
    sheet = {"ten_up": A4_TEN, "lanyard": SHEETS["lanyard-a4"], "card": SHEETS["card-a4"],
             "roll_62": SHEETS["roll-62"]}[design]  # fmt: skip
    paper = TagPaper(sheet, cut_marks=False)
    path = tmp_path / "tags.pdf"
    write_name_tags(
        path, tags(6), wording=JAPANESE, progress=Silent(), looks=TagLooks(SHIPPED[design]),
        paper=paper,
    )  # fmt: skip

    by_qt = blurred(painted(job(6, design=design, paper=paper).on_sheets(), sheet.page))
    by_pdf = blurred(pictures(path, DPI, pages=range(1))[0])
    height, width = (min(a, b) for a, b in zip(by_qt.shape, by_pdf.shape, strict=True))
    difference = np.abs(by_qt[:height, :width] - by_pdf[:height, :width])

    assert np.quantile(difference, 0.999) < 70
    assert difference.mean() < 4


@pytest.mark.usefixtures("qapp")
def test_a_printer_gets_every_page_at_its_exact_size(tmp_path: Path) -> None:
    """A virtual printer's pages are A4, their codes decode in order, bands lie within 0.2 mm."""
    path = tmp_path / "printed.pdf"
    printer = pdf_printer(path)
    wanted = job(12)
    set_paper(printer, wanted.paper.sheet.page)

    print_job(printer, wanted, Silent())
    del printer

    found = pictures(path, 254)
    assert [text for picture in found for text in codes(picture)] == [
        tag.badge_code for tag in wanted.tags
    ]
    assert found[0].shape == pytest.approx((2970, 2100), abs=2)
    dark = found[0][600, :] < 150
    assert dark.nonzero()[0].min() / 10 == pytest.approx(14 + 2.5, abs=0.2)


@pytest.mark.usefixtures("qapp")
def test_a_printers_fit_moves_everything(tmp_path: Path) -> None:
    """What is known of a printer is put right on it too."""
    path = tmp_path / "printed.pdf"
    printer = pdf_printer(path)
    paper = TagPaper(fit=PrinterFit((3.0, 0.0), (1.0, 1.0)), cut_marks=False)
    set_paper(printer, paper.sheet.page)
    print_job(printer, job(10, paper=paper), Silent())
    del printer

    dark = pictures(path, 254)[0][600, :] < 150
    assert dark.nonzero()[0].min() / 10 == pytest.approx(14 + 2.5 + 3, abs=0.2)


@pytest.mark.usefixtures("qapp")
def test_cancel_stops_the_printer(tmp_path: Path) -> None:
    """Cancelled after the first sheet, the printer prints no further ones."""

    class Stopping:
        def advance(self, done: int, total: int) -> None:
            """Stop at once."""
            assert done <= total
            raise Cancelled

    printer = pdf_printer(tmp_path / "printed.pdf")
    with pytest.raises(Cancelled):
        print_job(printer, job(30), Stopping())


@pytest.mark.usefixtures("qapp")
def test_a_missing_printer_is_told() -> None:
    """By the name under which it was chosen."""
    with pytest.raises(PrinterMissing) as caught:
        open_printer("Brother QL-820NWB (renamed)")

    assert caught.value.name == "Brother QL-820NWB (renamed)"


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    """A virtual printer whose file cannot be written refuses."""
    printer = pdf_printer(tmp_path / "nowhere" / "printed.pdf")

    with pytest.raises(PrinterRefused):
        print_job(printer, job(1), Silent())
