"""The accounts check and the file check: quiet on a good evening, red on each broken rule."""

# ruff: noqa: S608 -- the statements are this test's own, and they are meant to do harm

from pathlib import Path

import apsw
import pytest
from handwritten_evening import OPENING, write_evening, yen

from reception_app.domain.drawer import parse_count
from reception_app.domain.event import Desk
from reception_app.domain.progress import Cancelled
from reception_app.services import drawers
from reception_app.services.accounts_check import check_accounts, check_box
from reception_app.services.event_setup import create_event
from reception_app.services.file_check import check_file
from reception_app.services.findings import Finding, Level, hint_of, naming, sentence_of, worst_of
from reception_app.storage import settings
from reception_app.storage.audit import ShiftSums
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.wording import LANGUAGES, Wording

A_CHARGE = "(SELECT id FROM entry WHERE kind = 'charge' ORDER BY stamp LIMIT 1)"
A_PAYMENT = (
    "(SELECT id FROM entry WHERE kind = 'payment' AND tender = 'cash' ORDER BY stamp LIMIT 1)"
)
OF_A_CHARGE = f"kind = 'entry_posted' AND json_extract(body, '$.entry') = {A_CHARGE}"

BREAKS = {
    "entries_balance": f"UPDATE posting SET amount = amount + 1 WHERE entry = {A_CHARGE}",
    "guest_balances": f"UPDATE posting SET guest = 'nobody' WHERE entry = {A_CHARGE}",
    "balances_explained": f"UPDATE entry SET kind = 'drop' WHERE id = {A_CHARGE}",
    "receipts_complete": "DELETE FROM receipt WHERE box = 'A' AND number = 2",
    "receipts_match": f"UPDATE receipt SET amount = 7000 WHERE entry = {A_PAYMENT}",
    "box_agrees": "UPDATE shift_closed SET expected = expected - 500",
    "cash_in_shifts": f"UPDATE entry SET shift = NULL WHERE id = {A_PAYMENT}",
    "closed_shifts": f"UPDATE entry SET stamp = 'ffffffffffffffff' WHERE id = {A_PAYMENT}",
    "change_given": f"UPDATE entry SET change = 0 WHERE id = {A_PAYMENT}",
    "tender_accounts": (
        f"UPDATE posting SET account = '1200' WHERE entry = {A_PAYMENT} AND account = '1000-A'"
    ),
    "refunds_covered": "UPDATE posting SET amount = amount * 20 WHERE entry ="
    " (SELECT id FROM entry WHERE kind = 'refund')",
    "settlement_identity": f"UPDATE posting SET amount = amount + 1 WHERE entry = {A_CHARGE}",
    "ledger_zero": f"UPDATE entry SET currency = 'EUR' WHERE id = {A_CHARGE}",
    "whole_amounts": (
        "UPDATE fact SET body = json_set(body, '$.postings[0][1]', 0.5, '$.postings[1][1]', -0.5)"
        f" WHERE {OF_A_CHARGE}"
    ),
    "recorded_once": (
        "INSERT INTO fact SELECT 'again', 'other', 1, hlc, at, kind, body, actor, prev_hash, hash"
        f" FROM fact WHERE {OF_A_CHARGE}"
    ),
    "entries_unchanged": f"DELETE FROM posting WHERE entry = {A_CHARGE}",
    "chain": "UPDATE fact SET at = '2020-01-01' WHERE seq = 5",
}
"""For each rule, what somebody with a database tool might do to break it."""

BOX = {"box_agrees", "box_over_short", "box_not_counted", "box_difference"}
"""The ways a cash box can stand; only `box_agrees` has a red side."""

FILE_BREAKS = {
    "references": f"UPDATE posting SET entry = 'gone' WHERE entry = {A_CHARGE}",
    "guards": "CREATE TRIGGER trap AFTER INSERT ON fact BEGIN SELECT 1; END",
    "chain": "UPDATE fact SET seq = 6000 WHERE seq = 6",
    "personal_values": "UPDATE person_value SET value_json = replace(value_json, '佐藤', '左藤')",
    "tables": "UPDATE guest SET company = 'Another' WHERE number = 1",
    "facts_readable": "UPDATE fact SET body = '[]' WHERE kind = 'entry_posted'",
    "replay": "UPDATE fact SET body = '{\"guest\": 1}' WHERE kind = 'guest_recorded'",
}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> EventReader:
    """The hand-written evening, as a copy in memory that tests copy again."""
    with write_evening(tmp_path_factory.mktemp("evening") / "evening.reception") as event:
        return event.snapshot()


