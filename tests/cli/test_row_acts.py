"""Everything the matching page does has a command: one row, payers, payouts."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from bank_evening import balances, statement
from command_line import run

from reception_app.storage import statements
from reception_app.storage.event_file import EventFile

GUESTS = """氏名,フリガナ,参加区分
山田 太郎,ヤマダ タロウ,会員
佐藤 花子,サトウ ハナコ,会員
森 優,モリ ユウ,会員
"""
ROWS = (
    (1, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000),
    (2, "ﾓﾘ ﾉ ﾁﾁ", 16000),
    (3, "ﾅｿﾞﾉ ﾋﾄ", 5000),
    (4, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ", -440),
    (5, "ﾎﾝﾔ", -900),
)


@pytest.fixture
def gala(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Three guests who owe 8,000 yen each, and five rows of the bank."""
    path, guests, bank = (tmp_path / name for name in ("gala.reception", "g.csv", "bank.csv"))
    guests.write_text(GUESTS, encoding="utf-8")
    bank.write_text(statement(ROWS), encoding="utf-8")
    assert run("new", path, "--name", "Gala", "--date", "2026-11-14") == 0
    assert run("fees", path, "会員=8000") == 0
    assert run("import-guests", path, guests) == 0
    assert run("import-statement", path, bank, "--account", "bank") == 0
    capsys.readouterr()
    return path


def row(gala: Path, text: str) -> str:
    """The beginning of the id of the row of this text."""
    with EventFile.open(gala) as event:
        return next(one.id for one in statements.list_rows(event) if one.row.text == text)[:8]


def told(gala: Path, capsys: pytest.CaptureFixture[str], text: str, *words: object) -> Any:
    """What `match --row` says of this row after doing what the words say."""
    assert run("match", gala, "--row", row(gala, text), *words, "--json") == 0
    [one] = json.loads(capsys.readouterr().out)["rows"]
    return one


def booked(gala: Path) -> dict[str, int]:
    """The balances of the accounts."""
    with EventFile.open(gala) as event:
        return balances(event)


