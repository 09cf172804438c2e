"""The accounts check on vouchers, settlement and seal: green when right, red when tampered with."""

from collections.abc import Iterator

import pytest
from books_evening import AFTER, write_books

from reception_app.services.accounts_check import check_accounts
from reception_app.services.check_rows import rows_of
from reception_app.services.findings import Finding, Level, hint_of, sentence_of
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.wording import LANGUAGES, Wording


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventFile]:
    """The evening with its books."""
    file = write_books(tmp_path_factory.mktemp("books") / "evening.reception")
    yield file
    file.close()


@pytest.fixture
def tampered(event: EventFile) -> EventReader:
    """A copy in which everything can be changed."""
    copy = event.snapshot()
    triggers = copy.db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        copy.db.execute(f"DROP TRIGGER {name}")
    return copy


def found(event: EventReader, code: str) -> Finding:
    """How this check came out."""
    return next(one for one in check_accounts(event) if one.code == code)


def test_right_books_have_nothing_red(event: EventFile) -> None:
    """Receipts that are missing are to be noted, nothing more."""
    findings = check_accounts(event)

    assert {f.code for f in findings if f.level is Level.RED} == set()
    assert found(event, "evidence_complete").facts == {"n": 3, "which": "2, 4, 5"}
    assert found(event, "settlement_identity").level is Level.OK


BREAKS = (
    ("vouchers_match", Level.RED, "UPDATE voucher SET account = '5300' WHERE number = 4"),
    ("vouchers_match", Level.RED, "DELETE FROM voucher WHERE number = 4"),
    ("voucher_numbers", Level.WARNING, "UPDATE voucher SET number = 4 WHERE number = 5"),
    (
        "settled_within",
        Level.RED,
        "UPDATE posting SET amount = -amount WHERE account GLOB '2100-*'",
    ),
    ("settlement_identity", Level.RED, "UPDATE posting SET amount = amount + 1 WHERE line = 0"),
    ("overdrawn_1050", Level.WARNING, "UPDATE posting SET amount = 1 WHERE amount = 120000"),
    (
        "sealed_unchanged",
        Level.RED,
        "INSERT INTO event_seal VALUES ('s', 1, 3, '{}', '2026-11-14', 'z', '')",
    ),
    (
        "sealed_unchanged",
        Level.RED,
        "INSERT INTO event_seal VALUES ('s', 1, 0, '{}', '2026-11-14', '', '')",
    ),
)


@pytest.mark.parametrize(("code", "level", "change"), BREAKS)
def test_what_is_changed_behind_our_back_is_found(
    tampered: EventReader, code: str, level: Level, change: str
) -> None:
    """Each check can fail, in words and with the rows concerned."""
    tampered.db.execute(change)
    finding = found(tampered, code)

    assert finding.level is level
    for language in LANGUAGES:
        assert sentence_of(finding, Wording(language))
        assert hint_of(finding, Wording(language))
        for row in rows_of(tampered, finding, Wording(language)):
            assert row.what


def test_rows_of_a_finding_are_told_in_words(event: EventFile) -> None:
    """A voucher with its number in the journal, day, amount and payee; a shift by its box."""
    [first, *_] = rows_of(event, found(event, "evidence_complete"), Wording("en"))
    [shift] = rows_of(event, found(event, "box_not_counted"), Wording("en"))

    assert (first.what, first.amount) == ("Entry 28 Prepayment ホテル横浜", "¥20,000")
    assert first.when == AFTER.strftime("%Y-%m-%d %H:%M")
    assert shift.what == "Cash box B"


def test_rows_that_are_guests_lead_to_them(tampered: EventReader) -> None:
    """The guest's id comes with the row."""
    guest = str(tampered.db.execute("SELECT id FROM guest WHERE number = 3").get)
    finding = Finding("x", Level.RED, rows=(guest, "A-0007", "2100-xx", "nowhere"))
    of_guest, *others = rows_of(tampered, finding, Wording("ja"))

    assert (of_guest.guest, of_guest.what) == (guest, "3 Nguyễn Thị Minh Khai")
    assert [row.what for row in others] == ["A-0007", "立替未払 xx", "nowhere"]
