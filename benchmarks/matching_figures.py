"""How right and how fast matching is: `uv run python benchmarks/matching_figures.py`.

The figures are those of the sample statement in the tests' data and of invented sets, some of them
of banks and payers of another shape: everything sure has to be right; of the transfers of one guest
who is named by reading and amount nearly all have to be sure; the right guest has to be among the
first three places. Shared names are one place.

With `--cuts` it prints what other rules for names that a bank cut would give.
"""

import csv
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from report import Row, best_of, markdown_table

TESTS = Path(__file__).parent.parent / "tests"
sys.path.append(str(TESTS))

from statement_sets import StatementSet, TrueRow, statement_set  # noqa: E402 - lies in the tests
from statement_shapes import SHAPES, shaped_set  # noqa: E402 - lies in the tests

from reception_app.documents.bank_statement.statement_file import (  # noqa: E402 - see above
    open_statement,
    read_statement,
)
from reception_app.domain import match_candidates  # noqa: E402 - see above
from reception_app.domain.kana_fold import fold_name, fold_payer  # noqa: E402 - see above
from reception_app.domain.match import OpenRow, Payer, Proposal  # noqa: E402 - see above
from reception_app.domain.matching import propose  # noqa: E402 - see above
from reception_app.domain.statement import StatementAccount  # noqa: E402 - see above

SEEDS = (11, 23, 47, 101, 2026)
SHAPE_SEEDS = (1, 2, 3)
NEVER = 99
CUT_RULES = ((15, 10), (15, 12), (15, NEVER), (12, 10), (10, 10), (NEVER, NEVER))
"""Half-width letters from which a name may have been cut: whatever else the bank lists, and when it
lists none that is longer."""

SIZES = {(300, 700): "≤ 0.3 s", (3000, 10_000): "≤ 3 s"}
"""Rows and guests, and how soon their proposals must be there."""

LARGEST_FEE = 1000
"""Yen that nobody's bank keeps of a transfer."""

_LARGE = str.maketrans("ァィゥェォッャュョヮヲヂヅヴ", "アイウエオツヤユヨワオジズウ")
_DROPPED = str.maketrans("", "", " -ー.・()/")


@dataclass(frozen=True)
class Figures:
    """What came out for one set; shares are counted, not rounded."""

    name: str
    transfers: int
    sure: int
    wrongly_sure: int
    nameable: int
    nameable_sure: int
    in_first_three: int
    forms: Counter[str]

    def line(self) -> str:
        """The set as a line of the table."""
        right = self.sure - self.wrongly_sure
        return (
            f"| {self.name} | {self.transfers} | {right}/{self.sure} = {_share(right, self.sure)} "
            f"| {self.nameable_sure}/{self.nameable} = {_share(self.nameable_sure, self.nameable)} "
            f"| {self.in_first_three}/{self.transfers} = "
            f"{_share(self.in_first_three, self.transfers)} "
            f"| {', '.join(f'{form} {n}' for form, n in self.forms.most_common(4)) or '–'} |"
        )


def figures_of(name: str, one: StatementSet) -> Figures:
    """The figures of one set."""
    proposals = propose([true.row for true in one.rows], one.payers)
    keys = {payer.id: _key(payer.reading) for payer in one.payers}
    bearers = Counter(key for key in keys.values() if key)
    owing: dict[tuple[str, int], list[str]] = defaultdict(list)
    for payer in one.payers:
        owing[keys[payer.id], payer.open].append(payer.id)
    fees = [(p, true) for p, true in zip(proposals, one.rows, strict=True) if true.guests]
    nameable = []
    for proposal, true in fees:
        # What the bank wrote may be in another script; then the name behind it counts.
        [first, *more] = true.guests
        written = keys[first] if true.form == "whole" and not more else _key(true.row.text)
        if bearers[written] == 1 and owing[written, true.row.amount] == list(true.guests):
            nameable.append((proposal, true))
    missed = [(p, true) for p, true in fees if not _among_first_three(p, true)]
    sure = [(p, t) for p, t in zip(proposals, one.rows, strict=True) if p.sure]
    return Figures(
        name=name,
        transfers=len(fees),
        sure=len(sure),
        wrongly_sure=sum(not _is_right(p, true) for p, true in sure),
        nameable=len(nameable),
        nameable_sure=sum(p.sure for p, _ in nameable),
        in_first_three=len(fees) - len(missed),
        forms=Counter(true.form for _, true in missed),
    )


