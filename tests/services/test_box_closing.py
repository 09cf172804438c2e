"""Top-up, hand-over, cash that stays in the box, two who count, the slip, and who is missing."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from evening import Evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at, yen
from pdf_reading import page_texts, without_spaces

from reception_app.domain.drawer import (
    BoxNotCounted,
    BoxNotOpen,
    CountMismatch,
    DifferenceNeedsReason,
    Shift,
    count_mismatches,
    parse_count,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import ActAlreadyRecorded, EntryKind, Tender
from reception_app.domain.missing_cash import Slip
from reception_app.domain.money import AmountNegative
from reception_app.services import drawers, event_setup, reception
from reception_app.services.accounts_check import check_accounts
from reception_app.services.box_summary import summarize_box, suspect_sentence, suspects_of
from reception_app.services.change_planning import change_to_bring
from reception_app.services.closing_slip import write_closing_slip
from reception_app.services.findings import Level
from reception_app.storage.drawers import expected_cash, find_open_shift, list_counts, list_shifts
from reception_app.storage.fact_journal import count_facts, last_hash, new_id
from reception_app.storage.journal import balance_of, list_entries
from reception_app.wording import Wording


def count(evening: Evening, text: str, **by: str) -> Shift:
    """Count box A."""
    return drawers.count_box(
        evening.file, parse_count(text, "JPY"), desk=evening.desk, now=at("20:00"), **by
    )


def operator(evening: Evening, name: str) -> str:
    """The id of somebody else who works here."""
    return event_setup.operator_named(evening.file, name, now=at("17:00"))


def red(evening: Evening) -> list[str]:
    """The rules of the books that are broken."""
    return [one.code for one in check_accounts(evening.file) if one.level is Level.RED]


def posted(evening: Evening, kind: EntryKind) -> list[int]:
    """What entries of one kind moved into box A, one after the other."""
    return [
        sum(p.amount for p in one.entry.postings if p.account == "1000-A")
        for one in list_entries(evening.file)
        if one.entry.kind is kind
    ]


def test_top_up_is_more_in_the_box_and_less_in_the_safe(evening: Evening) -> None:
    """Change from the safe is expected in the box; sent twice it is there once."""
    evening.open_box(20000)
    entry = new_id()
    for _ in range(2):
        drawers.top_up(evening.file, yen(30000), desk=evening.desk, now=at("19:00"), entry_id=entry)

    shift = find_open_shift(evening.file, "A")
    assert shift is not None
    assert expected_cash(evening.file, shift) == 50000
    assert balance_of(evening.file, "1050") == -50000
    with pytest.raises(ActAlreadyRecorded):
        drawers.top_up(evening.file, yen(1), desk=evening.desk, now=at("19:00"), entry_id=entry)
    with pytest.raises(AmountNegative):
        drawers.top_up(evening.file, yen(0), desk=evening.desk, now=at("19:00"))


def test_drop_sent_twice_is_one(evening: Evening) -> None:
    """The second drop of one id changes nothing, even where the cash would not reach for two."""
    evening.open_box(20000)
    entry = new_id()
    for _ in range(2):
        drawers.drop_cash(
            evening.file, yen(15000), desk=evening.desk, now=at("19:00"), entry_id=entry
        )

    assert posted(evening, EntryKind.DROP) == [-15000]


def test_hand_over_goes_on_with_what_was_counted(evening: Evening) -> None:
    """Short by 500 at the hand-over: it is posted with its reason, and the next begins at zero."""
    evening.open_box(20000)
    evening.pay(evening.guest("佐藤 花子"))
    count(evening, "10000x2 1000x7 500x1")
    sato = operator(evening, "佐藤")

    with pytest.raises(DifferenceNeedsReason):
        drawers.hand_over(evening.file, sato, "", desk=evening.desk, now=at("20:01"))
    shift = drawers.hand_over(
        evening.file, sato, "数え直しても同じ", desk=evening.desk, now=at("20:01")
    )

    assert (shift.operator, shift.opening) == (sato, yen(27500))
    assert posted(evening, EntryKind.OVER_SHORT) == [-500]
    assert expected_cash(evening.file, shift) == 27500
    before, after = list_shifts(evening.file)
    assert (before.kept, before.counted, before.expected) == (True, yen(27500), yen(28000))
    assert after.follows == before.id
    assert red(evening) == []


def test_hand_over_needs_a_count_of_now(evening: Evening) -> None:
    """A box is not handed over uncounted, nor counted before the last payment, nor closed."""
    sato = operator(evening, "佐藤")
    with pytest.raises(BoxNotOpen):
        drawers.hand_over(evening.file, sato, "", desk=evening.desk, now=at("20:01"))
    evening.open_box(20000)
    with pytest.raises(BoxNotCounted):
        drawers.hand_over(evening.file, sato, "", desk=evening.desk, now=at("20:01"))
    count(evening, "10000x2")
    evening.pay(evening.guest("佐藤 花子"))
    with pytest.raises(BoxNotCounted):
        drawers.hand_over(evening.file, sato, "", desk=evening.desk, now=at("20:01"))


@pytest.mark.parametrize("opening", [20000, 19500, 21000])
def test_difference_at_opening_is_posted_once(evening: Evening, opening: int) -> None:
    """Cash that stayed in the box is taken over; what the next count differs is posted once."""
    evening.open_box(20000)
    count(evening, "10000x2")
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("21:00"), keep=True)

    evening.open_box(opening)
    shift = find_open_shift(evening.file, "A")
    assert shift is not None
    differs = opening - 20000
    assert drawers.opening_difference(evening.file, shift) == yen(differs)
    assert posted(evening, EntryKind.OPENING_DIFFERENCE) == ([differs] if differs else [])
    assert expected_cash(evening.file, shift) == opening
    assert red(evening) == []

    evening.close_box("")
    evening.open_box(5000)
    assert posted(evening, EntryKind.OPENING_DIFFERENCE) == ([differs] if differs else [])


def test_closing_twice_is_refused(evening: Evening) -> None:
    """A box that is closed cannot be closed again, and nothing is posted."""
    evening.open_box(20000)
    evening.close_box("")
    before = count_facts(evening.file.db)
    with pytest.raises(BoxNotOpen):
        drawers.close_box(evening.file, "", desk=evening.desk, now=at("21:30"))

    assert count_facts(evening.file.db) == before


def test_two_who_count_see_where_they_differ() -> None:
    """Denomination by denomination, without a word of what should be there."""
    first, second = (parse_count(text, "JPY") for text in ("10000x2 1000x7", "10000x2 1000x8 1x1"))

    assert count_mismatches(first, second) == (CountMismatch(1000, 7, 8), CountMismatch(1, 0, 1))
    assert count_mismatches(first, first) == ()


def test_both_counts_are_on_record_with_their_names(evening: Evening) -> None:
    """Who counted stays readable; a recount is a new count."""
    evening.open_box(20000)
    count(evening, "10000x1 5000x1")
    second = operator(evening, "高橋")
    count(evening, "10000x2", counter=second)

    shift = find_open_shift(evening.file, "A")
    assert shift is not None
    one, other = list_counts(evening.file, shift.id)
    assert (one.operator, other.operator) == (evening.desk.operator, second)
    assert (one.counted, other.count.pieces) == (yen(15000), ((10000, 2),))


def test_nothing_is_told_before_the_count(evening: Evening) -> None:
    """Neither summary, slip nor suspects know anything of a box that is not counted."""
    evening.open_box(20000)
    shift = find_open_shift(evening.file, "A")
    assert shift is not None
    for ask in (summarize_box, suspects_of):
        with pytest.raises(BoxNotCounted):
            ask(evening.file, shift)


def test_summary_adds_up(evening: Evening) -> None:
    """Every kind of act that moved cash stands in it, and their sum is the expected cash."""
    evening.open_box(20000)
    evening.pay(evening.guest("佐藤 花子"), tendered=yen(10000))
    evening.pay(evening.guest("鈴木 一郎"), tender=Tender.CARD)
    drawers.top_up(evening.file, yen(3000), desk=evening.desk, now=at("19:00"))
    drawers.drop_cash(evening.file, yen(1000), desk=evening.desk, now=at("19:00"))
    evening.close_box("")
    (shift,) = list_shifts(evening.file)
    summary = summarize_box(evening.file, shift)

    assert summary.cash == (
        (EntryKind.FLOAT_OUT, yen(20000)),
        (EntryKind.PAYMENT, yen(8000)),
        (EntryKind.TOP_UP, yen(3000)),
        (EntryKind.DROP, yen(-1000)),
    )
    assert summary.expected == summary.counted == yen(30000)
    assert summary.by_tender == ((Tender.CARD, 1, yen(8000)),)
    assert [receipt.number for receipt in summary.receipts] == [1, 2]


def test_slip_says_it_all(evening: Evening, tmp_path: Path) -> None:
    """Figures, names, reason and the head of the chain stand on the paper."""
    evening.open_box(20000)
    evening.pay(evening.guest("佐藤 花子"))
    count(evening, "10000x2 1000x7 500x1")
    shift = drawers.hand_over(
        evening.file, operator(evening, "佐藤"), "釣銭違い", desk=evening.desk, now=at("20:01")
    )
    assert shift.follows is not None
    closed = list_shifts(evening.file)[0]
    write_closing_slip(evening.file, tmp_path / "slip.pdf", closed)
    (page,) = page_texts(tmp_path / "slip.pdf")
    text = without_spaces(page)

    for said in ("¥27,500", "¥28,000", "-¥500", "釣銭違い", "鈴木", "佐藤", "A-1"):
        assert said in text, said
    assert last_hash(evening.file.db)[:12] in text


def test_who_is_missing(evening: Evening) -> None:
    """8,000 too much in the box, and one who was let in unpaid: the sentence names them."""
    evening.open_box(20000)
    guest = evening.guest("佐藤 花子")
    reception.admit_unpaid(evening.file, guest.id, "あとで", desk=evening.desk, now=at("18:10"))
    count(evening, "10000x2 1000x8")
    (shift,) = list_shifts(evening.file)

    suspects = suspects_of(evening.file, shift)
    assert suspects[0].slip is Slip.UNPAID_INSIDE
    for language in ("en", "ja"):
        sentence = suspect_sentence(evening.file, suspects[0], Wording(language))
        assert "佐藤 花子" in sentence
        assert "8,000" in sentence


def test_change_for_who_is_still_to_come(evening: Evening) -> None:
    """Whoever has paid or is inside needs none; walk-ins pay the dearest fee."""
    evening.open_box(20000)
    for n in range(3):
        evening.guest(f"客 {n}")
    evening.pay(evening.guest("佐藤 花子"))
    plan = change_to_bring(evening.file)

    assert (plan.share, plan.worst.pieces) == (100, ((1000, 6),))
    assert change_to_bring(evening.file, walk_ins=2).worst.pieces == ((1000, 10),)
    assert change_to_bring(evening.file, share=0).pieces.pieces == ()


ACTS: dict[str, Callable[[Evening, int, str], object]] = {
    "open": lambda e, n, _: e.open_box(n * 1000),
    "pay": lambda e, _n, _: e.pay(e.guest("客"), tendered=yen(10000)),
    "drop": lambda e, n, _: drawers.drop_cash(e.file, yen(n * 1000), desk=e.desk, now=at("19:00")),
    "top_up": lambda e, n, _: drawers.top_up(e.file, yen(n * 1000), desk=e.desk, now=at("19:00")),
    "count": lambda e, n, _: count(e, f"1000x{n}"),
    "hand": lambda e, _n, sato: drawers.hand_over(e.file, sato, "x", desk=e.desk, now=at("20:00")),
    "close": lambda e, _n, _: drawers.close_box(e.file, "x", desk=e.desk, now=at("20:00")),
    "keep": lambda e, _n, _: drawers.close_box(
        e.file, "x", desk=e.desk, now=at("20:00"), keep=True
    ),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(sorted(ACTS)),
            st.integers(0, 12),
        ),
        max_size=14,
    )
)
def test_whatever_is_done_the_boxes_add_up(evening: Evening, acts: list[tuple[str, int]]) -> None:
    """Between shifts opening and closing meet, and every box says what its acts say."""
    sato = operator(evening, "佐藤")
    for kind, n in acts:
        with suppress(ReceptionError):
            ACTS[kind](evening, n, sato)
    assert red(evening) == []
    for shift in list_shifts(evening.file):
        if shift.closed_at is not None:
            summary = summarize_box(evening.file, shift)
            assert sum(amount.minor for _, amount in summary.cash) == summary.expected.minor
