"""The accountant's commands: vouchers with evidence, the budget, opening balances, the seal."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.budget import BudgetLine, is_budgeted
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import parse_money
from reception_app.domain.voucher import Channel, NewVoucher, Voucher, VoucherKind
from reception_app.services import sealing, vouchers
from reception_app.services.account_names import account_names
from reception_app.services.bank_transit import confirm_arrival
from reception_app.services.budget import AccountNotBudgeted, budget_figures, set_budget
from reception_app.services.evidence import (
    attach_evidence,
    book_with_evidence,
    file_names,
    withdraw_evidence,
)
from reception_app.services.evidence import content_of as evidence_content
from reception_app.storage import settings
from reception_app.storage import vouchers as stored
from reception_app.storage.budget import list_budget
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.wording import Wording

_DO = ("attach", "detach", "no-receipt", "correct", "save")
"""What `voucher` can do with one."""


class AccountAmountUnreadable(ReceptionError):
    """An account and its amount are not written as `5100=60000`."""


def add_book_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `book`."""
    kinds = [kind.value.replace("_", "-") for kind in VoucherKind]
    part.add_argument("kind", choices=kinds)
    part.add_argument("amount", metavar="AMOUNT", help="what was paid, such as 3300 or ¥3,300")
    part.add_argument("--account", default="", help="what it was for, such as 5100")
    part.add_argument(
        "--by", choices=[channel.value for channel in Channel], default="safe",
        help="where the money came from or went to (safe)",
    )  # fmt: skip
    part.add_argument("--box", help="letter of the cash box, for --by box")
    part.add_argument("--organizer", default="", metavar="NAME", help="who paid or holds the money")
    part.add_argument("--settles", type=int, metavar="NUMBER", help="the prepayment or bill")
    part.add_argument("--payee", default="", metavar="TEXT", help="who was paid, or who paid")
    part.add_argument("--purpose", default="", metavar="TEXT", help="what for")
    part.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="on the paper")
    part.add_argument("--no-receipt", default="", metavar="REASON", help="why there is no receipt")
    part.add_argument(
        "--evidence", action="append", default=[], type=Path, metavar="FILE", help="photo or PDF"
    )


def book(arguments: argparse.Namespace, wording: Wording) -> int:
    """Book a voucher, with its evidence."""
    now = _now()
    with EventFile.open(arguments.event) as event:
        currency = settings.find_event(event).currency
        organizer = None
        if arguments.organizer:
            organizer = vouchers.organizer_named(event, arguments.organizer, now=now, operator="")
        settles = _numbered(event, arguments.settles).id if arguments.settles else None
        order = NewVoucher(
            id=new_id(), kind=VoucherKind(arguments.kind.replace("-", "_")),
            day=arguments.date or now.date(), amount=parse_money(arguments.amount, currency),
            channel=Channel(arguments.by), account=arguments.account, organizer=organizer,
            settles=settles, box=arguments.box, payee=arguments.payee, purpose=arguments.purpose,
            no_receipt=arguments.no_receipt,
        )  # fmt: skip
        booked = book_with_evidence(event, order, arguments.evidence, now=now, operator="")
        return _tell(event, booked.id, arguments, wording)


def add_vouchers_options(part: argparse.ArgumentParser) -> None:
    """The options of `vouchers`."""
    part.add_argument("--lacking", action="store_true", help="only those without evidence")


def list_vouchers(arguments: argparse.Namespace, wording: Wording) -> int:
    """List all vouchers, or those without evidence."""
    with EventFile.open(arguments.event) as event:
        shown = [
            one
            for one in stored.list_vouchers(event)
            if one.lacks_evidence or not arguments.lacking
        ]
        if arguments.json:
            print_json({"vouchers": [_told(one) for one in shown]})
            return 0
        names = account_names(event, wording)
        print_table([_line(one, wording, names.of(one.account)) for one in shown])
    return 0


def add_voucher_options(part: argparse.ArgumentParser) -> None:
    """The words of `voucher`."""
    part.add_argument("number", type=int, metavar="NUMBER", help="its number")
    part.add_argument("action", choices=_DO)
    part.add_argument("value", metavar="FILE|REASON|FOLDER")


def voucher(arguments: argparse.Namespace, wording: Wording) -> int:
    """Do one thing with one voucher, then say how it stands."""
    now = _now()
    with EventFile.open(arguments.event) as event:
        one, value = _numbered(event, arguments.number), arguments.value
        match arguments.action:
            case "attach":
                attach_evidence(event, one.id, Path(value), now=now, operator="")
            case "detach":
                for evidence in one.evidence:
                    withdraw_evidence(event, evidence.id, value, now=now, operator="")
            case "no-receipt":
                vouchers.explain_missing_receipt(event, one.id, value, now=now, operator="")
            case "correct":
                vouchers.correct_voucher(event, one.id, value, now=now, operator="")
            case _:
                _save_evidence(event, one, Path(value))
        return _tell(event, one.id, arguments, wording)


def add_budget_options(part: argparse.ArgumentParser) -> None:
    """The words of `budget`."""
    part.add_argument("lines", nargs="*", metavar="ACCOUNT=AMOUNT")


