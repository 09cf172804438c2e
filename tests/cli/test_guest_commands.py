"""One guest, lists of people and the fee plan from the command line."""

import io
import json
from pathlib import Path

import pytest
from command_line import Printed, run, told
from openpyxl import load_workbook


@pytest.fixture
def gala(tmp_path: Path, capsys: Printed) -> Path:
    """An event with members at 8,000 and four guests, one of whom waits."""
    path, guests = tmp_path / "gala.reception", tmp_path / "list.csv"
    run("new", path, "--name", "Gala", "--date", "2026-11-14")
    run("fees", path, "会員=8000", "学生=3000")
    guests.write_text(
        "氏名,フリガナ,メール,区分,参加,紹介者\n"
        "佐藤 花子,サトウ ハナコ,a@example.com,会員,参加,\n"
        "鈴木 一郎,スズキ イチロウ,b@example.com,会員,参加,佐藤さん\n"
        "佐藤花子,さとうはなこ,c@example.com,会員,参加,鈴木さん\n"
        "高橋 桜,タカハシ サクラ,d@example.com,学生,キャンセル待ち,\n",
        encoding="utf-8",
    )
    run("import-guests", path, guests)
    capsys.readouterr()
    return path


def test_one_guest_is_shown_with_everything_that_happened(gala: Path, capsys: Printed) -> None:
    """What is known, then the history."""
    run("guest", gala, 1, "set", "title=部長")
    capsys.readouterr()
    assert run("guest", gala, 1, "show") == 0
    said = capsys.readouterr().out
    assert said.startswith("No. 1 佐藤 花子: Accepted, due ¥8,000, paid ¥0")
    assert "changed" in said
    assert "list.csv 2" in said


def test_status_and_money_of_one_guest(gala: Path, capsys: Printed) -> None:
    """Discount, complimentary, cancelling with a fee, coming back."""
    balance = told(capsys, "guest", gala, 1, "discount", "3000", "--reason", "speaker")["balance"]
    assert balance == {"charged": 8000, "waived": 3000, "paid": 0, "refunded": 0}
    assert run("guest", gala, 1, "discount", "3000") == 2
    assert told(capsys, "guest", gala, 1, "full-fee", "--reason", "x")["balance"]["waived"] == 0
    assert told(capsys, "guest", gala, 1, "complimentary")["balance"]["waived"] == 8000
    cancelled = told(capsys, "guest", gala, 2, "cancel", "--keep", "2000")
    assert (cancelled["guest"]["status"], cancelled["balance"]["charged"]) == ("cancelled", 2000)
    assert told(capsys, "guest", gala, 2, "accept")["balance"]["charged"] == 8000


def test_a_substitute_is_told_with_a_new_number(gala: Path, capsys: Printed) -> None:
    """The answer is about whoever comes."""
    came = told(capsys, "guest", gala, 2, "substitute", "田中 海", "タナカ", "ウミ")["guest"]
    assert (came["number"], came["name"], came["reading"]) == (5, "田中 海", "タナカ ウミ")
    assert came["stands_in_for"] == 2


def test_duplicates_are_listed_and_linked(gala: Path, capsys: Printed) -> None:
    """A link is a note; the two are asked about no more."""
    [found] = told(capsys, "duplicates", gala)["duplicates"]
    assert [one["number"] for one in found["guests"]] == [1, 3]
    assert found["alike"] == ["name", "reading"]
    assert told(capsys, "guest", gala, 1, "same-as", 3)["guest"]["same_person"] == [3]
    assert told(capsys, "duplicates", gala)["duplicates"] == []
    assert run("guest", gala, 1, "same-as", "x") == 2


def test_the_waiting_list_is_promoted(gala: Path, capsys: Printed) -> None:
    """Whoever has room is accepted; an empty list says so."""
    assert told(capsys, "waiting", gala)["waiting"] == [[{"number": 4, "name": "高橋 桜"}]]
    promoted = told(capsys, "waiting", gala, "--promote")
    assert promoted["promoted"] == [{"number": 4, "name": "高橋 桜"}]
    assert run("waiting", gala, "--promote") == 2


