"""An event with guests who owe or are said to have paid, and small statements of its bank."""

from collections.abc import Sequence
from pathlib import Path

from evening import Evening
from notation import at

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.match import Allocation
from reception_app.domain.statement import StatementAccount
from reception_app.services import fees
from reception_app.services.guest_recording import record_guest
from reception_app.services.row_matching import MatchOrder, Rest, match_row, new_order
from reception_app.services.statement_import import (
    StatementImported,
    commit_statement,
    preview_statement,
)
from reception_app.storage import guests, settings, statements
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import list_account_balances
from reception_app.storage.statements import RowStanding

GUESTS = (
    ("山田 太郎", "ヤマダ タロウ", "会員", ""),
    ("佐藤 花子", "サトウ ハナコ", "会員", "済"),
    ("森 優", "モリ ユウ", "学生", ""),
    ("小林 陽菜", "コバヤシ ヒナ", "会員", ""),
)
"""Name, reading, category, and what the list says of the payment; 8,000 and 3,000 yen."""

HEADINGS = "日付,摘要,出金,入金,残高"


def invite(evening: Evening) -> dict[str, Guest]:
    """Put the guests on the list and charge them; by surname."""
    event = evening.file
    plan = settings.find_fee_plan(event)
    with event.act(now=at("12:00"), actor=evening.desk.operator) as act:
        for number, (name, reading, category, paid) in enumerate(GUESTS, start=1):
            record_guest(
                act,
                {
                    GuestField.NAME: name,
                    GuestField.READING: reading,
                    GuestField.CATEGORY: plan.category(category).code,
                    GuestField.COMPANY: "株式会社サンプル",
                    GuestField.LISTED_AS_PAID: paid,
                },
                event_tag="1234",
                number=number,
                status=GuestStatus.ACCEPTED,
                source="by hand",
            )
    fees.charge_accepted(event, now=at("12:00"), operator=evening.desk.operator)
    return {row.guest.name.split()[0]: row.guest for row in guests.list_guests(event)}


def statement(rows: Sequence[tuple[int, str, int]], *, opening: int = 100_000) -> str:
    """A statement of rows of day, text and amount, with balances."""
    lines, balance = [HEADINGS], opening
    for day, text, amount in rows:
        balance += amount
        out, into = ("", amount) if amount > 0 else (-amount, "")
        lines.append(f"2026/10/{day},{text},{out},{into},{balance}")
    return "\n".join(lines) + "\n"


def take_in(
    event: EventFile, folder: Path, text: str, *, account: StatementAccount = StatementAccount.BANK
) -> StatementImported:
    """Import a statement of this text."""
    path = folder / "statement.csv"
    path.write_text(text, encoding="utf-8")
    preview = preview_statement(event, path, account)
    return commit_statement(event, preview, now=at("20:00"), operator="op")


def rows_of(event: EventFile) -> dict[str, RowStanding]:
    """The bank's rows by their text."""
    return {standing.row.text: standing for standing in statements.list_rows(event)}


def match(
    event: EventFile, text: str, *shares: tuple[Guest, int], withheld: int = 0,
    rest: Rest = Rest.OPEN,
) -> RowStanding:  # fmt: skip
    """Match the row of this text to guests."""
    order = order_of(event, text, *shares, withheld=withheld, rest=rest)
    return match_row(event, order, now=at("20:30"), operator="op")


def order_of(
    event: EventFile, text: str, *shares: tuple[Guest, int], withheld: int = 0,
    rest: Rest = Rest.OPEN,
) -> MatchOrder:  # fmt: skip
    """The order that matches the row of this text."""
    row = rows_of(event)[text]
    allocations = [Allocation(guest.id, amount) for guest, amount in shares]
    return new_order(row.id, allocations, withheld=withheld, rest=rest)


def balances(event: EventFile) -> dict[str, int]:
    """Every account that holds something, in yen."""
    found = list_account_balances(event)
    return {one.account.split("-")[0]: one.balance for one in found if one.balance}
