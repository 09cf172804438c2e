"""Options that choose guests: what is searched for, filters, order and columns."""

import argparse
from dataclasses import dataclass

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guest_query import GuestOrder, ListQuery

_COLUMNS = ", ".join(GuestColumn)


@dataclass(eq=False)
class ColumnUnknown(ReceptionError):
    """No list of guests has such a column."""

    column: str


def add_choosing_options(part: argparse.ArgumentParser) -> None:
    """Add the options by which guests are chosen; every one given must hold."""
    part.add_argument(
        "--find", default="", metavar="TEXT", help="only guests in whom TEXT is found"
    )
    for option, choices in (
        ("--status", [status.value for status in GuestStatus]),
        ("--payment", [payment.value for payment in PaymentStatus]),
    ):
        part.add_argument(
            option, action="append", default=[], choices=choices, help="one of these states"
        )
    for option, metavar in (
        ("--category", "CATEGORY"),
        ("--label", "LABEL"),
        ("--introducer", "NAME"),
    ):
        part.add_argument(
            option, action="append", default=[], metavar=metavar, help='one of these; "" for none'
        )
    for option in ("--arrived", "--inside", "--walk-in"):
        part.add_argument(option, action=argparse.BooleanOptionalAction, default=None)
    part.add_argument(
        "--sort", default=GuestColumn.NAME.value, metavar="COLUMN", help="name (by reading), due …"
    )
    part.add_argument("--descending", action="store_true", help="the other way round")
    part.add_argument("--columns", metavar="COLUMN,…", help=f"which columns, of {_COLUMNS}")


def is_choice(arguments: argparse.Namespace) -> bool:
    """Whether any option narrows the list."""
    return bool(arguments.find.strip()) or not _filter(arguments, None).is_empty


def chosen_keys(event: EventReader, arguments: argparse.Namespace) -> list[int]:
    """The keys of the guests the options choose, in their order.

    Raises:
        CategoryUnknown: there is no such category.
        ColumnUnknown: there is no such column to sort by.
    """
    query = ListQuery(
        text=arguments.find,
        filters=(_filter(arguments, settings.find_fee_plan(event)),),
        by=_column(arguments.sort),
        descending=arguments.descending,
    )
    return list(GuestOrder().keys(event, query))


def chosen_columns(arguments: argparse.Namespace) -> tuple[GuestColumn, ...] | None:
    """The columns of `--columns`, None when it was not given.

    Raises:
        ColumnUnknown: there is no such column.
    """
    if arguments.columns is None:
        return None
    return tuple(_column(name.strip()) for name in arguments.columns.split(",") if name.strip())


def _filter(arguments: argparse.Namespace, plan: FeePlan | None) -> GuestFilter:
    return GuestFilter(
        statuses=frozenset(GuestStatus(one) for one in arguments.status),
        categories=frozenset(
            plan.category(one).code if plan and one else one for one in arguments.category
        ),
        payments=frozenset(PaymentStatus(one) for one in arguments.payment),
        labels=frozenset(arguments.label),
        introducers=frozenset(arguments.introducer),
        arrived=arguments.arrived,
        inside=arguments.inside,
        walk_in=arguments.walk_in,
    )


def _column(name: str) -> GuestColumn:
    if name not in {column.value for column in GuestColumn}:
        raise ColumnUnknown(name)
    return GuestColumn(name)
