"""Erasing a guest: nothing personal is left anywhere, and the books stay right."""

import json
from datetime import date
from pathlib import Path

import apsw
import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.progress import Cancelled
from reception_app.services import erasure, event_setup, guest_list
from reception_app.services.accounts_check import check_accounts
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level, worst_of
from reception_app.services.guest_changes import GuestErased
from reception_app.services.guest_import import commit_import, preview_import
from reception_app.storage import fact_journal, guests, journal, receipts
from reception_app.storage.event_file import DamagedFile, EventFile

PERSONAL = (
    "佐藤 花子",
    "サトウ ハナコ",
    "sato@example.com",
    "秘密株式会社",
    "えびアレルギー",
    "改姓 花子",
)
LIST = "氏名,フリガナ,メール,会社,備考,区分,同伴者\n" + ",".join((*PERSONAL[:5], "会員", "1\n"))


@pytest.fixture
def known(evening: Evening, tmp_path: Path) -> str:
    """A guest from a list with a companion, changed by hand, who paid and came; the id."""
    event, path = evening.file, tmp_path / "list.csv"
    path.write_text(LIST + "鈴木 一郎,,ichiro@example.com,,,会員,0\n", encoding="utf-8")
    commit_import(event, preview_import(event, path), now=at("12:00"), operator="")
    [guest] = guests.search_guests(event, "sato@")
    guest_list.change_guest(
        event, guest.id, {GuestField.NAME: PERSONAL[5]}, now=at("13:00"), operator="desk"
    )
    evening.open_box()
    evening.pay(guest, tendered=yen(10000))
    return guest.id


def erase(evening: Evening, guest_id: str) -> int:
    """Erase one guest."""
    return erasure.erase_guests(
        evening.file, [guest_id], now=at("22:00"), operator=evening.desk.operator
    )


def test_nothing_personal_is_left_in_the_file(evening: Evening, known: str) -> None:
    """Not in a table, not in a free page, not in the log; others stay."""
    assert erase(evening, known) == 2
    evening.file.close()
    content = b"".join(
        path.read_bytes() for path in evening.file.path.parent.glob("gala.reception*")
    )

    for text in PERSONAL:
        assert text.encode() not in content
        assert text.encode("utf-16-le") not in content
    assert "鈴木 一郎".encode() in content


def test_the_books_stay_right(evening: Evening, known: str) -> None:
    """Chain, sums, receipts, derived tables: all green, before and after opening again."""
    [receipt] = receipts.list_receipts(evening.file)
    before = journal.list_account_balances(evening.file)
    erase(evening, known)
    guest = guests.find_guest(evening.file, known)
    assert guest is not None

    assert (guest.name, guest.email, guest.company, guest.number) == ("参加者 #0001", "", "", 1)
    assert guest.category == "会員"
    assert journal.list_account_balances(evening.file) == before
    [after] = receipts.list_receipts(evening.file)
    assert (after.label, after.amount, after.payee) == (
        receipt.label, receipt.amount, "参加者 #0001",
    )  # fmt: skip
    assert fact_journal.differing_projections(evening.file.db) == []
    evening.file.close()
    with EventFile.open(evening.file.path) as event:
        findings = (*check_file(event), *check_accounts(event))
        assert worst_of(findings) is not Level.RED
        event.rebuild()
        assert guests.find_guest(event, known) == guest
        assert [one.name for one in guests.list_party(event, known)] == ["参加者 #0003"]
        assert guests.search_guests(event, "花子") == ()
        assert guests.search_guests(event, "0001") == (guest,)


def test_an_erased_guest_stays_erased(evening: Evening, known: str) -> None:
    """Nobody writes a name back, no list matches, and nobody is erased twice."""
    erase(evening, known)
    with pytest.raises(GuestErased):
        guest_list.change_guest(
            evening.file, known, {GuestField.NOTE: "佐藤"}, now=at("22:10"), operator=""
        )
    guest_list.change_guest(
        evening.file, known, {GuestField.TABLE: "7"}, now=at("22:10"), operator=""
    )
    path = evening.file.path.with_name("list.csv")
    path.write_text("氏名,メール,区分\n鈴木 一郎,ichiro@example.com,会員\n", encoding="utf-8")
    again = preview_import(evening.file, path)

    assert (again.gone, again.in_doubt, again.new) == ((), (), ())
    assert erase(evening, known) == 0


def test_wiping_values_without_a_record_is_damage(evening: Evening, known: str) -> None:
    """Only who was erased by a fact may lack values."""
    path = evening.file.path
    evening.file.close()
    db = apsw.Connection(str(path))
    db.execute("UPDATE person_value SET salt = '', value_json = '{}' WHERE subject = ?", (known,))
    db.close()
    with pytest.raises(DamagedFile):
        EventFile.open(path)


def test_cancelling_erases_nobody(evening: Evening, known: str) -> None:
    """All of them or none."""

    class Impatient:
        def advance(self, done: int, _total: int) -> None:
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        erasure.erase_guests(
            evening.file, [known], now=at("22:00"), operator="", progress=Impatient()
        )
    guest = guests.find_guest(evening.file, known)
    assert guest is not None
    assert guest.name == PERSONAL[5]


def test_all_that_is_held_about_one_guest(evening: Evening, known: str, tmp_path: Path) -> None:
    """As known now and every record, with nothing about anybody else."""
    path = tmp_path / "person.json"
    erasure.export_person(evening.file, known, path, now=at("22:00"))
    text = path.read_text(encoding="utf-8")
    told = json.loads(text)

    assert told["guest"]["name"] == PERSONAL[5]
    assert told["guest"]["status"] == GuestStatus.ACCEPTED
    assert told["balance"] == {"charged": 8000, "waived": 0, "paid": 8000, "refunded": 0}
    kinds = [record["kind"] for record in told["records"]]
    assert kinds == [
        "guest_recorded", "status_changed", "badge_issued", "entry_posted", "guest_recorded",
        "list_imported", "guest_changed", "entry_posted", "receipt_issued", "admitted",
    ]  # fmt: skip
    assert all(text in json.dumps(told, ensure_ascii=False) for text in PERSONAL)
    assert "鈴木 一郎" not in text
    assert "ichiro" not in text
    [listed] = [record for record in told["records"] if record["kind"] == "list_imported"]
    assert listed["guests"] == [[known, 2, 1]]
    erase(evening, known)
    erasure.export_person(evening.file, known, path, now=at("22:30"))
    assert not any(text in path.read_text(encoding="utf-8") for text in PERSONAL)


def test_the_day_guests_are_kept_until_reminds(evening: Evening, known: str) -> None:
    """No day, no reminder; after the day until everybody is erased."""
    event = evening.file
    assert not erasure.is_retention_over(event, date(2099, 1, 1))
    event_setup.change_event(event, {"keep_until": "2026-12-31"}, now=at("12:00"), operator="")
    assert not erasure.is_retention_over(event, date(2026, 12, 31))
    assert erasure.is_retention_over(event, date(2027, 1, 1))
    everybody = [row.guest.id for row in guests.list_guests(event)]
    assert known in everybody
    erasure.erase_guests(event, everybody, now=at("22:00"), operator="")
    assert not erasure.is_retention_over(event, date(2027, 1, 1))
    with pytest.raises(event_setup.SettingUnreadable):
        event_setup.change_event(event, {"keep_until": "soon"}, now=at("12:00"), operator="")
