"""The index in memory that answers a search for guests with every key, however long the list.

Which guests hold a piece of one or two letters is listed for every such piece; a longer word is
looked for in the guests of its rarest piece. SQLite's trigrams know nothing of one and two letters,
and most family names have two.

The index is built in small steps while nobody waits for it. What changes in the meantime or later
is told by SQLite's own hook and read again before the next search, so an answer is never old.
"""

import operator
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple, overload

import apsw

from reception_app.domain.guest_search import (
    ELSEWHERE,
    IN_NAME,
    NUMBER,
    START_OF_NAME,
    SearchText,
    SearchWord,
    rank,
)
from reception_app.domain.kana import fold_romaji

_ROWS_A_STEP = 100
"""About 3 ms of work: a scan that comes meanwhile does not notice it."""

_MOST_CHANGED = 1000
"""With more changed guests than this beside it the index is built anew."""

_MANY = 20_000
"""With so many guests to put in order, a piece is looked up before somebody types it."""

_MOST_WORDS_KEPT = 64
_NAME_BEGINS, _LETTERS_BEGIN, _LATER_BEGINS = "\n", "\r", "\t"
"""Signs no folded word holds: they find what begins with a word."""

_Hits = Sequence[int]


class _Row(NamedTuple):
    """A guest as searched: order of reading, number and key put guests in order."""

    order: str
    number: int
    key: int
    text: str