def sample_set() -> StatementSet:
    """The sample statement; whom a row is from follows from who is known to have paid."""
    with (TESTS / "data" / "truth.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    payers = [Payer(g["no"], int(g["no"]), g["name"], g["kana"], "", int(g["fee"])) for g in listed]
    opened = open_statement(
        TESTS / "data" / "bank_statement_cp932.csv", StatementAccount.BANK, "JPY"
    )
    statement = read_statement(
        opened, account=StatementAccount.BANK, currency="JPY", near=date(2026, 11, 14)
    )
    rows = [
        OpenRow(str(n), row.date, row.amount, row.text)
        for n, row in enumerate(statement.rows)
        if row.amount > 0
    ]
    paid = [payer for payer, g in zip(payers, listed, strict=True) if g["paid"] == "1"]
    possible = {row.id: {payer.id for payer in paid if _may_be(row, payer)} for row in rows}
    # Who is the only one for a row is none of the others'; the rest are each other's namesakes.
    for _ in rows:
        only = {next(iter(ids)) for ids in possible.values() if len(ids) == 1}
        possible = {row: ids if len(ids) == 1 else ids - only for row, ids in possible.items()}
    return StatementSet(
        tuple(payers),
        tuple(TrueRow(row, frozenset(possible[row.id]), "sample") for row in rows),
    )


def measure() -> list[Row]:
    """One row for each size."""
    return [_measure(rows, guests) for rows, guests in SIZES]


def _measure(rows: int, guests: int) -> Row:
    one = statement_set(7, guests=guests, paid_share=0.5)
    chosen = [true.row for true in one.rows][:rows]
    assert len(chosen) == rows

    def fresh() -> None:
        # What was folded before must not make this run faster.
        fold_name.cache_clear()
        fold_payer.cache_clear()

    def product() -> None:
        fresh()
        propose(chosen, one.payers)

    def bare() -> None:
        fresh()
        known = {fold_name(payer.reading).key: payer for payer in one.payers}
        for row in chosen:
            known.get(fold_payer(row.text).key)

    return Row(
        job=f"Proposals for {rows:,} bank rows × {guests:,} guests",
        limit_name="fold all names, one look-up a row",
        limit_seconds=best_of(3, bare),
        product_seconds=best_of(3, product),
        target=SIZES[rows, guests],
    )


def _is_right(proposal: Proposal, true: TrueRow) -> bool:
    """Whether what is sure is true; for the sample, that the guest is one who may have paid it."""
    chosen = set(proposal.candidates[0].guests)
    return chosen <= true.guests if true.form == "sample" else chosen == true.guests


def _among_first_three(proposal: Proposal, true: TrueRow) -> bool:
    return any(
        candidate.place <= 3 and true.guests & set(candidate.guests)  # noqa: PLR2004 - the promise
        for candidate in proposal.candidates
    )


def _may_be(row: OpenRow, payer: Payer) -> bool:
    """Whether a row of the sample can be this guest's, by the ways in which it was made."""
    text = unicodedata.normalize("NFKC", row.text).removeprefix("カ)").translate(_LARGE)
    name = unicodedata.normalize("NFKC", payer.reading).translate(_LARGE)
    short = payer.open - row.amount
    if _key(text) == _key(name):
        return short < LARGEST_FEE
    surname = text == name.split()[0]
    cut = row.text.startswith("ｶ)") and name.startswith(text)
    return (surname or cut) and short == 0


def _key(text: str) -> str:
    kana = unicodedata.normalize("NFKC", text).translate(_LARGE)
    return kana.removeprefix("カ)").translate(_DROPPED)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def figures(seeds: Sequence[int] = SEEDS) -> list[Figures]:
    """The figures of the sample and of the invented sets, those of one shape together."""
    sets = [("sample statement", sample_set())]
    sets += [(f"invented, seed {seed}", statement_set(seed)) for seed in seeds]
    found = [figures_of(name, one) for name, one in sets]
    for shape in SHAPES:
        name = f"{shape.name}, {len(SHAPE_SEEDS)} seeds"
        found.append(_together([figures_of(name, shaped_set(shape, n)) for n in SHAPE_SEEDS]))
    return found


def cut_rules() -> list[str]:
    """A line for each rule: what is wrongly sure, and what of the uniquely named is not sure."""
    sets = [statement_set(seed) for seed in SEEDS]
    sets += [shaped_set(shape, seed) for shape in SHAPES for seed in SHAPE_SEEDS]
    lines = []
    for always, alone in CUT_RULES:
        vars(match_candidates).update(CUT_FROM=always, _CUT_SHORT_FROM=alone)
        whole = _together([figures_of("", one) for one in sets])
        share = _share(whole.nameable_sure, whole.nameable)
        lines.append(f"| {always} | {alone} | {whole.wrongly_sure} of {whole.sure} | {share} |")
    return lines


def _together(several: Sequence[Figures]) -> Figures:
    """The figures of several sets as one."""
    return Figures(
        name=several[0].name,
        transfers=sum(one.transfers for one in several),
        sure=sum(one.sure for one in several),
        wrongly_sure=sum(one.wrongly_sure for one in several),
        nameable=sum(one.nameable for one in several),
        nameable_sure=sum(one.nameable_sure for one in several),
        in_first_three=sum(one.in_first_three for one in several),
        forms=sum((one.forms for one in several), Counter[str]()),
    )


if __name__ == "__main__":
    if "--cuts" in sys.argv:
        print("| Cut from, always | where nothing is longer | Wrongly sure | Named alone: sure |")
        print("|--:|--:|--:|--:|")
        print("\n".join(cut_rules()))
        sys.exit()
    print(
        "| Set | Fee transfers | Sure and right | Of one reading and amount: sure "
        "| Right among first three | Missed there |"
    )
    print("|---|--:|--:|--:|--:|---|")
    for found in figures():
        print(found.line())
    print()
    print(markdown_table(measure()))
