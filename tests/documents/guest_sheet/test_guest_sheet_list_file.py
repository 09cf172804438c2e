"""Reading a list's file: every kind, every encoding, everything hostile."""

import io
import os
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from guest_sheet_files import SAMPLES, sheet_xml, xlsx, zipped

from reception_app.documents.guest_sheet import list_file, workbook_check
from reception_app.documents.guest_sheet.guarded_child import ListReaderStopped
from reception_app.documents.guest_sheet.list_file import read_list, read_pasted
from reception_app.documents.guest_sheet.raw_list import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    DateText,
    ListTooLong,
    ListTooWide,
)
from reception_app.documents.guest_sheet.text_list import ListEncodingUnknown, ListQuoteOpen
from reception_app.domain.errors import ReceptionError
from reception_app.wording import LANGUAGES, Wording

HEADINGS = ("お名前", "会社名", "メールアドレス")
GUEST = ("髙﨑 𠮷郎", "鈴木商事", "yoshi@example.com")
TWO_ROWS = sheet_xml([HEADINGS, GUEST])
CORNER_CELL = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'


def _saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _error(path: Path, *, sheet: str | None = None) -> ReceptionError:
    """The error reading it ends with; it has a sentence in every language."""
    with pytest.raises(ReceptionError) as caught:
        read_list(path, sheet=sheet)
    assert all(Wording(language).error(caught.value) for language in LANGUAGES)
    return caught.value


# Kinds and encodings


def test_cells_keep_their_kind(tmp_path: Path) -> None:
    """Whole numbers are ints, dates readable text marked as dates, empty rows keep their place."""
    path = _saved(tmp_path, "list.xlsx", _typed_workbook())

    rows = read_list(path).rows

    assert [row.number for row in rows] == [1, 3]
    assert rows[1].cells == ("山田", 2, 1.5, "2026-09-01 09:07", "2026-12-24", "TRUE")
    assert [isinstance(cell, DateText) for cell in rows[1].cells] == [
        False,
        False,
        False,
        True,
        True,
        False,
    ]


def _typed_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("お名前", "人数"))
    sheet.append(())
    moments = (_moment("2026-09-01 09:07"), _moment("2026-12-24"))
    sheet.append(("山田", 2, 1.5, *moments, True))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _moment(written: str) -> datetime:
    # Cells know no time zone.
    return datetime.fromisoformat(written)


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "list.xlsx"])
def test_old_and_open_workbooks_are_read(name: str) -> None:
    """The same list saved by an office program as xls, ods and xlsx gives the same rows."""
    raw = read_list(SAMPLES / "office" / name)

    assert [row.number for row in raw.rows] == [1, 3, 4]
    assert raw.rows[1].cells == ("お名前", "フリガナ", "同伴者の人数", "回答日")
    assert raw.rows[2].cells == ("髙﨑 𠮷郎", "タカサキ ヨシロウ", 2, "2026-09-01")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le"])
def test_every_encoding_and_delimiter_is_found_out(
    tmp_path: Path, encoding: str, delimiter: str, ending: str
) -> None:
    """Quoted headings, line breaks in cells and delimiters in quotes survive in each."""
    text = ending.join(
        [
            delimiter.join(('"お名前"', "会社名", "備考")),
            delimiter.join(("髙﨑 吉郎", '"A, B; C\tD"', f'"一行目{ending}二行目"')),
            delimiter.join(("前田", "井上デザイン", "")),
            "",
        ]
    )
    path = _saved(tmp_path, "list.csv", text.encode(encoding))

    rows = read_list(path).rows

    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[0].cells == ("お名前", "会社名", "備考")
    assert rows[1].cells[:2] == ("髙﨑 吉郎", "A, B; C\tD")
    assert str(rows[1].cells[2]).split() == ["一行目", "二行目"]


def test_a_line_that_names_the_delimiter_is_followed(tmp_path: Path) -> None:
    """Excel's `sep=;` counts as row 1 and is no guest."""
    path = _saved(tmp_path, "list.csv", b"sep=;\nName;Company\nAnn;A, B\n")

    rows = read_list(path).rows

    assert [(row.number, row.cells) for row in rows] == [
        (2, ("Name", "Company")),
        (3, ("Ann", "A, B")),
    ]


def test_text_named_xls_is_read_as_the_text_it_is(tmp_path: Path) -> None:
    """Ticket sites save tabbed text under the name of a workbook."""
    path = _saved(tmp_path, "list.xls", "お名前\t会社名\n前田\t井上\n".encode("cp932"))

    assert read_list(path).rows[1].cells == ("前田", "井上")