class _Pieces:
    """Texts in slots, and of each piece of one or two letters the slots that hold it."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._slots: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, text: str) -> None:
        """Put a text into the next slot."""
        slot, slots = len(self._texts), self._slots
        self._texts.append(text)
        for piece in {*text, *map(operator.add, text, text[1:])}:
            slots[piece].append(slot)

    def common(self, at_least: int) -> list[str]:
        """The pieces that so many texts hold."""
        return [
            piece
            for piece, slots in self._slots.items()
            if len(slots) >= at_least and piece.isalnum()
        ]

    def find(self, word: str) -> _Hits:
        """The slots whose text holds `word`."""
        if len(word) <= 2:  # noqa: PLR2004 - pieces have one or two letters
            return self._slots.get(word, ())
        pieces = [self._slots.get(word[n : n + 2], ()) for n in range(len(word) - 1)]
        texts = self._texts
        return [slot for slot in min(pieces, key=len) if word in texts[slot]]


class _Found(Sequence[int]):
    """The keys of guests found, looked up when they are asked for: a screen shows a few of many."""

    def __init__(self, groups: Sequence[_Hits], keys: list[int], slot_of: dict[int, int]) -> None:
        self._groups = [group for group in groups if group]
        self._ends = list(accumulate(len(group) for group in self._groups))
        self._keys = keys
        self._slot_of = slot_of

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        place = place + len(self) if place < 0 else place
        if not 0 <= place < len(self):
            raise IndexError(place)
        number = bisect_right(self._ends, place)
        group = self._groups[number]
        return self._keys[group[place - self._ends[number] + len(group)]]

    def __iter__(self) -> Iterator[int]:
        return map(self._keys.__getitem__, chain.from_iterable(self._groups))

    def index(self, key: int, start: int = 0, stop: int | None = None) -> int:
        """The place of a key; each group is ascending, so no group is read through."""
        slot = self._slot_of.get(key, -1)
        for end, group in zip(self._ends, self._groups, strict=True):
            at = bisect_left(group, slot)
            place = end - len(group) + at
            if at < len(group) and group[at] == slot and start <= place < (stop or len(self)):
                return place
        raise ValueError(key)


class GuestIndex:
    """Finds guests of one database.

    A guest's `key` is the rowid in `guest`, good until the tables are made anew.
    """

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._changed: set[int] = set()
        self._complete = False
        self._start()
        db.set_update_hook(self._note_change)

    def is_of(self, db: apsw.Connection) -> bool:
        """Whether this is the index of that connection's tables as they are made now."""
        return self._db is db and self._schema == db.pragma("schema_version")

    @property
    def is_ready(self) -> bool:
        """Whether every guest is in it, so that it can be asked."""
        return self._complete and len(self._changed) + len(self._newer) <= _MOST_CHANGED

    def build_step(self) -> bool:
        """Take some more guests in; returns whether there is more to do."""
        if self.is_ready:
            return self._warm_up()
        if self._complete:
            self._start()
        rows: list[Any] = self._db.execute(
            "SELECT sort_key, number, rowid, search_text FROM guest"
            " WHERE (sort_key, number, rowid) > (?, ?, ?)"
            " ORDER BY sort_key, number, rowid LIMIT ?",
            (*self._last, _ROWS_A_STEP),
        ).fetchall()
        for row in rows:
            self._add(_Row(*row))
        if len(rows) < _ROWS_A_STEP:
            self._complete = True
            self._common += self._rest.common(_MANY)
        return True

    def find(self, words: tuple[SearchWord, ...]) -> Sequence[int]:
        """The keys of all guests whom every word fits, best first, then by reading."""
        self._read_changed()
        fitting = [self._fitting(word) for word in words]
        groups: Sequence[_Hits] = fitting[0] if len(fitting) == 1 else _combined(fitting)
        outdated = self._outdated
        if outdated:
            groups = [[slot for slot in group if slot not in outdated] for group in groups]
        if self._newer:
            return self._with_newer(groups, words)
        return _Found(groups, self._keys, self._slot_of)

    def _warm_up(self) -> bool:
        """Look a piece up that many guests have: every search begins with such a one."""
        if not self._common:
            return False
        piece = self._common.pop()
        word = SearchWord(piece, fold_romaji(piece))
        self._looked_up[word] = self._look_up(word)
        return True

    def _start(self) -> None:
        self._schema = self._db.pragma("schema_version")
        self._names, self._rest = _Pieces(), _Pieces()
        self._numbers: defaultdict[str, list[int]] = defaultdict(list)
        self._keys: list[int] = []
        self._order: list[tuple[str, int, int]] = []
        self._marks: list[int] = []
        self._slot_of: dict[int, int] = {}
        self._outdated: set[int] = set()
        self._newer: dict[int, _Row] = {}
        self._looked_up: dict[SearchWord, tuple[_Hits, ...]] = {}
        self._kept: dict[SearchWord, tuple[_Hits, ...]] = {}
        self._common: list[str] = []
        self._last: tuple[str, int, int] = ("", -1, -1)
        self._complete = False
        self._changed.clear()

    def _add(self, row: _Row) -> None:
        self._last = row[:3]
        slot = len(self._keys)
        before = self._slot_of.get(row.key)
        if before is not None:  # the guest moved down the list while it was read
            self._outdated.add(before)
        self._slot_of[row.key] = slot
        self._keys.append(row.key)
        self._order.append(self._last)
        self._marks.append(hash(row))
        text = SearchText.parse(row.text)
        self._names.add("".join(_NAME_BEGINS + name for name in text.names if name))
        self._rest.add(
            f"{_LETTERS_BEGIN}{text.letters}{_LATER_BEGINS}{text.later_letters}"
            f"\n{text.rest}\n{text.number}"
        )
        self._numbers[text.number].append(slot)

    def _note_change(self, _kind: int, _database: str, table: str, key: int) -> None:
        if table == "guest":
            self._changed.add(key)

    def _read_changed(self) -> None:
        """Read again whoever was written since; their old slots count no longer."""
        while self._changed:
            key = self._changed.pop()
            row: Any = self._db.execute(
                "SELECT sort_key, number, rowid, search_text FROM guest WHERE rowid = ?", (key,)
            ).fetchone()
            slot = self._slot_of.get(key)
            if slot is not None and row is not None and self._marks[slot] == hash(_Row(*row)):
                self._outdated.discard(slot)  # an arrival or a payment: found as before
                self._newer.pop(key, None)
                continue
            if slot is not None:
                self._outdated.add(slot)
            if row is None:
                self._newer.pop(key, None)
            else:
                self._newer[key] = _Row(*row)

    def _fitting(self, word: SearchWord) -> tuple[_Hits, ...]:
        """The slots a word fits, by how well it does; each slot once."""
        kept = self._looked_up.get(word) or self._kept.get(word)
        if kept is None:
            if len(self._kept) >= _MOST_WORDS_KEPT:
                self._kept.clear()
            kept = self._kept[word] = self._look_up(word)
        return kept

    def _look_up(self, word: SearchWord) -> tuple[_Hits, ...]:
        names, rest = self._names.find, self._rest.find
        found: dict[int, _Hits] = {
            NUMBER: self._numbers.get(word.text, ()),
            START_OF_NAME: _union(
                names(_NAME_BEGINS + word.text), rest(_LETTERS_BEGIN + word.latin)
            ),
            IN_NAME: _union(names(word.text), rest(_LATER_BEGINS + word.latin)),
            ELSEWHERE: rest(word.text)
            if word.latin == word.text
            else _union(rest(word.text), rest(word.latin), names(word.latin)),
        }
        if not any(found[fit] for fit in (NUMBER, START_OF_NAME, IN_NAME)):
            return (), (), (), array("I", found[ELSEWHERE])
        # A dict keeps the first of each: whoever fits better is not told again below.
        sizes, together = [], dict.fromkeys(found[NUMBER])
        for fit in (START_OF_NAME, IN_NAME, ELSEWHERE):
            sizes.append(len(together))
            together.update(dict.fromkeys(found[fit]))
        slots = array("I", together)
        starts = (0, *sizes, len(slots))
        return tuple(slots[a:b] for a, b in pairwise(starts))

    def _with_newer(self, groups: Sequence[_Hits], words: tuple[SearchWord, ...]) -> list[int]:
        """The keys of these groups with the changed guests in their places among them."""
        placed: dict[int, list[_Row]] = defaultdict(list)
        for row in self._newer.values():
            fit = rank(row.text, words)
            if fit is not None:
                placed[fit].append(row)
        keys: list[int] = []
        for fit in range(max(len(groups), max(placed, default=-1) + 1)):
            group = groups[fit] if fit < len(groups) else ()
            done = 0
            for row in sorted(placed.get(fit, ())):
                place = bisect_left(group, row[:3], lo=done, key=self._order.__getitem__)
                keys += [self._keys[slot] for slot in group[done:place]]
                keys.append(row.key)
                done = place
            keys += [self._keys[slot] for slot in group[done:]]
        return keys


def _union(first: _Hits, *others: _Hits) -> _Hits:
    """Slots of any of these, ascending."""
    if not any(others):
        return first
    return sorted(set(first).union(*others))


def _combined(fitting: Sequence[Sequence[_Hits]]) -> list[_Hits]:
    """The slots that all words fit, ascending, by the sum of how well each does."""
    sums: dict[int, set[int]] = {fit: set(slots) for fit, slots in enumerate(fitting[0])}
    for classes in fitting[1:]:
        joined: defaultdict[int, set[int]] = defaultdict(set)
        for before, slots in sums.items():
            for fit, more in enumerate(classes):
                joined[before + fit] |= slots.intersection(more)
        sums = joined
    return [sorted(sums.get(fit, ())) for fit in range(max(sums, default=-1) + 1)]
