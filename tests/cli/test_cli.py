"""The command line: each command does its thing, says it in one line, and exits as promised."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

from reception_app.storage import guests
from reception_app.storage.event_file import EventFile

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def gala(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new event in yen."""
    path = tmp_path / "gala.reception"
    assert run("new", path, "--name", "Gala", "--date", "2026-11-14") == 0
    capsys.readouterr()
    return path


@pytest.fixture
def full_gala(gala: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The event with the form's 700 guests, their companions and a fee plan."""
    assert run("fees", gala, "会員=8000", "ゲスト=10000", "学生=3000") == 0
    assert run("import-guests", gala, DATA / "guests_form_answers.xlsx") == 0
    capsys.readouterr()
    return gala


def test_new_makes_an_event_that_info_describes(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new event is empty and named as asked."""
    assert run("info", gala, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["name"], told["date"], told["guests"], told["due"]) == ("Gala", "2026-11-14", 0, 0)


def test_an_event_is_never_overwritten(gala: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second `new` at the same place is refused in one sentence, exit code 2."""
    before = gala.read_bytes()
    assert run("new", gala, "--name", "Other", "--date", "2026-11-14") == 2
    errors = capsys.readouterr().err
    assert "is there already" in errors
    assert errors.count("\n") == 1
    assert gala.read_bytes() == before


def test_a_dry_run_changes_nothing(gala: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--dry-run` tells the counts and leaves the event empty."""
    assert run("import-guests", gala, DATA / "guests_form_answers.xlsx", "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["companions"], told["refused"]) == (700, 182, [])
    with EventFile.open(gala) as event:
        assert guests.count_guests(event) == 0


def test_a_second_export_is_told_in_groups(
    full_gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two changed, one gone, one new; gone guests are cancelled only when asked."""
    second = DATA / "guests_form_answers_second_export.xlsx"
    assert run("import-guests", full_gala, second, "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], len(told["changed"]), told["same"]) == (1, 2, 697)
    assert [one["name"] for one in told["gone"]] == ["前田 あすか"]
    assert told["changed"][0]["changes"] == [
        {"field": "title", "old": "営業部 部長", "new": "取締役会長", "conflict": False}
    ]
    assert run("import-guests", full_gala, second, "--cancel-gone") == 0
    said = capsys.readouterr().out
    assert "Title “営業部 部長” → “取締役会長”" in said
    assert "Category “会員” → “学生”" in said
    assert run("import-guests", full_gala, second, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["changed"], told["gone"], told["same"]) == (0, [], [], 700)


def test_columns_nobody_understands_are_explained_once(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--map` and `--set` hold for the next list with the same headings too."""
    guests_list = tmp_path / "list.csv"
    guests_list.write_text("氏名,所感\n佐藤 花子,A社\n", encoding="utf-8")
    run("import-guests", gala, guests_list, "--map", "所感=company", "--set", "category=学生")
    guests_list.write_text("氏名,所感\n鈴木 一郎,B社\n", encoding="utf-8")
    capsys.readouterr()
    assert run("import-guests", gala, guests_list, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["columns"], told["fixed"]) == (
        {"氏名": "name", "所感": "company"},
        {"category": "学生"},
    )
    run("guests", gala, "--find", "鈴木", "--json")
    found = json.loads(capsys.readouterr().out)["guests"][0]
    assert (found["company"], found["category"]) == ("B社", "学生")
    assert run("import-guests", gala, guests_list, "--set", "colour=red") == 2


def test_prices_set_later_charge_whoever_was_not_charged(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Guests imported before there were prices are charged when the prices come."""
    assert run("import-guests", gala, DATA / "guests_handmade_cp932.csv") == 0
    assert "fees EVENT" in capsys.readouterr().out
    assert run("fees", gala, "会員=8000") == 0
    assert "guests were charged" in capsys.readouterr().out
    assert run("fees", gala, "会員=8000") == 0
    assert "0 guests were charged" in capsys.readouterr().out


def test_what_the_list_calls_paid_is_not_due(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Guests marked 済 in the list owe nothing once they are charged."""
    run("fees", gala, "会員=8000", "ゲスト=10000", "学生=3000")
    run("import-guests", gala, DATA / "guests_handmade_cp932.csv")
    capsys.readouterr()
    run("guests", gala, "--find", "村上 美加子", "--json")
    guest = json.loads(capsys.readouterr().out)["guests"][0]
    assert (guest["due"], guest["paid"], guest["payment_status"]) == (0, 8000, "paid")


def test_an_early_price_is_kept_with_its_day(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--early-bird` needs a category, an amount and a day."""
    assert run("fees", gala, "会員=8000", "--early-bird", "会員=7000@2026-10-31", "--json") == 0
    [category] = json.loads(capsys.readouterr().out)["categories"]
    assert (category["early_price"], category["early_until"]) == (7000, "2026-10-31")
    assert run("fees", gala, "--early-bird", "会員=7000") == 2
    assert "is not a price" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("price", "sentence"),
    [
        ("会員=-1", "below zero"),
        ("会員=1.5", "more decimals"),
        ("会員=abc", "not an amount"),
        ("会員=1000000000000000", "too large"),
    ],
)
def test_a_price_that_is_none_is_refused(
    gala: Path, capsys: pytest.CaptureFixture[str], price: str, sentence: str
) -> None:
    """Negative, fractional, absurd and unreadable prices each get their sentence."""
    assert run("fees", gala, price) == 2
    assert sentence in capsys.readouterr().err


def test_guests_are_found_by_reading_and_romaji(
    full_gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """髙﨑 𠮷郎 answers to 高崎, たかさき and takasaki."""
    for text in ("高崎 𠮷郎", "たかさき よしろう", "takasaki yoshirou"):
        run("guests", full_gala, "--find", text, "--json")
        assert json.loads(capsys.readouterr().out)["guests"][0]["name"] == "髙﨑 𠮷郎"


def test_name_tags_are_written_and_remembered(
    full_gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After all tags are printed, none are new."""
    tags = tmp_path / "tags.pdf"
    assert run("name-tags", full_gala, "-o", tags) == 0
    assert tags.read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert run("name-tags", full_gala, "-o", tags, "--select", "new") == 2
    assert "nothing to print" in capsys.readouterr().err


def test_check_is_green_and_says_so_in_its_exit_code(
    full_gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound event has no red line, exit code 0; each check is told once."""
    assert run("check", full_gala, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    texts = [check["text"] for check in told["checks"]]
    assert len(texts) == len(set(texts)) > 10


def test_rebuild_and_copy_leave_the_same_event(
    full_gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rebuilt and copied events list the same guests with the same balances."""
    run("guests", full_gala, "--json")
    before = capsys.readouterr().out
    assert run("rebuild", full_gala) == 0
    copy = tmp_path / "copy.reception"
    assert run("copy", full_gala, copy) == 0
    capsys.readouterr()
    for path in (full_gala, copy):
        run("guests", path, "--json")
        assert capsys.readouterr().out == before


def test_demo_opens_the_window_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a display the demo hands its event to the window."""
    monkeypatch.setenv("DISPLAY", ":0")
    assert run("demo", tmp_path / "demo.reception", "--guests", "60") == 99


def test_demo_without_a_display_does_the_whole_evening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, and leaves event, name tags, receipts and workbook in the folder it names."""
    for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert run("demo", tmp_path / "demo.reception", "--guests", "60") == 0
    told = capsys.readouterr()
    assert "no display" in told.err
    assert str(tmp_path) in told.out
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"demo.reception", "name-tags.pdf", "receipts.pdf", "ledger.xlsx"}
    assert run("check", tmp_path / "demo.reception") == 0


def test_a_command_loads_no_others_module() -> None:
    """Commands start fast: the books are not loaded to print name tags."""
    said = (
        "import sys; from reception_app.cli.parser import make_parser; "
        "make_parser(['name-tags', 'x', '-o', 'y']); "
        "print(*(f'reception_app.cli.{n}' in sys.modules for n in ('name_tags', 'books')))"
    )

    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["True", "False"]


def test_a_command_that_is_none_is_wrong_usage() -> None:
    """Unknown commands exit with 2, as argparse does."""
    with pytest.raises(SystemExit) as left:
        run("dance")
    assert left.value.code == 2


def test_rows_to_mend_and_all_guests_are_written_out(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--save-refused` leaves a sheet, `export guests` a list that changes nothing."""
    guests_list, mend, out = tmp_path / "list.csv", tmp_path / "mend.xlsx", tmp_path / "out.csv"
    guests_list.write_text("氏名,会社\n佐藤 花子,A社\n,B社\n", encoding="utf-8")
    assert run("import-guests", gala, guests_list, "--save-refused", mend) == 0
    assert mend.read_bytes().startswith(b"PK")
    assert run("export", gala, "guests", "-o", out) == 0
    capsys.readouterr()
    assert run("import-guests", gala, out, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["changed"], told["same"]) == (0, [], 1)


def test_passes_are_written_into_a_new_folder_only(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`export passes` says how many and where; a folder that is not empty is refused."""
    guests_list, out = tmp_path / "list.csv", tmp_path / "passes"
    guests_list.write_text("氏名,会社\n佐藤 花子,A社\n\U00013000,B社\n", encoding="utf-8")
    assert run("import-guests", gala, guests_list) == 0
    capsys.readouterr()
    assert run("export", gala, "passes", "-o", out) == 0
    said = capsys.readouterr().out
    assert "No. 2: no typeface has" in said
    assert f"Wrote 2 passes to {out}." in said
    assert len(list(out.iterdir())) == 6
    assert run("export", gala, "passes", "-o", out) == 2
    assert "There is something in" in capsys.readouterr().err
