"""`box`: a cash box: float, drop, top-up, count, hand-over, closing, slip, who is missing."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.cli.guest import ActionNotUnderstood
from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.drawer import BoxNotOpen, Count, Shift, parse_count
from reception_app.domain.event import Desk
from reception_app.domain.money import Money, format_money, parse_money
from reception_app.services import drawers, event_setup
from reception_app.services.box_summary import suspect_sentence, suspects_of
from reception_app.services.change_planning import change_to_bring
from reception_app.services.closing_slip import write_closing_slip
from reception_app.storage import drawers as stored
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class _Act:
    """What an action works with."""

    event: EventFile
    arguments: argparse.Namespace
    wording: Wording
    now: datetime

    @property
    def currency(self) -> str:
        return settings.find_event(self.event).currency

    @property
    def desk(self) -> Desk:
        """Whose box it is, and who works at it; whoever has it open when nobody is named."""
        letter, name = self.arguments.box, self.arguments.operator
        if name:
            return Desk(letter, event_setup.operator_named(self.event, name, now=self.now))
        return Desk(letter, self.open_shift.operator)

    @property
    def open_shift(self) -> Shift:
        shift = stored.find_open_shift(self.event, self.arguments.box)
        if shift is None:
            raise BoxNotOpen(self.arguments.box)
        return shift

    @property
    def last_shift(self) -> Shift:
        """The shift the box is in, or was in last."""
        box = self.arguments.box
        shifts = [shift for shift in stored.list_shifts(self.event) if shift.box == box]
        if not shifts:
            raise BoxNotOpen(box)
        return shifts[-1]

    def words(self) -> str:
        """What is said behind the action."""
        said = " ".join(self.arguments.words)
        if not said:
            raise ActionNotUnderstood(self.arguments.action)
        return said

    def amount(self) -> Money:
        return parse_money(self.words(), self.currency)

    def count(self) -> Count:
        return parse_count(self.words(), self.currency)

    def tell(self, **facts: object) -> None:
        """Say what was done: one JSON object, or its facts in a line."""
        told = {"box": self.arguments.box, **facts, "currency": self.currency}
        if self.arguments.json:
            print_json(told)
        else:
            print("  ".join(f"{key}: {value}" for key, value in told.items()))


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Do one thing at a cash box."""
    with EventFile.open(arguments.event) as event:
        act = _Act(event, arguments, wording, datetime.now().astimezone())
        _ACTIONS[arguments.action](act)
    return 0


def _open(act: _Act) -> None:
    if not act.arguments.operator:
        raise ActionNotUnderstood("open --operator NAME")
    count = act.count() if "x" in act.words() else None
    opening = count.total if count else act.amount()
    shift = drawers.open_box(act.event, opening, desk=act.desk, now=act.now, count=count)
    differs = drawers.opening_difference(act.event, shift)
    act.tell(opened=opening.minor, difference_at_opening=differs.minor)


def _drop(act: _Act) -> None:
    amount = act.amount()
    drawers.drop_cash(act.event, amount, desk=act.desk, now=act.now)
    act.tell(dropped=amount.minor)


def _top_up(act: _Act) -> None:
    amount = act.amount()
    drawers.top_up(act.event, amount, desk=act.desk, now=act.now)
    act.tell(topped_up=amount.minor)


def _count(act: _Act) -> None:
    count, by = act.count(), act.arguments.by
    counter = event_setup.operator_named(act.event, by, now=act.now) if by else None
    shift = drawers.count_box(act.event, count, desk=act.desk, now=act.now, counter=counter)
    act.tell(counted=count.total.minor, difference=drawers.difference(act.event, shift).minor)


def _hand_over(act: _Act) -> None:
    to = event_setup.operator_named(act.event, act.words(), now=act.now)
    shift = drawers.hand_over(act.event, to, act.arguments.reason, desk=act.desk, now=act.now)
    act.tell(handed_over=shift.opening.minor, to=act.words())


def _close(act: _Act) -> None:
    keep = act.arguments.keep
    shift = drawers.close_box(
        act.event, act.arguments.reason, desk=act.desk, now=act.now, keep=keep
    )
    assert shift.expected is not None
    assert shift.counted is not None
    act.tell(
        closed=shift.counted.minor,
        expected=shift.expected.minor,
        difference=(shift.counted - shift.expected).minor,
    )


def _slip(act: _Act) -> None:
    path = Path(act.words())
    write_closing_slip(act.event, path, act.last_shift, progress=Bar())
    print(act.wording.text("cli", "written", path=path))


def _missing(act: _Act) -> None:
    suspects = suspects_of(act.event, act.last_shift)
    sentences = [suspect_sentence(act.event, one, act.wording) for one in suspects]
    if act.arguments.json:
        kinds = [one.slip.value for one in suspects]
        print_json({"suspects": [list(pair) for pair in zip(kinds, sentences, strict=True)]})
        return
    for sentence in sentences or [act.wording.text("cli", "nobody_missing")]:
        print(sentence)


def _change(act: _Act) -> None:
    arguments = act.arguments
    plan = change_to_bring(act.event, share=arguments.share, walk_ins=arguments.walk_ins)
    if arguments.json:
        print_json(
            {
                "currency": act.currency,
                "share": plan.share,
                "pieces": [list(pair) for pair in plan.pieces.pieces],
                "total": plan.pieces.total.minor,
            }
        )
        return
    print_table(
        [
            (
                act.wording.counted("cli", "change_for", line.guests, due=line.due),
                act.wording.text("cli", "change_of", handed=line.handed),
                " + ".join(f"{n} × {Money(v, act.currency)}" for v, n in line.change.pieces) or "–",
            )
            for line in plan.lines
        ]
    )
    print_table(
        [
            (
                format_money(Money(value, act.currency)),
                f"× {n}",
                str(Money(value * n, act.currency)),
            )
            for value, n in plan.pieces.pieces
        ]
    )
    print(act.wording.text("cli", "change_total", total=plan.pieces.total, share=plan.share))


_ACTIONS: dict[str, Callable[[_Act], None]] = {
    "open": _open,
    "drop": _drop,
    "top-up": _top_up,
    "count": _count,
    "hand-over": _hand_over,
    "close": _close,
    "slip": _slip,
    "missing": _missing,
    "change": _change,
}

ACTIONS = tuple(_ACTIONS)
"""What `box` can do."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `box`."""
    part.add_argument("box", metavar="BOX", help="letter of the cash box, such as A")
    part.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    part.add_argument("words", nargs="*", metavar="WORD", help="an amount, pieces, a name, a file")
    part.add_argument("--operator", default="", metavar="NAME", help="who works at the box")
    part.add_argument("--by", default="", metavar="NAME", help="who counted, if somebody else")
    part.add_argument("--reason", default="", metavar="TEXT", help="why there is a difference")
    part.add_argument("--keep", action="store_true", help="leave the cash in the locked box")
    part.add_argument(
        "--share", type=int, metavar="PERCENT", help="how many percent pay in cash (as so far)"
    )
    part.add_argument("--walk-ins", type=int, default=0, metavar="N", help="how many are expected")
