"""Who brought whom, from names as guests write them."""

from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.introducers import (
    Introducer,
    bare_name,
    brought_by,
    introducer_tree,
    meant_by,
)


def guest(number: int, name: str, introducer: str = "", host: str | None = None) -> Guest:
    """A guest with an introducer."""
    return Guest(
        id=f"g{number}", number=number, status=GuestStatus.ACCEPTED, name=name,
        introducer=introducer, host=host,
    )  # fmt: skip


def told(tree: tuple[Introducer, ...]) -> list[object]:
    """The tree as nested lists: name, numbers brought, those below."""
    return [[one.name, [g.number for g in one.brought], told(one.below)] for one in tree]


def test_the_tree_follows_names_in_any_spelling() -> None:
    """Honorifics, widths and a family name alone lead to the guest they mean."""
    tree = introducer_tree(
        [
            guest(1, "佐藤 花子"),
            guest(2, "鈴木 一郎", "佐藤花子さん"),
            guest(3, "高橋 桜", "鈴木様"),
            guest(4, "William Lopez", "Mr. 鈴木 一郎"),
            guest(5, "田中 海", "山本会長"),
            guest(6, "田中 海の連れ", "山本会長", host="g5"),
        ]
    )

    assert told(tree) == [
        ["佐藤 花子", [2], [["鈴木 一郎", [3, 4], []]]],
        ["山本会長", [5], []],
    ]
    assert [one.reach for one in tree] == [3, 1]
    assert tree[1].guest is None


def test_namesakes_are_not_guessed() -> None:
    """Of two 佐藤 nobody knows which was meant, so it is a name of its own."""
    tree = introducer_tree(
        [guest(1, "佐藤 花子"), guest(2, "佐藤 太郎"), guest(3, "鈴木 一郎", "佐藤さん")]
    )
    assert told(tree) == [["佐藤さん", [3], []]]
    assert tree[0].guest is None


def test_a_ring_ends() -> None:
    """Two who introduced each other, and one who introduced himself."""
    tree = introducer_tree(
        [guest(1, "佐藤 花子", "鈴木 一郎"), guest(2, "鈴木 一郎", "佐藤 花子"),
         guest(3, "高橋 桜", "高橋 桜")]
    )  # fmt: skip
    assert told(tree) == [["鈴木 一郎", [1], [["佐藤 花子", [2], []]]]]


def test_a_title_is_no_name() -> None:
    """What is left of a bare honorific is the word itself."""
    assert bare_name("佐藤さん") == "佐藤"
    assert bare_name("会長") == "会長"
    assert bare_name("Dr. Sato") == "Sato"


_names = st.sampled_from(["佐藤 花子", "鈴木 一郎", "高橋 桜", "佐藤", "鈴木さん", ""])


@given(st.lists(st.tuples(_names.filter(bool), _names), max_size=8))
def test_everybody_who_was_brought_stands_in_the_tree_once(pairs: list[tuple[str, str]]) -> None:
    """However tangled the names are, the tree ends and loses nobody."""
    guests = [guest(n, name, introducer) for n, (name, introducer) in enumerate(pairs, 1)]
    stands: list[int] = []

    def walk(tree: tuple[Introducer, ...]) -> None:
        for one in tree:
            stands.extend(g.number for g in one.brought)
            walk(one.below)

    walk(introducer_tree(guests))
    assert len(stands) == len(set(stands))
    introduced = {g.number for g in guests if g.introducer}
    itself = {g.number for g in guests if g.number in introduced} - set(stands)
    assert all(bare_name(guests[n - 1].introducer) in guests[n - 1].name for n in itself)


def test_a_chain_may_be_longer_than_python_descends() -> None:
    """Each was brought by the one before."""
    chain = [guest(n, f"客{n:05}", f"客{n - 1:05}" if n else "") for n in range(3000)]
    top = introducer_tree(chain)[0]

    assert (top.guest, top.reach) == (chain[0], 2999)


def test_who_brought_whom_seen_from_one_guest() -> None:
    """The same as in the tree, from both ends."""
    sato, suzuki = guest(1, "佐藤 花子"), guest(2, "鈴木 一郎", "佐藤さん")

    assert brought_by(sato, [suzuki]) == (suzuki,)
    assert meant_by("佐藤", [sato, suzuki]) == sato
    assert meant_by("佐藤", [sato, guest(3, "佐藤 次郎")]) is None
