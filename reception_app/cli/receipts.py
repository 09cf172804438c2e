"""`receipts`: list them, print, issue for who paid before, issue anew, refund slips, statements."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception_app.cli.guest import ActionNotUnderstood
from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.cost_split import Invoice
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, parse_money
from reception_app.domain.receipt import Receipt
from reception_app.domain.tax import STANDARD_RATE, parse_registration_number
from reception_app.services import event_setup
from reception_app.services.cost_statements import write_statements
from reception_app.services.receipt_issuing import PREPAID_SERIES, issue_prepaid, reissue_receipt
from reception_app.services.receipt_printing import SHEETS, print_receipts, reprint_receipts
from reception_app.services.refund_slip import write_refund_slip
from reception_app.storage import receipts, settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


@dataclass(eq=False)
class ReceiptUnknown(ReceptionError):
    """There is no receipt of this number."""

    number: str


@dataclass(frozen=True, slots=True)
class _Act:
    """What an action works with."""

    event: EventFile
    arguments: argparse.Namespace
    wording: Wording
    operator: str
    now: datetime

    @property
    def currency(self) -> str:
        return settings.find_event(self.event).currency

    @property
    def output(self) -> Path:
        """Where a PDF is written."""
        output: Path | None = self.arguments.output
        if output is None:
            raise ActionNotUnderstood(f"{self.arguments.action} -o FILE.pdf")
        return output

    @property
    def named(self) -> list[Receipt]:
        """The receipts whose numbers were typed; all of them when none was."""
        known = {receipt.label: receipt for receipt in receipts.list_receipts(self.event)}
        wanted: list[str] = self.arguments.words
        for number in wanted:
            if number not in known:
                raise ReceiptUnknown(number)
        return [known[number] for number in wanted] if wanted else list(known.values())

    def one(self) -> Receipt:
        """The one receipt that is named first."""
        if not self.arguments.words:
            raise ActionNotUnderstood(self.arguments.action)
        return self.named[0]

    def written(self) -> None:
        """Say where the file is."""
        print(self.wording.text("cli", "written", path=self.output))


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Do one thing with the receipts of an event."""
    with EventFile.open(arguments.event) as event:
        now = datetime.now().astimezone()
        named = arguments.operator
        operator = event_setup.operator_named(event, named, now=now) if named else ""
        _ACTIONS[arguments.action](_Act(event, arguments, wording, operator, now))
    return 0


def _list(act: _Act) -> None:
    shown = act.named
    if act.arguments.json:
        print_json({"currency": act.currency, "receipts": [_told(receipt) for receipt in shown]})
        return
    print_table(
        [
            (
                receipt.label,
                f"{receipt.at.astimezone():%Y-%m-%d %H:%M}",
                receipt.payee,
                str(receipt.amount),
                act.wording.text("tender", receipt.tender),
                act.wording.text("workbook", "void") if receipt.void else "",
            )
            for receipt in shown
        ]
    )


def _print(act: _Act) -> None:
    sheet = SHEETS[act.arguments.paper]
    print_receipts(act.event, act.output, act.named, sheet=sheet, progress=Bar())
    act.written()


def _copy(act: _Act) -> None:
    sheet = SHEETS[act.arguments.paper]
    if not act.arguments.words:
        raise ActionNotUnderstood("copy")
    reprint_receipts(
        act.event, act.output, act.named, now=act.now, operator=act.operator, sheet=sheet,
        progress=Bar(),
    )  # fmt: skip
    act.written()


def _prepaid(act: _Act) -> None:
    issued = issue_prepaid(
        act.event, now=act.now, operator=act.operator, series=act.arguments.series, progress=Bar()
    )
    if act.arguments.output is not None:
        sheet = SHEETS[act.arguments.paper]
        print_receipts(act.event, act.output, issued, sheet=sheet, progress=Bar())
    if act.arguments.json:
        print_json({"currency": act.currency, "receipts": [_told(one) for one in issued]})
    else:
        print(act.wording.counted("cli", "receipts_issued", len(issued)))