def broken(evening: EventReader, statement: str) -> EventReader:
    """A copy of the evening without its guards, in which `statement` was executed."""
    copy = evening.snapshot()
    copy.db.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    for (name,) in copy.db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        copy.db.execute(f'DROP TRIGGER "{name}"')
    copy.db.execute(statement)
    assert copy.db.total_changes() or "TRIGGER" in statement, "the break must break something"
    return copy


def levels(findings: tuple[Finding, ...]) -> dict[str, Level]:
    """The level of each check by code."""
    return {finding.code: finding.level for finding in findings}


def test_a_good_evening_has_nothing_red(evening: EventReader) -> None:
    """On the evening as it was lived, only the box that was not counted asks for something."""
    findings = check_accounts(evening)

    assert worst_of(findings) is Level.WARNING
    assert [f.code for f in findings if f.level is not Level.OK] == ["box_not_counted"]
    assert worst_of(check_file(evening)) is Level.OK


def test_an_empty_event_has_nothing_to_complain_of(tmp_path: Path) -> None:
    """Before the first guest every check is green."""
    with create_event(tmp_path / "n.reception", name="N", day=OPENING.date(), now=OPENING) as event:
        assert worst_of((*check_file(event), *check_accounts(event))) is Level.OK


@pytest.mark.parametrize("code", BREAKS)
def test_a_broken_rule_is_red(evening: EventReader, code: str) -> None:
    """What breaks one rule of the books turns that rule's check red, with its rows."""
    findings = check_accounts(broken(evening, BREAKS[code]))
    found = [finding for finding in findings if finding.code == code]

    assert Level.RED in {finding.level for finding in found}


def test_every_check_can_turn_red(evening: EventReader) -> None:
    """No check is there for show: each has a break above; the rest are words for a good box."""
    codes = {finding.code for finding in check_accounts(evening)}

    assert codes - BOX == set(BREAKS) - BOX


@pytest.mark.parametrize("code", FILE_BREAKS)
def test_a_damaged_file_is_red(evening: EventReader, code: str) -> None:
    """What damages one side of the file turns that side's check red."""
    assert levels(check_file(broken(evening, FILE_BREAKS[code])))[code] is Level.RED


def test_dropped_guards_are_noticed(evening: EventReader) -> None:
    """A file whose triggers were dropped is red although no row was changed."""
    assert (
        levels(check_file(broken(evening, "UPDATE local SET value = value")))["guards"] is Level.RED
    )


def test_damaged_pages_are_red(tmp_path: Path) -> None:
    """A page overwritten beneath the database turns the page check red."""
    path = tmp_path / "evening.reception"
    write_evening(path).close()

    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(content)

    assert levels(check_file(EventReader(apsw.Connection(str(path)))))["pages"] is Level.RED


def test_facts_of_a_newer_version_are_a_warning(evening: EventReader) -> None:
    """Records only a newer version understands are told, and are nothing wrong."""
    newer = broken(evening, "UPDATE fact SET kind = 'seat_taken' WHERE kind = 'operator_named'")

    assert levels(check_file(newer))["unknown_facts"] is Level.WARNING


def test_a_finding_names_the_rows_as_people_number_them(evening: EventReader) -> None:
    """A missing receipt is named by its number, an entry by its place in the journal."""
    findings = check_accounts(broken(evening, BREAKS["receipts_complete"]))
    receipts = next(f for f in findings if f.code == "receipts_complete" and f.rows)

    assert receipts.rows == ("A-0002",)
    assert sentence_of(receipts, Wording("ja")) == "レジA: 領収書の欠番が 1件: 0002"
    assert sentence_of(receipts, Wording("en")) == "Cash box A: receipt number 0002 is missing"

    changed = check_accounts(broken(evening, BREAKS["entries_balance"]))[0]
    assert sentence_of(changed, Wording("ja")) == "釣り合わない仕訳が 1件: No. 1"