def test_who_brought_whom_is_a_tree(gala: Path, capsys: Printed) -> None:
    """鈴木さん is the one 鈴木; two are called 佐藤, so that stays a name."""
    tree = told(capsys, "introducers", gala)["introducers"]
    assert [(one["name"], one["number"], one["reach"]) for one in tree] == [("佐藤さん", None, 2)]
    assert tree[0]["below"][0]["brought"] == [{"number": 3, "name": "佐藤花子"}]


def test_new_prices_need_a_yes(gala: Path, capsys: Printed) -> None:
    """Without `--reprice` it is only told who was charged otherwise."""
    kept = told(capsys, "fees", gala, "会員=9000", "--walk-in", "会員=9500", "--cancel-fee",
                "会員=1000@2026-11-01")  # fmt: skip
    assert [one["number"] for one in kept["charged_otherwise"]] == [1, 2, 3]
    assert kept["income"]["expected"] == 24000
    member = kept["categories"][0]
    assert (member["walk_in_price"], member["cancel_fee"]) == (9500, 1000)
    done = told(capsys, "fees", gala, "--reprice")
    assert (done["repriced"], done["income"]["expected"]) == (3, 27000)
    assert run("fees", gala, "--cancel-fee", "会員=1000@soon") == 2


def test_one_guest_is_written_out_and_erased(gala: Path, tmp_path: Path, capsys: Printed) -> None:
    """All that is held, then nothing personal any more."""
    path = tmp_path / "person.json"
    assert run("guest", gala, 1, "export", path) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["guest"]["email"] == "a@example.com"
    erased = told(capsys, "guest", gala, 1, "erase")
    assert erased["guest"]["name"] == "参加者 #0001"
    assert "a@example.com" not in json.dumps(erased)
    assert run("check", gala) == 0


@pytest.mark.parametrize(
    "words", [("set",), ("set", "title"), ("set", "age=3"), ("substitute",), ("discount",)]
)
def test_an_action_that_lacks_a_word_is_refused(gala: Path, words: tuple[str, ...]) -> None:
    """One sentence, exit code 2, nothing written."""
    assert run("guest", gala, 1, *words) == 2
    assert run("guest", gala, 99, "show") == 2


def test_badge_codes_of_one_guest(gala: Path, capsys: Printed) -> None:
    """A ticket's code is added, a lost badge replaced, and the card knows both."""
    own = told(capsys, "guest", gala, 1, "show")["guest"]["badge_codes"]
    told(capsys, "guest", gala, 1, "add-code", "T-77")
    codes = told(capsys, "guest", gala, 1, "replace-badge")["guest"]["badge_codes"]
    assert "T-77" in codes
    assert not set(own) & set(codes)
    assert run("guest", gala, 2, "add-code", "T-77") == 2
    assert "no. 1" in capsys.readouterr().err
    assert (
        "T-77" not in told(capsys, "guest", gala, 1, "refuse-code", "T-77")["guest"]["badge_codes"]
    )


def test_everything_held_is_a_workbook_too(gala: Path, tmp_path: Path) -> None:
    """The ending of the file chooses; every value of the guest stands in it."""
    assert run("guest", gala, 1, "export", tmp_path / "all.xlsx") == 0
    book = load_workbook(tmp_path / "all.xlsx")
    words = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"佐藤 花子", "サトウ ハナコ", "a@example.com"} <= set(words)
    assert any("guest_recorded" in word for word in words)


def test_settings_are_shown_and_written(gala: Path, capsys: Printed) -> None:
    """A capacity and a day to keep guests until; what is no setting is refused."""
    assert told(capsys, "settings", gala, "capacity=3", "venue=ホール")["capacity"] == "3"
    assert told(capsys, "waiting", gala)["free"] == 0
    for wrong in ("capacity=many", "colour=red", "capacity"):
        assert run("settings", gala, wrong) == 2
    assert told(capsys, "settings", gala)["venue"] == "ホール"


def test_guests_are_erased_once_their_day_is_past(gala: Path, capsys: Printed) -> None:
    """Not a day before, and only when asked to."""
    told(capsys, "settings", gala, "keep_until=2999-01-01")
    assert told(capsys, "retention", gala, "--erase")["erased"] == 0
    told(capsys, "settings", gala, "keep_until=2020-01-01")
    assert told(capsys, "retention", gala) == {
        "keep_until": "2020-01-01", "kept": 4, "over": True, "erased": 0,
    }  # fmt: skip
    assert told(capsys, "retention", gala, "--erase")["erased"] == 4
    assert told(capsys, "guest", gala, 1, "show")["guest"]["email"] == ""


