"""`fees`: the fee plan, what it brings, and charging anew when a person says so."""

import argparse
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeeCategory, FeePlan
from reception_app.domain.money import Money, parse_money
from reception_app.services.fees import charge_accepted
from reception_app.services.repricing import (
    IncomePreview,
    Repricing,
    apply_fee_plan,
    preview_income,
    preview_repricing,
)
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


@dataclass(eq=False)
class PriceNotUnderstood(ReceptionError):
    """A price is not written as `CATEGORY=AMOUNT`, or one with a day as `CATEGORY=AMOUNT@DATE`."""

    text: str


def add_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `fees`."""
    part.add_argument("prices", nargs="*", metavar="CATEGORY=AMOUNT")
    part.add_argument(
        "--early-bird", action="append", default=[], metavar="CATEGORY=AMOUNT@YYYY-MM-DD"
    )
    part.add_argument("--walk-in", action="append", default=[], metavar="CATEGORY=AMOUNT")
    part.add_argument("--companion", action="append", default=[], metavar="CATEGORY=AMOUNT")
    part.add_argument(
        "--cancel-fee", action="append", default=[], metavar="CATEGORY=AMOUNT[@YYYY-MM-DD]",
        help="what whoever cancels goes on owing, after that day",
    )  # fmt: skip
    part.add_argument(
        "--reprice", action="store_true", help="charge anew whoever was charged another fee"
    )


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Show the fee plan; with prices, set them and charge whoever was not charged yet.

    Whoever was charged another fee keeps it unless `--reprice` says otherwise.
    """
    now, charged, repriced = datetime.now().astimezone(), None, 0
    with EventFile.open(arguments.event) as event:
        stands = settings.find_fee_plan(event)
        plan = _planned(stands, arguments)
        repricing = preview_repricing(event, plan)
        if plan != stands or arguments.prices or arguments.reprice:
            chosen = {one.guest.id for one in repricing.guests} if arguments.reprice else set()
            repriced = apply_fee_plan(
                event, repricing, charged_anew=chosen, now=now, operator="", progress=Bar()
            )
            charged = charge_accepted(event, now=now, operator="", progress=Bar())
        income = preview_income(event, plan, now=now)
    if arguments.json:
        print_json(_told(plan, repricing, income, repriced=repriced))
        return 0
    if charged is not None:
        print(wording.counted("cli", "charged_guests", charged))
    if repriced:
        print(wording.counted("cli", "repriced", repriced, difference=repricing.difference))
    elif repricing.guests:
        facts = {"difference": repricing.difference}
        print(wording.counted("cli", "keep_old_fee", len(repricing.guests), **facts))
    print_table([(c.name, str(Money(c.price, plan.currency))) for c in plan.categories])
    print(wording.text("cli", "expected_income", expected=income.expected))
    return 0


def _planned(plan: FeePlan, arguments: argparse.Namespace) -> FeePlan:
    """The plan with everything that was typed."""
    for text in arguments.prices:
        name, price, _ = _parsed(text, plan)
        if name not in plan:
            plan = plan.with_category(plan.new_category(name, price))
        else:
            plan = plan.with_category(replace(plan.category(name), price=price))
    for text in arguments.early_bird:
        name, price, day = _parsed(text, plan)
        if day is None:
            raise PriceNotUnderstood(text)
        changed = replace(plan.category(name), early_price=price, early_until=day)
        plan = plan.with_category(changed)
    for text in arguments.walk_in:
        name, price, _ = _parsed(text, plan)
        plan = plan.with_category(replace(plan.category(name), walk_in_price=price))
    for text in arguments.companion:
        name, price, _ = _parsed(text, plan)
        plan = plan.with_category(replace(plan.category(name), companion_price=price))
    for text in arguments.cancel_fee:
        name, price, day = _parsed(text, plan)
        changed = replace(plan.category(name), cancel_fee=price, cancel_until=day)
        plan = plan.with_category(changed)
    return plan


def _parsed(text: str, plan: FeePlan) -> tuple[str, int, date | None]:
    """A category, an amount in minor units, and a day where one is written behind `@`."""
    name, _, offer = text.rpartition("=")
    amount, at, until = offer.partition("@")
    if not name:
        raise PriceNotUnderstood(text)
    try:
        day = date.fromisoformat(until) if at else None
    except ValueError:
        raise PriceNotUnderstood(text) from None
    return name, parse_money(amount, plan.currency).minor, day


def _told(
    plan: FeePlan, repricing: Repricing, income: IncomePreview, *, repriced: int
) -> dict[str, Any]:
    return {
        "currency": plan.currency,
        "categories": [_told_category(category) for category in plan.categories],
        "repriced": repriced,
        "charged_otherwise": [
            {
                "number": one.guest.number,
                "name": one.guest.name,
                "charged": one.old.minor,
                "fee": one.new.minor,
                "due": one.due.minor,
            }
            for one in ([] if repriced else repricing.guests)
        ],
        "income": {
            "expected": income.expected.minor,
            "if_they_come": income.if_they_come.minor,
            "categories": [
                {
                    "category": one.category,
                    "guests": one.guests,
                    "charged": one.charged.minor,
                    "waived": one.waived.minor,
                    "to_charge": one.to_charge.minor,
                    "by_plan": one.by_plan.minor,
                    "invited": one.invited,
                    "if_they_come": one.if_they_come.minor,
                }
                for one in income.categories
            ],
        },
    }


def _told_category(category: FeeCategory) -> dict[str, Any]:
    days = (category.early_until, category.cancel_until)
    early_until, cancel_until = (day.isoformat() if day else None for day in days)
    return {
        "code": category.code,
        "name": category.name,
        "price": category.price,
        "early_price": category.early_price,
        "early_until": early_until,
        "walk_in_price": category.walk_in_price,
        "companion_price": category.companion_price,
        "cancel_fee": category.cancel_fee,
        "cancel_until": cancel_until,
    }
