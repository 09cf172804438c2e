"""Statements into an event: each row once, whatever files it stands in."""

import tempfile
from pathlib import Path

import pytest
from bank_evening import HEADINGS, invite, match, rows_of, statement, take_in
from evening import Evening, new_evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at

from reception_app.domain.statement import RowState, StatementAccount, StatementWarning
from reception_app.services.posting import ReasonMissing
from reception_app.services.row_matching import ignore_row, unmatch_row
from reception_app.services.statement_import import (
    ImportDoubt,
    StatementColumnUnknown,
    StatementMatched,
    StatementUnknown,
    commit_statement,
    preview_statement,
    withdraw_statement,
)
from reception_app.storage import fact_journal, statements
from reception_app.storage.event_file import EventFile

BANK = StatementAccount.BANK
ROWS = [(1, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (2, "ﾓﾘ ﾕｳ", 3000), (2, "ﾓﾘ ﾕｳ", 3000), (3, "ﾃﾞﾝｷﾀﾞｲ", -1200)]

A_ROW = st.tuples(
    st.integers(min_value=1, max_value=28),
    st.sampled_from(["ﾔﾏﾀﾞ ﾀﾛｳ", "ﾓﾘ ﾕｳ", "ｻﾄｳ"]),
    st.sampled_from([8000, 3000, -500]),
)


def seen(event: EventFile) -> list[tuple[str, int, str]]:
    """All rows, in an order of their own."""
    rows = (standing.row for standing in statements.list_rows(event))
    return sorted((row.date.isoformat(), row.amount, row.text) for row in rows)


def test_a_statement_is_taken_in_once(event: EventFile, tmp_path: Path) -> None:
    """The second import of the same file adds nothing; two equal rows stay two."""
    first = take_in(event, tmp_path, statement(ROWS))
    again = take_in(event, tmp_path, statement(ROWS))
    assert (first.new, first.known) == (4, 0)
    assert (again.new, again.known) == (0, 4)
    assert [row[2] for row in seen(event)].count("ﾓﾘ ﾕｳ") == 2


def test_equal_rows_without_balances_stay_two(event: EventFile, tmp_path: Path) -> None:
    """Also where nothing at all tells them apart."""
    text = "日付,摘要,入金,出金\n" + "2026/10/1,ﾔﾏﾀﾞ ﾀﾛｳ,8000,\n" * 2
    assert take_in(event, tmp_path, text).new == 2
    assert take_in(event, tmp_path, text).new == 0
    assert take_in(event, tmp_path, text + "2026/10/1,ﾔﾏﾀﾞ ﾀﾛｳ,8000,\n").new == 1


def test_an_overlapping_statement_adds_only_what_is_new(event: EventFile, tmp_path: Path) -> None:
    """October and the half-year that contains it."""
    take_in(event, tmp_path, statement(ROWS))
    longer = take_in(event, tmp_path, statement([*ROWS, (9, "ｻﾄｳ", 8000)]))
    assert (longer.new, longer.known) == (1, 4)


def test_the_order_in_a_file_makes_no_difference(event: EventFile, tmp_path: Path) -> None:
    """A bank that lists the newest first lists the same rows."""
    lines = statement(ROWS).splitlines()
    take_in(event, tmp_path, statement(ROWS))
    turned = "\n".join([HEADINGS, *reversed(lines[1:])]) + "\n"
    assert take_in(event, tmp_path, turned).new == 0


def test_ignored_rows_stay_ignored(event: EventFile, tmp_path: Path) -> None:
    """A row that was set aside does not come back with the next download."""
    take_in(event, tmp_path, statement(ROWS))
    ignore_row(event, rows_of(event)["ﾃﾞﾝｷﾀﾞｲ"].id, now=at("20:00"), operator="op")
    take_in(event, tmp_path, statement([*ROWS, (9, "ｻﾄｳ", 8000)]))
    assert rows_of(event)["ﾃﾞﾝｷﾀﾞｲ"].state is RowState.IGNORED


def test_what_was_previewed_is_what_is_committed(event: EventFile, tmp_path: Path) -> None:
    """The rows the preview calls new are the rows that are there afterwards."""
    path = tmp_path / "statement.csv"
    path.write_text(statement(ROWS) + "2026/10/99,?,,1,\n", encoding="utf-8")
    preview = preview_statement(event, path, BANK)
    assert statements.list_rows(event) == ()
    done = commit_statement(event, preview, now=at("20:00"), operator="op")
    assert (done.new, done.known) == (len(preview.new), preview.known)
    read = [standing.row for standing in statements.list_rows(event)]
    assert read == [one.row for one in preview.new]
    assert len(preview.statement.unreadable) == 1


def test_a_preview_that_is_old_adds_nothing_twice(event: EventFile, tmp_path: Path) -> None:
    """Two windows that look at one file add its rows once."""
    path = tmp_path / "statement.csv"
    path.write_text(statement(ROWS), encoding="utf-8")
    one, other = (preview_statement(event, path, BANK) for _ in range(2))
    commit_statement(event, one, now=at("20:00"), operator="op")
    assert commit_statement(event, other, now=at("20:00"), operator="op").new == 0


def test_a_correction_of_columns_is_remembered(event: EventFile, tmp_path: Path) -> None:
    """What a person said of a file's columns holds for the next file with these headings."""
    text = "いつ,だれ,いくら\n2026/10/1,ﾔﾏﾀﾞ ﾀﾛｳ,8000\n2026/10/2,ﾓﾘ ﾕｳ,3000\n"
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    corrections = ("いつ=date", "2=text", "いくら=deposit")
    preview = preview_statement(event, path, BANK, corrections=corrections)
    commit_statement(event, preview, now=at("20:00"), operator="op")
    path.write_text(text.replace("10/1", "11/1").replace("10/2", "11/2"), encoding="utf-8")
    again = preview_statement(event, path, BANK)
    assert again.opened.columns is not None
    assert set(again.statement.mapping.values()) == {"date", "text", "deposit"}
    assert [one.row.text for one in again.new] == ["ﾔﾏﾀﾞ ﾀﾛｳ", "ﾓﾘ ﾕｳ"]


@pytest.mark.parametrize("correction", ["無い=date", "日付=nothing", "9=date"])
def test_a_correction_that_makes_no_sense_is_refused(
    correction: str, event: EventFile, tmp_path: Path
) -> None:
    """No such heading, or no such field."""
    path = tmp_path / "statement.csv"
    path.write_text(statement(ROWS), encoding="utf-8")
    with pytest.raises(StatementColumnUnknown):
        preview_statement(event, path, BANK, corrections=(correction,))


def test_another_accounts_statement_raises_a_doubt(event: EventFile, tmp_path: Path) -> None:
    """By its number; or, without one, because none of the days' rows is known."""
    path = tmp_path / "statement.csv"
    take_in(event, tmp_path, "口座番号,1234567\n" + statement(ROWS))
    path.write_text("口座番号,7654321\n" + statement(ROWS, opening=5), encoding="utf-8")
    assert preview_statement(event, path, BANK).doubts == (ImportDoubt.OTHER_ACCOUNT,)
    strange = [(1, "ABC", 77), (2, "DEF", 88), (3, "GHI", 99)]
    path.write_text(statement(strange, opening=9), encoding="utf-8")
    assert preview_statement(event, path, BANK).doubts == (ImportDoubt.OTHER_ACCOUNT,)


def test_known_days_in_other_words_raise_a_doubt(event: EventFile, tmp_path: Path) -> None:
    """The same rows downloaded in another format would be taken twice."""
    take_in(event, tmp_path, statement(ROWS))
    path = tmp_path / "statement.csv"
    other = [(day, f"振込 {text}", amount) for day, text, amount in ROWS]
    path.write_text(statement(other), encoding="utf-8")
    assert preview_statement(event, path, BANK).doubts == (ImportDoubt.OTHER_FORM,)


def test_a_gap_in_the_balances_is_told(event: EventFile, tmp_path: Path) -> None:
    """Opening + rows = closing is checked before anything is taken in."""
    path = tmp_path / "statement.csv"
    lines = statement(ROWS).splitlines()
    path.write_text("\n".join(lines[:2] + lines[3:]) + "\n", encoding="utf-8")
    read = preview_statement(event, path, BANK).statement
    assert read.difference == -3000
    assert [warned.kind for warned in read.warnings] == [StatementWarning.BALANCE]


def test_names_are_no_part_of_the_facts(evening: Evening, tmp_path: Path) -> None:
    """Who paid stands apart from the chain, so that it can be erased."""
    invite(evening)
    take_in(evening.file, tmp_path, statement(ROWS))
    bodies = [fact.body for fact in fact_journal.facts(evening.file.db)]
    assert not any("ﾔﾏﾀﾞ" in body for body in bodies)
    assert any(fact.kind == "statement_row_read" for fact in fact_journal.facts(evening.file.db))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(A_ROW, max_size=8), st.lists(st.integers(min_value=0, max_value=7), max_size=3))