def test_another_encoding_can_be_chosen(tmp_path: Path) -> None:
    """What is neither UTF-8 nor cp932 is refused with its line, and read when chosen."""
    path = _saved(tmp_path, "list.csv", "Name,Company\nJérôme,Café\n".encode("cp1252"))

    error = _error(path)

    assert isinstance(error, ListEncodingUnknown)
    assert error.row == 2
    assert read_list(path, encoding="cp1252").rows[1].cells == ("Jérôme", "Café")


def test_pasted_cells_are_read() -> None:
    """Tabbed text from the clipboard is a list."""
    raw = read_pasted("お名前\t会社名\r\n前田\t井上\r\n")

    assert [row.cells for row in raw.rows] == [("お名前", "会社名"), ("前田", "井上")]


def test_nothing_pasted_is_an_empty_list() -> None:
    """Blank text says so."""
    with pytest.raises(workbook_check.ListFileEmpty):
        read_pasted(" \n")


# Sheets


def test_the_first_sheet_with_headings_is_taken(tmp_path: Path) -> None:
    """A cover sheet is passed over; every sheet can be chosen by its name."""
    cover = sheet_xml([["秋の交流会 2026"], ["担当", "佐藤"]])
    path = _saved(tmp_path, "list.xlsx", xlsx({"表紙": cover, "名簿": TWO_ROWS}))

    raw = read_list(path)

    assert (raw.sheet, raw.sheets) == ("名簿", ("表紙", "名簿"))
    assert raw.rows[1].cells == GUEST
    assert read_list(path, sheet="表紙").rows[0].cells == ("秋の交流会 2026",)


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong sheet name is an error of its own."""
    error = _error(_saved(tmp_path, "list.xlsx", xlsx({"名簿": TWO_ROWS})), sheet="Guests")

    assert isinstance(error, workbook_check.ListSheetMissing)
    assert error.sheet == "Guests"


def test_a_huge_sheet_does_not_hide_the_guests(tmp_path: Path) -> None:
    """Only the sheet that is read must be within the limits."""
    log = sheet_xml([["log"]], tail=CORNER_CELL)
    path = _saved(tmp_path, "list.xlsx", xlsx({"ログ": log, "名簿": TWO_ROWS}))

    assert read_list(path).sheet == "名簿"
    assert isinstance(_error(path, sheet="ログ"), ListTooLong)


# What is wrong, each in its own words


def test_a_wrong_dimension_drops_no_row(tmp_path: Path) -> None:
    """A sheet that claims two rows and has twenty gives twenty."""
    rows = [HEADINGS, *((f"guest {n}", "", "") for n in range(19))]
    path = _saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml(rows, dimension="A1:A2")}))

    assert len(read_list(path).rows) == 20


def test_formatted_empty_rows_are_no_rows(tmp_path: Path) -> None:
    """Borders drawn down to the last row of the sheet do not make the list too long."""
    tail = '<row r="1048576"><c r="A1048576" s="0"/></row>'
    path = _saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml([HEADINGS, GUEST], tail=tail)}))

    assert len(read_list(path).rows) == 2


def test_the_tiny_workbook_that_aborts_the_parser_is_refused(tmp_path: Path) -> None:
    """One cell in the far corner of a 1 KB file is named, not parsed."""
    path = _saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml([HEADINGS], tail=CORNER_CELL)}))

    error = _error(path)

    assert isinstance(error, ListTooLong)
    assert error.row == 1048576


def test_a_parser_that_aborts_harms_nobody(tmp_path: Path) -> None:
    """The same cell hidden from the check kills the child alone; the error is a clear one."""
    hidden = CORNER_CELL.replace(' t="', ' x="/>" t="')
    path = _saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml([HEADINGS], tail=hidden)}))

    assert isinstance(_error(path), ListReaderStopped)


def test_too_many_rows_and_columns_are_refused(tmp_path: Path) -> None:
    """Row 20,001 and column 257 are named, in text and in workbooks."""
    long = "\n".join(["お名前,会社名", *["前田,井上"] * ROW_LIMIT])
    wide = [[f"h{n}" for n in range(300)]]

    error = _error(_saved(tmp_path, "long.csv", long.encode()))
    assert isinstance(error, ListTooLong)
    assert error.row == ROW_LIMIT + 1
    error = _error(_saved(tmp_path, "wide.xlsx", xlsx({"S": sheet_xml(wide)})))
    assert isinstance(error, ListTooWide)
    error = _error(_saved(tmp_path, "wide.csv", ",".join(wide[0]).encode()))
    assert isinstance(error, ListTooWide)
    assert error.column == "KN"


def test_as_many_columns_as_allowed_are_read(tmp_path: Path) -> None:
    """256 columns are no trouble."""
    row = [f"h{n}" for n in range(COLUMN_LIMIT)]

    assert read_list(_saved(tmp_path, "l.xlsx", xlsx({"S": sheet_xml([row])}))).width == 256


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", "ListFileEmpty"),
        ("blank.csv", b"\n\r\n ", "ListFileEmpty"),
        ("empty.xlsx", b"", "ListFileEmpty"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "ListFormatUnknown"),
        ("letter.csv", b"%PDF-1.7\n", "ListFormatUnknown"),
        ("archive.xlsx", zipped({"readme.txt": "hello"}), "ListFormatUnknown"),
        ("page.xls", b"<html><body><table><tr><td>Name</td></tr></table>", "ListIsWebPage"),
        ("old.xls", b'<?xml version="1.0"?>\n<Workbook xmlns="urn:x">', "ListIsWebPage"),
        (
            "secret.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
            "ListPasswordProtected",
        ),
        ("broken.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600, "ListDamaged"),
        ("cut.xlsx", xlsx({"S": TWO_ROWS})[:700], "ListDamaged"),
        ("hollow.xlsx", zipped({"xl/workbook.xml": "<workbook"}), "ListDamaged"),
        ("nothing.xlsx", xlsx({"S": sheet_xml([])}), "ListSheetEmpty"),
        (
            "dtd.xlsx",
            xlsx({"S": TWO_ROWS}, doctype='<!DOCTYPE workbook [<!ENTITY a "aaaa">]>'),
            "ListUnsafe",
        ),
        (
            "bomb.xlsx",
            xlsx({"S": TWO_ROWS}, extra={"xl/media/a.xml": b" " * 60_000_000}),
            "ListUnsafe",
        ),
        (
            "large.xlsx",
            xlsx({"S": TWO_ROWS}, extra={"a.bin": (os.urandom(4096) + b" " * 28672) * 2100}),
            "ListTooLarge",
        ),
        ("quote.csv", 'お名前,会社名\n"前田,井上\n山田,鈴木\n'.encode(), "ListQuoteOpen"),
        ("greek.csv", "Όνομα,Εταιρεία\n".encode("iso8859-7"), "ListEncodingUnknown"),
    ],
)
def test_each_bad_file_has_its_own_error(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    """What is wrong with the file is told by its own sentence."""
    assert _error(_saved(tmp_path, name, content)).code == code


def test_a_really_protected_workbook_is_known() -> None:
    """A workbook an office program saved with a password is told apart from a damaged one."""
    assert _error(SAMPLES / "office" / "protected.ods").code == "ListPasswordProtected"


def test_an_open_quotation_mark_is_found_in_its_row(tmp_path: Path) -> None:
    """The row where the quotation mark stands is named."""
    error = _error(_saved(tmp_path, "l.csv", b'Name,Company\nA,B\n"C,D\nE,F\n'))

    assert isinstance(error, ListQuoteOpen)
    assert error.row == 3


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    """Neither starts a child."""
    assert isinstance(_error(tmp_path / "none.xlsx"), list_file.ListFileMissing)
    assert isinstance(_error(tmp_path), list_file.ListFileIsFolder)


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file another program holds, or that is not ours, is told as such."""
    path = _saved(tmp_path, "list.csv", b"Name\nAnn\n")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    assert _error_without_wording(path) == "ListFileUnreadable"


def _error_without_wording(path: Path) -> str:
    with pytest.raises(ReceptionError) as caught:
        read_list(path)
    return caught.value.code


def test_ten_thousand_rows_come_through(tmp_path: Path) -> None:
    """A list of 10,000 rows is whole."""
    rows = [HEADINGS, *((f"山田 {n}", "A", f"{n}@example.com") for n in range(10_000))]
    raw = read_list(_saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml(rows)})))

    assert raw.rows[-1].number == 10_001
    assert raw.rows[-1].cells[2] == "9999@example.com"


def test_readings_kept_beside_a_text_are_not_part_of_it(tmp_path: Path) -> None:
    """Excel stores furigana inside the cell; the name is the name alone."""
    cell = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>高橋</t>'
        '<rPh sb="0" eb="2"><t>タカハシ</t></rPh></is></c></row>'
    )
    path = _saved(tmp_path, "list.xlsx", xlsx({"S": sheet_xml([HEADINGS], tail=cell)}))

    assert read_list(path).rows[1].cells == ("高橋",)
