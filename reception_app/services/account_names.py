"""What people call an account and its part: a category, a cash box, an organizer, a paper."""

from collections import Counter
from dataclasses import dataclass

from reception_app.domain import journal
from reception_app.domain.fee import FeePlan
from reception_app.domain.ledger import split_account
from reception_app.domain.voucher import PART_DIGITS
from reception_app.storage import budget, settings, vouchers
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class AccountNames:
    """Names of the chart by code, and of parts by account (`2100-a1b2c3d4` is `高橋`)."""

    chart: dict[str, str]
    parts: dict[str, str]

    def of(self, account: str) -> str:
        """The whole name: `立替未払 高橋`; a line of the budget goes by its own name."""
        code, part = split_account(account)
        named = self.part(account)
        if part and code[0] == "5":
            return named
        return f"{self.chart.get(code, code)} {named}".strip()

    def part(self, account: str) -> str:
        """What the part of an account stands for, its letters where nobody named it."""
        return self.parts.get(account, split_account(account)[1])


def account_names(event: EventReader, wording: Wording) -> AccountNames:
    """The names of all accounts, as people call them now."""
    parts = {
        f"{journal.FEES}-{code}": name
        for code, name in category_names(settings.find_fee_plan(event)).items()
    }
    for organizer, name in vouchers.list_organizers(event).items():
        for code in (journal.OWED_TO_ORGANIZERS, journal.ADVANCES):
            parts[f"{code}-{organizer[:PART_DIGITS]}"] = name
    for voucher in vouchers.list_vouchers(event):
        for code in (journal.PREPAID, journal.VENDORS):
            number = wording.text("report", "voucher_number", number=voucher.number)
            part = f"{voucher.payee} {number}".strip()
            parts[f"{code}-{voucher.id[:PART_DIGITS]}"] = part
    parts |= {line.account: line.name for line in budget.list_budget(event) if line.name}
    return AccountNames(dict(wording.table("account")), parts)


def category_names(plan: FeePlan) -> dict[str, str]:
    """What people read for each category's code; two of one name are told apart by their codes."""
    times = Counter(category.name for category in plan.categories)
    return {
        category.code: category.name
        if times[category.name] == 1
        else f"{category.name} ({category.code})"
        for category in plan.categories
    }