def budget(arguments: argparse.Namespace, wording: Wording) -> int:
    """Set lines of the budget, then show it beside what was."""
    with EventFile.open(arguments.event) as event:
        if arguments.lines:
            lines = {line.account: line for line in list_budget(event)}
            currency = settings.find_event(event).currency
            for pair in arguments.lines:
                account, amount = _pair(pair, currency)
                if not is_budgeted(account):
                    raise AccountNotBudgeted(account)
                known = lines.get(account)
                lines[account] = BudgetLine(
                    account, amount, known.name if known else "", known.remark if known else ""
                )
            ordered = sorted(lines.values(), key=lambda line: line.account)
            set_budget(event, ordered, now=_now(), operator="")
        figures = budget_figures(event)
        names = account_names(event, wording)
        if arguments.json:
            told = [
                {
                    "account": one.account,
                    "name": one.name or names.of(one.account),
                    "budget": one.budget.minor if one.budget else None,
                    "actual": one.actual.minor,
                }
                for one in figures
            ]
            print_json({"budget": told})
            return 0
        print_table(
            [
                (
                    one.account, one.name or names.of(one.account), str(one.budget or "–"),
                    str(one.actual), str(one.difference) if one.budget else "",
                )
                for one in figures
            ]
        )  # fmt: skip
    return 0


def add_opening_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `opening`."""
    part.add_argument("balances", nargs="*", metavar="ACCOUNT=AMOUNT", help="such as 1050=120000")
    part.add_argument("--of", type=Path, metavar="EVENT", help="the event before this one")
    part.add_argument("--take-back", metavar="REASON", help="take back what was opened with before")


def opening(arguments: argparse.Namespace, wording: Wording) -> int:
    """Open the books with balances, or with what another event's books ended with."""
    now = _now()
    with EventFile.open(arguments.event) as event:
        if arguments.take_back:
            sealing.take_opening_back(event, arguments.take_back, now=now, operator="")
        balances: dict[str, int] = {}
        if arguments.of:
            with EventFile.open(arguments.of) as earlier:
                balances = sealing.closing_balances(earlier)
        currency = settings.find_event(event).currency
        balances |= dict(_pair(pair, currency) for pair in arguments.balances)
        if balances or not arguments.take_back:
            carried = sealing.open_with(event, balances, now=now, operator="")
            print(wording.text("cli", "opened_with", amount=carried))
    return 0


def bank_arrived(arguments: argparse.Namespace, wording: Wording) -> int:
    """Book what is under way as arrived, for events without the bank's statements."""
    with EventFile.open(arguments.event) as event:
        arrived = confirm_arrival(event, now=_now(), operator="")
    print(wording.text("cli", "bank_arrived", amount=arrived))
    return 0


def add_seal_options(part: argparse.ArgumentParser) -> None:
    """The options of `seal`."""
    part.add_argument("--archive", type=Path, metavar="FOLDER", help="write all books there")


def seal(arguments: argparse.Namespace, wording: Wording) -> int:
    """Make the books final, and write the archive folder where one is asked for."""
    from reception_app.cli.printing import Bar
    from reception_app.services.archive import write_archive

    now = _now()
    with EventFile.open(arguments.event) as event:
        sealed = sealing.seal_event(event, now=now, operator="")
        print(wording.text("cli", "sealed", number=sealed.version))
        if arguments.archive:
            count = write_archive(event, arguments.archive, now=now, progress=Bar())
            print(wording.counted("cli", "archived", count, path=arguments.archive))
    return 0


def add_unseal_options(part: argparse.ArgumentParser) -> None:
    """The word of `unseal`."""
    part.add_argument("reason", metavar="REASON", help="why something more has to be posted")


def unseal(arguments: argparse.Namespace, wording: Wording) -> int:
    """Open final books again, for a reason."""
    with EventFile.open(arguments.event) as event:
        sealing.unseal_event(event, arguments.reason, now=_now(), operator="")
        print(wording.text("cli", "unsealed", number=sealing.books_state(event).version))
    return 0


def _pair(text: str, currency: str) -> tuple[str, int]:
    account, sign, amount = text.partition("=")
    if not sign:
        raise AccountAmountUnreadable
    return account.strip(), parse_money(amount, currency).minor


def _numbered(event: EventFile, number: int) -> Voucher:
    found = next((one for one in stored.list_vouchers(event) if one.number == number), None)
    if found is None:
        raise vouchers.VoucherUnknown
    return found


def _save_evidence(event: EventFile, one: Voucher, folder: Path) -> None:
    """Write the files of a voucher into a folder, named by its number."""
    from reception_app.documents.safe_file import written_whole

    names = file_names(one)
    for evidence in one.evidence:
        content = evidence_content(event, evidence)
        with written_whole(folder / names[evidence.id]) as stream:
            stream.write(content)


def _tell(
    event: EventFile, voucher_id: str, arguments: argparse.Namespace, wording: Wording
) -> int:
    one = stored.find_voucher(event, voucher_id)
    assert one is not None
    if arguments.json:
        print_json(_told(one))
    else:
        print_table([_line(one, wording, account_names(event, wording).of(one.account))])
    return 0


def _told(one: Voucher) -> dict[str, Any]:
    return {
        "number": one.number,
        "kind": one.kind.value,
        "date": one.day.isoformat(),
        "amount": one.amount.minor,
        "currency": one.amount.currency,
        "account": one.account,
        "by": one.channel.value,
        "payee": one.payee,
        "purpose": one.purpose,
        "evidence": [{"name": e.name, "sha256": e.sha256, "size": e.size} for e in one.evidence],
        "no_receipt": one.no_receipt,
        "lacks_evidence": one.lacks_evidence,
        "taken_back": one.reversed,
    }


def _line(one: Voucher, wording: Wording, account: str) -> tuple[str, ...]:
    state = ""
    if one.reversed:
        state = wording.text("report", "taken_back")
    elif one.lacks_evidence:
        state = wording.text("report", "evidence_missing")
    return (
        f"{one.number:03}", one.day.isoformat(), wording.table("entry_kind")[one.kind], account,
        wording.table("channel")[one.channel], str(one.amount), one.payee, one.purpose, state,
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now().astimezone()
