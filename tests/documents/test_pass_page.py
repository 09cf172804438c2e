"""Passes on paper: the text is the data, the code decodes, nothing overlaps or leaves the page."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import codes, page_texts, pictures, without_spaces

from reception_app.documents.drawing import MM, Area, Box, QrCode
from reception_app.documents.pass_page import PAGE_A5, GuestPass, lay_out_pass, write_pass
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.money import Money
from reception_app.wording import LANGUAGES, Wording

PASS = GuestPass(
    number=12, name="髙﨑 𠮷郎", badge_code="20304050607080901234567890123456",
    event_name="秋の異業種交流会", event_date="2026年11月14日(土)", as_of=date(2026, 10, 1),
    reading="タカサキ ヨシロウ", company="株式会社さくらデザイン", title="代表取締役",
    companion_of="鈴木 一郎", category="会員", colour="#2F56D9", hours="18:00 〜 21:00",
    venue="ホテル桜 2階", table="7", due=Money(8000, "JPY"), reference_code="00124",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_page_is_the_data(tmp_path: Path, language: str) -> None:
    """Every text of the guest and the event can be selected on the one page, and the code read."""
    path = tmp_path / "pass.pdf"
    problems = write_pass(path, PASS, wording=Wording(language))
    [text] = page_texts(path)
    [picture] = pictures(path, 100)
    texts = (PASS.name, PASS.reading, PASS.company, PASS.title, PASS.companion_of, PASS.category,
             PASS.event_name, PASS.event_date, PASS.hours, PASS.venue, PASS.table, "¥8,000",
             PASS.reference_code, "012")  # fmt: skip

    assert problems == ()
    assert [one for one in texts if without_spaces(one) not in without_spaces(text)] == []
    assert codes(picture) == [PASS.badge_code]


def test_nothing_is_asked_of_who_owes_nothing(tmp_path: Path) -> None:
    """Without a fee due, neither money nor the transfer's code stand on the pass."""
    path = tmp_path / "pass.pdf"
    write_pass(path, replace(PASS, due=None), wording=Wording("en"))
    [text] = page_texts(path)

    assert "transfer" not in text
    assert PASS.reference_code not in text


def test_the_same_pass_is_the_same_bytes(tmp_path: Path) -> None:
    """Nothing but the data goes into the file."""
    for name in ("a.pdf", "b.pdf"):
        write_pass(tmp_path / name, PASS, wording=Wording("ja"))

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


_texts = st.text(st.sampled_from("あ漢字 AbgWi株式会社-ー"), max_size=90)


@settings(max_examples=40)
@given(
    texts=st.tuples(*(_texts for _ in range(9))),
    owes=st.booleans(),
    language=st.sampled_from(LANGUAGES),
)
def test_nothing_overlaps_or_leaves_the_page(
    texts: tuple[str, ...], owes: bool, language: str  # noqa: FBT001 - hypothesis hands it over
) -> None:  # fmt: skip
    """Whatever the texts, each mark has its place, and the code is large with its quiet zone."""
    names = ("name", "reading", "company", "title", "companion_of", "category", "event_name",
             "venue", "table")  # fmt: skip
    values: dict[str, Any] = dict(zip(names, map(str.strip, texts), strict=True))
    due = Money(12_345_678, "EUR") if owes else None
    laid_out = lay_out_pass(replace(PASS, due=due, **values), Wording(language))
    page = Box(0, 0, PAGE_A5[0] * MM, PAGE_A5[1] * MM)
    marks = [mark for mark in laid_out.marks if not isinstance(mark, Area)]
    [code] = [mark for mark in marks if isinstance(mark, QrCode)]

    assert [mark for mark in laid_out.marks if not mark.box.inside(page)] == []
    assert [
        (one, other) for one, other in combinations(marks, 2) if one.box.overlaps(other.box)
    ] == []
    assert [area for area in laid_out.marks if isinstance(area, Area)
            if area.box.overlaps(code.box)] == []  # fmt: skip
    assert code.side >= 40 * MM


def test_what_comes_out_badly_is_told() -> None:
    """No name, a glyph nobody has, a text far too long: each is reported with the number."""
    bad = replace(PASS, name="", company="\U00013000", event_name="長" * 3000)
    found = {problem.kind for problem in lay_out_pass(bad, Wording("ja")).problems}

    assert found == set(ProblemKind)