def test_plain_sentences_say_how_the_evening_stands(evening: EventReader) -> None:
    """The panel's lines are the words of volunteers."""
    told = [sentence_of(finding, Wording("ja")) for finding in check_accounts(evening)]

    assert told[:3] == [
        "すべての仕訳が釣り合う(25件)",
        "参加者の残高 = 会費未収(¥9,000)",
        "請求 − 減免 − 入金 + 返金 = 残(¥9,000)",
    ]
    assert "領収書 A-0001〜0004 に欠番なし" in told
    assert "レジA: 差額 -¥100 は記帳済み" in told
    assert "レジB: 数えた額がまだ無い" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_words(evening: EventReader, language: str) -> None:
    """Each way a check can come out has a sentence and, unless all is well, a hint."""
    wording = Wording(language)
    ways = [check_accounts(evening), check_file(evening)]
    ways += [check_accounts(broken(evening, statement)) for statement in BREAKS.values()]
    ways += [check_file(broken(evening, statement)) for statement in FILE_BREAKS.values()]

    for finding in (finding for findings in ways for finding in findings):
        assert sentence_of(finding, wording)
        assert bool(hint_of(finding, wording)) is (finding.level is not Level.OK)


def test_a_box_is_judged_by_its_count(tmp_path: Path) -> None:
    """A counted box says right or how much off; cash moving afterwards asks for a new count."""
    with write_evening(tmp_path / "evening.reception") as event:
        desk = Desk("B", next(iter(settings.list_operators(event))))

        def box_b() -> tuple[str, Level]:
            found = check_accounts(event)
            return next((f.code, f.level) for f in found if f.code in BOX and f.facts["box"] == "B")

        count(event, "10000x1 5000x1 1000x3", desk)
        assert box_b() == ("box_agrees", Level.OK)
        count(event, "10000x1 5000x1 1000x2", desk)
        assert box_b() == ("box_difference", Level.WARNING)
        drawers.drop_cash(event, yen(1000), desk=desk, now=OPENING)
        assert box_b() == ("box_not_counted", Level.WARNING)


def count(event: EventFile, pieces: str, desk: Desk) -> None:
    """Count the desk's cash box."""
    drawers.count_box(event, parse_count(pieces, "JPY"), desk=desk, now=OPENING)


@pytest.mark.parametrize(
    "wrong",
    [
        {"floated": 19_000},
        {"expected": 27_900},
        {"over_short": 0},
        {"over_short": -200},
        {"carried_off": 28_000},
        {"moved": 30_000},
    ],
)
def test_a_closed_box_must_add_up(wrong: dict[str, int]) -> None:
    """Float, expected, over/short and what went to the safe each make the box red when wrong."""
    right: dict[str, int] = {
        "opening": 20_000, "floated": 20_000, "moved": 28_000, "over_short": -100,
        "carried_off": 27_900, "expected": 28_000, "counted": 27_900,
    }  # fmt: skip

    def level(sums: dict[str, int]) -> Level:
        return check_box(ShiftSums("s", "A", **sums, closed=True, fresh=True), "JPY").level

    assert level(right) is Level.OK
    assert level(right | wrong) is Level.RED


def test_the_expected_cash_is_not_told_before_the_count() -> None:
    """The line of a box that was not counted holds no amount: the count must stay blind."""
    sums = ShiftSums("s", "A", 20_000, 20_000, 28_000, 0, 0, None, None, closed=False, fresh=False)

    assert set(check_box(sums, "JPY").facts) == {"box"}


def test_a_check_can_be_stopped(evening: EventReader) -> None:
    """Cancel ends the file check between two of its steps."""

    class Stop:
        def advance(self, done: int, total: int) -> None:
            if done == total // 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        check_file(evening, progress=Stop())


def test_long_rows_are_shortened() -> None:
    """A sentence names the first eight rows and says that there are more."""
    assert naming(range(1, 10)) == "1, 2, 3, 4, 5, 6, 7, 8 …"
    assert naming([5]) == "5"