def test_the_order_and_number_of_files_make_no_difference(
    rows: list[tuple[int, str, int]], cuts: list[int]
) -> None:
    """Pieces of a statement in any order, once or again, give the rows of the whole."""
    rows = sorted(rows, key=lambda row: row[0])
    lines = statement(rows).splitlines()
    pieces = [[HEADINGS, *lines[1 + cut :]] for cut in cuts]
    files = ["\n".join(piece) + "\n" for piece in (lines, *pieces) if len(piece) > 1]
    with tempfile.TemporaryDirectory() as folder:
        results: list[list[tuple[str, int, str]]] = []
        for order in (files, files[::-1]):
            evening = new_evening(Path(folder) / f"{len(results)}.reception")
            for text in order:
                take_in(evening.file, Path(folder), text)
            results.append(seen(evening.file))
            assert fact_journal.differing_projections(evening.file.db) == []
            evening.file.close()
    assert results[0] == results[1]
    assert len(results[0]) == len(rows)


def test_a_statement_taken_in_by_mistake_is_taken_back(event: EventFile, tmp_path: Path) -> None:
    """Its rows count no longer, and the same file can be taken in again."""
    taken = take_in(event, tmp_path, statement([(1, "ﾔﾏﾀﾞ", 8000), (2, "ﾓﾘ", 3000)]))
    withdraw_statement(event, taken.statement, "another account", now=at("21:00"), operator="op")
    assert statements.list_rows(event) == ()
    assert statements.list_statements(event) == ()
    assert take_in(event, tmp_path, statement([(1, "ﾔﾏﾀﾞ", 8000)])).new == 1
    with pytest.raises(StatementUnknown):
        withdraw_statement(event, taken.statement, "again", now=at("21:00"), operator="op")


