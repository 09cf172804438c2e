"""Name tags, designs and label paper from the command line."""

import json
from pathlib import Path

import pytest
from command_line import run
from pdf_reading import codes, page_texts, pictures
from PIL import Image

from reception_app.storage import guests
from reception_app.storage.event_file import EventFile


def told(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, object]:
    """What a command says as JSON."""
    assert run(*words, "--json") == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


@pytest.fixture
def gala(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An event of twelve guests at three tables."""
    path = tmp_path / "gala.reception"
    people = "\n".join(f"佐藤 {n:02},さとう,会員,{n % 3 + 9}" for n in range(12))
    (tmp_path / "list.csv").write_text(f"氏名,よみ,区分,席\n{people}\n", encoding="utf-8")
    assert run("new", path, "--name", "Gala", "--date", "2026-11-14", "--documents", "ja") == 0
    assert run("fees", path, "会員=8000") == 0
    assert run("import-guests", path, tmp_path / "list.csv") == 0
    capsys.readouterr()
    return path


def test_tags_in_a_design_on_a_sheet_in_an_order(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By table on lanyard cards, six to a sheet; afterwards nobody is new."""
    out = tmp_path / "tags.pdf"
    answer = told(
        capsys, "name-tags", gala, "-o", out, "--design", "lanyard", "--sheet", "avery 5392",
        "--order", "table",
    )  # fmt: skip

    assert (answer["tags"], answer["sheets"], answer["problems"]) == (12, 2, [])
    first = page_texts(out)[0]
    assert [f"佐藤 {n:02}" in first for n in (0, 3, 6, 9)] == [True] * 4
    assert run("name-tags", gala, "-o", out, "--select", "new") == 2
    assert "nothing to print" in capsys.readouterr().err


def test_reprints_spares_and_drafts(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two guests and three blank tags, not remembered as printed."""
    out = tmp_path / "tags.pdf"
    answer = told(
        capsys, "name-tags", gala, "-o", out, "--guest", 3, "--guest", 7, "--spare", 3, "--draft",
        "--no-cut-marks", "--first-label", 9,
    )  # fmt: skip

    assert (answer["tags"], answer["sheets"]) == (5, 2)
    assert len([text for picture in pictures(out, 203) for text in codes(picture)]) == 5
    assert "S01" in "".join(page_texts(out))
    with EventFile.open(gala) as event:
        assert all(row.tag_printed_at is None for row in guests.list_guests(event))
    assert told(capsys, "name-tags", gala, "-o", out, "--select", "none", "--spare", 2)["tags"] == 2


def test_backs_follow_their_fronts(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A design with a back is printed on two sides when asked."""
    out = tmp_path / "tags.pdf"
    told(capsys, "name-tags", gala, "-o", out, "--design", "lanyard", "--sheet", "lanyard-a4",
         "--back", "long")  # fmt: skip

    assert len(page_texts(out)) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sheet", "2x9 91x55 14,11"), "297"),
        (("--sheet", "nonsense"), "nonsense"),
        (("--design", "nonsense"), "nonsense"),
        (("--design", "nowhere.reception-tag"), "nowhere.reception-tag"),
        (("--offset", "left"), "left"),
        (("--scale", "2,2"), "3 %"),
        (("--first-label", "11"), "10"),
        (("--spare", "0"), "500"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    gala: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, str],
    said: str,
) -> None:
    """Exit code 2, no file."""
    out = tmp_path / "tags.pdf"
    assert run("name-tags", gala, "-o", out, *words) == 2

    errors = capsys.readouterr().err
    assert said in errors
    assert errors.count("\n") == 1
    assert not out.exists()


def test_designs_are_chosen_taken_in_and_removed(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A template goes out and in again; the event prints with what was chosen last."""
    template, logo = tmp_path / "own.reception-tag", tmp_path / "logo.png"
    Image.new("RGB", (60, 30), "#0F766E").save(logo)
    assert run("tag-designs", gala, "--save", "card", template) == 0
    assert run("tag-designs", gala, "--add", template, "--sheet", "card-a4", "--logo", logo) == 0
    capsys.readouterr()
    answer = told(capsys, "tag-designs", gala, "--use", "Card, 54 × 85 mm", "--category", "会員")

    designs = {design["key"]: design for design in answer["designs"]}  # type: ignore[attr-defined]  # JSON
    own = next(key for key in designs if key.startswith("own-"))
    assert (answer["sheet"], answer["logo"]) == ("card-a4", True)
    assert designs["ten_up"]["used"]
    assert sum(design["categories"] != [] for design in designs.values()) == 1
    assert run("tag-designs", gala, "--remove", own, "--logo", "none", "--sheets") == 0
    assert "Avery 5395" in capsys.readouterr().out
    assert run("tag-designs", gala, "--remove", "card") == 2


def test_table_cards_and_the_printer_test(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two cards to a page, each name on both sides; the test sheet has the size of the labels'."""
    assert run("export", gala, "table-cards", "-o", tmp_path / "cards.pdf") == 0
    assert run("export", gala, "printer-test", "-o", tmp_path / "test.pdf") == 0
    assert "test.pdf" in capsys.readouterr().out

    texts = page_texts(tmp_path / "cards.pdf")
    assert len(texts) == 6
    assert texts[0].count("佐藤 00") == 2
    assert "位置合わせ" in page_texts(tmp_path / "test.pdf")[0]
