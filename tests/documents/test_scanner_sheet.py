"""The scanner's test page: the code on it is the test code, whatever prints it."""

from pathlib import Path

import pytest
from pdf_reading import codes, page_texts, pictures

from reception_app.documents.scanner_sheet import write_scanner_sheet
from reception_app.scanning.scanner_habits import TEST_CODE
from reception_app.wording import Wording


@pytest.mark.parametrize("language", ["en", "ja"])
def test_page_shows_the_code(tmp_path: Path, language: str) -> None:
    """The code is read from the page, and its digits stand below it."""
    path = tmp_path / "test.pdf"
    write_scanner_sheet(path, TEST_CODE, wording=Wording(language))

    assert codes(pictures(path, 150)[0]) == [TEST_CODE]
    assert TEST_CODE in page_texts(path)[0]
