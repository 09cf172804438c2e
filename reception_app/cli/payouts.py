"""`payouts`: how the accounts at providers stand."""

import argparse
from datetime import datetime

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.money import Money
from reception_app.services.payouts import (
    PROVIDERS,
    match_transactions,
)
from reception_app.services.provider_account import ProviderAccount, provider_account
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `payouts`."""
    part.add_argument("--pair", action="store_true", help="mark what list and books both have")


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """How the providers' accounts stand; with `--pair`, mark what is on both sides."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        currency = settings.find_event(event).currency
        if arguments.pair:
            for account in PROVIDERS:
                match_transactions(event, account, now=now, operator="")
        accounts = [provider_account(event, account) for account in PROVIDERS]
        named = {row.guest.id: row.guest for row in guests.list_guests(event)}
    if arguments.json:
        print_json({"currency": currency, "providers": [_told(one) for one in accounts]})
        return 0
    for one in accounts:
        amounts = {
            name: Money(getattr(one, name), currency)
            for name in ("taken", "paid_out", "fees", "outstanding")
        }
        provider = wording.text("statement_account", one.account)
        print(wording.text("cli", "provider_account", provider=provider, **amounts))
        print_table(
            [
                (
                    (line.entry or line.row or "")[:8],
                    wording.text("provider_line", line.kind),
                    f"{line.at.astimezone():%Y-%m-%d %H:%M}",
                    str(Money(line.amount, currency)),
                    named[line.guest].name if line.guest in named else line.text,
                )
                for line in one.lines
            ]
        )
    return 0


def _told(account: ProviderAccount) -> dict[str, object]:
    return {
        "account": account.account.value,
        "taken": account.taken,
        "paid_out": account.paid_out,
        "fees": account.fees,
        "outstanding": account.outstanding,
        "to_pair": account.to_pair,
        "payments": [
            {
                "payment": line.entry,
                "state": line.kind.value,
                "at": line.at.isoformat(),
                "amount": line.amount,
            }
            for line in account.lines
        ],
    }
