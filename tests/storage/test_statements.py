"""Rows of statements in the file: one row that two desks read is one row."""

import itertools
import json
import random

import apsw
import pytest
from evening import Evening
from notation import at

from reception_app.domain.facts import (
    AliasLearned,
    AliasRemoved,
    StatementRead,
    StatementRowIgnored,
    StatementRowMatched,
    StatementRowRead,
    StatementRowUnmatched,
    StatementWithdrawn,
)
from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.statement import RowState
from reception_app.services.posting import post
from reception_app.storage import fact_journal, projections, schema, statements
from reception_app.storage.event_file import Act, EventFile


def read_row(act: Act, row: str, *, text: str = "ﾔﾏﾀﾞ", occurrence: int = 1) -> None:
    """Record that a desk read this row."""
    act.record(
        StatementRowRead(
            row=row, statement="s", account="bank", date="2026-10-01", amount=8000,
            occurrence=occurrence,
        ),
        subject=row,
        personal={"text": text, "reference": ""},
    )  # fmt: skip


@pytest.fixture
def read_twice(event: EventFile) -> EventFile:
    """An event in which two desks read one statement of two equal rows."""
    with event.act(now=at("19:00"), actor="op") as act:
        for desk in ("a", "b"):
            act.record(
                StatementRead(
                    statement=desk, account="bank", source="s.csv", opening=None, closing=None
                )
            )
            for n in (1, 2):
                read_row(act, f"{desk}{n}", occurrence=n)
    return event


def test_a_row_that_two_desks_read_is_one(read_twice: EventFile) -> None:
    """Two rows are there, not four; either id finds the row that counts."""
    assert [one.id for one in statements.list_rows(read_twice)] == ["a1", "a2"]
    found = [statements.find_row(read_twice, row) for row in ("a1", "b1")]
    assert [one.id for one in found if one] == ["a1", "a1"]


def test_a_match_of_either_matches_the_row(read_twice: EventFile) -> None:
    """What was matched at the other desk is matched here; undoing it opens the row again."""
    with read_twice.act(now=at("19:10"), actor="op") as act:
        postings = (Posting("1100", 8000), Posting("2900", -8000))
        post(act, Entry(id="e", kind=EntryKind.STATEMENT, currency="JPY", postings=postings))
        act.record(StatementRowMatched(match="m", row="b1", entry="e", amount=8000))
    standing = statements.find_row(read_twice, "a1")
    assert standing is not None
    assert (standing.left, standing.state) == (0, RowState.UNIDENTIFIED)
    assert [match.id for match in statements.list_standing_matches(read_twice, "a1")] == ["m"]
    with read_twice.act(now=at("19:20"), actor="op") as act:
        act.record(StatementRowUnmatched(match="m", reason="wrong"))
    standing = statements.find_row(read_twice, "a1")
    assert standing is not None
    assert standing.state is RowState.OPEN


def test_taking_a_statement_back_leaves_what_another_desk_matched(read_twice: EventFile) -> None:
    """A match made elsewhere meanwhile keeps its row; the others are gone."""
    with read_twice.act(now=at("19:10"), actor="op") as act:
        postings = (Posting("1100", 8000), Posting("2900", -8000))
        post(act, Entry(id="e", kind=EntryKind.STATEMENT, currency="JPY", postings=postings))
        act.record(StatementRowMatched(match="m", row="b1", entry="e", amount=8000))
        act.record(StatementWithdrawn(statement="s", reason="another account"))
    assert [one.state for one in statements.list_rows(read_twice)] == [RowState.UNIDENTIFIED]
    with read_twice.act(now=at("19:20"), actor="op") as act:
        act.record(StatementRowUnmatched(match="m", reason="wrong"))
    assert statements.list_rows(read_twice) == ()


def test_a_reversal_by_any_hand_undoes_the_match(read_twice: EventFile) -> None:
    """A match does not outlive the entry that it posted."""
    with read_twice.act(now=at("19:10"), actor="op") as act:
        postings = (Posting("1100", 8000), Posting("2900", -8000))
        post(act, Entry(id="e", kind=EntryKind.STATEMENT, currency="JPY", postings=postings))
        act.record(StatementRowMatched(match="m", row="a1", entry="e", amount=8000))
        mirrored = tuple(Posting(one.account, -one.amount) for one in postings)
        post(
            act,
            Entry(
                id="x", kind=EntryKind.REVERSAL, currency="JPY", postings=mirrored, reverses="e",
                reason="by hand",
            ),
        )  # fmt: skip
    standing = statements.find_row(read_twice, "a1")
    assert standing is not None
    assert (standing.matched, standing.state) == (0, RowState.OPEN)


def test_the_last_word_on_ignoring_counts(read_twice: EventFile) -> None:
    """Set aside, brought back, set aside."""
    for ignored in (True, False, True):
        with read_twice.act(now=at("19:10"), actor="op") as act:
            act.record(StatementRowIgnored(row="a1", ignored=ignored))
        standing = statements.find_row(read_twice, "a1")
        assert standing is not None
        assert standing.ignored is ignored


def test_rows_that_differ_in_anything_the_bank_said_are_other_rows(evening: Evening) -> None:
    """Another text, another number among equals."""
    with evening.file.act(now=at("19:00"), actor="op") as act:
        for n, (text, occurrence) in enumerate(itertools.product("ab", (1, 2))):
            read_row(act, str(n), text=text, occurrence=occurrence)
    assert len(statements.list_rows(evening.file)) == 4


def test_the_order_of_arrival_makes_no_difference(read_twice: EventFile) -> None:
    """Rows, matches, undoing, ignoring and learning give the same tables in any order."""
    with read_twice.act(now=at("19:10"), actor="op") as act:
        for match, row in (("m", "a1"), ("n", "b1"), ("o", "a2")):
            act.record(StatementRowMatched(match=match, row=row, entry=match, amount=1))
        for reason in ("first", "second"):
            act.record(StatementRowUnmatched(match="m", reason=reason))
            act.record(StatementRowIgnored(row="a2", ignored=reason == "first"))
            act.record(StatementWithdrawn(statement="s", reason=reason))
        for alias in ("x", "y"):
            act.record(
                AliasLearned(alias=alias, guests=["g"]), subject="g", personal={"text": alias}
            )
        act.record(AliasRemoved(alias="x"))
        act.record(AliasRemoved(alias="x"))
    db = read_twice.db
    personal = dict(db.execute("SELECT fact, value_json FROM person_value"))
    facts = [
        fact for fact in fact_journal.facts(db) if "statement" in fact.kind or "alias" in fact.kind
    ]
    tables = [
        t for t in schema.projection_tables() if t.startswith(("statement", "payer", "payout"))
    ]
    expected = {table: rows(db, table) for table in tables}
    for seed in range(20):
        random.Random(seed).shuffle(facts)
        other = apsw.Connection(":memory:")
        for step in schema.migrations():
            other.execute(step)
        projections.create(other)
        for fact in facts:
            payload = fact.payload()
            assert payload is not None
            projections.apply(other, fact, payload, json.loads(personal.get(fact.id, "{}")))
        assert {table: rows(other, table) for table in tables} == expected


def rows(db: apsw.Connection, table: str) -> list[tuple[object, ...]]:
    """All rows of a table, sorted."""
    return sorted(db.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - our own names
