"""The bank book: statement and books side by side, and no line on neither."""

from pathlib import Path

from bank_evening import invite, match, rows_of, statement, take_in
from evening import Evening
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from notation import at

from reception_app.services.bank_book import BookLineKind, bank_book
from reception_app.services.row_matching import Rest, book_row, ignore_row, unmatch_row
from reception_app.storage import guests

ROWS = (
    (3, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000),
    (4, "ﾅｿﾞ", 5000),
    (5, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ", -440),
    (6, "ﾎﾝﾔ", -900),
)


def test_without_a_statement_there_is_none(evening: Evening) -> None:
    """Nothing to compare."""
    assert bank_book(evening.file) is None


def test_each_line_stands_on_its_side(evening: Evening, tmp_path: Path) -> None:
    """Matched, in part, not at all, set aside; the balance is that of the books."""
    invited = invite(evening)
    event = evening.file
    take_in(event, tmp_path, statement(ROWS))
    match(event, "ﾔﾏﾀﾞ ﾀﾛｳ", (invited["山田"], 6000))
    ignore_row(event, rows_of(event)["ﾎﾝﾔ"].id, now=at("21:00"), operator="op")
    book_row(
        event, rows_of(event)["ﾌﾘｺﾐﾃｽｳﾘﾖｳ"].id, "5800", "fee", now=at("21:00"), operator="op"
    )  # fmt: skip
    book = bank_book(event)
    assert book is not None
    assert [(line.text, line.kind, line.booked, line.balance) for line in book.lines] == [
        ("ﾔﾏﾀﾞ ﾀﾛｳ", BookLineKind.IN_PART, 6000, 6000),
        ("ﾅｿﾞ", BookLineKind.STATEMENT_ONLY, 0, 6000),
        ("ﾌﾘｺﾐﾃｽｳﾘﾖｳ", BookLineKind.BOTH, -440, 5560),
        ("ﾎﾝﾔ", BookLineKind.IGNORED, 0, 5560),
    ]
    assert book.lines[-1].balance == book.sums.ledger


@hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from("mguiz"), max_size=6))
def test_the_books_are_the_statement_less_what_is_not_matched(
    evening: Evening, tmp_path: Path, acts: list[str]
) -> None:
    """Whatever is done to a row: both sides agree, and no more than the row is matched."""
    event = evening.file
    if not rows_of(event):
        invite(evening)
        take_in(event, tmp_path, statement([(3, "ﾔﾏﾀﾞ", 8000)]))
    for act in acts:
        standing = rows_of(event)["ﾔﾏﾀﾞ"]
        if act == "z":
            if standing.matched:
                unmatch_row(event, standing.id, "mistake", now=at("21:00"), operator="op")
        elif standing.left and act == "i":
            if not standing.matched:
                ignore_row(event, standing.id, now=at("21:00"), operator="op")
        elif standing.left:
            rest = {"m": Rest.OPEN, "g": Rest.GIFT, "u": Rest.UNIDENTIFIED}[act]
            [guest] = [g.guest for g in guests.list_guests(event) if "山田" in g.guest.name]
            match(event, "ﾔﾏﾀﾞ", (guest, min(2000, standing.left)), rest=rest)
        book = bank_book(event)
        assert book is not None
        assert book.sums.from_rows == book.sums.rows - book.sums.unmatched
        assert sum(line.booked for line in book.lines) == book.sums.ledger
        assert all(0 <= line.booked <= line.stated for line in book.lines)
