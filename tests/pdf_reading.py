"""Reading PDFs back: text, pictures, codes."""

from pathlib import Path

import numpy as np
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import zxingcpp

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]

QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)


def page_texts(path: Path) -> list[str]:
    """The selectable text of each page; lines end with a newline."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return texts


def without_spaces(text: str) -> str:
    """`text` as one run: readers put spaces and line ends where they see fit."""
    return "".join(text.split())


def pictures(path: Path, dpi: int, *, pages: range | None = None) -> list[Pixels]:
    """Each page as grey pixels."""
    document = pypdfium2.PdfDocument(path)
    chosen = pages if pages is not None else range(len(document))
    found = [
        document[number].render(scale=dpi / 72, grayscale=True).to_numpy()[:, :].squeeze().copy()
        for number in chosen
    ]
    document.close()
    return found


def codes(picture: Pixels) -> list[str]:
    """All QR codes on a page, in reading order."""
    found = zxingcpp.read_barcodes(picture, formats=QR_ONLY)
    placed = sorted(
        (code.position.top_left.y // 50, code.position.top_left.x, code.text) for code in found
    )
    return [text for _, _, text in placed]