def test_a_statement_with_matched_rows_stays(evening: Evening, tmp_path: Path) -> None:
    """First its matches are taken back; a correction needs its reason."""
    guests, event = invite(evening), evening.file
    taken = take_in(event, tmp_path, statement([(1, "ﾔﾏﾀﾞ", 8000), (2, "ﾓﾘ", 3000)]))
    match(event, "ﾔﾏﾀﾞ", (guests["山田"], 8000))
    [known] = statements.list_statements(event)
    assert (known.rows, known.matched) == (2, 1)
    with pytest.raises(StatementMatched):
        withdraw_statement(event, taken.statement, "mistake", now=at("21:00"), operator="op")
    unmatch_row(
        event, rows_of(event)["ﾔﾏﾀﾞ"].id, "mistake", now=at("21:00"), operator="op"
    )  # fmt: skip
    with pytest.raises(ReasonMissing):
        withdraw_statement(event, taken.statement, " ", now=at("21:00"), operator="op")
    withdraw_statement(event, taken.statement, "mistake", now=at("21:00"), operator="op")
    assert statements.list_rows(event) == ()


def test_columns_of_a_statement_that_was_taken_back_are_forgotten(
    event: EventFile, tmp_path: Path
) -> None:
    """It was taken back because they were wrong: the same file is guessed at anew."""
    path = tmp_path / "bank.csv"
    path.write_text(statement([(1, "ﾔﾏﾀﾞ", 8000)]), encoding="utf-8")
    wrong = preview_statement(event, path, BANK, corrections=["摘要=ignored"])
    taken = commit_statement(event, wrong, now=at("20:00"), operator="op")
    withdraw_statement(event, taken.statement, "wrong columns", now=at("21:00"), operator="op")
    [row] = preview_statement(event, path, BANK).statement.rows
    assert row.text == "ﾔﾏﾀﾞ"