def test_introducers_have_their_figures(gala: Path, capsys: Printed) -> None:
    """How many they brought, who came, what was paid; each below who brought them."""
    tops = told(capsys, "introducers", gala)["introducers"]
    assert {(one["name"], one["number"], one["heads"], one["due"]) for one in tops} == {
        ("佐藤さん", None, 1, 8000),
    }
    assert [(one["number"], one["arrived"], one["paid"]) for one in tops[0]["below"]] == [(2, 0, 0)]


def test_pasted_cells_come_from_standard_input(
    gala: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any encoding; names alone need no headings, and `--no-headings` says so of a file."""
    cells = "中村 湊\n小林 陽菜\n".encode("cp932")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(cells)))
    assert told(capsys, "import-guests", gala, "-")["new"] == 2
    file = gala.parent / "names.csv"
    file.write_text("渡辺 蓮,株式会社サンプル\n", encoding="utf-8")
    assert run("import-guests", gala, file) == 2
    assert told(capsys, "import-guests", gala, file, "--no-headings")["new"] == 1
    assert (
        told(capsys, "guests", gala, "--find", "渡辺")["guests"][0]["company"] == "株式会社サンプル"
    )


def test_the_next_event_follows_this_one(gala: Path, tmp_path: Path, capsys: Printed) -> None:
    """What was carried over is told; a place that is taken is refused."""
    target = tmp_path / "next.reception"
    words = ("next", gala, target, "--name", "Next", "--date", "2027-11-13")
    assert told(capsys, *words)["guests"] == 4
    assert {one["status"] for one in told(capsys, "guests", target)["guests"]} == {"invited"}
    assert run(*words) == 2
    assert str(target) in capsys.readouterr().err


def test_a_second_export_in_another_shape_changes_what_changed(
    gala: Path, tmp_path: Path, capsys: Printed
) -> None:
    """Sorted anew, with further columns, one guest changed at the desk as well as in the list."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(
        "区分,氏名（ふりがな）,会社,メール,参加人数,参加/支払\n"
        "会員,田中 実（たなか みのる）,丁,t@example.com,1名,参加・未払\n"
        "会員,林 空（はやし そら）,丁,t@example.com,1名,参加・未払\n"
        "会員,山本 健（やまもと けん）,丙,y@example.com,本人のみ,参加・未払\n"
        "会員,森 海（もり うみ）,丙,m@example.com,本人+1,参加・支払済\n"
        ",以上4名,,,,\n",
        encoding="cp932",
    )
    second.write_text(
        "No,メール,氏名（ふりがな）,備考,区分,会社,参加人数,参加/支払\n"
        "1,t@example.com,林 空（はやし そら）,,会員,丁,1名,参加・支払済\n"
        "2,t@example.com,田中 実（たなか みのる）,,会員,戊,1名,参加・未払\n"
        "3,y@example.com,山本 健（やまもと けん）,19時着,会員,丙,本人+1,参加・未払\n"
        "4,m@example.com,森 海（もり うみ）,,会員,丙,本人+1,参加・支払済\n"
        ",,計4名,,,,,\n",
        encoding="utf-8-sig",
    )
    run("import-guests", gala, first)
    run("guest", gala, 5, "set", "company=己")
    preview = told(capsys, "import-guests", gala, second, "--dry-run")
    run("import-guests", gala, second)
    again = told(capsys, "import-guests", gala, second, "--dry-run")

    assert {
        (one["name"], change["field"], change["conflict"])
        for one in preview["changed"]
        for change in one["changes"]
    } == {
        ("田中 実", "company", True),
        ("林 空", "listed_as_paid", False),
        ("山本 健", "note", False),
    }
    added = {one["name"]: one["companions_added"] for one in preview["changed"]}
    assert added == {"田中 実": 0, "林 空": 0, "山本 健": 1}
    assert (preview["new"], preview["same"], preview["in_doubt"]) == (0, 1, [])
    assert [row["reason"] for row in preview["skipped"]] == ["totals"]
    assert (again["new"], again["same"]) == (0, 4)
    assert "己" in str(told(capsys, "guest", gala, 5, "show"))