def test_a_candidate_is_booked_and_taken_back(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first candidate as told; the undo needs its reason and reverses it."""
    one = told(gala, capsys, "ﾔﾏﾀﾞ ﾀﾛｳ", "--candidate", 1)
    assert (one["state"], one["guests"], one["left"]) == ("matched", [1], 0)
    assert run("match", gala, "--row", row(gala, "ﾔﾏﾀﾞ ﾀﾛｳ"), "--undo") == 2
    assert "reason" in capsys.readouterr().err
    one = told(gala, capsys, "ﾔﾏﾀﾞ ﾀﾛｳ", "--undo", "--reason", "wrong guest")
    assert (one["state"], one["left"]) == ("open", 8000)
    assert "1100" not in booked(gala)


def test_a_row_is_split_and_its_payer_learned(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One payer for two guests; the text is learned, told, taken along and forgotten."""
    one = told(gala, capsys, "ﾓﾘ ﾉ ﾁﾁ", "--to", "3=8000", "--to", "2")
    assert (one["state"], sorted(one["guests"])) == ("matched", [2, 3])
    assert run("payers", gala, "--json") == 0
    [payer] = json.loads(capsys.readouterr().out)["payers"]
    assert (payer["text"], [g["number"] for g in payer["guests"]]) == ("ﾓﾘ ﾉ ﾁﾁ", [3, 2])
    later = tmp_path / "later.reception"
    assert run("new", later, "--name", "Next", "--date", "2027-11-14") == 0
    assert run("import-guests", later, tmp_path / "g.csv") == 0
    capsys.readouterr()
    assert run("payers", later, "--learn-from", gala) == 0
    assert "ﾓﾘ ﾉ ﾁﾁ" in capsys.readouterr().out
    assert run("payers", gala, "--forget", payer["id"][:6]) == 0
    assert "Nothing was learned" in capsys.readouterr().out
    assert run("payers", gala, "--forget", "nobody") == 2


def test_fee_gift_unidentified_and_later_its_guest(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a bank kept, what is a gift, and money that finds its guest later."""
    one = told(gala, capsys, "ﾅｿﾞﾉ ﾋﾄ", "--rest", "unidentified")
    assert (one["state"], one["unidentified"]) == ("unidentified", 5000)
    assert run("match", gala, "--state", "unidentified") == 0
    assert "ﾅｿﾞﾉ ﾋﾄ" in capsys.readouterr().out
    assert told(gala, capsys, "ﾅｿﾞﾉ ﾋﾄ", "--to", 2)["state"] == "matched"
    told(gala, capsys, "ﾔﾏﾀﾞ ﾀﾛｳ", "--to", "1=7000", "--rest", "gift")
    one = told(gala, capsys, "ﾓﾘ ﾉ ﾁﾁ", "--to", 3, "--withheld", 440)
    assert one["state"] == "matched"
    accounts = booked(gala)
    assert (accounts["4400"], accounts["5800"]) == (-1000, 440)
    assert "2900" not in accounts


def test_unidentified_money_may_turn_out_a_gift(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It leaves the unidentified receipts, and taking it all back opens the row again."""
    told(gala, capsys, "ﾅｿﾞﾉ ﾋﾄ", "--rest", "unidentified")
    assert told(gala, capsys, "ﾅｿﾞﾉ ﾋﾄ", "--rest", "gift")["state"] == "matched"
    accounts = booked(gala)
    assert ("2900" in accounts, accounts["4400"], accounts["1100"]) == (False, -5000, 5000)
    one = told(gala, capsys, "ﾅｿﾞﾉ ﾋﾄ", "--undo", "--reason", "mistake")
    assert (one["state"], one["left"]) == ("open", 5000)
    assert run("check", gala) == 0


def test_rows_that_are_no_guests(gala: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Booked to an account, set aside, brought back."""
    one = told(gala, capsys, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ", "--book", 5800, "--reason", "fee")
    assert (one["state"], booked(gala)["5800"]) == ("matched", 440)
    assert told(gala, capsys, "ﾎﾝﾔ", "--ignore")["state"] == "ignored"
    assert told(gala, capsys, "ﾎﾝﾔ", "--restore")["state"] == "open"


@pytest.mark.parametrize(
    "words",
    [
        ("--row", "nothing", "--ignore"),
        ("--row", "{row}"),
        ("--row", "{row}", "--ignore", "--undo"),
        ("--row", "{row}", "--candidate", "9"),
        ("--row", "{row}", "--payout", "1"),
        ("--row", "{row}", "--to", "99"),
        ("--row", "{row}", "--book", "1000", "--reason", "cash"),
        ("--row", "{row}", "--to", "1=9000"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    gala: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """Each refusal is one sentence on standard error."""
    before = booked(gala)
    named = [word.format(row=row(gala, "ﾔﾏﾀﾞ ﾀﾛｳ")) for word in words]
    assert run("match", gala, *named) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert booked(gala) == before


def test_a_statement_is_piped_in(
    gala: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` reads standard input, in whatever encoding a bank has."""
    more = statement([*ROWS, (9, "ｻﾄｳ ﾊﾅｺ", 8000)]).encode("cp932")

    class Piped:
        """Standard input as a pipe."""

        buffer = io.BytesIO(more)

    monkeypatch.setattr("sys.stdin", Piped)
    assert run("import-statement", gala, "-", "--account", "bank") == 0
    assert "Added 1 rows; 5 were there already" in capsys.readouterr().out


def test_providers_are_told(gala: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What each took, and every payment of its list."""
    paypay = Path(__file__).parent.parent / "data" / "paypay_transactions.csv"
    assert run("import-statement", gala, paypay, "--account", "paypay") == 0
    capsys.readouterr()
    assert run("payouts", gala, "--pair") == 0
    out = capsys.readouterr().out
    assert "PayPay: taken ¥0, paid out ¥0" in out
    assert out.count("not in the books") == 40
    assert run("payouts", gala, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["providers"][0]["payments"]) == 40


def test_a_statement_is_listed_and_taken_back(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its reason, and only while no row of it is matched."""
    assert run("statements", gala, "--json") == 0
    [one] = json.loads(capsys.readouterr().out)["statements"]
    assert (one["source"], one["rows"], one["matched"]) == ("bank.csv", 5, 0)
    told(gala, capsys, "ﾔﾏﾀﾞ ﾀﾛｳ", "--candidate", 1)
    assert run("statements", gala, "--take-back", one["id"][:6], "--reason", "mistake") == 2
    assert "1 rows of “bank.csv” are matched" in capsys.readouterr().err
    told(gala, capsys, "ﾔﾏﾀﾞ ﾀﾛｳ", "--undo", "--reason", "mistake")
    assert run("statements", gala, "--take-back", one["id"][:6], "--reason", "mistake") == 0
    assert run("match", gala, "--state", "open") == 0
    assert capsys.readouterr().out.strip() == ""
