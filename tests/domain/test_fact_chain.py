"""The chain of a desk's facts, and what is made of facts of a newer version."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.fact_chain import (
    GENESIS_HASH,
    Fact,
    body_of,
    first_broken_link,
    link_hash,
    personal_hash,
)
from reception_app.domain.facts import PaymentPromised

TEXT_FIELDS = ("id", "desk", "hlc", "at", "kind", "body", "actor", "prev_hash", "hash")


def chain(length: int) -> list[Fact]:
    """A desk's chain of this many facts."""
    made: list[Fact] = []
    prev = GENESIS_HASH
    for seq in range(1, length + 1):
        body = body_of(PaymentPromised(guest=f"g{seq}", reason="あとで"), None)
        values = {"desk": "d", "seq": seq, "hlc": f"{seq:016x}", "at": "2026", "actor": "op"}
        digest = link_hash(prev, fact_id=f"f{seq}", kind="payment_promised", body=body, **values)  # type: ignore[arg-type]  # mixed values
        made.append(
            Fact(f"f{seq}", "d", seq, f"{seq:016x}", "2026", "payment_promised", body, "op", prev,
                 digest)
        )  # fmt: skip
        prev = digest
    return made


def test_whole_chain_verifies() -> None:
    """A chain as it was made has no broken link."""
    assert first_broken_link(chain(20)) is None
    assert first_broken_link([]) is None


@given(st.integers(0, 9), st.sampled_from(TEXT_FIELDS), st.data())
def test_any_altered_letter_breaks_the_chain(n: int, name: str, data: st.DataObject) -> None:
    """One letter of one field of one fact changed is found at that fact, or right after it."""
    facts = chain(10)
    text = getattr(facts[n], name)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters().filter(lambda char: char != text[place]))
    facts[n] = replace(facts[n], **{name: text[:place] + letter + text[place + 1 :]})

    assert first_broken_link(facts) in facts[n : n + 2]


@given(st.permutations(range(6)), st.integers(0, 5))
def test_missing_or_moved_facts_break_the_chain(order: list[int], left_out: int) -> None:
    """A chain with a hole or in another order does not verify."""
    facts = chain(6)
    moved = [facts[n] for n in order]

    assert (first_broken_link(moved) is None) == (order == list(range(6)))
    if left_out < 5:
        assert first_broken_link(facts[:left_out] + facts[left_out + 1 :]) is not None


@pytest.mark.parametrize("change", [{"kind": "from_the_future"}, {"body": '{"guest":"g","x":1}'}])
def test_fact_of_a_newer_version_says_nothing(change: dict[str, str]) -> None:
    """An unknown kind or an unknown field is kept and not interpreted."""
    (fact,) = chain(1)

    assert fact.payload() == PaymentPromised(guest="g1", reason="あとで")
    assert replace(fact, **change).payload() is None  # type: ignore[arg-type]  # texts only


@given(st.text("0123456789abcdef", min_size=32, max_size=32), st.text(), st.text())
def test_personal_values_are_vouched_for(salt: str, value: str, other: str) -> None:
    """The hash tells one value from another and hides it behind its salt."""
    same = personal_hash(salt, value) == personal_hash(salt, other)

    assert same == (value == other)
    assert personal_hash(salt, value) != personal_hash(salt[::-1] + "0", value)
