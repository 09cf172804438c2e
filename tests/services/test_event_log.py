"""The event log tells everything that happened, and finds it by guest, operator, desk and words."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from evening import Evening
from notation import at
from python_calamine import CalamineWorkbook

from reception_app.domain.event import Desk
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import PAYLOADS, GuestChanged
from reception_app.domain.guest import GuestField
from reception_app.services import erasure, event_setup, reception
from reception_app.services.event_log import LogLine, LogPart, LogSearch, _Teller, read_log
from reception_app.services.scan_export import export_scans
from reception_app.storage.event_file import EventFile
from reception_app.storage.event_log import list_facts
from reception_app.wording import LANGUAGES, Wording

EN = Wording("en")


def words(lines: Sequence[LogLine]) -> list[str]:
    """What the lines say, oldest first."""
    return [line.words for line in reversed(lines)]


def found(event: EventFile, **wanted: object) -> tuple[LogLine, ...]:
    """The lines of a search, newest first."""
    search = replace(LogSearch(), **wanted)  # type: ignore[arg-type] # the fields of a search
    return tuple(line for line in read_log(event, EN) if search.lets_through(line))


def test_the_story_of_one_guest(evening: Evening) -> None:
    """In the order it happened, with the desk, the operator and the sums."""
    evening.open_box()
    guest = evening.guest("山田 太郎")
    evening.scan(guest)
    evening.pay(guest)
    evening.scan(guest)
    lines = found(evening.file, guest=guest.id)

    assert words(lines) == [
        "Walked in",
        "Accepted",
        "Badge code issued",
        "Fee charged ¥8,000",
        "Fee asked for",
        "Fee asked for",
        "Payment · Cash ¥8,000",
        "Receipt K26-A-0001, ¥8,000",
        "Let in",
        "Not let in: already inside",
    ]
    assert {line.who for line in lines} == {"1 山田 太郎"}
    assert lines[0].desk == "A"
    assert lines[0].operator == "鈴木"


def test_refused_scans_with_reason_and_what_was_read(evening: Evening) -> None:
    """Asking for a fee is none of them."""
    evening.guest("山田 太郎")
    reception.receive_badge(
        evening.file, "https://example.org/t/1", desk=evening.desk, now=at("18:05")
    )
    [line] = found(evening.file, parts=frozenset({LogPart.REFUSED}))

    assert line.words == "Not let in: code unknown"
    assert line.read == "https://example.org/t/1"
    assert line.guest is None


def test_it_is_searched_by_words_operator_and_desk(evening: Evening) -> None:
    """All words of a search in any order, in names, codes and times; the folds of names hold."""
    other = Desk("B", event_setup.operator_named(evening.file, "佐藤", now=at("17:00")))
    evening.guest("ｻﾄｳ 花子", "ご招待", now=at("18:00"))
    reception.receive_badge(evening.file, "TICKET-4711", desk=other, now=at("18:07"))

    assert len(found(evening.file, text="花子 さとう")) > 0
    assert [line.read for line in found(evening.file, text="4711 ticket")] == ["TICKET-4711"]
    assert [line.desk for line in found(evening.file, operator="佐藤", desk="B")] == ["B"]
    assert words(found(evening.file, text="18:07")) == ["Not let in: code unknown"]
    assert found(evening.file, text="nobody says this") == ()


def test_reasons_and_overruling_are_told(evening: Evening) -> None:
    """Let in all the same, and taken back."""
    guest = evening.guest("山田 太郎", "ご招待")
    forced = reception.force_admission(
        evening.file, guest.id, "lost a bet", desk=evening.desk, now=at("18:10")
    )
    assert forced.admission is not None
    [last] = reception_ids(evening.file, guest.id)
    reception.undo_admission(evening.file, last, "mistake", desk=evening.desk, now=at("18:11"))

    assert words(found(evening.file, text="all the same")) == ["Let in all the same: lost a bet"]
    assert words(found(evening.file, text="undone")) == ["Arrival undone: mistake"]


def reception_ids(event: EventFile, guest: str) -> list[str]:
    """The id of the last arrival of a guest."""
    rows = event.db.execute(
        "SELECT id FROM admission WHERE guest = ? ORDER BY stamp DESC LIMIT 1", (guest,)
    )
    return [str(row[0]) for row in rows]


def test_what_was_written_is_named_not_shown(evening: Evening) -> None:
    """Fields, not their values: the log of a person who is erased says nothing of them."""
    guest = evening.guest("山田 太郎", "ご招待")
    with evening.file.act(now=at("18:20"), actor=evening.desk.operator) as act:
        act.record(
            GuestChanged(guest=guest.id, fields={"table_name": "3"}),
            subject=guest.id,
            personal={GuestField.COMPANY: "秘密商事"},
        )
    assert words(found(evening.file, text="written")) == ["Written: Company, Table"]
    erasure.erase_guests(evening.file, [guest.id], now=at("19:00"), operator=evening.desk.operator)

    assert found(evening.file, text="山田") == ()
    assert {line.who for line in found(evening.file, guest=guest.id)} == {"1 参加者 #0001"}


def test_only_the_newest_lines_are_shown_of_very_many(evening: Evening) -> None:
    """With a limit the oldest are left out."""
    everything = read_log(evening.file, EN, limit=None)

    assert read_log(evening.file, EN, limit=3) == everything[:3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_its_words(language: str) -> None:
    """A new kind of fact needs a sentence in the log."""
    told = Wording(language).table("log")

    assert sorted(kind for kind in PAYLOADS if kind not in told) == []


def test_a_fact_of_a_newer_version_is_told_by_its_name(evening: Evening) -> None:
    """It is not left out, whatever it means."""
    [fact, *_] = list_facts(evening.file)
    newer: Fact = replace(fact, kind="robot_greeted", body="{}")

    assert _Teller(evening.file, EN).tell(newer).words == "robot greeted"


def test_scans_are_written_one_a_row(evening: Evening, tmp_path: Path) -> None:
    """Arrivals and refusals, the reasons beside them; texts that look like formulas stay texts."""
    guest = evening.guest("山田 太郎", "ご招待", now=at("18:00"))
    reception.receive_badge(evening.file, "=1+1 code", desk=evening.desk, now=at("18:04"))
    evening.scan(guest)
    count = export_scans(evening.file, tmp_path / "scans.xlsx", now=at("21:00"))
    rows = CalamineWorkbook.from_path(tmp_path / "scans.xlsx").get_sheet_by_index(0).to_python()
    head, *lines = rows[3:]

    assert count == len(lines) == 3
    assert head[:6] == ["日時", "受付", "受付係", "結果", "番号", "氏名"]
    assert [(line[1], line[3], line[5], line[9]) for line in lines] == [
        ("A", "入場", "山田 太郎", ""),
        ("A", "未登録のコード", "", "=1+1 code"),
        ("A", "入場済み", "山田 太郎", ""),
    ]