def _reissue(act: _Act) -> None:
    old = act.one()
    payee = old.payee if act.arguments.payee is None else act.arguments.payee
    fresh = reissue_receipt(
        act.event, old, payee, act.arguments.reason, now=act.now, operator=act.operator
    )
    if act.arguments.json:
        print_json({"currency": act.currency, "receipts": [_told(fresh)]})
    else:
        print(act.wording.text("cli", "receipt_reissued", old=old.label, new=fresh.label))


def _refund_slip(act: _Act) -> None:
    if not act.arguments.words:
        raise ActionNotUnderstood("refund-slip")
    write_refund_slip(act.event, act.output, act.arguments.words[0], progress=Bar())
    act.written()


def _statements(act: _Act) -> None:
    """Split-cost statements for a bill given as amounts by rate."""
    arguments = act.arguments
    if not arguments.bill or not arguments.issuer:
        raise ActionNotUnderstood("statements --issuer NAME --bill RATE=AMOUNT")
    number = arguments.registration
    invoice = Invoice(
        issuer=arguments.issuer,
        day=arguments.day or settings.find_event(act.event).date,
        amounts=tuple(_amount(text, act.currency) for text in arguments.bill),
        registration_number=parse_registration_number(number) if number else "",
        number=arguments.number,
    )
    count = write_statements(
        act.event, act.output, invoice, by_fee=arguments.by_fee, progress=Bar()
    )
    print(act.wording.counted("cli", "statements_written", count, path=act.output))


def _amount(text: str, currency: str) -> tuple[int, Money]:
    """An amount with tax at a rate, as `10=550000`; the standard rate when none is named."""
    rate, equals, amount = text.partition("=")
    if not equals:
        return STANDARD_RATE, parse_money(text, currency)
    if not rate.isdecimal():
        raise ActionNotUnderstood(text)
    return int(rate), parse_money(amount, currency)


_ACTIONS: dict[str, Callable[[_Act], None]] = {
    "list": _list,
    "print": _print,
    "copy": _copy,
    "prepaid": _prepaid,
    "reissue": _reissue,
    "refund-slip": _refund_slip,
    "statements": _statements,
}

ACTIONS = tuple(_ACTIONS)
"""What `receipts` can do."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `receipts`."""
    part.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    part.add_argument("words", nargs="*", metavar="NUMBER", help="receipt numbers, as printed")
    part.add_argument("-o", "--output", type=Path, metavar="FILE.pdf")
    part.add_argument("--paper", choices=tuple(SHEETS), default="a4", help="of receipts (a4)")
    part.add_argument("--payee", metavar="NAME", help="who stands on it; empty for a blank line")
    part.add_argument("--reason", default="", metavar="TEXT", help="why it is issued anew")
    part.add_argument("--operator", default="", metavar="NAME", help="who does it")
    part.add_argument(
        "--series", default=PREPAID_SERIES, metavar="P", help="letter of receipts for prepayments"
    )
    part.add_argument("--issuer", default="", metavar="NAME", help="who issued the bill to split")
    part.add_argument("--registration", default="", metavar="T…", help="the issuer's own number")
    part.add_argument("--number", default="", metavar="TEXT", help="the number of the bill")
    part.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="of the bill")
    part.add_argument(
        "--bill", action="append", default=[], metavar="RATE=AMOUNT",
        help="what the bill comes to with tax, by rate",
    )  # fmt: skip
    part.add_argument("--by-fee", action="store_true", help="split as the fees paid, not evenly")


def _told(receipt: Receipt) -> dict[str, object]:
    return {
        "number": receipt.label,
        "payee": receipt.payee,
        "amount": receipt.amount.minor,
        "tender": receipt.tender,
        "at": receipt.at.isoformat(timespec="seconds"),
        "void": receipt.void,
        "copies": receipt.copies,
        "entry": receipt.entry,
    }
